package html2md

import (
	"strings"
	"unicode"
)

// paragraph makes Markdown of a text with signs. Line breaks are hard ones, or
// spaces where the text is to be one line.
func (c *converter) paragraph(text string, breaks bool) string {
	lines := strings.Split(resolve(text), string(lineBreak))
	var kept []string
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			kept = append(kept, line)
		}
	}
	if !breaks {
		return escapeStart(strings.Join(kept, " "))
	}
	for i := range kept {
		kept[i] = escapeStart(kept[i])
	}
	return strings.Join(kept, "\\\n")
}

// resolve writes the signs of emphasis that Markdown will read, and drops the
// others: it reads none between a letter and a sign.
func resolve(text string) string {
	for _, twice := range []string{
		string(strongClose) + string(strongOpen), string(emClose) + string(emOpen), string(strikeClose) + string(strikeOpen),
	} {
		text = strings.ReplaceAll(text, twice, "")
	}
	runes := []rune(text)
	for range maxPasses {
		left := readable(runes)
		if len(left) == len(runes) {
			break
		}
		runes = left // what stood beside a dropped sign has another neighbour now
	}
	var b strings.Builder
	for _, r := range runes {
		if isMark(r) {
			b.WriteString(markOf(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// maxPasses is how often neighbours are looked at: as many kinds of emphasis as
// can stand in each other, and once more.
const maxPasses = 4

// readable drops the signs that Markdown would not read.
func readable(runes []rune) []rune {
	drop := make([]bool, len(runes))
	var open []int
	for i, r := range runes {
		switch {
		case !isMark(r):
		case (r-strongOpen)%2 == 0:
			open = append(open, i)
			drop[i] = true
		default:
			drop[i] = true
			if len(open) == 0 {
				break
			}
			begin := open[len(open)-1]
			open = open[:len(open)-1]
			drop[i] = !flanks(around(runes, begin, -1), around(runes, begin, 1)) || !flanks(around(runes, i, 1), around(runes, i, -1))
			drop[begin] = drop[i]
		}
	}
	var left []rune
	for i, r := range runes {
		if !drop[i] {
			left = append(left, r)
		}
	}
	return left
}

// around returns what stands beside a run of stars, or of tildes: the next rune
// in a direction, or a space.
func around(runes []rune, i, step int) rune {
	run := markOf(runes[i])[0]
	for i += step; i >= 0 && i < len(runes); i += step {
		switch {
		case !isMark(runes[i]):
			return runes[i]
		case markOf(runes[i])[0] != run:
			return rune(markOf(runes[i])[0])
		}
	}
	return ' '
}

// flanks reports whether stars between outside and inside are read as the edge
// of emphasis.
func flanks(outside, inside rune) bool {
	space := func(r rune) bool { return unicode.IsSpace(r) || r == lineBreak }
	sign := func(r rune) bool { return !isWord(r) && !space(r) && r != mathOpen && r != mathClose }
	if inside == mathOpen || inside == mathClose {
		return space(outside) || sign(outside)
	}
	return !space(inside) && (!sign(inside) || space(outside) || sign(outside) || outside == mathOpen || outside == mathClose)
}

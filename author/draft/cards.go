package draft

import (
	"regexp"
	"strings"
)

// cards writes a file of review cards.
func (p *page) cards() {
	skills, after := "", ""
	for _, k := range p.file.Cards {
		p.about(k)
		set := "id: " + Scalar(k.ID)
		if a := p.course.lesson(k.After); a != "" && a != after {
			set, after = set+", after: "+Scalar(a), a
		}
		if s := list(words(k.Skills)); len(k.Skills) > 0 && s != skills {
			set, skills = set+", skills: "+s, s
		}
		p.say("<!-- " + set + " -->")
		if strings.TrimSpace(k.Cloze) != "" {
			p.side("C:", k.Cloze)
			continue
		}
		p.side("Q:", orElse(k.Front, "…"))
		back := side("A:", orElse(k.Back, "…"))
		p.out.WriteString(strings.TrimPrefix(back, "\n"))
		p.lines += strings.Count(back, "\n")
	}
}

// lesson is the id of a lesson by its id or path; empty when there is none.
func (c *Course) lesson(name string) string {
	for _, f := range c.Files {
		if name != "" && (f.Path == name || f.ID == word(name)) {
			return f.ID
		}
	}
	return ""
}

func (p *page) side(mark, md string) { p.say(side(mark, md)) }

// cardMark is what ends a side of a card or begins another thing, at the start of
// a line.
var cardMark = regexp.MustCompile(`^(?:[QAC]:|<!--|#+ |: |\s*(?:---+|\*\*\*+)\s*$|:\t)`)

// side is one side of a card behind its mark.
func side(mark, md string) string {
	lines := strings.Split(markdown(md, inLesson), "\n")
	inCode := codeLines(lines)
	for i, l := range lines {
		if m := cardMark.FindString(l); m != "" && !inCode[i] {
			at := len(m) - len(strings.TrimLeft(m, " \t"))
			if strings.HasSuffix(m, ":") && len(m) == 2 {
				at = 1
			}
			lines[i] = l[:at] + `\` + l[at:]
		}
	}
	text := strings.Join(lines, "\n")
	if plainParagraph(text) {
		return mark + " " + text + "\n"
	}
	all := pieces([]byte(text + "\n"))
	if len(all) > 0 && all[0].node.Kind().String() == "Paragraph" {
		return mark + " " + text + "\n"
	}
	return mark + "\n" + text + "\n"
}

// codeLines tells which lines stand in a fence, as a file of cards sees it.
func codeLines(lines []string) []bool {
	out := make([]bool, len(lines))
	open := ""
	for i, l := range lines {
		t := strings.TrimLeft(l, " ")
		run := 0
		if t != "" && (t[0] == '`' || t[0] == '~') && len(l)-len(t) <= 3 {
			run = len(t) - len(strings.TrimLeft(t, t[:1]))
		}
		switch {
		case open == "" && run >= 3 && (t[0] == '~' || !strings.Contains(t[run:], "`")):
			open, out[i] = t[:run], true
		case open != "" && run >= len(open) && t[0] == open[0] && strings.TrimSpace(t[run:]) == "":
			open, out[i] = "", true
		default:
			out[i] = open != ""
		}
	}
	return out
}

// glossary writes terms and what they mean.
func (p *page) glossary() {
	for _, t := range p.file.Terms {
		p.about(t)
		var lines []string
		for _, w := range t.Words {
			if s := item(Plain(strings.Join(strings.Fields(w), " "))); s != "" {
				lines = append(lines, s)
			}
		}
		meaning := strings.Split(markdown(t.Meaning, inLesson), "\n")
		if len(lines) == 0 || meaning[0] == "" {
			continue
		}
		lines = append(lines, ": "+meaning[0])
		for _, l := range meaning[1:] {
			lines = append(lines, strings.TrimRight("  "+l, " "))
		}
		p.say(strings.Join(lines, "\n"))
	}
}

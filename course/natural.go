package course

import (
	"cmp"
	"path"
	"strings"
)

// natural compares names as people number them: "2-x" before "10-x", capitals
// aside, folder by folder, a file before the folder of its name. It is a total
// order.
func natural(a, b string) int {
	x, y := a, b
	for {
		left, restX, moreX := strings.Cut(x, "/")
		right, restY, moreY := strings.Cut(y, "/")
		stemX, stemY := left, right
		if !moreX {
			stemX = withoutMarkdown(left)
		}
		if !moreY {
			stemY = withoutMarkdown(right)
		}
		if c := naturalPart(stemX, stemY); c != 0 {
			return c
		}
		switch {
		case moreX && moreY:
			x, y = restX, restY
		case moreX:
			return 1
		case moreY:
			return -1
		default:
			return cmp.Or(cmp.Compare(len(right)-len(stemY), len(left)-len(stemX)), strings.Compare(a, b))
		}
	}
}

func withoutMarkdown(name string) string {
	if isMarkdown(name) {
		return strings.TrimSuffix(name, path.Ext(name))
	}
	return name
}

// naturalPart compares two names without slashes.
func naturalPart(a, b string) int {
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			numA, numB := leadingDigits(a), leadingDigits(b)
			a, b = a[len(numA):], b[len(numB):]
			numA, numB = strings.TrimLeft(numA, "0"), strings.TrimLeft(numB, "0")
			if c := cmp.Or(cmp.Compare(len(numA), len(numB)), strings.Compare(numA, numB)); c != 0 {
				return c
			}
			continue
		}
		if c := cmp.Compare(lower(a[0]), lower(b[0])); c != 0 {
			return c
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func leadingDigits(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n]
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// Natural compares the names of files by the order that lessons come in: 2-x
// before 10-x, capitals aside.
func Natural(a, b string) int { return natural(a, b) }

package course

import (
	"cmp"
	"strings"
)

// natural compares names as people number them: "2-x" before "10-x", capitals
// aside, folder by folder. It is a total order.
func natural(a, b string) int {
	x, y := a, b
	for {
		left, restX, moreX := strings.Cut(x, "/")
		right, restY, moreY := strings.Cut(y, "/")
		if c := naturalPart(left, right); c != 0 {
			return c
		}
		if !moreX || !moreY {
			if moreX != moreY {
				return cmp.Compare(len(x), len(y))
			}
			return strings.Compare(a, b)
		}
		x, y = restX, restY
	}
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

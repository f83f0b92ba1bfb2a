package textsafe

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON makes JSON safe to print: what JSON allows as itself but a terminal may
// act on becomes a \u escape. What the JSON says stays the same.
func JSON(data []byte) []byte {
	rest := string(data)
	at := Index(rest)
	if at < 0 {
		return data
	}
	var b strings.Builder
	for ; at >= 0; at = Index(rest) {
		b.WriteString(rest[:at])
		r, size := utf8.DecodeRuneInString(rest[at:])
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
		rest = rest[at+size:]
	}
	b.WriteString(rest)
	return []byte(b.String())
}

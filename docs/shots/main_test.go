package main

import (
	"strings"
	"testing"
)

func TestDraw(t *testing.T) {
	for _, tt := range []struct{ name, capture, want string }{
		{"plain text", "ab  cd", `<text x="14" y="29" textLength="18" lengthAdjust="spacingAndGlyphs">ab</text>
<text x="50" y="29" textLength="18" lengthAdjust="spacingAndGlyphs">cd</text>`},
		{"second row, wide character", "\n你a", `<text x="14" y="49" textLength="27" lengthAdjust="spacingAndGlyphs">你a</text>`},
		{"weight and colour", "\x1b[1;31ma\x1b[0m", `<text x="14" y="29" textLength="9" lengthAdjust="spacingAndGlyphs" font-weight="bold" fill="#ff7b72">a</text>`},
		{"true colour and 256", "\x1b[38;2;1;2;3ma\x1b[38;5;196mb\x1b[38;5;255mc",
			`<text x="14" y="29" textLength="9" lengthAdjust="spacingAndGlyphs" fill="#010203">a</text>
<text x="23" y="29" textLength="9" lengthAdjust="spacingAndGlyphs" fill="#ff0000">b</text>
<text x="32" y="29" textLength="9" lengthAdjust="spacingAndGlyphs" fill="#eeeeee">c</text>`},
		{"ground, as wide as its widest row", "\x1b[44ma\x1b[0m\n\x1b[44mb  \x1b[0m",
			`<rect x="14" y="14" width="27" height="20" fill="#6cb0ff"/>
<text x="14" y="29" textLength="9" lengthAdjust="spacingAndGlyphs">a</text>
<rect x="14" y="34" width="27" height="20" fill="#6cb0ff"/>
<text x="14" y="49" textLength="9" lengthAdjust="spacingAndGlyphs">b</text>`},
		{"reverse", "\x1b[7ma", `<rect x="14" y="14" width="9" height="20" fill="#d8dee9"/>
<text x="14" y="29" textLength="9" lengthAdjust="spacingAndGlyphs" fill="#16181d">a</text>`},
		{"signs of XML", "<a&b>", `<text x="14" y="29" textLength="45" lengthAdjust="spacingAndGlyphs">&lt;a&amp;b&gt;</text>`},
		{"link", "\x1b]8;;http://a.b\x1b\\a\x1b]8;;\x1b\\", `<text x="14" y="29" textLength="9" lengthAdjust="spacingAndGlyphs">a</text>`},
		{"broken sequences", "\x1b[\x1b[12", `<text x="14" y="29" textLength="18" lengthAdjust="spacingAndGlyphs">12</text>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := draw(&b, tt.capture, 20, 2, ground(false), "t"); err != nil {
				t.Fatal(err)
			}
			_, got, _ := strings.Cut(b.String(), `xml:space="preserve">`+"\n")
			got, _, _ = strings.Cut(got, "\n</g>")
			if got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

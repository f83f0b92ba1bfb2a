package widget

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// fieldless is what an Input without a field has to say of text.
type fieldless struct{}

func (fieldless) Key(tea.KeyPressMsg) bool { return false }
func (fieldless) Captures() bool           { return false }
func (fieldless) Text() (string, bool)     { return "", false }
func (fieldless) Replace(string) bool      { return false }

// paste takes a number that was pasted for the row it is the key of. Anything
// else that is pasted where nothing is typed means nothing.
func paste(in Input, text string) bool {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil && n >= 1 && n <= in.Digits() && in.Intent(Digit(n), 0)
}

package course

import (
	"strings"
	"testing"
)

func TestWhatAHintNamesCanBeReadFromIt(t *testing.T) {
	for _, name := range []string{"dough", "../b/two.md", "Answer:", "größe", "a b"} {
		if got := meant(didYouMean(name)); got != name {
			t.Errorf("%q is read as %q", name, got)
		}
	}
	for hint, want := range map[string]string{
		"write ==": "==", "write a comparison": "", "check the name of the file": "", "": "",
		didYouMean(strings.Repeat("long", 20)): "", didYouMean(`a"b`): "",
	} {
		if got := meant(hint); got != want {
			t.Errorf("%q names %q, want %q", hint, got, want)
		}
	}
}

package tui

import (
	"strings"
	"testing"
)

func TestEveryKeyMeansOneThing(t *testing.T) {
	if found := DefaultKeymap().Conflicts(); len(found) > 0 {
		t.Errorf("keys that mean more than one thing:\n%s", strings.Join(found, "\n"))
	}
}

func TestConflictsAreFound(t *testing.T) {
	k := DefaultKeymap()
	k[IntentHint] = []string{"j", "h"}
	got := k.Conflicts()
	if len(got) != 1 || got[0] != "j: down, hint" {
		t.Errorf("found %q", got)
	}
}

func TestKeymap(t *testing.T) {
	k := DefaultKeymap()
	for _, c := range []struct {
		key  string
		want Intent
	}{
		{"up", IntentUp}, {"k", IntentUp}, {"G", IntentBottom}, {"g", IntentTop}, {"?", IntentHelp}, {"!", IntentDispute}, {"7", IntentDigit(7)},
	} {
		if got, ok := k.Of(c.key); !ok || got != c.want {
			t.Errorf("key %q means %q, want %q", c.key, got, c.want)
		}
	}
	if got, ok := k.Of("f9"); ok {
		t.Errorf("f9 means %q", got)
	}
	if n, ok := IntentDigit(7).Digit(); !ok || n != 7 {
		t.Errorf("digit 7 is %d, %v", n, ok)
	}
	for _, i := range []Intent{"digit-0", "digit-12", "digit-1x", "down", "3", ""} {
		if n, ok := i.Digit(); ok {
			t.Errorf("%q is the digit %d", i, n)
		}
	}
}

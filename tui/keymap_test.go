package tui

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/words"
)

func TestEveryKeyMeansOneThing(t *testing.T) {
	if found := conflicts(DefaultKeymap()); len(found) > 0 {
		t.Errorf("keys that mean more than one thing:\n%s", strings.Join(found, "\n"))
	}
}

// conflicts lists the keys that mean more than one intent, as "key: a, b".
func conflicts(k Keymap) []string {
	intents := make([]string, 0, len(k))
	for i := range k {
		intents = append(intents, string(i))
	}
	sort.Strings(intents)
	owner := map[string]string{}
	var found []string
	for _, i := range intents {
		for _, key := range k[Intent(i)] {
			if other, taken := owner[key]; taken {
				found = append(found, fmt.Sprintf("%s: %s, %s", key, other, i))
				continue
			}
			owner[key] = i
		}
	}
	return found
}

func TestConflictsAreFound(t *testing.T) {
	k := DefaultKeymap()
	k[IntentHint] = []string{"j", "h"}
	got := conflicts(k)
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

// TestEveryIntentHasWords wants a name for each intent that has a key.
func TestEveryIntentHasWords(t *testing.T) {
	told := IntentWords(words.English())
	for i := range DefaultKeymap() {
		if _, digit := i.Digit(); !digit && told[i] == "" {
			t.Errorf("%s is called nothing", i)
		}
	}
}

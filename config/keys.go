package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
	"github.com/cairn-learn/cairn/tui"
)

// needed lists what must stay within reach, whatever the file says. Where true,
// it must have a key that works while text is typed too.
func needed() map[tui.Intent]bool {
	return map[tui.Intent]bool{
		tui.IntentStop: true, tui.IntentEnter: true, tui.IntentBack: true,
		tui.IntentHelp: false, tui.IntentUp: false, tui.IntentDown: false,
	}
}

// ownKey is a key that the file gives to an intent.
type ownKey struct {
	name   string
	intent tui.Intent
	said   strictyaml.Scalar
}

// keymapper puts the learner's keys over the usual ones.
type keymapper struct {
	f     *file
	usual tui.Keymap
	own   map[tui.Intent][]ownKey // also without keys: taken away
	said  map[tui.Intent]strictyaml.Scalar
	given map[string]ownKey
}

// mergeKeys puts the keys of the file over the usual ones. What the file says of
// an intent stands in place of its usual keys. A key means one thing
// everywhere: one that the file gives to an intent is taken from the intent
// that usually has it. own lists the intents whose keys are the file's, sorted.
func mergeKeys(f *file, said strictyaml.Map[[]strictyaml.Scalar]) (keys tui.Keymap, own []tui.Intent) {
	k := keymapper{f: f, usual: tui.DefaultKeymap(), own: map[tui.Intent][]ownKey{}, said: map[tui.Intent]strictyaml.Scalar{}, given: map[string]ownKey{}}
	for _, entry := range said {
		k.take(entry)
	}
	for k.keepNeeded() { // what one gives back another may lack
	}
	merged := maps.Clone(k.usual)
	for intent, list := range k.own {
		names := make([]string, 0, len(list))
		for _, key := range list {
			names = append(names, key.name)
		}
		merged[intent] = names
		own = append(own, intent)
	}
	k.takeAway(merged)
	slices.Sort(own)
	return merged, own
}

// take reads the keys of one intent.
func (k *keymapper) take(entry strictyaml.Entry[[]strictyaml.Scalar]) {
	at := strictyaml.Scalar{Text: entry.Key, Line: entry.Line, Col: entry.Col}
	intent := tui.Intent(entry.Key)
	if _, known := k.usual[intent]; !known {
		hint := "cairn config keys lists what keys can do"
		if near := nearest.Name(entry.Key, intentNames(k.usual)); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		k.f.at(course.Error, codeIntent, at, fmt.Sprintf("no key does %q", short(entry.Key)), hint)
		return
	}
	if entry.Value == nil {
		k.f.at(course.Warning, codeKey, at, fmt.Sprintf("%s has neither a key nor an empty list, so it keeps its usual keys", entry.Key), "write [] to take them away")
		return
	}
	list := []ownKey{}
	for _, said := range entry.Value {
		if name, ok := k.name(said); ok && k.give(intent, name, said) {
			list = append(list, ownKey{name, intent, said})
		}
	}
	if len(list) > 0 || len(entry.Value) == 0 {
		k.own[intent], k.said[intent] = list, at
	}
}

// name reads the name of a key.
func (k *keymapper) name(said strictyaml.Scalar) (string, bool) {
	name, hint := keyNamed(said.Text)
	if name == "" {
		k.f.at(course.Error, codeKey, said, fmt.Sprintf("no key is called %q", short(said.Text)), hint)
		return "", false
	}
	if name != said.Text {
		k.f.at(course.Warning, codeKey, said, fmt.Sprintf("%q is taken for %q", said.Text, name), fmt.Sprintf("write %q", name))
	}
	if other := sentAs(name); other != "" {
		k.f.at(course.Warning, codeKey, said, fmt.Sprintf("most terminals send %s for %s", other, name), "choose another key")
	}
	return name, true
}

// give gives a key to an intent, unless the file gave it away before.
func (k *keymapper) give(intent tui.Intent, name string, said strictyaml.Scalar) bool {
	if before, taken := k.given[name]; taken {
		msg := fmt.Sprintf("%q is given to %s already, on line %d", name, before.intent, before.said.Line)
		if before.intent == intent {
			k.f.at(course.Warning, codeTaken, said, msg, "once is enough")
		} else {
			k.f.at(course.Error, codeTaken, said, msg, "a key does one thing everywhere: give one of them another")
		}
		return false
	}
	k.given[name] = ownKey{name, intent, said}
	return true
}

// keepNeeded refuses keys with which something that is needed could not be
// reached any more: its own, and those taken from it. It reports whether there
// was one; each time there are fewer keys left to refuse.
func (k *keymapper) keepNeeded() (refused bool) {
	for _, intent := range slices.Sorted(maps.Keys(needed())) {
		typing := needed()[intent]
		list, changed := k.own[intent]
		if changed && reaches(list, typing) {
			continue
		}
		if changed {
			k.refuse(intent, list, typing)
			refused = true
		}
		if usual := k.left(intent); !reaches(usual, typing) {
			k.giveBack(intent, typing)
			refused = true
		}
	}
	return refused
}

// reaches reports whether keys are enough for something that is needed.
func reaches(list []ownKey, typing bool) bool {
	return slices.ContainsFunc(list, func(key ownKey) bool { return !typing || !prints(key.name) })
}

// refuse drops what the file says of an intent that is needed.
func (k *keymapper) refuse(intent tui.Intent, list []ownKey, typing bool) {
	msg := fmt.Sprintf("%s must have a key, so it keeps %s", intent, strings.Join(k.usual[intent], ", "))
	hint := "give it one"
	if typing && len(list) > 0 {
		msg = fmt.Sprintf("%s must have a key that works while text is typed, so it keeps %s", intent, strings.Join(k.usual[intent], ", "))
		hint = "add one that types nothing, such as " + k.usual[intent][0]
	}
	k.f.at(course.Error, codeNeeded, k.said[intent], msg, hint)
	for _, key := range list {
		delete(k.given, key.name)
	}
	delete(k.own, intent)
}

// left lists the usual keys of an intent that the file gives to nothing else.
func (k *keymapper) left(intent tui.Intent) []ownKey {
	var list []ownKey
	for _, name := range k.usual[intent] {
		if _, taken := k.given[name]; !taken {
			list = append(list, ownKey{name: name})
		}
	}
	return list
}

// giveBack returns to an intent that is needed the first of its usual keys that
// reaches it.
func (k *keymapper) giveBack(intent tui.Intent, typing bool) {
	for _, name := range k.usual[intent] {
		if typing && prints(name) {
			continue
		}
		taken := k.given[name]
		k.f.at(course.Error, codeNeeded, taken.said,
			fmt.Sprintf("%q is the only key of %s, which must have one, so %s does not get it", name, intent, taken.intent),
			fmt.Sprintf("choose another key, or give %s one of its own", intent))
		delete(k.given, name)
		k.own[taken.intent] = slices.DeleteFunc(k.own[taken.intent], func(key ownKey) bool { return key.name == name })
		if len(k.own[taken.intent]) == 0 {
			delete(k.own, taken.intent)
		}
		return
	}
}

// takeAway takes the keys that the file gives away from those that usually have
// them, and says so unless the file speaks of both.
func (k *keymapper) takeAway(merged tui.Keymap) {
	for _, intent := range slices.Sorted(maps.Keys(merged)) {
		if _, own := k.own[intent]; own {
			continue
		}
		var kept []string
		var taken []ownKey
		for _, name := range merged[intent] {
			if by, gone := k.given[name]; gone {
				taken = append(taken, by)
			} else {
				kept = append(kept, name)
			}
		}
		if len(taken) == 0 {
			continue
		}
		merged[intent] = kept
		for _, by := range taken {
			msg := fmt.Sprintf("%q usually does %s; here it does %s", by.name, intent, by.intent)
			if len(kept) == 0 {
				msg += fmt.Sprintf(", and %s has no key", intent)
			}
			k.f.at(course.Warning, codeTaken, by.said, msg, fmt.Sprintf("if that is meant, write it down too: %s: [%s]", intent, quoted(kept)))
		}
	}
}

// quoted is a list of keys as YAML has it.
func quoted(keys []string) string {
	var out []string
	for _, k := range keys {
		out = append(out, scalar(k))
	}
	return strings.Join(out, ", ")
}

// intentNames lists what keys can do, sorted.
func intentNames(keys tui.Keymap) []string {
	var names []string
	for i := range keys {
		names = append(names, string(i))
	}
	slices.Sort(names)
	return names
}

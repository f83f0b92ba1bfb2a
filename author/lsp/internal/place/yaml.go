package place

import (
	"slices"

	"github.com/cairn-learn/cairn/author/schema"
)

// yamlTokens makes tokens of a mapping whose keys are known. of says what it is
// of: "course", or empty for front matter and settings.
func yamlTokens(text string, base int, root []schema.Key, of string) []Token {
	var tokens []Token
	for _, s := range scan(text, base) {
		above, keys, ok := below(root, s.keys)
		if !ok {
			continue
		}
		t := Token{Text: s.text, Start: s.start, End: s.end, Quoted: s.quoted}
		names := above.Map && len(s.keys) > 0 && s.keys[len(s.keys)-1] == above.Name
		switch {
		case (s.key || s.alone && !above.List) && names:
			t.Kind = defined(of, above.Name)
			t.Defines = t.Kind != Finding
			if t.Kind == Nothing {
				continue
			}
		case (s.key || s.alone) && len(keys) > 0 && (!s.alone || !above.Short || !above.List):
			t.Kind, t.Keys = Key, keys
			if i := slices.IndexFunc(keys, func(k schema.Key) bool { return k.Name == s.text }); i >= 0 {
				t.Of = keys[i]
			}
		default:
			tokens = append(tokens, valueTokens(t, above, of)...)
			continue
		}
		tokens = append(tokens, t)
	}
	return tokens
}

// below follows keys down from a mapping: to the key that is reached, and the
// keys that may stand below it. Keys of the author's own lead to what stands
// below each of them.
func below(root []schema.Key, path []string) (above schema.Key, keys []schema.Key, ok bool) {
	keys = root
	for i := 0; i < len(path); i++ {
		j := slices.IndexFunc(keys, func(k schema.Key) bool { return k.Name == path[i] })
		if j < 0 {
			return above, nil, false
		}
		above = keys[j]
		keys = above.Keys
		if above.Map {
			if i+1 == len(path) {
				return above, keys, true // the next key is a name of the author's own
			}
			i++
			above.Map = false
		}
	}
	return above, keys, true
}

// defined says what a name below a key of course.yaml stands for.
func defined(of, key string) Kind {
	if of != "course" {
		return Nothing
	}
	switch key {
	case "skills":
		return Skill
	case "goals":
		return Goal
	case "interests":
		return Interest
	case "mixups":
		return Mixup
	case "ways":
		return Way
	case "paces":
		return Pace
	case "check":
		return Finding
	}
	return Nothing
}

// valueTokens makes tokens of what stands behind a key.
func valueTokens(t Token, key schema.Key, of string) []Token {
	t.Of = key
	switch {
	case key.Type == schema.Rule:
		return ruleTokens(t.Text, t.Start)
	case len(key.Values) > 0:
		t.Kind = Value
	case key.Names == schema.Skill:
		t.Kind = Skill
	case key.Names == schema.Need:
		t.Kind = Need
	case key.Names == schema.Ask:
		t.Kind = Item
	case key.Names == schema.Way:
		t.Kind = Way
	case key.Names == schema.Bring:
		t.Kind = Bring
	case key.Names == schema.Shared:
		t.Kind = Shared
	case key.Names == schema.File && of == "course", key.Names == schema.Lesson && of == "course",
		key.Name == "path", key.Name == "lessons":
		t.Kind = Path
	case key.Names == schema.File, key.Names == schema.Lesson:
		t.Kind = File
	case key.Type == schema.YesNo:
		t.Kind = Value
		t.Of.Values = []string{"true", "false"}
	default:
		return nil
	}
	return []Token{t}
}

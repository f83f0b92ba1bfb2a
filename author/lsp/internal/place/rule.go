package place

import (
	"regexp"
	"strings"
)

// ruleTokens makes tokens of a rule: the names of what is compared, and the ids
// and code words that they are compared with.
func ruleTokens(text string, base int) []Token {
	const longest = 1000 // bytes; a rule may have 500
	if len(text) > longest {
		return nil
	}
	var tokens []Token
	add := func(kind Kind, start, end int, quoted bool) {
		if kind != Nothing && start >= 0 {
			tokens = append(tokens, Token{Kind: kind, Text: text[start:end], Start: base + start, End: base + end, Quoted: quoted})
		}
	}
	word := `[^\s()=!<>"'.\[\],]+`
	parts := regexp.MustCompile(`(` + word + `)(?:\.([^\s()=!<>"'\[\],]*)|\["([^"\n]*)"?\]?|\['([^'\n]*)'?\]?)|"([^"\n]*)"?|'([^'\n]*)'?|(` + word + `)`)
	for _, m := range parts.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case m[2] >= 0 && isNumber(text[m[2]:m[3]]):
		case m[2] >= 0:
			add(Name, m[2], m[3], false)
			of := named(text[m[2]:m[3]])
			for g := 2; g <= 4; g++ {
				if m[2*g] >= 0 {
					add(of, m[2*g], m[2*g+1], g > 2)
				}
			}
		case m[10] >= 0:
			add(compared(text, m[0], m[1]), m[10], m[11], true)
		case m[12] >= 0:
			add(compared(text, m[0], m[1]), m[12], m[13], true)
		case m[14] >= 0 && !isNumber(text[m[14]:m[15]]):
			if of := compared(text, m[14], m[15]); of != Nothing {
				add(of, m[14], m[15], false)
				tokens[len(tokens)-1].Bare = true
				continue
			}
			add(Name, m[14], m[15], false)
		}
	}
	return tokens
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789%") == "" }

// RuleNames are the names that a rule may begin with. Those that end in a dot
// are followed by an id.
func RuleNames() []string {
	return []string{"mastery.", "score", "tries.", "right.", "seen.", "mixup.", "answer.", "days_since.", "goal", "pace", "way", "interests", "and", "or", "not", "in"}
}

// named says what stands behind a name with a dot.
func named(name string) Kind {
	switch name {
	case "mastery":
		return Skill
	case "tries", "right", "answer":
		return Item
	case "seen":
		return Either
	case "mixup":
		return Mixup
	case "days_since":
		return Lesson
	}
	return Nothing
}

// compared says what a text in quotes is compared with, before it or behind it.
func compared(text string, start, end int) Kind {
	around := strings.Fields(text[:start])
	if n := len(around); n >= 2 && strings.Trim(around[n-1], "=!<>") == "" {
		return lists(around[n-2])
	}
	after := strings.Fields(text[end:])
	if len(after) >= 2 && after[0] == "not" {
		after = after[1:]
	}
	if len(after) >= 2 && (after[0] == "in" || strings.Trim(after[0], "=!<>") == "") {
		return lists(after[1])
	}
	return Nothing
}

func lists(name string) Kind {
	switch strings.Trim(name, "()") {
	case "goal":
		return Goal
	case "pace":
		return Pace
	case "way":
		return Way
	case "interests":
		return Interest
	}
	return Nothing
}

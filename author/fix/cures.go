package fix

import (
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
)

// cure makes the edits for a finding of one code; nil when it is not sure.
type cure func(at spot, d course.Diag) []Edit

// cures are those of all codes that have one. An id is never among what they
// change: an answer, a note or a review hangs on it.
func cures() map[string]cure {
	return map[string]cure{
		"byte-order-mark":   withoutMark,
		"crlf":              lineFeeds,
		"control-character": withoutCharacter,
		"bidi-character":    withoutCharacter,
		"hidden-character":  withoutCharacter,

		"yaml-tab":         spacesForTabs,
		"yaml-colon":       quotedValue,
		"yaml-start":       quotedValue,
		"yaml-quote":       quotedValue,
		"yaml-unknown-key": knownKey,
		"yaml-list":        asList,
		"yaml-comma":       quotedText,
		"yaml-comment":     quotedNumber,
		"yaml-indent":      aligned,
		"yaml-type":        withoutDashes,

		"bad-value":             meantWord,
		"unknown-file-kind":     meantWord,
		"unknown-code":          meantWord,
		"unknown-lesson":        meantWord,
		"unknown-skill":         meantWord,
		"unknown-mixup":         meantWord,
		"unknown-needs":         meantWord,
		"unknown-ask":           meantWord,
		"unknown-question":      meantWord,
		"undeclared-way":        meantWord,
		"bad-start":             meantWord,
		"rule-name":             meantInRule,
		"rule-syntax":           meantWord,
		"dead-link":             meantWord,
		"dead-image":            meantWord,
		"unknown-block":         meantHeading,
		"code-without-test":     meantFence,
		"code-without-solution": meantFence,
		"unknown-answer":        meantLabel,
		"unknown-expectation":   meantWord,

		"bash-only": plainShell,

		"box-without-space":     gluedBox,
		"answer-sign":           dashed,
		"open-comment":          closedSettings,
		"odd-box":               plainBox,
		"marked-ask":            withoutBox,
		"second-answer":         relabelled(`(?i)\banswer(\**\s*):`, "Also$1:"),
		"hint-in-ask":           relabelled(`(?i)\bhint(\**\s*):`, "Why$1:"),
		"feedback-not-indented": indented,
		"feedback-not-quoted":   quoted,
		"unknown-label":         meantSaid,
	}
}

// replace puts a text in the place of what the finding is about.
func (s spot) replace(with string) []Edit { return []Edit{{s.at, s.stop, with}} }

func withoutMark(s spot, _ course.Diag) []Edit {
	if !strings.HasPrefix(s.text, bom) {
		return nil
	}
	return []Edit{{0, len(bom), ""}}
}

// lineFeeds takes every carriage return before a line feed away.
func lineFeeds(s spot, _ course.Diag) []Edit {
	var edits []Edit
	for at := 0; ; {
		i := strings.Index(s.text[at:], "\r\n")
		if i < 0 {
			return edits
		}
		edits = append(edits, Edit{at + i, at + i + 1, ""})
		at += i + 2
	}
}

// withoutCharacter removes one character that does not show. One that an escape
// of YAML stands for, and marks piled on a letter, are the author's to mend.
func withoutCharacter(s spot, _ course.Diag) []Edit {
	r, size := utf8.DecodeRuneInString(s.marked())
	if size != s.stop-s.at || r == utf8.RuneError || unicode.IsMark(r) || unicode.IsGraphic(r) {
		return nil
	}
	return s.replace("")
}

// meantWord writes the name that was meant, where the finding is about the
// mistyped name and nothing else.
func meantWord(s spot, d course.Diag) []Edit {
	word := s.marked()
	if d.Code == "rule-syntax" {
		if edits := plainRule(s, d); edits != nil {
			return edits
		}
	}
	if d.Meant == "" || word == "" {
		return nil
	}
	if d.Code == "rule-syntax" && strings.Trim(word, "=!<>&|≥≤≠") == "" {
		return s.replace(d.Meant) // an operator
	}
	tail := ""
	if i := strings.IndexAny(word, "#?"); i > 0 {
		word, tail = word[:i], word[i:] // the place within a page stays
	}
	if strings.ContainsAny(d.Meant, " \t()<>[]{},:`") || strings.ContainsAny(word, " \t\"'`,{}[]") {
		return nil
	}
	if !course.Slip(path.Base(word), path.Base(d.Meant)) && !course.Slip(path.Base(word)+path.Ext(d.Meant), path.Base(d.Meant)) {
		return nil // it may be another word
	}
	return s.replace(d.Meant + tail)
}

// knownKey writes the key that was meant. Not id: with a key id the lesson or
// question would get another id than it has had so far.
func knownKey(s spot, d course.Diag) []Edit {
	if d.Meant == "id" {
		return nil
	}
	return meantWord(s, d)
}

// meantLabel writes the word before a colon that was meant, of an answer.
func meantLabel(s spot, d course.Diag) []Edit {
	word, _, ok := strings.Cut(s.marked(), ":")
	label, isLabel := strings.CutSuffix(d.Meant, ":")
	bare := strings.TrimRight(strings.Trim(word, "*_ "), " #.0123456789")
	if !ok || !isLabel || bare == "" || strings.ContainsAny(bare, " \t") || !course.Slip(bare, label) {
		return nil
	}
	from := s.at + strings.Index(word, bare)
	to := s.at + len(strings.TrimRight(word, "*_ "))
	return []Edit{{from, to, label}}
}

// glued is a box that stands right behind its dash.
var glued = regexp.MustCompile(`^([-*+])(\[)`)

// gluedBox puts a space between dash and box, in this line and in those of the
// list that follow.
func gluedBox(s spot, _ course.Diag) []Edit {
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if line == "" || strings.HasPrefix(line, "#") {
			break
		}
		if glued.MatchString(line[indent:]) {
			edits = append(edits, Edit{at + indent + 1, at + indent + 1, " "})
		}
	}
	return edits
}

// boxed is the beginning of a list item with a box, as people type them.
var boxed = regexp.MustCompile(`^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([^\]\[(]*)\][ \t]*`)

// plainBox writes a box as GFM has it.
func plainBox(s spot, _ course.Diag) []Edit {
	m := boxed.FindStringSubmatchIndex(s.line())
	if m == nil {
		return nil
	}
	box := "[ ] "
	switch strings.TrimSpace(s.line()[m[4]:m[5]]) {
	case "":
	case "x", "X", "✓", "✔", "*":
		box = "[x] "
	default:
		return nil
	}
	return []Edit{{s.start + m[3], s.start + m[1], box}}
}

// withoutBox takes a box away.
func withoutBox(s spot, _ course.Diag) []Edit {
	m := boxed.FindStringSubmatchIndex(s.line())
	if m == nil {
		return nil
	}
	return []Edit{{s.start + m[3], s.start + m[1], ""}}
}

// relabelled changes the first label of the line.
func relabelled(label, to string) cure {
	pattern := regexp.MustCompile(label)
	return func(s spot, _ course.Diag) []Edit {
		m := pattern.FindStringSubmatchIndex(s.line())
		if m == nil {
			return nil
		}
		return []Edit{{s.start + m[0], s.start + m[1], string(pattern.ExpandString(nil, to, s.line(), m))}}
	}
}

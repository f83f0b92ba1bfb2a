package course

import (
	"slices"
)

// codeRoles are the words of the blocks of a question that is answered with code.
func codeRoles() []string { return []string{"start", "test", "solution"} }

// almostRole is the language and role that a block of a question was probably meant
// to have. Of a block with a role and no language, the language is empty.
func almostRole(info string) (lang, role string) {
	words := infoWords(info)
	switch len(words) {
	case 1:
		if meant := meantRole(words[0]); slices.Contains(codeRoles(), words[0]) || isWord(words[0], "tests", "solutions") {
			return "", meant
		}
		return "", ""
	case 2:
	default:
		return "", ""
	}
	if lang, known := codeLanguage(words[0]); known {
		return lang, meantRole(words[1])
	}
	if lang, known := codeLanguage(words[1]); known && slices.Contains(codeRoles(), meantRole(words[0])) {
		return lang, meantRole(words[0])
	}
	return "", ""
}

// meantRole is the role that a word was probably meant to be.
func meantRole(word string) string {
	switch word {
	case "testing", "tester", "checks", "check", "spec", "specs", "verify", "assert", "asserts":
		return "test"
	case "solved", "solve", "solves", "answer", "answers", "reference", "model":
		return "solution"
	case "starter", "begin", "beginning", "stub", "skeleton", "template", "scaffold", "given", "initial":
		return "start"
	}
	if len(word) < 3 {
		return ""
	}
	return nearestName(word, codeRoles())
}

// almostAsksCode reports whether pieces hold a block whose role is nearly known, and
// no answers of another kind.
func (b *body) almostAsksCode(pieces []piece) bool {
	if boxes, labels := b.answersIn(pieces); boxes || labels {
		return false
	}
	return slices.ContainsFunc(pieces, func(pc piece) bool {
		n, info, _ := b.fence(pc)
		_, role := almostRole(info)
		return n != nil && role != ""
	})
}

// missed is a block that was probably meant to have a role of the question.
type missed struct {
	at   span
	lang string
}

// miss takes note of a block in a question that is answered with code which has no
// role of one, and warns of what counts in a task only.
func (r *codeReader) miss(pc piece) {
	n, info, at := r.fence(pc)
	if n == nil {
		return
	}
	lang, role := almostRole(info)
	if word := taskFenceWord(info); role == "" && word == "solve" {
		role = "solution"
	} else if role == "" && word != "" {
		r.strayFence(word, "task", "Task", at)
		return
	}
	if role != "" {
		if _, known := r.missed[role]; !known {
			r.missed[role] = missed{at, lang}
		}
		return
	}
	if lang, known := codeLanguage(info); known {
		r.plain = append(r.plain, missed{at, lang})
	}
}

// language is that of the question: of its blocks with a role, or else of those that
// were meant to have one.
func (r *codeReader) language() string {
	lang := r.code.Language
	for _, role := range codeRoles() {
		lang = orElse(lang, r.missed[role].lang)
	}
	return orElse(lang, "go")
}

// meantBlock is where the block stands that was probably meant to have a role that
// the question lacks: one whose role is misspelt, or one of plain code before the
// test for what to begin with, and behind it for the solution.
func (r *codeReader) meantBlock(role string) (span, bool) {
	if m, ok := r.missed[role]; ok {
		return m.at, true
	}
	for _, m := range r.plain {
		behind := r.testAt != (span{}) && m.at.start > r.testAt.start
		if m.lang == r.code.Language && behind == (role == "solution") && role != "test" {
			return m.at, true
		}
	}
	return span{}, false
}

// lacks reports a role that the question lacks, at the block that was probably meant
// to have it.
func (r *codeReader) lacks(say func(code string, at span, msg, hint string), code, role, msg string) {
	lang := r.language()
	at, hint := r.name, "add a block of code whose first line is ```"+lang+" "+role
	if near, ok := r.meantBlock(role); ok {
		at, hint = near, didYouMean(lang+" "+role)
		if m, ok := r.missed[role]; ok && m.lang == "" && r.code.Language == "" {
			hint = "write its language in front of it, such as ```python " + role
		}
	}
	say(code, at, msg, hint)
}

// reportDoubled warns of a block whose role is nearly known, where another block has
// that role.
func (r *codeReader) reportDoubled() {
	has := map[string]bool{"start": r.starts, "test": r.code.Test != "", "solution": r.code.Solution != ""}
	for _, role := range codeRoles() {
		if m, ok := r.missed[role]; ok && has[role] {
			r.warn(codeUnknownBlock, m.at, "this block is read as text, and there is a block of "+role, "write both into one, or take one away")
		}
	}
}

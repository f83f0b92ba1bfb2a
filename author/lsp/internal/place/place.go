// Package place says what stands at a place of a course's files: which key,
// which name, which rule. It reads text that is being written, so nothing in it
// needs to be right.
package place

import (
	"slices"

	"github.com/cairn-learn/cairn/author/schema"
)

// Kind is what a token names.
type Kind string

// The kinds. An Item is a question, task, Ask, extra, pool, card or heading with
// an id: what progress hangs on beside lessons.
const (
	Nothing  Kind = ""
	Key      Kind = "key"  // a key of the format
	Value    Kind = "word" // one of the words that a key may have
	Skill    Kind = "skill"
	Lesson   Kind = "lesson" // by its id
	Item     Kind = "item"
	Either   Kind = "lesson or item" // as in seen.ID
	Need     Kind = "skill or lesson"
	Mixup    Kind = "mix-up"
	Way      Kind = "way"
	Goal     Kind = "goal"
	Pace     Kind = "pace"
	Interest Kind = "interest"
	File     Kind = "file" // a path from the file it stands in
	Path     Kind = "path" // a path from the course's folder, or the id of a lesson
	Name     Kind = "name" // of a rule, such as mastery
	Word     Kind = "heading word"
	Option   Kind = "option" // a code word of an Ask
	Finding  Kind = "finding"
	Bring    Kind = "files of a task"
	Shared   Kind = "practice folder"
)

// Token is a part of a text that names something, or that could.
type Token struct {
	Kind       Kind
	Text       string // what it names, without quotes
	Start, End int    // bytes of the file, without quotes
	Defines    bool   // here is what the name stands for, not a use of it

	Keys   []schema.Key // of a Key: all that could stand here
	Of     schema.Key   // of a Value: the key it belongs to; of a Key: itself, where it is known
	Quoted bool         // quotes stand around it
	Bare   bool         // a code word of a rule that has no quotes yet, and needs them
}

// Tokens lists what a file of a course names, in its order. name is the file's,
// below the course's folder.
func Tokens(name, text string) []Token {
	switch {
	case name == "course.yaml":
		return yamlTokens(text, 0, schema.Course(), "course")
	case name == "tests/paths.yaml":
		return pathsTokens(text)
	case isMarkdown(name):
		return markdownTokens(text)
	}
	return nil
}

// At finds the token at an offset of a file, as if a letter stood there: also
// where nothing was written yet. It is false where nothing can be named.
func At(name, text string, offset int) (Token, bool) {
	if offset < 0 || offset > len(text) {
		return Token{}, false
	}
	const letter = "\u10ff" // of no word that anybody writes
	for _, t := range Tokens(name, text[:offset]+letter+text[offset:]) {
		if t.Start <= offset && offset < t.End {
			t.End -= len(letter)
			t.Text = text[t.Start:t.End]
			if i := slices.IndexFunc(t.Keys, func(k schema.Key) bool { return k.Name == t.Text }); i >= 0 {
				t.Of = t.Keys[i] // with the letter in it, nobody knew the key
			}
			return t, true
		}
	}
	return Token{}, false
}

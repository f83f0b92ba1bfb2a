package words

import (
	"slices"
	"strings"
)

// Replies are words that a learner may type line by line, in small letters.
// Every language takes the English ones too, so that a script can answer in
// English everywhere.
type Replies struct {
	Yes, No []string
	All     []string // everything of a course at once
	Done    []string // of a task; Yes is taken too
	Nothing []string // takes back a date or words of the learner's own
}

func englishReplies() Replies {
	return Replies{Yes: []string{"yes", "y"}, No: []string{"no", "n"}, All: []string{"all"}, Done: []string{"done"}, Nothing: []string{"none"}}
}

// Means reports whether what was typed is one of the replies.
func Means(typed string, replies []string) bool {
	return slices.Contains(replies, strings.ToLower(typed))
}

package main

import (
	"testing"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSharingExplainsEveryField: a learner is told what each field of a shared
// file is in every language, and of none that it has not.
func TestSharingExplainsEveryField(t *testing.T) {
	fields := cohort.Fields()
	for _, lang := range words.Languages() {
		said := words.For(lang.Tag).Sharing.Fields
		for _, f := range fields {
			if said[f] == "" {
				t.Errorf("%s: the field %s is not explained", lang.Tag, f)
			}
		}
		if len(said) != len(fields) {
			t.Errorf("%s: %d fields are explained, a file has %d", lang.Tag, len(said), len(fields))
		}
	}
}

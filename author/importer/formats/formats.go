// Package formats lists what cairn import reads.
package formats

import (
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/aiken"
	"github.com/cairn-learn/cairn/author/importer/cards"
	"github.com/cairn-learn/cairn/author/importer/carpentries"
	"github.com/cairn-learn/cairn/author/importer/gift"
	"github.com/cairn-learn/cairn/author/importer/lia"
	"github.com/cairn-learn/cairn/author/importer/mdbook"
	"github.com/cairn-learn/cairn/author/importer/qti"
	"github.com/cairn-learn/cairn/author/importer/quizjson"
	"github.com/cairn-learn/cairn/author/importer/swirl"
)

// All lists the formats by name, in the order that help has them.
func All() []importer.Format {
	return []importer.Format{
		gift.Format(),
		aiken.Format(),
		qti.Format(),
		swirl.Format(),
		quizjson.Format(),
		cards.Hashcards(),
		cards.Obsidian(),
		cards.Anki(),
		carpentries.Format(),
		lia.Format(),
		mdbook.Format(),
	}
}

// Named is the format of a name, or false.
func Named(name string) (importer.Format, bool) {
	for _, f := range All() {
		if f.Name == name {
			return f, true
		}
	}
	return importer.Format{}, false
}

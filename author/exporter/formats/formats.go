// Package formats lists what cairn export writes.
package formats

import (
	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/anki"
	"github.com/cairn-learn/cairn/author/exporter/gift"
	"github.com/cairn-learn/cairn/author/exporter/qti"
	"github.com/cairn-learn/cairn/author/exporter/webpage"
)

// All lists the formats by name, in the order that help has them.
func All() []exporter.Format {
	return []exporter.Format{
		gift.Format(),
		qti.Version12(),
		qti.Version21(),
		anki.Format(),
		webpage.Format(),
	}
}

// Named is the format of a name, or false.
func Named(name string) (exporter.Format, bool) {
	for _, f := range All() {
		if f.Name == name {
			return f, true
		}
	}
	return exporter.Format{}, false
}

package progress

import "path/filepath"

// Stored is one kind of file that a log keeps.
type Stored struct {
	Name   string   // what it is called where it is explained
	Path   string   // of one such file; * stands for what differs
	Fields []string // what a line or the file holds: the names of JSON, with a full stop below others; none where it holds bytes or lines as they were
}

// AllStored lists every kind of file that a log in dir keeps, with every field
// that is written. Tests hold it to the structs that are written.
func AllStored(dir string) []Stored {
	var all []Stored
	for _, kind := range allMade() {
		if kind.stored != "" {
			all = append(all, Stored{kind.stored, filepath.Join(dir, kind.folder, kind.shown), kind.fields})
		}
	}
	return all
}

func lineFields() []string {
	return []string{
		"v", "more", "dev", "seq", "clk", "t", "course", "ver", "lesson", "item", "rev", "kind",
		"what", "answer", "answer.text", "answer.items", "answer.dontKnow", "outcome", "score", "mixup", "hints", "confidence", "ms",
		"to", "why", "why.code", "why.title", "why.from", "why.rule", "why.n", "why.lim", "why.days", "why.by", "why.over", "why.less",
		"ref", "note",
	}
}

package words

import (
	"errors"

	"github.com/cairn-learn/cairn/internal/trouble"
)

// Trouble is what is wrong with a place on the disk and what mends it, by
// trouble.Kind, as it stands behind a colon. {path} is the place.
type Trouble map[string]string

// Because is why something could not be done with a task, and what mends it where
// that is known; in English where it is not. It may hold what a course or the
// system wrote.
func (p *Practice) Because(err error) string {
	var place *trouble.Error
	if errors.As(err, &place) {
		return Put(p.Trouble[string(place.Kind)], "path", place.Path)
	}
	return err.Error()
}

// CouldNot says that something could not be done with a task, and why.
func (p *Practice) CouldNot(err error) string { return Put(p.Failed, "why", p.Because(err)) }

func englishTrouble() Trouble {
	return Trouble{
		"no-room":    "there is no room left for {path}. Make room on that disk and try again.",
		"shut":       "cairn may not read or write {path}. Mend its permissions, or have cairn keep everything in another folder with CAIRN_DATA.",
		"in-the-way": "something else is where {path} should be. Move it away and try again.",
		"gone":       "{path} was removed or replaced meanwhile. Nothing was counted. Try again: the folder is made anew.",
		"no-temp":    "nothing can be written in {path}, the folder for temporary files. Make room there, or name another folder in TMPDIR.",
	}
}

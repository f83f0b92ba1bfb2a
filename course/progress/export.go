package progress

import (
	"bytes"
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/archive"
)

// Selection is what is taken out of a log; the zero value is all of it.
type Selection struct {
	Course string // only the events of this course; empty: of every course

	// WithoutNotes leaves out what the learner wrote in words of their own,
	// beside answers: notes, what is still unclear, and what they said of an
	// answer that they think was right.
	WithoutNotes bool
}

// whole reports whether nothing is left out.
func (s Selection) whole() bool { return s == Selection{} }

// takes reports whether a line is in the selection. Of a line that cannot be
// read nobody knows what is in it.
func (s Selection) takes(l *line) bool {
	if s.whole() {
		return true
	}
	if !l.readable || s.Course != "" && l.course != s.Course {
		return false
	}
	if !s.WithoutNotes {
		return true
	}
	e := l.event()
	return e.Note == "" || e.Kind == learn.KindOpened // there it is a folder
}

// Extract is lines taken out of a log. It is itself a log file, as a backup is.
type Extract struct {
	Data    []byte
	Lines   int
	LeftOut int
	Last    time.Time // of the last event in it; zero without one
}

// Extract returns the selected lines as they are, each once.
func (l *Log) Extract(s Selection) Extract {
	l.mu.Lock()
	lines := l.union.all()
	l.mu.Unlock()
	var x Extract
	for _, line := range lines {
		if !s.takes(line) {
			x.LeftOut++
			continue
		}
		x.Data = append(append(x.Data, line.raw...), '\n')
		x.Lines++
		if e := line.event(); line.readable && e.Time.After(x.Last) {
			x.Last = e.Time
		}
	}
	x.Data = append(x.Data, '\n') // what stands before an empty line is finished
	return x
}

// exportDir is the folder that an archive unpacks to.
const exportDir = "cairn-progress"

// Pack makes a .tar.gz of the lines and of what is to be read with them, such
// as a summary. The same content gives the same bytes: every file is for its
// owner only, belongs to nobody, and has the time of the last event.
func (x Extract) Pack(enclosed ...archive.File) ([]byte, error) {
	when := x.Last
	if when.Year() < 1980 || when.Year() > 2100 {
		when = time.Unix(0, 0) // a nonsense clock; not every program can read its time
	}
	var files []archive.File
	for _, f := range append(enclosed, archive.File{Name: logDir + "/events" + ext, Data: x.Data}) {
		files = append(files, archive.File{Name: exportDir + "/" + f.Name, Data: f.Data})
	}
	var out bytes.Buffer
	if err := archive.WriteTarGz(&out, files, when); err != nil {
		return nil, fmt.Errorf("pack the progress: %w", err)
	}
	return out.Bytes(), nil
}

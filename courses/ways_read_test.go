package courses_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// What the lines of a recording begin with. All others are what is told.
const (
	markSitting = "== "
	markTyped   = ">"
	markShell   = "$ "
	markMore    = "| " // of what goes on in the shell's line
	asSitting   = "== 2006-01-02 15:04 =="
)

// recording is what one person did.
type recording struct {
	head     string // what is said of it
	sittings []sitting
}

// sitting is one start of the program.
type sitting struct {
	at   time.Time
	done []deed
}

// deed is one thing that was done: typed into the program, or in a shell.
type deed struct {
	line  int // of the recording; 0: of no recording
	shell bool
	text  string
}

func (d deed) String() string {
	if d.shell {
		return markShell + strings.ReplaceAll(d.text, "\n", "\n"+markMore)
	}
	return strings.TrimRight(markTyped+" "+d.text, " ")
}

// readRecording takes out of a recording what was done.
func readRecording(text string) (recording, error) {
	var r recording
	n, more := 0, false
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, markSitting) {
			at, err := time.Parse(asSitting, line)
			if err != nil {
				return r, fmt.Errorf("line %d: a sitting begins with %s: %w", n, asSitting, err)
			}
			r.sittings = append(r.sittings, sitting{at: at})
			continue
		}
		if len(r.sittings) == 0 {
			r.head += line + "\n"
			continue
		}
		s := &r.sittings[len(r.sittings)-1]
		rest, isShell := strings.CutPrefix(line, markShell)
		goesOn, isMore := strings.CutPrefix(line+" ", markMore)
		switch {
		case isShell:
			s.done = append(s.done, deed{line: n, shell: true, text: rest})
		case isMore && more:
			s.done[len(s.done)-1].text += "\n" + strings.TrimSuffix(goesOn, " ")
		case strings.HasPrefix(line, markTyped):
			s.done = append(s.done, deed{line: n, text: strings.TrimPrefix(line[1:], " ")})
		}
		more = isShell || isMore && more
	}
	if len(r.sittings) == 0 {
		return r, errors.New("it has no sitting")
	}
	return r, nil
}

func itoa(n int) string { return strconv.Itoa(n) }

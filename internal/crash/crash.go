// Package crash tells of faults in cairn itself: of a panic, where nothing
// should have gone wrong.
//
// A fault that is caught in one goroutine can be carried to another and still
// names the place where it came up. A report of it holds where it came up and
// nothing of a course or of a learner: the words of a panic may quote an answer,
// so that they are left out unless the runtime of Go wrote them.
package crash

import (
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// Fault is a panic that was caught.
type Fault struct {
	Value any    // what the program panicked with
	Stack []byte // of the goroutine that did, as runtime/debug.Stack gives it

	Report string // the path of its report; empty: there is none
}

// Caught makes a fault of what recover returned, which must not be nil. One
// that was carried here from another goroutine stays as it is. It must be called
// by the function that recovered, while the stack still tells where from.
func Caught(p any) *Fault {
	if f, ok := p.(*Fault); ok {
		return f
	}
	return &Fault{Value: p, Stack: debug.Stack()}
}

// Error returns what the program panicked with. It may quote a course or an
// answer, and is not clean.
func (f *Fault) Error() string { return fmt.Sprint(f.Value) }

// told is what can be told of a fault to others: the words of the runtime, and
// of anything else only its kind.
func (f *Fault) told() string {
	if err, ok := f.Value.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a %T, whose words are left out: they may quote a course or an answer", f.Value)
}

// trace is the stack from where the fault came up: functions and lines, without
// what was passed and without the folders that the program was built in.
func (f *Fault) trace() string {
	lines := strings.Split(strings.TrimSpace(string(f.Stack)), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "panic(") && i+2 <= len(lines) {
			lines = lines[i+2:] // before it only what caught it
			break
		}
	}
	var out strings.Builder
	for _, line := range lines {
		if place, is := strings.CutPrefix(line, "\t"); is {
			place, _, _ = strings.Cut(place, " +0x")
			line = "\t" + path.Base(filepath.ToSlash(place))
		} else if end := strings.LastIndexByte(line, '('); end > 0 && strings.HasSuffix(line, ")") {
			line = line[:end]
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}

package lsp

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/crash"
)

// readSoon reads the courses of all open files once nothing was typed for a
// moment, and tells the editor what was found.
func (s *server) readSoon(conn *jsonrpc2.Conn) {
	if s.timer != nil {
		s.timer.Stop()
	}
	s.edition++
	edition := s.edition
	s.timer = time.AfterFunc(s.options.Quiet, func() {
		defer func() {
			if p := recover(); p != nil {
				s.fault(crash.Caught(p))
			}
		}()
		s.publish(conn, edition)
	})
}

// publish tells the findings of every course of which a file is open, and takes
// back those that are no more. The courses are read while the conversation goes
// on; what was changed meanwhile is read by who comes next.
func (s *server) publish(conn *jsonrpc2.Conn, edition int) {
	s.mu.Lock()
	held := maps.Clone(s.documents)
	roots := map[string]bool{}
	for file := range held {
		if root := rootOf(file, s.workspace); root != "" {
			roots[root] = true
		}
	}
	s.mu.Unlock()

	folders := map[string]*folder{}
	now := map[string][]diagnostic{}
	for file := range held {
		now[file] = []diagnostic{}
	}
	for root := range roots {
		f, err := held.open(root)
		if err != nil {
			continue // a folder that is no course: there is nothing to say of it
		}
		folders[root] = f
		for _, d := range f.findings {
			file := f.fileOf(d)
			text, _ := f.texts(below(root, file))
			now[file] = append(now[file], told(text, d))
		}
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.edition != edition {
		return
	}
	s.folders, s.read = folders, edition
	for file := range s.told {
		if _, ok := now[file]; !ok {
			now[file] = []diagnostic{}
		}
	}
	clear(s.told)
	for _, file := range slices.Sorted(maps.Keys(now)) {
		if len(now[file]) > 0 {
			s.told[file] = true
		}
		_ = conn.Notify(context.Background(), "textDocument/publishDiagnostics", publishParams{uriOf(file), now[file]}) // the editor may have gone
	}
}

// fileOf is the path of the file that a finding is about. One about the folder as
// a whole is shown in course.yaml.
func (f *folder) fileOf(d course.Diag) string {
	name := d.Pos.File
	if name == "." || name == "" {
		name = "course.yaml"
	}
	return filepath.Join(f.dir, filepath.FromSlash(name))
}

// told is a finding as an editor takes it.
func told(text string, d course.Diag) diagnostic {
	severity := 1
	if d.Severity == course.Warning {
		severity = 2
	}
	message := textsafe.Line(d.Msg)
	if d.Hint != "" {
		message += "\n" + textsafe.Line(d.Hint)
	}
	return diagnostic{rangeOfFinding(text, d), severity, d.Code, "cairn", message}
}

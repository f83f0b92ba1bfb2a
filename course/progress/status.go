package progress

import "slices"

// Status is how the log is: plain data that front ends put into words.
type Status struct {
	Dir string

	// ReadOnly says that nothing can be saved at present, Reason why.
	ReadOnly bool
	Reason   string

	Writer    string // device id of what is saved now; empty when nothing is
	SaveError string // of the last Append; empty when it saved

	Events int // that this program can read
	Newer  int // lines of a later format, read as far as possible
	Unread int // whole lines in which this program finds no event; they are kept

	Files     []FileStatus // the files that something is wrong with
	Torn      []string     // copies of broken saves that were set aside at this start
	Missing   []Missing
	Conflicts []string // ids of events that the log holds with two contents

	Backup      string // path of the newest backup; empty: none yet
	BackupError string // why today's backup could not be made
}

// FileStatus tells what is wrong with a file.
type FileStatus struct {
	Path       string
	Bad        []int  // lines, from 1, whose checksum is wrong; they are kept
	CRLF       int    // lines whose ends another program changed; they are read
	Unfinished int    // bytes of an unfinished save at its end; they are kept
	Error      string // why it could not be read
}

// Sound reports whether all that was ever saved is there and can be read, and
// the last save went well.
func (s Status) Sound() bool {
	return s.SaveError == "" && s.BackupError == "" && s.Unread == 0 &&
		len(s.Files)+len(s.Torn)+len(s.Missing)+len(s.Conflicts) == 0
}

// BadLines counts the bad lines of all files.
func (s Status) BadLines() int {
	n := 0
	for _, f := range s.Files {
		n += len(f.Bad)
	}
	return n
}

// Status tells how the log is.
func (l *Log) Status() Status {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.status
	s.Writer = l.writer
	s.Events, s.Newer, s.Unread = l.union.events, l.union.newer, len(l.settled.unread(l.union))
	s.Files, s.Torn = slices.Clone(s.Files), slices.Clone(s.Torn)
	s.Missing, s.Conflicts = slices.Clone(s.Missing), slices.Clone(s.Conflicts)
	return s
}

// noteFile records what is wrong with a file, if anything is. Own files may
// have an unfinished save: another window is writing it, or will mend it.
func (s *Status) noteFile(path string, f scanned, own bool, err error) {
	note := FileStatus{Path: path, Bad: f.bad, CRLF: f.crlf}
	if !own || f.suspects {
		note.Unfinished = len(f.unfinished())
	}
	if err != nil {
		note.Error = err.Error()
	}
	if len(note.Bad) > 0 || note.CRLF > 0 || note.Unfinished > 0 || note.Error != "" {
		s.Files = append(s.Files, note)
	}
}

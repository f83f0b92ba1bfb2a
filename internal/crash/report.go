package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Folder is where reports are, below the folder for a learner's data.
const Folder = "crashes"

const (
	kept      = 10       // reports; the oldest go first
	maxReport = 64 << 10 // bytes
	stamp     = "20060102T150405Z"
)

// Reports writes what went wrong to files that only the learner can read.
type Reports struct {
	Data  string              // the folder for a learner's data; empty: there is none
	Now   func() time.Time    // may itself be at fault
	About []string            // what the program is and runs on, a line each
	Clean func(string) string // makes a text safe for a terminal
}

// Write writes a report and returns its path. It never panics, whatever is at
// fault. No more than ten reports are kept.
func (r Reports) Write(f *Fault) (path string, err error) {
	defer func() {
		if p := recover(); p != nil {
			path, err = "", errors.New("writing the report of a fault failed too")
		}
	}()
	if r.Data == "" {
		return "", errors.New("there is no folder for the report of a fault")
	}
	folder := filepath.Join(r.Data, Folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("making the folder for the report of a fault: %w", err)
	}
	when := r.now()
	text := r.text(f, when)
	for n := 1; n <= 100; n++ {
		path := filepath.Join(folder, fmt.Sprintf("%s-%02d.txt", when.Format(stamp), n))
		switch err := write(path, text); {
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			return "", fmt.Errorf("writing the report of a fault: %w", err)
		}
		thin(folder)
		return path, nil
	}
	return "", errors.New("there are too many reports of faults of this second")
}

// now is the time, or that of the machine where asking for it is what fails.
func (r Reports) now() (t time.Time) {
	defer func() {
		if recover() != nil {
			t = time.Now().UTC()
		}
	}()
	return r.Now().UTC()
}

func (r Reports) text(f *Fault, when time.Time) string {
	var out strings.Builder
	out.WriteString("A fault in cairn. This report holds no answers, no notes and no text of a course.\n\n")
	for _, line := range append(r.About, "at "+when.Format(time.RFC3339)) {
		out.WriteString(line + "\n")
	}
	out.WriteString("\n" + f.told() + "\n\n" + f.trace())
	text := r.Clean(out.String())
	if len(text) > maxReport {
		text = strings.ToValidUTF8(text[:maxReport], "") + "\n"
	}
	return text
}

func write(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}

// thin removes the oldest reports. What is in the folder and is none stays.
func thin(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	var names []string
	for _, e := range entries {
		if IsReport(e.Name()) && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names) // they begin with the time
	for len(names) > kept {
		_ = os.Remove(filepath.Join(folder, names[0]))
		names = names[1:]
	}
}

// IsReport reports whether a file has the name of a report.
func IsReport(name string) bool {
	when, rest, _ := strings.Cut(name, "-")
	_, err := time.Parse(stamp, when)
	number, text := strings.CutSuffix(rest, ".txt")
	return err == nil && text && len(number) >= 2 && strings.Trim(number, "0123456789") == ""
}

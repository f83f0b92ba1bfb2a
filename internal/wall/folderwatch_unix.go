//go:build unix

package wall

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"time"
)

// folderWatch counts what a command adds to a folder that it may write to. It
// looks at a part of it at a time, so that a folder of many files keeps nobody
// waiting, and never outside of it, whatever is swapped for a link.
type folderWatch struct {
	root *os.Root
	// What was there before.
	files0 int
	bytes0 int64
	// What is more now: by the last round that came to its end, or by this one
	// where it is more already.
	files int
	bytes int64
	deep  bool // folders go deeper than deepest, and what is there was not counted

	todo      []string // folders that this round has yet to see
	sumFiles  int
	sumBytes  int64
	next      time.Time // when the next round begins
	roundTook time.Duration
}

// mostSeen is how many files of a folder are counted before a command starts: a
// folder of more is one that no course fills.
const mostSeen = 300_000

// deepest is how many folders may be in each other: to look at one takes a step for
// each that it is in, and somebody who makes thousands of them keeps everybody busy.
const deepest = 100

// watchFolder counts what a folder holds now. One that cannot be read is not
// watched.
func watchFolder(dir string) *folderWatch {
	f := &folderWatch{todo: []string{"."}}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return f
	}
	f.root = root
	for len(f.todo) > 0 && f.sumFiles < mostSeen {
		f.one()
	}
	f.files0, f.bytes0 = f.sumFiles, f.sumBytes
	f.todo, f.sumFiles, f.sumBytes = nil, 0, 0
	return f
}

func (f *folderWatch) close() {
	if f.root != nil {
		_ = f.root.Close() // nothing was written through it
	}
}

// step goes on with a round for about as long as it is given.
func (f *folderWatch) step(budget time.Duration) {
	now := time.Now()
	if f.root == nil || now.Before(f.next) {
		return
	}
	if len(f.todo) == 0 {
		f.todo, f.sumFiles, f.sumBytes, f.roundTook = []string{"."}, 0, 0, 0
	}
	for len(f.todo) > 0 && time.Since(now) < budget {
		f.one()
	}
	f.roundTook += time.Since(now)
	f.files, f.bytes = max(f.files, f.sumFiles-f.files0), max(f.bytes, f.sumBytes-f.bytes0)
	if len(f.todo) == 0 {
		f.files, f.bytes = f.sumFiles-f.files0, f.sumBytes-f.bytes0
		f.next = time.Now().Add(max(100*time.Millisecond, 5*f.roundTook))
	}
}

// one looks at one folder of those that are left.
func (f *folderWatch) one() {
	name := f.todo[len(f.todo)-1]
	f.todo = f.todo[:len(f.todo)-1]
	d, err := f.root.Open(name)
	if err != nil {
		return // gone, or closed to us: what is in it was counted as it came to be, or is not
	}
	defer func() { _ = d.Close() }()
	for f.sumFiles-f.files0 < mostSeen {
		entries, err := d.ReadDir(1000)
		for _, e := range entries {
			f.sumFiles++
			if e.IsDir() && strings.Count(name, "/") >= deepest {
				f.deep = true
			} else if e.IsDir() {
				f.todo = append(f.todo, path.Join(name, e.Name()))
			} else if info, err := e.Info(); err == nil && info.Mode()&fs.ModeType == 0 {
				f.sumBytes += used(info)
			}
		}
		if err != nil {
			return
		}
	}
}

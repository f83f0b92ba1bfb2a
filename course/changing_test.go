package course

import (
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/internal/torture"
)

// changing is a folder whose files are others at every opening, and shorter or
// longer than they say. It remembers what was handed out.
type changing struct {
	fstest.MapFS
	seed uint64

	mu    sync.Mutex // files are read side by side
	given fstest.MapFS
	again []string // opened more than once
}

func (c *changing) Open(name string) (fs.File, error) {
	if file, ok := c.MapFS[name]; !ok || file.Mode.IsDir() {
		return c.MapFS.Open(name)
	}
	c.mu.Lock()
	if _, have := c.given[name]; have {
		c.again = append(c.again, name)
	}
	c.mu.Unlock()
	draw := rand.New(rand.NewPCG(c.seed, uint64(len(name)+int(name[0]))))
	file := &changingFile{text: strings.Repeat("---\ntitle: "+string(rune('A'+draw.IntN(26)))+"\n---\n\nText.\n", 1+draw.IntN(3))}
	file.says = max(0, len(file.text)+draw.IntN(80)-40)
	file.given = func(data string) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.given[name] = &fstest.MapFile{Data: []byte(data), Mode: 0o644}
	}
	file.given("")
	return file, nil
}

// changingFile says one size and has another.
type changingFile struct {
	text  string
	says  int
	at    int
	given func(string)
}

func (f *changingFile) Stat() (fs.FileInfo, error) {
	return fs.Stat(fstest.MapFS{"x": {Data: make([]byte, f.says), Mode: 0o644}}, "x")
}

func (f *changingFile) Read(p []byte) (int, error) {
	n := copy(p, f.text[f.at:])
	f.at += n
	f.given(f.text[:f.at])
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *changingFile) Close() error { return nil }

// TestLoadedBytesAreTheHashedBytes is case C65, a property: whatever files become
// while a course is loaded, the course is the one of the bytes that its hash is
// of, and no file is looked at twice.
func TestLoadedBytesAreTheHashedBytes(t *testing.T) {
	tried := 0
	rapid.Check(t, func(r *rapid.T) {
		seed := rapid.Uint64().Draw(r, "seed")
		folder := &changing{MapFS: fstest.MapFS{}, seed: seed, given: fstest.MapFS{}}
		for _, name := range []string{"README.md", "one.md", "part/two.md", "part/three.md", "LICENSE.md"} {
			folder.MapFS[name] = &fstest.MapFile{Data: []byte("x")}
		}
		loaded, _, err := Load(folder, "course")
		if err != nil {
			r.Fatal(err)
		}
		if len(folder.again) > 0 {
			r.Fatalf("%v are read twice", folder.again)
		}
		same, _, err := Load(folder.given, "course")
		if err != nil {
			r.Fatal(err)
		}
		if loaded.Hash != same.Hash {
			r.Fatal("the hash is not of the bytes that were loaded")
		}
		if a, b := titles(loaded), titles(same); a != b {
			r.Fatalf("loaded %s, hashed %s", a, b)
		}
		tried++
	})
	torture.Report(t, "P15", "%d courses whose files changed, grew and shrank while they were loaded: all were what their hash is of", tried)
}

func titles(c *Course) string {
	var all []string
	for _, l := range c.Lessons {
		all = append(all, l.ID+"="+l.Title)
	}
	return strings.Join(all, " ")
}

// TestWhatTheHashIsOf states what an edit has to change for the hash to change:
// course.yaml and Markdown, and nothing else.
func TestWhatTheHashIsOf(t *testing.T) {
	base := fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\n")}, "one.md": {Data: []byte("# One\n\n![a](a.png)\n")}, "a.png": {Data: []byte("1")},
		"notes.txt": {Data: []byte("1")}, "node_modules/x.md": {Data: []byte("1")}, "LICENSE.md": {Data: []byte("1")},
	}
	hash := func(change string) string {
		files := fstest.MapFS{}
		for name, file := range base {
			files[name] = file
		}
		if change != "" {
			files[change] = &fstest.MapFile{Data: append([]byte{}, append(base[change].Data, '\n')...)}
		}
		c, _, err := Load(files, "course")
		mustDo(t, err)
		return c.Hash
	}
	for name, counts := range map[string]bool{
		"course.yaml": true, "one.md": true, "LICENSE.md": true, "a.png": false, "notes.txt": false, "node_modules/x.md": false,
	} {
		if (hash(name) != hash("")) != counts {
			t.Errorf("a change of %s changes the hash: %v, want %v", name, !counts, counts)
		}
	}
}

// TestACourseThatIsOpenStaysAsItIs is case C66: a course is changed and removed
// while it is open. What was loaded stays; loading again gives the new one.
func TestACourseThatIsOpenStaysAsItIs(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "one.md")
	mustDo(t, os.WriteFile(name, []byte("# Before\n\nText.\n"), 0o600))
	load := func() *Course {
		fsys, err := OpenDir(dir)
		mustDo(t, err)
		c, _, err := Load(fsys, "course")
		mustDo(t, err)
		mustDo(t, fsys.Close())
		return c
	}
	before := load()
	mustDo(t, os.WriteFile(name, []byte("# After\n\nOther.\n"), 0o600))
	after := load()
	mustDo(t, os.RemoveAll(name))
	if before.Lessons[0].Title != "Before" || after.Lessons[0].Title != "After" || before.Hash == after.Hash {
		t.Errorf("before %q %s, after %q %s", before.Lessons[0].Title, before.Hash, after.Lessons[0].Title, after.Hash)
	}
}

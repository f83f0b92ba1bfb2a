package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/internal/torture"
)

// TestGoodArchives reads archives as programs make them.
func TestGoodArchives(t *testing.T) {
	lesson := part{name: "one.md", text: "# One\n"}
	for _, c := range []struct {
		name string
		data []byte
		want map[string]string
		top  string
	}{
		{"a zip", zipOf(t, lesson, part{name: "part/", mode: fs.ModeDir}, part{name: "part/two.md", text: "2"}), map[string]string{"one.md": "# One\n", "part/two.md": "2"}, ""},
		{"a zip with one folder at its top", zipOf(t, part{name: "rivers/", mode: fs.ModeDir}, part{name: "rivers/one.md", text: "1"}), map[string]string{"one.md": "1"}, "rivers"},
		{"a zip with one folder that is not listed", zipOf(t, part{name: "rivers/one.md", text: "1"}, part{name: "rivers/a/two.md", text: "2"}), map[string]string{"one.md": "1", "a/two.md": "2"}, "rivers"},
		{"folders within each other are entered once", zipOf(t, part{name: "a/b/c.md", text: "1"}), map[string]string{"b/c.md": "1"}, "a"},
		{"a zip of macOS", zipOf(t, part{name: "rivers/one.md", text: "1"}, part{name: "rivers/.DS_Store", text: "x"}, part{name: "__MACOSX/rivers/._one.md", text: "x"}), map[string]string{"one.md": "1"}, "rivers"},
		{"a tar of macOS", tarOf(t, part{name: "._rivers", text: "x"}, part{name: "rivers/._one.md", text: "x"}, part{name: "rivers/one.md", text: "1"}), map[string]string{"one.md": "1"}, "rivers"},
		{"a tar of the folder it is in", tarOf(t, part{name: "./", kind: tar.TypeDir}, part{name: "./one.md", text: "1"}), map[string]string{"one.md": "1"}, ""},
		{"a tar of git", gzipped(t, tarOf(t, part{name: "pax_global_header", kind: tar.TypeXGlobalHeader, text: "0123456789"}, part{name: "rivers-1.0/", kind: tar.TypeDir}, part{name: "rivers-1.0/one.md", text: "1"})), map[string]string{"one.md": "1"}, "rivers-1.0"},
		{"a tar with long names", tarOf(t, part{name: strings.Repeat("lessons-of-the-course/", 7) + "one.md", text: "1"}, lesson), map[string]string{strings.Repeat("lessons-of-the-course/", 7) + "one.md": "1", "one.md": "# One\n"}, ""},
		{"names with spaces and emoji", zipOf(t, part{name: "the river 🏞️.md", text: "1"}, part{name: "👩‍🏫.md", text: "2"}, part{name: "पाठ.md", text: "3"}), map[string]string{"the river 🏞️.md": "1", "👩‍🏫.md": "2", "पाठ.md": "3"}, ""},
		{"C62 an archive within an archive", zipOf(t, lesson, part{name: "inner.zip", text: string(zipOf(t, part{name: "../x", text: "x"}))}), map[string]string{"one.md": "# One\n", "inner.zip": string(zipOf(t, part{name: "../x", text: "x"}))}, ""},
		{"text that repeats itself", zipOf(t, part{name: "one.md", text: strings.Repeat("a line of text\n", 60_000)}), map[string]string{"one.md": strings.Repeat("a line of text\n", 60_000)}, ""},
		{"a file of no bytes", zipOf(t, lesson, part{name: "empty.md"}), map[string]string{"one.md": "# One\n", "empty.md": ""}, ""},
		{"a zip with nothing in it", zipOf(t), map[string]string{}, ""},
		{"a tar padded as for a tape", append(tarOf(t, lesson), make([]byte, 10240)...), map[string]string{"one.md": "# One\n"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys, err := Read(bytes.NewReader(c.data), int64(len(c.data)), limits())
			must(t, err)
			if got := contents(t, fsys); !maps.Equal(got, c.want) {
				t.Errorf("it holds %q, want %q", got, c.want)
			}
			if fsys.Top() != c.top {
				t.Errorf("its top is %q, want %q", fsys.Top(), c.top)
			}
			must(t, fstest.TestFS(fsys, slices.Collect(maps.Keys(c.want))...))
		})
	}
}

// TestWhatIsWrittenIsRead is a property: what the writers of the standard library
// make of any files, and what WriteTarGz makes of them, reads back as they are.
func TestWhatIsWrittenIsRead(t *testing.T) {
	tried := 0
	rapid.Check(t, func(r *rapid.T) {
		files := drawFiles(r)
		tried++
		var parts []part
		var ours []File
		for name, text := range files {
			parts = append(parts, part{name: name, text: text})
			ours = append(ours, File{name, []byte(text)})
		}
		var written bytes.Buffer
		must(t, WriteTarGz(&written, ours, time.Unix(1e9, 0)))
		for kind, data := range map[string][]byte{
			"zip": zipOf(t, parts...), "tar": tarOf(t, parts...), "tar.gz": gzipped(t, tarOf(t, parts...)), "ours": written.Bytes(),
		} {
			fsys, err := Read(bytes.NewReader(data), int64(len(data)), limits())
			if err != nil {
				r.Fatalf("%s: %v", kind, err)
			}
			got := map[string]string{}
			for name, text := range contents(t, fsys) {
				if fsys.Top() != "" {
					name = fsys.Top() + "/" + name
				}
				got[name] = text
			}
			if !maps.Equal(got, files) {
				r.Fatalf("%s: it holds %q, want %q", kind, got, files)
			}
		}
	})
	torture.Report(t, "P15", "%d sets of files packed in four ways and read back the same", tried)
}

// drawFiles draws files whose names can be in one archive.
func drawFiles(r *rapid.T) map[string]string {
	files := map[string]string{}
	segment := rapid.StringMatching(`[a-zäß日 0-9_-]{0,8}[a-z]`)
	for i := range rapid.IntRange(1, 8).Draw(r, "files") {
		var segments []string
		for range rapid.IntRange(0, 3).Draw(r, "folders") {
			segments = append(segments, "d"+segment.Draw(r, "folder"))
		}
		name := strings.Join(append(segments, fmt.Sprintf("f%d%s.md", i, segment.Draw(r, "name"))), "/")
		files[name] = string(rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(r, "text"))
	}
	return files
}

// TestDamage flips every bit of a small archive of each kind, and cuts it after
// every byte: it is refused, or holds the files that it held.
func TestDamage(t *testing.T) {
	files := []part{{name: "one.md", text: "# One\n\nSome text.\n"}, {name: "part/two.md", text: "# Two\n"}}
	want := map[string]string{"one.md": files[0].text, "part/two.md": files[1].text}
	refused, harmless := 0, 0
	for kind, data := range map[string][]byte{"zip": zipOf(t, files...), "tar.gz": gzipped(t, tarOf(t, files...))} {
		for bit := range len(data) * 8 {
			hurt := bytes.Clone(data)
			hurt[bit/8] ^= 1 << (bit % 8)
			fsys, err := Read(bytes.NewReader(hurt), int64(len(hurt)), limits())
			if err != nil {
				refused++
				continue
			}
			harmless++
			if got := contents(t, fsys); !maps.Equal(got, want) {
				t.Errorf("%s with bit %d flipped holds %q", kind, bit, got)
			}
		}
		for n := range len(data) {
			if _, err := Read(bytes.NewReader(data[:n]), int64(n), limits()); err == nil {
				t.Errorf("%s cut after %d of %d bytes is taken", kind, n, len(data))
			}
			refused++
		}
	}
	torture.Report(t, "P15", "%d flipped bits and cuts of archives refused, %d harmless (times, attributes), 0 changed files taken", refused, harmless)
}

// TestLimitsHoldExactly takes what is as large as allowed and refuses one more.
func TestLimitsHoldExactly(t *testing.T) {
	at := func(change func(*Limits)) Limits {
		l := limits()
		change(&l)
		return l
	}
	data := zipOf(t, part{name: "a/b/one.md", text: "12345"}, part{name: "two.md", text: "123"})
	for name, c := range map[string]struct {
		fits, less Limits
	}{
		"size":  {at(func(l *Limits) { l.Size = int64(len(data)) }), at(func(l *Limits) { l.Size = int64(len(data)) - 1 })},
		"total": {at(func(l *Limits) { l.Total = 8 }), at(func(l *Limits) { l.Total = 7 })},
		"file":  {at(func(l *Limits) { l.File = 5 }), at(func(l *Limits) { l.File = 4 })},
		"files": {at(func(l *Limits) { l.Files = 4 }), at(func(l *Limits) { l.Files = 3 })}, // with two folders
		"depth": {at(func(l *Limits) { l.Depth = 3 }), at(func(l *Limits) { l.Depth = 2 })},
	} {
		if _, err := Read(bytes.NewReader(data), int64(len(data)), c.fits); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Read(bytes.NewReader(data), int64(len(data)), c.less); err == nil {
			t.Errorf("%s: one more is taken", name)
		}
	}
}

// TestAFaultOfReadingIsNotTheArchives tells a disk that fails from an archive that
// is refused.
func TestAFaultOfReadingIsNotTheArchives(t *testing.T) {
	for kind, data := range map[string][]byte{"zip": zipOf(t, part{name: "one.md", text: "1"}), "tar.gz": gzipped(t, tarOf(t, part{name: "one.md", text: "1"}))} {
		fault := errors.New("the disk is gone")
		for good := range 3 {
			_, err := Read(&failing{bytes.NewReader(data), good, fault}, int64(len(data)), limits())
			if err != nil && !errors.Is(err, fault) {
				t.Errorf("%s: after %d reads: %v", kind, good, err)
			}
			if good == 0 && err == nil {
				t.Errorf("%s: no error", kind)
			}
		}
		// It shrank since its size was asked for.
		if _, err := Read(bytes.NewReader(data[:len(data)-5]), int64(len(data)), limits()); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// failing fails after some reads.
type failing struct {
	io.ReaderAt
	good int
	err  error
}

func (f *failing) ReadAt(p []byte, off int64) (int, error) {
	if f.good--; f.good < 0 {
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(p, off)
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "rivers.zip")
	data := zipOf(t, part{name: "one.md", text: "1"})
	must(t, os.WriteFile(name, data, 0o600))
	fsys, err := Open(name, limits())
	must(t, err)
	must(t, os.WriteFile(name, bytes.Repeat([]byte("x"), len(data)), 0o600)) // it changes while it is in use
	if got := contents(t, fsys); !maps.Equal(got, map[string]string{"one.md": "1"}) {
		t.Errorf("it holds %q", got)
	}
	must(t, os.Truncate(name, 1<<40)) // takes no room on disk
	var refused *Refused
	if _, err := Open(name, limits()); !errors.As(err, &refused) || !strings.Contains(err.Error(), "larger than 16 MiB") {
		t.Errorf("a file of 1 TiB: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "none.zip"), limits()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := Open(dir, limits()); err == nil {
		t.Error("a folder is taken")
	}
}

func TestBare(t *testing.T) {
	for name, want := range map[string]string{
		"rivers.zip": "rivers", "rivers.tar.gz": "rivers", "rivers.TGZ": "rivers", "rivers.tar": "rivers", "a/rivers-1.0.zip": "a/rivers-1.0",
		"rivers": "rivers", "rivers.gz": "rivers.gz", ".zip": ".zip", "rivers.zip.txt": "rivers.zip.txt",
	} {
		if got := Bare(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if Is(name) != (want != name) {
			t.Errorf("%s: Is is %v", name, Is(name))
		}
	}
}

// TestWriteTarGz holds the writer to the same bytes for the same files, and to
// names that can be read.
func TestWriteTarGz(t *testing.T) {
	write := func(files ...File) ([]byte, error) {
		var b bytes.Buffer
		err := WriteTarGz(&b, files, time.Date(2026, 3, 4, 5, 6, 7, 8, time.FixedZone("", 3600)))
		return b.Bytes(), err
	}
	a, b := File{"a/one.log", []byte("1")}, File{"b.md", []byte("2")}
	first, err := write(a, b)
	must(t, err)
	second, err := write(b, a)
	must(t, err)
	if !bytes.Equal(first, second) {
		t.Error("the order of the files makes a difference")
	}
	for _, bad := range [][]File{{{Name: "../x"}}, {a, a}, {{Name: "A.md"}, {Name: "a.md"}}, {{Name: "a"}, {Name: "a/b"}}, {{Name: ""}}, {{Name: "x/"}}} {
		if _, err := write(bad...); err == nil {
			t.Errorf("%v is written", bad)
		}
	}
}

// FuzzRead reads any bytes as an archive. What is taken keeps to the limits and
// to names that can be had everywhere.
func FuzzRead(f *testing.F) {
	for _, c := range hostileArchives(f) {
		if len(c.data) < 64<<10 {
			f.Add(c.data)
		}
	}
	f.Add(zipOf(f, part{name: "one.md", text: "1"}, part{name: "part/", mode: fs.ModeDir}))
	f.Add(gzipped(f, tarOf(f, part{name: "a/one.md", text: "1"}, part{name: "a/two.md", text: "2"})))
	f.Add(tarOf(f, part{name: strings.Repeat("long/", 40) + "one.md", text: "1"}))
	bounds := Limits{Size: 1 << 20, Total: 2 << 20, File: 1 << 20, Files: 100, Ratio: 100, Depth: 8}
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys, err := Read(bytes.NewReader(data), int64(len(data)), bounds)
		if err != nil {
			return
		}
		total, names := 0, map[string]bool{}
		for name, text := range contents(t, fsys) {
			total += len(text)
			if int64(len(text)) > bounds.File || !fs.ValidPath(name) || !filepath.IsLocal(name) || names[Folded(name)] {
				t.Errorf("%q of %d bytes is taken", name, len(text))
			}
			names[Folded(name)] = true
		}
		if int64(total) > bounds.Total || len(names) > bounds.Files {
			t.Errorf("%d files of %d bytes are taken", len(names), total)
		}
	})
}

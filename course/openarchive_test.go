package course

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/torture"
)

// packed is the files of a folder as archives, by the end of their name, as
// usual programs make them. Names begin with top.
func packed(t *testing.T, fsys fs.FS, top string) map[string][]byte {
	t.Helper()
	var zipped, tarred, ours bytes.Buffer
	z, w := zip.NewWriter(&zipped), tar.NewWriter(&tarred)
	var files []archive.File
	mustDo(t, fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if d.IsDir() {
			if _, err := z.Create(top + name + "/"); err != nil {
				return err
			}
			return w.WriteHeader(&tar.Header{Name: top + name + "/", Typeflag: tar.TypeDir, Mode: 0o755})
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		out, err := z.Create(top + name)
		if err != nil {
			return err
		}
		if _, err := out.Write(data); err != nil {
			return err
		}
		if err := w.WriteHeader(&tar.Header{Name: top + name, Size: int64(len(data)), Mode: 0o644}); err != nil {
			return err
		}
		files = append(files, archive.File{Name: top + name, Data: data})
		_, err = w.Write(data)
		return err
	}))
	mustDo(t, z.Close())
	mustDo(t, w.Close())
	mustDo(t, archive.WriteTarGz(&ours, files, time.Unix(0, 0)))
	var gz bytes.Buffer
	g := gzip.NewWriter(&gz)
	_, err := g.Write(tarred.Bytes())
	mustDo(t, err)
	mustDo(t, g.Close())
	return map[string][]byte{".zip": zipped.Bytes(), ".tar": tarred.Bytes(), ".tar.gz": gz.Bytes(), ".tgz": ours.Bytes()}
}

// TestACourseInAnArchiveIsTheSame loads the example course from its folder and
// from archives of it: the course, its findings and its hash are the same.
func TestACourseInAnArchiveIsTheSame(t *testing.T) {
	folder := os.DirFS("testdata/example/git-first-steps")
	want, findings, err := Load(folder, "git-first-steps")
	mustDo(t, err)
	for _, top := range []string{"", "git-first-steps/"} {
		for ext, data := range packed(t, folder, top) {
			file := filepath.Join(t.TempDir(), "git-first-steps"+ext)
			if top != "" {
				file = filepath.Join(filepath.Dir(file), "downloaded (1)"+ext) // the folder in it has the name
			}
			mustDo(t, os.WriteFile(file, data, 0o600))
			files, name, err := Open(file)
			mustDo(t, err)
			mustDo(t, os.Remove(file)) // it is needed no longer
			got, diags, err := Load(files, name)
			mustDo(t, err)
			if !reflect.DeepEqual(got, want) || got.Hash != want.Hash {
				t.Errorf("%s below %q: another course than in the folder", ext, top)
			}
			if !slices.Equal(diags, findings) {
				t.Errorf("%s below %q: findings %v, want %v", ext, top, diags, findings)
			}
			if !files.Held() {
				t.Errorf("%s is not held in memory", ext)
			}
			mustDo(t, files.Close())
		}
	}
}

func TestAnArchiveThatIsRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, files ...[2]string) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, f := range files {
			out, err := z.Create(f[0])
			mustDo(t, err)
			_, err = out.Write([]byte(f[1]))
			mustDo(t, err)
		}
		mustDo(t, z.Close())
		name = filepath.Join(dir, name)
		mustDo(t, os.WriteFile(name, b.Bytes(), 0o600))
		return name
	}
	one := [2]string{"one.md", "# One\n"}
	huge := filepath.Join(dir, "huge.zip")
	mustDo(t, os.WriteFile(huge, []byte("PK\x03\x04"), 0o600))
	mustDo(t, os.Truncate(huge, 1<<40))
	text := filepath.Join(dir, "text.tar.gz")
	mustDo(t, os.WriteFile(text, []byte("# One\n"), 0o600))
	for _, c := range []struct {
		name, file, reason string
		refused            bool
	}{
		{"C55 a name that climbs out", write("out.zip", one, [2]string{"../../.bashrc", "x"}), `refused: "../../.bashrc": the name leads out of the archive; ask for`, true},
		{"C61 a bomb", write("bomb.zip", one, [2]string{"two.md", strings.Repeat("a", 4<<20)}), "100 times", true},
		{"C61 a file of 1 TB", huge, "larger than 20 MiB", true},
		{"C64 a text", text, "no .zip, .tar.gz or .tar", true},
		{"an archive that is not there", filepath.Join(dir, "none.zip"), "there is no", false},
	} {
		_, _, err := OpenArchive(c.file)
		if err == nil || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: %v, want %q", c.name, err, c.reason)
			continue
		}
		diags := Refused(err)
		if c.refused != (len(diags) == 1 && diags[0].Code == codeArchive) {
			t.Errorf("%s: findings %v", c.name, diags)
		}
		if !c.refused && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v is no fs.ErrNotExist", c.name, err)
		}
	}
}

// TestPicturesOfAnArchive reads what a text shows from within the archive, and
// nothing from outside of it.
func TestPicturesOfAnArchive(t *testing.T) {
	files := map[string][]byte{}
	for ext, data := range packed(t, os.DirFS("testdata/example/git-first-steps"), "example/") {
		files[ext] = data
	}
	file := filepath.Join(t.TempDir(), "example.zip")
	mustDo(t, os.WriteFile(file, files[".zip"], 0o600))
	fsys, _, err := OpenArchive(file)
	mustDo(t, err)
	data, err := ReadAsset(fsys, "course.yaml", "course.yaml")
	if want, _ := os.ReadFile("testdata/example/git-first-steps/course.yaml"); err != nil || !bytes.Equal(data, want) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	for _, to := range []string{"../example.zip", "/etc/passwd", "none.png", "."} {
		if data, err := ReadAsset(fsys, "course.yaml", to); err == nil {
			t.Errorf("%s shows %d bytes", to, len(data))
		}
	}
}

// TestAnArchiveTakesLittleMemory is case C61 at the limits of a course: archives
// that hold a little more than may be unpacked take little more than that.
func TestAnArchiveTakesLittleMemory(t *testing.T) {
	text := make([]byte, 64<<10) // longer than what packing looks back at
	chance := rand.New(rand.NewPCG(1, 1))
	for i := range text {
		text[i] = "abcdefgh\n"[max(0, chance.IntN(99)-90)] // packs about ten times
	}
	text = bytes.Repeat(text, 128)
	const files = 9
	dir := t.TempDir()
	names := map[string]func(io.Writer) (next func(name string) io.Writer, end func()){
		"bomb.zip": func(w io.Writer) (func(string) io.Writer, func()) {
			z := zip.NewWriter(w)
			z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
			return func(name string) io.Writer {
				out, err := z.Create(name)
				mustDo(t, err)
				return out
			}, func() { mustDo(t, z.Close()) }
		},
		"bomb.tar.gz": func(w io.Writer) (func(string) io.Writer, func()) {
			g, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
			mustDo(t, err)
			tarred := tar.NewWriter(g)
			return func(name string) io.Writer {
				mustDo(t, tarred.WriteHeader(&tar.Header{Name: name, Size: int64(len(text))}))
				return tarred
			}, func() { mustDo(t, errors.Join(tarred.Close(), g.Close())) }
		},
	}
	for name, pack := range names {
		file, err := os.Create(filepath.Join(dir, name))
		mustDo(t, err)
		next, end := pack(file)
		for i := range files {
			_, err := next(string(rune('a'+i)) + ".md").Write(text)
			mustDo(t, err)
		}
		end()
		mustDo(t, file.Close())
	}
	for name := range names {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, _, err := OpenArchive(filepath.Join(dir, name))
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), "together are larger than 64 MiB") {
			t.Errorf("%s: %v", name, err)
		}
		taken := after.TotalAlloc - before.TotalAlloc
		if taken > 160<<20 {
			t.Errorf("%s takes %d MiB", name, taken>>20)
		}
		torture.Report(t, "P15", "%s of %d MiB unpacked refused in %d ms with %d MiB", name, files*len(text)>>20, took.Milliseconds(), taken>>20)
	}
}

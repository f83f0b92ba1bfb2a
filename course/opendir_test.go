package course

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNothingOutsideTheFolderIsRead fills a folder with what a hostile course
// might hold and looks for the secret beside it.
func TestNothingOutsideTheFolderIsRead(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "course")
	secret := filepath.Join(base, "secret.md")
	for _, d := range []string{dir, filepath.Join(base, "other"), filepath.Join(dir, "sub")} {
		mustDo(t, os.MkdirAll(d, 0o755))
	}
	mustDo(t, os.WriteFile(secret, []byte("# Secret\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(base, "other", "x.md"), []byte("# Secret\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o644))
	links := map[string]string{
		"absolute.md":    secret,
		"relative.md":    "../secret.md",
		"sub/up.md":      "../../secret.md",
		"folder":         "../other",
		"inside.md":      "one.md",
		"circle.md":      "circle.md",
		"dangling.md":    "nowhere.md",
		"proc.md":        "/proc/self/environ",
		"sub/here":       ".",
		"picture.png":    "one.md",
		"course.yaml":    "../secret.md",
		"sub/README.md":  "../../other/x.md",
		"sub/inside2.md": "../one.md",
	}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	open, err := OpenDir(dir)
	mustDo(t, err)
	for name, fsys := range map[string]fs.FS{"OpenDir": open, "os.DirFS": os.DirFS(dir)} {
		t.Run(name, func(t *testing.T) {
			c, diags, err := Load(fsys, "course")
			mustDo(t, err)
			if len(c.Lessons) != 1 || c.Lessons[0].Title != "One" {
				t.Errorf("lessons: %+v", c.Lessons)
			}
			severity := map[string]Severity{}
			for _, d := range diags {
				if d.Code == codeSymlink {
					severity[d.Pos.File] = d.Severity
				}
			}
			for file, want := range map[string]Severity{
				"absolute.md": Error, "relative.md": Error, "sub/up.md": Error, "folder": Error, "proc.md": Error, "course.yaml": Error,
				"sub/README.md": Error, "inside.md": Warning, "circle.md": Warning, "dangling.md": Warning, "sub/inside2.md": Warning,
			} {
				if severity[file] != want {
					t.Errorf("%s: severity %q, want %q", file, severity[file], want)
				}
			}
		})
	}
	for _, name := range []string{"relative.md", "sub/up.md", "folder/x.md", "../secret.md", "proc.md"} {
		if data, err := fs.ReadFile(open, name); err == nil {
			t.Errorf("%s could be read: %d bytes", name, len(data))
		}
	}
}

func TestLargeFilesArePassedOver(t *testing.T) {
	dir := t.TempDir()
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(dir, "chapter.md"), []byte("# Long\n\n"+strings.Repeat("A line of text.\n", 20_000)), 0o644))
	huge, err := os.Create(filepath.Join(dir, "huge.md"))
	mustDo(t, err)
	mustDo(t, huge.Truncate(1<<40)) // takes no room on disk
	mustDo(t, huge.Close())
	fsys, err := OpenDir(dir)
	mustDo(t, err)
	c, diags, err := Load(fsys, "course")
	mustDo(t, err)
	if len(c.Lessons) != 2 {
		t.Errorf("%d lessons", len(c.Lessons))
	}
	if len(diags) != 1 || diags[0].Code != codeFileTooLarge || diags[0].Pos.File != "huge.md" {
		t.Errorf("findings: %v", diags)
	}
}

func TestDeepFoldersArePassedOver(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, filepath.FromSlash(strings.Repeat("d/", maxFolders+3)))
	mustDo(t, os.MkdirAll(deep, 0o755))
	mustDo(t, os.WriteFile(filepath.Join(deep, "deep.md"), []byte("# Deep\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o644))
	c, diags, err := Load(os.DirFS(dir), "course")
	mustDo(t, err)
	if len(c.Lessons) != 1 || len(diags) != 1 || diags[0].Code != codeTooManyFiles {
		t.Errorf("%d lessons, findings %v", len(c.Lessons), diags)
	}
}

func TestTheHashIsOfNamesAndBytes(t *testing.T) {
	hash := func(name, text string) string {
		dir := t.TempDir()
		mustDo(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
		mustDo(t, os.WriteFile(filepath.Join(dir, "picture.png"), []byte(time.Now().String()), 0o644))
		c, _, err := Load(os.DirFS(dir), "course")
		mustDo(t, err)
		return c.Hash
	}
	same, again := hash("one.md", "# One\n"), hash("one.md", "# One\n")
	if same != again || len(same) != 64 {
		t.Errorf("hashes %s and %s", same, again)
	}
	for _, other := range []string{hash("two.md", "# One\n"), hash("one.md", "# One \n"), hash("one.md", "# One\r\n")} {
		if other == same {
			t.Error("another course has the same hash")
		}
	}
}

func TestWhatIsNoFolderIsToldPlainly(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "one.md")
	mustDo(t, os.WriteFile(file, []byte("# One\n"), 0o644))
	missing := filepath.Join(dir, "git")
	for path, want := range map[string]string{
		file:    fmt.Sprintf("opening the course folder: %q is a file; give the folder it is in, %q", file, dir),
		missing: fmt.Sprintf("opening the course folder: there is no folder %q; check its name", missing),
	} {
		if _, err := OpenDir(path); err == nil || err.Error() != want {
			t.Errorf("OpenDir(%q): %v, want %s", path, err, want)
		}
	}
	if _, err := OpenDir(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is no fs.ErrNotExist", err)
	}
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

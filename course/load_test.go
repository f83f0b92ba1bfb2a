package course

import (
	"os"
	"strings"
	"testing"
)

// openCourse loads a folder of testdata.
func openCourse(t *testing.T, dir string) (*Course, []Diag) {
	t.Helper()
	fsys, err := OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, diags, err := Load(fsys, "folder")
	if err != nil {
		t.Fatal(err)
	}
	return c, diags
}

func TestTheExampleCourseHasNoFindings(t *testing.T) {
	_, diags := openCourse(t, "testdata/example/git-first-steps")
	var b strings.Builder
	if err := WriteDiags(&b, diags); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 0 {
		t.Errorf("findings:\n%s", b.String())
	}
}

func TestAnEmptyFolderIsNoCourse(t *testing.T) {
	if _, _, err := Load(os.DirFS(t.TempDir()), "empty"); err == nil {
		t.Error("no error")
	}
	if _, err := OpenDir("testdata/nowhere"); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

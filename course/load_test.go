package course

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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

func TestOddFileNames(t *testing.T) {
	fsys := fstest.MapFS{"one.md": {Data: []byte("# One\n")}, "what?.md": {Data: []byte("# What\n")}, "a\u202eb.md": {Data: []byte("# Turned\n")}}
	c, diags := checkLoad(t, fsys)
	if len(c.Lessons) != 3 || len(diags) != 2 || diags[0].Code != codeFileName || diags[1].Code != codeFileName {
		t.Errorf("%d lessons, findings %v", len(c.Lessons), diags)
	}
}

func TestOneFileHasAtMostSoManyFindings(t *testing.T) {
	links := strings.Repeat("[dead](nowhere.md)\n\n", maxPerFile+50)
	_, diags := checkLoad(t, fstest.MapFS{"one.md": {Data: []byte("# One\n\n" + links)}, "two.md": {Data: []byte("[dead](nowhere.md)")}})
	if len(diags) != maxPerFile+2 || diags[len(diags)-1].Pos.File != "two.md" {
		t.Errorf("%d findings", len(diags))
	}
	if !slices.ContainsFunc(diags, func(d Diag) bool { return d.Code == codeTooMany }) {
		t.Error("nothing says that findings are left out")
	}
}

// TestACourseHasAtMostSoManyFindings: the rest is counted, and an error among it
// is not lost to whoever asks whether there is one.
func TestACourseHasAtMostSoManyFindings(t *testing.T) {
	fsys := fstest.MapFS{"zz.md": {Data: []byte("# Z\n\n### Question: Q?\n<!-- id: q -->\n- [ ] a\n- [ ] b\n")}}
	for i := range maxFindings/maxPerFile + 10 {
		fsys[fmt.Sprintf("f%d.md", i)] = &fstest.MapFile{Data: []byte("# A\n\n" + strings.Repeat("<!--x-->[[a]]<video>\n\n<video>\n\n", maxPerFile))}
	}
	_, diags, err := Load(fsys, "x")
	mustDo(t, err)
	if len(diags) > maxFindings+1 {
		t.Errorf("%d findings", len(diags))
	}
	i := slices.IndexFunc(diags, func(d Diag) bool { return d.Code == codeTooMany && d.Pos.File == "." })
	if i < 0 || diags[i].Severity != Error {
		t.Errorf("nothing says that errors are left out: %v", diags[:1])
	}
}

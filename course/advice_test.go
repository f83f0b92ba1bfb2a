package course

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestInspect reads testdata/advice: each archive is the folder of a course and
// what an author is told of it.
func TestInspect(t *testing.T) {
	files, err := filepath.Glob("testdata/advice/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no specifications: %v", err)
	}
	var shown strings.Builder
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			mustDo(t, err)
			want := ""
			if last := len(archive.Files) - 1; archive.Files[last].Name == wantFindings {
				want = string(archive.Files[last].Data)
				archive.Files = archive.Files[:last]
			}
			fsys := archived(archive.Files)
			_, diags, err := Inspect(fsys, "course")
			mustDo(t, err)
			var got strings.Builder
			mustDo(t, WriteDiags(&got, diags))
			shown.WriteString(got.String())
			if *update {
				archive.Files = append(archive.Files, txtar.File{Name: wantFindings, Data: []byte(got.String())})
				mustDo(t, os.WriteFile(file, txtar.Format(archive), 0o644))
			} else if got.String() != want {
				t.Errorf("findings:\n%s\nwant:\n%s", got.String(), want)
			}
			noAdvice(t, fsys)
		})
	}
	for _, code := range adviceCodes() {
		if !strings.Contains(shown.String(), "["+code+"]") {
			t.Errorf("no specification shows %s", code)
		}
	}
}

// adviceCodes are the codes that only Inspect finds.
func adviceCodes() []string {
	return append(quietCodes(), codeNoAlt, codeRepeatedHint, codeRepeatedQuestion, codeAllOfAbove, codeAnswerPlace,
		codeAnswerLength, codeUnoffered, codeUnusedMixup, codeUnusedWay, codeChecksAlike,
		codeCheckHolds, codeBeyondWalls, codeBashOnly, codeNoShell, codeSaysNothing, codeStartSolves, codeTestBeside,
		codeLock, codeMeaningChanged, codeIDReused)
}

// noAdvice makes sure that learners get none of it, and that an author's
// severities change nothing for them.
func noAdvice(t *testing.T, fsys fstest.MapFS) {
	t.Helper()
	advice := adviceCodes()
	_, diags, err := Load(fsys, "course")
	mustDo(t, err)
	for _, d := range diags {
		if slices.Contains(advice, d.Code) {
			t.Errorf("a learner is told %v", d)
		}
	}
	if src := fsys[courseFile]; strings.HasPrefix(string(src.Data), "check:\n") {
		plain := fstest.MapFS{}
		for name, f := range fsys {
			plain[name] = f
		}
		plain[courseFile] = &fstest.MapFile{Data: []byte("title: Plain\n")}
		_, other, err := Load(plain, "course")
		mustDo(t, err)
		if !slices.Equal(other, diags) {
			t.Errorf("with severities\n%v\nwithout\n%v", diags, other)
		}
	}
}

func TestCodesAreThoseOfTheSource(t *testing.T) {
	declared := declaredCodes(t)
	listed := map[string]bool{}
	for _, c := range Codes() {
		if listed[c.Name] {
			t.Errorf("%s is listed twice", c.Name)
		}
		listed[c.Name] = true
		if _, ok := declared[c.Name]; !ok {
			t.Errorf("%s is listed and not declared", c.Name)
		}
	}
	for code := range declared {
		if !listed[code] {
			t.Errorf("%s is declared and not listed", code)
		}
	}
	if !slices.IsSortedFunc(Codes(), func(a, b Code) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("the codes are not sorted")
	}
}

func TestLookUpCode(t *testing.T) {
	if code, _, ok := LookUpCode("dead-link"); !ok || code.Name != "dead-link" || !code.Settable() {
		t.Errorf("%v, %v", code, ok)
	}
	if _, near, ok := LookUpCode("dead-lnik"); ok || near != "dead-link" {
		t.Errorf("%q, %v", near, ok)
	}
	if code, _, _ := LookUpCode("no-answers"); code.Settable() {
		t.Errorf("an error can be lowered")
	}
}

package course

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// locked is a course with one question, and a course.lock of the given lines.
func locked(lines string) fstest.MapFS {
	return fstest.MapFS{
		"course.yaml": {Data: []byte("check: { id-gone: warning }\n")},
		"one.md":      {Data: []byte("---\nid: one\n---\n# One\n\n### Question: Why?\n<!-- id: why -->\n\n- [x] Yes\n- [ ] No\n")},
		LockFile:      {Data: []byte(lines)},
	}
}

func TestLockFindings(t *testing.T) {
	c, _, err := Load(locked(""), "course")
	if err != nil {
		t.Fatal(err)
	}
	now := "question why " + c.Lessons[0].Blocks[1].(*Question).Rev
	for _, tt := range []struct {
		name, lines string
		want        []string // FILE:LINE code
	}{
		{"as it is", "format 1\nlesson one\n" + now, nil},
		{"not recorded yet", "# nothing\nformat 1\n", nil},
		{"a new meaning", "format 1\nlesson one\nquestion why 111111111111", []string{"one.md:7 meaning-changed"}},
		{"an older meaning again", "format 1\nlesson one\n" + now + " 111111111111", []string{"one.md:7 meaning-changed"}},
		{"the newest of several", "format 1\nlesson one\nquestion why 111111111111 " + strings.TrimPrefix(now, "question why "), nil},
		{"gone", "format 1\nlesson one\nlesson two\n" + now, []string{"course.lock:3 id-gone"}},
		{"known to be gone", "format 1\nlesson one\nlesson two gone\n" + now, nil},
		{"back as it was", "format 1\nlesson one\n" + now + " gone", nil},
		{"back as something else", "format 1\nlesson one\nquestion why 111111111111 gone", []string{"one.md:7 id-reused"}},
		{"another kind", "format 1\nlesson one\ntask why 111111111111", []string{"one.md:7 id-reused"}},
		{"another kind that is gone", "format 1\nlesson one\nask why gone", []string{"one.md:7 id-reused"}},
		{"recorded again as another kind", "format 1\nlesson one\nask why gone\n" + now, nil},
		{"two lines of one id", "format 1\nlesson one\nquestion why 111111111111\n" + now, nil},
		{"lines that end as on Windows", "format 1\r\nlesson one\r\n" + now + "\r\n", nil},
		{"without a version", "lesson one\n" + now, []string{"course.lock:1 broken-lock"}},
		{"of a later version", "format 2\nwhatever this is\n", []string{"course.lock:1 broken-lock"}},
		{"marks of a merge", "format 1\n<<<<<<< a\nlesson one\n=======\n>>>>>>> b\n", []string{"course.lock:2 broken-lock", "course.lock:4 broken-lock", "course.lock:5 broken-lock"}},
		{"no such kind", "format 1\nlessen one\n", []string{"course.lock:2 broken-lock"}},
		{"no id", "format 1\nlesson\n", []string{"course.lock:2 broken-lock"}},
		{"no id that can be", "format 1\nlesson a[b\n", []string{"course.lock:2 broken-lock"}},
		{"no fingerprint", "format 1\nquestion why 12 gone\nquestion why gone 111111111111\n", []string{"course.lock:2 broken-lock", "course.lock:3 broken-lock"}},
		{"too many fingerprints", "format 1\nquestion why" + strings.Repeat(" 111111111111", 101), []string{"course.lock:2 broken-lock"}},
		{"too long a line", "format 1\nlesson " + strings.Repeat("a", 3000), []string{"course.lock:2 broken-lock"}},
		{"control characters", "format 1\nlesson \x1b[2J", []string{"course.lock:2 broken-lock"}},
		{"UTF-16", "\xff\xfef\x00", []string{"course.lock:1 broken-lock"}},
	} {
		_, diags, err := Inspect(locked(tt.lines), "course")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range diags {
			got = append(got, fmt.Sprintf("%s:%d %s", d.Pos.File, d.Pos.Line, d.Code))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if _, diags, _ := Load(locked("nonsense"), "course"); len(diags) > 0 {
		t.Errorf("learners are told of the lock: %v", diags)
	}
}

// TestALockThatIsTooLarge is passed over.
func TestALockThatIsTooLarge(t *testing.T) {
	_, diags, err := Inspect(locked(strings.Repeat("# a\n", maxFileSize/4+1)), "course")
	if err != nil || len(diags) != 1 || diags[0].Code != codeLock {
		t.Errorf("%v, %v", diags, err)
	}
}

// TestRecordedIsFound: what was recorded gives no finding, and recording again
// changes nothing.
func TestRecordedIsFound(t *testing.T) {
	fsys := locked("format 1\nlesson two\nquestion why 111111111111\ntask why\n")
	c, _, err := Load(fsys, "course")
	if err != nil {
		t.Fatal(err)
	}
	lock, _, problems, err := ReadLock(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	text := lock.Recorded(c).String()
	_, lines, _ := strings.Cut(text, "format 1\n")
	rev := c.Lessons[0].Blocks[1].(*Question).Rev
	if want := "lesson one\nlesson two gone\nquestion why 111111111111 " + rev + "\ntask why gone\n"; lines != want {
		t.Errorf("%s\nwant\n%s", lines, want)
	}
	_, diags, err := Inspect(locked(text), "course")
	if err != nil || len(diags) > 0 {
		t.Errorf("%v, %v", diags, err)
	}
	if again, _ := ParseLock(text); again.Recorded(c).String() != text {
		t.Errorf("again:\n%s", again.Recorded(c).String())
	}
}

// FuzzParseLock: any text is read in bounded time, and what was read of it is
// written so that it is read again without a problem.
func FuzzParseLock(f *testing.F) {
	for _, seed := range []string{"", "format 1\n", lockHead + lockFormat + "\nlesson one\nquestion a 111111111111 222222222222 gone\n", "format 2\nx", "<<<<<<<", "lesson a\r\nlesson a gone", "card \x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lock, _ := ParseLock(text)
		written := lock.String()
		again, problems := ParseLock(written)
		if len(problems) > 0 || again.String() != written {
			t.Errorf("%q became\n%s\nand then %v\n%s", text, written, problems, again)
		}
	})
}

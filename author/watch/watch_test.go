package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// steps is a wait that does one thing at a time in place of time passing, and
// ends after the last.
func steps(do ...func()) func(context.Context) error {
	return func(context.Context) error {
		if len(do) == 0 {
			return errEnd
		}
		do[0]()
		do = do[1:]
		return nil
	}
}

var errEnd = errors.New("no more steps")

func nothing() {}

func save(t *testing.T, dir, name, text string) func() {
	return func() {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatWasSavedIsTold(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a/one.md", "one")()
	save(t, dir, "two.md", "two")()
	remove := func() { _ = os.Remove(filepath.Join(dir, "two.md")) }
	for _, tt := range []struct {
		says  string
		steps []func()
		want  []string
	}{
		{"a file that was changed", []func(){nothing, save(t, dir, "a/one.md", "one more"), nothing}, []string{"a/one.md"}},
		{"a file that is new", []func(){save(t, dir, "b/three.md", "three"), nothing}, []string{"b/three.md"}},
		{"a file that is gone", []func(){remove, nothing}, []string{"two.md"}},
		{"several saves that follow each other, once", []func(){save(t, dir, "x.md", "x"), save(t, dir, "y.md", "y"), nothing}, []string{"x.md", "y.md"}},
		{"not a folder of a tool", []func(){save(t, dir, ".git/index", "1"), save(t, dir, "z.md", "z"), nothing}, []string{"z.md"}},
	} {
		w := New(dir, steps(tt.steps...))
		got, err := w.Next(t.Context())
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v, want %v", tt.says, got, err, tt.want)
		}
		if more, err := w.Next(t.Context()); !errors.Is(err, errEnd) {
			t.Errorf("%s: told again: %v, %v", tt.says, more, err)
		}
	}
}

// TestAFolderThatNeverRests is told of all the same.
func TestAFolderThatNeverRests(t *testing.T) {
	dir := t.TempDir()
	var writing []func()
	for i := range 20 {
		writing = append(writing, save(t, dir, "log.md", string(make([]byte, i+1))))
	}
	if got, err := New(dir, steps(writing...)).Next(t.Context()); err != nil || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
}

// TestWhatIsUndoneIsNotTold: a file that came and went between two rests.
func TestWhatIsUndoneIsNotTold(t *testing.T) {
	dir := t.TempDir()
	gone := func() { _ = os.Remove(filepath.Join(dir, "temp.md")) }
	if got, err := New(dir, steps(save(t, dir, "temp.md", "x"), gone, nothing)).Next(t.Context()); !errors.Is(err, errEnd) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAFileCanBeWatched(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "course.zip", "zip")()
	w := New(filepath.Join(dir, "course.zip"), steps(save(t, dir, "course.zip", "another"), nothing))
	if got, err := w.Next(t.Context()); err != nil || !slices.Equal(got, []string{"."}) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestNoLinkIsFollowed(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	save(t, outside, "one.md", "one")()
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here:", err)
	}
	if seen := Look(dir); len(seen) != 1 {
		t.Errorf("%v", seen)
	}
}

func TestAPauseEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := New(t.TempDir(), Pause(time.Hour)).Next(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

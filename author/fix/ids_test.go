package fix

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
)

// TestIDs reads testdata/ids: each archive is the folder of a course, what
// becomes of its files, and what is told.
func TestIDs(t *testing.T) {
	paths, err := filepath.Glob("testdata/ids/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := identified(t, files(archive))
			if *update {
				archive.Files = append(slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, wantFile) }), got...)
				if err := os.WriteFile(path, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return !strings.HasPrefix(f.Name, wantFile) })
			if a, b := txtar.Format(&txtar.Archive{Files: got}), txtar.Format(&txtar.Archive{Files: want}); string(a) != string(b) {
				t.Errorf("got:\n%s\nwant:\n%s", a, b)
			}
		})
	}
}

// identified writes ids and the lock, and puts down what comes of it.
func identified(t *testing.T, fsys fstest.MapFS) []txtar.File {
	t.Helper()
	changes, left, err := IDs(fsys, "course")
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	var out []txtar.File
	for _, c := range changes {
		fmt.Fprintf(&list, "%s: %s\n", c.File, strings.Join(c.IDs, " "))
		out = append(out, txtar.File{Name: wantFile + c.File, Data: []byte(shown(c.After))})
	}
	for _, u := range left {
		fmt.Fprintf(&list, "left %s:%d: %s: %s\n", u.File, u.Line, u.ID, u.Why)
	}
	change, ok, err := Lock(fsys, "course", changes)
	if err != nil {
		fmt.Fprintf(&list, "lock: %v\n", err)
	} else if _, lines, _ := strings.Cut(change.After, "format 1"); ok {
		out = append(out, txtar.File{Name: wantFile + course.LockFile, Data: []byte(shown(strings.TrimLeft(lines, "\r\n")))})
	}
	return append([]txtar.File{{Name: "WANT IDS", Data: []byte(list.String())}}, out...)
}

// pieces are what courses without ids are made of.
func pieces() []string {
	return []string{
		"---\ntitle: T\n---\n", "---\n---\n", "---\n  title: T\n---\n", "---\nid: own\n---\n", "---\nid:\n---\n", "+++\ntitle = 1\n+++\n", "---\nkind: detour\n", "---\n\n", "\ufeff",
		"---\nkind: cards\n---\n", "---\nkind: glossary\n---\n", "---\nkind: onboarding\n---\n", "---\nkind: placement\n---\n",
		"# One\n", "One\n===\n", "\n", "Text.\n", "## Part\n", "<!-- when: seen.q -->\n",
		"### Question: Why?\n", "Question: Why\nnot?\n---\n", "## Question:\n\nWhat is it?\n\n", "### Question: A <!-- skill: a -->\n", "### Question: [[gap]] in it\n",
		"<!-- skill: a -->\n", "<!--\nskill: a\ntypos: off\n-->\n", "<!-- note: to me -->\n", "<!--skill: a-->\n", "<!-- id: q -->\n", "<!-- id: -->\n", "<!-- id: a b -->\n", "<!-- tries: 2 --> more\n",
		"\n- [x] Gas\n- [ ] Heat\n", "\n- Answer: yes\n", "\n1. a\n2. b\n", "> Hint: x\n", "> Why: y\n",
		"### Task: Do it\n", "### Ask: How?\n", "\n- `a` A\n- `b` B\n", "## Extra: More\n", "## Pool: Pick\n", "### Way: W\n", "#### Question: Inner?\n",
		"Q: a\nA: b\n", "Q: a\nA: c\n\n", "C: The [a] and [b].\n", "C: One [gap].\n", "Term\n: Meaning\n\n", "<!-- after: one -->\n", "```\n### Question: code\n```\n", "> ### Question: quoted\n", "- ### Question: listed\n",
		"\r\n", "\xff", "\x1b", "### Question: " + strings.Repeat("long ", 30) + "\n",
	}
}

// TestWritingIDsChangesNothing: whatever the course, it is the same afterwards,
// down to its ids; what was not told as left has an id of its own; and there is
// nothing more to do.
func TestWritingIDsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fsys := fstest.MapFS{}
		for _, name := range []string{"one.md", "a/one.md", "b/one.md", "cards.md"} {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces()), 0, 14).Draw(t, name), "")
			if rapid.Bool().Draw(t, "crlf") {
				text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
			}
			if rapid.Bool().Draw(t, "cut") {
				text = strings.TrimRight(text, "\r\n")
			}
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if rapid.Bool().Draw(t, "yaml") {
			fsys["course.yaml"] = &fstest.MapFile{Data: []byte("skills: { a: A }\n")}
		}
		sameAfterIDs(t, fsys)
	})
}

func sameAfterIDs(t rapid.TB, fsys fstest.MapFS) {
	before, diags, err := course.Load(fsys, "course")
	changes, left, idErr := IDs(fsys, "course")
	if (err == nil) != (idErr == nil) {
		t.Fatalf("%v, but %v", err, idErr)
	}
	if err != nil {
		return
	}
	for _, c := range changes {
		if string(fsys[c.File].Data) != c.Before || c.Before == c.After || len(c.IDs) == 0 {
			t.Fatalf("%s: %q, %v", c.File, c.Before, c.IDs)
		}
		fsys[c.File] = &fstest.MapFile{Data: []byte(c.After)}
	}
	after, now, err := course.Load(fsys, "course")
	if err != nil || !same(before, after) || !maps.Equal(before.IDs(), after.IDs()) {
		t.Fatalf("%v\n%v\n%v", err, before.IDs(), after.IDs())
	}
	if worse(diags, now) {
		t.Fatalf("worse:\n%v\nthan\n%v", now, diags)
	}
	for _, d := range now {
		if d.Code == "derived-id" && len(left) == 0 && !broken(now) {
			t.Fatalf("%v", d)
		}
	}
	if again, still, err := IDs(fsys, "course"); err != nil || len(again) > 0 || len(still) != len(left) {
		t.Fatalf("again %v, %v, %v", again, still, err)
	}
	lock, ok, err := Lock(fsys, "course", nil)
	if err != nil || !ok || !lock.New {
		t.Fatalf("%v, %v", err, ok)
	}
	fsys[course.LockFile] = &fstest.MapFile{Data: []byte(lock.After)}
	if again, ok, err := Lock(fsys, "course", nil); err != nil || ok {
		t.Fatalf("%v: again\n%s\nafter\n%s", err, again.After, lock.After)
	}
}

// broken reports whether a part of the course is not taken: what cannot be graded
// is text, and what first questions cannot use is nothing; so that there is no id.
func broken(diags []course.Diag) bool {
	return slices.ContainsFunc(diags, func(d course.Diag) bool { return d.Severity == course.Error || d.Code == "onboarding" })
}

package fix

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
)

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		edits []Edit
		want  string
	}{
		{nil, "abcdef"},
		{[]Edit{{1, 3, "X"}, {3, 3, "Y"}, {6, 6, "!"}}, "aXYdef!"},
		{[]Edit{{0, 6, ""}}, ""},
	} {
		if got, err := Apply("abcdef", tt.edits); got != tt.want || err != nil {
			t.Errorf("%v: %q, %v, want %q", tt.edits, got, err, tt.want)
		}
	}
	for _, edits := range [][]Edit{{{2, 4, ""}, {3, 5, ""}}, {{3, 2, ""}}, {{5, 7, ""}}, {{-1, 2, ""}}} {
		if _, err := Apply("abcdef", edits); !errors.Is(err, ErrOverlap) {
			t.Errorf("%v: %v", edits, err)
		}
	}
}

// TestAFindingOfAnotherTextIsNotCured: the text went on since it was checked.
func TestAFindingOfAnotherTextIsNotCured(t *testing.T) {
	const text = "# One\n\n[two](tow.md)\n"
	_, diags, err := course.Load(fstest.MapFS{"one.md": {Data: []byte(text)}, "two.md": {Data: []byte("# Two\n")}}, "course")
	if err != nil || len(diags) != 1 {
		t.Fatalf("%v, %v", diags, err)
	}
	if edits := For(diags[0], text); len(edits) != 1 || edits[0] != (Edit{13, 19, "two.md"}) {
		t.Errorf("%v", edits)
	}
	for _, other := range []string{"", "# One\n", "# One\n\n[two](too.md)\n", "\n" + text, text[:15]} {
		if edits := For(diags[0], other); edits != nil {
			t.Errorf("%q: %v", other, edits)
		}
	}
}

// TestEditsStandBehindAMark: findings count without a byte order mark, edits with.
func TestEditsStandBehindAMark(t *testing.T) {
	const text = "\ufeff[two](tow.md)\r\n"
	_, diags, err := course.Load(fstest.MapFS{"one.md": {Data: []byte(text)}, "two.md": {Data: []byte("# Two\n")}}, "course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		after, err := Apply(text, For(d, text))
		if want := map[string]string{
			"dead-link": "\ufeff[two](two.md)\r\n", "byte-order-mark": "[two](tow.md)\r\n", "crlf": "\ufeff[two](tow.md)\n",
		}[d.Code]; after != want || err != nil {
			t.Errorf("%s: %q, %v, want %q", d.Code, after, err, want)
		}
	}
}

// TestLineEndsAreToldInWords: before and after look the same.
func TestLineEndsAreToldInWords(t *testing.T) {
	same := Change{File: "one.md", Before: "# One\r\n\r\nx\n", After: "# One\n\nx\n"}
	if got, want := same.Diff(), "--- one.md\n+++ one.md\n2 line ends as on Windows (CRLF) become plain ones; nothing else changes\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	more := Change{File: "one.md", Before: "# One\r\n", After: "# Two\n"}
	if got := more.Diff(); !strings.Contains(got, "+# Two") {
		t.Errorf("%q", got)
	}
}

// parts are what mistaken courses are made of.
func parts() []string {
	return []string{
		"---\n", "titel: A: b\n", "skils: [a]\n", "kind: detuor\n", "needs: [tow]\n", "next: [{ go: tow.md }]\n", "\tx: y\n", "when: gaol = \"a\"\n",
		"# One\n", "\n", "### Qestion: Why?\n", "### Question: Why?\n", "<!-- id: q, skil: a, typos: of -->\n", "-[x] Gas\n", "- [x] Gas\n", "- [] Heat\n", "- [ ] Rain\n",
		"> No.\n", "  No.\n", "> Hint: x\n", "- Anwser: a\n", "- Answer: b\n", "- Answer: b\n", "  > Detour: [t](tow.md)\n", "  > Mix-up: mx\n", "[t](tow.md)\n", "![t](tow.png)\n",
		"### Ask: A?\n", "- [x] `a` A\n", "### Way: W\n<!-- way: sho -->\n", "\r\n", "\ufeff", "\x1b", "\u202e", "\u200b", "\xff", "```\n", "<!--\n", "Q: a\n", "1. a\n",
	}
}

// TestPlanDoesNoHarm: whatever is wrong with a course, no error is new, no id is
// lost, and what was cured is gone from where it stood. One that says the same may be
// left: of two equal misspelt keys the second is "given twice" until the first is
// cured, and a question that can be read at last shows its own mistakes. It is no
// harm, for it is older: what it is about is on its line as the author wrote it.
func TestPlanDoesNoHarm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fsys := fstest.MapFS{"two.md": {Data: []byte("# Two\n\n### Question: Two?\n<!-- id: q2 -->\n\n- [x] Yes\n- [ ] No\n")}, "two.png": {Data: []byte("png")}}
		for _, name := range []string{"course.yaml", "one.md", "three.md"} {
			if name == "three.md" && rapid.Bool().Draw(t, "no third") {
				continue
			}
			fsys[name] = &fstest.MapFile{Data: []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts()), 0, 16).Draw(t, name), ""))}
		}
		fsys["course.yaml"].Data = append([]byte("goals: { a: A }\nskills: { a: A }\nways: { show: Show }\nmixups: { mix: M }\n"), fsys["course.yaml"].Data...)
		noHarm(t, fsys)
	})
}

func noHarm(t *rapid.T, fsys fstest.MapFS) {
	c, before, err := course.Load(fsys, "course")
	changes, left, planErr := Plan(fsys, "course", course.Load)
	if (err == nil) != (planErr == nil) {
		t.Fatalf("%v, %v", err, planErr)
	}
	if err != nil {
		return
	}
	for _, change := range changes {
		if string(fsys[change.File].Data) != change.Before || change.Before == change.After || len(change.Cured) == 0 {
			t.Fatalf("%s: %q", change.File, change.Before)
		}
		fsys[change.File].Data = []byte(change.After)
	}
	again, after, err := course.Load(fsys, "course")
	if err != nil || len(after) != len(left) {
		t.Fatalf("%v: %d findings are left, not %d", err, len(after), len(left))
	}
	for _, change := range changes {
		for _, d := range change.Cured {
			if countOf(before, d) == 0 {
				continue // it was hidden, and may have been more than once
			}
			for _, left := range after {
				if key(left) == key(d) && !older(left, change.Before, before, after, change.Cured) {
					t.Fatalf("%v was cured and is still there: %v\n%s", d, left, change.After)
				}
			}
		}
	}
	if moreErrors(before, after) || losesID(c, again) {
		t.Fatalf("worse:\n%v\nthan\n%v", after, before)
	}
}

// older reports whether what is left is what the author wrote, and not a finding that
// a cure was to take away: it is told on its line no more often than before and not
// cured, or it was hidden behind something else on that line, or was not told there.
func older(left course.Diag, text string, before, after, cured []course.Diag) bool {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, bom), "\r\n", "\n"), "\n")
	if n := left.Pos.Line; n > 0 && (n > len(lines) || !strings.Contains(lines[n-1], left.Line[left.Pos.Col-1:][:left.Len])) {
		return false
	}
	equal, other := onLine(before, left)
	now, _ := onLine(after, left)
	gone, _ := onLine(cured, left)
	return other > 0 || equal == 0 && gone == 0 || now <= equal-gone
}

// onLine counts the findings on the line of d that say the same as it, and others.
func onLine(diags []course.Diag, d course.Diag) (equal, other int) {
	for _, o := range diags {
		switch {
		case o.Pos.File != d.Pos.File || o.Pos.Line != d.Pos.Line:
		case key(o) == key(d):
			equal++
		default:
			other++
		}
	}
	return equal, other
}

func countOf(diags []course.Diag, d course.Diag) int {
	n := 0
	for _, other := range diags {
		if key(other) == key(d) {
			n++
		}
	}
	return n
}

func FuzzFor(f *testing.F) {
	for _, part := range parts() {
		f.Add("# One\n\n" + part + "- [x] Yes\n- [ ] No\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"one.md": {Data: []byte(text)}, "two.md": {Data: []byte("# Two\n")}}
		_, diags, err := course.Load(fsys, "course")
		if err != nil {
			return
		}
		for _, d := range diags {
			if d.Pos.File != "one.md" {
				continue
			}
			if _, err := Apply(text, For(d, text)); err != nil {
				t.Errorf("%v: %v", d, err)
			}
		}
	})
}

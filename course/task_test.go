package course

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// TestExpectationsOfTheFormatPage holds what the page says that checks expect to
// what is read.
func TestExpectationsOfTheFormatPage(t *testing.T) {
	rows := docTable(t, "check")
	if len(rows) != len(CheckKinds()) {
		t.Errorf("%d kinds of checks", len(rows))
	}
	explained := map[string]bool{}
	for _, row := range docTable(t, "name under expect") {
		for _, name := range codeNames(row[0]) {
			explained[name] = true
		}
	}
	for i, row := range rows {
		kind := CheckKinds()[i]
		if got := strings.Trim(row[0], "`"); got != string(kind) {
			t.Errorf("row %d is of %s, want %s", i, got, kind)
		}
		if got, want := strings.Join(codeNames(row[1]), " "), strings.Join(ExpectNames(kind), " "); got != want {
			t.Errorf("%s:\n on the page %s\nthe program %s", kind, got, want)
		}
		for _, name := range ExpectNames(kind) {
			if !explained[name] {
				t.Errorf("the page does not say what %s means", name)
			}
		}
	}
}

// codeNames are the names between backticks, also those with hyphens.
func codeNames(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("` ,", r) })
}

func TestRanges(t *testing.T) {
	for _, c := range []struct {
		text string
		in   []int
		out  []int
	}{
		{"3", []int{3}, []int{2, 4}}, {"2..", []int{2, 900}, []int{1}}, {"..2", []int{0, 2}, []int{3}},
		{"2..4", []int{2, 4}, []int{1, 5}}, {"0", []int{0}, []int{1}}, {" 1 .. 2 ", []int{1, 2}, []int{0, 3}},
	} {
		r, ok := parseRange(c.text)
		if !ok {
			t.Errorf("%q is a range", c.text)
		}
		for _, n := range c.in {
			if !r.Holds(n) {
				t.Errorf("%q holds %d", c.text, n)
			}
		}
		for _, n := range c.out {
			if r.Holds(n) {
				t.Errorf("%q does not hold %d", c.text, n)
			}
		}
	}
	for _, text := range []string{"", "..", "a", "-1", "+1", "1...2", "2..1", "1.5", "9999999", "0x3", "1..2..3"} {
		if r, ok := parseRange(text); ok {
			t.Errorf("%q is no range, but %v", text, r)
		}
	}
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		text  string
		holds []fs.FileMode
		fails []fs.FileMode
	}{
		{"644", []fs.FileMode{0o644}, []fs.FileMode{0o600, 0o755, 0o666}},
		{"0600", []fs.FileMode{0o600}, []fs.FileMode{0o644}},
		{"u+x", []fs.FileMode{0o700, 0o755}, []fs.FileMode{0o644, 0o077}},
		{"+x", []fs.FileMode{0o100}, []fs.FileMode{0o011}},
		{"go-w", []fs.FileMode{0o755}, []fs.FileMode{0o775, 0o757}},
		{"u+rw,go-rwx", []fs.FileMode{0o600, 0o700}, []fs.FileMode{0o640, 0o400}},
		{"a=r", []fs.FileMode{0o444}, []fs.FileMode{0o644, 0o440}},
		{"o=", []fs.FileMode{0o770}, []fs.FileMode{0o771}},
	} {
		m, ok := parseMode(c.text)
		if !ok {
			t.Errorf("%q says permissions", c.text)
		}
		for _, p := range c.holds {
			if !m.Holds(p) {
				t.Errorf("%q holds of %o", c.text, p)
			}
		}
		for _, p := range c.fails {
			if m.Holds(p) {
				t.Errorf("%q does not hold of %o", c.text, p)
			}
		}
	}
	for _, text := range []string{"", "9", "64", "888", "u", "u+", "x+x", "u*x", "u+x,u-x", "1777"} {
		if _, ok := parseMode(text); ok {
			t.Errorf("%q says no permissions", text)
		}
	}
}

// TestFillIn: what was captured is text wherever it is put.
func TestFillIn(t *testing.T) {
	values := map[string]string{"hash": "a1b2", "star": "*x*", "tick": "a`b", "lines": "one\ntwo", "mark": "{{hash}}", "html": "<b>"}
	for in, want := range map[string]string{
		"See {{hash}}.":                          "See a1b2.",
		"See `git show {{hash}}`.":               "See `git show a1b2`.",
		"{{star}} and `{{star}}`":                `\*x\* and ` + "`*x*`",
		"``{{tick}}``":                           "``a'b``",
		"{{lines}}":                              "one two",
		"{{mark}}":                               `\{\{hash\}\}`,
		"{{nobody}} {{ hash }} ${{a.b}}":         "{{nobody}} {{ hash }} ${{a.b}}",
		"```sh\necho {{star}} `{{tick}}`\n```\n": "```sh\necho *x* `a`b`\n```\n",
		"~~~\n{{star}}\n~~~\n{{star}}":           "~~~\n*x*\n~~~\n" + `\*x\*`,
		"{{html}}":                               `\<b\>`,
		"an open ` tick {{hash}}":                "an open ` tick a1b2",
	} {
		if got := FillIn(in, values); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
}

// TestWhatIsNotKeptYetIsShownPlainly: a name that a check captures never stands in braces
// before learners; what nothing captures is the author's own text.
func TestWhatIsNotKeptYetIsShownPlainly(t *testing.T) {
	const md = "# Bread\n\n### Task: One\n<!-- id: one -->\n\nTemplates say {{hash}} and {{nobody}}.\n\n```check\n- ask: What?\n  capture: hash\n  otherwise: Not {{hash}}.\n```\n\n" +
		"### Task: Two\n<!-- id: two -->\n\nYou said `{{hash}}`, {{hash}} and {{nobody}}.\n\n```check\n- file: x\n```\n"
	c, _, err := Load(fstest.MapFS{"one.md": {Data: []byte(md)}, "course.yaml": {Data: []byte("id: bread\ntitle: Bread\npath: [one.md]\n")}}, "bread")
	if err != nil {
		t.Fatal(err)
	}
	two := c.TasksInOrder()[1]
	for want, values := range map[string]map[string]string{
		"You said `…`, … and {{nobody}}.":     nil,
		"You said `a*`, a\\* and {{nobody}}.": {"hash": "a*"},
	} {
		if got := FillIn(two.Text(), two.Shown(values)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if _, added := values["nobody"]; added {
			t.Error("the values were changed")
		}
	}
	if one := c.TasksInOrder()[0]; FillIn(one.Checks[0].Otherwise, one.Shown(nil)) != "Not …." {
		t.Error("its own name is not known to the task")
	}
}

// TestFoldersOfTasks: every id has a folder of its own that every system can hold.
func TestFoldersOfTasks(t *testing.T) {
	for id, want := range map[string]string{"bread": "bread", "a-1.b": "a-1.b"} {
		if got := folderOf(id); got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	seen := map[string]string{}
	try := func(t interface{ Errorf(string, ...any) }, id string) {
		name := folderOf(id)
		if !isFolderName(name) {
			t.Errorf("%q has the folder %q", id, name)
		}
		if other, ok := seen[name]; ok && other != id {
			t.Errorf("%q and %q share the folder %q", id, other, name)
		}
		seen[name] = id
	}
	for _, id := range []string{"con", "CON", "nul.txt", "com1", "..", ".", "a/b", "a-b", "A-B", "a b", "日本", "-x", strings.Repeat("x", 100), "a.", "../../etc"} {
		try(t, id)
	}
	rapid.Check(t, func(t *rapid.T) { try(t, rapid.String().Draw(t, "id")) })
}

// TestTaskFiles reads what practice folders begin with, and refuses the rest.
func TestTaskFiles(t *testing.T) {
	task := &Task{ID: "t", Files: "files/x"}
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	got, err := ReadTaskFiles(fstest.MapFS{"files/x/b.sh": file("#!/bin/sh\n"), "files/x/a/.gitignore": file("*.tmp\n"), "files/y": file("no")}, task)
	if err != nil || len(got) != 2 || got[0].Name != "a/.gitignore" || got[0].Executable || !got[1].Executable {
		t.Errorf("%v %v", got, err)
	}
	many := fstest.MapFS{}
	for i := range maxTaskFiles + 1 {
		many["files/x/"+strings.Repeat("a", i+1)[:1]+string(rune('a'+i%26))+strings.Repeat("b", i/26)] = file("")
	}
	large := fstest.MapFS{}
	for _, name := range "abcdefghi" {
		large["files/x/"+string(name)] = &fstest.MapFile{Data: make([]byte, maxTaskFileSize)}
	}
	for what, fsys := range map[string]fstest.MapFS{
		"nothing":   {},
		"a file":    {"files/x": file("a")},
		"a link":    {"files/x/a": {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink}},
		"a pipe":    {"files/x/a": {Mode: fs.ModeNamedPipe}},
		"many":      many,
		"large":     {"files/x/a": {Data: make([]byte, maxTaskFileSize+1)}},
		"together":  large,
		"deep":      {"files/x/" + strings.Repeat("a/", maxTaskFolders) + "b": file("")},
		"git":       {"files/x/.git/hooks/post-checkout": file("#!/bin/sh\n")},
		"GIT":       {"files/x/a/.GIT/config": file("")},
		"capitals":  {"files/x/a": file(""), "files/x/A": file("")},
		"windows":   {"files/x/a:b": file("")},
		"backslash": {`files/x/a\b`: file("")},
		"escape":    {"files/x/a\x1b[2J": file("")},
	} {
		if got, err := ReadTaskFiles(fsys, task); err == nil || got != nil {
			t.Errorf("%s: %d files", what, len(got))
		}
	}
	if got, err := ReadTaskFiles(fstest.MapFS{}, &Task{ID: "t"}); got != nil || err != nil {
		t.Errorf("%v %v", got, err)
	}
}

// TestRevOfTasks: what a task means is what it checks.
func TestRevOfTasks(t *testing.T) {
	rev := func(src string) string {
		p, _ := parseBody(&document{file: "x.md", id: "l", kind: KindLesson, src: src}, testDefaults())
		return p.Blocks[0].(*Task).Rev
	}
	base := rev("### Task: Do\n```check\n- file: a\n  expect: { contains: x, lines: 1 }\n```\n")
	for _, same := range []string{
		"### Task: do\n<!-- folder: a -->\nMore words.\n```check\n- file: a\n  expect: { lines: 1, contains: x }\n  otherwise: No.\n```\n```solve\nx\n```\n```setup\ny\n```\n> Hint: Look.\n",
	} {
		if rev(same) != base {
			t.Errorf("the meaning changed with %s", same)
		}
	}
	for _, other := range []string{
		"### Task: Do it\n```check\n- file: a\n  expect: { contains: x, lines: 1 }\n```\n",
		"### Task: Do\n```check\n- dir: a\n  expect: { contains: x }\n```\n",
		"### Task: Do\n```check\n- file: a\n  expect: { contains: X, lines: 1 }\n```\n",
		"### Question: Do\n```sh test\nx\n```\n",
	} {
		if rev(other) == base {
			t.Errorf("the meaning is the same with %s", other)
		}
	}
	if rev("### Question: Do\n```sh test\nx\n```\n") != rev("### Question: Do\n```sh start\ny\n```\n```sh test\nx\n```\n```sh solution\nz\n```\n") {
		t.Error("what there is to begin with changed the meaning")
	}
}

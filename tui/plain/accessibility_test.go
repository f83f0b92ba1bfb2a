package plain_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestCommandsForEveryKey types each command that the table of
// docs/accessibility.md names for what a key does in the window: there is one of
// that name.
func TestCommandsForEveryKey(t *testing.T) {
	page, err := os.ReadFile("../../docs/accessibility.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+)`[^|]*\\| ([^|]+) \\|$")
	named := regexp.MustCompile("`:([a-z]+)`")
	seen := 0
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		for _, command := range named.FindAllStringSubmatch(m[2], -1) {
			seen++
			if unknown(t, command[1]) {
				t.Errorf("%s: there is no command :%s", m[1], command[1])
			}
		}
	}
	if seen < 25 {
		t.Errorf("the table names %d commands, want more", seen)
	}
	if !unknown(t, "nonsense") {
		t.Error("the test does not see that a command is missing")
	}
}

// unknown types a command and reports whether there is none of that name.
func unknown(t *testing.T, command string) bool {
	t.Helper()
	got := strings.Join(strings.Fields(newPupil(t).talk(":"+command+"\n")), " ")
	return strings.Contains(got, words.English().Plain.NoCommand(command))
}

// TestASCIIAlone holds every dialogue of testdata and takes every course in ASCII,
// in each language: what is told is ASCII, letters, and signs that the course itself
// has. What the learner typed is printed as it was typed.
func TestASCIIAlone(t *testing.T) {
	told := map[rune]bool{}
	look := func(what, got, own string) {
		for line := range strings.Lines(got) {
			for _, r := range line {
				if r > 0x7e && !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("¿¡"+own, r) && !strings.HasPrefix(line, ">") && !told[r] {
					told[r] = true
					t.Errorf("%s: %q (%#U) is not ASCII: %s", what, r, r, line)
				}
			}
		}
	}
	views := ":help\n:settings\n:today all\n:map\n:insights\n:plan\n:why all\n:outline\n:choices\n:glossary\n:notes\n"
	for _, name := range scripted() {
		answers, err := os.ReadFile(filepath.Join("testdata", "answers", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		c := loaded(t, name)
		for _, language := range []string{"en", "de", "es", "fr"} {
			l := newPupilOf(t, c)
			l.ascii, l.language = true, language
			look(name+" in "+language, l.talk(string(answers))+l.talk(views), "")
		}
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		l := learnerOf(t, ar)
		l.ascii = true
		own := ""
		for _, f := range ar.Files {
			if !isDialogue(f.Name) {
				own += string(f.Data)
			}
		}
		for _, f := range ar.Files {
			if isDialogue(f.Name) {
				l.passTime(f.Name)
				look(file, l.talk(typed(string(f.Data))), own)
			}
		}
	}
}

package course

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Load reads the course in a folder. name is the folder's name: the course has
// it as its id and title when its files give none.
//
// The findings are all there are, sorted by file, line and column. They never
// keep the rest of the course from being read: a file that is broken costs
// itself. Load fails only when there is nothing to take: when the folder cannot
// be read or holds no lesson and no card, or when course.yaml is of a version
// of the format that is not known.
//
// Load reads regular files only and follows no links. Use OpenDir for a folder
// on disk.
func Load(fsys fs.FS, name string) (*Course, []Diag, error) { return load(fsys, name, proved) }

// LoadChecked is Load for a course that was checked before, such as one that is
// built into the program: its answers are not proved again and its roads are
// not looked for, which is half of the work.
func LoadChecked(fsys fs.FS, name string) (*Course, []Diag, error) { return load(fsys, name, read) }

// depth says how closely a course is looked at.
type depth int

const (
	placed  depth = iota // as far as read, and where ids can be written is noted
	read                 // as far as it takes to be taken
	proved               // its answers are graded and its roads followed
	advised              // and its author is given advice
)

func load(fsys fs.FS, name string, closely depth, others ...Finder) (*Course, []Diag, error) {
	l, diags, err := loaded(fsys, name, closely, others...)
	if err != nil {
		return nil, diags, err
	}
	return l.course, diags, nil
}

// loaded is load for those who need what the course was made of.
func loaded(fsys fs.FS, name string, closely depth, others ...Finder) (*loader, []Diag, error) {
	f, err := readFolder(fsys)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the course %s: %w", textsafe.Line(name), err)
	}
	l := &loader{
		depth: closely, name: textsafe.Line(name), folder: f, course: &Course{Hash: f.hash()}, plain: !f.exists[courseFile],
		parsers: newParsers(), foreignKeys: map[string]int{}, summaryTitles: map[string]string{}, byFile: map[string]*page{}, byID: map[string]*Lesson{}, starts: map[string][]int{},
	}
	if len(f.markdown) > maxFiles {
		return nil, l.finish(), fmt.Errorf("opening the course %s: the folder holds more than %d Markdown files; open the folder of one course", l.name, maxFiles)
	}
	if err := l.readConfig(); err != nil {
		return nil, l.finish(), err
	}
	l.readSummary()
	l.readPages()
	if len(l.course.Lessons) == 0 && len(l.course.Cards) == 0 {
		l.fail(codeCourseMissing, Pos{File: "."}, 0, "this folder holds no lesson: there is no Markdown file that can be read",
			"put lessons into it, one Markdown file each")
		return nil, l.finish(), fmt.Errorf("opening the course %s: the folder holds no lesson; put Markdown files into it", l.name)
	}
	l.setStart()
	l.setPath()
	l.setTitle()
	l.link()
	if closely >= proved {
		l.check()
	}
	if closely >= advised {
		l.advise()
		l.checkLock()
	}
	for _, find := range others {
		for _, d := range find(fsys, l.course) {
			if d.Code != codeCRLF || len(l.folder.crlf) == 0 { // told once for all files
				l.add(d)
			}
		}
	}
	return l, l.finish(), nil
}

// loader is one course on its way from files to Course.
type loader struct {
	depth  depth
	name   string
	folder *folder
	config config
	course *Course
	plain  bool // a folder of Markdown without course.yaml

	parsers  *parsers
	defaults defaults
	summary  []summaryEntry // chapters of SUMMARY.md in its order
	heading  string         // first heading of SUMMARY.md
	pages    []*page
	byFile   map[string]*page
	byID     map[string]*Lesson  // lessons and the placement test
	modules  map[string]string   // titles of folders
	joined   map[*Rule]*[2]*Rule // rules made of two

	summaryTitles map[string]string // by file

	foreignKeys map[string]int
	foreignAt   Pos
	foreignLen  int

	suggested  int                 // suggestions looked for
	severities map[string]Severity // that course.yaml sets, by code
	images     []string            // files of pictures; nil: not looked for yet
	derived    bool                // the risk of made ids was told
	diags      []Diag
	left       int              // findings that were left out
	foundError bool             // one of them was an error
	starts     map[string][]int // offsets of lines, by file
}

func (l *loader) report(severity Severity, code string, at Pos, length int, msg, hint string) {
	l.add(Diag{Code: code, Severity: severity, Pos: at, Len: length, Msg: msg, Hint: hint})
}

func (l *loader) fail(code string, at Pos, length int, msg, hint string) {
	l.report(Error, code, at, length, msg, hint)
}

func (l *loader) warn(code string, at Pos, length int, msg, hint string) {
	l.report(Warning, code, at, length, msg, hint)
}

// failScalar reports an error about a value of YAML.
func (l *loader) failScalar(code, file string, s strictyaml.Scalar, msg, hint string) {
	l.fail(code, scalarPos(file, s), len(s.Text), msg, hint)
}

// yaml takes over a problem of strictyaml.
func (l *loader) yaml(file string, p strictyaml.Problem, severity Severity) {
	if p.Code == strictyaml.UnknownKey && strings.HasPrefix(p.Hint, "known keys: lesson,") {
		p.Hint = `for a module write "module: TITLE" and, below it, "lessons:" with its list`
	}
	l.report(yamlSeverity(p, severity), p.Code, Pos{File: file, Line: p.Line, Col: p.Col}, p.Len, p.Msg, p.Hint)
}

// yamlSeverity is the severity of a problem of strictyaml: that of the file, but an
// escape that stands for what could steer a terminal is an error whatever the file,
// and a comment may be meant.
func yamlSeverity(p strictyaml.Problem, file Severity) Severity {
	switch p.Code {
	case strictyaml.Control, strictyaml.Bidi:
		return Error
	case strictyaml.Comment:
		return Warning
	}
	return file
}

// named puts an author's word into a message: in quotes and short.
func named(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return `"` + textsafe.Line(s) + `"`
}

// maxSuggestions bounds the search for near names: a course with more mistakes
// than this has another problem.
const maxSuggestions = 300

// suggest asks whether the nearest known name was meant, or is empty.
func (l *loader) suggest(want string, have []string) string {
	if near := l.near(want, have); near != "" {
		return didYouMean(near)
	}
	return ""
}

// near is the nearest of the names, or empty.
func (l *loader) near(want string, have []string) string {
	if l.suggested++; l.suggested > maxSuggestions {
		return ""
	}
	return nearest.Name(want, have)
}

// line returns one line of a file, counting from 1; empty when there is none.
func (l *loader) line(file string, n int) string {
	text, ok := l.folder.texts[file]
	if !ok || n < 1 {
		return ""
	}
	starts, ok := l.starts[file]
	if !ok {
		starts = []int{0}
		for i, c := range text {
			if c == '\n' {
				starts = append(starts, i+1)
			}
		}
		l.starts[file] = starts
	}
	if n > len(starts) {
		return ""
	}
	line, _, _ := strings.Cut(text[starts[n-1]:], "\n")
	return line
}

// find looks for a word at a place and in the few lines below it, where the
// settings and options of a heading stand.
func (l *loader) find(at Pos, word string) (Pos, int) {
	const below = 12
	for n := at.Line; n < at.Line+below; n++ {
		line := l.line(at.File, n)
		for from := 0; ; {
			i := strings.Index(line[from:], word)
			if i < 0 {
				break
			}
			i += from
			from = i + len(word)
			if (i == 0 || !isWordByte(line[i-1])) && (from == len(line) || !isWordByte(line[from])) {
				return Pos{File: at.File, Line: n, Col: i + 1}, len(word)
			}
		}
	}
	return at, 0
}

func isWordByte(c byte) bool {
	return c == '-' || c == '_' || isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

package paths

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// The codes of findings about tests/paths.yaml, beside those of YAML. The ones
// that the course has too mean the same there.
const (
	codeLearner  = course.CodeTestLearner
	codeAnswer   = course.CodeTestAnswer
	codeExpect   = course.CodeTestExpect
	codeQuestion = course.CodeUnknownQuestion
	codeLesson   = "unknown-lesson"    // a lesson that does not exist
	codeMixup    = "unknown-mixup"     // a mix-up that is not declared
	codeAsk      = "unknown-ask"       // an Ask, a fork or something offered that does not exist
	codeOption   = "undeclared-option" // a code word that the Ask does not have
	codeValue    = "bad-value"         // a value outside what the key can hold
)

// written is one learner as the file has them.
type written struct {
	strictyaml.Place
	Learner strictyaml.Scalar                     `yaml:"learner"`
	Ask     strictyaml.Map[[]strictyaml.Scalar]   `yaml:"ask"`
	Answers strictyaml.Map[[][]strictyaml.Scalar] `yaml:"answers"`
	Expect  struct {
		Visits   []strictyaml.Scalar `yaml:"visits"`
		Skips    []strictyaml.Scalar `yaml:"skips"`
		Returns  []strictyaml.Scalar `yaml:"returns_to"`
		Mixups   []strictyaml.Scalar `yaml:"mixups"`
		Right    []strictyaml.Scalar `yaml:"right"`
		Close    []strictyaml.Scalar `yaml:"close"`
		Spelling []strictyaml.Scalar `yaml:"spelling"`
		Wrong    []strictyaml.Scalar `yaml:"wrong"`
		Finishes strictyaml.Scalar   `yaml:"finishes"`
		Minutes  strictyaml.Scalar   `yaml:"minutes"`
	} `yaml:"expect"`
}

// reader turns the file into learners.
type reader struct {
	course *course.Course
	names  names
	sheet  *course.Sheet
}

func (r *reader) read(files fs.FS) (Suite, error) {
	var list []written
	sheet, err := course.ReadSheet(files, File, &list)
	if errors.Is(err, fs.ErrNotExist) {
		return Suite{}, nil
	}
	if err != nil {
		return Suite{}, err
	}
	r.sheet = sheet
	var s Suite
	first := map[string]int{}
	for _, w := range list {
		before := len(sheet.Diags)
		l := r.learner(w)
		switch at, again := first[l.Name]; {
		case l.Name == "" && r.otherKey(w):
			// The finding about the key says enough.
		case l.Name == "":
			r.sheet.Fail(codeLearner, strictyaml.Scalar{Line: w.Line, Col: w.Col}, "a learner without a name", `write "learner: " and a name first`)
		case again:
			r.sheet.Fail(codeLearner, w.Learner, fmt.Sprintf("there are two learners called %s", named(l.Name)), fmt.Sprintf("the first is on line %d", at))
		default:
			first[l.Name] = l.Line
		}
		l.Wrong = len(sheet.Diags) - before
		s.Learners = append(s.Learners, l)
	}
	s.share(sheet.Diags)
	s.Diags = sheet.Sorted()
	return s, nil
}

// otherKey finds a learner whose name stands under a first key that is not known,
// and says which one was meant.
func (r *reader) otherKey(w written) bool {
	const meant = `did you mean "learner"?`
	for i := range r.sheet.Diags {
		d := &r.sheet.Diags[i]
		if d.Code != strictyaml.UnknownKey || d.Pos.Line != w.Line || d.Pos.Col != w.Col {
			continue
		}
		if strings.HasPrefix(d.Msg, `unknown key "name"`) {
			d.Hint = meant
		}
		return d.Hint == meant
	}
	return false
}

// boolMeant is the hint for a word that means true or false elsewhere.
func boolMeant(word string) string {
	switch strings.ToLower(word) {
	case "yes", "on", "true", "y":
		return "write true"
	case "no", "off", "false", "n":
		return "write false"
	}
	return ""
}

// share counts the mistakes of YAML too: they belong to the learner that they
// stand in.
func (s *Suite) share(diags []course.Diag) {
	for i := range s.Learners {
		l := &s.Learners[i]
		end := int(^uint(0) >> 1)
		if i+1 < len(s.Learners) {
			end = s.Learners[i+1].Line
		}
		l.Wrong = 0
		for _, d := range diags {
			if d.Severity == course.Error && l.Line <= d.Pos.Line && d.Pos.Line < end {
				l.Wrong++
			}
		}
	}
}

func (r *reader) learner(w written) Learner {
	l := Learner{Name: textsafe.Line(strings.Join(strings.Fields(w.Learner.Text), " ")), Line: w.Line, Ask: map[string][]string{}, Answers: map[string][]Attempt{}}
	for _, e := range w.Ask {
		r.checkAsk(e)
		key := e.Key
		if fork := r.names.fork(key); fork != nil && r.names.asks[key] == nil {
			key = fork.ID
		}
		for _, v := range e.Value {
			l.Ask[key] = append(l.Ask[key], v.Text)
		}
	}
	for _, e := range w.Answers {
		for _, parts := range e.Value {
			if a, ok := r.attempt(e, parts); ok {
				l.Answers[e.Key] = append(l.Answers[e.Key], a)
			}
		}
		if len(e.Value) == 0 {
			r.question(keyOf(e.Key, e.Line, e.Col))
		}
	}
	l.Expect = r.expectations(w)
	if len(l.Expect) == 0 && w.Expect.Finishes.Text == "" && w.Expect.Minutes.Text == "" {
		r.sheet.Fail(codeExpect, w.Learner, "nothing is expected of this learner", "write expect: { finishes: true } at least")
	}
	return l
}

// expectations reads what is expected, in the order in which it is judged.
func (r *reader) expectations(w written) []Expectation {
	x := w.Expect
	var list []Expectation
	for _, e := range []struct {
		key   string
		names []strictyaml.Scalar
		known func(strictyaml.Scalar)
	}{
		{"visits", x.Visits, r.lesson}, {"skips", x.Skips, r.lesson}, {"returns_to", x.Returns, r.questionOrLesson},
		{"mixups", x.Mixups, r.mixup}, {"right", x.Right, r.question}, {"close", x.Close, r.question},
		{"spelling", x.Spelling, r.question}, {"wrong", x.Wrong, r.question},
	} {
		if len(e.names) == 0 {
			continue
		}
		one := Expectation{Key: e.key, Line: e.names[0].Line}
		for _, s := range e.names {
			e.known(s)
			one.Names, one.Lines = append(one.Names, s.Text), append(one.Lines, s.Line)
		}
		list = append(list, one)
	}
	switch s := x.Finishes; s.Text {
	case "":
	case "true", "false":
		list = append(list, Expectation{Key: "finishes", Yes: s.Text == "true", Line: s.Line})
	default:
		r.sheet.Fail(codeValue, s, fmt.Sprintf("finishes must be true or false, not %s", named(s.Text)), boolMeant(s.Text))
	}
	if s := x.Minutes; s.Text != "" {
		if b, ok := bound(s.Text); ok {
			list = append(list, Expectation{Key: "minutes", Bound: b, Line: s.Line})
		} else {
			r.sheet.Fail(codeValue, s, fmt.Sprintf("minutes must be a bound such as \"<= 30\", not %s", named(s.Text)), `write "<= 30", "< 1h30m" or ">= 10", in quotes`)
		}
	}
	return list
}

// bound reads "<= 30" or ">= 1h30m".
func bound(text string) (Bound, bool) {
	for _, is := range []string{"<=", ">=", "<", ">"} {
		rest, ok := strings.CutPrefix(strings.TrimSpace(text), is)
		if !ok {
			continue
		}
		rest = strings.ReplaceAll(rest, " ", "")
		n, err := strconv.ParseFloat(rest, 64)
		if err != nil {
			var d time.Duration
			d, err = time.ParseDuration(rest)
			n = d.Minutes()
		}
		return Bound{Is: is, Minutes: n, Text: text}, err == nil && n > 0 && n < 1e6
	}
	return Bound{}, false
}

// attempt reads one thing done about a question.
func (r *reader) attempt(e strictyaml.Entry[[][]strictyaml.Scalar], parts []strictyaml.Scalar) (Attempt, bool) {
	key := keyOf(e.Key, e.Line, e.Col)
	if len(parts) == 0 {
		return Attempt{}, false
	}
	q, task := r.names.questions[e.Key], r.names.tasks[e.Key]
	if q == nil && task == nil {
		r.question(key)
		return Attempt{}, false
	}
	a := Attempt{Said: said(parts), Line: parts[0].Line}
	if len(parts) == 1 && slices.Contains([]Doing{Right, Wrong, Hint, Skip}, Doing(parts[0].Text)) {
		a.Do = Doing(parts[0].Text)
		switch {
		case task != nil && a.Do == Wrong:
			r.sheet.Fail(codeAnswer, parts[0], "a task cannot be done wrong", "write right, hint or skip")
		case a.Do == Hint && (q != nil && len(q.Hints) == 0 || task != nil && len(task.Hints) == 0):
			r.sheet.Fail(codeAnswer, parts[0], fmt.Sprintf("%s has no hint", named(e.Key)), "leave it out, or write a hint into the lesson")
		}
		return a, true
	}
	if q == nil {
		r.sheet.Fail(codeAnswer, parts[0], fmt.Sprintf("%s is a task, which takes no answer", named(e.Key)), "write right, hint or skip")
		return Attempt{}, false
	}
	var ok bool
	a.Answer, ok = r.answer(q, parts)
	return a, ok
}

// answer reads an answer that is typed or chosen, in the form of the question.
func (r *reader) answer(q *course.Question, parts []strictyaml.Scalar) (course.Answer, bool) {
	switch f := q.Form.(type) {
	case *course.Typed:
		if len(parts) > 1 {
			r.sheet.Fail(codeAnswer, parts[1], "this question takes one text", "each try is an entry of its own: [first, second]")
			return course.Answer{}, false
		}
		return course.Answer{Text: parts[0].Text}, true
	case *course.Options:
		var texts []string
		for _, o := range f.List {
			texts = append(texts, o.Text)
		}
		if len(parts) == 1 {
			for _, o := range f.List {
				if o.DontKnow && bare(o.Text) == bare(parts[0].Text) {
					return course.Answer{DontKnow: true}, true
				}
			}
		}
		return r.chosen(parts, texts, "option")
	case *course.Order:
		return r.chosen(parts, f.Items, "item")
	case *course.Match:
		var texts []string
		for _, p := range f.Pairs {
			texts = append(texts, p.Right)
		}
		return r.chosen(parts, texts, "right side")
	case *course.Blanks:
		if len(parts) != len(f.List) {
			r.sheet.Fail(codeAnswer, parts[0], fmt.Sprintf("this question has %d blanks, and %d are filled in", len(f.List), len(parts)), "write each try as a list of its own: [[first, second]]")
			return course.Answer{}, false
		}
		var a course.Answer
		for _, p := range parts {
			a.Items = append(a.Items, p.Text)
		}
		return a, true
	}
	return course.Answer{}, false
}

// chosen finds each text among those of the question; marks of Markdown, spaces
// and capitals may differ.
func (r *reader) chosen(parts []strictyaml.Scalar, texts []string, what string) (course.Answer, bool) {
	var a course.Answer
	plain := make([]string, len(texts))
	for i, text := range texts {
		plain[i] = bare(text)
	}
	for _, p := range parts {
		i := slices.Index(texts, p.Text)
		if i < 0 {
			i = slices.Index(plain, bare(p.Text))
		}
		if i < 0 {
			hint := "there are: " + some(texts)
			if near := nearest.Name(bare(p.Text), plain); near != "" {
				hint = fmt.Sprintf("did you mean %s?", named(texts[slices.Index(plain, near)]))
			}
			r.sheet.Fail(codeAnswer, p, fmt.Sprintf("the question has no %s %s", what, named(p.Text)), hint)
			return course.Answer{}, false
		}
		a.Items = append(a.Items, texts[i])
	}
	return a, true
}

// some are texts in one line, not too many.
func some(texts []string) string {
	const most = 6
	var list []string
	for _, text := range texts[:min(most, len(texts))] {
		list = append(list, named(text))
	}
	if len(texts) > most {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}

// bare is a text without marks of Markdown, spaces and capitals.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("`*_\\", r) {
			return -1
		}
		return r
	}, s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

func said(parts []strictyaml.Scalar) string {
	var list []string
	for _, p := range parts {
		list = append(list, p.Text)
	}
	return strings.Join(list, " | ")
}

func keyOf(key string, line, col int) strictyaml.Scalar {
	return strictyaml.Scalar{Text: key, Line: line, Col: col}
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

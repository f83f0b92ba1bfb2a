package course

import (
	"fmt"
	"reflect"
	"strings"

	"golang.org/x/text/language"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// courseFile is the file that holds the facts and rules of a course.
const courseFile = "course.yaml"

// formatVersion is the version of the course format that is read.
const formatVersion = "1"

// config is course.yaml as written.
type config struct {
	Format    strictyaml.Scalar                 `yaml:"format"`
	ID        strictyaml.Scalar                 `yaml:"id"`
	Version   strictyaml.Scalar                 `yaml:"version"`
	Title     strictyaml.Scalar                 `yaml:"title"`
	Summary   strictyaml.Scalar                 `yaml:"summary"`
	Language  strictyaml.Scalar                 `yaml:"language"`
	Authors   []string                          `yaml:"authors"`
	License   strictyaml.Scalar                 `yaml:"license"`
	Minutes   strictyaml.Scalar                 `yaml:"minutes"`
	Start     strictyaml.Scalar                 `yaml:"start"`
	Placement strictyaml.Scalar                 `yaml:"placement"`
	Skills    strictyaml.Map[skillEntry]        `yaml:"skills"`
	Goals     strictyaml.Map[goalEntry]         `yaml:"goals"`
	Interests strictyaml.Map[string]            `yaml:"interests"`
	Path      []pathEntry                       `yaml:"path"`
	Mixups    strictyaml.Map[mixupEntry]        `yaml:"mixups"`
	Ways      strictyaml.Map[string]            `yaml:"ways"`
	Paces     strictyaml.Map[paceEntry]         `yaml:"paces"`
	Questions questionEntry                     `yaml:"questions"`
	Check     strictyaml.Map[strictyaml.Scalar] `yaml:"check"`
	Tasks     struct {
		Run strictyaml.Scalar `yaml:"run"`
	} `yaml:"tasks"`

	unread bool  // nothing of it could be read
	faults []int // the lines of findings about its YAML
}

type skillEntry struct {
	Title string              `yaml:"title"`
	Goal  strictyaml.Scalar   `yaml:"goal"`
	Needs []strictyaml.Scalar `yaml:"needs"`
}

// TakeScalar takes a skill that is only a title.
func (e *skillEntry) TakeScalar(s strictyaml.Scalar) { e.Title = s.Text }

type goalEntry struct {
	Title  string              `yaml:"title"`
	Skills []strictyaml.Scalar `yaml:"skills"`
}

// TakeScalar takes a goal that is only a title.
func (e *goalEntry) TakeScalar(s strictyaml.Scalar) { e.Title = s.Text }

type mixupEntry struct {
	Says   string            `yaml:"says"`
	Detour strictyaml.Scalar `yaml:"detour"`
}

// TakeScalar takes a mix-up that is only its words.
func (e *mixupEntry) TakeScalar(s strictyaml.Scalar) { e.Says = s.Text }

type paceEntry struct {
	Title     string            `yaml:"title"`
	Days      strictyaml.Scalar `yaml:"days"`
	Session   strictyaml.Scalar `yaml:"session"`
	SkipKnown strictyaml.Scalar `yaml:"skip_known"`
}

type questionEntry struct {
	Tries      strictyaml.Scalar `yaml:"tries"`
	Typos      strictyaml.Scalar `yaml:"typos"`
	Hints      strictyaml.Scalar `yaml:"hints"`
	Confidence *bool             `yaml:"confidence"`
}

// pathEntry is a lesson, a module of lessons, or a fork.
type pathEntry struct {
	strictyaml.Place
	Lesson   strictyaml.Scalar   `yaml:"lesson"`
	Optional bool                `yaml:"optional"`
	When     strictyaml.Scalar   `yaml:"when,raw"`
	Module   strictyaml.Scalar   `yaml:"module"`
	Lessons  []pathEntry         `yaml:"lessons"`
	Choose   strictyaml.Scalar   `yaml:"choose"`
	Title    string              `yaml:"title"`
	From     []strictyaml.Scalar `yaml:"from"`
}

// TakeScalar takes an entry that only names its lesson.
func (e *pathEntry) TakeScalar(s strictyaml.Scalar) { e.Lesson = s }

// readConfig reads course.yaml into the course. It returns an error only for a
// version of the format that is not known.
func (l *loader) readConfig() error {
	src, ok := l.folder.texts[courseFile]
	if !ok {
		l.setDefaults()
		return nil
	}
	cfg := &l.config
	var faults []int
	for _, p := range cleanYAML().Decode([]byte(src), cfg) {
		l.yaml(courseFile, p, Error)
		faults = append(faults, p.Line)
	}
	cfg.unread, cfg.faults = reflect.ValueOf(*cfg).IsZero(), faults
	if v := cfg.Format; v.Text != "" && v.Text != formatVersion {
		l.failScalar(codeFormat, courseFile, v, fmt.Sprintf("format %s is not known; this program reads format %s", named(v.Text), formatVersion),
			"use a newer version of the program")
		return fmt.Errorf("opening the course %s: its format is %s, this program reads format %s; use a newer version",
			l.name, named(v.Text), formatVersion)
	}
	l.setDefaults()
	l.facts()
	l.lists()
	l.setPaces()
	l.setQuestions()
	l.readSeverities()
	return nil
}

// setDefaults gives the course what it has when the author is silent.
func (l *loader) setDefaults() {
	c := l.course
	c.ID = Slug(l.name)
	if c.ID == "" {
		c.ID = "course"
	}
	c.Language = "en"
	c.Tasks = TasksAsk
	c.Paces = defaultPaces()
	l.defaults = defaults{Tries: 3, Typos: TyposPointOut, Hints: HintsOnRequest}
}

// facts takes the plain values of course.yaml.
func (l *loader) facts() {
	c, cfg := l.course, &l.config
	if id := cfg.ID; id.Text != "" && l.goodID(courseFile, id) {
		c.ID = id.Text
	}
	c.Version, c.Title, c.Summary = cfg.Version.Text, l.scalarTitle(courseFile, cfg.Title), strings.TrimSpace(cfg.Summary.Text)
	c.Authors, c.License = cfg.Authors, cfg.License.Text
	c.Minutes = l.minutes(courseFile, "minutes", cfg.Minutes, 0)
	if lang := cfg.Language; lang.Text != "" {
		if tag, err := language.Parse(lang.Text); err != nil {
			l.failScalar(codeValue, courseFile, lang, fmt.Sprintf("%s is no language", named(lang.Text)), `write a tag such as en, pt-BR or zh-Hant`)
		} else {
			c.Language = lang.Text
			if rightToLeft(tag) {
				l.warn(codeRightToLeft, scalarPos(courseFile, lang), len(lang.Text),
					fmt.Sprintf("%s is read from right to left; cairn leaves that to the terminal, and most show it from left to right", named(lang.Text)),
					"recommend a terminal that orders such text, and cairn --plain")
			}
		}
	}
	c.Tasks = TaskPolicy(l.oneOf(courseFile, "run", cfg.Tasks.Run, string(c.Tasks), string(TasksAsk), string(TasksNever)))
}

// rightToLeft reports whether a language is written in a script that is read
// from right to left.
func rightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return true
	}
	return false
}

// maxGoal is the highest line that mastery can be held against: nothing is ever
// quite sure, so that a skill with a goal of 1 could never be known.
const maxGoal = 0.99

// lists takes the lists that rules, questions and Asks name things from.
func (l *loader) lists() {
	c, cfg := l.course, &l.config
	for _, e := range cfg.Skills {
		if l.goodKey(e.Key, e.Line, e.Col) {
			skill := Skill{ID: e.Key, Title: nameOf(l, e, e.Value.Title), Needs: texts(e.Value.Needs)}
			skill.Goal = min(l.share(courseFile, "goal", e.Value.Goal), maxGoal)
			c.Skills = append(c.Skills, skill)
		}
	}
	for _, e := range cfg.Goals {
		if l.goodKey(e.Key, e.Line, e.Col) {
			c.Goals = append(c.Goals, Goal{ID: e.Key, Title: nameOf(l, e, e.Value.Title), Skills: texts(e.Value.Skills)})
		}
	}
	for _, e := range cfg.Mixups {
		if l.goodKey(e.Key, e.Line, e.Col) {
			c.Mixups = append(c.Mixups, Mixup{ID: e.Key, Says: orName(e.Value.Says, e.Key)})
		}
	}
	c.Interests = l.choices(cfg.Interests)
	c.Ways = l.choices(cfg.Ways)
}

func (l *loader) choices(entries strictyaml.Map[string]) []Choice {
	var list []Choice
	for _, e := range entries {
		if l.goodKey(e.Key, e.Line, e.Col) {
			list = append(list, Choice{ID: e.Key, Title: nameOf(l, e, e.Value)})
		}
	}
	return list
}

// setQuestions takes the defaults of all questions.
func (l *loader) setQuestions() {
	q, d := l.config.Questions, &l.defaults
	d.Tries = l.whole(courseFile, "tries", q.Tries, 1, 100, d.Tries)
	d.Typos = TypoPolicy(l.oneOf(courseFile, "typos", q.Typos, string(d.Typos), string(TyposAccept), string(TyposPointOut), string(TyposOff)))
	d.Hints = HintsMode(l.oneOf(courseFile, "hints", q.Hints, string(d.Hints), string(HintsOnRequest), string(HintsAfterWrong)))
	d.Confidence = confidenceOf(q.Confidence, d.Confidence)
}

// orName returns the text, or a title made of the id when there is none.
func orName(text, id string) string {
	if text = oneLine(text); text != "" {
		return text
	}
	return titleOfName(id)
}

// oneLine squeezes white space, so that a title is one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func texts(scalars []strictyaml.Scalar) []string {
	var out []string
	for _, s := range scalars {
		out = append(out, s.Text)
	}
	return out
}

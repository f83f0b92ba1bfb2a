package preview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// State is a state of knowledge that a session begins in: facts that rules ask
// for, in the words of rules.
type State struct {
	text  string
	facts []fact
}

// fact is one of them, such as mastery.staging=0.4.
type fact struct {
	name, id string
	values   []string
}

// String is the state as it was written.
func (s State) String() string { return s.text }

// The names of facts: those of rules.
const (
	factMastery   = "mastery"
	factScore     = "score"
	factTries     = "tries"
	factRight     = "right"
	factSeen      = "seen"
	factMixup     = "mixup"
	factAnswer    = "answer"
	factDaysSince = "days_since"
)

func factNames() []string {
	return []string{factMastery, factScore, factTries, factRight, factSeen, factMixup, factAnswer, factDaysSince, "goal", "pace", "way", "interests"}
}

// ParseState reads facts with commas between them, such as "mastery.staging=0.4,
// goal=team, interests=[code, data], seen.places". Equal signs and quotes may stand
// as in rules: goal == "team". An empty text is the state of
// who is new. What the course has is not looked at.
func ParseState(text string) (State, error) {
	s := State{text: strings.TrimSpace(text)}
	for _, part := range parts(text) {
		f, err := parseFact(part)
		if err != nil {
			return State{}, err
		}
		s.facts = append(s.facts, f)
	}
	return s, nil
}

// parts cuts a text at commas outside brackets and quotes.
func parts(text string) []string {
	var out []string
	depth, from := 0, 0
	var quote rune // the mark that ends what is quoted; 0: nothing is
	cut := func(to int) {
		if part := strings.TrimSpace(text[from:to]); part != "" {
			out = append(out, part)
		}
	}
	for i, r := range text {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"', r == '\'':
			quote = r
		case r == '[':
			depth++
		case r == ']':
			depth--
		case r == ',' && depth <= 0:
			cut(i)
			from = i + 1
		}
	}
	cut(len(text))
	return out
}

func parseFact(part string) (fact, error) {
	key, value, given := strings.Cut(part, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(strings.TrimPrefix(value, "=")) // == as in rules
	name, id, _ := strings.Cut(key, ".")
	if before, in, ok := strings.Cut(key, "["); ok && strings.HasSuffix(in, "]") && !strings.Contains(before, ".") {
		name, id = before, unquoted(strings.TrimSuffix(in, "]")) // as in rules, where an id has a hyphen
	}
	f := fact{name: name, id: id}
	if !slices.Contains(factNames(), name) {
		return f, fmt.Errorf("there is no %q to set%s", name, meant(name, factNames()))
	}
	needs := map[string]bool{factMastery: true, factTries: true, factRight: true, factSeen: true, factMixup: true, factAnswer: true, factDaysSince: true}[name]
	switch {
	case needs && id == "":
		return f, fmt.Errorf("%s needs an id, such as %s.ID", name, name)
	case !needs && id != "" && name != factScore: // of one lesson, or of all
		return f, fmt.Errorf("%s has no parts: write %s=…", name, name)
	case !given && (name == factRight || name == factSeen || name == factMixup):
		value = "true"
	case value == "":
		return f, fmt.Errorf("%s needs a value: %s=…", key, key)
	}
	f.values = valuesOf(value)
	return f, f.check(key)
}

// unquoted is a word without the quotes that rules have around it.
func unquoted(s string) string { return strings.Trim(strings.TrimSpace(s), "\"'") }

// valuesOf are the values in brackets, or the one.
func valuesOf(value string) []string {
	list, ok := strings.CutPrefix(value, "[")
	if !ok {
		return []string{unquoted(value)}
	}
	var out []string
	for _, v := range parts(strings.TrimSuffix(list, "]")) {
		out = append(out, unquoted(v))
	}
	return out
}

// check holds that the values fit the name.
func (f fact) check(key string) error {
	one := ""
	if len(f.values) == 1 {
		one = f.values[0]
	}
	n, err := strconv.ParseFloat(one, 64)
	switch f.name {
	case factMastery:
		if err != nil || !(n >= 0 && n <= 1) {
			return fmt.Errorf("%s=%s: mastery is a number from 0 to 1", key, strings.Join(f.values, ", "))
		}
	case factScore:
		if err != nil || !(n >= 0 && n <= 1) {
			return fmt.Errorf("%s=%s: a score is a number from 0 to 1", key, strings.Join(f.values, ", "))
		}
	case factTries:
		if whole, err := strconv.Atoi(one); err != nil || whole < 0 || whole > mostTries {
			return fmt.Errorf("%s=%s: tries are a whole number from 0 to %d", key, strings.Join(f.values, ", "), mostTries)
		}
	case factDaysSince:
		if err != nil || !(n >= 0 && n <= 3650) {
			return fmt.Errorf("%s=%s: days are a number from 0 to 3650", key, strings.Join(f.values, ", "))
		}
	case factRight, factSeen, factMixup:
		if one != "true" {
			return fmt.Errorf("%s=%s: what is not so is left out; write %s alone", key, strings.Join(f.values, ", "), key)
		}
	}
	return nil
}

// mostTries is more than anybody gives answers to one question.
const mostTries = 1000

// meant asks whether the nearest of the known names was meant, or lists them.
func meant(name string, known []string) string {
	if near := course.Nearest(name, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	if len(known) > 0 && len(known) <= 12 {
		return "; there are " + strings.Join(known, ", ")
	}
	return ""
}

// given puts into deps what no events lead to: the numbers that were given for
// skills, lessons and questions of a course. A score without a lesson is that of all
// of which none is given.
func (s State) given(c *course.Course, deps *learn.Deps) {
	deps.Mastery, deps.Scores, deps.Tries = map[string]float64{}, map[string]float64{}, map[string]int{}
	of := map[string]map[string]float64{factMastery: deps.Mastery, factScore: deps.Scores}
	for _, f := range s.facts {
		switch f.name {
		case factMastery, factScore:
			of[f.name][f.id], _ = strconv.ParseFloat(f.values[0], 64) // was checked, as below
		case factTries:
			deps.Tries[f.id], _ = strconv.Atoi(f.values[0])
		}
	}
	if score, all := deps.Scores[""]; all {
		for _, l := range c.Lessons {
			if _, own := deps.Scores[l.ID]; !own {
				deps.Scores[l.ID] = score
			}
		}
	}
}

// record writes the events that lead to the state, the oldest first, into a log.
// What given tells is not among them: no events lead to a number.
func (s State) record(c *course.Course, log *Log, now time.Time) error {
	k := knownIn(c)
	var events []learn.Event
	for _, f := range s.facts {
		if err := k.has(f); err != nil {
			return err
		}
		if e, ok := k.event(f, now); ok {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(a, b learn.Event) int { return a.Time.Compare(b.Time) })
	if len(events) == 0 {
		return nil
	}
	_, err := log.Append(events...)
	return err
}

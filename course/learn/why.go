package learn

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Rules are made of clauses of a few shapes. Those below can be said in the
// learner's words; whyRule looks for one that holds.
var (
	clauseWord   = regexp.MustCompile(`^(goal|pace|way)\s*==\s*["']([^"']+)["']$`)
	clauseIn     = regexp.MustCompile(`^["']([^"']+)["']\s+in\s+(interests)$`)
	clauseNumber = regexp.MustCompile(`^(mastery|days_since)(?:\.([\w-]+)|\[["']([^"']+)["']\])\s*(<=?|>=?)\s*([0-9.]+)$`)
	clauseScore  = regexp.MustCompile(`^(score)()()\s*(<=?|>=?)\s*([0-9.]+)$`)
	clauseJoin   = regexp.MustCompile(`\s+(?:and|or)\s+`)
)

// whyRule is the reason why something shows by an author's rule that holds, or does
// not by one that does not, said as what it means for this learner where that can be
// told from one clause of the rule.
func (s *Session) whyRule(r *course.Rule, lesson string) Reason {
	for _, clause := range clauseJoin.Split(strings.Trim(r.Source, "() "), -1) {
		clause = strings.Trim(clause, "() ")
		if why, ok := s.whyChoice(clause); ok && s.chose(clause) == r.Holds(s.facts(lesson)) {
			why.Rule = r.Source
			return why
		}
		if why, ok := s.whyNumber(clause, lesson); ok {
			why.Rule = r.Source
			return why
		}
	}
	return Reason{Code: WhyRule, Rule: r.Source}
}

// whyChoice is the reason in a clause about one choice of the learner's.
func (s *Session) whyChoice(clause string) (Reason, bool) {
	title := s.choiceTitle(choiceIn(clause))
	return Reason{Code: WhyInterest, From: title}, title != ""
}

// choiceIn is the choice that a clause is about: what asks for it, and its word.
func choiceIn(clause string) (ask, word string) {
	if m := clauseWord.FindStringSubmatch(clause); m != nil {
		return m[1], m[2]
	}
	if m := clauseIn.FindStringSubmatch(clause); m != nil {
		return m[2], m[1]
	}
	return "", ""
}

// chose reports whether the learner made the choice that a clause is about. Of
// several that would do, one that they did not make is no reason.
func (s *Session) chose(clause string) bool {
	facts := s.facts("")
	switch ask, word := choiceIn(clause); ask {
	case "goal":
		return facts.Goal() == word
	case "pace":
		return facts.Pace() == word
	case "way":
		return facts.Way() == word
	default:
		return slices.Contains(facts.Interests(), word)
	}
}

// choiceTitle is what the learner read when they chose the word; empty when
// that is not known.
func (s *Session) choiceTitle(ask, word string) string {
	if a := s.index.asks[ask]; a != nil {
		for _, o := range a.Options {
			if o.ID == word {
				return o.Title
			}
		}
	}
	return ""
}

// whyNumber is the reason in a clause that compares a number, when it holds.
func (s *Session) whyNumber(clause, lesson string) (Reason, bool) {
	m := clauseNumber.FindStringSubmatch(clause)
	if m == nil {
		if m = clauseScore.FindStringSubmatch(clause); m == nil {
			return Reason{}, false
		}
	}
	limit, err := strconv.ParseFloat(m[5], 64)
	if err != nil {
		return Reason{}, false
	}
	facts := s.facts(lesson)
	why := Reason{Code: WhyScore, Number: facts.Score()}
	switch id := m[2] + m[3]; m[1] {
	case "mastery":
		why = Reason{Code: WhyWeak, From: s.skillTitle(id), Number: facts.Mastery(id)}
		if m[4][0] == '>' {
			why.Code = WhyStrong
		}
	case "days_since":
		days, ever := facts.DaysSince(id)
		if !ever {
			return Reason{}, false
		}
		why = Reason{Code: WhyLongAgo, From: s.index.title(id), Number: days}
	}
	return why, compares(why.Number, m[4], limit)
}

func compares(x float64, operator string, limit float64) bool {
	switch operator {
	case "<":
		return x < limit
	case "<=":
		return x <= limit
	case ">":
		return x > limit
	}
	return x >= limit
}

// whyKnown is the reason why a lesson is passed over, or offered to be.
func (s *Session) whyKnown(l *course.Lesson) Reason {
	why := Reason{Code: WhyKnown, Title: l.Title, Rule: l.Skip.Source}
	if because := s.whyRule(l.Skip, l.ID); because.Code == WhyStrong {
		why.From, why.Number = because.From, because.Number
	}
	return why
}

// justPassed says what the program did by itself right before this step, or is
// nil: a lesson must not vanish without a word, nor a skill be left.
func (s *Session) justPassed() *Reason {
	passed, last := 0, (*Event)(nil)
	for i := len(s.events) - 1; i >= 0; i-- {
		e := &s.events[i]
		if e.Kind != KindSkipped || e.Reason == nil {
			break
		}
		if e.What == whatFix && e.Reason.Code == WhyTomorrow && last == nil {
			why := *e.Reason
			return &why
		}
		if e.What != whatLesson || e.Reason.Code != WhyKnown && e.Reason.Code != WhyTestedOut {
			break
		}
		passed++
		if last == nil {
			last = e
		}
	}
	if last == nil {
		return nil
	}
	why := *last.Reason
	switch {
	case passed > 1:
		return &Reason{Code: WhyPassedMany, Number: float64(passed), By: why.By}
	case why.Code == WhyTestedOut:
		why.From = why.Title
	}
	why.Code, why.Title = WhyPassedOver, s.index.title(last.Item)
	return &why
}

// skillTitle names a skill; an unknown id names itself.
func (s *Session) skillTitle(id string) string {
	if i, ok := s.index.skills.at[id]; ok {
		return s.index.skills.list[i].Title
	}
	return id
}

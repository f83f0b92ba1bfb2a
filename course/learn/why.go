package learn

import (
	"regexp"

	"github.com/cairn-learn/cairn/course"
)

// A rule of one of these shapes speaks of nothing but a choice of the learner.
var (
	choiceIs = regexp.MustCompile(`^(goal|pace|way)\s*==\s*["']([^"']+)["']$`)
	choiceIn = regexp.MustCompile(`^["']([^"']+)["']\s+in\s+(interests)$`)
)

// whyRule is the reason why something shows by an author's rule. A rule about
// one choice of the learner's is said in the words of that choice.
func (s *Session) whyRule(r *course.Rule) Reason {
	ask, word := "", ""
	if m := choiceIs.FindStringSubmatch(r.Source); m != nil {
		ask, word = m[1], m[2]
	} else if m := choiceIn.FindStringSubmatch(r.Source); m != nil {
		ask, word = m[2], m[1]
	}
	if title := s.choiceTitle(ask, word); title != "" {
		return Reason{Code: WhyInterest, Title: title, Rule: r.Source}
	}
	return Reason{Code: WhyRule, Rule: r.Source}
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

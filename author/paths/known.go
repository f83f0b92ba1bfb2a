package paths

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// unknown reports a name that the course does not have, with the nearest that
// it has.
func (r *reader) unknown(code, what string, s strictyaml.Scalar, have []string) {
	hint := ""
	if near := nearest.Name(s.Text, have); near != "" {
		hint = fmt.Sprintf("did you mean %s?", named(near))
	} else if len(have) > 0 && len(have) <= 8 {
		hint = "there are: " + some(have)
	}
	r.sheet.Fail(code, s, fmt.Sprintf("there is no %s %s", what, named(s.Text)), hint)
}

func (r *reader) lesson(s strictyaml.Scalar) {
	if r.names.lessons[s.Text] == nil {
		r.unknown(codeLesson, "lesson", s, keys(r.names.lessons))
	}
}

func (r *reader) mixup(s strictyaml.Scalar) {
	if !r.names.mixups[s.Text] {
		r.unknown(codeMixup, "mix-up", s, keys(r.names.mixups))
	}
}

func (r *reader) question(s strictyaml.Scalar) {
	if r.names.questions[s.Text] == nil && r.names.tasks[s.Text] == nil {
		r.unknown(codeQuestion, "question", s, append(keys(r.names.questions), keys(r.names.tasks)...))
	}
}

func (r *reader) questionOrLesson(s strictyaml.Scalar) {
	if r.names.lessons[s.Text] == nil {
		r.question(s)
	}
}

// checkAsk looks at what a learner answers to an Ask, at a fork or to an offer.
func (r *reader) checkAsk(e strictyaml.Entry[[]strictyaml.Scalar]) {
	switch ask, fork := r.names.asks[e.Key], r.names.fork(e.Key); {
	case ask != nil:
		r.checkOptions(ask, e.Value)
	case fork != nil:
		var ids []string
		for _, l := range fork.From {
			ids = append(ids, l.ID)
		}
		for _, s := range e.Value {
			if !slices.Contains(ids, s.Text) {
				r.unknown(codeLesson, "lesson at this fork,", s, ids)
			}
		}
	case r.names.lessons[e.Key] != nil || r.names.extras[e.Key] || slices.Contains(offers(), e.Key):
		for _, s := range e.Value {
			if !slices.Contains([]string{"yes", "no", "true", "false"}, s.Text) {
				r.sheet.Fail(codeValue, s, fmt.Sprintf("an offer is answered yes or no, not %s", named(s.Text)), "")
			}
		}
	default:
		have := slices.Concat(keys(r.names.asks), keys(r.names.forks), keys(r.names.lessons), keys(r.names.extras), offers())
		r.unknown(codeAsk, "Ask, fork, lesson or extra", keyOf(e.Key, e.Line, e.Col), have)
	}
}

func (r *reader) checkOptions(ask *course.Ask, values []strictyaml.Scalar) {
	if len(ask.Options) == 0 {
		return
	}
	var words []string
	for _, o := range ask.Options {
		words = append(words, o.ID)
	}
	for i, s := range values {
		switch {
		case !slices.Contains(words, s.Text):
			r.unknown(codeOption, "code word", s, words)
		case i > 0 && !ask.Many:
			r.sheet.Fail(codeValue, s, fmt.Sprintf("%s takes one answer", named(ask.ID)), "keep one of "+strings.Join(words, ", "))
		}
	}
}

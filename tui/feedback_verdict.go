package tui

import (
	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/internal/theme"
	"github.com/cairn-learn/cairn/tui/words"
)

// verdict is the mark and the words for the answer as a whole.
func (f *feedback) verdict(th *Theme, t words.Feedback) verdict {
	v := f.step.Verdict
	right := verdict{th.Mark.Right, th.Good.Bold(true), theme.GoodGround, t.Right}
	near := verdict{th.Mark.Close, th.Warn.Bold(true), theme.WarnGround, t.Close}
	wrong := verdict{th.Mark.Wrong, th.Bad.Bold(true), theme.BadGround, t.Wrong}
	plain := verdict{"", th.Strong, theme.RowGround, t.Shown}
	switch v.Outcome {
	case course.Right:
		return right
	case course.Close:
		return near
	case course.Spelling:
		near.words = t.Spelling(v.DidYouMean)
		return near
	case course.Wrong:
		if f.step.Answer.DontKnow {
			plain.words = t.DontKnow
			return plain
		}
		if f.marks(t) == t.Incomplete {
			near.words = t.Partly
			return near
		}
		return wrong
	}
	return plain
}

// verdict is how an answer was, as a mark, in words and as a ground.
type verdict struct {
	mark   string
	style  lipgloss.Style
	ground theme.Ground
	words  string
}

// Package chart draws pictures in cells: bars, columns, a calendar, a timeline,
// a map of skills, a cairn. A chart is plain data with two methods: Draw makes
// the picture, and Facts gives the same as numbers and indexes, for a front end
// that says it in words.
//
// What every picture promises:
//
//   - it is a pure function of its data, the room and the style
//   - it is never wider or taller than the room that Draw is given, in which it
//     draws what fits; without room it is empty
//   - shape tells everything; colour only repeats it
//   - in ASCII mode every sign is ASCII; labels stay as the caller wrote them
//   - labels are plain text, cleaned here as textsafe.Line does, and cut between
//     letters, never inside a wide or a combined one
//   - numbers that are not finite, or negative where that means nothing, draw as
//     the nearest that can be drawn; NaN draws as nothing
//
// The package knows no terminal library, so that every front end may use it.
package chart

import "math"

// Ink is what a part of a picture is, for its colour.
type Ink int

// The inks. Each part also differs in shape.
const (
	InkText   Ink = iota // titles and values
	InkDim               // labels, notes, and lines that say something
	InkFaint             // axes and what is still empty
	InkGood              // what is there, done or known
	InkAccent            // where the learner is, and what was gained
	InkInfo              // ranges of an estimate
	InkWarn              // what was lost
)

// Style is how pictures look.
type Style struct {
	ASCII bool // signs keep to ASCII

	Cursor string // before the selected row, one cell
	More   string // text goes on
	Full   string // one cell of a bar
	Empty  string // one cell of the rest of a bar

	// Paint gives text its colour. It adds no cells. With nil nothing has one.
	Paint func(ink Ink, text string) string
}

// Signs are the signs that pictures are made of, for legends. Each is one cell.
type Signs struct {
	Full, Empty  string // bars: the value, and the rest
	Gained, Lost string // bars: more than before, less than before
	Line         string // bars: the marker line where the bar ends short of it
	Reached      string // bars: the marker line where the bar has come to it

	Planned string // columns: as much was planned, and less was done
	Kept    string // columns: as much was planned, and it was done
	None    string // columns: nothing on this day

	Levels [5]string // calendar: nothing, then four levels
	Today  [2]string // calendar: left and right of today

	Axis   string // timeline: the axis
	Wide   string // timeline: the wide range
	Narrow string // timeline: the narrow range
	Target string // timeline: the target

	Skill  string // map: where on the rails a skill is, on which others build
	Before string // map: at the left of what the selected skill needs
	After  string // map: at the left of what builds on the selected skill
}

// Signs returns the signs of the style.
func (st Style) Signs() Signs {
	s := Signs{
		Full: st.Full, Empty: st.Empty, Gained: "╍", Lost: "·", Line: "┼", Reached: "┿",
		Planned: "─", Kept: "═", None: "·",
		Levels: [5]string{"·", "░", "▒", "▓", "█"}, Today: [2]string{"[", "]"},
		Axis: "─", Wide: "░", Narrow: "█", Target: "▼", Skill: "o", Before: "↑", After: "↓",
	}
	if st.ASCII {
		s = Signs{
			Full: st.Full, Empty: st.Empty, Gained: "+", Lost: "-", Line: "|", Reached: "!",
			Planned: "-", Kept: "=", None: "_",
			Levels: [5]string{"-", ".", ":", "+", "#"}, Today: [2]string{"[", "]"},
			Axis: "-", Wide: "=", Narrow: "#", Target: "v", Skill: "o", Before: "^", After: "v",
		}
	}
	return s
}

// finite returns v as a number from 0 up that can be computed with: NaN and
// what is negative is 0, what is infinite very large.
func finite(v float64) float64 {
	const most = 1e15
	if math.IsNaN(v) || v <= 0 {
		return 0
	}
	return math.Min(v, most)
}

// share is v as part of whole, in 0..1; without a whole it is 0.
func share(v, whole float64) float64 {
	v, whole = finite(v), finite(whole)
	if whole == 0 {
		return 0
	}
	return math.Min(v/whole, 1)
}

// top is the value at which a scale ends: most where it is given, otherwise the
// largest of the values.
func top(most float64, values ...float64) float64 {
	if most = finite(most); most > 0 {
		return most
	}
	for _, v := range values {
		most = math.Max(most, finite(v))
	}
	return most
}

// fill is how many of width cells a share takes: at least one where there is
// anything, and all only where it is whole.
func fill(share float64, width int) int {
	if width <= 0 {
		return 0
	}
	n := int(share*float64(width) + 0.5)
	if share > 0 {
		n = max(n, 1)
	}
	if share < 1 {
		n = min(n, width-1)
	}
	return min(max(n, 0), width)
}

package mdtext

// Look says what a piece of text is: one part of the page, such as Heading1,
// with any number of the flags, such as Strong.
type Look uint32

// The parts of a page.
const (
	Body Look = iota
	Heading1
	Heading2
	Heading3 // and below
	Code     // a line of a code block; what is nothing of the following
	Comment  // in code, as are those up to Removed
	String
	Number
	Keyword
	Name
	Prompt
	Output
	Added
	Removed
	Lang     // the language above a code block
	Gutter   // the numbers of its lines
	LineMark // the sign beside a line that the author marks
	Cut      // the sign that a line of code goes on
	Bar      // at the left of a quotation
	Border   // of a table; a thematic break
	Marker   // of a list item, a footnote
	Note     // the bar and the title of an alert
	Tip
	Important
	Warning
	Caution
)

const partMask Look = 1<<8 - 1

// The flags.
const (
	Strong Look = 1 << (8 + iota)
	Emphasis
	Strike
	CodeSpan
	Linked
	Marked // with a text marker
	Dim
)

// Part returns the part of the page alone.
func (l Look) Part() Look { return l & partMask }

// inCode reports a part of a line of code.
func (l Look) inCode() bool { return Code <= l.Part() && l.Part() <= Removed }

// Has reports whether the flag is set.
func (l Look) Has(flag Look) bool { return l&flag != 0 }

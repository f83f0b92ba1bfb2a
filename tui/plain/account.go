package plain

import (
	"io"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// Account is a page told in paragraphs, in the order in which they are heard:
// first what matters most, then the rest. Every picture of the full-screen
// front end has one.
type Account []Paragraph

// Paragraph is plain text, behind a mark such as "- " or "1. "; the mark may be
// empty.
type Paragraph struct{ Mark, Text string }

// Print writes an account, wrapped at width cells, safe for the terminal.
func (a Account) Print(out io.Writer, width int) error {
	p := printer{out: out, width: width, blank: true}
	p.account(a)
	return p.err
}

func (p *printer) account(a Account) {
	for _, g := range a {
		p.hang(g.Mark, g.Text)
	}
}

// teller puts together an account.
type teller struct {
	w  *words.Words
	v  *words.PlainViews
	to Account
}

func newTeller(w *words.Words) *teller { return &teller{w: w, v: &w.Plain.Views} }

// say adds a paragraph, unless there is nothing to say.
func (t *teller) say(text string) { t.mark("", text) }

// item adds one of a list.
func (t *teller) item(text string) { t.mark("- ", text) }

func (t *teller) mark(mark, text string) {
	if text != "" {
		t.to = append(t.to, Paragraph{mark, text})
	}
}

// why puts a reason into words.
func (t *teller) why(r learn.Reason) string { return why(t.w, r) }

// why puts a reason into words. Its title may be the prompt of a question.
func why(w *words.Words, r learn.Reason) string {
	r.Title = inline(r.Title)
	return w.Why(r)
}

// phrase puts parts that are not empty behind a name: "name: one, two".
func (t *teller) phrase(name string, parts ...string) string {
	said := ""
	for _, p := range parts {
		switch {
		case p == "":
		case said == "":
			said = p
		default:
			said += ", " + p
		}
	}
	if said == "" {
		return name
	}
	if name == "" {
		return said
	}
	return name + t.w.Print.Colon + " " + said
}

// sentences puts sentences behind one another.
func sentences(parts ...string) string {
	said := ""
	for _, p := range parts {
		switch {
		case p == "":
		case said == "":
			said = p
		default:
			said += " " + p
		}
	}
	return said
}

package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Prove writes a draft and loads what was written, so that the course has no
// error: a question that cairn cannot grade is asked without grading, with a
// loss that says why; a card that cannot be one is left out; a text that cannot be
// read is kept as code; a check of a file outside of the practice folder is left out.
// The draft is changed accordingly.
//
// The findings are what course.Load has to say in the end; errors among them are
// of what no part of the draft is to blame for. The error is that of course.Load;
// the losses then tell what was given up before.
func (c *Course) Prove(name string) (Written, []course.Diag, []Loss, error) {
	losses := c.dropChecks()
	for round := 0; ; round++ {
		w := c.Write()
		_, diags, err := course.Load(w.FS(), name) // also of a course that is none yet, some part may be to blame
		blamed := map[any]course.Diag{}
		var order []*mark
		for _, d := range diags {
			m := w.at(d.Pos.File, d.Pos.Line)
			if d.Severity != course.Error || m == nil || m.item == nil {
				continue
			}
			key := m.key()
			if _, told := blamed[key]; !told {
				blamed[key] = d
				order = append(order, m)
			}
		}
		changed := false
		for _, m := range order {
			if loss, ok := m.give(blamed[m.key()]); ok && round < maxRounds {
				losses = append(losses, loss)
				changed = true
			}
		}
		if !changed {
			return w, diags, losses, err
		}
	}
}

// maxRounds is how often a draft is mended. Each item gives way three times at
// most, so that more is a fault of this package.
const maxRounds = 12

// key tells one item from another. Texts are told apart by where they stand.
func (m *mark) key() any {
	switch m.item.(type) {
	case Text, Term:
		return [2]any{m.file, m.line}
	}
	return m.item
}

// give makes something of an item that is in error which is not. It reports false
// where there is nothing to be done.
func (m *mark) give(d course.Diag) (Loss, bool) {
	why := d.Msg
	switch it := m.item.(type) {
	case *Question:
		m.file.Blocks = replaced(m.file.Blocks, it, it.ungraded())
		return it.From.Lost(shown("the question", it.words()), "it cannot be graded ("+why+"), so it is asked without grading"), true
	case *Card:
		m.file.Cards = slices.DeleteFunc(m.file.Cards, func(k *Card) bool { return k == it })
		return it.From.Lost(shown("the card", orElse(it.Front, it.Cloze)), "it is left out: "+why), true
	case Term:
		m.file.Terms = slices.DeleteFunc(m.file.Terms, func(t Term) bool { return slices.Equal(t.Words, it.Words) && t.Meaning == it.Meaning })
		return it.From.Lost(shown("the term", strings.Join(it.Words, ", ")), "it is left out: "+why), true
	case Text:
		kept := Text{Fenced("", tidy(it.Markdown))}
		if kept == it || strings.HasPrefix(it.Markdown, "```") {
			return Loss{}, false
		}
		m.file.Blocks = replaced(m.file.Blocks, it, kept)
		return m.file.From.Lost(shown("the text", it.Markdown), "it is kept as code: "+why), true
	case *Ask:
		return m.keepAsCode(it, why)
	case *Task:
		return m.giveTask(it, why), true
	case *Ways:
		m.file.Blocks = replaced(m.file.Blocks, it, Text{it.told()})
		return m.file.From.Lost("an idea that is explained in several ways", "its ways follow each other: "+why), true
	}
	return Loss{}, false
}

// keepAsCode makes code of the text of an Ask; where that was done already, text of
// the whole, as code.
func (m *mark) keepAsCode(a *Ask, why string) (Loss, bool) {
	all := tidy(strings.TrimSpace(a.Body + "\n\n" + a.Why))
	lost := a.From.Lost(shown("the question", a.Prompt), "its text is kept as code: "+why)
	if len(a.Options) > 0 || a.Why != "" || a.Body != "" && !strings.HasPrefix(a.Body, "```") {
		for _, o := range a.Options {
			all += "\n- " + o.Text
		}
		a.Body, a.Why, a.Options, a.Compare = Fenced("", all), "", nil, false
		return lost, true
	}
	m.file.Blocks = replaced(m.file.Blocks, a, Text{Fenced("", tidy(a.Prompt+"\n\n"+a.Body))})
	return lost, true
}

// shown is what a loss is about, cut to a few words.
func shown(what, words string) string {
	const most = 50
	r := []rune(strings.Join(strings.Fields(words), " "))
	if len(r) > most {
		r = append(r[:most-1], '…')
	}
	if len(r) == 0 {
		return what
	}
	return fmt.Sprintf("%s %q", what, string(r))
}

// replaced puts a block in the place of another. What comes out of a pool stands
// behind it.
func replaced(blocks []Block, old, with Block) []Block {
	var out []Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *Pool:
			n := len(b.Questions)
			b.Questions = slices.DeleteFunc(b.Questions, func(q *Question) bool { return Block(q) == old })
			if len(b.Questions) > 0 {
				out = append(out, b)
			}
			if len(b.Questions) < n {
				out = append(out, with)
			}
			continue
		case *Extra:
			b.Blocks = replaced(b.Blocks, old, with)
		default:
		}
		if b == old {
			b = with
		}
		out = append(out, b)
	}
	return out
}

// ungraded is a question as a reflection: with its answers as text, and what is
// known of the right one to compare with.
func (q *Question) ungraded() *Ask {
	prompt, body := q.asked()
	a := &Ask{Ref: q.Ref, ID: q.ID, Prompt: prompt, Body: body, From: q.From}
	var options, right []string
	switch f := q.Form.(type) {
	case *Options:
		for _, o := range f.List {
			options = append(options, "- "+inline(o.Text))
			if o.Right {
				right = append(right, "- "+inline(o.Text))
			}
		}
	case *Typed:
		for _, t := range f.Answers {
			right = append(right, "- "+t.shown())
		}
	case *Order:
		for i, s := range f.Items {
			right = append(right, fmt.Sprintf("%d. %s", i+1, inline(s)))
		}
		options = slices.Clone(f.Items)
		slices.Sort(options)
		for i, s := range options {
			options[i] = "- " + inline(s)
		}
	case *Match:
		for _, p := range f.Pairs {
			options = append(options, "- "+inline(p.Left))
			right = append(right, "- "+inline(p.Left)+" – "+inline(p.Right))
		}
	case *Blanks:
		a.Body = strings.TrimSpace(a.Body + "\n\n" + numbered.ReplaceAllString(f.Text, "…"))
		for _, b := range f.List {
			if len(b) > 0 {
				right = append(right, "- "+b[0].shown())
			}
		}
	}
	a.Body = strings.TrimSpace(a.Body + "\n\n" + strings.Join(options, "\n"))
	a.Why = strings.TrimSpace(strings.Join(right, "\n") + "\n\n" + q.Why)
	a.Compare = a.Why != ""
	return a
}

// shown is a stated answer as text.
func (a Accept) shown() string {
	if a.Kind == course.AnswerNumber {
		if s := number(a); s != "" {
			return s
		}
	}
	return Plain(a.Text)
}

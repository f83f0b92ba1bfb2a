package draft_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// seen is what a reader sees of a Markdown text: its words.
func seen(md string) string {
	var b strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(md), &b); err != nil {
		panic(err)
	}
	s := b.String()
	for {
		open := strings.Index(s, "<")
		shut := strings.Index(s[max(open, 0):], ">")
		if open < 0 || shut < 0 {
			break
		}
		s = s[:open] + " " + s[open+shut+1:]
	}
	s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", `"`).Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// aboutAnswers are findings of answers that contradict each other, which the
// draft means as it says.
func aboutAnswers(code string) bool {
	return slices.Contains([]string{"answer-refused", "answer-twice", "answer-pattern", "repeated-option", "dont-know-right", "repeated-item", "answer-number"}, code)
}

// compare tells the first difference between what was drafted and what was read.
func compare(want []draft.Block, got []course.Block) string {
	if len(want) > len(got) {
		return fmt.Sprintf("%d blocks of %d were read", len(got), len(want))
	}
	i := 0
	for n, b := range want {
		if w, ok := b.(*draft.Ways); ok && n > 0 && i < len(got) {
			if _, twice := want[n-1].(*draft.Ways); twice && len(w.List) > 0 {
				i++ // the heading that keeps them apart
			}
		}
		for again := true; again && i < len(got); {
			var diff string
			diff, again = compareBlock(b, got[i])
			if i++; diff != "" {
				return diff
			}
		}
	}
	if i != len(got) {
		return fmt.Sprintf("%d blocks were read for %d: %#v", len(got), len(want), got[i])
	}
	return ""
}

// compareBlock compares one block. again says that the block read was a heading
// that was written once more, and the next one is to be compared.
func compareBlock(want draft.Block, got course.Block) (diff string, again bool) {
	diffs := differences{}
	switch want := want.(type) {
	case draft.Text:
		g, ok := got.(course.Text)
		if !ok {
			return fmt.Sprintf("a text was read as %T", got), false
		}
		diffs.same("the text", want.Markdown, withoutRepeated(g.Markdown))
	case *draft.Ask:
		g, ok := got.(*course.Ask)
		if !ok {
			return fmt.Sprintf("an ask was read as %T", got), false
		}
		diffs.same("the prompt", want.Prompt, g.Prompt)
		diffs.same("the body", want.Body, g.Body)
		diffs.same("the why", want.Why, g.Why)
	case *draft.Task:
		g, ok := got.(*course.Task)
		if !ok {
			return fmt.Sprintf("a task was read as %T", got), false
		}
		diffs.task(want, g)
	case *draft.Ways:
		g, ok := got.(*course.Ways)
		if !ok || len(g.List) != len(want.List) {
			return fmt.Sprintf("ways were read as %#v", got), false
		}
		for i, w := range want.List {
			diffs.same("a title", w.Title, g.List[i].Title)
			diffs.words("a way", w.Markdown, g.List[i].Markdown)
			if w.Key != "" && w.Key != g.List[i].Key {
				diffs.list = append(diffs.list, fmt.Sprintf("the key %q is read as %q", w.Key, g.List[i].Key))
			}
		}
	case *draft.Extra:
		g, ok := got.(*course.Extra)
		if !ok {
			return fmt.Sprintf("an extra was read as %T", got), false
		}
		diffs.same("the title", want.Title, g.Title)
		if diff := compare(want.Blocks, g.Blocks); diff != "" {
			diffs.list = append(diffs.list, diff)
		}
	case *draft.Question:
		g, ok := got.(*course.Question)
		if !ok {
			return fmt.Sprintf("a question was read as %T: %#v", got, got), false
		}
		diffs.question(want, g)
	case *draft.Pool:
		g, ok := got.(*course.Pool)
		if !ok || len(g.Questions) != len(want.Questions) {
			return fmt.Sprintf("a pool was read as %T", got), false
		}
		diffs.same("the title", want.Title, g.Title)
		diffs.same("the intro", want.Intro, g.Intro)
		for i, q := range want.Questions {
			diffs.question(q, g.Questions[i])
		}
	}
	return strings.Join(diffs.list, "\n"), false
}

// withoutRepeated takes off a heading that was written once more above a text.
func withoutRepeated(md string) string {
	if strings.HasPrefix(md, "## ") || strings.HasPrefix(md, "### ") {
		_, md, _ = strings.Cut(md, "\n")
	}
	return md
}

type differences struct{ list []string }

func (d *differences) same(what, want, got string) {
	if seen(want) != seen(got) {
		d.list = append(d.list, fmt.Sprintf("%s is\n%q\nread as\n%q\nseen as\n%q\nand\n%q", what, want, got, seen(want), seen(got)))
	}
}

// words compares what a reader reads, whatever it looks like.
func (d *differences) words(what, want, got string) {
	word := regexp.MustCompile(`[\pL\pN]+`)
	if w, g := word.FindAllString(seen(want), -1), word.FindAllString(seen(got), -1); !slices.Equal(w, g) {
		d.list = append(d.list, fmt.Sprintf("%s is\n%q\nread as\n%q", what, want, got))
	}
}

func (d *differences) task(want *draft.Task, got *course.Task) {
	d.same("the title", want.Title, got.Title)
	d.words("the body", want.Body, got.Body)
	d.same("the why", want.Why, got.Why)
	d.same("the hints", strings.Join(want.Hints, "\n\n"), strings.Join(got.Hints, "\n\n"))
	type check struct {
		run, file, ask, otherwise string
		expect                    map[string]string
	}
	var w, g []check
	for _, c := range want.Checks {
		c.File = strings.TrimSpace(c.File)
		if file, inside := course.InsidePath(c.File); c.Run+c.Ask == "" && (!inside || file == "." || textsafe.Text(c.File) != c.File) {
			continue // it is not written
		}
		var expect map[string]string
		for _, e := range c.Expect {
			if expect == nil {
				expect = map[string]string{}
			}
			expect[e.Name] = e.Value
		}
		w = append(w, check{c.Run, c.File, c.Ask, c.Otherwise, expect})
	}
	for _, c := range got.Checks {
		read := check{otherwise: c.Otherwise}
		switch c.Kind {
		case course.CheckRun:
			read.run = c.What
		case course.CheckFile:
			read.file = c.What
		case course.CheckAsk:
			read.ask = c.What
		default:
			d.list = append(d.list, fmt.Sprintf("a check of the kind %s", c.Kind))
		}
		for _, e := range c.Expect {
			if read.expect == nil {
				read.expect = map[string]string{}
			}
			read.expect[e.Name] = e.Text
		}
		g = append(g, read)
	}
	when := ""
	if got.When != nil {
		when = got.When.Source
	}
	if fmt.Sprint(w) != fmt.Sprint(g) || want.Minutes != got.Minutes || want.When != when || !slices.Equal(want.Skills, got.Skills) {
		d.list = append(d.list, fmt.Sprintf("the task %+v is read as %+v with %q", want, got, when))
	}
}

func (d *differences) question(want *draft.Question, got *course.Question) {
	d.same("the prompt", want.Prompt, got.Prompt)
	d.same("the body", want.Body, got.Body)
	d.same("the why", want.Why, got.Why)
	d.same("the hints", strings.Join(want.Hints, "\n\n"), strings.Join(got.Hints, "\n\n"))
	bad := func(what string) {
		d.list = append(d.list, fmt.Sprintf("%s: %#v read as %#v", what, want.Form, got.Form))
	}
	switch f := want.Form.(type) {
	case *draft.Options:
		g, ok := got.Form.(*course.Options)
		if !ok || len(g.List) != len(f.List) {
			bad("options")
			return
		}
		for i, o := range f.List {
			d.same("an option", o.Text, g.List[i].Text)
			d.same("a reply", o.Reply.Text, g.List[i].Reply.Text)
			if o.Right != g.List[i].Right {
				bad("what is right")
			}
		}
	case *draft.Typed:
		g, ok := got.Form.(*course.Typed)
		if !ok || len(g.Answers) != len(f.Answers) {
			bad("answers")
			return
		}
		for i, a := range f.Answers {
			d.accept(a, g.Answers[i])
		}
		d.same("otherwise", f.Otherwise.Text, g.Otherwise.Text)
	case *draft.Order:
		g, ok := got.Form.(*course.Order)
		if !ok {
			bad("an order")
			return
		}
		d.same("the items", strings.Join(f.Items, "\n\n"), strings.Join(g.Items, "\n\n"))
		d.same("the reply", f.Reply.Text, g.Reply.Text)
	case *draft.Match:
		g, ok := got.Form.(*course.Match)
		if !ok || len(g.Pairs) != len(f.Pairs) {
			bad("pairs")
			return
		}
		d.same("a title", f.LeftTitle, g.LeftTitle)
		d.same("a title", f.RightTitle, g.RightTitle)
		for i, p := range f.Pairs {
			d.same("a side", p.Left, g.Pairs[i].Left)
			d.same("a side", p.Right, g.Pairs[i].Right)
		}
		d.same("the reply", f.Reply.Text, g.Reply.Text)
	case *draft.Blanks:
		g, ok := got.Form.(*course.Blanks)
		if !ok || len(g.List) != len(f.List) {
			bad("blanks")
			return
		}
		d.same("the text", strings.ReplaceAll(f.Text, "[", `\[`), strings.ReplaceAll(g.Text, "[", `\[`))
		for i, b := range f.List {
			if len(g.List[i].Accept) != 1 {
				bad("what a blank accepts")
				return
			}
			d.accept(b[0], g.List[i].Accept[0])
		}
		d.same("the reply", f.Reply.Text, g.Reply.Text)
	}
}

func (d *differences) accept(want draft.Accept, got course.Accept) {
	if want.Kind == course.AnswerNumber {
		if got.Kind != want.Kind || got.Low != want.Low || got.High != want.High {
			d.list = append(d.list, fmt.Sprintf("%v to %v is read as %#v", want.Low, want.High, got))
		}
		return
	}
	if w := strings.Join(strings.Fields(want.Text), " "); w != got.Text || got.Kind != want.Kind {
		d.list = append(d.list, fmt.Sprintf("the answer %q (%s) is read as %q (%s)", w, want.Kind, got.Text, got.Kind))
	}
}

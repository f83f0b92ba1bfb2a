package draft_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// load writes a draft and reads it as any course is read.
func load(t interface {
	Helper()
	Fatalf(string, ...any)
}, c *draft.Course) (*course.Course, draft.Written, []course.Diag) {
	t.Helper()
	w := c.Write()
	got, diags, err := course.Load(w.FS(), "made")
	if err != nil {
		t.Fatalf("loading: %v\n%s", err, files(w))
	}
	return got, w, diags
}

func files(w draft.Written) string {
	var b strings.Builder
	for name, data := range w.Files {
		fmt.Fprintf(&b, "-- %s --\n%q\n%s\n", name, data, data)
	}
	return b.String()
}

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

// hostile draws a line of text that tries to be something else.
func hostile() *rapid.Generator[string] {
	parts := []string{"# ", "## ", "### Question: ", "Question: ", "Answer: ", "- Answer: ", "- [x] ", "- [ ] ", "-[x] ", "[x] ", "* ", "+ ",
		"1. ", "2) ", "> ", "> Hint: ", "> Why: ", "Hint: ", "Why: ", "Detour: ", "Mix-up: ", "Go to: ", "[!NOTE]", "> [!TIP]", "<!-- id: x -->", "<!--", "-->",
		"```", "~~~", "`", "``", "[[a|b]]", "[[1]]", "[[", "]]", "|", "| a | b |", "|---|---|", "---", "===", "***", "\\", "$", "$ ls", "`$ ls`",
		"Q: ", "A: ", "C: ", ": ", "<div>", "<pre>", "</pre>", "<script>", "&amp;", "&lt;", "{{", "}}", "\"", "'", "“", ",", ", ", ".", "/a.b/", "5 ± 1",
		"3 to 4", "007", "word", "Wort", "été", "日本", "a", "b", "x_y", "*x*", "**", "_", "# #", "#", "!", "![i](p.png)", "[l](m.md)", "~", "    ", "\t", "Ask: ", "## Pool: ", "Extra: ", "I don't know", "all of the above"}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 5).Draw(t, "parts"), rapid.SampledFrom([]string{"", " "}).Draw(t, "glue"))
	})
}

// plain draws text that is no Markdown, as Markdown.
func plainLine() *rapid.Generator[string] {
	return rapid.Map(hostile(), func(s string) string { return draft.Plain(strings.Join(strings.Fields(s), " ")) })
}

// plainText draws several lines of it.
func plainText() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(hostile(), 0, 4), func(s []string) string { return draft.Plain(strings.Join(s, "\n")) })
}

// distinct draws some texts that all differ to whoever reads them.
func distinct(g *rapid.Generator[string], low, high int) *rapid.Generator[[]string] {
	return rapid.Map(rapid.SliceOfN(g, low, high), func(list []string) []string {
		for i := range list {
			list[i] = fmt.Sprintf("%s n%d", list[i], i)
		}
		return list
	})
}

func reply(t *rapid.T) draft.Reply { return draft.Reply{Text: plainText().Draw(t, "reply")} }

func accept(t *rapid.T, n int) draft.Accept {
	text := fmt.Sprintf("%s %d", hostile().Draw(t, "answer"), n)
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		if !strings.HasPrefix(strings.TrimSpace(text), "$") { // a span cannot hold it as code
			return draft.Code(text)
		}
	case 1:
		low := rapid.Float64Range(-1e6, 1e6).Draw(t, "low")
		return draft.Number(low, low+rapid.SampledFrom([]float64{0, 0.5, 100}).Draw(t, "width"))
	}
	return draft.Words(text)
}

func form(t *rapid.T) draft.Form {
	switch rapid.IntRange(0, 4).Draw(t, "form") {
	case 0:
		f := &draft.Options{}
		for i, s := range distinct(plainLine(), 2, 5).Draw(t, "options") {
			f.List = append(f.List, draft.Option{Text: s, Right: i == 0 || rapid.Bool().Draw(t, "right"), Reply: reply(t)})
		}
		return f
	case 1:
		f := &draft.Typed{Otherwise: reply(t)}
		for i := range rapid.IntRange(1, 3).Draw(t, "answers") {
			f.Answers = append(f.Answers, accept(t, i))
		}
		return f
	case 2:
		return &draft.Order{Items: distinct(plainLine(), 2, 5).Draw(t, "items"), Reply: reply(t)}
	case 3:
		f := &draft.Match{LeftTitle: plainLine().Draw(t, "left"), RightTitle: plainLine().Draw(t, "right"), Reply: reply(t)}
		for _, s := range distinct(plainLine(), 2, 4).Draw(t, "lefts") {
			f.Pairs = append(f.Pairs, draft.Pair{Left: s, Right: plainLine().Draw(t, "side") + " r"})
		}
		return f
	}
	f := &draft.Blanks{Reply: reply(t)}
	for i := range rapid.IntRange(1, 3).Draw(t, "blanks") {
		f.Text += plainLine().Draw(t, "before") + fmt.Sprintf(" w [[%d]] ", i+1)
		f.List = append(f.List, []draft.Accept{accept(t, i)})
	}
	return f
}

func question(t *rapid.T) *draft.Question {
	return &draft.Question{
		Prompt: plainLine().Draw(t, "prompt") + " asks", Body: plainText().Draw(t, "body"), Form: form(t),
		Hints: rapid.SliceOfN(rapid.Map(plainText(), func(s string) string { return s + " hint" }), 0, 2).Draw(t, "hints"),
		Why:   plainText().Draw(t, "why"),
	}
}

// TestAskedOnOneLine: a break of the line is a space in a prompt.
func TestAskedOnOneLine(t *testing.T) {
	for md, want := range map[string]string{
		draft.Plain("one\ntwo?"): "one two?|", draft.Plain("one\\\ntwo?"): `one\\ two?|`,
		"First.\n\nWhich?\n": "Which?|First.", "- a\n- b": "|- a\n- b", "Which?\n\n- a": "Which?|- a",
	} {
		prompt, body := draft.Asked(md)
		if got := prompt + "|" + body; got != want {
			t.Errorf("%q asks %q, want %q", md, got, want)
		}
	}
}

// blocks draws parts of a lesson, or of an extra.
func blocks(t *rapid.T, most int, extras bool) []draft.Block {
	var out []draft.Block
	last := 5
	if extras {
		last = 6
	}
	for range rapid.IntRange(1, most).Draw(t, "blocks") {
		var b draft.Block
		switch rapid.IntRange(0, last).Draw(t, "block") {
		case 0:
			b = draft.Text{Markdown: plainText().Draw(t, "text") + " text"}
			if n := len(out); n > 0 {
				if _, twice := out[n-1].(draft.Text); twice {
					continue
				}
			}
		case 1:
			b = &draft.Ask{Prompt: plainLine().Draw(t, "ask") + " asks", Body: plainText().Draw(t, "body"), Why: plainText().Draw(t, "why")}
		case 2:
			b = &draft.Pool{Title: plainLine().Draw(t, "pool") + " pool", Intro: plainText().Draw(t, "intro"), Questions: []*draft.Question{question(t), question(t)}}
		case 3:
			b = task(t)
		case 4:
			w := &draft.Ways{}
			for i, s := range distinct(plainLine(), 2, 3).Draw(t, "ways") {
				w.List = append(w.List, draft.Way{Key: []string{"", "show", "w/y"}[i], Title: s, Markdown: stepText().Draw(t, "way") + " way"})
			}
			b = w
		case 6:
			b = &draft.Extra{Title: plainLine().Draw(t, "extra") + " extra", Blocks: blocks(t, 3, false)}
		default:
			b = question(t)
		}
		out = append(out, b)
	}
	return out
}

// stepText draws the text of a task or way, where headings and code have a meaning.
func stepText() *rapid.Generator[string] {
	marked := rapid.SampledFrom([]string{"# Step", "### Task: Step", "Step\n====", "##### Step", "```check\n- ask: Really?\n```", "~~~ SETUP x\nrm x\n~~~",
		"```solve\ntrue", "> Hint: no", "- one\n- two", "    code", ": told"})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join([]string{plainText().Draw(t, "text"), marked.Draw(t, "mark"), plainText().Draw(t, "more")}, "\n\n")
	})
}

// command draws a command or a value, where every space counts.
func command() *rapid.Generator[string] {
	return rapid.Map(hostile(), func(s string) string { return "x  " + s + "  x" })
}

// filePath draws the file of a check: one that is in the folder, with whatever a name
// may hold, one that leads out of it, and anything at all.
func filePath() *rapid.Generator[string] {
	inside := rapid.Map(command(), func(s string) string { return strings.NewReplacer(":", "", `\`, "", "..", "").Replace(s) })
	outside := rapid.SampledFrom([]string{"../x", "a/../../x", "/etc/passwd", "~/x", "C:\\x", `a\b`, "c:x", "x\x1b[2Jy", strings.Repeat("x", 501), "a/../b", "..", "\xff", "x\n/y"})
	return rapid.OneOf(inside, inside, outside, command(), rapid.String())
}

func task(t *rapid.T) *draft.Task {
	k := &draft.Task{
		Title: plainLine().Draw(t, "title") + " task", Body: stepText().Draw(t, "body"), Skills: []string{"s-1"},
		Minutes: rapid.IntRange(0, 600).Draw(t, "minutes"), Why: plainText().Draw(t, "why"),
		When:  rapid.SampledFrom([]string{"", `pace == "fast" and not (pace == "steady")`}).Draw(t, "when"),
		Hints: rapid.SliceOfN(rapid.Map(plainText(), func(s string) string { return s + " hint" }), 0, 2).Draw(t, "hints"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "checks") {
		c := draft.Check{Otherwise: rapid.SampledFrom([]string{"", "Not: yet"}).Draw(t, "otherwise")}
		what := command().Draw(t, "check")
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			c.Run = what
			c.Expect = []draft.Expect{{Name: "contains", Value: command().Draw(t, "value")}, {Name: "exit", Value: "0"}}
		case 1:
			c.File = filePath().Draw(t, "file")
			c.Expect = []draft.Expect{{Name: "lines", Value: "3.."}}
		default:
			c.Ask = what
		}
		k.Checks = append(k.Checks, c)
	}
	return k
}

// TestReadsBack: whatever a text holds, what was drafted is what is loaded.
func TestReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &draft.Course{Title: hostile().Draw(t, "title")}
		f := &draft.File{Title: hostile().Draw(t, "lesson") + " t"}
		c.Files = append(c.Files, f)
		want := blocks(t, 4, true)
		f.Blocks = want
		got, w, diags := load(t, c)
		for _, d := range diags {
			if d.Severity == course.Error && !aboutAnswers(d.Code) {
				t.Fatalf("%s: %s\n%s", d.Pos.File, d.Msg, files(w))
			}
		}
		if diff := compare(want, got.Lessons[0].Blocks); diff != "" {
			t.Fatalf("%s\n%s", diff, files(w))
		}
	})
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

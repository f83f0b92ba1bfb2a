package draft_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/draft"
)

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

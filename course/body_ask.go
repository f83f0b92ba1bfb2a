package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// ask reads a question without a right answer.
func (w *walk) ask(p part) []Block {
	w.next++
	for next := w.peek(); next != nil && w.belongs(&p, next) && len(w.optionLists(p.pieces)) == 0; next = w.peek() {
		w.absorb(&p, next)
	}
	a := &Ask{
		ID:      w.id(p),
		Prompt:  p.raw,
		Many:    w.oneOf(p.set, p.set.Pick, "pick", "one", "one", "many") == "many",
		Compare: p.set.Compare,
		When:    w.rule(p.set),
		Pos:     w.pos(p.head.start),
	}
	w.strayFences(p.pieces)
	options := w.optionLists(p.pieces)
	last := len(p.pieces) - 1
	if len(options) > 0 {
		last = options[len(options)-1]
	}
	var text []span
	for i, pc := range p.pieces {
		switch {
		case len(options) > 0 && i == options[0]:
			options = options[1:]
			w.askOptions(a, pc)
		case !pc.refused && pc.node.Kind() == ast.KindBlockquote && w.askWhy(a, pc):
			last = max(last, i)
		case i <= last && w.shows([]piece{pc}):
			text = append(text, pc.span)
		}
	}
	a.Body = w.joined(text)
	if a.Prompt == "" {
		w.fail(codeEmptyHeading, p.head, "this asks nothing", "write the question behind the colon")
		return []Block{w.textOf(p, w.markdown(p.whole()))}
	}
	if a.Compare && a.Why == "" {
		w.warn(codeNothingToCompare, p.name, "there is no Why to compare the learner's words with", "add a quote that begins with Why:")
	}
	if len(a.Options) == 1 {
		w.warn(codeSingleOption, p.name, "there is only one answer to choose", "add another, or leave the list out")
	}
	return append([]Block{a}, w.tail(p, p.pieces[last+1:])...)
}

// optionLists returns the indices of the lists whose items are options: those
// with code words, or all of them if none has any.
func (w *walk) optionLists(pieces []piece) []int {
	var coded, all []int
	for i, pc := range pieces {
		if pc.node.Kind() != ast.KindList || pc.refused {
			continue
		}
		all = append(all, i)
		for _, it := range w.items(pc.node, w.linesOf(pc.span)) {
			if word, _ := codeWord(it.text); word != "" {
				coded = append(coded, i)
				break
			}
		}
	}
	if coded != nil {
		return coded
	}
	return all
}

// codeWord cuts the code word in backticks off an option.
func codeWord(s string) (word, title string) {
	if !strings.HasPrefix(s, "`") {
		return "", s
	}
	n := codeSpanLen(s)
	word, ok := codeSpan(s[:n])
	if !ok {
		return "", s
	}
	title = strings.TrimSpace(s[n:])
	for _, mark := range []string{":", "–", "—", "-"} {
		title = strings.TrimSpace(strings.TrimPrefix(title, mark))
	}
	return strings.TrimSpace(word), title
}

// askOptions reads the items of a list as options.
func (w *walk) askOptions(a *Ask, pc piece) {
	for _, it := range w.items(pc.node, w.linesOf(pc.span)) {
		word, title := codeWord(it.text)
		switch {
		case it.text == "":
			w.fail(codeEmptyAnswer, it.at, "this option says nothing", "write a code word in backticks and what the learner reads")
			continue
		case word == "":
			word = Slug(it.text)
			w.warn(codeNoCodeWord, it.at, "this option has no code word, so rules and saved answers hang on its wording",
				fmt.Sprintf("write `%s` before it", textsafe.Line(word)))
		case hasControl(word) || strings.ContainsAny(word, "\"'\\ "):
			w.fail(codeBadID, it.at, "a code word is one word without quotes", fmt.Sprintf("write `%s`", textsafe.Line(Slug(word))))
			continue
		}
		if it.box == checkedBox {
			w.warn(codeMarkedAsk, it.at, "an Ask has no right answer", "take the box away, or write Question:")
		}
		if title == "" {
			title = word
		}
		if slices.ContainsFunc(a.Options, func(o Choice) bool { return o.ID == word }) {
			w.fail(codeRepeatedOption, it.at, fmt.Sprintf("%s stands here twice", named(word)), "give each option its own code word")
		}
		if len(a.Options) == maxEntries {
			w.fail(codeTooManyAnswers, it.at, "more options than anybody can look through",
				fmt.Sprintf("at most %d are allowed", maxEntries))
			return
		}
		for _, kid := range it.kids {
			if len(kid.lines) > 0 {
				w.warn(codeFeedbackInAsk, w.trimmed(kid.lines[0].span), "an Ask gives no feedback, so this is not shown",
					"begin a quote behind the options with Why:")
			}
		}
		a.Options = append(a.Options, Choice{ID: word, Title: title})
	}
}

// askWhy reads what is shown once an Ask is answered.
func (w *walk) askWhy(a *Ask, pc piece) bool {
	var hints []string
	if !w.readSaid(pc, &hints, &a.Why) {
		return false
	}
	if len(hints) > 0 {
		w.warn(codeHintInAsk, w.trimmed(pc.span), "an Ask has no hints; this is shown once it is answered", "write Why:")
		a.Why = strings.TrimSpace(strings.Join(append(hints, a.Why), "\n\n"))
	}
	return true
}

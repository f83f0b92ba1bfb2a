package course

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// adviser says what could be better about single questions. Its fields are what
// the author wants to know.
type adviser struct {
	noFeedback, noHint, noWhy, hintTells, noSpare, noSkill, alike bool
}

// advice makes a finding of advice.
func advice(code string, at Pos, msg, hint string) Diag {
	return Diag{Code: code, Severity: Warning, Pos: at, Msg: msg, Hint: hint}
}

// lesson looks at the questions and tasks of a lesson. A placement test gives neither hints
// nor feedback.
func (a adviser) lesson(l *Lesson) []Diag {
	var diags []Diag
	placement := l.Kind == KindPlacement
	eachBlock(l.Blocks, func(b Block) {
		switch b := b.(type) {
		case *Question:
			diags = append(diags, a.always(b)...)
			if a.noSkill && len(b.Skills) == 0 {
				diags = append(diags, advice(codeNoSkill, b.Pos, "this question counts for no skill, so its answer tells the program nothing",
					"write skill: NAME into its settings, or give the lesson one skill"))
			}
			if !placement {
				diags = append(diags, a.said(b)...)
			}
		case *Pool:
			if a.noSpare && b.Pick == len(b.Questions) {
				diags = append(diags, advice(codeNoSpare, b.Pos, "this pool asks all of its questions, so none is left for another try",
					"add a question, or pick fewer"))
			}
		case *Task:
			if a.alike {
				diags = append(diags, alike(b)...)
			}
		case Text, *Ways, *Section, *Extra, *Ask:
		}
	})
	return diags
}

// always gives the advice that is on by itself.
func (a adviser) always(q *Question) []Diag {
	var diags []Diag
	seen := map[string]bool{}
	for _, h := range q.Hints {
		text := spoken(h)
		if seen[text] {
			diags = append(diags, advice(codeRepeatedHint, q.Pos, "two hints of this question say the same", "let each say more than the one before it"))
			break
		}
		seen[text] = true
	}
	if f, ok := q.Form.(*Options); ok && q.Shuffle {
		for _, o := range f.List {
			if namesOthers(o.Text) {
				diags = append(diags, advice(codeAllOfAbove, o.Pos, "this option speaks of its place among the others, and shuffle: true moves it",
					"take shuffle: true away, or name what is meant"))
			}
		}
	}
	return diags
}

// said looks at what is said to answers, and before them.
func (a adviser) said(q *Question) []Diag {
	var diags []Diag
	if a.noFeedback {
		diags = append(diags, withoutFeedback(q)...)
	}
	if a.noHint && len(q.Hints) == 0 {
		diags = append(diags, advice(codeNoHint, q.Pos, "this question has no hint", "add a quote that begins with Hint:"))
	}
	if a.noWhy && q.Why == "" {
		diags = append(diags, advice(codeNoWhy, q.Pos, "nobody is told why the right answer is right", "add a quote that begins with Why:"))
	}
	if a.hintTells {
		diags = append(diags, tellingHints(q)...)
	}
	return diags
}

// silent reports a reply that neither says anything nor leads anywhere.
func (r Reply) silent() bool { return r.Text == "" && r.Mixup == "" && r.Detour == "" && r.Go == "" }

// withoutFeedback reports wrong answers to which nothing is said.
func withoutFeedback(q *Question) []Diag {
	const hint = "say under it, in an indented quote, why it is wrong"
	silent := func(r Reply) []Diag {
		if !r.silent() {
			return nil
		}
		return []Diag{advice(codeNoFeedback, q.Pos, "nothing is said to a wrong answer of this question", "add a quote, or Otherwise: with what to look at again")}
	}
	switch f := q.Form.(type) {
	case *Options:
		var diags []Diag
		for _, o := range f.List {
			if !o.Right && !o.DontKnow && o.Reply.silent() {
				diags = append(diags, advice(codeNoFeedback, o.Pos, fmt.Sprintf("nothing is said to whoever chooses %s", named(o.Text)), hint))
			}
		}
		return diags
	case *Typed:
		return silent(f.Otherwise)
	case *Order:
		return silent(f.Reply)
	case *Match:
		return silent(f.Reply)
	case *Blanks:
		return silent(f.Reply)
	}
	return nil
}

// shortest is the shortest answer, in letters, that a hint is searched for: of a
// shorter one too many words are made.
const shortest = 3

// tellingHints reports hints that hold the answer, but for the last of several,
// which may be as plain as it likes.
func tellingHints(q *Question) []Diag {
	hints := q.Hints
	if len(hints) > 1 {
		hints = hints[:len(hints)-1]
	}
	var diags []Diag
	for i, h := range hints {
		for _, answer := range shownAnswers(q) {
			if utf8.RuneCountInString(answer) >= shortest && holdsWords(spoken(h), answer) {
				diags = append(diags, advice(codeHintTells, q.Pos, fmt.Sprintf("hint %d holds the answer %s", i+1, named(answer)),
					"say less, or make it the last of several hints"))
				break
			}
		}
	}
	return diags
}

// shownAnswers are the right answers that are shown in the end, as words.
func shownAnswers(q *Question) []string {
	var list []string
	add := func(accepts []Accept) {
		if len(accepts) > 0 && accepts[0].Kind != AnswerPattern && accepts[0].Kind != AnswerNumber {
			list = append(list, spoken(accepts[0].Text))
		}
	}
	switch f := q.Form.(type) {
	case *Options:
		for _, o := range f.List {
			if o.Right {
				list = append(list, spoken(o.Text))
			}
		}
	case *Typed:
		add(f.Answers)
	case *Blanks:
		for _, b := range f.List {
			add(b.Accept)
		}
	}
	return list
}

// holdsWords reports whether a text holds words as whole words.
func holdsWords(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = i + len(words)
	}
}

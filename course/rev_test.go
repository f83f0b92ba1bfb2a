package course

import "testing"

// revOfSource is the Rev of the one question, task or card of a source.
func revOfSource(t *testing.T, kind LessonKind, src string) string {
	t.Helper()
	p, diags := parseBody(&document{file: "x.md", id: "l", kind: kind, src: src}, testDefaults())
	for _, d := range diags {
		if d.Severity == Error {
			t.Fatalf("%s\n%v", src, d)
		}
	}
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case *Question:
			return b.Rev
		case *Task:
			return b.Rev
		}
	}
	if len(p.Cards) > 0 {
		return p.Cards[0].Rev
	}
	t.Fatalf("nothing with a Rev in\n%s", src)
	return ""
}

func TestRevKeepsItsMeaning(t *testing.T) {
	const (
		choice = "### Question: What is a `Branch`?\n\n- [x] A name\n- [ ] A copy\n"
		typed  = "### Question: Type it.\n\n- Answer: `$ git add`\n- Also: stage\n"
		order  = "### Question: Order?\n\n1. one\n2. two\n"
		match  = "### Question: Match?\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
		blanks = "### Question: Fill in.\n\nA [[name|word]] here.\n"
		task   = "### Task: Do it\n\n```check\n- run: a\n  expect: { exit: 0 }\n```\n"
		card   = "Q: What?\nA: That.\n"
	)
	for _, tt := range []struct {
		name, before, after string
		kind                LessonKind
		same                bool
	}{
		{name: "white space", before: choice, same: true,
			after: "###   Question:  What is a   `Branch`?\n\n\n-   [x]   A name\n- [ ] A copy\n"},
		{name: "capitals of words", before: choice, same: true,
			after: "### question: what IS a `Branch`?\n\n- [x] a Name\n- [ ] A copy\n"},
		{name: "capitals of code", before: choice,
			after: "### Question: What is a `branch`?\n\n- [x] A name\n- [ ] A copy\n"},
		{name: "feedback, hints, why, body and settings", before: choice, same: true,
			after: "### Question: What is a `Branch`?\n<!-- tries: 2, confidence: true, level: hard, guess: 0.2, slip: 0.1 -->\n\nThink.\n\n- [x] A name\n  > Yes.\n- [ ] A copy\n  > No.\n\n> Hint: short\n\n> Why: so\n"},
		{name: "a wrong option", before: choice, same: true,
			after: "### Question: What is a `Branch`?\n\n- [ ] A tree\n- [x] A name\n- [ ] A fork\n"},
		{name: "the right option", before: choice,
			after: "### Question: What is a `Branch`?\n\n- [x] A label\n- [ ] A copy\n"},
		{name: "another is right", before: choice,
			after: "### Question: What is a `Branch`?\n\n- [ ] A name\n- [x] A copy\n"},
		{name: "the prompt", before: choice,
			after: "### Question: What is no `Branch`?\n\n- [x] A name\n- [ ] A copy\n"},
		{name: "Close, Not and Otherwise", before: typed, same: true,
			after: "### Question: Type it.\n\n- Answer: `$ git add`\n- Also: stage\n- Close: add\n- Not: `$ git commit`\n- Otherwise: Hm.\n"},
		{name: "another answer", before: typed,
			after: "### Question: Type it.\n\n- Answer: `$ git add -A`\n- Also: stage\n"},
		{name: "code for a shell line", before: typed,
			after: "### Question: Type it.\n\n- Answer: `git add`\n- Also: stage\n"},
		{name: "the order", before: order, after: "### Question: Order?\n\n1. two\n2. one\n"},
		{name: "numbers of an order", before: order, same: true, after: "### Question: Order?\n\n3) one\n4) two\n"},
		{name: "rows of a match moved", before: match, same: true,
			after: "### Question: Match?\n\n| x | y |\n|---|---|\n| 3 | 4 |\n| 1 | 2 |\n"},
		{name: "a pair", before: match, after: "### Question: Match?\n\n| a | b |\n|---|---|\n| 1 | 4 |\n| 3 | 2 |\n"},
		{name: "a blank", before: blanks, after: "### Question: Fill in.\n\nA [[word]] here.\n"},
		{name: "alternatives moved", before: blanks, same: true, after: "### Question: Fill in.\n\nA [[word|name]] here.\n"},
		{name: "body and otherwise of a task", before: task, same: true,
			after: "### Task: Do it\n\nNow.\n\n```check\n- run: a\n  expect: { exit: 0 }\n  otherwise: No.\n```\n"},
		{name: "what a task expects", before: task, after: "### Task: Do it\n\n```check\n- run: a\n  expect: { exit: 1 }\n```\n"},
		{name: "white space of a card", before: card, kind: KindCards, same: true, after: "Q:  What?\nA:\nThat.\n"},
		{name: "the back of a card", before: card, kind: KindCards, after: "Q: What?\nA: This.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after := revOfSource(t, tt.kind, tt.before), revOfSource(t, tt.kind, tt.after)
			if (before == after) != tt.same {
				t.Errorf("same = %v, want %v", before == after, tt.same)
			}
		})
	}
}

func TestRevKeepsPartsApart(t *testing.T) {
	if revOf("ab", "c") == revOf("a", "bc") {
		t.Error("parts run together")
	}
}

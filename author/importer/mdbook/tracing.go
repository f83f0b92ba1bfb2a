package mdbook

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// tracing adds the two questions of a program: whether it compiles, and what it
// prints if it does.
func (w *quizWriter) tracing(q questionTOML, ref string, from draft.Place) {
	if q.Answer.DoesCompile == nil || strings.TrimSpace(q.Prompt.Program) == "" {
		w.losses.Add(from.Line, "a program to trace", "its answer is not stated; it is an Ask now, which is not graded")
		w.reflect(q, ref, from)
		return
	}
	if q.Answer.LineNumber != nil {
		w.losses.Count(from.Line, "the line that a program does not compile for", "it is not asked for")
	}
	compiles := *q.Answer.DoesCompile
	first := &draft.Question{
		Ref: ref, ID: ref, Prompt: w.words.compiles, Body: program(q.Prompt.Program), Fixed: true, From: from,
		Form: &draft.Options{List: []draft.Option{{Text: w.words.yes, Right: compiles}, {Text: w.words.no, Right: !compiles}}},
	}
	w.put(first)
	why := w.text(from.Line, q.Context)
	form := printed(q.Answer.Stdout)
	if !compiles || form == nil {
		first.Why = why
		return
	}
	w.put(&draft.Question{
		Ref: ref + "-output", ID: ref + "-output", Prompt: w.words.prints, Body: program(q.Prompt.Program), Form: form, Why: why, From: from,
	})
}

// printed asks for what a program prints, line by line. It returns nil where it
// prints nothing, or more than anybody would type.
func printed(out string) draft.Form {
	lines := strings.Split(strings.Trim(strings.ReplaceAll(out, "\r", ""), "\n"), "\n")
	if strings.TrimSpace(out) == "" || len(lines) > 20 {
		return nil
	}
	if len(lines) == 1 {
		return &draft.Typed{Answers: []draft.Accept{draft.Code(strings.TrimSpace(lines[0]))}}
	}
	form := &draft.Blanks{}
	var text []string
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		form.List = append(form.List, []draft.Accept{draft.Code(strings.TrimSpace(l))})
		text = append(text, fmt.Sprintf("%d: [[%d]]", len(form.List), len(form.List)))
	}
	form.Text = strings.Join(text, "\n\n")
	return form
}

// program writes a program as a block of code.
func program(s string) string { return draft.Fenced("rust", strings.Trim(s, "\n")) }

// words is what a course says of a program to trace.
type words struct{ compiles, prints, yes, no string }

// wordsOf gives them in the language of the course.
func wordsOf(language string) words {
	language, _, _ = strings.Cut(language, "-")
	switch language {
	case "de":
		return words{"Lässt sich dieses Programm übersetzen?", "Was gibt dieses Programm aus?", "Ja", "Nein"}
	case "es":
		return words{"¿Compila este programa?", "¿Qué imprime este programa?", "Sí", "No"}
	case "fr":
		return words{"Ce programme compile-t-il ?", "Qu’affiche ce programme ?", "Oui", "Non"}
	}
	return words{"Does this program compile?", "What does this program print?", "Yes", "No"}
}

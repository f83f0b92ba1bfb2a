package swirl

import (
	"fmt"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// task is what is to be done in R. answer is the code that swirl shows for it.
func (l *lesson) task(u *unit, answer string) *draft.Task {
	t := &draft.Task{
		Checks: []draft.Check{{Ask: "Did it work in R?"}},
		From:   l.at(u.Output, u),
	}
	if t.Title, t.Body = heading(markdown(u.Output.Text)); t.Title == "" {
		t.Title, t.Body = draft.Asked(t.Body)
	}
	if t.Title == "" {
		t.Title = "In R"
	}
	if hint := markdown(u.Hint.Text); hint != "" {
		t.Hints = []string{hint}
	}
	if answer = strings.Trim(answer, "\n"); strings.TrimSpace(answer) != "" && len(answer) <= maxCode {
		t.Why = draft.Fenced("r", answer)
	}
	l.file.Blocks = append(l.file.Blocks, t)
	return t
}

// script is a file that learners complete in their editor. It is shown with its
// text; whether it is right is for R to say, and here for the learner. What swirl
// shows as a right one lies beside it.
func (l *lesson) script(u *unit) {
	l.lose(l.at(u.Script, u), fmt.Sprintf("the check of the script %q", u.Script.Text), "it needs R; learners say whether it does what it should")
	t := l.task(u, "")
	t.Checks = []draft.Check{{Ask: "Does your script do what it should?"}}
	name := path.Join(l.folder, "scripts", u.Script.Text)
	if code := l.code(name); code != "" {
		t.Body = strings.TrimSpace(t.Body + "\n\n" + code)
	} else {
		l.lose(l.at(u.Script, u), fmt.Sprintf("the script %q", u.Script.Text), "it is not in the folder scripts, or empty, or too long; only its text is kept")
	}
	end := path.Ext(name)
	t.Why = l.code(strings.TrimSuffix(name, end) + "-correct" + end)
}

package learn_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

var update = flag.Bool("update", false, "rewrite the expected steps in testdata")

// TestScripts takes learners through small courses. Each file of testdata/road,
// testdata/path (what the model of the learner does) and testdata/update
// holds a course and a script: a line that starts with ">" is what the learner
// does, the lines under it are what they meet then.
//
// Files under "NAME/" with a name in capitals are what the author changes; the
// script line "> update NAME" puts them in the place of those the learner has,
// an empty one meaning that the file is gone. "> reopen" starts the program
// again, "> wait 3d" and "> wait 19h" let time pass. "> today", "> why", "> map",
// "> settings", "> plan" and the like tell what the views hold.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/[rup]*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			last := &ar.Files[len(ar.Files)-1]
			if last.Name != "script" {
				t.Fatalf("the last part is %q, not the script", last.Name)
			}
			got := newLearner(t, ar.Files[:len(ar.Files)-1]).play(string(last.Data))
			if got == string(last.Data) {
				return
			}
			if !*update {
				t.Errorf("the road differs; got:\n%s\nwant:\n%s", got, last.Data)
				return
			}
			last.Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// play carries out a script and returns it with what was met.
func (l *learner) play(script string) string {
	var out strings.Builder
	begun := false
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "#"), line == "":
			fmt.Fprintln(&out, line)
		case strings.HasPrefix(line, ">"):
			if !begun {
				fmt.Fprintln(&out, describe(l.s))
			}
			begun = true
			fmt.Fprintln(&out, line)
			fmt.Fprintln(&out, l.act(strings.TrimSpace(line[1:])))
		}
	}
	return out.String()
}

// kept lists what the log holds of checks that were run.
func (l *learner) kept() string {
	l.t.Helper()
	events, err := l.log.Events(l.course.ID)
	if err != nil {
		l.t.Fatal(err)
	}
	var out []string
	for _, e := range events {
		if e.Kind == learn.KindChecked {
			out = append(out, strings.TrimSpace(e.What+" "+e.Item+" "+e.Answer.Text))
		}
	}
	return "  kept: " + strings.Join(out, ", ")
}

// act carries out one line and tells what is met then.
func (l *learner) act(line string) string {
	verb, arg, _ := strings.Cut(line, " ")
	switch verb {
	case "reopen":
		l.open()
		return describe(l.s)
	case "update":
		l.edit(arg)
		l.open()
		return describe(l.s)
	case "wait":
		days, found := strings.CutSuffix(arg, "d")
		if n, err := strconv.Atoi(days); found && err == nil {
			l.clock = l.clock.AddDate(0, 0, n)
			return describe(l.s)
		}
		d, err := time.ParseDuration(arg)
		if err != nil {
			l.t.Fatalf("%q: %v", line, err)
		}
		l.clock = l.clock.Add(d)
		return describe(l.s)
	case "today":
		return today(l.s.Today())
	case "why":
		return decision(l.s.Decision())
	case "map":
		return skillMap(l.s.Map())
	case "settings":
		return settings(l.s.Settings())
	case "progress":
		return progress(l.s.Progress())
	case "skills":
		return skills(l.s.Progress())
	case "plan", "insights", "weeks", "decisions":
		return l.view(verb)
	case "set-back":
		what, id, _ := strings.Cut(arg, " ")
		return setBack(l.s.SetBack(learn.Reset{What: learn.ResetKind(what), ID: id}))
	case "resets":
		return resets(l.s.Resets())
	case "kept":
		return l.kept()
	case "take": // how long everything takes from here on
		d, err := time.ParseDuration(arg)
		if err != nil {
			l.t.Fatalf("%q: %v", line, err)
		}
		l.thinks = d
		return describe(l.s)
	case "full-disk":
		l.log.Fail(learn.ErrFull)
		return "the disk is full"
	case "free-disk":
		l.log.Fail(nil)
		return "the disk has room"
	}
	l.clock = l.clock.Add(l.thinks)
	_, err := l.s.Do(l.action(verb, arg))
	said := ""
	switch {
	case errors.Is(err, learn.ErrNotNow):
		said = "not now\n"
	case err != nil:
		said = "error: " + err.Error() + "\n"
	}
	return said + describe(l.s)
}

// describe tells what the learner meets, in a line or two.
func describe(s *learn.Session) string {
	st := s.Step()
	at := st.At()
	where := ""
	if at.Lesson != nil {
		where = at.Lesson.ID + " "
	}
	if at.Number > 0 {
		where += fmt.Sprintf("%d/%d ", at.Number, at.Of)
	}
	line := "  " + where + what(st)
	line += "\n    why: " + reason(at.Why)
	if at.Depth > 0 {
		line += fmt.Sprintf("; detour %d, back to %s", at.Depth, at.Back)
	}
	if at.Undo != nil {
		line += "; undo: " + reason(*at.Undo)
	}
	return line
}

func reason(r learn.Reason) string {
	parts := []string{string(r.Code)}
	for _, p := range []string{r.Title, r.From, r.Rule} {
		if p != "" {
			parts = append(parts, "“"+p+"”")
		}
	}
	if r.By == learn.ByModel && r.Number > 0 {
		parts = append(parts, fmt.Sprintf("%.2f", r.Number))
	}
	if r.Over != "" {
		parts = append(parts, "over “"+r.Over+"”")
	}
	return strings.Join(parts, " ")
}

func what(st learn.Step) string {
	switch st := st.(type) {
	case learn.Asking:
		said := "ask " + st.Ask.ID
		if st.Answered {
			said += " answered, why: " + st.Ask.Why
		}
		if a := answer(st.Current); a != "" {
			said += " (" + a + ")"
		}
		return said
	case learn.Offer:
		return fmt.Sprintf("offer %s %s", st.Kind, st.Item)
	case learn.Choosing:
		return fmt.Sprintf("choose %d of %d: %s", st.Choose.Pick, len(st.Choose.From), st.Choose.Title)
	case learn.Reading:
		said := "read " + pageOf(st.Page)
		if st.Another {
			said += ", another explanation"
		}
		return said
	case learn.Answering:
		said := fmt.Sprintf("question %s, try %d", st.Question.ID, st.Try)
		if st.Draft.Text != "" {
			said += ", draft " + st.Draft.Text
		}
		if len(st.Hints) > 0 {
			said += fmt.Sprintf(", hint “%s”", st.Hints[len(st.Hints)-1])
		}
		if !st.Checked {
			said += ", practice"
		}
		if st.Purpose != learn.ForLesson && st.Purpose != learn.ForPlacement {
			said += ", for " + string(st.Purpose)
		}
		if st.AskSure {
			said += ", how sure"
		}
		return said
	case learn.Feedback:
		return feedback(st)
	case learn.Doing:
		said := "task " + st.Task.ID
		for i, held := range st.Held {
			said += fmt.Sprintf(", %d: %t", i+1, held)
		}
		if len(st.Values) > 0 {
			said += fmt.Sprintf(", kept %v", st.Values)
		}
		if st.Solution != "" {
			said += ", shown"
		}
		if st.Done() {
			said += ", done"
		}
		return said
	case learn.Summary:
		return fmt.Sprintf("summary, %d of %d right, next %s (%s)", st.Right, st.Asked, st.Next, reason(st.NextWhy))
	case learn.Finished:
		said := fmt.Sprintf("finished, %d of %d", st.Progress.Done, st.Progress.Of)
		if st.Promise != "" {
			said += ", promise “" + st.Promise + "”"
		}
		return said
	}
	return whatBeside(st)
}

// whatBeside tells of the steps beside the road.
func whatBeside(st learn.Step) string {
	switch st := st.(type) {
	case learn.Planning:
		return fmt.Sprintf("planning, %d minutes", st.Minutes)
	case learn.Placed:
		said := fmt.Sprintf("placed after %d", st.Asked)
		for _, k := range st.Skills {
			said += fmt.Sprintf("\n    %s %s %.2f", k.Skill.ID, k.Found, k.Mastery)
			if k.Known {
				said += ", taken for known"
			}
		}
		return said
	case learn.Recalling:
		return fmt.Sprintf("recall %s: %s", st.Item, st.Front)
	case learn.Reviewed:
		said := fmt.Sprintf("reviewed, %d of %d right in %.1f minutes, %d due, %d tomorrow, next on %s", st.Right, st.Asked, st.Minutes, st.Due, st.Tomorrow, day(st.Next))
		for _, it := range st.Items {
			said += fmt.Sprintf("\n    %s: right %v, again in %d", it.Title, it.Right, it.Days)
			if it.Leech {
				said += ", leech"
			}
		}
		return said
	case learn.Closing:
		return fmt.Sprintf("closing after %.0f of %d minutes, %d tomorrow", st.Minutes, st.Planned, st.Tomorrow)
	}
	return fmt.Sprintf("%T", st)
}

func feedback(st learn.Feedback) string {
	said := fmt.Sprintf("feedback %s: %s", st.Question.ID, st.Verdict.Outcome)
	for _, r := range st.Verdict.Replies {
		if r.Text != "" {
			said += fmt.Sprintf(" “%s”", r.Text)
		}
	}
	for _, m := range st.Moved {
		said += ", " + moved(m)
	}
	if st.Hint != "" {
		said += fmt.Sprintf(", hint by itself “%s”", st.Hint)
	}
	if st.HintReady {
		said += ", a hint is there"
	}
	if st.SureMiss {
		said += ", sure and wrong"
	}
	if st.Settled {
		said += ", settled"
	} else {
		said += fmt.Sprintf(", %d tries left", st.TriesLeft)
	}
	if st.Mixup != nil {
		said += ", mix-up " + st.Mixup.ID
	}
	if st.Detour != nil {
		said += ", detour to " + st.Detour.ID
	}
	if st.Go != nil {
		said += ", go to " + st.Go.ID
	}
	return said
}

func pageOf(p learn.Page) string {
	said := p.ID
	for _, part := range p.Parts {
		if w, ok := part.(learn.WayPart); ok {
			said += ", " + w.ID + " explained as " + w.List[w.Shown].Key
		}
	}
	return said
}

func answer(a course.Answer) string {
	if a.Text != "" {
		return a.Text
	}
	return strings.Join(a.Items, " ")
}

func progress(p learn.Progress) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %d of %d done, finished %v", p.Done, p.Of, p.Finished)
	for _, l := range p.Lessons {
		fmt.Fprintf(&b, "\n    %s: %s", l.Lesson.ID, l.State)
		if l.Asked > 0 {
			fmt.Fprintf(&b, ", %d of %d right", l.Right, l.Asked)
		}
		if l.Here {
			b.WriteString(", here")
		}
		if l.Why.Code != "" {
			b.WriteString(" (" + reason(l.Why) + ")")
		}
	}
	return b.String()
}

func skills(p learn.Progress) string {
	var lines []string
	for _, k := range p.Skills {
		lines = append(lines, fmt.Sprintf("  %s %.2f", k.Skill.ID, k.Mastery))
	}
	return strings.Join(lines, "\n")
}

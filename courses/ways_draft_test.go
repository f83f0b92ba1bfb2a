package courses_test

import (
	"slices"
	"strings"
	"time"

	"mvdan.cc/sh/v3/syntax"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise/code"
)

// knowing is a learner who drafts a recording: they know every answer, but for the
// mistakes that they are told to make at first, take every offer, and do each task as
// its author solves it.
type knowing struct {
	says     map[string]string   // of what the course asks, by id
	mistakes map[string][]string // of questions and tasks, by id: what is typed first
	pastes   map[string]string   // what a check asks, and what they say to it
	unclear  []string            // what they say at the end of a sitting
	breaks   map[string]int      // of tasks, by id: after how many commands they leave, to go on another day

	begun time.Time         // this sitting
	open  map[string][]deed // what is left of a task that was broken off
}

// sittingTime is how long they go on before they leave at the end of a lesson.
const sittingTime = 45 * time.Minute

// knower is the learner of a course.
func knower(name string) *knowing {
	return map[string]*knowing{
		"shell": {
			says: map[string]string{"goal": "automate", "experience": "new", "pace": "steady", "way": "show", "interests": "notes",
				"mov-explain": "It says how to get there from where I am, so it means something else in another folder.",
				"rea-own":     "The log of my printer, with less.",
				"pip-explain": "The arrow when a file should keep it, the pipe when another program should go on with it.",
				"txt-own":     "The list of books that I lent, by friend.",
				"scr-own":     "Copying my notes to the stick.",
				"saf-habit":   "ls first, with the same names, and then rm.",
				"diary-more":  "The warmest day.",
			},
			mistakes: map[string][]string{
				"fil-6": {"In the bin of the desktop"}, "fil-task": {":check"}, "pip-2": {"echo salt > list.txt"}, "txt-4": {"`rye`, `rolls`"},
				"per-2": {":hint"}, "pro-task": {":check"}, "scr-3": {"bread = braid"}, "scr-8": {"In `cellar`"},
			},
			pastes:  map[string]string{"What is the hidden file on the shelf called?": ".starter", "How many lines has `orders.txt`?": "48", "What is its last line?": "048 sat rolls 7", "What did `mv -i` ask you? Type or paste its question.": "mv: overwrite './accounts.txt'?"},
			unclear: []string{"When do I need quotation marks?"},
			breaks:  map[string]int{"txt-task": 2},
		},
	}[name]
}

// does is what they do at a step, of which was told what is given.
func (k *knowing) does(p *player, st learn.Step, told string) []deed {
	if len(p.whole) == len(told) {
		k.begun = p.now
	}
	if c := p.w.Practice.Consent; strings.HasSuffix(flat(told), flat(c.How+" "+markTyped)) {
		return typed("yes")
	}
	if strings.HasSuffix(flat(told), flat(p.w.Plain.Path.DayHow+" "+markTyped)) {
		return typed("yes")
	}
	switch st := st.(type) {
	case learn.Asking:
		return k.tells(st)
	case learn.Offer:
		if st.Kind == learn.OfferPlacement || st.Kind == learn.OfferSkip {
			return typed("no")
		}
		return typed("yes")
	case learn.Planning:
		return typed(":skip")
	case learn.Closing:
		if len(k.unclear) > 0 {
			return typed(k.unclear[0])
		}
		return typed("")
	case learn.Placed:
		return typed("yes")
	case learn.Recalling:
		return typed("", "yes")
	case learn.Choosing:
		var titles []string
		for _, l := range st.Choose.From[:st.Choose.Pick] {
			titles = append(titles, l.Title)
		}
		return typed(strings.Join(titles, " | "))
	case learn.Doing:
		return k.works(p, st, told)
	case learn.Answering:
		return k.answers(st.Question)
	case learn.Feedback:
		if !st.Settled && st.Detour == nil && st.Go == nil {
			return k.answers(st.Question)
		}
	case learn.Summary:
		if p.now.Sub(k.begun) > sittingTime && st.Next != "" {
			return typed("", ":quit")
		}
	case learn.Reading, learn.Reviewed, learn.Finished:
	}
	return typed("")
}

// did lets them know what was typed at a step, so that no mistake is made twice.
func (k *knowing) did(st learn.Step, line string) {
	if k == nil {
		return
	}
	id := ""
	switch st := st.(type) {
	case learn.Answering:
		id = st.Question.ID
	case learn.Feedback:
		id = st.Question.ID
	case learn.Doing:
		id = st.Task.ID
	}
	if list := k.mistakes[id]; len(list) > 0 && list[0] == line {
		k.mistakes[id] = list[1:]
	}
	if len(k.unclear) > 0 && k.unclear[0] == line {
		k.unclear = k.unclear[1:]
	}
}

func typed(lines ...string) []deed {
	var list []deed
	for _, line := range lines {
		list = append(list, deed{text: line})
	}
	return list
}

func (k *knowing) tells(st learn.Asking) []deed {
	switch said, ok := k.says[st.Ask.ID]; {
	case st.Answered:
		return typed("")
	case ok:
		return typed(said)
	case len(st.Ask.Options) == 0:
		return typed("I have to think about that.")
	}
	return typed(st.Ask.Options[0].ID)
}

func (k *knowing) answers(q *course.Question) []deed {
	if list := k.mistakes[q.ID]; len(list) > 0 {
		return typed(list[0])
	}
	a := q.Solution()
	var list []deed
	switch q.Form.(type) {
	case *course.Blanks:
		list = typed(a.Items...)
	case *course.Typed:
		if strings.HasPrefix(a.Text, ":") {
			a.Text = ":" + a.Text
		}
		list = typed(a.Text)
	default:
		list = typed(strings.Join(a.Items, " | "))
	}
	if q.Confidence == course.ConfidenceAlways {
		list = append(list, deed{text: "2"})
	}
	return list
}

// works does a task: looks what is missing where it was told to, does it, and has it
// checked.
func (k *knowing) works(p *player, st learn.Doing, told string) []deed {
	t := st.Task
	asks := strings.HasSuffix(flat(told), flat(p.w.Practice.Paste+" "+markTyped)) || strings.HasSuffix(flat(told), flat(p.w.Practice.YesNo+" "+markTyped))
	switch {
	case asks:
		for what, said := range k.pastes {
			if strings.Contains(flat(told), flat(what)) {
				return typed(said)
			}
		}
		return typed("yes")
	case st.Done():
		return typed("")
	case t.Code != nil && strings.HasPrefix(told, " :edit"), t.Code != nil && strings.HasPrefix(told, " yes"):
		return append(written(t.Code), deed{text: ":check"})
	case t.Code != nil:
		return typed(":edit")
	case len(t.Checks) == 0 || t.Solve == "":
		return typed("done")
	case strings.HasPrefix(told, " :shell"), strings.HasPrefix(told, " yes"):
		return k.doesIt(t)
	}
	if list := k.mistakes[t.ID]; len(list) > 0 {
		return typed(list[0])
	}
	return typed(":shell")
}

// doesIt is how they do a task: at one go, or in two with days between.
func (k *knowing) doesIt(t *course.Task) []deed {
	list, again := k.open[t.ID]
	if !again {
		list = commands(t.Solve)
	}
	if n := k.breaks[t.ID]; n > 0 && !again {
		k.open = map[string][]deed{t.ID: list[n:]}
		return append(list[:n:n], deed{text: ":quit"})
	}
	return append(list, deed{text: ":check"})
}

// written is an answer that is a program, written into its file.
func written(c *course.Coding) []deed {
	return []deed{{shell: true, text: "cat > " + code.FileOf(c.Language) + " <<'END'\n" + strings.TrimRight(c.Solution, "\n") + "\nEND"}}
}

// commands are those of a script, one by one.
func commands(script string) []deed {
	f, err := syntax.NewParser().Parse(strings.NewReader(script), "")
	if err != nil {
		return []deed{{shell: true, text: strings.TrimSpace(script)}}
	}
	var list []deed
	for i, s := range f.Stmts {
		end := uint(len(script))
		if i+1 < len(f.Stmts) {
			end = f.Stmts[i+1].Pos().Offset()
		}
		text := strings.TrimSpace(script[s.Pos().Offset():end])
		list = append(list, deed{shell: true, text: text})
	}
	return slices.Clip(list)
}

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
	before   string              // what they do in a shell before their first task
	values   map[string]string   // where in a shell they find again what a task captured
	breaks   map[string]int      // of tasks, by id: after how many commands they leave, to go on another day

	begun  time.Time         // this sitting
	told   string            // last
	same   int               // how often
	stuck  bool              // they know nothing that leads on
	open   map[string][]deed // what is left of a task that was broken off
	solved map[string]bool   // tasks that were done as their author solves them
}

// sittingTime is how long they go on before they leave at the end of a lesson.
const sittingTime = 45 * time.Minute

// knower is the learner of a course.
func knower(name string) *knowing {
	k := map[string]*knowing{
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
		"go": {
			says: map[string]string{"goal": "services", "experience": "other", "pace": "steady", "way": "compare", "interests": "web",
				"promise":  "Tell me which ferry I can still catch.",
				"err-say":  "My printer says error 12; it should say that the tray is open, and which one.",
				"test-say": "A list of nothing, and the last day of a month.",
				"web-look": "The handler that adds a boat; a test that adds two at once would help.",
			},
			mistakes: map[string][]string{
				"run-task": {":check"}, "val-5": {"4.5"}, "fn-code-2": {":check"}, "err-2": {`The program ends with a message about "forty"`},
				"sl-4": {":hint"}, "st-3": {"Heron"}, "conc-1": {"`on the water`, always"}, "conc-code-2": {":check"},
			},
			unclear: []string{"When do I take a pointer?"},
			breaks:  map[string]int{"test-task": 1},
		},
		"git": {
			says: map[string]string{"goal": "team", "experience": "new", "pace": "steady", "way": "why", "interests": "programs",
				"promise":       "To write with others without sending files around.",
				"stage-explain": "Add chooses what goes in, commit keeps it, so that one commit is one thing.",
				"msg-write":     "Say when the shop is closed",
				"team-explain":  "Merge what others have seen, rebase what only I have.",
				"prog-look":     "Yes: each line says what came in, and the trial shows as a branch.",
			},
			mistakes: map[string][]string{
				"first-5": {"On a server"}, "stage-task": {":check"}, "br-1": {"A second copy of the folder"}, "mer-5": {"Somebody made a mistake"},
			},
			pastes:  map[string]string{"For how many minutes did the soup cook at first?": "25", "Which branch's merge made a commit of its own?": "herbs"},
			before:  "git config --global user.name 'Lee Learner'\ngit config --global user.email lee@example.com\ngit config --global init.defaultBranch main",
			values:  map[string]string{"culprit": "$(cat answer.txt)"},
			unclear: []string{"Where does a commit go?"},
			breaks:  map[string]int{"mer-task": 1},
		},
	}[name]
	k.solved = map[string]bool{}
	return k
}

// does is what they do at a step, of which was told what is given; nothing where they
// know nothing that leads on, and where they leave.
func (k *knowing) does(p *player, st learn.Step, told string) []deed {
	list := k.leadsOn(p, st, told)
	k.stuck = len(list) == 0
	return list
}

func (k *knowing) leadsOn(p *player, st learn.Step, told string) []deed {
	if len(p.whole) == len(told) {
		k.begun = p.now
	}
	if k.same++; told != k.told {
		k.told, k.same = told, 0
	}
	if k.same > 2 { // it leads nowhere
		return nil
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
		if st.Kind == learn.OfferPlacement {
			return typed("2")
		}
		if st.Kind == learn.OfferSkip {
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
		for _, item := range a.Items {
			list = append(list, typed(noCommand(item))...)
		}
	case *course.Typed:
		list = typed(noCommand(a.Text))
	default:
		list = typed(strings.Join(a.Items, " | "))
	}
	if q.Confidence == course.ConfidenceAlways {
		list = append(list, deed{text: "2"})
	}
	return list
}

// noCommand is an answer as it is typed where it begins like a command.
func noCommand(answer string) string {
	if strings.HasPrefix(answer, ":") {
		return ":" + answer
	}
	return answer
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
	case t.Code != nil && strings.HasPrefix(told, " :edit"), t.Code != nil && !k.solved[t.ID] && strings.HasPrefix(told, " yes"):
		k.solved[t.ID] = true
		return append(written(t.Code), deed{text: ":check"})
	case t.Code != nil && k.solved[t.ID] && (strings.HasPrefix(told, " :check") || strings.HasPrefix(told, " yes")):
		return nil
	case t.Code != nil:
		return typed(":edit")
	case len(t.Checks) == 0 || t.Solve == "":
		return typed("done")
	case strings.HasPrefix(told, " :shell"), !k.solved[t.ID] && strings.HasPrefix(told, " yes"):
		return k.doesIt(t, st.Values)
	}
	if list := k.mistakes[t.ID]; len(list) > 0 {
		return typed(list[0])
	}
	if k.solved[t.ID] && (strings.HasPrefix(told, " :check") || strings.HasPrefix(told, " yes")) { // they know nothing better
		return nil
	}
	return typed(":shell")
}

// doesIt is how they do a task: at one go, or in two with days between.
func (k *knowing) doesIt(t *course.Task, values map[string]string) []deed {
	script := t.Solve
	for name := range values { // only what cairn runs is told what it kept
		script = strings.ReplaceAll(script, "$CAIRN_"+strings.ToUpper(name), k.values[name])
	}
	k.solved[t.ID] = true
	list, again := k.open[t.ID]
	if !again {
		list = append(commands(k.before), commands(script)...)
		k.before = ""
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

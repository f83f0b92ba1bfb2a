package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// task writes something to do.
func (p *page) task(t *Task, level int) {
	set := "id: " + Scalar(t.ID)
	if s := words(t.Skills); len(s) > 0 {
		set += ", skills: " + list(s)
	}
	if t.Minutes > 0 {
		set += fmt.Sprintf(", minutes: %d", min(t.Minutes, 600))
	}
	if rule := oneLine(tidy(t.When)); rule != "" { // which stands as it is; no rule holds the end of a comment
		set += ", when: " + strings.ReplaceAll(rule, "-->", "-- >")
	}
	p.say(strings.Repeat("#", level) + " Task: " + heading(orElse(t.Title, "…")) + "\n<!-- " + set + " -->")
	p.say(markdown(t.Body, inStep))
	p.say(checks(t.Checks))
	for _, h := range t.Hints {
		p.said("Hint", h)
	}
	p.said("Why", t.Why)
	p.deep = level
}

// checks is the block of what must hold, or empty.
func checks(list []Check) string {
	var b strings.Builder
	for _, c := range list {
		kind, what := "ask", c.Ask
		switch {
		case c.Run != "":
			kind, what = "run", c.Run
		case c.File != "":
			kind, what = "file", strings.TrimSpace(c.File)
		}
		if strings.TrimSpace(what) == "" || c.outside() {
			continue
		}
		fmt.Fprintf(&b, "- %s: %s\n", kind, line(what))
		if len(c.Expect) > 0 {
			var all []string
			for _, e := range c.Expect {
				all = append(all, line(e.Name)+": "+line(e.Value))
			}
			fmt.Fprintf(&b, "  expect: { %s }\n", strings.Join(all, ", "))
		}
		if strings.TrimSpace(c.Otherwise) != "" {
			fmt.Fprintf(&b, "  otherwise: %s\n", Scalar(oneLine(c.Otherwise)))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "```check\n" + b.String() + "```"
}

// outside reports whether the File of a check is no path in the practice folder, or
// none that can be written as it is. No such check is written: a course that holds
// the first cannot be read, and the other would look at a file of another name.
func (c Check) outside() bool {
	name := strings.TrimSpace(c.File)
	file, inside := course.InsidePath(name)
	return c.Run == "" && c.File != "" && (!inside || file == "." || tidy(name) != name)
}

// dropChecks takes the checks that cannot be written out of all tasks.
func (c *Course) dropChecks() []Loss {
	var losses []Loss
	for _, f := range c.Files {
		eachTask(f.Blocks, func(t *Task) {
			t.Checks = slices.DeleteFunc(t.Checks, func(k Check) bool {
				if k.outside() {
					losses = append(losses, t.From.Lost(shown("the check of the file", k.File), "it is left out: that is no path inside of the practice folder"))
				}
				return k.outside()
			})
		})
	}
	return losses
}

func eachTask(blocks []Block, do func(*Task)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Task:
			do(b)
		case *Extra:
			eachTask(b.Blocks, do)
		default:
		}
	}
}

// line is a text of one line as a value of YAML in which every space counts, as in
// a command.
func line(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(tidy(s), "\n", " "))
	if plain := Scalar(s); plain == s {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b) // a JSON string is one of YAML
	enc.SetEscapeHTML(true)    // "-->" would end settings
	_ = enc.Encode(s)          // a string can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}

// ways writes one idea, explained in several ways.
func (p *page) ways(w *Ways, level int) {
	if _, twice := p.last.(*Ways); twice { // they would be ways to explain one idea
		p.again(min(level, p.deep))
	}
	taken := &names{taken: map[string]bool{}, tried: map[string]int{}}
	for _, way := range w.List {
		key := word(way.Key)
		if taken.keep(&key); key == "" {
			key = taken.take(way.Key, way.Title, "way")
		}
		p.about(w)
		p.say(strings.TrimRight(strings.Repeat("#", level)+" Way: "+heading(way.Title), " ") + "\n<!-- way: " + Scalar(key) + " -->")
		p.say(markdown(way.Markdown, inStep))
	}
	p.deep = level
}

// told is the text of ways, where they cannot be ways.
func (w *Ways) told() string {
	var parts []string
	for _, way := range w.List {
		if way.Title != "" {
			parts = append(parts, "**"+inline(way.Title)+"**")
		}
		parts = append(parts, way.Markdown)
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}

// told is the text of a task, where it cannot be one.
func (t *Task) told() string {
	parts := []string{t.Title, t.Body}
	for _, c := range t.Checks {
		parts = append(parts, "- "+c.Run+c.File+c.Ask)
	}
	return strings.TrimSpace(strings.Join(append(append(parts, t.Hints...), t.Why), "\n\n"))
}

// giveTask makes something of a task that is in error: one without its rule, then
// one without its checks, then a text.
func (m *mark) giveTask(t *Task, why string) Loss {
	lost := func(what, then string) Loss { return t.From.Lost(what, then+": "+why) }
	switch {
	case t.When != "":
		what := shown("the rule", t.When)
		t.When = ""
		return lost(what, "the task is always there")
	case len(t.Checks) > 0 || t.Body != "" && !strings.HasPrefix(t.Body, "```"):
		t.Body, t.Checks, t.Hints, t.Why = Fenced("", tidy(t.told())), nil, nil, ""
		return lost(shown("the task", t.Title), "its text is kept as code")
	}
	m.file.Blocks = replaced(m.file.Blocks, t, Text{Fenced("", tidy(t.told()))})
	return lost(shown("the task", t.Title), "its text is kept as code")
}

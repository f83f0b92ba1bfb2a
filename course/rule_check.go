package course

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ruleNames is what a course has that rules can name. A nil set is not
// checked: any word will do.
type ruleNames struct {
	Skills    map[string]bool
	Questions map[string]bool // tries and right
	Items     map[string]bool // seen: lessons, questions, pages and extras
	Mixups    map[string]bool
	Lessons   map[string]bool // days_since
	Goals     map[string]bool
	Paces     map[string]bool
	Ways      map[string]bool
	Interests map[string]bool

	Asks map[string]map[string]bool // the code words of each Ask; nil: it takes any text
}

// check compares the ids and code words of a rule with what the course has,
// and finds rules that can never hold. Rules that could not be read are silent
// here.
func (r *Rule) check(names ruleNames) []Diag {
	if r == nil || r.root == nil {
		return nil
	}
	c := &ruleCheck{rule: r, names: names}
	r.root.walk(c.ids)
	r.root.walk(c.words)
	if len(c.diags) == 0 {
		c.constant()
	}
	return c.diags
}

// ruleCheck collects findings about one rule.
type ruleCheck struct {
	rule  *Rule
	names ruleNames
	diags []Diag
}

func (c *ruleCheck) add(code string, severity Severity, n *ruleNode, hint, format string, args ...any) {
	c.diags = append(c.diags, Diag{Code: code, Severity: severity, Pos: shift(c.rule.Pos, c.rule.Source, n.at), Len: n.len,
		Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// ids checks the id of a name.
func (c *ruleCheck) ids(n *ruleNode) {
	if n.op != opName || n.id == "" {
		return
	}
	name, _ := lookUpRuleName(n.text)
	var set map[string]bool
	switch n.text {
	case "mastery":
		set = c.names.Skills
	case "tries", "right":
		set = c.names.Questions
	case "seen":
		set = c.names.Items
	case "mixup":
		set = c.names.Mixups
	case "days_since":
		set = c.names.Lessons
	case "answer":
		if c.names.Asks != nil {
			set = map[string]bool{}
			for id := range c.names.Asks {
				set[id] = true
			}
		}
	}
	if set != nil && !set[n.id] {
		c.add(codeRuleName, Error, n, nearHint(n.id, set), "this course has no %s %q", name.part, n.id)
	}
}

// words checks the code words that a name is compared with.
func (c *ruleCheck) words(n *ruleNode) {
	if len(n.args) != 2 {
		return
	}
	word, name := n.args[0], n.args[1]
	if word.op != opWord {
		word, name = name, word
	}
	if word.op != opWord || name.op != opName || word.text == "" {
		return
	}
	set := c.wordsOf(name)
	if set != nil && !set[word.text] {
		c.add(codeRuleName, Error, word, nearHint(word.text, set), "%s is never %q", name, word.text)
	}
}

// wordsOf gives the code words that a name can have.
func (c *ruleCheck) wordsOf(name *ruleNode) map[string]bool {
	switch name.text {
	case "goal":
		return c.names.Goals
	case "pace":
		return c.names.Paces
	case "way":
		return c.names.Ways
	case "interests":
		return c.names.Interests
	case "answer":
		return c.names.Asks[name.id]
	}
	return nil
}

// nearHint names the nearest of a set, or the set when it is small.
func nearHint(word string, set map[string]bool) string {
	known := slices.Sorted(maps.Keys(set))
	if near := nearestName(word, known); near != "" {
		return didYouMean(near)
	}
	switch {
	case len(known) == 0:
		return "none is declared"
	case len(known) <= 8:
		return `there are: "` + strings.Join(known, `", "`) + `"`
	}
	return ""
}

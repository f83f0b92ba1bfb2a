package course

import (
	"fmt"
	"math"
)

// constant reports comparisons that come out the same for every learner, and
// rules whose parts contradict each other. It finds the simple cases: what one
// chain of "and" says of one name.
func (c *ruleCheck) constant() {
	c.rule.root.walk(func(n *ruleNode) {
		name, number, op, ok := numberComparison(n)
		if !ok {
			return
		}
		all := domain(name)
		if all.hi == 1 && number.number > 1 {
			c.add(codeRuleRange, Error, number, percentHint(number.number), "%s goes from 0 to 1", name)
			return
		}
		meets := all.and(interval(op, number.number))
		switch {
		case meets.empty() && op != "!=":
			c.add(codeRuleNever, Error, n, "", "this never holds: %s", rangeOf(name))
		case meets == all && name.text != "days_since" && op != "!=":
			c.add(codeRuleAlways, Warning, n, "leave it out", "this always holds: %s", rangeOf(name))
		}
	})
	if len(c.diags) == 0 {
		c.contradictions(c.rule.root)
	}
}

func rangeOf(name *ruleNode) string {
	if domain(name).hi == 1 {
		return fmt.Sprintf("%s goes from 0 to 1", name)
	}
	return fmt.Sprintf("%s is 0 or more", name)
}

func percentHint(number float64) string {
	if number <= 100 {
		return fmt.Sprintf("%g%% is written %g", number, number/100)
	}
	return "write a number from 0 to 1"
}

// contradictions reports each chain of "and" in which no learner can be.
func (c *ruleCheck) contradictions(n *ruleNode) {
	switch n.op {
	case "or":
		c.contradictions(n.args[0])
		c.contradictions(n.args[1])
	case "and":
		seen := claims{}
		for _, part := range chain(n) {
			if part.op == "or" {
				c.contradictions(part)
			} else if !seen.add(part) {
				c.add(codeRuleNever, Warning, part, `if either will do, write "or"`, "this contradicts what the rule says before, so it never holds")
				return
			}
		}
	}
}

// chain lists the parts that "and" joins.
func chain(n *ruleNode) []*ruleNode {
	if n.op != "and" {
		return []*ruleNode{n}
	}
	return append(chain(n.args[0]), chain(n.args[1])...)
}

// claims is what a chain of "and" has said of each name so far.
type claims map[string]*claim

type claim struct {
	number span64
	word   string // the word it has to be
	truth  bool
	isWord bool
	isBool bool
}

// add takes one more part and reports false when it contradicts the others.
func (c claims) add(n *ruleNode) bool {
	if name, number, op, ok := numberComparison(n); ok {
		at := c.of(name)
		at.number = at.number.and(interval(op, number.number))
		return !at.number.empty()
	}
	want := true
	for n.op == "not" {
		n, want = n.args[0], !want
	}
	if n.op == opName {
		at := c.of(n)
		clash := at.isBool && at.truth != want
		at.isBool, at.truth = true, want
		return !clash
	}
	if n.op == "==" && want && n.args[0].op == opName && n.args[0].kind() == kindWord && n.args[1].op == opWord {
		at := c.of(n.args[0])
		clash := at.isWord && at.word != n.args[1].text
		at.isWord, at.word = true, n.args[1].text
		return !clash
	}
	return true
}

func (c claims) of(name *ruleNode) *claim {
	key := name.String()
	if c[key] == nil {
		c[key] = &claim{number: domain(name)}
	}
	return c[key]
}

// numberComparison takes apart a comparison of a name with a number, the name
// first.
func numberComparison(n *ruleNode) (name, number *ruleNode, op string, ok bool) {
	if len(n.args) != 2 {
		return nil, nil, "", false
	}
	a, b := n.args[0], n.args[1]
	switch {
	case a.op == opName && b.op == opNumber:
		return a, b, n.op, true
	case a.op == opNumber && b.op == opName:
		turned := map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<="}
		if op, ok := turned[n.op]; ok {
			return b, a, op, true
		}
		return b, a, n.op, true
	}
	return nil, nil, "", false
}

// span64 is a range of numbers; an open end does not belong to it.
type span64 struct {
	lo, hi         float64
	openLo, openHi bool
}

// domain is what a name can be.
func domain(name *ruleNode) span64 {
	if name.text == "mastery" || name.text == "score" {
		return span64{lo: 0, hi: 1}
	}
	return span64{lo: 0, hi: math.Inf(1)}
}

// interval is where a comparison with x holds.
func interval(op string, x float64) span64 {
	s := span64{lo: math.Inf(-1), hi: math.Inf(1)}
	switch op {
	case "==":
		s.lo, s.hi = x, x
	case "<", "<=":
		s.hi, s.openHi = x, op == "<"
	case ">", ">=":
		s.lo, s.openLo = x, op == ">"
	}
	return s
}

// and is what two ranges have in common.
func (s span64) and(o span64) span64 {
	if o.lo > s.lo || o.lo == s.lo && o.openLo {
		s.lo, s.openLo = o.lo, o.openLo
	}
	if o.hi < s.hi || o.hi == s.hi && o.openHi {
		s.hi, s.openHi = o.hi, o.openHi
	}
	return s
}

func (s span64) empty() bool {
	return s.lo > s.hi || s.lo == s.hi && (s.openLo || s.openHi)
}

package course

import (
	"math"
	"slices"
)

// Rule is one line of plain comparison, such as `mastery.staging < 0.6`,
// checked when the course loads. The zero value is not useful; a nil *Rule
// always holds, and one that could not be read never does.
type Rule struct {
	Source string
	Pos    Pos

	root *ruleNode // nil when Source could not be read
}

// Facts is what a rule may ask about the learner.
type Facts interface {
	Mastery(skill string) float64            // 0..1
	Score() float64                          // of this lesson, first tries, 0..1
	Tries(question string) int               // answers given so far
	Right(question string) bool              // answered right at some time
	Seen(id string) bool                     // lesson, question, page or extra met
	Mixup(name string) bool                  // has shown that wrong idea
	Answer(ask string) []string              // code words chosen, or the one text typed
	DaysSince(lesson string) (float64, bool) // days since it was finished; false: never
	Goal() string
	Pace() string
	Way() string
	Interests() []string
}

// Holds reports whether the rule is true of the learner. What is not known
// makes a comparison false: days_since of a lesson that was never finished is
// neither above nor below any number, nor equal to it.
func (r *Rule) Holds(f Facts) bool {
	if r == nil {
		return true
	}
	return r.root != nil && f != nil && r.root.holds(f)
}

// holds evaluates a node that is true or false.
func (n *ruleNode) holds(f Facts) bool {
	switch n.op {
	case "and":
		return n.args[0].holds(f) && n.args[1].holds(f)
	case "or":
		return n.args[0].holds(f) || n.args[1].holds(f)
	case "not":
		return !n.args[0].holds(f)
	case opName, opTruth:
		return n.value(f).truth
	}
	return compareRule(n.op, n.args[0].value(f), n.args[1].value(f))
}

// ruleValue is a value that a rule compares.
type ruleValue struct {
	kind    ruleKind
	unknown bool
	number  float64
	word    string
	list    []string
	truth   bool
}

// value looks up a name or gives a constant.
func (n *ruleNode) value(f Facts) ruleValue {
	v := ruleValue{kind: n.kind()}
	switch n.op {
	case opNumber:
		v.number = n.number
	case opWord:
		v.word = n.text
	case opTruth:
		v.truth = n.text == "true"
	case opName:
		n.lookUp(f, &v)
	default: // a comparison between parentheses
		v.truth = n.holds(f)
	}
	v.unknown = v.unknown || math.IsNaN(v.number)
	return v
}

// lookUp asks the facts for a name.
func (n *ruleNode) lookUp(f Facts, v *ruleValue) {
	switch n.text {
	case "mastery":
		v.number = f.Mastery(n.id)
	case "score":
		v.number = f.Score()
	case "tries":
		v.number = float64(f.Tries(n.id))
	case "days_since":
		days, ok := f.DaysSince(n.id)
		v.number, v.unknown = days, !ok
	case "right":
		v.truth = f.Right(n.id)
	case "seen":
		v.truth = f.Seen(n.id)
	case "mixup":
		v.truth = f.Mixup(n.id)
	case "answer":
		v.list = f.Answer(n.id)
	case "interests":
		v.list = f.Interests()
	case "goal":
		v.word = f.Goal()
	case "pace":
		v.word = f.Pace()
	case "way":
		v.word = f.Way()
	}
}

// compareRule compares two values of kinds that the checker let through.
func compareRule(op string, a, b ruleValue) bool {
	if a.unknown || b.unknown {
		return false
	}
	switch op {
	case "in", "not in":
		return slices.Contains(b.list, a.word) == (op == "in")
	case "==":
		return sameRuleValue(a, b)
	case "!=":
		return !sameRuleValue(a, b)
	case "<":
		return a.number < b.number
	case "<=":
		return a.number <= b.number
	case ">":
		return a.number > b.number
	case ">=":
		return a.number >= b.number
	}
	return false
}

// sameRuleValue reports whether two values are equal. An answer of several
// code words equals each of them, and no answer equals the empty word.
func sameRuleValue(a, b ruleValue) bool {
	if a.kind == kindWord && b.kind == kindList {
		a, b = b, a
	}
	switch a.kind {
	case kindNumber:
		return a.number == b.number
	case kindTruth:
		return a.truth == b.truth
	case kindList:
		return slices.Contains(a.list, b.word) || b.word == "" && len(a.list) == 0
	case kindWord:
	}
	return a.word == b.word
}

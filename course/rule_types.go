package course

import "fmt"

// ruleKind is the kind of a value in a rule.
type ruleKind int

// The kinds of values.
const (
	kindTruth  ruleKind = iota // what holds or does not
	kindNumber                 // mastery.SKILL, score, tries.ID, days_since.ID, 0.6
	kindWord                   // goal, pace, way, "team"
	kindList                   // interests, answer.ID
)

// ruleName is a name that rules may use.
type ruleName struct {
	name string
	part string // what the part behind the dot is; empty: it has none
	kind ruleKind
}

// ruleNamesKnown lists the names.
func ruleNamesKnown() [12]ruleName {
	return [...]ruleName{
		{"mastery", "skill", kindNumber},
		{"score", "", kindNumber},
		{"tries", "question", kindNumber},
		{"right", "question", kindTruth},
		{"seen", "lesson, question, page or extra", kindTruth},
		{"mixup", "mix-up", kindTruth},
		{"answer", "ask", kindList},
		{"days_since", "lesson", kindNumber},
		{"goal", "", kindWord},
		{"pace", "", kindWord},
		{"way", "", kindWord},
		{"interests", "", kindList},
	}
}

func lookUpRuleName(name string) (ruleName, bool) {
	known := ruleNamesKnown()
	for i := range known {
		if known[i].name == name {
			return known[i], true
		}
	}
	return ruleName{}, false
}

// kind returns the kind of value that a node gives.
func (n *ruleNode) kind() ruleKind {
	switch n.op {
	case opNumber:
		return kindNumber
	case opWord:
		return kindWord
	case opName:
		name, _ := lookUpRuleName(n.text)
		return name.kind
	}
	return kindTruth
}

// walk visits n and all below it.
func (n *ruleNode) walk(visit func(*ruleNode)) {
	if n == nil {
		return
	}
	visit(n)
	for _, a := range n.args {
		a.walk(visit)
	}
}

// typeErrors finds unknown names, parts that are missing or too many, and
// comparisons of things that cannot be compared.
func (n *ruleNode) typeErrors() []ruleError {
	var errs []ruleError
	n.walk(func(n *ruleNode) {
		if n.op == opName {
			errs = append(errs, n.nameErrors()...)
		}
	})
	if len(errs) > 0 {
		return errs
	}
	return n.truthErrors()
}

// nameErrors checks one name.
func (n *ruleNode) nameErrors() []ruleError {
	name, ok := lookUpRuleName(n.text)
	switch {
	case !ok:
		return []ruleError{{n.at, len(n.text), fmt.Sprintf("%q is not a name that a rule knows", n.text), unknownNameHint(n.text)}}
	case name.part != "" && n.id == "":
		return []ruleError{{n.at, n.len, fmt.Sprintf("%s needs the id of a %s", n.text, name.part),
			fmt.Sprintf("write it like %s.ID or %s[\"an-id\"]", n.text, n.text)}}
	case name.part == "" && n.id != "":
		return []ruleError{{n.at, n.len, fmt.Sprintf("%s has no parts", n.text), "write " + n.text + " alone"}}
	}
	return nil
}

func unknownNameHint(text string) string {
	var known []string
	for _, n := range ruleNamesKnown() {
		known = append(known, n.name)
	}
	if near := nearestName(text, known); near != "" {
		return didYouMean(near)
	}
	return fmt.Sprintf("if it is a code word, put it in quotes: %q", text)
}

// truthErrors checks a node that has to hold or not.
func (n *ruleNode) truthErrors() []ruleError {
	switch n.op {
	case "and", "or", "not":
		var errs []ruleError
		for _, a := range n.args {
			errs = append(errs, a.truthErrors()...)
		}
		return errs
	case opTruth:
		return nil
	case opName, opNumber, opWord:
		if n.kind() == kindTruth {
			return nil
		}
		return []ruleError{{n.at, n.len, fmt.Sprintf("%s is %s, and nothing is said about it", n, n.kind()), n.compareHint()}}
	}
	errs := n.compareErrors()
	for _, a := range n.args {
		if len(a.args) > 0 {
			errs = append(errs, a.truthErrors()...)
		}
	}
	return errs
}

// compareErrors checks the two sides of a comparison.
func (n *ruleNode) compareErrors() []ruleError {
	a, b := n.args[0], n.args[1]
	constant := func(n *ruleNode) bool { return n.op == opNumber || n.op == opWord || n.op == opTruth }
	switch {
	case constant(a) && constant(b):
		return n.fail("put a name on one side, such as score or goal", "this compares nothing that a learner did")
	case n.op == "in" || n.op == "not in":
		return amongErrors(a, b)
	case n.op == "==" || n.op == "!=":
		return n.equalErrors()
	}
	for _, side := range n.args {
		if side.kind() != kindNumber {
			return side.fail(side.compareHint(), "%s is %s and has no more or less", side, side.kind())
		}
	}
	return nil
}

// amongErrors checks the two sides of "in".
func amongErrors(a, b *ruleNode) []ruleError {
	const hint = `write it like "code" in interests`
	switch {
	case b.kind() != kindList:
		return b.fail(hint, "%s is %s; only interests and answers have several words", b, b.kind())
	case a.kind() != kindWord:
		return a.fail(hint, "%s is %s; only a word can be among several", a, a.kind())
	}
	return nil
}

// equalErrors checks the two sides of "==" and "!=".
func (n *ruleNode) equalErrors() []ruleError {
	a, b := n.args[0], n.args[1]
	ka, kb := a.kind(), b.kind()
	switch {
	case a.isList("interests") || b.isList("interests"):
		return n.fail(`write it like "code" in interests`, "interests are several words and equal none of them")
	case ka == kb && ka != kindList, ka == kindList && kb == kindWord, ka == kindWord && kb == kindList:
		return nil
	}
	named, other := a, b
	if a.op != opName {
		named, other = b, a
	}
	return other.fail(named.compareHint(), "%s is %s and %s is %s: they are never equal", a, ka, b, kb)
}

// fail is a finding about the node.
func (n *ruleNode) fail(hint, format string, args ...any) []ruleError {
	return []ruleError{{n.at, n.len, fmt.Sprintf(format, args...), hint}}
}

func (n *ruleNode) isList(name string) bool { return n.op == opName && n.text == name }

// compareHint says how a value is used.
func (n *ruleNode) compareHint() string {
	switch n.kind() {
	case kindNumber:
		if n.op == opNumber {
			return "compare a number with score, mastery.SKILL, tries.ID or days_since.ID"
		}
		return fmt.Sprintf("compare it with a number, such as %s >= 0.8", n)
	case kindWord:
		if n.op == opWord {
			return "compare a word with goal, pace, way or answer.ID"
		}
		return fmt.Sprintf("compare it with a word, such as %s == \"team\"", n)
	case kindList:
		return fmt.Sprintf("ask for one word, such as \"code\" in %s", n)
	case kindTruth:
	}
	return fmt.Sprintf("write it alone, as %s or not %s", n, n)
}

// String writes the node as in a rule.
func (n *ruleNode) String() string {
	switch {
	case n.op == opNumber:
		return fmt.Sprintf("%g", n.number)
	case n.op == opWord:
		return fmt.Sprintf("%q", n.text)
	case n.op == opTruth, n.id == "" && n.op == opName:
		return n.text
	case n.op != opName:
		return "the comparison"
	}
	for _, r := range n.id {
		if !nameRune(r) {
			return fmt.Sprintf("%s[%q]", n.text, n.id)
		}
	}
	return n.text + "." + n.id
}

// String says what the kind is, after "is".
func (k ruleKind) String() string {
	switch k {
	case kindNumber:
		return "a number"
	case kindWord:
		return "a word"
	case kindList:
		return "a list of words"
	case kindTruth:
	}
	return "yes or no"
}

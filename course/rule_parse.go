package course

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The limits of a rule. They are far above what anybody writes by hand.
const (
	maxRuleBytes  = 500
	maxRuleTokens = 100
	maxRuleDepth  = 16
)

// ruleNode is a part of a rule. Operators are their own op and have args;
// names and constants have the ops below.
type ruleNode struct {
	op     string
	args   []*ruleNode
	text   string  // of a name, a word or a truth
	id     string  // of a name with a part: staging in mastery.staging
	number float64 // of a number
	at     int     // offset in the source
	len    int
}

// The ops of names and constants.
const (
	opName   = "name"
	opNumber = "number"
	opWord   = "word"
	opTruth  = "truth"
)

// ruleError stops the reading of a rule at its first mistake.
type ruleError struct {
	at, len   int
	msg, hint string
}

// parseRule reads a rule. pos is where src begins. A rule with findings of
// severity error never holds. Its ids and code words are not known yet: see
// check.
//
//	rule    = and { "or" and }
//	and     = not { "and" not }
//	not     = "not" not | compare
//	compare = operand [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in" ) operand ]
//	operand = name [ "." id | "[" word "]" ] | number | word | "true" | "false" | "(" rule ")"
func parseRule(src string, pos Pos) (*Rule, []Diag) {
	r := &Rule{Source: src, Pos: pos}
	p := &ruleParser{src: src}
	root := p.parse()
	if p.err == nil {
		p.errs = root.typeErrors()
	} else {
		p.errs = []ruleError{*p.err}
	}
	var diags []Diag
	for _, e := range p.errs {
		diags = append(diags, Diag{Code: codeRuleSyntax, Severity: Error, Pos: shift(pos, src, e.at), Len: e.len, Msg: e.msg, Hint: e.hint})
	}
	if len(diags) == 0 {
		r.root = root
	}
	return r, diags
}

// ruleParser reads a rule by recursive descent. After the first error every
// method returns at once.
type ruleParser struct {
	src   string
	next  ruleToken
	off   int
	count int
	depth int
	err   *ruleError
	errs  []ruleError
}

func (p *ruleParser) fail(at, length int, hint, format string, args ...any) {
	if p.err == nil {
		p.err = &ruleError{at, length, fmt.Sprintf(format, args...), hint}
	}
	p.next = ruleToken{kind: ruleEnd, at: len(p.src)}
	p.off = len(p.src)
}

func (p *ruleParser) parse() *ruleNode {
	switch {
	case strings.TrimSpace(p.src) == "":
		p.fail(0, 0, `write a comparison, such as goal == "team", or leave the rule out`, "the rule is empty")
		return nil
	case len(p.src) > maxRuleBytes:
		p.fail(0, 0, "make it shorter", "the rule is longer than %d characters", maxRuleBytes)
		return nil
	}
	p.advance()
	root := p.or()
	switch t := p.next; {
	case t.kind == ruleEnd:
	case t.kind == ")":
		p.fail(t.at, 1, "take it away, or open a parenthesis before", "this closes a parenthesis that was never opened")
	case comparison(t.kind):
		p.fail(t.at, t.len, "put \"and\" between them, such as score >= 0.5 and score < 0.8", "a rule compares two things at a time")
	default:
		p.fail(t.at, t.len, "put \"and\" or \"or\" between two comparisons", "%s was not expected here", t)
	}
	return root
}

func (p *ruleParser) or() *ruleNode {
	n := p.and()
	for p.next.kind == "or" {
		n = p.binary(n, p.and)
	}
	return n
}

func (p *ruleParser) and() *ruleNode {
	n := p.not()
	for p.next.kind == "and" {
		n = p.binary(n, p.not)
	}
	return n
}

func (p *ruleParser) not() *ruleNode {
	if p.next.kind != "not" {
		return p.compare()
	}
	t := p.next
	if !p.deeper(t.at) {
		return nil
	}
	defer func() { p.depth-- }()
	p.advance()
	return &ruleNode{op: "not", args: []*ruleNode{p.not()}, at: t.at, len: t.len}
}

func (p *ruleParser) compare() *ruleNode {
	n := p.operand()
	if p.next.kind == "not" {
		t := p.next
		p.advance()
		if p.next.kind != "in" {
			p.fail(t.at, t.len, `write it before the comparison, as in not seen.intro`, `"not" was not expected here`)
			return n
		}
		p.next.kind = "not in"
	}
	if comparison(p.next.kind) {
		n = p.binary(n, p.operand)
	}
	return n
}

// binary reads what follows an operator.
func (p *ruleParser) binary(left *ruleNode, right func() *ruleNode) *ruleNode {
	t := p.next
	p.advance()
	return &ruleNode{op: t.kind, args: []*ruleNode{left, right()}, at: t.at, len: t.len}
}

func (p *ruleParser) operand() *ruleNode {
	t := p.next
	switch t.kind {
	case "(":
		if !p.deeper(t.at) {
			return nil
		}
		defer func() { p.depth-- }()
		p.advance()
		n := p.or()
		if p.next.kind != ")" {
			p.fail(t.at, 1, "close it with )", "this parenthesis is never closed")
			return nil
		}
		p.advance()
		return n
	case opNumber:
		p.advance()
		f, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.fail(t.at, t.len, "write it like 0.6 or 3", "%q is not a number", t.text)
		}
		return &ruleNode{op: opNumber, number: f, at: t.at, len: t.len}
	case opWord:
		p.advance()
		return &ruleNode{op: opWord, text: t.text, at: t.at, len: t.len}
	case opName:
		p.advance()
		if t.text == "true" || t.text == "false" {
			return &ruleNode{op: opTruth, text: t.text, at: t.at, len: t.len}
		}
		return p.name(t)
	}
	p.fail(t.at, t.len, "a comparison has something on both sides, such as score >= 0.8", "something is missing before %s", t)
	return nil
}

// name reads the part behind a name: ".id" or "["id"]".
func (p *ruleParser) name(t ruleToken) *ruleNode {
	n := &ruleNode{op: opName, text: t.text, at: t.at, len: t.len}
	switch p.next.kind {
	case ".":
		n.id = p.member()
	case "[":
		p.advance()
		if p.next.kind != opWord {
			p.fail(p.next.at, p.next.len, fmt.Sprintf("write it like %s[\"stage-1\"]", t.text), "an id in quotes belongs between the brackets")
			return nil
		}
		n.id = p.next.text
		p.advance()
		if p.next.kind != "]" {
			p.fail(p.next.at, p.next.len, fmt.Sprintf("write it like %s[%q]", t.text, n.id), "the bracket is never closed")
			return nil
		}
		n.len = p.next.at + 1 - n.at
		p.advance()
		return n
	case "(":
		p.fail(t.at, t.len, "compare names such as score, mastery.SKILL or goal", "a rule has no functions: %s( )", t.text)
		return nil
	default:
		return n
	}
	n.len += 1 + len(n.id)
	return n
}

// hyphenated is an id with a hyphen that was written without brackets.
var hyphenated = regexp.MustCompile(`^[\pL\pN_]+(?:-[\pL\pN_]+)+`)

// member reads the id after a dot. Unlike a name, it may begin with a digit
// or be a word such as "in".
func (p *ruleParser) member() string {
	rest := p.src[p.off:]
	if id := hyphenated.FindString(rest); id != "" {
		start := strings.LastIndexFunc(p.src[:p.off-1], func(r rune) bool { return !nameRune(r) }) + 1
		p.fail(p.off, len(id), fmt.Sprintf("write %s[%q]", p.src[start:p.off-1], id), "an id with a hyphen is written in brackets")
		return ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !nameRune(r) })
	if end < 0 {
		end = len(rest)
	}
	if end == 0 {
		p.fail(p.off-1, 1, "write it like mastery.staging", "an id belongs behind the dot")
		return ""
	}
	p.off += end
	p.advance()
	return rest[:end]
}

// deeper counts one more level of parentheses or nots.
func (p *ruleParser) deeper(at int) bool {
	if p.depth++; p.depth > maxRuleDepth {
		p.fail(at, 1, "make it simpler", "the rule is nested too deep")
		return false
	}
	return true
}

func comparison(kind string) bool {
	switch kind {
	case "==", "!=", "<", "<=", ">", ">=", "in", "not in":
		return true
	}
	return false
}

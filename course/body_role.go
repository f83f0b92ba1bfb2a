package course

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// role is what a piece under a question is there for.
type role int

const (
	roleText      role = iota // a part of the question's text
	roleOptions               // a list with check boxes
	roleTyped                 // a list of Answer, Also, Close, Not and Otherwise
	roleBlanks                // text with [[gaps]]
	roleOrder                 // a numbered list
	roleMatch                 // a table
	roleOtherwise             // a list with nothing but Otherwise
	roleSaid                  // a quote with a hint or the why
	roleQuote                 // another quote
)

// name is how findings call the answers of a role.
func (r role) name() string {
	switch r {
	case roleOptions:
		return "options to choose"
	case roleTyped, roleOtherwise:
		return "typed answers"
	case roleBlanks:
		return "blanks"
	case roleOrder:
		return "a list to put in order"
	case roleMatch:
		return "a table to match"
	}
	return "text"
}

// classify finds out what each piece is there for, what kind of answers the
// question takes, and where they end.
func (r *questionReader) classify() {
	r.roles = make([]role, len(r.pieces))
	for i, pc := range r.pieces {
		r.roles[i] = r.roleOf(pc)
	}
	r.form = r.formOf()
	r.last = r.lastAnswer()
}

// formOf tells what kind of answers the question takes. Boxes, labels and gaps
// say so; a numbered list or a table is the answer only where there are none of
// those.
func (r *questionReader) formOf() role {
	for _, kinds := range [][]role{{roleOptions, roleTyped, roleBlanks}, {roleOrder, roleMatch}} {
		for _, kind := range r.roles {
			if slices.Contains(kinds, kind) {
				return kind
			}
		}
	}
	switch {
	case slices.Contains(r.roles, roleOtherwise):
		return roleTyped
	case len(r.gaps(r.name)) > 0:
		return roleBlanks
	}
	return roleText
}

// lastAnswer returns the last piece that belongs to the answers, or -1. Without
// any answers, all pieces do.
func (r *questionReader) lastAnswer() int {
	if r.form == roleText {
		return len(r.pieces) - 1
	}
	last, seen := -1, r.form == roleBlanks
	for i, kind := range r.roles {
		seen = seen || kind == r.form
		if kind == roleSaid || r.answers(kind) || kind == roleQuote && seen && last == i-1 {
			last = i
		}
	}
	return last
}

// answers reports whether a piece holds answers: of the question's form, or of
// one that does not go with it.
func (r *questionReader) answers(kind role) bool {
	switch kind {
	case roleOptions, roleTyped, roleOtherwise, roleBlanks:
		return true
	case roleOrder, roleMatch:
		return r.form == roleOrder || r.form == roleMatch
	}
	return false
}

func (r *questionReader) roleOf(pc piece) role {
	if pc.refused {
		return roleText
	}
	switch n := pc.node.(type) {
	case *ast.List:
		if kind := r.listRole(n); kind != roleText && kind != roleOrder {
			if kind == roleTyped && r.onlyOtherwise(pc) {
				return roleOtherwise
			}
			return kind
		}
		if len(r.gaps(pc.span)) > 0 {
			return roleBlanks
		}
		return r.listRole(n)
	case *ast.Blockquote:
		for _, s := range r.quote(n, r.linesOf(pc.span)) {
			if s.word != "" {
				return roleSaid
			}
		}
		if r.isAlert(r.linesOf(pc.span)) {
			return roleText
		}
		return roleQuote
	case *extast.Table:
		if len(r.gaps(pc.span)) > 0 {
			return roleBlanks
		}
		return roleMatch
	case *ast.Paragraph:
		if len(r.gaps(pc.span)) > 0 {
			return roleBlanks
		}
	}
	return roleText
}

// listRole tells what a list under a question holds.
func (b *body) listRole(list *ast.List) role {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
			continue
		}
		text := b.src[first.Lines().At(0).Start:first.Lines().At(0).Stop]
		if kind, _, _ := cutBox(strings.TrimSpace(text)); kind != noBox {
			return roleOptions
		}
		if _, _, ok := cutLabel(strings.TrimSpace(text), answerLabels()...); ok {
			return roleTyped
		}
	}
	if list.IsOrdered() {
		return roleOrder
	}
	return roleText
}

// onlyOtherwise reports whether a list gives nothing but the feedback for any
// wrong answer.
func (r *questionReader) onlyOtherwise(pc piece) bool {
	for _, it := range r.items(pc.node, r.linesOf(pc.span)) {
		if word, _, ok := cutLabel(it.text, answerLabels()...); !ok || word != "otherwise" {
			return false
		}
	}
	return true
}

package course

import (
	"io/fs"
	"strings"
)

// Unnamed is something whose id was made of words, because its author gave it
// none, and the place in its file where an id can be written.
type Unnamed struct {
	Kind  ItemKind
	ID    string // that it has now; written as a setting, it stays when the words change
	Why   string // why no id can be written there; empty: one can
	File  string
	Where IDPlace
	Line  int // lines and bytes count from 1, as in a finding
	Col   int
}

// IDPlace says how an id is written at the place of an Unnamed.
type IDPlace string

// The places where an id can be written.
const (
	IDInFront   IDPlace = "front"       // a line of the front matter, below Line
	IDNewFront  IDPlace = "new-front"   // front matter at the top of the file, which has none
	IDInComment IDPlace = "comment"     // in the settings that begin at Line and Col with "<!--"
	IDBelow     IDPlace = "new-comment" // a comment below Line
	IDAbove     IDPlace = "above"       // a comment above Line
)

// FindUnnamed loads a course as LoadChecked does, and lists what of it has an id that was made: pages
// in their order, and in each what stands in it from top to bottom. Forks and terms
// of a glossary have nowhere to write an id and are not among them.
func FindUnnamed(fsys fs.FS, name string) (*Course, []Unnamed, []Diag, error) {
	l, diags, err := loaded(fsys, name, placed)
	if err != nil {
		return nil, nil, diags, err
	}
	ids := l.idsByPlace()
	var list []Unnamed
	for _, p := range l.pages {
		if u, ok := p.unnamed(); ok {
			list = append(list, u)
		}
		for _, n := range p.parsed.Unnamed {
			if found := ids[n.at][n.kind]; len(found) > 0 {
				list = append(list, n.as(found))
			}
		}
	}
	return l.course, list, diags, nil
}

// unnamed is what in a body has an id that was made.
type unnamed struct {
	kind  ItemKind
	at    Pos // of what has the id
	where IDPlace
	line  int
	col   int
}

// noteUnnamed keeps where an id can be written under a heading.
func (b *body) noteUnnamed(p part) {
	if !b.doc.places || p.level == 0 || p.set.ID.Text != "" {
		return
	}
	kind, ok := map[blockKind]ItemKind{
		blockQuestion: ItemQuestion, blockTask: ItemTask, blockAsk: ItemAsk, blockExtra: ItemExtra, blockPool: ItemPool,
	}[p.kind]
	if !ok {
		return
	}
	n := unnamed{kind: kind, at: b.pos(p.head.start), where: IDBelow, line: b.pos(max(b.trimmed(p.head).end-1, p.head.start)).Line}
	if p.set.at != (span{}) {
		at := b.pos(p.set.at.start)
		n.where, n.line, n.col = IDInComment, at.Line, at.Col
	}
	b.out.Unnamed = append(b.out.Unnamed, n)
}

// noteUnnamed keeps where an id of the card that is read can be written.
func (r *cardReader) noteUnnamed() {
	if r.doc.places && strings.TrimSpace(r.id.ID.Text) == "" {
		at := r.pos(r.start)
		r.out.Unnamed = append(r.out.Unnamed, unnamed{kind: ItemCard, at: at, where: IDAbove, line: at.Line})
	}
}

// as is what is told of it, with the items that stand at its place.
func (n unnamed) as(found []Item) Unnamed {
	u := Unnamed{Kind: n.kind, ID: found[0].ID, File: n.at.File, Where: n.where, Line: n.line, Col: n.col}
	if len(found) > 1 {
		u.ID = baseOf(found)
	}
	switch {
	case u.ID == "":
		u.ID, u.Why = found[0].ID, "its cards have ids that one setting cannot give"
	case badID(u.ID):
		u.Why = "its id is longer than a setting may be, or holds a character that none may hold"
	}
	return u
}

// baseOf is the id that gives the cards of one text the ids that they have: the
// words in each gap are put behind it. Empty: there is none.
func baseOf(cards []Item) string {
	base := ""
	for _, c := range cards {
		b, ok := strings.CutSuffix(c.ID, "-"+Slug(c.back))
		if !ok || base != "" && b != base {
			return ""
		}
		base = b
	}
	return base
}

// unnamed is the page itself, if its id was made and something hangs on it: a
// lesson, or terms whose ids begin with it.
func (p *page) unnamed() (Unnamed, bool) {
	if p.front.ID.Text != "" || p.lesson == nil && !p.parsed.Terms {
		return Unnamed{}, false
	}
	u := Unnamed{Kind: ItemLesson, ID: p.doc.id, File: p.file, Where: IDNewFront, Line: 1}
	switch {
	case p.head == nil:
	case p.head.toml:
		u.Why = "its front matter is TOML, which is not read"
	default:
		u.Where = IDInFront
	}
	return u, true
}

// idsByPlace are the items of the course by where they stand and what they are.
func (l *loader) idsByPlace() map[Pos]map[ItemKind][]Item {
	ids := map[Pos]map[ItemKind][]Item{}
	for _, it := range l.course.Items() {
		if ids[it.Pos] == nil {
			ids[it.Pos] = map[ItemKind][]Item{}
		}
		ids[it.Pos][it.Kind] = append(ids[it.Pos][it.Kind], it)
	}
	return ids
}

package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// lesson reads the body of a lesson into blocks.
func (b *body) lesson() {
	parts := b.parts()
	first := true
	for _, p := range parts {
		if p.kind == blockText && b.out.Title == "" && (p.level == 1 || first && p.level > 0) {
			b.out.Title, b.out.TitlePos = p.title, b.pos(p.head.start)
		}
		first = first && p.level == 0
		if p.set.ID.Text != "" {
			b.ids.add(p.set.ID.Text)
		}
	}
	b.almostCards()
	w := &walk{body: b, parts: parts, under: "start"}
	b.out.Blocks = w.blocks(0)
}

// walk builds blocks from parts, from top to bottom.
type walk struct {
	*body
	parts []part
	next  int
	under string // id of the last text, after which unnamed blocks are called

	reader questionReader // of the question that is being read
}

// peek returns the next part, or nil.
func (w *walk) peek() *part {
	if w.next >= len(w.parts) {
		return nil
	}
	return &w.parts[w.next]
}

// blocks reads parts until a heading of the given level or higher; 0 reads all.
func (w *walk) blocks(level int) []Block {
	var out []Block
	for {
		p := w.peek()
		if p == nil || p.level > 0 && p.level <= level {
			return out
		}
		out = append(out, w.block(*p)...)
	}
}

// block reads the next part, and those that belong to it.
func (w *walk) block(p part) []Block {
	switch p.kind {
	case blockQuestion:
		if w.asksCode(&p) {
			return w.codeQuestion(p)
		}
		q, rest := w.question(p)
		return append(q, rest...)
	case blockTask:
		return w.task(p)
	case blockAsk:
		return w.ask(p)
	case blockWay:
		return []Block{w.ways(p)}
	case blockExtra:
		return w.within(p, w.extra)
	case blockPool:
		return w.within(p, w.pool)
	}
	return w.within(p, w.text)
}

// within puts what a heading holds into a Section if the heading has a rule.
func (w *walk) within(p part, read func(part) []Block) []Block {
	rule := w.rule(p.set)
	if rule == nil {
		return read(p)
	}
	s := &Section{When: rule, Pos: w.pos(p.head.start)}
	if p.kind == blockText {
		s.ID = w.id(p)
		p.set.ID = strictyaml.Scalar{}
	}
	s.Blocks = read(p)
	if p.kind == blockText {
		s.Blocks = append(s.Blocks, w.blocks(p.level)...)
	} else {
		s.ID = w.ids.take(w.doc.id + "/when-" + Slug(p.title))
	}
	return []Block{s}
}

// text reads lesson text under one heading, or before the first.
func (w *walk) text(p part) []Block {
	w.next++
	w.checkText(p)
	if p.level == 0 {
		md := w.markdown(p.whole())
		if md == "" || !w.shows(p.pieces) {
			return nil
		}
		return []Block{Text{ID: w.ids.take("start"), Markdown: md, Pos: w.pos(w.trimmed(p.whole()).start)}}
	}
	return []Block{w.textOf(p, w.markdown(p.whole()))}
}

func (w *walk) textOf(p part, markdown string) Text {
	t := Text{Title: p.title, Level: p.level, Markdown: markdown, Pos: w.pos(p.head.start)}
	if t.ID = strings.TrimSpace(p.set.ID.Text); t.ID == "" {
		name := Slug(p.title)
		if name == "" {
			name = "part"
		}
		t.ID = w.ids.take(name)
	}
	w.under = t.ID
	return t
}

// shows reports whether any of the pieces can be seen.
func (b *body) shows(pieces []piece) bool {
	for _, pc := range pieces {
		switch n := pc.node.(type) {
		case *ast.LinkReferenceDefinition, *extast.Footnote:
		case *ast.HTMLBlock:
			if n.HTMLBlockType != ast.HTMLBlockType2 {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// checkText looks for a heading that was meant to be a question: the first word
// is close to a known one, and settings or answers follow.
func (w *walk) checkText(p part) {
	if p.level > 0 && p.node == nil {
		return // there is a finding about it
	}
	near := mistyped(p.raw)
	if near == "" {
		w.strayBlank(p.pieces)
		w.checkMeant(p)
		w.checkDone(p)
		return
	}
	if p.level == 0 {
		w.strayFences(p.pieces)
		return
	}
	sign := p.set.at != span{}
	for _, pc := range p.pieces {
		switch n := pc.node.(type) {
		case *ast.List:
			sign = sign || w.listRole(n) != roleText || !pc.refused && w.almostAnswers(n, pc.span)
		case *ast.FencedCodeBlock:
			_, info, _ := w.fence(pc)
			sign = sign || taskFenceWord(info) == "check" || w.codeRole(pc) == "test"
		case *ast.HTMLBlock:
			sign = sign || n.HTMLBlockType == ast.HTMLBlockType2 && strings.Contains(w.src[pc.start:pc.end], "id:")
		}
	}
	if sign {
		w.withoutKeys(p.set)
		w.warn(codeUnknownBlock, p.name, "this heading is read as lesson text",
			didYouMean(capital(near)+":"))
		return
	}
	w.strayFences(p.pieces)
}

// withoutKeys takes back that settings hold keys which lesson text does not have:
// its heading is told to be no such text.
func (b *body) withoutKeys(set settings) {
	if set.at == (span{}) {
		return
	}
	from, to := b.pos(set.at.start).Line, b.pos(set.at.end).Line
	b.diags = slices.DeleteFunc(b.diags, func(d Diag) bool {
		return d.Code == strictyaml.UnknownKey && d.Pos.Line >= from && d.Pos.Line <= to
	})
}

// almostAnswers reports whether an item of a list was probably meant to begin
// with "Answer:".
func (w *walk) almostAnswers(list ast.Node, at span) bool {
	for _, it := range w.items(list, w.linesOf(at)) {
		if near, _ := almostLabel(it); near == "answer" {
			return true
		}
	}
	return false
}

// extra reads what is offered and never required.
func (w *walk) extra(p part) []Block {
	w.next++
	e := &Extra{ID: w.id(p), Title: p.raw, Pos: w.pos(p.head.start)}
	if p.raw == "" {
		w.warn(codeEmptyHeading, p.head, "this extra has no title", "write it after the colon")
	}
	if own := w.markdown(p.content()); own != "" {
		p.set.ID = strictyaml.Scalar{}
		if p.raw != "" {
			own = strings.Repeat("#", p.level) + " " + p.raw + "\n\n" + own
		}
		e.Blocks = append(e.Blocks, w.textOf(p, own))
	}
	e.Blocks = append(e.Blocks, w.blocks(p.level)...)
	if len(e.Blocks) == 0 {
		w.warn(codeEmptyPart, p.name, "this extra holds nothing", "write something under the heading")
	}
	return []Block{e}
}

// ways reads the explanations of one idea that follow each other.
func (w *walk) ways(first part) *Ways {
	ways := &Ways{Pos: w.pos(first.head.start)}
	if ways.ID = strings.TrimSpace(first.set.ID.Text); ways.ID == "" {
		ways.ID = w.ids.take(w.under + "-ways")
	}
	seen := map[string]bool{}
	for p := w.peek(); p != nil && p.kind == blockWay && (len(ways.List) == 0 || p.level >= first.level); p = w.peek() {
		way, name := w.way(*p)
		if seen[way.Key] {
			w.fail(codeRepeatedWay, name, "this way is explained twice in a row", "give each way its own key")
		}
		seen[way.Key] = true
		ways.List = append(ways.List, way)
	}
	if len(ways.List) == 1 {
		w.warn(codeSingleWay, first.name, "this is the only way to explain the idea, so there is nothing to choose",
			"add another way, or make it an ordinary heading")
	}
	return ways
}

// way reads one explanation with the deeper headings in it.
func (w *walk) way(p part) (Way, span) {
	at := p.name
	way := Way{Key: p.set.Way.Text, Title: p.raw, Pos: w.pos(p.head.start)}
	if way.Key == "" {
		way.Key = Slug(p.title)
	} else {
		at = w.scalarSpan(p.set, p.set.Way)
	}
	if way.Title == "" {
		way.Title = way.Key
	}
	if way.Key == "" {
		w.fail(codeEmptyHeading, p.head, "this way has neither a title nor a key", "write <!-- way: show --> under the heading")
	}
	way.keyPos, way.keyLen = w.pos(at.start), at.end-at.start
	w.absorbAll(&p)
	w.strayFences(p.pieces)
	way.Markdown = w.markdown(p.content())
	if way.Markdown == "" {
		w.warn(codeEmptyPart, p.name, "this way explains nothing", "write something under the heading")
	}
	return way, at
}

// absorb adds a plain subheading and what follows it to p.
func (w *walk) absorb(p, next *part) {
	p.pieces = append(p.pieces, piece{node: next.node, span: span{next.head.start, next.after}})
	p.pieces = append(p.pieces, next.pieces...)
	p.end = next.end
	w.next++
}

// absorbAll adds all plain subheadings that follow to p.
func (w *walk) absorbAll(p *part) {
	w.next++
	for next := w.peek(); next != nil && w.belongs(p, next); next = w.peek() {
		w.absorb(p, next)
	}
}

// belongs reports whether a part is a plain subheading of p.
func (w *walk) belongs(p, next *part) bool {
	return next.kind == blockText && next.level > p.level && next.set.When.Text == ""
}

// pool reads questions alike.
func (w *walk) pool(p part) []Block {
	w.next++
	pool := &Pool{ID: w.id(p), Title: p.raw, Pos: w.pos(p.head.start)}
	intro := []string{w.markdown(p.content())}
	var after []Block
	coded := false // a question was told that does not count here
	for next := w.peek(); next != nil && next.level > p.level; next = w.peek() {
		if next.kind == blockText && next.set.When.Text == "" {
			intro = append(intro, w.markdown(next.whole()))
			if len(pool.Questions) > 0 {
				w.warn(codeTextInPool, next.name, "text between the questions of a pool is shown before them",
					"move it above the first question, or behind the pool")
			}
			w.next++
			continue
		}
		for _, block := range w.block(*next) {
			if q, ok := block.(*Question); ok {
				pool.Questions = append(pool.Questions, q)
				continue
			}
			if t, ok := block.(*Task); ok && t.Code != nil {
				w.fail(codeNotAQuestion, next.name, "a question that is answered with code cannot stand in a pool", "move it behind the pool")
				coded = true
			} else if next.kind != blockQuestion {
				w.fail(codeNotAQuestion, next.name, "a pool holds questions only", "move this behind the pool")
			}
			after = append(after, block)
		}
	}
	pool.Intro = strings.TrimSpace(strings.Join(intro, "\n\n"))
	if len(pool.Questions) == 0 {
		if !coded {
			w.fail(codeEmptyPool, p.name, "this pool holds no question",
				"give the questions of the pool a deeper heading than the pool")
		}
		pool.Pick = 0
		return append([]Block{w.textOf(p, w.markdown(p.whole()))}, after...)
	}
	pool.Pick = w.poolPick(p.set, len(pool.Questions))
	return append([]Block{pool}, after...)
}

func (w *walk) poolPick(set settings, all int) int {
	switch set.Pick.Text {
	case "all":
		return all
	case "many":
		w.fail(codeValue, w.scalarSpan(set, set.Pick), "pick of a pool is a number", "write how many questions are asked")
		return 1
	}
	n := w.number(set, set.Pick, "pick", 1, 1000, 1)
	if n > all {
		w.warn(codePickTooMany, w.scalarSpan(set, set.Pick), fmt.Sprintf("the pool has %d of the %d questions to pick", all, n),
			"add questions, or pick fewer")
		return all
	}
	return n
}

// tail returns what stands behind the answers of a question as lesson text.
// Rules, comments and link definitions alone make no page.
func (w *walk) tail(p part, pieces []piece) []Block {
	for len(pieces) > 0 && pieces[0].node.Kind() == ast.KindThematicBreak {
		pieces = pieces[1:]
	}
	for len(pieces) > 0 {
		last := pieces[len(pieces)-1]
		if last.node.Kind() != ast.KindThematicBreak {
			break
		}
		pieces = pieces[:len(pieces)-1]
	}
	if !w.shows(pieces) {
		return nil
	}
	at := span{pieces[0].start, pieces[len(pieces)-1].end}
	name := Slug(p.title)
	if name == "" {
		name = string(p.kind)
	}
	return []Block{Text{ID: w.ids.take(name + "-after"), Markdown: w.markdown(at), Pos: w.pos(w.trimmed(at).start)}}
}

package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// questionReader reads one question, piece by piece.
type questionReader struct {
	*walk
	part
	roles []role
	form  role // of the answers; roleText when there are none
	last  int  // index of the last piece that belongs to the question

	accents, capitals bool // count in words

	q        *Question
	text     []span // of the question, between heading and answers
	options  []Option
	typed    Typed
	built    Form        // order, match or blanks
	reply    Reply       // feedback for the form as a whole
	answered bool        // the first answer was met
	attach   func(Reply) // adds feedback to the answer above; nil: there is none
	broken   bool        // something makes the question impossible to grade
}

// question reads a graded check. It returns the question, or its text when it
// cannot be graded, and the lesson text that stands behind the answers.
func (w *walk) question(p part) (question, rest []Block) {
	w.next++
	r := &w.reader // one at a time, and large
	*r = questionReader{walk: w, part: p}
	r.classify()
	for next := w.peek(); r.form == roleText && next != nil && w.belongs(&r.part, next); next = w.peek() {
		w.absorb(&r.part, next)
		r.classify()
	}
	r.nameless()
	r.q = &Question{ID: w.id(r.part), Pos: w.pos(p.head.start)}
	r.settings()
	if r.broken = r.checkSigns(); !r.broken {
		r.read()
		r.finish()
	}
	if r.form != roleText {
		w.strayFences(r.pieces)
	}
	if r.broken {
		return []Block{w.textOf(r.part, w.markdown(r.whole()))}, nil
	}
	for _, pc := range r.pieces[r.last+1:] {
		if at := r.trimmed(pc.span); pc.node.Kind() == ast.KindParagraph {
			r.unquotedSaid(r.trimmed(r.lineSpan(r.lineAt(at.start))))
		}
	}
	return []Block{r.q}, w.tail(p, r.pieces[r.last+1:])
}

// nameless gives a question whose heading says nothing the words of its first
// paragraph, to make an id of, and takes blanks out of a heading.
func (r *questionReader) nameless() {
	if r.form == roleBlanks && len(r.gaps(r.name)) > 0 {
		r.title = r.prompt("")
	}
	for i, pc := range r.pieces {
		if r.title != "" || i > r.last {
			return
		}
		if pc.node.Kind() == ast.KindParagraph && !pc.refused {
			r.title = r.plainText(pc.node)
		}
	}
}

// prompt returns the heading with its blanks shown as shown.
func (r *questionReader) prompt(shown string) string {
	s := r.headingIn(r.src)
	var out strings.Builder
	at := s.start
	for _, g := range r.gaps(s) {
		out.WriteString(r.src[at:g.start] + shown)
		at = g.end
	}
	return r.oneLine(out.String() + r.src[at:s.end])
}

// settings reads the settings that questions have.
func (r *questionReader) settings() {
	q, set := r.q, r.set
	q.Skills = set.Skills
	q.When = r.rule(set)
	q.Tries = r.number(set, set.Tries, "tries", 1, 99, max(r.def.Tries, 1))
	q.Minutes = r.number(set, set.Minutes, "minutes", 0, 600, 0)
	q.Typos = TypoPolicy(r.oneOf(set, set.Typos, "typos", string(orDefault(r.def.Typos, TyposPointOut)),
		string(TyposAccept), string(TyposPointOut), string(TyposOff)))
	q.HintsMode = HintsMode(r.oneOf(set, set.Hints, "hints", string(orDefault(r.def.Hints, HintsOnRequest)),
		string(HintsOnRequest), string(HintsAfterWrong)))
	q.Confidence = confidenceOf(set.Confidence, r.def.Confidence)
	q.Level = Level(r.oneOf(set, set.Level, "level", string(LevelNormal), string(LevelEasy), string(LevelNormal), string(LevelHard)))
	q.Guess, q.Slip = r.chances(set)
	q.Shuffle = set.Shuffle == nil || *set.Shuffle
	r.oneOf(set, set.Pick, "pick", "", "one", "many")
	for _, s := range set.Exact {
		switch r.oneOf(set, s, "exact", "", "accents", "case") {
		case "accents":
			r.accents = true
		case "case":
			r.capitals = true
		}
	}
}

func orDefault[T ~string](v, fallback T) T {
	if v == "" {
		return fallback
	}
	return v
}

// read goes through the pieces up to the last one that belongs to the question.
func (r *questionReader) read() {
	var gapped []piece
	for i, pc := range r.pieces[:r.last+1] {
		kind := r.roles[i]
		switch {
		case kind == roleSaid:
			r.readSaid(pc)
		case kind == roleQuote && r.attach != nil:
			r.readFeedback(pc)
		case kind == roleBlanks && r.form == roleBlanks:
			gapped = append(gapped, pc)
			r.answered, r.attach = true, r.reply.add
		case r.form == roleBlanks && r.gapsFollow(i) && len(gapped) > 0:
			gapped = append(gapped, pc) // text between two texts with gaps
		case kind == r.form && kind != roleText:
			r.readAnswers(pc)
		case kind == roleOtherwise && r.form != roleOptions:
			r.readTyped(pc)
		case r.answers(kind):
			r.failForms(r.trimmed(pc.span), kind)
		default:
			r.addText(pc, i)
		}
	}
	if r.form == roleBlanks && !r.broken {
		r.readBlanks(gapped)
	}
}

// failForms reports answers that do not go with those of the question.
func (r *questionReader) failForms(at span, kind role) {
	r.fail(codeSeveralForms, at, fmt.Sprintf("this question has %s and %s", r.form.name(), kind.name()),
		"split it into two questions")
	r.broken = true
}

// gapsFollow reports whether a text with gaps comes after piece i.
func (r *questionReader) gapsFollow(i int) bool {
	for _, kind := range r.roles[i+1:] {
		if kind == roleBlanks {
			return true
		}
	}
	return false
}

// addText adds a piece to the question's text.
func (r *questionReader) addText(pc piece, i int) {
	r.checkStray(pc)
	if at, ok := r.gluedBox(pc.span); ok && pc.node.Kind() == ast.KindParagraph {
		r.fail(codeGluedBox, at, "a space is missing between the dash and the box", `write "- [x] answer"`)
		r.broken = true
		return
	}
	if !r.shows([]piece{pc}) || r.answered && pc.node.Kind() == ast.KindThematicBreak {
		return
	}
	if at := r.trimmed(pc.span); pc.node.Kind() == ast.KindParagraph && r.unquotedSaid(r.trimmed(r.lineSpan(r.lineAt(at.start)))) {
		r.text = append(r.text, pc.span)
		return
	}
	if r.answered && r.roles[i] == roleQuote {
		r.warn(codeStrayQuote, r.trimmed(pc.span), "this quote belongs to no answer",
			"indent it under an answer, or begin it with Hint: or Why:")
	} else if r.answered {
		r.warn(codeTextAfterAnswers, r.trimmed(pc.span), "this text is shown above the answers",
			"move it between the heading and the first answer")
	}
	r.text = append(r.text, pc.span)
}

// checkStray reports settings that do not stand under the heading.
func (r *questionReader) checkStray(pc piece) {
	html, ok := pc.node.(*ast.HTMLBlock)
	if !ok || html.HTMLBlockType != ast.HTMLBlockType2 {
		return
	}
	at := r.trimmed(pc.span)
	text, closed := strings.CutSuffix(strings.TrimPrefix(r.src[at.start:at.end], "<!--"), "-->")
	if closed && isSettings(blockText, text) {
		r.warn(codeStraySettings, at, "settings count only right under the heading", "move this under the heading")
	}
}

// readSaid reads hints and the why, and feedback in the same quote.
func (r *questionReader) readSaid(pc piece) {
	ls := r.linesOf(pc.span)
	for _, s := range r.quote(pc.node, ls) {
		if s.word == "" {
			if r.attach != nil {
				r.attach(r.walk.reply(s))
			} else {
				r.text = append(r.text, span{s.lines[0].start, s.lines[len(s.lines)-1].end})
			}
			continue
		}
		r.addSaid(s, &r.q.Hints, &r.q.Why)
	}
	r.attach = nil // what follows a hint belongs to no answer
}

// addSaid adds one hint or the why of a question or task.
func (b *body) addSaid(s said, hints *[]string, why *string) {
	text := b.linesMarkdown(s.lines)
	if text == "" {
		b.warn(codeEmptyHint, b.trimmed(s.at), "nothing is said here", "write it behind the colon")
		return
	}
	if s.word == "hint" {
		*hints = append(*hints, text)
		return
	}
	if *why != "" {
		*why += "\n\n"
	}
	*why += text
}

// readFeedback reads a quote behind the answers that is not indented.
func (r *questionReader) readFeedback(pc piece) {
	for _, s := range r.quote(pc.node, r.linesOf(pc.span)) {
		r.attach(r.walk.reply(s))
	}
	if at, near := r.almostSaid(pc); near != "" {
		r.failSaid(at, near)
		return
	}
	if r.form == roleOptions || r.form == roleTyped {
		r.warn(codeNotIndented, r.trimmed(pc.span), "this feedback is not indented; it is read as feedback for the answer above",
			"put two spaces in front of the quote")
	}
}

// readAnswers reads a piece that holds answers of the question's form.
func (r *questionReader) readAnswers(pc piece) {
	switch r.form {
	case roleOptions:
		r.readOptions(pc)
	case roleTyped:
		r.readTyped(pc)
	case roleOrder:
		r.readOrder(pc)
	case roleMatch:
		r.readMatch(pc)
	}
}

// finish puts the question together.
func (r *questionReader) finish() {
	q := r.q
	q.Form = r.finishForm()
	q.Body = r.joined(r.text)
	q.Prompt = r.raw
	if r.form == roleBlanks {
		q.Prompt = r.prompt("…")
	}
	if q.Prompt == "" && !r.broken {
		r.promptFromText()
	}
	if !r.broken {
		q.Rev = questionRev(q)
	}
}

// joined returns ranges of the source as one Markdown text.
func (b *body) joined(spans []span) string {
	var out []string
	for i := 0; i < len(spans); i++ {
		s := spans[i]
		for i+1 < len(spans) && spans[i+1].start == s.end {
			i++
			s.end = spans[i].end
		}
		if md := b.markdown(s); md != "" {
			out = append(out, md)
		}
	}
	return strings.Join(out, "\n\n")
}

// promptFromText takes the first paragraph as the prompt of a question whose
// heading says nothing but "Question:". A text with blanks asks by itself.
func (r *questionReader) promptFromText() {
	for _, pc := range r.pieces {
		if pc.node.Kind() == ast.KindParagraph && len(r.text) > 0 && pc.span == r.text[0] {
			r.q.Prompt = r.oneLine(r.markdown(pc.span))
			r.q.Body = r.joined(r.text[1:])
			return
		}
	}
	if r.form != roleBlanks {
		r.fail(codeEmptyHeading, r.head, "this question asks nothing", "write the question behind the colon")
		r.broken = true
	}
}

// finishForm returns the form, or nil with a finding that says why not.
func (r *questionReader) finishForm() Form {
	var form Form
	switch r.form {
	case roleOptions:
		form = r.finishOptions()
	case roleTyped:
		form = r.finishTyped()
	case roleOrder, roleMatch, roleBlanks:
		form = r.built
	default:
		r.reportNoAnswers()
	}
	switch f := form.(type) {
	case *Order:
		f.Reply = r.reply
	case *Match:
		f.Reply = r.reply
	case *Blanks:
		f.Reply = r.reply
	}
	if r.broken {
		return nil
	}
	return form
}

package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// answerLabels are the words that begin the items of a typed answer.
func answerLabels() []string { return []string{"answer", "also", "close", "not", "otherwise"} }

// readOptions reads a list with check boxes.
func (r *questionReader) readOptions(pc piece) {
	for _, it := range r.items(pc.node, r.linesOf(pc.span)) {
		if _, _, typed := cutLabel(it.text, answerLabels()...); it.box == noBox && typed {
			r.failForms(it.at, roleTyped)
			continue
		}
		if it.box == noBox {
			r.fail(codeNoBox, it.at, "this answer has no check box", `begin it with "- [ ]", or "- [x]" if it is right`)
			r.broken = true
			continue
		}
		if it.odd {
			r.warn(codeOddBox, it.at, "other programs do not show this as a check box", `write "- [ ] " or "- [x] "`)
		}
		r.checkGlued(it)
		deep := r.cutDeep(&it)
		r.reportLazy(it)
		if it = r.codeOption(it); it.text == "" {
			continue
		}
		r.options = append(r.options, Option{
			Text: it.text, Right: it.box == checkedBox, DontKnow: isDontKnow(it.text), Pos: r.pos(it.at.start),
		})
		i := len(r.options) - 1
		option := &r.options[i]
		if option.DontKnow && option.Right {
			r.fail(codeDontKnowRight, it.at, `"I don't know" cannot be the right answer`, "mark the right answer instead")
			r.broken = true
		}
		deep.add(r.itemReply(it))
		option.Reply = deep
		r.answered, r.attach = true, func(more Reply) { r.options[i].Reply.add(more) }
	}
}

// codeOption sees to answers with code blocks: an answer is one line, so a block
// of one line becomes a code span, and a longer one is refused.
func (r *questionReader) codeOption(it listItem) listItem {
	var code *child
	if len(it.kids) > 0 {
		switch it.kids[0].node.Kind() {
		case ast.KindFencedCodeBlock, ast.KindCodeBlock:
			code = &it.kids[0]
		}
	}
	switch {
	case code == nil && it.text == "":
		r.fail(codeEmptyAnswer, it.at, "this answer says nothing", "write the answer behind the box")
		r.broken = true
	case code == nil:
	case it.text == "" && code.node.Lines().Len() == 1 && !strings.Contains(r.nodeText(code.node), "`"):
		it.text = r.oneLine("`" + strings.TrimSpace(r.nodeText(code.node)) + "`")
		it.kids = it.kids[1:]
	default:
		r.fail(codeNotOneLine, it.at, "an answer is one line, and a code block does not fit in it",
			"show the code above the answers and name it in them, or put it in a quote as feedback")
		r.broken, it.text = true, ""
	}
	return it
}

// checkGlued finds a box without a space in the text of an item: the parser
// takes the line for a continuation of the answer above it.
func (r *questionReader) checkGlued(it listItem) {
	if len(it.lines) < 2 || len(it.kids) > 0 && it.kids[0].lines == nil {
		return
	}
	if at, ok := r.gluedBox(span{it.lines[1].start, it.lines[len(it.lines)-1].end}); ok {
		r.fail(codeGluedBox, at, "a space is missing between the dash and the box", `write "- [x] answer"`)
		r.broken = true
	}
}

// itemReply reads what stands indented under an answer.
func (r *questionReader) itemReply(it listItem) Reply {
	var reply Reply
	for _, kid := range it.kids {
		if len(kid.lines) == 0 {
			continue
		}
		at := kid.lines[0].span
		if kid.node.Kind() != ast.KindBlockquote {
			if kid.node.Kind() == ast.KindHTMLBlock {
				continue
			}
			r.warn(codeNotQuoted, r.trimmed(at), notQuoted,
				`begin feedback with ">"`)
			reply.add(Reply{Text: r.linesMarkdown(kid.lines), Pos: r.pos(r.trimmed(at).start)})
			continue
		}
		for _, s := range r.quote(kid.node, kid.lines) {
			if s.word == "" {
				reply.add(r.walk.reply(s))
				continue
			}
			r.warn(codeHintInAnswer, r.trimmed(s.at), "this is indented under one answer, but belongs to the whole question",
				"begin the line without spaces")
			r.addSaid(s, &r.q.Hints, &r.q.Why)
		}
	}
	return reply
}

// finishOptions checks the options against each other.
func (r *questionReader) finishOptions() Form {
	f := &Options{List: r.options}
	rights := 0
	seen := map[string]*Option{}
	for i := range f.List {
		o := &f.List[i]
		if o.Right {
			rights++
		}
		key := strings.Join(strings.Fields(o.Text), " ")
		folded := "right:" + strings.ToLower(key)
		if first := seen[key]; first != nil {
			r.repeated(codeRepeatedOption, o.Pos, o.Text, first.Pos)
		} else if first := seen[folded]; first != nil && o.Right {
			r.repeated(codeRepeatedOption, o.Pos, o.Text, first.Pos)
		}
		seen[key] = o
		if o.Right {
			seen[folded] = o
		}
		if r.set.Shuffle == nil && namesOthers(o.Text) {
			r.q.Shuffle = false
		}
	}
	switch {
	case r.broken || len(f.List) == 0:
		r.broken = true
		return nil
	case rights == 0:
		r.failAt(codeNothingMarked, f.List[0].Pos, "no answer of this question is marked as right", `write "- [x]" before the right one`)
		r.broken = true
	case len(f.List) > maxEntries:
		r.tooMany(len(f.List), "answers")
	case len(f.List) == 1:
		r.warnAt(codeSingleOption, f.List[0].Pos, "there is only one answer to choose", "add wrong answers that a learner may believe in")
	}
	f.Many = rights > 1 || r.set.Pick.Text == "many"
	if rights > 1 && r.set.Pick.Text == "one" {
		r.fail(codePickOne, r.scalarSpan(r.set, r.set.Pick), "pick is one, but several answers are marked as right",
			"mark one answer, or leave pick out")
		r.broken = true
	}
	return f
}

// repeated reports two answers that a learner could not tell apart.
func (r *questionReader) repeated(code string, at Pos, text string, first Pos) {
	r.failAt(code, at, fmt.Sprintf("%s stands here twice", named(text)), fmt.Sprintf("the first is on line %d", first.Line))
	r.broken = true
}

func (r *questionReader) tooMany(n int, what string) {
	r.fail(codeTooManyAnswers, r.name, fmt.Sprintf("%d %s are more than anybody can look through", n, what),
		fmt.Sprintf("at most %d are allowed", maxEntries))
	r.broken = true
}

// failAt reports an error about the rest of the line from a place on.
func (b *body) failAt(code string, at Pos, msg, hint string) {
	b.fail(code, b.restOfLine(at), msg, hint)
}

func (b *body) warnAt(code string, at Pos, msg, hint string) {
	b.warn(code, b.restOfLine(at), msg, hint)
}

func (b *body) restOfLine(at Pos) span {
	i := min(max(at.Line-b.line0-1, 0), len(b.starts)-1)
	line := b.lineSpan(i)
	return b.trimmed(span{min(line.start+max(at.Col-1, 0), line.end), line.end})
}

// readTyped reads a list of stated answers.
func (r *questionReader) readTyped(pc piece) {
	for _, it := range r.items(pc.node, r.linesOf(pc.span)) {
		second := r.cutDeep(&it)
		second.add(r.cutSecondLine(&it))
		word, rest, ok := cutLabel(it.raw, answerLabels()...)
		if !ok {
			r.reportLabel(it)
			r.broken = true
			continue
		}
		reply := second
		reply.add(r.itemReply(it))
		if word == "otherwise" {
			r.readOtherwise(it, rest, reply)
			continue
		}
		at := span{max(it.at.end-len(rest), it.at.start), it.at.end}
		if i := strings.LastIndex(r.src[it.at.start:it.at.end], rest); i >= 0 {
			at = span{it.at.start + i, it.at.start + i + len(rest)}
		}
		rest = withoutSilent(rest)
		if hasControl(rest) {
			r.fail(codeHiddenAnswer, at, "this answer holds a character that cannot be seen or typed", "type the answer anew")
			r.broken = true
			continue
		}
		accepts, diags := parseAccepts(rest, word != "answer", r.pos(at.start))
		r.takeDiags(diags)
		for i := range accepts {
			accepts[i].Reply = reply
		}
		list := &r.typed.Answers
		switch word {
		case "close":
			list = &r.typed.Close
		case "not":
			list = &r.typed.Not
		}
		first := len(*list)
		*list = append(*list, accepts...)
		r.answered = true
		r.attach = func(more Reply) {
			for i := range accepts {
				(*list)[first+i].Reply.add(more)
			}
		}
		if word == "answer" && first > 0 {
			r.warn(codeSecondAnswer, it.at, "the first answer is the one shown; this one is only accepted", `write "Also:"`)
		}
	}
}

// takeDiags adopts what reading an answer found. An error leaves nothing to
// grade.
func (r *questionReader) takeDiags(diags []Diag) {
	for _, d := range diags {
		r.broken = r.broken || d.Severity == Error
	}
	r.adopt(diags)
}

func (r *questionReader) reportLabel(it listItem) {
	word, _, _ := strings.Cut(it.text, ":")
	hint := "the words are Answer, Also, Close, Not and Otherwise, each with a colon"
	if near := nearestName(strings.Trim(word, "*_ "), answerLabels()); near != "" {
		hint = didYouMean(capital(near) + ":")
	}
	r.fail(codeUnknownAnswer, it.at, "this line is no kind of answer", hint)
}

func (r *questionReader) readOtherwise(it listItem, text string, reply Reply) {
	otherwise := &r.typed.Otherwise
	if r.form != roleTyped {
		otherwise = &r.reply
	}
	if *otherwise != (Reply{}) {
		r.warn(codeSecondOtherwise, it.at, "there is more than one Otherwise; all are shown", "keep one of them")
	}
	otherwise.add(Reply{Text: r.oneLine(text), Pos: r.pos(it.at.start)})
	otherwise.add(reply)
	r.answered, r.attach = true, otherwise.add
}

func (r *questionReader) finishTyped() Form {
	f := new(Typed) // of its own: a pointer into the reader would keep the whole reader
	*f = r.typed
	if len(f.Answers) == 0 && !r.broken {
		r.fail(codeNothingMarked, r.name, "this question has no right answer", `add "- Answer: …"`)
		r.broken = true
	}
	if n := len(f.Answers) + len(f.Close) + len(f.Not); n > maxEntries {
		r.tooMany(n, "stated answers")
	}
	f.ExactAccents, f.ExactCase = r.accents, r.capitals
	return f
}

// readOrder reads a numbered list.
func (r *questionReader) readOrder(pc piece) {
	f, ok := r.built.(*Order)
	if !ok {
		f = &Order{}
	}
	seen := map[string]bool{}
	for _, it := range r.items(pc.node, r.linesOf(pc.span)) {
		reply := r.itemReply(it)
		r.reply.add(reply)
		switch {
		case it.text == "":
			r.fail(codeEmptyAnswer, it.at, "this step says nothing", "write the step behind its number")
			r.broken = true
		case seen[it.text]:
			r.fail(codeRepeatedItem, it.at, fmt.Sprintf("%s stands here twice", named(it.text)), "a learner cannot tell the two apart")
			r.broken = true
		}
		seen[it.text] = true
		f.Items = append(f.Items, it.text)
	}
	r.built, r.answered, r.attach = f, true, r.reply.add
	if len(f.Items) < 2 {
		r.fail(codeTooFew, r.trimmed(pc.span), "there is nothing to put in order", "write at least two steps")
		r.broken = true
	}
	if len(f.Items) > maxEntries {
		r.tooMany(len(f.Items), "steps")
	}
}

// readMatch reads a table of two columns.
func (r *questionReader) readMatch(pc piece) {
	f := &Match{}
	r.answered, r.attach = true, r.reply.add
	if old, ok := r.built.(*Match); ok {
		r.fail(codeSeveralForms, r.trimmed(pc.span), "this question has two tables to match", "split it into two questions")
		r.broken, f = true, old
	}
	seen := map[string]bool{}
	for row := pc.node.FirstChild(); row != nil; row = row.NextSibling() {
		at := r.rowSpan(row)
		cells := splitRow(r.src[at.start:at.end])
		if len(cells) != 2 {
			r.fail(codeTableColumns, at, fmt.Sprintf("a table to match has two columns, this row has %d", len(cells)),
				"write what belongs together on the two sides of one |")
			r.broken = true
			if row.Kind() == extast.KindTableHeader {
				return
			}
			continue
		}
		left, right := r.oneLine(cells[0]), r.oneLine(cells[1])
		if row.Kind() == extast.KindTableHeader {
			f.LeftTitle, f.RightTitle = left, right
			continue
		}
		switch {
		case left == "" || right == "":
			r.fail(codeEmptyAnswer, at, "one side of this pair is empty", "fill in both sides")
			r.broken = true
		case seen[left]:
			r.fail(codeRepeatedItem, at, fmt.Sprintf("%s stands here twice", named(left)), "a learner cannot tell the two apart")
			r.broken = true
		}
		seen[left] = true
		f.Pairs = append(f.Pairs, Pair{left, right})
	}
	r.built = f
	switch {
	case len(f.Pairs) < 2 && !r.broken:
		r.fail(codeTooFew, r.trimmed(pc.span), "there is nothing to match", "write at least two pairs")
		r.broken = true
	case len(f.Pairs) > maxEntries:
		r.tooMany(len(f.Pairs), "pairs")
	}
}

func (b *body) rowSpan(row ast.Node) span {
	line := b.lineSpan(b.lineAt(max(row.Pos(), 0)))
	return b.trimmed(line)
}

// splitRow cuts a row of a table at its bars; `\|` is a bar in the text.
func splitRow(row string) []string {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	if strings.HasSuffix(row, "|") && !strings.HasSuffix(row, `\|`) {
		row = row[:len(row)-1]
	}
	var cells []string
	start := 0
	for i := 0; i < len(row); i++ {
		if row[i] == '|' && (i == 0 || row[i-1] != '\\') {
			cells = append(cells, row[start:i])
			start = i + 1
		}
	}
	cells = append(cells, row[start:])
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(strings.TrimSpace(c), `\|`, "|")
	}
	return cells
}

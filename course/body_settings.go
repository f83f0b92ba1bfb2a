package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// settings is what a comment such as `<!-- id: stage-1, skill: staging -->`
// under a heading says. Which of them a heading takes depends on its kind.
type settings struct {
	ID         strictyaml.Scalar
	Skills     []string
	When       strictyaml.Scalar
	Way        strictyaml.Scalar
	Pick       strictyaml.Scalar
	Tries      strictyaml.Scalar
	Minutes    strictyaml.Scalar
	Typos      strictyaml.Scalar
	Hints      strictyaml.Scalar
	Level      strictyaml.Scalar
	Guess      strictyaml.Scalar
	Slip       strictyaml.Scalar
	After      strictyaml.Scalar
	Files      strictyaml.Scalar
	Folder     strictyaml.Scalar
	Exact      []strictyaml.Scalar
	Shuffle    *bool
	Confidence *bool
	Compare    bool

	at span // the comment; empty when there is none
}

// The settings of each kind, as an author writes them.
type (
	textSettings struct {
		ID   strictyaml.Scalar `yaml:"id"`
		When strictyaml.Scalar `yaml:"when,raw"`
	}
	questionSettings struct {
		ID         strictyaml.Scalar   `yaml:"id"`
		Skill      []string            `yaml:"skill"`
		Skills     []string            `yaml:"skills"`
		Tries      strictyaml.Scalar   `yaml:"tries"`
		Pick       strictyaml.Scalar   `yaml:"pick"`
		Shuffle    *bool               `yaml:"shuffle"`
		Hints      strictyaml.Scalar   `yaml:"hints"`
		Typos      strictyaml.Scalar   `yaml:"typos"`
		Confidence *bool               `yaml:"confidence"`
		Exact      []strictyaml.Scalar `yaml:"exact"`
		Level      strictyaml.Scalar   `yaml:"level"`
		Guess      strictyaml.Scalar   `yaml:"guess"`
		Slip       strictyaml.Scalar   `yaml:"slip"`
		Minutes    strictyaml.Scalar   `yaml:"minutes"`
		When       strictyaml.Scalar   `yaml:"when,raw"`
	}
	taskSettings struct {
		ID      strictyaml.Scalar `yaml:"id"`
		Skill   []string          `yaml:"skill"`
		Skills  []string          `yaml:"skills"`
		Minutes strictyaml.Scalar `yaml:"minutes"`
		Files   strictyaml.Scalar `yaml:"files"`
		Folder  strictyaml.Scalar `yaml:"folder"`
		When    strictyaml.Scalar `yaml:"when,raw"`
	}
	askSettings struct {
		ID      strictyaml.Scalar `yaml:"id"`
		Pick    strictyaml.Scalar `yaml:"pick"`
		Compare bool              `yaml:"compare"`
		When    strictyaml.Scalar `yaml:"when,raw"`
	}
	waySettings struct {
		ID  strictyaml.Scalar `yaml:"id"`
		Way strictyaml.Scalar `yaml:"way"`
	}
	poolSettings struct {
		ID   strictyaml.Scalar `yaml:"id"`
		Pick strictyaml.Scalar `yaml:"pick"`
		When strictyaml.Scalar `yaml:"when,raw"`
	}
	cardSettings struct {
		ID     strictyaml.Scalar `yaml:"id"`
		After  strictyaml.Scalar `yaml:"after"`
		Skill  []string          `yaml:"skill"`
		Skills []string          `yaml:"skills"`
	}
)

// blockCard stands for the comments of a file of cards.
const blockCard blockKind = "card"

// settingNames lists every setting of every kind.
func settingNames() []string {
	return []string{"id", "skill", "skills", "tries", "pick", "shuffle", "hints", "typos", "confidence",
		"exact", "level", "guess", "slip", "minutes", "when", "compare", "way", "after", "files", "folder"}
}

func nearestName(want string, have []string) string { return nearest.Name(want, have) }

// takeSettings reads a piece that stands right under a heading. It reports
// whether the piece is a comment, which is no part of the text.
func (b *body) takeSettings(p *part, pc piece) bool {
	html, ok := pc.node.(*ast.HTMLBlock)
	if !ok {
		b.almostComment(p, pc)
	}
	if !ok || html.HTMLBlockType != ast.HTMLBlockType2 {
		return false
	}
	at, took := b.trimmed(pc.span), false
	for at.start < at.end && strings.HasPrefix(b.src[at.start:at.end], "<!--") {
		end := strings.Index(b.src[at.start:at.end], "-->")
		first := b.lineSpan(b.lineAt(at.start)).end
		if end < 0 {
			b.firstLine(p, span{at.start, min(first, at.end)})
			return took
		}
		comment := span{at.start, at.start + end + len("-->")}
		if comment.end > first && b.takesAnswers(comment) && b.firstLine(p, span{at.start, first}) {
			b.fail(codeOpenComment, span{at.start, first}, fmt.Sprintf("this comment is not closed; it goes on to line %d and hides what stands there", b.pos(comment.end-1).Line),
				`close it with "-->"`)
			b.openAt, took = at.start, true
		} else if set, ok := b.comment(p.kind, comment); ok {
			p.set.merge(b, set)
			took = true
		} else if p.kind == blockText {
			return took // an ordinary comment stays where it is
		} else {
			b.almostSettings(p, comment)
		}
		p.after, p.end = comment.end, pc.end
		at = b.trimmed(span{comment.end, at.end})
	}
	if at.start < at.end {
		// Text on the line of the comment is not lost.
		p.pieces = append(p.pieces, piece{node: pc.node, span: span{at.start, pc.end}})
		return true
	}
	p.after = pc.end
	return took || p.kind != blockText
}

// comment reads one comment as settings. It reports false if the comment is
// about something else, such as a note to oneself.
func (b *body) comment(kind blockKind, at span) (settings, bool) {
	in := span{at.start + len("<!--"), at.end - len("-->")}
	if in.end < in.start || !isSettings(kind, b.src[in.start:in.end]) {
		return settings{}, false
	}
	set := settings{at: at}
	switch kind {
	case blockQuestion:
		var s questionSettings
		b.decodeSettings(in, &s)
		set.ID, set.Skills, set.Tries, set.Pick, set.Shuffle = s.ID, slices.Concat(s.Skill, s.Skills), s.Tries, s.Pick, s.Shuffle
		set.Hints, set.Typos, set.Confidence, set.Exact = s.Hints, s.Typos, s.Confidence, s.Exact
		set.Level, set.Guess, set.Slip = s.Level, s.Guess, s.Slip
		set.Minutes, set.When = s.Minutes, s.When
	case blockTask:
		var s taskSettings
		b.decodeSettings(in, &s)
		set.ID, set.Skills, set.Minutes, set.When = s.ID, slices.Concat(s.Skill, s.Skills), s.Minutes, s.When
		set.Files, set.Folder = s.Files, s.Folder
	case blockAsk:
		var s askSettings
		b.decodeSettings(in, &s)
		set.ID, set.Pick, set.Compare, set.When = s.ID, s.Pick, s.Compare, s.When
	case blockWay:
		var s waySettings
		b.decodeSettings(in, &s)
		set.ID, set.Way = s.ID, s.Way
	case blockPool:
		var s poolSettings
		b.decodeSettings(in, &s)
		set.ID, set.Pick, set.When = s.ID, s.Pick, s.When
	case blockCard:
		var s cardSettings
		b.decodeSettings(in, &s)
		set.ID, set.After, set.Skills = s.ID, s.After, slices.Concat(s.Skill, s.Skills)
	default: // text and extras
		var s textSettings
		b.decodeSettings(in, &s)
		set.ID, set.When = s.ID, s.When
	}
	return set, true
}

// firstLine takes the settings on the first line of a comment that is not closed
// there.
func (b *body) firstLine(p *part, line span) bool {
	in := span{line.start + len("<!--"), line.end}
	in.end = in.start + len(strings.TrimRight(b.src[in.start:max(in.start, in.end)], "-> "))
	if !isSettings(p.kind, b.src[in.start:in.end]) {
		return false
	}
	if set, ok := b.comment(p.kind, span{line.start, in.end + len("-->")}); ok {
		p.set.merge(b, set)
	}
	return true
}

// takesAnswers reports a comment that goes on over what stands in no settings:
// answers, a heading, or another comment.
func (b *body) takesAnswers(at span) bool {
	for i, line := range strings.Split(b.src[at.start:at.end], "\n") {
		line = strings.TrimSpace(line)
		if i > 0 && (strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "#") || strings.HasPrefix(line, ">") || strings.HasPrefix(line, "<!--")) {
			return true
		}
	}
	return false
}

// merge adds the settings of a second comment under the same heading.
func (s *settings) merge(b *body, t settings) {
	if s.at == (span{}) {
		*s = t
		return
	}
	for _, f := range []struct{ end, start *strictyaml.Scalar }{
		{&s.ID, &t.ID}, {&s.When, &t.When}, {&s.Way, &t.Way}, {&s.Pick, &t.Pick}, {&s.Tries, &t.Tries},
		{&s.Minutes, &t.Minutes}, {&s.Typos, &t.Typos}, {&s.Hints, &t.Hints}, {&s.After, &t.After},
		{&s.Level, &t.Level}, {&s.Guess, &t.Guess}, {&s.Slip, &t.Slip}, {&s.Files, &t.Files}, {&s.Folder, &t.Folder},
	} {
		if f.start.Text == "" {
			continue
		}
		if f.end.Text != "" {
			b.fail(strictyaml.RepeatedKey, t.at, "a setting is given twice under one heading", "keep one of them")
		}
		*f.end = *f.start
	}
	s.Skills = append(s.Skills, t.Skills...)
	s.Exact = append(s.Exact, t.Exact...)
	if t.Shuffle != nil {
		s.Shuffle = t.Shuffle
	}
	if t.Confidence != nil {
		s.Confidence = t.Confidence
	}
	s.Compare = s.Compare || t.Compare
}

// isSettings tells settings from other comments by their first word. Under a
// heading of lesson text only a known setting counts; under a question and its
// like any lower-case word with a colon does, so that a misspelt one is found.
func isSettings(kind blockKind, text string) bool {
	text = strings.TrimSpace(text)
	n := 0
	for n < len(text) && (text[n] == '-' || text[n] == '_' || isLetter(text[n])) {
		n++
	}
	rest := strings.TrimLeft(text[n:], " ")
	if n == 0 || !strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "::") {
		return false
	}
	if value := rest[1:]; value != "" && !isSpace(value[0]) && value[0] != '"' {
		return false // such as style:color or a web address
	}
	word := text[:n]
	if slices.Contains(settingNames(), strings.ToLower(word)) {
		return true
	}
	switch strings.ToLower(word) {
	case "todo", "fixme", "note", "notes", "xxx", "hack", "comment", "author", "source", "see":
		return false
	}
	if kind == blockText || kind == blockCard {
		return nearestName(word, []string{"when", "after"}) != "" && len(word) > 2
	}
	return word == strings.ToLower(word) || nearestName(word, settingNames()) != ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// decodeSettings reads the inside of a comment. One setting on each line, as in
// a YAML file, is as good as commas between them.
func (b *body) decodeSettings(in span, dst any) {
	lines := strings.Split(b.src[in.start:in.end], "\n")
	for i := range lines[:len(lines)-1] {
		line := strings.TrimRight(lines[i], " \t")
		next := strings.TrimSpace(lines[i+1])
		if strings.TrimSpace(line) != "" && next != "" && !strings.ContainsAny(line[len(line)-1:], ",{[:") {
			lines[i] = line + ","
		}
	}
	for _, p := range cleanYAML().DecodeFlow([]byte(strings.Join(lines, "\n")), dst) {
		at := b.inside(in.start, p.Line, p.Col)
		if p.Code == strictyaml.RepeatedKey {
			p.Hint = "keep one of them" // its line counts from the comment
		}
		if p.Code == strictyaml.Syntax && strings.HasSuffix(strings.TrimRight(b.src[in.start:max(at, in.start)], " \t"), ";") {
			p.Hint = `write a comma in place of ";"`
		}
		if word := b.src[at:min(at+p.Len, len(b.src))]; p.Code == strictyaml.UnknownKey && slices.Contains(taskWords(), word) {
			p.Hint = "in a task, write a block of code whose first line is ```" + word
		}
		if p.Msg == "files must be text, not a list" {
			p.Hint = "name one folder that holds them all"
		}
		b.report(yamlSeverity(p, Error), p.Code, span{at, at + p.Len}, p.Msg, p.Hint)
	}
}

// inside turns a line and column of a text that begins at from into an offset.
func (b *body) inside(from, line, col int) int {
	if line <= 1 {
		return min(from+col-1, len(b.src))
	}
	i := min(b.lineAt(from)+line-1, len(b.starts)-1)
	return min(b.starts[i]+col-1, len(b.src))
}

// scalarSpan is where the value of a setting stands.
func (b *body) scalarSpan(set settings, s strictyaml.Scalar) span {
	at := b.inside(set.at.start+len("<!--"), s.Line, s.Col)
	return span{at, at + len(s.Text)}
}

// id returns the id of a block: the one the author gave, or one made from the
// lesson's id and the words of the heading.
func (b *body) id(p part) string { return b.idNamed(p, Slug(p.title)) }

func (b *body) idNamed(p part, name string) string {
	if id := strings.TrimSpace(p.set.ID.Text); id != "" {
		if badID(id) {
			b.fail(codeBadID, b.scalarSpan(p.set, p.set.ID), "an id is one word without quotes, brackets and #",
				"write "+named(Slug(id)))
			id = Slug(id)
		}
		if id != "" {
			return id
		}
	}
	switch p.kind {
	case blockQuestion, blockTask, blockAsk:
		if p.meansID || b.meansID(p.set) {
			break // there is a finding about it
		}
		b.derived = append(b.derived, p.name)
		if len(b.derived) == 1 {
			b.firstID = orElse(name, string(p.kind))
		}
	}
	if name == "" {
		name = string(p.kind)
	}
	b.noteUnnamed(p)
	return b.ids.take(b.doc.id + "/" + name)
}

// meansID reports settings with a key that was meant to be id.
func (b *body) meansID(set settings) bool {
	if set.at == (span{}) {
		return false
	}
	from, to := b.pos(set.at.start).Line, b.pos(set.at.end).Line
	return slices.ContainsFunc(b.diags, func(d Diag) bool {
		return d.Pos.Line >= from && d.Pos.Line <= to &&
			(meant(d.Hint) == "id" || d.Code == strictyaml.Syntax && strings.Contains(b.src[set.at.start:set.at.end], "id:"))
	})
}

// reportDerived says once for a file that ids were made from headings.
func (b *body) reportDerived() {
	if len(b.derived) == 0 {
		return
	}
	msg := "this has no id of its own"
	if n := len(b.derived); n > 1 {
		msg = fmt.Sprintf("this and %d more in the file have no id of their own", n-1)
	}
	b.warn(codeDerivedID, b.derived[0], msg+"; changing the heading loses the progress of learners",
		fmt.Sprintf("write a comment under the heading, such as <!-- id: %s -->", b.firstID))
}

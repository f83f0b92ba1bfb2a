package draft

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// question writes a graded check.
func (p *page) question(q *Question, level int) {
	set := "id: " + Scalar(q.ID)
	if s := words(q.Skills); len(s) > 0 {
		set += ", skills: " + list(s)
	}
	if q.Tries > 0 {
		set += fmt.Sprintf(", tries: %d", min(q.Tries, 99))
	}
	if f, ok := q.Form.(*Options); ok && f.Many {
		set += ", pick: many"
	}
	if q.Fixed {
		set += ", shuffle: false"
	}
	set += exact(q.Form)
	prompt, body := q.asked()
	p.say(strings.TrimRight(strings.Repeat("#", level)+" Question: "+heading(prompt), " ") + "\n<!-- " + set + " -->")
	p.say(markdown(body, inPart))
	p.form(q, body)
	for _, h := range q.Hints {
		p.said("Hint", h)
	}
	p.said("Why", q.Why)
}

// asked is the prompt and the body as they are written: a question asks in its
// heading, unless its blanks do.
func (q *Question) asked() (prompt, body string) {
	if strings.TrimSpace(q.Prompt) != "" {
		return q.Prompt, q.Body
	}
	if f, ok := q.Form.(*Blanks); ok && strings.Contains(f.Text, "[[1]]") {
		return "", q.Body
	}
	prompt, body = Asked(q.Body)
	return orElse(prompt, "…"), body
}

// Asked cuts what a question says into a prompt of one line and a body, both
// Markdown. The prompt is a last paragraph that asks, or else the first one, or
// nothing where there is no paragraph that fits a line.
func Asked(md string) (prompt, body string) {
	const most = 400 // bytes of a prompt
	src := []byte(strings.Trim(tidy(md), "\n") + "\n")
	if len(src) > maxText || tangled(string(src)) {
		return "", md
	}
	all := pieces(src)
	fits := func(p piece) bool { return p.node.Kind() == ast.KindParagraph && p.to-p.from <= most }
	at := -1
	if n := len(all); n > 0 && fits(all[0]) {
		at = 0
	}
	if n := len(all); n > 1 && fits(all[n-1]) && (at < 0 || asks(string(src[all[n-1].from:all[n-1].to]))) {
		at = n - 1
	}
	if at < 0 {
		return "", strings.TrimRight(string(src), "\n")
	}
	prompt = oneLine(string(src[all[at].from:all[at].to]))
	body = strings.Trim(string(src[:all[at].from])+string(src[all[at].to:]), "\n")
	return prompt, body
}

// asks reports whether a text ends as a question does.
func asks(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), "*_)\"'”’ ")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "؟")
}

// exact is the setting for forms in which accents or capitals count.
func exact(f Form) string {
	accents, capitals := false, false
	switch f := f.(type) {
	case *Typed:
		accents, capitals = f.ExactAccents, f.ExactCase
	case *Blanks:
		accents, capitals = f.ExactAccents, f.ExactCase
	}
	var out []string
	if accents {
		out = append(out, "accents")
	}
	if capitals {
		out = append(out, "case")
	}
	if len(out) == 0 {
		return ""
	}
	return ", exact: [" + strings.Join(out, ", ") + "]"
}

// form writes the answers.
func (p *page) form(q *Question, body string) {
	var lines []string
	add := func(line string, r Reply) {
		lines = append(lines, line)
		if s := p.reply(r); s != "" {
			lines = append(lines, prefixed(s, "  "))
		}
	}
	var whole Reply
	switch f := q.Form.(type) {
	case *Options:
		for _, o := range f.List {
			box := "- [ ] "
			if o.Right {
				box = "- [x] "
			}
			add(box+orElse(inline(o.Text), "…"), o.Reply)
		}
	case *Typed:
		for _, l := range []struct {
			word string
			list []Accept
		}{{"Answer", f.Answers[:min(1, len(f.Answers))]}, {"Also", f.Answers[min(1, len(f.Answers)):]}, {"Close", f.Close}, {"Not", f.Not}} {
			for _, a := range l.list {
				if s := stated(a, false); s != "" {
					add("- "+l.word+": "+s, a.Reply)
				}
			}
		}
		if s := p.reply(f.Otherwise); s != "" {
			add("- Otherwise:", f.Otherwise)
		}
	case *Order:
		for i, s := range f.Items {
			lines = append(lines, fmt.Sprintf("%d. %s", i+1, orElse(item(s), "…")))
		}
		whole = f.Reply
	case *Match:
		lines = append(lines, "| "+cell(f.LeftTitle)+" | "+cell(f.RightTitle)+" |", "|---|---|")
		for _, pair := range f.Pairs {
			lines = append(lines, "| "+orElse(cell(pair.Left), "…")+" | "+orElse(cell(pair.Right), "…")+" |")
		}
		whole = f.Reply
	case *Blanks:
		lines = append(lines, f.filled())
		whole = f.Reply
	}
	p.answers(body, lines)
	p.say(p.reply(whole))
}

var numbered = regexp.MustCompile(`\[\[([0-9]{1,3})\]\]`)

// filled is the text of blanks with what each accepts.
func (f *Blanks) filled() string {
	// The blanks wait under signs that no text holds while the text is made safe.
	const open, shut = "\ue000", "\ue001"
	text := strings.NewReplacer(open, "", shut, "").Replace(f.Text)
	text = numbered.ReplaceAllString(text, open+"$1"+shut)
	text = markdown(text, inPart)
	for i, accepts := range f.List {
		const most = 900 // bytes of a blank
		var alternatives []string
		size := 0
		for _, a := range accepts {
			s := stated(a, true)
			if size += len(s) + 1; s != "" && size < most {
				alternatives = append(alternatives, s)
			}
		}
		blank := "[[" + orElse(strings.Join(alternatives, "|"), "…") + "]]"
		text = strings.ReplaceAll(text, fmt.Sprintf("%s%d%s", open, i+1, shut), blank)
	}
	return strings.NewReplacer(open, "", shut, "").Replace(text)
}

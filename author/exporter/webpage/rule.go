package webpage

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// The comparisons of a rule. Rules were checked when the course was loaded.
var (
	named      = `(?:\.([\pL\pN_-]+)|\[\s*["']([^"']*)["']\s*\])`
	comparison = regexp.MustCompile(strings.Join([]string{
		`(goal|pace|way)\s*(==|!=)\s*["']([^"']*)["']`,
		`["']([^"']*)["']\s+(not\s+in|in)\s+interests`,
		`["']([^"']*)["']\s+(not\s+in|in)\s+answer` + named,
		`answer` + named + `\s*(==|!=)\s*["']([^"']*)["']`,
		`(mastery|tries|days_since)` + named + `\s*(<=|>=|==|!=|<|>)\s*([0-9.]+)`,
		`score\s*(<=|>=|==|!=|<|>)\s*([0-9.]+)`,
		`(right|seen|mixup)` + named,
		`\b(and|or|not)\b`,
	}, "|"))
)

// inWords says for whom a part is.
func (p *page) inWords(r *course.Rule) string {
	if r == nil {
		return ""
	}
	w := &p.said.rule
	said := comparison.ReplaceAllStringFunc(r.Source, func(s string) string {
		m := comparison.FindStringSubmatch(s)
		switch {
		case m[1] != "":
			return either(m[2] != "!=", w.is, w.isNot)(w.chosen[m[1]], p.choice(m[1], m[3]))
		case m[5] != "":
			return either(m[5] == "in", w.interest, w.noInterest)(p.choice("interests", m[4]))
		case m[7] != "":
			return p.answered(m[8]+m[9], m[6], m[7] == "in")
		case m[12] != "":
			return p.answered(m[10]+m[11], m[13], m[12] == "==")
		case m[14] != "":
			return p.counts(m[14], m[15]+m[16], m[17], m[18])
		case m[19] != "":
			return w.score(w.than[m[19]], percent(m[20]))
		case m[24] != "":
			return map[string]string{"and": w.and, "or": w.or, "not": w.not}[m[24]]
		}
		return p.happened(m[21], m[22]+m[23])
	})
	return w.forWhom(strings.TrimSpace(said))
}

func either[T any](yes bool, this, that T) T {
	if yes {
		return this
	}
	return that
}

func percent(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return fmt.Sprintf("%g %%", v*100)
}

// choice is what a learner reads for a code word.
func (p *page) choice(of, id string) string {
	c := p.course
	switch of {
	case "goal":
		for _, g := range c.Goals {
			if g.ID == id {
				return g.Title
			}
		}
	case "pace":
		for _, x := range c.Paces {
			if x.ID == id {
				return x.Title
			}
		}
	case "way":
		return titleOf(c.Ways, id)
	case "interests":
		return titleOf(c.Interests, id)
	}
	return id
}

func titleOf(list []course.Choice, id string) string {
	for _, c := range list {
		if c.ID == id {
			return c.Title
		}
	}
	return id
}

// answered says an answer to an Ask.
func (p *page) answered(ask, word string, yes bool) string {
	prompt := ask
	look := func(a *course.Ask) {
		if a.ID == ask {
			prompt, word = markup.Plain(a.Prompt), markup.Plain(titleOf(a.Options, word))
		}
	}
	for _, a := range p.course.Onboarding {
		look(a)
	}
	for _, l := range p.course.Lessons {
		l.EachBlock(func(b course.Block) {
			if a, ok := b.(*course.Ask); ok {
				look(a)
			}
		})
	}
	return either(yes, p.said.rule.answered, p.said.rule.notAnswered)(prompt, word)
}

// counts says a comparison with a number.
func (p *page) counts(what, id, op, number string) string {
	w := &p.said.rule
	switch what {
	case "mastery":
		return w.known(p.skill(id), w.than[op], percent(number))
	case "tries":
		return w.tries(p.title(id), w.than[op], number)
	}
	return w.days(p.title(id), w.than[op], number)
}

func (p *page) skill(id string) string {
	for _, s := range p.course.Skills {
		if s.ID == id {
			return s.Title
		}
	}
	return id
}

// happened says what a learner met or showed.
func (p *page) happened(what, id string) string {
	w := &p.said.rule
	switch what {
	case "right":
		return w.right(p.title(id))
	case "seen":
		return w.seen(p.title(id))
	}
	for _, m := range p.course.Mixups {
		if m.ID == id {
			return w.mixup(markup.Plain(m.Says))
		}
	}
	return w.mixup(id)
}

// title is what a reader knows a lesson or a question by.
func (p *page) title(id string) string {
	if l := p.course.Lesson(id); l != nil {
		return l.Title
	}
	for q, n := range p.numbers {
		if q.ID == id {
			return p.said.rule.questionN(n)
		}
	}
	return id
}

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
	}, "|"))
)

// inWords says for whom a part is.
func (p *page) inWords(r *course.Rule) string {
	if r == nil {
		return ""
	}
	said := comparison.ReplaceAllStringFunc(r.Source, func(s string) string {
		m := comparison.FindStringSubmatch(s)
		switch {
		case m[1] != "":
			return "the " + m[1] + " " + is(m[2]) + " “" + p.choice(m[1], m[3]) + "”"
		case m[5] != "":
			return "the interests " + holds(m[5]) + " “" + p.choice("interests", m[4]) + "”"
		case m[7] != "":
			return p.answered(m[8]+m[9], m[6], strings.HasPrefix(m[7], "in"))
		case m[12] != "":
			return p.answered(m[10]+m[11], m[13], m[12] == "==")
		case m[14] != "":
			return p.counts(m[14], m[15]+m[16], m[17], m[18])
		case m[19] != "":
			return "the score of the lesson is " + than(m[19]) + " " + percent(m[20])
		}
		return p.happened(m[21], m[22]+m[23])
	})
	return "For learners of whom this holds: " + strings.TrimSpace(said) + "."
}

func is(op string) string {
	if op == "!=" {
		return "is not"
	}
	return "is"
}

func holds(op string) string {
	if strings.HasPrefix(op, "not") {
		return "do not hold"
	}
	return "hold"
}

func than(op string) string {
	return map[string]string{"<": "below", "<=": "at most", ">": "above", ">=": "at least", "==": "exactly", "!=": "other than"}[op]
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
	if yes {
		return fmt.Sprintf("the answer to “%s” is “%s”", prompt, word)
	}
	return fmt.Sprintf("the answer to “%s” is not “%s”", prompt, word)
}

// counts says a comparison with a number.
func (p *page) counts(what, id, op, number string) string {
	switch what {
	case "mastery":
		return fmt.Sprintf("the skill “%s” is known to %s %s", p.skill(id), than(op), percent(number))
	case "tries":
		return fmt.Sprintf("the tries at “%s” are %s %s", p.title(id), than(op), number)
	}
	return fmt.Sprintf("the days since “%s” are %s %s", p.title(id), than(op), number)
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
	switch what {
	case "right":
		return fmt.Sprintf("“%s” was answered right", p.title(id))
	case "seen":
		return fmt.Sprintf("“%s” was met", p.title(id))
	}
	for _, m := range p.course.Mixups {
		if m.ID == id {
			return fmt.Sprintf("the mix-up “%s” was shown", markup.Plain(m.Says))
		}
	}
	return fmt.Sprintf("the mix-up “%s” was shown", id)
}

// title is what a reader knows a lesson or a question by.
func (p *page) title(id string) string {
	if l := p.course.Lesson(id); l != nil {
		return l.Title
	}
	for q, n := range p.numbers {
		if q.ID == id {
			return fmt.Sprintf("question %d", n)
		}
	}
	return id
}

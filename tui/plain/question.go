package plain

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// answering prints a question in the order its parts are shown in.
func (d *Dialogue) answering(st learn.Answering) {
	d.markdown(st.Intro)
	d.markdown(st.Question.Body)
	d.say(d.inline(st.Question.Prompt))
	switch f := st.Question.Form.(type) {
	case *course.Options:
		d.say(d.p.Options)
		for i, n := range st.Layout {
			d.numbered(i, f.List[n].Text)
		}
	case *course.Order:
		d.say(d.p.Item)
		for i, n := range st.Layout {
			d.numbered(i, f.Items[n])
		}
	case *course.Match:
		d.say(d.p.Lefts)
		for i, p := range f.Pairs {
			d.numbered(i, p.Left)
		}
		d.say(d.p.Rights)
		for i, n := range st.Layout {
			d.say(fmt.Sprintf("%s. %s", letter(i), d.inline(f.Pairs[n].Right)))
		}
	case *course.Blanks:
		text := f.Text
		for i := range f.List {
			text = strings.ReplaceAll(text, fmt.Sprintf("[[%d]]", i+1), d.p.Gap(i+1))
		}
		d.markdown(text)
	case *course.Typed:
	}
	d.hints(st.Hints)
}

// how says how a question is answered.
func (d *Dialogue) how(st learn.Answering) string {
	switch f := st.Question.Form.(type) {
	case *course.Options:
		if f.Many {
			return d.p.ChooseMany(len(f.List))
		}
		return d.p.ChooseOne(len(f.List))
	case *course.Order:
		return d.p.InOrder(len(f.Items))
	case *course.Match:
		return d.p.MatchUp(len(f.Pairs))
	case *course.Blanks:
		return d.p.Blank(len(d.gaps)+1, len(f.List))
	case *course.Typed:
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			return d.p.Number
		}
	}
	return d.p.Type
}

// action turns a line into an action, or says why it is none. Both are nil when
// more lines are to come.
func (d *Dialogue) action(line string) (learn.Action, error) {
	switch st := d.s.Step().(type) {
	case learn.Asking:
		return d.askAction(st, line)
	case learn.Offer:
		switch strings.ToLower(line) {
		case "y", "yes", "1":
			return learn.Accept{}, nil
		case "n", "no", "2":
			return learn.Decline{}, nil
		}
		return nil, errors.New(d.p.YesNo)
	case learn.Choosing:
		titles := make([]string, len(st.Choose.From))
		for i, l := range st.Choose.From {
			titles[i] = l.Title
		}
		picked, err := d.pick(line, titles)
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, i := range picked {
			ids = append(ids, st.Choose.From[i].ID)
		}
		return learn.Submit{Answer: course.Answer{Items: ids}}, nil
	case learn.Answering:
		return d.answer(st, line)
	case learn.Doing:
		if strings.EqualFold(line, "done") || strings.EqualFold(line, "yes") {
			return learn.Continue{}, nil
		}
		return nil, errors.New(d.p.Done)
	}
	return learn.Continue{}, nil
}

func (d *Dialogue) askAction(st learn.Asking, line string) (learn.Action, error) {
	if st.Answered {
		return learn.Continue{}, nil
	}
	if line == "" {
		return nil, errors.New(d.p.NothingSaid)
	}
	if len(st.Ask.Options) == 0 {
		return learn.Submit{Answer: course.Answer{Text: line}}, nil
	}
	var titles, ids []string
	for _, o := range st.Ask.Options {
		titles, ids = append(titles, o.Title), append(ids, o.ID)
	}
	var items []string
	if fields := strings.Fields(line); !slices.ContainsFunc(fields, func(f string) bool { return !slices.Contains(ids, f) }) {
		items = fields
	} else {
		picked, err := d.pick(line, titles)
		if err != nil {
			return nil, err
		}
		for _, i := range picked {
			items = append(items, ids[i])
		}
	}
	return learn.Submit{Answer: course.Answer{Items: items}}, nil
}

// answer reads the answer to a question.
func (d *Dialogue) answer(st learn.Answering, line string) (learn.Action, error) {
	if line == "" {
		return nil, errors.New(d.p.NothingSaid)
	}
	submit := func(items []string) (learn.Action, error) {
		return learn.Submit{Answer: course.Answer{Items: items}}, nil
	}
	switch f := st.Question.Form.(type) {
	case *course.Options:
		picked, err := d.pick(line, shown(st.Layout, func(i int) string { return f.List[i].Text }))
		if err != nil {
			return nil, err
		}
		if !f.Many && len(picked) > 1 {
			return nil, errors.New(d.p.ChooseOne(len(f.List)))
		}
		return submit(at(picked, st.Layout, func(i int) string { return f.List[i].Text }))
	case *course.Order:
		picked, err := d.pick(line, shown(st.Layout, func(i int) string { return f.Items[i] }))
		if err != nil {
			return nil, err
		}
		if len(picked) != len(f.Items) {
			return nil, errors.New(d.p.InOrder(len(f.Items)))
		}
		return submit(at(picked, st.Layout, func(i int) string { return f.Items[i] }))
	case *course.Match:
		return d.match(st, f, line)
	case *course.Blanks:
		d.gaps = append(d.gaps, line)
		if len(d.gaps) < len(f.List) {
			d.say(d.p.Blank(len(d.gaps)+1, len(f.List)))
			return nil, nil
		}
		return submit(d.gaps)
	}
	return learn.Submit{Answer: course.Answer{Text: line}}, nil
}

// match reads one letter for each left-hand side, with or without its number.
func (d *Dialogue) match(st learn.Answering, f *course.Match, line string) (learn.Action, error) {
	fields := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	items := make([]string, len(f.Pairs))
	bad := errors.New(d.p.MatchUp(len(f.Pairs)))
	if len(fields) != len(f.Pairs) {
		return nil, bad
	}
	for n, field := range fields {
		left := n
		if digits := strings.TrimRight(field, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"); digits != "" {
			i, err := strconv.Atoi(strings.TrimRight(digits, "=.-"))
			if err != nil || i < 1 || i > len(items) {
				return nil, bad
			}
			left, field = i-1, field[len(digits):]
		}
		right := slices.IndexFunc(st.Layout, func(i int) bool {
			return strings.EqualFold(field, letter(slices.Index(st.Layout, i)))
		})
		if right < 0 || items[left] != "" {
			return nil, bad
		}
		items[left] = f.Pairs[st.Layout[right]].Right
	}
	return learn.Submit{Answer: course.Answer{Items: items}}, nil
}

// pick reads numbers, or the text of one entry, into indices of the list shown.
func (d *Dialogue) pick(line string, list []string) ([]int, error) {
	for i, text := range list {
		if strings.EqualFold(strings.TrimSpace(text), line) {
			return []int{i}, nil
		}
	}
	var picked []int
	for _, f := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		n, err := strconv.Atoi(f)
		if err != nil || n < 1 || n > len(list) || slices.Contains(picked, n-1) {
			return nil, errors.New(d.p.NotNumber(line))
		}
		picked = append(picked, n-1)
	}
	if len(picked) == 0 {
		return nil, errors.New(d.p.NothingSaid)
	}
	return picked, nil
}

func shown(layout []int, text func(int) string) []string {
	out := make([]string, len(layout))
	for i, n := range layout {
		out[i] = text(n)
	}
	return out
}

func at(picked, layout []int, text func(int) string) []string {
	out := make([]string, len(picked))
	for i, n := range picked {
		out[i] = text(layout[n])
	}
	return out
}

// letter names a right-hand side: a, b, … z, aa, ab, …
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

package course

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/each"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// advise looks for what an author may want to know, beside mistakes.
func (l *loader) advise() {
	l.adviseLessons()
	l.adviseTasks()
	for _, a := range []struct {
		code string
		look func()
	}{
		{codeNoAlt, l.findNoAlt}, {codeRepeatedQuestion, l.findRepeatedQuestions},
		{codeAnswerPlace, l.findAnswerPlace}, {codeAnswerLength, l.findAnswerLength},
		{codeUnoffered, l.findUnoffered}, {codeUnusedMixup, l.findUnusedMixups}, {codeUnusedWay, l.findUnusedWays},
		{codeUnusedChoice, l.findUnusedChoices}, {codeUnusedImage, l.findUnusedImages}, {codeWideCode, l.findWideCode},
		{codeLongLesson, l.findLongLessons},
	} {
		if l.wants(a.code) {
			a.look()
		}
	}
}

// adviseLessons looks at each question by itself, lessons side by side.
func (l *loader) adviseLessons() {
	a := adviser{
		noFeedback: l.wants(codeNoFeedback), noHint: l.wants(codeNoHint), noWhy: l.wants(codeNoWhy), hintTells: l.wants(codeHintTells),
		alike: l.wants(codeChecksAlike), noSpare: l.wants(codeNoSpare), noSkill: l.wants(codeNoSkill) && len(l.config.Skills) > 0,
	}
	lessons := l.allLessons()
	found := make([][]Diag, len(lessons))
	each.Of(len(lessons), func(i int) { found[i] = a.lesson(lessons[i]) })
	for _, diags := range found {
		for _, d := range diags {
			l.add(d)
		}
	}
}

// findNoAlt reports images without words: where no image can be shown, and to a
// reader who does not see it, there is nothing.
func (l *loader) findNoAlt() {
	for _, p := range l.pages {
		for _, at := range p.parsed.NoAlt {
			l.warn(codeNoAlt, at, len("![]"), "this image has no words that say what is on it", "write them between the brackets: ![what is on it](file)")
		}
	}
}

// findRepeatedQuestions reports questions that ask the same and have the same
// right answers. The placement test may ask what a lesson asks.
func (l *loader) findRepeatedQuestions() {
	first := map[string]*Question{}
	for _, lesson := range l.course.Lessons {
		lesson.eachQuestion(func(q *Question) {
			key := q.Rev + revNormal(q.Body)
			if old := first[key]; old != nil {
				l.warn(codeRepeatedQuestion, q.Pos, 0, fmt.Sprintf("the question %s asks the same", named(old.ID)),
					fmt.Sprintf("it is in %s, line %d; reword one of them, or put both into a pool", old.Pos.File, old.Pos.Line))
				return
			}
			first[key] = q
		})
	}
}

// eachChoice calls f for every question with one right option among three or
// more; an option that says "I don't know" does not count.
func (l *loader) eachChoice(f func(q *Question, options []Option, right int)) {
	for _, lesson := range l.allLessons() {
		lesson.eachQuestion(func(q *Question) {
			form, ok := q.Form.(*Options)
			if !ok || form.Many {
				return
			}
			options := slices.DeleteFunc(slices.Clone(form.List), func(o Option) bool { return o.DontKnow })
			if right := slices.IndexFunc(options, func(o Option) bool { return o.Right }); right >= 0 && len(options) > 2 {
				f(q, options, right)
			}
		})
	}
}

// fewChoices is how many questions it takes before their answers make a pattern.
const fewChoices = 5

// findAnswerPlace reports options that are not shuffled, whose right one is
// always in the same place.
func (l *loader) findAnswerPlace() {
	var first *Question
	counts := map[int]int{}
	all, place := 0, 0
	l.eachChoice(func(q *Question, _ []Option, right int) {
		if q.Shuffle {
			return
		}
		if first == nil {
			first, place = q, right+1
		}
		counts[right]++
		all++
	})
	if all >= fewChoices && len(counts) == 1 {
		l.warn(codeAnswerPlace, first.Pos, 0, fmt.Sprintf("in all %d questions whose options are not shuffled, the right one is number %d", all, place),
			"take shuffle: false away where the order means nothing, or put the right ones elsewhere")
	}
}

// findAnswerLength reports right options that can be told by their length.
func (l *loader) findAnswerLength() {
	var first *Question
	all, longest := 0, 0
	l.eachChoice(func(q *Question, options []Option, right int) {
		all++
		second := 0
		for i, o := range options {
			if i != right {
				second = max(second, len([]rune(o.Text)))
			}
		}
		if n := len([]rune(options[right].Text)); n > second+second/4 {
			longest++
			if first == nil {
				first = q
			}
		}
	})
	if longest >= fewChoices && longest*4 >= all*3 {
		l.warn(codeAnswerLength, first.Pos, 0, fmt.Sprintf("in %d of %d questions the right option is by far the longest, so that it can be told without knowing", longest, all),
			"shorten the right options, or say as much in the wrong ones; this is the first")
	}
}

// declaredWord is a code word that course.yaml declares.
type declaredWord struct {
	ask, list string // the id of the Ask that offers it, and the key that declares it
	id        string
	at        Pos
}

func (l *loader) declaredWords() []declaredWord {
	var words []declaredWord
	add := func(ask, list, id string, line, col int) {
		words = append(words, declaredWord{ask, list, id, scalarPos(courseFile, strictyaml.Scalar{Line: line, Col: col})})
	}
	for _, e := range l.config.Goals {
		add(AskGoal, "goals", e.Key, e.Line, e.Col)
	}
	for _, e := range l.config.Interests {
		add(AskInterests, "interests", e.Key, e.Line, e.Col)
	}
	for _, e := range l.config.Ways {
		add(AskWay, "ways", e.Key, e.Line, e.Col)
	}
	for _, e := range l.config.Paces {
		add(AskPace, "paces", e.Key, e.Line, e.Col)
	}
	return words
}

// findUnoffered reports declared code words that the onboarding file leaves out of
// the Ask for them, so that nobody can choose them.
func (l *loader) findUnoffered() {
	offered := map[string]map[string]bool{}
	for _, a := range l.course.Onboarding {
		if a.BuiltIn || len(a.Options) == 0 {
			continue
		}
		offered[a.ID] = map[string]bool{}
		addChoices(offered[a.ID], a.Options)
	}
	for _, w := range l.declaredWords() {
		if list := offered[w.ask]; list != nil && !list[w.id] {
			l.warn(codeUnoffered, w.at, len(w.id), fmt.Sprintf("nobody can choose %s: the onboarding file asks for %s without it", named(w.id), w.list),
				"add it to the options of the Ask, or take it away here")
		}
	}
}

// findUnusedMixups reports wrong ideas that no answer shows.
func (l *loader) findUnusedMixups() {
	used := map[string]bool{}
	for _, lesson := range l.allLessons() {
		lesson.eachQuestion(func(q *Question) { q.eachReply(func(r *Reply) { used[r.Mixup] = true }) })
	}
	for _, e := range l.config.Mixups {
		if !used[e.Key] && !badID(e.Key) {
			l.warn(codeUnusedMixup, scalarPos(courseFile, strictyaml.Scalar{Line: e.Line, Col: e.Col}), len(e.Key),
				fmt.Sprintf("no answer shows the mix-up %s", named(e.Key)), fmt.Sprintf("write > Mix-up: %s under an answer that comes from it", e.Key))
		}
	}
}

// findUnusedWays reports ways that learners are asked about and nothing is
// explained in.
func (l *loader) findUnusedWays() {
	used := map[string]bool{}
	for _, lesson := range l.allLessons() {
		eachBlock(lesson.Blocks, func(b Block) {
			if ways, ok := b.(*Ways); ok {
				for _, w := range ways.List {
					used[w.Key] = true
				}
			}
		})
	}
	rules := l.wordsInRules()
	for _, w := range l.declaredWords() {
		if w.ask == AskWay && !used[w.id] && !rules[AskWay][w.id] && !badID(w.id) {
			l.warn(codeUnusedWay, w.at, len(w.id), fmt.Sprintf("nothing is explained in the way %s, which learners can ask for", named(w.id)),
				fmt.Sprintf("write <!-- way: %s --> under a heading ### Way: …", w.id))
		}
	}
}

// findUnusedChoices reports goals and interests that make no difference.
func (l *loader) findUnusedChoices() {
	rules := l.wordsInRules()
	skills := map[string]bool{}
	for _, g := range l.course.Goals {
		skills[g.ID] = len(g.Skills) > 0
	}
	for _, w := range l.declaredWords() {
		switch {
		case w.ask != AskGoal && w.ask != AskInterests, rules[w.ask][w.id], w.ask == AskGoal && skills[w.id]:
			continue
		}
		l.warn(codeUnusedChoice, w.at, len(w.id), fmt.Sprintf("whether a learner chooses %s makes no difference: no rule asks for it", named(w.id)),
			"name it in a when, or do not ask for it")
	}
}

// wordsInRules are the code words that rules compare goal, interests and way with.
func (l *loader) wordsInRules() map[string]map[string]bool {
	words := map[string]map[string]bool{}
	note := func(r *Rule) {
		if r == nil {
			return
		}
		r.root.walk(func(n *ruleNode) {
			if len(n.args) != 2 {
				return
			}
			for i, a := range n.args {
				if b := n.args[1-i]; a.op == opName && b.op == opWord {
					if words[a.text] == nil {
						words[a.text] = map[string]bool{}
					}
					words[a.text][b.text] = true
				}
			}
		})
	}
	for _, s := range l.course.Path {
		note(s.When)
	}
	for _, parts := range l.joined {
		note(parts[0])
		note(parts[1])
	}
	for _, a := range l.course.Onboarding {
		note(a.When)
	}
	for _, lesson := range l.allLessons() {
		note(lesson.When)
		note(lesson.Skip)
		for _, n := range lesson.Next {
			note(n.When)
		}
		eachBlock(lesson.Blocks, func(b Block) {
			if rule := blockRule(b); rule != nil {
				note(*rule)
			}
		})
	}
	return words
}

// findUnusedImages reports files of images that no page shows or links to.
func (l *loader) findUnusedImages() {
	used := map[string]bool{}
	for _, p := range l.pages {
		for _, k := range p.parsed.Links {
			if file, ok := target(p.file, k.To); ok {
				used[file] = true
			}
		}
	}
	for _, file := range slices.SortedFunc(maps.Keys(l.folder.exists), natural) {
		if isImage(file) && !used[file] && !strings.HasPrefix(file, ".") {
			l.warn(codeUnusedImage, Pos{File: file}, 0, "nothing in the course shows this image", "show it, or take it out of the folder")
		}
	}
}

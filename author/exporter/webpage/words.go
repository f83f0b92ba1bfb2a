package webpage

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/internal/diagram"
)

// words are what the page says beside the course, in the language of the course.
type words struct {
	by, version, licence, time         string
	comeFor, placement, aside, lessons string
	contents, cards, glossary, answers string
	front, back, term, meaning         string

	detour, extra, project, offered string
	aFork                           string
	fork                            func(of, pick int, title string) string
	about                           func(duration string) string
	extraTitle, taskTitle           func(title string) string
	question                        func(n int) string
	asked                           func(n int) string // of a pool
	toCompare, several, numberThese string
	answer, hint, why, mixup        string
	matches, other                  string // among answers
	closeTo, wrong                  string // behind an answer
	alerts                          map[string]string
	checks                          [5]string // of a command, a file, a folder, a repository, an address
	rule                            ruleWords
	diagram                         *diagram.Words
}

// ruleWords say for whom a part is.
type ruleWords struct {
	forWhom               func(rule string) string
	and, or, not          string
	chosen                map[string]string // "goal", "pace" and "way" with their article
	is, isNot             func(what, value string) string
	interest, noInterest  func(value string) string
	answered, notAnswered func(prompt, value string) string
	than                  map[string]string // of an operator
	score                 func(than, percent string) string
	known                 func(skill, than, percent string) string
	tries, days           func(title, than, n string) string
	right, seen, mixup    func(title string) string
	questionN             func(n int) string
}

// wordsOf are the words for a course in a language, in English where there are none.
func wordsOf(language string) *words {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch tag {
	case "de":
		return german()
	case "es":
		return spanish()
	case "fr":
		return french()
	}
	return english()
}

func english() *words {
	return &words{
		by: "By", version: "Version", licence: "Licence", time: "Time",
		comeFor: "What you may come for", placement: "What you may know already", aside: "Beside the road", lessons: "Lessons",
		contents: "Contents", cards: "Cards", glossary: "Glossary", answers: "Answers",
		front: "Front", back: "Back", term: "Term", meaning: "Meaning",
		detour: "A detour: for whom an answer leads here.", extra: "An extra: offered, never required.", project: "A project.", offered: "Offered, never required.",
		aFork: "a fork",
		fork: func(of, pick int, title string) string {
			return fmt.Sprintf("One of %d lessons of which to take %d: %s.", of, pick, title)
		},
		about:      func(d string) string { return "About " + d + "." },
		extraTitle: func(t string) string { return "Extra: " + t }, taskTitle: func(t string) string { return "To do: " + t },
		question: func(n int) string { return fmt.Sprintf("Question %d.", n) },
		asked: func(n int) string {
			if n == 1 {
				return "1 question is asked of these."
			}
			return fmt.Sprintf("%d questions are asked of these.", n)
		},
		toCompare: "To compare with", several: "Several may be right.", numberThese: "Number these in the right order.",
		answer: "Answer", hint: "Hint", why: "Why", mixup: "A mix-up:",
		matches: "what matches", other: "Any other answer", closeTo: "(close)", wrong: "(not right)",
		alerts:  map[string]string{"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"},
		checks:  [5]string{"run", "the file", "the folder", "the repository", "the address"},
		rule:    englishRule(),
		diagram: diagram.English(),
	}
}

func englishRule() ruleWords {
	return ruleWords{
		forWhom: func(r string) string { return "For learners of whom this holds: " + r + "." },
		and:     "and", or: "or", not: "not",
		chosen:      map[string]string{"goal": "the goal", "pace": "the pace", "way": "the way"},
		is:          func(what, v string) string { return what + " is “" + v + "”" },
		isNot:       func(what, v string) string { return what + " is not “" + v + "”" },
		interest:    func(v string) string { return "the interests hold “" + v + "”" },
		noInterest:  func(v string) string { return "the interests do not hold “" + v + "”" },
		answered:    func(q, v string) string { return "the answer to “" + q + "” is “" + v + "”" },
		notAnswered: func(q, v string) string { return "the answer to “" + q + "” is not “" + v + "”" },
		than:        map[string]string{"<": "below", "<=": "at most", ">": "above", ">=": "at least", "==": "exactly", "!=": "other than"},
		score:       func(than, p string) string { return "the score of the lesson is " + than + " " + p },
		known:       func(s, than, p string) string { return "the skill “" + s + "” is known to " + than + " " + p },
		tries:       func(q, than, n string) string { return "the tries at “" + q + "” are " + than + " " + n },
		days:        func(q, than, n string) string { return "the days since “" + q + "” are " + than + " " + n },
		right:       func(q string) string { return "“" + q + "” was answered right" },
		seen:        func(q string) string { return "“" + q + "” was met" },
		mixup:       func(m string) string { return "the mix-up “" + m + "” was shown" },
		questionN:   func(n int) string { return fmt.Sprintf("question %d", n) },
	}
}

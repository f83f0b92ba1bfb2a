package webpage

import (
	"fmt"

	"github.com/cairn-learn/cairn/internal/diagram"
)

func german() *words {
	return &words{
		by: "Von", version: "Fassung", licence: "Lizenz", time: "Dauer",
		comeFor: "Wofür du hier sein kannst", placement: "Was du vielleicht schon kannst", aside: "Neben dem Weg", lessons: "Lektionen",
		contents: "Inhalt", cards: "Lernkarten", glossary: "Glossar", answers: "Antworten",
		front: "Vorderseite", back: "Rückseite", term: "Begriff", meaning: "Bedeutung",
		detour: "Ein Umweg: für alle, die eine Antwort hierher führt.", extra: "Eine Zugabe: angeboten, nie verlangt.", project: "Ein Projekt.", offered: "Angeboten, nie verlangt.",
		aFork: "eine Gabelung",
		fork: func(of, pick int, title string) string {
			return fmt.Sprintf("Eine von %d Lektionen, von denen %d zu nehmen sind: %s.", of, pick, title)
		},
		about:      func(d string) string { return "Etwa " + d + "." },
		extraTitle: func(t string) string { return "Zugabe: " + t }, taskTitle: func(t string) string { return "Aufgabe: " + t },
		question: func(n int) string { return fmt.Sprintf("Frage %d.", n) },
		asked: func(n int) string {
			if n == 1 {
				return "Von diesen wird 1 Frage gestellt."
			}
			return fmt.Sprintf("Von diesen werden %d Fragen gestellt.", n)
		},
		toCompare: "Zum Vergleichen", several: "Mehrere können richtig sein.", numberThese: "Nummeriere diese in der richtigen Reihenfolge.",
		answer: "Antwort", hint: "Tipp", why: "Warum", mixup: "Eine Verwechslung:",
		matches: "was auf dieses Muster passt:", other: "Jede andere Antwort", closeTo: "(fast)", wrong: "(nicht richtig)",
		alerts:  map[string]string{"note": "Hinweis", "tip": "Tipp", "important": "Wichtig", "warning": "Warnung", "caution": "Vorsicht"},
		checks:  [5]string{"Ausführen:", "die Datei", "der Ordner", "das Repository", "die Adresse"},
		rule:    germanRule(),
		diagram: diagram.German(),
	}
}

func germanRule() ruleWords {
	return ruleWords{
		forWhom: func(r string) string { return "Für Lernende, auf die das zutrifft: " + r + "." },
		and:     "und", or: "oder", not: "nicht",
		chosen:      map[string]string{"goal": "das Ziel", "pace": "das Tempo", "way": "die Erklärung"},
		is:          func(what, v string) string { return what + " ist „" + v + "“" },
		isNot:       func(what, v string) string { return what + " ist nicht „" + v + "“" },
		interest:    func(v string) string { return "„" + v + "“ ist unter den Interessen" },
		noInterest:  func(v string) string { return "„" + v + "“ ist nicht unter den Interessen" },
		answered:    func(q, v string) string { return "die Antwort auf „" + q + "“ ist „" + v + "“" },
		notAnswered: func(q, v string) string { return "die Antwort auf „" + q + "“ ist nicht „" + v + "“" },
		than:        map[string]string{"<": "unter", "<=": "höchstens", ">": "über", ">=": "mindestens", "==": "genau", "!=": "etwas anderes als"},
		score:       func(than, p string) string { return "in der Lektion sind " + than + " " + p + " richtig" },
		known: func(s, than, p string) string {
			return "die Fertigkeit „" + s + "“ wird zu " + than + " " + p + " gekonnt"
		},
		tries: func(q, than, n string) string {
			return "die Zahl der Versuche bei „" + q + "“ ist " + than + " " + n
		},
		days:      func(q, than, n string) string { return "die Zahl der Tage seit „" + q + "“ ist " + than + " " + n },
		right:     func(q string) string { return "„" + q + "“ wurde richtig beantwortet" },
		seen:      func(q string) string { return "„" + q + "“ kam vor" },
		mixup:     func(m string) string { return "die Verwechslung „" + m + "“ hat sich gezeigt" },
		questionN: func(n int) string { return fmt.Sprintf("Frage %d", n) },
	}
}

package webpage

import (
	"fmt"

	"github.com/cairn-learn/cairn/internal/diagram"
)

func french() *words {
	return &words{
		by: "Par", version: "Version", licence: "Licence", time: "Durée",
		comeFor: "Ce que tu peux chercher ici", placement: "Ce que tu sais peut-être déjà", aside: "À côté du parcours", lessons: "Leçons",
		contents: "Sommaire", cards: "Fiches", glossary: "Glossaire", answers: "Réponses",
		front: "Recto", back: "Verso", term: "Terme", meaning: "Sens",
		detour: "Un détour : pour qui une réponse mène ici.", extra: "Un supplément : proposé, jamais exigé.", project: "Un projet.", offered: "Proposé, jamais exigé.",
		aFork: "une bifurcation",
		fork: func(of, pick int, title string) string {
			return fmt.Sprintf("Une des %d leçons dont %d sont à prendre : %s.", of, pick, title)
		},
		about:      func(d string) string { return "Environ " + d + "." },
		extraTitle: func(t string) string { return "Supplément : " + t }, taskTitle: func(t string) string { return "Tâche : " + t },
		question: func(n int) string { return fmt.Sprintf("Question %d.", n) },
		asked: func(n int) string {
			if n == 1 {
				return "Parmi celles-ci, 1 question est posée."
			}
			return fmt.Sprintf("Parmi celles-ci, %d questions sont posées.", n)
		},
		toCompare: "Pour comparer", several: "Plusieurs peuvent être justes.", numberThese: "Numérote ces lignes dans le bon ordre.",
		answer: "Réponse", hint: "Indice", why: "Pourquoi", mixup: "Une confusion :",
		matches: "ce qui correspond à", other: "Toute autre réponse", closeTo: "(presque)", wrong: "(pas juste)",
		alerts:  map[string]string{"note": "Note", "tip": "Conseil", "important": "Important", "warning": "Attention", "caution": "Prudence"},
		checks:  [5]string{"exécuter", "le fichier", "le dossier", "le dépôt", "l’adresse"},
		rule:    frenchRule(),
		diagram: diagram.French(),
	}
}

func frenchRule() ruleWords {
	return ruleWords{
		forWhom: func(r string) string { return "Pour qui ceci est vrai : " + r + "." },
		and:     "et", or: "ou", not: "pas",
		chosen:      map[string]string{"goal": "l’objectif", "pace": "le rythme", "way": "l’explication"},
		is:          func(what, v string) string { return what + " est « " + v + " »" },
		isNot:       func(what, v string) string { return what + " n’est pas « " + v + " »" },
		interest:    func(v string) string { return "« " + v + " » est parmi les intérêts" },
		noInterest:  func(v string) string { return "« " + v + " » n’est pas parmi les intérêts" },
		answered:    func(q, v string) string { return "la réponse à « " + q + " » est « " + v + " »" },
		notAnswered: func(q, v string) string { return "la réponse à « " + q + " » n’est pas « " + v + " »" },
		than:        map[string]string{"<": "moins de", "<=": "au plus", ">": "plus de", ">=": "au moins", "==": "exactement", "!=": "autre chose que"},
		score:       func(than, p string) string { return "dans la leçon, " + than + " " + p + " est juste" },
		known: func(s, than, p string) string {
			return "la compétence « " + s + " » est acquise à " + than + " " + p
		},
		tries: func(q, than, n string) string {
			return "le nombre d’essais à « " + q + " » est de " + than + " " + n
		},
		days: func(q, than, n string) string {
			return "le nombre de jours depuis « " + q + " » est de " + than + " " + n
		},
		right:     func(q string) string { return "« " + q + " » a reçu une réponse juste" },
		seen:      func(q string) string { return "« " + q + " » a été vue" },
		mixup:     func(m string) string { return "la confusion « " + m + " » s’est montrée" },
		questionN: func(n int) string { return fmt.Sprintf("question %d", n) },
	}
}

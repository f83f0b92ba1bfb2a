package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func frenchDecisions(d *Decisions) {
	titled := func(with, without string) func(string) string {
		return func(t string) string { return named(t, with, without) }
	}
	d.Knew, d.Forgot = "tu le savais", "tu l’avais oublié"
	d.Title = "Pourquoi ceci"
	maps.Copy(d.By, map[learn.Source]string{
		learn.ByLearner: "C’est toi qui l’as décidé.", learn.ByAuthor: "C’est l’auteur du cours qui l’a décidé.",
		learn.ByModel: "C’est cairn qui l’a décidé, d’après tes réponses.", learn.ByOrder: "C’est l’ordre du cours qui l’a décidé.",
	})
	d.Also, d.Numbers, d.Over = "Et aussi", "Les chiffres", "Ce qui venait en second"
	d.OverLine = func(t string) string { return "« " + t + " »" }
	d.IfHeading, d.IfRight, d.IfWrong = "Ce que ferait une réponse", "juste", "fausse"
	d.Else = "Autre chose"
	maps.Copy(d.ElseKinds, map[learn.AlternativeKind]func(string) string{
		learn.ElseReview:  titled("Réviser d’abord « %s »", "Réviser ce qui est à revoir"),
		learn.ElseLesson:  titled("Passer à la leçon suivante, « %s »", "Passer à la leçon suivante"),
		learn.ElseSkip:    titled("Sauter « %s »", "Sauter ceci"),
		learn.ElseExplain: titled("Une autre explication de « %s »", "Une autre explication"),
		learn.ElseHarder:  titled("Une question plus difficile sur « %s »", "Une question plus difficile"),
		learn.ElseEasier:  titled("Une question plus facile sur « %s »", "Une question plus facile"),
		learn.ElseWeakest: titled("Travailler « %s », ce que tu sais le moins", "Travailler ce que tu sais le moins"),
		learn.ElseRest:    func(string) string { return "Me reposer aujourd’hui" },
	})
	d.Builds = func(n int) string {
		return frenchCount(n, "leçon suivante s’appuie dessus.", "leçons suivantes s’appuient dessus.")
	}
	d.PickOne = "choisis d’abord, avec les flèches ou un numéro"
	d.Do = "faire ceci"
	d.None = "Il n’y avait rien à décider ici."
	d.NoTraces = "pas encore de réponse ; tout le monde part d’ici"
	d.Traces = func(n int) string { return fmt.Sprintf("et %d avant", n) }
	maps.Copy(d.TraceKinds, map[learn.TraceKind]string{
		learn.TraceAnswer: "question", learn.TraceTask: "tâche, tout est bon", learn.TraceReview: "révision", learn.TracePlacement: "test de niveau",
		learn.TraceLesson: "leçon lue", learn.TraceExplained: "explication lue", learn.TraceDispute: "réponse retirée",
		learn.TraceCard: "fiche", learn.TraceSetting: "assurance voulue, changée",
	})
	d.Forms = Forms{
		YesNo: "choix entre 2", Several: "plusieurs", Order: "ordre", Match: "paires", Blanks: "trous", Number: "nombre", Text: "texte",
		Choice: func(n int) string { return fmt.Sprintf("choix entre %d", n) },
	}
	d.Right, d.Wrong, d.Partly, d.DontKnow = "juste", "pas juste", "juste en partie", "« je ne sais pas »"
	d.Hints = func(n int) string { return frenchCount(n, "indice", "indices") }
	d.Points = func(p float64) string {
		if p > -0.05 && p < 0.05 {
			return "0,0"
		}
		return decimalComma(fmt.Sprintf("%+.1f", p))
	}
	d.To = func(p int) string { return fmt.Sprintf("%d %%", p) }
	d.Change = func(before, after int) string { return fmt.Sprintf("%d %% → %d %%", before, after) }
	d.Known = "et elle est acquise"
	d.Left = frenchMissing
	d.Line = func(p int) string { return fmt.Sprintf("acquise à partir de %d %%", p) }
}

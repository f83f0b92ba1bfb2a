package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func frenchMap(m *Map) {
	m.Title = "Carte"
	m.Goal = func(t string) string { return "Pour « " + t + " »" }
	m.Everything = "Pour tout le cours"
	m.None = "Ce cours ne nomme aucune compétence : il n’y a rien à dessiner."
	m.Known = func(n, of int) string {
		if n == 0 {
			return frenchSkills(of) + " à venir"
		}
		return frenchCount(n, "acquise", "acquises") + fmt.Sprintf(" sur %d", of)
	}
	maps.Copy(m.Stages, map[learn.Stage]string{
		learn.StageNew: "à commencer", learn.StageWaiting: "en attente", learn.StageOpen: "commencée",
		learn.StageKnown: "acquise", learn.StageTested: "déjà acquise", learn.StageDue: "à réviser",
		learn.StagePassed: "sautée, non vérifiée",
	})
	m.Needs = "s’appuie sur :"
	m.Waits = func(skill string, percent, line int) string {
		return fmt.Sprintf("attend %s : %d %%, il faut %d %%", skill, percent, line)
	}
	m.WaitsShort = func(skill string) string { return "attend " + skill }
	m.Base = "d’autres s’appuient dessus"
	m.Before, m.After = "la base de celle choisie", "ce qui s’appuie dessus"
	m.NotInGoal = "inutile pour ton objectif"
	m.Lessons, m.Detours = "Leçons", "Détours pris"
	m.Detour = func(from, to string) string { return fmt.Sprintf("de « %s » à « %s »", from, to) }
	m.Ahead = func(n int) string { return fmt.Sprintf("%d à venir", n) }
	m.Done = func(n int) string { return frenchCount(n, "faite", "faites") }
	m.Skipped = func(n int) string { return frenchCount(n, "sautée", "sautées") }

	m.SkillTitle = "Compétence"
	m.Gone = "Le cours n’a plus cette compétence."
	m.Answers = func(n int) string { return frenchCount(n, "réponse", "réponses") }
	m.Reviews = frenchReviews
	m.Recall = func(p int) string {
		return fmt.Sprintf("Chance que tu t’en souviennes encore : environ %d %%, une estimation.", p)
	}
	m.Due = func(when string) string { return "Prochaine révision : " + when + "." }
	m.Tested = "Tu la maîtrisais avant sa leçon."
	m.BuildsOn = "S’appuie sur"
	m.Misses = func(n int) string {
		if n == 1 {
			return "La dernière réponse était fausse."
		}
		return fmt.Sprintf("Les %d dernières réponses étaient fausses.", n)
	}
	m.Left = func(n int) string { return frenchToKnown(n) + "." }
	m.Moved = "Ce qui l’a fait bouger"
	m.Do = "Ce que tu peux faire"
	m.Practise = "La travailler"
	m.Open = func(l string) string { return "Ouvrir « " + l + " »" }
	m.Look = "voir de près"
	m.NoRow = "choisis d’abord une compétence ou une leçon, avec les flèches"
}

// frenchMissing says how many right answers are missing.
func frenchMissing(n int) string {
	return "encore " + frenchCount(n, "réponse juste", "réponses justes") + " sans aide"
}

// frenchToKnown says how many right answers are missing before a skill counts
// as known.
func frenchToKnown(n int) string {
	return "Encore " + frenchCount(n, "réponse juste", "réponses justes") + " sans aide, et elle est acquise"
}

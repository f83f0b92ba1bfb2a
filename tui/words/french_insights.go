package words

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func frenchInsights(i *Insights) {
	i.Title = "Bilan"
	i.Sum = func(m float64, answers int) string {
		return frenchMinutes(wholeMinutes(m)) + " d’apprentissage, " +
			frenchCount(answers, "réponse vérifiée", "réponses vérifiées")
	}
	i.None = "Il n’y a encore rien à raconter. Cela viendra avec tes réponses."
	i.Strong, i.Weak = "Ce que tu sais le mieux", "Ce que tu sais le moins"
	i.Sure = "Sans hésiter, mais pas juste"
	i.Calibration = "Ton assurance et tes réponses justes"
	i.Hours, i.Lessons, i.Calendar, i.Weeks = "Heures de la journée", "Temps par leçon", "Jours", "Semaines"
	i.Recall = "Ce dont tu te souvenais en révision"
	i.Unclear = "Ce que tu as noté comme obscur"

	i.SinceThen = "juste depuis"
	i.Levels = func(level int) string {
		switch level {
		case 1:
			return frenchGuess
		case 2:
			return frenchFairly
		}
		return frenchSure
	}
	i.Tally = func(t learn.Tally) string { return frenchRight(t.Right, t.Asked) }
	i.CalHow = "Moins tu hésites, plus la barre devrait être longue."
	i.Band = func(from, to int) string { return fmt.Sprintf("%d–%d h", from, to) }
	i.HoursHow = "Affiché parce que tes réponses distinguent ces heures. Ce peut encore être le hasard."
	i.Days = func(n int) string { return frenchDaysOf(n) + " avec quelque chose de fait" }
	i.Busiest = func(day time.Time, m float64) string {
		return "le plus le " + frenchDay(day) + " : " + frenchMinutes(wholeMinutes(m))
	}
	i.Run = func(run, best, total int) string {
		said := frenchCount(total, "semaine", "semaines") + " comme prévu"
		if run > 1 {
			said += fmt.Sprintf(", dont %d de suite", run)
		}
		if best > run && best > 1 {
			said += fmt.Sprintf(" (au plus : %d)", best)
		}
		return said
	}
	i.WeekOf = frenchShortDate
	i.Kept, i.Rest = "comme prévu", "repos"
	i.InWeek = func(done, of int) string {
		if done > of {
			return frenchDaysOf(done) + " (" + frenchPlanned(of) + ")"
		}
		return fmt.Sprintf("%d sur %d", done, of)
	}
	i.Recalled = func(r learn.Recalled) string {
		return frenchCount(r.Right, "révision juste", "révisions justes") +
			fmt.Sprintf(" sur %d ; %d %% étaient attendus.", r.Asked, Percent(r.Expected))
	}
	i.Expected, i.Had = "attendu", "obtenu"
	i.Keeps = func(times float64) string {
		return keeps(times, [...]string{
			"Tu retiens environ moitié moins longtemps que prévu ; tes révisions viennent plus tôt.",
			"Tu retiens moins longtemps que prévu ; tes révisions viennent plus tôt.",
			"Tu retiens un peu moins longtemps que prévu ; tes révisions viennent un peu plus tôt.",
			"Tu retiens à peu près aussi longtemps que prévu.",
			"Tu retiens un peu plus longtemps que prévu ; tes révisions viennent un peu plus tard.",
			"Tu retiens plus longtemps que prévu ; tes révisions viennent plus tard.",
			"Tu retiens environ deux fois plus longtemps que prévu ; tes révisions viennent plus tard.",
		})
	}
	i.Open = "ouvrir"
	i.NextPart, i.PrevPart = "partie suivante", "partie précédente"
	i.NoRow = "il n’y a rien à ouvrir sur cette ligne"
}

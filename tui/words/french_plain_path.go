package words

import (
	"fmt"
	"maps"
)

func frenchPlainPath(p *PlainPath) {
	p.frenchPlanning()
	p.frenchOffers()
	p.frenchPlaced()
	p.frenchQuestions()
	p.frenchReview()
	p.frenchClosing()
}

func (p *PlainPath) frenchPlanning() {
	p.PlanningOf = func(n, of int) string { return fmt.Sprintf("Question %d sur %d", n, of) }
	p.Now = func(a string) string { return "Pour l’instant : " + a + "." }
	p.OneOf = func(n int) string { return fmt.Sprintf("Écris un numéro de 1 à %d", n) }
	p.ManyOf = func(n int) string {
		return fmt.Sprintf("Écris les numéros, de 1 à %d, de tout ce que tu choisis, par exemple : 1 2", n)
	}
	p.ValueOf = func(list string) string { return "Écris l’un de ceux-ci : " + list }
	p.Minutes = "Écris un nombre de minutes, par exemple : 25"
	p.Date = "Écris une date comme année, mois et jour, par exemple : 2026-03-31"
	p.Own = "Écris ta réponse sur une ligne"
	p.LeaveIt = ". Entrée laisse tel quel."
	p.ClearIt = ". « rien » efface, Entrée laisse tel quel."
	p.NotADate = func(l string) string {
		return "« " + l + " » n’est pas une date. Écris année, mois et jour, par exemple : 2026-03-31"
	}
}

func (p *PlainPath) frenchOffers() {
	p.DayHow = "Appuie sur Entrée pour commencer par les révisions, ou écris non pour continuer sans elles."
	p.Review = func(_ string, n, m int) string {
		return "À réviser : " + frenchCount(n, "élément", "éléments") + minutesOf(m, frenchMinutes) + ". Réviser maintenant ?"
	}
	p.Practice = func(t string, _, m int) string {
		return "Travailler d’abord « " + t + " »" + minutesOf(m, frenchMinutes) + " ?"
	}
	p.Back = func(t string, _, m int) string {
		return "Revenir à « " + t + " »" + minutesOf(m, frenchMinutes) + " ?"
	}
	p.PlacementHow = "Écris 1, 2 ou 3."
	p.PlacementNames = [3][]string{{"oui", "o", "test", "yes", "y"}, {"nouveau", "new"}, {"bases", "some"}}
	p.NotPlacement = "Il faut 1, 2 ou 3."
}

func (p *PlainPath) frenchPlaced() {
	p.PlacedAfter = func(n int) string {
		return "Ce que le test a trouvé, après " + frenchCount(n, "question", "questions") + ". Tous les chiffres sont des estimations."
	}
	p.PlacedKnown = func(t string, n int) string { return fmt.Sprintf("%s : acquise, %d %%.", t, n) }
	p.PlacedMaybe = func(t string, n int) string {
		return fmt.Sprintf("%s : peut-être acquise, %d %%. Une question vient avant la leçon.", t, n)
	}
	p.PlacedNew = func(t string, n int) string {
		return fmt.Sprintf("%s : nouvelle, %d %%. La leçon vient d’abord.", t, n)
	}
	p.PassesOver = func(l string) string { return "Peut être sauté : " + l + "." }
	p.PlacedHow = "Écris oui pour sauter ce qui est acquis, non pour ne rien sauter, ou les numéros des compétences que tu maîtrises, par exemple : 1 2"
	p.PlacedNone = "Rien n’est sauté. Appuie sur Entrée pour continuer, ou écris les numéros des compétences que tu maîtrises."
}

func (p *PlainPath) frenchQuestions() {
	maps.Copy(p.QuestionFor, map[string]string{
		"placement": "Question de niveau :", "try": "Une question avant la leçon :", "practice": "Question d’entraînement :",
		"check": "Une question sur une base :", "review": "Question de révision :",
	})
	p.Easier = "Pour une question plus facile, écris :easier."
	p.Harder = "Pour une question plus difficile, écris :harder."
	p.EasierHarder = "Pour une question plus facile, écris :easier ; pour une plus difficile, :harder."
	p.Another = "Autre explication :"
	p.HintComes = "Un indice pour l’essai suivant :"
	p.HintReady = "Un indice peut aider ici : écris :hint."
	p.SureMiss = "Tu as répondu sans hésiter. Cela vaut un regard plus long, et revient demain."
	p.Moved = func(t string, n, b int) string {
		if n == b {
			return fmt.Sprintf("%s : toujours environ %d %%.", t, n)
		}
		return fmt.Sprintf("%s : environ %d %%, avant %d %%.", t, n, b)
	}
}

func (p *PlainPath) frenchReview() {
	p.Turn = "Dis-toi ce qu’il y a au verso. Puis appuie sur Entrée pour retourner la fiche."
	p.TurnBack = "Le verso :"
	p.Judge = "Le savais-tu ? Écris 1 pour non, 2 pour oui, 3 pour trop facile."
	p.JudgeNames = [3][]string{{"non", "n", "oublié", "no", "forgot"}, {"oui", "o", "su", "yes", "y", "knew"}, {"facile", "trop facile", "easy", "too easy"}}
	p.NotJudged = func(l string) string { return "« " + l + " » n’est ni 1, ni 2, ni 3." }
	p.NotTurned = "La fiche n’est pas encore retournée."
	p.Reviewed = func(r, a, m int) string {
		said := "La révision est finie : " + frenchRight(r, a)
		if m > 0 {
			said += ", " + frenchMinutes(m)
		}
		return said + "."
	}
	p.ItemRight = func(t string, days int) string { return t + " : juste. Revient " + frenchIn(days) + "." }
	p.ItemMissed = func(t string, days int) string { return t + " : pas juste. Revient " + frenchIn(days) + "." }
	p.ItemLeech = "Manqué encore et encore ; c’est noté pour l’auteur."
	p.StillDue = func(n int) string {
		return "Encore à réviser aujourd’hui : " + frenchCount(n, "élément", "éléments") + ". Écris :review pour le faire."
	}
	p.NothingDue = "Rien n’est à réviser. Pour travailler ce qui tient le moins, écris :review spare"
	p.NoSpare = "Rien n’est encore acquis qui pourrait s’oublier."
	p.NoPractice = "Sa leçon vient d’abord ; il n’y a pas encore de question là-dessus."
	p.TooShort = "Une révision prend au moins 2 minutes."
	p.NoSkill = func(n string) string {
		return "Il n’y a pas de compétence « " + n + " ». :map donne la liste des compétences."
	}
}

func (p *PlainPath) frenchClosing() {
	p.Spent = func(m, planned int) string {
		if planned <= 0 {
			return "Temps d’aujourd’hui : " + frenchMinutes(m) + "."
		}
		return "Temps d’aujourd’hui : " + frenchMinutes(m) + " (prévu : " + frenchMinutes(planned) + ")."
	}
	p.DoneToday = func(l string) string { return "Leçons : " + l + "." }
	p.KnownNow = func(s string) string { return "Maintenant acquis : " + s + "." }
	p.Write = "Écris-le sur une ligne, et cela revient dans ta prochaine révision. Entrée continue sans rien écrire."
}

package words

import (
	"fmt"
	"time"
)

func frenchCard(c *Card) {
	c.Term = "Que veut dire ce mot ?"
	c.Say = "Dis-toi d’abord la réponse, puis retourne la fiche."
	c.Turn = "retourner la fiche"
	c.Ask = "Le savais-tu ?"
	c.No, c.Yes, c.Easy = "Je l’avais oublié", "Je le savais", "C’était trop facile"
	c.Pick = "Dis d’abord si tu le savais, avec un numéro ou les flèches."
}

func frenchReviewed(r *Reviewed) {
	r.Right = func(right, asked int, m float64) string {
		return frenchRight(right, asked) + ", en " + frenchMinutes(max(1, int(m+0.5))) + "."
	}
	r.None = "Rien n’a été demandé."
	r.Again = func(days int) string { return "revient " + frenchIn(days) }
	r.Leech = "manquée encore et encore ; noté pour l’auteur"
	r.Due = func(n int) string {
		return fmt.Sprintf("Encore %d à réviser aujourd’hui. Tu peux en rester là.", n)
	}
	r.Tomorrow = func(n int) string { return fmt.Sprintf("Pour demain : %d.", n) }
	r.Next = func(day time.Time) string { return "Prochaine révision : le " + frenchDay(day) + "." }
	r.More = "réviser le reste"
}

func frenchClosing(c *Closing) {
	c.Spent = func(m float64) string {
		return frenchCount(max(1, int(m+0.5)), "minute", "minutes") + " aujourd’hui."
	}
	c.Lessons = "Leçons faites"
	c.Skills = "Compétences maintenant acquises"
	c.Tomorrow = func(n int) string { return "Pour demain : " + frenchReviews(n) + "." }
	c.Week = func(done, of int) string {
		switch {
		case of > 0 && done <= of:
			return frenchDaysOf(done) + fmt.Sprintf(" sur %d cette semaine.", of)
		case of > 0:
			return frenchDaysOf(done) + " cette semaine (" + frenchPlanned(of) + ")."
		}
		return frenchDaysOf(done) + " cette semaine."
	}
	c.Ask = "Qu’est-ce qui reste obscur ?"
	c.Help = "Une ligne suffit. Elle revient dans ta prochaine révision."
	c.Keep, c.Skip = "garder et continuer", "rien, continuer"
	c.Missing = "Écris une ligne, ou continue sans."
}

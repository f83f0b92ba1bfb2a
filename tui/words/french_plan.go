package words

import (
	"fmt"
	"strings"
	"time"
)

func frenchPlan(p *Plan) {
	p.Title = "Plan"
	p.For = func(g string) string { return named(g, "Pour « %s »", "Pour tout le cours") }
	p.Skills = func(n, of int) string {
		return frenchCount(n, "compétence", "compétences") + fmt.Sprintf(" sur %d à apprendre", of)
	}
	p.Done = "Tu as tout appris. Les révisions l’entretiennent."
	p.Lessons = func(n int) string { return frenchLessons(n) + " à venir" }
	p.Minutes, p.New, p.Review = "Ce qui reste, une estimation", "nouveau", "révisions"
	p.Speed = func(t float64) string {
		if t >= 0.95 && t <= 1.05 {
			return "Tu mets à peu près le temps prévu par l’auteur."
		}
		times := decimalComma(fmt.Sprintf("%.1f", t))
		return "Tu mets " + times + " fois le temps prévu par l’auteur ; c’est pris en compte."
	}
	p.Days = func(days []time.Weekday, sitting int) string {
		said := "tous les jours"
		if len(days) != 7 {
			var names []string
			for _, d := range days {
				names = append(names, frenchWeekday(d))
			}
			said = strings.Join(names, " ")
		}
		return said + ", " + frenchMinutes(sitting) + " chaque fois"
	}
	p.NoDays = "Aucun jour n’est prévu."
	p.Resting = "Aujourd’hui, tu te reposes."
	p.Levers = "Ce qui y changerait quelque chose"
	p.LeverHow = "Chaque chose à elle seule. Entrée la change ; tu peux revenir en arrière à tout moment."
	p.MoreMinutes = func(from, to int) string {
		return frenchMinutes(to) + " par semaine au lieu de " + frenchMinutes(from)
	}
	p.Sitting = func(m, days int) string {
		if days == 1 {
			return frenchMinutes(m) + " le jour prévu"
		}
		return fmt.Sprintf("%s pour chacun de tes %d jours", frenchMinutes(m), days)
	}
	p.Date = func(from, to time.Time) string {
		return "le " + frenchDate(to, from) + " au lieu du " + frenchDate(from, from)
	}
	p.Goal = func(t string) string { return "Viser « " + t + " », qui demande moins" }
	p.Fewer = func(from, to int) string { return fmt.Sprintf("%s au lieu de %d", frenchSkills(to), from) }
	p.Sure = func(from, to int) string {
		return fmt.Sprintf("Réviser quand tu retiens encore %d %%, pas %d %%", to, from)
	}
	p.Preset = func(word string) string {
		return "Moins de questions avant de continuer : « " + frenchSureness(word) + " »"
	}
	p.Does, p.Not = "tient la date", "ne suffit pas à elle seule"
	p.Ends = func(day, now time.Time) string { return "fini le " + frenchDate(day, now) }
	p.ByHand = "à toi de choisir, dans objectif et rythme"
	p.Changed = func(what string) string { return "Changé : " + what }
	p.Change = "changer"
	p.Coming = "Les deux semaines à venir"
	p.Booked = func(review, fresh float64) string {
		switch {
		case review > 0 && fresh > 0:
			return fmt.Sprintf("%d min de révision, %d min de nouveau", wholeMinutes(review), wholeMinutes(fresh))
		case review > 0:
			return fmt.Sprintf("%d min de révision", wholeMinutes(review))
		}
		return fmt.Sprintf("%d min de nouveau", wholeMinutes(fresh))
	}
	p.Spent = func(m float64) string { return "fait : " + frenchMinutes(wholeMinutes(m)) }
	p.Free, p.Nothing = "libre", "encore rien"
	p.NoRow = "choisis d’abord un changement, avec les flèches"
}

// frenchPlanned says how many days are planned.
func frenchPlanned(n int) string { return frenchCount(n, "prévu", "prévus") }

// frenchSureness names by its code word how sure somebody wants to be before
// going on.
func frenchSureness(code string) string {
	switch code {
	case "brisk":
		return "rapide"
	case "standard":
		return "normal"
	case "thorough":
		return "approfondi"
	}
	return code
}

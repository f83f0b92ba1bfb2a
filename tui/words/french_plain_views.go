package words

import "fmt"

func frenchPlainViews(v *PlainViews) {
	v.Named = func(t string) string { return "« " + t + " »" }

	v.Today = func(due string) string { return "Aujourd’hui. " + due }
	v.ReviewStarts = "Écris :review pour commencer."
	v.Due = func(kind, t string) string { return named(kind, "%s ", "") + "« " + t + " »." }
	v.MoreDue = func(more, how string) string { return more + " : " + how }
	v.Next = func(t, module string) string {
		return "Ensuite : « " + t + " »" + named(module, ", dans « %s »", "")
	}
	v.Time = func(s string) string { return "Temps : " + s + "." }
	v.Days = func(s string) string { return "Jours : " + s + "." }

	v.Skill = func(t string, p, line int, answers string) string {
		if line > 0 {
			return fmt.Sprintf("%s : environ %d %%, acquise à partir de %d %%, %s.", t, p, line, answers)
		}
		return fmt.Sprintf("%s : environ %d %%, %s.", t, p, answers)
	}
	v.Earlier = func(n int) string {
		return fmt.Sprintf("Avant celles-ci : %d. :why all en parle aussi.", n)
	}
	v.Points = func(p float64) string {
		switch {
		case p > -0.05 && p < 0.05:
			return "aucun point"
		case p < 0:
			return frenchPoints(-p) + " de moins"
		}
		return frenchPoints(p) + " de plus"
	}
	v.Then = func(p int) string { return fmt.Sprintf("ensuite %d %%", p) }
	v.FromTo = func(t string, b, a int) string {
		if a == b {
			return fmt.Sprintf("%s reste à %d %%", t, a)
		}
		return fmt.Sprintf("%s passe de %d %% à %d %%", t, b, a)
	}
	v.Else = "Autre chose, avec :else et son numéro :"
	v.NoElse = "Il n’y a rien d’autre à faire ici ; :open mène à n’importe quelle leçon."
	v.NotElse = func(n int) string { return fmt.Sprintf("Il faut un numéro de 1 à %d.", n) }

	v.frenchMap()
	v.frenchInsights()
	v.frenchPlan()
}

// frenchPoints says points; below two they are singular.
func frenchPoints(p float64) string {
	said := decimalComma(fmt.Sprintf("%.1f", p)) + " point"
	if p >= 1.95 {
		said += "s"
	}
	return said
}

func (v *PlainViews) frenchMap() {
	v.Estimates = "Tous les chiffres sont des estimations."
	v.About = func(p int) string { return fmt.Sprintf("environ %d %%", p) }
	v.BuildsOn = func(s string) string { return "S’appuie sur " + s + "." }
	v.WaitsFor = func(s string, p, line int) string {
		return fmt.Sprintf("Attend %s : %d %%, et %d %% suffisent.", s, p, line)
	}
	v.TaughtIn = func(l string) string { return "Enseignée dans : " + l + "." }
	v.MovedBy = "Ce qui l’a fait bouger :"
}

func (v *PlainViews) frenchInsights() {
	v.Hours = func(from, to int) string { return fmt.Sprintf("de %d à %d h", from, to) }
	v.Answers = some("réponse", "réponses")
	v.Reviews = some("révision", "révisions")
	v.Finished = some("leçon finie", "leçons finies")
	v.Weeks = func(s string) string { return "Semaines : " + s + "." }
	v.WeekOf = func(monday string) string { return "semaine du " + monday }
}

func (v *PlainViews) frenchPlan() {
	v.Left = func(fresh, review int) string {
		const said, until = "Reste, selon une estimation : ", " pour le nouveau, avec ses questions jusqu’à ce que chaque compétence soit acquise"
		switch {
		case review == 0:
			return said + frenchMinutes(fresh) + until + "."
		case fresh == 0:
			return said + frenchMinutes(review) + " pour les révisions."
		}
		return said + frenchMinutes(fresh) + until + " ; " + frenchMinutes(review) + " pour les révisions."
	}
	v.YourDays = func(s string) string { return "Tes jours : " + s + "." }
	v.Forecast = func(half, most string) string {
		return "Quand tu pourrais avoir fini, selon une estimation. " + half + ". " + most + "."
	}
	v.Levers = "Ce qui y changerait quelque chose, chaque chose à elle seule :"
	v.LeverHow = "Pour en changer une, écris :plan et son numéro. Tu peux revenir en arrière à tout moment."
	v.NotLever = func(n int) string {
		if n == 0 {
			return "Il n’y a rien à changer ici ; :choices donne la liste de tes choix."
		}
		return fmt.Sprintf("Il faut un numéro de 1 à %d.", n)
	}
	v.HandTime = "Il faut plus de jours ou des séances plus longues, et c’est à toi de choisir : :set days et :set minutes les changent, :choices en donne la liste."
	v.HandGoal = func(t, set string) string {
		return "Il faut l’objectif « " + t + " ». " +
			named(set, "Pour le choisir, écris %s", "Les objectifs sont parmi tes choix : :choices en donne la liste.")
	}
	v.HandFewer = "Il faut un objectif qui demande moins de compétences, et c’est à toi de choisir : :choices donne la liste des objectifs, :set goal change le tien."
	v.HandNone = "Ce cours n’a pas d’objectif qui demande moins ; tu peux sauter ce qui t’est inutile, avec :leave dans une leçon."

	v.Coming = func(last string) string {
		return "Les jours jusqu’au " + last + " ; ceux qui ne sont pas nommés sont libres :"
	}
	v.DayReviews = func(n int) string { return "Révisions : " + frenchCount(n, "élément", "éléments") }
	v.DayNew = func(names string, more int) string {
		if more > 0 {
			return fmt.Sprintf("Nouveau : %s ; et encore %d", names, more)
		}
		return "Nouveau : " + names
	}
}

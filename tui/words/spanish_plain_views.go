package words

import "fmt"

func spanishPlainViews(v *PlainViews) {
	v.Named = func(t string) string { return "«" + t + "»" }

	v.Today = func(due string) string { return "Hoy. " + due }
	v.ReviewStarts = "Escribe :review para empezar."
	v.Due = func(kind, t string) string { return named(kind, "%s ", "") + "«" + t + "»." }
	v.MoreDue = func(more, how string) string { return more + ": " + how }
	v.Next = func(t, module string) string {
		return "A continuación: «" + t + "»" + named(module, ", en «%s»", "")
	}
	v.Time = func(s string) string { return "Tiempo: " + s + "." }
	v.Days = func(s string) string { return "Días: " + s + "." }

	v.Skill = func(t string, p, line int, answers string) string {
		if line > 0 {
			return fmt.Sprintf("%s: cerca del %d %%, dominada desde el %d %%, %s.", t, p, line, answers)
		}
		return fmt.Sprintf("%s: cerca del %d %%, %s.", t, p, answers)
	}
	v.Earlier = func(n int) string {
		if n == 1 {
			return "Antes de estas: 1. :why all también la muestra."
		}
		return fmt.Sprintf("Antes de estas: %d. :why all también las muestra.", n)
	}
	v.Points = func(p float64) string {
		switch {
		case p > -0.05 && p < 0.05:
			return "ningún punto"
		case p < 0:
			return decimalComma(fmt.Sprintf("%.1f", -p)) + " puntos menos"
		}
		return decimalComma(fmt.Sprintf("%.1f", p)) + " puntos más"
	}
	v.Then = func(p int) string { return fmt.Sprintf("después %d %%", p) }
	v.FromTo = func(t string, b, a int) string {
		if a == b {
			return fmt.Sprintf("%s sigue en %d %%", t, a)
		}
		return fmt.Sprintf("%s pasa de %d %% a %d %%", t, b, a)
	}
	v.Else = "Otra cosa, con :else y su número:"
	v.NoElse = "Aquí no hay otra cosa que hacer; :open lleva a cualquier lección."
	v.NotElse = func(n int) string { return fmt.Sprintf("Tiene que ser un número del 1 al %d.", n) }

	v.spanishMap()
	v.spanishInsights()
	v.spanishPlan()
}

func (v *PlainViews) spanishMap() {
	v.Estimates = "Todas las cifras son estimaciones."
	v.About = func(p int) string { return fmt.Sprintf("cerca del %d %%", p) }
	v.BuildsOn = func(s string) string { return "Se apoya en " + s + "." }
	v.WaitsFor = func(s string, p, line int) string {
		return fmt.Sprintf("Espera a %s: %d %%, y basta con %d %%.", s, p, line)
	}
	v.TaughtIn = func(l string) string { return "Se enseña en: " + l + "." }
	v.MovedBy = "Qué la hizo cambiar:"
}

func (v *PlainViews) spanishInsights() {
	v.Hours = func(from, to int) string { return fmt.Sprintf("de %d a %d h", from, to) }
	v.Answers = some("respuesta", "respuestas")
	v.Reviews = some("repaso", "repasos")
	v.Finished = some("lección terminada", "lecciones terminadas")
	v.Weeks = func(s string) string { return "Semanas: " + s + "." }
	v.WeekOf = func(monday string) string { return "semana del " + monday }
}

func (v *PlainViews) spanishPlan() {
	v.Left = func(fresh, review int) string {
		const said, until = "Queda, según una estimación: ", " para lo nuevo, con sus preguntas hasta dominar cada habilidad"
		switch {
		case review == 0:
			return said + spanishMinutes(fresh) + until + "."
		case fresh == 0:
			return said + spanishMinutes(review) + " para repasos."
		}
		return said + spanishMinutes(fresh) + until + "; " + spanishMinutes(review) + " para repasos."
	}
	v.YourDays = func(s string) string { return "Tus días: " + s + "." }
	v.Forecast = func(half, most string) string {
		return "Cuándo podrías terminar, según una estimación. " + half + ". " + most + "."
	}
	v.Levers = "Qué lo cambiaría, cada cosa por sí sola:"
	v.LeverHow = "Para cambiar una, escribe :plan y su número. Puedes deshacerlo cuando quieras."
	v.NotLever = func(n int) string {
		if n == 0 {
			return "Aquí no hay nada que cambiar; :choices muestra lo que elegiste."
		}
		return fmt.Sprintf("Tiene que ser un número del 1 al %d.", n)
	}
	v.HandTime = "Hacen falta más días o sesiones más largas, y eso lo eliges tú: :set days y :set minutes lo cambian, :choices lo muestra."
	v.HandGoal = func(t, set string) string {
		return "Hace falta la meta «" + t + "». " +
			named(set, "Para elegirla, escribe %s", "Las metas están entre lo que eliges: :choices las muestra.")
	}
	v.HandFewer = "Hace falta una meta que pida menos habilidades, y eso lo eliges tú: :choices muestra las metas, :set goal cambia la tuya."
	v.HandNone = "Este curso no tiene ninguna meta que pida menos; puedes saltar lo que no necesites, con :leave en una lección."

	v.Coming = func(last string) string { return "Los días hasta el " + last + "; los que no aparecen están libres:" }
	v.DayReviews = func(n int) string { return "Repasos: " + spanishCount(n, "elemento", "elementos") }
	v.DayNew = func(names string, more int) string {
		if more > 0 {
			return fmt.Sprintf("Nuevo: %s; y %d más", names, more)
		}
		return "Nuevo: " + names
	}
}

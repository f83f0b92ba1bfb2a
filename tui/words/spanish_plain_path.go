package words

import (
	"fmt"
	"maps"
)

func spanishPlainPath(p *PlainPath) {
	p.spanishPlanning()
	p.spanishOffers()
	p.spanishPlaced()
	p.spanishQuestions()
	p.spanishReview()
	p.spanishClosing()
}

func (p *PlainPath) spanishPlanning() {
	p.PlanningOf = func(n, of int) string { return fmt.Sprintf("Pregunta %d de %d", n, of) }
	p.Now = func(a string) string { return "Ahora: " + a + "." }
	p.OneOf = func(n int) string { return fmt.Sprintf("Escribe un número del 1 al %d", n) }
	p.ManyOf = func(n int) string {
		return fmt.Sprintf("Escribe los números, del 1 al %d, de todo lo que elijas, por ejemplo: 1 2", n)
	}
	p.ValueOf = func(list string) string { return "Escribe uno de estos: " + list }
	p.Minutes = "Escribe un número de minutos, por ejemplo: 25"
	p.Date = "Escribe una fecha como año, mes y día, por ejemplo: 2026-03-31"
	p.Own = "Escribe tu respuesta en una línea"
	p.LeaveIt = ". Enter lo deja como está."
	p.ClearIt = ". «nada» lo borra, Enter lo deja como está."
	p.NotADate = func(l string) string {
		return "«" + l + "» no es una fecha. Escríbela como año, mes y día, por ejemplo: 2026-03-31"
	}
}

func (p *PlainPath) spanishOffers() {
	p.DayHow = "Pulsa Enter para empezar por los repasos, o escribe no para seguir sin ellos."
	p.Review = func(_ string, n, m int) string {
		return "Para repasar: " + spanishCount(n, "elemento", "elementos") + minutesOf(m, spanishMinutes) + ". ¿Repasar ahora?"
	}
	p.Practice = func(t string, _, m int) string {
		return "¿Practicar antes «" + t + "»" + minutesOf(m, spanishMinutes) + "?"
	}
	p.Back = func(t string, _, m int) string {
		return "¿Volver a «" + t + "»" + minutesOf(m, spanishMinutes) + "?"
	}
	p.PlacementHow = "Escribe 1, 2 o 3."
	p.PlacementNames = [3][]string{{"sí", "si", "s", "prueba", "yes", "y", "test"}, {"nuevo", "nueva", "new"}, {"algo", "some"}}
	p.NotPlacement = "Tiene que ser 1, 2 o 3."
}

func (p *PlainPath) spanishPlaced() {
	p.PlacedAfter = func(n int) string {
		return "Lo que encontró la prueba, tras " + spanishCount(n, "pregunta", "preguntas") + ". Todas las cifras son estimaciones."
	}
	p.PlacedKnown = func(t string, n int) string { return fmt.Sprintf("%s: dominada, %d %%.", t, n) }
	p.PlacedMaybe = func(t string, n int) string {
		return fmt.Sprintf("%s: quizá dominada, %d %%. Va una pregunta antes de la lección.", t, n)
	}
	p.PlacedNew = func(t string, n int) string { return fmt.Sprintf("%s: nueva, %d %%. Antes va la lección.", t, n) }
	p.PassesOver = func(l string) string { return "Se puede saltar: " + l + "." }
	p.PlacedHow = "Escribe sí para saltar lo que ya dominas, no para no saltar nada, o los números de las habilidades que dominas, por ejemplo: 1 2"
	p.PlacedNone = "No se salta nada. Pulsa Enter para seguir, o escribe los números de las habilidades que dominas."
}

func (p *PlainPath) spanishQuestions() {
	maps.Copy(p.QuestionFor, map[string]string{
		"placement": "Pregunta de nivel:", "try": "Una pregunta antes de la lección:", "practice": "Pregunta de práctica:",
		"check": "Una pregunta sobre lo que hay debajo:", "review": "Pregunta de repaso:",
	})
	p.Easier = "Para una pregunta más fácil, escribe :easier."
	p.Harder = "Para una pregunta más difícil, escribe :harder."
	p.EasierHarder = "Para una pregunta más fácil, escribe :easier; para una más difícil, :harder."
	p.Another = "Otra explicación:"
	p.HintComes = "Una pista para el próximo intento:"
	p.HintReady = "Aquí puede ayudar una pista: escribe :hint."
	p.SureMiss = "Respondiste sin dudas. Merece que lo mires más despacio, y vuelve mañana."
	p.Moved = func(t string, n, b int) string {
		if n == b {
			return fmt.Sprintf("%s: sigue cerca del %d %%.", t, n)
		}
		return fmt.Sprintf("%s: cerca del %d %%, antes %d %%.", t, n, b)
	}
}

func (p *PlainPath) spanishReview() {
	p.Turn = "Dite lo que hay en el reverso. Luego pulsa Enter para darle la vuelta."
	p.TurnBack = "El reverso:"
	p.Judge = "¿Lo sabías? Escribe 1 para no, 2 para sí, 3 para demasiado fácil."
	p.JudgeNames = [3][]string{{"no", "n", "olvidado", "forgot"}, {"sí", "si", "s", "sabido", "yes", "y", "knew"}, {"fácil", "demasiado fácil", "easy", "too easy"}}
	p.NotJudged = func(l string) string { return "«" + l + "» no es 1, 2 ni 3." }
	p.NotTurned = "La tarjeta aún no tiene la vuelta dada."
	p.Reviewed = func(r, a, m int) string {
		said := fmt.Sprintf("El repaso terminó: %d de %d bien", r, a)
		if m > 0 {
			said += ", " + spanishMinutes(m)
		}
		return said + "."
	}
	p.ItemRight = func(t string, days int) string { return t + ": bien. Vuelve " + spanishIn(days) + "." }
	p.ItemMissed = func(t string, days int) string { return t + ": mal. Vuelve " + spanishIn(days) + "." }
	p.ItemLeech = "Se falló una y otra vez; queda anotado para el autor."
	p.StillDue = func(n int) string {
		return "Para hoy quedan: " + spanishCount(n, "elemento", "elementos") + ". Escribe :review para repasar."
	}
	p.NothingDue = "No toca nada. Para practicar lo que menos recuerdas, escribe :review spare"
	p.NoSpare = "Aún no dominas nada que se pueda olvidar."
	p.NoPractice = "Antes va su lección; aún no hay preguntas sobre eso."
	p.TooShort = "Un repaso dura al menos 2 minutos."
	p.NoSkill = func(n string) string { return "No hay ninguna habilidad «" + n + "». :map muestra las habilidades." }
}

func (p *PlainPath) spanishClosing() {
	p.Spent = func(m, planned int) string {
		if planned <= 0 {
			return "Tiempo de hoy: " + spanishMinutes(m) + "."
		}
		return "Tiempo de hoy: " + spanishMinutes(m) + " (previsto: " + spanishMinutes(planned) + ")."
	}
	p.DoneToday = func(l string) string { return "Lecciones: " + l + "." }
	p.KnownNow = func(s string) string { return "Ya dominas: " + s + "." }
	p.Write = "Escríbelo en una línea y aparecerá en tu próximo repaso. Enter sigue sin escribir nada."
}

package words

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func spanishInsights(i *Insights) {
	i.Title = "Análisis"
	i.Sum = func(m float64, answers int) string {
		return spanishMinutes(wholeMinutes(m)) + " de aprendizaje, " +
			spanishCount(answers, "respuesta comprobada", "respuestas comprobadas")
	}
	i.None = "Todavía no hay nada que contar. Llegará con tus respuestas."
	i.Strong, i.Weak = "Lo que mejor sabes", "Lo que menos sabes"
	i.Sure = "Sin dudas, y sin acertar"
	i.Calibration = "Tu seguridad y tus aciertos"
	i.Hours, i.Lessons, i.Calendar, i.Weeks = "Horas del día", "Tiempo por lección", "Días", "Semanas"
	i.Recall = "Lo que aún sabías en los repasos"
	i.Unclear = "Lo que escribiste que no estaba claro"

	i.SinceThen = "bien desde entonces"
	i.Levels = func(level int) string {
		switch level {
		case 1:
			return spanishGuess
		case 2:
			return spanishFairly
		}
		return spanishSure
	}
	i.Tally = func(t learn.Tally) string { return fmt.Sprintf("%d de %d bien", t.Right, t.Asked) }
	i.CalHow = "Cuantas menos dudas, más larga debería ser la barra."
	i.Band = func(from, to int) string { return fmt.Sprintf("%d–%d h", from, to) }
	i.HoursHow = "Se muestra porque tus respuestas distinguen estas horas. Aun así puede ser casualidad."
	i.Days = func(n int) string { return spanishDaysOf(n) + " con algo hecho" }
	i.Busiest = func(day time.Time, m float64) string {
		return "el que más, el " + spanishDay(day) + ": " + spanishMinutes(wholeMinutes(m))
	}
	i.Run = func(run, best, total int) string {
		said := spanishCount(total, "semana", "semanas") + " según el plan"
		if run > 1 {
			said += fmt.Sprintf(", %d seguidas", run)
		}
		if best > run && best > 1 {
			said += fmt.Sprintf(" (como mucho: %d)", best)
		}
		return said
	}
	i.WeekOf = spanishShortDate
	i.Kept, i.Rest = "según el plan", "descanso"
	i.InWeek = func(done, of int) string {
		if done > of {
			return spanishDaysOf(done) + " (" + spanishPlanned(of) + ")"
		}
		return fmt.Sprintf("%d de %d", done, of)
	}
	i.Recalled = func(r learn.Recalled) string {
		return fmt.Sprintf("%d de %s; se esperaba un %d %%.", r.Right, spanishCount(r.Asked, "repaso bien", "repasos bien"), Percent(r.Expected))
	}
	i.Expected, i.Had = "esperado", "recordado"
	i.Keeps = func(times float64) string {
		return keeps(times, [...]string{
			"Recuerdas cerca de la mitad del tiempo previsto; tus repasos llegan antes.",
			"Recuerdas menos tiempo del previsto; tus repasos llegan antes.",
			"Recuerdas algo menos de tiempo del previsto; tus repasos llegan algo antes.",
			"Recuerdas más o menos el tiempo previsto.",
			"Recuerdas algo más de tiempo del previsto; tus repasos llegan algo más tarde.",
			"Recuerdas más tiempo del previsto; tus repasos llegan más tarde.",
			"Recuerdas cerca del doble del tiempo previsto; tus repasos llegan más tarde.",
		})
	}
	i.Open = "abrir"
	i.NextPart, i.PrevPart = "parte siguiente", "parte anterior"
	i.NoRow = "en esta línea no hay nada que abrir"
}

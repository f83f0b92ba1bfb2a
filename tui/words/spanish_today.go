package words

import (
	"fmt"
	"maps"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func spanishToday(t *Today) {
	t.Title = "Hoy"
	t.Resting = "Hoy descansas. Lo pendiente espera a mañana."
	t.Review = "Para repasar"
	t.Due = func(n, m int) string {
		said := fmt.Sprintf("Tocan %d repasos", n)
		if n == 1 {
			said = "Toca 1 repaso"
		}
		if m > 0 {
			said += ", " + spanishAbout(m)
		}
		return said + "."
	}
	t.Take = func(n, m int) string {
		said := fmt.Sprintf("%d ahora", n)
		if m > 0 {
			said += ", " + spanishAbout(m)
		}
		return said + "; el resto puede esperar."
	}
	t.DueNone = func(tomorrow int) string {
		if tomorrow == 0 {
			return "No toca ningún repaso."
		}
		return fmt.Sprintf("No toca ningún repaso. Mañana: %d.", tomorrow)
	}
	t.More = func(n int) string { return fmt.Sprintf("y %d más", n) }
	t.Next, t.Then, t.Stands = "Lo siguiente en el camino", "Después, en el camino", "Hasta ahora"
	t.Begun = "empezada"
	t.Left = func(m int) string {
		if m == 1 {
			return "queda cerca de 1 min"
		}
		return "quedan " + spanishAbout(m)
	}
	t.Takes = spanishAbout
	t.End = "No queda nada en el camino."
	t.Spent = func(m float64) string { return spanishMinutes(wholeMinutes(m)) + " hoy" }
	t.Sitting = func(m int) string { return spanishMinutes(m) + " en el plan" }
	t.Free = "un día libre en tu plan; lo que hagas cuenta igual"
	t.Week = func(done, of int) string {
		switch {
		case of == 0 && done == 0:
			return ""
		case of == 0:
			return spanishDaysOf(done) + " esta semana"
		case done > of:
			return spanishDaysOf(done) + " esta semana (" + spanishPlanned(of) + ")"
		case done == 0:
			return spanishCount(of, "día previsto", "días previstos") + " esta semana"
		}
		return fmt.Sprintf("%d de %d esta semana", done, of)
	}
	t.Unclear = "Lo que escribiste que no estaba claro"
	t.About = func(lesson string) string { return "sobre «" + lesson + "»" }
	t.Leeches = "Fallado una y otra vez"
	t.Leech = func(title string, times int) string {
		return fmt.Sprintf("%s (%s)", title, spanishCount(times, "fallo", "fallos"))
	}
	t.LeechHow = "Otra explicación puede ayudar más que otro intento."
	maps.Copy(t.Kinds, map[learn.DueKind]string{
		learn.DueSkill: "habilidad", learn.DueOpen: "habilidad abierta", learn.DueQuestion: "pregunta",
		learn.DueCard: "tarjeta", learn.DueTerm: "término",
	})
	t.Start = func(n int) string {
		if n == 0 {
			return "empezar por los repasos"
		}
		return "empezar " + spanishReviews(n)
	}
	t.GoOn = "seguir"
	t.NoReview = "no toca ningún repaso; en el mapa puedes practicar cualquier habilidad"
	t.NoRest = "hoy ya descansas"
	t.Rested = "Que descanses. Lo pendiente espera a mañana."
}

func spanishForecast(f *Forecast) {
	f.Heading = "Previsión"
	f.Line = func(f *learn.Forecast, now time.Time) string {
		return "Podrías terminar " + spanishBetween(f.From80, f.To80, now) + ", según una estimación"
	}
	f.None = "Aún no hay una estimación de cuándo terminarás."
	f.Status = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "Vas bien para el " + spanishDate(until, now) + "."
		case learn.ForecastTight:
			return "Vas justo para el " + spanishDate(until, now) + ": sale en la mitad de los casos."
		case learn.ForecastLate:
			return "Después del " + spanishDate(until, now) + ", según parece ahora."
		case learn.ForecastOpen:
		}
		return "No hay ninguna fecha puesta."
	}
	f.Short = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "Vas bien para el " + spanishDate(until, now) + "."
		case learn.ForecastTight:
			return "El " + spanishDate(until, now) + " va justo."
		case learn.ForecastLate:
			return "Tu fecha es el " + spanishDate(until, now) + "; el plan dice qué la acercaría."
		case learn.ForecastOpen:
		}
		return ""
	}
	f.Half = func(from, to, now time.Time) string {
		return "Un caso de cada dos: " + spanishBetween(from, to, now)
	}
	f.Most = func(from, to, now time.Time) string {
		return "Cuatro de cada cinco: " + spanishBetween(from, to, now)
	}
	f.Today = "hoy"
}

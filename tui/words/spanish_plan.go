package words

import (
	"fmt"
	"strings"
	"time"
)

func spanishPlan(p *Plan) {
	p.Title = "Plan"
	p.For = func(g string) string { return named(g, "Para «%s»", "Para todo el curso") }
	p.Skills = func(n, of int) string { return fmt.Sprintf("%d de %s por aprender", n, spanishSkills(of)) }
	p.Done = "Ya lo aprendiste todo. Los repasos lo conservan."
	p.Lessons = func(n int) string { return spanishLessons(n) + " por delante" }
	p.Minutes, p.New, p.Review = "Lo que falta, una estimación", "nuevo", "repasos"
	p.Speed = func(t float64) string {
		if t >= 0.95 && t <= 1.05 {
			return "Tardas más o menos lo que previó el autor."
		}
		times := decimalComma(fmt.Sprintf("%.1f", t))
		return "Tardas " + times + " veces lo que previó el autor, y se tiene en cuenta."
	}
	p.Days = func(days []time.Weekday, sitting int) string {
		said := "todos los días"
		if len(days) != 7 {
			var names []string
			for _, d := range days {
				names = append(names, spanishWeekday(d))
			}
			said = strings.Join(names, " ")
		}
		return said + ", " + spanishMinutes(sitting) + " cada vez"
	}
	p.NoDays = "No hay días en el plan."
	p.Resting = "Hoy descansas."
	p.Levers = "Qué lo cambiaría"
	p.LeverHow = "Cada cosa por sí sola. Enter la cambia; puedes deshacerlo cuando quieras."
	p.MoreMinutes = func(from, to int) string {
		return spanishMinutes(to) + " por semana en vez de " + spanishMinutes(from)
	}
	p.Sitting = func(m, days int) string {
		if days == 1 {
			return spanishMinutes(m) + " en tu día"
		}
		return fmt.Sprintf("%s en cada uno de tus %d días", spanishMinutes(m), days)
	}
	p.Date = func(from, to time.Time) string {
		return "el " + spanishDate(to, from) + " en vez del " + spanishDate(from, from)
	}
	p.Goal = func(t string) string { return "La meta «" + t + "», que pide menos" }
	p.Fewer = func(from, to int) string { return fmt.Sprintf("%s en vez de %d", spanishSkills(to), from) }
	p.Sure = func(from, to int) string {
		return fmt.Sprintf("Repasos cuando aún recuerdes un %d %%, no un %d %%", to, from)
	}
	p.Preset = func(word string) string {
		return "Menos preguntas antes de seguir: «" + spanishSureness(word) + "»"
	}
	p.Does, p.Not = "cumple la fecha", "por sí sola no basta"
	p.Ends = func(day, now time.Time) string { return "terminas el " + spanishDate(day, now) }
	p.ByHand = "eliges cómo en metas y ritmo"
	p.Changed = func(what string) string { return "Cambiado: " + what }
	p.Change = "cambiarlo"
	p.Coming = "Las próximas dos semanas"
	p.Booked = func(review, fresh float64) string {
		switch {
		case review > 0 && fresh > 0:
			return fmt.Sprintf("%d min de repaso, %d min de lo nuevo", wholeMinutes(review), wholeMinutes(fresh))
		case review > 0:
			return fmt.Sprintf("%d min de repaso", wholeMinutes(review))
		}
		return fmt.Sprintf("%d min de lo nuevo", wholeMinutes(fresh))
	}
	p.Spent = func(m float64) string { return "hecho: " + spanishMinutes(wholeMinutes(m)) }
	p.Free, p.Nothing = "libre", "nada aún"
	p.NoRow = "elige antes un cambio, con las flechas"
}

// spanishSureness names by its code word how sure somebody wants to be before
// going on.
func spanishSureness(code string) string {
	switch code {
	case "brisk":
		return "ágil"
	case "standard":
		return "normal"
	case "thorough":
		return "a fondo"
	}
	return code
}

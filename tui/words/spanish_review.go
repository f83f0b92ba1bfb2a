package words

import (
	"fmt"
	"time"
)

func spanishCard(c *Card) {
	c.Term = "¿Qué significa esta palabra?"
	c.Say = "Dite antes la respuesta y luego dale la vuelta a la tarjeta."
	c.Turn = "dar la vuelta"
	c.Ask = "¿Lo sabías?"
	c.No, c.Yes, c.Easy = "Se me había olvidado", "Lo sabía", "Era demasiado fácil"
	c.Pick = "Di antes si lo sabías, con un número o con las flechas."
}

func spanishReviewed(r *Reviewed) {
	r.Right = func(right, asked int, m float64) string {
		return fmt.Sprintf("%d de %d bien, en %s.", right, asked, spanishMinutes(max(1, int(m+0.5))))
	}
	r.None = "No se preguntó nada."
	r.Again = func(days int) string { return "vuelve " + spanishIn(days) }
	r.Leech = "fallada una y otra vez; queda anotado para el autor"
	r.Due = func(n int) string {
		if n == 1 {
			return "Hoy toca 1 más. Puedes dejarlo aquí."
		}
		return fmt.Sprintf("Hoy tocan %d más. Puedes dejarlo aquí.", n)
	}
	r.Tomorrow = func(n int) string { return fmt.Sprintf("Para mañana: %d.", n) }
	r.Next = func(day time.Time) string { return "El próximo repaso es el " + spanishDay(day) + "." }
	r.More = "repasar el resto"
}

func spanishClosing(c *Closing) {
	c.Spent = func(m float64) string {
		return spanishCount(max(1, int(m+0.5)), "minuto", "minutos") + " hoy."
	}
	c.Lessons = "Lecciones hechas"
	c.Skills = "Habilidades que ya dominas"
	c.Tomorrow = func(n int) string { return "Para mañana: " + spanishReviews(n) + "." }
	c.Week = func(done, of int) string {
		switch {
		case of > 0 && done <= of:
			return fmt.Sprintf("%d de %s esta semana.", done, spanishDaysOf(of))
		case of > 0:
			return spanishDaysOf(done) + " esta semana (" + spanishPlanned(of) + ")."
		}
		return spanishDaysOf(done) + " esta semana."
	}
	c.Ask = "¿Qué sigue sin estar claro?"
	c.Help = "Basta una línea. Aparecerá en tu próximo repaso."
	c.Keep, c.Skip = "guardarlo y seguir", "nada, seguir"
	c.Missing = "Escribe una línea, o sigue sin ella."
}

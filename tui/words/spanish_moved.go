package words

import "fmt"

func spanishMoved(m *Moved) {
	m.Heading = "Qué cambió con tu respuesta"
	m.From = func(before, after int) string { return fmt.Sprintf("de %d a %d %%", before, after) }
	m.Same = func(now int) string { return fmt.Sprintf("sigue en %d %%", now) }
	m.Left = func(n int) string { return spanishToKnown(n) + "." }
	m.Known = func(days int) string { return "Cuenta como dominada: próximo repaso, " + spanishIn(days) + "." }
	m.KnownNow = func(days int) string { return "Ya cuenta como dominada: primer repaso, " + spanishIn(days) + "." }

	m.SureMiss = "Respondiste sin dudas"
	m.SureMissText = "Merece que lo mires más despacio: pon tu respuesta junto a la correcta y dite en qué se separan. La pregunta vuelve mañana."
	m.Calibration = "Tu seguridad hasta ahora y tus aciertos"
	m.Sure, m.Fairly, m.Guess = spanishSure, spanishFairly, spanishGuess
	m.RightOf = func(right, asked int) string {
		if asked == 0 {
			return "nunca lo dijiste"
		}
		return fmt.Sprintf("%d de %d bien", right, asked)
	}

	m.Hint = "Una pista"
	m.HintReady = func(key string) string { return "Hay una pista, si la quieres: " + key + "." }
}

// How sure the learner is of an answer, in words that fit everybody.
const (
	spanishGuess  = "al azar"
	spanishFairly = "con alguna duda"
	spanishSure   = "sin dudas"
)

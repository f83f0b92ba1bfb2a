package words

import "fmt"

func frenchMoved(m *Moved) {
	m.Heading = "L’effet de ta réponse"
	m.From = func(before, after int) string { return fmt.Sprintf("de %d à %d %%", before, after) }
	m.Same = func(now int) string { return fmt.Sprintf("toujours %d %%", now) }
	m.Left = func(n int) string { return frenchToKnown(n) + "." }
	m.Known = func(days int) string { return "Elle est acquise : prochaine révision " + frenchIn(days) + "." }
	m.KnownNow = func(days int) string { return "La voilà acquise : première révision " + frenchIn(days) + "." }

	m.SureMiss = "Tu as répondu sans hésiter"
	m.SureMissText = "Cela vaut un regard plus long : pose ta réponse à côté de la bonne, et dis-toi où elles se séparent. La question revient demain."
	m.Calibration = "Ton assurance jusqu’ici, et tes réponses justes"
	m.Sure, m.Fairly, m.Guess = frenchSure, frenchFairly, frenchGuess
	m.RightOf = func(right, asked int) string {
		if asked == 0 {
			return "jamais choisi"
		}
		return frenchRight(right, asked)
	}

	m.Hint = "Un indice"
	m.HintReady = func(key string) string { return "Il y a un indice, si tu en veux un : " + key + "." }
}

// How sure the learner is of an answer, in words that fit everybody.
const (
	frenchGuess  = "au hasard"
	frenchFairly = "en hésitant"
	frenchSure   = "sans hésiter"
)

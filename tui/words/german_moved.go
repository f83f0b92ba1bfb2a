package words

import "fmt"

func germanMoved(m *Moved) {
	m.Heading = "Was deine Antwort bewirkt hat"
	m.From = func(before, after int) string { return fmt.Sprintf("von %d auf %s", before, germanPercent(after)) }
	m.Same = func(now int) string { return "weiter " + germanPercent(now) }
	m.Left = func(n int) string { return germanToKnown(n) + "." }
	m.Known = func(days int) string { return "Es gilt als gekonnt: nächste Wiederholung " + germanIn(days) + "." }
	m.KnownNow = func(days int) string { return "Es gilt jetzt als gekonnt: erste Wiederholung " + germanIn(days) + "." }

	m.SureMiss = "Hier warst du dir sicher"
	m.SureMissText = "Das lohnt einen längeren Blick: Lege deine Antwort neben die richtige und sag dir, wo sie auseinandergehen. Die Frage kommt morgen wieder."
	m.Calibration = "Wie sicher du bisher warst, und wie oft richtig"
	m.Sure, m.Fairly, m.Guess = germanSure, germanFairly, germanGuess
	m.RightOf = func(right, asked int) string {
		if asked == 0 {
			return "nie so gesagt"
		}
		return fmt.Sprintf("richtig: %d von %d", right, asked)
	}

	m.Hint = "Ein Tipp"
	m.HintReady = func(key string) string { return "Es gibt einen Tipp, wenn du magst: " + key + "." }
}

// germanToKnown says how many right answers are missing before a skill counts
// as known.
func germanToKnown(n int) string {
	return "Noch " + germanCount(n, "richtige Antwort", "richtige Antworten") + " ohne Hilfe, dann gilt es als gekonnt"
}

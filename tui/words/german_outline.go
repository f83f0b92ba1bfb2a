package words

import "fmt"

func germanOutline(o *Outline) {
	o.Title = "Überblick"
	o.Here = "hier bist du"
	o.Done, o.Skipped, o.Begun, o.Open = "fertig", "übersprungen", "begonnen", "offen"
	o.Off, o.Optional = "abseits", "freiwillig"
	o.Right = func(r, asked int) string { return fmt.Sprintf("%d von %d gleich richtig", r, asked) }
	o.Aside = "Abseits des Wegs"
	o.Skills = "Fertigkeiten"
	o.NoAnswers = "keine Antworten"
	o.Answers = germanAnswersOf
	o.Reference = "Zum Nachschlagen"
	o.Glossary = func(n int) string { return "Glossar, " + germanCount(n, "Begriff", "Begriffe") }
	o.Cards = func(n int) string { return "Lernkarten, " + fmt.Sprint(n) }
	o.Progress = func(done, of int) string { return fmt.Sprintf("%d von %s fertig", done, germanLessons(of)) }

	o.GlossaryTitle, o.CardsTitle = "Glossar", "Lernkarten"

	o.NotOpened = "eine Fertigkeit wächst durch Antworten; öffne eine Lektion, die sie lehrt"
	o.OnlyLessons = "nur Lektionen kannst du nochmal machen"
	o.NotFinished = "diese Lektion ist noch nicht fertig"
}

package words

import "fmt"

func germanErrors(e *Errors) {
	e.Full = "das Laufwerk ist voll. Schaffe Platz und antworte noch einmal."
	e.ReadOnly = "in den Ordner deines Fortschritts lässt sich nicht schreiben."
	e.NotNow = "Das ist hier nicht möglich."
	e.NotTaken = "so lässt sich das nicht übernehmen"
	e.NoExplain = "Hier gibt es keine andere Erklärung, die du nicht schon kennst."
	e.NotDue = "Zurzeit ist nichts zu wiederholen."
	e.NoSpare = "Noch gibt es nichts, was du wiederholen könntest."
	e.NoPractice = "Vor der Lektion dazu gibt es hierzu nichts zu üben."
	e.NoPlace = func(r string) string { return fmt.Sprintf("Es gibt keine Seite %q.", r) }
	e.ListFailed = func(err error) string { return fmt.Sprintf("Die Kurse lassen sich nicht auflisten: %v", err) }
	e.OpenFailed = func(ref string, err error) string { return fmt.Sprintf("%s lässt sich nicht öffnen: %v", ref, err) }
	germanLacks(&e.Lacks)
}

func germanLacks(l *Lacks) {
	l.Answer, l.Number = "tippe eine Antwort", "tippe eine Zahl"
	l.NoUnit = "tippe nur die Zahl, ohne Einheit"
	l.Spaces = "nur die Leerzeichen sind anders: sieh sie dir an"
	l.Quotes = "nur die Anführungszeichen sind anders: versuche die andere Art"
	l.Shown, l.Option = "wähle unter den Antworten, die da stehen", "wähle eine Antwort"
	l.Options, l.One = "wähle mindestens eine Antwort", "wähle nur eine Antwort"
	l.Either = "wähle Antworten oder sag, dass du es nicht weißt, nicht beides"
	l.Brevity = func(n int) string { return fmt.Sprintf("das ist zu lang: höchstens %d Zeichen", n) }
	l.Order = func(n int) string { return fmt.Sprintf("ordne alle %d, jedes einmal", n) }
	l.Match = func(n int) string { return fmt.Sprintf("ordne allen %d Zeilen etwas zu", n) }
	l.Blanks = func(n int) string { return fmt.Sprintf("fülle alle %d Lücken aus", n) }
	l.Unit = func(wanted string) string { return "gib die Zahl in " + wanted + " an oder ohne Einheit" }
	l.InBlank = func(n int, lack string) string { return fmt.Sprintf("Lücke %d: %s", n, lack) }
	l.Future = "wähle einen Tag, der noch kommt"
	l.Minutes = func(most int) string {
		return fmt.Sprintf("die Minuten einer Sitzung sind eine Zahl von 1 bis %d", most)
	}
	l.Form = "diese Frage lässt sich nicht beantworten"
}

package words

import "fmt"

func germanLibrary(l *Library) {
	l.Title = "Kurse"
	l.BuiltIn, l.Recent, l.Folder = "Bei cairn dabei", "Zuletzt geöffnet", "In diesem Ordner"
	l.Empty = "Hier ist noch kein Kurs."
	l.EmptyHow = "Einen Ordner mit Markdown-Dateien öffnest du mit: cairn ORDNER"
	l.NoMatch = func(f string) string { return "In keinem Kurs kommt „" + f + "“ vor." }
	l.Filter = "suchen"

	l.NotBegun, l.Finished, l.Begun = "nicht begonnen", "fertig", "begonnen"
	l.Done = func(done, of int) string { return fmt.Sprintf("%d von %s", done, germanLessons(of)) }
	l.Lessons = germanLessons
	l.Minutes = germanMinutes
	l.Left = func(n int) string { return "noch " + germanMinutes(n) }
	l.Errors = func(n int) string { return germanCount(n, "Fehler", "Fehler") }
	l.Warnings = func(n int) string { return germanCount(n, "Warnung", "Warnungen") }
	l.NoFindings = "an diesem Kurs fiel nichts auf"
	l.NoneToOpen = "es gibt keinen Kurs zum Öffnen"

	l.FindingsTitle = "Befunde"
	l.FindingsNone = "An diesem Kurs fiel nichts auf."
	l.FindingsCount = func(e, w int) string { return l.Errors(e) + ", " + l.Warnings(w) }
	l.Line = func(n int) string { return fmt.Sprintf("Zeile %d", n) }
	l.Cure = "Tipp:"
}

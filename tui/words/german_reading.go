package words

import "fmt"

func germanReading(r *Reading) {
	r.LinksTitle, r.ContentsTitle, r.Links, r.Contents = "Verweise", "Überschriften", "Verweise", "Überschriften"
	r.NoLinks, r.NoHeadings = "Diese Seite hat keine Verweise.", "Diese Seite hat keine Überschriften."
	r.Open, r.Go, r.NextHeading, r.PrevHeading = "öffnen", "dorthin", "nächste Überschrift", "Überschrift davor"

	r.Lesson = func(title string) string { return "Lektion: " + title }
	r.Heading = func(text string) string { return "auf dieser Seite: " + text }
	r.Term = func(term string) string { return "Glossar: " + term }
	r.File = func(file string) string { return "eine Datei des Kurses: " + file }
	r.Footnote = func(text string) string { return "Fußnote: " + text }

	r.Opened = func(address string) string { return "Geöffnet: " + address }
	r.Copied = func(address string) string { return "Kopiert, wenn dein Terminal es zulässt: " + address }
	r.Failed = func(address, why string) string {
		return "Das ließ sich nicht öffnen (" + why + "). Kopiert, wenn dein Terminal es zulässt: " + address
	}
	r.CopiedFile = func(file string) string { return "Eine Datei des Kurses. Ihr Name wurde kopiert: " + file }
	r.Elsewhere = "Diese Überschrift steht nicht auf dieser Seite."

	r.LinksHow = "Um einem zu folgen, tippe :links und seine Nummer."
	r.ContentsHow = "Um die Seite ab einer zu hören, tippe :contents und ihre Nummer."
	r.NoNumber = func(n, of int) string { return fmt.Sprintf("%d gibt es nicht: Die Nummern gehen von 1 bis %d.", n, of) }
	r.From = func(heading string) string { return "Ab „" + heading + "“:" }
}

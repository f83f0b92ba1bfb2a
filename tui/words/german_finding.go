package words

import (
	"fmt"
	"maps"
)

func germanFinding(f *Finding) {
	f.Title, f.Ask = "Suche", "Suchen"
	f.Can = "Kurse, Lektionen und ihr Text, das Glossar, Fragen, die dir begegnet sind, deine Notizen und Lesezeichen."
	f.How = "Tippe ein Wort oder seinen Anfang; bei mehreren Wörtern müssen alle vorkommen. Groß- und Kleinschreibung und Akzente sind egal."
	f.Reading = "Die Kurse werden noch gelesen."
	f.Cut = "Es gibt mehr Text, als sich auf einmal durchsuchen lässt: Etwas kann fehlen."
	f.None = func(text string) string { return "Nirgends steht „" + text + "“." }
	f.Count = func(n int) string { return germanCount(n, "Treffer", "Treffer") }
	f.Slip = func(text string) string { return "Nirgends steht „" + text + "“; mit einem anderen Buchstaben:" }
	f.Ahead = "noch vor dir"
	maps.Copy(f.Kinds, map[string]string{
		"course": "Kurs", "lesson": "Lektion", "text": "Text", "term": "Begriff", "card": "Lernkarte",
		"question": "Frage", "note": "Notiz", "bookmark": "Lesezeichen",
	})
	f.Page = func(n int) string { return fmt.Sprintf("Seite %d", n) }
	f.Glossary = "Glossar"
	f.Met, f.YourLast = "Eine Frage, die dir begegnet ist", "Deine letzte Antwort"
	f.RightOne, f.Because = "Die richtige Antwort", "Warum"
	f.NotMet = "Diese Frage ist dir noch nicht begegnet."
	f.NotTold = "Die richtige Antwort steht hier, sobald die Frage erledigt ist."
	f.Looking = "Du siehst nur nach: Deine Stelle im Kurs bleibt, wo sie ist."
	f.GoThere = "zu dieser Lektion"
	f.Palette, f.Do, f.Go = "Befehle", "Tun", "Gehen zu"
	f.NoCommand = func(text string) string { return "Nichts heißt „" + text + "“." }
	f.NotNow = "jetzt nicht"
	f.Here = "auf dieser Seite"
	f.NoTerms = "Dieser Kurs hat kein Glossar."
	f.NoTerm = func(text string) string { return "Kein Begriff passt zu „" + text + "“." }
	f.Note = func(place string) string { return "Notiz zu " + place }
	f.Edit = "Notiz ändern"
	f.Sure = "Die Notiz ist nicht gespeichert. Noch einmal verwirft sie."
	f.Saved = "Notiz gespeichert."
	f.Removed = func(key string) string {
		if key == "" {
			return "Notiz entfernt."
		}
		return "Notiz entfernt; " + key + " holt sie zurück."
	}
	f.Back = "Die Notiz ist wieder da."
	f.Marked = func(place string) string { return "Lesezeichen gesetzt: " + place }
	f.Unmarked = func(place string) string { return "Lesezeichen entfernt: " + place }
	f.MarkHere = "Lesezeichen"
	f.Notes = "Notizen und Lesezeichen"
	f.NoNotes = func(note, mark string) string {
		return "Noch nichts. In einer Lektion schreibt " + note + " eine Notiz, und " + mark + " setzt ein Lesezeichen."
	}
	f.Bookmark = "Lesezeichen"
	f.Gone = "die Stelle gibt es im Kurs nicht mehr"
	f.Course = "der Kurs"
	f.OnlyNotes = "ein Lesezeichen hat keinen Text"
	f.NothingKept = "nichts ist gewählt"
	f.NothingRemoved = "eben wurde nichts entfernt"
	f.NoPlace = "hier gibt es nichts, woran es hängen könnte"
	f.Export = "Lernheft schreiben"
	f.Exported = func(file string) string { return "Geschrieben nach " + file }
	f.NoExport = "Ein Lernheft lässt sich hier nicht schreiben."

	f.KeySearch, f.KeyPalette, f.KeyGlossary = "suchen", "Befehle", "Glossar"
	f.KeyBookmark, f.KeyNote, f.KeyNotes = "Lesezeichen", "Notiz", "Notizen"
	f.KeyEdit, f.KeyRemove, f.KeySave, f.KeyBringBack = "ändern", "entfernen", "speichern", "zurückholen"
	f.KeyDo, f.KeyExport = "tun", "Lernheft"
}

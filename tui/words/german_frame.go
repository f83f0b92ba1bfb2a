package words

import (
	"fmt"
	"maps"
)

func germanFrame(f *Frame) {
	f.Saved = "gespeichert"
	f.Damaged = "Mit deinem gespeicherten Fortschritt stimmt etwas nicht. cairn doctor zeigt, was."
	f.NotSaved = func(cause string) string { return "nicht gespeichert: " + cause }
	f.Unsaved = func(cause string) string { return "Diesmal wird nichts gespeichert: " + cause }
	f.AskDoctor, f.UnsavedShort = "cairn doctor sagt, warum und was hilft", "Nichts wird gespeichert: cairn doctor"
	f.NotDone = func(cause string) string { return "nicht getan: " + cause }
	f.Step = func(n, of int) string { return fmt.Sprintf("Schritt %d von %d", n, of) }
	f.TooSmall = "Das Fenster ist zu klein. Mach es größer oder starte cairn --plain."
	f.Opening = func(what string) string { return what + " wird geöffnet" }
	f.LookIs = func(look string) string { return "Farben: " + look }
	maps.Copy(f.Looks, map[string]string{
		"auto": "wie das Terminal", "dark": "dunkel", "light": "hell",
		"high-contrast": "hoher Kontrast", "16-colour": "die 16 des Terminals", "mono": "keine",
	})
	f.BrokenTitle = "Fehler"
	f.BrokenPage = "Diese Seite lässt sich nicht zeigen"
	f.BrokenHelp = "Dein Fortschritt ist gespeichert. Geh zurück und öffne sie noch einmal, oder mach anderswo weiter."
	f.BrokenSafe = func(dir string) string { return "Was als gespeichert galt, ist sicher, in " + dir + "." }
	f.BrokenReport = func(path string) string {
		return "Was schiefging, steht ohne deine Antworten in " + path + ". Bitte melde es mit dieser Datei."
	}
	f.HelpTitle = "Tasten"
	f.Lines = func(first, last, of int) string {
		return fmt.Sprintf("Zeilen %s bis %s von %s", whole(first, "."), whole(last, "."), whole(of, "."))
	}
	f.LinesOf = func(first, last int) string { return fmt.Sprintf("Zeilen %d bis %d", first, last) }
}

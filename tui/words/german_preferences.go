package words

import (
	"fmt"
	"maps"
)

func germanPreferences(p *Preferences) {
	p.Title = "Einstellungen"
	p.FileHead = "Einstellungen von cairn. Eine Zeile, die mit # beginnt, ist eine Anmerkung. Um etwas zu setzen, nimm das # vor " +
		"seinem Namen weg und schreib einen anderen Wert; was Anmerkung bleibt, gilt so, wie es dort steht. cairn config zeigt, was gilt und warum."
	p.OneOf = func(list string) string { return "Eines von: " + list + "." }
	maps.Copy(p.Names, map[string]string{
		"language": "Sprache", "theme": "Farben", "symbols": "Zeichen", "screen": "Darstellung", "measure": "Textbreite",
		"pictures": "Bilder", "links": "Verweise", "mouse": "Maus", "editor": "Editor", "run": "Befehle von Kursen",
		"check-on-save": "prüfen beim Speichern",
	})
	maps.Copy(p.About, map[string]string{
		"language":      "Die Sprache, in der cairn spricht. Mit auto ist es die, nach der dein System fragt. Kurse bleiben in der Sprache, in der sie geschrieben sind.",
		"theme":         "Die Farben. Mit auto folgen sie dem Grund des Terminals, dunkel oder hell. Du kannst auch ein eigenes Thema nennen, eine Datei im Ordner themes neben den Einstellungen.",
		"symbols":       "Die Zeichen neben den Wörtern. Mit ascii nur solche, die jedes Terminal und jede Schrift hat.",
		"screen":        "Wie ein Kurs gezeigt wird: full füllt das Fenster, plain geht Zeile für Zeile, für Vorleseprogramme und für Terminals, die nicht zeichnen können.",
		"measure":       "Wie breit laufender Text sein darf, in Zeichen, von 40 bis 100. Lange Zeilen lesen sich schwer.",
		"pictures":      "Wie Bilder gezeichnet werden. Mit auto so gut, wie es dein Terminal nach eigener Auskunft kann. blocks ist grob und geht fast überall; words zeigt nur die Beschreibung.",
		"links":         "Ob sich Verweise in einem Text anklicken lassen, wo das Terminal es kann.",
		"mouse":         "Ob die Maus klickt, zieht und rollt. Um mit der Maus Text auszuwählen, hältst du dann in den meisten Terminals die Umschalttaste.",
		"editor":        "Der Befehl, der eine lange Antwort zum Schreiben öffnet, zum Beispiel nano oder code --wait. Ist er leer, gilt VISUAL oder EDITOR aus deiner Umgebung.",
		"run":           "Ob Befehle von Kursen laufen dürfen, die eine Aufgabe prüfen. Mit ask siehst du jeden, bevor er läuft, und sagst ja oder nein; mit never läuft nichts, und du sagst selbst, wenn eine Aufgabe geschafft ist.",
		"check-on-save": "Ob eine Aufgabe von selbst geprüft wird, sooft du in ihrem Ordner etwas speicherst, während ihre Seite offen ist. Es läuft nur, was du erlaubt hast, und nichts wird gefragt.",
		"keys":          "Deine eigenen Tasten: was sie tun, dann eine Taste oder mehrere. Sie stehen anstelle der üblichen; eine leere Liste, [], nimmt die Tasten weg. Eine Taste tut überall dasselbe. cairn config keys zeigt alle.",
	})
	maps.Copy(p.Values, map[string]string{
		"language:auto": "wie dein System", "theme:auto": "wie das Terminal", "symbols:auto": "was das Terminal kann", "symbols:unicode": "alle",
		"symbols:ascii": "nur ASCII", "screen:auto": "was das Terminal kann", "screen:full": "das ganze Fenster", "screen:plain": "Zeile für Zeile",
		"pictures:auto": "das Beste, was geht", "pictures:kitty": "gezeichnet, wie bei kitty", "pictures:sixel": "gezeichnet, als Sixel",
		"pictures:blocks": "grobe Blöcke", "pictures:words": "Beschreibungen",
		"links:on": "anklickbar", "links:off": "nur aufgezählt", "mouse:on": "klickt und rollt", "mouse:off": "wählt Text aus", "editor:": "wie dein System",
		"run:ask": "nach Rückfrage", "run:never": "nie",
		"check-on-save:on": "von selbst", "check-on-save:off": "mit der Taste",
	})
	p.Kept = func(file string) string { return "In " + file }
	p.NoFile = func(file string) string {
		return "Alles ist wie üblich: Es gibt keine Datei mit Einstellungen. cairn config init schreibt " + file
	}
	p.NotKept = "Einstellungen lassen sich nirgends ablegen; was du wählst, gilt bis zum Ende des Programms."
	p.Saved = func(name, value string) string { return "Gespeichert: " + name + ", " + value }
	p.NotSaved = func(cause string) string { return "Nicht gespeichert: " + cause }
	p.Means = func(value string) string { return "hier: " + value }
	p.From = func(variable string) string { return "diesmal durch " + variable }
	p.FromFlag = "diesmal durch die Befehlszeile"
	p.Usual = "üblich"
	p.NextStart = "zeigt sich, wenn cairn neu startet"
	p.Mistakes = func(n int) string {
		if n == 1 {
			return "In deinen Einstellungen ist ein Fehler. cairn config zeigt ihn."
		}
		return fmt.Sprintf("In deinen Einstellungen sind %d Fehler. cairn config zeigt sie.", n)
	}
	p.Next, p.Previous = "nächster Wert", "Wert davor"
	p.NoSetting = func(name string) string {
		return "Eine Einstellung " + name + " gibt es nicht. :settings zählt sie auf."
	}
	p.InFile = func(line int) string { return fmt.Sprintf("Zeile %d der Datei", line) }
	p.HowToSet = "Eine Einstellung änderst du mit :set, ihrem Namen und einem Wert, zum Beispiel :set theme light."
}

package words

import "maps"

func germanKeys(k *Keys) {
	k.Up, k.Down = "hoch", "runter"
	k.PageUp, k.PageDown, k.Top, k.Bottom = "Seite hoch", "Seite runter", "zum Anfang", "zum Ende"

	k.Open, k.Change, k.Back, k.Close, k.Number = "öffnen", "ändern", "zurück", "schließen", "nach Nummer wählen"
	k.Filter, k.ClearFilter = "suchen", "alle zeigen"

	k.Save, k.Keep = "speichern", "so lassen"

	k.Help, k.Quit, k.Stop = "Hilfe", "beenden", "beenden, auch beim Tippen"
	k.Suspend, k.Redraw, k.Look, k.Courses = "zur Shell und zurück", "neu zeichnen", "Farben", "alle Kurse"

	k.Hint, k.Way, k.Skip, k.DontKnow = "Tipp", "andere Erklärung", "überspringen", "weiß ich nicht"
	k.ShowAnswer, k.Dispute, k.Undo = "Antwort zeigen", "ich hatte wohl recht", "rückgängig"
	k.Settings = "Einstellungen"
	k.Picture, k.NextPicture, k.PrevPicture = "Bild", "nächstes Bild", "Bild davor"
	k.Copy, k.Reread = "kopieren", "nochmal lesen"

	k.Outline, k.Choices, k.Redo, k.Findings = "Überblick", "Ziele und Tempo", "nochmal machen", "Befunde"

	k.Today, k.Why, k.Map, k.Insights = "heute", "warum das", "Karte", "Einblicke"
	k.Plan, k.Review = "Plan", "jetzt wiederholen"
	k.Harder, k.Easier, k.Explain, k.Rest = "schwerer", "leichter", "nochmal erklären", "heute ausruhen"

	k.Everywhere, k.NotNow = "Überall", "Jetzt nicht"

	maps.Copy(k.Names, map[string]string{
		"ctrl": "Strg", "alt": "Alt", "shift": "Umschalt", "enter": "Enter", "tab": "Tab",
		"backspace": "Rücktaste", "esc": "Esc", "space": "Leertaste", "up": "Pfeil-auf", "down": "Pfeil-ab",
		"left": "Pfeil-links", "right": "Pfeil-rechts", "home": "Pos1", "end": "Ende", "pgup": "Bild-auf",
		"pgdown": "Bild-ab", "insert": "Einfg", "delete": "Entf",
	})
}

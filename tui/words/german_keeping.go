package words

import "fmt"

func germanKeeping(k *Keeping) {
	events := func(n int) string { return germanCount(n, "Ereignis", "Ereignisse") }
	k.NothingSaved = "Es gibt noch keinen Fortschritt, der sich exportieren ließe."
	k.Exported = func(n, courses int, file string) string {
		return events(n) + " aus " + germanCount(courses, "Kurs", "Kursen") + " exportiert nach " + file
	}
	k.LeftOut = func(n int) string { return events(n) + " weggelassen" }
	k.Readable = "Wer die Datei hat, kann deine Antworten darin lesen."
	k.PartOnly = "Es ist ein Teil: wo nur er importiert wird, wird der Rest als fehlend gemeldet."
	k.NoSummary = func(cause string) string { return "ohne die Übersicht zum Lesen exportiert: " + cause }

	k.ReadMe = "Was cairn vom Fortschritt eines Lernenden gespeichert hat."
	k.ReadMeLog = "jedes Ereignis, eines je Zeile: das nimmt ein Import auf"
	k.ReadMeText = "wo du stehst, zum Lesen"
	k.ReadMeJSON = "dasselbe, für Programme"
	k.ReadMeHow = func(command string) string { return "Auf einem anderen Rechner aufnehmen: " + command }
	k.ReadMeFields = func(command string) string { return "Was jedes Feld bedeutet: " + command }

	k.Came = func(n int) string { return events(n) + " aufgenommen" }
	k.Would = func(n int) string { return events(n) + " würden aufgenommen" }
	k.Of = func(course string, n int) string { return "Kurs " + course + ": " + events(n) }
	k.NoCourse = "zu keinem Kurs"
	k.From = func(device string, n int) string { return "von " + device + ": " + events(n) }
	k.Already = func(n int) string { return events(n) + " schon hier" }
	k.Unread = func(n int) string {
		if n == 1 {
			return "1 Zeile, in der kein Ereignis gefunden wurde, so aufbewahrt, wie sie ist"
		}
		return fmt.Sprintf("%d Zeilen, in denen kein Ereignis gefunden wurde, so aufbewahrt, wie sie sind", n)
	}
	k.Nothing = "Nichts davon ist neu."
	k.KeptIn = func(path string) string { return "Abgelegt in " + path }
	k.BackedUp = func(path string) string { return "Wie es vorher war: " + path }

	k.Bad = func(path string, lines []int, more int) string {
		said := "Zeile "
		if len(lines) > 1 || more > 0 {
			said = "Zeilen "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" und %d weitere", more)
		}
		return path + ": beschädigt und nicht aufgenommen: " + said
	}
	k.CutShort = func(path string) string {
		return path + ": am Ende steht ein Speichern, das abgebrochen wurde; es ist nicht aufgenommen"
	}
	k.Conflict = func(event, path string, line int) string {
		return fmt.Sprintf("%s, Zeile %d: das Ereignis %s steht hier mit anderem Inhalt; was hier steht, bleibt", path, line, event)
	}
	k.Conflicts = func(more int) string { return fmt.Sprintf("und %d weitere dieser Art", more) }

	k.Listed = "Wird endgültig gelöscht:"
	k.SettingsStay = func(path, flag string) string {
		return "Deine Einstellungen bleiben: " + path + "; mit " + flag + " werden sie auch gelöscht."
	}
	k.LinkStays = func(path, to string) string {
		return path + " ist ein Verweis auf " + to + ". cairn folgt ihm nicht: lösche selbst, was dort ist."
	}
	k.OthersStay = func(path string) string { return "Nicht von cairn, und bleibt: " + path }
	k.NotReached = "Kopien anderswo werden nicht erreicht: Exporte und Lernhefte, synchronisierte Ordner, Sicherungen dieses Rechners " +
		"und was ein Datenträger von gelöschten Dateien behält."
	k.Sure = func(word string) string { return "Tippe " + word + ", um all das zu löschen: " }
	k.Yes = "ja"
	k.NotDeleted = "Nichts wurde gelöscht."
	k.Deleted = func(n int) string { return germanCount(n, "Datei", "Dateien") + " gelöscht" }
	k.NothingKept = "Hier ist nichts von dir gespeichert."
}

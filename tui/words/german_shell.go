package words

import "fmt"

func germanShell(s *Shell) {
	s.NoneBegun = "Noch kein Kurs wurde begonnen."
	s.Finished = func(done, of int, spent string) string {
		return fmt.Sprintf("fertig: %d von %s, %s gelernt", done, germanLessons(of), spent)
	}
	s.Begun = func(done, of int, spent string) string {
		return fmt.Sprintf("%d von %s, %s gelernt", done, germanLessons(of), spent)
	}
	s.NotBegun = func(of int) string { return "nicht begonnen: " + germanLessons(of) }
	s.Gone = func(dir string) string { return "begonnen; der Ordner ist nicht mehr da: " + dir }
	s.Elsewhere = func(dir string) string { return "auf einem anderen Gerät begonnen, in dessen Ordner " + dir }
	s.GoneHow = "dein Fortschritt bleibt erhalten: öffne den Kurs dort, wo er jetzt liegt"
	s.BeginReviews = func(command string) string { return "Mit den Wiederholungen beginnen: " + command }
	s.GoOn = func(command string) string { return "Weiterlernen: " + command }
	s.Raw = func(cure string) string {
		return "Das Terminal bearbeitete beim Start von cairn keine Zeilen, so wie ein Programm es hinterlässt, das abgeschossen wird. Wenn es nicht zeigt, was du tippst, gib " + cure + " ein und drücke die Eingabetaste."
	}
	s.Crash = Crash{
		Happened: "Ein Fehler in cairn hat das Programm beendet. Du hast nichts falsch gemacht.",
		Safe: func(dir string) string {
			return "Jede Antwort, die als gespeichert galt, ist sicher, in " + dir + "."
		},
		GoOn: "Starte cairn noch einmal, um dort weiterzumachen, wo du warst; cairn doctor sieht nach, ob alles in Ordnung ist.",
		Written: func(path string) string {
			return "Was schiefging, steht ohne deine Antworten in " + path + "."
		},
		Report: func(address string) string { return "Bitte melde es, mit dieser Datei, wenn es sie gibt: " + address },
	}
	germanDamage(&s.Damage)
}

func germanDamage(d *Damage) {
	d.Doctor = "cairn doctor sagt mehr und repariert, was geht"
	d.Elsewhere = "in einem Ordner von dir speichern: CAIRN_DATA=ORDNER cairn"
	d.Unreadable = func(path, cause string) string {
		return "dein Fortschritt in " + path + " lässt sich nicht lesen: " + cause
	}
	d.Bad = func(path string, lines []int, more int) string {
		said := "den Zeilen "
		if len(lines) == 1 && more == 0 {
			said = "Zeile "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" und %d weiteren", more)
		}
		return "dein Fortschritt in " + path + " ist in " + said +
			" beschädigt; was sich lesen lässt, zählt, und die Datei bleibt, wie sie ist"
	}
	d.Torn = func(path string) string {
		return "ein Speichern, das abgebrochen wurde, ist beiseitegelegt: " + path
	}
	d.Missing = func(from, to int, device string) string {
		said := fmt.Sprintf("die Ereignisse %d bis %d", from, to)
		if from == to {
			said = fmt.Sprintf("das Ereignis %d", from)
		}
		return "von deinem gespeicherten Fortschritt fehlt etwas: " + said + " von " + device
	}
	d.HaveBackup = func(path string) string { return "eine Sicherung hat es: " + path }
	d.HaveCopy = "wenn du eine Kopie des Ordners hast, lege die fehlende Datei zurück"
	d.Conflicts = func(n int, first string) string {
		return "das Protokoll deines Fortschritts enthält " + germanCount(n, "Ereignis", "Ereignisse") +
			" mit zweierlei Inhalt, das erste ist " + first + "; je eines zählt"
	}
	d.Unread = func(n int) string {
		return "das Protokoll deines Fortschritts hat " + germanCount(n, "Zeile", "Zeilen") +
			" von einer anderen Version von cairn; sie bleiben erhalten"
	}
	d.BackupError = func(cause string) string {
		return "die heutige Sicherung deines Fortschritts ist misslungen: " + cause
	}
}

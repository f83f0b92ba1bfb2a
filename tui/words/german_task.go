package words

func germanTask(t *Task) {
	t.Checks = "Es ist geschafft, wenn"
	t.Run = func(s string) string { return "der Befehl `" + s + "` gelingt" }
	t.File = func(s string) string { return "die Datei `" + s + "` da ist" }
	t.Dir = func(s string) string { return "der Ordner `" + s + "` da ist" }
	t.Git = func(s string) string { return "das Repository `" + s + "` wie beschrieben ist" }
	t.HTTP = func(s string) string { return "die Adresse `" + s + "` antwortet" }
	t.Expect = expectations{
		exit:     func(status string) string { return "er endet mit dem Status `" + status + "`" },
		contains: func(text string) string { return "darin steht `" + text + "`" },
		oneLine:  "mindestens eine Zeile",
		atLeast:  func(lines string) string { return "mindestens " + lines + " Zeilen" },
		atMost:   func(lines string) string { return "höchstens " + lines + " Zeilen" },
		between:  func(low, high string) string { return low + " bis " + high + " Zeilen" },
		other:    func(name, value string) string { return name + ": `" + value + "`" },
	}.of
	t.Done, t.NotYet, t.Skip = "Es ist geschafft", "Noch nicht: vorerst offen lassen", "Überspringen"
	t.NotYetToast = "Die Aufgabe bleibt offen. Sie ist da, wenn du wiederkommst."
	t.PickOne = "Sag zuerst, wie es steht, mit den Pfeiltasten oder einer Nummer."
	t.Minutes = func(n int) string { return "Etwa " + germanMinutes(n) + "." }
}

package words

func germanTask(t *Task) {
	t.Checks = "Es ist geschafft, wenn"
	t.Run = func(s string) string { return "der Befehl " + span(s) + " gelingt" }
	t.File = func(s string) string { return "die Datei " + span(s) + " da ist" }
	t.Dir = func(s string) string { return "der Ordner " + span(s) + " da ist" }
	t.Here = "der Ordner ein Repository ist"
	t.Git = func(s string) string { return span(s) + " ein Repository ist" }
	t.In = func(s string) string { return "im Repository " + span(s) }
	t.HTTP = func(s string) string { return "die Adresse " + span(s) + " antwortet" }
	t.Expects = map[string]string{
		"exit": "er endet mit dem Status {x}", "contains": "darin steht {x}", "matches": "es ist, wie der Text verlangt", "equals": "es ist genau {x}",
		"lines": "{r} Zeilen", "json": "bei {x} steht, was verlangt ist", "mode": "die Rechte sind {x}", "entries": "darin sind {r} Dateien und Ordner",
		"status": "der Status ist {r}", "branch": "der Branch ist {x}", "clean": "alles ist committet", "commits": "Commits: {r}",
		"message": "die letzte Nachricht ist, wie verlangt", "log": "eine Nachricht ist, wie verlangt", "message-has": "in der letzten Nachricht steht {x}", "log-has": "in einer Nachricht der Historie steht {x}", "tracked": "{x} ist in der Versionsverwaltung", "committed": "{x} ist im neuesten Commit", "untracked": "{x} ist nicht hinzugefügt",
		"staged": "{x} ist vorgemerkt", "changed": "{x} ist geändert", "ignored": "{x} wird ignoriert", "merged": "der Branch {x} ist gemergt",
		"merges": "Merge-Commits: {r}", "conflicts": "Dateien im Konflikt: {r}", "tag": "das Tag {x} ist da", "remote": "das Remote {x} ist da",
		"stashes": "Stashes: {r}", "exists": "es ist da", "one-line": "mindestens eine Zeile", "absent": "nichts mit dem Namen {x} da ist",
		"not-clean": "etwas ist geändert", "not": "darin steht nicht {x}", "has-branch": "es gibt einen Branch {x}", "no-branch": "es gibt keinen Branch {x}",
		"stderr-contains": "in den Fehlern steht {x}", "stderr-not": "in den Fehlern steht nicht {x}", "stderr-matches": "die Fehler sind, wie der Text verlangt",
		"lines-one": "{r} Zeile", "entries-one": "darin ist {r} Datei oder Ordner", "commits-one": "Commits: {r}", "merges-one": "Merge-Commits: {r}",
		"conflicts-one": "Dateien im Konflikt: {r}", "stashes-one": "Stashes: {r}",
	}
	t.Ranges = germanRanges()
	t.Done, t.NotYet, t.Skip = "Es ist geschafft", "Noch nicht: vorerst offen lassen", "Überspringen"
	t.NotYetToast = "Die Aufgabe bleibt offen. Sie ist da, wenn du wiederkommst."
	t.PickOne = "Sag zuerst, wie es steht, mit den Pfeiltasten oder einer Nummer."
	t.Minutes = func(n int) string { return "Etwa " + germanMinutes(n) + "." }
}

func germanRanges() map[string]string {
	return map[string]string{"least": "mindestens {n}", "most": "höchstens {n}", "between": "{low} bis {high}"}
}

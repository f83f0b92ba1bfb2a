package words

func germanPractice(p *Practice) {
	*p = Practice{
		Folder: "Der Ordner: {path}", File: "Deine Antwort steht in: {path}",
		Credit: "{held} von {of} erfüllt.",
		Marks:  map[string]string{"held": "erfüllt", "missing": "fehlt", "open": "nicht geprüft"},
		Done:   "Alles ist erfüllt: Es ist geschafft.", Running: "Wird geprüft; {key} bricht ab …", Stopped: "Abgebrochen. Nichts wurde gezählt.",
		First:  "Wird zum ersten Mal übersetzt, das kann eine Minute dauern; {key} bricht ab …",
		Failed: "Das ließ sich nicht prüfen: {why}", Setup: "Was den Ordner vorbereitet, ist nicht gelungen.",
		Output: "Was der Befehl geschrieben hat:", NoTask: "Das wird hier nicht geprüft: Sag selbst, wie es steht.",
		NoBench: "Das wird nicht geprüft: cairn hat keinen Ordner. Sag selbst, wie es steht.",
		Unkept:  "Wo … steht, fehlt etwas, das eine frühere Aufgabe aufhebt.",
		Unsaid:  "Dazu wurde noch nichts gesagt.",

		Check: "prüfen", StartOver: "den Ordner neu beginnen", Shell: "eine Shell im Ordner", CopyFolder: "den Pfad des Ordners kopieren", ShowOutput: "Ausgabe",
		Watch: "bei jedem Speichern prüfen", Unwatch: "beim Speichern nicht mehr prüfen",
		Watching:  "Sooft du speicherst, wird von selbst geprüft.",
		WatchAsks: "Beim Speichern wird von selbst geprüft, sobald du es erlaubt hast; {key} zeigt, was läuft.",
		Unwatched: "Beim Speichern wird nicht mehr von selbst geprüft.",
		OnSave:    "Geprüft, weil du etwas gespeichert hast.",
		TooMuch:   "Im Ordner sind zu viele Dateien, um zu merken, was du speicherst. {key} prüft.",
		Yes:       "Ja", No: "Nein",
		SaySeen:  "Sagen, was du gesehen hast",
		AskAgain: "Noch einmal zeigen, was laufen soll", Stop: "abbrechen",
		Another: "Ich habe es anders gemacht", GoOn: "Weiter", Copied: "Kopiert: {path}",
		WriteHere: "die Antwort hier schreiben", SaveBack: "sichern und zurück", Further: "weiter einrücken", Out: "weiter heraus",
		TooLong: "Die Antwort ist zu lang, um sie hier zu schreiben. Öffne sie in deinem Editor.", NotSaved: "Was du geschrieben hast, ließ sich nicht sichern: {why}",
		Beside:      "Die Datei wurde inzwischen anderswo geändert. Was darin stand, liegt in {path}",
		StartedOver: "Der Ordner ist, wie er am Anfang war.", Kept: "Was vorher darin war, liegt in {path}",
		SureOver: "Drück die Taste noch einmal, um den Ordner neu zu beginnen. Was darin ist, wird daneben aufgehoben.",
		ShellHow: "Öffne dort ein zweites Fenster, oder tippe: {command}", ShellIn: "Du bist in {path}. Mit exit kommst du zu cairn zurück.", NoShell: "{shell} gibt es auf diesem Rechner nicht: SHELL nennt die Shell, die geöffnet wird.", ShellFailed: "Die Shell endete nicht gut: {why}",
		TaskHow: "Tippe :shell für den Ordner, :check zum Prüfen, fertig, wenn du es anders gemacht hast, oder :skip.",
		CodeHow: "Tippe :write, um deine Antwort hier zu schreiben, oder :edit für einen Editor, :check, um sie zu testen, oder :skip.", FileHow: "Schreib sie mit einem beliebigen Editor: {path}",
		CodeShut:  "Tippe :write, um deine Antwort hier zu schreiben, oder :edit für einen Editor, fertig, wenn du es geschafft hast, oder :skip.",
		FirstThis: "Das ist ein Kommando und keine Antwort. :quit hört hier auf.", Values: "Für diese Shell, was vorher behalten wurde:",
		SayHow: "Tippe :say, um zu antworten, wonach gefragt wird.",
		YesNo:  "Tippe ja oder nein; Enter lässt es offen.", Paste: "Tippe oder füge ein, was du gesehen hast, in einer Zeile; Enter lässt es offen.",

		Trouble: germanTrouble(), Writing: germanWriting(),
		Consent: germanConsent(),
		Barred: map[string]string{
			"course": "Wer diesen Kurs geschrieben hat, möchte, dass nichts ausgeführt wird.", "learner": "Deine Einstellungen sagen, dass nichts von einem Kurs ausgeführt wird.",
			"request": "Was hier laufen soll, lässt sich nicht ganz zeigen, darum läuft es nicht.",
			"absent":  "Um das zu prüfen, braucht es {program}. Das ist auf diesem Rechner nicht da oder läuft nicht.",
		},
		IDid:   "Mach es, wie es im Text steht, und sag selbst, wenn es geschafft ist.",
		InPart: "Geprüft wird, was sich ansehen lässt, ohne dass etwas läuft; das Übrige sagst du selbst.",

		Solution: "zeigen, wie es geht", OneWay: "So kann es gehen",
		Uncounted: "Das wurde gezeigt, darum zählt es diesmal für keine Fähigkeit. Geschafft ist es trotzdem, wenn alles erfüllt ist.",

		NotMade: "Der Ordner entsteht, wenn du die Aufgabe zum ersten Mal prüfst oder dort eine Shell öffnest.",
		NoFile:  "Die Datei entsteht, wenn du die Antwort zum ersten Mal schreibst oder prüfst.",
		Passing: "Hier wird nichts aufgehoben: Der Ordner wird gelöscht, wenn cairn endet.",
		BySelf:  "Der Ordner wurde nicht vorbereitet. Um es selbst zu tun, führ dort das aus:",

		Missing: map[string]string{
			"ended": "Der Befehl wurde beendet: {why}.", "exit": "Der Befehl endete mit dem Status {n}.",
			"missing": "„{want}“ steht nicht {in}.", "unwanted": "„{want}“ steht {in}, und sollte nicht.", "no-match": "Was verlangt ist, steht nicht {in}.",
			"differs": "„{want}“ wird {in} erwartet, und „{got}“ steht da.", "lines": "{n} Zeilen stehen {in}; erwartet: {want}.",
			"not-json": "Kein JSON steht {in}.", "no-value": "Bei „{want}“ steht nichts {in}.",
			"no-file": "Es gibt keine Datei {what}.", "no-dir": "Es gibt keinen Ordner {what}.",
			"not-a-file": "{what} ist keine einfache Datei des Übungsordners.", "not-a-dir": "{what} ist kein Ordner des Übungsordners.",
			"there": "{what} ist da, und sollte nicht.", "too-large": "{what} ist zu groß, um angesehen zu werden.", "unreadable": "{what} ist nicht lesbar.",
			"mode": "{what} hat die Rechte {got}; erwartet: {want}.", "entries": "In {what} sind {n} Dateien und Ordner; erwartet: {want}.",
			"no-entry": "{want} ist nicht in {what}.", "entry": "{want} ist in {what}, und sollte nicht.",
			"no-git": "Git ist nicht auf diesem Rechner, darum lässt sich {what} nicht ansehen.", "no-repo": "{what} ist kein Git-Repository.",
			"no-answer": "Unter {what} antwortet nichts.", "status": "Die Antwort von {what} hat den Status {n}; erwartet: {want}.", "said-no": "Du hast nein gesagt.",
			"lines-one": "{n} Zeile steht {in}; erwartet: {want}.", "entries-one": "In {what} ist {n} Datei oder Ordner; erwartet: {want}.",
		},
		Git: map[string]string{
			"branch": "Du bist auf dem Branch „{got}“; erwartet: {want}.", "clean": "Nicht alles ist committet: {got}", "not-clean": "Nichts ist geändert, und etwas sollte es sein.",
			"commits": "Es gibt {n} Commits; erwartet: {want}.", "merges": "Es gibt {n} Merge-Commits; erwartet: {want}.", "conflicts": "{n} Dateien stehen im Konflikt; erwartet: {want}.", "stashes": "Es gibt {n} Stashes; erwartet: {want}.",
			"message": "Die letzte Nachricht ist nicht, wie verlangt: {got}", "log": "Keine Nachricht ist, wie verlangt.", "tracked": "{want} ist nicht in der Versionsverwaltung.", "committed": "Der neueste Commit enthält {want} nicht so, wie es jetzt ist.", "untracked": "{want} ist nicht unter den Dateien, die Git in Ruhe lässt.",
			"staged": "{want} ist nicht vorgemerkt.", "changed": "{want} ist nicht geändert.", "ignored": "{want} wird nicht ignoriert.", "has-branch": "Es gibt keinen Branch {want}.",
			"no-branch": "Es gibt einen Branch {want}, und es sollte keinen geben.", "merged": "Der Branch {want} ist nicht gemergt.", "tag": "Es gibt kein Tag {want}.", "remote": "Es gibt kein Remote {want}.",
			"commits-one": "Es gibt {n} Commit; erwartet: {want}.", "merges-one": "Es gibt {n} Merge-Commit; erwartet: {want}.", "conflicts-one": "{n} Datei steht im Konflikt; erwartet: {want}.", "stashes-one": "Es gibt {n} Stash; erwartet: {want}.",
		},
		In: map[string]string{
			"run": "in der Ausgabe", "stderr": "bei den Fehlern, die er meldet", "file": "in {what}", "dir": "im Ordner {what}", "git": "im Repository {what}", "http": "in der Antwort", "ask": "in dem, was du gesagt hast",
		},
		Ranges: germanRanges(),
		Begins: "Es beginnt so: {got}", Empty: "Da ist nichts.",
		Ended: map[string]string{
			"exited": "von selbst", "stopped": "er wurde abgebrochen", "timed out": "er brauchte zu lange", "out of CPU time": "er rechnete zu lange", "out of memory": "er brauchte zu viel Speicher",
			"too many processes": "er startete zu viele Programme", "too much output": "er schrieb zu viel", "file too big": "eine Datei wurde zu groß", "disk full": "er schrieb zu viele Dateien",
		},

		Passed: "Die Tests gelingen: Es ist geschafft.",
		Code: map[string]string{
			"build": "Das ist noch kein Programm, das sich starten lässt.", "test": "Es startet, und tut etwas anderes, als verlangt ist.", "crash": "Es brach mit einem Fehler ab.",
			"fit":   "Darin fehlt, was der Test benutzt: Ein Name ist nicht da, oder er steht für etwas anderes.",
			"early": "Es endete, bevor die Tests durch waren.", "limit": "Es wurde beendet: {why}.", "unknown": "Die Tests sind nicht gelungen und sagen nicht, warum.",
		},
		At: "Sieh in Zeile {n} deiner Antwort nach.", Test: "Der Test: {test}.", Row: "Zeile {n}: erwartet ist „{want}“, und „{got}“ kam.", NoRow: "nichts",
	}
}

func germanConsent() Consent {
	return Consent{
		Title: "Bevor etwas läuft", Asks: "Für „{task}“ will der Kurs „{course}“ genau das auf deinem Rechner ausführen:",
		For:     map[string]string{"setup": "um den Ordner vorzubereiten", "check": "um zu prüfen", "test": "um deine Antwort zu testen", "solve": "um es zu lösen"},
		Files:   "Dateien, die der Kurs in den Ordner legt:",
		Folder:  "Im Ordner: {path}",
		Network: map[string]string{"no": "Das Netz ist nicht erreichbar.", "yes": "Das Netz ist erreichbar."},
		Level: map[string]string{
			"isolated":     "Abgeschottet: Nur dieser Ordner und die Programme des Systems sind zu sehen.",
			"limited":      "Eingeschränkt: Deine anderen Dateien können weder gelesen noch geschrieben werden.",
			"not isolated": "Nicht abgeschottet: Dieser Rechner hat keine Schranken dafür. Es kann alles, was du kannst: deine Dateien lesen, ändern und versenden.",
		},
		Lacks: map[string]string{
			"signals": "Es kann andere Programme von dir beenden.", "permissions": "Es kann Rechte und Daten deiner anderen Dateien ändern.",
		},
		Why:   "Warum es hier keine besseren Schranken gibt: {why}",
		Ask:   "Genau das von jetzt an ausführen, wann immer diese Aufgabe es braucht?",
		Again: "Nichts hält das von deinen Dateien fern. Trotzdem ausführen?",
		No:    "Nein, nichts ausführen", Yes: "Ja, das ausführen", Refused: "Nichts wurde ausgeführt.",
		Task:    "Die Aufgabe „{task}“:",
		AsksAll: "Der Kurs „{course}“ will genau das auf deinem Rechner ausführen, Aufgabe für Aufgabe:",
		All:     "Zeig mir, was alle Aufgaben dieses Kurses ausführen, und frag einmal", YesAll: "Ja, all das ausführen",
		AskAll:   "Genau das von jetzt an ausführen, wann immer eine dieser Aufgaben es braucht?",
		TakeBack: "Zurücknehmen kannst du es mit: cairn trust revoke {course}", Passing: "Dein Ja wird nirgends aufgehoben: Es gilt, bis cairn endet.",
		HowAll: "Tippe alles, um zu sehen, was alle Aufgaben dieses Kurses ausführen, und einmal gefragt zu werden.",
		How:    "Tippe ja, damit es läuft. Bei allem anderen läuft nichts.",
		Nobody: "Nichts läuft, ohne zu fragen, und niemand ist da, den man fragen könnte. Nimm diesen Kurs an einem Terminal, damit es läuft.",
	}
}

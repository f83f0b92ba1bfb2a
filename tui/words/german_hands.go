package words

import "maps"

func germanHands(h *Hands) {
	h.Undo, h.Redo, h.Editor = "Änderung zurück", "Änderung wieder", "in deinem Editor"

	h.NoChange = "Hier wurde nichts geändert, was sich zurücknehmen ließe."
	h.NoRedo = "Es wurde keine Änderung zurückgenommen, die wiederkommen könnte."
	h.Sent = "Eine abgeschickte Antwort bleibt, wie sie gegeben wurde."
	h.Cut = "Nicht alles passte: Für mehr ist kein Platz."

	h.NoEditor = "Nenne zuerst einen Editor: die Einstellung „editor“, VISUAL oder EDITOR."
	h.NoSuchEditor = func(command string) string {
		return "„" + command + "“ ist nicht zu finden: siehe die Einstellung „editor“, VISUAL und EDITOR."
	}
	h.EditorFailed = func(err string) string { return "Der Text ist, wie er war: " + err }
	h.EditorSame = "Im Editor wurde nichts geändert."
	h.NoTerminal = "Ein Editor braucht ein Terminal."
	h.NothingToEdit = "Hier gibt es keinen Text zu schreiben."

	h.Typing = "Beim Tippen sind Buchstaben Text. Tasten, die Buchstaben sind, wirken nach der, die das Tippen beendet."
	h.Left = func(course string) string {
		return "Deine Stelle in „" + course + "“ bleibt dir: Öffne es, und es geht dort weiter."
	}
	h.NotHere = func(key, where string) string {
		if where == "" {
			return key + " tut hier nichts."
		}
		return key + " wirkt nur " + where + "."
	}
	maps.Copy(h.Where, map[string]string{
		"hint": "bei einer Frage oder Aufgabe", "check": "bei einer Aufgabe, die hier geprüft wird", "shell": "bei einer Aufgabe", "output": "bei einer Aufgabe", "watch": "bei einer Aufgabe", "dont-know": "bei einer Frage", "show-answer": "bei einer Frage oder Aufgabe",
		"harder": "bei einer Frage", "easier": "bei einer Frage", "undo": "in einem Kurs",
		"dispute": "nach einer Antwort", "way": "auf einer Seite mit mehreren Erklärungen", "copy": "auf einer Seite mit Text",
		"links": "auf einer Seite mit Text", "contents": "auf einer Seite mit Text",
		"reread": "in einer Lektion", "explain": "in einer Lektion", "skip-lesson": "in einer Lektion",
		"redo": "im Überblick und am Ende einer Lektion", "rest": "auf der Seite von heute",
		"filter": "bei den Kursen", "jump": "in der Vorschau eines Kurses", "leads": "in der Vorschau eines Kurses", "state": "in der Vorschau eines Kurses",
		"source": "in der Vorschau eines Kurses", "findings": "bei den Kursen", "editor": "wo ein Text geschrieben wird",
		"redo-change": "wo eine Antwort gegeben wird",
	})
}

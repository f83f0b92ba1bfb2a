package words

// germanSharing is what is said when a learner hands their work over.
func germanSharing(s *Sharing) {
	s.Course = func(title string) string {
		return "Deine Arbeit im Kurs " + title + ", für die Person, die ihn unterrichtet."
	}
	s.In = "In der Datei:"
	s.Out = "Nicht in der Datei, außer du sagst es:"
	s.Never = "Nie darin: Uhrzeiten, deine Notizen, Lesezeichen und Worte neben Antworten, deine Ziele und Pläne, dein Rechner, andere Kurse."
	s.Beware = "Was du als Antwort getippt hast, steht Wort für Wort darin. Hast du etwas getippt, das sonst niemand lesen soll, gib die Datei nicht weiter."
	s.Network = "Nichts wird gesendet: Die Datei entsteht hier, und du gibst sie selbst weiter."
	s.Excerpt = "Die Datei beginnt so:"
	s.Ask = func(file, word string) string { return "Tippe " + word + ", um " + file + " zu schreiben: " }
	s.Not = "Es wurde nichts geschrieben."
	s.Written = func(file string) string { return "Geschrieben nach " + file }
	s.Hand = "Sie ist Text: Du kannst sie lesen, bevor du sie weitergibst."
	s.Fields = map[string]string{
		"format":               "dass es eine Datei von cairn progress share ist",
		"version":              "Version des Formats",
		"course.id":            "Kennung des Kurses",
		"course.title":         "sein Titel",
		"course.version":       "seine Version laut Autor",
		"course.hash":          "Prüfsumme seiner Dateien, wie sie sind",
		"learner":              "erfundener Name: bei diesem Kurs jedes Mal derselbe, in anderen Kursen ein anderer",
		"name":                 "der Name, den du angibst",
		"made":                 "Tag, an dem die Datei entstand",
		"events":               "wie viel dein Protokoll von dem Kurs enthält, als Zahl",
		"position.lesson":      "Lektion, in der du bist",
		"position.item":        "Frage, die als Nächstes kommt",
		"position.finished":    "ob du durch bist",
		"position.done":        "Lektionen hinter dir",
		"position.of":          "Lektionen auf deinem Weg",
		"position.days":        "Zahl der Tage, an denen du gelernt hast",
		"position.minutes":     "Minuten, die du gebraucht hast",
		"position.last":        "letzter Tag, an dem du gelernt hast",
		"lessons.id":           "jede Lektion",
		"lessons.state":        "ob sie offen, begonnen, fertig, übersprungen oder nicht auf deinem Weg ist",
		"lessons.minutes":      "Minuten darin",
		"lessons.finished":     "Tag, an dem du sie beendet hast",
		"skills.id":            "jede Fertigkeit",
		"skills.mastery":       "wie gut du sie vermutlich kannst",
		"skills.known":         "ob sie als gekonnt gilt",
		"skills.answers":       "Zahl der Antworten dazu",
		"items.id":             "jede Frage, die dir begegnet ist",
		"items.rev":            "Kennzeichen der Frage, wie sie war",
		"items.lesson":         "Lektion, in der sie stand",
		"items.first":          "wie der erste Versuch bewertet wurde",
		"items.tries.answer":   "jede Antwort, wie du sie gegeben hast: was du gewählt und was du getippt hast",
		"items.tries.outcome":  "wie sie bewertet wurde",
		"items.tries.where":    "ob in der Lektion, davor, beim Üben, in einer Prüfung oder Wiederholung",
		"items.tries.mixup":    "Verwechslung, die sie zeigt, nach ihrem Namen im Kurs",
		"items.tries.hints":    "Hinweise davor",
		"items.tries.minutes":  "Minuten, die sie gebraucht hat",
		"items.tries.disputed": "ob du gesagt hast, dass du recht hattest",
		"items.tries.date":     "ihr Tag",
		"items.shown":          "ob du dir die Antwort hast zeigen lassen",
		"items.skipped":        "ob du sie übergangen hast",
		"detours.to":           "jeder Umweg: seine Lektion",
		"detours.item":         "Frage, die dorthin führte",
		"detours.rev":          "Kennzeichen dieser Frage",
		"detours.mixup":        "Verwechslung, um die es geht, nach ihrem Namen",
		"detours.taken":        "ob du ihn genommen hast",
		"detours.again":        "wie deine nächste Antwort auf die Frage bewertet wurde",
		"reflections.ask":      "jede Frage nach deinen eigenen Gedanken",
		"reflections.text":     "was du dazu geschrieben hast",
	}
}

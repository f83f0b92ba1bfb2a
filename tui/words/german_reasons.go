package words

import "fmt"

func germanReasons(r *Reasons) {
	r.Start = "Hier beginnt der Kurs."
	r.Next = "Das Nächste auf dem Weg."
	r.Continue = "Hier hast du aufgehört."
	r.WrongIdea = func(idea string) string {
		return named(idea, "Ein Umweg, denn diese Antwort kommt oft von der Vorstellung „%s“.",
			"Ein Umweg, denn diese Antwort kommt oft von einer häufigen Verwechslung.")
	}
	r.ThisAnswer = func(title string) string {
		return named(title, "„%s“ kommt wegen deiner Antwort.", "Das kommt wegen deiner Antwort.")
	}
	r.Return = func(from string) string {
		return named(from, "Zurück von „%s“: die Frage noch einmal.", "Zurück vom Umweg: die Frage noch einmal.")
	}
	r.TryAgain = func(from string) string {
		return named(from, "Vor „%s“ nicht gewusst, darum noch einmal.", "Vor dem Umweg nicht gewusst, darum noch einmal.")
	}
	r.Rule = func(rule string) string {
		return named(rule, "Hier gilt eine Regel des Kurses: %s", "Der Kurs führt alle hierher.")
	}
	r.Interest = func(choice string) string {
		return named(choice, "Hier, weil du „%s“ gewählt hast.", "Hier, weil du es so gewählt hast.")
	}
	r.Learner = "Das hast du geöffnet."
	r.Reset = func(t string) string { return "Du hast „" + Trimmed(t) + "“ neu begonnen." }
	r.PassedOver = func(lesson, skill string, percent int) string {
		if skill == "" {
			return fmt.Sprintf("„%s“ wurde übergangen: Du scheinst es zu können.", lesson)
		}
		return fmt.Sprintf("„%s“ wurde übergangen: „%s“ kannst du (%s).", lesson, skill, germanPercent(percent))
	}
	r.Known = func(skill string, percent int) string {
		if skill == "" {
			return "Nach deinen Antworten scheinst du es schon zu können."
		}
		return fmt.Sprintf("Nach deinen Antworten scheinst du „%s“ schon zu können (%s).", skill, germanPercent(percent))
	}
	r.Weak = func(skill string, percent int) string {
		return fmt.Sprintf("Der Kurs setzt das hierher, weil „%s“ noch nicht sitzt (%s).", skill, germanPercent(percent))
	}
	r.Strong = func(skill string, percent int) string {
		return fmt.Sprintf("Der Kurs setzt das hierher, weil du „%s“ gut kannst (%s).", skill, germanPercent(percent))
	}
	r.Score = func(percent int) string {
		return fmt.Sprintf("Der Kurs setzt das hierher, weil %s gleich richtig waren.", germanPercent(percent))
	}
	r.LongAgo = func(lesson string, days int) string {
		if days == 1 {
			return fmt.Sprintf("„%s“ ist 1 Tag her.", lesson)
		}
		return fmt.Sprintf("„%s“ ist %d Tage her.", lesson, days)
	}
	r.Optional = "Nicht nötig: Nimm es oder lass es."
	r.Chosen = "Diesen Weg hast du gewählt."
	r.Needed = func(from string) string {
		return named(from, "Kommt zuerst: „%s“ baut darauf auf.", "Kommt zuerst: Eine spätere Lektion baut darauf auf.")
	}
	r.Changed = "Diese Frage wurde geändert, seit du sie beantwortet hast."
	r.LeftOver = "Früher übergangen und noch offen."
	r.Begun = "Das hast du begonnen; es liegt nicht mehr auf deinem Weg."
	r.Asked = "Einmal gefragt, damit der Weg zu dir passt. Du kannst es jederzeit ändern."
	r.Placement = "Um zu sehen, was du schon kannst, damit du es übergehen kannst."
	r.End = "Auf dem Weg ist nichts mehr übrig."
	germanModelReasons(r)
}

// germanModelReasons says the reasons that come from what is known of the learner.
func germanModelReasons(r *Reasons) {
	r.Due = func(title string, days, recall, target int) string {
		met := named(title, "„%s“: zuletzt ", "Zuletzt ") + germanAgo(days)
		if recall > target {
			return met + ", heute fällig."
		}
		return fmt.Sprintf("%s. Du weißt es noch mit %s (Ziel %s).", met, germanPercent(recall), germanPercent(target))
	}
	r.Reviews = "Wiederholungen kommen vor Neuem, solange sie Platz dafür lassen."
	r.Lapse = func(title string) string {
		return named(title, "„%s“ noch einmal, weil es eben entfallen war.", "Noch einmal, weil es eben entfallen war.")
	}
	r.Missed = func(days int) string {
		if days == 0 {
			return "Das hast du heute schon einmal nicht gewusst."
		}
		return "Das hast du " + germanAgo(days) + " nicht gewusst."
	}
	r.Card = func(from string) string {
		return named(from, "Eine Lernkarte zu „%s“, zum ersten Mal.", "Eine Lernkarte, zum ersten Mal.")
	}
	r.Open = func(title string, percent int) string {
		return named(title, "„%s“ blieb", "Blieb") + " für einen anderen Tag offen (" + germanPercent(percent) + ")."
	}
	r.Unclear = func(title string) string {
		return named(title, "Du hast geschrieben, dass „%s“ noch unklar war.", "Du hast geschrieben, dass das noch unklar war.")
	}
	r.TopUp = func(title string, recall int) string {
		return named(title, "„%s“ ist noch nicht fällig.", "Noch nicht fällig.") +
			" Von allem, was du kannst, weißt du es am wenigsten (" + germanPercent(recall) + ")."
	}
	r.TryFirst = func(title string, percent int) string {
		return fmt.Sprintf("„%s“ kannst du vielleicht schon (%s), darum erst eine Frage.", title, germanPercent(percent))
	}
	r.TestedOut = func(title string, percent int) string {
		return fmt.Sprintf("Du hast gezeigt, dass du „%s“ kannst (%s). In einigen Tagen wird es geprüft.",
			title, germanPercent(percent))
	}
	r.PassedMany = func(lessons int) string {
		if lessons == 1 {
			return "1 Lektion wurde übergangen: Du hast gezeigt, dass du es kannst."
		}
		return fmt.Sprintf("%d Lektionen wurden übergangen: Du hast gezeigt, dass du es kannst.", lessons)
	}
	r.Practice = func(title string, percent, line int) string {
		return fmt.Sprintf("Noch eine zu „%s“: bisher %s, ab %s geht es weiter.", title, germanPercent(percent), germanPercent(line))
	}
	r.Prereq = func(title, from string, percent int) string {
		return fmt.Sprintf("Zweimal „%s“ nicht gewusst: ein Blick auf „%s“, worauf es aufbaut (%s).",
			from, title, germanPercent(percent))
	}
	r.Explain = func(title string) string { return fmt.Sprintf("„%s“ noch einmal, anders erklärt.", title) }
	r.Easier = "Eine leichtere Frage statt der vorigen."
	r.Harder = "Eine schwerere Frage, wie gewünscht."
	r.Waits = func(title, from string, percent, line int) string {
		return fmt.Sprintf("„%s“ baut auf „%s“ auf, das bei %s steht; %s genügen.",
			title, from, germanPercent(percent), germanPercent(line))
	}
	r.Beyond = func(goal string) string {
		return named(goal, "Dein Ziel „%s“ verlangt das nicht.", "Dein Ziel verlangt das nicht.")
	}
	r.Tomorrow = func(title string) string {
		return fmt.Sprintf("„%s“ bleibt für morgen: Eine Nacht Schlaf hilft jetzt mehr als noch ein Versuch.", title)
	}
	r.Closing = func(minutes int) string {
		if minutes == 1 {
			return "Du hattest für heute 1 Minute geplant, und sie ist um."
		}
		return fmt.Sprintf("Du hattest für heute %d Minuten geplant, und sie sind um.", minutes)
	}
	r.Planning = "Einmal gefragt, damit der Kurs in deine Woche passt. Du kannst es jederzeit ändern."
	r.Placed = "Das sagen deine Antworten. Nichts wird übergangen, bevor du zustimmst."
	r.Reviewed = "Die Wiederholung ist durch."
}

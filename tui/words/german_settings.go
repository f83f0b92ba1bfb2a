package words

func germanSettings(s *Settings) {
	onOff := func() map[string]string { return map[string]string{"on": "ja", "off": "nein"} }
	s.Sure = Setting{
		Title: "Wie sicher, bevor es weitergeht",
		Ask:   "Wie sicher willst du in einer Fertigkeit sein, bevor es weitergeht?",
		Help:  "Sicherer heißt: mehr Fragen, bevor eine Fertigkeit als gekonnt gilt.",
		Options: map[string]string{
			"brisk": "zügig, mit weniger Fragen", "standard": "normal", "thorough": "gründlich, mit mehr Fragen",
		},
	}
	s.Recall = Setting{
		Title: "Wann Wiederholungen kommen",
		Ask:   "Wie viel willst du noch wissen, wenn eine Wiederholung kommt?",
		Help:  "Ein höherer Anteil heißt: Wiederholungen kommen früher und brauchen mehr von deiner Zeit.",
		Options: map[string]string{
			"85": germanPercent(85) + ", mit weniger Wiederholungen", "90": germanPercent(90),
			"95": germanPercent(95) + ", mit mehr Wiederholungen",
		},
	}
	s.Days = Setting{
		Title: "Deine Tage",
		Ask:   "An welchen Tagen willst du lernen?",
		Help:  "Der Plan rechnet mit diesen Tagen. An anderen zu lernen ist genauso gut.",
		Options: map[string]string{
			"mon": "Montag", "tue": "Dienstag", "wed": "Mittwoch", "thu": "Donnerstag",
			"fri": "Freitag", "sat": "Samstag", "sun": "Sonntag",
		},
	}
	s.Minutes = Setting{
		Title: "Eine Sitzung",
		Ask:   "Wie viele Minuten dauert eine Sitzung?",
		Help:  "Der Plan rechnet damit; nichts hält dich auf, wenn sie um ist.",
		Options: map[string]string{
			"5": "5 Minuten", "10": "10 Minuten", "15": "15 Minuten", "25": "25 Minuten",
			"45": "45 Minuten", "60": "60 Minuten", "90": "90 Minuten",
		},
		Free: func(code string) string {
			if code == "1" {
				return "1 Minute"
			}
			return code + " Minuten"
		},
	}
	s.Until = Setting{
		Title: "Fertig bis",
		Ask:   "Gibt es einen Tag, bis zu dem du fertig sein willst?",
		Help:  "Ohne einen sagt der Plan, wann du fertig sein könntest.",
	}
	s.When = Setting{
		Title: "Wann und wo",
		Ask:   "Wann und wo setzt du dich daran?",
		Help:  "Ein grober Plan genügt, zum Beispiel: nach dem Frühstück, in der Küche.",
	}
	s.Obstacle = Setting{
		Title: "Was dazwischenkommen kann",
		Ask:   "Was könnte dazwischenkommen, und was tust du dann?",
		Help:  "Nur für dich; der Plan rechnet nicht damit.",
	}
	s.First = Setting{
		Title: "Erst Frage oder Lektion",
		Ask:   "Wo du vielleicht schon etwas kannst: Was kommt zuerst?",
		Help:  "Erst eine Frage ist schneller, wo du viel kannst.",
		Options: map[string]string{
			"try": "eine Frage, und die Lektion, wenn sie nötig ist", "read": "die Lektion",
		},
	}
	s.Confidence = Setting{
		Title:   "Wie sicher du bist",
		Ask:     "Darf cairn ab und zu fragen, wie sicher du dir einer Antwort bist?",
		Help:    "Nach zehn Antworten zeigt es, wie oft du richtig lagst, wenn du sicher warst.",
		Options: onOff(),
	}
	s.Weeks = Setting{
		Title:   "Wochen",
		Ask:     "Die Wochen zählen, in denen du an so vielen Tagen gelernt hast wie geplant?",
		Help:    "Zwei Ruhewochen sind frei. Durch einen ausgelassenen Tag geht nichts verloren.",
		Options: onOff(),
	}
	s.Closing = Setting{
		Title:   "Das Ende einer Sitzung",
		Ask:     "Am Ende einer Sitzung fragen, was noch unklar ist?",
		Help:    "Was du schreibst, kommt in deiner nächsten Wiederholung vor.",
		Options: onOff(),
	}
	s.Usual, s.None = "wie üblich", "nichts"
}

package diagram

// German returns the words in German.
func German() *Words {
	d := English()
	d.Intro = "Ein Diagramm:"
	d.Start, d.End = "Anfang", "Ende"
	d.Itself = func(label string) string { return "zu sich selbst" + colon(label) }
	d.Leads = func(from, to, label string) string {
		if from == to {
			return stop(from + " führt zu sich selbst" + colon(label))
		}
		return stop(from + " führt zu " + to + colon(label))
	}
	d.Both = func(a, b, label string) string { return stop(a + " und " + b + " führen zueinander" + colon(label)) }
	d.Joined = func(a, b, label string) string { return stop(a + " und " + b + " sind verbunden" + colon(label)) }
	d.Alone = func(label string) string { return label + " steht allein." }
	d.Sends = func(from, to, message string) string {
		if from == to {
			return stop(from + " an sich selbst" + colon(message))
		}
		return stop(from + " an " + to + colon(message))
	}
	d.Note = func(about, note string) string { return "Anmerkung zu " + about + ": " + note }
	d.Block = func(kind, label string) string {
		return map[string]string{
			"loop": "Immer wieder", "alt": "Entweder", "else": "Oder", "opt": "Vielleicht", "par": "Gleichzeitig",
			"and": "Und gleichzeitig", "critical": "In einem Zug", "option": "Oder", "break": "Endet vorzeitig",
		}[kind] + colon(label)
	}
	d.BlockEnd = func(kind string) string {
		return map[string]string{
			"loop": "Hier endet die Wiederholung.", "alt": "Hier endet die Wahl.", "opt": "Hier endet, was vielleicht geschieht.",
			"par": "Hier endet, was gleichzeitig geschieht.", "critical": "Hier endet, was in einem Zug geschieht.",
			"break": "Hier endet das vorzeitige Ende.",
		}[kind]
	}
	return d
}

package diagram

// Spanish returns the words in Spanish.
func Spanish() *Words {
	d := English()
	d.Intro = "Un diagrama:"
	d.Start, d.End = "inicio", "fin"
	d.Itself = func(label string) string { return "de vuelta a sí" + colon(label) }
	d.Leads = func(from, to, label string) string {
		if from == to {
			return stop(from + " lleva de vuelta a sí" + colon(label))
		}
		return stop(from + " lleva hacia " + to + colon(label))
	}
	d.Both = func(a, b, label string) string { return stop(a + " lleva hacia " + b + ", y al revés" + colon(label)) }
	d.Joined = func(a, b, label string) string { return stop(a + " enlaza con " + b + colon(label)) }
	d.Alone = func(label string) string { return label + " queda aparte." }
	d.Sends = func(from, to, message string) string {
		if from == to {
			return stop(from + " hacia sí" + colon(message))
		}
		return stop(from + " hacia " + to + colon(message))
	}
	d.Note = func(about, note string) string { return "Nota sobre " + about + ": " + note }
	d.Block = func(kind, label string) string {
		return map[string]string{
			"loop": "Una y otra vez", "alt": "O bien", "else": "O si no", "opt": "Quizá", "par": "A la vez",
			"and": "Y a la vez", "critical": "De una sola vez", "option": "O", "break": "Final anticipado",
		}[kind] + colon(label)
	}
	d.BlockEnd = func(kind string) string {
		return map[string]string{
			"loop": "Acaba la repetición.", "alt": "Acaba la elección.", "opt": "Acaba lo que es quizá.",
			"par": "Acaba lo que va a la vez.", "critical": "Acaba lo que va de una sola vez.", "break": "Acaba el final anticipado.",
		}[kind]
	}
	return d
}

package diagram

// French returns the words in French.
func French() *Words {
	d := English()
	d.Intro = "Un diagramme :"
	d.Start, d.End = "début", "fin"
	d.Itself = func(label string) string { return "vers soi-même" + frenchColon(label) }
	d.Leads = func(from, to, label string) string {
		if from == to {
			to = "soi-même"
		}
		return stop(from + " mène vers " + to + frenchColon(label))
	}
	d.Both = func(a, b, label string) string {
		return stop(a + " mène vers " + b + ", et inversement" + frenchColon(label))
	}
	d.Joined = func(a, b, label string) string { return stop("Lien entre " + a + " et " + b + frenchColon(label)) }
	d.Alone = func(label string) string { return label + " est à part." }
	d.Group = func(title, members string) string { return title + " : " + members }
	d.Sends = func(from, to, message string) string {
		if from == to {
			to = "soi-même"
		}
		return stop(from + " vers " + to + frenchColon(message))
	}
	d.Note = func(about, note string) string { return "Note sur " + about + " : " + note }
	d.Block = func(kind, label string) string {
		return map[string]string{
			"loop": "Encore et encore", "alt": "Soit", "else": "Sinon", "opt": "Peut-être", "par": "En même temps",
			"and": "Et en même temps", "critical": "D’un seul coup", "option": "Ou", "break": "Fin anticipée",
		}[kind] + frenchColon(label)
	}
	d.BlockEnd = func(kind string) string {
		return map[string]string{
			"loop": "Fin de la répétition.", "alt": "Fin du choix.", "opt": "Fin de ce qui est peut-être.",
			"par": "Fin de ce qui va en même temps.", "critical": "Fin de ce qui va d’un seul coup.", "break": "Fin de la fin anticipée.",
		}[kind]
	}
	return d
}

// frenchColon puts a label behind a colon.
func frenchColon(label string) string {
	if label == "" {
		return ""
	}
	return " : " + label
}

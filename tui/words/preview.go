package words

// Preview is what is said while a course is shown to who writes it.
type Preview struct {
	Name       string                    // that it is one
	Unsaved    string                    // and that nothing is saved
	NoFindings string                    // nothing was found wrong with the course
	Broken     func(cause string) string // the course cannot be read; the last one stays
	NoSource   string                    // there is no file to open
	NoPlace    string                    // a finding is about no lesson

	Jump, Leads, State string // titles of the lists, and of the line for a state
	NoLeads            string // there is no question here
	StateHow           string // how a state is written

	// Keys.
	KeyThere, KeySource, KeyJump, KeyLeads, KeyState string
}

func englishPreview() Preview {
	return Preview{
		Name: "Preview", Unsaved: "Preview: nothing is saved",
		NoFindings: "no findings",
		Broken:     func(cause string) string { return "as it was before: " + cause },
		NoSource:   "There is no file of the course to open here.",
		NoPlace:    "This is about no lesson of its own.",
		Jump:       "Go to", Leads: "Answers and where they lead", State: "Preview as",
		NoLeads:  "There is no question here.",
		StateHow: "What rules ask for, such as mastery.ID=1, goal=team, seen.ID, right.ID. Empty: somebody who is new.",
		KeyThere: "go there", KeySource: "edit the file", KeyJump: "go to anything", KeyLeads: "where answers lead", KeyState: "preview as",
	}
}

func germanPreview(p *Preview) {
	p.Name, p.Unsaved = "Vorschau", "Vorschau: Nichts wird gespeichert"
	p.NoFindings = "keine Befunde"
	p.Broken = func(cause string) string { return "wie es vorher war: " + cause }
	p.NoSource = "Hier gibt es keine Datei des Kurses zu öffnen."
	p.NoPlace = "Das betrifft keine einzelne Lektion."
	p.Jump, p.Leads, p.State = "Gehen zu", "Antworten und wohin sie führen", "Vorschau als"
	p.NoLeads = "Hier steht keine Frage."
	p.StateHow = "Wonach Regeln fragen, etwa mastery.ID=1, goal=team, seen.ID, right.ID. Leer: jemand, für den alles neu ist."
	p.KeyJump, p.KeyLeads, p.KeyState = "zu allem gehen", "wohin Antworten führen", "Vorschau als"
	p.KeyThere, p.KeySource = "hingehen", "Datei bearbeiten"
}

func spanishPreview(p *Preview) {
	p.Name, p.Unsaved = "Vista previa", "Vista previa: no se guarda nada"
	p.NoFindings = "sin hallazgos"
	p.Broken = func(cause string) string { return "como estaba antes: " + cause }
	p.NoSource = "Aquí no hay ningún archivo del curso que abrir."
	p.NoPlace = "Esto no trata de ninguna lección en particular."
	p.Jump, p.Leads, p.State = "Ir a", "Respuestas y adónde llevan", "Ver como"
	p.NoLeads = "Aquí no hay ninguna pregunta."
	p.StateHow = "Lo que piden las reglas, como mastery.ID=1, goal=team, seen.ID, right.ID. Vacío: alguien para quien todo es nuevo."
	p.KeyJump, p.KeyLeads, p.KeyState = "ir a cualquier parte", "adónde llevan las respuestas", "ver como"
	p.KeyThere, p.KeySource = "ir allí", "editar el archivo"
}

func frenchPreview(p *Preview) {
	p.Name, p.Unsaved = "Aperçu", "Aperçu : rien n’est enregistré"
	p.NoFindings = "aucune remarque"
	p.Broken = func(cause string) string { return "comme c’était avant : " + cause }
	p.NoSource = "Il n’y a pas de fichier du cours à ouvrir ici."
	p.NoPlace = "Cela ne concerne aucune leçon en particulier."
	p.Jump, p.Leads, p.State = "Aller à", "Les réponses et où elles mènent", "Voir comme"
	p.NoLeads = "Il n’y a pas de question ici."
	p.StateHow = "Ce que demandent les règles, comme mastery.ID=1, goal=team, seen.ID, right.ID. Vide : quelqu’un pour qui tout est nouveau."
	p.KeyJump, p.KeyLeads, p.KeyState = "aller partout", "où mènent les réponses", "voir comme"
	p.KeyThere, p.KeySource = "y aller", "modifier le fichier"
}

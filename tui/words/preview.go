package words

// Preview is what is said while a course is shown to who writes it.
type Preview struct {
	Name       string                    // that it is one
	Unsaved    string                    // and that nothing is saved
	NoFindings string                    // nothing was found wrong with the course
	Broken     func(cause string) string // the course cannot be read; the last one stays
	NoSource   string                    // there is no file to open
	NoPlace    string                    // a finding is about no lesson

	// Keys.
	KeyThere, KeySource string
}

func englishPreview() Preview {
	return Preview{
		Name: "Preview", Unsaved: "Preview: nothing is saved",
		NoFindings: "no findings",
		Broken:     func(cause string) string { return "as it was before: " + cause },
		NoSource:   "There is no file of the course to open here.",
		NoPlace:    "This is about no lesson of its own.",
		KeyThere:   "go there", KeySource: "edit the file",
	}
}

func germanPreview(p *Preview) {
	p.Name, p.Unsaved = "Vorschau", "Vorschau: Nichts wird gespeichert"
	p.NoFindings = "keine Befunde"
	p.Broken = func(cause string) string { return "wie es vorher war: " + cause }
	p.NoSource = "Hier gibt es keine Datei des Kurses zu öffnen."
	p.NoPlace = "Das betrifft keine einzelne Lektion."
	p.KeyThere, p.KeySource = "hingehen", "Datei bearbeiten"
}

func spanishPreview(p *Preview) {
	p.Name, p.Unsaved = "Vista previa", "Vista previa: no se guarda nada"
	p.NoFindings = "sin hallazgos"
	p.Broken = func(cause string) string { return "como estaba antes: " + cause }
	p.NoSource = "Aquí no hay ningún archivo del curso que abrir."
	p.NoPlace = "Esto no trata de ninguna lección en particular."
	p.KeyThere, p.KeySource = "ir allí", "editar el archivo"
}

func frenchPreview(p *Preview) {
	p.Name, p.Unsaved = "Aperçu", "Aperçu : rien n’est enregistré"
	p.NoFindings = "aucune remarque"
	p.Broken = func(cause string) string { return "comme c’était avant : " + cause }
	p.NoSource = "Il n’y a pas de fichier du cours à ouvrir ici."
	p.NoPlace = "Cela ne concerne aucune leçon en particulier."
	p.KeyThere, p.KeySource = "y aller", "modifier le fichier"
}

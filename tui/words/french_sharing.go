package words

// frenchSharing is what is said when a learner hands their work over.
func frenchSharing(s *Sharing) {
	s.Course = func(title string) string {
		return "Ton travail dans le cours " + title + ", pour la personne qui l’enseigne."
	}
	s.In = "Dans le fichier\u00a0:"
	s.Out = "Pas dans le fichier, sauf si tu le dis\u00a0:"
	s.Never = "Jamais dedans\u00a0: les heures, tes notes, tes signets, tes mots à côté des réponses, tes objectifs et tes plans, ta machine, d’autres cours."
	s.Beware = "Ce que tu as tapé comme réponse y est mot pour mot. Si tu as tapé quelque chose que personne d’autre ne doit lire, ne partage pas le fichier."
	s.Network = "Rien n’est envoyé\u00a0: le fichier est écrit ici, et c’est toi qui le remets."
	s.Excerpt = "Le fichier commence ainsi\u00a0:"
	s.Ask = func(file, word string) string { return "Tape " + word + " pour écrire " + file + "\u00a0: " }
	s.Not = "Rien n’a été écrit."
	s.Written = func(file string) string { return "Écrit dans " + file }
	s.Hand = "C’est du texte\u00a0: tu peux le lire avant de le remettre."
	s.Fields = map[string]string{
		"format":               "que c’est un fichier de cairn progress share",
		"version":              "version du format",
		"course.id":            "identifiant du cours",
		"course.title":         "son titre",
		"course.version":       "sa version selon l’auteur",
		"course.hash":          "empreinte de ses fichiers tels qu’ils sont",
		"learner":              "nom inventé\u00a0: le même chaque fois que tu partages ce cours, un autre dans d’autres cours",
		"name":                 "le nom que tu donnes",
		"made":                 "jour où le fichier a été fait",
		"events":               "combien ton journal contient sur le cours, en nombre",
		"position.lesson":      "leçon où tu es",
		"position.item":        "question qui vient ensuite",
		"position.finished":    "si tu as terminé",
		"position.done":        "leçons derrière toi",
		"position.of":          "leçons sur ton parcours",
		"position.days":        "nombre de jours où tu as appris",
		"position.minutes":     "minutes que tu as passées",
		"position.last":        "dernier jour où tu as appris",
		"lessons.id":           "chaque leçon",
		"lessons.state":        "si elle est ouverte, commencée, faite, passée ou hors de ton parcours",
		"lessons.minutes":      "minutes passées dedans",
		"lessons.finished":     "jour où tu l’as finie",
		"skills.id":            "chaque compétence",
		"skills.mastery":       "à quel point tu la maîtrises, selon l’estimation",
		"skills.known":         "si elle compte comme acquise",
		"skills.answers":       "nombre de réponses à son sujet",
		"items.id":             "chaque question rencontrée",
		"items.rev":            "empreinte de la question telle qu’elle était",
		"items.lesson":         "leçon où elle se trouvait",
		"items.first":          "comment le premier essai a été noté",
		"items.tries.answer":   "chaque réponse telle que tu l’as donnée\u00a0: ce que tu as choisi et tapé",
		"items.tries.outcome":  "comment elle a été notée",
		"items.tries.where":    "si c’était dans la leçon, avant, en exercice, en contrôle ou en révision",
		"items.tries.mixup":    "idée fausse qu’elle montre, par son nom dans le cours",
		"items.tries.hints":    "indices avant elle",
		"items.tries.minutes":  "minutes qu’elle a prises",
		"items.tries.disputed": "si tu as dit que tu avais raison",
		"items.tries.date":     "son jour",
		"items.shown":          "si tu as demandé la réponse",
		"items.skipped":        "si tu l’as passée",
		"detours.to":           "chaque détour\u00a0: sa leçon",
		"detours.item":         "question qui y a mené",
		"detours.rev":          "empreinte de cette question",
		"detours.mixup":        "idée fausse dont il s’agit, par son nom",
		"detours.taken":        "si tu l’as pris",
		"detours.again":        "comment ta réponse suivante à la question a été notée",
		"reflections.ask":      "chaque question sur tes propres idées",
		"reflections.text":     "ce que tu y as écrit",
	}
}

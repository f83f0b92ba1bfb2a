package words

func frenchPlanning(p *Planning) {
	p.Title = "De combien de temps disposes-tu ?"
	p.Help = "Un plan approximatif suffit."
	p.Road = func(m int) string { return "Ses leçons prennent " + frenchAbout(m) + ", selon l’auteur." }
	p.Begin, p.BeginTo = "C’est mon plan", "continuer avec"
	p.Save, p.Keep, p.Skip = "enregistrer", "laisser tel quel", "ne rien prévoir"
	p.Date = "Année, mois et jour, comme 2026-03-31. Laisse vide s’il n’y en a pas."
	p.NoDate = "Écris année, mois et jour, par exemple 2026-03-31, ou laisse vide."
}

package words

func spanishPlanning(p *Planning) {
	p.Title = "¿Cuánto hueco tienes?"
	p.Help = "Basta un plan aproximado."
	p.Road = func(m int) string { return "Sus lecciones llevan " + spanishAbout(m) + ", según el autor." }
	p.Begin, p.BeginTo = "Este es mi plan", "seguir con él"
	p.Save, p.Keep, p.Skip = "guardar", "dejarlo como estaba", "no planear nada"
	p.Date = "Año, mes y día, como 2026-03-31. Déjalo vacío si no hay ninguna fecha."
	p.NoDate = "Escríbelo como año, mes y día, por ejemplo 2026-03-31, o déjalo vacío."
}

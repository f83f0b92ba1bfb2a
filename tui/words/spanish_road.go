package words

import "fmt"

func spanishOffer(o *Offer) {
	o.Placement = func(string) string { return "¿Quieres ver lo que ya sabes?" }
	o.Skip = func(t string) string { return "¿Saltar «" + t + "»?" }
	o.Extra = func(t string) string { return "Un extra, por si tienes curiosidad: " + t }
	o.Optional = func(t string) string { return "Opcional: " + t }

	o.PlacementYes = "Sí, hacer la prueba"
	o.PlacementNo = "No, esto es nuevo para mí: antes, la lección"
	o.PlacementSkip = "Sin prueba, pero algo sé: antes, una pregunta"
	o.PlacementCount = func(n int) string {
		if n == 1 {
			return "Una pregunta."
		}
		return fmt.Sprintf("%d preguntas como máximo.", n)
	}
	o.PlacementHelp = "Las preguntas se van complicando: así se mide. «No lo sé» es una buena respuesta. Puedes parar cuando quieras, y verás el resultado antes de que se salte nada."
	o.SkipYes, o.SkipNo = "Sí, saltarla", "No, hacerla"
	o.ExtraYes, o.ExtraNo = "Sí, abrirlo", "No, seguir"
	o.OptionalYes, o.OptionalNo = "Sí, hacerla", "No, seguir sin ella"
	o.Takes = func(n int) string { return "Cerca de " + spanishMinutes(n) + "." }
	o.PickOne = "Elige antes, con las flechas o con un número."

	o.Review = func(n int) string {
		if n == 0 {
			return "¿Repasar lo pendiente?"
		}
		return "¿Repasar lo pendiente? " + spanishCount(n, "elemento", "elementos") + "."
	}
	o.Practice = func(t string) string {
		return named(t, "¿Mirar antes «%s»?", "¿Mirar antes en qué se apoya esto?")
	}
	o.Back = func(t string) string {
		return named(t, "¿Volver a «%s»?", "¿Volver a la lección que lo enseña?")
	}
	o.ReviewYes, o.ReviewNo = "Sí, repasar ahora", "Ahora no, seguir"
	o.PracticeYes, o.PracticeNo = "Sí, una o dos preguntas sobre eso", "No, seguir aquí"
	o.BackYes, o.BackNo = "Sí, volver", "No, quedarme aquí"
}

func spanishFork(f *Fork) {
	f.Pick = func(n int) string {
		if n == 1 {
			return "Elige una opción. Las demás siguen abiertas."
		}
		return fmt.Sprintf("Elige %d. Las demás siguen abiertas.", n)
	}
	f.Taken = "hecha antes"
	f.Minutes = spanishMinutes
	f.NeedExact = func(n, of int) string { return fmt.Sprintf("%d de %d elegidas.", n, of) }
	f.Take, f.Skip = "tomarla", "ninguna"
}

func spanishSummary(s *Summary) {
	s.Done = func(t string) string { return "Terminaste «" + t + "»" }
	s.Right = spanishFirstTry
	s.Read = "Esta lección no tenía preguntas."
	s.Missed = "Falladas a la primera"
	s.Skills = "Habilidades"
	s.From = func(before, now int) string { return fmt.Sprintf("antes %d %%, ahora %d %%", before, now) }
	s.Same = func(now int) string { return fmt.Sprintf("%d %%", now) }
	s.Next = func(t string) string { return "A continuación: " + t }
	s.End = "Esta era la última lección de tu camino."
	s.Redo = "repetirla"
}

// spanishFirstTry says how many questions were right at the first try.
func spanishFirstTry(right, asked int) string {
	return fmt.Sprintf("%d de %s a la primera", right, spanishCount(asked, "pregunta acertada", "preguntas acertadas"))
}

func spanishFinished(f *Finished) {
	f.Title = func(c string) string { return "El final de «" + c + "»" }
	f.Lessons = spanishLessonsDone
	f.Skills = "Lo que sabes ahora"
	f.Promise = "Al principio escribiste qué haría que valiera la pena:"
	f.Left = "Quedó sin hacer, y sigue abierto cuando quieras"
	f.Open = "abrirla"
	f.Minutes = func(n int) string { return spanishMinutes(n) + " en total" }
}

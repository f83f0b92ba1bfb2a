package words

// spanishSharing is what is said when a learner hands their work over.
func spanishSharing(s *Sharing) {
	s.Course = func(title string) string { return "Tu trabajo en el curso " + title + ", para quien lo enseña." }
	s.In = "En el archivo:"
	s.Out = "No está en el archivo, salvo que lo digas:"
	s.Never = "Nunca está en él: horas del día, tus notas, marcadores y palabras junto a respuestas, tus metas y planes, tu equipo, otros cursos."
	s.Beware = "Lo que escribiste como respuesta está en él palabra por palabra. Si escribiste algo que nadie más debe leer, no compartas el archivo."
	s.Network = "No se envía nada: el archivo se escribe aquí y lo entregas tú."
	s.Excerpt = "El archivo empieza así:"
	s.Ask = func(file, word string) string { return "Escribe " + word + " para escribir " + file + ": " }
	s.Not = "No se escribió nada."
	s.Written = func(file string) string { return "Escrito en " + file }
	s.Hand = "Es texto: puedes leerlo antes de entregarlo."
	s.Fields = map[string]string{
		"format":               "que es un archivo de cairn progress share",
		"version":              "versión del formato",
		"course.id":            "identificador del curso",
		"course.title":         "su título",
		"course.version":       "su versión según el autor",
		"course.hash":          "marca de sus archivos tal como están",
		"learner":              "nombre inventado: el mismo cada vez que compartes este curso, otro en otros cursos",
		"name":                 "el nombre que das",
		"made":                 "día en que se hizo el archivo",
		"events":               "cuánto tiene tu registro del curso, como número",
		"position.lesson":      "lección en la que estás",
		"position.item":        "pregunta que viene ahora",
		"position.finished":    "si has terminado",
		"position.done":        "lecciones que llevas hechas",
		"position.of":          "lecciones de tu camino",
		"position.days":        "número de días en que aprendiste",
		"position.minutes":     "minutos que dedicaste",
		"position.last":        "último día en que aprendiste",
		"lessons.id":           "cada lección",
		"lessons.state":        "si está abierta, empezada, hecha, saltada o fuera de tu camino",
		"lessons.minutes":      "minutos en ella",
		"lessons.finished":     "día en que la terminaste",
		"skills.id":            "cada habilidad",
		"skills.mastery":       "lo bien que se supone que la dominas",
		"skills.known":         "si cuenta como sabida",
		"skills.answers":       "número de respuestas sobre ella",
		"items.id":             "cada pregunta que encontraste",
		"items.rev":            "marca de la pregunta tal como era",
		"items.lesson":         "lección en la que estaba",
		"items.first":          "cómo se calificó el primer intento",
		"items.tries.answer":   "cada respuesta tal como la diste: lo que elegiste y lo que escribiste",
		"items.tries.outcome":  "cómo se calificó",
		"items.tries.where":    "si fue en la lección, antes, en la práctica, en una comprobación o en un repaso",
		"items.tries.mixup":    "idea equivocada que muestra, por su nombre en el curso",
		"items.tries.hints":    "pistas antes de ella",
		"items.tries.minutes":  "minutos que llevó",
		"items.tries.disputed": "si dijiste que tenías razón",
		"items.tries.date":     "su día",
		"items.shown":          "si pediste la respuesta",
		"items.skipped":        "si la pasaste por alto",
		"detours.to":           "cada desvío: su lección",
		"detours.item":         "pregunta que llevó allí",
		"detours.rev":          "marca de esa pregunta",
		"detours.mixup":        "idea equivocada de la que trata, por su nombre",
		"detours.taken":        "si lo tomaste",
		"detours.again":        "cómo se calificó tu siguiente respuesta a la pregunta",
		"reflections.ask":      "cada pregunta sobre tus propias ideas",
		"reflections.text":     "lo que escribiste",
	}
}

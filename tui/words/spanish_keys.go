package words

import "maps"

func spanishKeys(k *Keys) {
	k.Up, k.Down = "arriba", "abajo"
	k.PageUp, k.PageDown, k.Top, k.Bottom = "página arriba", "página abajo", "al principio", "al final"

	k.Open, k.Change, k.Back, k.Close, k.Number = "abrir", "cambiar", "volver", "cerrar", "elegir por número"
	k.Filter, k.ClearFilter = "buscar", "mostrar todo"

	k.Save, k.Keep = "guardar", "dejarlo como estaba"

	k.Help, k.Quit, k.Stop = "ayuda", "salir", "salir, también al escribir"
	k.Suspend, k.Redraw, k.Look, k.Courses = "a la consola y volver", "redibujar", "colores", "todos los cursos"

	k.Settings = "ajustes"
	k.Hint, k.Way, k.Skip, k.DontKnow = "pista", "otra explicación", "saltar", "no lo sé"
	k.ShowAnswer, k.Dispute, k.Undo = "ver la respuesta", "creo que acerté", "deshacer"
	k.Copy, k.Reread = "copiar", "releer"
	k.Picture, k.NextPicture, k.PrevPicture = "imagen", "imagen siguiente", "imagen anterior"

	k.Outline, k.Choices, k.Redo, k.Findings = "índice", "metas y ritmo", "repetirla", "hallazgos"

	k.Today, k.Why, k.Map, k.Insights = "hoy", "por qué ahora", "mapa", "análisis"
	k.Plan, k.Review = "plan", "repasar ahora"
	k.Harder, k.Easier, k.Explain, k.Rest = "una más difícil", "una más fácil", "explicar otra vez", "descansar hoy"

	k.Everywhere, k.NotNow = "En todas partes", "Ahora no"

	maps.Copy(k.Names, map[string]string{
		"shift": "mayús", "backspace": "retroceso", "space": "espacio", "up": "arriba", "down": "abajo",
		"left": "izquierda", "right": "derecha", "home": "inicio", "end": "fin", "pgup": "RePág",
		"pgdown": "AvPág", "delete": "supr",
	})
}

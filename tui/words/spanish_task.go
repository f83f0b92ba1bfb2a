package words

func spanishTask(t *Task) {
	t.Checks = "Está hecha cuando"
	t.Run = func(s string) string { return "el comando `" + s + "` funciona" }
	t.File = func(s string) string { return "existe el archivo `" + s + "`" }
	t.Dir = func(s string) string { return "existe la carpeta `" + s + "`" }
	t.Git = func(s string) string { return "el repositorio `" + s + "` está como se describe" }
	t.HTTP = func(s string) string { return "la dirección `" + s + "` responde" }
	t.Expect = spanishExpected().of
	t.Done, t.NotYet, t.Skip = "Está hecha", "Aún no: dejarla abierta por ahora", "Saltarla"
	t.NotYetToast = "La tarea queda abierta. Aquí estará cuando vuelvas."
	t.PickOne = "Di antes cómo va, con las flechas o con un número."
	t.Minutes = func(n int) string { return "Cerca de " + spanishMinutes(n) + "." }
}

func spanishExpected() expectations {
	return expectations{
		exit:     func(status string) string { return "termina con el código `" + status + "`" },
		contains: func(text string) string { return "contiene `" + text + "`" },
		oneLine:  "tiene al menos una línea",
		atLeast:  func(lines string) string { return "tiene al menos " + lines + " líneas" },
		atMost:   func(lines string) string { return "tiene como máximo " + lines + " líneas" },
		between:  func(low, high string) string { return "tiene de " + low + " a " + high + " líneas" },
		other:    func(name, value string) string { return name + ": `" + value + "`" },
	}
}

package words

func spanishTask(t *Task) {
	t.Checks = "Está hecha cuando"
	t.Run = func(s string) string { return "el comando " + span(s) + " funciona" }
	t.File = func(s string) string { return "existe el archivo " + span(s) + "" }
	t.Dir = func(s string) string { return "existe la carpeta " + span(s) + "" }
	t.Here = "la carpeta es un repositorio"
	t.Git = func(s string) string { return span(s) + " es un repositorio" }
	t.In = func(s string) string { return "en el repositorio " + span(s) }
	t.HTTP = func(s string) string { return "la dirección " + span(s) + " responde" }
	t.Expects = map[string]string{
		"exit": "termina con el código {x}", "contains": "contiene {x}", "matches": "es como pide el texto", "equals": "es exactamente {x}",
		"lines": "tiene {r} líneas", "json": "en {x} está lo que se pide", "mode": "sus permisos son {x}", "entries": "contiene {r} archivos y carpetas",
		"status": "su código es {r}", "branch": "la rama es {x}", "clean": "todo está confirmado", "commits": "commits: {r}",
		"message": "el último mensaje es como se pide", "log": "un mensaje es como se pide", "message-has": "el último mensaje contiene {x}", "log-has": "un mensaje del historial contiene {x}", "tracked": "{x} está bajo control de versiones", "committed": "{x} está en el último commit", "untracked": "{x} no está añadido",
		"staged": "{x} está preparado", "changed": "{x} ha cambiado", "ignored": "{x} se ignora", "merged": "la rama {x} está fusionada",
		"merges": "commits de fusión: {r}", "conflicts": "archivos en conflicto: {r}", "tag": "existe la etiqueta {x}", "remote": "existe el remoto {x}",
		"stashes": "stashes: {r}", "exists": "existe", "one-line": "tiene al menos una línea", "absent": "no existe nada llamado {x}",
		"not-clean": "hay cambios", "not": "no contiene {x}", "has-branch": "existe la rama {x}", "no-branch": "no existe la rama {x}",
		"stderr-contains": "sus errores contienen {x}", "stderr-not": "sus errores no contienen {x}", "stderr-matches": "sus errores son como pide el texto",
		"lines-one": "tiene {r} línea", "entries-one": "contiene {r} archivo o carpeta", "commits-one": "commits: {r}", "merges-one": "commits de fusión: {r}",
		"conflicts-one": "archivos en conflicto: {r}", "stashes-one": "stashes: {r}",
	}
	t.Ranges = spanishRanges()
	t.Done, t.NotYet, t.Skip = "Está hecha", "Aún no: dejarla abierta por ahora", "Saltarla"
	t.NotYetToast = "La tarea queda abierta. Aquí estará cuando vuelvas."
	t.PickOne = "Di antes cómo va, con las flechas o con un número."
	t.Minutes = func(n int) string { return "Cerca de " + spanishMinutes(n) + "." }
}

func spanishRanges() map[string]string {
	return map[string]string{"least": "al menos {n}", "most": "como máximo {n}", "between": "de {low} a {high}"}
}

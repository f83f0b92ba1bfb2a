package words

import "maps"

func spanishHands(h *Hands) {
	h.Undo, h.Redo, h.Editor = "deshacer el cambio", "rehacer el cambio", "en tu editor"

	h.NoChange = "Aquí no se cambió nada que se pueda deshacer."
	h.NoRedo = "No se deshizo ningún cambio que se pueda rehacer."
	h.Sent = "Una respuesta enviada se queda como se dio."
	h.Cut = "No cupo todo: no hay sitio para más."

	h.NoEditor = "Indica antes un editor: en el ajuste «editor», en VISUAL o en EDITOR."
	h.NoSuchEditor = func(command string) string {
		return "No se encuentra «" + command + "»: mira el ajuste «editor», VISUAL y EDITOR."
	}
	h.EditorFailed = func(err string) string { return "El texto queda como estaba: " + err }
	h.EditorSame = "En el editor no cambió nada."
	h.NoTerminal = "Un editor necesita una terminal."
	h.NothingToEdit = "Aquí no hay ningún texto que escribir."

	h.Typing = "Mientras escribes, las letras son texto. Las teclas que son letras funcionan después de la que deja de escribir."
	h.Left = func(course string) string {
		return "Se guarda dónde estabas en «" + course + "»: al abrirlo sigues ahí."
	}
	h.NotHere = func(key, where string) string {
		if where == "" {
			return "La tecla " + key + " no hace nada aquí."
		}
		return "La tecla " + key + " solo sirve " + where + "."
	}
	maps.Copy(h.Where, map[string]string{
		"hint": "en una pregunta o una tarea", "check": "en una tarea que se comprueba aquí", "shell": "en una tarea", "output": "en una tarea", "watch": "en una tarea", "dont-know": "en una pregunta", "show-answer": "en una pregunta o una tarea",
		"harder": "en una pregunta", "easier": "en una pregunta", "undo": "en un curso",
		"dispute": "después de una respuesta", "way": "en una página con varias explicaciones", "copy": "en una página de texto", "links": "en una página de texto", "contents": "en una página de texto",
		"reread": "dentro de una lección", "explain": "dentro de una lección", "skip-lesson": "dentro de una lección",
		"redo": "en el índice y al final de una lección", "rest": "en la página de hoy",
		"filter": "en la biblioteca", "jump": "en la vista previa de un curso", "leads": "en la vista previa de un curso", "state": "en la vista previa de un curso",
		"source": "en la vista previa de un curso", "findings": "en la biblioteca", "editor": "donde se escribe un texto",
		"redo-change": "donde se da una respuesta",
	})
}

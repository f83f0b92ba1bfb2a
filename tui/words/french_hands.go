package words

import "maps"

func frenchHands(h *Hands) {
	h.Undo, h.Redo, h.Editor = "défaire le changement", "refaire le changement", "dans ton éditeur"

	h.NoChange = "Rien n’a changé ici qui puisse être défait."
	h.NoRedo = "Aucun changement n’a été défait qui puisse être refait."
	h.Sent = "Une réponse envoyée reste telle qu’elle a été donnée."
	h.Cut = "Tout n’a pas été pris : il n’y a plus de place."

	h.NoEditor = "Indique d’abord un éditeur : réglage « editor », VISUAL ou EDITOR."
	h.NoSuchEditor = func(command string) string {
		return "« " + command + " » est introuvable : voir le réglage « editor », VISUAL et EDITOR."
	}
	h.EditorFailed = func(err string) string { return "Le texte est resté tel quel : " + err }
	h.EditorSame = "Rien n’a changé dans l’éditeur."
	h.NoTerminal = "Un éditeur a besoin d’un terminal."
	h.NothingToEdit = "Il n’y a pas de texte à écrire ici."

	h.Typing = "Pendant que tu écris, les lettres sont du texte. Les touches qui sont des lettres marchent après celle qui arrête d’écrire."
	h.Left = func(course string) string {
		return "Ta place dans « " + course + " » est gardée : en le rouvrant, tu continues là."
	}
	h.NotHere = func(key, where string) string {
		if where == "" {
			return "La touche " + key + " ne fait rien ici."
		}
		return "La touche " + key + " sert seulement " + where + "."
	}
	maps.Copy(h.Where, map[string]string{
		"hint": "dans une question ou une tâche", "check": "à une tâche qui est vérifiée ici", "shell": "à une tâche", "output": "à une tâche", "watch": "à une tâche", "dont-know": "dans une question", "show-answer": "dans une question ou une tâche",
		"harder": "dans une question", "easier": "dans une question", "undo": "dans un cours",
		"dispute": "après une réponse", "way": "sur une page avec plusieurs explications",
		"copy": "sur une page de texte", "links": "sur une page de texte", "contents": "sur une page de texte",
		"reread": "dans une leçon", "explain": "dans une leçon", "skip-lesson": "dans une leçon",
		"redo": "dans le sommaire et à la fin d’une leçon", "rest": "sur la page du jour",
		"filter": "dans la bibliothèque", "jump": "dans l’aperçu d’un cours", "leads": "dans l’aperçu d’un cours", "state": "dans l’aperçu d’un cours",
		"source": "dans l’aperçu d’un cours", "findings": "dans la bibliothèque", "editor": "là où l’on écrit un texte",
		"redo-change": "là où l’on donne une réponse",
	})
}

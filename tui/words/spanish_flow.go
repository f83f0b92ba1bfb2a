package words

import "fmt"

func spanishFlow(f *Flow) {
	f.Detour = func(back string) string {
		return named(back, "Desvío: después vuelves a «%s».", "Desvío: después vuelves a tu lección.")
	}
	f.Deeper = func(depth int, back string) string {
		return fmt.Sprintf("Desvío de nivel %d: ", depth) + named(back, "después vuelves a «%s».", "después vuelves a tu lección.")
	}
	f.UndoOpen, f.UndoKnown, f.UndoTurn = "deshacer esta apertura", "deshacer el salto", "deshacer este giro"
	f.UndoReset = "deshacer el reinicio"
	f.NoUndo = "No hay ningún cambio de camino que deshacer."

	f.PageDown, f.GoOn = "más", "seguir"
	f.Copied = func(first string) string { return "Copiado, si tu terminal lo permite: " + first }
	f.CopiedCommands = func(n int, first string) string {
		if n == 1 {
			return "Copiado solo el comando, si tu terminal lo permite: " + first
		}
		return fmt.Sprintf("Copiados solo los %d comandos, si tu terminal lo permite: %s", n, first)
	}
	f.NoCode = "En esta página no hay código."
	f.NoWays = "Esta página tiene una sola explicación."
	f.NoPages = "Todavía no hay nada que releer."
	f.Links = "Enlaces"
	f.CodeLeft, f.CodeRight = "correr el código atrás", "correr el código"
	f.SkipLesson = "saltar esta lección"
	f.LeaveDetour = "acabar el desvío"
	f.Skipped = func(title, undo string) string { return spanishTakenBack("Lección saltada", undo) + title }
	f.ReviewLeft = "Dejaste el repaso. Lo pendiente sigue pendiente."
	f.Ended = func(title, undo string) string { return spanishTakenBack("Desvío acabado", undo) + title }
	f.Rereading = "Releer"
	f.RereadHelp = "Tu sitio se conserva."

	f.Titles = Titles{
		Ask: "Una pregunta para ti", Offer: "Tú eliges", Fork: "Tú eliges", Text: "Texto", Question: "Pregunta",
		Answer: "Respuesta", Task: "Tarea", Summary: "Cómo te fue", Finished: "El final",
		Planning: "Tu semana", Placed: "Nivel", Card: "Repaso", Reviewed: "Repaso", Closing: "Hasta la próxima",
		Another: "Otra explicación",
	}
	f.Alerts = Alerts{
		Note: "Nota", Tip: "Consejo", Important: "Importante", Warning: "Aviso", Caution: "Cuidado", Image: "Imagen", Code: "Código",
		AsWritten: "Demasiado para darle forma; así está escrito:",
	}
	f.Ask = Ask{
		One: "Elige una opción.", Many: "Elige todas las que encajen.", Text: "Tan corto o tan largo como quieras.",
		Yours: "Tú escribiste", Authors: "El autor dice",
		Send: "seguir",
	}
	spanishQuestion(&f.Question)
	spanishFeedback(&f.Feedback)
	spanishTask(&f.Task)
	spanishOffer(&f.Offer)
	spanishFork(&f.Fork)
	spanishSummary(&f.Summary)
	spanishFinished(&f.Finished)

	spanishPlanning(&f.Planning)
	spanishPurpose(&f.Purpose)
	spanishPlaced(&f.Placed)
	spanishMoved(&f.Moved)
	spanishCard(&f.Card)
	spanishReviewed(&f.Reviewed)
	spanishClosing(&f.Closing)
}

func spanishQuestion(q *Question) {
	q.Try = func(n, of int) string { return fmt.Sprintf("Intento %d de %d.", n, of) }
	q.Hint = func(n int) string { return fmt.Sprintf("Pista %d", n) }
	q.HintsLeft = func(n int) string { return fmt.Sprintf("pista (%d)", n) }
	q.NoHint = "Esta pregunta no tiene pistas."
	q.NoHintsLeft = "No hay más pistas."
	q.Refused = func(lacks string) string { return "Esto no gastó ningún intento: " + lacks + "." }
	q.HintLater = "La pista llega después de un intento fallido."
	q.Sure = "¿Con cuánta seguridad respondes?"
	q.SureGuess, q.SureFairly, q.SureSure, q.SureSkip = spanishGuess, spanishFairly, spanishSure, "prefiero no decirlo"
	q.Back = "volver a la respuesta"
	q.NoHarder = "Aquí no hay una pregunta más difícil sobre esto."
	q.NoEasier = "Aquí no hay una pregunta más fácil sobre esto."
	q.Another = "Otra explicación, fuera del orden de la lección. Después vuelves a donde estabas."
}

func spanishFeedback(f *Feedback) {
	f.Right, f.Close, f.Wrong, f.Partly = "Correcto", "Casi: basta para seguir", "No es correcto", "Todavía no está completo"
	f.DontKnow, f.Shown = "Dijiste que aún no lo sabes", "Esta es la respuesta"
	f.Spelling = func(word string) string {
		return named(word, "Revisa la ortografía: ¿querías decir «%s»?", "Revisa la ortografía.")
	}
	f.NoReply = "Esta no es la respuesta que pide la pregunta."
	f.Parts = func(right, of int) string {
		return fmt.Sprintf("%d de %s.", right, spanishCount(of, "parte correcta", "partes correctas"))
	}
	f.Marks = func(right, of int) string {
		switch right {
		case 0:
			return "Nada de lo que marcaste es correcto."
		case 1:
			return fmt.Sprintf("De las %d que marcaste, 1 es correcta.", of)
		}
		return fmt.Sprintf("De las %d que marcaste, %d son correctas.", of, right)
	}
	f.Incomplete = "Lo que marcaste es correcto. Hay algo más que también lo es."
	f.Mixup = "Una confusión frecuente:"
	f.NextDetour = func(title string, minutes int) string {
		if minutes > 0 {
			title = fmt.Sprintf("%s (%d min)", title, minutes)
		}
		return "A continuación: un desvío, " + title + ". Después, otra vez esta pregunta."
	}
	f.NextGo = func(title string) string { return "A continuación: " + title + "." }
	f.NextRetry = func(tries int) string {
		if tries == 1 {
			return "Queda 1 intento."
		}
		return fmt.Sprintf("Quedan %d intentos.", tries)
	}
	f.NextFree = "Esto no gastó ningún intento."
	f.NextLesson = "A continuación: la lección, que responde a esto."
	f.Unchanged = "Esta es la respuesta que diste. Cámbiala y pulsa Enter."
	f.Why = "Por qué"

	f.TryAgain, f.TakeDetour, f.GoThere, f.GoOn = "otro intento", "tomar el desvío", "ir allí", "seguir"
	f.Stay, f.ShowAnswer = "quedarme aquí", "ver la respuesta"
	f.NoAnswer = "La respuesta ya está en esta página."
	f.NoDispute = "Aquí no hay nada que objetar."
	f.NoHint = "No hay más pistas."

	f.DisputeAsk = "¿Por qué crees que acertaste? Se guarda para el autor. Puedes dejarlo vacío."
	f.DisputeSend, f.DisputeStop = "guardarlo", "mejor no"
	f.Disputed = "Guardado para el autor. La pregunta queda resuelta."
}

// spanishTakenBack puts the key that takes something back behind it, and before
// the title of what it was, which may be long.
func spanishTakenBack(what, undo string) string {
	if undo == "" {
		return what + ": "
	}
	return what + ", " + undo + " lo deshace: "
}

package words

import "fmt"

func frenchFlow(f *Flow) {
	f.Detour = func(back string) string {
		return named(back, "Détour : ensuite, retour à « %s ».", "Détour : ensuite, retour à ta leçon.")
	}
	f.Deeper = func(depth int, back string) string {
		return fmt.Sprintf("Détour de niveau %d : ", depth) + named(back, "ensuite, retour à « %s ».", "ensuite, retour à ta leçon.")
	}
	f.UndoOpen, f.UndoKnown, f.UndoTurn = "annuler cette ouverture", "annuler le saut", "annuler ce virage"
	f.UndoReset = "annuler le nouveau départ"
	f.NoUndo = "Il n’y a aucun changement de parcours à annuler."

	f.PageDown, f.GoOn = "suite", "continuer"
	f.Copied = func(first string) string { return "Copié, si ton terminal le permet : " + first }
	f.CopiedCommands = func(n int, first string) string {
		if n == 1 {
			return "Copié, seulement la commande, si ton terminal le permet : " + first
		}
		return fmt.Sprintf("Copié, seulement les %d commandes, si ton terminal le permet : %s", n, first)
	}
	f.NoCode = "Il n’y a pas de code sur cette page."
	f.NoWays = "Cette page n’a qu’une explication."
	f.NoPages = "Il n’y a encore rien à relire."
	f.Links = "Liens"
	f.CodeLeft, f.CodeRight = "ramener le code large", "faire glisser le code"
	f.SkipLesson = "sauter cette leçon"
	f.LeaveDetour = "finir le détour"
	f.Skipped = func(title, undo string) string { return frenchTakenBack("Leçon sautée", undo) + title }
	f.ReviewLeft = "Tu as quitté la révision. Ce qui est à réviser le reste."
	f.Ended = func(title, undo string) string { return frenchTakenBack("Détour fini", undo) + title }
	f.Rereading = "Relire"
	f.RereadHelp = "Ta place est gardée."

	f.Titles = Titles{
		Ask: "Une question pour toi", Offer: "À toi de choisir", Fork: "À toi de choisir", Text: "Texte", Question: "Question",
		Answer: "Réponse", Task: "Tâche", Summary: "Comment ça s’est passé", Finished: "La fin",
		Planning: "Ta semaine", Placed: "Niveau", Card: "Révision", Reviewed: "Révision", Closing: "À la prochaine",
		Another: "Autre explication",
	}
	f.Alerts = Alerts{
		Note: "Note", Tip: "Conseil", Important: "Important", Warning: "Attention", Caution: "Prudence", Image: "Image", Code: "Code",
		AsWritten: "Trop long à mettre en forme, voici le texte tel quel :",
	}
	f.Ask = Ask{
		One: "Choisis une option.", Many: "Choisis tout ce qui convient.", Text: "Court ou long, comme tu veux.",
		Yours: "Tu as écrit", Authors: "L’auteur dit",
		Send: "continuer",
	}
	frenchQuestion(&f.Question)
	frenchFeedback(&f.Feedback)
	frenchTask(&f.Task)
	frenchOffer(&f.Offer)
	frenchFork(&f.Fork)
	frenchSummary(&f.Summary)
	frenchFinished(&f.Finished)

	frenchPlanning(&f.Planning)
	frenchPurpose(&f.Purpose)
	frenchPlaced(&f.Placed)
	frenchMoved(&f.Moved)
	frenchCard(&f.Card)
	frenchReviewed(&f.Reviewed)
	frenchClosing(&f.Closing)
}

func frenchQuestion(q *Question) {
	q.Try = func(n, of int) string { return fmt.Sprintf("Essai %d sur %d.", n, of) }
	q.Hint = func(n int) string { return fmt.Sprintf("Indice %d", n) }
	q.HintsLeft = func(n int) string { return fmt.Sprintf("indice (%d)", n) }
	q.NoHint = "Cette question n’a pas d’indice."
	q.NoHintsLeft = "Il n’y a plus d’indice."
	q.Refused = func(lacks string) string { return "Cela n’a pas coûté d’essai : " + lacks + "." }
	q.HintLater = "L’indice vient après un essai manqué."
	q.Sure = "Avec quelle assurance réponds-tu ?"
	q.SureGuess, q.SureFairly, q.SureSure, q.SureSkip = frenchGuess, frenchFairly, frenchSure, "je préfère ne pas le dire"
	q.Back = "retour à la réponse"
	q.NoHarder = "Il n’y a pas ici de question plus difficile là-dessus."
	q.NoEasier = "Il n’y a pas ici de question plus facile là-dessus."
	q.Another = "Une autre explication, en dehors de l’ordre de la leçon. Ensuite, tu reviens où tu étais."
}

func frenchFeedback(f *Feedback) {
	f.Right, f.Close, f.Wrong, f.Partly = "Juste", "Presque : assez pour continuer", "Ce n’est pas juste", "Pas encore complet"
	f.DontKnow, f.Shown = "Tu as dit que tu ne sais pas encore", "Voici la réponse"
	f.Spelling = func(word string) string {
		return named(word, "Vérifie l’orthographe : voulais-tu dire « %s » ?", "Vérifie l’orthographe.")
	}
	f.NoReply = "Ce n’est pas la réponse que demande la question."
	f.Parts = func(right, of int) string {
		return frenchCount(right, "partie juste", "parties justes") + fmt.Sprintf(" sur %d.", of)
	}
	f.Marks = func(right, of int) string {
		switch right {
		case 0:
			return "Rien de ce que tu as coché n’est juste."
		case 1:
			return fmt.Sprintf("Sur les %d que tu as cochées, 1 est juste.", of)
		}
		return fmt.Sprintf("Sur les %d que tu as cochées, %d sont justes.", of, right)
	}
	f.Incomplete = "Ce que tu as coché est juste. Autre chose l’est aussi."
	f.Mixup = "Une confusion fréquente :"
	f.NextDetour = func(title string, minutes int) string {
		if minutes > 0 {
			title = fmt.Sprintf("%s (%d min)", title, minutes)
		}
		return "Ensuite : un détour, " + title + ". Puis cette question encore une fois."
	}
	f.NextGo = func(title string) string { return "Ensuite : " + title + "." }
	f.NextRetry = frenchTriesLeft
	f.NextFree = "Cela n’a pas coûté d’essai."
	f.NextLesson = "Ensuite : la leçon, qui y répond."
	f.Unchanged = "C’est la réponse que tu as donnée. Change-la, puis appuie sur Entrée."
	f.Why = "Pourquoi"

	f.TryAgain, f.TakeDetour, f.GoThere, f.GoOn = "réessayer", "prendre le détour", "y aller", "continuer"
	f.Stay, f.ShowAnswer = "rester ici", "voir la réponse"
	f.NoAnswer = "La réponse est déjà sur cette page."
	f.NoDispute = "Il n’y a rien à contester ici."
	f.NoHint = "Il n’y a plus d’indice."

	f.DisputeAsk = "Qu’est-ce qui parle pour ta réponse ? C’est gardé pour l’auteur. Tu peux laisser vide."
	f.DisputeSend, f.DisputeStop = "le garder", "laisser tomber"
	f.Disputed = "Gardé pour l’auteur. La question est réglée."
}

// frenchTriesLeft says how many tries are left.
func frenchTriesLeft(n int) string {
	return "Il reste " + frenchCount(n, "essai", "essais") + "."
}

// frenchTakenBack puts the key that takes something back behind it, and before
// the title of what it was, which may be long.
func frenchTakenBack(what, undo string) string {
	if undo == "" {
		return what + " : "
	}
	return what + ", " + undo + " pour annuler : "
}

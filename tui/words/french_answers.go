package words

import "fmt"

func frenchAnswers(a *Answers) {
	a.Move, a.Check, a.Done, a.Mark = "choisir", "vérifier", "terminé", "cocher"
	a.PickUp, a.Drop, a.Carry, a.PutBack = "prendre", "poser", "déplacer", "remettre"
	a.TakeBack, a.Cycle, a.Clear = "retirer le dernier", "autre paire", "vider"
	a.NextBlank, a.PrevBlank = "trou suivant", "trou précédent"
	a.NewLine, a.LeaveField, a.TypeAgain = "nouvelle ligne", "arrêter d’écrire", "écrire"

	a.PickOne = "Choisis d’abord une réponse, avec les flèches ou son numéro."
	a.MarkSome = "Coche toutes celles qui sont justes, avec espace ou leur numéro."
	a.TypeFirst = "Écris d’abord une réponse."
	a.NotMoved = "Rien n’a encore bougé. Encore Entrée, et cet ordre est envoyé."
	a.NeedsNumber = "Il faut un nombre ici."
	a.RowsLeft = func(n int) string {
		if n == 1 {
			return "Une ligne n’a pas encore sa paire."
		}
		return fmt.Sprintf("%d lignes n’ont pas encore leur paire.", n)
	}
	a.BlanksLeft = func(n int) string {
		if n == 1 {
			return "Un trou est encore vide."
		}
		return fmt.Sprintf("%d trous sont encore vides.", n)
	}
	a.Marked = func(n int) string { return frenchCount(n, "cochée", "cochées") }
	a.HowToOrder = "Espace prend une ligne et la pose. Ou tape les numéros dans l’ordre."
	a.Holding = "Ligne prise : les flèches la déplacent, espace la pose, échap la remet."
	a.Placed = func(n, of int) string {
		return frenchCount(n, "numéro placé", "numéros placés") +
			fmt.Sprintf(" sur %d. Tape le suivant ; retour arrière en retire un.", of)
	}
	a.NumberHelp = func(unit string) string {
		if unit == "" {
			return "Un nombre, comme 42 ou 3,5."
		}
		return "Un nombre (" + unit + "), comme 42 ou 3,5. L’unité n’est pas nécessaire."
	}
	a.RightOrder, a.RightText = "Le bon ordre", "La réponse"
	a.Nothing = "rien"
}

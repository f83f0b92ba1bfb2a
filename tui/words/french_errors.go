package words

import "fmt"

func frenchErrors(e *Errors) {
	e.Full = "le disque est plein. Fais de la place et réponds de nouveau."
	e.ReadOnly = "impossible d’écrire dans le dossier de ta progression."
	e.NotNow = "Ce n’est pas possible ici."
	e.NotTaken = "cela ne peut pas être pris tel quel"
	frenchLacks(&e.Lacks)
	e.NoExplain = "Il n’y a pas ici d’autre explication que tu n’as pas vue."
	e.NotDue = "Rien n’est à réviser maintenant."
	e.NoSpare = "Tu n’as encore rien à réviser."
	e.NoPractice = "Il n’y a rien à travailler là-dessus avant la leçon."
	e.NoPlace = func(r string) string { return fmt.Sprintf("Il n’y a pas de page %q.", r) }
	e.ListFailed = func(err error) string { return fmt.Sprintf("Impossible d’afficher la liste des cours : %v", err) }
	e.OpenFailed = func(ref string, err error) string { return fmt.Sprintf("Impossible d’ouvrir %s : %v", ref, err) }
}

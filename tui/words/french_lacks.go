package words

import "fmt"

func frenchLacks(l *Lacks) {
	l.Answer, l.Number = "écris une réponse", "écris un nombre"
	l.NoUnit = "écris le nombre seul, sans unité"
	l.Spaces = "seules les espaces diffèrent : vérifie-les"
	l.Quotes = "seuls les guillemets diffèrent : essaie les autres"
	l.Shown = "choisis parmi les options affichées"
	l.Option, l.Options = "choisis une option", "choisis au moins une option"
	l.One = "choisis une seule option"
	l.Either = "choisis des options ou dis que tu ne sais pas, pas les deux"
	l.Brevity = func(n int) string {
		return "c’est trop long : " + frenchCount(n, "caractère", "caractères") + " au plus"
	}
	l.Order = func(n int) string { return fmt.Sprintf("mets les %d éléments dans l’ordre, chacun une fois", n) }
	l.Match = func(n int) string { return fmt.Sprintf("associe les %d lignes", n) }
	l.Blanks = func(n int) string { return fmt.Sprintf("remplis les %d trous", n) }
	l.Unit = func(wanted string) string { return "donne le nombre en " + wanted + ", ou sans unité" }
	l.InBlank = func(n int, lack string) string { return fmt.Sprintf("trou %d : %s", n, lack) }
	l.Future = "choisis un jour à venir"
	l.Minutes = func(most int) string {
		return fmt.Sprintf("les minutes d’une séance sont un nombre de 1 à %d", most)
	}
	l.Form = "on ne peut pas répondre à cette question"
}

package words

import "fmt"

func frenchReading(r *Reading) {
	r.LinksTitle, r.ContentsTitle, r.Links, r.Contents = "Liens", "Titres", "liens", "titres"
	r.NoLinks, r.NoHeadings = "Cette page n’a pas de lien.", "Cette page n’a pas de titre."
	r.Open, r.Go, r.NextHeading, r.PrevHeading = "ouvrir", "y aller", "titre suivant", "titre précédent"

	r.Lesson = func(title string) string { return "leçon : " + title }
	r.Heading = func(text string) string { return "sur cette page : " + text }
	r.Term = func(term string) string { return "glossaire : " + term }
	r.File = func(file string) string { return "un fichier du cours : " + file }
	r.Footnote = func(text string) string { return "note : " + text }

	r.Opened = func(address string) string { return "Ouvert : " + address }
	r.Copied = func(address string) string { return "Copié, si ton terminal le permet : " + address }
	r.Failed = func(address, why string) string {
		return "L’ouverture a échoué (" + why + "). Copié, si ton terminal le permet : " + address
	}
	r.CopiedFile = func(file string) string { return "Un fichier du cours. Son nom a été copié : " + file }
	r.Elsewhere = "Ce titre n’est pas sur cette page."

	r.LinksHow = "Pour aller où mène l’un d’eux, écris :links et son numéro."
	r.ContentsHow = "Pour entendre la page à partir de l’un d’eux, écris :contents et son numéro."
	r.NoNumber = func(n, of int) string { return fmt.Sprintf("%d n’en fait pas partie : ils vont de 1 à %d.", n, of) }
	r.From = func(heading string) string { return "À partir de « " + heading + " » :" }
}

package words

import "fmt"

func frenchOutline(o *Outline) {
	o.Title = "Sommaire"
	o.Here = "tu es ici"
	o.Done, o.Skipped, o.Begun, o.Open = "faite", "sautée", "commencée", "ouverte"
	o.Off, o.Optional = "hors de ton parcours", "facultative"
	o.Right = func(r, asked int) string { return fmt.Sprintf("%d sur %d du premier coup", r, asked) }
	o.Aside = "À côté du parcours"
	o.Skills = "Compétences"
	o.NoAnswers = "pas encore de réponse"
	o.Answers = func(n int) string { return frenchCount(n, "réponse", "réponses") }
	o.Reference = "À consulter"
	o.Glossary = func(n int) string { return "Glossaire, " + frenchCount(n, "terme", "termes") }
	o.Cards = func(n int) string { return fmt.Sprintf("Fiches, %d", n) }
	o.Progress = frenchLessonsDone

	o.GlossaryTitle, o.CardsTitle = "Glossaire", "Fiches"

	o.NotOpened = "une compétence grandit avec les réponses ; ouvre une leçon qui l’enseigne"
	o.OnlyLessons = "seules les leçons peuvent être refaites"
	o.NotFinished = "cette leçon n’est pas encore terminée"
}

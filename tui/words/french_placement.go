package words

import "fmt"

func frenchPlaced(p *Placed) {
	p.Title = "Ce que tu sembles savoir"
	p.Asked = func(n int) string {
		return "Une estimation d’après " + frenchCount(n, "réponse", "réponses") + "."
	}
	p.How = "Les compétences cochées comptent comme acquises : leurs leçons sont sautées, et une révision le vérifie dans quelques jours. Change ce que tu sais mieux. Toutes les leçons te restent ouvertes."
	p.Known, p.Maybe, p.New = "acquise", "d’abord une question", "d’abord la leçon"
	p.Told, p.NotTold = "acquise, selon toi", "pas encore, selon toi"
	p.Over = func(lessons, m int) string {
		said := "Saut de " + frenchLessons(lessons)
		if m > 0 {
			said += ", " + frenchAbout(m)
		}
		return said + "."
	}
	p.OverNone = "Rien n’est sauté."
	p.Nothing = "Les réponses ne disent encore rien de sûr. Le parcours commence par la première leçon."
	p.Tick, p.Take, p.TakeNone = "cocher", "continuer", "ne rien sauter"
}

func frenchPurpose(p *Purpose) {
	p.Placement = func(n, of int) string {
		switch {
		case n <= 0:
			return "Test de niveau"
		case of < n:
			return fmt.Sprintf("Question %d", n)
		}
		return fmt.Sprintf("Question %d sur %d au plus", n, of)
	}
	p.Review = func(n, of int) string {
		if n <= 0 || of < n {
			return "Révision"
		}
		return fmt.Sprintf("Révision %d sur %d", n, of)
	}
	p.Try, p.Practice, p.Check = "Avant la leçon", "Encore une", "Une base"
	p.EndReview, p.EndPlacement = "finir la révision", "finir le test"
	p.ToLesson, p.NoMore = "à la leçon", "plus de celles-ci"
	p.ReviewTitle, p.PlacementName = "Révision", "Test de niveau"
}

package words

import "fmt"

func frenchOffer(o *Offer) {
	o.Placement = func(string) string { return "Voir ce que tu sais déjà ?" }
	o.Skip = func(t string) string { return "Sauter « " + t + " » ?" }
	o.Extra = func(t string) string { return "Un supplément, si cela t’intrigue : " + t }
	o.Optional = func(t string) string { return "Facultatif : " + t }

	o.PlacementYes = "Oui, passer le test"
	o.PlacementNo = "Non, c’est nouveau pour moi : d’abord la leçon"
	o.PlacementSkip = "Pas de test, mais j’ai des bases : d’abord une question"
	o.PlacementCount = func(n int) string {
		if n == 1 {
			return "Une question."
		}
		return fmt.Sprintf("%d questions au plus.", n)
	}
	o.PlacementHelp = "Les questions deviennent difficiles : c’est ainsi que le test mesure. « Je ne sais pas » est une bonne réponse. Tu peux arrêter à tout moment, et tu vois le résultat avant que rien ne soit sauté."
	o.SkipYes, o.SkipNo = "Oui, sauter", "Non, faire la leçon"
	o.ExtraYes, o.ExtraNo = "Oui, ouvrir", "Non, continuer"
	o.OptionalYes, o.OptionalNo = "Oui, faire la leçon", "Non, continuer sans elle"
	o.Takes = func(n int) string { return "Environ " + frenchMinutes(n) + "." }
	o.PickOne = "Choisis d’abord, avec les flèches ou un numéro."

	o.Review = func(n int) string {
		if n == 0 {
			return "Réviser ce qui est à revoir ?"
		}
		return "Réviser ce qui est à revoir ? " + frenchCount(n, "élément", "éléments") + "."
	}
	o.Practice = func(t string) string {
		return named(t, "Regarder d’abord « %s » ?", "Regarder d’abord ce sur quoi ceci s’appuie ?")
	}
	o.Back = func(t string) string {
		return named(t, "Revenir à « %s » ?", "Revenir à la leçon qui l’enseigne ?")
	}
	o.ReviewYes, o.ReviewNo = "Oui, réviser maintenant", "Pas maintenant, continuer"
	o.PracticeYes, o.PracticeNo = "Oui, une question ou deux dessus", "Non, continuer ici"
	o.BackYes, o.BackNo = "Oui, y revenir", "Non, rester ici"
}

func frenchFork(f *Fork) {
	f.Pick = func(n int) string {
		if n == 1 {
			return "Choisis une leçon. Les autres te restent ouvertes."
		}
		return fmt.Sprintf("Choisis %d leçons. Les autres te restent ouvertes.", n)
	}
	f.Taken = "déjà faite"
	f.Minutes = frenchMinutes
	f.NeedExact = func(n, of int) string { return frenchCount(n, "choisie", "choisies") + fmt.Sprintf(" sur %d.", of) }
	f.Take, f.Skip = "choisir", "aucune"
}

func frenchSummary(s *Summary) {
	s.Done = func(t string) string { return "« " + t + " » est terminé" }
	s.Right = frenchFirstTry
	s.Read = "Cette leçon n’avait pas de question."
	s.Missed = "Manquées du premier coup"
	s.Skills = "Compétences"
	s.From = func(before, now int) string { return fmt.Sprintf("%d %% avant, %d %% maintenant", before, now) }
	s.Same = func(now int) string { return fmt.Sprintf("%d %%", now) }
	s.Next = func(t string) string { return "Ensuite : " + t }
	s.End = "C’était la dernière leçon de ton parcours."
	s.Redo = "refaire"
}

// frenchFirstTry says how many questions were right at the first try.
func frenchFirstTry(right, asked int) string {
	return frenchCount(right, "question juste", "questions justes") + fmt.Sprintf(" sur %d du premier coup", asked)
}

func frenchFinished(f *Finished) {
	f.Title = func(c string) string { return "La fin de « " + c + " »" }
	f.Lessons = frenchLessonsDone
	f.Skills = "Ce que tu sais maintenant"
	f.Promise = "Au début, tu as écrit ce qui en vaudrait la peine :"
	f.Left = "Laissé de côté, et ouvert à tout moment"
	f.Open = "ouvrir"
	f.Minutes = func(n int) string { return frenchMinutes(n) + " en tout" }
}

package words

import "fmt"

func frenchReasons(r *Reasons) {
	r.Start = "Le cours commence ici."
	r.Next = "La suite du parcours."
	r.Continue = "Tu en étais ici."
	r.WrongIdea = func(idea string) string {
		return named(idea, "Un détour, car cette réponse vient souvent de l’idée que « %s ».",
			"Un détour, car cette réponse vient souvent d’une confusion fréquente.")
	}
	r.ThisAnswer = func(title string) string {
		return named(title, "« %s » est là à cause de ta réponse.", "Ceci est là à cause de ta réponse.")
	}
	r.Return = func(from string) string {
		return named(from, "De retour de « %s » : la question encore une fois.", "De retour du détour : la question encore une fois.")
	}
	r.TryAgain = func(from string) string {
		return named(from, "Manquée avant « %s », donc posée de nouveau.", "Manquée avant le détour, donc posée de nouveau.")
	}
	r.Rule = func(rule string) string {
		return named(rule, "Une règle de l’auteur s’applique ici : %s", "L’auteur fait passer tout le monde par ici.")
	}
	r.Interest = func(choice string) string {
		return named(choice, "Affiché parce que tu as choisi « %s ».", "Affiché en raison d’un de tes choix.")
	}
	r.Learner = "C’est toi qui as ouvert ceci."
	r.Reset = func(t string) string { return "Tu as recommencé « " + Trimmed(t) + " »." }
	r.PassedOver = func(lesson, skill string, percent int) string {
		if skill == "" {
			return fmt.Sprintf("Saut de « %s » : tu sembles le savoir.", lesson)
		}
		return fmt.Sprintf("Saut de « %s » : tu maîtrises « %s » (%d %%).", lesson, skill, percent)
	}
	r.Known = func(skill string, percent int) string {
		if skill == "" {
			return "D’après tes réponses, tu sembles déjà le savoir."
		}
		return fmt.Sprintf("D’après tes réponses, tu sembles déjà maîtriser « %s » (%d %%).", skill, percent)
	}
	r.Weak = func(skill string, percent int) string {
		return fmt.Sprintf("L’auteur place ceci ici, car « %s » n’est pas encore solide (%d %%).", skill, percent)
	}
	r.Strong = func(skill string, percent int) string {
		return fmt.Sprintf("L’auteur place ceci ici, car tu maîtrises bien « %s » (%d %%).", skill, percent)
	}
	r.Score = func(percent int) string {
		return fmt.Sprintf("L’auteur place ceci ici après %d %% de réponses justes du premier coup.", percent)
	}
	r.LongAgo = func(lesson string, days int) string {
		return fmt.Sprintf("« %s », c’était il y a %s.", lesson, frenchDaysOf(days))
	}
	r.Optional = "Facultatif : à prendre ou à laisser."
	r.Chosen = "Tu as choisi ce chemin."
	r.Needed = func(from string) string {
		return named(from, "À faire d’abord : « %s » s’appuie dessus.", "À faire d’abord : une leçon suivante s’appuie dessus.")
	}
	r.Changed = "L’auteur a modifié cette question depuis ta réponse."
	r.LeftOver = "Sautée plus tôt, et toujours ouverte."
	r.Begun = "Tu l’as commencée ; elle n’est plus sur ton parcours."
	r.Asked = "Demandé une fois, pour que le parcours te convienne. Tu peux changer d’avis."
	r.Placement = "Pour voir ce que tu sais déjà, et pouvoir le sauter."
	r.End = "Il ne reste rien sur le parcours."
	frenchReviewReasons(r)
	frenchModelReasons(r)
}

// frenchReviewReasons are those for what comes back.
func frenchReviewReasons(r *Reasons) {
	r.Due = func(title string, days, recall, target int) string {
		met := named(title, "« %s » : dernière fois ", "Dernière fois ") + frenchAgo(days)
		if recall > target {
			return met + ", à réviser aujourd’hui."
		}
		return fmt.Sprintf("%s. Chance de t’en souvenir : %d %% (cible : %d %%).", met, recall, target)
	}
	r.Reviews = "Les révisions passent avant le nouveau, tant qu’elles lui laissent de la place."
	r.Lapse = func(title string) string {
		return named(title, "« %s » encore une fois : cela vient d’échapper.", "Encore une fois : cela vient d’échapper.")
	}
	r.Missed = func(days int) string {
		if days == 0 {
			return "Tu as manqué celle-ci plus tôt aujourd’hui."
		}
		return "Tu as manqué celle-ci " + frenchAgo(days) + "."
	}
	r.Card = func(from string) string {
		return named(from, "Une fiche de « %s », pour la première fois.", "Une fiche, pour la première fois.")
	}
	r.Open = func(title string, percent int) string {
		return named(title, "« %s » : remis", "Remis") + fmt.Sprintf(" à un autre jour (%d %%).", percent)
	}
	r.Unclear = func(title string) string {
		return named(title, "Tu as écrit que « %s » restait obscur.", "Tu as écrit que cela restait obscur.")
	}
	r.TopUp = func(title string, recall int) string {
		return named(title, "« %s » : pas encore à réviser.", "Pas encore à réviser.") +
			fmt.Sprintf(" De tout ce que tu sais, c’est le moins ancré (%d %%).", recall)
	}
	r.Tomorrow = func(title string) string {
		return fmt.Sprintf("« %s » attend demain : une nuit de sommeil aide plus qu’un nouvel essai.", title)
	}
	r.Closing = func(minutes int) string {
		if minutes < 2 {
			return fmt.Sprintf("Tu avais prévu %d minute aujourd’hui, et elle est passée.", minutes)
		}
		return fmt.Sprintf("Tu avais prévu %d minutes aujourd’hui, et elles sont passées.", minutes)
	}
	r.Reviewed = "La révision est finie."
}

// frenchModelReasons are those that come from what is known of the learner.
func frenchModelReasons(r *Reasons) {
	r.TryFirst = func(title string, percent int) string {
		return fmt.Sprintf("Tu maîtrises peut-être déjà « %s » (%d %%) : une question vient avant la leçon.", title, percent)
	}
	r.TestedOut = func(title string, percent int) string {
		return fmt.Sprintf("Tu as montré que tu maîtrises « %s » (%d %%). Nouvelle vérification dans quelques jours.", title, percent)
	}
	r.PassedMany = func(lessons int) string {
		return "Saut de " + frenchLessons(lessons) + " : tu as montré que tu les sais."
	}
	r.Practice = func(title string, percent, line int) string {
		return fmt.Sprintf("Encore une sur « %s » : %d %% pour l’instant, %d %% pour continuer.", title, percent, line)
	}
	r.Prereq = func(title, from string, percent int) string {
		return fmt.Sprintf("Deux erreurs sur « %s » : un regard sur « %s », sa base (%d %%).", from, title, percent)
	}
	r.Explain = func(title string) string {
		return fmt.Sprintf("« %s » encore une fois, expliqué autrement.", title)
	}
	r.Easier = "Une question plus facile, à la place de la précédente."
	r.Harder = "Une question plus difficile, comme tu l’as demandé."
	r.Waits = func(title, from string, percent, line int) string {
		return fmt.Sprintf("« %s » s’appuie sur « %s », qui est à %d %% ; %d %% suffisent.", title, from, percent, line)
	}
	r.Beyond = func(goal string) string {
		return named(goal, "Ton objectif, « %s », ne demande pas cela.", "Ton objectif ne demande pas cela.")
	}
	r.Planning = "Demandé une fois, pour caler le cours sur ta semaine. Tu peux en changer."
	r.Placed = "Voici ce que disent tes réponses. Rien n’est sauté sans ton accord."
}

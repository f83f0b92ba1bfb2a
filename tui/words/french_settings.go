package words

func frenchSettings(s *Settings) {
	onOff := func() map[string]string { return map[string]string{"on": "oui", "off": "non"} }
	s.Sure = Setting{
		Title: "Assurance avant de continuer",
		Ask:   "Quelle assurance veux-tu dans une compétence avant de continuer ?",
		Help:  "Plus d’assurance, c’est plus de questions avant qu’une compétence compte comme acquise.",
		Options: map[string]string{
			"brisk": "rapide, avec moins de questions", "standard": "normal", "thorough": "approfondi, avec plus de questions",
		},
	}
	s.Recall = Setting{
		Title: "Quand viennent les révisions",
		Ask:   "Que veux-tu retenir encore quand une révision arrive ?",
		Help:  "Une part plus grande fait venir les révisions plus tôt, et prend plus de ton temps.",
		Options: map[string]string{
			"85": "85 %, avec moins de révisions", "90": "90 %", "95": "95 %, avec plus de révisions",
		},
	}
	s.Days = Setting{
		Title: "Tes jours",
		Ask:   "Quels jours penses-tu apprendre ?",
		Help:  "Le plan se fait sur ces jours. Apprendre les autres jours compte tout autant.",
		Options: map[string]string{
			"mon": "lundi", "tue": "mardi", "wed": "mercredi", "thu": "jeudi",
			"fri": "vendredi", "sat": "samedi", "sun": "dimanche",
		},
	}
	s.Minutes = Setting{
		Title: "Une séance",
		Ask:   "Combien de minutes dure une séance ?",
		Help:  "Le plan compte dessus ; rien ne t’arrête quand elle est finie.",
		Options: map[string]string{
			"5": "5 minutes", "10": "10 minutes", "15": "15 minutes", "25": "25 minutes",
			"45": "45 minutes", "60": "60 minutes", "90": "90 minutes",
		},
		Free: func(code string) string {
			if code == "1" {
				return "1 minute"
			}
			return code + " minutes"
		},
	}
	s.Until = Setting{
		Title: "Date visée",
		Ask:   "Y a-t-il un jour où tu veux avoir fini ?",
		Help:  "Sans date, le plan dit quand tu pourrais avoir fini.",
	}
	s.When = Setting{
		Title: "Quand et où",
		Ask:   "Quand et où vas-tu t’y mettre ?",
		Help:  "Un plan approximatif suffit, par exemple : après le petit-déjeuner, dans la cuisine.",
	}
	s.Obstacle = Setting{
		Title: "Ce qui peut gêner",
		Ask:   "Qu’est-ce qui peut gêner, et que feras-tu alors ?",
		Help:  "C’est pour toi ; le plan ne s’en sert pas.",
	}
	s.First = Setting{
		Title: "Question ou leçon d’abord",
		Ask:   "Là où tu sais peut-être déjà quelque chose, qu’est-ce qui vient d’abord ?",
		Help:  "Une question d’abord va plus vite là où tu sais beaucoup.",
		Options: map[string]string{
			"try": "une question, et la leçon s’il le faut", "read": "la leçon",
		},
	}
	s.Confidence = Setting{
		Title:   "Ton assurance",
		Ask:     "cairn peut-il demander parfois avec quelle assurance tu réponds ?",
		Help:    "Après dix réponses, il montre combien étaient justes quand tu n’hésitais pas.",
		Options: onOff(),
	}
	s.Weeks = Setting{
		Title:   "Semaines",
		Ask:     "Compter les semaines où tu as appris autant de jours que prévu ?",
		Help:    "Deux semaines de repos sont offertes. Un jour manqué ne fait rien perdre.",
		Options: onOff(),
	}
	s.Closing = Setting{
		Title:   "La fin d’une séance",
		Ask:     "Demander à la fin d’une séance ce qui reste obscur ?",
		Help:    "Ce que tu écris revient dans ta prochaine révision.",
		Options: onOff(),
	}
	s.Usual = "par défaut"
	s.None = "rien"
}

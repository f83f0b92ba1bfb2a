package words

import (
	"fmt"
	"maps"
)

func frenchPlain(p *Plain) {
	p.Replies.Yes = append(p.Replies.Yes, "oui", "o")
	p.Replies.No = append(p.Replies.No, "non")
	p.Replies.Done = append(p.Replies.Done, "fait")
	p.Replies.All = append(p.Replies.All, "tout")
	p.Replies.Nothing = append(p.Replies.Nothing, "rien")
	p.HowTo = "Réponds et appuie sur Entrée. Écris :help pour voir tout ce que tu peux faire, :quit pour arrêter."
	p.Saves = "Ta progression s’enregistre toute seule."
	p.KeysAre = "Si un cours nomme une touche, comme w, écris-la après un deux-points : :w"
	p.Findings = func(n int) string {
		return "Les fichiers de ce cours contiennent " + frenchMistakes(n) + " ; cairn check en donne la liste."
	}
	p.frenchPlace()
	p.frenchSteps()
	p.frenchAnswers()
	p.frenchFeedback()
	p.frenchRefusals()
	p.frenchEnds()
	p.frenchCommands()
	frenchPlainPath(&p.Path)
	frenchPlainViews(&p.Views)
}

func (p *Plain) frenchPlace() {
	p.LessonOf = func(n, of int, t string) string { return fmt.Sprintf("Leçon %d sur %d : %s", n, of, t) }
	p.Lesson = func(t string) string { return "Leçon : " + t }
	p.Module = func(t string) string { return "Module : " + t }
	p.Step = func(n, of int) string { return fmt.Sprintf("Étape %d sur %d", n, of) }
	p.Detour = func(t, b string) string { return "Détour : " + t + ". Ensuite, retour à « " + b + " »." }
	p.Why = func(l string) string { return "Pourquoi ceci : " + l }
	p.UndoOpen = "Écris :undo pour revenir."
	p.UndoKnown = "Écris :undo pour annuler le saut d’une leçon."
	p.UndoTurn = "Écris :undo pour annuler ce virage."
	p.UndoLeave = func(t string) string { return "Écris :undo pour revenir à « " + t + " », que tu as quitté." }
	p.UndoReset = func(t string) string {
		return "Écris :undo pour annuler le nouveau départ de « " + Trimmed(t) + " »."
	}
	p.Again = func(try int) string { return fmt.Sprintf("La question de nouveau, essai %d.", try) }
	p.Left = func(t string) string {
		return "Pas encore envoyé : « " + t + " ». Écris :send pour l’envoyer, ou réponds de nouveau."
	}
	p.LeftGaps = func(t string) string {
		return "Déjà rempli. " + t + " Pour changer le dernier, écris :back."
	}
	p.Before = func(t string) string {
		return "Ta réponse d’avant : « " + t + " ». :send la garde, :skip continue."
	}
}

func (p *Plain) frenchSteps() {
	p.Question = func(prompt string) string { return "Question : " + prompt }
	p.Gap = func(n int) string { return fmt.Sprintf("[trou %d]", n) }
	p.GapIs = func(n int, t string) string { return fmt.Sprintf("Trou %d : %s.", n, t) }
	p.Lefts, p.Rights = "Trouve la paire de :", "Parmi :"
	p.WayShown = func(t string, n, of int) string { return fmt.Sprintf("Explication %d sur %d : %s", n, of, t) }
	p.OtherWays = func(t string) string { return "Autres explications, avec :way : " + t }
	p.WaysAt = func(t string, n int) string { return fmt.Sprintf("Autres explications, avec :way %d : %s", n, t) }
	p.HintOf = func(n int) string { return fmt.Sprintf("Indice %d :", n) }
	p.TaskHead = func(t string) string { return "À faire pour de vrai : " + t }
	p.Taken = "déjà faite"
	p.OfferSkip = func(t string) string { return "Sauter « " + t + " » ?" }
	p.OfferExtra = func(t string) string { return "Si cela t’intrigue : « " + t + " ». Le lire ?" }
	p.OfferOptional = func(t string, m int) string {
		return "« " + t + " »" + minutesOf(m, frenchMinutes) + " est facultatif. Faire cette leçon ?"
	}
}

func (p *Plain) frenchAnswers() {
	p.ChooseOne = func(n int) string { return fmt.Sprintf("Écris un numéro de 1 à %d.", n) }
	p.ChooseMany = func(n int) string {
		return fmt.Sprintf("Écris les numéros, de 1 à %d, de tout ce qui est juste, par exemple : 1 2", n)
	}
	p.ChooseN = func(pick, n int) string {
		return fmt.Sprintf("Écris %s de 1 à %d, ou :skip pour n’en prendre aucun.", frenchCount(pick, "numéro", "numéros"), n)
	}
	p.Type = "Écris ta réponse."
	p.InOrder = func(n int) string {
		return fmt.Sprintf("Écris les %d numéros dans le bon ordre, par exemple : %s", n, orderOf(n))
	}
	p.MatchUp = func(n int) string {
		return fmt.Sprintf("Pour chaque numéro de 1 à %d, écris la lettre qui va avec, dans cet ordre, par exemple : %s", n, lettersOf(n))
	}
	p.Blank = func(n, of int) string { return fmt.Sprintf("Trou %d sur %d :", n, of) }
	p.AllFilled = "Tous les trous sont remplis. Écris :send pour les envoyer, ou :back pour changer le dernier."
	p.Write = "Écris ta réponse sur une ligne."
	p.YesNo = "Écris oui ou non."
	p.GoOn = "Appuie sur Entrée pour continuer."
	p.ToDetour = "Appuie sur Entrée pour prendre le détour, ou écris :stay pour continuer sans lui."
	p.ToGo = "Appuie sur Entrée pour y aller, ou écris :stay pour continuer ici."
	p.TryAgain = func(n int) string {
		return frenchTriesLeft(n) + " Réponds de nouveau, ou appuie sur Entrée pour réentendre la question. :show donne la réponse, :skip continue."
	}
	p.TryFree = "Cela n’a pas coûté d’essai. Réponds de nouveau, ou appuie sur Entrée pour réentendre la question."
	p.Done = "Écris fait quand c’est fait, ou :skip."
	p.Sure = "Avec quelle assurance réponds-tu ? Écris 1 pour au hasard, 2 pour en hésitant, 3 pour sans hésiter, ou appuie sur Entrée pour ne pas le dire."
	p.ToEnd = "Appuie sur Entrée pour quitter le cours."
	p.HintsLeft = func(n int) string {
		if n == 1 {
			return "Pour un indice, écris :hint."
		}
		return fmt.Sprintf("Pour l’un des %d indices, écris :hint.", n)
	}
}

func (p *Plain) frenchFeedback() {
	p.Right, p.Close, p.Wrong = "Juste.", "Presque : assez pour continuer.", "Ce n’est pas juste."
	p.Spelling = func(m string) string {
		return named(m, "Vérifie l’orthographe : voulais-tu dire « %s » ?", "Vérifie l’orthographe.")
	}
	p.DontKnow = "C’est bon à savoir. Voici la réponse."
	p.AnswerWas = func(t string) string { return "Ta réponse : " + t }
	p.TheAnswer = "La réponse :"
	p.WhyHead = "Pourquoi :"
	p.OK, p.NotOK, p.OffSpelling = "juste", "pas juste", "vérifie l’orthographe"
	p.SomeMissing = "Autre chose est juste aussi."
	p.Detouring = func(t string, m int) string {
		return "Ensuite : un détour par « " + t + " »" + minutesOf(m, frenchMinutes) + ". Puis cette question est posée de nouveau."
	}
	p.Going = func(t string) string { return "Ensuite : « " + t + " »." }
	p.CanDispute = "Si tu penses avoir raison, écris :right."
	p.Disputed = "Noté pour l’auteur. On continue."
	p.Compare = "Compare avec ceci :"
	p.Recorded = "Gardé."
}

func (p *Plain) frenchRefusals() {
	p.NotAmong = func(l string) string { return "« " + l + " » n’est pas parmi les réponses." }
	p.NotOne = "On ne peut en choisir qu’une."
	p.NotN = func(n int) string {
		if n == 1 {
			return "Il en faut 1."
		}
		return fmt.Sprintf("Il en faut %d, chacun une seule fois.", n)
	}
	p.NotYesNo = func(l string) string { return "« " + l + " » n’est ni oui ni non." }
	p.NotDone = func(l string) string { return "« " + l + " » ne dit pas que c’est fait." }
	p.NotSure = func(l string) string { return "« " + l + " » n’est ni 1, ni 2, ni 3." }
	p.NothingToDo = "Rien n’est demandé ici, donc ceci n’a pas été pris comme réponse."
	p.NothingSaid = "Rien n’a été écrit."
	p.TooLong = func(most int) string {
		return fmt.Sprintf("Cette ligne dépasse %d caractères et n’a pas été prise.", most)
	}
	p.Unsent = func(l string) string {
		return "L’entrée s’est terminée avant Entrée, donc ceci n’a pas été envoyé : « " + l + " »"
	}
	p.Kept = "Ce que tu as écrit est gardé pour la prochaine fois."
	p.NoCommand = func(n string) string {
		return "Il n’y a pas de commande « " + n + " ». Écris :help pour la liste. Une réponse qui commence par un deux-points s’écrit avec deux."
	}
	p.NotNow = func(n string) string { return "La commande :" + n + " n’est pas possible ici." }
	p.NotHere = func(n, only string) string { return "La commande :" + n + " sert " + only + "." }
	p.NotYet = func(n string) string {
		return "La commande :" + n + " vient après : dis d’abord comment la journée commence."
	}
	p.NoTaskHint = "Cette tâche n’a pas d’indice."
	maps.Copy(p.OnlyAt, map[string]string{
		"reload": "dans l’aperçu d’un cours", "findings": "dans l’aperçu d’un cours", "goto": "dans l’aperçu d’un cours", "as": "dans l’aperçu d’un cours", "answers": "aux questions, dans l’aperçu d’un cours",
		"hint": "aux questions et aux tâches", "check": "aux tâches", "shell": "aux tâches", "fresh": "aux tâches", "say": "aux tâches qui demandent encore quelque chose", "run": "aux tâches dont tu as refusé les commandes", "output": "aux tâches", "write": "aux questions auxquelles répond un programme", "lines": "aux questions auxquelles répond un programme", "watch": "aux tâches", "dontknow": "aux questions", "show": "aux questions et aux tâches",
		"harder": "aux questions", "easier": "aux questions", "right": "pour une réponse qui n’a pas été jugée juste",
		"stay": "là où un changement de parcours est annoncé",
		"send": "pour une réponse qui a été gardée", "back": "pour une réponse de plusieurs lignes", "way": "sur les pages qui ont plusieurs explications",
		"leave": "dans les leçons, les détours et les révisions", "links": "dans les leçons", "contents": "dans les leçons", "reread": "dans les leçons",
		"glossary": "dans les cours qui ont un glossaire", "cards": "dans les cours qui ont des fiches",
	})
	p.NothingKept = "Il n’y a pas encore de réponse à envoyer."
}

func (p *Plain) frenchEnds() {
	p.SummaryOf = func(t string) string { return "Fin de « " + t + " »." }
	p.Score = func(r, a int) string { return frenchFirstTry(r, a) + "." }
	p.MissedAre = "Manquées du premier coup :"
	p.SkillsAre = "Ta maîtrise, selon une estimation :"
	p.Skill = func(t string, n int) string { return fmt.Sprintf("%s : %d %%", t, n) }
	p.SkillWas = func(t string, b, n int) string { return fmt.Sprintf("%s : %d %%, avant %d %%", t, n, b) }
	p.NextIs = func(t string) string { return "Ensuite : « " + t + " »." }
	p.EndIsNear = "C’était la dernière leçon de ton parcours."
	p.Finished = func(c string) string { return "Tu es à la fin de « " + c + " »." }
	p.PromiseIs = "Au début, tu as écrit ce qui en vaudrait la peine :"
	p.LeftAre = "Laissé de côté, et ouvert avec :open et le nom entre parenthèses :"
	p.NotReviewed = "La révision n’est pas finie. Rouvre le cours à tout moment pour la continuer."
	p.NotEnded = "Le cours n’est pas fini. Rouvre-le à tout moment pour continuer d’ici."
}

func (p *Plain) frenchCommands() {
	p.ProgressIs = func(d, of int) string { return frenchLessonsDone(d, of) + "." }
	p.Choices = "Tes choix. Pour en changer un : :set, son nom et la réponse, par exemple : :set pace fast"
	p.Chosen = "choisi"
	p.SetHow = "Écris :set, le nom et la nouvelle réponse. :choices en donne la liste."
	p.Saved = "Enregistré."
	p.OpenHow = "Ouvre une leçon avec :open et son numéro."
	p.RedoHow = "Refais une leçon avec :redo et son numéro. :outline en donne la liste."
	p.Undone = "Annulé."
	p.PageOf = func(n, of int, t string) string {
		return named(t, fmt.Sprintf("Page %d sur %d : %%s", n, of), fmt.Sprintf("Page %d sur %d", n, of))
	}
	p.PagesAre = "Les pages de cette leçon :"
	p.PageHow = "Lis-en une avec :reread et son numéro."
	p.NoPage = func(n, of int) string { return fmt.Sprintf("Il n’y a pas de page %d, sur %d en tout.", n, of) }
	p.TermHow = "Le sens d’un terme : :glossary et le terme."
	p.NoTerm = func(t string) string { return "Le glossaire n’a pas « " + t + " »." }
	p.CardFront = func(n int) string { return fmt.Sprintf("Fiche %d :", n) }
	p.CardBack = "Son verso :"
	p.Finding = PlainFinding{
		How:  "Écris :find et les mots. S’il y en a plusieurs, tous sont cherchés.",
		Open: "Ouvre un résultat avec :find et son numéro.",
		Elsewhere: func(course, ref string) string {
			return "C’est dans le cours « " + course + " », qui s’ouvre avec : cairn " + ref
		},
		Stay:     "Ta place dans le cours reste où elle est.",
		NoneHere: "Il n’y a pas encore de note ici. Écris-en une avec :note et son texte.",
		NotesHow: "Ouvre une note avec :notes et son numéro ; :notes change 1 et un texte, :notes remove 1, :notes back.",
	}
	p.Courses = func(n int) string { return fmt.Sprintf("Écris un numéro de 1 à %d, ou :quit.", n) }
	p.InFolder = func(dir string) string { return "dans " + dir }
	p.Help = "Les commandes commencent par un deux-points. Celles qu’on peut utiliser maintenant :"
	p.HelpColon = "Une réponse qui commence par un deux-points s’écrit avec deux : ::x répond :x"
	p.CommandIs = func(n, s, does string) string {
		return named(s, ":"+n+", en court :%s : ", ":"+n+" : ") + does
	}
	maps.Copy(p.Commands, map[string]string{
		"reload": "relire le cours", "findings": "ce qui ne va pas dans le cours, ou aller par son numéro à ce qu’une remarque concerne",
		"goto": "aller à une leçon, question, réserve, tâche ou demande par son identifiant, ou les lister", "answers": "les réponses à la question et où elles mènent, ou en donner une par son numéro",
		"as":   "recommencer comme quelqu’un pour qui est vrai ce que tu écris, ou dire comme qui cela a commencé",
		"edit": "écrire la réponse dans ton éditeur", "write": "écrire un programme ici, ligne par ligne : tout, ou à la place de quelques lignes", "lines": "le programme, avec les numéros de ses lignes",
		"hint": "l’indice suivant", "dontknow": "dire que tu ne sais pas ; la réponse est montrée",
		"show": "voir la réponse ; rien n’est compté", "skip": "continuer sans répondre",
		"right": "dire « je pense avoir raison » ; c’est gardé pour l’auteur avec ce que tu ajoutes",
		"stay":  "continuer sans le changement de parcours", "send": "envoyer la réponse qui a été gardée",
		"back": "changer ce que tu as écrit en dernier", "way": "une autre explication",
		"undo": "annuler le dernier changement de parcours", "again": "redire cette étape",
		"why": "pourquoi ceci maintenant : qui l’a décidé, les chiffres, et quoi d’autre", "links": "les liens de cette page, ou ce que l’un d’eux ouvre", "contents": "les titres de cette page, ou la page à partir de l’un d’eux", "reread": "relire une page de cette leçon",
		"outline": "les leçons et où tu en es", "open": "aller à une leçon",
		"reset": "recommencer une question, une leçon, une compétence ou le cours",
		"redo":  "refaire une leçon depuis le début", "leave": "quitter cette leçon, ou finir un détour ou une révision",
		"glossary": "les termes de ce cours, ou le sens de l’un d’eux", "cards": "les fiches de ce cours",
		"find": "chercher des mots partout, ou ouvrir un résultat par son numéro", "note": "écrire une note sur ce qui est devant toi",
		"notes":    "tes notes et marque-pages : en ouvrir un par son numéro, le changer ou le retirer",
		"bookmark": "un marque-page ici, posé ou retiré", "export": "écrire ton carnet dans un fichier",
		"choices": "objectif, rythme et tes autres choix", "set": "changer un choix, ou un réglage de cairn",
		"settings": "les réglages de cairn : langue, couleurs, largeur du texte ; ou à quoi sert l’un d’eux",
		"review":   "réviser ce qui est à revoir, quelques minutes, ou une compétence", "rest": "laisser les révisions du jour pour demain",
		"harder": "une question plus difficile à la place de celle-ci", "easier": "une question plus facile à la place de celle-ci",
		"else":     "ce qu’il y a d’autre, ou l’une de ces choses par son numéro",
		"today":    "ce qui est à réviser, ce qui vient ensuite, combien de temps cela prend",
		"map":      "les compétences du cours et ce que chacune attend, ou une compétence en détail",
		"insights": "ce que tu sais bien, ce que tu sais moins, et comment tu apprends",
		"plan":     "tes jours, et quand tu pourrais avoir fini ; ou le changer par un numéro qu’il donne",
		"explain":  "une autre explication de ce dont parle la leçon",
		"check":    "vérifier la tâche, ou tester ta réponse", "shell": "le dossier de la tâche, et comment y aller",
		"say": "répondre à ce que demandent les vérifications de la tâche, et la vérifier", "run": "revoir ce que la tâche veut exécuter, et décider", "fresh": "recommencer le dossier de la tâche ; ce qu’il contient est gardé", "output": "ce que les commandes ont écrit à la dernière vérification",
		"help": "cette liste", "quit": "arrêter ici",
		"watch": "vérifier la tâche chaque fois que tu enregistres quelque chose, ou plus",
	})
	maps.Copy(p.CommandArgs, map[string]string{
		"findings": "[numéro]", "goto": "[identifiant]", "answers": "[numéro]", "as": "[ce qui est vrai ou new]",
		"reset": "quoi [identifiant], ou back",
		"right": "[pourquoi]", "way": "[numéro]", "links": "[numéro]", "contents": "[numéro]", "reread": "[page]", "open": "leçon", "redo": "leçon",
		"find": "mots", "note": "texte", "notes": "[numéro, change numéro texte, remove numéro ou back]", "export": "[fichier]",
		"glossary": "[terme]", "set": "nom réponse", "settings": "[nom]", "review": "[minutes, compétence ou spare]", "why": "[all]", "map": "[compétence]",
		"today": "[all]", "plan": "[numéro]", "else": "[numéro]", "write": "[ligne ou lignes]",
	})
}

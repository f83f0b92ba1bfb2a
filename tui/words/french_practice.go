package words

func frenchPractice(p *Practice) {
	*p = Practice{
		Folder: "Le dossier : {path}", File: "Ta réponse est gardée dans : {path}",
		Credit: "{held} sur {of} remplies.",
		Marks:  map[string]string{"held": "rempli", "missing": "il manque", "open": "pas vérifié"},
		Done:   "Tout y est : c’est fait.", Running: "Vérification en cours ; {key} l’arrête …", Stopped: "Arrêté. Rien n’a été compté.",
		First:  "Première compilation, qui peut prendre une minute ; {key} l’arrête …",
		Failed: "Cela n’a pas pu être vérifié : {why}", Setup: "Ce qui prépare le dossier n’a pas fonctionné.",
		Output: "Ce que la commande a écrit :", NoTask: "Cela ne se vérifie pas ici : dis toi-même où tu en es.",
		NoBench: "Rien n’est vérifié : cairn n’a pas de dossier. Dis toi-même où tu en es.",
		Unkept:  "Là où se trouve …, il manque quelque chose qu’une tâche précédente garde.",
		Unsaid:  "Rien n’a encore été dit à ce sujet.",

		Check: "vérifier", StartOver: "recommencer le dossier", Shell: "un shell dans le dossier", CopyFolder: "copier le chemin du dossier", ShowOutput: "sortie",
		Watch: "vérifier à chaque enregistrement", Unwatch: "ne plus vérifier à l’enregistrement",
		Watching:  "À chaque enregistrement, la tâche se vérifie d’elle-même.",
		WatchAsks: "La tâche se vérifiera d’elle-même à l’enregistrement dès que tu l’auras accepté ; {key} montre ce qui s’exécute.",
		Unwatched: "La tâche ne se vérifie plus d’elle-même à l’enregistrement.",
		OnSave:    "Vérifiée, parce que tu as enregistré quelque chose.",
		TooMuch:   "Il y a trop de fichiers dans le dossier pour remarquer ce que tu enregistres. {key} vérifie.",
		Yes:       "Oui", No: "Non",
		SaySeen:  "Dire ce que tu as vu",
		AskAgain: "Montrer encore ce qui doit être exécuté", Stop: "arrêter",
		Another: "Je l’ai fait autrement", GoOn: "Continuer", Copied: "Copié : {path}",
		WriteHere: "écrire la réponse ici", SaveBack: "enregistrer et revenir", Further: "plus à droite", Out: "plus à gauche",
		TooLong: "La réponse est trop longue pour être écrite ici. Ouvre-la dans ton éditeur.", NotSaved: "Ce que tu as écrit n’a pas pu être enregistré : {why}",
		Beside:      "Le fichier a été modifié ailleurs entre-temps. Ce qu’il contenait est dans {path}",
		StartedOver: "Le dossier est comme au début.", Kept: "Ce qui s’y trouvait avant est dans {path}",
		SureOver: "Appuie encore une fois sur la touche pour recommencer le dossier. Ce qu’il contient est gardé à côté.",
		ShellHow: "Ouvre là une autre fenêtre, ou écris : {command}", ShellIn: "Tu es dans {path}. Écris exit pour revenir à cairn.", NoShell: "Il n’y a pas de {shell} sur cet ordinateur : SHELL dit quel shell est ouvert.", ShellFailed: "Le shell ne s’est pas bien terminé : {why}",
		TaskHow: "Écris :shell pour le dossier, :check pour la vérifier, fait si tu l’as faite autrement, ou :skip.",
		CodeHow: "Écris :write pour écrire ta réponse ici ou :edit pour un éditeur, :check pour la tester, ou :skip.", FileHow: "Écris-la avec n’importe quel éditeur : {path}",
		CodeShut:  "Écris :write pour écrire ta réponse ici ou :edit pour un éditeur, fait quand c’est fait, ou :skip.",
		FirstThis: "C’est une commande et pas une réponse. :quit arrête ici.", Values: "Pour ce shell, ce qui a été gardé avant :",
		SayHow: "Écris :say pour répondre à ce qui est demandé.",
		YesNo:  "Écris oui ou non ; Entrée laisse la question ouverte.", Paste: "Écris ou colle ce que tu as vu, sur une ligne ; Entrée laisse la question ouverte.",

		Trouble: frenchTrouble(), Writing: frenchWriting(),
		Consent: frenchConsent(),
		Barred: map[string]string{
			"course": "La personne qui a écrit ce cours veut que rien ne soit exécuté.", "learner": "Tes réglages disent que rien d’un cours n’est exécuté.",
			"request": "Ce qui doit être exécuté ne peut pas être montré en entier, donc ce n’est pas exécuté.",
			"absent":  "Pour vérifier cela, il faut {program}, qui n’est pas sur cet ordinateur ou ne fonctionne pas.",
		},
		IDid:   "Fais-le comme le texte le dit, et dis toi-même quand c’est fait.",
		InPart: "Ce qui se voit sans rien exécuter est vérifié ; le reste, c’est toi qui le dis.",

		Solution: "montrer comment faire", OneWay: "Une façon de faire",
		Uncounted: "Cela t’a été montré, et ne compte donc pour aucune compétence cette fois. C’est quand même fait quand tout est rempli.",

		NotMade: "Le dossier est créé quand tu vérifies la tâche pour la première fois ou quand tu y ouvres un shell.",
		NoFile:  "Le fichier est créé quand tu commences à écrire la réponse ou quand tu la vérifies.",
		Passing: "Rien n’est gardé ici : le dossier est supprimé quand cairn se termine.",
		BySelf:  "Le dossier n’a pas été préparé. Pour le faire toi-même, exécute ceci là-bas :",

		Missing: map[string]string{
			"ended": "La commande a été arrêtée : {why}.", "exit": "La commande s’est terminée avec le code {n}.",
			"missing": "« {want} » n’est pas {in}.", "unwanted": "« {want} » est {in}, et ne devrait pas y être.", "no-match": "Ce qui est demandé n’est pas {in}.",
			"differs": "« {want} » est attendu {in}, et il y a « {got} ».", "lines": "Il y a {n} lignes {in} ; attendu : {want}.",
			"not-json": "Il n’y a pas de JSON {in}.", "no-value": "Il n’y a rien à « {want} » {in}.",
			"no-file": "Le fichier {what} n’existe pas.", "no-dir": "Le dossier {what} n’existe pas.",
			"not-a-file": "{what} n’est pas un simple fichier du dossier d’exercice.", "not-a-dir": "{what} n’est pas un dossier du dossier d’exercice.",
			"there": "{what} existe, et ne devrait pas.", "too-large": "{what} est trop grand pour être regardé.", "unreadable": "{what} ne peut pas être lu.",
			"mode": "{what} a les droits {got} ; attendu : {want}.", "entries": "Il y a {n} fichiers et dossiers dans {what} ; attendu : {want}.",
			"no-entry": "{want} n’est pas dans {what}.", "entry": "{want} est dans {what}, et ne devrait pas y être.",
			"no-git": "Git n’est pas sur cet ordinateur, donc {what} ne peut pas être regardé.", "no-repo": "{what} n’est pas un dépôt Git.",
			"no-answer": "Rien ne répond à {what}.", "status": "La réponse de {what} a le code {n} ; attendu : {want}.", "said-no": "Tu as dit non.",
			"lines-one": "Il y a {n} ligne {in} ; attendu : {want}.", "entries-one": "Il y a {n} fichier ou dossier dans {what} ; attendu : {want}.",
		},
		Git: map[string]string{
			"branch": "Tu es sur la branche « {got} » ; attendu : {want}.", "clean": "Tout n’est pas validé : {got}", "not-clean": "Rien n’est modifié, et quelque chose devrait l’être.",
			"commits": "Il y a {n} commits ; attendu : {want}.", "merges": "Il y a {n} commits de fusion ; attendu : {want}.", "conflicts": "Il y a {n} fichiers en conflit ; attendu : {want}.", "stashes": "Il y a {n} remises ; attendu : {want}.",
			"message": "Le dernier message n’est pas comme demandé : {got}", "log": "Aucun message n’est comme demandé.", "tracked": "{want} n’est pas suivi.", "committed": "Le dernier commit ne contient pas {want} tel qu’il est maintenant.", "untracked": "{want} n’est pas parmi les fichiers que Git laisse tranquilles.",
			"staged": "{want} n’est pas indexé.", "changed": "{want} n’est pas modifié.", "ignored": "{want} n’est pas ignoré.", "has-branch": "La branche {want} n’existe pas.",
			"no-branch": "La branche {want} existe, et ne devrait pas.", "merged": "La branche {want} n’est pas fusionnée.", "tag": "L’étiquette {want} n’existe pas.", "remote": "Le dépôt distant {want} n’existe pas.",
			"commits-one": "Il y a {n} commit ; attendu : {want}.", "merges-one": "Il y a {n} commit de fusion ; attendu : {want}.", "conflicts-one": "Il y a {n} fichier en conflit ; attendu : {want}.", "stashes-one": "Il y a {n} remise ; attendu : {want}.",
		},
		In: map[string]string{
			"run": "dans la sortie", "stderr": "dans les erreurs qu’elle signale", "file": "dans {what}", "dir": "dans le dossier {what}", "git": "dans le dépôt {what}", "http": "dans la réponse", "ask": "dans ce que tu as dit",
		},
		Ranges: frenchRanges(),
		Begins: "Cela commence ainsi : {got}", Empty: "Il n’y a rien.",
		Ended: map[string]string{
			"exited": "d’elle-même", "stopped": "elle a été arrêtée", "timed out": "elle a duré trop longtemps", "out of CPU time": "elle a calculé trop longtemps", "out of memory": "elle a pris trop de mémoire",
			"too many processes": "elle a lancé trop de programmes", "too much output": "elle a trop écrit", "file too big": "un fichier est devenu trop grand", "disk full": "elle a écrit trop de fichiers",
		},

		Passed: "Les tests passent : c’est fait.",
		Code: map[string]string{
			"build": "Ce n’est pas encore un programme qui peut démarrer.", "test": "Il démarre, et fait autre chose que ce qui est demandé.", "crash": "Il s’est interrompu avec une erreur.",
			"fit":   "Il n’y a pas ce que le test utilise : un nom manque, ou désigne autre chose.",
			"early": "Il s’est terminé avant la fin des tests.", "limit": "L’exécution a été arrêtée : {why}.", "unknown": "Les tests n’ont pas réussi, et ne disent pas pourquoi.",
		},
		At: "Regarde la ligne {n} de ta réponse.", Test: "Le test : {test}.", Row: "Rang {n} : « {want} » est attendu, et « {got} » est venu.", NoRow: "rien",
	}
}

func frenchConsent() Consent {
	return Consent{
		Title: "Avant toute exécution", Asks: "Pour « {task} », le cours « {course} » veut exécuter exactement ceci sur ton ordinateur :",
		For:     map[string]string{"setup": "pour préparer le dossier", "check": "pour vérifier", "test": "pour tester ta réponse", "solve": "pour le résoudre"},
		Files:   "Fichiers que le cours met dans le dossier :",
		Folder:  "Dans le dossier : {path}",
		Network: map[string]string{"no": "Le réseau est hors d’atteinte.", "yes": "Le réseau peut être atteint."},
		Level: map[string]string{
			"isolated":     "Isolé : seuls ce dossier et les programmes du système sont visibles.",
			"limited":      "Limité : tes autres fichiers ne peuvent être ni lus ni modifiés.",
			"not isolated": "Non isolé : cet ordinateur n’a pas de barrières pour cela. Tout ce que tu peux faire est possible : lire, changer et envoyer tes fichiers.",
		},
		Lacks: map[string]string{
			"signals": "D’autres de tes programmes peuvent être arrêtés.", "permissions": "Les droits et les dates de tes autres fichiers peuvent être changés.",
		},
		Why:   "Pourquoi il n’y a pas de meilleures barrières ici : {why}",
		Ask:   "Exécuter exactement ceci dès maintenant, chaque fois que cette tâche en a besoin ?",
		Again: "Rien ne tient cela à l’écart de tes fichiers. L’exécuter quand même ?",
		No:    "Non, ne rien exécuter", Yes: "Oui, exécuter ceci", Refused: "Rien n’a été exécuté.",
		Task:    "La tâche « {task} » :",
		AsksAll: "Le cours « {course} » veut exécuter exactement ceci sur ton ordinateur, tâche par tâche :",
		All:     "Montre-moi ce qu’exécutent toutes les tâches de ce cours, et demande une seule fois", YesAll: "Oui, exécuter tout cela",
		AskAll:   "Exécuter exactement ceci dès maintenant, chaque fois qu’une de ces tâches en a besoin ?",
		TakeBack: "Tu peux le retirer avec : cairn trust revoke {course}", Passing: "Ton oui n’est gardé nulle part : il vaut jusqu’à la fin de cairn.",
		HowAll: "Écris tout pour voir ce qu’exécutent toutes les tâches de ce cours, et répondre une seule fois.",
		How:    "Écris oui pour l’exécuter. Toute autre réponse n’exécute rien.",
		Nobody: "Rien n’est exécuté sans demander, et personne n’est là pour répondre. Suis ce cours dans un terminal pour l’exécuter.",
	}
}

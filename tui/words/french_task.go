package words

func frenchTask(t *Task) {
	t.Checks = "C’est fait quand"
	t.Run = func(s string) string { return "la commande " + span(s) + " fonctionne" }
	t.File = func(s string) string { return "le fichier " + span(s) + " existe" }
	t.Dir = func(s string) string { return "le dossier " + span(s) + " existe" }
	t.Here = "le dossier est un dépôt"
	t.Git = func(s string) string { return span(s) + " est un dépôt" }
	t.In = func(s string) string { return "dans le dépôt " + span(s) }
	t.HTTP = func(s string) string { return "l’adresse " + span(s) + " répond" }
	t.Expects = map[string]string{
		"exit": "code de fin {x}", "contains": "on y trouve {x}", "matches": "c’est comme le texte le demande", "equals": "c’est exactement {x}",
		"lines": "{r} lignes", "json": "à {x} il y a ce qui est demandé", "mode": "ses droits sont {x}", "entries": "il contient {r} fichiers et dossiers",
		"status": "son code est {r}", "branch": "la branche est {x}", "clean": "tout est validé", "commits": "nombre de commits : {r}",
		"message": "le dernier message est comme demandé", "log": "un message est comme demandé", "message-has": "le dernier message contient {x}", "log-has": "un message de l’historique contient {x}", "tracked": "{x} est suivi", "committed": "{x} est dans le dernier commit", "untracked": "{x} n’est pas ajouté",
		"staged": "{x} est indexé", "changed": "{x} est modifié", "ignored": "{x} est ignoré", "merged": "la branche {x} est fusionnée",
		"merges": "commits de fusion : {r}", "conflicts": "fichiers en conflit : {r}", "tag": "l’étiquette {x} existe", "remote": "le dépôt distant {x} existe",
		"stashes": "remises : {r}", "exists": "il existe", "one-line": "au moins une ligne", "absent": "rien ne porte le nom {x}",
		"not-clean": "quelque chose est modifié", "not": "on n’y trouve pas {x}", "has-branch": "la branche {x} existe", "no-branch": "la branche {x} n’existe pas",
		"stderr-contains": "ses erreurs contiennent {x}", "stderr-not": "ses erreurs ne contiennent pas {x}", "stderr-matches": "ses erreurs sont comme le texte le demande",
		"lines-one": "{r} ligne", "entries-one": "il contient {r} fichier ou dossier", "commits-one": "nombre de commits : {r}", "merges-one": "commits de fusion : {r}",
		"conflicts-one": "fichiers en conflit : {r}", "stashes-one": "remises : {r}",
	}
	t.Ranges = frenchRanges()
	t.That = func(what, expected string) string { return what + " : " + expected }
	t.Done, t.NotYet, t.Skip = "C’est fait", "Pas encore : la laisser ouverte pour l’instant", "La passer"
	t.NotYetToast = "La tâche reste ouverte. Elle sera là quand tu reviendras."
	t.PickOne = "Dis d’abord où tu en es, avec les flèches ou un numéro."
	t.Minutes = func(n int) string { return "Environ " + frenchMinutes(n) + "." }
}

func frenchRanges() map[string]string {
	return map[string]string{"least": "au moins {n}", "most": "{n} au plus", "between": "de {low} à {high}"}
}

package words

func frenchTask(t *Task) {
	t.Checks = "C’est fait quand"
	t.Run = func(s string) string { return "la commande `" + s + "` fonctionne" }
	t.File = func(s string) string { return "le fichier `" + s + "` existe" }
	t.Dir = func(s string) string { return "le dossier `" + s + "` existe" }
	t.Git = func(s string) string { return "le dépôt `" + s + "` est comme décrit" }
	t.HTTP = func(s string) string { return "l’adresse `" + s + "` répond" }
	t.Expect = frenchExpected().of
	t.That = func(what, expected string) string { return what + " : " + expected }
	t.Done, t.NotYet, t.Skip = "C’est fait", "Pas encore : la laisser ouverte pour l’instant", "La passer"
	t.NotYetToast = "La tâche reste ouverte. Elle sera là quand tu reviendras."
	t.PickOne = "Dis d’abord où tu en es, avec les flèches ou un numéro."
	t.Minutes = func(n int) string { return "Environ " + frenchMinutes(n) + "." }
}

func frenchExpected() expectations {
	return expectations{
		exit:     func(status string) string { return "code de fin `" + status + "`" },
		contains: func(text string) string { return "on y trouve `" + text + "`" },
		oneLine:  "au moins une ligne",
		atLeast:  func(lines string) string { return "au moins " + lines + " lignes" },
		atMost:   func(lines string) string { return lines + " lignes au plus" },
		between:  func(low, high string) string { return "de " + low + " à " + high + " lignes" },
		other:    func(name, value string) string { return name + " : `" + value + "`" },
	}
}

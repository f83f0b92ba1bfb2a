package words

import (
	"fmt"
	"maps"
)

func frenchPreferences(p *Preferences) {
	p.Title = "Réglages"
	p.FileHead = "Réglages de cairn. Une ligne qui commence par # est une remarque. Pour régler quelque chose, enlève le # devant son nom " +
		"et écris une autre valeur ; ce qui reste une remarque est comme la remarque le dit. Lance cairn config pour voir ce qui vaut, et pourquoi."
	p.OneOf = func(list string) string { return "Au choix : " + list + "." }
	maps.Copy(p.Names, map[string]string{
		"language": "langue", "theme": "couleurs", "symbols": "symboles", "screen": "affichage", "measure": "largeur du texte",
		"pictures": "images", "links": "liens", "mouse": "souris", "editor": "éditeur", "run": "commandes des cours",
		"check-on-save": "vérifier à chaque enregistrement",
	})
	maps.Copy(p.About, map[string]string{
		"language":      "La langue dans laquelle parle cairn. Avec auto, c’est celle que demande ton système. Les cours restent dans la langue où ils ont été écrits.",
		"theme":         "Les couleurs. Avec auto, elles suivent le fond du terminal, sombre ou clair. Tu peux aussi nommer un thème à toi, un fichier dans le dossier themes à côté des réglages.",
		"symbols":       "Les signes à côté des mots. Avec ascii, seulement ceux que tous les terminaux et toutes les polices connaissent.",
		"screen":        "Comment un cours est montré : full remplit la fenêtre, plain va ligne par ligne, pour les lecteurs d’écran et les terminaux qui ne savent pas dessiner.",
		"measure":       "La largeur maximale du texte courant, en caractères, de 40 à 100. Les longues lignes se lisent mal.",
		"pictures":      "Comment les images sont dessinées. Avec auto, de la meilleure façon que ton terminal dit connaître. Les blocs (blocks) sont grossiers et marchent presque partout ; words ne montre que la description.",
		"links":         "Si l’on peut cliquer sur les liens d’un texte, là où le terminal le permet.",
		"mouse":         "Si la souris clique, glisse et fait défiler. Pour sélectionner du texte à la souris, on tient alors la touche majuscule dans la plupart des terminaux.",
		"editor":        "La commande qui ouvre une longue réponse pour l’écrire, comme nano ou code --wait. Si elle est vide, c’est VISUAL ou EDITOR de ton environnement qui compte.",
		"run":           "Si les commandes des cours qui vérifient une tâche peuvent être exécutées. Avec ask, tu vois chacune avant qu’elle s’exécute et tu dis oui ou non ; avec never, rien n’est exécuté et tu dis toi-même quand une tâche est faite.",
		"check-on-save": "Si une tâche se vérifie d’elle-même chaque fois que tu enregistres quelque chose dans son dossier, tant que sa page est ouverte. Seul ce que tu as accepté s’exécute, et rien n’est demandé.",
		"keys":          "Tes propres touches : ce qu’elles font, puis une touche ou plusieurs. Elles remplacent les touches habituelles ; une liste vide, [], enlève les touches. Une touche fait la même chose partout. Lance cairn config keys pour les voir toutes.",
	})
	maps.Copy(p.Values, map[string]string{
		"language:auto": "celle du système", "theme:auto": "celles du terminal", "symbols:auto": "selon le terminal", "symbols:unicode": "tous",
		"symbols:ascii": "ASCII seulement", "screen:auto": "selon le terminal", "screen:full": "toute la fenêtre", "screen:plain": "ligne par ligne",
		"pictures:auto": "au mieux", "pictures:kitty": "dessinées, façon kitty", "pictures:sixel": "dessinées, en sixels",
		"pictures:blocks": "blocs grossiers", "pictures:words": "descriptions",
		"links:on": "à cliquer", "links:off": "seulement listés", "mouse:on": "clique et défile", "mouse:off": "sélectionne du texte", "editor:": "celui du système",
		"run:ask": "après question", "run:never": "jamais",
		"check-on-save:on": "d’elle-même", "check-on-save:off": "avec sa touche",
	})
	p.Kept = func(file string) string { return "Gardés dans " + file }
	p.NoFile = func(file string) string {
		return "Tout est comme d’habitude : il n’y a pas de fichier de réglages. cairn config init écrit " + file
	}
	p.NoSetting = func(name string) string {
		return "Il n’y a pas de réglage " + name + ". :settings en donne la liste."
	}
	p.InFile = func(line int) string { return fmt.Sprintf("ligne %d du fichier", line) }
	p.NotKept = "Il n’y a pas d’endroit où garder les réglages ; tes choix valent jusqu’à la fin du programme."
	p.Is = func(name, value string) string { return name + " : " + value }
	p.Saved = func(name, value string) string { return "Enregistré : " + name + ", " + value }
	p.NotSaved = func(cause string) string { return "Non enregistré : " + cause }
	p.Means = func(value string) string { return "ici : " + value }
	p.From = func(variable string) string { return "fixé cette fois par " + variable }
	p.FromFlag = "fixé cette fois par la ligne de commande"
	p.Usual = "habituel"
	p.NextStart = "visible au prochain démarrage de cairn"
	p.Next, p.Previous = "valeur suivante", "valeur précédente"
	p.Mistakes = func(n int) string {
		if n == 1 {
			return "Il y a une erreur dans tes réglages. Lance cairn config pour la voir."
		}
		return "Il y a " + frenchMistakes(n) + " dans tes réglages. Lance cairn config pour les voir."
	}
	p.HowToSet = "Pour changer un réglage, écris :set, son nom et une valeur, par exemple :set theme light."
}

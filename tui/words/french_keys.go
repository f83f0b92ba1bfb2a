package words

import "maps"

func frenchKeys(k *Keys) {
	k.Up, k.Down = "haut", "bas"
	k.PageUp, k.PageDown, k.Top, k.Bottom = "page haut", "page bas", "au début", "à la fin"

	k.Open, k.Change, k.Back, k.Close, k.Number = "ouvrir", "changer", "retour", "fermer", "choisir par numéro"
	k.Filter, k.ClearFilter = "chercher", "tout montrer"

	k.Save, k.Keep = "enregistrer", "laisser tel quel"

	k.Help, k.Quit, k.Stop = "aide", "quitter", "quitter, même en écrivant"
	k.Suspend, k.Redraw, k.Look, k.Courses = "au shell et retour", "redessiner", "couleurs", "tous les cours"

	k.Settings = "réglages"
	k.Hint, k.Way, k.Skip, k.DontKnow = "indice", "autre explication", "passer", "je ne sais pas"
	k.ShowAnswer, k.Dispute, k.Undo = "voir la réponse", "je pense avoir raison", "annuler"
	k.Copy, k.Reread = "copier", "relire"
	k.Picture, k.NextPicture, k.PrevPicture = "image", "image suivante", "image précédente"

	k.Outline, k.Choices, k.Redo, k.Findings = "sommaire", "objectif et rythme", "refaire", "remarques"

	k.Today, k.Why, k.Map, k.Insights = "aujourd’hui", "pourquoi ceci", "carte", "bilan"
	k.Plan, k.Review = "plan", "réviser"
	k.Harder, k.Easier, k.Explain, k.Rest = "plus difficile", "plus facile", "réexpliquer", "repos aujourd’hui"

	k.Everywhere, k.NotNow = "Partout", "Pas maintenant"

	maps.Copy(k.Names, map[string]string{
		"shift": "maj", "enter": "entrée", "backspace": "retour-arr", "esc": "échap", "space": "espace",
		"up": "flèche-haut", "down": "flèche-bas", "left": "flèche-gauche", "right": "flèche-droite", "home": "début", "end": "fin",
		"pgup": "PgPréc", "pgdown": "PgSuiv", "insert": "inser", "delete": "suppr",
	})
}

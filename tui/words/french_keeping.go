package words

import "fmt"

func frenchKeeping(k *Keeping) {
	events := func(n int) string { return frenchCount(n, "événement", "événements") }
	k.NothingSaved = "Il n’y a pas encore de progression à exporter."
	k.Exported = func(n, courses int, file string) string {
		return events(n) + " de " + frenchCount(courses, "cours", "cours") + " dans le fichier " + file
	}
	k.LeftOut = func(n int) string { return "laissé de côté\u00a0: " + events(n) }
	k.Readable = "Qui a le fichier peut y lire tes réponses."
	k.PartOnly = "C’est une partie\u00a0: là où elle est importée seule, le reste est signalé comme manquant."
	k.NoSummary = func(cause string) string { return "exporté sans le résumé à lire\u00a0: " + cause }

	k.ReadMe = "Ce que cairn a enregistré de la progression."
	k.ReadMeLog = "chaque événement, un par ligne\u00a0: c’est ce que lit une importation"
	k.ReadMeText = "où tu en es, à lire"
	k.ReadMeJSON = "la même chose, pour les programmes"
	k.ReadMeHow = func(command string) string { return "Pour l’importer sur une autre machine\u00a0: " + command }
	k.ReadMeFields = func(command string) string { return "Ce que veut dire chaque champ\u00a0: " + command }

	k.Came = func(n int) string { return "importé\u00a0: " + events(n) }
	k.Would = func(n int) string { return "serait importé\u00a0: " + events(n) }
	k.Of = func(course string, n int) string { return "cours " + course + "\u00a0: " + events(n) }
	k.NoCourse = "d’aucun cours"
	k.From = func(device string, n int) string { return "de " + device + "\u00a0: " + events(n) }
	k.Already = func(n int) string { return "déjà ici\u00a0: " + events(n) }
	k.Unread = func(n int) string {
		if n == 1 {
			return "1 ligne où aucun événement n’est trouvé, gardée telle quelle"
		}
		return fmt.Sprintf("%d lignes où aucun événement n’est trouvé, gardées telles quelles", n)
	}
	k.Nothing = "Il n’y a rien de nouveau."
	k.KeptIn = func(path string) string { return "Gardé dans " + path }
	k.BackedUp = func(path string) string { return "Comme c’était avant\u00a0: " + path }

	k.Bad = func(path string, lines []int, more int) string {
		said := "ligne "
		if len(lines) > 1 || more > 0 {
			said = "lignes "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" et %d de plus", more)
		}
		return path + "\u00a0: abîmé et non importé\u00a0: " + said
	}
	k.CutShort = func(path string) string {
		return path + "\u00a0: la fin est un enregistrement interrompu\u00a0; elle n’est pas importée"
	}
	k.Conflict = func(event, path string, line int) string {
		return fmt.Sprintf("%s, ligne %d\u00a0: l’événement %s est ici avec un autre contenu\u00a0; ce qui est ici reste", path, line, event)
	}
	k.Conflicts = func(more int) string { return fmt.Sprintf("et %d de plus du même genre", more) }

	k.Listed = "Sera supprimé pour de bon\u00a0:"
	k.SettingsStay = func(path, flag string) string {
		return "Tes réglages restent\u00a0: " + path + "\u00a0; avec " + flag + " ils partent aussi."
	}
	k.LinkStays = func(path, to string) string {
		return path + " est un lien vers " + to + ". cairn ne le suit pas\u00a0: supprime toi-même ce qui s’y trouve."
	}
	k.OthersStay = func(path string) string { return "Pas fait par cairn, et reste\u00a0: " + path }
	k.NotReached = "Les copies ailleurs ne sont pas atteintes\u00a0: exportations et carnets, dossiers synchronisés, sauvegardes de cette machine, " +
		"et ce qu’un disque garde de fichiers supprimés."
	k.Sure = func(word string) string { return "Tape " + word + " pour tout supprimer\u00a0: " }
	k.Yes = "oui"
	k.NotDeleted = "Rien n’a été supprimé."
	k.Deleted = func(n int) string { return "supprimé\u00a0: " + frenchCount(n, "fichier", "fichiers") }
	k.NothingKept = "Rien de toi n’est enregistré ici."
}

package words

import "fmt"

func frenchShell(s *Shell) {
	s.NoneBegun = "Aucun cours n’est encore commencé."
	s.Finished = func(done, of int, spent string) string { return "terminé : " + s.Begun(done, of, spent) }
	s.Begun = func(done, of int, spent string) string {
		return frenchLessons(done) + fmt.Sprintf(" sur %d, %s d’étude", of, spent)
	}
	s.NotBegun = func(of int) string { return "pas commencé : " + frenchLessons(of) }
	s.Gone = func(dir string) string { return "commencé ; son dossier n’est plus là : " + dir }
	s.Elsewhere = func(dir string) string { return "commencé sur une autre machine, dans son dossier " + dir }
	s.GoneHow = "ta progression est gardée : ouvre le cours là où il est maintenant pour continuer"
	s.BeginReviews = func(command string) string { return "Pour commencer par les révisions : " + command }
	s.GoOn = func(command string) string { return "Pour continuer : " + command }
	s.Raw = func(cure string) string {
		return "Au démarrage de cairn, le terminal n’éditait pas les lignes, comme le laisse un programme qu’on tue. S’il ne montre pas ce que tu tapes, tape " + cure + " et appuie sur entrée."
	}
	s.Crash = Crash{
		Happened: "Une erreur de cairn l’a arrêté. Tu n’y es pour rien.",
		Safe: func(dir string) string {
			return "Toute réponse affichée comme enregistrée est en sûreté, dans " + dir + "."
		},
		GoOn: "Relance cairn pour reprendre où tu en étais ; cairn doctor vérifie que tout va bien.",
		Written: func(path string) string {
			return "Ce qui s’est passé est écrit, sans tes réponses, dans " + path + "."
		},
		Report: func(address string) string { return "Signale-le, avec ce fichier s’il existe : " + address },
	}
	frenchDamage(&s.Damage)
}

func frenchDamage(d *Damage) {
	d.Doctor = "cairn doctor en dit plus, et répare ce qu’il peut"
	d.Elsewhere = "pour enregistrer dans un dossier à toi : CAIRN_DATA=DOSSIER cairn"
	d.Unreadable = func(path, cause string) string { return "ta progression dans " + path + " est illisible : " + cause }
	d.Bad = func(path string, lines []int, more int) string {
		said := "aux lignes "
		if len(lines) == 1 && more == 0 {
			said = "à la ligne "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" et %d de plus", more)
		}
		return "ta progression dans " + path + " est abîmée " + said +
			" ; ce qui est lisible compte, et le fichier reste tel quel"
	}
	d.Torn = func(path string) string { return "un enregistrement interrompu a été mis de côté : " + path }
	d.Missing = func(from, to int, device string) string {
		if from == to {
			return fmt.Sprintf("il manque de la progression enregistrée : l’événement %d de %s", from, device)
		}
		return fmt.Sprintf("il manque de la progression enregistrée : les événements %d à %d de %s", from, to, device)
	}
	d.HaveBackup = func(path string) string { return "une sauvegarde l’a : " + path }
	d.HaveCopy = "si tu as une copie du dossier, remets le fichier manquant à sa place"
	d.Conflicts = func(n int, first string) string {
		return "le journal de ta progression contient " + frenchCount(n, "événement", "événements") +
			" avec deux contenus, le premier est " + first + " ; un seul de chaque compte"
	}
	d.Unread = func(n int) string {
		return "le journal de ta progression contient " + frenchCount(n, "ligne", "lignes") +
			" d’une autre version de cairn ; tout est gardé"
	}
	d.BackupError = func(cause string) string {
		return "la sauvegarde du jour de ta progression a échoué : " + cause
	}
}

package words

func frenchTrouble() Trouble {
	return Trouble{
		"no-room":    "il n’y a plus de place pour {path}. Fais de la place sur ce disque et réessaie.",
		"shut":       "cairn ne peut pas lire ou écrire {path}. Corrige ses droits, ou fais tout garder par cairn dans un autre dossier avec CAIRN_DATA.",
		"in-the-way": "il y a autre chose à la place de {path}. Déplace-le et réessaie.",
		"gone":       "{path} a été supprimé ou remplacé entre-temps. Rien n’a été compté. Réessaie : le dossier est refait.",
		"no-temp":    "rien ne peut être écrit dans {path}, le dossier des fichiers temporaires. Fais-y de la place, ou nomme un autre dossier dans TMPDIR.",
	}
}

package words

func frenchWriting() Writing {
	return Writing{
		How:     "Écris ou colle le programme, ligne par ligne ; chaque ligne est enregistrée. Une ligne avec un seul point le termine, :lines le redit avec des numéros, et :quit arrête.",
		Anew:    "Ce que tu écris remplace tout le programme. Pour une ligne ou quelques-unes, écris :write et leurs numéros, comme :write 3 ou :write 3-5 ; :lines les dit.",
		Instead: "Ce que tu écris remplace :",
		Append:  "Ce que tu écris vient à la fin du programme.",
		Done:    "C’est enregistré.", Nothing: "Rien n’a été écrit ; le programme est comme avant.",
		Beside:  "Ce qui était là avant est dans {path}",
		Waits:   "Ce que tu as écrit est encore là : corrige cela et écris un point encore une fois. Un second :quit arrête sans cela.",
		NoLines: "Donne des lignes de 1 à {n}, comme 3 ou 3-5, ou {next} pour continuer à la fin. :lines les dit.",
	}
}

package words

func germanWriting() Writing {
	return Writing{
		How:     "Tippe das Programm Zeile für Zeile, oder füge es ein; jede Zeile wird gesichert. Eine Zeile mit nur einem Punkt beendet es, :lines sagt es mit Nummern auf, und :quit hört auf.",
		Anew:    "Was du tippst, ersetzt das ganze Programm. Für eine Zeile oder einige tippe :write und ihre Nummern, etwa :write 3 oder :write 3-5; :lines nennt sie.",
		Instead: "Was du tippst, ersetzt:",
		Append:  "Was du tippst, kommt ans Ende des Programms.",
		Done:    "Es ist gesichert.", Nothing: "Nichts wurde getippt; das Programm ist, wie es war.",
		Beside:  "Was vorher da war, liegt in {path}",
		Waits:   "Was du getippt hast, ist noch da: Behebe das und tippe noch einmal einen Punkt. Ein zweites :quit hört ohne das auf.",
		NoLines: "Gib Zeilen von 1 bis {n} an, etwa 3 oder 3-5, oder {next}, um am Ende weiterzuschreiben. :lines nennt sie.",
	}
}

package words

func germanTrouble() Trouble {
	return Trouble{
		"no-room":    "für {path} ist kein Platz mehr. Schaffe Platz auf diesem Laufwerk und versuche es noch einmal.",
		"shut":       "cairn darf {path} nicht lesen oder nicht schreiben. Ändere die Rechte, oder lass cairn mit CAIRN_DATA alles in einem anderen Ordner ablegen.",
		"in-the-way": "wo {path} sein soll, ist etwas anderes. Verschieb es und versuche es noch einmal.",
		"gone":       "{path} wurde inzwischen entfernt oder ersetzt. Nichts wurde gezählt. Versuche es noch einmal: Der Ordner wird neu angelegt.",
		"no-temp":    "in {path}, dem Ordner für temporäre Dateien, lässt sich nichts schreiben. Schaffe dort Platz, oder nenne in TMPDIR einen anderen Ordner.",
	}
}

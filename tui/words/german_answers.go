package words

import "fmt"

func germanAnswers(a *Answers) {
	a.Move, a.Check, a.Done, a.Mark = "wählen", "prüfen", "fertig", "markieren"
	a.PickUp, a.Drop, a.Carry, a.PutBack = "aufheben", "ablegen", "verschieben", "zurücklegen"
	a.TakeBack, a.Cycle, a.Clear = "letzte zurücknehmen", "nächster Partner", "leeren"
	a.NextBlank, a.PrevBlank = "nächste Lücke", "Lücke davor"
	a.NewLine, a.LeaveField, a.TypeAgain = "neue Zeile", "Tippen beenden", "tippen"
	a.PickOne = "Wähle zuerst eine Antwort, mit den Pfeiltasten oder ihrer Nummer."
	a.MarkSome = "Markiere alles, was stimmt, mit der Leertaste oder der Nummer."
	a.TypeFirst = "Tippe zuerst eine Antwort."
	a.NotMoved = "Noch nichts ist verschoben. Noch einmal Enter schickt diese Reihenfolge ab."
	a.NeedsNumber = "Hier ist eine Zahl gefragt."
	a.RowsLeft = func(n int) string {
		if n == 1 {
			return "Eine Zeile hat noch keinen Partner."
		}
		return fmt.Sprintf("%d Zeilen haben noch keinen Partner.", n)
	}
	a.BlanksLeft = func(n int) string {
		if n == 1 {
			return "Eine Lücke ist noch leer."
		}
		return fmt.Sprintf("%d Lücken sind noch leer.", n)
	}
	a.Marked = func(n int) string { return fmt.Sprintf("%d markiert", n) }
	a.HowToOrder = "Die Leertaste hebt eine Zeile auf und legt sie ab. Oder tippe die Nummern der Reihe nach."
	a.Holding = "Aufgehoben: Pfeiltasten verschieben, die Leertaste legt ab, Esc legt zurück."
	a.Placed = func(n, of int) string {
		return fmt.Sprintf("%d von %d gesetzt. Tippe die nächste Nummer; die Rücktaste nimmt eine zurück.", n, of)
	}
	a.NumberHelp = func(unit string) string {
		if unit == "" {
			return "Eine Zahl, zum Beispiel 42 oder 3,5."
		}
		return "Eine Zahl in " + unit + ", zum Beispiel 42 oder 3,5. Die Einheit darf fehlen."
	}
	a.RightOrder, a.RightText, a.Nothing = "Die richtige Reihenfolge", "Die Antwort", "nichts"
}

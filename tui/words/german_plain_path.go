package words

import (
	"fmt"
	"maps"
)

func germanPlainPath(p *PlainPath) {
	p.PlanningOf = func(n, of int) string { return fmt.Sprintf("Frage %d von %d", n, of) }
	p.Now = func(a string) string { return "Jetzt: " + a + "." }
	p.OneOf = func(n int) string { return fmt.Sprintf("Tippe eine Nummer von 1 bis %d", n) }
	p.ManyOf = func(n int) string {
		return fmt.Sprintf("Tippe die Nummern, von 1 bis %d, von allem, was du wählst, zum Beispiel: 1 2", n)
	}
	p.ValueOf = func(list string) string { return "Tippe eines von: " + list }
	p.Minutes = "Tippe eine Zahl von Minuten, zum Beispiel: 25"
	p.Date = "Tippe ein Datum als Jahr, Monat und Tag, zum Beispiel: 2026-03-31"
	p.Own = "Schreib deine Antwort in eine Zeile"
	p.LeaveIt = ". Enter lässt es, wie es ist."
	p.ClearIt = ". nichts leert es, Enter lässt es, wie es ist."
	p.NotADate = func(l string) string {
		return "„" + l + "“ ist kein Datum. Tippe es als Jahr, Monat und Tag, zum Beispiel: 2026-03-31"
	}
	germanPlainOffers(p)
	germanPlainPlaced(p)
	germanPlainQuestions(p)
	germanPlainReview(p)
	germanPlainClosing(p)
}

func germanPlainOffers(p *PlainPath) {
	p.DayHow = "Enter beginnt mit den Wiederholungen, nein geht ohne sie weiter."
	p.Review = func(_ string, n, m int) string {
		return "Zu wiederholen: " + fmt.Sprint(n) + minutesOf(m, germanMinutes) + ". Jetzt wiederholen?"
	}
	p.Practice = func(t string, _, m int) string {
		return "Erst „" + t + "“" + minutesOf(m, germanMinutes) + " üben?"
	}
	p.Back = func(t string, _, m int) string {
		return "Zurück zu „" + t + "“" + minutesOf(m, germanMinutes) + "?"
	}
	p.PlacementHow = "Tippe 1, 2 oder 3."
	p.PlacementNames = [3][]string{{"ja", "j", "test", "yes", "y"}, {"neu", "new"}, {"etwas", "some"}}
	p.NotPlacement = "Es muss 1, 2 oder 3 sein."
}

func germanPlainPlaced(p *PlainPath) {
	p.PlacedAfter = func(n int) string {
		return "Was der Test ergab, nach " + germanCount(n, "Frage", "Fragen") + ". Alle Zahlen sind Schätzungen."
	}
	p.PlacedKnown = func(t string, n int) string { return t + ": gekonnt, " + germanPercent(n) + "." }
	p.PlacedMaybe = func(t string, n int) string {
		return t + ": vielleicht gekonnt, " + germanPercent(n) + ". Vor der Lektion kommt eine Frage."
	}
	p.PlacedNew = func(t string, n int) string { return t + ": neu, " + germanPercent(n) + ". Erst kommt die Lektion." }
	p.PassesOver = func(l string) string { return "Kann übergangen werden: " + l + "." }
	p.PlacedHow = "Tippe ja, um zu übergehen, was du kannst, nein, um nichts zu übergehen, oder die Nummern der Fertigkeiten, die du kannst, zum Beispiel: 1 2"
	p.PlacedNone = "Nichts wird übergangen. Enter geht weiter, oder tippe die Nummern der Fertigkeiten, die du kannst."
}

func germanPlainQuestions(p *PlainPath) {
	maps.Copy(p.QuestionFor, map[string]string{
		"placement": "Testfrage:", "try": "Eine Frage vor der Lektion:", "practice": "Übungsfrage:",
		"check": "Eine Frage dazu, worauf es aufbaut:", "review": "Wiederholungsfrage:",
	})
	p.Easier = "Eine leichtere Frage gibt :easier."
	p.Harder = "Eine schwerere Frage gibt :harder."
	p.EasierHarder = "Eine leichtere Frage gibt :easier, eine schwerere :harder."
	p.Another = "Eine andere Erklärung:"
	p.HintComes = "Ein Tipp für den nächsten Versuch:"
	p.HintReady = "Ein Tipp kann hier helfen: tippe :hint."
	p.SureMiss = "Hier warst du dir sicher. Das lohnt einen längeren Blick und kommt morgen wieder."
	p.Moved = func(t string, n, b int) string {
		if n == b {
			return t + ": weiter etwa " + germanPercent(n) + "."
		}
		return t + ": etwa " + germanPercent(n) + ", vorher " + germanPercent(b) + "."
	}
}

func germanPlainReview(p *PlainPath) {
	p.Turn = "Sag dir, was auf der Rückseite steht. Dann drehe die Karte mit Enter um."
	p.TurnBack = "Die Rückseite:"
	p.Judge = "Wusstest du es? Tippe 1 für nein, 2 für ja, 3 für zu leicht."
	p.JudgeNames = [3][]string{{"nein", "n", "vergessen", "no", "forgot"}, {"ja", "j", "gewusst", "yes", "y", "knew"}, {"leicht", "zu leicht", "easy", "too easy"}}
	p.NotJudged = func(l string) string { return "„" + l + "“ ist keines von 1, 2 und 3." }
	p.NotTurned = "Die Karte ist noch nicht umgedreht."
	p.Reviewed = func(r, a, m int) string {
		said := fmt.Sprintf("Die Wiederholung ist durch: %d von %d richtig", r, a)
		if m > 0 {
			said += ", " + germanMinutes(m)
		}
		return said + "."
	}
	p.ItemRight = func(t string, days int) string { return t + ": richtig. Kommt " + germanIn(days) + " wieder." }
	p.ItemMissed = func(t string, days int) string { return t + ": nicht gewusst. Kommt " + germanIn(days) + " wieder." }
	p.ItemLeech = "Immer wieder nicht gewusst; das ist für den Kurs vermerkt."
	p.StillDue = func(n int) string { return fmt.Sprintf("Heute noch fällig: %d. :review nimmt sie dran.", n) }
	p.NothingDue = "Nichts ist fällig. Was du am wenigsten noch weißt, übst du mit :review spare"
	p.NoSpare = "Noch kannst du nichts, was dir entfallen könnte."
	p.NoPractice = "Die Lektion dazu kommt zuerst; noch gibt es keine Fragen darauf."
	p.TooShort = "Eine Wiederholung dauert mindestens 2 Minuten."
	p.NoSkill = func(n string) string { return "Eine Fertigkeit „" + n + "“ gibt es nicht. :map zählt sie auf." }
}

func germanPlainClosing(p *PlainPath) {
	p.Spent = func(m, planned int) string {
		if planned <= 0 {
			return "Heute gelernt: " + germanMinutes(m) + "."
		}
		return "Heute gelernt: " + germanMinutes(m) + ", von geplanten " + germanMinutes(planned) + "."
	}
	p.DoneToday = func(l string) string { return "Lektionen: " + l + "." }
	p.KnownNow = func(s string) string { return "Jetzt gekonnt: " + s + "." }
	p.Write = "Schreib es in eine Zeile, dann kommt es in deiner nächsten Wiederholung vor. Enter geht ohne es weiter."
}

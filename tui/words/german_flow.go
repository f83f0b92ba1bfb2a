package words

import "fmt"

func germanFlow(f *Flow) {
	f.Detour = func(back string) string {
		return named(back, "Umweg: danach zurück zu „%s“.", "Umweg: danach zurück zu deiner Lektion.")
	}
	f.Deeper = func(depth int, back string) string {
		return fmt.Sprintf("Umweg im Umweg (Stufe %d): ", depth) +
			named(back, "danach zurück zu „%s“.", "danach zurück zu deiner Lektion.")
	}
	f.UndoOpen, f.UndoKnown, f.UndoTurn = "Öffnen rückgängig", "Übergehen rückgängig", "Wegwechsel rückgängig"
	f.UndoReset = "Neubeginn rückgängig"
	f.NoUndo = "Es gibt keinen Wechsel des Wegs, der sich zurücknehmen ließe."

	f.PageDown, f.GoOn = "mehr", "weiter"
	f.Copied = func(first string) string { return "Kopiert, wenn dein Terminal es zulässt: " + first }
	f.CopiedCommands = func(n int, first string) string {
		if n == 1 {
			return "Nur der Befehl kopiert, wenn dein Terminal es zulässt: " + first
		}
		return fmt.Sprintf("Nur die %d Befehle kopiert, wenn dein Terminal es zulässt: %s", n, first)
	}
	f.NoCode = "Auf dieser Seite steht kein Code."
	f.NoWays = "Diese Seite hat nur eine Erklärung."
	f.NoPages = "Es gibt noch nichts, was du nochmal lesen könntest."
	f.CodeLeft, f.CodeRight = "Code zurückschieben", "Code verschieben"
	f.SkipLesson = "Lektion überspringen"
	f.LeaveDetour = "Umweg beenden"
	f.Skipped = func(title, undo string) string { return germanTakenBack("Übersprungen", undo) + title }
	f.ReviewLeft = "Du hast die Wiederholung verlassen. Was fällig ist, bleibt fällig."
	f.Ended = func(title, undo string) string { return germanTakenBack("Umweg beendet", undo) + title }
	f.Rereading, f.RereadHelp = "Nochmal lesen", "Deine Stelle bleibt dir."

	germanTitles(&f.Titles)
	germanQuestion(&f.Question)
	germanFeedback(&f.Feedback)
	germanAsk(&f.Ask)
	germanTask(&f.Task)
	germanOffer(&f.Offer)
	germanFork(&f.Fork)
	germanSummary(&f.Summary)
	germanFinished(&f.Finished)

	germanPlanning(&f.Planning)
	germanPurpose(&f.Purpose)
	germanPlaced(&f.Placed)
	germanMoved(&f.Moved)
	germanCard(&f.Card)
	germanReviewed(&f.Reviewed)
	germanClosing(&f.Closing)

	a := &f.Alerts
	a.Note, a.Tip, a.Important, a.Warning, a.Caution = "Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"
	a.Image, a.Code = "Bild", "Code"
	a.AsWritten = "Zu viel zum Zeichnen; so steht es geschrieben:"
}

func germanTitles(t *Titles) {
	t.Ask, t.Offer, t.Fork, t.Text = "Eine Frage an dich", "Du entscheidest", "Du entscheidest", "Text"
	t.Question, t.Answer, t.Task = "Frage", "Antwort", "Aufgabe"
	t.Summary, t.Finished = "Wie es lief", "Das Ende"
	t.Planning, t.Placed, t.Card = "Deine Woche", "Einstufung", "Wiederholung"
	t.Reviewed, t.Closing, t.Another = "Wiederholung", "Bis zum nächsten Mal", "Eine andere Erklärung"
}

func germanQuestion(q *Question) {
	q.Try = func(n, of int) string { return fmt.Sprintf("Versuch %d von %d.", n, of) }
	q.Hint = func(n int) string { return fmt.Sprintf("Tipp %d", n) }
	q.HintsLeft = func(n int) string { return fmt.Sprintf("Tipp (%d)", n) }
	q.NoHint = "Zu dieser Frage gibt es keinen Tipp."
	q.NoHintsLeft = "Es gibt keinen weiteren Tipp."
	q.Refused = func(lacks string) string { return "Das hat keinen Versuch gekostet: " + lacks + "." }
	q.HintLater = "Einen Tipp gibt es nach einem falschen Versuch."
	q.Sure = "Wie sicher bist du dir?"
	q.SureGuess, q.SureFairly, q.SureSure = germanGuess, germanFairly, germanSure
	q.SureSkip = "ohne Angabe"
	q.Back = "zurück zur Antwort"
	q.NoHarder = "Hierzu gibt es keine schwerere Frage."
	q.NoEasier = "Hierzu gibt es keine leichtere Frage."
	q.Another = "Eine andere Erklärung, außer der Reihe der Lektion. Danach bist du wieder, wo du warst."
}

// How sure somebody is of an answer.
const (
	germanGuess  = "geraten"
	germanFairly = "ziemlich sicher"
	germanSure   = "sicher"
)

func germanFeedback(f *Feedback) {
	f.Right, f.Close, f.Wrong, f.Partly = "Richtig", "Nah genug, um weiterzugehen", "Nicht richtig", "Noch nicht alles"
	f.DontKnow, f.Shown = "Du hast gesagt, dass du es noch nicht weißt", "Das ist die Antwort"
	f.Spelling = func(word string) string {
		return named(word, "Sieh dir die Schreibweise an: Meinst du „%s“?", "Sieh dir die Schreibweise an.")
	}
	f.NoReply = "Das ist nicht die Antwort, nach der die Frage fragt."
	f.Parts = func(right, of int) string {
		return fmt.Sprintf("%d von %s richtig.", right, germanCount(of, "Teil ist", "Teilen sind"))
	}
	f.Marks = func(right, of int) string {
		switch right {
		case 0:
			return "Nichts von dem, was du markiert hast, stimmt."
		case 1:
			return fmt.Sprintf("1 von %d markierten Antworten stimmt.", of)
		}
		return fmt.Sprintf("%d von %d markierten Antworten stimmen.", right, of)
	}
	f.Incomplete = "Was du markiert hast, stimmt. Noch etwas anderes stimmt auch."
	f.Mixup = "Eine häufige Verwechslung:"
	f.NextDetour = func(title string, minutes int) string {
		if minutes > 0 {
			title = fmt.Sprintf("%s (%d min)", title, minutes)
		}
		return "Als Nächstes: ein Umweg, " + title + ". Dann diese Frage noch einmal."
	}
	f.NextGo = func(title string) string { return "Als Nächstes: weiter zu " + title + "." }
	f.NextRetry = func(tries int) string {
		return "Noch " + germanCount(tries, "Versuch", "Versuche") + "."
	}
	f.NextFree = "Das hat keinen Versuch gekostet."
	f.NextLesson = "Als Nächstes: die Lektion, die das beantwortet."
	f.Unchanged = "Das ist die Antwort, die du gegeben hast. Ändere sie, dann drücke Enter."
	f.Why = "Warum"

	f.TryAgain, f.TakeDetour, f.GoThere, f.GoOn = "nochmal versuchen", "Umweg nehmen", "dorthin", "weiter"
	f.Stay, f.ShowAnswer = "hierbleiben", "Antwort zeigen"
	f.NoAnswer = "Die Antwort steht schon auf dieser Seite."
	f.NoDispute = "Hier gibt es nichts einzuwenden."
	f.NoHint = "Es gibt keinen weiteren Tipp."

	f.DisputeAsk = "Was spricht für deine Antwort? Es wird für die Autorin oder den Autor festgehalten. Du kannst es leer lassen."
	f.DisputeSend, f.DisputeStop = "festhalten", "doch nicht"
	f.Disputed = "Für die Autorin oder den Autor festgehalten. Die Frage ist erledigt."
}

func germanAsk(a *Ask) {
	a.One, a.Many, a.Text = "Wähle eine Antwort.", "Wähle alles, was passt.", "So kurz oder lang, wie du magst."
	a.Yours, a.Authors, a.Send = "Du hast geschrieben", "Im Kurs steht dazu", "weiter"
}

// germanTakenBack puts the key that takes something back behind it, and before
// the title of what it was, which may be long.
func germanTakenBack(what, undo string) string {
	if undo == "" {
		return what + ": "
	}
	return what + ", " + undo + " nimmt es zurück: "
}

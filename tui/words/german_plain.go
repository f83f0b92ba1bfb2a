package words

import (
	"fmt"
	"maps"
)

func germanPlain(p *Plain) {
	p.HowTo = "Antworte und drücke Enter. :help nennt alles andere, was du tun kannst, :quit hört auf."
	p.Saves = "Dein Fortschritt wird von selbst gespeichert."
	p.KeysAre = "Wo ein Kurs eine Taste nennt, zum Beispiel w, tippe sie nach einem Doppelpunkt: :w"
	p.Findings = func(n int) string {
		return "In den Dateien dieses Kurses sind " + germanCount(n, "Fehler", "Fehler") + "; cairn check zählt sie auf."
	}
	germanPlainPlace(p)
	germanPlainSteps(p)
	germanPlainAnswers(p)
	germanPlainFeedback(p)
	germanPlainRefusals(p)
	germanPlainEnds(p)
	germanPlainCommands(p)
	germanReplies(&p.Replies)
	germanPlainPath(&p.Path)
	germanPlainFinding(&p.Finding)
	germanPlainViews(&p.Views)
}

func germanReplies(r *Replies) {
	r.All = append(r.All, "alles")
	r.Yes, r.No = append(r.Yes, "ja", "j"), append(r.No, "nein")
	r.Done = append(r.Done, "fertig", "geschafft")
	r.Nothing = append(r.Nothing, "nichts")
}

func germanPlainPlace(p *Plain) {
	p.LessonOf = func(n, of int, t string) string { return fmt.Sprintf("Lektion %d von %d: %s", n, of, t) }
	p.Lesson = func(t string) string { return "Lektion: " + t }
	p.Module = func(t string) string { return "Modul: " + t }
	p.Step = func(n, of int) string { return fmt.Sprintf("Schritt %d von %d", n, of) }
	p.Detour = func(t, b string) string { return "Umweg: " + t + ". Danach: zurück zu „" + b + "“." }
	p.Why = func(l string) string { return "Warum das: " + l }
	p.UndoOpen = "Mit :undo gehst du zurück."
	p.UndoKnown = "Mit :undo nimmst du zurück, dass eine Lektion übergangen wurde."
	p.UndoTurn = "Mit :undo nimmst du diesen Wechsel des Wegs zurück."
	p.UndoLeave = func(t string) string { return "Mit :undo nimmst du zurück, dass du „" + t + "“ verlassen hast." }
	p.UndoReset = func(t string) string {
		return "Mit :undo nimmst du zurück, dass du „" + Trimmed(t) + "“ neu begonnen hast."
	}
	p.Again = func(try int) string { return fmt.Sprintf("Die Frage noch einmal, Versuch %d.", try) }
	p.Left = func(t string) string {
		return "Noch nicht abgeschickt: „" + t + "“. :send schickt es ab, oder antworte neu."
	}
	p.LeftGaps = func(t string) string { return "Schon ausgefüllt. " + t + " :back ändert die letzte." }
	p.Before = func(t string) string {
		return "Du hattest geantwortet: „" + t + "“. :send behält es, :skip geht weiter."
	}
}

func germanPlainSteps(p *Plain) {
	p.Question = func(prompt string) string { return "Frage: " + prompt }
	p.Gap = func(n int) string { return fmt.Sprintf("[Lücke %d]", n) }
	p.GapIs = func(n int, t string) string { return fmt.Sprintf("Lücke %d: %s.", n, t) }
	p.Lefts, p.Rights = "Finde den Partner von:", "Unter:"
	p.WayShown = func(t string, n, of int) string { return fmt.Sprintf("Erklärung %d von %d: %s", n, of, t) }
	p.OtherWays = func(t string) string { return "Andere Erklärungen, mit :way: " + t }
	p.WaysAt = func(t string, n int) string { return fmt.Sprintf("Andere Erklärungen, mit :way %d: %s", n, t) }
	p.HintOf = func(n int) string { return fmt.Sprintf("Tipp %d:", n) }
	p.TaskHead = func(t string) string { return "Zum Ausprobieren: " + t }
	p.Taken = "schon genommen"
	p.OfferSkip = func(t string) string { return "„" + t + "“ übergehen?" }
	p.OfferExtra = func(t string) string { return "Wenn du neugierig bist: „" + t + "“. Lesen?" }
	p.OfferOptional = func(t string, m int) string {
		return "„" + t + "“" + minutesOf(m, germanMinutes) + " ist nicht nötig. Nimmst du die Lektion?"
	}
}

func germanPlainAnswers(p *Plain) {
	p.ChooseOne = func(n int) string { return fmt.Sprintf("Tippe eine Nummer von 1 bis %d.", n) }
	p.ChooseMany = func(n int) string {
		return fmt.Sprintf("Tippe die Nummern, von 1 bis %d, von allem, was stimmt, zum Beispiel: 1 2", n)
	}
	p.ChooseN = func(pick, n int) string {
		return fmt.Sprintf("Tippe %s von 1 bis %d, oder :skip, um keine zu nehmen.", germanCount(pick, "Nummer", "Nummern"), n)
	}
	p.Type = "Tippe deine Antwort."
	p.InOrder = func(n int) string {
		return fmt.Sprintf("Tippe die %d Nummern in der richtigen Reihenfolge, zum Beispiel: %s", n, orderOf(n))
	}
	p.MatchUp = func(n int) string {
		return fmt.Sprintf("Tippe für 1 bis %d der Reihe nach den Buchstaben, der dazugehört, zum Beispiel: %s", n, lettersOf(n))
	}
	p.Blank = func(n, of int) string { return fmt.Sprintf("Lücke %d von %d:", n, of) }
	p.AllFilled = "Alle Lücken sind ausgefüllt. :send schickt sie ab, :back ändert die letzte."
	p.Write = "Schreib deine Antwort in eine Zeile."
	p.YesNo = "Tippe ja oder nein."
	p.GoOn = "Enter geht weiter."
	p.ToDetour = "Enter nimmt den Umweg, :stay geht ohne ihn weiter."
	p.ToGo = "Enter geht dorthin, :stay geht hier weiter."
	p.TryAgain = func(n int) string {
		return "Noch " + germanCount(n, "Versuch", "Versuche") + ". Antworte noch einmal, oder höre mit Enter die Frage wieder. " +
			":show zeigt die Antwort, :skip geht weiter."
	}
	p.TryFree = "Das hat keinen Versuch gekostet. Antworte noch einmal, oder höre mit Enter die Frage wieder."
	p.Done = "Tippe fertig, wenn es geschafft ist, oder :skip."
	p.Sure = "Wie sicher bist du dir? Tippe 1 für geraten, 2 für ziemlich sicher, 3 für sicher; Enter lässt es offen."
	p.ToEnd = "Enter verlässt den Kurs."
	p.HintsLeft = func(n int) string {
		if n == 1 {
			return "Einen Tipp gibt :hint."
		}
		return fmt.Sprintf("Einen von %d Tipps gibt :hint.", n)
	}
}

func germanPlainFeedback(p *Plain) {
	p.Right, p.Close, p.Wrong = "Richtig.", "Nah genug, um weiterzugehen.", "Nicht richtig."
	p.Spelling = func(m string) string {
		return named(m, "Sieh dir die Schreibweise an: Meinst du „%s“?", "Sieh dir die Schreibweise an.")
	}
	p.DontKnow = "Gut zu wissen. Das ist die Antwort."
	p.AnswerWas = func(t string) string { return "Deine Antwort: " + t }
	p.TheAnswer, p.WhyHead = "Die Antwort:", "Warum:"
	p.OK, p.NotOK, p.OffSpelling = "richtig", "nicht richtig", "Schreibweise ansehen"
	p.SomeMissing = "Noch etwas anderes stimmt."
	p.Detouring = func(t string, m int) string {
		return "Als Nächstes: ein Umweg zu „" + t + "“" + minutesOf(m, germanMinutes) + ". Dann kommt diese Frage noch einmal."
	}
	p.Going = func(t string) string { return "Als Nächstes: weiter zu „" + t + "“." }
	p.CanDispute = "Wenn du meinst, dass du recht hattest, tippe :right."
	p.Disputed = "Für den Kurs vermerkt. Es geht weiter."
	p.Compare = "Vergleiche es damit:"
	p.Recorded = "Festgehalten."
}

func germanPlainRefusals(p *Plain) {
	p.NotAmong = func(l string) string { return "„" + l + "“ ist nicht unter den Antworten." }
	p.NotOne = "Nur eine lässt sich wählen."
	p.NotN = func(n int) string { return fmt.Sprintf("Es müssen %d sein, jede einmal.", n) }
	p.NotYesNo = func(l string) string { return "„" + l + "“ ist weder ja noch nein." }
	p.NotDone = func(l string) string { return "„" + l + "“ sagt nicht, dass es geschafft ist." }
	p.NotSure = func(l string) string { return "„" + l + "“ ist keines von 1, 2 und 3." }
	p.NothingToDo = "Hier ist nichts gefragt, darum galt das nicht als Antwort."
	p.NothingSaid = "Nichts wurde getippt."
	p.TooLong = func(most int) string {
		return fmt.Sprintf("Diese Zeile ist länger als %d Zeichen und wurde nicht genommen.", most)
	}
	p.Unsent = func(l string) string {
		return "Die Eingabe endete vor dem Enter, darum wurde das nicht abgeschickt: „" + l + "“"
	}
	p.Kept = "Was du getippt hast, bleibt für das nächste Mal."
	p.NoCommand = func(n string) string {
		return "Einen Befehl „" + n + "“ gibt es nicht. :help zählt sie auf. Eine Antwort, die mit einem Doppelpunkt beginnt, tippst du mit zweien."
	}
	p.NotNow = func(n string) string { return "Der Befehl :" + n + " ist hier nicht möglich." }
	p.NotHere = func(n, only string) string { return "Der Befehl :" + n + " ist für " + only + "." }
	p.NotYet = func(n string) string {
		return "Der Befehl :" + n + " kommt später: Sag zuerst, wie der Tag beginnt."
	}
	p.NoTaskHint = "Zu dieser Aufgabe gibt es keinen Tipp."
	maps.Copy(p.OnlyAt, map[string]string{
		"reload": "einen Kurs in der Vorschau", "findings": "einen Kurs in der Vorschau", "goto": "einen Kurs in der Vorschau", "as": "einen Kurs in der Vorschau", "answers": "Fragen eines Kurses in der Vorschau",
		"hint": "Fragen und Aufgaben", "check": "Aufgaben", "shell": "Aufgaben", "fresh": "Aufgaben", "say": "Aufgaben, die noch etwas fragen", "run": "Aufgaben, zu deren Befehlen du nein gesagt hast", "output": "Aufgaben", "write": "Fragen, auf die ein Programm antwortet", "lines": "Fragen, auf die ein Programm antwortet", "watch": "Aufgaben", "dontknow": "Fragen", "show": "Fragen und Aufgaben",
		"harder": "Fragen", "easier": "Fragen", "right": "eine Antwort, die nicht als richtig galt",
		"stay": "Stellen, an denen ein Wechsel des Wegs angekündigt ist",
		"send": "eine Antwort, die behalten wurde", "back": "eine Antwort aus mehreren Zeilen", "way": "Seiten mit mehreren Erklärungen",
		"leave": "Lektionen, Umwege und Wiederholungen", "links": "Lektionen", "contents": "Lektionen", "reread": "Lektionen", "glossary": "Kurse mit Glossar", "cards": "Kurse mit Lernkarten",
	})
	p.NothingKept = "Es gibt noch keine Antwort zum Abschicken."
}

func germanPlainEnds(p *Plain) {
	p.SummaryOf = func(t string) string { return "Ende von „" + t + "“." }
	p.Score = func(r, a int) string {
		return fmt.Sprintf("%d von %s im ersten Versuch richtig.", r, germanQuestionsOf(a))
	}
	p.MissedAre = "Nicht im ersten Versuch richtig:"
	p.SkillsAre = "Wie gut du es kannst, als Schätzung:"
	p.Skill = func(t string, n int) string { return t + ": " + germanPercent(n) }
	p.SkillWas = func(t string, b, n int) string { return t + ": " + germanPercent(n) + ", vorher " + germanPercent(b) }
	p.NextIs = func(t string) string { return "Als Nächstes: „" + t + "“." }
	p.EndIsNear = "Das war die letzte Lektion auf deinem Weg."
	p.Finished = func(c string) string { return "Du bist am Ende von „" + c + "“." }
	p.PromiseIs = "Am Anfang hast du geschrieben, was deine Zeit hier wert wäre:"
	p.LeftAre = "Ausgelassen, und dir offen mit :open und dem Namen in Klammern:"
	p.NotReviewed = "Die Wiederholung ist nicht zu Ende. Starte den Kurs jederzeit wieder, um mit ihr weiterzumachen."
	p.NotEnded = "Der Kurs ist nicht zu Ende. Starte ihn jederzeit wieder, um hier weiterzumachen."
}

func germanPlainCommands(p *Plain) {
	p.ProgressIs = func(d, of int) string { return fmt.Sprintf("%d von %s fertig.", d, germanLessons(of)) }
	p.Choices = "Deine Wahl. Ändern kannst du sie mit :set, dem Namen und der Antwort, zum Beispiel: :set pace fast"
	p.Chosen = "gewählt"
	p.SetHow = "Tippe :set, den Namen und die neue Antwort. :choices zählt sie auf."
	p.Saved = "Gespeichert."
	p.OpenHow = "Eine Lektion öffnest du mit :open und ihrer Nummer."
	p.RedoHow = "Nochmal machst du eine Lektion mit :redo und ihrer Nummer. :outline zählt sie auf."
	p.Undone = "Zurückgenommen."
	p.PageOf = func(n, of int, t string) string {
		said := fmt.Sprintf("Seite %d von %d", n, of)
		if t == "" {
			return said
		}
		return said + ": " + t
	}
	p.PagesAre = "Die Seiten dieser Lektion:"
	p.PageHow = "Lesen kannst du eine mit :reread und ihrer Nummer."
	p.NoPage = func(n, of int) string { return fmt.Sprintf("Eine Seite %d gibt es nicht; es sind %d.", n, of) }
	p.TermHow = "Was einer bedeutet: :glossary und der Begriff."
	p.NoTerm = func(t string) string { return "Im Glossar steht „" + t + "“ nicht." }
	p.CardFront = func(n int) string { return fmt.Sprintf("Lernkarte %d:", n) }
	p.CardBack = "Ihre Rückseite:"
	p.Courses = func(n int) string { return fmt.Sprintf("Tippe eine Nummer von 1 bis %d, oder :quit.", n) }
	p.Help = "Befehle beginnen mit einem Doppelpunkt. Jetzt möglich sind:"
	p.HelpColon = "Eine Antwort, die mit einem Doppelpunkt beginnt, tippst du mit zweien: ::x antwortet :x"
	p.CommandIs = func(n, s, does string) string {
		if s == "" {
			return ":" + n + ": " + does
		}
		return ":" + n + ", kurz :" + s + ": " + does
	}
	maps.Copy(p.Commands, map[string]string{
		"reload": "den Kurs neu lesen", "findings": "was mit dem Kurs nicht stimmt, oder nach der Nummer zu dem gehen, worum es geht",
		"goto": "nach der Kennung zu Lektion, Frage, Vorrat, Aufgabe oder Angabe gehen, oder alle auflisten", "answers": "die Antworten auf die Frage und wohin sie führen, oder eine nach ihrer Nummer geben",
		"as":   "neu beginnen als jemand, für den gilt, was du angibst, oder sagen, als wer dies begann",
		"edit": "die Antwort in deinem Editor schreiben", "write": "hier ein Programm schreiben, Zeile für Zeile: das ganze, oder statt einiger Zeilen", "lines": "das Programm, mit den Nummern seiner Zeilen",
		"hint": "der nächste Tipp", "dontknow": "sagen, dass du es nicht weißt; die Antwort wird gezeigt",
		"show": "die Antwort zeigen; nichts wird gezählt", "skip": "ohne Antwort weitergehen",
		"right": "sagen „Ich hatte wohl recht“; es wird für den Kurs festgehalten, mit dem, was du hinzufügst",
		"stay":  "ohne den Wechsel des Wegs weitergehen", "send": "die Antwort abschicken, die behalten wurde",
		"back": "ändern, was zuletzt getippt wurde", "way": "eine andere Erklärung",
		"undo": "den letzten Wechsel des Wegs zurücknehmen", "again": "diesen Schritt noch einmal sagen",
		"why": "warum das jetzt kommt: wer es entschieden hat, die Zahlen und was es sonst gibt", "links": "die Links dieser Seite, oder wohin einer führt", "contents": "die Überschriften dieser Seite, oder die Seite ab einer davon", "reread": "eine Seite dieser Lektion nochmal lesen",
		"outline": "die Lektionen und wo du bist", "open": "zu einer Lektion gehen",
		"reset": "eine Frage, eine Lektion, eine Fertigkeit oder den Kurs neu beginnen",
		"redo":  "eine Lektion von vorn nochmal machen", "leave": "diese Lektion verlassen, oder einen Umweg oder eine Wiederholung beenden",
		"glossary": "die Begriffe dieses Kurses, oder was einer bedeutet", "cards": "die Lernkarten dieses Kurses",
		"choices": "Ziel, Tempo und was du sonst gewählt hast", "set": "eine Wahl ändern, oder eine Einstellung von cairn",
		"settings": "die Einstellungen von cairn: Sprache, Farben, Breite des Textes; oder wofür eine da ist",
		"review":   "wiederholen, was fällig ist, einige Minuten lang, oder eine Fertigkeit", "rest": "die Wiederholungen von heute auf morgen lassen",
		"harder": "eine schwerere Frage statt dieser", "easier": "eine leichtere Frage statt dieser",
		"else":  "was es sonst gibt, oder eines davon nach seiner Nummer",
		"today": "was fällig ist, was als Nächstes kommt, wie lange es dauert", "map": "die Fertigkeiten des Kurses und worauf jede wartet, oder eine ausführlich",
		"insights": "was du gut kannst, was nicht, und wie du lernst", "plan": "deine Tage und wann du durch sein könntest; oder es ändern, mit einer Nummer von dort",
		"explain": "eine andere Erklärung dessen, worum es in der Lektion geht",
		"find":    "überall Wörter suchen, oder einen Treffer nach seiner Nummer öffnen", "note": "eine Notiz zu dem schreiben, was vor dir steht",
		"notes":    "deine Notizen und Lesezeichen: eines nach seiner Nummer öffnen, ändern oder entfernen",
		"bookmark": "hier ein Lesezeichen, an oder aus", "export": "dein Lernheft in eine Datei schreiben",
		"check": "die Aufgabe prüfen, oder deine Antwort testen", "shell": "der Ordner der Aufgabe, und wie du hinkommst",
		"say": "beantworten, was beim Prüfen der Aufgabe gefragt wird, und prüfen", "run": "noch einmal sehen, was die Aufgabe ausführen will, und entscheiden", "fresh": "den Ordner der Aufgabe neu beginnen; was darin ist, wird aufgehoben", "output": "was die Befehle der letzten Prüfung geschrieben haben",
		"help": "diese Liste", "quit": "hier aufhören",
		"watch": "die Aufgabe von selbst prüfen, sooft du etwas speicherst, oder nicht mehr",
	})
	maps.Copy(p.CommandArgs, map[string]string{
		"findings": "[Nummer]", "goto": "[Kennung]", "answers": "[Nummer]", "as": "[was gilt, oder new]",
		"reset": "was [Kennung], oder back",
		"right": "[warum]", "way": "[Nummer]", "links": "[Nummer]", "contents": "[Nummer]", "reread": "[Seite]", "open": "Lektion", "redo": "Lektion",
		"glossary": "[Begriff]", "set": "Name Antwort", "settings": "[Name]", "review": "[Minuten, Fertigkeit oder spare]", "map": "[Fertigkeit]",
		"plan": "[Nummer]", "else": "[Nummer]", "write": "[Zeile oder Zeilen]",
		"find": "Wörter", "note": "Text", "notes": "[Nummer, change Nummer Text, remove Nummer oder back]", "export": "[Datei]",
	})
}

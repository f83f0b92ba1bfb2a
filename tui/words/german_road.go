package words

import "fmt"

func germanOffer(o *Offer) {
	o.Placement = func(string) string { return "Sehen, was du schon kannst?" }
	o.Skip = func(t string) string { return "„" + t + "“ übergehen?" }
	o.Extra = func(t string) string { return "Ein Extra, wenn du neugierig bist: " + t }
	o.Optional = func(t string) string { return "Freiwillig: " + t }

	o.PlacementYes = "Ja, ich mache den Test"
	o.PlacementNo = "Nein, das ist neu für mich: erst die Lektion"
	o.PlacementSkip = "Kein Test, aber nicht neu: erst eine Frage"
	o.PlacementCount = func(n int) string {
		if n == 1 {
			return "Eine Frage."
		}
		return fmt.Sprintf("Höchstens %d Fragen.", n)
	}
	o.PlacementHelp = "Die Fragen werden schwer: So misst der Test. „Weiß ich nicht“ ist eine gute Antwort. Du kannst jederzeit aufhören und siehst das Ergebnis, bevor etwas übergangen wird."
	o.SkipYes, o.SkipNo = "Ja, übergehen", "Nein, ich nehme sie"
	o.ExtraYes, o.ExtraNo = "Ja, öffnen", "Nein, weiter"
	o.OptionalYes, o.OptionalNo = "Ja, ich nehme sie", "Nein, ohne sie weiter"
	o.Takes = func(n int) string { return "Etwa " + germanMinutes(n) + "." }
	o.PickOne = "Wähle zuerst, mit den Pfeiltasten oder einer Nummer."

	o.Review = func(n int) string {
		if n == 0 {
			return "Wiederholen, was fällig ist?"
		}
		return "Wiederholen, was fällig ist? " + germanReviews(n) + "."
	}
	o.Practice = func(t string) string {
		return named(t, "Erst „%s“ ansehen?", "Erst ansehen, worauf das aufbaut?")
	}
	o.Back = func(t string) string {
		return named(t, "Zurück zu „%s“?", "Zurück zur Lektion, die das lehrt?")
	}
	o.ReviewYes, o.ReviewNo = "Ja, jetzt wiederholen", "Nicht jetzt, weiter"
	o.PracticeYes, o.PracticeNo = "Ja, ein, zwei Fragen dazu", "Nein, hier weiter"
	o.BackYes, o.BackNo = "Ja, dorthin zurück", "Nein, hierbleiben"
}

func germanFork(f *Fork) {
	f.Pick = func(n int) string {
		if n == 1 {
			return "Wähle eine. Die anderen bleiben dir offen."
		}
		return fmt.Sprintf("Wähle %d. Die anderen bleiben dir offen.", n)
	}
	f.Taken = "schon genommen"
	f.Minutes = germanMinutes
	f.NeedExact = func(n, of int) string { return fmt.Sprintf("%d von %d gewählt.", n, of) }
	f.Take, f.Skip = "nehmen", "keine nehmen"
}

func germanSummary(s *Summary) {
	s.Done = func(t string) string { return "„" + t + "“ ist geschafft" }
	s.Right = func(r, asked int) string {
		return fmt.Sprintf("%d von %s im ersten Versuch richtig", r, germanQuestionsOf(asked))
	}
	s.Read = "Diese Lektion hatte keine Fragen."
	s.Missed = "Nicht im ersten Versuch richtig"
	s.Skills = "Fertigkeiten"
	s.From = func(before, now int) string {
		return fmt.Sprintf("vorher %s, jetzt %s", germanPercent(before), germanPercent(now))
	}
	s.Same = germanPercent
	s.Next = func(t string) string { return "Als Nächstes: " + t }
	s.End = "Das war die letzte Lektion auf deinem Weg."
	s.Redo = "nochmal machen"
}

func germanFinished(f *Finished) {
	f.Title = func(c string) string { return "Das Ende von „" + c + "“" }
	f.Lessons = func(done, of int) string { return fmt.Sprintf("%d von %s fertig", done, germanLessons(of)) }
	f.Skills = "Was du jetzt kannst"
	f.Promise = "Am Anfang hast du geschrieben, was deine Zeit hier wert wäre:"
	f.Left = "Ausgelassen, und dir jederzeit offen"
	f.Open = "öffnen"
	f.Minutes = func(n int) string { return "insgesamt " + germanMinutes(n) }
}

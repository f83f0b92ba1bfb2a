package words

import "fmt"

func germanPlaced(p *Placed) {
	p.Title = "Was du schon zu können scheinst"
	p.Asked = func(n int) string {
		return "Eine Schätzung aus " + germanAnswersOf(n) + "."
	}
	p.How = "Angehakte Fertigkeiten gelten als gekonnt: Ihre Lektionen werden übergangen und in einigen Tagen durch eine Wiederholung geprüft. Ändere, was du besser weißt. Jede Lektion bleibt dir offen."
	p.Known, p.Maybe, p.New = "gekonnt", "erst eine Frage", "erst die Lektion"
	p.Told, p.NotTold = "gekonnt, sagst du", "noch nicht, sagst du"
	p.Over = func(lessons, m int) string {
		said := "Übergangen: " + germanLessons(lessons)
		if m > 0 {
			said += ", " + germanAbout(m)
		}
		return said + "."
	}
	p.OverNone = "Nichts wird übergangen."
	p.Nothing = "Die Antworten sagen noch nichts Sicheres. Der Weg beginnt mit der ersten Lektion."
	p.Tick, p.Take, p.TakeNone = "anhaken", "weiter", "nichts übergehen"
}

func germanPurpose(p *Purpose) {
	p.Placement = func(n, of int) string {
		switch {
		case n <= 0:
			return "Einstufung"
		case of < n:
			return fmt.Sprintf("Frage %d", n)
		}
		return fmt.Sprintf("Frage %d von höchstens %d", n, of)
	}
	p.Review = func(n, of int) string {
		if n <= 0 || of < n {
			return "Wiederholung"
		}
		return fmt.Sprintf("Wiederholung %d von %d", n, of)
	}
	p.Try, p.Practice, p.Check = "Vor der Lektion", "Noch eine", "Ein Baustein"
	p.EndReview, p.EndPlacement = "Wiederholung beenden", "Test beenden"
	p.ToLesson, p.NoMore = "zur Lektion", "genug davon"
	p.ReviewTitle, p.PlacementName = "Wiederholung", "Einstufung"
}

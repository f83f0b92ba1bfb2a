package words

import (
	"fmt"
	"strings"
	"time"
)

func germanPlan(p *Plan) {
	p.For = func(g string) string { return named(g, "Für „%s“", "Für alles im Kurs") }
	p.Skills = func(n, of int) string { return fmt.Sprintf("%d von %s noch zu lernen", n, germanSkills(of)) }
	p.Done = "Alles ist gelernt. Wiederholungen erhalten es."
	p.Lessons = func(n int) string { return germanLessons(n) + " vor dir" }
	p.Minutes = "Was noch fehlt, eine Schätzung"
	p.New, p.Review = "neu", "Wiederholungen"
	p.Speed = func(t float64) string {
		times := decimalComma(fmt.Sprintf("%.1f", t))
		switch {
		case t > 1.05:
			return "Du brauchst " + times + "-mal so lange wie vorgesehen; das ist eingerechnet."
		case t < 0.95:
			return "Du brauchst das " + times + "-Fache der vorgesehenen Zeit; das ist eingerechnet."
		}
		return "Du brauchst etwa so lange wie vorgesehen."
	}
	p.Days = func(days []time.Weekday, sitting int) string {
		var names []string
		for _, d := range days {
			names = append(names, germanWeekday(d))
		}
		said := strings.Join(names, " ")
		if len(days) == 7 {
			said = "jeden Tag"
		}
		return said + ", je " + germanMinutes(sitting)
	}
	p.NoDays = "Es sind keine Tage geplant."
	p.Resting = "Heute ruhst du dich aus."
	p.Levers = "Was es ändern würde"
	p.LeverHow = "Jedes für sich. Enter ändert es; du kannst es jederzeit zurückändern."
	p.MoreMinutes = func(from, to int) string {
		return germanMinutes(to) + " in der Woche statt " + germanMinutes(from)
	}
	p.Sitting = func(m, days int) string {
		if days == 1 {
			return germanMinutes(m) + " an deinem 1 Tag"
		}
		return fmt.Sprintf("%s an jedem deiner %d Tage", germanMinutes(m), days)
	}
	p.Date = func(from, to time.Time) string {
		return germanDate(to, from) + " statt " + germanDate(from, from)
	}
	p.Goal = func(t string) string { return "Nimm „" + t + "“ zum Ziel, das weniger verlangt" }
	p.Fewer = func(from, to int) string { return fmt.Sprintf("%s statt %d", germanSkills(to), from) }
	p.Sure = func(from, to int) string {
		return "Wiederholungen, wenn du es mit " + germanPercent(to) + " noch weißt, nicht " + germanPercent(from)
	}
	p.Preset = func(word string) string { return "Weniger Fragen, bevor es weitergeht: „" + word + "“" }
	p.Does, p.Not = "reicht bis zum Termin", "reicht allein nicht"
	p.Ends = func(day, now time.Time) string { return "durch bis " + germanDate(day, now) }
	p.ByHand = "das Wie wählst du bei Ziele und Tempo"
	p.Changed = func(what string) string { return "Geändert: " + what }
	p.Change = "ändern"
	p.Coming = "Die nächsten zwei Wochen"
	p.Booked = func(review, fresh float64) string {
		switch {
		case review > 0 && fresh > 0:
			return fmt.Sprintf("%d min wiederholen, %d min Neues", wholeMinutes(review), wholeMinutes(fresh))
		case review > 0:
			return fmt.Sprintf("%d min wiederholen", wholeMinutes(review))
		}
		return fmt.Sprintf("%d min Neues", wholeMinutes(fresh))
	}
	p.Spent = func(m float64) string { return germanMinutes(wholeMinutes(m)) + " gelernt" }
	p.Free, p.Nothing = "frei", "noch nichts"
	p.NoRow = "wähle zuerst einen Hebel, mit den Pfeiltasten"
}

func germanPlanning(p *Planning) {
	p.Title = "Wofür hast du Platz?"
	p.Help = "Ein grober Plan genügt."
	p.Road = func(m int) string { return "Die Lektionen dauern " + germanAbout(m) + ", wie es der Kurs rechnet." }
	p.Begin, p.BeginTo = "Das ist mein Plan", "damit weiter"
	p.Save, p.Keep, p.Skip = "speichern", "so lassen", "nichts planen"
	p.Date = "Jahr, Monat und Tag, zum Beispiel 2026-03-31. Lass es leer, wenn es keinen gibt."
	p.NoDate = "Schreib es als Jahr, Monat und Tag, zum Beispiel 2026-03-31, oder lass es leer."
}

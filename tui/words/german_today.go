package words

import (
	"fmt"
	"maps"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func germanToday(t *Today) {
	t.Title = "Heute"
	t.Resting = "Heute ruhst du dich aus. Was fällig ist, wartet bis morgen."
	t.Review = "Zu wiederholen"
	t.Due = func(n, m int) string {
		said := germanCount(n, "Wiederholung ist fällig", "Wiederholungen sind fällig")
		if m > 0 {
			said += ", " + germanAbout(m)
		}
		return said + "."
	}
	t.Take = func(n, m int) string {
		said := fmt.Sprintf("%d jetzt", n)
		if m > 0 {
			said += ", " + germanAbout(m)
		}
		return said + "; der Rest kann warten."
	}
	t.DueNone = func(tomorrow int) string {
		if tomorrow == 0 {
			return "Keine Wiederholung ist fällig."
		}
		return fmt.Sprintf("Keine Wiederholung ist fällig. Morgen: %d.", tomorrow)
	}
	t.More = func(n int) string { return fmt.Sprintf("und %d mehr", n) }
	t.Next, t.Then, t.Stands = "Das Nächste auf dem Weg", "Dann, auf dem Weg", "Bisher"
	t.Begun = "begonnen"
	t.Left = func(m int) string { return "noch " + germanAbout(m) }
	t.Takes = germanAbout
	t.End = "Auf dem Weg ist nichts mehr übrig."
	t.Spent = func(m float64) string { return "heute " + germanMinutes(wholeMinutes(m)) }
	t.Sitting = func(m int) string { return germanMinutes(m) + " geplant" }
	t.Free = "ein freier Tag in deinem Plan; was du tust, zählt trotzdem"
	t.Week = germanWeek
	t.Unclear = "Was für dich noch unklar war"
	t.About = func(lesson string) string { return "zu „" + lesson + "“" }
	t.Leeches = "Immer wieder nicht gewusst"
	t.Leech = func(title string, times int) string { return fmt.Sprintf("%s (%d-mal)", title, times) }
	t.LeechHow = "Eine andere Erklärung hilft vielleicht mehr als noch ein Versuch."
	maps.Copy(t.Kinds, map[learn.DueKind]string{
		learn.DueSkill: "Fertigkeit", learn.DueOpen: "offene Fertigkeit", learn.DueQuestion: "Frage",
		learn.DueCard: "Lernkarte", learn.DueTerm: "Begriff",
	})
	t.Start = func(n int) string {
		if n == 0 {
			return "wiederholen"
		}
		return germanReviews(n) + " beginnen"
	}
	t.GoOn = "weiter"
	t.NoReview = "keine Wiederholung ist fällig; auf der Karte kannst du jede Fertigkeit üben"
	t.NoRest = "heute ruhst du dich schon aus"
	t.Rested = "Ruh dich gut aus. Was fällig ist, wartet bis morgen."
}

// germanWeek says how many of the days planned were used; never as a loss.
func germanWeek(done, of int) string {
	switch {
	case of == 0 && done == 0:
		return ""
	case of == 0:
		return germanDaysOf(done) + " diese Woche"
	case done > of:
		return fmt.Sprintf("%s diese Woche (%d geplant)", germanDaysOf(done), of)
	case done == 0:
		return germanDaysOf(of) + " geplant diese Woche"
	}
	return fmt.Sprintf("%d von %d diese Woche", done, of)
}

func germanForecast(f *Forecast) {
	f.Heading = "Vorhersage"
	f.Line = func(c *learn.Forecast, now time.Time) string {
		return "Du könntest " + germanBetween(c.From80, c.To80, now) + " durch sein, eine Schätzung"
	}
	f.None = "Noch gibt es keine Schätzung, wann du durch bist."
	f.Status = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "Gut unterwegs zum " + germanDate(until, now) + "."
		case learn.ForecastTight:
			return "Knapp bis zum " + germanDate(until, now) + ": In der Hälfte der Fälle reicht es."
		case learn.ForecastLate:
			return "Später als am " + germanDate(until, now) + ", wie es jetzt aussieht."
		case learn.ForecastOpen:
		}
		return "Kein Termin ist gesetzt."
	}
	f.Short = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "Gut unterwegs zum " + germanDate(until, now) + "."
		case learn.ForecastTight:
			return "Knapp bis zum " + germanDate(until, now) + "."
		case learn.ForecastLate:
			return "Dein Termin ist der " + germanDate(until, now) + "; der Plan sagt, was das ändern würde."
		case learn.ForecastOpen:
		}
		return ""
	}
	f.Half = func(from, to, now time.Time) string { return "In jedem zweiten Fall: " + germanBetween(from, to, now) }
	f.Most = func(from, to, now time.Time) string { return "In vier von fünf: " + germanBetween(from, to, now) }
	f.Today = "heute"
}

package words

import (
	"fmt"
	"time"
)

func germanCard(c *Card) {
	c.Term = "Was bedeutet dieses Wort?"
	c.Say = "Sag dir zuerst die Antwort, dann drehe die Karte um."
	c.Turn = "Karte umdrehen"
	c.Ask = "Wusstest du es?"
	c.No, c.Yes, c.Easy = "Ich hatte es vergessen", "Ich wusste es", "Es war zu leicht"
	c.Pick = "Sag zuerst, ob du es wusstest, mit einer Nummer oder den Pfeiltasten."
}

func germanReviewed(r *Reviewed) {
	r.Right = func(right, asked int, m float64) string {
		return fmt.Sprintf("%d von %d richtig, in %s.", right, asked, germanMinutes(max(1, int(m+0.5))))
	}
	r.None = "Nichts wurde gefragt."
	r.Again = func(days int) string { return germanIn(days) + " wieder" }
	r.Leech = "immer wieder nicht gewusst; für den Kurs vermerkt"
	r.Due = func(n int) string {
		return "Heute noch fällig: " + fmt.Sprint(n) + ". Du kannst es dabei belassen."
	}
	r.Tomorrow = func(n int) string { return fmt.Sprintf("Morgen fällig: %d.", n) }
	r.Next = func(day time.Time) string { return "Die nächste Wiederholung ist am " + germanDay(day) + " fällig." }
	r.More = "den Rest wiederholen"
}

func germanClosing(c *Closing) {
	c.Spent = func(m float64) string {
		return "Heute " + germanCount(max(1, int(m+0.5)), "Minute", "Minuten") + "."
	}
	c.Lessons, c.Skills = "Fertige Lektionen", "Was du jetzt kannst"
	c.Tomorrow = func(n int) string { return "Morgen fällig: " + germanReviews(n) + "." }
	c.Week = func(done, of int) string {
		switch {
		case of > 0 && done <= of:
			return fmt.Sprintf("%d von %s in dieser Woche.", done, germanCount(of, "Tag", "Tagen"))
		case of > 0:
			return fmt.Sprintf("%s in dieser Woche (%d geplant).", germanDaysOf(done), of)
		}
		return germanDaysOf(done) + " in dieser Woche."
	}
	c.Ask = "Was ist noch unklar?"
	c.Help = "Eine Zeile genügt. Sie kommt in deiner nächsten Wiederholung vor."
	c.Keep, c.Skip = "behalten und weiter", "nichts, weiter"
	c.Missing = "Schreib eine Zeile oder geh ohne sie weiter."
}

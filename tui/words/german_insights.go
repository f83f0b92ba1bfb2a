package words

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func germanInsights(in *Insights) {
	in.Title = "Einblicke"
	in.Sum = func(m float64, answers int) string {
		return germanMinutes(wholeMinutes(m)) + " gelernt, " + germanCount(answers, "geprüfte Antwort", "geprüfte Antworten")
	}
	in.None = "Noch gibt es nichts zu erzählen. Das kommt mit deinen Antworten."
	in.Strong, in.Weak = "Was du am besten kannst", "Was du am wenigsten kannst"
	in.Sure = "Sicher, und doch nicht richtig"
	in.Calibration = "Wie sicher, und wie oft richtig"
	in.Hours, in.Lessons = "Tageszeiten", "Zeit je Lektion"
	in.Calendar, in.Weeks = "Tage", "Wochen"
	in.Recall = "Was du in Wiederholungen noch wusstest"
	in.Unclear = "Was für dich noch unklar war"

	in.SinceThen = "seither richtig"
	in.Levels = func(i int) string {
		switch i {
		case 1:
			return germanGuess
		case 2:
			return germanFairly
		}
		return germanSure
	}
	in.Tally = func(t learn.Tally) string { return fmt.Sprintf("richtig: %d von %d", t.Right, t.Asked) }
	in.CalHow = "Je sicherer du bist, desto länger sollte der Balken sein."
	in.Band = func(from, to int) string { return fmt.Sprintf("%02d–%02d Uhr", from, to) }
	in.HoursHow = "Hier, weil sich deine Antworten zu diesen Zeiten unterscheiden. Es kann Zufall sein."
	in.Days = func(n int) string {
		if n == 1 {
			return "an 1 Tag etwas getan"
		}
		return fmt.Sprintf("an %d Tagen etwas getan", n)
	}
	in.Busiest = func(day time.Time, m float64) string {
		return "am meisten am " + germanDay(day) + ": " + germanMinutes(wholeMinutes(m))
	}
	in.Run = func(run, best, total int) string {
		said := germanCount(total, "Woche", "Wochen") + " wie geplant"
		if run > 1 {
			said += fmt.Sprintf(", %d in Folge", run)
		}
		if best > run && best > 1 {
			said += fmt.Sprintf(" (längste Folge: %d)", best)
		}
		return said
	}
	in.WeekOf = germanShortDate
	in.Kept, in.Rest = "wie geplant", "Ruhe"
	in.InWeek = func(done, of int) string {
		if done > of {
			return fmt.Sprintf("%s (%d geplant)", germanDaysOf(done), of)
		}
		return fmt.Sprintf("%d von %d", done, of)
	}
	in.Recalled = func(r learn.Recalled) string {
		return fmt.Sprintf("%d von %s richtig; erwartet waren %s.", r.Right, germanReviews(r.Asked), germanPercent(Percent(r.Expected)))
	}
	in.Expected, in.Had = "erwartet", "gewusst"
	in.Keeps = func(times float64) string {
		return keeps(times, [...]string{
			"Du behältst etwa halb so lange wie vorhergesagt; deine Wiederholungen kommen früher.",
			"Du behältst weniger lange als vorhergesagt; deine Wiederholungen kommen früher.",
			"Du behältst etwas weniger lange als vorhergesagt; deine Wiederholungen kommen etwas früher.",
			"Du behältst etwa so lange wie vorhergesagt.",
			"Du behältst etwas länger als vorhergesagt; deine Wiederholungen kommen etwas später.",
			"Du behältst länger als vorhergesagt; deine Wiederholungen kommen später.",
			"Du behältst etwa doppelt so lange wie vorhergesagt; deine Wiederholungen kommen später.",
		})
	}
	in.Open = "öffnen"
	in.NextPart, in.PrevPart = "nächster Teil", "Teil davor"
	in.NoRow = "in dieser Zeile lässt sich nichts öffnen"
}

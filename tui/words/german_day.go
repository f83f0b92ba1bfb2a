package words

import (
	"fmt"
	"time"
)

func germanDays(d *Days) {
	d.Weekday = germanWeekday
	d.WeekdayLong = germanWeekdayLong
	d.Letter = germanWeekday
	d.Codes = func(codes []string) string { return dayNames(codes, "jeden Tag", germanWeekday) }
	d.Month = func(m time.Month) string { return string([]rune(germanMonth(m))[:3]) }
	d.Date = germanDate
	d.Full = func(day, now time.Time) string {
		return germanWeekdayLong(day.Weekday()) + ", " + germanDate(day, now)
	}
	d.ShortDate = germanShortDate
	d.Between = germanBetween
	d.Ago = germanAgo
	d.In = germanIn
	d.Minutes = func(n float64) string { return germanMinutes(wholeMinutes(n)) }
}

func germanWeekdayLong(d time.Weekday) string {
	return [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}[d]
}

// germanWeekday is a day of the week in its usual two letters.
func germanWeekday(d time.Weekday) string { return germanWeekdayLong(d)[:2] }

func germanMonth(m time.Month) string {
	return [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
		"November", "Dezember"}[m-1]
}

// germanDay is a date without its year; no line is broken within it.
func germanDay(day time.Time) string {
	return fmt.Sprintf("%d.\u00a0%s", day.Day(), germanMonth(day.Month()))
}

func germanShortDate(day time.Time) string {
	return fmt.Sprintf("%d.\u00a0%s", day.Day(), string([]rune(germanMonth(day.Month()))[:3]))
}

// germanDate is a date, with its year where that is not the present one.
func germanDate(day, now time.Time) string {
	if day.Year() == now.Year() {
		return germanDay(day)
	}
	return fmt.Sprintf("%s %d", germanDay(day), day.Year())
}

func germanBetween(from, to, now time.Time) string {
	switch {
	case from.Equal(to):
		return "am " + germanDate(from, now)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return fmt.Sprintf("zwischen dem %d. und dem %s", from.Day(), germanDate(to, now))
	case from.Year() == to.Year():
		return "zwischen dem " + germanDay(from) + " und dem " + germanDate(to, now)
	}
	return fmt.Sprintf("zwischen dem %s %d und dem %s %d", germanDay(from), from.Year(), germanDay(to), to.Year())
}

func germanAgo(days int) string {
	switch days {
	case 0:
		return "heute"
	case 1:
		return "gestern"
	}
	return fmt.Sprintf("vor %d Tagen", days)
}

func germanIn(days int) string {
	switch {
	case days <= 0:
		return "heute"
	case days == 1:
		return "morgen"
	}
	return fmt.Sprintf("in %d Tagen", days)
}

// germanMinutes says how long something takes, in hours from 90 minutes on.
func germanMinutes(n int) string { return decimalComma(minutes(n)) }

// germanAbout says about how long something takes.
func germanAbout(n int) string { return "etwa " + germanMinutes(n) }

// germanPercent is a share in per cent; no line is broken before the sign.
func germanPercent(n int) string { return fmt.Sprintf("%d\u00a0%%", n) }

func germanDaysOf(n int) string      { return germanCount(n, "Tag", "Tage") }
func germanLessons(n int) string     { return germanCount(n, "Lektion", "Lektionen") }
func germanSkills(n int) string      { return germanCount(n, "Fertigkeit", "Fertigkeiten") }
func germanReviews(n int) string     { return germanCount(n, "Wiederholung", "Wiederholungen") }
func germanAnswersOf(n int) string   { return germanCount(n, "Antwort", "Antworten") }
func germanQuestionsOf(n int) string { return germanCount(n, "Frage", "Fragen") }
func germanHintsOf(n int) string     { return germanCount(n, "Tipp", "Tipps") }

// germanCount says how many of a thing there are.
func germanCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return whole(n, ".") + " " + many
}

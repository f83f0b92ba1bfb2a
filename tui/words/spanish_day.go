package words

import (
	"fmt"
	"time"
)

func spanishDays(d *Days) {
	d.Weekday = spanishWeekday
	d.WeekdayLong = spanishWeekdayLong
	d.Letter = func(day time.Weekday) string { return string([]rune(spanishWeekdayLong(day))[:2]) }
	d.Codes = func(codes []string) string { return dayNames(codes, "todos los días", spanishWeekday) }
	d.Month = func(m time.Month) string { return spanishMonth(m)[:3] }
	d.Date = spanishDate
	d.Full = func(day, now time.Time) string {
		return spanishWeekdayLong(day.Weekday()) + ", " + spanishDate(day, now)
	}
	d.ShortDate = spanishShortDate
	d.Between = spanishBetween
	d.Ago = spanishAgo
	d.In = spanishIn
	d.Minutes = func(n float64) string { return spanishMinutes(wholeMinutes(n)) }
	d.ShortMinutes = func(n float64) string { return fmt.Sprintf("%d min", wholeMinutes(n)) }
}

func spanishWeekdayLong(d time.Weekday) string {
	return [...]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"}[d]
}

// spanishWeekday is a day of the week in three letters.
func spanishWeekday(d time.Weekday) string { return string([]rune(spanishWeekdayLong(d))[:3]) }

func spanishMonth(m time.Month) string {
	return [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
		"noviembre", "diciembre"}[m-1]
}

// spanishDay is a date without its year.
func spanishDay(day time.Time) string {
	return fmt.Sprintf("%d de %s", day.Day(), spanishMonth(day.Month()))
}

func spanishShortDate(day time.Time) string {
	return fmt.Sprintf("%d %s", day.Day(), spanishMonth(day.Month())[:3])
}

// spanishDate is a date, with its year where that is not the present one.
func spanishDate(day, now time.Time) string {
	if day.Year() == now.Year() {
		return spanishDay(day)
	}
	return fmt.Sprintf("%s de %d", spanishDay(day), day.Year())
}

func spanishBetween(from, to, now time.Time) string {
	switch {
	case from.Equal(to):
		return "el " + spanishDate(from, now)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return fmt.Sprintf("entre el %d y el %s", from.Day(), spanishDate(to, now))
	case from.Year() == to.Year():
		return "entre el " + spanishDay(from) + " y el " + spanishDate(to, now)
	}
	return fmt.Sprintf("entre el %s de %d y el %s de %d", spanishDay(from), from.Year(), spanishDay(to), to.Year())
}

func spanishAgo(days int) string {
	switch days {
	case 0:
		return "hoy"
	case 1:
		return "ayer"
	}
	return fmt.Sprintf("hace %d días", days)
}

func spanishIn(days int) string {
	switch {
	case days <= 0:
		return "hoy"
	case days == 1:
		return "mañana"
	}
	return fmt.Sprintf("dentro de %d días", days)
}

// spanishMinutes says how long something takes, in hours from 90 minutes on.
func spanishMinutes(n int) string { return decimalComma(minutes(n)) }

// spanishRemain says how long something still takes.
func spanishRemain(n int) string {
	if n == 1 {
		return "queda 1 min"
	}
	return "quedan " + spanishMinutes(n)
}

// spanishAbout says about how long something takes.
func spanishAbout(n int) string { return "cerca de " + spanishMinutes(n) }

func spanishDaysOf(n int) string { return spanishCount(n, "día", "días") }

// spanishPlanned says how many days are planned.
func spanishPlanned(n int) string { return spanishCount(n, "previsto", "previstos") }

// spanishCount says how many of a thing there are.
func spanishCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return whole(n, "\u00a0") + " " + many
}

package words

import (
	"fmt"
	"time"
)

func frenchDays(d *Days) {
	d.Weekday = frenchWeekday
	d.WeekdayLong = frenchWeekdayLong
	d.Letter = func(day time.Weekday) string { return frenchWeekdayLong(day)[:2] }
	d.Codes = func(codes []string) string { return dayNames(codes, "tous les jours", frenchWeekday) }
	d.Month = func(m time.Month) string {
		return [...]string{"jan", "fév", "mar", "avr", "mai", "jun", "jul", "aoû", "sep", "oct", "nov", "déc"}[m-1]
	}
	d.Date = frenchDate
	d.Full = func(day, now time.Time) string {
		return frenchWeekdayLong(day.Weekday()) + " " + frenchDate(day, now)
	}
	d.ShortDate = frenchShortDate
	d.Between = frenchBetween
	d.Ago = frenchAgo
	d.In = frenchIn
	d.Minutes = func(n float64) string { return frenchMinutes(wholeMinutes(n)) }
	d.ShortMinutes = func(n float64) string { return fmt.Sprintf("%d min", wholeMinutes(n)) }
}

func frenchWeekdayLong(d time.Weekday) string {
	return [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}[d]
}

// frenchWeekday is a day of the week in three letters.
func frenchWeekday(d time.Weekday) string { return frenchWeekdayLong(d)[:3] }

func frenchMonth(m time.Month) string {
	return [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
		"novembre", "décembre"}[m-1]
}

// frenchNumberOf is the day of the month; the first is an ordinal.
func frenchNumberOf(day time.Time) string {
	if day.Day() == 1 {
		return "1er"
	}
	return fmt.Sprint(day.Day())
}

// frenchDay is a date without its year.
func frenchDay(day time.Time) string { return frenchNumberOf(day) + " " + frenchMonth(day.Month()) }

func frenchShortDate(day time.Time) string {
	month := [...]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."}[day.Month()-1]
	return frenchNumberOf(day) + " " + month
}

// frenchDate is a date, with its year where that is not the present one.
func frenchDate(day, now time.Time) string {
	if day.Year() == now.Year() {
		return frenchDay(day)
	}
	return fmt.Sprintf("%s %d", frenchDay(day), day.Year())
}

func frenchBetween(from, to, now time.Time) string {
	switch {
	case from.Equal(to):
		return "le " + frenchDate(from, now)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return "entre le " + frenchNumberOf(from) + " et le " + frenchDate(to, now)
	case from.Year() == to.Year():
		return "entre le " + frenchDay(from) + " et le " + frenchDate(to, now)
	}
	return fmt.Sprintf("entre le %s %d et le %s %d", frenchDay(from), from.Year(), frenchDay(to), to.Year())
}

func frenchAgo(days int) string {
	switch days {
	case 0:
		return "aujourd’hui"
	case 1:
		return "hier"
	}
	return fmt.Sprintf("il y a %d jours", days)
}

func frenchIn(days int) string {
	switch {
	case days <= 0:
		return "aujourd’hui"
	case days == 1:
		return "demain"
	}
	return fmt.Sprintf("dans %d jours", days)
}

func frenchDaysOf(n int) string { return frenchCount(n, "jour", "jours") }

// frenchMinutes says how long something takes, in hours from 90 minutes on.
func frenchMinutes(n int) string { return decimalComma(minutes(n)) }

// frenchAbout says about how long something takes.
func frenchAbout(n int) string { return "environ " + frenchMinutes(n) }

// frenchCount says how many of a thing there are; none and one are singular.
func frenchCount(n int, one, many string) string {
	if n < 2 {
		many = one
	}
	return whole(n, "\u00a0") + " " + many
}

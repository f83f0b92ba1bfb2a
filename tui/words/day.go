package words

import (
	"fmt"
	"strings"
	"time"
)

// Days is how days and dates are said.
type Days struct {
	Weekday      func(d time.Weekday) string     // short: "Mon"
	WeekdayLong  func(d time.Weekday) string     // "Monday"
	Letter       func(d time.Weekday) string     // as short as can be told apart: "Mo"
	Codes        func(codes []string) string     // days of the week by their code words: "mon"
	Month        func(m time.Month) string       // short: "Jan"
	Date         func(day, now time.Time) string // with its year where that is another one than now's
	Full         func(day, now time.Time) string // a date with its day of the week before it
	ShortDate    func(day time.Time) string      // "3 Jun"
	Between      func(from, to, now time.Time) string
	Ago          func(days int) string
	In           func(days int) string
	Minutes      func(n float64) string // how long something takes
	ShortMinutes func(n float64) string // the same in a table
}

func englishDays() Days {
	return Days{
		Weekday:     func(d time.Weekday) string { return d.String()[:3] },
		WeekdayLong: func(d time.Weekday) string { return d.String() },
		Letter:      func(d time.Weekday) string { return d.String()[:2] },
		Codes:       englishCodes,
		Month:       func(m time.Month) string { return m.String()[:3] },
		Date:        englishDate,
		Full: func(day, now time.Time) string {
			return day.Weekday().String() + ", " + englishDate(day, now)
		},
		ShortDate: func(day time.Time) string { return day.Format("2 Jan") },
		Between: func(from, to, now time.Time) string {
			switch {
			case from.Equal(to):
				return "on " + englishDate(from, now)
			case from.Year() == to.Year() && from.Month() == to.Month():
				return fmt.Sprintf("between %d and %s", from.Day(), englishDate(to, now))
			case from.Year() == to.Year():
				return "between " + from.Format("2 January") + " and " + englishDate(to, now)
			}
			return "between " + from.Format("2 January 2006") + " and " + to.Format("2 January 2006")
		},
		Ago: func(days int) string {
			switch days {
			case 0:
				return "today"
			case 1:
				return "yesterday"
			}
			return fmt.Sprintf("%d days ago", days)
		},
		In: func(days int) string {
			switch {
			case days <= 0:
				return "today"
			case days == 1:
				return "tomorrow"
			}
			return fmt.Sprintf("in %d days", days)
		},
		Minutes:      func(n float64) string { return minutes(wholeMinutes(n)) },
		ShortMinutes: func(n float64) string { return fmt.Sprintf("%d min", wholeMinutes(n)) },
	}
}

// englishCodes says days of the week by their code words, such as "mon".
func englishCodes(codes []string) string {
	return dayNames(codes, "every day", func(d time.Weekday) string { return d.String()[:3] })
}

// dayNames names days of the week by their code words, such as "mon". Code
// words that are no days are left out; all seven are every day.
func dayNames(codes []string, every string, name func(time.Weekday) string) string {
	if len(codes) == 7 {
		return every
	}
	var said []string
	for _, c := range codes {
		for d := range time.Saturday + 1 {
			if strings.EqualFold(d.String()[:3], c) {
				said = append(said, name(d))
			}
		}
	}
	return strings.Join(said, " ")
}

// englishDate is a date, with its year where that is not the present one.
func englishDate(day, now time.Time) string {
	if day.Year() == now.Year() {
		return day.Format("2 January")
	}
	return day.Format("2 January 2006")
}

// wholeMinutes rounds minutes; whatever took any time took one.
func wholeMinutes(n float64) int {
	if n > 0 && n < 1 {
		return 1
	}
	return int(max(n, 0) + 0.5)
}

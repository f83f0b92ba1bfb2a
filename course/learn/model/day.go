package model

import "time"

// Day is a whole local day of a learner, counted from 1 January 1970. It
// begins at four in the morning, so that an evening that runs late is one day.
// Day 0 stands for no day.
type Day int

// dayBegins is the hour at which a day begins.
const dayBegins = 4

// DayOf is the day of a moment, by the clock on the learner's wall: the UTC
// offset of t counts.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	d := Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	if t.Hour() < dayBegins {
		d--
	}
	return d
}

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(((int(d)+4)%7 + 7) % 7) }

// Date is midnight, in UTC, of the calendar date.
func (d Day) Date() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Week is the Monday of the week that the day is in.
func (d Day) Week() Day { return d - Day((int(d.Weekday())+6)%7) }

package words

import "fmt"

func germanPlainViews(v *PlainViews) {
	v.Named = func(t string) string { return "„" + t + "“" }

	v.Today = func(due string) string { return "Heute. " + due }
	v.ReviewStarts = "Mit :review beginnst du sie."
	v.Due = func(kind, t string) string { return named(kind, "%s ", "") + "„" + t + "“." }
	v.Next = func(t, module string) string {
		return "Als Nächstes: „" + t + "“" + named(module, " in „%s“", "")
	}
	v.Time = func(s string) string { return "Zeit: " + s + "." }
	v.Days = func(s string) string { return "Tage: " + s + "." }

	v.Skill = func(t string, p, line int, answers string) string {
		if line > 0 {
			return fmt.Sprintf("%s: etwa %s, gekonnt ab %s, %s.", t, germanPercent(p), germanPercent(line), answers)
		}
		return fmt.Sprintf("%s: etwa %s, %s.", t, germanPercent(p), answers)
	}
	v.Earlier = func(n int) string { return "Davor: " + fmt.Sprint(n) + ". :why all nennt auch sie." }
	v.Points = func(p float64) string {
		switch {
		case p > -0.05 && p < 0.05:
			return "keine Punkte"
		case p < 0:
			return decimalComma(fmt.Sprintf("%.1f", -p)) + " Punkte weniger"
		}
		return decimalComma(fmt.Sprintf("%.1f", p)) + " Punkte mehr"
	}
	v.Then = func(p int) string { return "dann " + germanPercent(p) }
	v.FromTo = func(t string, b, a int) string {
		if a == b {
			return t + " bleibt bei " + germanPercent(a)
		}
		return t + " von " + germanPercent(b) + " auf " + germanPercent(a)
	}
	v.Else = "Etwas anderes, mit :else und seiner Nummer:"
	v.NoElse = "Sonst gibt es hier nichts zu tun; :open geht zu jeder Lektion."
	v.NotElse = func(n int) string { return fmt.Sprintf("Es muss eine Nummer von 1 bis %d sein.", n) }
	germanPlainPictures(v)
}

func germanPlainPictures(v *PlainViews) {
	v.Estimates = "Alle Zahlen sind Schätzungen."
	v.About = func(p int) string { return "etwa " + germanPercent(p) }
	v.BuildsOn = func(s string) string { return "Baut auf: " + s + "." }
	v.WaitsFor = func(s string, p, line int) string {
		return fmt.Sprintf("Wartet auf %s: %s, und %s genügen.", s, germanPercent(p), germanPercent(line))
	}
	v.TaughtIn = func(l string) string { return "Gelehrt in: " + l + "." }
	v.MovedBy = "Was es bewegt hat:"

	v.Hours = func(from, to int) string { return fmt.Sprintf("von %d bis %d Uhr", from, to) }
	v.Answers, v.Reviews = some("Antwort", "Antworten"), some("Wiederholung", "Wiederholungen")
	v.Finished = some("fertige Lektion", "fertige Lektionen")
	v.Weeks = func(s string) string { return "Wochen: " + s + "." }
	v.WeekOf = func(monday string) string { return "Woche vom " + monday }

	v.Left = func(fresh, review int) string {
		const said, until = "Noch übrig, als Schätzung: ", " für Neues, mit den Fragen, bis jede Fertigkeit gekonnt ist"
		switch {
		case review == 0:
			return said + germanMinutes(fresh) + until + "."
		case fresh == 0:
			return said + germanMinutes(review) + " für Wiederholungen."
		}
		return said + germanMinutes(fresh) + until + "; " + germanMinutes(review) + " für Wiederholungen."
	}
	v.YourDays = func(s string) string { return "Deine Tage: " + s + "." }
	v.Forecast = func(half, most string) string {
		return "Wann du durch sein könntest, als Schätzung. " + half + ". " + most + "."
	}
	v.Levers = "Was es ändern würde, jedes für sich:"
	v.LeverHow = "Eines davon änderst du mit :plan und seiner Nummer. Du kannst es jederzeit zurückändern."
	v.NotLever = func(n int) string {
		if n == 0 {
			return "Hier gibt es nichts zu ändern; :choices zählt auf, was du gewählt hast."
		}
		return fmt.Sprintf("Es muss eine Nummer von 1 bis %d sein.", n)
	}
	v.HandTime = "Es braucht mehr Tage oder längere Sitzungen, und die wählst du: :set days und :set minutes ändern sie, :choices zählt sie auf."
	v.HandGoal = func(t, set string) string {
		return "Es braucht das Ziel „" + t + "“. " + named(set, "Du wählst es mit %s", "Ziele wählst du selbst: :choices zählt sie auf.")
	}
	v.HandFewer = "Es braucht ein Ziel, das weniger Fertigkeiten verlangt, und das wählst du: :choices zählt die Ziele auf, :set goal ändert deines."
	v.HandNone = "Dieser Kurs hat kein Ziel, das weniger verlangt; was du nicht brauchst, kannst du überspringen, in einer Lektion mit :leave."
	v.Coming = func(last string) string { return "Die Tage bis zum " + last + "; die nicht genannten sind frei:" }
	v.DayReviews = func(n int) string { return "Wiederholungen: " + fmt.Sprint(n) }
	v.DayNew = func(names string, more int) string {
		if more > 0 {
			return fmt.Sprintf("Neu: %s; und %d mehr", names, more)
		}
		return "Neu: " + names
	}
}

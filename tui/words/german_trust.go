package words

func germanTrust(t *Trust) {
	*t = Trust{
		None: "Du hast keinem Kurs erlaubt, etwas auszuführen.",
		Of: func(course, task, day string) string {
			return course + ", Aufgabe " + task + ", seit dem " + day + ":"
		},
		Walls: map[string]string{
			"isolated": "abgeschottet", "limited": "mit eingeschränkten Schranken oder besseren", "not isolated": "auch wo es nicht abgeschottet ist",
		},
		Revoked: func(n int) string {
			return germanCount(n, "Aufgabe fragt wieder, bevor etwas läuft.", "Aufgaben fragen wieder, bevor etwas läuft.")
		},
		NoneOf: func(course string) string {
			return "Du hast dem Kurs " + course + " nicht erlaubt, etwas auszuführen."
		},
		Unread: "Das ist nicht lesbar und erlaubt nichts:",
	}
}

package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func germanMap(m *Map) {
	m.Title = "Karte"
	m.Goal = func(t string) string { return "Für „" + t + "“" }
	m.Everything = "Für alles im Kurs"
	m.None = "Dieser Kurs nennt keine Fertigkeiten, darum gibt es nichts zu zeichnen."
	m.Known = func(n, of int) string {
		if n == 0 {
			return germanSkills(of) + " vor dir"
		}
		return fmt.Sprintf("%d von %d gekonnt", n, of)
	}
	maps.Copy(m.Stages, map[learn.Stage]string{
		learn.StageNew: "kann beginnen", learn.StageWaiting: "wartet", learn.StageOpen: "begonnen",
		learn.StageKnown: "gekonnt", learn.StageTested: "vorher gekonnt", learn.StageDue: "zu wiederholen",
		learn.StagePassed: "übergangen, ungeprüft",
	})
	m.Base, m.Before, m.After = "trägt andere", "worauf die gewählte baut", "was auf ihr baut"
	m.Needs = "baut auf:"
	m.Waits = func(skill string, percent, line int) string {
		return fmt.Sprintf("wartet auf %s: %s, braucht %s", skill, germanPercent(percent), germanPercent(line))
	}
	m.WaitsShort = func(skill string) string { return "wartet auf " + skill }
	m.NotInGoal = "für dein Ziel nicht nötig"
	m.Lessons, m.Detours = "Lektionen", "Genommene Umwege"
	m.Detour = func(from, to string) string { return fmt.Sprintf("„%s“ zu „%s“", from, to) }
	m.Ahead = func(n int) string { return fmt.Sprintf("%d vor dir", n) }
	m.Done = func(n int) string { return fmt.Sprintf("%d fertig", n) }
	m.Skipped = func(n int) string { return fmt.Sprintf("%d übersprungen", n) }

	m.SkillTitle = "Fertigkeit"
	m.Gone = "Diese Fertigkeit gibt es im Kurs nicht mehr."
	m.Answers, m.Reviews = germanAnswersOf, germanReviews
	m.Recall = func(p int) string {
		return "Du weißt es noch mit etwa " + germanPercent(p) + ", eine Schätzung."
	}
	m.Due = func(when string) string { return "Nächste Wiederholung: " + when + "." }
	m.Tested = "Du konntest es schon vor der Lektion."
	m.BuildsOn = "Baut auf"
	m.Misses = func(n int) string {
		if n == 1 {
			return "Die letzte Antwort war nicht richtig."
		}
		return fmt.Sprintf("Die letzten %d Antworten waren nicht richtig.", n)
	}
	m.Left = func(n int) string { return germanToKnown(n) + "." }
	m.Moved, m.Do = "Was es bewegt hat", "Was du tun kannst"
	m.Practise = "Üben"
	m.Open = func(l string) string { return "„" + l + "“ öffnen" }
	m.Look = "genauer ansehen"
	m.NoRow = "wähle zuerst eine Fertigkeit oder Lektion, mit den Pfeiltasten"
}

package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func germanDecisions(d *Decisions) {
	titled := func(with, without string) func(string) string {
		return func(t string) string { return named(t, with, without) }
	}
	d.Title = "Warum das"
	maps.Copy(d.By, map[learn.Source]string{
		learn.ByLearner: "Das hast du entschieden.", learn.ByAuthor: "Das wurde im Kurs so festgelegt.",
		learn.ByModel: "Das hat cairn entschieden, aus deinen Antworten.", learn.ByOrder: "Das ergibt die Reihenfolge des Kurses.",
	})
	d.Also, d.Numbers, d.Over = "Außerdem", "Die Zahlen", "Was an zweiter Stelle kam"
	d.OverLine = func(t string) string { return "„" + t + "“" }
	d.IfHeading, d.IfRight, d.IfWrong = "Was eine Antwort bewirken würde", "richtig", "falsch"
	d.Else = "Etwas anderes"
	maps.Copy(d.ElseKinds, map[learn.AlternativeKind]func(string) string{
		learn.ElseReview:  titled("Erst „%s“ wiederholen", "Wiederholen, was fällig ist"),
		learn.ElseLesson:  titled("Weiter zur nächsten Lektion, „%s“", "Weiter zur nächsten Lektion"),
		learn.ElseSkip:    titled("„%s“ überspringen", "Das überspringen"),
		learn.ElseExplain: titled("Eine andere Erklärung zu „%s“", "Eine andere Erklärung"),
		learn.ElseHarder:  titled("Eine schwerere Frage zu „%s“", "Eine schwerere Frage"),
		learn.ElseEasier:  titled("Eine leichtere Frage zu „%s“", "Eine leichtere Frage"),
		learn.ElseWeakest: titled("„%s“ üben: das kannst du am wenigsten", "Üben, was du am wenigsten kannst"),
		learn.ElseRest:    func(string) string { return "Heute ausruhen" },
	})
	d.Builds = func(n int) string {
		return germanCount(n, "spätere Lektion baut darauf auf.", "spätere Lektionen bauen darauf auf.")
	}
	d.PickOne = "wähle zuerst, mit den Pfeiltasten oder einer Nummer"
	d.Do = "das tun"
	d.None = "Hier gab es nichts zu entscheiden."
	d.NoTraces = "noch keine Antworten; hier beginnen alle"
	d.Traces = func(n int) string { return fmt.Sprintf("und %d frühere", n) }
	maps.Copy(d.TraceKinds, map[learn.TraceKind]string{
		learn.TraceAnswer: "Frage", learn.TraceTask: "Aufgabe, alles stimmt", learn.TraceReview: "Wiederholung", learn.TracePlacement: "Einstufungstest",
		learn.TraceLesson: "Lektion gelesen", learn.TraceExplained: "Erklärung gelesen", learn.TraceDispute: "Antwort zurückgenommen",
		learn.TraceCard: "Lernkarte", learn.TraceSetting: "wie sicher du sein willst, geändert",
	})
	f := &d.Forms
	f.YesNo, f.Several, f.Order, f.Match = "Auswahl aus 2", "mehrere", "Reihenfolge", "Zuordnung"
	f.Blanks, f.Number = "Lücken", "Zahl"
	f.Choice = func(n int) string { return fmt.Sprintf("Auswahl aus %d", n) }
	d.Knew, d.Forgot = "du wusstest es", "du hattest es vergessen"
	d.Right, d.Wrong, d.Partly, d.DontKnow = "richtig", "nicht richtig", "teils richtig", "„Weiß ich nicht“"
	d.Hints = germanHintsOf
	d.Points = func(p float64) string {
		if p > -0.05 && p < 0.05 {
			return "0,0"
		}
		return decimalComma(fmt.Sprintf("%+.1f", p))
	}
	d.To = germanPercent
	d.Change = func(before, after int) string { return germanPercent(before) + " → " + germanPercent(after) }
	d.Known = "dann gilt es als gekonnt"
	d.Left = func(n int) string {
		return fmt.Sprintf("noch %d-mal richtig ohne Hilfe", n)
	}
	d.Line = func(p int) string { return "gekonnt ab " + germanPercent(p) }
}

package words

import (
	"fmt"
	"maps"
)

func germanFieldNotes(f *FieldNotes) {
	f.Title = func(course string) string { return "Lernheft: " + course }
	f.Nothing = "Noch nichts wurde begonnen."
	f.Done = func(done, of int, last string) string {
		return fmt.Sprintf("%d von %s fertig. Zuletzt am %s.", done, germanLessons(of), last)
	}
	f.Learned, f.Answered, f.Noted = "Was ich gelernt habe", "Was ich gefragt wurde", "Was ich notiert habe"
	f.Marked, f.Terms, f.Course = "Wo ich nochmal nachsehe", "Begriffe, die mir begegnet sind", "Der Kurs im Ganzen"
	f.Review = func(day string) string { return "nächste Wiederholung am " + day }
	f.YouSaid = func(day string) string { return "Meine Antwort am " + day + ":" }
	f.RightIs = "Die richtige Antwort:"
	f.DontKnow = "Ich wusste es nicht."
	maps.Copy(f.Outcomes, map[string]string{
		"right": "richtig", "close": "nah genug", "spelling": "ein Schreibfehler", "wrong": "nicht richtig",
	})
	f.Disputed = "Ich hielt sie für richtig"
}

func germanPlainFinding(f *PlainFinding) {
	f.How = "Tippe :find und die Wörter. Bei mehreren müssen alle vorkommen."
	f.Open = "Einen Treffer öffnest du mit :find und seiner Nummer."
	f.Elsewhere = func(course, ref string) string {
		return "Es steht im Kurs „" + course + "“; ihn öffnet: cairn " + ref
	}
	f.Stay = "Deine Stelle im Kurs bleibt, wo sie ist."
	f.NoneHere = "Hier ist noch keine Notiz. Du schreibst eine mit :note und ihrem Text."
	f.NotesHow = "Eine öffnest du mit :notes und ihrer Nummer; :notes change 1 und ein Text, :notes remove 1, :notes back."
}

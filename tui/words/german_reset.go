package words

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func germanReset(r *Reset) {
	q := func(what string) func(string) string {
		return func(t string) string { return what + " „" + Trimmed(t) + "“ neu beginnen?" }
	}
	lacks := func(what string) func(string) string {
		return func(id string) string { return "der Kurs hat keine " + what + " mit der Kennung „" + id + "“" }
	}
	r.Title = "Neu beginnen"
	r.Also = "zurücksetzen, reset, von vorn, neu starten"
	r.Ask = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: q("Die Frage"), learn.ResetLesson: q("Die Lektion"),
		learn.ResetSkill: q("Die Fertigkeit"), learn.ResetCourse: q("Den Kurs"),
	}
	r.Sets = func(what string) string { return "Das setzt zurück: " + what + "." }
	r.Count = func(answers, lessons, skills int) []string {
		return []string{germanAnswersOf(answers), germanLessons(lessons), germanCount(skills, "gekonnte Fertigkeit", "gekonnte Fertigkeiten")}
	}
	r.Since = func(day, now time.Time) string { return "seit dem " + germanDate(day, now) }
	r.Only = "was du dort getan hast"
	r.Stays = map[learn.ResetKind]string{
		learn.ResetQuestion: "Sie kommt in ihrer Lektion wieder.",
		learn.ResetLesson:   "Sie ist wieder offen. Notizen und Lesezeichen bleiben.",
		learn.ResetSkill:    "Beendete Lektionen bleiben beendet, und eine Frage zu mehreren Fertigkeiten zählt für die anderen.",
		learn.ResetCourse:   "Die ersten Fragen kommen wieder. Notizen und Lesezeichen bleiben.",
	}
	r.Backup = "Vorher wird gesichert, und du kannst es zurücknehmen."
	r.Forgot = "Es wird nichts gespeichert, also auch nichts gesichert. Bis du gehst, kannst du es zurücknehmen."
	r.Yes, r.No = "neu beginnen", "so lassen"
	r.Done = func(how string) string { return "Neu begonnen. " + how + " nimmt es zurück." }
	r.Back = "Was zurückgesetzt war, zählt wieder."
	r.Under = func(t string) string {
		return "Zurückgenommen. Es zählt wieder, sobald auch „" + Trimmed(t) + "“ zurückgenommen ist, das später neu begonnen wurde."
	}
	r.Partly = "Was zurückgesetzt war, zählt wieder, außer was später neu begonnen wurde."
	r.Nothing = "damit wurde noch nichts getan"
	r.Lacks = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: lacks("Frage"), learn.ResetLesson: lacks("Lektion"), learn.ResetSkill: lacks("Fertigkeit"),
	}
	r.Meant = func(id string) string { return "meintest du „" + id + "“?" }
	r.Rows = map[learn.ResetKind]string{
		learn.ResetQuestion: "Diese Frage neu beginnen", learn.ResetLesson: "Diese Lektion neu beginnen",
		learn.ResetSkill: "Diese Fertigkeit neu beginnen", learn.ResetCourse: "Den Kurs neu beginnen",
	}
	r.Task = "Diese Aufgabe neu beginnen"
	r.Type = "Mit ja beginnst du neu. Alles andere lässt es, wie es ist."
	r.Take = "Mit ja nimmst du das Markierte zurück. Alles andere lässt es, wie es ist."
	r.How = "Gib :reset ein und was: question, lesson oder skill mit der Kennung, eine Lektion auch mit ihrer Nummer in der Übersicht; oder course. Ohne Kennung ist gemeint, was vor dir ist. :reset back nimmt das Letzte zurück."
	r.Kept = "Nichts wurde geändert."
	r.None = "Nichts wurde neu begonnen, das sich zurücknehmen ließe."
	r.Undo = func(command string) string { return "So nimmst du es zurück: " + command }
}

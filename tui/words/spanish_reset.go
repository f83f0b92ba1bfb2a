package words

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func spanishReset(r *Reset) {
	q := func(what string) func(string) string {
		return func(t string) string { return "¿Empezar de nuevo " + what + " «" + Trimmed(t) + "»?" }
	}
	lacks := func(what string) func(string) string {
		return func(id string) string {
			return "el curso no tiene ninguna " + what + " con el identificador «" + id + "»"
		}
	}
	r.Title = "Empezar de nuevo"
	r.Also = "restablecer, reiniciar, reset, volver a empezar"
	r.Ask = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: q("la pregunta"), learn.ResetLesson: q("la lección"),
		learn.ResetSkill: q("la habilidad"), learn.ResetCourse: q("el curso"),
	}
	r.Sets = func(what string) string { return "Se reinicia: " + what + "." }
	r.Count = func(answers, lessons, skills int) []string {
		return []string{spanishCount(answers, "respuesta", "respuestas"), spanishLessons(lessons), spanishCount(skills, "habilidad dominada", "habilidades dominadas")}
	}
	r.Since = func(day, now time.Time) string { return "desde el " + spanishDate(day, now) }
	r.Only = "lo que hiciste ahí"
	r.Stays = map[learn.ResetKind]string{
		learn.ResetQuestion: "Vuelve a salir en su lección.",
		learn.ResetLesson:   "Queda abierta otra vez. Las notas y los marcadores se quedan.",
		learn.ResetSkill:    "Las lecciones que terminaste siguen hechas, y una pregunta sobre varias habilidades cuenta para las demás.",
		learn.ResetCourse:   "Vuelven las primeras preguntas. Las notas y los marcadores se quedan.",
	}
	r.Backup = "Antes se hace una copia, y puedes deshacerlo."
	r.Forgot = "No se guarda nada, así que no se hace copia. Hasta que salgas puedes deshacerlo."
	r.Yes, r.No = "empezar de nuevo", "dejarlo"
	r.Done = func(how string) string { return "Reiniciado. " + how + " lo deshace." }
	r.Back = "Lo que se reinició vuelve a contar."
	r.Under = func(t string) string {
		return "Deshecho. Volverá a contar cuando también se deshaga «" + Trimmed(t) + "», que se reinició después."
	}
	r.Partly = "Lo que se reinició vuelve a contar, salvo lo que se reinició después."
	r.Nothing = "todavía no has hecho nada con ello"
	r.Lacks = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: lacks("pregunta"), learn.ResetLesson: lacks("lección"), learn.ResetSkill: lacks("habilidad"),
	}
	r.Meant = func(id string) string { return "¿querías decir «" + id + "»?" }
	r.Rows = map[learn.ResetKind]string{
		learn.ResetQuestion: "Empezar de nuevo esta pregunta", learn.ResetLesson: "Empezar de nuevo esta lección",
		learn.ResetSkill: "Empezar de nuevo esta habilidad", learn.ResetCourse: "Empezar de nuevo el curso",
	}
	r.Task = "Empezar de nuevo esta tarea"
	r.Type = "Escribe sí para empezar de nuevo. Cualquier otra cosa lo deja como está."
	r.Take = "Escribe sí para deshacer lo marcado. Cualquier otra cosa lo deja como está."
	r.How = "Escribe :reset y qué: question, lesson o skill con su identificador, o una lección con su número en el índice; o course. Sin identificador es lo que tienes delante. :reset back deshace lo último."
	r.Kept = "No ha cambiado nada."
	r.None = "No hay ningún reinicio que deshacer."
	r.Undo = func(command string) string { return "Para deshacerlo: " + command }
}

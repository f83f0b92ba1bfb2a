package words

import (
	"fmt"
	"maps"
)

func spanishFieldNotes(f *FieldNotes) {
	f.Title = func(course string) string { return "Cuaderno: " + course }
	f.Nothing = "Aún no hay nada empezado."
	f.Done = func(done, of int, last string) string {
		return fmt.Sprintf("%s. La última vez, el %s.", spanishLessonsDone(done, of), last)
	}
	f.Learned, f.Answered, f.Noted = "Lo que aprendí", "Lo que se me preguntó", "Lo que anoté"
	f.Marked, f.Terms, f.Course = "Dónde mirar otra vez", "Palabras que encontré", "El curso en conjunto"
	f.Review = func(day string) string { return "próximo repaso, el " + day }
	f.YouSaid = func(day string) string { return "Mi respuesta del " + day + ":" }
	f.RightIs = "La respuesta correcta:"
	f.DontKnow = "No lo sabía."
	maps.Copy(f.Outcomes, map[string]string{"right": "correcta", "close": "casi, bastó", "spelling": "un desliz de ortografía", "wrong": "no es correcta"})
	f.Disputed = "Creí que era correcta"
}

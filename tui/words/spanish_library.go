package words

import (
	"fmt"

	"github.com/cairn-learn/cairn/course/textsafe"
)

func spanishLibrary(l *Library) {
	l.Title = "Cursos"
	l.BuiltIn, l.Recent, l.Folder = "Incluidos en cairn", "Abiertos hace poco", "En esta carpeta"
	l.Empty = "Aquí aún no hay ningún curso."
	l.EmptyHow = "Abre una carpeta de archivos Markdown con: cairn CARPETA"
	l.NoMatch = func(f string) string { return "Ningún curso contiene «" + textsafe.Line(f) + "»." }
	l.Filter = "buscar"

	l.NotBegun, l.Finished, l.Begun = "sin empezar", "terminado", "empezado"
	l.Done = func(done, of int) string { return fmt.Sprintf("%d de %s", done, spanishLessons(of)) }
	l.Lessons = spanishLessons
	l.Minutes = spanishMinutes
	l.Left = spanishRemain
	l.Errors = spanishMistakes
	l.Warnings = spanishWarnings
	l.NoFindings = "no se encontró nada mal en este curso"
	l.NoneToOpen = "no hay ningún curso que abrir"

	l.FindingsTitle = "Hallazgos"
	l.FindingsNone = "No se encontró nada mal en este curso."
	l.FindingsCount = func(e, w int) string { return spanishMistakes(e) + ", " + spanishWarnings(w) }
	l.Line = func(n int) string { return fmt.Sprintf("línea %d", n) }
	l.Cure = "consejo:"
}

func spanishLessons(n int) string { return spanishCount(n, "lección", "lecciones") }

func spanishSkills(n int) string { return spanishCount(n, "habilidad", "habilidades") }

func spanishMistakes(n int) string { return spanishCount(n, "error", "errores") }

func spanishWarnings(n int) string { return spanishCount(n, "aviso", "avisos") }

func spanishReviews(n int) string { return spanishCount(n, "repaso", "repasos") }

// spanishLessonsDone says how many lessons are done.
func spanishLessonsDone(done, of int) string {
	return fmt.Sprintf("%d de %s", done, spanishCount(of, "lección hecha", "lecciones hechas"))
}

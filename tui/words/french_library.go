package words

import (
	"fmt"

	"github.com/cairn-learn/cairn/course/textsafe"
)

func frenchLibrary(l *Library) {
	l.Title = "Cours"
	l.BuiltIn, l.Recent, l.Folder = "Fournis avec cairn", "Ouverts récemment", "Dans ce dossier"
	l.Empty = "Il n’y a pas encore de cours ici."
	l.EmptyHow = "Ouvre un dossier de fichiers Markdown avec : cairn DOSSIER"
	l.NoMatch = func(f string) string { return "Aucun cours ne contient « " + textsafe.Line(f) + " »." }
	l.Filter = "chercher"

	l.NotBegun, l.Finished, l.Begun = "pas commencé", "terminé", "commencé"
	l.Done = func(done, of int) string { return frenchLessons(done) + fmt.Sprintf(" sur %d", of) }
	l.Lessons = frenchLessons
	l.Minutes = frenchMinutes
	l.Left = func(n int) string { return "reste " + frenchMinutes(n) }
	l.Errors = frenchMistakes
	l.Warnings = frenchWarnings
	l.NoFindings = "aucun défaut n’a été trouvé dans ce cours"
	l.NoneToOpen = "il n’y a aucun cours à ouvrir"

	l.FindingsTitle = "Remarques"
	l.FindingsNone = "Aucun défaut n’a été trouvé dans ce cours."
	l.FindingsCount = func(e, w int) string { return frenchMistakes(e) + ", " + frenchWarnings(w) }
	l.Line = func(n int) string { return fmt.Sprintf("ligne %d", n) }
	l.Cure = "conseil :"
}

func frenchLessons(n int) string { return frenchCount(n, "leçon", "leçons") }

func frenchSkills(n int) string { return frenchCount(n, "compétence", "compétences") }

func frenchMistakes(n int) string { return frenchCount(n, "erreur", "erreurs") }

func frenchWarnings(n int) string { return frenchCount(n, "avertissement", "avertissements") }

func frenchReviews(n int) string { return frenchCount(n, "révision", "révisions") }

// frenchLessonsDone says how many lessons are done.
func frenchLessonsDone(done, of int) string {
	return frenchCount(done, "leçon faite", "leçons faites") + fmt.Sprintf(" sur %d", of)
}

// frenchRight says how many of those asked were right.
func frenchRight(right, asked int) string {
	return frenchCount(right, "juste", "justes") + fmt.Sprintf(" sur %d", asked)
}

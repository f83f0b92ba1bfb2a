package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func spanishMap(m *Map) {
	m.Title = "Mapa"
	m.Goal = func(t string) string { return "Para «" + t + "»" }
	m.Everything = "Para todo el curso"
	m.None = "Este curso no nombra habilidades, así que no hay nada que dibujar."
	m.Known = func(n, of int) string {
		if n == 0 {
			return spanishMissingSkills(of)
		}
		return fmt.Sprintf("%d de %s", n, spanishCount(of, "dominada", "dominadas"))
	}
	maps.Copy(m.Stages, map[learn.Stage]string{
		learn.StageNew: "disponible", learn.StageWaiting: "espera", learn.StageOpen: "empezada",
		learn.StageKnown: "dominada", learn.StageTested: "dominada de antes", learn.StageDue: "por repasar",
		learn.StagePassed: "saltada, sin comprobar",
	})
	m.Needs = "se apoya en:"
	m.Waits = func(skill string, percent, line int) string {
		return fmt.Sprintf("espera a %s: %d %%, necesita %d %%", skill, percent, line)
	}
	m.WaitsShort = func(skill string) string { return "espera a " + skill }
	m.Base = "otras se apoyan en ella"
	m.Before, m.After = "en qué se apoya la elegida", "qué se apoya en ella"
	m.NotInGoal = "no hace falta para tu meta"
	m.Lessons, m.Detours = "Lecciones", "Desvíos tomados"
	m.Detour = func(from, to string) string { return fmt.Sprintf("de «%s» a «%s»", from, to) }
	m.Ahead = func(n int) string { return fmt.Sprintf("%d por delante", n) }
	m.Done = func(n int) string { return spanishCount(n, "hecha", "hechas") }
	m.Skipped = func(n int) string { return spanishCount(n, "saltada", "saltadas") }

	m.SkillTitle = "Habilidad"
	m.Gone = "El curso ya no tiene esta habilidad."
	m.Answers = func(n int) string { return spanishCount(n, "respuesta", "respuestas") }
	m.Reviews = spanishReviews
	m.Recall = func(p int) string {
		return fmt.Sprintf("Probabilidad de que aún la recuerdes: cerca del %d %%, una estimación.", p)
	}
	m.Due = func(when string) string { return "El próximo repaso es " + when + "." }
	m.Tested = "Ya la dominabas antes de su lección."
	m.BuildsOn = "Se apoya en"
	m.Misses = func(n int) string {
		if n == 1 {
			return "La última respuesta falló."
		}
		return fmt.Sprintf("Las últimas %d respuestas fallaron.", n)
	}
	m.Left = func(n int) string { return spanishToKnown(n) + "." }
	m.Moved = "Qué la hizo cambiar"
	m.Do = "Qué puedes hacer"
	m.Practise = "Practicarla"
	m.Open = func(l string) string { return "Abrir «" + l + "»" }
	m.Look = "ver de cerca"
	m.NoRow = "elige antes una habilidad o una lección, con las flechas"
}

// spanishMissing says how many right answers are missing.
func spanishMissing(n int) string {
	return spanishCount(n, "acierto más sin ayuda", "aciertos más sin ayuda")
}

// spanishToKnown says how many right answers are missing before a skill counts
// as known.
func spanishToKnown(n int) string {
	return "Con " + spanishMissing(n) + " cuenta como dominada"
}

// spanishMissingSkills says how many skills are ahead, short enough to stand
// below the picture of the cairn.
func spanishMissingSkills(n int) string {
	if n == 1 {
		return "falta 1 habilidad"
	}
	return "faltan " + spanishSkills(n)
}

package words

import "fmt"

func spanishPlaced(p *Placed) {
	p.Title = "Lo que pareces saber"
	p.Asked = func(n int) string {
		return "Una estimación a partir de " + spanishCount(n, "respuesta", "respuestas") + "."
	}
	p.How = "Las habilidades marcadas cuentan como dominadas: sus lecciones se saltan, y un repaso lo comprueba dentro de unos días. Cambia lo que tú sepas mejor. Todas las lecciones siguen abiertas."
	p.Known, p.Maybe, p.New = "dominada", "antes, una pregunta", "antes, la lección"
	p.Told, p.NotTold = "dominada, dices", "aún no, dices"
	p.Over = func(lessons, m int) string {
		said := fmt.Sprintf("Se saltan %d lecciones", lessons)
		if lessons == 1 {
			said = "Se salta 1 lección"
		}
		if m > 0 {
			said += ", " + spanishAbout(m)
		}
		return said + "."
	}
	p.OverNone = "No se salta nada."
	p.Nothing = "Las respuestas aún no dicen nada seguro. El camino empieza por la primera lección."
	p.Tick, p.Take, p.TakeNone = "marcar", "seguir", "no saltar nada"
}

func spanishPurpose(p *Purpose) {
	p.Placement = func(n, of int) string {
		switch {
		case n <= 0:
			return "Prueba de nivel"
		case of < n:
			return fmt.Sprintf("Pregunta %d", n)
		}
		return fmt.Sprintf("Pregunta %d de %d como máximo", n, of)
	}
	p.Review = func(n, of int) string {
		if n <= 0 || of < n {
			return "Repaso"
		}
		return fmt.Sprintf("Repaso %d de %d", n, of)
	}
	p.Try, p.Practice, p.Check = "Antes de la lección", "Una más", "Una base"
	p.EndReview, p.EndPlacement = "acabar el repaso", "acabar la prueba"
	p.ToLesson, p.NoMore = "a la lección", "no más de estas"
	p.ReviewTitle, p.PlacementName = "Repaso", "Prueba de nivel"
}

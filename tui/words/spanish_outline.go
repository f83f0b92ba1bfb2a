package words

import "fmt"

func spanishOutline(o *Outline) {
	o.Title = "Índice"
	o.Here = "estás aquí"
	o.Done, o.Skipped, o.Begun, o.Open = "hecha", "saltada", "empezada", "abierta"
	o.Off, o.Optional = "fuera de tu camino", "opcional"
	o.Right = func(r, asked int) string { return fmt.Sprintf("%d de %d a la primera", r, asked) }
	o.Aside = "Al margen del camino"
	o.Skills = "Habilidades"
	o.NoAnswers = "sin respuestas aún"
	o.Answers = func(n int) string { return spanishCount(n, "respuesta", "respuestas") }
	o.Reference = "Para consultar"
	o.Glossary = func(n int) string { return "Glosario, " + spanishCount(n, "término", "términos") }
	o.Cards = func(n int) string { return fmt.Sprintf("Tarjetas, %d", n) }
	o.Progress = spanishLessonsDone

	o.GlossaryTitle, o.CardsTitle = "Glosario", "Tarjetas"

	o.NotOpened = "una habilidad crece al responder; abre una lección que la enseñe"
	o.OnlyLessons = "solo se pueden repetir las lecciones"
	o.NotFinished = "esta lección aún no está terminada"
}

package words

import "fmt"

func spanishLacks(l *Lacks) {
	l.Answer, l.Number = "escribe una respuesta", "escribe un número"
	l.NoUnit = "escribe solo el número, sin unidad"
	l.Spaces = "solo cambian los espacios: revísalos"
	l.Quotes = "solo cambian las comillas: prueba con las otras"
	l.Shown = "elige entre las opciones que se muestran"
	l.Option, l.Options = "elige una opción", "elige al menos una opción"
	l.One = "elige una sola opción"
	l.Either = "elige opciones o di que no lo sabes, no las dos cosas"
	l.Brevity = func(n int) string { return fmt.Sprintf("es demasiado largo: %d caracteres como máximo", n) }
	l.Order = func(n int) string { return fmt.Sprintf("pon en orden los %d elementos, cada uno una vez", n) }
	l.Match = func(n int) string { return fmt.Sprintf("busca pareja a las %d líneas", n) }
	l.Blanks = func(n int) string { return fmt.Sprintf("rellena los %d huecos", n) }
	l.Unit = func(wanted string) string { return "da el número en " + wanted + ", o sin unidad" }
	l.InBlank = func(n int, lack string) string { return fmt.Sprintf("hueco %d: %s", n, lack) }
	l.Future = "elige un día que aún no haya llegado"
	l.Minutes = func(most int) string {
		return fmt.Sprintf("los minutos de una sesión son un número del 1 al %d", most)
	}
	l.Form = "esta pregunta no se puede responder"
}

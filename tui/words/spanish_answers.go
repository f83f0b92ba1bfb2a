package words

import "fmt"

func spanishAnswers(a *Answers) {
	a.Move, a.Check, a.Done, a.Mark = "elegir", "comprobar", "listo", "marcar"
	a.PickUp, a.Drop, a.Carry, a.PutBack = "levantar", "soltar", "mover", "devolver"
	a.TakeBack, a.Cycle, a.Clear = "quitar el último", "otra pareja", "vaciar"
	a.NextBlank, a.PrevBlank = "siguiente hueco", "hueco anterior"
	a.NewLine, a.LeaveField, a.TypeAgain = "línea nueva", "dejar de escribir", "escribir"

	a.PickOne = "Elige antes una respuesta, con las flechas o con su número."
	a.MarkSome = "Marca todas las correctas, con espacio o con su número."
	a.TypeFirst = "Escribe antes una respuesta."
	a.NotMoved = "Aún no has movido nada. Otro Enter envía este orden."
	a.NeedsNumber = "Aquí hace falta un número."
	a.RowsLeft = func(n int) string {
		if n == 1 {
			return "Una fila aún no tiene pareja."
		}
		return fmt.Sprintf("%d filas aún no tienen pareja.", n)
	}
	a.BlanksLeft = func(n int) string {
		if n == 1 {
			return "Un hueco sigue vacío."
		}
		return fmt.Sprintf("%d huecos siguen vacíos.", n)
	}
	a.Marked = func(n int) string { return spanishCount(n, "marcada", "marcadas") }
	a.HowToOrder = "Espacio levanta una fila y la suelta. O escribe los números en orden."
	a.Holding = "Levantada: las flechas la mueven, espacio la suelta, esc la devuelve."
	a.Placed = func(n, of int) string {
		return fmt.Sprintf("%d de %d en su sitio. Escribe el número siguiente; retroceso quita uno.", n, of)
	}
	a.NumberHelp = func(unit string) string {
		if unit == "" {
			return "Un número, como 42 o 3,5."
		}
		return "Un número en " + unit + ", como 42 o 3,5. La unidad no hace falta."
	}
	a.RightOrder, a.RightText = "El orden correcto", "La respuesta"
	a.Nothing = "nada"
}

package words

import "fmt"

func spanishErrors(e *Errors) {
	e.Full = "el disco está lleno. Haz sitio y responde otra vez."
	e.ReadOnly = "no se puede escribir en la carpeta de tu progreso."
	e.NotNow = "Esto no es posible aquí."
	e.NotTaken = "esto no se puede aceptar tal como está"
	spanishLacks(&e.Lacks)
	e.NoExplain = "Aquí no hay otra explicación que no hayas visto."
	e.NotDue = "Ahora no toca repasar nada."
	e.NoSpare = "Todavía no tienes nada que repasar."
	e.NoPractice = "No hay nada que practicar de esto antes de su lección."
	e.NoPlace = func(r string) string { return fmt.Sprintf("No hay ninguna página %q.", r) }
	e.ListFailed = func(err error) string { return fmt.Sprintf("No se puede mostrar la lista de cursos: %v", err) }
	e.OpenFailed = func(ref string, err error) string { return fmt.Sprintf("No se puede abrir %s: %v", ref, err) }
}

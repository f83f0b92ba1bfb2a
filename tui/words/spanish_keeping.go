package words

import "fmt"

func spanishKeeping(k *Keeping) {
	events := func(n int) string { return spanishCount(n, "evento", "eventos") }
	k.NothingSaved = "Aún no hay progreso que exportar."
	k.Exported = func(n, courses int, file string) string {
		return events(n) + " de " + spanishCount(courses, "curso", "cursos") + " en el archivo " + file
	}
	k.LeftOut = func(n int) string { return events(n) + " fuera de la exportación" }
	k.Readable = "Quien tenga el archivo puede leer en él tus respuestas."
	k.PartOnly = "Es una parte: donde se importe sola, el resto se dará por perdido."
	k.NoSummary = func(cause string) string { return "exportado sin el resumen para leer: " + cause }

	k.ReadMe = "Lo que cairn guardó del progreso de quien aprende."
	k.ReadMeLog = "todos los eventos, uno por línea: es lo que lee una importación"
	k.ReadMeText = "dónde estás, para leer"
	k.ReadMeJSON = "lo mismo, para programas"
	k.ReadMeHow = func(command string) string { return "Para importarlo en otro equipo: " + command }
	k.ReadMeFields = func(command string) string { return "Qué significa cada campo: " + command }

	k.Came = func(n int) string { return "importado: " + events(n) }
	k.Would = func(n int) string { return "se importaría: " + events(n) }
	k.Of = func(course string, n int) string { return "curso " + course + ": " + events(n) }
	k.NoCourse = "de ningún curso"
	k.From = func(device string, n int) string { return "de " + device + ": " + events(n) }
	k.Already = func(n int) string { return "ya estaba aquí: " + events(n) }
	k.Unread = func(n int) string {
		if n == 1 {
			return "1 línea en la que no se encuentra ningún suceso, guardada tal como está"
		}
		return fmt.Sprintf("%d líneas en las que no se encuentra ningún suceso, guardadas tal como están", n)
	}
	k.Nothing = "No hay nada nuevo."
	k.KeptIn = func(path string) string { return "Guardado en " + path }
	k.BackedUp = func(path string) string { return "Como estaba antes: " + path }

	k.Bad = func(path string, lines []int, more int) string {
		said := "línea "
		if len(lines) > 1 || more > 0 {
			said = "líneas "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" y %d más", more)
		}
		return path + ": dañado y sin importar: " + said
	}
	k.CutShort = func(path string) string {
		return path + ": termina en un guardado que quedó a medias; no se importa"
	}
	k.Conflict = func(event, path string, line int) string {
		return fmt.Sprintf("%s, línea %d: el evento %s está aquí con otro contenido; se queda lo que hay aquí", path, line, event)
	}
	k.Conflicts = func(more int) string { return fmt.Sprintf("y %d más del mismo tipo", more) }

	k.Listed = "Se borrará para siempre:"
	k.SettingsStay = func(path, flag string) string {
		return "Tus ajustes se quedan: " + path + "; con " + flag + " también se borran."
	}
	k.LinkStays = func(path, to string) string {
		return path + " es un enlace a " + to + ". cairn no lo sigue: borra tú lo que hay allí."
	}
	k.OthersStay = func(path string) string { return "No es de cairn y se queda: " + path }
	k.NotReached = "No se llega a las copias de otros sitios: exportaciones y cuadernos, carpetas sincronizadas, copias de seguridad de este equipo " +
		"y lo que un disco conserva de archivos borrados."
	k.Sure = func(word string) string { return "Escribe " + word + " para borrarlo todo: " }
	k.Yes = "sí"
	k.NotDeleted = "No se ha borrado nada."
	k.Deleted = func(n int) string { return "borrado: " + spanishCount(n, "archivo", "archivos") }
	k.NothingKept = "Aquí no hay nada tuyo guardado."
}

package words

import "fmt"

func spanishShell(s *Shell) {
	s.NoneBegun = "Aún no hay ningún curso empezado."
	s.Finished = func(done, of int, spent string) string {
		return fmt.Sprintf("terminado: %d de %s, %s de estudio", done, spanishLessons(of), spent)
	}
	s.Begun = func(done, of int, spent string) string {
		return fmt.Sprintf("%d de %s, %s de estudio", done, spanishLessons(of), spent)
	}
	s.NotBegun = func(of int) string { return "sin empezar: " + spanishLessons(of) }
	s.Gone = func(dir string) string { return "empezado; su carpeta ya no está: " + dir }
	s.Elsewhere = func(dir string) string { return "empezado en otro equipo, en su carpeta " + dir }
	s.GoneHow = "tu progreso se conserva: abre el curso donde esté ahora para seguir"
	s.BeginReviews = func(command string) string { return "Para empezar por los repasos: " + command }
	s.GoOn = func(command string) string { return "Para seguir: " + command }
	s.Raw = func(cure string) string {
		return "Al empezar cairn, el terminal no editaba líneas, como lo deja un programa al que se mata. Si no muestra lo que escribes, escribe " + cure + " y pulsa intro."
	}
	s.Crash = Crash{
		Happened: "Un fallo de cairn lo ha cerrado. No es culpa tuya.",
		Safe: func(dir string) string {
			return "Toda respuesta que se mostró como guardada está a salvo, en " + dir + "."
		},
		GoOn: "Ejecuta cairn otra vez para seguir donde lo dejaste; cairn doctor mira si todo está bien.",
		Written: func(path string) string {
			return "Lo que falló está escrito, sin tus respuestas, en " + path + "."
		},
		Report: func(address string) string { return "Avisa del fallo, con ese archivo si lo hay: " + address },
	}
	spanishDamage(&s.Damage)
}

func spanishDamage(d *Damage) {
	d.Doctor = "cairn doctor dice más y repara lo que puede"
	d.Elsewhere = "para guardar en una carpeta tuya: CAIRN_DATA=CARPETA cairn"
	d.Unreadable = func(path, cause string) string { return "tu progreso en " + path + " no se puede leer: " + cause }
	d.Bad = func(path string, lines []int, more int) string {
		said := "las líneas "
		if len(lines) == 1 && more == 0 {
			said = "la línea "
		}
		said += numbers(lines)
		if more > 0 {
			said += fmt.Sprintf(" y %d más", more)
		}
		return "tu progreso en " + path + " está dañado en " + said +
			"; lo que se puede leer cuenta, y el archivo se deja como está"
	}
	d.Torn = func(path string) string { return "se apartó un guardado que quedó a medias: " + path }
	d.Missing = func(from, to int, device string) string {
		if from == to {
			return fmt.Sprintf("falta progreso que se guardó: el evento %d de %s", from, device)
		}
		return fmt.Sprintf("falta progreso que se guardó: los eventos %d a %d de %s", from, to, device)
	}
	d.HaveBackup = func(path string) string { return "lo tiene una copia de seguridad: " + path }
	d.HaveCopy = "si tienes una copia de la carpeta, devuelve a su sitio el archivo que falta"
	d.Conflicts = func(n int, first string) string {
		return "el registro de tu progreso contiene " + spanishCount(n, "evento", "eventos") +
			" con dos contenidos, el primero es " + first + "; cuenta uno de cada"
	}
	d.Unread = func(n int) string {
		return "el registro de tu progreso tiene " + spanishCount(n, "línea", "líneas") + " de otra versión de cairn; se conservan"
	}
	d.BackupError = func(cause string) string {
		return "no se pudo hacer la copia de seguridad de hoy de tu progreso: " + cause
	}
}

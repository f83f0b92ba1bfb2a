package words

import (
	"fmt"
	"maps"
)

func spanishFrame(f *Frame) {
	f.Saved = "guardado"
	f.Damaged = "Algo falla en tu progreso guardado. Ejecuta cairn doctor para ver qué."
	f.NotSaved = func(cause string) string { return "sin guardar: " + cause }
	f.Unsaved = func(cause string) string { return "Esta vez no se guarda nada: " + cause }
	f.AskDoctor, f.UnsavedShort = "cairn doctor dice por qué y qué hacer", "No se guarda nada: mira cairn doctor"
	f.NotDone = func(cause string) string { return "no se hizo: " + cause }
	f.Step = func(n, of int) string { return fmt.Sprintf("paso %d de %d", n, of) }
	f.TooSmall = "Esta ventana es demasiado pequeña. Agrándala o ejecuta cairn --plain."
	f.Opening = func(what string) string { return "Abriendo " + what }
	f.LookIs = func(look string) string { return "Colores: " + look }
	maps.Copy(f.Looks, map[string]string{
		"auto": "los de la terminal", "dark": "oscuros", "light": "claros",
		"high-contrast": "de alto contraste", "16-colour": "los 16 de la terminal", "mono": "ninguno",
	})
	f.BrokenTitle = "Error"
	f.BrokenPage = "Esta página no se puede mostrar"
	f.BrokenHelp = "Tu progreso está guardado. Vuelve atrás y ábrela otra vez, o sigue en otra parte."
	f.BrokenSafe = func(dir string) string { return "Lo que se mostró como guardado está a salvo, en " + dir + "." }
	f.BrokenReport = func(path string) string {
		return "Lo que falló está escrito, sin tus respuestas, en " + path + ". Avisa del fallo y adjunta ese archivo, por favor."
	}
	f.HelpTitle = "Teclas"
	f.Lines = func(first, last, of int) string {
		return fmt.Sprintf("líneas %s a %s de %s", whole(first, "\u00a0"), whole(last, "\u00a0"), whole(of, "\u00a0"))
	}
	f.LinesOf = func(first, last int) string { return fmt.Sprintf("líneas %d a %d", first, last) }
}

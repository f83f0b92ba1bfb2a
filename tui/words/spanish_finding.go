package words

import (
	"fmt"
	"maps"
)

func spanishFinding(f *Finding) {
	f.Title, f.Ask = "Búsqueda", "Buscar"
	f.Can = "Cursos, lecciones y su texto, el glosario, las preguntas que ya viste, tus notas y marcadores."
	f.How = "Escribe una palabra o su comienzo; si escribes varias, se buscan todas. Las mayúsculas y los acentos no importan."
	f.Reading = "Todavía se están leyendo los cursos."
	f.Cut = "Hay más texto del que se puede buscar a la vez: puede faltar algo."
	f.None = func(text string) string { return "Nada contiene «" + text + "»." }
	f.Count = func(n int) string { return spanishCount(n, "resultado", "resultados") }
	f.Slip = func(text string) string { return "Nada contiene «" + text + "»; con una letra cambiada:" }
	f.Ahead = "aún por llegar"
	maps.Copy(f.Kinds, map[string]string{
		"course": "curso", "lesson": "lección", "text": "texto", "term": "término", "card": "tarjeta",
		"question": "pregunta", "note": "nota", "bookmark": "marcador",
	})
	f.Page = func(n int) string { return fmt.Sprintf("página %d", n) }
	f.Glossary = "glosario"
	f.Met, f.YourLast, f.RightOne, f.Because = "Una pregunta que ya viste", "Tu última respuesta", "La respuesta correcta", "Por qué"
	f.NotMet = "Todavía no has visto esta pregunta."
	f.NotTold = "La respuesta correcta aparece aquí cuando la pregunta queda resuelta."
	f.Looking = "Solo estás mirando: tu sitio en el curso sigue donde está."
	f.GoThere = "ir a esta lección"
	f.Palette, f.Do, f.Go = "Comandos", "Hacer", "Ir a"
	f.NoCommand = func(text string) string { return "Nada se llama «" + text + "»." }
	f.NotNow = "ahora no"
	f.Here = "en esta página"
	f.NoTerms = "Este curso no tiene glosario."
	f.NoTerm = func(text string) string { return "Ningún término coincide con «" + text + "»." }
	f.Note = func(place string) string { return "Nota sobre " + place }
	f.Edit = "Cambiar la nota"
	f.Sure = "La nota no está guardada. Otra vez la descarta."
	f.Saved = "Nota guardada."
	f.Removed = func(key string) string { return named(key, "Nota quitada; %s la recupera.", "Nota quitada.") }
	f.Back = "La nota está de vuelta."
	f.Marked = func(place string) string { return "Marcador puesto: " + place }
	f.Unmarked = func(place string) string { return "Marcador quitado: " + place }
	f.MarkHere = "con marcador"
	f.Notes = "Notas y marcadores"
	f.NoNotes = func(note, mark string) string {
		return fmt.Sprintf("Aún no hay nada. En una lección, %s escribe una nota y %s pone un marcador.", note, mark)
	}
	f.Bookmark = "marcador"
	f.Gone = "su sitio ya no está en el curso"
	f.Course = "el curso"
	f.OnlyNotes = "un marcador no tiene texto"
	f.NothingKept = "no hay nada seleccionado"
	f.NothingRemoved = "no se acaba de quitar nada"
	f.NoPlace = "aquí no hay nada a lo que unirlo"
	f.Export = "escribir el cuaderno"
	f.Exported = func(file string) string { return "Escrito en " + file }
	f.NoExport = "Aquí no se puede escribir el cuaderno."

	f.KeySearch, f.KeyPalette, f.KeyGlossary = "buscar", "comandos", "glosario"
	f.KeyBookmark, f.KeyNote, f.KeyNotes = "marcador", "nota", "notas"
	f.KeyEdit, f.KeyRemove, f.KeySave = "cambiar", "quitar", "guardar"
	f.KeyBringBack, f.KeyDo, f.KeyExport = "recuperar", "hacerlo", "cuaderno"
}

package words

import (
	"fmt"
	"maps"
)

func spanishPreferences(p *Preferences) {
	p.Title = "Ajustes"
	p.FileHead = "Ajustes de cairn. Una línea que empieza por # es un comentario. Para fijar algo, quita el # delante de su nombre " +
		"y escribe otro valor; lo que sigue siendo un comentario queda como dice el comentario. Ejecuta cairn config para ver qué vale y por qué."
	p.OneOf = func(list string) string { return "Uno de estos: " + list + "." }
	maps.Copy(p.Names, map[string]string{
		"language": "idioma", "theme": "colores", "symbols": "símbolos", "screen": "modo", "measure": "ancho del texto",
		"pictures": "imágenes", "links": "enlaces", "mouse": "ratón", "editor": "editor", "run": "comandos de cursos",
		"check-on-save": "comprobar al guardar",
	})
	maps.Copy(p.About, map[string]string{
		"language":      "El idioma en el que habla cairn. Con auto es el que pide tu sistema. Los cursos siguen en el idioma en que se escribieron.",
		"theme":         "Los colores. Con auto siguen el fondo de la terminal, oscuro o claro. También puedes nombrar un tema tuyo, un archivo en la carpeta themes junto a los ajustes.",
		"symbols":       "Los signos junto a las palabras. Con ascii, solo los que tienen todas las terminales y todas las tipografías.",
		"screen":        "Cómo se muestra un curso: full llena la ventana, plain va línea a línea, para lectores de pantalla y para terminales que no pueden dibujar.",
		"measure":       "El ancho máximo del texto corrido, en caracteres, de 40 a 100. Las líneas largas cuestan de leer.",
		"pictures":      "Cómo se dibujan las imágenes. Con auto, de la mejor manera que tu terminal dice poder. Los bloques (blocks) son toscos y funcionan casi en todas partes; words muestra solo la descripción.",
		"links":         "Si se puede hacer clic en los enlaces de un texto, donde la terminal lo permita.",
		"mouse":         "Si el ratón hace clic, arrastra y desplaza. Para seleccionar texto con el ratón se mantiene entonces mayúsculas en la mayoría de las terminales.",
		"editor":        "El comando que abre una respuesta larga para escribirla, como nano o code --wait. Si está vacío, cuenta VISUAL o EDITOR de tu entorno.",
		"run":           "Si pueden ejecutarse los comandos de cursos que comprueban una tarea. Con ask ves cada uno antes de que se ejecute y dices sí o no; con never no se ejecuta nada y tú dices cuándo una tarea está hecha.",
		"check-on-save": "Si una tarea se comprueba sola cada vez que guardas algo en su carpeta mientras su página está abierta. Solo se ejecuta lo que aceptaste, y no se pregunta nada.",
		"keys":          "Tus propias teclas: lo que hacen, y luego una tecla o varias. Sustituyen a las habituales; una lista vacía, [], quita las teclas. Una tecla hace lo mismo en todas partes. Ejecuta cairn config keys para verlas todas.",
	})
	maps.Copy(p.Values, map[string]string{
		"language:auto": "el de tu sistema", "theme:auto": "los de la terminal", "symbols:auto": "según la terminal", "symbols:unicode": "todos",
		"symbols:ascii": "solo ASCII", "screen:auto": "según la terminal", "screen:full": "toda la ventana", "screen:plain": "línea a línea",
		"pictures:auto": "lo mejor que funcione", "pictures:kitty": "dibujadas, como kitty", "pictures:sixel": "dibujadas, como sixel",
		"pictures:blocks": "bloques toscos", "pictures:words": "descripciones",
		"links:on": "con clic", "links:off": "solo en lista", "mouse:on": "hace clic y desplaza", "mouse:off": "selecciona texto", "editor:": "el de tu sistema",
		"run:ask": "tras preguntar", "run:never": "nunca",
		"check-on-save:on": "por sí sola", "check-on-save:off": "con su tecla",
	})
	p.Kept = func(file string) string { return "Se guardan en " + file }
	p.NoFile = func(file string) string {
		return "Todo está como de costumbre: no hay archivo de ajustes. cairn config init escribe " + file
	}
	p.NoSetting = func(name string) string { return "No hay ningún ajuste " + name + ". :settings los muestra." }
	p.InFile = func(line int) string { return fmt.Sprintf("línea %d del archivo", line) }
	p.NotKept = "No hay dónde guardar los ajustes; lo que elijas vale hasta que el programa termine."
	p.Saved = func(name, value string) string { return "Guardado: " + name + ", " + value }
	p.NotSaved = func(cause string) string { return "Sin guardar: " + cause }
	p.Means = func(value string) string { return "aquí: " + value }
	p.From = func(variable string) string { return "esta vez lo dice " + variable }
	p.FromFlag = "esta vez lo dice la línea de comandos"
	p.Usual = "habitual"
	p.NextStart = "se verá cuando cairn vuelva a empezar"
	p.Next, p.Previous = "valor siguiente", "valor anterior"
	p.Mistakes = func(n int) string {
		if n == 1 {
			return "Hay un error en tus ajustes. Ejecuta cairn config para verlo."
		}
		return fmt.Sprintf("Hay %d errores en tus ajustes. Ejecuta cairn config para verlos.", n)
	}
	p.HowToSet = "Para cambiar un ajuste, escribe :set, su nombre y un valor, por ejemplo :set theme light."
}

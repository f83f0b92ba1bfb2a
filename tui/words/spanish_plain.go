package words

import (
	"fmt"
	"maps"
)

func spanishPlain(p *Plain) {
	p.Replies.Yes = append(p.Replies.Yes, "sí", "si", "s")
	p.Replies.Done = append(p.Replies.Done, "hecha", "hecho")
	p.Replies.All = append(p.Replies.All, "todo")
	p.Replies.Nothing = append(p.Replies.Nothing, "nada")
	p.HowTo = "Responde y pulsa Enter. Escribe :help para ver qué más puedes hacer, :quit para parar."
	p.Saves = "El progreso se guarda solo."
	p.KeysAre = "Cuando un curso nombre una tecla, como w, escríbela tras dos puntos: :w"
	p.Findings = func(n int) string {
		return "Los archivos de este curso tienen " + spanishMistakes(n) + "; cairn check los muestra."
	}
	p.spanishPlace()
	p.spanishSteps()
	p.spanishAnswers()
	p.spanishFeedback()
	p.spanishRefusals()
	p.spanishEnds()
	p.spanishCommands()
	spanishPlainPath(&p.Path)
	spanishPlainViews(&p.Views)
}

func (p *Plain) spanishPlace() {
	p.LessonOf = func(n, of int, t string) string { return fmt.Sprintf("Lección %d de %d: %s", n, of, t) }
	p.Lesson = func(t string) string { return "Lección: " + t }
	p.Module = func(t string) string { return "Módulo: " + t }
	p.Step = func(n, of int) string { return fmt.Sprintf("Paso %d de %d", n, of) }
	p.Detour = func(t, b string) string { return "Desvío: " + t + ". Después vuelves a «" + b + "»." }
	p.Why = func(l string) string { return "Por qué esto: " + l }
	p.UndoOpen = "Escribe :undo para volver."
	p.UndoKnown = "Escribe :undo para deshacer el salto de una lección."
	p.UndoTurn = "Escribe :undo para deshacer este giro."
	p.UndoLeave = func(t string) string { return "Escribe :undo para volver a «" + t + "», que dejaste." }
	p.UndoReset = func(t string) string {
		return "Escribe :undo para deshacer que empezaste «" + Trimmed(t) + "» de nuevo."
	}
	p.Again = func(try int) string { return fmt.Sprintf("La pregunta otra vez, intento %d.", try) }
	p.Left = func(t string) string {
		return "Aún sin enviar: «" + t + "». Escribe :send para enviarla, o responde de nuevo."
	}
	p.LeftGaps = func(t string) string {
		return "Lo que ya rellenaste. " + t + " Para cambiar el último, escribe :back."
	}
	p.Before = func(t string) string { return "Antes respondiste: «" + t + "». :send lo deja así, :skip sigue." }
}

func (p *Plain) spanishSteps() {
	p.Question = func(prompt string) string { return "Pregunta: " + prompt }
	p.Gap = func(n int) string { return fmt.Sprintf("[hueco %d]", n) }
	p.GapIs = func(n int, t string) string { return fmt.Sprintf("Hueco %d: %s.", n, t) }
	p.Lefts, p.Rights = "Busca la pareja de:", "Entre:"
	p.WayShown = func(t string, n, of int) string { return fmt.Sprintf("Explicación %d de %d: %s", n, of, t) }
	p.OtherWays = func(t string) string { return "Otras explicaciones, con :way: " + t }
	p.WaysAt = func(t string, n int) string { return fmt.Sprintf("Otras explicaciones, con :way %d: %s", n, t) }
	p.HintOf = func(n int) string { return fmt.Sprintf("Pista %d:", n) }
	p.TaskHead = func(t string) string { return "Hazlo de verdad: " + t }
	p.Taken = "hecha antes"
	p.OfferSkip = func(t string) string { return "¿Saltar «" + t + "»?" }
	p.OfferExtra = func(t string) string { return "Por si tienes curiosidad: «" + t + "». ¿Quieres leerlo?" }
	p.OfferOptional = func(t string, m int) string {
		return "«" + t + "»" + minutesOf(m, spanishMinutes) + " es opcional. ¿Quieres hacerla?"
	}
}

func (p *Plain) spanishAnswers() {
	p.ChooseOne = func(n int) string { return fmt.Sprintf("Escribe un número del 1 al %d.", n) }
	p.ChooseMany = func(n int) string {
		return fmt.Sprintf("Escribe los números, del 1 al %d, de todas las que valgan, por ejemplo: 1 2", n)
	}
	p.ChooseN = func(pick, n int) string {
		return fmt.Sprintf("Escribe %s del 1 al %d, o :skip para no tomar ninguna.", spanishCount(pick, "número", "números"), n)
	}
	p.Type = "Escribe tu respuesta."
	p.InOrder = func(n int) string {
		return fmt.Sprintf("Escribe los %d números en el orden correcto, por ejemplo: %s", n, orderOf(n))
	}
	p.MatchUp = func(n int) string {
		return fmt.Sprintf("Para cada número del 1 al %d, escribe la letra que le toca, en este orden, por ejemplo: %s", n, lettersOf(n))
	}
	p.Blank = func(n, of int) string { return fmt.Sprintf("Hueco %d de %d:", n, of) }
	p.AllFilled = "Todos los huecos están rellenos. Escribe :send para enviarlos, o :back para cambiar el último."
	p.Write = "Escribe tu respuesta en una línea."
	p.YesNo = "Escribe sí o no."
	p.GoOn = "Pulsa Enter para seguir."
	p.ToDetour = "Pulsa Enter para tomar el desvío, o escribe :stay para seguir sin él."
	p.ToGo = "Pulsa Enter para ir allí, o escribe :stay para seguir aquí."
	p.TryAgain = func(n int) string {
		left := fmt.Sprintf("Quedan %d intentos.", n)
		if n == 1 {
			left = "Queda 1 intento."
		}
		return left + " Responde de nuevo, o pulsa Enter para oír otra vez la pregunta. :show da la respuesta, :skip sigue."
	}
	p.TryFree = "Esto no gastó ningún intento. Responde de nuevo, o pulsa Enter para oír otra vez la pregunta."
	p.Done = "Escribe hecha cuando esté hecha, o :skip."
	p.Sure = "¿Con cuánta seguridad respondes? Escribe 1 si es al azar, 2 con alguna duda, 3 sin dudas, o pulsa Enter para no decirlo."
	p.ToEnd = "Pulsa Enter para salir del curso."
	p.HintsLeft = func(n int) string {
		if n == 1 {
			return "Para una pista, escribe :hint."
		}
		return fmt.Sprintf("Para una de las %d pistas, escribe :hint.", n)
	}
}

func (p *Plain) spanishFeedback() {
	p.Right, p.Close, p.Wrong = "Correcto.", "Casi: basta para seguir.", "No es correcto."
	p.Spelling = func(m string) string {
		return named(m, "Revisa la ortografía: ¿querías decir «%s»?", "Revisa la ortografía.")
	}
	p.DontKnow = "Está bien saberlo. Esta es la respuesta."
	p.AnswerWas = func(t string) string { return "Tu respuesta: " + t }
	p.TheAnswer = "La respuesta:"
	p.WhyHead = "Por qué:"
	p.OK, p.NotOK, p.OffSpelling = "bien", "mal", "revisa la ortografía"
	p.SomeMissing = "Hay algo más que también vale."
	p.Detouring = func(t string, m int) string {
		return "A continuación: un desvío a «" + t + "»" + minutesOf(m, spanishMinutes) + ". Después se repite esta pregunta."
	}
	p.Going = func(t string) string { return "A continuación: «" + t + "»." }
	p.CanDispute = "Si crees que acertaste, escribe :right."
	p.Disputed = "Anotado para el autor. Seguimos."
	p.Compare = "Compárala con esto:"
	p.Recorded = "Guardado."
}

func (p *Plain) spanishRefusals() {
	p.NotAmong = func(l string) string { return "«" + l + "» no está entre las respuestas." }
	p.NotOne = "Solo se puede elegir una."
	p.NotN = func(n int) string {
		if n == 1 {
			return "Tiene que ser 1."
		}
		return fmt.Sprintf("Tienen que ser %d, cada una una sola vez.", n)
	}
	p.NotYesNo = func(l string) string { return "«" + l + "» no es ni sí ni no." }
	p.NotDone = func(l string) string { return "«" + l + "» no dice que esté hecha." }
	p.NotSure = func(l string) string { return "«" + l + "» no es 1, 2 ni 3." }
	p.NothingToDo = "Aquí no se pregunta nada, así que no cuenta como respuesta."
	p.NothingSaid = "No escribiste nada."
	p.TooLong = func(most int) string {
		return fmt.Sprintf("Esta línea pasa de %d caracteres y no se tomó.", most)
	}
	p.Unsent = func(l string) string {
		return "La entrada acabó antes de pulsar Enter, así que esto no se envió: «" + l + "»"
	}
	p.Kept = "Lo que escribiste se guarda para la próxima vez."
	p.NoCommand = func(n string) string {
		return "No existe el comando «" + n + "». Escribe :help para ver la lista. Una respuesta que empieza por dos puntos se escribe con ellos dos veces."
	}
	p.NotNow = func(n string) string { return "El comando :" + n + " no es posible aquí." }
	p.NotHere = func(n, only string) string { return "El comando :" + n + " es para " + only + "." }
	p.NotYet = func(n string) string { return "El comando :" + n + " va después: di antes cómo empieza el día." }
	p.NoTaskHint = "Esta tarea no tiene pistas."
	maps.Copy(p.OnlyAt, map[string]string{
		"reload": "un curso en la vista previa", "findings": "un curso en la vista previa", "goto": "un curso en la vista previa", "as": "un curso en la vista previa", "answers": "preguntas de un curso en la vista previa",
		"hint": "preguntas y tareas", "check": "tareas", "shell": "tareas", "fresh": "tareas", "say": "tareas que aún preguntan algo", "run": "tareas a cuyos comandos dijiste que no", "output": "tareas", "write": "preguntas que se responden con un programa", "lines": "preguntas que se responden con un programa", "watch": "tareas", "dontknow": "preguntas", "show": "preguntas y tareas",
		"harder": "preguntas", "easier": "preguntas", "right": "una respuesta que no se dio por correcta",
		"stay": "cuando se anuncia un cambio de camino",
		"send": "una respuesta que quedó guardada", "back": "una respuesta de varias líneas", "way": "páginas con varias explicaciones",
		"leave": "lecciones, desvíos y repasos", "links": "lecciones", "contents": "lecciones", "reread": "lecciones", "glossary": "cursos con glosario", "cards": "cursos con tarjetas",
	})
	p.NothingKept = "Todavía no hay ninguna respuesta que enviar."
}

func (p *Plain) spanishEnds() {
	p.SummaryOf = func(t string) string { return "Fin de «" + t + "»." }
	p.Score = func(r, a int) string { return spanishFirstTry(r, a) + "." }
	p.MissedAre = "Falladas a la primera:"
	p.SkillsAre = "Cuánto lo dominas, según una estimación:"
	p.Skill = func(t string, n int) string { return fmt.Sprintf("%s: %d %%", t, n) }
	p.SkillWas = func(t string, b, n int) string { return fmt.Sprintf("%s: %d %%, antes %d %%", t, n, b) }
	p.NextIs = func(t string) string { return "A continuación: «" + t + "»." }
	p.EndIsNear = "Esta era la última lección de tu camino."
	p.Finished = func(c string) string { return "Llegaste al final de «" + c + "»." }
	p.PromiseIs = "Al principio escribiste qué haría que valiera la pena:"
	p.LeftAre = "Quedó sin hacer, y se abre con :open y el nombre entre paréntesis:"
	p.NotReviewed = "El repaso no está terminado. Abre otra vez el curso cuando quieras para seguir con él."
	p.NotEnded = "El curso no está terminado. Ábrelo otra vez cuando quieras para seguir desde aquí."
}

func (p *Plain) spanishCommands() {
	p.ProgressIs = func(d, of int) string { return spanishLessonsDone(d, of) + "." }
	p.Choices = "Lo que elegiste. Para cambiar algo: :set, su nombre y la respuesta, por ejemplo: :set pace fast"
	p.Chosen = "elegido"
	p.SetHow = "Escribe :set, el nombre y la respuesta nueva. :choices los muestra."
	p.Saved = "Guardado."
	p.OpenHow = "Abre una lección con :open y su número."
	p.RedoHow = "Repite una lección con :redo y su número. :outline las muestra."
	p.Undone = "Deshecho."
	p.PageOf = func(n, of int, t string) string {
		return named(t, fmt.Sprintf("Página %d de %d: %%s", n, of), fmt.Sprintf("Página %d de %d", n, of))
	}
	p.PagesAre = "Las páginas de esta lección:"
	p.PageHow = "Lee una con :reread y su número."
	p.NoPage = func(n, of int) string { return fmt.Sprintf("No hay página %d; el total es %d.", n, of) }
	p.TermHow = "Qué significa uno: :glossary y el término."
	p.NoTerm = func(t string) string { return "El glosario no tiene «" + t + "»." }
	p.CardFront = func(n int) string { return fmt.Sprintf("Tarjeta %d:", n) }
	p.CardBack = "El reverso:"
	p.Finding = PlainFinding{
		How:  "Escribe :find y las palabras. Si son varias, se buscan todas.",
		Open: "Abre uno con :find y su número.",
		Elsewhere: func(course, ref string) string {
			return "Está en el curso «" + course + "», que se abre con: cairn " + ref
		},
		Stay:     "Tu sitio en el curso sigue donde está.",
		NoneHere: "Aquí aún no hay ninguna nota. Escribe una con :note y su texto.",
		NotesHow: "Abre una con :notes y su número; :notes change 1 y un texto, :notes remove 1, :notes back.",
	}
	p.Courses = func(n int) string { return fmt.Sprintf("Escribe un número del 1 al %d, o :quit.", n) }
	p.InFolder = func(dir string) string { return "en " + dir }
	p.Help = "Los comandos empiezan por dos puntos. Estos se pueden usar ahora:"
	p.HelpColon = "Una respuesta que empieza por dos puntos los lleva dos veces: ::x responde :x"
	p.CommandIs = func(n, s, does string) string {
		return named(s, ":"+n+", abreviado :%s: ", ":"+n+": ") + does
	}
	maps.Copy(p.Commands, map[string]string{
		"reload": "leer el curso de nuevo", "findings": "lo que no va bien en el curso, o ir por su número a lo que trata un hallazgo",
		"goto": "ir a una lección, pregunta, reserva, tarea o consulta por su identificador, o verlas todas", "answers": "las respuestas a la pregunta y adónde llevan, o dar una por su número",
		"as":   "empezar de nuevo como alguien de quien vale lo que escribes, o decir como quién empezó",
		"edit": "escribir la respuesta en tu editor", "write": "escribir aquí un programa, línea por línea: todo, o en lugar de algunas líneas", "lines": "el programa, con los números de sus líneas",
		"hint": "la pista siguiente", "dontknow": "decir que no lo sabes; se muestra la respuesta",
		"show": "ver la respuesta; no cuenta nada", "skip": "seguir sin responder",
		"right": "decir «creo que acerté»; se guarda para el autor con lo que añadas",
		"stay":  "seguir sin el cambio de camino", "send": "enviar la respuesta que quedó guardada",
		"back": "cambiar lo último que escribiste", "way": "otra explicación",
		"undo": "deshacer el último cambio de camino", "again": "decir otra vez este paso",
		"why": "por qué toca esto ahora: quién lo decidió, los números y qué más hay", "links": "los enlaces de esta página, o adónde lleva uno", "contents": "los títulos de esta página, o la página desde uno", "reread": "releer una página de esta lección",
		"outline": "las lecciones y dónde estás", "open": "ir a una lección",
		"reset": "empezar de nuevo una pregunta, una lección, una habilidad o el curso",
		"redo":  "repetir una lección desde el principio", "leave": "dejar esta lección, o acabar un desvío o un repaso",
		"glossary": "los términos de este curso, o qué significa uno", "cards": "las tarjetas de este curso",
		"find": "buscar palabras en todas partes, o abrir un resultado por su número", "note": "escribir una nota sobre lo que tienes delante",
		"notes":    "tus notas y marcadores: abrir uno por su número, cambiarlo o quitarlo",
		"bookmark": "un marcador aquí, puesto o quitado", "export": "escribir tu cuaderno en un archivo",
		"choices": "meta, ritmo y lo demás que elegiste", "set": "cambiar algo de ello, o un ajuste de cairn",
		"settings": "los ajustes de cairn: idioma, colores, ancho del texto; o para qué sirve uno",
		"review":   "repasar lo pendiente, unos minutos o una habilidad", "rest": "dejar los repasos de hoy para mañana",
		"harder": "una pregunta más difícil en lugar de esta", "easier": "una pregunta más fácil en lugar de esta",
		"else":  "qué más hay, o algo de ello por su número",
		"today": "lo pendiente, lo siguiente y cuánto lleva", "map": "las habilidades del curso y a qué espera cada una, o una habilidad completa",
		"insights": "lo que sabes bien, lo que no, y cómo aprendes", "plan": "tus días y cuándo podrías terminar; o cambiarlo con uno de sus números",
		"explain": "otra explicación de lo que trata la lección",
		"check":   "comprobar la tarea, o probar tu respuesta", "shell": "la carpeta de la tarea, y cómo llegar a ella",
		"say": "responder lo que preguntan las comprobaciones de la tarea, y comprobarla", "run": "ver otra vez lo que la tarea quiere ejecutar, y decidir", "fresh": "empezar de nuevo la carpeta de la tarea; lo que hay en ella se guarda", "output": "lo que escribieron los comandos de la última comprobación",
		"help": "esta lista", "quit": "parar aquí",
		"watch": "comprobar la tarea cada vez que guardas algo, o ya no",
	})
	maps.Copy(p.CommandArgs, map[string]string{
		"findings": "[número]", "goto": "[identificador]", "answers": "[número]", "as": "[lo que vale o new]",
		"reset": "qué [identificador], o back",
		"right": "[porqué]", "way": "[número]", "links": "[número]", "contents": "[número]", "reread": "[página]", "open": "lección", "redo": "lección",
		"find": "palabras", "note": "texto", "notes": "[número, change número texto, remove número o back]", "export": "[archivo]",
		"glossary": "[término]", "set": "nombre respuesta", "settings": "[nombre]", "review": "[minutos, habilidad o spare]", "why": "[all]", "map": "[habilidad]",
		"today": "[all]", "plan": "[número]", "else": "[número]", "write": "[línea o líneas]",
	})
}

package words

func spanishPractice(p *Practice) {
	*p = Practice{
		Folder: "La carpeta: {path}", File: "Tu respuesta se guarda en: {path}",
		Credit: "Se cumplen {held} de {of}.",
		Marks:  map[string]string{"held": "se cumple", "missing": "falta", "open": "sin comprobar"},
		Done:   "Todo se cumple: está hecha.", Running: "Comprobando; {key} lo detiene …", Stopped: "Se detuvo. No cuenta nada.",
		First:  "Compilando por primera vez, puede tardar un minuto; {key} lo detiene …",
		Failed: "No se pudo comprobar: {why}", Setup: "Lo que prepara la carpeta no funcionó.",
		Output: "Lo que escribió el comando:", NoTask: "Esto no se comprueba aquí: di tú cómo va.",
		NoBench: "Aquí no se comprueba: cairn no tiene carpeta. Di tú cómo va.",
		Unkept:  "Donde pone … falta algo que guarda una tarea anterior.",
		Unsaid:  "De esto aún no se dijo nada.",

		Check: "comprobar", StartOver: "empezar de nuevo la carpeta", Shell: "una shell en la carpeta", CopyFolder: "copiar la ruta de la carpeta", ShowOutput: "salida",
		Watch: "comprobar al guardar", Unwatch: "no comprobar al guardar",
		Watching:  "Cada vez que guardas, se comprueba por sí sola.",
		WatchAsks: "Al guardar se comprobará por sí sola en cuanto lo aceptes; {key} muestra lo que se ejecuta.",
		Unwatched: "Al guardar ya no se comprueba por sí sola.",
		OnSave:    "Comprobada, porque guardaste algo.",
		TooMuch:   "Hay demasiados archivos en la carpeta para notar lo que guardas. {key} comprueba.",
		Yes:       "Sí", No: "No",
		SaySeen:  "Decir lo que viste",
		AskAgain: "Mostrar otra vez lo que quiere ejecutar", Stop: "detener",
		Another: "Lo hice de otra manera", GoOn: "Seguir", Copied: "Copiado: {path}",
		WriteHere: "escribir la respuesta aquí", SaveBack: "guardar y volver", Further: "más adentro", Out: "más afuera",
		TooLong: "La respuesta es demasiado larga para escribirla aquí. Ábrela en tu editor.", NotSaved: "No se pudo guardar lo que escribiste: {why}",
		Beside:      "El archivo se cambió entretanto en otro lugar. Lo que había está en {path}",
		StartedOver: "La carpeta está como al principio.", Kept: "Lo que había antes está en {path}",
		SureOver: "Pulsa la tecla otra vez para empezar de nuevo la carpeta. Lo que hay en ella se guarda al lado.",
		ShellHow: "Abre allí otra ventana, o escribe: {command}", ShellIn: "Estás en {path}. Escribe exit para volver a cairn.", NoShell: "No hay {shell} en este equipo: SHELL dice qué shell se abre.", ShellFailed: "La shell no terminó bien: {why}",
		TaskHow: "Escribe :shell para la carpeta, :check para comprobarla, hecha si la hiciste de otra manera, o :skip.",
		CodeHow: "Escribe :write para escribir tu respuesta aquí o :edit para un editor, :check para probarla, o :skip.", FileHow: "Escríbela con cualquier editor: {path}",
		CodeShut:  "Escribe :write para escribir tu respuesta aquí o :edit para un editor, hecho cuando esté hecho, o :skip.",
		FirstThis: "Eso es un comando y no una respuesta. :quit termina aquí.", Values: "Para ese shell, lo que se guardó antes:",
		SayHow: "Escribe :say para responder lo que se pregunta.",
		YesNo:  "Escribe sí o no; Enter la deja abierta.", Paste: "Escribe o pega lo que viste, en una línea; Enter la deja abierta.",

		Trouble: spanishTrouble(), Writing: spanishWriting(),
		Consent: spanishConsent(),
		Barred: map[string]string{
			"course": "Quien escribió este curso no quiere que se ejecute nada.", "learner": "Tus ajustes dicen que no se ejecuta nada de ningún curso.",
			"request": "Lo que esto quiere ejecutar no se puede mostrar entero, así que no se ejecuta.",
			"absent":  "Para comprobar esto hace falta {program}, y no está en este equipo o no funciona.",
		},
		IDid:   "Hazlo como dice el texto, y di tú cuándo está hecho.",
		InPart: "Se comprueba lo que puede verse sin ejecutar nada; el resto lo dices tú.",

		Solution: "mostrar cómo se hace", OneWay: "Una manera de hacerlo",
		Uncounted: "Esto se mostró, así que esta vez no cuenta para ninguna habilidad. Aun así está hecho cuando todo se cumple.",

		NotMade: "La carpeta se crea cuando compruebas la tarea por primera vez o abres un shell en ella.",
		NoFile:  "El archivo se crea cuando empiezas a escribir la respuesta o la compruebas.",
		Passing: "Aquí no se guarda nada: la carpeta se borra cuando cairn termina.",
		BySelf:  "La carpeta no se ha preparado. Para hacerlo tú, ejecuta esto en ella:",

		Missing: map[string]string{
			"ended": "El comando fue terminado: {why}.", "exit": "El comando terminó con el código {n}.",
			"missing": "«{want}» no está {in}.", "unwanted": "«{want}» está {in}, y no debería.", "no-match": "Lo que se pide no está {in}.",
			"differs": "Se espera «{want}» {in}, y está «{got}».", "lines": "Hay {n} líneas {in}; se esperan: {want}.",
			"not-json": "No hay JSON {in}.", "no-value": "No hay nada en «{want}» {in}.",
			"no-file": "No existe el archivo {what}.", "no-dir": "No existe la carpeta {what}.",
			"not-a-file": "{what} no es un archivo normal de la carpeta de práctica.", "not-a-dir": "{what} no es una carpeta de la carpeta de práctica.",
			"there": "{what} existe, y no debería.", "too-large": "{what} es demasiado grande para mirarlo.", "unreadable": "{what} no se puede leer.",
			"mode": "{what} tiene los permisos {got}; se esperan: {want}.", "entries": "Hay {n} archivos y carpetas en {what}; se esperan: {want}.",
			"no-entry": "{want} no está en {what}.", "entry": "{want} está en {what}, y no debería.",
			"no-git": "Git no está en este equipo, así que {what} no se puede mirar.", "no-repo": "{what} no es un repositorio de Git.",
			"no-answer": "Nada responde en {what}.", "status": "La respuesta de {what} tiene el código {n}; se espera: {want}.", "said-no": "Dijiste que no.",
			"lines-one": "Hay {n} línea {in}; se espera: {want}.", "entries-one": "Hay {n} archivo o carpeta en {what}; se espera: {want}.",
		},
		Git: map[string]string{
			"branch": "Estás en la rama «{got}»; se espera: {want}.", "clean": "No todo está confirmado: {got}", "not-clean": "No hay cambios, y debería haberlos.",
			"commits": "Hay {n} commits; se esperan: {want}.", "merges": "Hay {n} commits de fusión; se esperan: {want}.", "conflicts": "Hay {n} archivos en conflicto; se esperan: {want}.", "stashes": "Hay {n} stashes; se esperan: {want}.",
			"message": "El último mensaje no es como se pide: {got}", "log": "Ningún mensaje es como se pide.", "tracked": "{want} no está bajo control de versiones.", "committed": "El último commit no contiene {want} tal como está ahora.", "untracked": "{want} no está entre los archivos que Git deja en paz.",
			"staged": "{want} no está preparado.", "changed": "{want} no ha cambiado.", "ignored": "{want} no se ignora.", "has-branch": "No existe la rama {want}.",
			"no-branch": "Existe la rama {want}, y no debería.", "merged": "La rama {want} no está fusionada.", "tag": "No existe la etiqueta {want}.", "remote": "No existe el remoto {want}.",
			"commits-one": "Hay {n} commit; se espera: {want}.", "merges-one": "Hay {n} commit de fusión; se espera: {want}.", "conflicts-one": "Hay {n} archivo en conflicto; se espera: {want}.", "stashes-one": "Hay {n} stash; se espera: {want}.",
		},
		In: map[string]string{
			"run": "en la salida", "stderr": "en los errores que da", "file": "en {what}", "dir": "en la carpeta {what}", "git": "en el repositorio {what}", "http": "en la respuesta", "ask": "en lo que dijiste",
		},
		Ranges: spanishRanges(),
		Begins: "Empieza así: {got}", Empty: "No hay nada.",
		Ended: map[string]string{
			"exited": "por sí mismo", "stopped": "se detuvo", "timed out": "tardó demasiado", "out of CPU time": "calculó demasiado tiempo", "out of memory": "usó demasiada memoria",
			"too many processes": "inició demasiados programas", "too much output": "escribió demasiado", "file too big": "un archivo creció demasiado", "disk full": "escribió demasiados archivos",
		},

		Passed: "Las pruebas pasan: está hecha.",
		Code: map[string]string{
			"build": "Esto todavía no es un programa que se pueda iniciar.", "test": "Se inicia, y hace otra cosa de lo que se pide.", "crash": "Se interrumpió con un error.",
			"fit":   "Le falta lo que la prueba usa: un nombre no está, o designa otra cosa.",
			"early": "Terminó antes de que acabaran las pruebas.", "limit": "Fue terminado: {why}.", "unknown": "Las pruebas no pasaron, y no dicen por qué.",
		},
		At: "Mira la línea {n} de tu respuesta.", Test: "La prueba: {test}.", Row: "Fila {n}: se espera «{want}», y salió «{got}».", NoRow: "nada",
	}
}

func spanishConsent() Consent {
	return Consent{
		Title: "Antes de ejecutar nada", Asks: "Para «{task}», el curso «{course}» quiere ejecutar exactamente esto en tu equipo:",
		For:     map[string]string{"setup": "para preparar la carpeta", "check": "para comprobar", "test": "para probar tu respuesta", "solve": "para resolverla"},
		Files:   "Archivos que el curso pone en la carpeta:",
		Folder:  "En la carpeta: {path}",
		Network: map[string]string{"no": "No se puede llegar a la red.", "yes": "Se puede llegar a la red."},
		Level: map[string]string{
			"isolated":     "Aislado: solo se ven esta carpeta y los programas del sistema.",
			"limited":      "Limitado: tus otros archivos no se pueden leer ni escribir.",
			"not isolated": "Sin aislar: este equipo no tiene barreras para ello. Puede hacer todo lo que tú puedes: leer, cambiar y enviar tus archivos.",
		},
		Lacks: map[string]string{
			"signals": "Puede terminar otros programas tuyos.", "permissions": "Puede cambiar permisos y fechas de tus otros archivos.",
		},
		Why:   "Por qué aquí no hay mejores barreras: {why}",
		Ask:   "¿Ejecutar exactamente esto desde ahora, siempre que esta tarea lo necesite?",
		Again: "Nada aparta esto de tus archivos. ¿Ejecutarlo de todos modos?",
		No:    "No, no ejecutar nada", Yes: "Sí, ejecutar esto", Refused: "No se ejecutó nada.",
		Task:    "La tarea «{task}»:",
		AsksAll: "El curso «{course}» quiere ejecutar exactamente esto en tu equipo, tarea por tarea:",
		All:     "Muéstrame lo que ejecutan todas las tareas de este curso y pregunta una vez", YesAll: "Sí, ejecutar todo esto",
		AskAll:   "¿Ejecutar exactamente esto desde ahora, siempre que una de estas tareas lo necesite?",
		TakeBack: "Puedes retirarlo con: cairn trust revoke {course}", Passing: "Tu sí no se guarda en ninguna parte: vale hasta que cairn termine.",
		HowAll: "Escribe todo para ver lo que ejecutan todas las tareas de este curso y responder una sola vez.",
		How:    "Escribe sí para ejecutarlo. Con cualquier otra cosa no se ejecuta nada.",
		Nobody: "Nada se ejecuta sin preguntar, y no hay nadie a quien preguntar. Toma este curso en una terminal para ejecutarlo.",
	}
}

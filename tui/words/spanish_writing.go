package words

func spanishWriting() Writing {
	return Writing{
		How:     "Escribe o pega el programa, línea por línea; cada línea se guarda. Una línea con solo un punto lo termina, :lines lo repite con números, y :quit para.",
		Anew:    "Lo que escribas sustituye todo el programa. Para una línea o algunas, escribe :write y sus números, como :write 3 o :write 3-5; :lines las dice.",
		Instead: "Lo que escribas sustituye a:",
		Append:  "Lo que escribas va al final del programa.",
		Done:    "Está guardado.", Nothing: "No se escribió nada; el programa está como estaba.",
		Beside:  "Lo que había antes está en {path}",
		Waits:   "Lo que escribiste sigue aquí: corrige eso y escribe un punto otra vez. Un segundo :quit para sin eso.",
		NoLines: "Di líneas de 1 a {n}, como 3 o 3-5, o {next} para seguir al final. :lines las dice.",
	}
}

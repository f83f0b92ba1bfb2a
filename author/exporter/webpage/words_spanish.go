package webpage

import (
	"fmt"

	"github.com/cairn-learn/cairn/internal/diagram"
)

func spanish() *words {
	return &words{
		by: "De", version: "Versión", licence: "Licencia", time: "Duración",
		comeFor: "Para qué puedes estar aquí", placement: "Lo que quizá ya sabes", aside: "Fuera del camino", lessons: "Lecciones",
		contents: "Contenido", cards: "Tarjetas", glossary: "Glosario", answers: "Respuestas",
		front: "Anverso", back: "Reverso", term: "Término", meaning: "Significado",
		detour: "Un desvío: para quien llega aquí por una respuesta.", extra: "Un añadido: se ofrece, nunca se exige.", project: "Un proyecto.", offered: "Se ofrece, nunca se exige.",
		aFork: "una bifurcación",
		fork: func(of, pick int, title string) string {
			return fmt.Sprintf("Una de %d lecciones, de las que se hacen %d: %s.", of, pick, title)
		},
		about:      func(d string) string { return "Unos " + d + "." },
		extraTitle: func(t string) string { return "Añadido: " + t }, taskTitle: func(t string) string { return "Tarea: " + t },
		question: func(n int) string { return fmt.Sprintf("Pregunta %d.", n) },
		asked: func(n int) string {
			if n == 1 {
				return "De estas se hace 1 pregunta."
			}
			return fmt.Sprintf("De estas se hacen %d preguntas.", n)
		},
		toCompare: "Para comparar", several: "Puede haber varias correctas.", numberThese: "Numera estas líneas en el orden correcto.",
		answer: "Respuesta", hint: "Pista", why: "Por qué", mixup: "Una confusión:",
		matches: "lo que coincide con", other: "Cualquier otra respuesta", closeTo: "(casi)", wrong: "(incorrecta)",
		alerts:  map[string]string{"note": "Nota", "tip": "Consejo", "important": "Importante", "warning": "Aviso", "caution": "Cuidado"},
		checks:  [5]string{"ejecuta", "el archivo", "la carpeta", "el repositorio", "la dirección"},
		rule:    spanishRule(),
		diagram: diagram.Spanish(),
	}
}

func spanishRule() ruleWords {
	return ruleWords{
		forWhom: func(r string) string { return "Para quienes cumplen esto: " + r + "." },
		and:     "y", or: "o", not: "no",
		chosen:      map[string]string{"goal": "la meta", "pace": "el ritmo", "way": "la explicación"},
		is:          func(what, v string) string { return what + " es «" + v + "»" },
		isNot:       func(what, v string) string { return what + " no es «" + v + "»" },
		interest:    func(v string) string { return "«" + v + "» está entre los intereses" },
		noInterest:  func(v string) string { return "«" + v + "» no está entre los intereses" },
		answered:    func(q, v string) string { return "la respuesta a «" + q + "» es «" + v + "»" },
		notAnswered: func(q, v string) string { return "la respuesta a «" + q + "» no es «" + v + "»" },
		than:        map[string]string{"<": "menos del", "<=": "como mucho el", ">": "más del", ">=": "al menos el", "==": "exactamente el", "!=": "algo distinto del"},
		score:       func(than, p string) string { return "en la lección está bien " + than + " " + p },
		known:       func(s, than, p string) string { return "la habilidad «" + s + "» se domina en " + than + " " + p },
		tries:       func(q, than, n string) string { return "los intentos en «" + q + "» son " + number(than) + " " + n },
		days:        func(q, than, n string) string { return "los días desde «" + q + "» son " + number(than) + " " + n },
		right:       func(q string) string { return "«" + q + "» se respondió bien" },
		seen:        func(q string) string { return "«" + q + "» ya apareció" },
		mixup:       func(m string) string { return "se mostró la confusión «" + m + "»" },
		questionN:   func(n int) string { return fmt.Sprintf("pregunta %d", n) },
	}
}

// number is how Spanish compares what is counted, beside a share.
func number(than string) string {
	return map[string]string{
		"menos del": "menos de", "como mucho el": "como mucho", "más del": "más de", "al menos el": "al menos",
		"exactamente el": "exactamente", "algo distinto del": "un número distinto de",
	}[than]
}

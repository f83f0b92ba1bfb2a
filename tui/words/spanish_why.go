package words

import (
	"fmt"
	"maps"

	"github.com/cairn-learn/cairn/course/learn"
)

func spanishDecisions(d *Decisions) {
	titled := func(with, without string) func(string) string {
		return func(t string) string { return named(t, with, without) }
	}
	d.Knew, d.Forgot = "lo sabías", "se te había olvidado"
	d.Title = "Por qué esto"
	maps.Copy(d.By, map[learn.Source]string{
		learn.ByLearner: "Lo decidiste tú.", learn.ByAuthor: "Lo decidió el autor del curso.",
		learn.ByModel: "Lo decidió cairn, por tus respuestas.", learn.ByOrder: "Lo decidió el orden del curso.",
	})
	d.Also, d.Numbers, d.Over = "Y también", "Los números", "La segunda opción"
	d.OverLine = func(t string) string { return "«" + t + "»" }
	d.IfHeading, d.IfRight, d.IfWrong = "Qué cambiaría una respuesta", "bien", "mal"
	d.Else = "Otra cosa"
	maps.Copy(d.ElseKinds, map[learn.AlternativeKind]func(string) string{
		learn.ElseReview:  titled("Repasar antes «%s»", "Repasar lo pendiente"),
		learn.ElseLesson:  titled("Ir a la lección siguiente, «%s»", "Ir a la lección siguiente"),
		learn.ElseSkip:    titled("Saltar «%s»", "Saltar esto"),
		learn.ElseExplain: titled("Otra explicación de «%s»", "Otra explicación"),
		learn.ElseHarder:  titled("Una pregunta más difícil de «%s»", "Una pregunta más difícil"),
		learn.ElseEasier:  titled("Una pregunta más fácil de «%s»", "Una pregunta más fácil"),
		learn.ElseWeakest: titled("Practicar «%s», lo que menos sabes", "Practicar lo que menos sabes"),
		learn.ElseRest:    func(string) string { return "Descansar hoy" },
	})
	d.Builds = func(n int) string {
		return spanishCount(n, "lección posterior se apoya en ella.", "lecciones posteriores se apoyan en ella.")
	}
	d.PickOne = "elige antes, con las flechas o con un número"
	d.Do = "hacer esto"
	d.None = "Aquí no había nada que decidir."
	d.NoTraces = "sin respuestas aún; todo el mundo empieza aquí"
	d.Traces = func(n int) string {
		return fmt.Sprintf("y %s", spanishCount(n, "anterior", "anteriores"))
	}
	maps.Copy(d.TraceKinds, map[learn.TraceKind]string{
		learn.TraceAnswer: "pregunta", learn.TraceTask: "tarea, todo se cumple", learn.TraceReview: "repaso", learn.TracePlacement: "prueba de nivel",
		learn.TraceLesson: "lección leída", learn.TraceExplained: "explicación leída", learn.TraceDispute: "respuesta retirada",
		learn.TraceCard: "tarjeta", learn.TraceSetting: "cambio de la seguridad que quieres",
	})
	d.Forms = Forms{
		YesNo: "elegir entre 2", Several: "varias", Order: "orden", Match: "parejas", Blanks: "huecos", Number: "número", Text: "texto",
		Choice: func(n int) string { return fmt.Sprintf("elegir entre %d", n) },
	}
	d.Right, d.Wrong, d.Partly, d.DontKnow = "bien", "mal", "en parte bien", "«no lo sé»"
	d.Hints = func(n int) string { return spanishCount(n, "pista", "pistas") }
	d.Points = func(p float64) string {
		if p > -0.05 && p < 0.05 {
			return "0,0"
		}
		return decimalComma(fmt.Sprintf("%+.1f", p))
	}
	d.To = func(p int) string { return fmt.Sprintf("%d %%", p) }
	d.Change = func(before, after int) string { return fmt.Sprintf("%d %% → %d %%", before, after) }
	d.Known = "y cuenta como dominada"
	d.Left = spanishMissing
	d.Line = func(p int) string { return fmt.Sprintf("dominada desde %d %%", p) }
}

package words

import "fmt"

func spanishReasons(r *Reasons) {
	r.Start = "El curso empieza aquí."
	r.Next = "Lo siguiente en el camino."
	r.Continue = "Aquí lo dejaste."
	r.WrongIdea = func(idea string) string {
		return named(idea, "Un desvío, porque esta respuesta suele venir de pensar que «%s».",
			"Un desvío, porque esta respuesta suele venir de una confusión frecuente.")
	}
	r.ThisAnswer = func(title string) string {
		return named(title, "«%s» está aquí por la respuesta que diste.", "Esto está aquí por la respuesta que diste.")
	}
	r.Return = func(from string) string {
		return named(from, "De vuelta de «%s»: la pregunta otra vez.", "De vuelta del desvío: la pregunta otra vez.")
	}
	r.TryAgain = func(from string) string {
		return named(from, "La fallaste antes de «%s», por eso vuelve.", "La fallaste antes del desvío, por eso vuelve.")
	}
	r.Rule = func(rule string) string {
		return named(rule, "Aquí se cumple una regla del autor: %s", "El autor trae aquí a todo el mundo.")
	}
	r.Interest = func(choice string) string {
		return named(choice, "Se muestra porque elegiste «%s».", "Se muestra por algo que elegiste.")
	}
	r.Learner = "Lo abriste tú."
	r.Reset = func(t string) string { return "Empezaste «" + Trimmed(t) + "» de nuevo." }
	r.PassedOver = func(lesson, skill string, percent int) string {
		if skill == "" {
			return fmt.Sprintf("«%s» se saltó: parece que ya lo sabes.", lesson)
		}
		return fmt.Sprintf("«%s» se saltó: ya dominas «%s» (%d %%).", lesson, skill, percent)
	}
	r.Known = func(skill string, percent int) string {
		if skill == "" {
			return "Por tus respuestas, parece que ya lo sabes."
		}
		return fmt.Sprintf("Por tus respuestas, parece que ya dominas «%s» (%d %%).", skill, percent)
	}
	r.Weak = func(skill string, percent int) string {
		return fmt.Sprintf("El autor lo pone aquí porque a «%s» aún le falta firmeza (%d %%).", skill, percent)
	}
	r.Strong = func(skill string, percent int) string {
		return fmt.Sprintf("El autor lo pone aquí porque ya dominas «%s» (%d %%).", skill, percent)
	}
	r.Score = func(percent int) string {
		return fmt.Sprintf("El autor lo pone aquí tras un %d %% de aciertos a la primera.", percent)
	}
	r.LongAgo = func(lesson string, days int) string {
		return fmt.Sprintf("Hace %s de «%s».", spanishDaysOf(days), lesson)
	}
	r.Optional = "No es obligatoria: puedes hacerla o dejarla."
	r.Chosen = "Elegiste este camino."
	r.Needed = func(from string) string {
		return named(from, "Va primero: «%s» se apoya en esto.", "Va primero: otra lección se apoya en esto.")
	}
	r.Changed = "El autor cambió esta pregunta desde que la respondiste."
	r.LeftOver = "Se saltó antes y sigue abierta."
	r.Begun = "La empezaste; ya no está en tu camino."
	r.Asked = "Se pregunta una vez, para ajustar el camino a ti. Luego puedes cambiarlo."
	r.Placement = "Para ver qué sabes ya y poder saltarlo."
	r.End = "No queda nada en el camino."
	spanishReviewReasons(r)
	spanishModelReasons(r)
}

// spanishReviewReasons are those for what comes back.
func spanishReviewReasons(r *Reasons) {
	r.Due = func(title string, days, recall, target int) string {
		met := named(title, "«%s»: lo viste ", "Lo viste ") + spanishAgo(days)
		if recall > target {
			return met + ", y hoy toca."
		}
		return fmt.Sprintf("%s. Probabilidad de recordarlo: %d %% (objetivo: %d %%).", met, recall, target)
	}
	r.Reviews = "Los repasos van antes que lo nuevo, mientras le dejen sitio."
	r.Lapse = func(title string) string {
		return named(title, "«%s» otra vez, porque acaba de fallar.", "Otra vez, porque acaba de fallar.")
	}
	r.Missed = func(days int) string {
		if days == 0 {
			return "La fallaste hoy mismo."
		}
		return "La fallaste " + spanishAgo(days) + "."
	}
	r.Card = func(from string) string {
		return named(from, "Una tarjeta de «%s», por primera vez.", "Una tarjeta, por primera vez.")
	}
	r.Open = func(title string, percent int) string {
		return named(title, "«%s» quedó", "Quedó") + fmt.Sprintf(" para otro día (%d %%).", percent)
	}
	r.Unclear = func(title string) string {
		return named(title, "Escribiste que «%s» no estaba claro.", "Escribiste que esto no estaba claro.")
	}
	r.TopUp = func(title string, recall int) string {
		return named(title, "«%s» aún no toca.", "Aún no toca.") +
			fmt.Sprintf(" De lo que sabes, es lo que menos recuerdas (%d %%).", recall)
	}
	r.Tomorrow = func(title string) string {
		return fmt.Sprintf("«%s» queda para mañana: ahora ayuda más una noche de sueño que otro intento.", title)
	}
	r.Closing = func(minutes int) string {
		if minutes == 1 {
			return "Planeaste 1 minuto para hoy, y ya pasó."
		}
		return fmt.Sprintf("Planeaste %d minutos para hoy, y ya pasaron.", minutes)
	}
	r.Reviewed = "El repaso terminó."
}

// spanishModelReasons are those that come from what is known of the learner.
func spanishModelReasons(r *Reasons) {
	r.TryFirst = func(title string, percent int) string {
		return fmt.Sprintf("Quizá ya dominas «%s» (%d %%): por eso va una pregunta antes de la lección.", title, percent)
	}
	r.TestedOut = func(title string, percent int) string {
		return fmt.Sprintf("Mostraste que dominas «%s» (%d %%). Se comprueba otra vez dentro de unos días.", title, percent)
	}
	r.PassedMany = func(lessons int) string {
		if lessons == 1 {
			return "Se saltó 1 lección: mostraste que la sabes."
		}
		return fmt.Sprintf("Se saltaron %d lecciones: mostraste que las sabes.", lessons)
	}
	r.Practice = func(title string, percent, line int) string {
		return fmt.Sprintf("Una más de «%s»: %d %% hasta ahora, %d %% para seguir.", title, percent, line)
	}
	r.Prereq = func(title, from string, percent int) string {
		return fmt.Sprintf("Dos fallos en «%s»: una mirada a «%s», en la que se apoya (%d %%).", from, title, percent)
	}
	r.Explain = func(title string) string {
		return fmt.Sprintf("«%s» otra vez, con otra explicación.", title)
	}
	r.Easier = "Una pregunta más fácil, en lugar de la anterior."
	r.Harder = "Una pregunta más difícil, como pediste."
	r.Waits = func(title, from string, percent, line int) string {
		return fmt.Sprintf("«%s» se apoya en «%s», que está en %d %%; basta con %d %%.", title, from, percent, line)
	}
	r.Beyond = func(goal string) string {
		return named(goal, "Tu meta, «%s», no pide esto.", "Tu meta no pide esto.")
	}
	r.Planning = "Se pregunta una vez, para ajustar el curso a tu semana. Puedes cambiarlo."
	r.Placed = "Esto dicen tus respuestas. No se salta nada antes de que estés de acuerdo."
}

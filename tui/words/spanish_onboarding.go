package words

import "fmt"

func spanishOnboarding(o *Onboarding) {
	o.Goal = "¿Qué te gustaría saber hacer?"
	o.Pace = "¿A qué ritmo quieres hacer este curso?"
	o.Way = "¿Cómo prefieres que te expliquen una idea nueva?"
	o.Interests = "¿Qué te interesa de esto?"
	o.Experience = "¿Cuánto de esto conoces ya?"
	o.New, o.Some, o.Much = "Es nuevo para mí", "Conozco una parte", "Conozco una gran parte"
	o.Relaxed, o.Steady, o.Fast = "Tranquilo", "Constante", "Rápido"
	o.Never = "no se salta nada"
	o.Offer = "puedo saltar lo que ya sé"
	o.Always = "se salta lo que ya sé"
	o.PaceIs = func(name string, minutes, days int, known string) string {
		return fmt.Sprintf("%s: %s, %s a la semana; %s", name, spanishCount(minutes, "minuto", "minutos"), spanishCount(days, "día", "días"), known)
	}
	o.Fork = "Elige qué viene ahora"
}

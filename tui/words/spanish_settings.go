package words

func spanishSettings(s *Settings) {
	onOff := func() map[string]string { return map[string]string{"on": "sí", "off": "no"} }
	s.Sure = Setting{
		Title: "Seguridad antes de seguir",
		Ask:   "¿Cuánta seguridad quieres tener en una habilidad antes de seguir?",
		Help:  "Más seguridad significa más preguntas antes de que una habilidad cuente como dominada.",
		Options: map[string]string{
			"brisk": "ágil, con menos preguntas", "standard": "normal", "thorough": "a fondo, con más preguntas",
		},
	}
	s.Recall = Setting{
		Title: "Cuándo llegan los repasos",
		Ask:   "¿Cuánto quieres recordar todavía cuando llega un repaso?",
		Help:  "Una parte mayor significa que los repasos llegan antes y te llevan más tiempo.",
		Options: map[string]string{
			"85": "85 %, con menos repasos", "90": "90 %", "95": "95 %, con más repasos",
		},
	}
	s.Days = Setting{
		Title: "Tus días",
		Ask:   "¿Qué días piensas aprender?",
		Help:  "El plan se hace con estos días. Aprender otros días vale igual.",
		Options: map[string]string{
			"mon": "lunes", "tue": "martes", "wed": "miércoles", "thu": "jueves",
			"fri": "viernes", "sat": "sábado", "sun": "domingo",
		},
	}
	s.Minutes = Setting{
		Title: "Una sesión",
		Ask:   "¿Cuántos minutos dura una sesión?",
		Help:  "El plan cuenta con ello; nada te para cuando se acaba.",
		Options: map[string]string{
			"5": "5 minutos", "10": "10 minutos", "15": "15 minutos", "25": "25 minutos",
			"45": "45 minutos", "60": "60 minutos", "90": "90 minutos",
		},
		Free: func(code string) string {
			if code == "1" {
				return "1 minuto"
			}
			return code + " minutos"
		},
	}
	s.Until = Setting{
		Title: "Terminar para",
		Ask:   "¿Hay un día para el que quieras haber terminado?",
		Help:  "Si no, el plan dice cuándo podrías terminar.",
	}
	s.When = Setting{
		Title: "Cuándo y dónde",
		Ask:   "¿Cuándo y dónde te pondrás a ello?",
		Help:  "Basta un plan aproximado, por ejemplo: después de desayunar, en la cocina.",
	}
	s.Obstacle = Setting{
		Title: "Qué puede interponerse",
		Ask:   "¿Qué puede interponerse, y qué harás entonces?",
		Help:  "Es para ti; el plan no lo usa.",
	}
	s.First = Setting{
		Title: "Antes, pregunta o lección",
		Ask:   "Donde quizá ya sepas algo, ¿qué va primero?",
		Help:  "Con una pregunta antes vas más deprisa donde sabes mucho.",
		Options: map[string]string{
			"try": "una pregunta, y la lección si hace falta", "read": "la lección",
		},
	}
	s.Confidence = Setting{
		Title:   "Tu seguridad",
		Ask:     "¿Puede cairn preguntarte a veces con cuánta seguridad respondes?",
		Help:    "Tras diez respuestas muestra cuántas veces acertaste cuando respondías sin dudas.",
		Options: onOff(),
	}
	s.Weeks = Setting{
		Title:   "Semanas",
		Ask:     "¿Contar las semanas en las que aprendiste tantos días como planeaste?",
		Help:    "Hay dos semanas de descanso libres. Por un día que falte no se pierde nada.",
		Options: onOff(),
	}
	s.Closing = Setting{
		Title:   "El final de una sesión",
		Ask:     "¿Preguntar al final de una sesión qué sigue sin estar claro?",
		Help:    "Lo que escribas aparecerá en tu próximo repaso.",
		Options: onOff(),
	}
	s.Usual = "lo habitual"
	s.None = "nada"
}

package words

func spanishChoices(c *Choices) {
	c.Title = "Metas y ritmo"
	c.Intro = "Puedes cambiarlo cuando quieras. Lo que terminaste queda terminado."
	c.NotSaid = "sin indicar"
	c.None = "Este curso no te pide elegir nada."
	c.NoChange = "aquí no hay nada que cambiar"
	c.Course = "Lo que pregunta este curso"
	c.Program = "Semana, ritmo y repasos"
	c.Refused = func(lacks string) string { return "Esto no se aceptó: " + lacks + "." }
	c.Way = "Elige lo que te guste. Es cuestión de comodidad: no hace que aprendas mejor ni peor."
}

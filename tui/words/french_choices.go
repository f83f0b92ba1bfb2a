package words

func frenchChoices(c *Choices) {
	c.Title = "Objectif et rythme"
	c.Intro = "Tu peux changer cela à tout moment. Ce que tu as terminé reste terminé."
	c.NotSaid = "non précisé"
	c.None = "Ce cours ne te demande aucun choix."
	c.NoChange = "rien à changer ici"
	c.Course = "Ce que demande ce cours"
	c.Program = "Semaine, rythme et révisions"
	c.Refused = func(lacks string) string { return "Cela n’a pas été retenu : " + lacks + "." }
	c.Way = "Choisis ce qui te plaît. C’est une affaire de confort : on n’apprend ni mieux ni moins bien."
}

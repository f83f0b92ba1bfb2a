package words

func germanChoices(c *Choices) {
	c.Title = "Ziele und Tempo"
	c.Intro = "Du kannst das jederzeit ändern. Was du geschafft hast, bleibt geschafft."
	c.NotSaid = "nicht gesagt"
	c.None = "Dieser Kurs fragt nach nichts, was du wählen könntest."
	c.NoChange = "hier gibt es nichts zu ändern"
	c.Course = "Was dieser Kurs fragt"
	c.Program = "Woche, Tempo und Wiederholungen"
	c.Refused = func(lacks string) string { return "Das wurde nicht übernommen: " + lacks + "." }
	c.Way = "Wähle, was du magst. Es geht darum, was dir angenehm ist; besser oder schlechter lernst du damit nicht."
}

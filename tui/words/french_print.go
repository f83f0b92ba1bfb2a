package words

func frenchPrint(p *Print) {
	p.Colon, p.Semicolon = "\u00a0:", "\u00a0;"
	p.Quoted = func(text string) string { return "«\u00a0" + text + "\u00a0»" }
}

package words

func spanishPrint(p *Print) {
	p.Quoted = func(text string) string { return "«" + text + "»" }
}

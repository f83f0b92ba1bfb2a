package words

// Print is how a language is printed where parts of a sentence are put together.
type Print struct {
	Colon     string                   // behind a name of which something is said; a space comes after it
	Semicolon string                   // between parts of a list; a space comes after it
	Quoted    func(text string) string // words of somebody else
}

func englishPrint() Print {
	return Print{
		Colon:     ":",
		Semicolon: ";",
		Quoted:    func(text string) string { return "“" + text + "”" },
	}
}

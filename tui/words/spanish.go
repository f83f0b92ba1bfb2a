package words

// Spanish returns the words in Spanish. The learner is called "tú"; the terms
// are those of docs/languages.md.
func Spanish() *Words {
	w := English()
	w.Language = "es"
	return w
}

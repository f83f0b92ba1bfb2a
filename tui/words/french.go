package words

// French returns the words in French. The learner is called "tu"; the terms are
// those of docs/languages.md.
func French() *Words {
	w := English()
	w.Language = "fr"
	return w
}

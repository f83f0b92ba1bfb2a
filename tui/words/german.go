package words

// German returns the words in German. The learner is called "du"; the terms are
// those of docs/languages.md.
func German() *Words {
	w := English()
	w.Language = "de"
	germanKeys(&w.Keys)
	germanShell(&w.Shell)
	return w
}

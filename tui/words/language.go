package words

import "strings"

// Language is one that cairn speaks.
type Language struct {
	Tag  string // BCP 47, such as "de"
	Name string // what it is called in itself
}

// speaker is a language and its words.
type speaker struct {
	Language
	words func() *Words
}

// speakers lists what cairn speaks; English, which stands in for every other
// language, is the first.
func speakers() []speaker {
	return []speaker{
		{Language{"en", "English"}, English},
		{Language{"de", "Deutsch"}, German},
		{Language{"es", "Español"}, Spanish},
		{Language{"fr", "Français"}, French},
	}
}

// Languages lists the languages that cairn speaks, English first.
func Languages() []Language {
	var all []Language
	for _, s := range speakers() {
		all = append(all, s.Language)
	}
	return all
}

// Match finds the language that is meant by a tag as BCP 47 ("es-419") or the
// environment ("de_AT.UTF-8@euro") writes it. Region and script make no
// difference. ok is false where cairn does not speak it; C and POSIX, the
// system's words for no language at all, are English.
func Match(tag string) (l Language, ok bool) {
	tag, _, _ = strings.Cut(tag, "@")
	tag, _, _ = strings.Cut(tag, ".")
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if neutral(tag) {
		base = "en"
	}
	for _, s := range speakers() {
		if strings.EqualFold(s.Tag, base) {
			return s.Language, true
		}
	}
	return Language{}, false
}

// For returns the words of the language that is meant by a tag, as Match reads
// it, or the English ones.
func For(tag string) *Words {
	l, _ := Match(tag)
	for _, s := range speakers() {
		if s.Tag == l.Tag {
			return s.words()
		}
	}
	return English()
}

// Environment finds in the variables of the environment the tag of the language
// in which the learner wants to read: LC_ALL, else LC_MESSAGES, else LANG, and
// before them the list LANGUAGE, which holds only where one of them names a
// language. Empty: the environment names none that cairn speaks.
func Environment(getenv func(string) string) string {
	locale := getenv("LC_ALL")
	for _, name := range []string{"LC_MESSAGES", "LANG"} {
		if locale == "" {
			locale = getenv(name)
		}
	}
	wanted := []string{locale}
	if name, _, _ := strings.Cut(locale, "."); !neutral(name) {
		wanted = append(strings.Split(getenv("LANGUAGE"), ":"), locale)
	}
	for _, tag := range wanted {
		if l, ok := Match(tag); ok && tag != "" {
			return l.Tag
		}
	}
	return ""
}

// neutral reports whether a locale is the system's word for no language.
func neutral(locale string) bool { return locale == "" || locale == "C" || locale == "POSIX" }

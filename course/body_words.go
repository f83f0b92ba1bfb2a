package course

import "strings"

// isDontKnow reports whether an option says "I don't know", in English, German,
// Spanish or French. Such an option is never counted as a guess.
func isDontKnow(option string) bool {
	switch spoken(option) {
	case "i dont know", "i dont know yet", "i do not know", "i do not know yet", "dont know", "dont know yet",
		"i am not sure", "i am not sure yet", "im not sure", "im not sure yet", "not sure", "not sure yet",
		"ich weiß es nicht", "ich weiß nicht", "ich weiß es noch nicht", "ich weiß noch nicht", "weiß nicht",
		"weiß ich nicht", "weiß ich noch nicht", "das weiß ich nicht", "das weiß ich noch nicht",
		"ich weiss es nicht", "ich weiss nicht", "ich weiss es noch nicht", "weiss nicht", "weiss ich nicht",
		"weiss ich noch nicht", "keine ahnung",
		"no lo sé", "no sé", "aún no lo sé", "todavía no lo sé", "no lo sé todavía", "no lo sé aún",
		"no lo se", "no se", "aun no lo se", "todavia no lo se",
		"je ne sais pas", "je ne sais pas encore", "je ne le sais pas", "je ne le sais pas encore", "je sais pas":
		return true
	}
	return false
}

// namesOthers reports whether an option speaks of its place among the others,
// such as "All of the above", so that moving it would change what it means.
func namesOthers(option string) bool {
	s := spoken(option)
	for _, words := range []string{
		"of the above", "of these", "of the other", "of the below", "both a and b", "answers above", "options above",
		"alle genannten", "alle oben", "der genannten", "oben genannten", "alle antworten", "keine der",
		"de las anteriores", "todas las anteriores", "ninguna de",
		"cidessus", "toutes les réponses", "aucune des",
	} {
		if strings.Contains(s, words) {
			return true
		}
	}
	return false
}

// spoken returns the words of s in lower case without punctuation.
func spoken(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if strings.ContainsRune(".,;:!?¡¿'’‘\"*_`()[]-…", r) {
			continue
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

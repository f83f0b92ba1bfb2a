package place

// pathsTokens makes tokens of tests/paths.yaml: a list of learners, of whom only
// what names something of the course is of interest.
func pathsTokens(text string) []Token {
	var tokens []Token
	for _, s := range scan(text, 0) {
		t := Token{Text: s.text, Start: s.start, End: s.end, Quoted: s.quoted}
		switch {
		case s.key && len(s.keys) == 1 && s.keys[0] == "answers":
			t.Kind = Item
		case s.key || len(s.keys) < 2:
			continue
		case s.keys[0] == "ask":
			switch s.keys[1] {
			case "goal":
				t.Kind = Goal
			case "pace":
				t.Kind = Pace
			case "way":
				t.Kind = Way
			case "interests":
				t.Kind = Interest
			default:
				continue
			}
		case s.keys[0] == "expect":
			switch s.keys[1] {
			case "visits", "skips":
				t.Kind = Lesson
			case "returns_to", "right", "spelling":
				t.Kind = Item
			case "mixups":
				t.Kind = Mixup
			default:
				continue
			}
		default:
			continue
		}
		tokens = append(tokens, t)
	}
	return tokens
}

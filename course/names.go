package course

// nameIndex is what the files of a course may name.
type nameIndex struct {
	skill, mixup, ask    map[string]bool
	skills, mixups, asks []string
}

// names collects what is declared. It is made when ids are final.
func (l *loader) names() *nameIndex {
	x := &nameIndex{skill: map[string]bool{}, mixup: map[string]bool{}, ask: map[string]bool{}}
	put := func(set map[string]bool, list *[]string, name string) {
		if !set[name] {
			set[name] = true
			*list = append(*list, name)
		}
	}
	for _, s := range l.course.Skills {
		put(x.skill, &x.skills, s.ID)
	}
	for _, m := range l.course.Mixups {
		put(x.mixup, &x.mixups, m.ID)
	}
	for _, a := range l.course.Onboarding {
		put(x.ask, &x.asks, a.ID)
	}
	for _, lesson := range l.allLessons() {
		eachBlock(lesson.Blocks, func(b Block) {
			if a, ok := b.(*Ask); ok {
				put(x.ask, &x.asks, a.ID)
			}
		})
	}
	return x
}

// onlySkills keeps the names that are skills, each once.
func (x *nameIndex) onlySkills(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range names {
		if x.skill[name] && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

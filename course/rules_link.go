package course

// maxRuleFindings is how many findings about the names in rules are looked for.
const maxRuleFindings = 500

// linkRules reads every rule and checks it against what the course has.
func (l *loader) linkRules() {
	names := l.ruleNames()
	good := map[string]*ruleNode{} // rules without findings: authors write the same one in many places
	found := 0
	read := func(r **Rule) {
		if r == nil || *r == nil {
			return
		}
		source := (*r).Source
		if root := good[source]; root != nil {
			*r = &Rule{Source: source, Pos: (*r).Pos, root: root}
			return
		}
		rule, diags := parseRule(source, (*r).Pos)
		if found < maxRuleFindings {
			diags = append(diags, rule.check(names)...)
		}
		if found += len(diags); len(diags) == 0 {
			good[source] = rule.root
		}
		for _, d := range diags {
			if d.Pos.File != courseFile && l.plain {
				d.Severity = Warning
			}
			l.add(d)
		}
		*r = rule
	}
	for i := range l.course.Path {
		when := &l.course.Path[i].When
		if parts := l.joined[*when]; parts != nil {
			read(&parts[0])
			read(&parts[1])
			*when, _ = parseRule((*when).Source, (*when).Pos)
			continue
		}
		read(when)
	}
	for _, a := range l.course.Onboarding {
		read(&a.When)
	}
	for _, lesson := range l.allLessons() {
		read(&lesson.When)
		read(&lesson.Skip)
		for i := range lesson.Next {
			read(&lesson.Next[i].When)
		}
		eachBlock(lesson.Blocks, func(b Block) { read(blockRule(b)) })
	}
}

// ruleNames collects what rules may name.
func (l *loader) ruleNames() ruleNames {
	c := l.course
	n := ruleNames{
		Skills: map[string]bool{}, Questions: map[string]bool{}, Items: map[string]bool{}, Mixups: map[string]bool{},
		Lessons: map[string]bool{}, Goals: map[string]bool{}, Paces: map[string]bool{}, Ways: map[string]bool{},
		Interests: map[string]bool{}, Asks: map[string]map[string]bool{},
	}
	for _, s := range c.Skills {
		n.Skills[s.ID] = true
	}
	for _, m := range c.Mixups {
		n.Mixups[m.ID] = true
	}
	for _, g := range c.Goals {
		n.Goals[g.ID] = true
	}
	for _, p := range c.Paces {
		n.Paces[p.ID] = true
	}
	addChoices(n.Ways, c.Ways)
	addChoices(n.Interests, c.Interests)
	for _, a := range c.Onboarding {
		n.addAsk(a)
	}
	for _, lesson := range l.allLessons() {
		n.Lessons[lesson.ID], n.Items[lesson.ID] = true, true
		eachBlock(lesson.Blocks, func(b Block) { n.addBlock(lesson.ID, b) })
	}
	return n
}

func addChoices(set map[string]bool, choices []Choice) {
	for _, c := range choices {
		set[c.ID] = true
	}
}

func (n *ruleNames) addBlock(lesson string, b Block) {
	switch b := b.(type) {
	case Text:
		n.Items[lesson+"#"+b.ID] = true
	case *Question:
		n.Questions[b.ID], n.Items[b.ID] = true, true
	case *Task:
		n.Items[b.ID] = true
	case *Extra:
		n.Items[b.ID] = true
	case *Ask:
		n.Items[b.ID] = true
		n.addAsk(b)
	case *Ways, *Section, *Pool:
	}
}

// addAsk adds an Ask with its code words; one without options takes any text.
func (n *ruleNames) addAsk(a *Ask) {
	if len(a.Options) == 0 {
		n.Asks[a.ID] = nil
		return
	}
	words := n.Asks[a.ID]
	if words == nil {
		words = map[string]bool{}
		n.Asks[a.ID] = words
	}
	addChoices(words, a.Options)
}

package roadmap

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Skills is the graph of a course's skills: what each needs, which lessons teach
// it, and how many questions and tasks check it.
func Skills(c *course.Course) Graph {
	g := Graph{Title: textsafe.Line(c.Title), About: OfSkills, Nodes: []Node{}, Edges: []Edge{}}
	taught, checks := map[string][]string{}, map[string]int{}
	for _, l := range c.Lessons {
		for _, id := range l.Skills {
			if !slices.Contains(taught[id], l.ID) {
				taught[id] = append(taught[id], l.ID)
			}
		}
		count(l, checks)
	}
	if c.Placement != nil {
		count(c.Placement, checks)
	}
	for _, s := range c.Skills {
		g.Nodes = append(g.Nodes, Node{ID: s.ID, Kind: NodeSkill, Title: textsafe.Line(s.Title), Taught: taught[s.ID], Checks: checks[s.ID]})
	}
	at := g.index()
	for _, s := range c.Skills {
		for _, id := range s.Needs {
			if at[id] != nil {
				g.Edges = append(g.Edges, Edge{From: id, To: s.ID, Kind: EdgeNeeds})
			}
		}
	}
	return g
}

// count adds what in a lesson checks a skill.
func count(l *course.Lesson, checks map[string]int) {
	l.EachBlock(func(b course.Block) {
		var skills []string
		switch b := b.(type) {
		case *course.Question:
			skills = b.Skills
		case *course.Task:
			skills = b.Skills
		default:
		}
		for _, id := range skills {
			checks[id]++
		}
	})
}

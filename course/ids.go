package course

import "fmt"

// ids are the ids that progress hangs on, each with its place.
type ids struct {
	l    *loader
	at   map[string]Pos
	asks map[string]bool // ids of the onboarding's Asks, which a lesson may ask again
}

// uniqueIDs reports ids that are given twice and keeps them apart.
func (l *loader) uniqueIDs() {
	s := ids{l: l, at: map[string]Pos{}, asks: map[string]bool{}}
	for _, lesson := range l.allLessons() {
		s.at[lesson.ID] = Pos{File: lesson.File}
	}
	for _, a := range l.course.Onboarding {
		if !s.asks[a.ID] {
			s.asks[a.ID] = true
			s.at[a.ID] = a.Pos
			continue
		}
		s.claim(&a.ID, a.Pos)
	}
	for _, lesson := range l.allLessons() {
		eachBlock(lesson.Blocks, s.block)
	}
	for i := range l.course.Cards {
		s.claim(&l.course.Cards[i].ID, l.course.Cards[i].Pos)
	}
}

func (s *ids) block(b Block) {
	switch b := b.(type) {
	case *Question:
		s.claim(&b.ID, b.Pos)
	case *Task:
		own := b.Folder == folderOf(b.ID)
		s.claim(&b.ID, b.Pos)
		if own {
			b.Folder = folderOf(b.ID)
		}
	case *Ask:
		if !s.asks[b.ID] {
			s.claim(&b.ID, b.Pos)
		}
	case *Pool:
		s.claim(&b.ID, b.Pos)
	case *Extra:
		s.claim(&b.ID, b.Pos)
	case Text, *Ways, *Section:
	}
}

// claim takes an id. A second owner is reported and gets another one, so that
// the progress of the two is not mixed.
func (s *ids) claim(id *string, at Pos) {
	first, taken := s.at[*id]
	if !taken {
		s.at[*id] = at
		return
	}
	pos, n := s.l.find(at, *id)
	where := first.File
	if first.Line > 0 {
		where = fmt.Sprintf("line %d of %s", first.Line, first.File)
	}
	s.l.fail(codeRepeatedID, pos, n, fmt.Sprintf("the id %s is taken: see %s", named(*id), where), "give it an id of its own")
	for n := 2; ; n++ {
		free := fmt.Sprintf("%s-%d", *id, n)
		if _, taken := s.at[free]; !taken {
			*id, s.at[free] = free, at
			return
		}
	}
}

// allLessons are the lessons and the placement test.
func (l *loader) allLessons() []*Lesson {
	if l.course.Placement == nil {
		return l.course.Lessons
	}
	return append(l.course.Lessons[:len(l.course.Lessons):len(l.course.Lessons)], l.course.Placement)
}

package learn

// Decisions tells the decisions that were made, oldest first, also those that
// were taken back.
func (s *Session) Decisions() []Record {
	var out []Record
	for _, e := range s.events {
		if e.Reason == nil {
			continue
		}
		r := Record{Event: e, Why: *e.Reason}
		for _, id := range []string{e.To, e.Item, s.index.home[e.Item], e.Lesson} {
			if r.Lesson = s.index.lessons[id]; r.Lesson != nil {
				break
			}
		}
		out = append(out, r)
	}
	return out
}

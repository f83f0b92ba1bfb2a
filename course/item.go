package course

// ItemKind says what an item is.
type ItemKind string

// The kinds of items.
const (
	ItemLesson   ItemKind = "lesson" // a lesson, detour, extra, project or placement test
	ItemQuestion ItemKind = "question"
	ItemTask     ItemKind = "task"
	ItemAsk      ItemKind = "ask"
	ItemExtra    ItemKind = "extra" // a part of a lesson
	ItemPool     ItemKind = "pool"
	ItemCard     ItemKind = "card"
	ItemFork     ItemKind = "fork"
)

// Item is something that has an id of its own, on which progress may hang.
type Item struct {
	Kind   ItemKind
	ID     string
	Rev    string // fingerprint of what a question, task or card means; empty for the others
	Title  string // what it is called or asks; Markdown
	Lesson string // id of the lesson that it stands in, or comes after; empty for none
	Pos    Pos

	back string // of a card
}

// Items lists everything in the course that has an id of its own: first questions,
// then lesson by lesson what is in it, then cards and forks. An Ask that a lesson
// asks again is listed twice.
func (c *Course) Items() []Item {
	var list []Item
	for _, a := range c.Onboarding {
		if !a.BuiltIn {
			list = append(list, Item{Kind: ItemAsk, ID: a.ID, Title: a.Prompt, Pos: a.Pos})
		}
	}
	if c.Placement != nil {
		list = c.Placement.items(list)
	}
	for _, l := range c.Lessons {
		list = l.items(list)
	}
	for _, k := range c.Cards {
		list = append(list, Item{Kind: ItemCard, ID: k.ID, Rev: k.Rev, Title: firstLine(k.Front), Lesson: k.After, Pos: k.Pos, back: k.Back})
	}
	for _, s := range c.Path {
		if s.Choose != nil {
			list = append(list, Item{Kind: ItemFork, ID: s.Choose.ID, Title: s.Choose.Title, Pos: Pos{File: courseFile}})
		}
	}
	return list
}

// items adds a lesson and what is in it.
func (l *Lesson) items(list []Item) []Item {
	list = append(list, Item{Kind: ItemLesson, ID: l.ID, Title: l.Title, Lesson: l.ID, Pos: Pos{File: l.File}})
	eachBlock(l.Blocks, func(b Block) {
		it := Item{Lesson: l.ID}
		switch b := b.(type) {
		case *Question:
			it.Kind, it.ID, it.Rev, it.Title, it.Pos = ItemQuestion, b.ID, b.Rev, b.Prompt, b.Pos
		case *Task:
			it.Kind, it.ID, it.Rev, it.Title, it.Pos = ItemTask, b.ID, b.Rev, b.Title, b.Pos
		case *Ask:
			it.Kind, it.ID, it.Title, it.Pos = ItemAsk, b.ID, b.Prompt, b.Pos
		case *Extra:
			it.Kind, it.ID, it.Title, it.Pos = ItemExtra, b.ID, b.Title, b.Pos
		case *Pool:
			it.Kind, it.ID, it.Title, it.Pos = ItemPool, b.ID, b.Title, b.Pos
		case Text, *Ways, *Section:
			return
		}
		list = append(list, it)
	})
	return list
}

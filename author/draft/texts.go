package draft

// EachText puts what change makes of it in the place of every text of Markdown in
// a file.
func (f *File) EachText(change func(md string) string) {
	t := texts{change}
	t.blocks(f.Blocks)
	for _, k := range f.Cards {
		t.all(&k.Front, &k.Back, &k.Cloze)
	}
	for i := range f.Terms {
		t.all(&f.Terms[i].Meaning)
	}
}

// texts changes what is Markdown.
type texts struct{ change func(string) string }

func (t texts) all(list ...*string) {
	for _, md := range list {
		if *md != "" {
			*md = t.change(*md)
		}
	}
}

func (t texts) list(list []string) {
	for i := range list {
		t.all(&list[i])
	}
}

func (t texts) blocks(list []Block) {
	for i, b := range list {
		switch b := b.(type) {
		case Text:
			t.all(&b.Markdown)
			list[i] = b
		case *Question:
			t.question(b)
		case *Ask:
			t.all(&b.Prompt, &b.Body, &b.Why)
			for j := range b.Options {
				t.all(&b.Options[j].Text)
			}
		case *Task:
			t.all(&b.Title, &b.Body, &b.Why)
			t.list(b.Hints)
			for j := range b.Checks {
				t.all(&b.Checks[j].Otherwise)
			}
		case *Ways:
			for j := range b.List {
				t.all(&b.List[j].Title, &b.List[j].Markdown)
			}
		case *Pool:
			t.all(&b.Title, &b.Intro)
			for _, q := range b.Questions {
				t.question(q)
			}
		case *Extra:
			t.all(&b.Title)
			t.blocks(b.Blocks)
		}
	}
}

func (t texts) question(q *Question) {
	t.all(&q.Prompt, &q.Body, &q.Why)
	t.list(q.Hints)
	switch f := q.Form.(type) {
	case *Options:
		for i := range f.List {
			t.all(&f.List[i].Text)
		}
	case *Order:
		t.list(f.Items)
	case *Match:
		t.all(&f.LeftTitle, &f.RightTitle)
		for i := range f.Pairs {
			t.all(&f.Pairs[i].Left, &f.Pairs[i].Right)
		}
	case *Blanks:
		t.all(&f.Text)
	case *Typed:
	}
	for _, r := range q.replies() {
		t.all(&r.Text)
	}
}

// replies are those of a question's form.
func (q *Question) replies() []*Reply {
	var out []*Reply
	switch f := q.Form.(type) {
	case *Options:
		for i := range f.List {
			out = append(out, &f.List[i].Reply)
		}
	case *Typed:
		for _, list := range [][]Accept{f.Answers, f.Close, f.Not} {
			for i := range list {
				out = append(out, &list[i].Reply)
			}
		}
		out = append(out, &f.Otherwise)
	case *Order:
		out = append(out, &f.Reply)
	case *Match:
		out = append(out, &f.Reply)
	case *Blanks:
		out = append(out, &f.Reply)
	}
	return out
}

// EachPath puts what change makes of it in the place of every path by which a part
// of the draft names a file, other than in links: of detours, and of lessons that
// cards come after.
func (c *Course) EachPath(change func(path string) string) {
	t := texts{change}
	for i := range c.Mixups {
		t.all(&c.Mixups[i].Detour)
	}
	for _, f := range c.Files {
		for _, q := range f.questions() {
			for _, r := range q.replies() {
				t.all(&r.Detour, &r.Go)
			}
		}
		for _, k := range f.Cards {
			t.all(&k.After)
		}
	}
}

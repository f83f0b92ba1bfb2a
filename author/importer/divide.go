package importer

import (
	"fmt"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// maxQuestions is how many questions a lesson has at most: nobody takes more in one
// go, and a file of a course has bounds.
const maxQuestions = 500

// divide makes several lessons of one with more questions than that: each but the
// first is named as a part of it.
func divide(c *draft.Course) {
	var out []*draft.File
	for _, f := range c.Files {
		out = append(out, parts(f)...)
	}
	c.Files = out
}

func parts(f *draft.File) []*draft.File {
	var runs [][]draft.Block
	from, count := 0, 0
	for i, b := range f.Blocks {
		n := questions(b)
		if count += n; count > maxQuestions && i > from {
			runs = append(runs, f.Blocks[from:i])
			from, count = i, n
		}
	}
	out := []*draft.File{f}
	if runs == nil {
		return out
	}
	runs = append(runs, f.Blocks[from:])
	for i, blocks := range runs[1:] {
		n := i + 2
		part := &draft.File{
			Title: fmt.Sprintf("%s, part %d", f.Title, n), Ref: fmt.Sprintf("%s/part-%d", f.Ref, n),
			Kind: f.Kind, Module: f.Module, Skills: f.Skills, Needs: f.Needs, Blocks: blocks, From: f.From,
		}
		if f.Path != "" {
			part.Path = fmt.Sprintf("%s-part-%d.md", strings.TrimSuffix(f.Path, path.Ext(f.Path)), n)
		}
		out = append(out, part)
	}
	f.Blocks = runs[0]
	return out
}

// questions counts what a block asks.
func questions(b draft.Block) int {
	switch b := b.(type) {
	case *draft.Question, *draft.Ask, *draft.Task:
		return 1
	case *draft.Pool:
		return len(b.Questions)
	case *draft.Extra:
		n := 0
		for _, inner := range b.Blocks {
			n += questions(inner)
		}
		return n
	case draft.Text, *draft.Ways:
	}
	return 0
}

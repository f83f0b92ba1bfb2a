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

// maxPool is how many questions a pool has at most, so that a file can hold it.
const maxPool = 1500

// divide makes several lessons of one with more questions than that, and several
// pools of one that no file can hold: each but the first is named as a part of it.
func divide(c *draft.Course) []draft.Loss {
	var out []*draft.File
	var losses []draft.Loss
	for _, f := range c.Files {
		var blocks []draft.Block
		for _, b := range f.Blocks {
			if p, ok := b.(*draft.Pool); ok && len(p.Questions) > maxPool {
				pools := pools(p)
				blocks = append(blocks, pools...)
				losses = append(losses, p.From.Lost(fmt.Sprintf("a group of which %d are picked", max(p.Pick, 1)),
					fmt.Sprintf("a lesson holds %d questions of a group at most; it became %d groups, of each of which some are picked", maxPool, len(pools))))
				continue
			}
			blocks = append(blocks, b)
		}
		f.Blocks = blocks
		out = append(out, parts(f)...)
	}
	c.Files = out
	return losses
}

// pools divides a pool. Together they pick as many as it did, and at least one
// each.
func pools(p *draft.Pool) []draft.Block {
	var out []draft.Block
	all, pick := p.Questions, max(p.Pick, 1)
	n := (len(all) + maxPool - 1) / maxPool
	for i := range n {
		part := *p
		part.Questions = all[i*len(all)/n : (i+1)*len(all)/n]
		part.Pick = max((i+1)*pick/n-i*pick/n, 1)
		if i > 0 {
			part.Ref, part.ID, part.Intro = fmt.Sprintf("%s/part-%d", p.Ref, i+1), "", ""
			part.Title = fmt.Sprintf("%s, part %d", p.Title, i+1)
		}
		out = append(out, &part)
	}
	return out
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

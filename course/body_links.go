package course

import (
	"sort"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// linkAt is a link or image of the text.
type linkAt struct {
	at    int
	to    string
	image bool
	label string // normalised; empty unless it is a reference
	bare  bool   // an image without words
	road  bool   // a Detour or Go to: checked with its answer, not as a link
}

// findLinks notes every link, and where references are defined: a block that is
// cut out of the file must take its definitions along.
func (b *body) findLinks() {
	_ = ast.Walk(b.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			label := util.ToLinkReference(n.Label)
			if _, known := b.defs[label]; !known && n.Lines().Len() > 0 {
				lines := n.Lines()
				b.defs[label] = b.trimmed(span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop})
			}
		case *ast.Link:
			b.addLink(n, n.Destination, n.Reference)
		case *ast.Image:
			b.addLink(n, n.Destination, n.Reference)
		case *noteMark:
			b.marks = append(b.marks, noteAt{n.at, n.label})
		}
		return ast.WalkContinue, nil
	})
	sort.SliceStable(b.links, func(i, j int) bool { return b.links[i].at < b.links[j].at })
}

func (b *body) addLink(n ast.Node, to []byte, ref *ast.ReferenceLink) {
	l := linkAt{at: n.Pos(), to: string(util.UnescapePunctuations(to)), image: n.Kind() == ast.KindImage}
	l.bare = l.image && !n.HasChildren()
	if ref != nil {
		l.label = util.ToLinkReference(ref.Value)
	}
	b.links = append(b.links, l)
}

// linksIn returns the links that begin in a range.
func (b *body) linksIn(s span) []linkAt {
	first := sort.Search(len(b.links), func(i int) bool { return b.links[i].at >= s.start })
	last := sort.Search(len(b.links), func(i int) bool { return b.links[i].at >= s.end })
	return b.links[first:max(first, last)]
}

// collectLinks lists the links and images for the check of dead links.
func (b *body) collectLinks() {
	for _, l := range b.links {
		if l.bare {
			b.out.NoAlt = append(b.out.NoAlt, b.pos(l.at))
		}
		if !l.road {
			b.out.Links = append(b.out.Links, link{To: l.to, Image: l.image, Pos: b.pos(l.at)})
		}
	}
}

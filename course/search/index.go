package search

import (
	"slices"
	"sort"
	"strings"
)

// What an index holds at most, so that no course can take all memory.
const (
	maxDocuments = 400_000
	maxText      = 1 << 20   // bytes of one document that are searched
	maxAll       = 256 << 20 // bytes of all
	maxDistinct  = 2_000_000 // words that differ
)

// Index finds documents by the words in them. It is safe for concurrent use.
type Index struct {
	docs  []Document
	words []string // folded, in order
	posts [][]post // by word
	cut   bool
}

// post says that a word is in a document: its number, and in the lowest bit
// whether it is in the title.
type post uint32

func newPost(doc int, title bool) post {
	p := post(doc) << 1
	if title {
		p |= 1
	}
	return p
}

func (p post) doc() int    { return int(p >> 1) }
func (p post) title() bool { return p&1 == 1 }

// NewIndex makes an index. The documents' strings are kept and not copied.
func NewIndex(docs []Document) *Index { return newIndex(docs, maxDistinct) }

// newIndex makes an index of so many words that differ, the first of them.
func newIndex(docs []Document, most int) *Index {
	x := &Index{docs: docs}
	if len(docs) > maxDocuments {
		x.docs, x.cut = docs[:maxDocuments], true
	}
	b := builder{number: map[string]int{}, most: most}
	size := 0
	for i := range x.docs {
		d := &x.docs[i]
		b.add(i, true, plainLine(d.Title))
		text := d.Text
		if size += len(text); size > maxAll {
			x.cut = true
			continue
		}
		if len(text) > maxText {
			text, x.cut = text[:maxText], true
		}
		for line := range plainLines(text) {
			b.add(i, false, line)
		}
	}
	x.cut = x.cut || b.cut
	x.words = make([]string, 0, len(b.number))
	for w := range b.number {
		x.words = append(x.words, w)
	}
	slices.Sort(x.words)
	x.posts = make([][]post, len(x.words))
	for i, w := range x.words {
		x.posts[i] = slices.Clip(b.posts[b.number[w]])
	}
	return x
}

// Cut reports whether there was more than an index holds: a search may miss
// something. No index was not cut.
func (x *Index) Cut() bool { return x != nil && x.cut }

// Len is how many documents the index holds.
func (x *Index) Len() int { return len(x.docs) }

// builder gathers the words of documents, in the order of the documents.
type builder struct {
	number map[string]int
	posts  [][]post
	most   int  // words that differ
	cut    bool // there were more
}

// add enters the words of a line, each once for the title and once for the text
// of a document.
func (b *builder) add(doc int, title bool, line string) {
	p := newPost(doc, title)
	eachWord(line, func(w string, _ Span, _ bool) {
		n, known := b.number[w]
		if !known {
			if len(b.posts) >= b.most {
				b.cut = true
				return
			}
			n = len(b.posts)
			b.number[strings.Clone(w)] = n
			b.posts = append(b.posts, nil)
		}
		if list := b.posts[n]; len(list) == 0 || list[len(list)-1] != p {
			b.posts[n] = append(list, p)
		}
	})
}

// hit is a document that holds all words, and how well.
type hit struct {
	doc   int
	score float32
}

// find lists the documents that hold every word asked for.
func (x *Index) find(asked []word, slips bool) []hit {
	score := make([]float32, len(x.docs))
	best := make([]float32, len(x.docs))
	had := make([]uint8, len(x.docs)) // of the words so far
	var touched []int
	for n, a := range asked {
		touched = touched[:0]
		x.eachMatch(a, slips, func(i int, part float32) {
			for _, p := range x.posts[i] {
				d := p.doc()
				title, text := weights(x.docs[d].Kind)
				if p.title() {
					text = title
				}
				if best[d] == 0 {
					touched = append(touched, d)
				}
				best[d] = max(best[d], part*text)
			}
		})
		for _, d := range touched {
			if int(had[d]) == n {
				had[d]++
				score[d] += best[d]
			}
			best[d] = 0
		}
	}
	var hits []hit
	for d, n := range had {
		if int(n) == len(asked) {
			hits = append(hits, hit{d, score[d]})
		}
	}
	return hits
}

// eachMatch calls f with every word of the index that a word asked for stands
// for, and the share of its weight that the match counts for.
func (x *Index) eachMatch(a word, slips bool, f func(i int, part float32)) {
	from := sort.SearchStrings(x.words, a.text)
	for i := from; i < len(x.words) && strings.HasPrefix(x.words[i], a.text); i++ {
		if a.begins(x.words[i]) {
			f(i, a.share(x.words[i]))
		}
	}
	if !slips {
		return
	}
	for i, w := range x.words {
		if a.nearly(w) {
			f(i, slipOfWord)
		}
	}
}

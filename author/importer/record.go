package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/internal/archive"
)

// recordFile is where a course keeps what it was imported from, so that importing
// again keeps ids and what the author changed.
const recordFile = ".cairn-import.json"

// record is what an import leaves behind.
type record struct {
	Format string            `json:"format"`
	Source string            `json:"source"`         // its name, without folders
	Made   string            `json:"made,omitempty"` // the version of cairn
	Hashes map[string]string `json:"files"`          // hex SHA-256 of each file as it was written, by path
	Pages  []recordedPage    `json:"pages"`
}

// recordedPage is a Markdown file with what of it has an id.
type recordedPage struct {
	Path  string         `json:"path"`
	Ref   string         `json:"ref,omitempty"`
	Title string         `json:"title,omitempty"`
	ID    string         `json:"id"`
	Items []recordedItem `json:"items,omitempty"`
}

// recordedItem is something with an id, by what the source says of it.
type recordedItem struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Ref  string `json:"ref,omitempty"`
	Text string `json:"text"` // a fingerprint
}

func newRecord(im Import, c *draft.Course, p *plan) record {
	r := record{Format: im.Format.Name, Source: im.Source.Name, Made: im.Version, Hashes: p.hashes}
	for _, f := range c.Files {
		rec := recordedPage{Path: f.Path, Ref: f.Ref, Title: f.Title, ID: f.ID}
		for _, it := range f.Items() {
			rec.Items = append(rec.Items, recordedItem{*it.ID, it.Kind, it.Ref, fingerprint(it.Text)})
		}
		r.Pages = append(r.Pages, rec)
	}
	r.Pages = append(r.Pages, p.gone...) // so that their ids are not given away
	return r
}

func (r record) bytes() []byte {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("a record of texts cannot be written: %v", err)) // there is nothing else in it
	}
	return append(data, '\n')
}

// parseRecord reads a record. Whoever gave a course away may have changed it, so
// that it is taken only where an import could have written it: it can name no file
// that an import does not make.
func parseRecord(data []byte) (*record, error) {
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w; import into a new folder", recordFile, err)
	}
	if fault := r.fault(); fault != "" {
		return nil, fmt.Errorf("%s is not as cairn writes it: %s; import into a new folder", recordFile, fault)
	}
	return &r, nil
}

// fault says why no import can have written a record; empty: one can.
func (r *record) fault() string {
	if r.Format == "" {
		return "it names no format"
	}
	taken := map[string]bool{"course.yaml": true, "course.lock": true}
	for _, p := range r.Pages {
		folded := archive.Folded(p.Path)
		switch {
		case !page.Allowed(p.Path), !strings.HasSuffix(folded, ".md"):
			return fmt.Sprintf("a course can have no page named %q", p.Path)
		case taken[folded]:
			return fmt.Sprintf("two pages are named %q", p.Path)
		}
		taken[folded] = true
	}
	for name, sum := range r.Hashes {
		folded := archive.Folded(name)
		if !page.Allowed(name) || folded == "course.lock" || strings.HasSuffix(folded, ".md") && !taken[folded] {
			return fmt.Sprintf("no import makes the file %q", name)
		}
		if len(sum) != sha256.Size*2 {
			return fmt.Sprintf("it does not say what %q held", name)
		}
	}
	return ""
}

// fingerprint is of a text's words, whatever the spaces and capitals.
func fingerprint(text string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(text), " "))))
	return hex.EncodeToString(sum[:8])
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// keepIDs gives a new draft the ids and paths of the one that was imported before:
// to what has the same name and text, then the same name, then the same text, and
// then to what stands between the same neighbours. An id that is left over goes to
// nothing else. Links follow the files.
func (r *record) keepIDs(c *draft.Course) {
	given := r.withoutIDs(c)
	defer given.back()
	olds := make([]key, len(r.Pages))
	for i, p := range r.Pages {
		olds[i] = key{ref: p.Ref, text: p.Title}
	}
	news := make([]key, len(c.Files))
	for i, f := range c.Files {
		news[i] = key{ref: f.Ref, text: f.Title}
	}
	found := match(olds, news, true)
	var left []recordedItem
	used, kept, paths := map[int]bool{}, map[*draft.File]bool{}, pathsOf(c)
	for i, f := range c.Files {
		if found[i] < 0 {
			continue
		}
		used[found[i]], kept[f] = true, true
		old := r.Pages[found[i]]
		f.ID, f.Path = old.ID, old.Path
		left = append(left, keepItems(old.Items, f.Items(), true)...)
	}
	paths.part(c, kept)
	paths.relink(c)
	for i, old := range r.Pages {
		if !used[i] {
			left = append(left, old.Items...)
			c.Taken = append(c.Taken, old.ID)
		}
	}
	var homeless []draft.Item // what may have moved from one file to another
	for _, f := range c.Files {
		for _, it := range f.Items() {
			if *it.ID == "" {
				homeless = append(homeless, it)
			}
		}
	}
	for _, it := range keepItems(left, homeless, false) {
		c.Taken = append(c.Taken, it.ID)
	}
}

// givenIDs are the ids that a format gave.
type givenIDs struct {
	ids map[*string]string
	old map[string]bool // ids of the import before
}

// withoutIDs takes the ids off a draft that its format gave: they are for what is
// new.
func (r *record) withoutIDs(c *draft.Course) givenIDs {
	g := givenIDs{map[*string]string{}, map[string]bool{}}
	take := func(id *string) { g.ids[id], *id = *id, "" }
	for _, f := range c.Files {
		take(&f.ID)
		for _, it := range f.Items() {
			take(it.ID)
		}
	}
	for _, p := range r.Pages {
		g.old[p.ID] = true
		for _, it := range p.Items {
			g.old[it.ID] = true
		}
	}
	return g
}

// back gives what is new the ids that its format gave, but for those that were
// another's.
func (g givenIDs) back() {
	for at, id := range g.ids {
		if *at == "" && !g.old[id] {
			*at = id
		}
	}
}

// keepItems gives ids to items and returns those that are left over. Of items in
// their order, neighbours count.
func keepItems(old []recordedItem, items []draft.Item, inOrder bool) []recordedItem {
	olds := make([]key, len(old))
	for i, it := range old {
		olds[i] = key{kind: sameKind(it.Kind), ref: it.Ref, text: it.Text}
	}
	news := make([]key, len(items))
	for i, it := range items {
		news[i] = key{kind: sameKind(it.Kind), ref: it.Ref, text: fingerprint(it.Text)}
	}
	used := make([]bool, len(old))
	for i, j := range match(olds, news, inOrder) {
		if j >= 0 {
			*items[i].ID, used[j] = old[j].ID, true
		}
	}
	var left []recordedItem
	for i, it := range old {
		if !used[i] {
			left = append(left, it)
		}
	}
	return left
}

// sameKind is a kind as far as ids go: a question that could not be graded became
// an Ask or a task, and keeps its id.
func sameKind(kind string) string {
	if kind == "ask" || kind == "task" {
		return "question"
	}
	return kind
}

// key is what something is known by.
type key struct{ kind, ref, text string }

// match finds for each new thing the old one that it was, or -1.
func match(olds, news []key, inOrder bool) []int {
	found := make([]int, len(news))
	for i := range found {
		found[i] = -1
	}
	used := make([]bool, len(olds))
	for _, same := range []func(key) (key, bool){
		func(k key) (key, bool) { return k, k.ref != "" },
		func(k key) (key, bool) { return key{ref: k.ref}, k.ref != "" },
		func(k key) (key, bool) { return key{text: k.text, kind: k.kind}, k.text != "" },
	} {
		free := map[key][]int{}
		for j, k := range olds {
			if by, ok := same(k); ok && !used[j] {
				free[by] = append(free[by], j)
			}
		}
		for i, k := range news {
			if by, ok := same(k); ok && found[i] < 0 && len(free[by]) > 0 {
				found[i], used[free[by][0]] = free[by][0], true
				free[by] = free[by][1:]
			}
		}
	}
	if inOrder {
		between(found, used, olds, news)
	}
	return found
}

// between matches what stands between the same neighbours, where as many are new
// as are old: what was reworded in its place.
func between(found []int, used []bool, olds, news []key) {
	for from := 0; from < len(found); {
		if found[from] >= 0 {
			from++
			continue
		}
		to := from
		for to < len(found) && found[to] < 0 {
			to++
		}
		low, high := 0, len(olds)
		if from > 0 {
			low = found[from-1] + 1
		}
		if to < len(found) {
			high = found[to]
		}
		fits := high-low == to-from
		for j := low; fits && j < high; j++ {
			fits = !used[j] && olds[j].kind == news[from+j-low].kind
		}
		for j := low; fits && j < high; j++ {
			found[from+j-low], used[j] = j, true
		}
		from = to
	}
}

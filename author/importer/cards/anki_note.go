package cards

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/html2md"
)

// field is a cell with the number of its column, from 0.
type field struct {
	column int
	text   string
}

var gapMark = regexp.MustCompile(`\{\{c[0-9]{1,3}::`)

func (f field) hasGap() bool { return gapMark.MatchString(f.text) }

// note makes cards of a row.
func (t *table) note(row []string, line int) {
	at := draft.Place{File: t.file, Line: line}
	get := func(name string) string {
		if n := t.special[name]; n > 0 && n <= len(row) {
			return strings.TrimSpace(row[n-1])
		}
		return ""
	}
	taken := map[int]bool{}
	for _, n := range t.special {
		taken[n-1] = true
	}
	var fields []field
	for i, cell := range row {
		if !taken[i] {
			fields = append(fields, field{i, cell})
		}
	}
	deck := orElse(orElse(get(deckColumn), t.deck), strings.TrimSuffix(path.Base(t.file), path.Ext(t.file)))
	kind := orElse(get(typeColumn), t.notetype)
	t.tag(strings.Fields(get(tagsColumn)+" "+strings.Join(t.tags, " ")), at)
	if strings.Contains(strings.ToLower(kind), "image occlusion") {
		t.lose(at, "a note of the type "+shortened(kind), "what it asks is hidden in a picture, of which a terminal can hide no part")
		return
	}
	ref := refOf(get(guidColumn))
	gapped := slices.ContainsFunc(fields, field.hasGap)
	var made []*draft.Card
	switch {
	case len(fields) == 0:
		return
	case gapped && !strings.Contains(strings.ToLower(kind), "basic"):
		made = t.gapped(fields, ref, at)
	default:
		made = t.basic(fields, kind, ref, at)
	}
	for _, c := range made {
		t.add(deck, strings.ReplaceAll(deck, "::", ": "), c)
	}
}

// refOf is a note's own id as a word. Anki's are made of signs that ids of a
// course do not have.
func refOf(guid string) string {
	if guid == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(guid))
	return "anki-" + hex.EncodeToString(sum[:6])
}

// basic makes a card of the first two fields, and one the other way round where
// the type of the note says so.
func (t *table) basic(fields []field, kind, ref string, at draft.Place) []*draft.Card {
	if len(fields) < 2 {
		t.lose(at, "a row", "it has one field only: a card has a front and a back")
		return nil
	}
	front, back := t.markdown(fields[0].text, at), t.markdown(fields[1].text, at)
	lower := strings.ToLower(kind)
	switch {
	case front == "" && back == "":
		return nil
	case front == "" || back == "":
		t.lose(at, fmt.Sprintf("the card %q", shortened(front+back)), "one side of it is empty")
		return nil
	}
	rest := fields[2:]
	both := strings.Contains(lower, "reversed") && !strings.Contains(lower, "optional")
	if strings.Contains(lower, "optional") && len(rest) > 0 {
		both = strings.TrimSpace(rest[0].text) != ""
		rest = rest[1:]
	}
	if strings.Contains(lower, "type in") {
		t.once(at, "that the answer is typed", "cards are turned, and answers typed at questions")
	}
	t.others(rest, at)
	out := []*draft.Card{{Ref: ref, Front: front, Back: back, From: at}}
	if both {
		if ref != "" {
			ref += "-back"
		}
		out = append(out, &draft.Card{Ref: ref, Front: back, Back: front, From: at})
	}
	return out
}

// others notes the fields that no card shows, by their columns.
func (t *table) others(fields []field, at draft.Place) {
	for _, f := range fields {
		if strings.TrimSpace(f.text) == "" || slices.Contains(t.unused, f.column) {
			continue
		}
		if len(t.unused) == 0 {
			t.unusedAt = at
		}
		t.unused = append(t.unused, f.column)
	}
}

// tag notes the tags of a note.
func (t *table) tag(tags []string, at draft.Place) {
	if len(tags) == 0 {
		return
	}
	if t.tagNotes == 0 {
		t.tagsAt = at
	}
	t.tagNotes++
	for _, tag := range tags {
		t.tagged[tag]++
	}
}

// tellTags tells of the tags, the most frequent ones by name.
func (t *table) tellTags() {
	if t.tagNotes == 0 {
		return
	}
	const named = 3
	all := slices.SortedFunc(maps.Keys(t.tagged), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.tagged[b], t.tagged[a]), strings.Compare(a, b))
	})
	what := "the tags of " + strconv.Itoa(t.tagNotes) + " notes"
	if t.tagNotes == 1 {
		what = "the tags of a note"
	}
	what += ": " + shortened(strings.Join(all[:min(named, len(all))], ", "))
	if more := len(all) - named; more > 0 {
		what += " and " + strconv.Itoa(more) + " more"
	}
	t.lose(t.tagsAt, what, "cards have no tags in a course; name skills above them where tags mean as much")
}

// tellOthers tells which columns no card shows.
func (t *table) tellOthers() {
	slices.Sort(t.unused)
	var names []string
	for _, n := range t.unused {
		if n < len(t.columns) && strings.TrimSpace(t.columns[n]) != "" {
			names = append(names, shortened(t.columns[n]))
		} else {
			names = append(names, strconv.Itoa(n+1))
		}
	}
	what := "the column "
	if len(names) > 1 {
		what = "the columns "
	}
	if len(names) > 0 {
		t.lose(t.unusedAt, what+strings.Join(names, ", "), "the first two fields of a note are the front and the back; others are not carried over")
	}
}

// gapped makes cards of the gaps of a text. The field behind it is told with the
// answers.
func (t *table) gapped(fields []field, ref string, at draft.Place) []*draft.Card {
	i := slices.IndexFunc(fields, field.hasGap)
	marked, gaps := markGaps(fields[i].text)
	for n := range gaps {
		if t.html {
			gaps[n].hint, _ = html2md.Inline(gaps[n].hint, html2md.Source{})
		} else {
			gaps[n].hint = draft.Plain(gaps[n].hint)
		}
	}
	parts := readGaps(t.markdown(marked, at), gaps)
	extra := ""
	rest := slices.Delete(slices.Clone(fields), i, i+1)
	if len(rest) > 0 {
		extra = t.markdown(rest[0].text, at)
		t.others(rest[1:], at)
	}
	made := clozeCards(parts, extra, ref, at)
	if len(made) == 0 {
		t.lose(at, "a card", "its gaps are empty")
	}
	return made
}

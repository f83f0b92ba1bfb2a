package cards

import (
	"path"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Obsidian is the format of notes with cards, as the plugin for spaced repetition
// reads them with its usual settings.
func Obsidian() importer.Format {
	return importer.Format{
		Name:  "obsidian",
		Reads: "notes of Obsidian with cards: front::back, front:::back, ? and ?? on a line, ==gaps==",
		Ends:  []string{".md"},
		Looks: func(s importer.Source) bool {
			return looks(s, func(text string) bool {
				return strings.Contains(text, deckTag) && (strings.Contains(text, "::") || strings.Contains(text, "\n?\n") || strings.Contains(text, "=="))
			}, ".md")
		},
		Read: readObsidian,
	}
}

// deckTag begins the tags that name a deck.
const deckTag = "#flashcards"

func readObsidian(source importer.Source) (*draft.Course, []draft.Loss, error) {
	r := newReader(source)
	type page struct{ name, text string }
	var pages []page
	tagged := false
	for _, name := range source.Paths(".md") {
		text, err := source.Text(name)
		if err != nil {
			r.lose(draft.Place{File: name}, "the file", err.Error())
			continue
		}
		pages = append(pages, page{name, text})
		tagged = tagged || hasDeck(text)
	}
	for _, p := range pages {
		n := &note{reader: r, file: p.name}
		if !tagged { // then folders are decks
			n.decks = []string{orElse(strings.TrimPrefix(strings.ReplaceAll(path.Dir(p.name), "/", "::"), "."), "Cards")}
		}
		n.read(p.text)
	}
	return r.done()
}

// hasDeck reports whether a note names a deck.
func hasDeck(text string) bool {
	head, _, rest := frontMatter(text)
	return len(head) > 0 || len(deckTags(withoutCode(rest))) > 0
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// frontMatter gives the decks that a note's head names, the lines of the head and
// the rest of the note.
func frontMatter(text string) (decks []string, lines int, rest string) {
	head, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return nil, 0, text
	}
	end := strings.Index("\n"+head, "\n---\n")
	if end < 0 {
		return nil, 0, text
	}
	var known struct {
		Tags []string `yaml:"tags"`
		Tag  []string `yaml:"tag"`
	}
	head = head[:end]
	_ = strictyaml.Decode([]byte(head), &known) // the other keys are for other programs
	for _, tag := range append(known.Tags, known.Tag...) {
		for t := range strings.FieldsFuncSeq(tag, func(r rune) bool { return r == ' ' || r == ',' }) {
			decks = append(decks, deckTags("#"+strings.TrimPrefix(t, "#"))...)
		}
	}
	lines = strings.Count(head, "\n") + 2
	return decks, lines, strings.SplitAfterN(text, "\n", lines+1)[lines]
}

var tagWord = regexp.MustCompile(`(?:^|\s)(#[\pL\pN_/-]+)`)

// deckTags lists the decks that the tags of a text name.
func deckTags(text string) []string {
	var out []string
	for _, m := range tagWord.FindAllStringSubmatch(text, -1) {
		if m[1] == deckTag || strings.HasPrefix(m[1], deckTag+"/") {
			deck := strings.ReplaceAll(strings.Trim(strings.TrimPrefix(m[1], deckTag), "/"), "/", "::")
			out = append(out, orElse(deck, "Cards"))
		}
	}
	return out
}

// note is a note that is being read.
type note struct {
	*reader
	file  string
	decks []string // that cards go to from here on
	left  int      // the first line with text that is part of no card; 0: none
	plans int      // cards with a schedule
	first int      // the line of the first of them
}

// schedule is what the plugin writes below a card: when it is due.
var schedule = regexp.MustCompile(`[ \t]*<!--\s*SR:[^>]*-->`)

// read cuts a note into blocks at empty lines. What is in a fence stays together.
func (n *note) read(text string) {
	decks, from, rest := frontMatter(text)
	if len(decks) > 0 {
		n.decks = decks
	}
	var block []string
	start, fence, comment := 0, "", false
	flush := func() {
		if len(block) > 0 {
			n.block(block, start)
		}
		block = nil
	}
	for i, line := range strings.Split(rest, "\n") {
		number := from + i + 1
		if schedule.MatchString(line) {
			if n.plans++; n.first == 0 {
				n.first = number
			}
			if line = strings.TrimRight(schedule.ReplaceAllString(line, ""), " \t"); line == "" {
				continue
			}
		}
		if was := comment; was || strings.Contains(line, "<!--") && fence == "" {
			comment = !strings.Contains(line, "-->") && (was || !strings.Contains(line, "-->"))
			continue // what is in a comment is no card
		}
		fence = fenceAfter(line, fence)
		if strings.TrimSpace(line) == "" && fence == "" {
			flush()
			continue
		}
		if len(block) == 0 {
			start = number
		}
		block = append(block, strings.TrimRight(line, " \t"))
	}
	flush()
	if n.plans > 0 {
		n.lose(draft.Place{File: n.file, Line: n.first}, "when cards are due", "a course does not know its learners; cairn makes its own plan")
	}
	if n.left > 0 {
		n.lose(draft.Place{File: n.file, Line: n.left}, "the text beside the cards", "only cards are carried over")
	}
}

// rest notes text that is part of no card.
func (n *note) rest(line int) {
	if n.left == 0 {
		n.left = line
	}
}

// block makes cards of lines that stand together: of each line with a separator,
// of all of them with one on a line of its own, or of gaps.
func (n *note) block(lines []string, start int) {
	if only := strings.TrimSpace(lines[0]); strings.HasPrefix(only, "#") && strings.TrimSpace(tagWord.ReplaceAllString(only, "")) == "" {
		if decks := deckTags(only); len(decks) > 0 {
			n.decks = decks // of what follows
		}
		if lines, start = lines[1:], start+1; len(lines) == 0 {
			return
		}
	}
	if len(n.decks) == 0 && len(deckTags(lines[0])) == 0 {
		n.rest(start)
		return
	}
	for i, line := range lines {
		if mark := strings.TrimSpace(line); (mark == "?" || mark == "??") && i > 0 && i < len(lines)-1 {
			n.pair(strings.Join(lines[:i], "\n"), strings.Join(lines[i+1:], "\n"), mark == "??", start)
			return
		}
	}
	var others []string
	from := 0
	for i, line := range lines {
		if front, back, both, ok := sides(line); ok {
			n.pair(front, back, both, start+i)
			continue
		}
		if len(others) == 0 {
			from = start + i
		}
		others = append(others, line)
	}
	if len(others) > 0 && !n.gaps(strings.Join(others, "\n"), from) {
		n.rest(from)
	}
}

// sides cuts a line at "::" or ":::" outside of code.
func sides(line string) (front, back string, both, ok bool) {
	if !strings.Contains(line, "::") {
		return "", "", false, false
	}
	at, size, offset := -1, 0, 0
	for offset < len(line) && at < 0 {
		from, to := nextCode(line[offset:])
		if i := strings.Index(line[offset:offset+from], "::"); i >= 0 {
			at = offset + i
			size = len(line[at:]) - len(strings.TrimLeft(line[at:], ":"))
		}
		offset += to
	}
	if at < 0 || size > 3 {
		return "", "", false, false
	}
	front, back = strings.TrimSpace(line[:at]), strings.TrimSpace(line[at+size:])
	return front, back, size == 3, front != "" && back != ""
}

// blockID is what Obsidian calls a block by, at its end.
var blockID = regexp.MustCompile(`[ \n]\^([A-Za-z0-9-]+)$`)

// pair adds a card, and the same the other way round if both ways are asked.
func (n *note) pair(front, back string, both bool, line int) {
	at := draft.Place{File: n.file, Line: line}
	ref := ""
	if m := blockID.FindStringSubmatch(back); m != nil {
		ref, back = m[1], strings.TrimSpace(strings.TrimSuffix(back, m[0]))
	}
	front, decks := n.own(front)
	front = strings.TrimSpace(n.markdown(front, at))
	back = strings.TrimSpace(n.markdown(back, draft.Place{File: n.file, Line: line + strings.Count(front, "\n")}))
	n.put(decks, &draft.Card{Ref: ref, Front: front, Back: back, From: at})
	if both {
		if ref != "" {
			ref += "-back"
		}
		n.put(decks, &draft.Card{Ref: ref, Front: back, Back: front, From: at})
	}
}

// own takes the tags from the beginning of a card: they name its decks only.
func (n *note) own(text string) (string, []string) {
	var decks []string
	for {
		word, rest, _ := strings.Cut(text, " ")
		if !strings.HasPrefix(word, "#") || tagWord.FindString(word) != word || rest == "" {
			break
		}
		decks = append(decks, deckTags(word)...)
		text = strings.TrimSpace(rest)
	}
	if len(decks) == 0 {
		decks = n.decks
	}
	return text, decks
}

// put adds a card to a deck. One of several decks is enough.
func (n *note) put(decks []string, c *draft.Card) {
	if len(decks) == 0 {
		decks = []string{"Cards"}
	}
	if len(decks) > 1 {
		n.lose(c.From, "the decks "+strings.Join(decks[1:], ", ")+" of a card", "a card stands once in a course, in the first of its decks")
	}
	n.add(decks[0], strings.ReplaceAll(decks[0], "::", ": "), c)
}

// gap is a highlight, perhaps with a hint and the number of its group. The
// letters of a number say which cards hide it.
var gap = regexp.MustCompile(`==([^=\n]+(?:=[^=\n]+)*)==(?:\^\[([^\]\n]*)\])?(?:\[\^([0-9]+|[ash]+)\])?`)

// gaps makes cards of the gaps of a text. It reports false where it has none.
func (n *note) gaps(text string, line int) bool {
	at := draft.Place{File: n.file, Line: line}
	ref := ""
	if m := blockID.FindStringSubmatch(text); m != nil {
		ref, text = m[1], strings.TrimSpace(strings.TrimSuffix(text, m[0]))
	}
	text, decks := n.own(text)
	var parts []cloze
	found := 0
	say := func(s string) {
		if s != "" {
			parts = append(parts, cloze{text: s})
		}
	}
	for from := 0; from < len(text); {
		code, end := nextCode(text[from:])
		part := text[from : from+code]
		last := 0
		for _, m := range gap.FindAllStringSubmatchIndex(part, -1) {
			say(part[last:m[0]])
			last = m[1]
			found++
			group, hint := "n"+itoa(found), ""
			if m[4] >= 0 {
				hint = part[m[4]:m[5]]
			}
			if m[6] >= 0 && strings.Trim(part[m[6]:m[7]], "0123456789") == "" {
				group = part[m[6]:m[7]]
			} else if m[6] >= 0 {
				n.lose(at, "which gaps are hidden together", "each gap is asked by itself, with the others shown")
			}
			parts = append(parts, cloze{group: group, hint: hint, parts: []cloze{{text: part[m[2]:m[3]]}}})
		}
		say(part[last:])
		say(text[from+code : from+end])
		from += end
	}
	if found == 0 {
		return false
	}
	for i := range parts {
		n.clean(&parts[i], at)
	}
	for _, c := range clozeCards(parts, "", ref, at) {
		n.put(decks, c)
	}
	return true
}

func (n *note) clean(p *cloze, at draft.Place) {
	p.text = n.markdown(p.text, at)
	for i := range p.parts {
		n.clean(&p.parts[i], at)
	}
}

var (
	wikiLink  = regexp.MustCompile(`(!?)\[\[([^\[\]\n|#^]*)([#^][^\[\]\n|]*)?(?:\|([^\[\]\n]*))?\]\]`)
	remark    = regexp.MustCompile(`%%[^%]*%%`)
	highlight = regexp.MustCompile(`==([^=\n]+)==`)
)

// markdown makes the Markdown of a course of that of Obsidian.
func (n *note) markdown(text string, at draft.Place) string {
	text = n.relink(text, at)
	return outsideCode(text, func(s string, line int) string {
		here := draft.Place{File: at.File, Line: at.Line + line}
		s = remark.ReplaceAllString(s, "")
		s = highlight.ReplaceAllString(s, "**$1**")
		return wikiLink.ReplaceAllStringFunc(s, func(whole string) string {
			m := wikiLink.FindStringSubmatch(whole)
			embed, target, words := m[1] == "!", strings.TrimSpace(m[2]), strings.TrimSpace(m[4])
			if !embed {
				return orElse(words, draft.Plain(strings.TrimSpace(target+strings.ReplaceAll(m[3], "#", " "))))
			}
			if address, ok := n.pics.Take(n.file, target); ok {
				if strings.Trim(words, "0123456789x") == "" { // a width
					words = ""
				}
				return "![" + words + "](" + address + ")"
			}
			n.lose(here, "what is shown of "+orElse(target, "the note"), n.pics.Why+"; its name stays")
			return draft.Plain(orElse(words, target))
		})
	})
}

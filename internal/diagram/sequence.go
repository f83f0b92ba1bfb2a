package diagram

import (
	"slices"
	"strings"
)

// sequence is a sequence diagram: what happens, line after line.
type sequence struct {
	title string
	who   []vertex
	steps []step
	index map[string]int
}

// step is one line of a sequence.
type step struct {
	kind     stepKind
	from, to int    // into who; of a note, what it stands over
	text     string // the message, the note, the label of a block
	word     string // of a block: loop, alt, else
	stroke   stroke
	head     string // ">", "x", or "" for a line without head
	both     bool   // heads at both ends
	depth    int    // of blocks around it
	side     byte   // of a note: 'l', 'r' or 'o' for over
}

type stepKind byte

const (
	message stepKind = iota
	note
	blockBegin
	blockElse
	blockEnd
)

// parseSequence reads the statements of a sequence diagram.
func parseSequence(lines []string) (*sequence, bool) {
	q := &sequence{index: map[string]int{}}
	var open []string
	for _, line := range lines {
		word, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		lower := strings.ToLower(word)
		switch lower {
		case "create":
			_, rest, _ = strings.Cut(rest, " ")
			q.participant(rest)
		case "participant", "actor":
			q.participant(rest)
		case "activate", "deactivate", "autonumber", "destroy", "link", "links", "properties":
		case "title", "title:":
			q.title = label(strings.TrimPrefix(rest, ":"))
		case "note":
			if !q.note(rest, len(open)) {
				return nil, false
			}
		case "box", "rect":
			open = append(open, "") // colours only
		case "loop", "alt", "opt", "par", "critical", "break":
			open = append(open, lower)
			q.steps = append(q.steps, step{kind: blockBegin, word: lower, text: label(rest), depth: depthOf(open) - 1})
		case "else", "and", "option":
			if len(open) == 0 {
				return nil, false
			}
			q.steps = append(q.steps, step{kind: blockElse, word: lower, text: label(rest), depth: depthOf(open) - 1})
		case "end":
			if len(open) == 0 {
				return nil, false
			}
			if last := open[len(open)-1]; last != "" {
				q.steps = append(q.steps, step{kind: blockEnd, word: last, depth: depthOf(open) - 1})
			}
			open = open[:len(open)-1]
		default:
			if !q.message(line, depthOf(open)) {
				return nil, false
			}
		}
		if len(q.steps)+len(q.who) > maxParts || len(open) > 20 {
			return nil, false
		}
	}
	return q, len(open) == 0 && len(q.who) > 0
}

// depthOf counts the blocks that are drawn.
func depthOf(open []string) int {
	return len(open) - len(slices.DeleteFunc(slices.Clone(open), func(s string) bool { return s != "" }))
}

func (q *sequence) participant(s string) {
	id, title, ok := strings.Cut(s, " as ")
	id, _, _ = strings.Cut(id, "@{")
	i := q.whoIs(strings.TrimSpace(id))
	if ok {
		q.who[i].label = label(title)
	}
}

func (q *sequence) whoIs(id string) int {
	if i, ok := q.index[id]; ok {
		return i
	}
	q.index[id] = len(q.who)
	q.who = append(q.who, vertex{id: id, label: label(id)})
	return len(q.who) - 1
}

// note reads "right of A: text", "left of A: text" or "over A,B: text".
func (q *sequence) note(s string, depth int) bool {
	about, text, ok := strings.Cut(s, ":")
	if !ok {
		return false
	}
	n := step{kind: note, text: label(text), depth: depth}
	switch about = strings.TrimSpace(about); {
	case strings.HasPrefix(about, "right of "):
		n.side, about = 'r', about[len("right of "):]
	case strings.HasPrefix(about, "left of "):
		n.side, about = 'l', about[len("left of "):]
	case strings.HasPrefix(about, "over "):
		n.side, about = 'o', about[len("over "):]
	default:
		return false
	}
	first, second, two := strings.Cut(about, ",")
	n.from = q.whoIs(strings.TrimSpace(first))
	n.to = n.from
	if two {
		n.to = q.whoIs(strings.TrimSpace(second))
	}
	n.from, n.to = min(n.from, n.to), max(n.from, n.to)
	q.steps = append(q.steps, n)
	return true
}

// message reads "A->>B: text".
func (q *sequence) message(line string, depth int) bool {
	head, text, _ := strings.Cut(line, ":")
	for _, sign := range []string{"<<-->>", "<<->>", "-->>", "->>", "--x", "--)", "-->", "-x", "-)", "->"} {
		from, to, ok := strings.Cut(head, sign)
		if !ok {
			continue
		}
		from, to = strings.TrimSpace(from), strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(to), "+-"))
		if from == "" || to == "" {
			return false
		}
		m := step{kind: message, text: label(text), depth: depth, head: ">", both: sign[0] == '<'}
		if strings.Contains(sign, "--") {
			m.stroke = dotted
		}
		switch sign[len(sign)-1] {
		case 'x':
			m.head = "x"
		case '>':
			if !strings.HasSuffix(sign, ">>") {
				m.head = ""
			}
		}
		m.from, m.to = q.whoIs(from), q.whoIs(to)
		q.steps = append(q.steps, m)
		return true
	}
	return false
}

func (q *sequence) sentences(w *Words) []string {
	var out []string
	met := make([]bool, len(q.who))
	for _, s := range q.steps {
		line := ""
		from, to := oneLine(q.who[s.from].label), oneLine(q.who[s.to].label)
		switch s.kind {
		case message:
			met[s.from], met[s.to] = true, true
			line = w.Sends(from, to, oneLine(s.text))
		case note:
			met[s.from], met[s.to] = true, true
			if s.to != s.from {
				from += ", " + to
			}
			line = w.Note(from, oneLine(s.text))
		case blockBegin, blockElse:
			line = w.Block(s.word, oneLine(s.text))
		case blockEnd:
			line = w.BlockEnd(s.word)
		}
		out = append(out, strings.Repeat("  ", s.depth)+line)
	}
	var alone []string
	for i, v := range q.who {
		if !met[i] {
			alone = append(alone, w.Alone(oneLine(v.label)))
		}
	}
	return append(alone, out...)
}

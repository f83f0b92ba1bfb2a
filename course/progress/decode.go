package progress

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// decode reads the JSON of a line and reports whether it is one record.
//
// A learner's whole log is read at every start, so the plain shapes that this
// program writes itself are read directly, many times faster than by
// encoding/json. Whatever is not plain (spaces, unknown or repeated fields,
// other number forms) goes to decodeAny, and a test holds both to the same
// results.
func decode(text string) (record, bool) {
	if plain(text) {
		c := cursor{rest: text}
		if r := c.record(); !c.failed && c.rest == "" {
			return r, true
		}
	}
	return decodeAny(text)
}

// skimmer reads of many lines where each belongs and whether it can be read.
// It reads them as decode does, and keeps no more than it is asked for.
type skimmer struct{ c cursor }

// line reads what can be read of a line whose checksum is right.
func (k *skimmer) line(raw string) line {
	l := line{raw: raw}
	r, ok := k.skim(l.text())
	l.device, l.seq, l.clock, l.course, l.more = r.Device, r.Seq, r.Clock, r.Course, r.More
	l.newer = r.Format > format
	l.readable = ok && l.named() && r.Kind != ""
	return l
}

// skim is decode, but that only what line needs is right in the record.
func (k *skimmer) skim(text string) (record, bool) {
	if plain(text) {
		k.c.rest, k.c.failed, k.c.skims = text, false, true
		if r := k.c.record(); !k.c.failed && k.c.rest == "" {
			return r, true
		}
	}
	return decodeAny(text)
}

// plain reports whether text is UTF-8 without control characters, so that its
// strings need no second look.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' {
			return false
		}
	}
	return utf8.ValidString(text)
}

// cursor reads JSON without spaces between the parts. Strings without escapes
// share memory with the text. After a failure it reads nothing more.
type cursor struct {
	rest   string
	failed bool

	// skims says that answers, reasons and lists are read over and not kept:
	// making room for them is most of the work.
	skims   bool
	answers course.Answer
	reasons learn.Reason
}

func (c *cursor) record() (r record) {
	e := &r.Event
	c.object(func(key string) {
		switch key {
		case "v":
			r.Format = c.int()
		case "more":
			r.More = c.int()
		case "dev":
			e.Device = c.string()
		case "seq":
			e.Seq = c.uint()
		case "clk":
			e.Clock = c.uint()
		case "t":
			e.Time = c.time()
		case "course":
			e.Course = c.string()
		case "ver":
			e.Version = c.string()
		case "lesson":
			e.Lesson = c.string()
		case "item":
			e.Item = c.string()
		case "rev":
			e.Rev = c.string()
		case "kind":
			e.Kind = learn.Kind(c.string())
		default:
			c.detail(key, e)
		}
	})
	return r
}

func (c *cursor) detail(key string, e *learn.Event) {
	switch key {
	case "what":
		e.What = c.string()
	case "answer":
		e.Answer = c.answer(e.Answer)
	case "outcome":
		e.Outcome = course.Outcome(c.string())
	case "score":
		e.Score = c.float()
	case "mixup":
		e.Mixup = c.string()
	case "hints":
		e.Hints = c.int()
	case "confidence":
		e.Confidence = c.int()
	case "ms":
		e.Took = int64(c.int())
	case "to":
		e.To = c.string()
	case "why":
		e.Reason = c.reason(e.Reason)
	case "ref":
		e.Ref = c.string()
	case "note":
		e.Note = c.string()
	default:
		c.failed = true
	}
}

func (c *cursor) answer(before *course.Answer) *course.Answer {
	a := &c.answers
	if !c.skims {
		a = new(course.Answer)
	}
	c.failed = c.failed || before != nil
	c.object(func(key string) {
		switch key {
		case "text":
			a.Text = c.string()
		case "items":
			a.Items = c.strings()
		case "dontKnow":
			a.DontKnow = c.isTrue()
		default:
			c.failed = true
		}
	})
	return a
}

func (c *cursor) reason(before *learn.Reason) *learn.Reason {
	r := &c.reasons
	if !c.skims {
		r = new(learn.Reason)
	}
	c.failed = c.failed || before != nil
	c.object(func(key string) {
		switch key {
		case "code":
			r.Code = learn.ReasonCode(c.string())
		case "title":
			r.Title = c.string()
		case "from":
			r.From = c.string()
		case "rule":
			r.Rule = c.string()
		case "n":
			r.Number = c.float()
		case "lim":
			r.Limit = c.float()
		case "days":
			r.Days = c.int()
		case "by":
			r.By = learn.Source(c.string())
		case "over":
			r.Over = c.string()
		case "less":
			r.Less = learn.ReasonCode(c.string())
		default:
			c.failed = true
		}
	})
	return r
}

// object calls field with each key; field reads the value.
func (c *cursor) object(field func(key string)) {
	c.want('{')
	if c.take('}') {
		return
	}
	for !c.failed {
		key := c.string()
		c.want(':')
		field(key)
		if c.take('}') {
			return
		}
		c.want(',')
	}
}

// strings reads a list of one string or more.
func (c *cursor) strings() []string {
	var list []string
	c.want('[')
	for !c.failed {
		if s := c.string(); !c.skims {
			list = append(list, s)
		}
		if c.take(']') {
			break
		}
		c.want(',')
	}
	return list
}

func (c *cursor) string() string {
	c.want('"')
	n := strings.IndexByte(c.rest, '"')
	if c.failed || n < 0 {
		c.failed = true
		return ""
	}
	s := c.rest[:n]
	if strings.IndexByte(s, '\\') >= 0 {
		return c.escaped()
	}
	c.rest = c.rest[n+1:]
	return s
}

// escapes are the letters after a backslash that stand for one byte.
const (
	escapeLetters = `"\/bfnrt`
	escapedBytes  = "\"\\/\b\f\n\r\t"
)

// escaped reads the rest of a string that has escapes of one letter.
func (c *cursor) escaped() string {
	s := make([]byte, 0, 64)
	for {
		n := strings.IndexAny(c.rest, `"\`)
		if n < 0 || n+1 == len(c.rest) {
			c.failed = true
			return ""
		}
		s = append(s, c.rest[:n]...)
		quote, letter := c.rest[n] == '"', c.rest[n+1]
		if quote {
			c.rest = c.rest[n+1:]
			return string(s)
		}
		i := strings.IndexByte(escapeLetters, letter)
		if i < 0 {
			c.failed = true
			return ""
		}
		s = append(s, escapedBytes[i])
		c.rest = c.rest[n+2:]
	}
}

// time reads a time, in which encoding/json takes no escapes.
func (c *cursor) time() (t time.Time) {
	from := c.rest
	s := c.string()
	escaped := len(from)-len(c.rest) != len(s)+2
	c.failed = c.failed || escaped || t.UnmarshalText([]byte(s)) != nil
	return t
}

func (c *cursor) isTrue() bool {
	rest, ok := strings.CutPrefix(c.rest, "true")
	c.rest, c.failed = rest, c.failed || !ok
	return ok
}

func (c *cursor) int() int {
	n := c.uint()
	c.failed = c.failed || n > 1<<31-1
	return int(n)
}

func (c *cursor) uint() uint64 {
	n, err := strconv.ParseUint(c.digits(), 10, 64)
	c.failed = c.failed || err != nil
	return n
}

// float reads digits with or without a fraction; signs and exponents are for
// decodeAny.
func (c *cursor) float() float64 {
	from := c.rest
	c.digits()
	if c.take('.') {
		for len(c.rest) > 0 && '0' <= c.rest[0] && c.rest[0] <= '9' {
			c.rest = c.rest[1:]
		}
	}
	number := from[:len(from)-len(c.rest)]
	f, err := strconv.ParseFloat(number, 64)
	c.failed = c.failed || err != nil || strings.HasSuffix(number, ".")
	return f
}

// digits reads a number without sign, fraction or leading zeros.
func (c *cursor) digits() string {
	n := 0
	for n < len(c.rest) && '0' <= c.rest[n] && c.rest[n] <= '9' {
		n++
	}
	s := c.rest[:n]
	c.rest = c.rest[n:]
	c.failed = c.failed || n == 0 || n > 1 && s[0] == '0'
	return s
}

func (c *cursor) want(b byte) {
	if !c.take(b) {
		c.failed = true
	}
}

func (c *cursor) take(b byte) bool {
	if c.failed || c.rest == "" || c.rest[0] != b {
		return false
	}
	c.rest = c.rest[1:]
	return true
}

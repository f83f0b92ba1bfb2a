package progress

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/cairn-learn/cairn/course/learn"
)

const (
	// format is the version of the lines this program writes. It grows only
	// when an older program could misread what a newer one wrote.
	format = 1

	// maxLine bounds a line in bytes, its end included. A longer one is never
	// written, and is damage when it is read.
	maxLine = 64 << 10

	// sumLen is the length of the checksum and the space that begin a line.
	sumLen = 9
)

// record is what the JSON of a line holds: an event and what the log says of it.
type record struct {
	Format int `json:"v"`
	More   int `json:"more,omitempty"` // lines that follow and belong to the same save
	learn.Event
}

// line is one line whose checksum is right.
type line struct {
	raw    string // as on disk, without its line end
	device string
	seq    uint64
	clock  uint64
	course string
	more   int
	number int // in its file, from 1

	newer    bool // written in a later format
	readable bool // holds an event; otherwise it is kept and counted only
}

// text returns the JSON of the line.
func (l *line) text() string { return l.raw[sumLen:] }

// sum returns the checksum as written.
func (l *line) sum() string { return l.raw[:sumLen-1] }

// event decodes the line. Only a readable line has an event.
func (l *line) event() learn.Event {
	r, _ := decode(l.text())
	return r.Event
}

// newLine reads what can be read of a line whose checksum is right.
func newLine(raw string) line {
	var k skimmer
	return k.line(raw)
}

// lastSeq is the highest number an event can have: it is exact in every JSON
// reader, and a nonsense number in a copied file cannot use the numbers up.
const lastSeq = 1 << 53

// named reports whether the line tells which event it is.
func (l *line) named() bool { return l.device != "" && 0 < l.seq && l.seq <= lastSeq }

// appendLine adds the line of r, with its end, to buf.
func appendLine(buf []byte, r record) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // < and & are common in answers and stay readable
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("event %q: %w", r.Kind, err)
	}
	text := bytes.TrimSuffix(out.Bytes(), []byte("\n"))
	if n := sumLen + len(text) + 1; n > maxLine {
		return nil, fmt.Errorf("event %q: %d bytes are too many for one event, at most %d: shorten the text", r.Kind, n, maxLine)
	}
	buf = fmt.Appendf(buf, "%08x ", checksum(text))
	buf = append(buf, text...)
	return append(buf, '\n'), nil
}

// whole reports whether b, without its line end, is a line as it was written.
func whole(b []byte) bool {
	if len(b) <= sumLen || len(b) >= maxLine || b[sumLen-1] != ' ' {
		return false
	}
	var sum [4]byte
	if _, err := hex.Decode(sum[:], b[:sumLen-1]); err != nil {
		return false
	}
	return checksum(b[sumLen:]) == binary.BigEndian.Uint32(sum[:])
}

// checksum is CRC-32C (Castagnoli), which finds every change of up to 31 bits
// in a row and is computed by the processor.
func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// decodeAny reads any JSON the way encoding/json does. Fields of another type
// than this program knows are left out and the others kept, so that an event
// of a newer program is read as far as it can be.
func decodeAny(text string) (record, bool) {
	var r record
	err := json.Unmarshal([]byte(text), &r)
	var field *json.UnmarshalTypeError
	return r, err == nil || errors.As(err, &field)
}

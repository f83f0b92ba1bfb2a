package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// maxLine is the longest line of input taken, in bytes.
const maxLine = 64 << 10

// got is what reading a line came to.
type got int

const (
	aLine      got = iota // one that ended with Enter
	tooLong               // one over the limit; it was passed over
	unfinished            // the input ended in the middle of one
	end                   // of the input
	saved                 // none yet: files of the course were saved meanwhile
)

// lines reads input line by line, each whole or not at all.
type lines struct{ r *bufio.Reader }

func newLines(r io.Reader) *lines { return &lines{r: bufio.NewReader(r)} }

// next reads a line without its end, as valid UTF-8. The error is any but the
// end of the input.
func (l *lines) next() (string, got, error) {
	var line []byte
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			if len(line) == 0 || long {
				return "", end, nil
			}
			return clean(line), unfinished, nil
		case err != nil:
			return "", end, err
		case long:
			return "", tooLong, nil
		}
		return clean(line), aLine, nil
	}
}

// clean drops the end of the line, and what shows nothing in it, such as the mark
// that some editors put before the first one.
func clean(line []byte) string {
	return textsafe.Seen("", strings.ToValidUTF8(strings.TrimRight(string(line), "\r\n"), "\uFFFD"))
}

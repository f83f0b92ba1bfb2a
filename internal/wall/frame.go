package wall

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// What the guard writes to its output is frames: a letter, the length in four
// bytes, and so many bytes.
const (
	frameGroup  = 'g' // the group of the command's processes, as digits, before anything else
	frameOut    = 'o' // of the command's output
	frameErr    = 'e' // of its other output
	frameReport = 'r' // a report as JSON, once, at the end

	frameMax = 64 << 10
)

func writeFrame(w io.Writer, kind byte, data []byte) error {
	for first := true; first || len(data) > 0; first = false {
		n := min(len(data), frameMax)
		f := append([]byte{kind, 0, 0, 0, 0}, data[:n]...)
		binary.BigEndian.PutUint32(f[1:], uint32(n)) //nolint:gosec // at most frameMax
		if _, err := w.Write(f); err != nil {
			return err
		}
		data = data[n:]
	}
	return nil
}

// frames takes apart what a guard writes. It holds no more than one frame and
// what is kept of the two outputs.
type frames struct {
	keep     int // of each output
	out, err []byte
	report   *report
	group    int // 0: nothing was started
	rest     []byte
}

// Write implements io.Writer.
func (f *frames) Write(p []byte) (int, error) {
	f.rest = append(f.rest, p...)
	for len(f.rest) >= 5 {
		n := int(binary.BigEndian.Uint32(f.rest[1:5]))
		if n > frameMax {
			return 0, errors.New("a frame is too long")
		}
		if len(f.rest) < 5+n {
			break
		}
		if err := f.take(f.rest[0], f.rest[5:5+n]); err != nil {
			return 0, err
		}
		f.rest = append([]byte(nil), f.rest[5+n:]...)
	}
	return len(p), nil
}

func (f *frames) take(kind byte, data []byte) error {
	switch kind {
	case frameGroup:
		n, err := strconv.Atoi(string(data))
		f.group = max(n, 0)
		return err
	case frameOut:
		f.out = append(f.out, data[:min(len(data), f.keep-len(f.out))]...)
	case frameErr:
		f.err = append(f.err, data[:min(len(data), f.keep-len(f.err))]...)
	case frameReport:
		f.report = &report{}
		return json.Unmarshal(data, f.report)
	default:
		return fmt.Errorf("a frame of an unknown kind, %d", kind)
	}
	return nil
}

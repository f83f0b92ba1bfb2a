package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// Bounds of what an editor sends.
const (
	maxMessage = 64 << 20 // bytes of one message: files of a course are smaller
	maxHeader  = 4096     // bytes of the lines before it
)

// stream is the conversation as messages. A message that is no JSON, or none of the
// protocol, is answered with that, and the conversation goes on. Where it cannot be told
// how long a message is, nothing behind it can be read either: err says why, and the
// conversation ends.
type stream struct {
	in *bufio.Reader

	mu  sync.Mutex // of out
	out io.Writer

	err error // what ended the conversation; nil: its end
}

// ReadObject implements jsonrpc2.ObjectStream.
func (s *stream) ReadObject(v any) error {
	for {
		data, err := s.message()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				s.err = err
			}
			return err
		}
		if err = json.Unmarshal(data, v); err == nil {
			return nil
		}
		code, says := jsonrpc2.CodeInvalidRequest, "the message is none of the protocol"
		if !json.Valid(data) {
			code, says = jsonrpc2.CodeParseError, "the message is no JSON"
		}
		if err := s.WriteObject(map[string]any{"jsonrpc": "2.0", "id": nil, "error": &jsonrpc2.Error{Code: int64(code), Message: says}}); err != nil {
			return err
		}
	}
}

// message reads one message. io.EOF: there is none left.
func (s *stream) message() ([]byte, error) {
	length, read := -1, 0
	for {
		line, err := s.line(maxHeader - read)
		switch {
		case errors.Is(err, io.EOF) && read+len(line) == 0:
			return nil, io.EOF
		case errors.Is(err, io.EOF):
			return nil, errors.New("the input ends within a message")
		case err != nil:
			return nil, err
		}
		read += len(line) + 1
		if line = strings.TrimSuffix(line, "\r"); line == "" {
			break
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("what was sent is no message of the protocol: %.40q is no header", line)
		}
		if !strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 64)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("the length of a message is no number: Content-Length is %.40q", strings.TrimSpace(value))
		}
		if n > maxMessage {
			return nil, fmt.Errorf("a message of %d bytes is too long; %d are read", n, maxMessage)
		}
		length = int(n)
	}
	if length < 0 {
		return nil, errors.New("a message does not say how long it is: it has no Content-Length")
	}
	data, err := io.ReadAll(io.LimitReader(s.in, int64(length)))
	if err == nil && len(data) < length {
		err = errors.New("the input ends within a message")
	}
	return data, err
}

// line reads a line of at most so many bytes.
func (s *stream) line(most int) (string, error) {
	var b strings.Builder
	for b.Len() < most {
		c, err := s.in.ReadByte()
		if err != nil || c == '\n' {
			return b.String(), err
		}
		b.WriteByte(c)
	}
	return "", fmt.Errorf("the headers of a message have more than %d bytes", maxHeader)
}

// WriteObject implements jsonrpc2.ObjectStream.
func (s *stream) WriteObject(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err = fmt.Fprintf(s.out, "Content-Length: %d\r\n\r\n%s", len(data), data)
	return err
}

// Close leaves both ends to who opened them.
func (*stream) Close() error { return nil }

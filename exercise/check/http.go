package check

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// patience is how long an address may take to answer.
const patience = 5 * time.Second

// http asks an address of this machine. No name is looked up, no proxy is asked and
// no redirect is followed: what is dialled is a loopback address.
func (t *trial) http(ctx context.Context) {
	if t.Runner == nil {
		t.out.Open = true // asking may do something, too
		return
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	status, body, err := get(ctx, t.check.What)
	if err != nil {
		t.fail(Found{Code: NoAnswer, Got: why(err)})
		return
	}
	t.text = plain(body)
	want := course.Range{Low: 200, High: 299}
	e, ok := t.check.Expected("status")
	if ok {
		want = e.Range()
	}
	if !want.Holds(status) {
		t.fail(Found{Code: Status, Expect: e, Count: status, Got: firstLine(t.text)})
	}
	for _, e := range t.check.Expect {
		t.expectText(e.Name, e, t.text)
	}
}

// why says in few words why nothing answered.
func why(err error) string {
	var timeout net.Error
	switch {
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return "it takes too long"
	case errors.Is(err, errNoHTTP):
		return "what answers is no HTTP"
	}
	return "the connection is refused"
}

var errNoHTTP = errors.New("not HTTP")

// get asks for an address as HTTP/1.0 does, which is answered whole and ended.
func get(ctx context.Context, address string) (status int, body []byte, err error) {
	u, err := course.LoopbackURL(address)
	if err != nil {
		return 0, nil, err
	}
	port := u.Port()
	if port == "" {
		port = "80"
	}
	conn, err := dialLoopback(ctx, u.Hostname(), port)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = conn.Close() }() // everything was read
	if at, ok := ctx.Deadline(); ok {
		if err := conn.SetDeadline(at); err != nil {
			return 0, nil, err
		}
	}
	request := "GET " + u.RequestURI() + " HTTP/1.0\r\nHost: " + u.Host + "\r\nAccept: */*\r\nConnection: close\r\n\r\n"
	if _, err := io.WriteString(conn, request); err != nil {
		return 0, nil, err
	}
	return answer(bufio.NewReader(io.LimitReader(conn, 2*maxBody)))
}

// dialLoopback connects to this machine. Names are not looked up: localhost is
// 127.0.0.1, or else ::1.
func dialLoopback(ctx context.Context, host, port string) (net.Conn, error) {
	hosts := []string{host}
	if strings.EqualFold(host, "localhost") {
		hosts = []string{"127.0.0.1", "::1"}
	}
	var last error
	for _, h := range hosts {
		ip := net.ParseIP(h)
		if ip == nil || !ip.IsLoopback() {
			return nil, errors.New("it leads beyond this machine")
		}
		var d net.Dialer
		conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(ip.String(), port))
		if err == nil {
			return conn, nil
		}
		last = err
	}
	return nil, last
}

// answer reads the status and the body of an answer.
func answer(r *bufio.Reader) (int, []byte, error) {
	in := textproto.NewReader(r)
	line, err := in.ReadLine()
	if err != nil {
		return 0, nil, errors.Join(errNoHTTP, err)
	}
	words := strings.Fields(line)
	if len(words) < 2 || !strings.HasPrefix(words[0], "HTTP/") {
		return 0, nil, errNoHTTP
	}
	status, err := strconv.Atoi(words[1])
	if err != nil {
		return 0, nil, errNoHTTP
	}
	header, err := in.ReadMIMEHeader()
	if err != nil {
		return 0, nil, errors.Join(errNoHTTP, err)
	}
	limit := int64(maxBody)
	if n, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64); err == nil && n >= 0 && n < limit {
		limit = n
	}
	body, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil && len(body) == 0 {
		return 0, nil, err
	}
	if strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") {
		body = unchunked(body)
	}
	return status, body, nil
}

// unchunked puts a body together that came in pieces, although nobody asked for it;
// as far as it came.
func unchunked(data []byte) []byte {
	var out []byte
	text := string(data)
	for {
		size, rest, ok := strings.Cut(text, "\r\n")
		size, _, _ = strings.Cut(size, ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		if !ok || err != nil || n == 0 {
			return out
		}
		if int(n) >= len(rest) {
			return append(out, rest...)
		}
		out = append(out, rest[:n]...)
		text = strings.TrimPrefix(rest[n:], "\r\n")
	}
}

package check

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// tryHTTP tries one check of an address.
func tryHTTP(t *testing.T, address string, expect ...course.Expectation) Outcome {
	t.Helper()
	task := &course.Task{ID: "t", Checks: []course.Check{{Kind: course.CheckHTTP, What: address, Expect: expect}}}
	r, err := Run(t.Context(), task, Try{Dir: t.TempDir(), Runner: &fake{}})
	if err != nil {
		t.Fatal(err)
	}
	return r.Outcomes[0]
}

func TestHTTP(t *testing.T) {
	elsewhere := 0
	mux := http.NewServeMux()
	mux.HandleFunc("/ok", func(w http.ResponseWriter, r *http.Request) { _, _ = fmt.Fprint(w, `{"name":"bread"}`) })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "gone", http.StatusGone) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) })
	mux.HandleFunc("/elsewhere", func(http.ResponseWriter, *http.Request) { elsewhere++ })
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) { _, _ = fmt.Fprint(w, strings.Repeat("x", 10*maxBody)) })
	server := httptest.NewServer(mux)
	defer server.Close()
	t.Setenv("http_proxy", "http://127.0.0.1:1")
	localhost := strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	is := func(name, text string) course.Expectation { return course.Expectation{Name: name, Text: text} }
	for _, c := range []struct {
		address string
		expect  []course.Expectation
		code    Code
	}{
		{server.URL + "/ok", nil, ""},
		{localhost + "/ok?a=b", []course.Expectation{is("status", "200"), is("contains", "bread"), is("json", "name = bread"), is("matches", "br.*d")}, ""},
		{server.URL + "/ok", []course.Expectation{is("contains", "salt")}, Missing},
		{server.URL + "/gone", nil, Status},
		{server.URL + "/gone", []course.Expectation{is("status", "400..499")}, ""},
		{server.URL + "/away", nil, Status},
		{server.URL + "/away", []course.Expectation{is("status", "302")}, ""},
		{server.URL + "/long", nil, ""},
		{"http://127.0.0.1:1/", nil, NoAnswer},
		{"http://example.org/", nil, NoAnswer},
		{"http://10.0.0.1/", nil, NoAnswer},
		{"http://0.0.0.0/", nil, NoAnswer},
		{"http://[::ffff:10.0.0.1]/", nil, NoAnswer},
		{"file:///etc/passwd", nil, NoAnswer},
	} {
		if o := tryHTTP(t, c.address, c.expect...); o.Found.Code != c.code || o.Held != (c.code == "") {
			t.Errorf("%s %v: %+v", c.address, c.expect, o)
		}
	}
	if elsewhere > 0 {
		t.Error("a redirect was followed")
	}
}

// TestHTTPOfWhatIsNone asks what answers nothing, or something else.
func TestHTTPOfWhatIsNone(t *testing.T) {
	for name, say := range map[string]string{
		"no HTTP": "SSH-2.0-x\r\n", "nothing": "", "half a header": "HTTP/1.0 200 OK\r\nA", "no status": "HTTP/1.0 x\r\n\r\n",
	} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			if conn, err := l.Accept(); err == nil {
				_, _ = conn.Write([]byte(say))
				_ = conn.Close()
			}
		}()
		if o := tryHTTP(t, "http://"+l.Addr().String()+"/"); o.Found.Code != NoAnswer {
			t.Errorf("%s: %+v", name, o)
		}
		_ = l.Close()
	}
}

// TestHTTPEndsWithItsContext: what never answers is not waited for.
func TestHTTPEndsWithItsContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, _, err := get(ctx, "http://"+l.Addr().String()); err == nil {
		t.Error("nothing answered, and no error")
	}
}

func TestUnchunked(t *testing.T) {
	for in, want := range map[string]string{
		"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n": "abcde", "ff\r\nabc": "abc", "": "", "zz\r\nabc": "", "7fffffffffffffff\r\nabc": "", "-1\r\na": "",
	} {
		if got := string(unchunked([]byte(in))); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// TestOnlyLoopbackIsDialled: also where nobody looked at the address before.
func TestOnlyLoopbackIsDialled(t *testing.T) {
	for _, host := range []string{"10.0.0.1", "0.0.0.0", "example.org", "localhost.example.org", "::", "", "2130706433"} {
		conn, err := dialLoopback(t.Context(), host, "80")
		if err == nil {
			_ = conn.Close()
		}
		if err == nil || !strings.Contains(err.Error(), "beyond this machine") {
			t.Errorf("%q: %v", host, err)
		}
	}
}

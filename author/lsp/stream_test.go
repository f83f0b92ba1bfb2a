package lsp_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/lsp"
)

func framed(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

const initialize = `{"jsonrpc":"2.0","id":7,"method":"initialize","params":{}}`

// TestFraming: whatever is sent, it is answered or the reason why not is the error, and
// never neither.
func TestFraming(t *testing.T) {
	for _, tt := range []struct{ name, in, answer, err string }{
		{"nothing", "", "", ""},
		{"no JSON", framed("hello") + framed(initialize), `"code":-32700`, ""},
		{"no bytes", "Content-Length: 0\r\n\r\n" + framed(initialize), `"code":-32700`, ""},
		{"a list", framed("[]") + framed(initialize), `"code":-32600`, ""},
		{"neither question nor answer", framed("{}") + framed(initialize), `"code":-32600`, ""},
		{"other headers", "Content-Type: x\r\ncontent-length: " + strings.TrimPrefix(framed(initialize), "Content-Length: "), `"id":7`, ""},
		{"lines without a carriage return", strings.ReplaceAll(framed(initialize), "\r", ""), `"id":7`, ""},
		{"a length in letters", "Content-Length: abc\r\n\r\n{}", "", "is no number"},
		{"a length below nought", "Content-Length: -5\r\n\r\n{}", "", "is no number"},
		{"a length that no number holds", "Content-Length: 99999999999999999999\r\n\r\n{}", "", "is no number"},
		{"a huge length", "Content-Length: 99999999999\r\n\r\n{}", "", "too long"},
		{"no length", "X: 1\r\n\r\n{}", "", "no Content-Length"},
		{"no header", "hello\n", "", "is no header"},
		{"endless headers", strings.Repeat("X: 1\r\n", 10_000), "", "more than 4096 bytes"},
		{"an endless line", strings.Repeat("x", 100_000), "", "more than 4096 bytes"},
		{"cut in the headers", "Content-Le", "", "ends within a message"},
		{"cut in the message", "Content-Length: 50\r\n\r\n{", "", "ends within a message"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			err := lsp.Serve(context.Background(), strings.NewReader(tt.in), &out, lsp.Options{Version: "test"})
			if !strings.Contains(out.String(), tt.answer) || strings.Contains(tt.in, initialize) && !strings.Contains(out.String(), `"id":7`) {
				t.Errorf("answered %q, want %s", out.String(), tt.answer)
			}
			if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
				t.Errorf("the error is %v, want %q", err, tt.err)
			}
		})
	}
}

// TestNamesThatAreNone: a name that cannot be an id is refused with a word, and a short
// one.
func TestNamesThatAreNone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("---\nid: bees\n---\n# Bees\n\nThey fly.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	e := start(t, dir)
	e.open("a.md")
	at := func(as string) map[string]any {
		return map[string]any{"textDocument": map[string]any{"uri": e.uri("a.md")}, "position": map[string]any{"line": 1, "character": 5}, "newName": as}
	}
	for _, as := range []string{"", " ", "a b", `"a"`, "it's", "../a", "a/b", `a\b`, "a:b", "a.b", "a\nb", "-a", "[a]", "{a}", "#a", "&a", "*a", "a\x00", "\u202ea", strings.Repeat("a", 10_000), strings.Repeat("ä", 10_000)} {
		err := e.try("textDocument/rename", at(as), nil)
		if err == nil || len(err.Error()) > 400 || !strings.Contains(err.Error(), "an id ") {
			t.Errorf("%.20q is taken, or not refused in a few words: %.500v", as, err)
		}
	}
	for _, as := range []string{"wasps", "wild-bees", "bienen_2", "蜜蜂", "true", "null"} {
		if err := e.try("textDocument/rename", at(as), nil); err != nil {
			t.Errorf("%q is refused: %v", as, err)
		}
	}
}

//go:build e2e && unix

package e2e

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// ends are both ends of a program's standard streams.
type ends struct {
	io.Reader
	io.WriteCloser
}

// TestAnEditor talks with the built program as an editor does: it opens a broken
// lesson, is told what is wrong, asks for the cure, and leaves.
func TestAnEditor(t *testing.T) {
	dir := t.TempDir()
	text := "# One\n\n### Question: One?\n<!-- id: one -->\n\n-[x] Yes\n-[ ] No\n"
	if err := os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary(t), "lsp")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	type finding struct{ Code string }
	found := make(chan []finding, 100)
	handler := jsonrpc2.HandlerWithError(func(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
		var p struct{ Diagnostics []finding }
		if r.Method == "textDocument/publishDiagnostics" {
			if err := json.Unmarshal(*r.Params, &p); err != nil {
				return nil, err
			}
			found <- p.Diagnostics
		}
		return nil, nil
	})
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	editor := jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(ends{out, in}, jsonrpc2.VSCodeObjectCodec{}), handler)
	uri := "file://" + filepath.Join(dir, "one.md")
	do := func(method string, params, result any) {
		t.Helper()
		if err := editor.Call(ctx, method, params, result); err != nil {
			t.Fatalf("%s: %v", method, err)
		}
	}
	do("initialize", map[string]any{"rootUri": "file://" + dir, "capabilities": map[string]any{}}, nil)
	if err := editor.Notify(ctx, "textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "markdown", "version": 1, "text": text}}); err != nil {
		t.Fatal(err)
	}
	select {
	case list := <-found:
		if len(list) == 0 || list[0].Code != "box-without-space" {
			t.Errorf("it found %v", list)
		}
	case <-time.After(patience):
		t.Fatal("it told no finding")
	}
	var actions []struct{ Title string }
	line := map[string]any{"line": 5, "character": 0}
	do("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": uri}, "range": map[string]any{"start": line, "end": line}, "context": map[string]any{"diagnostics": []any{}}}, &actions)
	if len(actions) == 0 {
		t.Error("no cure is offered")
	}
	do("shutdown", nil, nil)
	if err := editor.Notify(ctx, "exit", nil); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// Package lsp is a language server for courses: it tells an editor what is wrong
// while it is written, completes keys and names, shows what a name stands for,
// renames it everywhere, and offers the cures that are sure.
package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/internal/crash"
)

// Options say how to serve.
type Options struct {
	Version string        // of the program
	Quiet   time.Duration // how long nothing is typed before the course is read again
	Fault   func(*crash.Fault)
}

// Serve talks with one editor until it says that it is done, or its end closes.
// It reads files of the courses that are open there, and writes none. The error says why
// the conversation broke off, where the editor did not end it.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	s := &server{options: o, documents: documents{}, told: map[string]bool{}}
	ended, end := context.WithCancel(ctx)
	defer end()
	s.end = end
	handler := jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed()
	messages := &stream{in: bufio.NewReader(in), out: out}
	conn := jsonrpc2.NewConn(ended, messages, handler, jsonrpc2.SetLogger(silent{}))
	select {
	case <-conn.DisconnectNotify():
		if messages.err != nil {
			s.close()
			return messages.err
		}
	case <-ended.Done():
	}
	s.close()
	_ = conn.Close() // the editor may have gone first
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx.Err() == nil && s.exited && !s.shutdown {
		return errors.New("the editor ended without saying that it is done")
	}
	return nil
}

// close ends what waits to be read.
func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.timer != nil {
		s.timer.Stop()
	}
}

// silent takes what the library would log: the editor is told in answers.
type silent struct{}

// Printf implements jsonrpc2.Logger.
func (silent) Printf(string, ...any) {}

// server is a conversation with one editor. What it knows is guarded by mu:
// answers come from the conversation, findings from the timer.
type server struct {
	options Options
	end     context.CancelFunc

	mu        sync.Mutex
	documents documents
	workspace []string
	folders   map[string]*folder // the courses as they were read last, by their folder
	edition   int                // of the documents: changes with each of them
	read      int                // the edition that folders are of
	told      map[string]bool    // files that findings are shown in
	timer     *time.Timer
	shutdown  bool
	exited    bool
	closed    bool
}

// handle answers one message. A fault in it costs the answer, not the editor's
// session.
func (s *server) handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			s.fault(crash.Caught(p))
			result, err = nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: "cairn failed at " + req.Method}
		}
	}()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shutdown && req.Method != "exit" {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the server was shut down"}
	}
	answer := s.methods()[req.Method]
	if answer == nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "cairn does not know " + req.Method}
	}
	params := json.RawMessage("null")
	if req.Params != nil {
		params = *req.Params
	}
	result, err = answer(ctx, conn, params)
	if errors.Is(err, errBadParams) {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return result, err
}

func (s *server) fault(f *crash.Fault) {
	if s.options.Fault != nil {
		s.options.Fault(f)
	}
}

type method func(ctx context.Context, conn *jsonrpc2.Conn, params json.RawMessage) (any, error)

// methods are the messages that are answered. What an editor may send and needs
// no answer stands there too, so that it is told no error.
func (s *server) methods() map[string]method {
	nothing := func(context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error) { return nil, nil }
	return map[string]method{
		"initialize":                          with(s.initialize),
		"initialized":                         nothing,
		"shutdown":                            s.doShutdown,
		"exit":                                s.doExit,
		"$/cancelRequest":                     nothing,
		"$/setTrace":                          nothing,
		"textDocument/didOpen":                with(s.didOpen),
		"textDocument/didChange":              with(s.didChange),
		"textDocument/didClose":               with(s.didClose),
		"textDocument/didSave":                with(s.didSave),
		"workspace/didChangeWatchedFiles":     s.didChangeFiles,
		"workspace/didChangeConfiguration":    nothing,
		"workspace/didChangeWorkspaceFolders": nothing,
		"textDocument/completion":             with(s.completion),
		"textDocument/hover":                  with(s.hover),
		"textDocument/definition":             with(s.definition),
		"textDocument/references":             with(s.references),
		"textDocument/prepareRename":          with(s.prepareRename),
		"textDocument/rename":                 with(s.rename),
		"textDocument/codeAction":             with(s.codeAction),
	}
}

// errBadParams says that a message holds something else than it should.
var errBadParams = errors.New("the message cannot be read")

// with reads what a message holds.
func with[P any](answer func(conn *jsonrpc2.Conn, p P) (any, error)) method {
	return func(_ context.Context, conn *jsonrpc2.Conn, params json.RawMessage) (any, error) {
		var p P
		if err := json.Unmarshal(params, &p); err != nil {
			return nil, fmt.Errorf("%w: %w", errBadParams, err)
		}
		return answer(conn, p)
	}
}

func (s *server) initialize(_ *jsonrpc2.Conn, p initializeParams) (any, error) {
	for _, f := range append(p.WorkspaceFolders, documentID{URI: p.RootURI}) {
		if dir := pathOf(f.URI); dir != "" {
			s.workspace = append(s.workspace, dir)
		}
	}
	return capabilities(s.options.Version), nil
}

func (s *server) doShutdown(context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error) {
	s.shutdown = true
	return nil, nil
}

func (s *server) doExit(context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error) {
	s.exited = true
	s.end()
	return nil, nil
}

func (s *server) didOpen(conn *jsonrpc2.Conn, p openParams) (any, error) {
	if file := pathOf(p.TextDocument.URI); file != "" {
		s.documents[file] = p.TextDocument.Text
		s.readSoon(conn)
	}
	return nil, nil
}

func (s *server) didChange(conn *jsonrpc2.Conn, p changeParams) (any, error) {
	file := pathOf(p.TextDocument.URI)
	text, ok := s.documents[file]
	if !ok {
		return nil, nil
	}
	for _, c := range p.Changes {
		if c.Range == nil {
			text = c.Text
			continue
		}
		start, end := offsetOf(text, c.Range.Start), offsetOf(text, c.Range.End)
		text = text[:min(start, end)] + c.Text + text[max(start, end):]
	}
	s.documents[file] = text
	s.readSoon(conn)
	return nil, nil
}

func (s *server) didClose(conn *jsonrpc2.Conn, p documentParams) (any, error) {
	delete(s.documents, pathOf(p.TextDocument.URI))
	s.readSoon(conn)
	return nil, nil
}

func (s *server) didSave(conn *jsonrpc2.Conn, _ documentParams) (any, error) {
	s.readSoon(conn)
	return nil, nil
}

func (s *server) didChangeFiles(_ context.Context, conn *jsonrpc2.Conn, _ json.RawMessage) (any, error) {
	s.readSoon(conn)
	return nil, nil
}

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestOpenerIsForThisMachineOnly(t *testing.T) {
	for _, name := range []string{"SSH_CONNECTION", "SSH_TTY"} {
		env := environment{getenv: func(n string) string {
			if n == name || n == "DISPLAY" {
				return "x"
			}
			return ""
		}}
		if env.opener() != nil {
			t.Errorf("with %s an address is opened on another machine", name)
		}
	}
	if runtime.GOOS == "linux" && (environment{getenv: func(string) string { return "" }}).opener() != nil {
		t.Error("without a desktop there is something to open an address with")
	}
}

func TestOpenWith(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the command is a script of a shell")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	out := filepath.Join(dir, "opened")
	for name, script := range map[string]string{"good": "printf %s \"$1\" > " + out, "bad": "exit 1"} {
		if err := os.WriteFile(filepath.Join(dir, "cairn-test-"+name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	const address = "https://example.org/?a=1&b=$(x);'"
	if err := openWith("cairn-test-good")(address); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(out); string(got) != address {
		t.Errorf("opened %q, want %q", got, address)
	}
	for _, c := range []struct{ command, address, want string }{
		{"cairn-test-bad", address, "cairn-test-bad could not do it"},
		{"cairn-test-none", address, "there is no cairn-test-none"},
		{"cairn-test-good", "file:///etc/passwd", "it is no address of the web"},
		{"cairn-test-good", "-x", "it is no address of the web"},
		{"cairn-test-good", "https://a\nb", "it is no address of the web"},
	} {
		if err := openWith(c.command)(c.address); err == nil || err.Error() != c.want {
			t.Errorf("%s %q: %v, want %s", c.command, c.address, err, c.want)
		}
	}
}

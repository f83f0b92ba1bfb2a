package code_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

// TestToolsThatAreNamed: a command finds the learner's own toolchain first, can read
// it and keep what it made, and has the time that compiling takes.
func TestToolsThatAreNamed(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache")
	machine := code.Machine{
		Look: func(name string) (string, error) {
			if name != "go" && name != "cc" {
				return "", exec.ErrNotFound
			}
			return "/opt/" + name + "/bin/" + name, nil
		},
		Ask: func(program string, _ ...string) (string, error) { return filepath.Dir(filepath.Dir(program)), nil },
	}
	run := func(script string) wall.Command {
		t.Helper()
		r := &steps{results: []wall.Result{{}}}
		x := &code.Tooled{Runner: r, Machine: machine, Cache: cache, Found: new(code.Found)}
		if _, err := x.Run(t.Context(), wall.Command{Script: script, Env: []string{"A=b"}}); err != nil {
			t.Fatal(err)
		}
		return r.ran[0]
	}
	for _, script := range []string{"ls", "echo gone; cargo build", "mango vet ./...", "sh go.sh"} {
		if c := run(script); c.Limits != (wall.Limits{}) || c.Read != nil || c.Cache != "" || len(c.Env) != 1 {
			t.Errorf("%s: %+v", script, c)
		}
	}
	if _, err := os.Stat(cache); err == nil {
		t.Error("there is a folder for what nothing made")
	}
	for _, script := range []string{"go vet ./...", "cd x && go run .", "gofmt -l .", `test "$(go env GOOS)" = linux`} {
		if !code.ColdFor(script, cache) {
			t.Errorf("%s: it is not cold", script)
		}
		c := run(script)
		if !slices.Contains(c.Read, "/opt/go") || c.Cache != cache || c.Limits.Wall < 3*time.Minute || !strings.Contains(strings.Join(c.Env, "\n"), "\nPATH=/opt/go/bin"+string(os.PathListSeparator)) {
			t.Errorf("%s: %+v", script, c)
		}
		if !slices.Contains(c.Env, "GOCACHE="+filepath.Join(cache, "go")) || slices.Contains(c.Env, "GOWORK=off") || c.Env[0] != "A=b" {
			t.Errorf("%s: %q", script, c.Env)
		}
	}
	if err := os.MkdirAll(filepath.Join(cache, "go"), 0o700); err != nil {
		t.Fatal(err)
	}
	if c := run("go vet ./..."); c.Limits.Wall > 2*time.Minute || c.Limits.Wall < time.Minute {
		t.Errorf("with what was kept: %+v", c.Limits)
	}
	both := run("go build && cc x.c")
	if path := both.Env[len(both.Env)-1]; !strings.HasPrefix(path, "PATH=/opt/cc/bin"+string(os.PathListSeparator)+"/opt/go/bin"+string(os.PathListSeparator)) {
		t.Error(path)
	}
}

package wall

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
)

// guardName is what the guard is called by.
const guardName = "cairn: guard"

// patience is how long after it should be over the guard is waited for.
const patience = 15 * time.Second

// Run runs a command and waits until nothing of it is left. Whatever the command
// does is a Result: an error means that it did not run, or that what came out
// of it cannot be told. When the context ends, the command is ended, and that is
// a Result too.
func (w Walls) Run(ctx context.Context, c Command) (Result, error) {
	s, err := w.spec(c)
	if err != nil {
		return Result{Level: w.Level}, err
	}
	if ctx.Err() != nil {
		return Result{Exit: -1, Ended: Stopped, Level: w.Level}, nil
	}
	line, err := json.Marshal(s)
	if err != nil {
		return Result{Level: w.Level}, fmt.Errorf("telling the guard what to run: %w", err)
	}
	begun := time.Now()
	// The guard must end by itself; this is for one that was ended by others.
	hard, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.Limits.Wall+patience)
	defer cancel()
	cmd := exec.CommandContext(hard, w.self)
	cmd.Args = []string{guardName}
	cmd.Env = guardEnv()
	cmd.WaitDelay = time.Second
	apart(cmd)
	got := &frames{keep: s.Limits.Output}
	var trouble bounded
	cmd.Stdout, cmd.Stderr = got, &trouble
	lifeline, err := cmd.StdinPipe()
	if err != nil {
		return Result{Level: w.Level}, err
	}
	if err := cmd.Start(); err != nil {
		return Result{Level: w.Level}, fmt.Errorf("starting the guard of a command: %w", err)
	}
	_, err = lifeline.Write(append(line, '\n'))
	// Only now: a guard that was told nothing has nothing to say. To close its input is
	// how it is told that the context ended.
	stop := context.AfterFunc(ctx, func() { _ = lifeline.Close() })
	defer stop()
	if err = errors.Join(err, cmd.Wait()); got.report == nil {
		endGroup(got.group) // something ended the guard; this is what can still be found
		return Result{Level: w.Level}, fmt.Errorf("the guard of a command did not say what came out: %w%s", orEnded(err), trouble.said())
	}
	r := got.report
	res := Result{
		Exit: r.Exit, Stdout: got.out, Stderr: got.err, Cut: r.Cut, Ended: r.Ended, Level: w.Level, Took: time.Since(begun),
		CPU: time.Duration(r.CPU), Peak: r.Peak,
	}
	switch {
	case r.Error != "":
		return res, fmt.Errorf("the command was not run: %s", plain(r.Error))
	case r.Left > 0:
		return res, fmt.Errorf("%d processes of the command could not be ended", r.Left)
	}
	return res, nil
}

func orEnded(err error) error {
	if err == nil {
		return io.ErrUnexpectedEOF
	}
	return err
}

// spec checks a command and completes it.
func (w Walls) spec(c Command) (spec, error) {
	switch {
	case w.self == "":
		return spec{}, fmt.Errorf("%s: %w", orText(w.Why, "nobody looked for walls"), ErrNotIsolated)
	case w.Level == None && !c.NotIsolated:
		return spec{}, ErrNotIsolated
	case len(c.Script) > MaxScript:
		return spec{}, fmt.Errorf("the script has %d bytes, and %d are allowed", len(c.Script), MaxScript)
	case strings.ContainsRune(c.Script, 0):
		return spec{}, errors.New("the script holds a zero byte, which no shell can read")
	}
	dir, err := folder(c.Dir)
	if err != nil {
		return spec{}, err
	}
	s := spec{
		Level: w.Level, Dir: dir, Temp: os.TempDir(), Script: c.Script, Limits: c.Limits.filled(),
		Self: w.self, Bwrap: w.bwrap, Extra: w.extra, Env: environment(dir, c.Env),
	}
	if c.Cache != "" {
		if s.Cache, err = folder(c.Cache); err != nil {
			return spec{}, err
		}
	}
	for _, r := range c.Read {
		if r, err := filepath.Abs(r); err == nil {
			if _, err := os.Stat(r); err == nil {
				s.Read = append(s.Read, r)
			}
		}
	}
	for _, r := range s.Read {
		if whole, err := filepath.EvalSymlinks(r); w.Level > None && (err != nil || holdsHome(whole)) {
			return spec{}, fmt.Errorf("%s: %w: your home could be read as well", r, ErrFolder)
		}
	}
	return s, nil
}

// folder is a folder that a command may write to, without links. It is neither
// the learner's home nor one that home is in.
func folder(name string) (string, error) {
	dir, err := filepath.Abs(name)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrFolder, err)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", fmt.Errorf("%s: %w: it is no folder", name, ErrFolder)
	}
	if holdsHome(dir) {
		return "", fmt.Errorf("%s: %w: it would be given your home as well", name, ErrFolder)
	}
	return dir, nil
}

// holdsHome reports whether a folder, without links, is the learner's home, or one
// that home is in.
func holdsHome(dir string) bool {
	homes := []string{string(filepath.Separator)}
	if home, err := os.UserHomeDir(); err == nil {
		homes = append(homes, home)
		if home, err = filepath.EvalSymlinks(home); err == nil {
			homes = append(homes, home)
		}
	}
	for _, home := range homes {
		if rel, err := filepath.Rel(dir, home); err == nil && (rel == "." || filepath.IsLocal(rel)) {
			return true
		}
	}
	return false
}

// environment is all that a command finds in its environment: its own variables
// in place of those that each has. TMPDIR is added by the guard. Git, of all
// programs, looks for its settings in places that are behind walls, gives up
// where it may not, and would take a folder above for its own.
func environment(dir string, more []string) []string {
	env := append(systemEnv(), "HOME="+dir, "LANG=C.UTF-8", "TERM=dumb",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_ATTR_NOSYSTEM=1", "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
	for _, m := range more {
		name, _, ok := strings.Cut(m, "=")
		if !ok || name == "" || strings.ContainsRune(m, 0) {
			continue // what no environment can hold
		}
		env = slices.DeleteFunc(env, func(e string) bool { return strings.HasPrefix(e, name+"=") })
		env = append(env, m)
	}
	return env
}

// SearchPath is where a command finds programs that says no PATH of its own.
func SearchPath() string {
	for _, e := range systemEnv() {
		if value, ok := strings.CutPrefix(e, "PATH="); ok {
			return value
		}
	}
	return ""
}

// plain is a text of another program on one line, of letters that can be seen.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	return strings.TrimSpace(s)
}

func orText(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// bounded keeps the beginning of what a guard complains of.
type bounded struct{ text []byte }

// Write implements io.Writer.
func (b *bounded) Write(p []byte) (int, error) {
	b.text = append(b.text, p[:min(len(p), 2000-len(b.text))]...)
	return len(p), nil
}

// said is that, cleaned and on one line, behind a colon.
func (b *bounded) said() string {
	if len(b.text) == 0 {
		return ""
	}
	return ": " + plain(string(b.text))
}

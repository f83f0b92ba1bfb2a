package code

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Tooled runs commands with the toolchains that they name. A learner's own often
// stand where no wall lets a command look, such as /usr/local/go.
type Tooled struct {
	Runner  wall.Runner
	Machine Machine // where toolchains are looked for; one without Look has none
	Cache   string  // a folder that toolchains keep their results in, made when it is needed; empty: none
	Found   *Found  // what programs told before
}

// Run runs a command. Where it names a toolchain of this machine, that is found
// first on its PATH, can be read, and has the limits of what compiles, unless the
// command says others.
func (x *Tooled) Run(ctx context.Context, c wall.Command) (wall.Result, error) {
	for _, l := range languages() {
		if !l.namedIn(c.Script) {
			continue
		}
		t := x.find(l.name)
		if t.Program == "" {
			continue
		}
		if l.caches && x.Cache != "" {
			if err := os.MkdirAll(x.Cache, 0o700); err != nil {
				return wall.Result{}, fmt.Errorf("making a folder for what %s compiles: %w", l.name, trouble.At(x.Cache, err))
			}
			c.Cache = x.Cache
		}
		if l.build != "" && c.Limits == (wall.Limits{}) {
			c.Limits = compiling()
			if c.Cache != "" && Cold(l.name, c.Cache) {
				c.Limits = building()
			}
		}
		c.Read = append(slices.Clip(c.Read), t.read...)
		c.Env = append(inFront(c.Env, filepath.Dir(t.Program)), l.forTasks(c.Cache)...)
	}
	return x.Runner.Run(ctx, c)
}

// compiling is what a command of a task may use that names a toolchain which
// compiles: there is no telling its time from that of the program.
func compiling() wall.Limits {
	return wall.Limits{Wall: 90 * time.Second, CPU: 120 * time.Second, Memory: 2 << 30, File: 100 << 20}
}

// find is a toolchain that a command names; one without Program is not here, as the
// command will say.
func (x *Tooled) find(language string) Toolchain {
	if x.Machine.Look == nil {
		return Toolchain{}
	}
	t, err := x.Found.Find(x.Machine, language)
	if err != nil {
		return Toolchain{}
	}
	return t
}

// ColdFor reports whether a script names a toolchain that has kept nothing yet in a
// folder of its results.
func ColdFor(script, cache string) bool {
	return slices.ContainsFunc(languages(), func(l language) bool { return l.namedIn(script) && Cold(l.name, cache) })
}

// namedIn reports whether a script names the toolchain, or what comes with it.
func (l language) namedIn(script string) bool {
	for word := range strings.FieldsFuncSeq(script, func(r rune) bool { return strings.ContainsRune(" \t\n;&|()<>`$\"'{}", r) }) {
		if l.name != "sh" && (slices.Contains(l.programs, word) || slices.Contains(l.beside, word)) {
			return true
		}
	}
	return false
}

// forTasks is what a toolchain finds set where a command of a task starts it.
func (l language) forTasks(cache string) []string {
	if l.env == nil {
		return nil
	}
	return slices.DeleteFunc(l.env(cache), func(e string) bool { return e == "GOWORK=off" }) // a task may be about that
}

// inFront is an environment in which a folder is looked into first.
func inFront(env []string, dir string) []string {
	search := wall.SearchPath()
	for _, e := range env {
		if value, ok := strings.CutPrefix(e, "PATH="); ok {
			search = value
		}
	}
	return append(slices.Clip(env), "PATH="+dir+string(os.PathListSeparator)+search)
}

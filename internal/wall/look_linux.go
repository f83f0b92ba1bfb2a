package wall

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// Look finds out what walls this machine has, by running a command behind each,
// the best ones first: that bubblewrap is there does not say that it works. It
// takes as long as that, some tens of milliseconds. self is the path of this
// program, which must call Called and Serve.
func Look(self string) Walls { return look(self, Isolated) }

// look is Look for walls up to a level.
func look(self string, most Level) Walls {
	var why []string
	if most >= Isolated {
		w, err := lookIsolated(self, bubblewraps())
		if err == nil {
			return w
		}
		why = append(why, "bubblewrap: "+plain(err.Error()))
	}
	if most >= Limited {
		w, err := lookLimited(self)
		if err == nil {
			w.Why = strings.Join(why, "; ")
			return w
		}
		why = append(why, "Landlock: "+plain(err.Error()))
	}
	return Walls{Level: None, Why: strings.Join(why, "; "), self: self}
}

// bubblewraps are the places where bubblewrap may be. PATH is not asked: what is
// run here guards the learner.
func bubblewraps() []string {
	return []string{"/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap", "/run/current-system/sw/bin/bwrap"}
}

// lookIsolated tries bubblewrap, with all that its newer versions can do and
// then without.
func lookIsolated(self string, places []string) (Walls, error) {
	for _, name := range places {
		if _, err := os.Stat(name); err != nil {
			continue
		}
		var last error
		for _, extra := range [][]string{{"--disable-userns", "--assert-userns-disabled"}, nil} {
			w := Walls{Level: Isolated, self: self, bwrap: name, extra: extra}
			if last = w.try(); last == nil {
				return w, nil
			}
		}
		return Walls{}, last
	}
	return Walls{}, errors.New("it is not installed")
}

// lookLimited tries Landlock.
func lookLimited(self string) (Walls, error) {
	version, err := landlockVersion()
	switch {
	case err != nil:
		return Walls{}, err
	case version < landlockLeast:
		return Walls{}, fmt.Errorf("version %d of the kernel's does not keep files from being cut; %d does", version, landlockLeast)
	case !filters():
		return Walls{}, errors.New("system calls cannot be filtered on this kind of processor")
	}
	w := Walls{Level: Limited, self: self, Lacks: []Lack{LackPermissions}}
	if version < landlockSignals {
		w.Lacks = append(w.Lacks, LackSignals)
	}
	return w, w.try()
}

// try runs a command that does nothing. Inside, every wall is tried before.
func (w Walls) try() error {
	dir, err := os.MkdirTemp("", "cairn-look-")
	if err != nil {
		return err
	}
	defer RemoveAll(dir)
	// Long enough that a busy machine is not taken for one without walls.
	r, err := w.Run(context.Background(), Command{Dir: dir, Script: "echo it works", Limits: Limits{Wall: 15 * time.Second}})
	switch {
	case err != nil && len(r.Stderr) > 0:
		return fmt.Errorf("%w: %s", err, plain(string(r.Stderr)))
	case err != nil:
		return err
	case r.Exit != 0 || string(r.Stdout) != "it works\n":
		return fmt.Errorf("%v with status %d: %s", r.Ended, r.Exit, plain(string(r.Stderr)))
	}
	return nil
}

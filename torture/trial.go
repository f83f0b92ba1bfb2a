package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// trial is tests of one package that hold one promise.
type trial struct {
	promise, pkg, pattern string
	flags                 []string
}

// parse reads the list of promises.
func parse(text string) ([]trial, error) {
	var trials []trial
	for n, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(words) < 3 {
			return nil, fmt.Errorf("%s, line %d: a promise, a package and a pattern are wanted, this is %q", listFile, n+1, line)
		}
		trials = append(trials, trial{promise: words[0], pkg: words[1], pattern: words[2], flags: words[3:]})
	}
	return trials, nil
}

// result is what came of a trial.
type result struct {
	trial
	passed  bool
	skipped []string // tests that could not be run here
	figures []string // what they reported
	took    time.Duration
}

// try runs the tests of a trial with the full figures. Their output goes to
// this program's.
func try(t trial) result {
	// The package comes before the flags: after one that go test does not know it
	// would take the package for an argument of the tests.
	args := append([]string{"test", "-json", "-count=1", "-timeout=12h", "-run", t.pattern, t.pkg}, t.flags...)
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), torture.Variable+"=1")
	cmd.Stderr = os.Stderr
	began := time.Now()
	out, err := cmd.Output()
	came := read(out)
	came.trial, came.took = t, time.Since(began)
	came.passed = came.passed && err == nil
	return came
}

// event is a line of go test -json.
type event struct{ Action, Test, Output string }

// read takes the reports out of the output of go test -json. A run in which no
// test passed has not passed.
func read(out []byte) result {
	var r result
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			continue
		}
		switch e.Action {
		case "output":
			if _, figure, ok := strings.Cut(e.Output, torture.Mark); ok {
				_, figure, _ = strings.Cut(figure, ": ")
				r.figures = append(r.figures, strings.TrimSpace(figure))
				fmt.Fprintln(os.Stderr, "  "+strings.TrimSpace(figure))
			} else if strings.Contains(e.Output, "FAIL") {
				fmt.Fprint(os.Stderr, "  "+e.Output)
			}
		case "pass":
			r.passed = r.passed || e.Test != ""
		case "skip":
			if e.Test != "" {
				r.skipped = append(r.skipped, e.Test)
			}
		}
	}
	return r
}

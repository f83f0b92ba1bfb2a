// Command torture tries the promises of docs/reliability.md at their full
// figures, and writes what came of it into that page. `make torture` runs it
// from the root of the module; it takes hours.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

const (
	listFile   = "torture/promises.txt"
	reportFile = "docs/reliability.md"
)

func main() {
	only := flag.String("only", "", "try these promises only, such as P1,P5; the page keeps what it says of the others")
	flag.Parse()
	if err := run(*only); err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

func run(only string) error {
	list, err := os.ReadFile(listFile)
	if err != nil {
		return fmt.Errorf("reading the list of promises; run this at the root of the module: %w", err)
	}
	trials, err := parse(string(list))
	if err != nil {
		return err
	}
	page, err := os.ReadFile(reportFile)
	if err != nil {
		return fmt.Errorf("reading the page that the report goes into: %w", err)
	}
	chosen, err := choose(trials, only)
	if err != nil {
		return err
	}
	failed := 0
	text := string(page)
	for _, t := range chosen {
		fmt.Fprintf(os.Stderr, "%s %s %s\n", t.promise, t.pkg, t.pattern)
		came := try(t)
		if !came.passed {
			failed++
		}
		if text, err = record(text, came, time.Now()); err != nil {
			return err
		}
		if err := os.WriteFile(reportFile, []byte(text), 0o644); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	fmt.Fprintf(os.Stderr, "%d of %d passed, on %s with %d processors\n", len(chosen)-failed, len(chosen), runtime.GOOS, runtime.NumCPU())
	if failed > 0 {
		return fmt.Errorf("%d did not hold; %s says which", failed, reportFile)
	}
	return nil
}

// choose picks the trials of the promises that are asked for.
func choose(trials []trial, only string) ([]trial, error) {
	if only == "" {
		return trials, nil
	}
	var chosen []trial
	for promise := range strings.SplitSeq(only, ",") {
		before := len(chosen)
		for _, t := range trials {
			if t.promise == promise {
				chosen = append(chosen, t)
			}
		}
		if len(chosen) == before {
			return nil, fmt.Errorf("no test is listed for %q in %s", promise, listFile)
		}
	}
	return chosen, nil
}

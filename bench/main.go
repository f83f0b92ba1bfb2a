//go:build unix

// Command bench measures cairn from outside, beside its rivals: how soon its
// first text is on the screen, how soon a key is answered, what it takes of
// memory and processor, and how fast courses are checked. It makes its own
// material, needs no network, and prints tables in Markdown.
//
// A program that is not on the PATH is left out. Where CAIRN_PTYBENCH names a
// ptybench, that measures what happens in a terminal; else this program does,
// with a terminal of its own. A and B run in turn, A B A B, so that a machine
// that is slower for a while is so for both: quote the ratios.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/cairn-learn/cairn/bench/material"
)

// bench is one run of everything.
type bench struct {
	out      io.Writer
	cairn    string // the program
	empty    string // the least program with Bubble Tea
	dir      string // of the material
	runs     int
	keys     int
	terminal measurer
}

// measurer measures two programs in a terminal, in turn.
type measurer interface {
	measure(a, b program, runs, keys int) (resA, resB result, err error)
	name() string
}

func main() {
	b := &bench{out: os.Stdout}
	flag.StringVar(&b.cairn, "cairn", "bin/cairn", "the built `program`")
	flag.StringVar(&b.empty, "empty", "bin/empty", "the built `program` of bench/empty")
	flag.IntVar(&b.runs, "n", 7, "runs of each program")
	flag.IntVar(&b.keys, "keys", 60, "keys in each run that measures keys")
	lessons := flag.Int("lessons", 10_000, "lessons of the large course")
	flag.Parse()
	if err := b.run(*lessons); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (b *bench) run(lessons int) (err error) {
	for _, p := range []*string{&b.cairn, &b.empty} {
		if *p, err = filepath.Abs(*p); err != nil {
			return fmt.Errorf("finding the program: %w", err)
		}
		if _, err := os.Stat(*p); err != nil {
			return fmt.Errorf("finding the program: %w; run make bench", err)
		}
	}
	if b.dir, err = os.MkdirTemp("", "cairn-bench-"); err != nil {
		return fmt.Errorf("making a folder for the material: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.dir)) }()
	if err := b.makeMaterial(lessons); err != nil {
		return err
	}
	b.terminal = window{}
	if tool := os.Getenv("CAIRN_PTYBENCH"); tool != "" {
		b.terminal = ptybench{tool: tool, scratch: b.path("result.json")}
	}
	b.say("Measured with %d processors of %s, %s; %d runs of each program in turn, by %s.\n",
		runtime.NumCPU(), runtime.GOARCH, runtime.Version(), b.runs, b.terminal.name())
	for _, part := range []func() error{b.starts, b.keyTable, b.checks, b.size} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// makeMaterial fills the folder with courses, texts, a site and logs.
func (b *bench) makeMaterial(lessons int) error {
	err := errors.Join(
		material.Course(b.path("ten"), 10),
		material.Course(b.path("large"), lessons),
		material.OnePage(b.path("page"), 1_000_000),
		material.Site(b.path("site"), b.path("large")),
	)
	for name, size := range texts() {
		err = errors.Join(err, material.OneLesson(b.path(name), size),
			os.WriteFile(b.path(name+".md"), []byte(material.Chapter(size)), 0o644))
	}
	for name, events := range logs() {
		err = errors.Join(err, writeLog(b.path(name), events))
	}
	return err
}

// texts gives the sizes of the chapters, by name.
func texts() map[string]int {
	return map[string]int{"1kB": 1_000, "100kB": 100_000, "1MB": 1_000_000}
}

// logs gives the numbers of events of the logs, by name.
func logs() map[string]int { return map[string]int{"log-10000": 10_000, "log-100000": 100_000} }

func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

func (b *bench) say(format string, args ...any) {
	if _, err := fmt.Fprintf(b.out, format+"\n", args...); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// course is cairn in one of the courses, with a log of its own that is new at
// every run unless data is given.
func (b *bench) course(text, keep string, args ...string) program {
	return program{argv: append([]string{b.cairn}, args...), text: text, data: b.path("data"), keep: keep}
}

// floor is the least program at a frame rate.
func (b *bench) floor(fps int) program {
	return program{argv: []string{b.empty, fmt.Sprintf("-fps=%d", fps)}, text: "count 0"}
}

// onPath reports whether a program can be run.
func onPath(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

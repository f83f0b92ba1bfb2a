//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// starts measures how soon the first text is there.
func (b *bench) starts() error {
	const first = "Start of the lesson"
	b.say("## First text on the screen\n\n| cairn with | ms | peak MB | beside | ms | peak MB | ratio of times | of memory |\n|---|---|---|---|---|---|---|---|")
	floor := b.floor(60)
	row := func(what string, a program, beside string, other program) error {
		resA, resB, err := b.terminal.measure(a, other, b.runs, 0)
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		b.say("| %s | %.1f | %.1f | %s | %.1f | %.1f | %.2f | %.2f |", what, resA.textMS, resA.peakMB, beside, resB.textMS, resB.peakMB,
			resA.textMS/resB.textMS, resA.peakMB/resB.peakMB)
		return nil
	}
	err := row("its library", b.course("Git", ""), "empty", floor)
	for _, name := range []string{"1kB", "100kB", "1MB"} {
		lesson := b.course(first, "", b.path(name), "--from", "chapter")
		err = errors.Join(err, row("a lesson of "+name, lesson, "empty", floor))
		if onPath("less") {
			err = errors.Join(err, row("a lesson of "+name, lesson, "less", program{argv: []string{"less", b.path(name + ".md")}, text: first}))
		}
		if onPath("glow") {
			err = errors.Join(err, row("a lesson of "+name, lesson, "glow -p", program{argv: []string{"glow", "-p", b.path(name + ".md")}, text: first}))
		}
	}
	large := b.course("", "", b.path("large"))
	large.text = "re:Opening|Solo"
	ten := b.course("Solo", "", b.path("ten"))
	err = errors.Join(err,
		row("the large course, first screen", large, "a course of ten lessons", ten),
		row("the large course, ready", b.course("Solo", "", b.path("large")), "a course of ten lessons", ten))
	for _, name := range []string{"log-10000", "log-100000"} {
		err = errors.Join(err, row("its library and "+name, b.course("Git", b.path(name)), "empty", floor))
	}
	b.say("")
	return err
}

// keyTable measures how soon a key is answered.
func (b *bench) keyTable() error {
	b.say("## A key, from press to the last byte of its frame\n\n| screen | p50 ms | p99 ms | bytes a key | empty: p50 | p99 | ratio of p99 | idle bytes/s | idle CPU ms/s | empty |\n|---|---|---|---|---|---|---|---|---|---|")
	row := func(what string, a program) error {
		resA, resB, err := b.terminal.measure(a, b.floor(120), max(b.runs/2, 1), b.keys)
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		b.say("| %s | %.1f | %.1f | %.0f | %.1f | %.1f | %.2f | %.0f | %.2f | %.2f |", what, resA.keyP50, resA.keyP99, resA.keyBytes, resB.keyP50, resB.keyP99,
			resA.keyP99/resB.keyP99, resA.idleBytes, resA.idleCPU, resB.idleCPU)
		return nil
	}
	outline := b.course("Lesson 0", "", b.path("large"), "--from", "lesson-0")
	outline.then, outline.thenText = "o", "Lesson 1"
	lesson := func(then, text string) program {
		p := b.course("Lesson 0", "", b.path("large"), "--from", "lesson-0")
		p.then, p.thenText = then, text
		return p
	}
	search := b.course("Git", "")
	search.then, search.thenText, search.keys = "\x06", "Search", [2]string{"e", "\x7f"}
	return errors.Join(
		row("the library", b.course("Git", "")),
		row("a page of 1 MB", b.course("Start of the lesson", "", b.path("page"), "--from", "page")),
		row("the outline of the large course", outline),
		row("the map of the large course", lesson("m", "Skill 1")),
		row("the palette over the large course", lesson("\x10", "Commands")),
		row("the search, typing", search))
}

// cost is what a whole process took.
type cost struct {
	wall, cpu time.Duration
	peakMB    float64
}

// checks measures how fast a course is checked.
func (b *bench) checks() error {
	b.say("\n## Checking the large course\n\n| program | s | CPU s | peak MB |\n|---|---|---|---|")
	ours := []string{b.cairn, "check", b.path("large")}
	theirs := []string{"hugo", "--quiet", "--renderToMemory", "-s", b.path("site")}
	var a, h []cost
	for range min(b.runs, 5) {
		c, err := whole(ours)
		if err != nil {
			return err
		}
		a = append(a, c)
		if onPath(theirs[0]) {
			if c, err = whole(theirs); err != nil {
				return err
			}
			h = append(h, c)
		}
	}
	own := middle(a)
	b.say("| cairn check | %.2f | %.2f | %.0f |", own.wall.Seconds(), own.cpu.Seconds(), own.peakMB)
	if h == nil {
		b.say("\nHugo is not here to compare with.")
		return nil
	}
	hugo := middle(h)
	b.say("| hugo, to memory, without highlighting | %.2f | %.2f | %.0f |", hugo.wall.Seconds(), hugo.cpu.Seconds(), hugo.peakMB)
	b.say("\ncairn is %.1f times as fast, with 1/%.1f of the memory.", hugo.wall.Seconds()/own.wall.Seconds(), hugo.peakMB/own.peakMB)
	return nil
}

// whole runs a program to its end.
func whole(argv []string) (cost, error) {
	cmd := exec.Command(argv[0], argv[1:]...)
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return cost{}, fmt.Errorf("running %s: %w: %.300s", filepath.Base(argv[0]), err, out)
	}
	c := cost{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peakMB = float64(usage.Maxrss) / 1024
	}
	return c, nil
}

// middle gives the median of each figure.
func middle(list []cost) cost {
	var wall, cpu, peak []float64
	for _, c := range list {
		wall, cpu, peak = append(wall, c.wall.Seconds()), append(cpu, c.cpu.Seconds()), append(peak, c.peakMB)
	}
	seconds := func(list []float64) time.Duration { return time.Duration(quantile(list, 0.5) * float64(time.Second)) }
	return cost{seconds(wall), seconds(cpu), quantile(peak, 0.5)}
}

// size tells how large the program is.
func (b *bench) size() error {
	info, err := os.Stat(b.cairn)
	if err != nil {
		return fmt.Errorf("measuring the program: %w", err)
	}
	b.say("\nThe program has %.1f MB.", float64(info.Size())/1e6)
	return nil
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/hostile"
	"github.com/cairn-learn/cairn/internal/torture"
)

// foreignDevice is another machine of the learner.
const foreignDevice = "abcdefgh12345678"

// kinds lists the kinds of events with their variants. The resets come first, so
// that what comes after them counts.
func kinds() [][]string {
	return [][]string{
		{"reset", "question", "lesson", "skill"}, {"opened", ""},
		{"answered", "ask", "", "try", "practice", "check", "review", "placed", "offer", "fork"},
		{"noted", "note", "unclear", "leech", "edited", "removed", "marked", "unmarked"},
		{"shown", "page", "hint", "answer", "feedback", "way", "explain", "more"},
		{"detoured", "", "ask"}, {"returned", ""}, {"disputed", ""}, {"drafted", ""}, {"planned", ""},
		{"swapped", "harder", "easier"}, {"jumped", "go", "redo", "open"}, {"reviewed", "begin", "card", "end"}, {"finished", "task", "lesson"},
		{"skipped", "question", "task", "ask", "extra", "detour", "lesson", "try", "practice", "fix", "planning", "closing", "rest"},
		{"undone", ""},
	}
}

// foreignLog is a log that another machine may have written: every kind of event,
// with what is hostile in every text that no place in the course is named by, in
// every text but the course, and in every text. The texts follow each other, from
// one on.
func foreignLog(t *testing.T, from int) []byte {
	t.Helper()
	attacks, next := hostile.Attacks(), from
	evil := func() string { next++; return attacks[next%len(attacks)].Text }
	why := func() *learn.Reason {
		return &learn.Reason{Code: learn.WhyWrongIdea, Title: evil(), From: evil(), Rule: evil(), By: learn.Source(evil()), Over: evil(), Less: learn.ReasonCode(evil())}
	}
	var log bytes.Buffer
	var seq uint64
	add := func(e learn.Event) {
		seq++
		e.Seq, e.Time = seq, time.Date(2026, 3, 10, 9, int(seq), 0, 0, time.UTC)
		if e.Device == "" {
			e.Device = foreignDevice
		}
		e.Clock = uint64(e.Time.UnixMilli()) << 16
		text, err := json.Marshal(struct {
			Format int `json:"v"`
			learn.Event
		}{1, e})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&log, "%08x %s\n", crc32.Checksum(text, crc32.MakeTable(crc32.Castagnoli)), text)
	}
	answer := func() *course.Answer { return &course.Answer{Text: evil(), Items: []string{evil(), evil()}} }
	for _, kind := range kinds() {
		for _, what := range kind[1:] {
			item, ref := "q1", "skill:one"
			switch what {
			case "ask":
				item = "goal"
			case "lesson":
				item = "two"
			case "skill":
				item = "one"
			}
			add(learn.Event{
				Course: "hostile", Version: evil(), Lesson: "one", Item: item, Rev: evil(), Kind: learn.Kind(kind[0]), What: what, Answer: answer(),
				Outcome: course.Outcome(evil()), Mixup: evil(), To: "two", Reason: why(), Ref: ref, Note: evil(),
			})
			for _, in := range []string{"hostile", evil()} {
				add(learn.Event{
					Course: in, Version: evil(), Lesson: evil(), Item: evil(), Rev: evil(), Kind: learn.Kind(kind[0]), What: what, Answer: answer(),
					Outcome: course.Outcome(evil()), Mixup: evil(), To: evil(), Reason: why(), Ref: evil(), Note: evil(),
				})
			}
		}
	}
	for range attacks {
		add(learn.Event{Device: evil(), Course: "hostile", Kind: learn.Kind(evil()), What: evil(), Answer: answer(), Note: evil()})
		fmt.Fprintf(&log, "%s\n", strings.ReplaceAll(evil(), "\n", " ")) // a line that is none
	}
	return log.Bytes()
}

// readings are the commands that tell what is in a log.
func (v *victim) readings() [][]string {
	log := filepath.Join(v.home, "again.jsonl")
	return [][]string{
		{"progress"}, {"progress", v.dir}, {"progress", v.dir, "--json"}, {"progress", "--json"}, {"today"}, {"today", v.dir}, {"today", v.dir, "--json"},
		{"review", v.dir, "--list"}, {"review", v.dir, "--json"}, {"review", v.dir, "--plain"}, {"plan", v.dir}, {"plan", v.dir, "--json"}, {"why", v.dir}, {"why", v.dir, "--json"},
		{"notes"}, {"notes", v.dir}, {"notes", v.dir, "--export", "-"}, {"search", "end"}, {"search", "end", v.dir, "--json"}, {"doctor"}, {"doctor", "--json"},
		{"progress", "export", "-"}, {"privacy"}, {"privacy", "--json"}, {"progress", "import", log, "--dry-run"}, {"progress", "import", log},
		{"progress", "reset", v.dir, "--undo"}, {"progress", "reset", v.dir, "--all"}, {v.dir, "--plain"}, {"--plain"}, {"doctor", "--repair", "--yes"}, {"doctor"},
	}
}

// TestALogOfAnotherMachineIsText reads a log in which every text of every event
// is hostile, with every command that tells of a log: with both layers, and with
// the first alone. What the texts say is seen in it.
func TestALogOfAnotherMachineIsText(t *testing.T) {
	for round := range torture.Times(1, 5) {
		v := newVictim(t, hostile.Attacks()[round].Text)
		v.shown = true // an export is for a file, and is refused here
		log := foreignLog(t, round*7)
		for _, v.single = range []bool{false, true} {
			v.write("data-"+fmt.Sprint(v.single)+"/log/"+foreignDevice+".jsonl", log)
			v.write("again.jsonl", foreignLog(t, round*7+1)) // the same events with other texts
			v.write("data-"+fmt.Sprint(v.single)+"/log/no-log\x1b[2J.jsonl", []byte("\x1b]0;x\a\n"))
			all := ""
			for i, args := range v.readings() {
				if v.single && !torture.Full() && i%3 != 0 {
					continue
				}
				got := v.run(":notes\n:why\n:progress\n:quit\n", args...)
				v.clean(strings.Join(args, " "), got)
				all += got
			}
			for _, shown := range []string{"␛]52;c;aGk=␇", "<U+202E>"} {
				if !strings.Contains(all, shown) {
					t.Errorf("only the first layer %v: nothing tells %q", v.single, shown)
				}
			}
		}
	}
}

// write writes a file below the learner's home.
func (v *victim) write(name string, data []byte) {
	v.t.Helper()
	file := filepath.Join(v.home, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		v.t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		v.t.Fatal(err)
	}
}

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestDoctorIsDocumented keeps docs/doctor.md and what is printed together: the
// fields, the sections and the codes.
func TestDoctorIsDocumented(t *testing.T) {
	doc := read(t, "../../docs/doctor.md")
	_, example, _ := strings.Cut(doc, "```json\n")
	example, tables, _ := strings.Cut(example, "```\n")
	var parsed checkup
	d := json.NewDecoder(strings.NewReader(example))
	d.DisallowUnknownFields()
	if err := d.Decode(&parsed); err != nil {
		t.Fatalf("the example holds what is not printed: %v", err)
	}
	var want, got any
	text, err := json.Marshal(parsed)
	if err != nil {
		t.Fatal(err)
	}
	for from, into := range map[string]*any{example: &want, string(text): &got} {
		if err := json.Unmarshal([]byte(from), into); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(keys(want), keys(got)) {
		t.Errorf("the example has the fields %v, printed are %v", keys(want), keys(got))
	}
	for _, field := range keys(got) {
		if field != "format" && !strings.Contains(tables, "`"+field+"`") {
			t.Errorf("no table says what `%s` is", field)
		}
	}
	_, codes, _ := strings.Cut(tables, "| section | codes |")
	said := regexp.MustCompile("`([a-z-]+)`").FindAllStringSubmatch(codes, -1)
	var documented []string
	for _, m := range said {
		documented = append(documented, m[1])
	}
	slices.Sort(documented)
	if used := codesInSource(t); !slices.Equal(slices.Compact(documented), used) {
		t.Errorf("documented are the codes %v\nused are            %v", documented, used)
	}
	for _, name := range words.DoctorSections() {
		if !strings.Contains(codes, "\n| "+name+" |") {
			t.Errorf("the section %s has no codes", name)
		}
	}
}

// codesInSource are the codes that findings are made with.
func codesInSource(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("doctor*.go")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\bc\.(?:ok|look|wrong)\("([a-z-]+)"`).FindAllStringSubmatch(string(src), -1) {
			codes = append(codes, m[1])
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// TestDoctorAsks: as everywhere, only the word for yes changes something, and
// declining is no failure.
func TestDoctorAsks(t *testing.T) {
	for _, c := range []struct {
		typed, lang string
		done        bool
	}{
		{"yes\n", "en", true},
		{"yes\n", "de", true},
		{"ja\n", "de", true},
		{"", "en", false},
		{"y\n", "en", false},
		{"no\n", "en", false},
		{"ja\n", "en", false},
	} {
		l := newLearner(t)
		l.learns()
		l.put("data/head.json", "damaged")
		var out bytes.Buffer
		status := run(environment{
			args: []string{"doctor", "--repair", "--lang", c.lang}, in: strings.NewReader(c.typed),
			out: &out, err: &out, width: 80, terminal: true, now: time.Now,
			getenv: func(name string) string { return map[string]string{"CAIRN_DATA": filepath.Join(l.home, "data")}[name] },
		})
		_, err := os.Stat(filepath.Join(l.home, "data", "aside"))
		if done := err == nil; done != c.done || status != exitOK {
			t.Errorf("after %q: status %d, repaired: %v\n%s", c.typed, status, done, out.String())
		}
	}
}

// TestDoctorSaysWhatItLeft: a step that could not be done is not told as done.
func TestDoctorSaysWhatItLeft(t *testing.T) {
	l := newLearner(t)
	l.learns()
	dir := filepath.Join(l.home, "data")
	window := progress.Open(dir, environment{now: time.Now}.logOptions(false))
	file := filepath.Join(dir, "log", window.Status().Writer+".jsonl")
	if _, err := window.Append(learn.Event{Time: time.Now(), Course: "rocks", Kind: learn.KindNoted}); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("half a save"); err != nil {
		t.Fatal(err)
	}
	said := l.does(1, "", "doctor", "--repair", "--yes")
	if !strings.Contains(said, "This was not done:\n") || !strings.Contains(said, "the file is in use; close the window and run it again") {
		t.Errorf("with a window open:\n%s", said)
	}
	if err := errors.Join(f.Close(), window.Close()); err != nil {
		t.Fatal(err)
	}
	if said = l.does(0, "", "doctor", "--repair", "--yes"); strings.Contains(said, "This was not done:") {
		t.Errorf("after it was closed:\n%s", said)
	}
}

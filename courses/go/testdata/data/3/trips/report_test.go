package trips

import (
	"errors"
	"strings"
	"testing"
)

func TestReport(t *testing.T) {
	var out strings.Builder
	err := Report(&out, []Trip{
		{"2031-05-02", "Elm", 3},
		{"2031-05-02", "Alder", 12},
		{"2031-05-03", "Elm", 6},
		{"2031-05-03", "Birch", 9},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "Alder 12\nBirch 9\nElm 9\ntotal 30\n"
	if out.String() != want {
		t.Errorf("the report is\n%s\nwant\n%s", out.String(), want)
	}
}

func TestReportIsTheSameEachTime(t *testing.T) {
	list := []Trip{{"d", "F", 1}, {"d", "B", 1}, {"d", "E", 1}, {"d", "A", 1}, {"d", "D", 1}, {"d", "C", 1}}
	for range 50 {
		var out strings.Builder
		if err := Report(&out, list); err != nil {
			t.Fatal(err)
		}
		if want := "A 1\nB 1\nC 1\nD 1\nE 1\nF 1\ntotal 6\n"; out.String() != want {
			t.Fatalf("the piers should come by the alphabet each time, not in the order of a map:\n%s", out.String())
		}
	}
}

func TestReportOfNothing(t *testing.T) {
	var out strings.Builder
	if err := Report(&out, nil); err != nil {
		t.Fatal(err)
	}
	if out.String() != "total 0\n" {
		t.Errorf("without trips the report is %q, want %q", out.String(), "total 0\n")
	}
}

var errFull = errors.New("the disk is full")

// full is where nothing can be written to.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestReportBroken(t *testing.T) {
	if err := Report(full{}, []Trip{{"d", "Elm", 1}}); !errors.Is(err, errFull) {
		t.Errorf("writing failed, and Report returned %v: hand on the error of what writes", err)
	}
}

package model_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// TestFiguresOfTheFormatPage compares the usual chances to guess and to slip
// with those that authors read of in docs/format.md.
func TestFiguresOfTheFormatPage(t *testing.T) {
	page, err := os.ReadFile("../../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(page), "\n| kind of question | `guess` | `slip` |\n|---|---|---|\n")
	if !found {
		t.Fatal("docs/format.md has no table of figures by kind of question")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	want := []struct {
		kind     string
		evidence model.Evidence
	}{
		{"choose one of 2", model.ChooseOne(2)},
		{"choose one of 3", model.ChooseOne(3)},
		{"choose one of 4", model.ChooseOne(4)},
		{"choose all that hold", model.ChooseMany()},
		{"order or match 3", model.Arrange(3)},
		{"order or match 4", model.Arrange(4)},
		{"type a number", model.Number()},
		{"type anything else", model.Typed()},
	}
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(rows), len(want))
	}
	for i, w := range want {
		figures := fmt.Sprintf("| %.2f | %.2f |", w.evidence.Guess, w.evidence.Slip)
		if !strings.HasPrefix(rows[i], "| "+w.kind) || !strings.HasSuffix(rows[i], figures) {
			t.Errorf("row %d is %s, want %s … %s", i+1, rows[i], w.kind, figures)
		}
	}
}

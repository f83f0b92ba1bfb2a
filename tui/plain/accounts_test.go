package plain_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestAccounts tells what the engine says of a learner. Each file of
// testdata/accounts holds values as JSON, in parts named by their kind, each
// followed by what is told of it. The day is Monday, 2 March 2026.
func TestAccounts(t *testing.T) {
	files, err := filepath.Glob("testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no accounts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			changed := false
			for i := 0; i+1 < len(ar.Files); i += 2 {
				got := tell(t, ar.Files[i])
				tidy(t, got)
				for line := range strings.Lines(got) {
					if len([]rune(line)) > 81 {
						t.Errorf("a line is wider than 80 cells: %q", line)
					}
				}
				changed = compare(t, &ar.Files[i+1], got) || changed
			}
			if changed {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// tell prints the account of one value.
func tell(t *testing.T, f txtar.File) string {
	t.Helper()
	w, day := words.English(), time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	var a plain.Account
	switch f.Name {
	case "today":
		a = plain.TellToday(w, value[learn.Today](t, f), "")
	case "day":
		a = plain.TellDay(w, value[learn.Today](t, f), false)
	case "due":
		a = plain.TellDue(w, value[learn.Today](t, f))
	case "why":
		a = plain.TellWhy(w, value[learn.Decision](t, f), false)
	case "why all":
		a = plain.TellWhy(w, value[learn.Decision](t, f), true)
	case "else":
		a = plain.TellElse(w, value[learn.Decision](t, f).Else)
	case "skill":
		a = plain.TellSkill(w, value[learn.Map](t, f), 0, day)
	case "map":
		a = plain.TellMap(w, value[learn.Map](t, f), day)
	case "insights":
		a = plain.TellInsights(w, value[learn.Insights](t, f), day)
	case "plan":
		a = plain.TellPlan(w, value[learn.Plan](t, f), day)
	default:
		t.Fatalf("there is no account of %q", f.Name)
	}
	var out strings.Builder
	if err := a.Print(&out, 80); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func value[V any](t *testing.T, f txtar.File) V {
	t.Helper()
	var v V
	parseJSON(t, f, &v)
	return v
}

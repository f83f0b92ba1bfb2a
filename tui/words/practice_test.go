package words

import (
	"strings"
	"testing"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

// TestEveryFindingHasWords asks every language for each code that a check, a test
// and a wall can end in.
func TestEveryFindingHasWords(t *testing.T) {
	codes := []check.Code{
		check.Ended, check.Exit, check.Missing, check.Unwanted, check.NoMatch, check.Differs, check.Lines, check.NotJSON, check.NoValue, check.NoFile,
		check.NoDir, check.NotAFile, check.NotADir, check.There, check.TooLarge, check.Unreadable, check.Mode, check.Entries, check.NoEntry, check.Entry,
		check.NoGit, check.NoRepo, check.NoAnswer, check.Status, check.SaidNo,
	}
	for _, l := range Languages() {
		p := For(l.Tag).Practice
		say := p.Found
		for _, c := range codes {
			f := check.Found{Code: c, Kind: course.CheckRun, What: "the-what", Got: "the-got", Count: 7, Expect: course.Expectation{Name: "contains", Text: "the-want"}}
			if got := say(f); got == "" || strings.ContainsAny(got, "{}") {
				t.Errorf("%s: %s says %q", l.Tag, c, got)
			}
		}
		for _, name := range course.ExpectNames(course.CheckGit) {
			f := check.Found{Code: check.Git, Kind: course.CheckGit, What: ".", Got: "got", Expect: course.Expectation{Name: name, Text: "false"}}
			if got := say(f); got == "" || strings.ContainsAny(got, "{}") {
				t.Errorf("%s: git %s says %q", l.Tag, name, got)
			}
		}
		for e := wall.Exited; e <= wall.DiskFull; e++ {
			if p.Ending(e) == "" {
				t.Errorf("%s has no words for a command that ended: %s", l.Tag, e)
			}
		}
		for _, k := range []code.FailureKind{code.FailedBuild, code.FailedFit, code.FailedTest, code.FailedCrash, code.FailedEarly, code.FailedLimit, code.FailedUnknown} {
			r := &code.Result{First: code.Failure{Kind: k, Line: 3, Test: "TestX", Row: 2, Want: "a", Said: "no"}, Ended: wall.TimedOut}
			if got := strings.Join(p.Failure(r), "\n"); p.Code[string(k)] == "" || strings.ContainsAny(got, "{}") || !strings.Contains(got, "TestX") || !strings.Contains(got, "3") {
				t.Errorf("%s: %s says %q", l.Tag, k, got)
			}
		}
		for _, b := range []exercise.Barred{exercise.BarredCourse, exercise.BarredLearner, exercise.BarredRequest, exercise.BarredAbsent} {
			if p.Barred[string(b)] == "" {
				t.Errorf("%s has no words for what is barred: %s", l.Tag, b)
			}
		}
		for _, level := range []wall.Level{wall.None, wall.Limited, wall.Isolated} {
			if p.Consent.Level[level.String()] == "" {
				t.Errorf("%s has no words for walls: %s", l.Tag, level)
			}
		}
		for _, lack := range []wall.Lack{wall.LackSignals, wall.LackPermissions} {
			if p.Consent.Lacks[lack.String()] == "" {
				t.Errorf("%s has no words for %s", l.Tag, lack)
			}
		}
	}
}

// TestEveryExpectationHasWords asks every language for each thing that a check can
// expect.
func TestEveryExpectationHasWords(t *testing.T) {
	for _, l := range Languages() {
		w := For(l.Tag).Flow.Task
		for _, kind := range []course.CheckKind{course.CheckRun, course.CheckFile, course.CheckDir, course.CheckGit, course.CheckHTTP, course.CheckAsk} {
			for _, name := range course.ExpectNames(kind) {
				if got := w.expected(kind, course.Expectation{Name: name, Text: "2..3"}); got == "" || strings.ContainsAny(got, "{}") {
					t.Errorf("%s: %s of %s says %q", l.Tag, name, kind, got)
				}
			}
		}
		if got := w.Check(course.Check{Kind: course.CheckFile, What: "x", Expect: []course.Expectation{{Name: "matches", Text: `^\s*3`}}}, nil); strings.Contains(got, `\s`) {
			t.Errorf("%s shows a pattern: %q", l.Tag, got)
		}
		log := course.Check{Kind: course.CheckGit, What: ".", Expect: []course.Expectation{{Name: "log", Text: "Add pancakes"}}}
		if got := w.Check(log, nil); !strings.Contains(got, "Add pancakes") {
			t.Errorf("%s does not say which message: %q", l.Tag, got)
		}
		log.Title = "{{who}} gets pancakes"
		if got := w.Check(log, map[string]string{"who": "Kim"}); got != "Kim gets pancakes" {
			t.Errorf("%s does not say it as the author does: %q", l.Tag, got)
		}
	}
}

// TestPutPutsEachTextOnce takes nothing in a text for a name.
func TestPutPutsEachTextOnce(t *testing.T) {
	if got := Put("{a} and {b}", "a", "{b}", "b", "two"); got != "{b} and two" {
		t.Error(got)
	}
}

// TestTheFirstTimeTakesLonger: whoever waits for a compiler is told so, once.
func TestTheFirstTimeTakesLonger(t *testing.T) {
	for _, l := range Languages() {
		p := For(l.Tag).Practice
		first, later := p.Trying(exercise.State{Cold: true}, "Esc"), p.Trying(exercise.State{}, "Esc")
		if first == later || !strings.Contains(first, "Esc") || !strings.Contains(later, "Esc") {
			t.Errorf("%s: %q and %q", l.Tag, first, later)
		}
	}
}

// TestOneIsNotMany says what is counted in the number that it has, in what is asked and
// in what was found.
func TestOneIsNotMany(t *testing.T) {
	counted := map[course.CheckKind][]string{
		course.CheckFile: {"lines"}, course.CheckDir: {"entries"}, course.CheckGit: {"commits", "merges", "conflicts", "stashes"},
	}
	if got := For("en").Flow.Task.expected(course.CheckGit, course.Expectation{Name: "merges", Text: "1.."}); got != "at least 1 merge commit" {
		t.Errorf("%q", got)
	}
	for _, l := range Languages() {
		for kind, names := range counted {
			for _, name := range names {
				asks := func(text string) string {
					return withoutDigits(For(l.Tag).Flow.Task.expected(kind, course.Expectation{Name: name, Text: text}))
				}
				if one, many := asks("..1"), asks("..2"); one == "" || one == many && (kind != course.CheckGit || l.Tag == "en") { // elsewhere, the number stands behind
					t.Errorf("%s: of one and of many %s it asks %q", l.Tag, name, one)
				}
				code := check.GitCount
				if kind != course.CheckGit {
					code = check.Code(name)
				}
				found := func(n int) string {
					return withoutDigits(For(l.Tag).Practice.Found(check.Found{Code: code, Kind: kind, What: "x", Count: n, Expect: course.Expectation{Name: name, Text: "3"}}))
				}
				if one, many := found(1), found(2); one == "" || one == many {
					t.Errorf("%s: of one and of many %s it found %q", l.Tag, name, one)
				}
			}
		}
	}
	none := check.Found{Code: check.GitCount, Kind: course.CheckGit, What: ".", Expect: course.Expectation{Name: "merges", Text: "1.."}}
	for tag, want := range map[string]string{"en": "expected: at least 1.", "de": "erwartet: mindestens 1.", "es": "al menos 1.", "fr": "au moins 1."} {
		if got := For(tag).Practice.Found(none); !strings.Contains(got, want) {
			t.Errorf("%s: %q", tag, got)
		}
	}
	for text, want := range map[string]bool{"1": true, "1..": true, "..1": true, "1..1": false, "1..2": false, "11": false, "0..1": false, "2": false} {
		if ofOne(text) != want {
			t.Errorf("%q is of one: %t", text, !want)
		}
	}
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
)

// TestNothingUnsaid finds words that were left out of the catalogue.
func TestNothingUnsaid(t *testing.T) {
	var walk func(at string, v reflect.Value)
	walk = func(at string, v reflect.Value) {
		if v.Kind() == reflect.Struct {
			for i := range v.NumField() {
				walk(at+"."+v.Type().Field(i).Name, v.Field(i))
			}
			return
		}
		if own := (v.Kind() == reflect.Map || v.Kind() == reflect.Func) && strings.HasPrefix(at, "Words.Settings."); v.IsZero() && !own {
			t.Errorf("nothing is said for %s", at)
		}
		if v.Kind() == reflect.String && strings.Contains(v.String(), "!") {
			t.Errorf("%s shouts: %q", at, v.String())
		}
	}
	walk("Words", reflect.ValueOf(*English()))
}

func TestWhySaysEveryReason(t *testing.T) {
	w := English()
	for _, code := range reasonCodes(t) {
		for _, r := range []learn.Reason{
			{Code: code},
			{Code: code, Title: "The staging area", From: "Commits", Rule: "mastery.staging < 0.6", Number: 2},
		} {
			s := w.Why(r)
			if s == "" || strings.Contains(s, "\n") || strings.Contains(s, "%!") {
				t.Errorf("%s is said as %q", code, s)
			}
			if len(s) > 100 {
				t.Errorf("%s takes %d characters: %q", code, len(s), s)
			}
		}
	}
	if got := w.Why(learn.Reason{Code: "from a later program"}); got != "" {
		t.Errorf("an unknown reason is said as %q", got)
	}
}

// TestSettingSaysEveryChoice finds each choice of learn.Setting, and its answers.
func TestSettingSaysEveryChoice(t *testing.T) {
	w := English()
	own := map[learn.SettingID]bool{learn.SettingUntil: true, learn.SettingWhen: true, learn.SettingObstacle: true}
	ids := slices.DeleteFunc(constants(t, "../../course/learn/setting.go", "setting:"), func(id string) bool { return id == "setting:" })
	if len(ids) < 11 {
		t.Fatalf("found only %d settings", len(ids))
	}
	for _, id := range ids {
		s := w.Setting(learn.SettingID(id))
		if s.Title == "" || s.Title == id || s.Ask == "" || s.Help == "" {
			t.Errorf("%s is said as %+v", id, s)
		}
		if own[learn.SettingID(id)] != (len(s.Options) == 0) {
			t.Errorf("%s has %d answers", id, len(s.Options))
		}
	}
	if got := w.Setting("later").Option("new"); got != "new" {
		t.Errorf("an unknown answer is said as %q", got)
	}
}

// reasonCodes reads the codes from the source, so that a new one cannot be
// forgotten here.
func reasonCodes(t *testing.T) []learn.ReasonCode {
	t.Helper()
	var codes []learn.ReasonCode
	for _, c := range constants(t, "../../course/learn/reason.go", "") {
		codes = append(codes, learn.ReasonCode(c))
	}
	if len(codes) < 19 {
		t.Fatalf("found only %d reasons", len(codes))
	}
	return codes
}

// constants reads the texts of a file's constants that begin as given.
func constants(t *testing.T, file, begin string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(s, begin) && s != begin {
				found = append(found, s)
			}
		}
		return true
	})
	return found
}

func TestCounts(t *testing.T) {
	w := English()
	for _, c := range []struct{ got, want string }{
		{w.Library.Lessons(0), "0 lessons"},
		{w.Library.Lessons(1), "1 lesson"},
		{w.Library.Lessons(12), "12 lessons"},
		{w.Library.Done(3, 12), "3 of 12 lessons"},
		{w.Library.Minutes(5), "5 min"},
		{w.Library.Minutes(89), "89 min"},
		{w.Library.Minutes(90), "1.5 h"},
		{w.Library.Minutes(118), "2 h"},
		{w.Library.Minutes(180), "3 h"},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

package course

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// facts is one learner, as the table writes it.
type facts map[string]string

func (f facts) number(name string) float64 {
	n, _ := strconv.ParseFloat(f[name], 64)
	return n
}

func (f facts) has(name string) bool { _, ok := f[name]; return ok }

func (f facts) words(name string) []string {
	if f[name] == "" {
		return nil
	}
	return strings.Split(f[name], ", ")
}

func (f facts) Mastery(skill string) float64 { return f.number("mastery." + skill) }
func (f facts) Score() float64               { return f.number("score") }
func (f facts) Tries(question string) int    { return int(f.number("tries." + question)) }
func (f facts) Right(question string) bool   { return f.has("right." + question) }
func (f facts) Seen(id string) bool          { return f.has("seen." + id) }
func (f facts) Mixup(name string) bool       { return f.has("mixup." + name) }
func (f facts) Answer(ask string) []string   { return f.words("answer." + ask) }
func (f facts) Goal() string                 { return f["goal"] }
func (f facts) Pace() string                 { return f["pace"] }
func (f facts) Way() string                  { return f["way"] }
func (f facts) Interests() []string          { return f.words("interests") }
func (f facts) DaysSince(lesson string) (float64, bool) {
	name := "days_since." + lesson
	return f.number(name), f.has(name)
}

// ruleTable is testdata/rules.txt.
type ruleTable struct {
	learner facts
	course  ruleNames
	rows    map[string][]ruleRow // by heading
}

type ruleRow struct {
	line       int
	rule, want string
}

func readRuleTable(t testing.TB) ruleTable {
	t.Helper()
	src, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	table := ruleTable{learner: facts{}, rows: map[string][]ruleRow{}}
	table.course.Asks = map[string]map[string]bool{}
	heading := ""
	for i, line := range strings.Split(string(src), "\n") {
		if h, ok := strings.CutPrefix(line, "# "); ok {
			heading = h
			continue
		}
		rule, want, isRow := strings.Cut(line, " -> ")
		switch {
		case heading == "" || line == "":
		case heading == "The learner":
			name, value, _ := strings.Cut(line, " = ")
			table.learner[name] = value
		case heading == "The course":
			table.course.read(line)
		case isRow:
			table.rows[heading] = append(table.rows[heading], ruleRow{i + 1, rule, want})
		default:
			t.Fatalf("rules.txt:%d: no arrow", i+1)
		}
	}
	return table
}

func (n *ruleNames) read(line string) {
	name, list, _ := strings.Cut(line, ": ")
	set := map[string]bool{}
	for _, word := range strings.Split(list, ", ") {
		set[word] = true
	}
	if ask, ok := strings.CutPrefix(name, "ask "); ok {
		if list == "" {
			set = nil
		}
		n.Asks[ask] = set
		return
	}
	*map[string]*map[string]bool{"skills": &n.Skills, "questions": &n.Questions, "items": &n.Items, "mixups": &n.Mixups,
		"lessons": &n.Lessons, "goals": &n.Goals, "paces": &n.Paces, "ways": &n.Ways, "interests": &n.Interests}[name] = set
}

// findings words findings as the table does.
func findings(diags []Diag) string {
	var list []string
	for _, d := range diags {
		list = append(list, fmt.Sprintf("%d: %s [%s]", d.Pos.Col, d.Msg, d.Hint))
	}
	if len(list) == 0 {
		return "fits"
	}
	return strings.Join(list, "; ")
}

func TestRulesHold(t *testing.T) {
	table := readRuleTable(t)
	if n := len(table.rows["Holds"]); n < 50 {
		t.Errorf("only %d rows were read", n)
	}
	for _, row := range table.rows["Holds"] {
		rule, diags := parseRule(row.rule, Pos{"a.md", 1, 1})
		if len(diags) > 0 {
			t.Errorf("rules.txt:%d: %s: %s", row.line, row.rule, findings(diags))
			continue
		}
		if got := map[bool]string{true: "yes", false: "no"}[rule.Holds(table.learner)]; got != row.want {
			t.Errorf("rules.txt:%d: %s: %s, want %s", row.line, row.rule, got, row.want)
		}
	}
}

func TestRulesThatCannotBeRead(t *testing.T) {
	table := readRuleTable(t)
	for _, row := range table.rows["Cannot be read"] {
		rule, diags := parseRule(row.rule, Pos{"a.md", 1, 1})
		if got := findings(diags); got != row.want {
			t.Errorf("rules.txt:%d: %s\n got %s\nwant %s", row.line, row.rule, got, row.want)
		}
		if rule.Holds(table.learner) {
			t.Errorf("rules.txt:%d: %s holds", row.line, row.rule)
		}
	}
}

func TestRulesFitTheCourse(t *testing.T) {
	table := readRuleTable(t)
	for _, row := range table.rows["Does not fit the course"] {
		rule, diags := parseRule(row.rule, Pos{"a.md", 1, 1})
		if len(diags) > 0 {
			t.Errorf("rules.txt:%d: %s: %s", row.line, row.rule, findings(diags))
		}
		if got := findings(rule.check(table.course)); got != row.want {
			t.Errorf("rules.txt:%d: %s\n got %s\nwant %s", row.line, row.rule, got, row.want)
		}
	}
	for _, row := range table.rows["Holds"] {
		rule, _ := parseRule(row.rule, Pos{"a.md", 1, 1})
		if got := findings(rule.check(table.course)); got != "fits" {
			t.Errorf("rules.txt:%d: %s: %s", row.line, row.rule, got)
		}
	}
}

func TestRulesHaveLimits(t *testing.T) {
	for name, src := range map[string]string{
		"the rule is longer than 500 characters": "score > 0." + strings.Repeat("1", 500),
		"the rule has too many parts":            strings.Repeat("score > 0 or ", 30) + "true",
		"the rule is nested too deep":            strings.Repeat("(", 17) + "true" + strings.Repeat(")", 17),
	} {
		if _, diags := parseRule(src, Pos{}); len(diags) != 1 || diags[0].Msg != name {
			t.Errorf("%s: %s", name, findings(diags))
		}
	}
	if _, diags := parseRule(strings.Repeat("not ", 17)+"true", Pos{}); len(diags) != 1 {
		t.Error("not can be repeated without end")
	}
}

func TestRuleWithoutFacts(t *testing.T) {
	rule, _ := parseRule("score > 0.5", Pos{})
	if rule.Holds(nil) {
		t.Error("a rule holds of nobody")
	}
	if !(*Rule)(nil).Holds(nil) {
		t.Error("no rule does not hold")
	}
	if rule, _ := parseRule("score != 0.5", Pos{}); rule.Holds(facts{"score": "NaN"}) {
		t.Error("what is no number compares")
	}
	if !math.IsNaN(facts{"score": "NaN"}.Score()) {
		t.Error("the fact is a number after all")
	}
}

// Whatever is typed as a rule is read or refused, and can be asked.
func FuzzParseRule(f *testing.F) {
	table := readRuleTable(f)
	for _, rows := range table.rows {
		for _, row := range rows {
			f.Add(row.rule)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		rule, diags := parseRule(src, Pos{"a.md", 1, 1})
		for _, d := range append(diags, rule.check(table.course)...) {
			if d.Msg == "" || d.Pos.Line < 1 || d.Pos.Col < 1 || d.Pos.Col > len(src)+1 {
				t.Errorf("%q: %+v", src, d)
			}
		}
		if rule.Holds(table.learner) && hasErrors(diags) {
			t.Errorf("%q holds although it cannot be read", src)
		}
	})
}

func BenchmarkRuleHolds(b *testing.B) {
	rule, _ := parseRule(`mastery.staging >= 0.85 and (goal == "team" or "code" in interests)`, Pos{})
	learner := facts{"mastery.staging": "0.9", "interests": "code"}
	for b.Loop() {
		rule.Holds(learner)
	}
}

func BenchmarkParseRule(b *testing.B) {
	for b.Loop() {
		parseRule(`mastery.staging >= 0.85 and (goal == "team" or "code" in interests)`, Pos{})
	}
}

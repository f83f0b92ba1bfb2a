package model_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn/model"
)

var update = flag.Bool("update", false, "rewrite the expected numbers in testdata")

// TestStories tells what happens to learners. In a file of testdata/story a line
// "skill NAME [needs NAME...] [line L] [cards]" is a skill of the course, "preset
// NAME" how sure the learner wants to be; a line that starts with ">" is what
// happens, and the lines under it are what the model makes of it: the skill, and,
// but for "without what comes next", what that is.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/story/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := tell(t, string(text))
			if got == string(text) {
				return
			}
			if !*update {
				t.Errorf("the story differs; got:\n%s\nwant:\n%s", got, text)
				return
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// story is one that is being told.
type story struct {
	t      *testing.T
	names  []string
	specs  []model.Spec
	preset model.Preset
	e      *model.Engine
	l      *model.Learner
	goal   []bool
	brief  bool
}

// tell plays a story and returns it with what happened.
func tell(t *testing.T, text string) string {
	s := &story{t: t, preset: model.Standard}
	var out strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		words := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "  "):
			continue
		case strings.HasPrefix(line, ">"):
			s.begin()
			fmt.Fprintln(&out, line)
			for _, happened := range s.happens(words[1:]) {
				fmt.Fprintln(&out, "  "+happened)
			}
			continue
		case len(words) > 1 && words[0] == "skill":
			s.skill(words[1:])
		case line == "without what comes next":
			s.brief = true
		case len(words) == 2 && words[0] == "preset":
			s.preset = model.Preset(words[1])
		}
		fmt.Fprintln(&out, line)
	}
	return out.String()
}

func (s *story) skill(words []string) {
	spec := model.Spec{}
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "line":
			i++
			spec.Line = s.number(words[i])
		case "cards":
			spec.Cards = true
		case "needs":
		default:
			spec.Needs = append(spec.Needs, s.index(words[i]))
		}
	}
	s.names, s.specs = append(s.names, words[0]), append(s.specs, spec)
}

func (s *story) begin() {
	if s.e == nil {
		s.e = model.NewEngine(model.Defaults(s.preset), model.NewGraph(s.specs))
		s.l = s.e.NewLearner(20000)
		s.l.Minutes = 30
	}
}

func (s *story) index(name string) int {
	i := slices.Index(s.names, name)
	if i < 0 {
		s.t.Fatalf("no skill %q", name)
	}
	return i
}

func (s *story) number(text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		s.t.Fatal(err)
	}
	return x
}

// happens carries out one line and returns what came of it.
func (s *story) happens(words []string) []string {
	switch words[0] {
	case "next":
		return []string{s.next()}
	case "wait":
		s.l.Today += model.Day(s.number(words[1]))
		s.l.Reviews = 0
		return []string{s.next()}
	case "reviews":
		s.l.Reviews = s.number(words[1])
		return []string{s.next()}
	case "goal":
		s.goal = make([]bool, len(s.names))
		for _, name := range words[1:] {
			s.goal[s.index(name)] = true
		}
		return []string{s.next()}
	}
	i := s.index(words[1])
	lead := ""
	switch words[0] {
	case "current":
		s.l.Current = i
	case "lesson":
		s.e.Taught(s.l, i)
	case "explain":
		s.e.Explained(s.l, i)
	case "leave":
		s.e.Leave(s.l, i)
	case "look":
		s.e.LookedBelow(s.l, i)
	case "place":
		s.e.Place(s.l, i, s.number(words[2]))
	case "skip":
		s.e.Skip(s.l, i)
	case "review":
		a, aids := s.answer(words[2], words[3:])
		g := model.GradeOf(a.Score, aids.Hint)
		if slices.Contains(words, "easy") {
			g = model.Easy
		}
		lead = fmt.Sprintf("%+.2f: ", s.e.Review(s.l, i, a, g))
	default:
		a, _ := s.answer(words[0], words[2:])
		lead = fmt.Sprintf("%+.2f: ", s.e.Answer(s.l, i, a))
	}
	if s.brief {
		return []string{lead + s.show(i)}
	}
	return []string{lead + s.show(i), s.next()}
}

// answer reads "right", "wrong", "unknown" or a score, and what there was beside
// it. Unless it says otherwise, a number was asked, feedback followed, and a
// right answer was to a question not counted before.
func (s *story) answer(score string, words []string) (model.Answer, model.Aids) {
	a := model.Answer{Evidence: model.Number(), Told: true}
	switch score {
	case "right":
		a.Score = 1
	case "wrong":
	case "unknown":
		a.DontKnow = true
	default:
		a.Score = s.number(score)
	}
	var aids model.Aids
	fresh := true
	for _, w := range words {
		switch w {
		case "hint":
			aids.Hint = true
		case "again":
			aids.Again = true
		case "rushed":
			aids.Rushed = true
		case "guessed":
			aids.Guessed = true
		case "counted":
			fresh = false
		case "untold":
			a.Told = false
		case "card":
			a.Evidence, a.Judged = model.SelfJudged(), true
		case "choice":
			a.Evidence = model.ChooseOne(4)
		case "code":
			a.Evidence = model.Program()
		case "easy":
		default:
			s.t.Fatalf("what is %q?", w)
		}
	}
	a.Weight = aids.Weight(a.Score)
	a.Unaided = a.Score >= 1 && fresh && aids.Counts()
	return a, aids
}

// show is what is known of a skill.
func (s *story) show(i int) string {
	k := &s.l.Skills[i]
	out := []string{fmt.Sprintf("%s %.1f %%", s.names[i], 100*k.Mastery())}
	if k.Unaided > 0 {
		out = append(out, fmt.Sprintf("%d unaided", k.Unaided))
	}
	if k.Misses > 0 {
		out = append(out, fmt.Sprintf("%d missed in a row", k.Misses))
	}
	if k.Mastered {
		how := "mastered"
		if k.Tested {
			how = "tested out"
		}
		due := s.e.DueOn(s.l, k.Memory, k.Last) - s.l.Today
		out = append(out, fmt.Sprintf("%s, stability %.2f, due in %d", how, k.Memory.Stability, due))
	}
	if k.Lapsed {
		out = append(out, "lapsed")
	}
	if s.l.Keeps != 0 {
		out = append(out, fmt.Sprintf("remembers x %.3f", math.Exp(s.l.Keeps)))
	}
	return strings.Join(out, ", ")
}

// next is what comes next.
func (s *story) next() string {
	d := s.e.Next(s.l, s.goal)
	out := "next: " + string(d.Act)
	if d.Skill >= 0 {
		out += " " + s.names[d.Skill]
	}
	if d.For >= 0 {
		out += " for " + s.names[d.For]
	}
	if d.Over != "" {
		out += ", over " + string(d.Over) + " " + s.names[d.OverSkill]
	}
	return out
}

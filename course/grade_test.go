package course

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// typedQuestion states one answer.
func typedQuestion(text string) *Question {
	q := newTyped()
	q.Form.(*Typed).Answers, _ = parseAccepts(text, false, Pos{"q.md", 1, 1})
	return q
}

// visible draws text that a person can see, without spaces at the ends.
func visible() *rapid.Generator[string] {
	runes := []rune("abcdefgABC 0123456789.,:;-_+*/=<>()[]{}|&!?#@%~$äöüßéñçøŁабвёйЖαβγΩ東京かナ한글अकिשלאב中文")
	return rapid.Custom(func(t *rapid.T) string {
		s := rapid.StringOfN(rapid.SampledFrom(runes), 1, 24, -1).Draw(t, "text")
		return strings.Join(strings.Fields("x"+s), " ")
	})
}

// Every stated answer is right, whatever it is made of.
func TestStatedAnswersAreRight(t *testing.T) {
	for name, around := range map[string][2]string{
		"words": {`"`, `"`}, "code": {"`", "`"}, "shell": {"`$ ", "`"}, "bare": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				q := typedQuestion(around[0] + visible().Draw(t, "stated") + around[1])
				for _, a := range q.Form.(*Typed).Answers {
					if v, err := q.Grade(Answer{Text: a.Text}); err != nil || v.Outcome != Right || v.Score != 1 {
						t.Fatalf("%s %q gets %+v, %v", a.Kind, a.Text, v, err)
					}
				}
			})
		})
	}
}

// Spaces that are added around words change nothing, nor does a line break at
// the end.
func TestExtraSpacesChangeNothing(t *testing.T) {
	for _, around := range [][2]string{{`"`, `"`}, {"`", "`"}, {"`$ ", "`"}} {
		rapid.Check(t, func(t *rapid.T) {
			words := rapid.SliceOfN(rapid.StringMatching(`[a-z][a-zA-Z0-9.-]{0,6}`), 1, 4).Draw(t, "words")
			gap := rapid.SampledFrom([]string{" ", "  ", "\t", "\u00a0", " \u200b "}).Draw(t, "gap")
			q := typedQuestion(around[0] + strings.Join(words, " ") + around[1])
			typed := gap + strings.Join(words, gap) + gap + "\n"
			if v, err := q.Grade(Answer{Text: typed}); err != nil || v.Outcome != Right {
				t.Fatalf("%q for %q gets %+v, %v", typed, words, v, err)
			}
		})
	}
}

// One slip in a long word is pointed out, or forgiven when nobody would see it.
func TestOneSlipIsPointedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[b-y]{5,12}`).Draw(t, "word")
		typed := mistype(t, word)
		v, err := typedQuestion(word).Grade(Answer{Text: typed})
		want := Spelling
		if typed == word {
			want = Right
		}
		if err != nil || v.Outcome != want || want == Spelling && v.DidYouMean != word {
			t.Fatalf("%q for %q gets %+v, %v", typed, word, v, err)
		}
	})
}

// mistype makes one edit.
func mistype(t *rapid.T, word string) string {
	i := rapid.IntRange(0, len(word)-2).Draw(t, "at")
	c := rapid.StringMatching(`[a-z]`).Draw(t, "letter")
	switch rapid.IntRange(0, 3).Draw(t, "edit") {
	case 0:
		return word[:i] + c + word[i:]
	case 1:
		return word[:i] + word[i+1:]
	case 2:
		return word[:i] + c + word[i+1:]
	}
	return word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
}

// Code and shell lines are never called a slip, and a slip is never wrong in
// two ways: the same answer gets the same verdict.
func TestCodeIsNeverASlip(t *testing.T) {
	for _, around := range [][2]string{{"`", "`"}, {"`$ ", "`"}, {"`/^", "$/`"}} {
		rapid.Check(t, func(t *rapid.T) {
			word := rapid.StringMatching(`[a-z]{5,12}`).Draw(t, "word")
			q, a := typedQuestion(around[0]+word+around[1]), Answer{Text: mistype(t, word)}
			v, err := q.Grade(a)
			if v.Outcome == Spelling {
				t.Fatalf("%q for %q gets %+v", a.Text, word, v)
			}
			if again, err2 := q.Grade(a); !reflect.DeepEqual(v, again) || fmt.Sprint(err) != fmt.Sprint(err2) {
				t.Fatalf("%q for %q gets %+v, then %+v", a.Text, word, v, again)
			}
		})
	}
}

// No answer of any form makes Grade panic or give half a verdict.
func TestGradeIsTotal(t *testing.T) {
	forms := func(t *rapid.T) Form {
		texts := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "a b", ""}), 0, 5).Draw(t, "texts")
		switch rapid.IntRange(0, 4).Draw(t, "form") {
		case 0:
			f := &Options{Many: rapid.Bool().Draw(t, "many")}
			for i, s := range texts {
				f.List = append(f.List, Option{Text: s, Right: i%2 == 0, DontKnow: i == 3})
			}
			return f
		case 1:
			return &Order{Items: texts}
		case 2:
			f := &Match{}
			for _, s := range texts {
				f.Pairs = append(f.Pairs, Pair{s, s})
			}
			return f
		case 3:
			f := &Blanks{}
			for _, s := range texts {
				accepts, _ := parseAccepts(s, false, Pos{})
				f.List = append(f.List, Blank{Accept: accepts})
			}
			return f
		}
		return &Typed{}
	}
	rapid.Check(t, func(t *rapid.T) {
		q := &Question{Form: forms(t), Typos: rapid.SampledFrom([]TypoPolicy{TyposAccept, TyposPointOut, TyposOff, ""}).Draw(t, "typos")}
		proveAnswers(q)
		q.Solution()
		checkVerdict(t, q, Answer{
			Text:     rapid.String().Draw(t, "text"),
			Items:    rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "a b", "", "d"}), 0, 5).Draw(t, "items"),
			DontKnow: rapid.IntRange(0, 9).Draw(t, "don't know") == 0,
		})
	})
	checkVerdict(t, &Question{}, Answer{Text: "a"})
}

// checkVerdict grades and checks what every verdict promises.
func checkVerdict(t interface{ Fatalf(string, ...any) }, q *Question, a Answer) Verdict {
	v, err := q.Grade(a)
	if err != nil {
		if !errors.Is(err, ErrForm) || err.Error() == "" || strings.Contains(err.Error(), ErrForm.Error()) {
			t.Fatalf("%+v: error %v", a, err)
		}
		return v
	}
	switch {
	case v.Score < 0 || v.Score > 1,
		v.Outcome == Right && v.Score != 1,
		v.Outcome != Right && v.Score == 1,
		(v.Outcome == Spelling) != (v.DidYouMean != ""),
		v.Outcome != Right && v.Outcome != Close && v.Outcome != Spelling && v.Outcome != Wrong:
		t.Fatalf("%+v gets %+v", a, v)
	}
	return v
}

// Whatever is stated and typed, the answer is graded or refused with a reason.
func FuzzGradeTyped(f *testing.F) {
	for _, row := range readAnswerCases(f, "testdata/answers.txt") {
		f.Add(row.q.Solution().Text, row.typed)
	}
	for _, s := range []string{"`$ echo $((1<<2)) ${x:-'a'} <(b) >&2`", "`/(a|b)+[^c]{2,3}$/`", "`$ case x in a) b;; esac`", "1 1/2 kg ± 10%", "`` ` ``"} {
		f.Add(s, strings.Trim(s, "`$/ "))
	}
	f.Fuzz(func(t *testing.T, stated, typed string) {
		q := newTyped()
		form := q.Form.(*Typed)
		form.Answers, _ = parseAccepts(stated, true, Pos{"q.md", 1, 1})
		proveAnswers(q)
		v := checkVerdict(t, q, Answer{Text: typed})
		for _, a := range form.Answers {
			if v.Outcome == Spelling && a.Kind != AnswerWords && len(form.Answers) == 1 {
				t.Errorf("%q for %s %q is called a slip", typed, a.Kind, a.Text)
			}
			if a.Low > a.High {
				t.Errorf("%q gives the range %g to %g", stated, a.Low, a.High)
			}
		}
	})
}

func BenchmarkGradeWords(b *testing.B) {
	benchmarkGrade(b, "the Big Apple", "the big aple")
}

func BenchmarkGradeShell(b *testing.B) {
	benchmarkGrade(b, "`$ git commit -m \"first step\"`", "git commit -m 'first step'")
}

func BenchmarkGradeNumber(b *testing.B) {
	benchmarkGrade(b, "9.81 m/s²", "9,81 m/s^2")
}

func benchmarkGrade(b *testing.B, stated, typed string) {
	q := typedQuestion(stated)
	for b.Loop() {
		_, _ = q.Grade(Answer{Text: typed})
	}
}

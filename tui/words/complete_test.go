package words

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// TestEveryWordIsTranslated lists, for each language, the paths of all words
// that it says just as English does, except those of testdata/same, one file a
// language, where that is right.
func TestEveryWordIsTranslated(t *testing.T) {
	english := collect(English())
	for _, l := range Languages()[1:] {
		t.Run(l.Tag, func(t *testing.T) {
			said, same := collect(For(l.Tag)), sameAsEnglish(t, l.Tag)
			var missing []string
			for path, entry := range english {
				if slices.Equal(entry, said[path]) && !same[path] {
					missing = append(missing, path)
				}
			}
			for path := range same {
				if _, ok := english[path]; !ok || !slices.Equal(english[path], said[path]) {
					t.Errorf("testdata/same lists %s, which is not the same", path)
				}
			}
			slices.Sort(missing)
			if len(missing) > 0 {
				t.Errorf("%d words are still English:\n%s", len(missing), strings.Join(missing, "\n"))
			}
		})
	}
}

// TestEveryLanguageSaysEverything calls every function of every language with
// small and large numbers and with empty and long names: something is said for
// everything that English says something for, and nothing goes wrong in it.
func TestEveryLanguageSaysEverything(t *testing.T) {
	english := collect(English())
	for _, l := range Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			said := collect(For(l.Tag))
			for path, entry := range english {
				got, ok := said[path]
				if !ok {
					t.Errorf("%s is missing", path)
					continue
				}
				for i, text := range got {
					if text == "" && entry[i] != "" {
						t.Errorf("%s says nothing where English says %q", path, entry[i])
					}
					if strings.Contains(text, "!") {
						t.Errorf("%s shouts, or is given what it does not say: %q", path, text)
					}
				}
			}
			for path := range said {
				if _, ok := english[path]; !ok {
					t.Errorf("%s is not in English", path)
				}
			}
			replies(t, reflect.ValueOf(English().Plain.Replies), reflect.ValueOf(For(l.Tag).Plain.Replies))
		})
	}
}

// replies holds that a language takes what is typed in English too, and that
// no reply means two things.
func replies(t *testing.T, english, own reflect.Value) {
	t.Helper()
	means := map[string]int{}
	for i := range own.NumField() {
		list := own.Field(i).Interface().([]string)
		for _, reply := range list {
			if other, ok := means[reply]; ok {
				t.Errorf("%q means %s and %s", reply, own.Type().Field(other).Name, own.Type().Field(i).Name)
			}
			means[reply] = i
		}
		for _, reply := range english.Field(i).Interface().([]string) {
			if !slices.Contains(list, reply) {
				t.Errorf("%s does not take %q", own.Type().Field(i).Name, reply)
			}
		}
	}
}

// sameAsEnglish reads the paths of words that are rightly the same in a
// language, one a line; behind # stands why.
func sameAsEnglish(t *testing.T, tag string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/same/" + tag + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	same := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		path, _, _ := strings.Cut(line, "#")
		if path = strings.TrimSpace(path); path != "" {
			same[path] = true
		}
	}
	return same
}

// collect says everything that a language says, by the path of its field: a
// word once, a function for every sample of its arguments.
func collect(w *Words) map[string][]string {
	said := map[string][]string{}
	collectFrom(said, "", reflect.ValueOf(*w))
	delete(said, "Language")
	return said
}

func collectFrom(said map[string][]string, path string, v reflect.Value) {
	below := func(name string) string { return strings.TrimPrefix(path+"."+name, ".") }
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			collectFrom(said, below(v.Type().Field(i).Name), v.Field(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			collectFrom(said, below(fmt.Sprint(key.Interface())), v.MapIndex(key))
		}
	case reflect.Array:
		for i := range v.Len() {
			collectFrom(said, below(fmt.Sprint(i)), v.Index(i))
		}
	case reflect.Slice:
		said[path] = []string{fmt.Sprint(v.Interface())}
	case reflect.String:
		said[path] = []string{v.String()}
	case reflect.Func:
		if !v.IsNil() {
			said[path] = callAll(path, v)
		}
	default:
		panic(fmt.Sprintf("%s is a %s, which this test cannot tell the words of", path, v.Type()))
	}
}

// callAll calls a function with every combination of the samples of its
// arguments.
func callAll(path string, f reflect.Value) []string {
	all := [][]reflect.Value{nil}
	for i := range f.Type().NumIn() {
		list := samples(f.Type().In(i))
		if list == nil {
			panic(fmt.Sprintf("%s takes a %s, which samples has none of", path, f.Type().In(i)))
		}
		var longer [][]reflect.Value
		for _, args := range all {
			for _, v := range list {
				longer = append(longer, append(slices.Clone(args), v))
			}
		}
		all = longer
	}
	var said []string
	for _, args := range all {
		for _, out := range f.Call(args) {
			said = append(said, fmt.Sprint(out.Interface()))
		}
	}
	return said
}

// samples gives arguments of a type to call functions of the catalogue with.
func samples(of reflect.Type) []reflect.Value {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	list := func(values ...any) (all []reflect.Value) {
		for _, v := range values {
			all = append(all, reflect.ValueOf(v).Convert(of))
		}
		return all
	}
	switch reflect.Zero(of).Interface().(type) {
	case int:
		return list(0, 1, 2, 5, 21)
	case float64:
		return list(-1.5, 0.0, 0.7, 0.9, 1.0, 1.2, 1.5, 2.5, 21.0)
	case string:
		return list("", "Xyz")
	case []int:
		return list([]int{3}, []int{1, 2, 3, 5, 8}, []int{})
	case bool:
		return list(false, true)
	case []string:
		return list([]string{"mon", "sat"}, []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, []string{})
	case time.Time:
		return list(day(2026, 5, 1), day(2026, 5, 31), day(2027, 10, 3))
	case time.Weekday:
		return list(0, 1, 2, 3, 4, 5, 6)
	case time.Month:
		return list(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
	case []time.Weekday:
		return list([]time.Weekday{1, 2, 6}, []time.Weekday{0, 1, 2, 3, 4, 5, 6}, []time.Weekday{})
	case learn.ForecastStatus:
		return list(learn.ForecastOpen, learn.ForecastOn, learn.ForecastTight, learn.ForecastLate)
	case *learn.Forecast:
		return list(&learn.Forecast{
			From50: day(2026, 5, 1), To50: day(2026, 5, 31), From80: day(2026, 5, 1), To80: day(2027, 10, 3),
		})
	case learn.Tally:
		return list(learn.Tally{}, learn.Tally{Right: 1, Asked: 1}, learn.Tally{Right: 2, Asked: 21})
	case learn.Recalled:
		return list(learn.Recalled{}, learn.Recalled{Tally: learn.Tally{Right: 1, Asked: 1}, Expected: 0.9},
			learn.Recalled{Tally: learn.Tally{Right: 2, Asked: 21}, Expected: 0.855})
	}
	if of == reflect.TypeFor[error]() {
		return []reflect.Value{reflect.ValueOf(errors.New("xyz"))}
	}
	return nil
}

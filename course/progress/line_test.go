package progress

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"pgregory.net/rapid"
)

func TestLineIsChecksumSpaceJSON(t *testing.T) {
	buf, err := appendLine(nil, record{Format: 1, More: 2, Event: learn.Event{Device: "d", Seq: 7, Clock: 9, Time: noon, Kind: "noted", Note: "a<b"}})
	if err != nil {
		t.Fatal(err)
	}
	want := `ced4f807 {"v":1,"more":2,"dev":"d","seq":7,"clk":9,"t":"2025-03-09T12:00:00+02:00","kind":"noted","note":"a<b"}` + "\n"
	if string(buf) != want {
		t.Fatalf("got  %swant %s", buf, want)
	}
}

func TestLineTooLongIsRefused(t *testing.T) {
	l := Open("/p", options(newMemDisk()))
	mustAppend(t, l, strings.Repeat("a", maxLine-200))
	if _, err := l.Append(event(strings.Repeat("a", maxLine))); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Fatalf("got %v", err)
	}
	mustAppend(t, l, "short")
}

// TestDecodeIsEncodingJSON holds the quick reader to encoding/json.
func TestDecodeIsEncodingJSON(t *testing.T) {
	var skim skimmer // one for all: nothing of one line may show in another
	place := func(r record) string {
		return fmt.Sprintf("%d %d %q %d %d %q %q", r.Format, r.More, r.Device, r.Seq, r.Clock, r.Course, r.Kind)
	}
	same := func(t interface {
		Fatalf(string, ...any)
	}, text string) {
		var want record
		err := json.Unmarshal([]byte(text), &want)
		if got, ok := decode(text); err == nil && (!ok || !reflect.DeepEqual(got, want)) {
			t.Fatalf("%q\ngot  %+v %v\nwant %+v", text, got, ok, want)
		}
		c := cursor{rest: text}
		if got := c.record(); plain(text) && !c.failed && c.rest == "" && (err != nil || !reflect.DeepEqual(got, want)) {
			t.Fatalf("read directly: %q\ngot  %+v\nwant %+v, %v", text, got, want, err)
		}
		full, ok := decode(text)
		if got, skimmed := skim.skim(text); skimmed != ok || place(got) != place(full) {
			t.Fatalf("skimmed: %q\ngot  %+v %v\nwant %+v %v", text, place(got), skimmed, place(full), ok)
		}
	}
	for _, text := range []string{
		``, `{`, `{}`, `{}{}`, `{"v":1,}`, `{"v":01}`, `{"v":-1}`, `{"v":1e3}`, `{"v":1 }`, `{"V":1}`, `{"v":null}`, `{"v":99999999999}`,
		`{"seq":18446744073709551615}`, `{"seq":18446744073709551616}`, `{"score":1.}`, `{"score":.5}`, `{"score":0.50}`, `{"score":00}`,
		`{"t":"2025-03-09T12:00:00+02:00"}`, `{"t":"2025-03-09"}`, `{"t":"2025-03-09T12:00:00.5Z","t":"x"}`,
		`{"note":"a\u0041"}`, `{"note":"\"q\" \\"}`, `{"note":"\x"}`, `{"note":"\`, `{"note":"a\"}`, `{"not\u0065":"a"}`, `{"answer":{"items":["\ud83d\ude00","\ud83d"]}}`, `{"t":"2025-03-09T12:00:00\u002b02:00"}`, "{\"note\":\"\xff\"}", "{\"note\":\"\n\"}", `{"note":"é"}`, `{"note":"a","note":"b"}`, `{"note":1}`,
		`{"answer":{}}`, `{"answer":{"items":[]}}`, `{"answer":{"items":["a","b"]}}`, `{"answer":{"items":["a",]}}`, `{"answer":null}`,
		`{"answer":{"text":"a"},"answer":{"items":["b"]}}`, `{"answer":{"dontKnow":false}}`, `{"answer":{"dontKnow":true}}`, `{"answer":{"x":1}}`,
		`{"why":{"code":"next","n":3}}`, `{"why":{"code":"a"},"why":{"n":1}}`, `{"unknown":{"a":[1,2]},"v":1}`, `[]`, `1`, `"a"`, `nul`,
	} {
		same(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := record{Format: rapid.IntRange(0, 3).Draw(t, "v"), More: rapid.IntRange(0, 2).Draw(t, "more"), Event: anyEvent().Draw(t, "event")}
		r.Device, r.Seq, r.Clock = "dev", rapid.Uint64().Draw(t, "seq"), rapid.Uint64().Draw(t, "clock")
		buf, err := appendLine(nil, r)
		if err != nil {
			return
		}
		text := []byte(string(buf[sumLen : len(buf)-1]))
		same(t, string(text))
		text[rapid.IntRange(0, len(text)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		same(t, string(text))
	})
}

// TestNewerFieldsAreReadAsFarAsPossible: fields whose type has changed are left
// out, the rest is there.
func TestNewerFieldsAreReadAsFarAsPossible(t *testing.T) {
	for _, c := range []struct {
		json     string
		readable bool
		note     string
	}{
		{`{"v":2,"dev":"d","seq":1,"clk":5,"kind":"noted","note":"n"}`, true, "n"},
		{`{"v":2,"dev":"d","seq":1,"clk":5,"kind":"dreamt","new":{"a":1},"note":"n"}`, true, "n"},
		{`{"v":2,"dev":"d","seq":1,"clk":5,"kind":"noted","answer":"text","note":"n"}`, true, "n"},
		{`{"v":2,"dev":"d","seq":1,"clk":5,"kind":"noted","score":{"of":3},"hints":"two","note":"n"}`, true, "n"},
		{`{"v":2,"dev":7,"seq":1,"clk":5,"kind":"noted","note":"n"}`, false, ""},
		{`{"v":2,"dev":"d","clk":5,"kind":"noted"}`, false, ""},
		{`{"v":2,"dev":"d","seq":9007199254740993,"clk":5,"kind":"noted"}`, false, ""},
		{`{"v":2,"dev":"d","seq":-1,"kind":"noted"}`, false, ""},
		{`{"v":9,"packed":"x"}`, false, ""},
		{`[1,2]`, false, ""},
		{`not JSON at all`, false, ""},
	} {
		l := newLine("00000000 " + c.json)
		if l.readable != c.readable || c.readable && l.event().Note != c.note {
			t.Errorf("%s: readable %v, event %+v", c.json, l.readable, l.event())
		}
	}
}

// FuzzScan feeds the reader of files anything at all.
func FuzzScan(f *testing.F) {
	good, _ := appendLine(nil, record{Format: 1, Event: event("a")})
	batch, _ := appendLine(nil, record{Format: 1, More: 1, Event: event("b")})
	f.Add(good)
	f.Add(append(append([]byte{}, batch...), good...))
	f.Add(append(append([]byte{}, good...), batch...))
	f.Add(good[:len(good)-1])
	f.Add(append(append([]byte{}, good[:len(good)-1]...), "\r\n"...))
	f.Add([]byte("\n\r\n00000000 {}\n\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := scan(data)
		if s.end < 0 || s.end > len(data) || len(s.lines)+len(s.bad) > strings.Count(string(data), "\n")+1 {
			t.Fatalf("end %d of %d, %d lines, %d bad", s.end, len(data), len(s.lines), len(s.bad))
		}
		for _, l := range s.lines {
			if !whole([]byte(l.raw)) || !strings.Contains(string(data), l.raw) {
				t.Fatalf("a line that is not in the file: %q", l.raw)
			}
			if l.readable && (l.device == "" || l.seq == 0) {
				t.Fatalf("an event without a name: %q", l.raw)
			}
		}
		// What is kept after mending reads the same.
		again := scan(data[:s.end])
		if len(again.lines) != len(s.lines) || len(again.bad) != len(s.bad) || len(again.unfinished()) != 0 {
			t.Fatalf("after mending: %d lines and %d bad, before %d and %d", len(again.lines), len(again.bad), len(s.lines), len(s.bad))
		}
	})
}

// TestTheExampleInTheDocumentationIsTrue reads the line that
// docs/progress-log.md shows.
func TestTheExampleInTheDocumentationIsTrue(t *testing.T) {
	doc, err := os.ReadFile("../../docs/progress-log.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(doc), "one event a line:\n\n    ")
	example, _, _ := strings.Cut(rest, "\n")
	if !found || !whole([]byte(example)) || !newLine(example).readable {
		t.Fatalf("the example is not a line: %q", example)
	}
}

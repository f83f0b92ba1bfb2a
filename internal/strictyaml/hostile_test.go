package strictyaml

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestHostile reads texts that have stopped other readers. What is promised is
// an end, soon, with a finding where something is wrong.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	for _, tt := range []struct {
		name, src string
		code      string // of the first problem; empty: none
	}{
		{"aliases that double", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n", UnknownKey},
		{"an anchor within itself", "tags: &a [*a]\n", Alias},
		{"brackets", many("[", 1<<20), Limit},
		{"brackets below the limit", "title: " + many("[", 100_000), Limit},
		{"braces", many("{a: ", 100_000), Limit},
		{"dashes", many("- ", 100_000), Limit},
		{"indented deeper and deeper", deeper(200), Limit},
		{"one mapping with many keys", manyKeys(60_000), UnknownKey},
		{"one key many times", many("title: a\n", 100_000), RepeatedKey},
		{"one line with many keys", "{" + many("when: x, ", 90_000) + "}", RepeatedKey},
		{"one line with many wide keys", "{" + many("é: x, ", 90_000) + "}", UnknownKey},
		{"one line with many escapes", "tags: [" + many(`"\e", `, 90_000) + "]", Control},
		{"a long scalar", "title: " + many("a", MaxSize-10), ""},
		{"too long", many("a", MaxSize+1), Limit},
		{"too many values", many("a,", 400_000), Limit},
		{"many documents", many("---\n", 100_000), Documents},
		{"many tags", many("!a ", 100_000), Indent},
		{"an open quote", `title: "` + many("a\n", 100_000), Quote},
		{"many mistakes", many("a: b: c\n", 100_000), Colon},
		{"control characters", "title: a\x00b\x1b[2J\u0085c\u2028d\r\n", ""},
		{"broken UTF-8", "title: \xff\xfe\xc3\n", ""},
		{"UTF-16", "\xfe\xff\x00a\x00:\x00 \x00b", Type},
		{"nothing", "", ""},
		{"only a byte order mark", "\ufeff", Type},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, decode := range []func([]byte, any) []Problem{Decode, DecodeFlow} {
				var dst sheet
				problems := decode([]byte(tt.src), &dst)
				checkPlaces(t, tt.src, problems)
				if len(problems) > maxFound {
					t.Errorf("%d problems", len(problems))
				}
			}
			var dst sheet
			code := ""
			if problems := Decode([]byte(tt.src), &dst); len(problems) > 0 {
				code = problems[0].Code
			}
			if code != tt.code {
				t.Errorf("first problem is %q, want %q", code, tt.code)
			}
		})
	}
}

func deeper(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i%5) + ": 1\n")
	}
	return b.String()
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

func checkPlaces(t fataler, src string, problems []Problem) {
	t.Helper()
	lines := strings.Split(src, "\n")
	for _, p := range problems {
		if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > len(lines[p.Line-1])+1 ||
			p.Col-1+p.Len > len(lines[p.Line-1]) {
			t.Fatalf("%+v is outside the text", p)
		}
		if p.Code == "" || p.Msg == "" {
			t.Fatalf("%+v says nothing", p)
		}
	}
}

func TestPlainTextIsKeptAsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-Za-z0-9~.+_/é日-][A-Za-z0-9 ~.+_/()é日-]{0,12}[A-Za-z0-9]`)
		title, key := word.Draw(t, "title"), word.Draw(t, "key")
		tags := rapid.SliceOfN(word, 0, 4).Draw(t, "tags")
		if strings.HasPrefix(title, "- ") || strings.HasPrefix(key, "- ") || strings.HasPrefix(key+title, "---") {
			t.Skip("a list item or the marker of a document")
		}
		for _, tag := range tags {
			if strings.HasPrefix(tag, "- ") {
				t.Skip("a list item")
			}
		}
		var block, flow sheet
		src := "title: " + title + "\ntags: [" + strings.Join(tags, ", ") + "]\nnames: { " + key + ": " + title + " }\n"
		if p := Decode([]byte(src), &block); p != nil {
			t.Fatalf("%s: %v", src, p)
		}
		if p := DecodeFlow([]byte("title: "+title+", tags: ["+strings.Join(tags, ",")+"], names: {"+key+": "+title+"}"), &flow); p != nil {
			t.Fatalf("%s: %v", src, p)
		}
		for _, got := range []sheet{block, flow} {
			if got.Title != title || strings.Join(got.Tags, "|") != strings.Join(tags, "|") ||
				got.Names[0].Key != key || got.Names[0].Value != title {
				t.Fatalf("%s gave %+v", src, got)
			}
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"title: a\npoints: 2\n", "{a: [b, c]}", "when: \"x\" in interests, title: é",
		"items:\n  - file: a\n    when: seen[\"b\"]\n", "title: \"a\\e\"\n\tb: c", "a: &x *x !y `z`",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, decode := range []func([]byte, any) []Problem{Decode, DecodeFlow} {
			var dst sheet
			checkPlaces(t, string(src), decode(src, &dst))
			if utf8.Valid(src) && !utf8.ValidString(dst.Title) {
				t.Fatalf("title %q is not UTF-8", dst.Title)
			}
		}
	})
}

func BenchmarkFrontMatter(b *testing.B) {
	src := []byte("title: Saving a step\ntags: [staging, commits]\npoints: 15\nwhen: mastery.staging >= 0.85\n")
	b.ReportAllocs()
	for b.Loop() {
		var dst sheet
		if p := Decode(src, &dst); p != nil {
			b.Fatal(p)
		}
	}
}

func BenchmarkSettings(b *testing.B) {
	src := []byte("title: stage-1, tags: staging")
	b.ReportAllocs()
	for b.Loop() {
		var dst sheet
		if p := DecodeFlow(src, &dst); p != nil {
			b.Fatal(p)
		}
	}
}

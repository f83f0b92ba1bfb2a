package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// shelf is a small library to search.
func shelf() *Index {
	return NewIndex([]Document{
		{Kind: KindCourse, Title: "Git, step by step", Text: "From the first commit to the last branch.", Ref: "git", Open: true},
		{Kind: KindLesson, Title: "Branches", Lesson: "branches", Ref: "git", Open: true},
		{Kind: KindText, Title: "What a branch is", Text: "# What a branch is\n\nA **branch** is a name for a commit.\n\nIt moves on.", Lesson: "branches", Ref: "git", Open: true},
		{Kind: KindText, Title: "Merging", Text: "# Merging\n\nTwo branches become one.\n\n- a [merge](https://example.org/commit) commit has two parents", Lesson: "merging", Ref: "git", Open: true, Far: 3},
		{Kind: KindTerm, Title: "commit", Text: "A snapshot with a message.", Ref: "git", Open: true},
		{Kind: KindNote, Text: "ask about détachée HEAD", Ref: "git", Open: true},
		{Kind: KindCourse, Title: "Trees", Text: "How they branch.", Ref: "trees"},
		{Kind: KindText, Title: "測試", Text: "這是一個測試題目。", Ref: "trees"},
		{Kind: KindText, Title: "C++", Text: "Straße, naïve, ÉTÉ and C# are words.", Ref: "trees"},
	})
}

// found tells what a query finds, a line for each.
func found(query string) string {
	var out []string
	for _, r := range Find(query, 10, shelf()) {
		var marks []string
		for _, m := range r.Marks {
			marks = append(marks, r.Line[m.From:m.To])
		}
		slip := ""
		if r.Slip {
			slip = " (slip)"
		}
		out = append(out, fmt.Sprintf("%s %q: %s [%s]%s", r.Kind, r.Title, r.Line, strings.Join(marks, " "), slip))
	}
	return strings.Join(out, "\n")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{"nowhere", ""},
		{"merg", `text "Merging": Merging [Merging]`},
		// titles before headings before text; the open course first
		{"branch", `lesson "Branches": Branches [Branches]
text "What a branch is": What a branch is [branch]
course "Git, step by step": From the first commit to the last branch. [branch]
text "Merging": Two branches become one. [branches]
course "Trees": How they branch. [branch]`},
		// several words are all asked for, and count for more on one line
		{"two parents", `text "Merging": a merge commit has two parents [two parents]`},
		{"commit message", `term "commit": A snapshot with a message. [message]`},
		{"branch nowhere", ""},
		// the address of a link is no text
		{"example", ""},
		// capitals, accents and other letters
		{"detachee head", `note "": ask about détachée HEAD [détachée HEAD]`},
		{"STRASSE", `text "C++": Straße, naïve, ÉTÉ and C# are words. [Straße]`},
		{"été", `text "C++": Straße, naïve, ÉTÉ and C# are words. [ÉTÉ]`},
		{"c++", `text "C++": C++ [C++]`},
		{"c#", `text "C++": Straße, naïve, ÉTÉ and C# are words. [C#]`},
		// scripts without spaces
		{"測試題", `text "測試": 這是一個測試題目。 [測試題]`},
		{"題", `text "測試": 這是一個測試題目。 [題目]`},
		{"目", `text "測試": 這是一個測試題目。 [目]`},
		{"試測", ""},
		// a slip of one letter, only where nothing else is found
		{"mrege", `text "Merging": a merge commit has two parents [merge] (slip)`},
		{"snapshut", `term "commit": A snapshot with a message. [snapshot] (slip)`},
		{"snapshhot", `term "commit": A snapshot with a message. [snapshot] (slip)`},
		{"snapsot", `term "commit": A snapshot with a message. [snapshot] (slip)`},
		{"two perents", `text "Merging": a merge commit has two parents [two parents] (slip)`},
		{"gix", ""},
	} {
		if got := found(c.query); got != c.want {
			t.Errorf("%q finds\n%s\nwant\n%s", c.query, got, c.want)
		}
	}
}

// anyText draws text in several scripts, with marks of Markdown and hostile
// characters in it.
func anyText() *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.StringMatching(`[a-zA-Z0-9]{1,9}`), rapid.String(),
		rapid.SampledFrom([]string{"Straße", "ÉTÉ", "e\u0301te\u0301", "測試題目", "ＷＩＤＥ", "ภาษาไทย", "नमस्ते", "한국어", "שלום", "İstanbul", "\x1b[31m", "\u202e", "a_b", "**bold**", "<!--", "-->", "[x](y)", "`code`", "C++"}))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", "\n", ", "}).Draw(t, "between"))
	})
}

// TestEveryWordFindsItsDocument: each word of a title finds it, whole and begun,
// in capitals or not; and every result holds every word that was asked for.
func TestEveryWordFindsItsDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs []Document
		for i := range rapid.IntRange(1, 8).Draw(t, "documents") {
			docs = append(docs, Document{Kind: KindText, Title: anyText().Draw(t, "title"), Text: anyText().Draw(t, "text"), Ref: fmt.Sprint(i)})
		}
		x := NewIndex(docs)
		d := rapid.SampledFrom(docs).Draw(t, "document")
		for _, w := range strings.FieldsFunc(plainLine(d.Title), func(r rune) bool { return !inWord(r) }) {
			begun := []rune(w)
			begun = begun[:rapid.IntRange(1, len(begun)).Draw(t, "letters")]
			for _, query := range []string{w, strings.ToLower(w), string(begun)} {
				if len(queryWords(query)) == 0 || len(queryWords(query)) > maxWords {
					continue
				}
				got := Find(query, len(docs), x)
				if !slices.ContainsFunc(got, func(r Result) bool { return r.Ref == d.Ref && !r.Slip }) {
					t.Fatalf("%q does not find %q", query, d.Title)
				}
			}
		}
	})
}

// TestResultsAreInOrder: the same search finds the same, a lower limit leaves
// out the last, every mark lies in its line, and results that need no slip hold
// all words.
func TestResultsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs []Document
		for i := range rapid.IntRange(0, 12).Draw(t, "documents") {
			kind := rapid.SampledFrom([]Kind{KindCourse, KindLesson, KindText, KindTerm, KindCard, KindQuestion, KindNote, KindBookmark}).Draw(t, "kind")
			docs = append(docs, Document{Kind: kind, Title: anyText().Draw(t, "title"), Text: anyText().Draw(t, "text"), Ref: fmt.Sprint(i), Open: rapid.Bool().Draw(t, "open"), Far: rapid.IntRange(0, 50).Draw(t, "far")})
		}
		cut := rapid.IntRange(0, len(docs)).Draw(t, "cut")
		one, two := NewIndex(docs[:cut]), NewIndex(docs[cut:])
		query := anyText().Draw(t, "query")
		all := Find(query, len(docs), one, two)
		again := Find(query, len(docs), one, nil, two)
		refs := func(rs []Result) (out []string) {
			for _, r := range rs {
				out = append(out, r.Ref)
			}
			return out
		}
		if !slices.Equal(refs(all), refs(again)) {
			t.Fatalf("%q found %v, then %v", query, refs(all), refs(again))
		}
		for i, r := range all {
			if i > 0 && r.score > all[i-1].score {
				t.Fatalf("%q: result %d is better than the one before", query, i)
			}
			end := 0
			for _, m := range r.Marks {
				if m.From < end || m.To <= m.From || m.To > len(r.Line) {
					t.Fatalf("%q: the marks %v lie outside of %q", query, r.Marks, r.Line)
				}
				end = m.To
			}
			if strings.ContainsFunc(r.Line, func(c rune) bool { return c == '\n' }) {
				t.Fatalf("%q: more than a line: %q", query, r.Line)
			}
			for _, a := range queryWords(query) {
				if holds := a.in(plainLine(r.Title)) || slices.ContainsFunc(slices.Collect(plainLines(r.Text)), a.in); !holds && !r.Slip {
					t.Fatalf("%q found %q, %q, which does not hold %q", query, r.Title, r.Text, a.text)
				}
			}
		}
	})
}

// in reports whether a line holds a word.
func (a word) in(line string) bool {
	held := false
	eachWord(line, func(w string, _ Span, _ bool) { held = held || a.begins(w) })
	return held
}

// TestPlainKeepsEveryWord: what is taken out of Markdown to search it is no
// word: only marks, comments and addresses of links.
func TestPlainKeepsEveryWord(t *testing.T) {
	for md, want := range map[string]string{
		"# A *title*":                         "A title",
		"- [ ] to **do**":                     "to do",
		"a_b and _c_":                         "a_b and c",
		"see [the page](https://example.org)": "see the page",
		"![a picture](x.png) of `git  add`":   "a picture of git add",
		"one <!-- id: x --> two":              "one two",
		"<!-- a\nlong\ncomment --> after":     "after",
		"```sh\ngit commit\n```":              "git commit",
		"| a | b |":                           "a b",
		"\\*not marked\\*":                    "*not marked*",
		"unclosed [link](":                    "unclosed link(",
		"> quoted > text":                     "quoted > text",
	} {
		if got := strings.Join(slices.Collect(plainLines(md)), "\n"); got != want {
			t.Errorf("%q reads %q, want %q", md, got, want)
		}
	}
}

func TestHugeWordsAreFound(t *testing.T) {
	long := strings.Repeat("x", 1<<16)
	marks := "e" + strings.Repeat("\u0301", 1<<12)
	x := NewIndex([]Document{{Title: long, Text: marks}})
	for _, query := range []string{long, "xx", "e", marks} {
		if len(Find(query, 1, x)) != 1 {
			t.Errorf("%.20q is not found", query)
		}
	}
	if got := Find(strings.Repeat("xx ", 5000), 1, x); len(got) != 1 {
		t.Errorf("five thousand words find %d", len(got))
	}
}

func FuzzFind(f *testing.F) {
	f.Add("A **branch** is\na name", "branch na")
	f.Add("測試題目", "題目")
	f.Fuzz(func(t *testing.T, text, query string) {
		for _, r := range Find(query, 3, NewIndex([]Document{{Kind: KindText, Title: "one", Text: text}})) {
			for _, m := range r.Marks {
				if strings.TrimFunc(r.Line[m.From:m.To], unicode.IsSpace) == "" {
					t.Fatalf("%q marks nothing in %q", query, r.Line)
				}
			}
		}
	})
}

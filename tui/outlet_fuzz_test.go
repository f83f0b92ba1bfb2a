package tui

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/hostile"
	"github.com/cairn-learn/cairn/internal/torture"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// throughOutlets sends a text through the outlets: as a course with the text in
// every place, to findings, frames, the line-by-line front end and field notes;
// and as what is typed and pasted. Nothing cleans what the plain outlets get but
// the first layer.
func throughOutlets(t *testing.T, text string) {
	t.Helper()
	c, diags, err := course.Load(hostile.Course(text), text)
	var found bytes.Buffer
	if werr := course.WriteDiags(&found, diags); werr != nil {
		t.Fatal(werr)
	}
	if werr := course.WriteDiagsJSON(&found, diags); werr != nil {
		t.Fatal(werr)
	}
	clean := func(outlet, got string) {
		t.Helper()
		if err := hostile.Text(got); err != nil {
			t.Errorf("%s of %q: %v", outlet, text, err)
		}
	}
	clean("the findings", found.String())
	if err != nil {
		clean("the error", words.English().Print.Quoted(err.Error()))
		return
	}
	log := learn.NewMemory(sampleNow)
	s, err := learn.Open(c, learn.Deps{Log: log, Now: sampleNow})
	if err != nil {
		t.Fatal(err)
	}
	line := strings.ReplaceAll(text, "\n", " ")
	in := strings.Join([]string{"", line, "", ":note " + line, ":find " + line, ":" + line, "1", "", "", line, ":show", "", ":map", ":notes"}, "\n") + "\n"
	var out bytes.Buffer
	d := plain.New(plain.Options{In: strings.NewReader(in), Out: &out, Words: words.English(), Width: 80, Echo: true})
	if _, err := d.Run(s); err != nil {
		t.Fatal(err)
	}
	clean("the line-by-line front end", out.String())
	clean("the field notes", fieldnotes.Markdown(s, words.English()))

	shelf := newSampleShelf()
	shelf.courses, shelf.diags = []*course.Course{c}, map[string][]course.Diag{c.ID: diags}
	for _, start := range []Route{"library", RouteLesson.To(c.ID, "one"), RouteLesson.To(c.ID, "q3")} {
		v := newDriver(t, Options{Shelf: shelf, Start: start}, 80, 40)
		checkOutlets(t, string(start), v.app)
		v.send(tea.PasteMsg{Content: text})
		v.press("enter")
		checkOutlets(t, string(start)+" enter", v.app)
	}
	raw := frameView(text, text, nil, false)
	if err := hostile.Frame(raw.Content); err != nil {
		t.Errorf("the outlet of frames, alone, of %q: %v", text, err)
	}
	clean("the title, alone,", raw.WindowTitle)
}

// FuzzOutlets sends any text through the outlets.
func FuzzOutlets(f *testing.F) {
	for _, a := range hostile.Attacks() {
		f.Add(a.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			t.Skip("longer texts tell nothing more")
		}
		throughOutlets(t, text)
	})
}

// TestAnyTextThroughOutlets makes texts of what attacks are made of, for a while.
func TestAnyTextThroughOutlets(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 1))
	parts := []string{
		"\x1b", "\u009b", "\u009d", "\x9b", "[", "]", "P", "_", "8;;", "52;c;", "aGk=", "http://a.b", "javascript:x", "\a", "\x1b\\", "\u009c", "2J", "6n", "31m", "8m",
		"\r", "\n", "\b", "\t", "\x00", "\x7f", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\U000e0041", "\u0301", "👩", "漢", "e", " ",
		"&#27;", "&#x9b;", "&#155;", "`", "*", "_", "~~", "$", "[a](", ")", "<b>", "<", ">", "|", "\\", "\"", "'", "#", "- ", "---", "%s%n", "{{", "é", "\xff", "\xc2",
	}
	for _, a := range hostile.Attacks() {
		parts = append(parts, a.Text[:min(len(a.Text), 40)])
	}
	end, n := time.Now().Add(torture.For(time.Second, time.Hour)), 0
	for ; time.Now().Before(end) && !t.Failed(); n++ {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		throughOutlets(t, b.String())
	}
	if t.Failed() {
		t.Logf("the seed was %d", seed)
	}
	torture.Report(t, "P13", "%d random texts through findings, frames, the line-by-line front end and field notes in %v: 0 bytes outside SGR and links to the web", n, torture.For(time.Second, time.Hour))
}

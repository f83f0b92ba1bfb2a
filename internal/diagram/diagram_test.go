package diagram_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/internal/diagram"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// TestDiagrams reads testdata/*.mmd and compares them with what they become:
// drawn in 76 cells, drawn in 40 and in ASCII, and told in sentences.
func TestDiagrams(t *testing.T) {
	files, err := filepath.Glob("testdata/*.mmd")
	if err != nil || len(files) == 0 {
		t.Fatal("no diagrams", err)
	}
	w := diagram.English()
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, ok := diagram.Parse(string(source))
			if !ok {
				t.Fatal("not understood")
			}
			var b strings.Builder
			show := func(title string, lines []string, ok bool) {
				b.WriteString("# " + title + "\n\n")
				if !ok {
					b.WriteString("(does not fit)\n")
				}
				for _, l := range lines {
					b.WriteString(l + "\n")
				}
				b.WriteString("\n")
			}
			lines, ok := d.Draw(76, false, w)
			show("76 cells", lines, ok)
			lines, ok = d.Draw(40, true, w)
			show("40 cells, ASCII", lines, ok)
			show("a list", d.List(false, w), true)
			show("sentences", d.Sentences(w), true)

			golden := strings.TrimSuffix(file, ".mmd") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("%s is not what it was; it is now:\n%s", golden, b.String())
			}
		})
	}
}

// TestWhatIsNotUnderstoodIsNotGuessed shows sources that stay code.
func TestWhatIsNotUnderstoodIsNotGuessed(t *testing.T) {
	for _, source := range []string{
		"", "   ", "pie title Pets\n \"Dogs\" : 386", "gantt\n title A", "flowchart XY\n A --> B", "flowchart TD\n A -->", "flowchart TD\n A[open --> B",
		"flowchart TD\n subgraph one\n A --> B", "flowchart TD\n A --> B\n end", "sequenceDiagram\n what is this", "sequenceDiagram\n loop a\n A->>B: x",
		"stateDiagram-v2\n state A {\n B --> C", "flowchart TD", "flowchart TD\n" + strings.Repeat("A --> B\n", 3000),
		"flowchart TD\n" + strings.Repeat("A & ", 100) + "A --> " + strings.Repeat("A & ", 100) + "A",
	} {
		if _, ok := diagram.Parse(source); ok {
			t.Errorf("%.60q is understood", source)
		}
	}
}

// anyFlow makes a flowchart of random boxes and arrows.
func anyFlow(t *rapid.T) (source string, labels []string) {
	n := rapid.IntRange(1, 9).Draw(t, "boxes")
	var b strings.Builder
	b.WriteString("flowchart " + rapid.SampledFrom([]string{"TD", "LR", "BT", "RL"}).Draw(t, "way") + "\n")
	brackets := []string{"[ ]", "( )", "([ ])", "[( )]", "[[ ]]", "{ }", "{{ }}", "(( ))", "[/ /]"}
	for i := range n {
		name := "box" + string(rune('a'+i))
		open, closing, _ := strings.Cut(rapid.SampledFrom(brackets).Draw(t, "shape"), " ")
		b.WriteString(" " + string(rune('a'+i)) + open + name + closing + "\n")
		labels = append(labels, name)
	}
	links := []string{"-->", "---", "-.->", "==>", "<-->", "-- text -->", "-->|text|"}
	for i := range rapid.IntRange(0, 14).Draw(t, "arrows") {
		link := rapid.SampledFrom(links).Draw(t, "link")
		if strings.Contains(link, "text") {
			name := "arrow" + string(rune('a'+i))
			link = strings.Replace(link, "text", name, 1)
			labels = append(labels, name)
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		b.WriteString(" " + string(rune('a'+from)) + " " + link + " " + string(rune('a'+to)) + "\n")
	}
	return b.String(), labels
}

func TestEveryLabelIsThere(t *testing.T) {
	w := diagram.English()
	rapid.Check(t, func(t *rapid.T) {
		source, labels := anyFlow(t)
		d, ok := diagram.Parse(source)
		if !ok {
			t.Fatalf("not understood:\n%s", source)
		}
		width := rapid.IntRange(10, 200).Draw(t, "width")
		ascii := rapid.Bool().Draw(t, "ascii")
		shown := map[string][]string{"list": d.List(ascii, w), "sentences": d.Sentences(w)}
		if lines, ok := d.Draw(width, ascii, w); ok {
			shown["drawing"] = lines
			for _, l := range lines {
				if displaywidth.String(l) > width {
					t.Fatalf("%q is wider than %d cells", l, width)
				}
				if ascii && strings.IndexFunc(l, func(r rune) bool { return r > 0x7e }) >= 0 {
					t.Fatalf("%q is not ASCII", l)
				}
			}
		}
		for how, lines := range shown {
			all := strings.Join(lines, "\n")
			for _, label := range labels {
				if !strings.Contains(all, label) {
					t.Fatalf("the %s of\n%s\nhas no %q:\n%s", how, source, label, all)
				}
			}
		}
	})
}

func FuzzDiagram(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.mmd")
	for _, file := range files {
		if source, err := os.ReadFile(file); err == nil {
			f.Add(string(source), 60)
		}
	}
	w := diagram.English()
	f.Fuzz(func(t *testing.T, source string, width int) {
		if len(source) > 3000 || width < 1 || width > 200 {
			t.Skip()
		}
		d, ok := diagram.Parse(source)
		if !ok {
			return
		}
		d.Sentences(w)
		lines, _ := d.Draw(width, true, w)
		for _, l := range lines {
			if displaywidth.String(l) > width {
				t.Errorf("%q: wider than %d: %q", source, width, l)
			}
		}
	})
}

// TestHostileDiagrams end quickly, drawn or not.
func TestHostileDiagrams(t *testing.T) {
	w := diagram.English()
	var dense, chain, fan strings.Builder
	for _, b := range []*strings.Builder{&dense, &chain, &fan} {
		b.WriteString("flowchart TD\n")
	}
	for i := range 40 {
		for j := range 10 {
			dense.WriteString(name(i) + " --> " + name((i*7+j*11)%40) + "\n")
		}
	}
	for i := range 199 {
		chain.WriteString(name(i) + " -->|a| " + name(i+1) + "\n" + name(0) + " --> " + name(i) + "\n")
		fan.WriteString("z --> " + name(i) + "\n")
	}
	for title, source := range map[string]string{
		"dense": dense.String(), "a chain with shortcuts": chain.String(), "a fan": fan.String(),
		"long labels": "flowchart TD\nA[" + strings.Repeat("x", 10_000) + "] --> B[" + strings.Repeat("y ", 10_000) + "]",
		"messages":    "sequenceDiagram\n" + strings.Repeat("A->>B: x\n", 1500),
		"blocks":      "sequenceDiagram\n" + strings.Repeat("loop x\n", 19) + "A->>B: x\n" + strings.Repeat("end\n", 19),
	} {
		t.Run(title, func(t *testing.T) {
			d, ok := diagram.Parse(source)
			if !ok {
				t.Fatal("not understood")
			}
			d.Draw(80, false, w)
			d.Draw(1000, false, w)
			if len(d.Sentences(w)) == 0 {
				t.Error("nothing is said")
			}
		})
	}
}

func name(i int) string { return "n" + string(rune('a'+i/26)) + string(rune('a'+i%26)) }

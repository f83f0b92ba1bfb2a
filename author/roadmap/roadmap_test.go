package roadmap_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/roadmap"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/internal/hostile"
)

var update = flag.Bool("update", false, "rewrite what is expected")

// form is one way to write a graph.
type form struct {
	name  string
	write func(roadmap.Graph, io.Writer) error
}

func forms() []form {
	return []form{
		{"txt", func(g roadmap.Graph, w io.Writer) error { return g.WriteText(w, roadmap.Look{Width: 80}) }},
		{"narrow.txt", func(g roadmap.Graph, w io.Writer) error { return g.WriteText(w, roadmap.Look{Width: 40}) }},
		{"ascii.txt", func(g roadmap.Graph, w io.Writer) error {
			return g.WriteText(w, roadmap.Look{Width: 120, ASCII: true})
		}},
		{"mmd", roadmap.Graph.WriteMermaid},
		{"dot", roadmap.Graph.WriteDOT},
		{"svg", roadmap.Graph.WriteSVG},
		{"json", roadmap.Graph.WriteJSON},
	}
}

func load(t *testing.T, files fs.FS) *course.Course {
	t.Helper()
	c, _, err := course.Load(files, "case")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func small(t *testing.T) *course.Course {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/small.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range ar.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return load(t, files)
}

func builtIn(t *testing.T, name string) *course.Course {
	t.Helper()
	files, err := fs.Sub(courses.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return load(t, files)
}

// TestGolden holds every form of the graphs of a small course, and some of those
// of the built-in courses, to files in testdata.
func TestGolden(t *testing.T) {
	shared := roadmap.Lessons(small(t))
	shared.Share(map[string]float64{"dough": 1, "shop": 0.25, "yeast": 0.333, "rye": 0})
	for name, g := range map[string]roadmap.Graph{
		"small": shared, "small-skills": roadmap.Skills(small(t)),
		"welcome": roadmap.Lessons(builtIn(t, "welcome")), "git-skills": roadmap.Skills(builtIn(t, "git")), "git": roadmap.Lessons(builtIn(t, "git")),
	} {
		for _, f := range forms() {
			if !strings.HasPrefix(name, "small") && f.name != "txt" && f.name != "mmd" {
				continue
			}
			var got bytes.Buffer
			if err := f.write(g, &got); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", name+"."+f.name), got.Bytes())
		}
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got\n%s", file, got)
	}
}

// Every lesson and every skill is somewhere in every form.
func TestNothingIsLeftOut(t *testing.T) {
	c := small(t)
	lessons, skills := roadmap.Lessons(c), roadmap.Skills(c)
	for _, f := range forms() {
		var one, two bytes.Buffer
		if err := errors.Join(f.write(lessons, &one), f.write(skills, &two)); err != nil {
			t.Fatal(err)
		}
		for _, l := range c.Lessons {
			if !strings.Contains(one.String(), l.ID) {
				t.Errorf("%s has no lesson %s", f.name, l.ID)
			}
		}
		for _, s := range c.Skills {
			if !strings.Contains(two.String(), s.Title[:6]) {
				t.Errorf("%s has no skill %s", f.name, s.Title)
			}
		}
	}
}

// A text keeps to its width, and to ASCII where nothing else can be shown.
func TestWidth(t *testing.T) {
	for _, c := range []*course.Course{small(t), builtIn(t, "git")} {
		for _, g := range []roadmap.Graph{roadmap.Lessons(c), roadmap.Skills(c)} {
			for _, width := range []int{0, 40, 57, 80, 120, 500} {
				var out bytes.Buffer
				if err := g.WriteText(&out, roadmap.Look{Width: width, ASCII: width != 80}); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(out.String()) {
					if n := displaywidth.String(strings.TrimSuffix(line, "\n")); n > min(max(width, 40), 120) {
						t.Errorf("width %d: a line of %d cells: %s", width, n, line)
					}
					if i := strings.IndexFunc(line, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 && width != 80 {
						t.Errorf("width %d: %q is not ASCII", width, line)
					}
				}
			}
		}
	}
}

// TestHostile puts every attack into every place of a course. In no form does it
// reach a terminal, a browser or a parser as anything but text.
func TestHostile(t *testing.T) {
	attacks := []string{`"]; evil -->|x|`, "\"];\nclick n1 call alert(1)", `</text><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `\" , URL="http://x" \`, "a\nb end", "`**x**`", "&lt;b&gt; #quot; ${x}"}
	for _, a := range hostile.Attacks() {
		attacks = append(attacks, a.Text)
	}
	for _, attack := range attacks {
		c := load(t, hostile.Course(attack))
		for _, g := range []roadmap.Graph{roadmap.Lessons(c), roadmap.Skills(c)} {
			for i := range g.Nodes { // also where the loader would not have let it
				g.Nodes[i].Title, g.Nodes[i].Module = attack, attack
			}
			for i := range g.Edges {
				g.Edges[i].Labels = append(g.Edges[i].Labels, attack)
			}
			g.Title = attack
			for _, f := range forms() {
				var out bytes.Buffer
				if err := f.write(g, &out); err != nil {
					t.Fatal(err)
				}
				if err := hostile.Text(out.String()); err != nil {
					t.Errorf("%s of %q: %v", f.name, attack, err)
				}
				if err := sound(f.name, out.String(), len(g.Nodes)); err != nil {
					t.Errorf("%s of %q: %v", f.name, attack, err)
				}
			}
		}
	}
}

// sound reports what in an output is not as the form has it.
func sound(name, text string, nodes int) error {
	switch name {
	case "svg":
		return soundSVG(text)
	case "json":
		return json.Unmarshal([]byte(text), &struct{}{})
	case "mmd":
		looks := `(start|placement|lesson|project|extra|detour|fork|end|skill)(Node|Offered)`
		line := regexp.MustCompile(`^(flowchart TD|  classDef ` + looks + ` fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#222222(,stroke-dasharray:5 3)?|  subgraph m\d+\["[^"<>` + "`" + `]*"\]|  end|\s+n\d+(\(\[|\{\{|\{|\[/|\[|\()"([^"<>` + "`" + `]|<br/>)*"(\]\)|\}\}|\}|/\]|\]|\)):::` + looks + `|  n\d+ (-->|-\.->)(\|"([^"<>` + "`" + `]|<br/>)*"\|)? n\d+)$`)
		return every(text, line)
	case "dot":
		quoted := `"([^"\\<>]|\\\\|\\"|\\n)*"`
		line := regexp.MustCompile(`^(digraph course \{|  rankdir=TB;|  (node|edge) \[.*\];|\s+label=` + quoted + `;|  subgraph cluster_\d+ \{|\s*\}|\s+n\d+ \[label=` + quoted + `, color="#[0-9a-f]{6}", fillcolor="#[0-9a-f]{6}"(, shape=\w+)?, style="filled(,rounded)?(,dashed)?"\];|  n\d+ -> n\d+ \[label=` + quoted + `(, style=\w+)?(, constraint=false|, weight=10)?\];)$`)
		return every(text, line)
	}
	return nil
}

func every(text string, line *regexp.Regexp) error {
	for l := range strings.Lines(text) {
		if l = strings.TrimSuffix(l, "\n"); !line.MatchString(l) {
			return errors.New("this line means something else: " + l)
		}
	}
	return nil
}

// A piece of a line that has no length has no direction, and browsers turn the head of
// an arrow by it.
func TestArrows(t *testing.T) {
	var out bytes.Buffer
	if err := roadmap.Lessons(builtIn(t, "git")).WriteSVG(&out); err != nil {
		t.Fatal(err)
	}
	arrows := regexp.MustCompile(`<path d="(M[^"]*)" fill="none"`).FindAllStringSubmatch(out.String(), -1)
	for _, a := range arrows {
		y := ""
		for _, piece := range regexp.MustCompile(`[MVC][^MVC]*`).FindAllString(a[1], -1) {
			to := piece[1:]
			if i := strings.LastIndex(to, " "); i >= 0 {
				to = to[i+1:]
			}
			if piece[0] == 'V' && to == y {
				t.Errorf("a piece of no length: %s in %s", piece, a[1])
			}
			y = to
		}
	}
	if len(arrows) < 30 {
		t.Errorf("there are %d arrows", len(arrows))
	}
}

// soundSVG reads a picture as XML, and takes only the elements and attributes that
// draw.
func soundSVG(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	known := map[string]bool{"svg": true, "title": true, "defs": true, "marker": true, "path": true, "rect": true, "text": true, "g": true}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !known[start.Name.Local] {
			return errors.New("an element " + start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") || strings.Contains(a.Value, "script") {
				return errors.New("an attribute " + a.Name.Local)
			}
		}
	}
}

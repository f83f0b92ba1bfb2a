package formula_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/formula"
	"github.com/cairn-learn/cairn/course/textsafe"
)

var update = flag.Bool("update", false, "write the golden file instead of comparing it")

// TestFormulas reads testdata/formulas.txt: a formula, its line in Unicode, its
// line in ASCII, and its display where that has several lines.
func TestFormulas(t *testing.T) {
	const file = "testdata/formulas.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		tex, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "tex: ")
		if !ok {
			continue
		}
		got.WriteString("tex: " + tex + "\n")
		got.WriteString("     " + formula.Line(tex, false) + "\n")
		got.WriteString("     " + formula.Line(tex, true) + "\n")
		for _, names := range []bool{false, true} {
			if d, ok := formula.Display(tex, 60, names); ok && len(d) > 1 {
				got.WriteString("  |  " + strings.Join(d, "\n  |  ") + "\n")
			}
		}
		got.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(want) || want[i] != line {
			t.Fatalf("%s:%d:\n got %q\nwant %q", file, i+1, line, want[min(i, len(want)-1)])
		}
	}
}

// TestNothingIsLost builds formulas and looks for every capital letter and
// every digit of them in what they became.
func TestNothingIsLost(t *testing.T) {
	atoms := []string{"A", "B", "7", "4", "+", "-", "=", "(", ")", "[", "]", ",", " ", `\alpha`, `\le`, `\sum`, `\int`, `\sin`,
		`\unheard`, `\frac`, `\sqrt`, `\sqrt[3]`, `\binom`, `\hat`, `\left(`, `\right)`, `\left\{`, `\right.`, `{`, `}`, "^", "_", "'", "&", `\\`,
		`\text{C D}`, `\mathbb{R}`, `\mathbb{X}`, `\begin{pmatrix}`, `\end{pmatrix}`, `\begin{cases}`, `\begin{align*}`, `\end{align*}`, `\not`, `\over`,
		`\overset`, `\xrightarrow`, `\pmod`, `\quad`, `\,`, `\limits`, "∑", "é", "\\"}
	rapid.Check(t, func(t *rapid.T) {
		tex := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 30).Draw(t, "atoms"), "")
		for _, out := range []string{formula.Line(tex, true), display(tex, 200)} {
			for _, c := range "ABCDRX7" {
				if strings.Count(out, string(c)) < strings.Count(tex, string(c)) {
					t.Fatalf("%q becomes %q: a %q is missing", tex, out, c)
				}
			}
		}
	})
}

func display(tex string, width int) string {
	if lines, ok := formula.Display(tex, width, true); ok {
		return strings.Join(lines, "\n")
	}
	return formula.Line(tex, true)
}

func TestInASCII(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tex := rapid.StringMatching(`(\\[a-z]{1,8}|[a-z0-9^_{}+=&\\ ]){0,20}`).Draw(t, "tex")
		for _, s := range []string{formula.Line(tex, true), display(tex, 80)} {
			for _, r := range s {
				if r > 0x7e {
					t.Fatalf("%q becomes %q", tex, s)
				}
			}
		}
	})
}

// TestNoControls: what a terminal may act on is in no result, however long.
func TestNoControls(t *testing.T) {
	for _, tex := range []string{"\x1b[2J", "a\x07\x00b", "\\text{\x1b]0;x\x07}", "\\frac{\x1b[1m}{\u202e2}", "\\\x1b", "x^\x1b", strings.Repeat("\x1b", 9<<10)} {
		for _, names := range []bool{false, true} {
			lines, _ := formula.Display(tex, 40, names)
			for _, s := range append(lines, formula.Line(tex, names)) {
				if textsafe.Line(s) != s {
					t.Errorf("%.40q becomes %.40q", tex, s)
				}
			}
		}
	}
	if got := formula.Line("a\n+\tb", false); got != "a + b" {
		t.Errorf("lines become %q", got)
	}
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{`\frac{a}{b`, `\begin{pmatrix}a&b\\c`, `x^{y^{z}}`, `\left(\right`, "\\", "{{{{", `\sqrt[`} {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, tex string, width int) {
		if width < 1 || width > 200 {
			t.Skip()
		}
		formula.Line(tex, true)
		if strings.Contains(formula.Line(tex, false), "\n") && !strings.Contains(tex, "\n") {
			t.Errorf("%q becomes several lines", tex)
		}
		lines, _ := formula.Display(tex, width, false)
		for _, l := range lines {
			if w := displaywidth.String(l); w > width {
				t.Errorf("%q: %d cells in %d: %q", tex, w, width, l)
			}
		}
	})
}

// TestHostileFormulas end quickly and within bounds.
func TestHostileFormulas(t *testing.T) {
	for name, part := range map[string][2]string{
		"deep groups":    {"{", "}"},
		"deep fractions": {`\frac{1}{`, "}"},
		"deep roots":     {`\sqrt{`, "}"},
		"deep matrices":  {`\begin{pmatrix}a&`, `\\b\end{pmatrix}`},
		"deep brackets":  {`\left(`, `\right)`},
		"scripts":        {"x^", ""},
		"commands":       {`\hat`, ""},
		"rows":           {`a&b\\`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{50, 700} {
				tex := strings.Repeat(part[0], n) + "Z" + strings.Repeat(part[1], n)
				if s := formula.Line(tex, false); !strings.Contains(s, "Z") {
					t.Errorf("the letter in the middle is lost: %.80q", s)
				}
				lines, _ := formula.Display(tex, 80, false)
				if len(lines) > 4*n {
					t.Errorf("%d lines", len(lines))
				}
			}
		})
	}
}

func BenchmarkLine(b *testing.B) {
	for b.Loop() {
		formula.Line(`\sum_{i=1}^n \frac{n(n+1)}{2} \le \alpha^{2}`, false)
	}
}

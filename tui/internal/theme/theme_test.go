package theme

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// TestContrast holds every palette that names its colours to the contrast
// ratios of WCAG 2.1, on the grounds people really use and on every ground that
// the theme draws under words.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		name  string
		p     Palette
		dark  bool
		least float64
	}{
		{"dark", Dark(), true, ContrastAA},
		{"light", Light(), false, ContrastAA},
		{"high contrast on dark", HighContrast(true), true, ContrastAAA},
		{"high contrast on light", HighContrast(false), false, ContrastAAA},
	} {
		judged := 0
		for _, colour := range c.p.Colours() {
			if !colour.Ground && !wordless(colour.Name) && *colour.Value != "" {
				judged++
			}
			if _, ok := luminance(*colour.Value); !ok && *colour.Value != "" {
				t.Errorf("%s: %s is %q, not #rrggbb", c.name, colour.Name, *colour.Value)
			}
		}
		if judged < 7 {
			t.Errorf("%s: only %d colours of words", c.name, judged)
		}
		for _, ground := range Grounds(c.dark) {
			for _, w := range c.p.WeakOn(ground, c.least) {
				t.Errorf("%s: %s on %s %s has a contrast of %.2f, want %.1f", c.name, w.Ink, w.On, w.Ground, w.Ratio, c.least)
			}
		}
		// Text in the terminal's own colour is unknown, but it must be readable on
		// what the theme draws: black and white stand in for it.
		for _, colour := range c.p.Colours() {
			own := "#ffffff"
			if !c.dark {
				own = "#000000"
			}
			if ratio, ok := Contrast(own, *colour.Value); colour.Ground && ok && ratio < ContrastAAA {
				t.Errorf("%s: the terminal's own text on %s has a contrast of %.2f", c.name, colour.Name, ratio)
			}
		}
	}
}

// TestContrastRatio compares with the ratios that WCAG 2.1 itself names and with
// some that are well known.
func TestContrastRatio(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21}, {"#ffffff", "#ffffff", 1}, {"#777777", "#ffffff", 4.48}, {"#767676", "#ffffff", 4.54}, {"#0000ff", "#ffffff", 8.59},
	} {
		if got, ok := Contrast(c.a, c.b); !ok || math.Abs(got-c.want) > 0.005 {
			t.Errorf("the contrast of %s on %s is %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
	for _, bad := range []string{"", "14", "#fff", "#gggggg", "ffffff"} {
		if _, ok := Contrast(bad, "#ffffff"); ok {
			t.Errorf("%q was judged", bad)
		}
	}
}

// TestColours changes a palette by the names of its colours.
func TestColours(t *testing.T) {
	p := Dark()
	names := map[string]bool{}
	for _, c := range p.Colours() {
		names[c.Name] = true
		if c.Means == "" {
			t.Errorf("nothing says what %s is for", c.Name)
		}
		*c.Value = "#123456"
	}
	if p.CodeBack != "#123456" || p.Text != "#123456" || p.Name != "dark" {
		t.Errorf("the palette is %+v", p)
	}
	for _, want := range []string{"text", "code-back", "accent"} {
		if !names[want] {
			t.Errorf("no colour is called %s: %v", want, names)
		}
	}
}

func TestMonoHasNoColours(t *testing.T) {
	colour := regexp.MustCompile(`[[;](3|4|9|10)[0-9]`)
	th := New(Mono(), true, true)
	v := reflect.ValueOf(*th)
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		r, ok := v.Field(i).Interface().(interface{ Render(...string) string })
		if !ok {
			continue
		}
		if out := r.Render("x"); colour.MatchString(out) {
			t.Errorf("%s has a colour: %q", v.Type().Field(i).Name, out)
		}
	}
}

// TestGrounds lays a styled line on every ground: it is as wide as asked, its
// words stay, and a palette without grounds leaves it alone.
func TestGrounds(t *testing.T) {
	for _, p := range []Palette{Dark(), Light(), HighContrast(true), HighContrast(false), Sixteen(true), Mono()} {
		th := New(p, true, false)
		line := "a " + th.Accent.Render("b") + " c"
		for g := RowGround; g <= WarnGround; g++ {
			got := th.Lay(g, line, 9)
			if p.RowBack == "" {
				if got != line {
					t.Errorf("%s: a ground it does not have changes %q", p.Name, got)
				}
				continue
			}
			if ansi.Strip(got) != "a b c    " {
				t.Errorf("%s: laid as %q", p.Name, ansi.Strip(got))
			}
			if on := th.grounds[g]; strings.Count(got, on) < 2 || !strings.HasSuffix(got, "\x1b[m") {
				t.Errorf("%s: the ground does not go on behind a style: %q", p.Name, got)
			}
		}
	}
}

// TestRule draws progress below a header.
func TestRule(t *testing.T) {
	th := New(Mono(), true, true)
	for _, c := range []struct {
		n, of int
		want  string
	}{{0, 0, "........"}, {1, 4, "##......"}, {4, 4, "########"}, {9, 4, "########"}, {-1, 4, "........"}} {
		if got := ansi.Strip(th.Rule(c.n, c.of, 8)); got != c.want {
			t.Errorf("Rule(%d, %d) = %q, want %q", c.n, c.of, got, c.want)
		}
	}
}

// TestMarks wants every mark of a group to be of its own and as wide as the
// others: without colours it is all that tells them apart.
func TestMarks(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		m := marks(ascii)
		for _, group := range [][]string{
			{m.Right, m.Wrong, m.Close},
			{m.Done, m.Skipped, m.Begun, m.Open, m.Off, m.Due},
			{m.CheckOn, m.CheckOff},
			{m.BarFull, m.BarEmpty, m.Cursor, m.Quote, m.Up, m.Down},
		} {
			for i, s := range group {
				if slices.Contains(group[:i], s) {
					t.Errorf("ascii %v: %q stands for two states", ascii, s)
				}
				if ansi.StringWidth(s) != ansi.StringWidth(group[0]) {
					t.Errorf("ascii %v: %q is not as wide as %q", ascii, s, group[0])
				}
			}
		}
		v := reflect.ValueOf(m)
		for i := range v.NumField() {
			s := v.Field(i).String()
			if s == "" {
				t.Errorf("ascii %v: no mark for %s", ascii, v.Type().Field(i).Name)
			}
			for _, r := range s {
				if ascii && r > 0x7e {
					t.Errorf("%s is not ASCII: %q", v.Type().Field(i).Name, s)
				}
			}
		}
	}
}

func TestBar(t *testing.T) {
	th := New(Mono(), true, true)
	for _, c := range []struct {
		share float64
		want  string
	}{
		{0, ".........."}, {0.001, "#........."}, {0.5, "#####....."}, {0.999, "#########."}, {1, "##########"}, {-3, ".........."}, {7, "##########"},
	} {
		if got := ansi.Strip(th.Bar(c.share, 10)); got != c.want {
			t.Errorf("Bar(%v) = %q, want %q", c.share, got, c.want)
		}
	}
	if got := th.Bar(0.5, 0); got != "" {
		t.Errorf("a bar without room is %q", got)
	}
}

// TestChart paints with every ink: the text stays, and each ink that means
// something of its own has a colour of its own.
func TestChart(t *testing.T) {
	st := New(Dark(), true, true).Chart()
	if !st.ASCII || st.Cursor != ">" || st.Full != "#" {
		t.Errorf("the signs are not the theme's: %+v", st)
	}
	seen := map[string]chart.Ink{}
	for ink := chart.InkText; ink <= chart.InkWarn; ink++ {
		painted := st.Paint(ink, "x  y")
		if ansi.Strip(painted) != "x  y" {
			t.Errorf("ink %d paints %q", ink, painted)
		}
		if other, twice := seen[painted]; twice {
			t.Errorf("inks %d and %d look the same", other, ink)
		}
		seen[painted] = ink
	}
}

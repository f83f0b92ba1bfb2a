package theme

import (
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// TestContrast holds every palette that names its colours to the contrast
// ratios of WCAG 2.1, 1.4.3 and 1.4.6, on the grounds people really use.
func TestContrast(t *testing.T) {
	darkGrounds := []string{"#000000", "#1e1e1e", "#282c34", "#1c1c22"}
	lightGrounds := []string{"#ffffff", "#fdf6e3", "#fafafa"}
	for _, c := range []struct {
		name    string
		p       Palette
		grounds []string
		least   float64
	}{
		{"dark", Dark(), darkGrounds, 4.5},
		{"light", Light(), lightGrounds, 4.5},
		{"high contrast on dark", HighContrast(true), darkGrounds, 7},
		{"high contrast on light", HighContrast(false), lightGrounds, 7},
	} {
		words := map[string]string{
			"Text": c.p.Text, "Dim": c.p.Dim, "Title": c.p.Title, "Accent": c.p.Accent, "Good": c.p.Good,
			"Bad": c.p.Bad, "Warn": c.p.Warn, "Info": c.p.Info, "Link": c.p.Link, "Code": c.p.Code,
		}
		for name, ink := range words {
			for _, ground := range append(c.grounds, c.p.CodeBack, c.p.RowBack, c.p.GoodBack, c.p.BadBack, c.p.WarnBack) {
				if ink == "" {
					continue
				}
				if got := contrast(t, ink, ground); got < c.least {
					t.Errorf("%s: %s %s on %s has a contrast of %.1f, want %.1f", c.name, name, ink, ground, got, c.least)
				}
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.1.
func luminance(t *testing.T, c string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(c, "#"), 16, 32)
	if err != nil || len(c) != 7 {
		t.Fatalf("%q is not a colour", c)
	}
	part := func(shift uint) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
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

func TestMarks(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		m := marks(ascii)
		for _, group := range [][]string{
			{m.Right, m.Wrong, m.Close},
			{m.Done, m.Skipped, m.Begun, m.Open, m.Off, m.Due},
			{m.CheckOn, m.CheckOff},
			{m.BarFull, m.BarEmpty, m.Cursor, m.Quote, m.Up, m.Down},
		} {
			for _, s := range group {
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

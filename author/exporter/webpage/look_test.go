package webpage

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast: each ink stands out from each ground by 4.5 to 1 or more, and lines that
// say something by 3 to 1: the levels AA of WCAG 2. https://www.w3.org/TR/WCAG22/
func TestContrast(t *testing.T) {
	sets := regexp.MustCompile(`:root \{([^}]*)\}`).FindAllStringSubmatch(style, -1)
	if len(sets) != 3 {
		t.Fatalf("%d sets of colours, want those of light, dark and paper", len(sets))
	}
	for i, set := range sets {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): (#[0-9a-f]+);`).FindAllStringSubmatch(set[1], -1) {
			colours[m[1]] = m[2]
		}
		for _, ground := range []string{"paper", "tint"} {
			for ink, least := range map[string]float64{"ink": 4.5, "soft": 4.5, "link": 4.5, "line": 3} {
				if got := contrast(t, colours[ink], colours[ground]); got < least {
					t.Errorf("set %d: %s on %s has %.2f to 1, want %.1f", i, ink, ground, got, least)
				}
			}
		}
	}
	if got := contrast(t, "#777777", "#ffffff"); math.Abs(got-4.48) > 0.01 { // a known value
		t.Errorf("grey on white has %.2f to 1", got)
	}
}

// contrast is the ratio of WCAG 2 between two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(t *testing.T, c string) float64 {
	t.Helper()
	if len(c) == 4 {
		c = "#" + strings.Repeat(c[1:2], 2) + strings.Repeat(c[2:3], 2) + strings.Repeat(c[3:4], 2)
	}
	if len(c) != 7 {
		t.Fatalf("%q is no colour", c)
	}
	l := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(c[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		v := float64(n) / 255
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		l += weight * v
	}
	return l
}

// TestNothingUnsaid: each language has every word.
func TestNothingUnsaid(t *testing.T) {
	for _, tag := range []string{"en", "de-AT", "ES", "fr"} {
		var walk func(at string, v reflect.Value)
		walk = func(at string, v reflect.Value) {
			switch {
			case v.Kind() == reflect.Pointer:
				walk(at, v.Elem())
				return
			case v.Kind() == reflect.Struct:
				for i := range v.NumField() {
					walk(at+"."+v.Type().Field(i).Name, v.Field(i))
				}
			case v.IsZero():
				t.Errorf("%s: nothing is said for %s", tag, at)
			}
		}
		walk("words", reflect.ValueOf(wordsOf(tag)))
		for _, op := range []string{"<", "<=", ">", ">=", "==", "!="} {
			if w := wordsOf(tag); w.rule.than[op] == "" || strings.Contains(w.rule.tries("x", w.rule.than[op], "2"), "  ") {
				t.Errorf("%s: nothing is said for %s", tag, op)
			}
		}
	}
	if wordsOf("nl").contents != "Contents" || wordsOf("de").contents == "Contents" {
		t.Error("a language that nobody translated is not in English, or German is")
	}
}

// TestDrawings: a picture in SVG is taken where it draws, and only there.
func TestDrawings(t *testing.T) {
	svg := func(in string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + in + `</svg>`
	}
	for in, want := range map[string]bool{
		svg(`<path d="M0 0h9"/><text>x</text>`):                        true,
		`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">` + svg(""): true,
		svg(`<style>.a{fill:url(#g)}</style><rect fill="url('#g')"/>`): true,
		svg(`<linearGradient id="g" href="#h"/>`):                      true,
		svg(`<script>x</script>`):                                      false,
		svg(`<rect onclick="x"/>`):                                     false,
		svg(`<image href="https://example.org/x.png"/>`):               false,
		svg(`<linearGradient href="https://example.org/x#h"/>`):        false,
		svg(`<foreignObject><p/></foreignObject>`):                     false,
		svg(`<a href="javascript:x"><text>x</text></a>`):               false,
		svg(`<style>@import "https://example.org/x"</style>`):          false,
		svg(`<rect style="fill:url(https://example.org/x)"/>`):         false,
		svg(`<rect fill="url(#a) url(//example.org/x)"/>`):             false,
		`<!DOCTYPE svg [<!ENTITY a "aaaa">]>` + svg("&a;"):             false,
		`<?xml-stylesheet href="https://example.org/x"?>` + svg(""):    false,
		`<svg><path/></svg>`:                                           false,
		`<html xmlns="http://www.w3.org/2000/svg"/>`:                   false,
		svg(`<g>`): false,
		svg(strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200)): false,
		svg(strings.Repeat("<g/>", maxParts+1)):                       false,
		"":                                                            false,
		"no drawing":                                                  false,
	} {
		if got := isDrawing([]byte(in)); got != want {
			t.Errorf("%.120s: %v, want %v", in, got, want)
		}
	}
}

// TestDiagrams: a diagram is drawn and told, told where it is too wide, and left to be
// shown as it is written where it is not understood.
func TestDiagrams(t *testing.T) {
	wide := "flowchart LR\n"
	for i := range 250 {
		wide += fmt.Sprintf("a[A long label of box 0] --> n%d[A long label of box %d]\n", i, i+1)
	}
	for source, want := range map[string][]string{
		"flowchart LR\nA[Flour <b>] -->|\"1\" kilo| B[Dough]\n": {`<pre class="diagram" tabindex="0" role="img" aria-label="Ein Diagramm: `, "führt zu Dough", "│"},
		wide:                  {"<p>Ein Diagramm:</p>\n<ul>\n<li>A long label of box 0 führt zu A long label of box 1."},
		"pie\n\"Dogs\" : 386": nil,
	} {
		p := &page{said: german()}
		got, ok := p.diagram(source)
		if ok != (want != nil) {
			t.Errorf("%.30q: drawn is %v", source, ok)
		}
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%.30q: there is no %q in\n%s", source, w, got)
			}
		}
	}
}

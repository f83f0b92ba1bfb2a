package theme

import (
	"math"
	"strconv"
	"strings"
)

// The contrasts that text needs, by WCAG 2.1: 1.4.3 (AA) and 1.4.6 (AAA).
const (
	ContrastAA  = 4.5
	ContrastAAA = 7
)

// Contrast returns the contrast ratio of two colours, from 1 to 21, by WCAG 2.1.
// ok is false unless both are "#rrggbb": what another colour looks like is for
// the terminal to say.
func Contrast(a, b string) (ratio float64, ok bool) {
	la, oka := luminance(a)
	lb, okb := luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05), oka && okb
}

// luminance is the relative luminance of WCAG 2.1.
func luminance(c string) (l float64, ok bool) {
	digits, hash := strings.CutPrefix(c, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !hash || err != nil || len(digits) != 6 {
		return 0, false
	}
	part := func(shift uint) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0), true
}

// Grounds lists the grounds that terminals really have, dark or light ones.
func Grounds(dark bool) []string {
	if dark {
		return []string{"#000000", "#1e1e1e", "#282c34", "#1c1c22"}
	}
	return []string{"#ffffff", "#fdf6e3", "#fafafa"}
}

// Weak is a colour that is hard to read on a ground.
type Weak struct {
	Ink, On string // names of colours; On is empty where it is the terminal's ground
	Ground  string // the colour of that ground
	Ratio   float64
}

// WeakOn lists the colours of words in a palette that have less than a contrast
// on a ground of the terminal, or on a ground that the palette itself draws
// under words. Colours that are the terminal's own cannot be judged.
func (p Palette) WeakOn(ground string, least float64) []Weak {
	under := []Weak{{Ground: ground}}
	for _, c := range p.Colours() {
		if c.Ground && *c.Value != "" {
			under = append(under, Weak{On: c.Name, Ground: *c.Value})
		}
	}
	var weak []Weak
	for _, c := range p.Colours() {
		if c.Ground || wordless(c.Name) {
			continue
		}
		for _, u := range under {
			if ratio, ok := Contrast(*c.Value, u.Ground); ok && ratio < least {
				weak = append(weak, Weak{Ink: c.Name, On: u.On, Ground: u.Ground, Ratio: ratio})
			}
		}
	}
	return weak
}

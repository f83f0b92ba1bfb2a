package main

import (
	"fmt"
	"strconv"
	"strings"
)

// palette is the colours of a terminal: its own two and the sixteen of ANSI.
type palette struct {
	fg, bg string
	ansi   [16]string
}

func ground(light bool) palette {
	if light {
		return palette{"#24292f", "#ffffff", [16]string{
			"#24292f", "#b3261e", "#1a6f2e", "#7a5200", "#0a50a8", "#7a3fa0", "#0a5a69", "#6e7781",
			"#57606a", "#a8231c", "#19632a", "#734c00", "#0a50a8", "#573bb0", "#0a5a69", "#8c959f"}}
	}
	return palette{"#d8dee9", "#16181d", [16]string{
		"#2b303b", "#ff7b72", "#7ec77b", "#e0b04c", "#6cb0ff", "#c39bff", "#5cc8d7", "#c0c5ce",
		"#65737e", "#ff9b93", "#93d182", "#e9c46c", "#82bdff", "#d2b3ff", "#7fd3df", "#ffffff"}}
}

// style is what the escape sequences so far have set. An empty colour is the
// terminal's own.
type style struct {
	fg, bg colour
	on     [10]bool // bold and the like, by the number that sets them
}

// The numbers that set weight, slant and lines.
const (
	bold = iota + 1
	faint
	italic
	underline
	_
	_
	reverse
	_
	strike
)

// colour is "" for the terminal's own, a number of the 256, or "#rrggbb".
type colour string

// take reads the escape sequence at the start of s and returns its length, or
// 0 when there is none. What is not SGR is skipped.
func (st *style) take(s string) int {
	if s[0] != '\x1b' {
		return 0
	}
	if strings.HasPrefix(s, "\x1b]") {
		if end := strings.Index(s, "\x1b\\"); end > 0 {
			return end + 2
		}
		return 2
	}
	end := strings.IndexFunc(s[min(2, len(s)):], func(r rune) bool { return r >= '@' && r <= '~' })
	if !strings.HasPrefix(s, "\x1b[") || end < 0 {
		return 1
	}
	if s[2+end] == 'm' {
		st.set(strings.Split(s[2:2+end], ";"))
	}
	return 2 + end + 1
}

// set applies the parameters of one SGR.
func (st *style) set(params []string) {
	for i := 0; i < len(params); i++ {
		n, _ := strconv.Atoi(params[i])
		switch {
		case n == 0:
			*st = style{}
		case n < len(st.on):
			st.on[n] = true
		case n == 22:
			st.on[bold], st.on[faint] = false, false
		case 23 <= n && n <= 29:
			st.on[n-20] = false
		case 30 <= n && n <= 37:
			st.fg = number(n - 30)
		case 40 <= n && n <= 47:
			st.bg = number(n - 40)
		case 90 <= n && n <= 97:
			st.fg = number(n - 90 + 8)
		case 100 <= n && n <= 107:
			st.bg = number(n - 100 + 8)
		case n == 39:
			st.fg = ""
		case n == 49:
			st.bg = ""
		case n == 38:
			c, used := extended(params[i+1:])
			st.fg = c
			i += used
		case n == 48:
			c, used := extended(params[i+1:])
			st.bg = c
			i += used
		}
	}
}

func number(n int) colour { return colour(strconv.Itoa(n)) }

// extended reads the rest of a colour, 5;n or 2;r;g;b, and returns how many
// parameters it took.
func extended(params []string) (colour, int) {
	value := func(i int) int {
		n, _ := strconv.Atoi(params[i])
		return n
	}
	switch {
	case len(params) >= 2 && params[0] == "5":
		return number(value(1)), 2
	case len(params) >= 4 && params[0] == "2":
		return colour(fmt.Sprintf("#%02x%02x%02x", value(1), value(2), value(3))), 4
	}
	return "", len(params)
}

// colours returns what the style's text and ground are painted with.
func (st style) colours(base palette) (fg, bg string) {
	fg, bg = st.fg.hex(base, base.fg), st.bg.hex(base, base.bg)
	if st.on[reverse] {
		return bg, fg
	}
	return fg, bg
}

func (c colour) hex(base palette, own string) string {
	if c == "" {
		return own
	}
	if c[0] == '#' {
		return string(c)
	}
	n, _ := strconv.Atoi(string(c))
	switch {
	case n < 16:
		return base.ansi[n]
	case n < 232:
		level := func(v int) int { return min(v, 1)*55 + v*40 }
		n -= 16
		return fmt.Sprintf("#%02x%02x%02x", level(n/36), level(n/6%6), level(n%6))
	}
	grey := 8 + 10*(n-232)
	return fmt.Sprintf("#%02x%02x%02x", grey, grey, grey)
}

// attributes are the style's weight, slant and lines as attributes of SVG.
func (st style) attributes() string {
	var b strings.Builder
	for _, a := range [...]struct {
		number int
		attr   string
	}{{bold, `font-weight="bold"`}, {italic, `font-style="italic"`}, {faint, `opacity="0.65"`},
		{underline, `text-decoration="underline"`}, {strike, `text-decoration="line-through"`}} {
		if st.on[a.number] && (a.number != strike || !st.on[underline]) {
			b.WriteString(" " + a.attr)
		}
	}
	return b.String()
}

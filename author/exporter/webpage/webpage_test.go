package webpage_test

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/tried"
	"github.com/cairn-learn/cairn/author/exporter/webpage"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

func page(t testing.TB, src exporter.Source, answers exporter.Answers) exporter.Written {
	t.Helper()
	src.Set.Answers = answers
	w, err := webpage.Format().Write(src)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestEvery: testdata holds the page of a course with every form and part.
func TestEvery(t *testing.T) {
	w := page(t, tried.Every(t), exporter.AnswersEnd)
	_, body, _ := strings.Cut(string(w.Data), "</style>")
	tried.Golden(t, "every.html", []byte(body))
	tried.Golden(t, "every.losses", tried.Losses(w.Losses))
}

// known are the elements that a page may hold, and their attributes.
var known = map[string][]string{
	"html": {"lang"}, "head": nil, "meta": {"charset", "http-equiv", "content", "name"}, "title": nil, "style": nil, "body": nil,
	"header": nil, "nav": {"aria-labelledby"}, "main": nil, "section": {"class", "id", "aria-labelledby"}, "article": {"aria-labelledby"}, "div": {"class", "id", "tabindex"},
	"h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "p": {"class"}, "span": {"class", "title"}, "br": nil, "hr": nil,
	"ul": {"class"}, "ol": {"class", "start"}, "li": {"id"}, "dl": {"class"}, "dt": nil, "dd": nil, "a": {"href"}, "img": {"src", "alt"},
	"pre": {"class", "title", "tabindex", "role", "aria-label"}, "code": {"class"}, "blockquote": {"class"}, "em": nil, "strong": nil, "del": nil, "sup": nil,
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"class", "scope"}, "td": {"class", "id"}, "details": nil, "summary": nil,
}

// sound reads a page and tells what has no place on it: scripts, events, other
// elements and attributes, addresses that are fetched, links that lead nowhere.
func sound(data []byte) error {
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		return err
	}
	ids := map[string]bool{}
	var links []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		allowed, ok := known[n.Data]
		if !ok {
			return fmt.Errorf("the element %q", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case !slices.Contains(allowed, a.Key):
				return fmt.Errorf("the attribute %q of %q", a.Key, n.Data)
			case a.Key == "id" && ids[a.Val]:
				return fmt.Errorf("the id %q twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "src" && !regexp.MustCompile(`^data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$`).MatchString(a.Val):
				return fmt.Errorf("a picture from %q", a.Val)
			case a.Key == "href":
				links = append(links, a.Val)
			}
		}
	}
	for _, l := range links {
		to, own := strings.CutPrefix(l, "#")
		u, err := url.Parse(l)
		switch {
		case own && !ids[to]:
			return fmt.Errorf("a link to %q, which is not there", l)
		case !own && (err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme)):
			return fmt.Errorf("a link to %q", l)
		}
	}
	return hostile.Text(string(data))
}

// TestSound: no page has anything that acts, and each link leads somewhere.
func TestSound(t *testing.T) {
	for name, src := range map[string]exporter.Source{"every": tried.Every(t), "git": tried.BuiltIn(t, "git"), "go": tried.BuiltIn(t, "go"), "shell": tried.BuiltIn(t, "shell"), "welcome": tried.BuiltIn(t, "welcome"), "write-a-course": tried.BuiltIn(t, "write-a-course")} {
		for _, a := range []exporter.Answers{exporter.AnswersEnd, exporter.AnswersInline, exporter.AnswersNone} {
			w := page(t, src, a)
			if err := sound(w.Data); err != nil {
				t.Errorf("%s, answers %s: %v", name, a, err)
			}
		}
	}
	for _, bad := range []string{"<script>x</script>", "<p onclick='x'>y</p>", "<img src='https://example.org/x.png'>", "<a href='javascript:x'>y</a>", "<a href='#none'>y</a>", "<link rel=x>"} {
		if sound([]byte("<html><body>"+bad)) == nil {
			t.Errorf("%s is not found", bad)
		}
	}
}

// TestHostile puts texts that try to act into every place of a course.
func TestHostile(t *testing.T) {
	attacks := hostile.Attacks()
	for _, text := range []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "</style><script>x</script>", "<!-- --><iframe src=https://example.org>",
		"[x](javascript:alert(1))", "![x](https://example.org/x.png)", "![x](data:text/html;base64,AAAA)", "[x](data:text/html,x)", "<a href=\"https://example.org\" onclick=x>y</a>",
		"&lt;script&gt;x&lt;/script&gt;", "`<script>`", "$<script>$", "<https://example.org/\"onmouseover=x>", "[x](https://example.org/\"onclick=x)", "[x]: javascript:x", "]]>", "<base href=https://example.org>",
	} {
		attacks = append(attacks, hostile.Attack{Name: text, Text: text})
	}
	for _, a := range attacks {
		c, _, err := course.Load(hostile.Course(a.Text), "hostile")
		if err != nil {
			t.Fatal(err)
		}
		for _, where := range []exporter.Answers{exporter.AnswersEnd, exporter.AnswersInline} {
			if err := sound(page(t, exporter.Source{Course: c}, where).Data); err != nil {
				t.Errorf("%s: %v", a.Name, err)
			}
		}
	}
}

// TestAnswers: answers stand where they are asked for, and nowhere else.
func TestAnswers(t *testing.T) {
	for where, want := range map[exporter.Answers][2]int{exporter.AnswersEnd: {1, 0}, exporter.AnswersInline: {1, 12}, exporter.AnswersNone: {0, 0}} {
		text := string(page(t, tried.Every(t), where).Data)
		if got := [2]int{strings.Count(text, "Yeast turns sugar into gas."), strings.Count(text, "<summary>Answer</summary>")}; got != want {
			t.Errorf("answers %s: %v, want %v", where, got, want)
		}
	}
}

package carpentries

import (
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// configYAML is what a course takes of config.yaml or _config.yml.
type configYAML struct {
	Title    strictyaml.Scalar   `yaml:"title"`
	License  strictyaml.Scalar   `yaml:"license"`
	Lang     strictyaml.Scalar   `yaml:"lang"`
	Episodes []strictyaml.Scalar `yaml:"episodes"`
	Order    []strictyaml.Scalar `yaml:"episode_order"`
}

// config reads the configuration.
func (r *reader) config() {
	name := "config.yaml"
	if r.jekyll {
		name = "_config.yml"
	}
	r.conf.File = name
	r.course.Language = "en"
	data, err := page.ReadFile(r.fsys, name, 1<<20)
	if err != nil {
		r.conf.Add(0, "the configuration", "there is none that can be read; the course has no title of its own")
		return
	}
	var c configYAML
	src := page.Decode(data)
	lines := strings.Split(src, "\n")
	for _, p := range strictyaml.Decode([]byte(src), &c) {
		line := ""
		if p.Line >= 1 && p.Line <= len(lines) {
			line = strings.TrimSuffix(strings.TrimSpace(lines[p.Line-1]), ":")
		}
		why := "a course has no place for it"
		if p.Code != strictyaml.UnknownKey {
			why = p.Msg
		}
		r.conf.Add(p.Line, orElse(page.Excerpt(line), "the end of the configuration"), why)
	}
	r.course.Title = page.Plain(c.Title.Text)
	r.course.License = c.License.Text
	if c.Lang.Text != "" {
		r.course.Language = c.Lang.Text
	}
	for _, e := range c.Episodes {
		r.order = append(r.order, e.Text)
	}
	for _, e := range c.Order {
		r.order = append(r.order, strings.TrimSuffix(e.Text, ".md")+".md")
	}
}

// frontYAML is what a course takes of the front matter of a page.
type frontYAML struct {
	Title      strictyaml.Scalar   `yaml:"title"`
	Teaching   strictyaml.Scalar   `yaml:"teaching"`
	Exercises  strictyaml.Scalar   `yaml:"exercises"`
	Questions  []strictyaml.Scalar `yaml:"questions"`
	Objectives []strictyaml.Scalar `yaml:"objectives"`
	Keypoints  []strictyaml.Scalar `yaml:"keypoints"`
}

// front reads the front matter of a page, and returns it with the rest of the page
// and the number of its first line.
func (s *source) front(src string) (f frontYAML, body string, first int) {
	lines := strings.Split(src, "\n")
	if strings.TrimRight(lines[0], " ") != "---" {
		return f, src, 1
	}
	end := -1
	for i, l := range lines[1:] {
		if strings.TrimRight(l, " ") == "---" {
			end = i + 1
			break
		}
	}
	if end < 0 {
		return f, src, 1
	}
	for _, p := range strictyaml.Decode([]byte(strings.Join(lines[1:end], "\n")), &f) {
		why := "a course has no place for it"
		if p.Code != strictyaml.UnknownKey {
			why = "it cannot be read: " + p.Msg
		}
		line := ""
		if p.Line >= 1 && p.Line < end {
			line = lines[p.Line]
		}
		s.Add(p.Line+1, "of the front matter: "+strings.TrimSuffix(strings.TrimSpace(line), ":"), why)
	}
	return f, strings.Join(lines[end+1:], "\n"), end + 2
}

// minutes is how long an episode takes: the time for teaching and for exercises.
func (f frontYAML) minutes() int {
	sum := 0
	for _, s := range []strictyaml.Scalar{f.Teaching, f.Exercises} {
		if n, err := strconv.Atoi(strings.TrimSpace(s.Text)); err == nil && n > 0 && n < 600 {
			sum += n
		}
	}
	return sum
}

package lia

import (
	"path"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

// links brings the links of a section to where they lead now, and takes along the
// pictures that it shows.
func (r *reader) links(i int) []page.Line {
	s := r.sections[i]
	if s.lesson < 0 {
		return s.lines
	}
	from := r.course.Files[s.lesson].Path
	return captions(page.Links(s.lines, func(l page.Link) string {
		if l.Image && len(l.Title) > 2 {
			// A browser shows it below the picture.
			l.Tail = captionStart + l.Title[1:len(l.Title)-1] + captionEnd + l.Tail
			l.Title = ""
		}
		if l.Image && strings.TrimSpace(l.Text) == "" {
			l.Text = nameOf(l.Dest)
		}
		if page.Web(l.Dest) {
			return l.String()
		}
		if to, ok := r.slide(l.Dest); ok {
			l.Dest = page.Relative(from, to)
			return l.String()
		}
		if file, _, ok := page.Local(r.file, l.Dest); ok {
			if to := r.firsts[file]; to != "" {
				l.Dest = page.Relative(from, to)
				return l.String()
			}
			if to := page.Asset(file); r.copier.Take(file, to) {
				if why := r.copier.Unshown(to); l.Image && why != "" {
					r.losses.Add(l.N, "the picture "+page.Excerpt(l.Dest), why+"; its description is")
				}
				l.Dest = page.Relative(from, to)
				return l.String()
			}
		}
		r.losses.Add(l.N, "a link to "+page.Excerpt(l.Dest), "the source has no such file or slide; its words are kept")
		if l.Def {
			return ""
		}
		return l.Text + r.titled(l) + l.Tail
	}))
}

// Where the words below a picture begin and end until it is known where they go.
// No text has these signs: they are control characters.
const captionStart, captionEnd = "\x04", "\x05"

// captions puts the words below pictures into paragraphs of their own where a
// picture is one, and behind the picture elsewhere.
func captions(lines []page.Line) []page.Line {
	var out []page.Line
	for _, l := range lines {
		if l.Code || !strings.Contains(l.Text, captionStart) {
			out = append(out, l)
			continue
		}
		var words []string
		var b strings.Builder
		rest := l.Text
		for {
			before, after, found := strings.Cut(rest, captionStart)
			b.WriteString(before)
			if !found {
				break
			}
			var caption string
			caption, rest, _ = strings.Cut(after, captionEnd)
			words = append(words, strings.TrimSpace(caption))
		}
		if text := b.String(); strings.HasPrefix(text, "![") && strings.HasSuffix(strings.TrimSpace(text), ")") {
			l.Text = strings.TrimSpace(text)
			out = append(out, l, page.Line{N: l.N}, page.Line{N: l.N, Text: strings.Join(words, " ")}, page.Line{N: l.N})
			continue
		}
		l.Text = strings.NewReplacer(captionStart, " (", captionEnd, ")").Replace(l.Text)
		out = append(out, l)
	}
	return out
}

// titled returns the title of a link that is not kept, as text.
func (r *reader) titled(l page.Link) string {
	if len(l.Title) < 2 {
		return ""
	}
	return " (" + l.Title[1:len(l.Title)-1] + ")"
}

// slide finds the file of the slide that a link leads to: by number, or by the
// words of its heading.
func (r *reader) slide(dest string) (string, bool) {
	anchor, ok := strings.CutPrefix(dest, "#")
	if !ok {
		return "", false
	}
	if r.slides == nil {
		r.slides = map[string]string{}
		nth := 0
		for _, s := range r.sections {
			if s.level == 0 {
				continue
			}
			nth++
			file := r.course.Files[s.lesson].Path
			for _, name := range []string{strconv.Itoa(nth), course.Slug(page.Plain(s.title))} {
				if r.slides[name] == "" {
					r.slides[name] = file
				}
			}
		}
	}
	to, ok := r.slides[course.Slug(anchor)]
	return to, ok
}

// nameOf makes words of the name of a picture that has none.
func nameOf(dest string) string {
	dest, _, _ = strings.Cut(dest, "?")
	dest, _, _ = strings.Cut(dest, "#")
	name := strings.TrimSuffix(path.Base(dest), path.Ext(dest))
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune("[]()<>\\`*_!", r) {
			return ' '
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ")
}

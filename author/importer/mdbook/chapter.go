package mdbook

import (
	"path"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// read reads a chapter into its file.
func (r *reader) read(c *chapter) {
	c.Losses = r.lossesOf(c.path)
	data, err := r.readFile(c.path)
	if err != nil {
		c.Add(0, "the chapter "+c.title, "there is no such file that can be read")
		return
	}
	lines := page.Split(clean(data), 1)
	lines = r.include(c, lines)
	var text []page.Line
	flush := func() {
		if md := r.markdown(c, c.Losses, text); md != "" {
			c.file.Blocks = append(c.file.Blocks, draft.Text{Markdown: md})
		}
		text = nil
	}
	for _, l := range lines {
		for !l.Code {
			before, rest, asked := strings.Cut(l.Text, quizStart)
			if !asked {
				break
			}
			text = append(text, page.Line{N: l.N, Text: before})
			flush()
			var name string
			name, l.Text, _ = strings.Cut(rest, quizEnd)
			r.quiz(c, l.N, name)
		}
		text = append(text, l)
	}
	flush()
	if len(c.file.Blocks) == 0 {
		c.Add(0, "the chapter "+c.title, "it is empty")
		return
	}
	r.course.Files = append(r.course.Files, c.file)
}

// clean is the text of a file without the signs that stand for a quiz.
func clean(s string) string {
	return strings.NewReplacer(quizStart, "\ufffd", quizEnd, "\ufffd").Replace(s)
}

// markdown writes lines of a chapter as a course has them. What is lost is told of
// the file that losses are of: a quiz is another one.
func (r *reader) markdown(c *chapter, losses *page.Losses, lines []page.Line) string {
	lines = fences(losses, lines)
	lines = page.Tags{Own: map[string]func(page.Tag) string{"listing": listing()}, Left: losses.Left}.Write(lines)
	for i, l := range lines {
		if !l.Code {
			lines[i].Text = headingID.ReplaceAllString(l.Text, "$1")
		}
	}
	return page.Join(page.Links(lines, func(l page.Link) string { return r.link(c, losses, l) }))
}

var headingID = regexp.MustCompile(`^(#{1,6} .*?)\s*\{[#.][^{}]*\}\s*$`)

// listing writes the tag of a preprocessor for numbered listings: the words below
// them stand in its attributes.
func listing() func(page.Tag) string {
	caption := ""
	return func(t page.Tag) string {
		if t.Close {
			s := caption
			caption = ""
			return s
		}
		words := strings.TrimSpace("Listing " + t.Attrs["number"])
		if t.Attrs["number"] == "" {
			words = ""
		}
		for _, more := range []string{t.Attrs["file-name"], t.Attrs["caption"]} {
			switch {
			case more == "":
			case words == "":
				words = more
			default:
				words += ": " + more
			}
		}
		if words != "" {
			caption = "\n\n" + words + "\n\n"
		}
		return ""
	}
}

// fences writes the first lines of blocks of code, and takes the lines out that a
// book hides.
func fences(losses *page.Losses, lines []page.Line) []page.Line {
	var out []page.Line
	var open page.Fence
	language := ""
	for _, l := range lines {
		switch {
		case !l.Code:
			open = page.Fence{}
		case open.Mark == "":
			open, _ = page.OpenFence(l.Text)
			words := strings.FieldsFunc(open.Info, func(r rune) bool { return r == ',' || r == ' ' || r == '{' || r == '}' })
			language = ""
			if len(words) > 0 {
				language = words[0]
				for _, w := range words[1:] {
					losses.Count(l.N, "the word "+page.Excerpt(w)+" behind the language of code", "it is for the program that makes the book")
				}
			}
			if language == "aquascope" || language == "ide" {
				losses.Count(l.N, "what "+language+" draws of code", "another program draws it; the code is kept")
				language = "rust"
			}
			l.Text = open.Indent + open.Mark + language
		case open.ClosedBy(l.Text):
			open = page.Fence{}
		case language == "rust" && hidden(l.Text):
			losses.Count(l.N, "a line of code that the book hides", "it is left out")
			continue
		case language == "rust" && strings.HasPrefix(strings.TrimSpace(l.Text), "##"):
			l.Text = strings.Replace(l.Text, "##", "#", 1)
		}
		out = append(out, l)
	}
	return out
}

// hidden reports whether a book hides a line of Rust.
func hidden(s string) bool {
	s = strings.TrimSpace(s)
	return s == "#" || strings.HasPrefix(s, "# ")
}

// link brings a link to where it leads in the course, and takes the pictures along
// that a chapter shows.
func (r *reader) link(c *chapter, losses *page.Losses, l page.Link) string {
	if page.Web(l.Dest) || strings.HasPrefix(l.Dest, "#") {
		return l.String()
	}
	if file, anchor, ok := page.Within(c.path, l.Dest); ok {
		for _, try := range []string{bare(file), path.Join(file, "README"), path.Join(path.Dir(file), "README")} {
			if to := r.files[try]; to != nil && (try == bare(file) || path.Ext(file) == "" || bare(path.Base(file)) == "index") {
				l.Dest = page.Relative(c.file.Path, to.file.Path)
				if anchor != "" {
					l.Dest += "#" + anchor
				}
				return l.String()
			}
		}
		if to := r.asset(file); r.copier.Take(file, to) {
			if why := r.copier.Unshown(to); l.Image && why != "" {
				losses.Add(l.N, "the picture "+page.Excerpt(l.Dest), why+"; its description is")
			}
			l.Dest = page.Relative(c.file.Path, to)
			return l.String()
		}
	}
	losses.Add(l.N, "a link to "+page.Excerpt(l.Dest), "the book has no such file; its words are kept")
	switch {
	case l.Def:
		return ""
	case l.Image:
		return strings.TrimSpace(l.Text + " " + strings.Trim(l.Title, `"'`))
	}
	return l.Text
}

// asset is where a file of the book lies in the course.
func (r *reader) asset(file string) string {
	if rel, ok := strings.CutPrefix(file, r.src+"/"); ok {
		file = rel
	}
	return path.Join("lessons", page.Asset(file))
}

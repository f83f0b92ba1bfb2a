package carpentries

import (
	"path"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// read reads a page into its file.
func (r *reader) read(s *source) {
	data, err := page.ReadFile(r.fsys, s.path, maxPage)
	if err != nil {
		s.Add(0, "the page", "it cannot be read, or is larger than 4 MiB")
		return
	}
	front, body, first := s.front(page.Decode(data))
	s.file.Title = page.Plain(front.Title.Text)
	s.file.Minutes = front.minutes()
	body = s.liquid(body, first)
	lines := page.Split(body, first)
	w := &writer{reader: r, source: s, words: wordsOf(r.course.Language)}
	w.list("questions", front.Questions)
	w.list("objectives", front.Objectives)
	if bare(path.Base(s.path)) == "reference" {
		lines = w.glossary(lines)
	}
	w.nodes(w.parts(lines))
	w.list("keypoints", front.Keypoints)
	w.flush()
	if len(s.file.Blocks) == 0 && s.kind == course.KindExtra {
		return
	}
	if s.path == "index.md" && (s.file.Title == "" || r.course.Title != "") {
		s.file.Title = r.course.Title
	}
	if len(s.file.Blocks) > 0 {
		r.course.Files = append(r.course.Files, s.file)
	}
}

// parts divides the lines of a page into text and boxes.
func (w *writer) parts(lines []page.Line) []node {
	if w.jekyll {
		return w.quotes(lines, 0)
	}
	return w.divs(lines)
}

// writer writes a page into its file.
type writer struct {
	*reader
	*source
	words map[string]string
	text  []string // that is not yet in the file
}

// flush puts the text so far into the file.
func (w *writer) flush() {
	if text := strings.TrimSpace(strings.Join(w.text, "\n\n")); text != "" {
		w.file.Blocks = append(w.file.Blocks, draft.Text{Markdown: text})
	}
	w.text = nil
}

// list writes a list of the front matter as a box.
func (w *writer) list(class string, items []strictyaml.Scalar) {
	var lines []page.Line
	for _, it := range items {
		lines = append(lines, page.Line{N: it.Line + 1, Text: "- " + strings.Join(strings.Fields(it.Text), " ")})
	}
	if len(lines) > 0 {
		w.text = append(w.text, w.box(node{class: class, kids: []node{{lines: lines}}}))
	}
}

// nodes writes the parts of a page.
func (w *writer) nodes(nodes []node) {
	for _, n := range nodes {
		switch n.class {
		case "":
			if md := w.markdown(n.lines); md != "" {
				w.text = append(w.text, md)
			}
		case "challenge", "discussion", "exercise":
			w.challenge(n)
		case "instructor":
			w.Add(n.n, "a note for instructors: "+strings.Join(strings.Fields(w.inside(n.kids)), " "), "learners do not see it")
		default:
			w.text = append(w.text, w.box(n))
		}
	}
}

// markdown writes lines of text as a course has them.
func (w *writer) markdown(lines []page.Line) string {
	lines = w.kramdown(lines)
	lines = page.Tags{Left: w.Left}.Write(lines)
	for i, l := range lines {
		if !l.Code {
			lines[i].Text = headingID.ReplaceAllString(l.Text, "$1")
		}
	}
	lines = page.Links(lines, w.link)
	for i, l := range lines {
		if !l.Code && strings.Contains(l.Text, "]{") {
			lines[i].Text = named.ReplaceAllString(l.Text, "$1")
		}
	}
	return page.Join(lines)
}

var (
	headingID = regexp.MustCompile(`^(#{1,6} .*?)\s*\{[#.:][^{}]*\}\s*$`)
	named     = regexp.MustCompile(`\[([^\[\]]+)\]\{[#.:][^{}]*\}`)
	altText   = regexp.MustCompile(`alt\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// link brings a link to where it leads in the course, and takes the pictures and
// files along that a page names.
func (w *writer) link(l page.Link) string {
	if l.Image {
		if m := altText.FindStringSubmatch(l.Tail); m != nil {
			if strings.TrimSpace(l.Text) != "" && l.Title == "" {
				// What stands in the brackets is shown below the picture.
				l.Title = `"` + strings.ReplaceAll(page.Plain(l.Text), `"`, "'") + `"`
			}
			l.Text = strings.NewReplacer("[", "", "]", "").Replace(m[1] + m[2])
		}
	}
	if l.Image || strings.HasPrefix(l.Tail, "{:") || strings.HasPrefix(l.Tail, "{.") {
		l.Tail = ""
	}
	if page.Web(l.Dest) || strings.HasPrefix(l.Dest, "#") {
		return l.String()
	}
	if file, anchor, ok := page.Local(w.source.path, l.Dest); ok {
		if to, asset := w.find(file); to != "" {
			if why := w.copier.Unshown(to); l.Image && asset && why != "" {
				w.Add(l.N, "the picture "+page.Excerpt(l.Dest), why+"; its description is")
			}
			l.Dest = page.Relative(w.file.Path, to)
			if anchor != "" && !asset {
				l.Dest += "#" + anchor
			}
			return l.String()
		}
	}
	w.Add(l.N, "a link to "+page.Excerpt(l.Dest), "the source has no such file; its words are kept")
	switch {
	case l.Def:
		return ""
	case l.Image:
		return strings.TrimSpace(l.Text + " " + strings.Trim(l.Title, `"'`))
	}
	return l.Text
}

// find returns the path in the course of a page or file of the source. The sites
// of these lessons put their pages in other places than the source does.
func (r *reader) find(file string) (to string, asset bool) {
	base := path.Base(bare(file))
	for _, try := range []string{
		bare(file), file, path.Join(r.folder, base), path.Join("learners", base), path.Join("_extras", base), base, path.Join(file, "index"),
	} {
		if s := r.to[try]; s != nil {
			return s.file.Path, false
		}
	}
	parent := path.Dir(file)
	for _, try := range []string{file, path.Join(r.folder, file), path.Join(path.Dir(parent), path.Base(parent), base+path.Ext(file))} {
		if r.copier.Take(try, asAsset(try)) {
			return asAsset(try), true
		}
	}
	return "", false
}

// asAsset is where a file of the source lies in the course.
func asAsset(file string) string {
	for _, folder := range []string{"episodes/", "_episodes/", "learners/"} {
		file = strings.TrimPrefix(file, folder)
	}
	return page.Asset(file)
}

// inside writes what stands in a box as one text: headings as bold lines, boxes in
// it behind their titles.
func (w *writer) inside(nodes []node) string {
	var parts []string
	for _, n := range nodes {
		if n.class == "" {
			if md := emphasised(w.markdown(n.lines)); md != "" {
				parts = append(parts, md)
			}
			continue
		}
		title, kids := w.titled(n)
		parts = append(parts, "**"+title+"**")
		if md := w.inside(kids); md != "" {
			parts = append(parts, md)
		}
	}
	return strings.Join(parts, "\n\n")
}

// titled takes the title of a box: the heading that it begins with, or else what
// boxes of its class are called.
func (w *writer) titled(n node) (string, []node) {
	kids := append([]node(nil), n.kids...)
	for i, k := range kids {
		if k.class != "" {
			break
		}
		for j, l := range k.lines {
			if l.Blank() {
				continue
			}
			level, text := headingOf(l)
			if level == 0 {
				return w.called(n.class), kids
			}
			k.lines = k.lines[j+1:]
			kids[i] = k
			if title := strings.TrimSpace(w.markdown([]page.Line{{N: l.N, Text: text}})); title != "" {
				return strings.Trim(title, "*"), kids
			}
			return w.called(n.class), kids
		}
	}
	return w.called(n.class), kids
}

// headingOf reads a heading with signs in front.
func headingOf(l page.Line) (int, string) {
	text := strings.TrimSpace(l.Text)
	rest := strings.TrimLeft(text, "#")
	level := len(text) - len(rest)
	if l.Code || level == 0 || level > 6 || rest == "" || rest[0] != ' ' {
		return 0, ""
	}
	return level, strings.TrimSpace(headingID.ReplaceAllString(text, "$1")[level:])
}

// emphasised writes the headings of a text as bold lines: a box has none.
func emphasised(md string) string {
	lines := page.Split(md, 1)
	for i, l := range lines {
		if level, text := headingOf(l); level > 0 {
			lines[i].Text = "**" + strings.Trim(text, "*# ") + "**\n"
		}
	}
	return page.Join(lines)
}

// box writes a box as a call-out.
func (w *writer) box(n node) string {
	title, kids := w.titled(n)
	mark := map[string]string{
		"caution": "CAUTION", "warning": "WARNING", "prereq": "IMPORTANT", "keypoints": "IMPORTANT", "hint": "TIP",
	}[n.class]
	if mark == "" {
		mark = "NOTE"
	}
	switch n.class {
	case "solution", "spoiler", "hint", "tab", "group-tab":
		w.Add(n.n, "the box "+n.class+" of its own", "a course has none that opens; it is open")
	}
	text := strings.TrimSpace("**" + title + "**\n\n" + w.inside(kids))
	return "> [!" + mark + "]\n" + quote(text)
}

func quote(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// called is what boxes of a class are called where they have no title.
func (w *writer) called(class string) string {
	if s := w.words[class]; s != "" {
		return s
	}
	s := strings.ReplaceAll(class, "-", " ")
	return strings.ToUpper(s[:1]) + s[1:]
}

// wordsOf gives the titles of boxes that have none in their source, in the
// language of the course.
func wordsOf(language string) map[string]string {
	language, _, _ = strings.Cut(language, "-")
	switch language {
	case "es":
		return map[string]string{"objectives": "Objetivos", "questions": "Preguntas", "keypoints": "Puntos clave", "prereq": "Requisitos", "solution": "Solución", "challenge": "Desafío", "hint": "Pista", "done": "¿Lo has hecho?"}
	case "fr":
		return map[string]string{"objectives": "Objectifs", "questions": "Questions", "keypoints": "Points clés", "prereq": "Prérequis", "solution": "Solution", "challenge": "Défi", "hint": "Indice", "done": "L’avez-vous fait ?"}
	case "de":
		return map[string]string{"objectives": "Ziele", "questions": "Fragen", "keypoints": "Das Wichtigste", "prereq": "Voraussetzungen", "solution": "Lösung", "challenge": "Aufgabe", "hint": "Hinweis", "done": "Ist es getan?"}
	}
	return map[string]string{"keypoints": "Key points", "prereq": "Prerequisites", "done": "Have you done it?"}
}

package course

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// One mistake is told once. A part that cannot be read may declare any name that
// stands in it, and may use it: what is missing or unused for no other reason
// follows from the mistake, and is not told. Nor is that nothing uses what a
// misspelt name was probably meant to be. Once the mistake is mended, whatever is
// left to tell is told.

// doubt is what may be declared and used by parts that cannot be read.
type doubt struct {
	declared map[string]bool // in course.yaml
	ids      map[string]bool // in Markdown
	used     map[string]bool // anywhere, and what misspelt names were meant to be
	files    bool            // a whole file is not read
	config   bool            // course.yaml is not
	road     bool            // a place of the road leads nowhere, and nobody knows where it should
	ways     bool            // an explanation names a way that nobody knows
	idle     []string        // mix-ups that are told to be unused
}

// doubts looks at the findings so far.
func (l *loader) doubts(diags []Diag) *doubt {
	d := &doubt{declared: map[string]bool{}, ids: map[string]bool{}, used: map[string]bool{}}
	seen := map[doubted]bool{}
	heads := map[string][]int{}
	broken := map[string][]stretch{}
	for _, f := range diags {
		d.take(l, f)
		what := doubted{f.Pos.File, f.Pos.Line, f.Code}
		if !breaks(f) || missesName(f.Code) || seen[what] {
			continue
		}
		seen[what] = true
		switch p := l.byFile[f.Pos.File]; {
		case f.Pos.File == courseFile:
			broken[courseFile] = append(broken[courseFile], l.brokenYAML(f))
		case p != nil:
			if heads[p.file] == nil {
				heads[p.file] = l.headings(p.file)
			}
			part := brokenPart(f, heads[p.file])
			d.heading(l, p, part.from)
			broken[p.file] = append(broken[p.file], part)
		}
	}
	for file, parts := range broken {
		eachLine(parts, func(line int) {
			if file == courseFile {
				d.mentions(l, line)
			} else {
				d.words(l, file, line)
			}
		})
	}
	return d
}

// doubted is what a finding makes doubtful: it follows from its line and its code.
type doubted struct {
	file string
	line int
	code string
}

// stretch is some lines of a file, from one to another.
type stretch struct{ from, to int }

// eachLine visits the lines of some stretches, each once.
func eachLine(of []stretch, visit func(line int)) {
	slices.SortFunc(of, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	next := 0
	for _, s := range of {
		for next = max(next, s.from); next <= s.to; next++ {
			visit(next)
		}
	}
}

// take takes in what a finding says by itself.
func (d *doubt) take(l *loader, f Diag) {
	if _, read := l.folder.texts[f.Pos.File]; !read && missesFile(f) {
		d.files = d.files || f.Pos.File != courseFile
		d.config = d.config || f.Pos.File == courseFile
	}
	switch f.Code {
	case codeLesson:
		d.files = d.files || renames(f)
		d.road = d.road || f.Pos.File == courseFile || meant(f.Hint) == ""
	case codePath:
		d.road = true
	case codeFileName:
		d.config = d.config || strings.HasSuffix(f.Hint, named(courseFile))
	case codeKind:
		d.used[f.Pos.File] = true // it may be no lesson
	case codeBadRoad:
		d.used[Slug(l.about(f))] = true
	case codeWay:
		d.ways = d.ways || meant(f.Hint) == ""
	case codeUnusedMixup:
		d.idle = append(d.idle, l.about(f))
	}
	if missesName(f.Code) {
		d.meant(l, f)
	}
}

// missesFile reports a finding about a file that is not read at all.
func missesFile(f Diag) bool {
	switch f.Code {
	case codeNotUTF8, codeFileTooLarge, codeTooManyFiles, codeNotRegular, codeUnreadable, codeSymlink:
		return isMarkdown(f.Pos.File) || f.Pos.File == courseFile || f.Code == codeTooManyFiles
	}
	return false
}

// renames reports a finding about a file that is there under another name.
func renames(f Diag) bool { return strings.HasPrefix(f.Hint, "rename ") }

// missesName reports a finding that there is nothing of a name.
func missesName(code string) bool {
	switch code {
	case codeLesson, codeSkill, codeMixup, codeNeeds, codeAsk, codeWay, codeOption, codeRuleName, codeStart, codeDeadImage, CodeUnknownQuestion:
		return true
	}
	return false
}

// breaks reports a finding about a part that is not read as it was meant.
func breaks(f Diag) bool {
	switch f.Code {
	case codeCycle, codeEndless, codeRuleSyntax, codeRuleRange, codeRuleNever, codeAnswerRefused, codeValue, codeUnknownCode:
		return false // it is read
	case codeUnknownBlock, codeStraySettings, codeFrontMatter, codeNotIndented, codeNotQuoted, codeStrayQuote, codeNoCards:
		return true
	}
	return f.Severity == Error
}

// meant takes in the name that was meant, and the one that stands there.
func (d *doubt) meant(l *loader, f Diag) {
	for _, name := range []string{meant(f.Hint), l.about(f)} {
		if name != "" {
			d.use(f.Pos.File, name)
		}
	}
}

// use takes in a word, and the file that it leads to as a link.
func (d *doubt) use(file, word string) {
	d.used[word] = true
	if strings.Contains(word, ".") {
		if to, ok := target(file, word); ok {
			d.used[to] = true
		}
	}
}

// about is the part of its line that a finding is about.
func (l *loader) about(f Diag) string {
	line := orElse(f.Line, l.line(f.Pos.File, f.Pos.Line))
	from := min(max(f.Pos.Col-1, 0), len(line))
	return line[from:min(from+max(f.Len, 0), len(line))]
}

// brokenYAML is the lines of course.yaml that a finding makes doubtful: its own and
// those that are indented deeper, with the items that follow a misplaced one. It is
// the whole file when nothing of it could be read.
func (l *loader) brokenYAML(f Diag) stretch {
	if l.config.unread {
		return stretch{1, strings.Count(l.folder.texts[courseFile], "\n") + 1}
	}
	own := indentOf(l.line(courseFile, f.Pos.Line))
	item := f.Code == strictyaml.Indent || f.Code == strictyaml.List
	for to := f.Pos.Line; ; to++ {
		next := l.line(courseFile, to+1)
		deeper := indentOf(next) > own || indentOf(next) == own && item && strings.HasPrefix(next[own:], "- ")
		if strings.TrimSpace(next) == "" || !deeper {
			return stretch{f.Pos.Line, to}
		}
	}
}

// broken reports an entry of course.yaml of which something is not read: there is a
// finding about it, or about a line right below it that goes on with it.
func (l *loader) broken(line int) bool {
	own, last := indentOf(l.line(courseFile, line)), line
	for next := l.line(courseFile, last+1); indentOf(next) > own; next = l.line(courseFile, last+1) {
		last++
	}
	return slices.ContainsFunc(l.config.faults, func(at int) bool { return at >= line && at <= last })
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// headings are the lines of a file at which a part begins: the first one of its
// body, and those of headings.
func (l *loader) headings(file string) []int {
	p := l.byFile[file]
	first := strings.Count(p.doc.src[:p.doc.body], "\n") + 1
	at := []int{1, first}
	n := 0
	for line := range strings.Lines(p.doc.src) {
		if n++; n > first && strings.HasPrefix(line, "#") {
			at = append(at, n)
		}
	}
	return append(at, n+1)
}

// brokenPart is the lines of a part that a finding makes doubtful: from a heading to
// the next or, where something is never closed, to the end.
func brokenPart(f Diag, heads []int) stretch {
	i, found := slices.BinarySearch(heads, f.Pos.Line)
	if !found {
		i--
	}
	i = min(max(i, 0), len(heads)-2)
	if f.Code == codeOpenComment || f.Code == codeOpenCode {
		return stretch{heads[i], heads[len(heads)-1] - 1}
	}
	return stretch{heads[i], heads[i+1] - 1}
}

// mentions takes in the words of a line of course.yaml. A key declares a name and
// does not use it.
func (d *doubt) mentions(l *loader, n int) {
	behind := l.line(courseFile, n)
	for _, word := range wordsOf(behind) {
		d.declared[word] = true
		_, behind, _ = strings.Cut(behind, word)
		if !strings.HasPrefix(strings.TrimLeft(behind, `"'`), ":") {
			d.use(courseFile, word)
		}
	}
}

// wordsOf are the words of a line that may be names.
func wordsOf(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'`,;:[](){}<>*|=!", r)
	})
}

// idSaid is an id as people give one, with the slips that they make.
var idSaid = regexp.MustCompile(`(?i)\bids?\b\s*[:=]?\s*["']?([^\s,"'{}<>]+)`)

// words takes in the words of a line of a page, and the ids that it gives.
func (d *doubt) words(l *loader, file string, n int) {
	line := l.line(file, n)
	for _, word := range wordsOf(line) {
		d.use(file, word)
	}
	for _, m := range idSaid.FindAllStringSubmatch(line, -1) {
		d.ids[m[1]] = true
	}
}

// heading takes in the id that is made of the words of the heading of a part, and
// the one skill of its lesson.
func (d *doubt) heading(l *loader, p *page, n int) {
	_, title, _ := strings.Cut(strings.TrimLeft(l.line(p.file, n), "# "), ":")
	d.ids[p.doc.id+"/"+Slug(title)] = true
	if len(p.front.Skills) == 1 {
		d.used[p.front.Skills[0].Text] = true
	}
}

// follows reports a finding that follows from another.
func (l *loader) follows(f Diag, d *doubt) bool {
	name := l.about(f)
	if renames(f) {
		return false
	}
	switch f.Code {
	case codeUntaught, codeUnchecked, codeUnusedMixup, codeUnusedWay, codeUnusedChoice, codeUnoffered:
		return d.files || d.used[name] || f.Code == codeUnusedWay && d.ways
	case codeUnreached:
		return l.detourOf(f.Pos.File, d.idle)
	case codeUnusedImage:
		return d.files || d.used[f.Pos.File]
	case codeIDGone:
		_, id, _ := strings.Cut(name, " ")
		id, _, _ = strings.Cut(id, " ")
		return d.files || d.ids[id]
	}
	return l.misses(f, d, name)
}

// misses reports a finding that there is nothing of a name which a part that cannot
// be read may declare.
func (*loader) misses(f Diag, d *doubt, name string) bool {
	switch f.Code {
	case codeSkill, codeMixup, codeWay, codeOption:
		return d.config || d.declared[name]
	case codeLesson, codeAsk, codeNeeds, CodeUnknownQuestion:
		return d.files || d.ids[name] || f.Code == codeNeeds && (d.config || d.declared[name])
	case codeRuleName:
		words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("[].\"' ", r) })
		return d.files || d.config || slices.ContainsFunc(words, func(word string) bool { return d.ids[word] || d.declared[word] })
	}
	return false
}

// detourOf reports the detour of one of some mix-ups.
func (l *loader) detourOf(file string, mixups []string) bool {
	return slices.ContainsFunc(l.course.Mixups, func(m Mixup) bool {
		to := l.byID[m.Detour]
		return to != nil && to.File == file && slices.Contains(mixups, m.ID)
	})
}

// consequence reports a code whose findings may follow from others.
func consequence(code string) bool {
	switch code {
	case codeUntaught, codeUnchecked, codeUnusedMixup, codeUnusedWay, codeUnusedChoice, codeUnoffered, codeUnusedImage, codeIDGone, codeUnreached:
		return true
	}
	return missesName(code)
}

// withoutConsequences leaves out the findings that follow from others, but no error
// where that would leave none: a course with errors never seems to have none.
func (l *loader) withoutConsequences(diags []Diag) []Diag {
	if !slices.ContainsFunc(diags, func(f Diag) bool { return consequence(f.Code) }) {
		return diags
	}
	d := l.doubts(diags)
	stays := func(f Diag) bool { return !l.follows(f, d) }
	failed := slices.ContainsFunc(diags, func(f Diag) bool { return f.Severity == Error && stays(f) })
	return slices.DeleteFunc(diags, func(f Diag) bool { return !stays(f) && (failed || f.Severity != Error) })
}

// doubtful are the lessons that a part which cannot be read may lead to; all is true
// when that may be any.
func (l *loader) doubtful() (lessons []string, all bool) {
	d := l.doubts(slices.Concat(l.folder.diags, l.diags))
	if d.files || d.config || d.road {
		return nil, true
	}
	for _, lesson := range l.course.Lessons {
		if d.used[lesson.ID] || d.used[lesson.File] || d.used[strings.TrimSuffix(lesson.File, path.Ext(lesson.File))] {
			lessons = append(lessons, lesson.ID)
		}
	}
	for _, m := range l.course.Mixups {
		if d.used[m.ID] && m.Detour != "" {
			lessons = append(lessons, m.Detour)
		}
	}
	return lessons, false
}

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/scaffold"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/library"
)

// folderTemplate makes a course of a folder of Markdown that is there.
const folderTemplate = "folder"

// newNew is cairn new: it writes a small course to begin with.
func newNew(env environment) *cobra.Command {
	var template string
	var a scaffold.Answers
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Write a small course to begin with",
		Long: "New writes a course into the folder DIR: small, correct, and with comments that say\n" +
			"what to change. In a terminal it asks a few questions; with a flag, or in a script,\n" +
			"it asks none. A folder that holds Markdown already gets a course.yaml, and its\n" +
			"other files stay as they are. Nothing is ever overwritten.\n\n" + templateList(),
		Example: "  cairn new bees\n  cairn new bees --title 'Bees' --goal 'Keep bees' --goal 'Plant for bees'\n" +
			"  cairn new quiz --template quiz\n  cairn new my-notes --template folder",
		Args: folderOnly("new", "new DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := newcomer{env: env, dir: args[0], template: template, answers: a, p: &printer{w: env.out}}
			courses, _ := completeCourses(cmd, nil, "")
			n.taken = append(commandNames(cmd), courses...)
			return n.run(env.terminal && cmd.Flags().NFlag() == 0)
		},
	}
	f := cmd.Flags()
	f.StringVar(&template, "template", "", "begin with the template `NAME`")
	f.StringVar(&a.Title, "title", "", "the course's `TITLE`; without it, made of the folder's name")
	f.StringVar(&a.ID, "id", "", "the `ID` that progress is kept under; without it, made of the title")
	f.StringVar(&a.Language, "language", "", "the `TAG` of the language that it is written in, such as de")
	f.StringVar(&a.Author, "author", "", "the `NAME` of who writes it")
	f.StringArrayVar(&a.Goals, "goal", nil, "what `PEOPLE` may come for; once for each goal")
	_ = cmd.RegisterFlagCompletionFunc("template", cobra.FixedCompletions(templateNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func templateNames() []string {
	var names []string
	for _, t := range scaffold.Templates() {
		names = append(names, t.Name)
	}
	return append(names, folderTemplate)
}

func templateList() string {
	var b strings.Builder
	b.WriteString("Templates:")
	for _, t := range scaffold.Templates() {
		fmt.Fprintf(&b, "\n  %-10s%s", t.Name, t.Says)
	}
	fmt.Fprintf(&b, "\n  %-10s%s", folderTemplate, "a folder of Markdown that is there becomes a course")
	return b.String()
}

// newcomer is one run of cairn new.
type newcomer struct {
	env      environment
	dir      string
	template string
	answers  scaffold.Answers
	taken    []string // names that stand for something else than a folder behind "cairn"
	p        *printer
}

// word is the folder as it is typed in a command.
func (n *newcomer) word() string {
	if strings.HasPrefix(n.dir, "-") || slices.Contains(n.taken, n.dir) {
		return shellWord("./" + n.dir)
	}
	return shellWord(n.dir)
}

func (n *newcomer) run(asks bool) error {
	holds, err := n.look()
	if err != nil {
		return err
	}
	if n.template == "" && holds {
		n.template = folderTemplate
	}
	if n.answers.Title == "" && n.template != folderTemplate {
		n.answers.Title = titleOf(n.dir)
	}
	if asks {
		n.ask()
	}
	if n.template == "" {
		n.template = scaffold.Templates()[0].Name
	}
	if !slices.Contains(templateNames(), n.template) {
		return usage(fmt.Errorf("--template %s: there is no such template; the templates are %s", textsafe.Line(n.template), strings.Join(templateNames(), ", ")))
	}
	if n.template == folderTemplate {
		return n.adopt(holds)
	}
	if holds {
		return unfit(fmt.Errorf("making the course %q: the folder holds Markdown already; --template %s makes a course of it, or name another folder", n.dir, folderTemplate))
	}
	return n.make()
}

// look reports whether the folder holds something to learn already. A folder
// with a course in it is an error.
func (n *newcomer) look() (bool, error) {
	info, err := os.Stat(n.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("looking into %q: %w", n.dir, err)
	case !info.IsDir():
		return false, unfit(fmt.Errorf("making the course %q: there is a file of this name; name another folder", n.dir))
	}
	if _, err := os.Lstat(filepath.Join(n.dir, "course.yaml")); err == nil {
		return false, unfit(fmt.Errorf("making the course %q: there is a course already, and nothing is overwritten; cairn %s opens it", n.dir, n.word()))
	}
	c, _, err := library.LoadPath(n.dir)
	if err != nil {
		return false, nil //nolint:nilerr // a folder without anything to learn is as good as an empty one
	}
	for _, l := range c.Lessons {
		for dir := path.Dir(l.File); dir != "."; dir = path.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(n.dir, filepath.FromSlash(dir), "course.yaml")); err == nil {
				return false, unfit(fmt.Errorf("making the course %q: there is a course below it already, in %q; name another folder", n.dir, dir))
			}
		}
	}
	return true, nil
}

// baseName is the name of a folder, also where it was given as a dot.
func baseName(dir string) string {
	if path, err := filepath.Abs(dir); err == nil {
		dir = path
	}
	return filepath.Base(dir)
}

// titleOf makes a title of a folder's name.
func titleOf(dir string) string {
	words := strings.FieldsFunc(textsafe.Line(baseName(dir)), func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	title := []rune(strings.Join(words, " "))
	if len(title) == 0 {
		return ""
	}
	return strings.ToUpper(string(title[:1])) + string(title[1:])
}

// ask asks for what a course cannot be without, with an answer ready for each.
// What cannot be is asked again.
func (n *newcomer) ask() {
	const most = 10_000 // bytes that are read of what is typed
	in := bufio.NewReader(io.LimitReader(n.env.in, most))
	read := func(question, without string, refuse func(string) error) string {
		if without != "" {
			question += " [" + textsafe.Line(without) + "]"
		}
		for {
			n.p.part("%s: ", question)
			typed, err := in.ReadString('\n')
			if typed = strings.TrimSpace(typed); typed == "" {
				return without // what ends too early is no answer
			}
			no := refuse(typed)
			if no == nil || err != nil {
				return typed
			}
			n.p.line("%s", textsafe.Line(no.Error()))
		}
	}
	anything := func(string) error { return nil }
	n.p.line("A few questions; enter takes what stands in brackets.\n")
	n.answers.Title = read("Title", n.answers.Title, anything)
	n.answers.Language = read("Language", "en", scaffold.CheckLanguage)
	if n.template == folderTemplate {
		return
	}
	n.p.line("What may people come for? One goal a line; enter ends the list.")
	for i := 1; ; i++ {
		goal := read("Goal "+strconv.Itoa(i), "", anything)
		if goal == "" {
			break
		}
		n.answers.Goals = append(n.answers.Goals, goal)
	}
	n.p.line("\nWhat to begin with?")
	for i, t := range scaffold.Templates() {
		n.p.line("  %d  %-9s %s", i+1, t.Name, t.Says)
	}
	n.template = templateOf(read("Template", scaffold.Templates()[0].Name, func(typed string) error {
		if !slices.Contains(templateNames(), templateOf(typed)) {
			return fmt.Errorf("there is no such template: type a number from 1 to %d, or a name", len(scaffold.Templates()))
		}
		return nil
	}))
	n.p.line("")
}

// templateOf is the name of the template that a number stands for, or what was
// typed.
func templateOf(typed string) string {
	if i, err := strconv.Atoi(typed); err == nil && i >= 1 && i <= len(scaffold.Templates()) {
		return scaffold.Templates()[i-1].Name
	}
	return typed
}

// make writes a new course.
func (n *newcomer) make() error {
	files, err := scaffold.Make(n.template, n.answers)
	if err != nil {
		return usage(fmt.Errorf("making the course %q: %w", n.dir, err))
	}
	if err := newfile.Folder(n.dir, files); errors.Is(err, fs.ErrExist) {
		return unfit(fmt.Errorf("making the course %q: the folder is there already and not empty; nothing in it was changed, name another folder", n.dir))
	} else if err != nil {
		return fmt.Errorf("making the course: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		n.p.line("wrote %s", textsafe.Line(filepath.Join(n.dir, filepath.FromSlash(name))))
	}
	return n.next()
}

// adopt makes a course of the folder as it is.
func (n *newcomer) adopt(holds bool) error {
	if _, err := os.Stat(n.dir); errors.Is(err, fs.ErrNotExist) {
		return unfit(fmt.Errorf("making a course of %q: there is no such folder; cairn new %s begins a new course", n.dir, n.word()))
	}
	if !holds {
		return unfit(fmt.Errorf("making a course of %q: no Markdown that can be read is in it; cairn new %s begins a new course", n.dir, n.word()))
	}
	folder, err := course.OpenDir(n.dir)
	if err != nil {
		return fmt.Errorf("opening %q: %w", n.dir, err)
	}
	defer func() { _ = folder.Close() }() // nothing is written through it
	data, err := scaffold.Adopt(folder, baseName(n.dir), n.answers)
	if err != nil {
		return fmt.Errorf("making a course of %q: %w", n.dir, err)
	}
	file := filepath.Join(n.dir, "course.yaml")
	if err := newfile.Write(file, data); err != nil {
		return fmt.Errorf("making a course of %q: %w", n.dir, err)
	}
	n.p.line("wrote %s; no other file was changed", textsafe.Line(file))
	return n.next()
}

// next says how to go on.
func (n *newcomer) next() error {
	dir := n.word()
	n.p.line("")
	for _, c := range [][2]string{
		{"", "takes it, as a learner does"},
		{"preview ", "shows it while you write, from any place"},
		{"check ", "says what is wrong with it, and what helps"},
		{"test ", "takes simulated learners through it"},
	} {
		n.p.line("cairn %-*s    %s", len("preview "+dir), c[0]+dir, c[1])
	}
	if n.p.err != nil {
		return fmt.Errorf("printing what was written: %w", n.p.err)
	}
	return nil
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/tui/words"
)

// newExport is cairn progress export: everything that was saved, in one file.
func newExport(env environment) *cobra.Command {
	var what progress.Selection
	cmd := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write all progress to a file, to keep or to take along",
		Long: "Export writes a .tar.gz with every event that was saved, byte for byte, and with a\n" +
			"summary to read. Without FILE it gets a name with the date, in the present folder;\n" +
			"- is the standard output. A file that is there is never overwritten. cairn progress\n" +
			"import takes it in again, on this machine or another.",
		Example: "  cairn progress export\n  cairn progress export ~/git.tar.gz --course git --no-notes",
		Args:    oneFile("export"),
		RunE: func(_ *cobra.Command, args []string) error {
			return exportProgress(env, append(args, "")[0], what)
		},
	}
	cmd.Flags().StringVar(&what.Course, "course", "", "only the events of the course `ID`")
	cmd.Flags().BoolVar(&what.WithoutNotes, "no-notes", false, "leave out what you wrote beside answers: notes, what is unclear, and what you said of an answer")
	return cmd
}

// oneFile takes a file at most.
func oneFile(use string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usage(fmt.Errorf("%s takes one file at most, not %d", use, len(args)))
		}
		return nil
	}
}

func exportProgress(env environment, file string, what progress.Selection) error {
	home := openHome(env, true)
	defer home.close()
	if what.Course != "" && !hasCourse(home.log.Courses(), what.Course) {
		return unfit(fmt.Errorf("--course %s: nothing was saved of a course with this id; cairn progress --json tells the ids", what.Course))
	}
	extract := home.log.Extract(what)
	k := env.words().Keeping
	if extract.Lines == 0 {
		return errors.New(k.NothingSaved)
	}
	data, err := extract.Pack(enclosed(env, home, what)...)
	if err != nil {
		return err
	}
	if file == "-" {
		out, err := env.archive()
		if err == nil {
			_, err = out.Write(data)
		}
		if err != nil {
			return fmt.Errorf("printing the export: %w", err)
		}
		return nil
	}
	if file, err = writeExport(file, env.now(), data); err != nil {
		return fmt.Errorf("writing the export: %w", err)
	}
	courses := len(home.log.Courses())
	if what.Course != "" {
		courses = 1
	}
	p := printer{w: env.out}
	p.line("%s", k.Exported(extract.Lines, courses, textsafe.Line(file)))
	if extract.LeftOut > 0 {
		p.line("%s. %s", k.LeftOut(extract.LeftOut), k.PartOnly)
	}
	p.line("%s", k.Readable)
	return p.err
}

func hasCourse(courses []progress.Course, id string) bool {
	for _, c := range courses {
		if c.ID == id {
			return true
		}
	}
	return false
}

// enclosed is what goes into an export to be read: what the files are, and where
// the learner stands. An export without it is better than none: what keeps the
// summary from being made is said, and left out.
func enclosed(env environment, home home, what progress.Selection) []archive.File {
	w := env.words()
	reports, gone, err := reportsOf(home, nil)
	if err != nil {
		p := printer{w: env.err}
		p.line("cairn: %s", w.Keeping.NoSummary(textsafe.Line(err.Error())))
		return []archive.File{{Name: "README.txt", Data: readMe(w, false)}}
	}
	if what.Course != "" {
		gone = nil
		var one []progressReport
		for _, r := range reports {
			if r.Course == what.Course {
				one = append(one, r)
			}
		}
		reports = one
	}
	var text, json bytes.Buffer
	// Nothing can fail that is written to memory.
	_ = writeProgress(&text, w, reports, gone)
	_ = writeReports(&json, reports)
	return []archive.File{
		{Name: "README.txt", Data: readMe(w, true)},
		{Name: "progress.md", Data: asList(text.String())},
		{Name: "progress.json", Data: json.Bytes()},
	}
}

// readMe says what the files of an export are.
func readMe(w *words.Words, summary bool) []byte {
	var b bytes.Buffer
	p, k := printer{w: &b}, w.Keeping
	p.line("%s\n", k.ReadMe)
	p.line("log/events.jsonl  %s", k.ReadMeLog)
	if summary {
		p.line("progress.md       %s", k.ReadMeText)
		p.line("progress.json     %s", k.ReadMeJSON)
	}
	p.line("\n%s\n%s", k.ReadMeHow("cairn progress import FILE"), k.ReadMeFields("cairn privacy"))
	return b.Bytes()
}

// asList makes Markdown of what cairn progress prints: courses are headings, and
// what stands below them lists. What could mean something in Markdown is escaped.
func asList(text string) []byte {
	escape := strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "#", `\#`, "&", `\&`)
	var b strings.Builder
	for line := range strings.Lines(text) {
		said := escape.Replace(strings.Join(strings.Fields(line), " "))
		switch {
		case said == "":
			b.WriteString("\n")
		case strings.HasPrefix(line, " "):
			b.WriteString("- " + said + "\n")
		default:
			b.WriteString("# " + said + "\n\n")
		}
	}
	return []byte(b.String())
}

// writeExport writes the file named; in a folder, and without a name, one that
// is not there yet.
func writeExport(file string, now time.Time, data []byte) (string, error) {
	info, err := os.Stat(file)
	if file != "" && (err != nil || !info.IsDir()) {
		return file, newfile.Write(file, data)
	}
	const most = 1000
	day := "cairn-progress-" + now.Format(time.DateOnly)
	for n := 1; n <= most; n++ {
		name := day
		if n > 1 {
			name = fmt.Sprintf("%s-%d", day, n)
		}
		name = filepath.Join(file, name+".tar.gz")
		if err := newfile.Write(name, data); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
	return "", fmt.Errorf("%s: %d files of this day are there already; name the file", filepath.Join(file, day), most)
}

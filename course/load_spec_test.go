package course

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// The files of an archive that hold what loading the others gives.
const (
	wantFindings = "WANT FINDINGS"
	wantCourse   = "WANT COURSE"
)

// TestLoad reads testdata/load: each archive is the folder of a course, the
// findings about it, and what became of it.
func TestLoad(t *testing.T) {
	files, err := filepath.Glob("testdata/load/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no specifications: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			kept := archive.Files[:0:0]
			for _, f := range archive.Files {
				if f.Name == wantFindings || f.Name == wantCourse {
					want[f.Name] = string(f.Data)
					continue
				}
				kept = append(kept, f)
			}
			findings, course := loadArchive(t, kept, name)
			if *update {
				kept = append(kept, txtar.File{Name: wantFindings, Data: []byte(findings)},
					txtar.File{Name: wantCourse, Data: []byte(course)})
				archive.Files = kept
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if findings != want[wantFindings] {
				t.Errorf("findings:\n%s\nwant:\n%s", findings, want[wantFindings])
			}
			if course != want[wantCourse] {
				t.Errorf("course:\n%s\nwant:\n%s", course, want[wantCourse])
			}
		})
	}
}

// loadArchive loads the files of an archive. Words such as <ESC> stand for
// characters that a text file cannot show.
func loadArchive(t *testing.T, files []txtar.File, name string) (findings, course string) {
	t.Helper()
	fsys := archived(files)
	c, diags, err := Load(fsys, name)
	var b strings.Builder
	if err := WriteDiags(&b, diags); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		return b.String(), fmt.Sprintf("error: %v\n", err)
	}
	return b.String(), dumpCourse(c)
}

// archived is the folder that files of an archive stand for.
func archived(files []txtar.File) fstest.MapFS {
	hidden := strings.NewReplacer("<ESC>", "\x1b", "<CR>", "\r", "<BOM>", "\ufeff", "<RLO>", "\u202e", "<NUL>", "\x00", "<UTF-16>", "\xff\xfe",
		"<xFF>", "\xff", "<ZWSP>", "\u200b", "<UTF-16>", "\xff\xfe", "<TAB>", "\t")
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(hidden.Replace(string(f.Data)))}
	}
	return fsys
}

// dumpCourse writes a course for people, one fact on a line. The paces and Asks
// that every course has by default are left out.
func dumpCourse(c *Course) string {
	d := &courseDump{}
	d.line("course %s: %s", c.ID, c.Title)
	d.some("facts", c.Version, c.Summary, c.License, strings.Join(c.Authors, ", "))
	if c.Language != "en" || c.Minutes > 0 || c.Tasks != TasksAsk {
		d.line("  language %s, %d minutes, tasks %s", c.Language, c.Minutes, c.Tasks)
	}
	for _, s := range c.Skills {
		d.line("skill %s: %s%s%s", s.ID, s.Title, given(" goal ", number2(s.Goal)), given(" needs ", strings.Join(s.Needs, " ")))
	}
	for _, g := range c.Goals {
		d.line("goal %s: %s%s", g.ID, g.Title, given(" skills ", strings.Join(g.Skills, " ")))
	}
	for _, p := range c.Paces {
		if slices.Contains(defaultPaces(), p) {
			continue
		}
		d.line("pace %s: %s, %d days, %d minutes, skip %s", p.ID, p.Title, p.Days, p.Session, p.SkipKnown)
	}
	d.choices("interest", c.Interests)
	d.choices("way", c.Ways)
	for _, m := range c.Mixups {
		d.line("mixup %s: %s%s", m.ID, m.Says, given(" detour ", m.Detour))
	}
	d.some("welcome", c.Welcome)
	always := builtInOnboarding(&Course{Paces: defaultPaces()})
	for _, a := range c.Onboarding {
		if slices.ContainsFunc(always, func(b *Ask) bool { return reflect.DeepEqual(a, b) }) {
			continue
		}
		d.line("ask %s: %s", a.ID, a.Prompt)
		for _, o := range a.Options {
			d.line("  %s: %s", o.ID, o.Title)
		}
	}
	d.path(c.Path)
	for _, l := range c.Lessons {
		d.lesson(string(l.Kind), l)
	}
	if c.Placement != nil {
		d.lesson("placement", c.Placement)
	}
	for _, k := range c.Cards {
		d.line("card %s: %s / %s%s%s", k.ID, k.Front, k.Back, given(" skills ", strings.Join(k.Skills, " ")), given(" after ", k.After))
	}
	for _, e := range c.Glossary {
		d.line("entry %s: %s", e.Term, e.Meaning)
	}
	return d.String()
}

type courseDump struct{ strings.Builder }

func (d *courseDump) line(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

// some writes the texts that are not empty on one line.
func (d *courseDump) some(name string, texts ...string) {
	if all := strings.Join(texts, ""); all != "" {
		d.line("  %s %q", name, texts)
	}
}

func (d *courseDump) choices(name string, list []Choice) {
	for _, c := range list {
		d.line("%s %s: %s", name, c.ID, c.Title)
	}
}

func (d *courseDump) path(stops []Stop) {
	for _, s := range stops {
		var what string
		if s.Choose != nil {
			what = fmt.Sprintf("choose %d (%s: %s):", s.Choose.Pick, s.Choose.ID, s.Choose.Title)
			for _, l := range s.Choose.From {
				what += " " + l.ID
			}
		} else {
			what = s.Lesson.ID
		}
		if s.Optional {
			what += " optional"
		}
		module := ""
		if s.Module != "" {
			module = "[" + s.Module + "] "
		}
		d.line("stop %s%s%s", module, what, ruleText(" when ", s.When))
	}
}

func (d *courseDump) lesson(kind string, l *Lesson) {
	d.line("%s %s: %s (%s)%s%s%s%s%s", kind, l.ID, l.Title, l.File, given(" skills ", strings.Join(l.Skills, " ")),
		given(" needs ", strings.Join(l.Needs, " ")), given(" minutes ", number2(float64(l.Minutes))), ruleText(" when ", l.When), ruleText(" skip ", l.Skip)+given(" stop ", string(l.StopWhen)))
	for _, n := range l.Next {
		d.line("  next%s%s%s%s", given(" detour ", n.Detour), given(" go ", n.Go), given(" ask ", n.Ask), ruleText(" when ", n.When))
	}
	eachBlock(l.Blocks, func(b Block) {
		q, ok := b.(*Question)
		if !ok {
			return
		}
		d.line("  question %s%s%s", q.ID, given(" skills ", strings.Join(q.Skills, " ")), given(" confidence ", string(q.Confidence)))
		q.eachReply(func(r *Reply) {
			if road := given(" mixup ", r.Mixup) + given(" detour ", r.Detour) + given(" go ", r.Go); road != "" {
				d.line("   %s", road)
			}
		})
	})
}

func number2(f float64) string {
	if f == 0 {
		return ""
	}
	return fmt.Sprint(f)
}

// given is a name with its value, or nothing without a value.
func given(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

func ruleText(name string, r *Rule) string {
	if r == nil {
		return ""
	}
	return name + r.Source
}

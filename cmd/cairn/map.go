package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/roadmap"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
	"github.com/cairn-learn/cairn/library"
)

// courseMap is what the flags of cairn map say.
type courseMap struct {
	format   string
	skills   bool
	shares   bool
	ascii    bool
	learners int
	seed     uint64
}

// newMap is cairn map: it draws a course as a graph.
func newMap(env environment) *cobra.Command {
	var m courseMap
	cmd := &cobra.Command{
		Use:   "map [DIR]",
		Short: "Draw a course as a graph of lessons and branches, or of skills",
		Long: "Map draws the course in the folder DIR, or in an archive of one: the road with all\n" +
			"that leads off it, or with --skills what each skill needs, which lessons teach it\n" +
			"and what checks it. As text for the terminal, for Mermaid or Graphviz, or as a\n" +
			"picture. Without DIR it is the folder that you are in.",
		Example: "  cairn map my-course\n  cairn map my-course --shares\n  cairn map my-course --skills --format svg > skills.svg\n" +
			"  cairn map my-course --format mermaid",
		Args: folderAtMost("map", "map [DIR]"),
		RunE: func(_ *cobra.Command, args []string) error { return m.draw(env, oneFolder(args)) },
	}
	f := cmd.Flags()
	f.StringVar(&m.format, "format", "text", "draw as `FORMAT`: text, mermaid, dot, svg or json")
	f.BoolVar(&m.skills, "skills", false, "draw the skills instead of the lessons")
	f.BoolVar(&m.shares, "shares", false, "say of each lesson what share of simulated learners meets it")
	f.BoolVar(&m.ascii, "ascii", false, "as text, draw with ASCII alone")
	f.IntVar(&m.learners, "learners", 200, "with --shares: simulate `N` learners")
	f.Uint64Var(&m.seed, "seed", 1, "with --shares: draw everything from the number `N`")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(mapFormats(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (m courseMap) draw(env environment, dir string) error {
	if m.learners < 1 || m.learners > 100_000 {
		return usage(fmt.Errorf("--learners %d: between 1 and 100000 learners can be simulated", m.learners))
	}
	if m.shares && m.skills {
		return usage(errors.New("--shares: learners meet lessons; it does not go with --skills"))
	}
	if !slices.Contains(mapFormats(), m.format) {
		return usage(fmt.Errorf("--format %s: the formats are text, mermaid, dot, svg and json", m.format))
	}
	c, diags, err := library.LoadPath(dir)
	if err != nil {
		if len(diags) == 0 || errors.Is(err, fs.ErrNotExist) {
			return unfit(fmt.Errorf("drawing %q: %w", dir, err))
		}
		if werr := course.WriteDiags(env.err, diags); werr != nil {
			return werr
		}
		return fmt.Errorf("drawing %q: %w", dir, err)
	}
	g := roadmap.Lessons(c)
	if m.skills {
		g = roadmap.Skills(c)
	}
	if m.shares {
		if err := m.share(&g, c); err != nil {
			return fmt.Errorf("drawing %q: %w", dir, err)
		}
	}
	return m.print(env, g)
}

func mapFormats() []string { return []string{"text", "mermaid", "dot", "svg", "json"} }

func (m courseMap) print(env environment, g roadmap.Graph) error {
	switch m.format {
	case "mermaid":
		return g.WriteMermaid(env.out)
	case "dot":
		return g.WriteDOT(env.out)
	case "svg":
		return g.WriteSVG(env.out)
	case "json":
		return g.WriteJSON(env.out)
	}
	return g.WriteText(env.out, roadmap.Look{Width: env.width, ASCII: m.ascii || env.ascii() || !env.utf8()})
}

// share lets learners through the course and puts on each lesson how many met it.
func (m courseMap) share(g *roadmap.Graph, c *course.Course) error {
	ctx, ignore := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer ignore()
	r, err := walk.Through(ctx, c, walk.Options{Learners: m.learners, Seed: m.seed})
	if err != nil {
		return err
	}
	met := map[string]float64{}
	for _, l := range r.Lessons {
		met[l.ID] = l.Met
	}
	g.Share(met)
	return nil
}

// utf8 reports whether the environment says that text is UTF-8, or says nothing.
func (e environment) utf8() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToUpper(e.getenv(name)); locale != "" {
			return strings.Contains(locale, "UTF-8") || strings.Contains(locale, "UTF8")
		}
	}
	return true
}

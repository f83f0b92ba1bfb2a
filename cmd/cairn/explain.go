package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/explain"
	"github.com/cairn-learn/cairn/course"
)

// newExplain is cairn explain: it says what a code of a finding means.
func newExplain(env environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Say what a finding means, with a wrong and a right example",
		Long: "Explain says what a finding of cairn check means, why it matters, and what it\n" +
			"looks like wrong and right. CODE is what stands in brackets behind the finding.\n" +
			"Without one it lists them all.",
		Example: "  cairn explain dead-link\n  cairn explain\n  cairn explain dead-link --format json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage(fmt.Errorf("explain takes one code, not %d: cairn explain CODE", len(args)))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var codes []string
			for _, c := range course.Codes() {
				codes = append(codes, c.Name)
			}
			return codes[:len(codes)*(1-len(args))], cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return usage(fmt.Errorf("--format %s: the formats are text and json", format))
			}
			if len(args) == 0 {
				return explainAll(env.out, format)
			}
			page, near, ok := explain.Of(args[0])
			switch {
			case !ok && near != "":
				return unfit(fmt.Errorf("there is no finding %q: did you mean %q?", args[0], near))
			case !ok:
				return unfit(fmt.Errorf("there is no finding %q; cairn explain lists them", args[0]))
			case format == "json":
				return writeJSON(env.out, explained(page))
			}
			p := printer{w: env.out}
			p.part("%s", page.Text())
			return p.err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print it as `FORMAT`: text or json")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func explainAll(w io.Writer, format string) error {
	if format == "json" {
		list := []explanation{}
		for _, page := range explain.All() {
			list = append(list, explained(page))
		}
		return writeJSON(w, list)
	}
	p := printer{w: w}
	group := ""
	for _, page := range explain.All() {
		if page.Group != group {
			if group != "" {
				p.line("")
			}
			group = page.Group
			p.line("%s", group)
		}
		p.line("  %-22s %-15s %s", page.Code.Name, page.Severity(), page.Summary())
	}
	return p.err
}

// explanation is the page about a code as JSON. Fields are only ever added.
type explanation struct {
	Code       string            `json:"code"`
	Group      string            `json:"group"`
	Severities []course.Severity `json:"severities"`
	Settable   bool              `json:"settable"`
	Meaning    string            `json:"meaning"`
	Why        string            `json:"why"`
	Wrong      exampleReport     `json:"wrong"`
	Right      exampleReport     `json:"right"`
}

type exampleReport struct {
	Text  string       `json:"text"`
	Files []fileReport `json:"files"`
}

type fileReport struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func explained(p explain.Page) explanation {
	return explanation{p.Code.Name, p.Group, p.Code.Severities, p.Code.Settable(), p.Meaning, p.Why, exampled(p.Wrong), exampled(p.Right)}
}

func exampled(e explain.Example) exampleReport {
	r := exampleReport{Text: e.Text, Files: []fileReport{}}
	for _, f := range e.Files {
		r.Files = append(r.Files, fileReport{f.Name, f.Text})
	}
	return r
}

package simulate

import (
	"fmt"
	"io"
	"strings"
)

// Report is all that was measured in one go.
type Report struct {
	Options   Options
	Results   map[Experiment][]Result
	Forecasts []Coverage
}

// Perform runs experiments, in the order in which they are listed.
func Perform(list []Experiment, s Scope, o Options) Report {
	r := Report{Options: o, Results: map[Experiment][]Result{}}
	for _, e := range list {
		if e == Forecasts {
			r.Forecasts = Forecast(s, o)
			continue
		}
		r.Results[e] = Run(e.Cells(s), o)
	}
	return r
}

// printer prints lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// WriteText prints the report as tables of text, with bars, and the goals at the
// end.
func (r Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	p.line("%d simulated learners in each cell, seed %d.", max(r.Options.Learners, 1), r.Options.Seed)
	p.line("The figures say which policy is robust. They are no forecast for people.")
	if all := r.Results[Completion]; len(all) > 0 {
		completionTable(p, all)
	}
	if all := r.Results[Equal]; len(all) > 0 {
		equalTables(p, all)
		bars(p, all)
	}
	if all := r.Results[Placement]; len(all) > 0 {
		placementTable(p, all)
	}
	if len(r.Forecasts) > 0 {
		forecastTable(p, r.Forecasts)
	}
	goalTable(p, Goals(r.Results, r.Forecasts))
	return p.err
}

func heading(p *printer, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	p.line("\n%s\n%s", text, strings.Repeat("-", len(text)))
}

func completionTable(p *printer, all []Result) {
	plan := all[0].Plan
	heading(p, "To completion: %.0f minutes a day for %d days, delayed test %d days later", plan.Daily, plan.Days, laterDays)
	p.line("%-14s %5s  %-34s %7s %7s %6s %5s %7s %6s %6s %7s", "world", "known", "policy", "minutes", "to all", "day", "done", "unknown", "firm", "post", "delayed")
	p.line("%-14s %5s  %-34s %7s %7s %6s %5s %7s %6s %6s %7s", "", "", "", "", "master.", "", "", "", "", "", "")
	for _, cell := range together(all) {
		for k, r := range cell {
			name, known := "", ""
			if k == 0 {
				name, known = r.World.Name, percent(r.Known)
			}
			p.line("%-14s %5s  %-34s %7.0f %7.0f %6.1f %5.2f %7.3f %6.3f %6.3f %7.3f", name, known, r.Policy.Name,
				r.Mean(Minutes), r.Mean(DoneMinutes), r.Mean(DoneDay), r.Mean(Finished),
				r.Mean(DeclaredUnknown), r.Mean(Firm), r.Mean(Post), r.Mean(Delayed))
		}
	}
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// policies are the names of the policies, in order.
func policies(all []Result) []string {
	var names []string
	for _, r := range together(all)[0] {
		names = append(names, r.Policy.Name)
	}
	return names
}

// equalTables prints the means by time and prior knowledge, and by world.
func equalTables(p *printer, all []Result) {
	for _, holdout := range []bool{false, true} {
		part := Pick(all, func(r Result) bool { return r.World.Holdout == holdout })
		if len(part) == 0 {
			continue
		}
		heading(p, "Equal minutes, delayed score: %s", whichWorlds(holdout))
		columns(p, "minutes  known", policies(part))
		for _, minutes := range budgets() {
			for _, known := range knownShares() {
				in := Pick(part, func(r Result) bool { return total(r.Plan) == minutes && r.Known == known })
				row(p, fmt.Sprintf("%7.0f  %5s", minutes, percent(known)), policies(part), in)
			}
		}
		row(p, "all", policies(part), part)
		p.line("")
		columns(p, "world", policies(part))
		for _, w := range Worlds() {
			if in := Pick(part, world(w.Name)); len(in) > 0 {
				row(p, w.Name, policies(part), in)
			}
		}
		if l := Leads(part); l.Cells > 0 {
			p.line("\n%d cells: %+.3f over linear with review, %+.3f over the best baseline of each cell;", l.Cells, l.Linear, l.Best)
			p.line("behind it in %d cells, by %.3f at most; %s of the way from there to the oracle.", l.Behind, max(0, -l.Least), percent(l.ToOracle))
		}
	}
}

func whichWorlds(holdout bool) string {
	if holdout {
		return "worlds that the engine was not made for"
	}
	return "the matrix"
}

func total(p Plan) float64 { return p.Daily * float64(p.Days) }

func columns(p *printer, first string, names []string) {
	line := fmt.Sprintf("%-16s", first)
	for _, name := range names {
		line += fmt.Sprintf(" %*s", max(10, len(name)), name)
	}
	p.line("%s", line)
}

func row(p *printer, first string, names []string, in []Result) {
	if len(in) == 0 {
		return
	}
	line := fmt.Sprintf("%-16s", first)
	for _, name := range names {
		of := Pick(in, func(r Result) bool { return r.Policy.Name == name })
		line += fmt.Sprintf(" %*.3f", max(10, len(name)), Mean(of, Delayed))
	}
	p.line("%s", line)
}

func placementTable(p *printer, all []Result) {
	heading(p, "Placement: means over %s, %s and %s known", percent(0.05), percent(0.40), percent(0.75))
	p.line("%-14s %6s %9s %9s %8s", "world", "skills", "questions", "accuracy", "skipped")
	p.line("%-14s %6s %9s %9s %8s", "", "", "", "", "wrongly")
	for _, w := range Worlds() {
		for _, size := range []int{10, 20, 40, 60} {
			in := Pick(all, func(r Result) bool { return r.World.Name == w.Name && r.Skills == size })
			if len(in) > 0 {
				p.line("%-14s %6d %9.1f %9.3f %8.3f", w.Name, size, Mean(in, Asked), Mean(in, Accuracy), Mean(in, WrongSkips))
			}
		}
	}
}

func forecastTable(p *printer, all []Coverage) {
	heading(p, "Forecasts after %d days, %s of the planned days kept: is the end in the range of 80 %%?", goalDay, percent(goalKeeps))
	p.line("%-14s %5s %6s %7s %7s %6s %6s %6s %6s", "world", "known", "made", "inside", "earlier", "later", "days", "range", "width")
	for _, c := range all {
		if c.Keeps != goalKeeps || c.Day != goalDay {
			continue
		}
		n := float64(max(c.Made, 1))
		p.line("%-14s %5s %6d %7.3f %7.3f %6.3f %6.1f %6.1f %6.2f", c.World.Name, percent(c.Known), c.Made, c.Share(),
			float64(c.Early)/n, float64(c.Late)/n, c.Days/n, c.Wide/n, c.Width())
	}
	heading(p, "Forecasts by day: share inside, and median width of the range over the days to the end")
	line := fmt.Sprintf("%-14s %5s", "world", "kept")
	for _, day := range forecastDays() {
		line += fmt.Sprintf("  %12s", fmt.Sprintf("day %d", day))
	}
	p.line("%s", line)
	for _, w := range Worlds() {
		forecastRows(p, w.Name, all, func(c Coverage) bool { return c.World.Name == w.Name })
	}
	for _, holdout := range []bool{false, true} {
		forecastRows(p, "all: "+whichShort(holdout), all, func(c Coverage) bool { return c.World.Holdout == holdout })
	}
	for _, known := range knownShares() {
		forecastRows(p, "matrix, "+percent(known), all, func(c Coverage) bool { return !c.World.Holdout && c.Known == known })
	}
}

func whichShort(holdout bool) string {
	if holdout {
		return "holdout"
	}
	return "matrix"
}

// forecastRows prints a row for each way to keep to a plan.
func forecastRows(p *printer, name string, all []Coverage, in func(Coverage) bool) {
	for _, keeps := range forecastKeeps() {
		line := fmt.Sprintf("%-14s %5s", name, percent(keeps))
		made := 0
		for _, day := range forecastDays() {
			var sum Coverage
			for _, c := range all {
				if c.Keeps == keeps && c.Day == day && in(c) {
					sum.add(c)
				}
			}
			made += sum.Made
			line += fmt.Sprintf("  %5.3f  %5.2f", sum.Share(), sum.Width())
		}
		if made > 0 {
			p.line("%s", line)
		}
		name = ""
	}
}

func goalTable(p *printer, goals []Goal) {
	heading(p, "Goals")
	for _, g := range goals {
		state, bound := "missed", "at least"
		switch {
		case !g.Run:
			state = "not run"
		case g.Reached():
			state = "reached"
		}
		if g.Most {
			bound = "at most"
		}
		got := "-"
		if g.Run {
			got = fmt.Sprintf("%.4f", g.Got)
		}
		p.line("%-8s %-66s %-8s %6.3f  got %7s", state, g.Says, bound, g.Want, got)
	}
}

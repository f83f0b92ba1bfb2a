package main

import (
	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
)

// newPlan is cairn plan: the rest of a course against the learner's time.
func newPlan(env environment) *cobra.Command {
	return newView(env, view{
		use:   "plan",
		short: "Print what is left, and when you may be through",
		long: "Plan prints the rest of a course against your time: what is left, your days, when\n" +
			"you may be through, what would change that, and the days to come; in the course\n" +
			"named, or in every course that you have begun. Nothing is changed by looking.",
		example: "  cairn plan\n  cairn plan git --json",
		text: func(s standing) plain.Account {
			return plain.TellPlan(env.words(), s.Session.Plan(), s.Session.Today().Day)
		},
		report: func(s standing) any {
			return reportPlan(s.Session.Course().ID, s.Session.Course().Title, s.Session.Plan())
		},
	})
}

// planReport is one course of cairn plan --json.
type planReport struct {
	Course   string          `json:"course"`
	Title    string          `json:"title"`
	Goal     string          `json:"goal"`
	Skills   int             `json:"skills"`
	Of       int             `json:"of"`
	Lessons  int             `json:"lessons"`
	Days     []string        `json:"days"`
	Sitting  int             `json:"sitting"`
	Until    *string         `json:"until"`
	New      float64         `json:"new"`
	Review   float64         `json:"review"`
	Speed    float64         `json:"speed"`
	Resting  bool            `json:"resting"`
	Forecast *forecastReport `json:"forecast"`
	Levers   []leverReport   `json:"levers"`
	Coming   []planDayReport `json:"coming"`
	Weeks    *weeksReport    `json:"weeks"`
}

type leverReport struct {
	Kind string  `json:"kind"`
	From int     `json:"from"`
	To   int     `json:"to"`
	Date *string `json:"date"`
	Goal string  `json:"goal"`
	Ends *string `json:"ends"`
	Does bool    `json:"does"`
	Sure string  `json:"sure"`
}

type planDayReport struct {
	Day    *string  `json:"day"`
	Mine   bool     `json:"mine"`
	Review float64  `json:"review"`
	New    float64  `json:"new"`
	Titles []string `json:"titles"`
	Spent  float64  `json:"spent"`
}

type weeksReport struct {
	Done  int              `json:"done"`
	Of    int              `json:"of"`
	Run   int              `json:"run"`
	Best  int              `json:"best"`
	Total int              `json:"total"`
	Past  []weekPastReport `json:"past"`
}

type weekPastReport struct {
	Monday *string `json:"monday"`
	Done   int     `json:"done"`
	Of     int     `json:"of"`
	Kept   bool    `json:"kept"`
	Rest   bool    `json:"rest"`
}

func reportPlan(id, title string, p learn.Plan) planReport {
	r := planReport{
		Course: id, Title: title, Goal: p.Goal, Skills: p.Skills, Of: p.Of, Lessons: p.Lessons, Days: []string{},
		Sitting: p.Sitting, Until: day(p.Until), New: tenths(p.New), Review: tenths(p.Review), Speed: thousandths(p.Speed),
		Resting: p.Resting, Forecast: reportForecast(p.Forecast), Levers: []leverReport{}, Coming: []planDayReport{},
		Weeks: reportWeeks(p.Weeks),
	}
	for _, d := range p.Days {
		r.Days = append(r.Days, weekday(d))
	}
	for _, l := range p.Levers {
		r.Levers = append(r.Levers, leverReport{string(l.Kind), l.From, l.To, day(l.Date), l.Goal, day(l.Ends), l.Does, l.Sure})
	}
	for _, d := range p.Coming {
		r.Coming = append(r.Coming, planDayReport{
			day(d.Day), d.Mine, tenths(d.Review), tenths(d.New), append([]string{}, d.Titles...), tenths(d.Minutes),
		})
	}
	return r
}

func reportWeeks(w *learn.WeekRun) *weeksReport {
	if w == nil {
		return nil
	}
	r := &weeksReport{w.Done, w.Of, w.Run, w.Best, w.Total, []weekPastReport{}}
	for _, p := range w.Past {
		r.Past = append(r.Past, weekPastReport{day(p.Monday), p.Done, p.Of, p.Kept, p.Rest})
	}
	return r
}

package course

import "fmt"

// The ids of the paces that the program has names for.
const (
	PaceRelaxed = "relaxed"
	PaceSteady  = "steady"
	PaceFast    = "fast"
)

// defaultPaces is what pace means when the author is silent.
func defaultPaces() []Pace {
	return []Pace{
		{ID: PaceRelaxed, Title: "Relaxed", Days: 2, Session: 15, SkipKnown: SkipNever, BuiltIn: true},
		{ID: PaceSteady, Title: "Steady", Days: 4, Session: 25, SkipKnown: SkipOffer, BuiltIn: true},
		{ID: PaceFast, Title: "Fast", Days: 6, Session: 45, SkipKnown: SkipAlways, BuiltIn: true},
	}
}

// setPaces takes the author's paces. What one leaves open it has from the
// default of its name, or from "steady".
func (l *loader) setPaces() {
	var paces []Pace
	for _, e := range l.config.Paces {
		if !l.goodKey(e.Key, e.Line, e.Col) {
			continue
		}
		p := defaultPaces()[1]
		p.ID, p.Title, p.BuiltIn = e.Key, titleOfName(e.Key), false
		for _, d := range defaultPaces() {
			if d.ID == e.Key {
				p = d
			}
		}
		if t := oneLine(e.Value.Title); t != "" {
			p.Title, p.BuiltIn = nameOf(l, e, t), false
		}
		p.Days = l.whole(courseFile, "days", e.Value.Days, 1, 7, p.Days)
		p.Session = l.minutes(courseFile, "session", e.Value.Session, p.Session)
		p.SkipKnown = SkipKnown(l.oneOf(courseFile, "skip_known", e.Value.SkipKnown, string(p.SkipKnown),
			string(SkipNever), string(SkipOffer), string(SkipAlways)))
		paces = append(paces, p)
	}
	if len(paces) > 0 {
		l.course.Paces = paces
	}
}

// describe says what a pace means, for the built-in onboarding.
func (p Pace) describe() string {
	known := map[SkipKnown]string{
		SkipNever: "nothing is skipped", SkipOffer: "offer to skip what I know", SkipAlways: "skip what I know",
	}[p.SkipKnown]
	days := fmt.Sprintf("%d days a week", p.Days)
	if p.Days == 1 {
		days = "1 day a week"
	}
	return fmt.Sprintf("%s: %d minutes, %s; %s", p.Title, p.Session, days, known)
}

package simulate

// policy decides what one learner does next. It is begun again for the next one.
type policy interface {
	// begin makes ready for a learner, and may place them.
	begin(r *run, plan Plan)
	// morning begins a day.
	morning(r *run)
	// step does one thing, and reports false when nothing is left for today.
	step(r *run) bool
	// declared reports whether the policy counts a skill as mastered.
	declared(skill int) bool
	// done reports whether it counts all of them so.
	done() bool
}

// Policy is a way to decide what a learner does next.
type Policy struct {
	Name string
	Says string // in one line
	new  func() policy
}

// Policies lists the baselines, the recommended policy and the oracle.
func Policies() []Policy {
	return []Policy{
		{"random", "anything, at random", func() policy { return &random{} }},
		{Linear, "lesson and three questions each, then review in turn", func() policy { return &linear{review: true} }},
		{"2-in-a-row", "two right answers in a row each, then review in turn", func() policy { return &streak{length: 2, review: true} }},
		{"3-in-a-row", "three right answers in a row each, then review in turn", func() policy { return &streak{length: 3, review: true} }},
		{Recommended, "the engine", engine(switches{})},
		{Oracle, "knows what the learner knows", func() policy { return &oracle{} }},
	}
}

// The names that the goals are about.
const (
	Linear      = "linear"
	Threes      = "3-in-a-row, no reviews"
	Recommended = "recommended"
	NoReviews   = "recommended, no reviews"
	Oracle      = "oracle"
)

// Plain lists the policies without reviews, for experiments to completion.
func Plain() []Policy {
	return []Policy{
		{"linear, no reviews", "lesson and three questions each", func() policy { return &linear{} }},
		{Threes, "three right answers in a row each", func() policy { return &streak{length: 3} }},
	}
}

// Ablations lists the engine with its parts switched off, and its presets.
func Ablations() []Policy {
	return []Policy{
		{"recommended, brisk", "the engine, less sure", engine(switches{preset: "brisk"})},
		{"recommended, thorough", "the engine, surer", engine(switches{preset: "thorough"})},
		{"recommended, no placement", "lessons from the start", engine(switches{noPlacement: true})},
		{"recommended, try first", "a question before each lesson in place of a placement test", engine(switches{noPlacement: true, tryFirst: true})},
		{NoReviews, "nothing comes back", engine(switches{noReviews: true})},
		{"recommended, no multiplier", "everybody forgets alike", engine(switches{noMultiplier: true})},
		{"recommended, no second explanation", "one more question in its place", engine(switches{noExplanation: true})},
		{"recommended, target .85", "reviews later", engine(switches{target: 0.85})},
		{"recommended, target .95", "reviews sooner", engine(switches{target: 0.95})},
	}
}

// Named finds a policy by its name.
func Named(name string) (Policy, bool) {
	for _, list := range [][]Policy{Policies(), Plain(), Ablations()} {
		for _, p := range list {
			if p.Name == name {
				return p, true
			}
		}
	}
	return Policy{}, false
}

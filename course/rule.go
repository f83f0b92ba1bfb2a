package course

// Rule is one line of plain comparison, such as `mastery.staging < 0.6`,
// checked when the course loads. The zero value is not useful; a nil *Rule
// always holds.
type Rule struct {
	Source string
	Pos    Pos
}

// Facts is what a rule may ask about the learner.
type Facts interface {
	Mastery(skill string) float64            // 0..1
	Score() float64                          // of this lesson, first tries, 0..1
	Tries(question string) int               // answers given so far
	Right(question string) bool              // answered right at some time
	Seen(id string) bool                     // lesson, question, page or extra met
	Mixup(name string) bool                  // has shown that wrong idea
	Answer(ask string) []string              // code words chosen, or the one text typed
	DaysSince(lesson string) (float64, bool) // days since it was finished; false: never
	Goal() string
	Pace() string
	Way() string
	Interests() []string
}

// Holds reports whether the rule is true of the learner.
func (r *Rule) Holds(f Facts) bool {
	return r == nil
}

package simulate

// World is one way in which people might learn, and a kind of course they might
// meet.
type World struct {
	Name    string
	Says    string // what is special, in one line
	Prior   Prior
	Shape   Shape
	Wrong   bool // a quarter of the stated prerequisites are wrong
	Gradual bool // knowledge comes by degrees
	Holdout bool // the engine was not made with this world in mind
	New     func() Mind
}

// Worlds lists all worlds: the seven of the matrix, then those that no decision
// about the engine was ever made on.
func Worlds() []World {
	allOrNone := func() Mind { return &allOrNone{} }
	gradual := func() Mind { return &gradual{} }
	return []World{
		{Name: "all-or-none", Says: "a skill is known or not", New: allOrNone},
		{Name: "gradual", Says: "skills grow by degrees", New: gradual, Gradual: true},
		{Name: "patchy", Says: "all-or-none; learners know parts of each module", New: allOrNone, Prior: Patchy},
		{Name: "gradual-patchy", Says: "gradual; learners know parts of each module", New: gradual, Gradual: true, Prior: Patchy},
		{Name: "order-free", Says: "all-or-none; what is known does not follow the course", New: allOrNone, Prior: OrderFree},
		{Name: "misconceptions", Says: "all-or-none; a quarter of what is not known is held wrongly", New: func() Mind { return &mistaken{} }},
		{Name: "wrong-edges", Says: "all-or-none; a quarter of the prerequisites are not what the author says", New: allOrNone, Wrong: true},
		{Name: "interfering", Says: "similar skills disturb each other, forgetting is exponential, a wide course", New: func() Mind { return &interfering{} }, Shape: Wide, Holdout: true},
		{Name: "tiring", Says: "attention fades within a day, impatient guesses, a deep chain", New: func() Mind { return &tiring{} }, Shape: Deep, Gradual: true, Holdout: true},
		{Name: "fleeting", Says: "what was told today is said again today, learned or not", New: func() Mind { return &fleeting{} }, Holdout: true},
		{Name: "told", Says: "explanations teach and questions hardly do; what is recalled once is kept for long", New: func() Mind { return &told{} }, Holdout: true},
	}
}

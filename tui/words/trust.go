package words

// Trust is what is said of commands of courses that the learner agreed to run.
type Trust struct {
	None    string // nothing was agreed to
	Of      func(course, task, day string) string
	Walls   map[string]string // the level that was agreed to, by its name
	Revoked func(things int) string
	NoneOf  func(course string) string
	Unread  string // above what is damaged
}

func englishTrust() Trust {
	return Trust{
		None: "You agreed to run nothing of any course.",
		Of:   func(course, task, day string) string { return course + ", task " + task + ", since " + day + ":" },
		Walls: map[string]string{
			"isolated": "isolated", "limited": "with limited walls, or better ones", "not isolated": "also where it is not isolated",
		},
		Revoked: func(n int) string {
			return count(n, "task is asked again before it runs.", "tasks are asked again before they run.")
		},
		NoneOf: func(course string) string { return "You agreed to run nothing of the course " + course + "." },
		Unread: "This cannot be read, and lets nothing run:",
	}
}

package words

import (
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Consent is what is said before anything of a course is run.
type Consent struct {
	Title   string
	Asks    string            // {course}, {task}
	For     map[string]string // what a command is for
	Files   string            // heading of the files that are brought
	Folder  string            // {path}
	Network map[string]string // whether it reaches one: no, yes
	Level   map[string]string // the walls, by their name
	Lacks   map[string]string // what these do not keep out
	Why     string            // {why}, in English: why there are no better ones
	Ask     string            // the question
	Again   string            // the second one, where nothing keeps it in
	No, Yes string
	Refused string // what comes of no

	TakeBack string // how a yes is taken back
	Passing  string // in its place: where it ends with the program

	AsksAll string // in place of Asks, of all tasks of a course; {course}
	Task    string // above what one of them runs; {task}
	All     string // what the learner picks to be asked for them
	AskAll  string // the question then
	YesAll  string
	HowAll  string // how they are asked for, line by line

	How    string // how it is answered, line by line
	Nobody string // nobody is there to be asked
}

// Question asks to run what was shown, of one task or of all, and says how a yes ends:
// passing where nothing of it is kept. The course is its id.
func (c *Consent) Question(course string, all, passing bool) string {
	ask, ends := c.Ask, Put(c.TakeBack, "course", textsafe.Line(course))
	if all {
		ask = c.AskAll
	}
	if passing {
		ends = c.Passing
	}
	return ask + " " + ends
}

// maxWhy is how many signs there are of what is said in English of walls.
const maxWhy = 160

// NoBetter says why the walls that something runs behind are not better; empty where
// they are the best, or nobody knows.
func (c *Consent) NoBetter(r trust.Request) string {
	why := []rune(strings.TrimRight(textsafe.Line(r.Why), ". "))
	if len(why) == 0 || r.Level == wall.Isolated {
		return ""
	}
	if len(why) > maxWhy {
		why = append(why[:maxWhy-1], '…')
	}
	return Put(c.Why, "why", string(why))
}

func englishConsent() Consent {
	return Consent{
		Title: "Before anything is run", Asks: "For “{task}”, the course “{course}” wants to run exactly this on your computer:",
		For:     map[string]string{"setup": "to make the folder ready", "check": "to check", "test": "to test your answer", "solve": "to solve it"},
		Files:   "Files that the course puts into the folder:",
		Folder:  "In the folder: {path}",
		Network: map[string]string{"no": "The network cannot be reached.", "yes": "The network can be reached."},
		Level: map[string]string{
			"isolated":     "Isolated: nothing but this folder and the system's programs can be seen.",
			"limited":      "Limited: your other files cannot be read or written.",
			"not isolated": "Not isolated: this computer has no walls for it. It can do whatever you can: read, change and send your files.",
		},
		Lacks: map[string]string{
			"signals": "It can end other programs of yours.", "permissions": "It can change permissions and dates of your other files.",
		},
		Why:   "Why there are no better walls here: {why}",
		Ask:   "Run exactly this from now on, whenever this task needs it?",
		Again: "Nothing keeps this from your files. Run it all the same?",
		No:    "No, run nothing", Yes: "Yes, run this", Refused: "Nothing was run.",
		Task:    "The task “{task}”:",
		AsksAll: "The course “{course}” wants to run exactly this on your computer, task by task:",
		All:     "Show me what all tasks of this course run, and ask me once", YesAll: "Yes, run all of this",
		AskAll:   "Run exactly this from now on, whenever one of these tasks needs it?",
		TakeBack: "You can take it back with: cairn trust revoke {course}", Passing: "Your yes is kept nowhere: it holds until cairn ends.",
		HowAll: "Type all to see what all tasks of this course run, and to be asked once.",
		How:    "Type yes to run it. Anything else runs nothing.",
		Nobody: "Nothing is run without asking, and nobody is there to be asked. Take this course at a terminal to run it.",
	}
}

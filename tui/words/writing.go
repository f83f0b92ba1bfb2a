package words

// Writing is what is said where a program is written line by line.
type Writing struct {
	How     string // how it is written
	Anew    string // before all of it is written anew
	Instead string // before the lines in whose place others are written
	Append  string // where lines are added at its end
	Done    string // it is saved
	Nothing string // nothing was typed
	Beside  string // {path}: where what stood in its file is now
	Waits   string // it could not be saved, and is not lost
	NoLines string // {n}: how many lines there are, {next}: one more; others were asked for
}

func englishWriting() Writing {
	return Writing{
		How:     "Type or paste the program, line by line; each line is saved. A line with only a full stop ends it, :lines says it back with numbers, and :quit stops.",
		Anew:    "What you type takes the place of the whole program. For one line or some, type :write and their numbers, such as :write 3 or :write 3-5; :lines tells them.",
		Instead: "What you type takes the place of:",
		Append:  "What you type comes at the end of the program.",
		Done:    "It is saved.", Nothing: "Nothing was typed; the program is as it was.",
		Beside:  "What was there before is kept in {path}",
		Waits:   "What you typed is still here: mend that and type a full stop once more. A second :quit leaves without it.",
		NoLines: "Name lines from 1 to {n}, such as 3 or 3-5, or {next} to go on at the end. :lines tells them.",
	}
}

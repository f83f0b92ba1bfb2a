package wall

// spec is what the guard is told, as one line of JSON on its input. The input is
// left open; when it ends, so does the command.
type spec struct {
	Level  Level
	Dir    string // absolute, without links
	Cache  string // the same, or empty
	Read   []string
	Temp   string // where the guard makes a folder for TMPDIR
	Script string
	Env    []string // all of it
	Limits Limits
	Self   string
	Bwrap  string
	Extra  []string // further arguments of bubblewrap
}

// report is what the guard says at the end.
type report struct {
	Exit  int
	Ended Ending
	Cut   bool
	CPU   int64 // nanoseconds
	Peak  int64
	Left  int    // processes that could not be ended
	Error string // why the command did not run
}

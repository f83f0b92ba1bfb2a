package wall

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Called reports whether this process was started by Run, to be the guard of a
// command or to become the command. The arguments are those of the process, with
// the name it was called by, and that name decides: it is no path, or one of a
// folder that is inside the walls only, so that nothing a learner writes behind
// the name of the program can lead here. Whoever makes up such a call gets a
// command of their own run by themselves, as any shell would.
//
// Every program that runs commands calls Called and Serve before anything else;
// tests do so in TestMain.
func Called(args []string) bool {
	return len(args) == 1 && args[0] == guardName || len(args) == 2 && args[0] == enterName
}

// enterName is what the program is called by that becomes the command: its path
// inside of bubblewrap.
const enterName = "/.cairn-wall/enter"

// Serve does what this process was started for, and returns the status it is to
// end with. It takes the streams of the process.
func Serve(args []string, in, out, err *os.File) int {
	if args[0] == guardName {
		if info, serr := out.Stat(); serr != nil || info.Mode()&os.ModeNamedPipe == 0 {
			return complain(err, errors.New("what a guard says is for cairn, and not for a terminal or a file"))
		}
		return guard(in, out, err)
	}
	return enter(args[1], err)
}

// complain says what went wrong, for the Run that reads it.
func complain(w io.Writer, err error) int {
	_, _ = fmt.Fprintln(w, err) // where this cannot be said either, the status is left
	return 1
}

// Package wall runs one command that somebody else wrote, behind the best walls
// that this machine has, and leaves nothing of it running.
//
// Between cairn and the command stands a guard: cairn started again, which
// watches what the command uses, ends all of it, and outlives cairn for long
// enough to do so. Inside the walls cairn is started once more, to set the limits,
// to read them back, and to become the command. Both are started by a name that
// no shell gives a program by itself; see Called.
package wall

import (
	"context"
	"errors"
	"time"
)

// Level says how good the walls are.
type Level int

const (
	// None means that the command can do whatever the learner can. It is ended in time.
	None Level = iota
	// Limited is Landlock, a filter of system calls and limits of the kernel. Files
	// outside of the folder cannot be read or written, apart from the system's own.
	Limited
	// Isolated is bubblewrap. Nothing but the folder and the system's programs is there.
	Isolated
)

// String names a level for errors and tests. Front ends have words of their own.
func (l Level) String() string {
	switch l {
	case Isolated:
		return "isolated"
	case Limited:
		return "limited"
	default:
		return "not isolated"
	}
}

// Walls is what this machine has.
type Walls struct {
	Level Level
	Why   string // why it is not more, in English, cleaned; empty where Level is Isolated
	Lacks []Lack // what this level does not keep out here; nothing at Isolated, and not listed at None, which keeps nothing out

	self  string // this program
	bwrap string
	extra []string // what this bubblewrap can do besides
}

// Lack is something that walls of a level usually keep out, and these do not.
type Lack int

const (
	// LackSignals means that the command can end other programs of the same account.
	LackSignals Lack = iota + 1
	// LackPermissions means that the command can change permissions and dates of files that it
	// can neither read nor write. Landlock has no rule for that.
	LackPermissions
)

// String names a lack for errors and tests. Front ends have words of their own.
func (l Lack) String() string {
	switch l {
	case LackSignals:
		return "signals"
	case LackPermissions:
		return "permissions"
	default:
		return "unknown lack"
	}
}

// ErrNotIsolated is the error of Run where there are no walls, and the command
// does not say that the learner agreed to that.
var ErrNotIsolated = errors.New("this machine has no walls to run the command behind, and nobody agreed to run it without")

// ErrFolder is the error of Run for a folder that a command must not be given, to
// write to or behind walls to read, such as the learner's home, or that is not there.
var ErrFolder = errors.New("a command cannot work in this folder")

// Command is one command of others.
type Command struct {
	Dir    string   // the folder it works in; it can write there, to Cache and to a fresh TMPDIR, and nowhere else
	Script string   // POSIX sh, one text of at most MaxScript bytes
	Env    []string // NAME=value, beside or in place of PATH, HOME=Dir, LANG=C.UTF-8, TERM=dumb, TMPDIR, and of what keeps git in Dir
	Read   []string // further folders it may read: a toolchain, a module cache; those that are not there are left out
	Cache  string   // a folder of build results it may write as well, or empty
	Limits Limits   // of which zero fields are those of Default

	// NotIsolated says that the learner agreed to run it at level None. It changes
	// nothing where there are walls.
	NotIsolated bool
}

// Runner runs one command of others. Walls are one.
type Runner interface {
	// Run is as Walls.Run.
	Run(ctx context.Context, c Command) (Result, error)
}

// MaxScript is how many bytes a script may have.
const MaxScript = 64 << 10

// Limits is what a command may use.
type Limits struct {
	Wall      time.Duration // time of the clock
	CPU       time.Duration // time on processors, of all its processes; whole seconds
	Memory    int64         // bytes of all its processes; also what one process may reserve to write to
	Processes int           // at a time
	Threads   int           // at a time; the kernel counts these, and refuses more (not where cairn runs as root)
	File      int64         // bytes of one file
	Files     int           // files and folders that may come to be
	Disk      int64         // bytes that files may grow by
	Output    int           // bytes that are kept of each of the two outputs; at eight times that, of both, it is ended
}

// Default is what a command may use that says nothing else.
func Default() Limits {
	return Limits{
		Wall: 20 * time.Second, CPU: 10 * time.Second, Memory: 1 << 30, Processes: 64, Threads: 512,
		File: 20 << 20, Files: 100_000, Disk: 500 << 20, Output: 64 << 10,
	}
}

// filled are the limits with those of Default where there is none.
func (l Limits) filled() Limits {
	d := Default()
	fill(&l.Wall, d.Wall)
	fill(&l.CPU, d.CPU)
	fill(&l.Memory, d.Memory)
	fill(&l.Processes, d.Processes)
	fill(&l.Threads, d.Threads)
	fill(&l.File, d.File)
	fill(&l.Files, d.Files)
	fill(&l.Disk, d.Disk)
	fill(&l.Output, d.Output)
	return l
}

func fill[N int | int64 | time.Duration](n *N, with N) {
	if *n <= 0 {
		*n = with
	}
}

// tooMuch is how many times Limits.Output a command may say before it is ended.
const tooMuch = 8

// Result is what came out.
type Result struct {
	Exit   int    // of the script; 128 and the signal where one ended it; -1 where it was ended from here
	Stdout []byte // as it came, cut at Limits.Output: whoever shows it cleans it
	Stderr []byte
	Cut    bool // there was more of one of them
	Ended  Ending
	Level  Level
	Took   time.Duration
	CPU    time.Duration // time on processors; 0 where it is not known
	Peak   int64         // the most memory that was seen in use, bytes; 0 where it is not known
}

// Ending says why a command is no longer running.
type Ending int

const (
	// Exited says that it ended by itself.
	Exited Ending = iota
	// Stopped says that it was ended because the context ended.
	Stopped
	// TimedOut says that it was ended after Limits.Wall.
	TimedOut
	// OutOfCPU says that it was ended after Limits.CPU.
	OutOfCPU
	// OutOfMemory says that it used more than Limits.Memory. A program that is refused memory may
	// also end by itself.
	OutOfMemory
	// TooManyProcesses says that there were more than Limits.Processes.
	TooManyProcesses
	// TooMuchOutput says that there was more than eight times Limits.Output.
	TooMuchOutput
	// FileTooBig says that a file grew beyond Limits.File.
	FileTooBig
	// DiskFull says that there came to be more than Limits.Files files, or more than Limits.Disk bytes.
	DiskFull
)

// String names an ending for errors and tests. Front ends have words of their own.
func (e Ending) String() string {
	names := []string{
		"exited", "stopped", "timed out", "out of CPU time", "out of memory", "too many processes", "too much output",
		"file too big", "disk full",
	}
	if e < 0 || int(e) >= len(names) {
		return "unknown ending"
	}
	return names[e]
}

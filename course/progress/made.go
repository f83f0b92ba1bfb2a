package progress

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/crash"
)

// made is one kind of file that cairn makes in the folder of a log. What is
// deleted, whose permissions are mended and what is told to be stored are all
// taken from here: whatever is of no kind is somebody else's.
type made struct {
	stored string   // what AllStored calls it; empty: it is there for a moment only
	folder string   // below that of the log; "." for that itself
	shown  string   // its name where it is explained: * stands for what differs
	fields []string // of AllStored

	named func(name string) bool // whether cairn gives such a name
	sure  bool                   // nobody else gives such a name: the content need not be looked at

	// holds reports whether a file with this name is cairn's by its content.
	holds func(name string, data []byte) bool
}

// allMade is every kind of file, also the reports of faults.
func allMade() []made {
	never := func(string, []byte) bool { return false }
	return []made{
		{"log", logDir, "*" + ext, lineFields(), isSegment, true, func(name string, data []byte) bool {
			return isLogName(name) && holdsLine(data) // one of another name is read all the same
		}},
		{headFile, ".", headFile, []string{"machines", "marks", "marks.seq", "marks.crc", "v", "crc"}, is(headFile), false, holdsSum(headFile, "machines", "marks")},
		{settledFile, ".", settledFile, []string{
			"gone", "gone.from", "gone.to", "lines", "ends", "crlf", "conflicts", "unread", "v", "crc",
		}, is(settledFile), false, holdsSum(settledFile, "gone", "unread")},
		{backupDir, backupDir, "*" + ext, nil, isBackup, false, func(name string, data []byte) bool {
			return isBackup(name) && holdsLine(data)
		}},
		{tornDir, tornDir, "*", nil, matching(`.+-[0-9]{12,}\.txt`), true, never},
		{asideDir, asideDir, "*", nil, isAside, true, never},
		{trustDir, trustDir, "*.json", []string{"v", "course", "task", "commands", "walls", "t"}, matching(`[0-9a-f]{64}\.json`), true, never},
		{"", trustDir, "", nil, matching(`\.cairn-[0-9]+\.new`), true, never},
		{crash.Folder, crash.Folder, "*.txt", nil, crash.IsReport, true, never},
		{"", ".", "", nil, isNext(func(stem string) bool { return stem == headFile || stem == settledFile }), true, never},
		{"", logDir, "", nil, isNext(is("import")), true, never},
		{"", backupDir, "", nil, isNext(isBackup), true, never},
	}
}

// trustDir is where it is kept what the learner agreed to run. Another package
// writes it; a test of cairn privacy holds the two together.
const trustDir = "trust"

// writers is how the stem of a file is written that a window appends to; see
// segmentName and createAlone.
const writers = `[a-z0-9]{16}(\.(alone-)?[1-9][0-9]*)?`

func is(want string) func(string) bool { return func(name string) bool { return name == want } }

func matching(pattern string) func(string) bool {
	return regexp.MustCompile(`^` + pattern + `$`).MatchString
}

// isSegment reports whether a name is one that a log file gets here: of a
// window, an import or a repair.
func isSegment(name string) bool {
	const day = `[0-9]{4}-[0-9]{2}-[0-9]{2}`
	return matching(`(` + writers + `|imported-` + day + `-[a-z0-9]{16}|restored-` + day + `-[0-9]{6}(-[0-9]+)?)\` + ext)(name)
}

func isBackup(name string) bool {
	stem, ok := strings.CutSuffix(name, ext)
	return ok && backupNumber(stem) > 0
}

// isAside reports whether a name begins with the time of a repair, and so with
// what a repair calls its copies.
func isAside(name string) bool {
	const stamp = "2006-01-02-150405"
	if len(name) < len(stamp) || !matching(`(\.[1-9][0-9]*)?-.+`)(name[len(stamp):]) {
		return false
	}
	_, err := time.Parse(stamp, name[:len(stamp)])
	return err == nil
}

// isNext reports whether a file is one that was to take the place of another.
func isNext(of func(string) bool) func(string) bool {
	next := regexp.MustCompile(`^(.+?)\.` + writers + `\.new$`)
	return func(name string) bool {
		found := next.FindStringSubmatch(name)
		return found != nil && of(found[1])
	}
}

func holdsLine(data []byte) bool { return holdEvents([]Source{{Data: data}}) }

// holdsSum reports whether a file has a checksum as cairn writes it, beside one
// of its fields. Damage elsewhere in it makes no difference.
func holdsSum(name string, fields ...string) func(string, []byte) bool {
	sum := regexp.MustCompile(`"crc":\s*"[0-9a-f]{8}"`)
	field := regexp.MustCompile(`"(` + strings.Join(fields, "|") + `)":`)
	return func(of string, data []byte) bool { return of == name && sum.Match(data) && field.Match(data) }
}

// isMade reports whether cairn made a regular file. One that may not be read is
// known by its name only.
func isMade(root *os.Root, kinds []made, name string) bool {
	dir, base := path.Split(name)
	var data []byte
	var err error
	read := false
	for _, kind := range kinds {
		if kind.folder != path.Clean(dir) {
			continue
		}
		if kind.sure && kind.named(base) {
			return true
		}
		if !kind.named(base) && (kind.folder != logDir || !isLogName(base)) {
			continue
		}
		if !read {
			data, err = readIn(root, name, maxFile)
			read = true
		}
		if err == nil && kind.holds(base, data) || errors.Is(err, fs.ErrPermission) && kind.named(base) {
			return true
		}
	}
	return false
}

// isNamed reports whether a path below the folder of a log is one that cairn
// gives to a file or folder.
func isNamed(kinds []made, name string) bool {
	dir, base := path.Split(name)
	return slices.ContainsFunc(kinds, func(kind made) bool {
		return kind.folder == name || kind.folder == path.Clean(dir) && kind.named(base)
	})
}

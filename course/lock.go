package course

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// LockFile is the file in which an author's tools keep every id that a course ever
// had: learners' progress hangs on ids, so that an id is never given to something
// else.
const LockFile = "course.lock"

// Bounds of course.lock.
const (
	maxLockLine = 2_000 // bytes of a line
	maxLockRevs = 100   // fingerprints of one id; of more the oldest are left out
)

// Lock is what course.lock says.
type Lock struct {
	Entries []LockEntry // by kind and id, each once
}

// LockEntry is one id.
type LockEntry struct {
	Kind ItemKind
	ID   string
	Revs []string // fingerprints of what it meant, oldest to newest; empty for what has none
	Gone bool     // the course has it no longer
	Line int      // in the file; 0: not from one
}

// LockProblem is a line of course.lock that cannot be read.
type LockProblem struct {
	Line int // from 1
	Msg  string
	Hint string
}

// lockFormat is the first line that is no comment: the version of the file.
const lockFormat = "format 1"

// lockHead is what the file says of itself.
const lockHead = `# course.lock: every id that this course ever had, one on a line: what it is, the
# id, fingerprints of what it meant (oldest to newest), and "gone" where the course
# has it no longer. The progress of learners hangs on ids. cairn fix keeps this
# file; keep it with the course, and never give an id that is in it to something
# else. Where two versions of it are merged, all lines of both are right.
`

// lockRev is a fingerprint.
var lockRev = regexp.MustCompile(`^[0-9a-f]{12}$`)

// ParseLock reads course.lock. Lines in which something is wrong are passed over
// and told. An id that has several lines, as after a merge, has what all of them
// say: it is gone where the last of them says so.
func ParseLock(text string) (Lock, []LockProblem) {
	var problems []LockProblem
	var lock Lock
	at := map[lockKey]int{}
	n, said := 0, false
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if !said {
			said = true
			if line == lockFormat {
				continue
			}
			problems = append(problems, LockProblem{n, "the file does not begin with its version", fmt.Sprintf("the first line that is no comment is %q", lockFormat)})
			if strings.HasPrefix(line, "format ") {
				return lock, problems
			}
		}
		if line == lockFormat {
			continue // once more, as after a merge
		}
		e, msg, hint := parseLockLine(line)
		if msg != "" {
			problems = append(problems, LockProblem{n, msg, hint})
			continue
		}
		e.Line = n
		if i, ok := at[e.key()]; ok {
			lock.Entries[i].merge(e)
			continue
		}
		at[e.key()] = len(lock.Entries)
		lock.Entries = append(lock.Entries, e)
	}
	lock.sort()
	return lock, problems
}

// parseLockLine reads one line; msg says what is wrong with it.
func parseLockLine(line string) (e LockEntry, msg, hint string) {
	const restore = "take the line from an older version of the file, or run cairn fix after you took it out"
	switch {
	case len(line) > maxLockLine:
		return e, "the line is longer than any that cairn writes", restore
	case strings.HasPrefix(line, "<<<<<<<"), strings.HasPrefix(line, "======="), strings.HasPrefix(line, ">>>>>>>"), strings.HasPrefix(line, "|||||||"):
		return e, "this is a mark of a merge that was not finished", "take the marks away and leave all other lines: those of both sides are right"
	}
	words := strings.Fields(line)
	if len(words) < 2 {
		return e, "a line has a kind and an id", restore
	}
	e.Kind, e.ID = ItemKind(words[0]), words[1]
	if !slices.Contains(itemKinds(), e.Kind) {
		return e, fmt.Sprintf("there is no kind %s", named(words[0])), restore
	}
	if badID(e.ID) {
		return e, "an id is one word without quotes, brackets and #", restore
	}
	for i, w := range words[2:] {
		switch {
		case w == "gone" && i == len(words)-3:
			e.Gone = true
		case lockRev.MatchString(w) && len(e.Revs) < maxLockRevs:
			e.Revs = append(e.Revs, w)
		case len(e.Revs) == maxLockRevs:
			return e, "the line has more fingerprints than any that cairn writes", restore
		default:
			return e, fmt.Sprintf("%s is no fingerprint", named(w)), restore
		}
	}
	return e, "", ""
}

func itemKinds() []ItemKind {
	return []ItemKind{ItemLesson, ItemQuestion, ItemTask, ItemAsk, ItemExtra, ItemPool, ItemCard, ItemFork}
}

// lockKey tells entries apart: an id may have been of several kinds.
type lockKey struct {
	kind ItemKind
	id   string
}

func (e LockEntry) key() lockKey { return lockKey{e.Kind, e.ID} }

// merge takes over a second line of the same id.
func (e *LockEntry) merge(other LockEntry) {
	for _, rev := range other.Revs {
		if !slices.Contains(e.Revs, rev) {
			e.means(rev)
		}
	}
	e.Gone = other.Gone
}

// means notes the newest meaning.
func (e *LockEntry) means(rev string) {
	e.Revs = slices.DeleteFunc(slices.Clone(e.Revs), func(r string) bool { return r == rev })
	if len(e.Revs) >= maxLockRevs {
		e.Revs = e.Revs[len(e.Revs)-maxLockRevs+1:]
	}
	e.Revs = append(e.Revs, rev)
}

// last is the newest meaning; empty for what has none.
func (e LockEntry) last() string {
	if len(e.Revs) == 0 {
		return ""
	}
	return e.Revs[len(e.Revs)-1]
}

func (l *Lock) sort() {
	slices.SortFunc(l.Entries, func(a, b LockEntry) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
}

// String is the text of the file.
func (l Lock) String() string {
	var out strings.Builder
	out.WriteString(lockHead + lockFormat + "\n")
	for _, e := range l.Entries {
		out.WriteString(string(e.Kind) + " " + e.ID)
		for _, rev := range e.Revs {
			out.WriteString(" " + rev)
		}
		if e.Gone {
			out.WriteString(" gone")
		}
		out.WriteString("\n")
	}
	return out.String()
}

// Recorded is the lock with what the course has now: new ids are added, meanings
// that changed are put behind the older ones, and what went away is marked.
func (l Lock) Recorded(c *Course) Lock {
	next := Lock{Entries: slices.Clone(l.Entries)}
	at := map[lockKey]int{}
	for i := range next.Entries {
		next.Entries[i].Gone = true
		at[next.Entries[i].key()] = i
	}
	for _, it := range c.Items() {
		if badID(it.ID) {
			continue // too long to be written: nothing can be said of it
		}
		i, ok := at[lockKey{it.Kind, it.ID}]
		if !ok {
			i = len(next.Entries)
			at[lockKey{it.Kind, it.ID}] = i
			next.Entries = append(next.Entries, LockEntry{Kind: it.Kind, ID: it.ID})
		}
		e := &next.Entries[i]
		e.Gone = false
		if it.Rev != "" && e.last() != it.Rev {
			e.means(it.Rev)
		}
	}
	next.sort()
	return next
}

// ReadLock reads the course.lock in the folder of a course. text is the file as it
// is, byte for byte. The error of a folder without one is an fs.ErrNotExist.
func ReadLock(fsys fs.FS) (lock Lock, text string, problems []LockProblem, err error) {
	data, _, err := readLimited(fsys, LockFile, maxFileSize)
	if err != nil {
		return Lock{}, "", nil, fmt.Errorf("reading %s: %w", LockFile, err)
	}
	clean, _, ok, _ := plainText(LockFile, data)
	if !ok {
		return Lock{}, string(data), []LockProblem{{1, "the file is no text", "take it from an older version"}}, nil
	}
	lock, problems = ParseLock(string(clean))
	return lock, string(data), problems, nil
}

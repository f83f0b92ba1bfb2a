package course

import (
	"errors"
	"fmt"
	"io/fs"
)

// checkLock compares the course with its course.lock, if it has one.
func (l *loader) checkLock() {
	if !l.folder.exists[LockFile] {
		return
	}
	lock, text, problems, err := ReadLock(l.folder.fsys)
	at := Pos{File: LockFile}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return
	case errors.Is(err, errTooLarge):
		l.fail(codeLock, at, 0, fmt.Sprintf("the file is larger than %d MiB and is passed over", maxFileSize>>20), "take it from an older version")
		return
	case err != nil:
		l.fail(codeUnreadable, at, 0, "the file cannot be read: "+withoutPath(err).Error(), "check its permissions")
		return
	}
	clean, _, _, _ := plainText(LockFile, []byte(text))
	l.folder.texts[LockFile] = string(clean) // so that findings show their lines
	for _, p := range problems {
		l.fail(codeLock, Pos{File: LockFile, Line: p.Line, Col: 1}, len(l.line(LockFile, p.Line)), p.Msg, p.Hint)
	}
	l.compareLock(lock)
}

// compareLock reports what became of the ids that were recorded.
func (l *loader) compareLock(lock Lock) {
	known := map[lockKey]LockEntry{}
	kinds := map[string]LockEntry{} // of an id: one that it was recorded as
	for _, e := range lock.Entries {
		known[e.key()], kinds[e.ID] = e, e
	}
	has := map[lockKey]bool{}
	ids := map[string]bool{}
	for _, it := range l.course.Items() {
		key := lockKey{it.Kind, it.ID}
		if has[key] {
			continue
		}
		has[key], ids[it.ID] = true, true
		e, recorded := known[key]
		other, otherwise := kinds[it.ID]
		switch {
		case !recorded && otherwise:
			l.warnItem(codeIDReused, it, fmt.Sprintf("the id %s was that of a %s: what learners did there counts for something else now", named(it.ID), other.Kind),
				"give it an id of its own; if it is meant, cairn fix records it")
		case recorded && e.Gone && it.Rev != "" && e.last() != "" && e.last() != it.Rev:
			l.warnItem(codeIDReused, it, fmt.Sprintf("the id %s was in the course before, with another meaning: who answered that one has answered this", named(it.ID)),
				"give it an id of its own; if it is meant, cairn fix records it")
		case recorded && !e.Gone && it.Rev != "" && e.last() != "" && e.last() != it.Rev:
			l.warnItem(codeMeaningChanged, it, fmt.Sprintf("what %s means changed since %s was written: learners are asked again", named(it.ID), LockFile),
				"if it is another question now, give it another id; cairn fix records the change")
		}
	}
	if !l.wants(codeIDGone) {
		return
	}
	for _, e := range lock.Entries {
		if !e.Gone && !ids[e.ID] {
			l.warn(codeIDGone, Pos{File: LockFile, Line: e.Line, Col: 1}, len(l.line(LockFile, e.Line)),
				fmt.Sprintf("the %s %s is in the course no longer", e.Kind, named(e.ID)), "if it only got another id, give it back; cairn fix marks it as gone")
		}
	}
}

// warnItem reports something about the id of an item, where it is written.
func (l *loader) warnItem(code string, it Item, msg, hint string) {
	at, n := it.Pos, 0
	if at.Line > 0 {
		at, n = l.find(at, it.ID)
	}
	l.warn(code, at, n, msg, hint)
}

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/progress"
)

const (
	runRepair = "cairn doctor --repair"
	runAccept = "cairn doctor --repair --accept"
	elsewhere = "name a folder of yours in CAIRN_DATA, such as CAIRN_DATA=~/cairn cairn"
)

// tightRoom is how little room is told: a day of learning takes far less.
const tightRoom = 50 << 20

// examineFolder tells of the place of the log. By is the rule that named it.
func examineFolder(p progress.Place, by string) checkupSection {
	c := consult{checkupSection{Name: "folder"}}
	switch {
	case p.Dir == "":
		c.wrong("folder", "set HOME, or "+elsewhere, "There is no folder to keep progress in: neither CAIRN_DATA nor the home folder is set.")
		return c.checkupSection
	case p.Error != "":
		c.wrong("folder", "put a folder there, or "+elsewhere, "Your progress belongs in %s (%s), but %s.", p.Dir, by, p.Error)
		return c.checkupSection
	case !p.Exists:
		c.ok("folder", "Your progress belongs in %s (%s). It is made when you begin a course.", p.Dir, by)
	default:
		c.ok("folder", "Your progress is in %s (%s).", p.Dir, by)
	}
	switch {
	case p.Full:
		c.wrong("writable", "make room on the disk, or "+elsewhere, "Nothing can be written there: %s.", p.Unwritable)
	case p.Unwritable != "":
		c.wrong("writable", "make the folder yours to write to, or "+elsewhere, "Nothing can be written there: %s.", p.Unwritable)
	case p.Untried:
		c.look("writable", "", "Whether it can be written to was not tried.")
	default:
		c.ok("writable", "A file was written there and came to the disk.")
	}
	examinePermissions(&c, p)
	if p.NoLocks != "" {
		c.look("locks", "", "Files cannot be locked there (%s): each window writes a file of its own, which costs nothing.", p.NoLocks)
	}
	if p.FreeKnown && p.Free < tightRoom {
		c.look("room", "make room on the disk", "Only %s are free.", bytesOf(int64(p.Free)))
	} else if p.FreeKnown {
		c.ok("room", "%s are free.", bytesOf(int64(min(p.Free, 1<<62))))
	}
	switch {
	case p.Network:
		c.look("disk", "", "The file system is %s, most likely on another machine: what is saved is as safe as that machine.", p.System)
	case p.System == "tmpfs":
		c.look("disk", elsewhere, "The file system is kept in memory: your progress is gone when the machine is switched off.")
	case p.System != "":
		c.ok("disk", "The file system is %s.", p.System)
	}
	if p.Sync != "" {
		c.look("sync", "", "%s seems to copy the folder to other machines. Files of other machines are merged; nothing is lost by it.", p.Sync)
	}
	return c.checkupSection
}

func examinePermissions(c *consult, p progress.Place) {
	if !p.Exists {
		return
	}
	told := 0
	for _, l := range p.Loose {
		says := "others may use it"
		if l.Mode&l.Want != l.Want {
			says = "you may not use it fully"
		}
		if l.Path == p.Dir && l.Mode&^0o755 == 0 && l.Mode&l.Want == l.Want {
			c.look("permissions", runRepair, "The folder itself may be listed by others: %s.", l)
			continue
		}
		if told++; told <= 5 {
			c.wrong("permissions", runRepair, "%s is not yours only, %s: %s.", l.Path, says, l)
		}
	}
	if more := told - 5; more > 0 {
		c.wrong("permissions", runRepair, "%d more files are not yours only.", more)
	}
	for _, l := range p.Shared {
		cure := fmt.Sprintf("put it into a folder of its own, or, where all of it is yours: chmod %o %s", l.Want, l.Path)
		if l.Mode&^0o755 == 0 && l.Mode&l.Want == l.Want {
			c.look("shared", cure, "%s holds more than cairn made and may be listed by others: %s.", l.Path, l)
			continue
		}
		c.wrong("shared", cure, "%s holds more than cairn made and is not yours only: %s. cairn leaves it as it is.", l.Path, l)
	}
	if n := len(p.Foreign); n > 0 {
		c.look("owner", "give them to yourself with chown, if they are yours", "%s belong to another user, the first is %s.", many(n, "file", "files"), p.Foreign[0])
	}
	if told+len(p.Foreign)+len(p.Shared) == 0 {
		c.ok("permissions", "All in it is yours, and for you only.")
	}
}

// examineLog tells how the log is.
func examineLog(e progress.Examination, now time.Time) checkupSection {
	c := consult{checkupSection{Name: "log"}}
	s := e.Status
	if len(e.Files)+len(s.Files)+len(s.Missing) == 0 {
		c.ok("events", "Nothing was saved yet.")
		return c.checkupSection
	}
	var bytes int64
	for _, f := range e.Files {
		bytes += f.Size
	}
	c.ok("events", "%s in %s of %s were read, byte for byte.", many(s.Events, "event", "events"), many(len(e.Files), "file", "files"), bytesOf(bytes))
	examineFiles(&c, e)
	for _, m := range s.Missing {
		cure := "put the missing file back from a copy of the folder; if there is none, " + runAccept
		if m.Backup != "" {
			cure = "a backup has them: " + runRepair
		}
		if m.From == m.To {
			c.wrong("missing", cure, "Event %d of %s was saved and is not there.", m.From, m.Device)
			continue
		}
		c.wrong("missing", cure, "Events %d to %d of %s were saved and are not there.", m.From, m.To, m.Device)
	}
	if n := len(s.Conflicts); n > 0 {
		c.wrong("conflicts", "look at the lines of both; if what counts is right, "+runAccept,
			"%s stand in the log with two contents, the first is %s. The earlier content counts.", many(n, "event", "events"), s.Conflicts[0])
	}
	if s.Unread > 0 {
		c.wrong("unread", "a newer cairn may read them; if nothing can, "+runAccept, "In %s no event is found. They are kept.", many(s.Unread, "line", "lines"))
	}
	if s.Newer > 0 {
		c.look("newer", "use the newest cairn", "%s are from a newer cairn. They are kept, and read as far as possible.", many(s.Newer, "line", "lines"))
	}
	if a := e.Ahead; a.Events > 0 {
		c.look("clock", "see whether the clock is right", "%s are from the future, the last of %s; it is %s here.",
			many(a.Events, "event", "events"), a.Latest.In(now.Location()).Format(time.DateTime), now.Format(time.DateTime))
	}
	if n := len(e.Clocks); n > 0 {
		c.look("order", "", "%s, the first is %s, beyond any clock there is: no import takes such a line, and here it counts as if it came before all others.",
			have(n), e.Clocks[0])
	}
	for _, d := range e.Devices {
		here := ""
		if d.Here {
			here = ", this machine"
		}
		last := ""
		if !d.Last.IsZero() {
			last = ", the last of " + d.Last.Format(time.DateTime)
		}
		c.ok("device", "%s wrote %s%s%s.", d.ID, many(d.Events, "event", "events"), last, here)
	}
	examineAside(&c, e)
	return c.checkupSection
}

func examineFiles(c *consult, e progress.Examination) {
	for _, f := range e.Status.Files {
		switch {
		case f.Error != "":
			c.wrong("unreadable", runRepair+", or move what is in the way", "%s cannot be read: %s.", f.Path, f.Error)
			continue
		case len(f.Bad) > 0:
			c.wrong("bad", runRepair+"; if that is not enough, "+runAccept,
				"%s is damaged in %s. What can be read counts, and the file stays as it is.", f.Path, lineNumbers(f.Bad))
		case f.Unfinished > 0:
			c.wrong("unfinished", "wait if the file is still being copied here; else "+runRepair,
				"%s ends in %d bytes that are no whole save.", f.Path, f.Unfinished)
		}
		if f.CRLF > 0 {
			c.look("line-ends", runRepair+" stops this from being told",
				"Another program changed the line ends of %s, in %s. All of them are read.", f.Path, many(f.CRLF, "line", "lines"))
		}
	}
	for _, f := range e.Files {
		if f.Own && f.Unfinished > 0 && f.Error == "" && !noted(e.Status, f.Path) {
			c.look("unfinished", "", "%s ends in %d bytes of a save that broke off, or that another window is writing. cairn sets them aside when it writes the file next.", f.Path, f.Unfinished)
		}
	}
}

func noted(s progress.Status, path string) bool {
	for _, f := range s.Files {
		if f.Path == path {
			return true
		}
	}
	return false
}

func examineAside(c *consult, e progress.Examination) {
	for _, path := range e.Others {
		c.look("stranger", "if it is a log file, give it a name that ends in .jsonl", "%s lies among the log files and is not read.", path)
	}
	if n := len(e.Aside); n > 0 {
		c.look("aside", "", "%s kept: %s.", were(n), strings.Join(e.Aside[:min(n, 5)], ", "))
	}
	if e.Settled {
		c.look("settled", "", "Some damage was settled or accepted before and is not told; settled.json beside the log says what.")
	}
}

func have(n int) string {
	if n == 1 {
		return "1 event has a place in the order"
	}
	return fmt.Sprintf("%d events have a place in the order", n)
}

func were(n int) string {
	if n == 1 {
		return "1 thing was set aside and is"
	}
	return fmt.Sprintf("%d things were set aside and are", n)
}

// examineBackups tells of the backups.
func examineBackups(e progress.Examination) checkupSection {
	c := consult{checkupSection{Name: "backups"}}
	if len(e.Backups) == 0 {
		if len(e.Files) == 0 {
			c.ok("backups", "There is nothing to back up yet.")
		} else {
			c.look("backups", "", "There is no backup yet. cairn makes one at the first start of each day.")
		}
		return c.checkupSection
	}
	whole, extra, other := 0, 0, 0
	for _, b := range e.Backups {
		switch {
		case b.Error != "":
			c.wrong("backup", "copy or mend the file, or remove it: cairn makes a new one tomorrow", "The backup %s cannot be read: %s.", b.Path, b.Error)
		case b.Bad > 0:
			c.wrong("backup", "remove it when the log is well: cairn makes a new one tomorrow", "The backup %s is damaged in %s.", b.Path, many(b.Bad, "line", "lines"))
		default:
			whole++
		}
		extra, other = max(extra, b.Extra), max(other, b.Other)
	}
	newest := e.Backups[0]
	c.ok("backups", "%s of %s were read back whole; the newest is of %s, %s, and holds %s.",
		many(whole, "backup", "backups"), fmt.Sprint(len(e.Backups)), newest.Day, filepath.Base(newest.Path), many(newest.Events, "event", "events"))
	if extra > 0 {
		c.wrong("lacking", runRepair, "A backup holds %s that the log lacks.", many(extra, "event", "events"))
	}
	if other > 0 {
		c.wrong("differing", "compare the lines; what counts is what stands in the log", "A backup holds %s with another content than the log.", many(other, "event", "events"))
	}
	return c.checkupSection
}

// lineNumbers lists the first few lines of many.
func lineNumbers(lines []int) string {
	const most = 5
	var said []string
	for _, n := range lines[:min(len(lines), most)] {
		said = append(said, fmt.Sprint(n))
	}
	text := "line "
	if len(lines) > 1 {
		text = "lines "
	}
	text += strings.Join(said, ", ")
	if more := len(lines) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// bytesOf tells a number of bytes.
func bytesOf(n int64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GiB", n>>30)
	case n >= 10<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return many(int(n), "byte", "bytes")
}

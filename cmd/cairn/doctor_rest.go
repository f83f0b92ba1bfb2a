package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/course"
)

// examineSettings tells every mistake in the settings, themes and keys.
func examineSettings(s *config.Config) checkupSection {
	c := consult{checkupSection{Name: "settings"}}
	switch {
	case s.File == "":
		c.look("file", "set HOME, or CAIRN_CONFIG", "There is no place for settings; the usual ones hold.")
	case !s.Exists:
		c.ok("file", "There is no file of settings; it would be %s. The usual ones hold.", s.File)
	default:
		c.ok("file", "Your settings are in %s.", s.File)
	}
	for _, d := range s.Findings {
		where := d.Pos.File
		if d.Pos.Line > 0 {
			where = fmt.Sprintf("%s, line %d", d.Pos.File, d.Pos.Line)
		}
		if d.Severity == course.Error {
			c.wrong("setting", d.Hint, "%s: %s", where, d.Msg)
		} else {
			c.look("setting", d.Hint, "%s: %s", where, d.Msg)
		}
	}
	if n := len(s.Themes); n > 0 {
		c.ok("themes", "%s in %s can be used.", many(n, "theme", "themes"), s.Folder)
	}
	if n := len(s.OwnKeys); n > 0 {
		c.ok("keys", "You have set %s yourself.", many(n, "key", "keys"))
	}
	return c.checkupSection
}

// display is what the terminal is, for cairn doctor.
type display struct {
	terminal      bool // both ends are one
	width, height int  // in cells; 0: not known
	term          string
	locale        string // what names the encoding; empty: nothing does
	colours       string
	untidy        bool // it was left without echo
	system        string
}

// display looks at the terminal.
func (e environment) display() display {
	c := display{terminal: e.terminal, term: e.getenv("TERM"), system: runtime.GOOS}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if c.locale = e.getenv(name); c.locale != "" {
			break
		}
	}
	if e.terminal {
		c.untidy, c.width, c.height = e.raw, e.width, e.height
	}
	c.colours = colours(colorprofile.Env(e.environ))
	return c
}

func colours(p colorprofile.Profile) string {
	switch {
	case p >= colorprofile.TrueColor:
		return "16 million colours"
	case p >= colorprofile.ANSI256:
		return "256 colours"
	case p >= colorprofile.ANSI:
		return "16 colours"
	}
	return "no colours"
}

// examineTerminal tells of the terminal, and what cairn does in it.
func examineTerminal(t display, s *config.Config) checkupSection {
	c := consult{checkupSection{Name: "terminal"}}
	if !t.terminal {
		c.look("terminal", "", "Input or output is no terminal here: cairn takes courses line by line.")
	} else {
		c.ok("terminal", "Input and output are a terminal of %d columns and %d rows.", t.width, t.height)
		if t.width > 0 && (t.width < 40 || t.height < 12) {
			c.look("size", "make the window larger, or use cairn --plain", "The window is small.")
		}
	}
	if t.untidy {
		c.wrong("state", "type: stty sane, and press Enter", "The terminal does not show what you type: a program that was killed left it so.")
	}
	if t.term == "" && t.system != "windows" {
		c.look("term", "", "TERM is not set: the terminal is taken to be a simple one.")
	} else if t.term != "" {
		c.ok("term", "TERM is %s, which means %s.", t.term, t.colours)
	}
	if up := strings.ToUpper(t.locale); t.system == "windows" || strings.Contains(up, "UTF-8") || strings.Contains(up, "UTF8") {
		c.ok("encoding", "Text is UTF-8.")
	} else {
		c.look("encoding", "set LANG to a locale in UTF-8, or write symbols: ascii in your settings", "Nothing says that the terminal shows UTF-8%s.", named(t.locale))
	}
	examineScreen(&c, s)
	return c.checkupSection
}

func named(locale string) string {
	if locale == "" {
		return ""
	}
	return ": the locale is " + locale
}

// examineScreen tells what cairn chooses, and why.
func examineScreen(c *consult, s *config.Config) {
	why := func(v config.Value) string {
		switch {
		case v.Because != "":
			return " because of " + v.Because
		case v.From == config.FromFile:
			return fmt.Sprintf(", as line %d of your settings says", v.Line)
		case v.From != config.FromDefault:
			return " because of " + v.From
		}
		return ""
	}
	screen, _ := s.Get("screen")
	if s.Plain() {
		c.ok("screen", "cairn speaks line by line here%s.", why(screen))
	} else {
		c.ok("screen", "cairn takes the whole screen%s.", why(screen))
	}
	pictures, _ := s.Get("pictures")
	if pictures.Text == "auto" {
		c.ok("pictures", "How pictures are shown is asked of the terminal when a course has some.")
	} else {
		c.ok("pictures", "Pictures are shown as %s%s.", pictures.Text, why(pictures))
	}
}

// ailing is a course that was begun and is gone, or has mistakes.
type ailing struct {
	id, dir string // dir is empty for a built-in course
	gone    bool
	// elsewhere says that it was opened on other machines only, in dir there.
	elsewhere bool
	errors    int
	fault     string // why its progress cannot be read
}

// examineCourses tells of the courses that were begun.
func examineCourses(read int, ill []ailing) checkupSection {
	c := consult{checkupSection{Name: "courses"}}
	if read > 0 {
		c.ok("read", "What you did was gone through in %s that you have begun.", many(read, "course", "courses"))
	} else if len(ill) == 0 {
		c.ok("read", "No course was begun yet.")
	}
	for _, a := range ill {
		switch {
		case a.fault != "":
			c.wrong("progress", "open the course as it was, or tell its author", "Your progress in %s cannot be gone through: %s.", a.id, a.fault)
		case a.elsewhere:
			c.look("gone", "open the course where it is here", "%s was begun on another machine, in its folder %s. Your progress in it is kept.", a.id, a.dir)
		case a.gone:
			c.look("gone", "open the course where it is now", "The folder of %s is not there any more: %s. Your progress in it is kept.", a.id, a.dir)
		default:
			c.look("mistakes", "cairn check "+a.dir, "%s has %s in its files and is taken as far as it can be read.", a.id, many(a.errors, "mistake", "mistakes"))
		}
	}
	return c.checkupSection
}

// examineProgram tells which cairn this is.
func examineProgram() checkupSection {
	c := consult{checkupSection{Name: "program"}}
	c.ok("version", "This is cairn %s, built with %s for %s/%s.", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				c.ok("build", "It was built from %s.", s.Value)
			}
		}
	}
	if path, err := os.Executable(); err == nil {
		c.ok("path", "It is %s.", path)
	}
	return c.checkupSection
}

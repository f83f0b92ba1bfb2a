package tui

import (
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/internal/picture"
)

// shelfAssets are what reads the files that the courses show, by what opened a
// course. Courses are opened in commands, off the event loop.
type shelfAssets struct {
	mu sync.Mutex
	of map[string]library.Assets
}

func (s *shelfAssets) put(ref string, assets library.Assets) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil {
		s.of = map[string]library.Assets{}
	}
	s.of[ref] = assets
}

// get returns nil for a course that shows no files.
func (s *shelfAssets) get(ref string) library.Assets {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.of[ref]
}

// pictured takes the messages that are about pictures.
func (a *App) pictured(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case uv.KittyGraphicsEvent:
		if msg.Options.ID == picture.QueryID && string(msg.Payload) == "OK" {
			a.gallery.kitty = true
			a.gallery.age++
		}
	case uv.PrimaryDeviceAttributesEvent:
		for _, attribute := range msg {
			a.gallery.sixel = a.gallery.sixel || attribute == 4
		}
	case uv.CellSizeEvent:
		const least, most = 4, 100 // pixels: what is believed
		if least <= msg.Width && msg.Width <= most && least <= msg.Height && msg.Height <= most {
			a.gallery.told = true
			a.gallery.cell = picture.Cell{Width: msg.Width, Height: msg.Height}
			a.gallery.age++
		}
	case measuredMsg:
		if msg.course == a.gallery.courses {
			a.gallery.measured(msg.sizes)
		}
	case drawnMsg:
		cmd := a.gallery.took(msg)
		if msg.key.how == PicturesSixel && msg.err == nil {
			return a.paintSoon(msg.key)
		}
		return cmd
	case paintMsg:
		return a.paint(msg)
	}
	return nil
}

// afterDraw gets what the page in sight missed, and forgets the pictures of a
// page that was left.
func (a *App) afterDraw() tea.Cmd {
	id := 0
	if e := a.top(); e != nil {
		id = e.id
	}
	var cleared tea.Cmd
	if id != a.pictureOf {
		a.pictureOf = id
		cleared = a.gallery.clear()
		if a.painted {
			a.painted = false
			cleared = tea.Batch(cleared, tea.ClearScreen)
		}
		if cleared != nil {
			a.draw() // the page says again what it misses
		}
	}
	return tea.Sequence(cleared, a.gallery.fetch())
}

// paintMsg says that the page under a picture in sixels is on the screen.
type paintMsg struct{ key pictureKey }

// paintSoon waits until the page under a picture in sixels is drawn, or drawing
// it would wipe the picture out.
func (a *App) paintSoon(key pictureKey) tea.Cmd {
	const drawn = 60 * time.Millisecond
	return tea.Tick(drawn, func(time.Time) tea.Msg { return paintMsg{key} })
}

// paint sends a picture in sixels, if its page is still the one in sight.
func (a *App) paint(msg paintMsg) tea.Cmd {
	e := a.top()
	if e == nil {
		return nil
	}
	p, ok := e.screen.(interface {
		painting(Env) pictureKey
	})
	d := a.gallery.drawn[msg.key]
	if !ok || d == nil || d.sixel == nil {
		return nil
	}
	if p.painting(a.env(e)) != msg.key {
		return nil
	}
	l := a.layout(e)
	out, err := picture.Sixel(d.sixel, l.margin+l.rail, l.top)
	if err != nil {
		return nil
	}
	a.painted = true
	return toTerminal(out)
}

// quit ends the program. The terminal forgets its pictures first.
func (a *App) quit() tea.Cmd {
	a.left = true
	return tea.Sequence(a.gallery.clear(), tea.Quit)
}

// sizesFor reads how large the first pictures are that a result will show, so
// that its page has room for them from the beginning. It is part of the job that
// led to the result.
func sizesFor(assets library.Assets, result tea.Msg) pictureSizes {
	if assets == nil {
		return nil
	}
	var from string
	var pages []learn.Page
	switch r := result.(type) {
	case acted:
		from, pages = pagesOf(r.step.Step)
	case opened:
		from, pages = pagesOf(r.step)
	case standing:
		from, pages = pagesOf(r.step)
	case ForMsg:
		if read, ok := r.Msg.(rereadPages); ok {
			from, pages = read.file, read.pages
		}
	}
	const most = 10
	sizes := pictureSizes{}
	for _, page := range pages {
		for _, part := range page.Parts {
			for _, shown := range shownIn(part) {
				key := origin{from, shown.to}
				if _, known := sizes[key]; !known && len(sizes) < most {
					sizes[key] = pictureSize(assets, key)
				}
			}
		}
	}
	return sizes
}

func pagesOf(s learn.Step) (from string, pages []learn.Page) {
	if r, ok := s.(learn.Reading); ok && r.Lesson != nil {
		return r.Lesson.File, []learn.Page{r.Page}
	}
	return "", nil
}

// hasPicture reports whether a page shows a picture of the course.
func hasPicture(p learn.Page) bool {
	return slices.ContainsFunc(p.Parts, func(part learn.Part) bool {
		return slices.ContainsFunc(shownIn(part), func(s shownPicture) bool { return !strings.Contains(s.to, ":") })
	})
}

// shownIn lists what a part of a page shows, where it is written in the usual
// way: ![text](path).
func shownIn(part learn.Part) []shownPicture {
	md := partText(part)
	var out []shownPicture
	for {
		_, after, ok := strings.Cut(md, "![")
		if !ok {
			return out
		}
		alt, target, ok := strings.Cut(after, "](")
		if to, _, closed := strings.Cut(target, ")"); ok && closed && to != "" && !strings.ContainsAny(to, " \n\"<") {
			out = append(out, shownPicture{origin{to: to}, alt})
		}
		md = after
	}
}

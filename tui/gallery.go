package tui

import (
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/internal/picture"
)

// gallery knows the pictures of the open course: how large they are, and how
// those of the page in sight are drawn. While a page is laid out it says what it
// misses; files are read and decoded in commands, and what comes after its
// course or its page was left is dropped.
//
// In a text, pictures are shown by the kitty protocol, whose pictures are cells
// that scroll like any others, or in half blocks. Sixels are no cells: what is
// drawn over them leaves holes, and scrolling means sending all of them again.
// They are shown on a page of their own only, where nothing moves.
type gallery struct {
	wish    Pictures // as the learner set it
	kitty   bool     // the terminal answered that it knows the protocol
	sixel   bool     // the terminal answered that it knows sixels
	colours bool     // it has 256 colours or more
	quiet   bool     // no colours are wanted
	inside  bool     // another program, such as tmux, stands between
	cell    picture.Cell
	told    bool // the terminal told its cell

	assets library.Assets // of the open course; nil: it has none
	sizes  pictureSizes
	drawn  map[pictureKey]*drawing
	order  []pictureKey // of drawn, the oldest first
	missed []pictureKey // asked for and not there
	age    int          // changes with everything that pages are laid out from
	lastID int          // of kitty

	courses int // how many were open so far: sizes are of the last one
	pages   int // how many were left so far: drawings are of the last one

	turn chan struct{} // one picture is decoded at a time
}

// origin is where a picture is from: the file that shows it and its path as it
// is written there.
type origin struct{ from, to string }

// pixels is the size of a picture; none: it cannot be shown.
type pixels struct{ w, h int }

// pictureKey is a picture at a size in cells.
type pictureKey struct {
	origin
	cols, rows int // 0: only how large it is
	how        Pictures
}

// drawing is a picture as it is drawn.
type drawing struct {
	rows  []string // nil: not yet, or not in cells
	sixel image.Image
	id    int // of kitty; 0: none
}

// pictureSizes says how large pictures of a course are.
type pictureSizes map[origin]pixels

// Messages of the gallery.
type (
	// measuredMsg says how large pictures of the course of that number are.
	measuredMsg struct {
		course int
		sizes  pictureSizes
	}
	// drawnMsg is a picture that was decoded for the page of that number.
	drawnMsg struct {
		key  pictureKey
		page int
		draw drawing
		send string // to the terminal first
		err  error
	}
)

// maxDrawings is how many pictures of a page are drawn; the rest are told.
const maxDrawings = 48

func newGallery(o Options) *gallery {
	return &gallery{
		wish: o.pictures(), quiet: o.NoColor, inside: multiplexed(o.Environ), cell: picture.UsualCell(),
		sizes: pictureSizes{}, drawn: map[pictureKey]*drawing{}, lastID: picture.LastID, turn: make(chan struct{}, 1),
	}
}

// multiplexed reports whether the environment tells of tmux or screen, which keep
// pictures from the terminal.
func multiplexed(environ []string) bool {
	return variable(environ, "TMUX") != "" || strings.HasPrefix(variable(environ, "TERM"), "screen") || strings.HasPrefix(variable(environ, "TERM"), "tmux")
}

// variable is the value of a variable of the environment; the last one counts.
func variable(environ []string, name string) string {
	for _, v := range slices.Backward(environ) {
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			return value
		}
	}
	return ""
}

// ask is what the terminal is asked when the program begins; empty: nothing.
// Old terminals print what they do not know, so those are not asked.
func (g *gallery) ask(environ []string) string {
	term := variable(environ, "TERM")
	for _, old := range []string{"linux", "vt", "ansi", "cons", "dumb"} {
		if strings.HasPrefix(term, old) {
			return ""
		}
	}
	switch {
	case term == "" || g.quiet || g.inside || variable(environ, "TERM_PROGRAM") == "Apple_Terminal":
		return ""
	case g.wish == PicturesKitty || g.wish == PicturesSixel:
		return picture.CellSizeQuery
	case g.wish == PicturesAuto:
		return picture.KittyQuery() + picture.CellSizeQuery + picture.AttributesQuery
	}
	return ""
}

// inText is how pictures are shown in a text.
func (g *gallery) inText() Pictures {
	if g.quiet {
		return PicturesWords
	}
	switch g.wish {
	case PicturesKitty, PicturesWords:
		return g.wish
	case PicturesAuto:
		if g.kitty && !g.inside {
			return PicturesKitty
		}
	case PicturesSixel, PicturesBlocks: // sixels are for a page of their own
	}
	if !g.colours {
		return PicturesWords
	}
	return PicturesBlocks
}

// alone is how a picture is shown on a page of its own.
func (g *gallery) alone() Pictures {
	in := g.inText()
	if !g.quiet && (g.wish == PicturesSixel || g.wish == PicturesAuto && in != PicturesKitty && g.sixel && !g.inside) {
		return PicturesSixel
	}
	return in
}

// profile takes how many colours the terminal has.
func (g *gallery) profile(p colorprofile.Profile) {
	g.colours = p >= colorprofile.ANSI256
	g.age++
}

// fit is how many cells a picture takes in a text; no rows: it is told. It notes
// what is not known yet.
func (g *gallery) fit(from origin, cols, rows int, how Pictures) (c, r int) {
	if g == nil || g.assets == nil || how == PicturesWords {
		return 0, 0
	}
	size, known := g.sizes[from]
	if !known {
		g.miss(pictureKey{origin: from})
		return 0, 0
	}
	cell := g.cellFor(how)
	if how == PicturesBlocks { // a half block is about as wide as it is high
		cell = picture.Cell{Width: 2, Height: 4}
	}
	if how == PicturesKitty {
		cols, rows = min(cols, picture.MaxKittyCells), min(rows, picture.MaxKittyCells)
	}
	c, r = picture.Fit(size.w, size.h, cols, rows, cell)
	if g.drawn[pictureKey{from, c, r, how}] == nil && len(g.order) >= maxDrawings {
		return 0, 0
	}
	return c, r
}

// cellFor is the size of a cell. Sixels that are larger than their cells would
// scroll the window, so where it is not known it is taken for small.
func (g *gallery) cellFor(how Pictures) picture.Cell {
	if how == PicturesSixel && !g.told {
		return picture.Cell{Width: 6, Height: 12}
	}
	return g.cell
}

// rows are the lines of a picture, each with its cells; nil: not there yet.
func (g *gallery) rows(key pictureKey) *drawing {
	d := g.drawn[key]
	if d == nil {
		g.miss(key)
	}
	return d
}

func (g *gallery) miss(key pictureKey) {
	const most = 64
	if len(g.missed) < most && !slices.Contains(g.missed, key) {
		g.missed = append(g.missed, key)
	}
}

// fetch is the command that gets what pages missed.
func (g *gallery) fetch() tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range g.missed {
		if key.cols == 0 {
			if _, known := g.sizes[key.origin]; !known {
				g.sizes[key.origin] = pixels{}
				cmds = append(cmds, g.measure(key.origin))
			}
			continue
		}
		if g.drawn[key] != nil || len(g.order) >= maxDrawings {
			continue
		}
		d := &drawing{}
		if key.how == PicturesKitty {
			d.id = g.nextID()
		}
		g.drawn[key], g.order = d, append(g.order, key)
		cmds = append(cmds, g.draw(key, d.id))
	}
	g.missed = g.missed[:0]
	return tea.Batch(cmds...)
}

func (g *gallery) nextID() int {
	if g.lastID++; g.lastID > picture.LastID {
		g.lastID = picture.FirstID
	}
	return g.lastID
}

// measure reads how large a picture is.
func (g *gallery) measure(from origin) tea.Cmd {
	assets, course := g.assets, g.courses
	return func() tea.Msg { return measuredMsg{course, pictureSizes{from: pictureSize(assets, from)}} }
}

func pictureSize(assets library.Assets, from origin) pixels {
	data, err := assets(from.from, from.to)
	if err != nil {
		return pixels{}
	}
	w, h, err := picture.Size(data)
	if err != nil {
		return pixels{}
	}
	return pixels{w, h}
}

// draw reads, decodes and draws a picture.
func (g *gallery) draw(key pictureKey, id int) tea.Cmd {
	assets, page, cell, turn := g.assets, g.pages, g.cellFor(key.how), g.turn
	return func() tea.Msg {
		turn <- struct{}{}
		defer func() { <-turn }()
		out := drawnMsg{key: key, page: page, draw: drawing{id: id}}
		var data []byte
		if data, out.err = assets(key.from, key.to); out.err != nil {
			return out
		}
		w, h := key.cols*cell.Width, key.rows*cell.Height
		if key.how == PicturesBlocks {
			w, h = key.cols, 2*key.rows
		}
		var m *image.NRGBA
		if m, out.err = picture.Decode(data, w, h); out.err != nil {
			return out
		}
		switch key.how {
		case PicturesKitty:
			out.draw.rows = picture.KittyRows(id, key.cols, key.rows)
			out.send, out.err = picture.Kitty(m, id, key.cols, key.rows)
		case PicturesSixel:
			out.draw.sixel = m
		default:
			out.draw.rows = picture.Blocks(m)
		}
		return out
	}
}

// measured takes how large pictures of the open course are.
func (g *gallery) measured(sizes pictureSizes) {
	for from, size := range sizes {
		if have, known := g.sizes[from]; !known || have != size {
			g.sizes[from] = size
			g.age++
		}
	}
}

// took takes a picture that was drawn. One that nobody waits for any more is
// dropped; one that could not be read is told in words from now on.
func (g *gallery) took(msg drawnMsg) tea.Cmd {
	d := g.drawn[msg.key]
	if d == nil || msg.page != g.pages {
		return nil
	}
	if msg.err != nil {
		g.sizes[msg.key.origin] = pixels{}
		g.forget(msg.key)
		g.age++
		return nil
	}
	*d = msg.draw
	g.age++
	return toTerminal(msg.send)
}

// forget drops a drawn picture and returns what the terminal must be told.
func (g *gallery) forget(key pictureKey) string {
	d := g.drawn[key]
	delete(g.drawn, key)
	g.order = slices.DeleteFunc(g.order, func(k pictureKey) bool { return k == key })
	if d == nil || d.id == 0 {
		return ""
	}
	return picture.KittyDelete(d.id)
}

// clear drops all drawn pictures, because their page is left.
func (g *gallery) clear() tea.Cmd {
	g.pages++
	if len(g.order) == 0 {
		return nil
	}
	g.age++
	return toTerminal(g.forgetAll())
}

// forgetAll drops all drawn pictures and returns what the terminal must be told.
func (g *gallery) forgetAll() string {
	var out strings.Builder
	for len(g.order) > 0 {
		out.WriteString(g.forget(g.order[0]))
	}
	return out.String()
}

// course takes the pictures of another course.
func (g *gallery) course(assets library.Assets) tea.Cmd {
	cmd := g.clear()
	g.assets, g.sizes, g.missed = assets, pictureSizes{}, nil
	g.courses++
	g.age++
	return cmd
}

// prefer takes how the learner wants pictures shown.
func (g *gallery) prefer(p Pictures) {
	if g.wish != p {
		g.wish = p
		g.age++
	}
}

// version changes with everything that pages are laid out from.
func (g *gallery) version() int {
	if g == nil {
		return 0
	}
	return g.age
}

package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// picturePage shows the pictures of the page that is read, one at a time, as
// large as the window and the picture allow.
type picturePage struct {
	list []shownPicture
	at   int
}

// shownPicture is a picture and what its author says of it.
type shownPicture struct {
	origin
	alt string
}

// picturesRead are the pictures that a picturePage asked for.
type picturesRead []shownPicture

func newPicturePage() *picturePage { return &picturePage{} }

func (p *picturePage) Title(w *words.Words) string { return capital(w.Keys.Picture) }

func (p *picturePage) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg { return ReadMsg{Screen: env.ID, Read: readPictures} }
	case picturesRead:
		p.list = msg
		p.at = min(p.at, max(len(p.list)-1, 0))
	case IntentMsg:
		switch msg.Intent {
		case IntentNext:
			p.at = min(p.at+1, max(len(p.list)-1, 0))
		case IntentPrev:
			p.at = max(p.at-1, 0)
		}
	}
	return nil
}

// readPictures asks the session for the pictures of the present page.
func readPictures(s Session) tea.Msg {
	from, pages := pagesOf(s.Step())
	var out picturesRead
	for _, page := range pages {
		for _, part := range page.Parts {
			for _, shown := range shownIn(part) {
				shown.from = from
				out = append(out, shown)
			}
		}
	}
	return out
}

func (p *picturePage) Bindings(w *words.Words) []Binding {
	if len(p.list) < 2 {
		return nil
	}
	var bs []Binding
	if p.at < len(p.list)-1 {
		bs = append(bs, Binding{Intent: IntentNext, Words: w.Keys.NextPicture})
	}
	if p.at > 0 {
		bs = append(bs, Binding{Intent: IntentPrev, Words: w.Keys.PrevPicture})
	}
	return bs
}

func (p *picturePage) View(env Env) Frame {
	if len(p.list) == 0 {
		return Frame{}
	}
	b := body{}
	shown := p.list[p.at]
	if key := p.key(env); key.rows > 0 {
		lines := make([]string, key.rows)
		if d := env.gallery.rows(key); d != nil && d.rows != nil {
			lines = slices.Clone(d.rows)
		}
		b.add(lines...)
	}
	caption := textsafe.Line(plainText(shown.alt))
	if caption == "" || len(b.lines) == 0 {
		caption = strings.TrimSpace(caption + " (" + textsafe.Line(shown.to) + ")")
	}
	b.para(env.Theme.Dim, caption, env.Measure())
	return Frame{Text: joined(b.lines, env)}
}

// key is the picture in sight at its size; no rows: it cannot be shown.
func (p *picturePage) key(env Env) pictureKey {
	const caption = 2
	shown, how := p.list[p.at], env.gallery.alone()
	c, r := env.gallery.fit(shown.origin, env.W, max(env.H-caption, 1), how)
	return pictureKey{origin: shown.origin, cols: c, rows: r, how: how}
}

// painting is the picture that is to be painted over the page in sixels, from
// the page's first cell.
func (p *picturePage) painting(env Env) pictureKey {
	if len(p.list) == 0 {
		return pictureKey{}
	}
	return p.key(env)
}

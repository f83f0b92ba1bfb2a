// Package picture takes along the pictures that questions and cards show.
package picture

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// Bounds of what is taken along, in bytes.
const (
	maxOne = 8 << 20
	maxAll = 96 << 20
)

// kinds are the ends of names of what a terminal may show.
func kinds() []string { return []string{".png", ".jpg", ".jpeg", ".gif", ".webp"} }

// Taker takes pictures of a source along, each once.
type Taker struct {
	Source importer.Source
	Assets map[string][]byte // by path in the course
	Why    string            // why the last picture that was not taken was not

	to    map[string]string // what was taken, by path in the source
	names map[string]string // files of the source by their name in small letters
	size  int
}

// Take takes a picture along and gives the address that it is shown by. The name
// is a path from the file that shows it, from the root of the source, or only what
// the file is called; what the file holds makes it a picture. It reports false for
// what is no picture that a terminal shows, is not there, or is too large.
func (t *Taker) Take(from, name string) (string, bool) {
	t.Why = "it is not at hand"
	for _, try := range []string{path.Join(path.Dir(from), name), path.Join(".", name), t.named(path.Base(name))} {
		if !fs.ValidPath(try) || try == "." {
			continue
		}
		if to := t.to[try]; to != "" {
			return to, true
		}
		data, err := t.Source.Read(try)
		if err != nil {
			continue
		}
		kind := page.PictureKind(data)
		switch {
		case len(data) > maxOne || t.size+len(data) > maxAll:
			t.Why = fmt.Sprintf("it is larger than %d MiB, or all pictures are larger than %d MiB", maxOne>>20, maxAll>>20)
			continue
		case kind == ".svg":
			t.Why = "it is an SVG, which a terminal does not show"
			continue
		case kind == "":
			t.Why = "it is no picture that a terminal shows"
			continue
		}
		if t.to == nil {
			t.to = map[string]string{}
		}
		t.size += len(data)
		to := cleanName(path.Base(try))
		if !isPicture(to) {
			to += kind
		}
		to = t.free(to)
		t.Assets[to], t.to[try] = data, "/"+to
		return "/" + to, true
	}
	return "", false
}

func isPicture(name string) bool {
	end := strings.ToLower(path.Ext(name))
	for _, kind := range kinds() {
		if end == kind {
			return true
		}
	}
	return false
}

// free is a path that no other picture has: two of one name may lie in different
// folders.
func (t *Taker) free(name string) string {
	to, end := "media/"+name, path.Ext(name)
	for n := 2; ; n++ {
		if _, have := t.Assets[to]; !have {
			return to
		}
		to = fmt.Sprintf("media/%s-%d%s", strings.TrimSuffix(name, end), n, end)
	}
}

// named finds a file of the source by what it is called.
func (t *Taker) named(base string) string {
	if t.names == nil {
		t.names = map[string]string{}
		all := t.Source
		all.File = ""
		for _, name := range all.Paths(kinds()...) {
			t.names[strings.ToLower(path.Base(name))] = name
		}
	}
	return t.names[strings.ToLower(base)]
}

// cleanName is a name of a file that every system can hold.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*#%&{}$!'@+ `+"`=()[]", r) {
			return '-'
		}
		return r
	}, name)
	return strings.TrimLeft(name, ".-")
}

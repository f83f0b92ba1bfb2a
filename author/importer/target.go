package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// target is the folder that is imported into, as it is before.
type target struct {
	dir    string
	root   *os.Root // nil: there is no folder, or an empty one
	record *record  // nil: nothing was imported into it
}

// openTarget looks at the folder. One that holds anything else than an import is
// refused.
func openTarget(dir string) (*target, error) {
	t := &target{dir: dir}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return t, nil
	case err != nil:
		return nil, fmt.Errorf("importing into %q: %w", dir, plainfile.Plain(err))
	}
	if t.root, err = os.OpenRoot(dir); err != nil {
		return nil, fmt.Errorf("importing into %q: %w", dir, plainfile.Plain(err))
	}
	data, err := t.read(recordFile)
	if err == nil {
		t.record, err = parseRecord(data)
	} else if errors.Is(err, fs.ErrNotExist) {
		err = newfile.Taken("it holds files that were not imported; name a new folder")
	}
	if err != nil {
		t.close()
		return nil, fmt.Errorf("importing into %q: %w", dir, err)
	}
	return t, nil
}

func (t *target) close() {
	if t.root != nil {
		_ = t.root.Close() // it was only read through it
	}
}

func (t *target) read(name string) ([]byte, error) {
	return Source{FS: t.root.FS()}.Read(name)
}

// keep gives a draft the ids of the import before, and leaves out what the author
// deleted since.
func (t *target) keep(c *draft.Course, r *Report) {
	if t.record == nil {
		return
	}
	t.record.keepIDs(c)
	if len(t.record.Pages) > 0 && c.ID == "" {
		if data, err := t.read("course.yaml"); err == nil {
			c.ID = idOf(data)
		}
	}
	c.Files = slices.DeleteFunc(c.Files, func(f *draft.File) bool {
		if f.Path == "" || t.record.Hashes[f.Path] == "" || t.has(f.Path) {
			return false
		}
		r.Files = append(r.Files, Change{f.Path, Deleted})
		return true
	})
}

// idOf is the id that a course.yaml says, or empty.
func idOf(data []byte) string {
	for line := range strings.Lines(string(data)) {
		if id, ok := strings.CutPrefix(line, "id: "); ok {
			return strings.Trim(strings.TrimSpace(id), `"`)
		}
	}
	return ""
}

func (t *target) has(name string) bool {
	_, err := t.root.Lstat(filepath.FromSlash(name))
	return err == nil
}

// plan is what an import will do to its folder.
type plan struct {
	target *target
	fresh  map[string][]byte // files to be written
	remove []string
	all    map[string][]byte // every file of the course as it will be
	hashes map[string]string // for the record
	gone   []recordedPage
}

// plan compares what is to be written with what is there.
func (t *target) plan(w draft.Written, r *Report) *plan {
	p := &plan{target: t, fresh: map[string][]byte{}, all: map[string][]byte{}, hashes: map[string]string{}}
	if t.root != nil {
		p.all = t.texts()
	}
	for _, name := range slices.Sorted(maps.Keys(w.Files)) {
		want := w.Files[name]
		p.hashes[name] = hashOf(want)
		what := p.compare(name, want)
		switch what {
		case New, Updated:
			p.fresh[name], p.all[name] = want, want
		case Edited, EditedBoth:
			p.hashes[name] = t.record.Hashes[name]
		case Same, Deleted, Gone, GoneEdited, GoneShown:
		}
		r.Files = append(r.Files, Change{name, what})
	}
	p.dropGone(w, r)
	return p
}

// compare tells what becomes of a file.
func (p *plan) compare(name string, want []byte) What {
	t := p.target
	if t.root == nil {
		return New
	}
	have, err := t.read(name)
	switch recorded := t.record.Hashes[name]; {
	case errors.Is(err, fs.ErrNotExist):
		return New
	case err == nil && string(have) == string(want):
		return Same
	case err == nil && hashOf(have) == recorded:
		return Updated
	case hashOf(want) == recorded:
		return Edited
	}
	return EditedBoth
}

// dropGone sees to files of the import before that the source no longer makes.
func (p *plan) dropGone(w draft.Written, r *Report) {
	if p.target.record == nil {
		return
	}
	for _, old := range p.target.record.Pages {
		if _, still := w.Files[old.Path]; !still {
			p.gone = append(p.gone, old)
		}
	}
	names := slices.Sorted(maps.Keys(p.target.record.Hashes))
	pages := func(name string) bool { return strings.HasSuffix(name, ".md") }
	names = slices.Concat(slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !pages(n) }), slices.DeleteFunc(names, pages))
	for _, name := range names { // pages come first: a picture that only a page without a source shows goes too
		if _, still := w.Files[name]; still {
			continue
		}
		what := Gone
		switch {
		case !p.target.has(name): // deleted by the author, who is asked no more
			p.hashes[name] = p.target.record.Hashes[name]
			continue
		case !p.target.made(name):
			what = GoneEdited
		case p.shown(name):
			what = GoneShown
		}
		r.Files = append(r.Files, Change{name, what})
		if what != Gone {
			p.hashes[name] = p.target.record.Hashes[name]
			continue
		}
		delete(p.all, name)
		p.remove = append(p.remove, name)
	}
}

// made reports whether a file of the record is the one that an import wrote: no
// other is removed, whatever the record says.
func (t *target) made(name string) bool {
	if !t.plain(name) {
		return false
	}
	have, err := t.read(name)
	if err != nil || hashOf(have) != t.record.Hashes[name] {
		return false
	}
	at := slices.IndexFunc(t.record.Pages, func(p recordedPage) bool { return p.Path == name })
	if at < 0 {
		return true
	}
	return strings.HasPrefix(string(have), "---\nid: "+draft.Scalar(t.record.Pages[at].ID)+"\n")
}

// plain reports whether a file is one, and is reached by no link: what a link leads
// to belongs to somebody else.
func (t *target) plain(name string) bool {
	for at, sign := range name {
		if sign != '/' {
			continue
		}
		if info, err := t.root.Lstat(filepath.FromSlash(name[:at])); err != nil || !info.IsDir() {
			return false
		}
	}
	info, err := t.root.Lstat(filepath.FromSlash(name))
	return err == nil && info.Mode().IsRegular()
}

// shown reports whether a page that stays names a picture or another file that is
// no page.
func (p *plan) shown(name string) bool {
	if strings.EqualFold(path.Ext(name), ".md") {
		return false
	}
	base := path.Base(name)
	for file, data := range p.all {
		for _, as := range []string{base, url.PathEscape(base)} {
			if file != name && bytes.Contains(data, []byte(as)) {
				return true
			}
		}
	}
	return false
}

// texts are the files of the folder that a course is loaded from. Of others only
// the names matter.
func (t *target) texts() map[string][]byte {
	out := map[string][]byte{}
	src := Source{FS: t.root.FS()}
	for _, name := range src.Paths() {
		out[name] = nil
		if ext := strings.ToLower(path.Ext(name)); ext == ".md" || ext == ".markdown" || name == "course.yaml" {
			if data, err := src.Read(name); err == nil {
				out[name] = data
			}
		}
	}
	return out
}

// check loads the course as it will be. Where nothing of an author is in it, that
// was done.
func (p *plan) check(name string, diags []course.Diag) ([]course.Diag, error) {
	if p.target.root != nil {
		var err error
		if _, diags, err = course.Load(archive.Files(p.all), name); err != nil {
			return diags, fmt.Errorf("importing into %q: %w; nothing was written", p.target.dir, err)
		}
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			return diags, fmt.Errorf("importing into %q: the course would have an error, so nothing was written: %s", p.target.dir, d)
		}
	}
	return diags, nil
}

// write carries the plan out. A new folder is made whole or not at all. In one that
// is there each file is, and the record comes last, so that an import that was
// interrupted is ended by making it again.
func (p *plan) write(rec record) error {
	t := p.target
	if t.root == nil {
		files := maps.Clone(p.fresh)
		files[recordFile] = rec.bytes()
		if err := newfile.Folder(t.dir, files); err != nil {
			return fmt.Errorf("writing the course: %w", err)
		}
		return nil
	}
	if len(p.fresh)+len(p.remove) == 0 {
		if have, err := t.read(recordFile); err == nil && string(have) == string(rec.bytes()) {
			return nil
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.fresh)) {
		if err := t.replace(name, p.fresh[name]); err != nil {
			return err
		}
	}
	for _, name := range p.remove {
		if err := t.root.Remove(filepath.FromSlash(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing %s: %w", name, err)
		}
	}
	return t.replace(recordFile, rec.bytes())
}

// replace writes a file beside its place and then puts it there.
func (t *target) replace(name string, data []byte) error {
	if err := newfile.Replace(t.root, name, data); err != nil {
		return fmt.Errorf("writing %s: %w; import again to go on", name, err)
	}
	return nil
}

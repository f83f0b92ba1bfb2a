package course

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// maxAsset is how many bytes a picture may have.
const maxAsset = 8 << 20

// ReadAsset reads a file that a text of a course shows, such as a picture. from
// is the file that the text is in and to the path as it is written there:
// relative to it, or from the course's folder with a leading slash. Only a
// regular file within the folder of at most 8 MiB is read, and no link is
// followed.
func ReadAsset(fsys fs.FS, from, to string) ([]byte, error) {
	what := func(err error) error {
		return fmt.Errorf("reading %s, which %s shows: %w", textsafe.Line(to), textsafe.Line(from), err)
	}
	if to == "" || hasScheme(to) || strings.HasPrefix(to, "//") {
		return nil, what(errors.New("it is no file of the course"))
	}
	name, inside := target(from, to)
	if !inside || !fs.ValidPath(name) {
		return nil, what(errors.New("it lies outside the course's folder"))
	}
	if links, ok := fsys.(fs.ReadLinkFS); ok {
		for i, c := range name + "/" {
			if c != '/' {
				continue
			}
			info, err := links.Lstat(name[:i])
			switch {
			case err != nil:
				return nil, what(withoutPath(err))
			case info.Mode()&fs.ModeSymlink != 0:
				return nil, what(errors.New("links are not followed; copy the file into the folder"))
			}
		}
	}
	data, _, err := readLimited(fsys, name, maxAsset)
	switch {
	case errors.Is(err, errTooLarge):
		return nil, what(fmt.Errorf("it is larger than %d MiB; make it smaller", maxAsset>>20))
	case err != nil:
		return nil, what(withoutPath(err))
	}
	return data, nil
}

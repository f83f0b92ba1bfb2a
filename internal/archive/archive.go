// Package archive reads a .zip, .tar.gz or .tar that nobody vouches for.
//
// What it promises: nothing is written to disk, nothing is allocated by a size
// that the archive states, and an archive is taken whole or not at all. What is
// taken is an fs.FS in memory that does not change any more, so that whatever is
// read from it later is what was read from the archive.
//
// An archive is refused for a name that lies outside its folder or that a system
// cannot hold (see name.go), for an entry that is neither a file nor a folder,
// for two entries that a system could take for one, for bytes that do not have
// the size and the sum that the archive states, for bytes that belong to two
// entries or to none, and for anything beyond its Limits. Archives within it are
// files like any others and are not opened.
package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Limits bound what is read of an archive.
type Limits struct {
	Size  int64 // bytes of the archive
	Total int64 // bytes of all its files, unpacked
	File  int64 // bytes of one of its files, unpacked
	Files int   // entries: files, folders and what is passed over; at most 65,534
	Ratio int64 // how many times larger a file may be than it is packed; up to 1 MiB it may be more
	Depth int   // folders within each other
}

// spare is how large something may be unpacked whatever its ratio, in bytes: text
// that repeats itself packs well, and this much does no harm.
const spare = 1 << 20

// Refused says why an archive is not taken.
type Refused struct {
	Entry  string // the entry it is about, as the archive has it; empty: the whole archive
	Reason string
}

// Error names the entry in quotes, with what cannot be shown escaped, and short.
func (r *Refused) Error() string {
	if r.Entry == "" {
		return "the archive is refused: " + r.Reason
	}
	return fmt.Sprintf("the archive is refused: %s: %s", shown(r.Entry), r.Reason)
}

// shown is a name as an error can hold it: quoted, and no longer than a line.
func shown(name string) string {
	const most = 100
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.Quote(name)
}

// refuse is a Refused about an entry.
func refuse(entry, reason string, args ...any) error {
	return &Refused{entry, fmt.Sprintf(reason, args...)}
}

// Is reports whether a file is called as archives are that can be read.
func Is(name string) bool { return Bare(name) != name }

// Bare is the name of an archive without what says its kind: "rivers.tar.gz"
// becomes "rivers". Any other name stays.
func Bare(name string) string {
	for _, ext := range []string{".tar.gz", ".tgz", ".tar", ".zip"} {
		if n := len(name) - len(ext); n > 0 && strings.EqualFold(name[n:], ext) {
			return name[:n]
		}
	}
	return name
}

// Open reads the archive in a file. The file is read once, so that it may change
// or go at any time. An error is a *Refused, or of the file system.
func Open(file string, limits Limits) (*FS, error) {
	data, err := plainfile.Read(file, limits.Size)
	if errors.Is(err, plainfile.ErrTooLarge) {
		return nil, tooLarge(limits)
	}
	if err != nil {
		return nil, err
	}
	return Read(bytes.NewReader(data), int64(len(data)), limits)
}

func tooLarge(limits Limits) error {
	return refuse("", "it is larger than %s", amount(limits.Size))
}

// amount is a number of bytes as a limit is told.
func amount(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// Read reads an archive of size bytes. Which kind it is, is told by its bytes and
// not by its name. An error is a *Refused, or of r.
func Read(r io.ReaderAt, size int64, limits Limits) (*FS, error) {
	if size > limits.Size {
		return nil, tooLarge(limits)
	}
	source := &source{r: r, size: size}
	t := newTree(limits)
	var err error
	switch head := source.head(); {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")):
		err = readZip(source, t)
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		err = readTarGz(source, t)
	case len(head) > 262 && string(head[257:262]) == "ustar":
		err = readTar(source.reader(), size, t)
	default:
		err = refuse("", "it is no .zip, .tar.gz or .tar")
	}
	if source.err != nil {
		return nil, fmt.Errorf("reading the archive: %w", source.err)
	}
	if err != nil {
		return nil, err
	}
	return t.done(), nil
}

// source is the bytes of an archive. It keeps the first error of reading them,
// which is not the archive's.
type source struct {
	r    io.ReaderAt
	size int64
	err  error
}

// ReadAt implements io.ReaderAt within the archive.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size {
		return 0, io.EOF
	}
	short := false
	if rest := s.size - off; int64(len(p)) > rest {
		p, short = p[:rest], true
	}
	n, err := s.r.ReadAt(p, off)
	switch {
	case n == len(p) && short:
		err = io.EOF
	case n == len(p):
		err = nil
	case errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
		fallthrough
	default:
		if s.err == nil {
			s.err = err
		}
	}
	return n, err
}

// reader reads the archive from its beginning.
func (s *source) reader() io.Reader { return io.NewSectionReader(s, 0, s.size) }

// head is the first bytes of the archive, enough to tell its kind.
func (s *source) head() []byte {
	head := make([]byte, min(s.size, 512))
	n, _ := s.ReadAt(head, 0) // kept in s.err
	return head[:n]
}

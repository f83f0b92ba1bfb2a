package archive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
)

// Bounds of what a tar has beside the bytes of its files: per entry, and for all
// at once. Long names and notes about files take some.
const (
	framePerEntry = 4 << 10
	frameAtAll    = 1 << 20
)

// block is what a tar is made of, in bytes. At its end stand two of zeros.
const block = 512

// readTarGz reads a tar that is packed with gzip.
func readTarGz(s *source, t *tree) error {
	packed := bufio.NewReader(s.reader())
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		return cut(err)
	}
	unpacked.Multistream(false)
	if err := readTar(unpacked, s.size, t); err != nil {
		return err
	}
	if _, err := packed.ReadByte(); err == nil {
		return refuse("", "something follows its end")
	}
	return nil
}

// readTar reads a tar to the end of r. packed is how many bytes it has as it is
// kept: its files are packed together, so that the ratio is of all of them.
func readTar(r io.Reader, packed int64, t *tree) error {
	raw := &framed{r: r, tree: t}
	entries := tar.NewReader(raw)
	most := max(spare, packed*t.limits.Ratio)
	for end := int64(0); ; {
		h, err := entries.Next()
		if errors.Is(err, io.EOF) {
			return raw.finish(end)
		}
		if err != nil {
			return cut(err)
		}
		if err := takeTar(t, entries, h); err != nil {
			return err
		}
		if t.total > most {
			return refuse(h.Name, "the files up to it are more than %d times as large as they are packed", t.limits.Ratio)
		}
		end = (raw.n + block - 1) / block * block
	}
}

// takeTar takes in one entry of a tar.
func takeTar(t *tree, r io.Reader, h *tar.Header) error {
	switch h.Typeflag {
	case tar.TypeReg, tar.TypeDir:
	case tar.TypeXGlobalHeader: // notes about the archive, as git writes them
		return nil
	case tar.TypeSymlink, tar.TypeLink:
		return refuse(h.Name, "it is a link")
	default:
		return refuse(h.Name, "it is neither a file nor a folder")
	}
	for key := range h.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return refuse(h.Name, "it is a file with holes")
		}
	}
	name, wanted, err := t.entry(h.Name, h.Typeflag == tar.TypeDir)
	if err != nil || h.Typeflag == tar.TypeDir {
		return err
	}
	most, reason := t.room(t.limits.Total) // the ratio is of all files together
	if h.Size > most {
		return refuse(h.Name, "%s", reason)
	}
	data, err := t.read(r, most)
	switch {
	case errors.Is(err, errMore):
		return refuse(h.Name, "%s", reason)
	case err != nil:
		return cut(err)
	case int64(len(data)) != h.Size:
		return refuse(h.Name, "it does not have the size that the archive states")
	}
	t.total += h.Size
	if wanted {
		t.keep(name, data)
	}
	return nil
}

// framed is a tar as it comes. It bounds what it has beside the bytes of files.
type framed struct {
	r     io.Reader
	tree  *tree
	n     int64 // bytes read
	zeros int64 // how many of the last ones are zeros
}

func (f *framed) Read(p []byte) (int, error) {
	if f.n > f.tree.total+f.tree.limits.File+int64(f.tree.entries)*framePerEntry+frameAtAll {
		return 0, &Refused{"", "it has too much beside its files"}
	}
	n, err := f.r.Read(p)
	f.n += int64(n)
	if rest := len(bytes.TrimRight(p[:n], "\x00")); rest > 0 {
		f.zeros = int64(n - rest)
	} else {
		f.zeros += int64(n)
	}
	return n, err
}

// finish reads what follows the last entry, which ends at a given byte: the end
// of a tar, and nothing else.
func (f *framed) finish(end int64) error {
	if _, err := io.Copy(io.Discard, f); err != nil {
		return cut(err)
	}
	switch after := f.n - end; {
	case after < 2*block:
		return cut(io.ErrUnexpectedEOF)
	case f.zeros < after:
		return refuse("", "something follows its end")
	}
	return nil
}

// cut says why the bytes of an archive make no sense.
func cut(err error) error {
	var refused *Refused
	switch {
	case errors.As(err, &refused):
		return err
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return refuse("", "it ends too early: it was cut, or not copied to its end")
	}
	return refuse("", "it is damaged: %v", err)
}

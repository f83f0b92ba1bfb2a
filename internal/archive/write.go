package archive

import (
	"archive/tar"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"time"
)

// File is a file to be put into an archive.
type File struct {
	Name string // with slashes, as Read takes it
	Data []byte
}

// WriteTarGz writes files as a .tar.gz that Read takes. It is the same, byte for
// byte, for the same files and time: they are put in order by name, can be read
// by their owner only and belong to nobody.
func WriteTarGz(w io.Writer, files []File, at time.Time) error {
	files = slices.SortedFunc(slices.Values(files), func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	names := newTree(Limits{Files: len(files) * maxName, Depth: maxName})
	packed := gzip.NewWriter(w)
	out := tar.NewWriter(packed)
	for _, f := range files {
		if _, _, err := names.entry(f.Name, false); err != nil {
			return fmt.Errorf("writing the archive: %w", err)
		}
		h := &tar.Header{Name: f.Name, Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(f.Data)), ModTime: at.UTC().Truncate(time.Second)}
		if err := out.WriteHeader(h); err != nil {
			return fmt.Errorf("writing the archive: %w", err)
		}
		if _, err := out.Write(f.Data); err != nil {
			return fmt.Errorf("writing the archive: %w", err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing the archive: %w", err)
	}
	if err := packed.Close(); err != nil {
		return fmt.Errorf("writing the archive: %w", err)
	}
	return nil
}

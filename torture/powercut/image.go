package powercut

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
)

// pageSize is the unit in which an Image is kept, in bytes.
const pageSize = 4096

// Image is what is on a disk. Pages of nothing but zeros are left out, so that
// a large and almost empty disk is small.
type Image struct {
	size  int64
	pages map[int64][]byte // by number
	owned map[int64]bool   // pages that no other image shares
}

// ReadImage reads a disk from a file.
func ReadImage(path string) (*Image, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	m := &Image{pages: map[int64][]byte{}, owned: map[int64]bool{}}
	for n := int64(0); ; n++ {
		page := make([]byte, pageSize)
		read, err := io.ReadFull(f, page)
		m.size += int64(read)
		if !empty(page) {
			m.pages[n] = page
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return m, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func empty(page []byte) bool { return len(bytes.Trim(page, "\x00")) == 0 }

// Clone returns a copy that can be written without changing m.
func (m *Image) Clone() *Image {
	return &Image{size: m.size, pages: maps.Clone(m.pages), owned: map[int64]bool{}}
}

// write writes the bytes [from, to) of an entry.
func (m *Image) write(e Entry, from, to int64) {
	for at := from; at < to; {
		n, within := (e.Offset+at)/pageSize, (e.Offset+at)%pageSize
		until := min(to, at+pageSize-within)
		page := m.own(n)[within : within+until-at]
		if e.Data == nil {
			clear(page)
		} else {
			copy(page, e.Data[at:until])
		}
		at = until
	}
}

// own returns a page that may be changed.
func (m *Image) own(n int64) []byte {
	if !m.owned[n] {
		page := make([]byte, pageSize)
		copy(page, m.pages[n])
		m.pages[n], m.owned[n] = page, true
	}
	return m.pages[n]
}

// Save writes the image to a new file, with holes for what is empty.
func (m *Image) Save(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = f.Truncate(m.size)
	for n, page := range m.pages {
		if err == nil && !empty(page) {
			_, err = f.WriteAt(page[:min(pageSize, m.size-n*pageSize)], n*pageSize)
		}
	}
	return errors.Join(err, f.Close())
}

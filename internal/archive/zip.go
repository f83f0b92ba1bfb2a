package archive

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
)

// The parts of a zip: their marks and how long they are at least, in bytes.
const (
	localMark, localSize = "PK\x03\x04", 30 // before the bytes of a file
	entryMark, entrySize = "PK\x01\x02", 46 // of a file, in the directory
	endMark, endSize     = "PK\x05\x06", 22 // after the directory
	maxComment           = 1<<16 - 1
)

// span is the place of something in the archive.
type span struct{ from, to int64 }

// readZip reads a zip. Its directory is measured before archive/zip takes memory
// for it. A zip beyond 4 GiB or 65,534 entries has another directory and is
// beyond the limits anyway.
func readZip(s *source, t *tree) error {
	directory, n, err := findDirectory(s)
	if err != nil {
		return err
	}
	if n > t.limits.Files {
		return t.tooMany()
	}
	starts, err := entryStarts(s, directory, n)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(s, s.size)
	if err != nil {
		return cut(err)
	}
	if len(z.File) != n {
		return refuse("", "its directory is damaged")
	}
	places := make([]span, n)
	for i, file := range z.File {
		if places[i], err = placeOf(s, file, starts[i]); err != nil {
			return err
		}
	}
	if err := apart(z.File, places, directory.from); err != nil {
		return err
	}
	if err := statedTotal(t, z.File); err != nil {
		return err
	}
	u := &unpacker{packed: bufio.NewReader(nil), inflate: flate.NewReader(nil)}
	for _, file := range z.File {
		if err := takeZip(t, file, u); err != nil {
			return err
		}
	}
	return nil
}

// findDirectory finds the list of entries at the end of a zip, and how many
// there are. Nothing may follow it but the comment.
func findDirectory(s *source) (directory span, n int, err error) {
	tail := make([]byte, min(s.size, endSize+maxComment))
	if _, err := s.ReadAt(tail, s.size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return span{}, 0, err
	}
	for at := len(tail) - endSize; at >= 0; at-- {
		end := tail[at:]
		if !bytes.HasPrefix(end, []byte(endMark)) || int(binary.LittleEndian.Uint16(end[20:])) != len(end)-endSize {
			continue
		}
		here, total := binary.LittleEndian.Uint16(end[8:]), binary.LittleEndian.Uint16(end[10:])
		size, from := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
		if binary.LittleEndian.Uint32(end[4:]) != 0 || here != total {
			return span{}, 0, refuse("", "it is one of several parts")
		}
		if from+size != s.size-int64(len(end)) {
			return span{}, 0, refuse("", "its directory is not where it should be: it was cut, or something was added")
		}
		return span{from, from + size}, int(total), nil
	}
	return span{}, 0, cut(io.ErrUnexpectedEOF)
}

// entryStarts reads where the n entries of a directory begin, which have to fill
// it.
func entryStarts(s *source, directory span, n int) ([]int64, error) {
	r := bufio.NewReader(io.NewSectionReader(s, directory.from, directory.to-directory.from))
	var starts []int64
	var head [entrySize]byte
	for range n {
		if _, err := io.ReadFull(r, head[:]); err != nil || string(head[:4]) != entryMark {
			return nil, refuse("", "its directory is damaged")
		}
		names := int(binary.LittleEndian.Uint16(head[28:])) + int(binary.LittleEndian.Uint16(head[30:])) + int(binary.LittleEndian.Uint16(head[32:]))
		if _, err := r.Discard(names); err != nil {
			return nil, refuse("", "its directory is damaged")
		}
		starts = append(starts, int64(binary.LittleEndian.Uint32(head[42:])))
	}
	if _, err := r.ReadByte(); err == nil {
		return nil, refuse("", "its directory has more entries than it says")
	}
	return starts, nil
}

// placeOf finds an entry that begins at a given byte, and holds what is written
// there against what the directory says of it: other programs go by either.
func placeOf(s *source, file *zip.File, start int64) (span, error) {
	var head [localSize]byte
	if _, err := s.ReadAt(head[:], start); err != nil || string(head[:4]) != localMark {
		return span{}, refuse(file.Name, "there is nothing where it should be")
	}
	name := make([]byte, binary.LittleEndian.Uint16(head[26:]))
	if _, err := s.ReadAt(name, start+localSize); err != nil && len(name) > 0 {
		return span{}, cut(io.ErrUnexpectedEOF)
	}
	if string(name) != file.Name || binary.LittleEndian.Uint16(head[8:]) != file.Method {
		return span{}, refuse(file.Name, "the archive contradicts itself about it")
	}
	body := start + localSize + int64(len(name)) + int64(binary.LittleEndian.Uint16(head[28:]))
	if file.CompressedSize64 > uint64(s.size) {
		return span{}, cut(io.ErrUnexpectedEOF)
	}
	if offset, err := file.DataOffset(); err != nil || offset != body {
		return span{}, refuse(file.Name, "the archive contradicts itself about it")
	}
	return span{start, body + int64(file.CompressedSize64)}, nil
}

// apart refuses entries that share bytes, with each other or with the directory
// that begins at end.
func apart(files []*zip.File, places []span, end int64) error {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(places[a].from - places[b].from) })
	before := int64(0)
	for _, i := range order {
		if places[i].from < before {
			return refuse(files[i].Name, "it shares bytes with another file")
		}
		before = places[i].to
		if before > end {
			return refuse(files[i].Name, "it reaches into the directory")
		}
	}
	return nil
}

// statedTotal refuses what is too large by its own account, before anything is
// unpacked. Whatever is larger than it says is refused when it is unpacked.
func statedTotal(t *tree, files []*zip.File) error {
	left := uint64(t.limits.Total)
	for _, file := range files {
		if file.UncompressedSize64 > left {
			_, reason := t.room(t.limits.Total)
			if file.UncompressedSize64 <= uint64(t.limits.File) {
				reason = t.tooMuch()
			}
			return refuse(file.Name, "%s", reason)
		}
		left -= file.UncompressedSize64
	}
	return nil
}

// takeZip takes in one entry of a zip.
func takeZip(t *tree, file *zip.File, u *unpacker) error {
	const encrypted = 1<<0 | 1<<6 | 1<<13
	kind := file.Mode().Type()
	switch {
	case kind&fs.ModeSymlink != 0:
		return refuse(file.Name, "it is a link")
	case kind != 0 && kind != fs.ModeDir:
		return refuse(file.Name, "it is neither a file nor a folder")
	case file.Flags&encrypted != 0:
		return refuse(file.Name, "it is encrypted")
	case file.Method != zip.Store && file.Method != zip.Deflate:
		return refuse(file.Name, "it is packed in a way that is not known; pack it as usual")
	}
	name, wanted, err := t.entry(file.Name, kind == fs.ModeDir)
	if err != nil {
		return err
	}
	if kind == fs.ModeDir && file.UncompressedSize64 != 0 {
		return refuse(file.Name, "it is a folder and has bytes")
	}
	if !wanted {
		return nil
	}
	most, reason := t.room(int64(file.CompressedSize64))
	if file.UncompressedSize64 > uint64(most) {
		return refuse(file.Name, "%s", reason)
	}
	data, err := u.unpack(t, file, int64(file.UncompressedSize64))
	switch {
	case errors.Is(err, errMore):
		return refuse(file.Name, "it is larger than the archive states")
	case err != nil:
		return refuse(file.Name, "it is damaged")
	case uint64(len(data)) != file.UncompressedSize64:
		return refuse(file.Name, "it does not have the size that the archive states")
	case crc32.ChecksumIEEE(data) != file.CRC32:
		return refuse(file.Name, "it is damaged: its sum is not the one that the archive states")
	}
	t.total += int64(len(data))
	t.keep(name, data)
	return nil
}

// unpacker is what unpacking takes, used for one file after the other.
type unpacker struct {
	packed  *bufio.Reader
	inflate io.Reader
}

// unpack gives the bytes of a file, which have to fill its place.
func (u *unpacker) unpack(t *tree, file *zip.File, most int64) ([]byte, error) {
	raw, err := file.OpenRaw()
	if err != nil {
		return nil, err
	}
	u.packed.Reset(raw)
	var r io.Reader = u.packed
	if file.Method == zip.Deflate {
		if err := u.inflate.(flate.Resetter).Reset(u.packed, nil); err != nil {
			return nil, err
		}
		r = u.inflate
	}
	data, err := t.read(r, most)
	if err != nil {
		return nil, err
	}
	if _, err := u.packed.ReadByte(); err == nil {
		return nil, errors.New("bytes follow those of the file")
	}
	return data, nil
}

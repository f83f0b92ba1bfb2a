package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"testing"
)

// limits are small, so that tests reach them soon.
func limits() Limits {
	return Limits{Size: 16 << 20, Total: 8 << 20, File: 4 << 20, Files: 500, Ratio: 100, Depth: 8}
}

// part is an entry of an archive under test.
type part struct {
	name string
	text string
	mode fs.FileMode // zip
	kind byte        // tar; 0: a file
	link string      // tar
}

// zipOf is what archive/zip makes of entries.
func zipOf(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate}
		h.SetMode(p.mode | 0o644)
		w, err := z.CreateHeader(h)
		must(t, err)
		if p.text != "" {
			_, err = w.Write([]byte(p.text))
			must(t, err)
		}
	}
	must(t, z.Close())
	return b.Bytes()
}

// tarOf is what archive/tar makes of entries.
func tarOf(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, p := range parts {
		h := &tar.Header{Name: p.name, Typeflag: p.kind, Linkname: p.link, Mode: 0o644}
		if p.kind == 0 {
			h.Typeflag, h.Size = tar.TypeReg, int64(len(p.text))
		}
		if p.kind == tar.TypeXGlobalHeader {
			h = &tar.Header{Name: p.name, Typeflag: p.kind, PAXRecords: map[string]string{"comment": p.text}}
		}
		must(t, w.WriteHeader(h))
		if p.kind == 0 {
			_, err := w.Write([]byte(p.text))
			must(t, err)
		}
	}
	must(t, w.Close())
	return b.Bytes()
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	must(t, err)
	must(t, w.Close())
	return b.Bytes()
}

// raw is an entry of a zip whose every field may lie.
type raw struct {
	name   string
	local  string // the name before the bytes, where it is another
	method uint16
	flags  uint16
	packed []byte
	sum    uint32
	size   uint32
	at     int // where the directory says it begins; -1: where it does
}

// stored is an entry that does not lie.
func stored(name, text string) raw {
	return raw{name: name, packed: []byte(text), sum: crc32.ChecksumIEEE([]byte(text)), size: uint32(len(text)), at: -1}
}

func (r raw) header() []byte {
	name := r.name
	if r.local != "" {
		name = r.local
	}
	b := append([]byte(localMark), make([]byte, localSize-4)...)
	binary.LittleEndian.PutUint16(b[4:], 20)
	binary.LittleEndian.PutUint16(b[6:], r.flags)
	binary.LittleEndian.PutUint16(b[8:], r.method)
	binary.LittleEndian.PutUint32(b[14:], r.sum)
	binary.LittleEndian.PutUint32(b[18:], uint32(len(r.packed)))
	binary.LittleEndian.PutUint32(b[22:], r.size)
	binary.LittleEndian.PutUint16(b[26:], uint16(len(name)))
	return append(b, name...)
}

// rawZip puts a zip together as its entries say.
func rawZip(entries ...raw) []byte {
	var b, directory []byte
	for _, r := range entries {
		at := len(b)
		if r.at >= 0 {
			at = r.at
		} else {
			b = append(append(b, r.header()...), r.packed...)
		}
		e := append([]byte(entryMark), make([]byte, entrySize-4)...)
		binary.LittleEndian.PutUint16(e[4:], 20)
		binary.LittleEndian.PutUint16(e[6:], 20)
		copy(e[8:], r.header()[6:26])
		binary.LittleEndian.PutUint16(e[28:], uint16(len(r.name)))
		binary.LittleEndian.PutUint32(e[42:], uint32(at))
		directory = append(append(directory, e...), r.name...)
	}
	end := append([]byte(endMark), make([]byte, endSize-4)...)
	binary.LittleEndian.PutUint16(end[8:], uint16(len(entries)))
	binary.LittleEndian.PutUint16(end[10:], uint16(len(entries)))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(directory)))
	binary.LittleEndian.PutUint32(end[16:], uint32(len(b)))
	return append(append(b, directory...), end...)
}

// patched is data with some bytes replaced where a text stands last.
func patched(t testing.TB, data []byte, old, with string) []byte {
	t.Helper()
	at := bytes.LastIndex(data, []byte(old))
	if at < 0 {
		t.Fatalf("%q is not in the archive", old)
	}
	data = bytes.Clone(data)
	copy(data[at:], with)
	return data
}

// contents is every file of a tree by name.
func contents(t testing.TB, fsys fs.FS) map[string]string {
	t.Helper()
	files := map[string]string{}
	must(t, fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		files[name] = string(data)
		return err
	}))
	return files
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

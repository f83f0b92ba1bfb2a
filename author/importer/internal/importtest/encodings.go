package importtest

import (
	"encoding/binary"
	"io/fs"
	"maps"
	"path"
	"slices"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/cairn-learn/cairn/author/draft"
)

// Encodings holds an importer to read what editors of other systems write: every
// case becomes the same where its pages and settings begin with a mark, or are
// UTF-16.
func Encodings(t *testing.T, read Reader) {
	t.Helper()
	for name, source := range Sources(t) {
		want, wantLosses, err := written(t, read, source)
		if err != nil {
			continue
		}
		for encoding, encode := range map[string]func(string) []byte{
			"a mark":                   func(s string) []byte { return []byte("\ufeff" + s) },
			"UTF-16, low bytes first":  func(s string) []byte { return wide(s, binary.LittleEndian) },
			"UTF-16, high bytes first": func(s string) []byte { return wide(s, binary.BigEndian) },
		} {
			t.Run(name+" with "+encoding, func(t *testing.T) {
				got, losses, err := written(t, read, encoded(t, source, encode))
				if err != nil {
					t.Fatal(err)
				}
				for _, file := range slices.Sorted(maps.Keys(want)) {
					if string(got[file]) != string(want[file]) {
						t.Errorf("%s is\n%s\nand should be\n%s", file, got[file], want[file])
					}
				}
				if len(got) != len(want) || !slices.Equal(losses, wantLosses) {
					t.Errorf("%d files and losses\n%v\nwant %d and\n%v", len(got), losses, len(want), wantLosses)
				}
			})
		}
	}
}

func written(t *testing.T, read Reader, source fs.FS) (map[string][]byte, []draft.Loss, error) {
	t.Helper()
	if _, _, err := read(source); err != nil {
		return nil, nil, err
	}
	files, losses := Sound(t, read, source)
	return files, losses, nil
}

// encoded is a source whose pages and settings are encoded otherwise.
func encoded(t *testing.T, source fs.FS, encode func(string) []byte) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(source, name)
		switch path.Ext(name) {
		case ".md", ".yaml", ".yml", ".toml":
			data = encode(string(data))
		}
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// wide writes a text as UTF-16 with a mark.
func wide(s string, order binary.AppendByteOrder) []byte {
	out := order.AppendUint16(nil, 0xfeff)
	for _, unit := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

package progress

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// logOf returns a disk with one closed log that holds the saves, its file's
// path and its bytes. Every save is one Append.
func logOf(t failer, saves ...[]string) (d *memDisk, path string, data []byte) {
	t.Helper()
	d = newMemDisk()
	l := Open("/p", options(d))
	for _, notes := range saves {
		mustAppend(t, l, notes...)
	}
	path = l.seg.path
	mustClose(t, l)
	return d.restarted(), path, slices.Clone(d.names[path].data)
}

// five is five events in three saves: a, then b c d together, then e.
var five = [][]string{{"a"}, {"b", "c", "d"}, {"e"}}

// lineAt returns where the n-th line of data begins and where its line end is.
func lineAt(data []byte, n int) (from, to int) {
	for ; n > 0; n-- {
		from += bytes.IndexByte(data[from:], '\n') + 1
	}
	return from, from + bytes.IndexByte(data[from:], '\n')
}

func flip(data []byte, at int) []byte {
	data = slices.Clone(data)
	data[at] ^= 1
	return data
}

var damages = []struct {
	name   string
	damage func(data []byte) []byte

	kept    string // events that are read
	bad     int    // lines
	crlf    int
	aside   bool // the end is cut off and kept in torn
	missing string
	moves   bool // the file is not written any more
}{
	{name: "none", damage: slices.Clone[[]byte], kept: "abcde"},
	{name: "a bit in the first line", damage: func(b []byte) []byte { return flip(b, 20) }, kept: "bcde", bad: 1, missing: "1-1"},
	{name: "a bit in a line of a save of three", damage: func(b []byte) []byte { from, _ := lineAt(b, 2); return flip(b, from+30) }, kept: "abde", bad: 1, missing: "3-3"},
	{name: "a bit in a checksum", damage: func(b []byte) []byte { from, _ := lineAt(b, 1); return flip(b, from) }, kept: "acde", bad: 1, missing: "2-2"},
	{name: "a bit in a line end", damage: func(b []byte) []byte { _, to := lineAt(b, 0); return flip(b, to) }, kept: "cde", bad: 1, missing: "1-2"},
	{name: "a bit in the last line", damage: func(b []byte) []byte { from, _ := lineAt(b, 4); return flip(b, from+30) }, kept: "abcd", bad: 1, missing: "5-5", moves: true},
	{name: "a bit in the last line end", damage: func(b []byte) []byte { return flip(b, len(b)-1) }, kept: "abcde", aside: true},
	{name: "a bit in the last line end of a save of three", damage: func(b []byte) []byte { _, to := lineAt(b, 3); return flip(b[:to+1], to) }, kept: "abcd", aside: true, missing: "5-5"},
	{name: "a bit in the last line end, lines end in CR LF", damage: func(b []byte) []byte {
		b = bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
		return flip(b, len(b)-1)
	}, kept: "abcde", crlf: 5, aside: true},
	{name: "the last line end gone", damage: func(b []byte) []byte { return b[:len(b)-1] }, kept: "abcde"},
	{name: "cut in the last line", damage: func(b []byte) []byte { from, _ := lineAt(b, 4); return b[:from+9] }, kept: "abcd", aside: true, missing: "5-5"},
	{name: "cut at a line end", damage: func(b []byte) []byte { from, _ := lineAt(b, 4); return b[:from] }, kept: "abcd", missing: "5-5"},
	{name: "cut within a save of three", damage: func(b []byte) []byte { from, _ := lineAt(b, 3); return b[:from+50] }, kept: "a", aside: true, missing: "2-5"},
	{name: "cut at a line end within a save", damage: func(b []byte) []byte { from, _ := lineAt(b, 3); return b[:from] }, kept: "a", aside: true, missing: "2-5"},
	{name: "cut to nothing", damage: func([]byte) []byte { return nil }, kept: "", missing: "1-5"},
	{name: "zeros over two lines", damage: func(b []byte) []byte {
		from, _ := lineAt(b, 1)
		_, to := lineAt(b, 2)
		b = slices.Clone(b)
		clear(b[from+3 : to-3])
		return b
	}, kept: "ade", bad: 1, missing: "2-3"},
	{name: "zeros at the end", damage: func(b []byte) []byte { return append(slices.Clone(b), make([]byte, 4096)...) }, kept: "abcde", aside: true},
	{name: "lines end in CR LF", damage: func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) }, kept: "abcde", crlf: 5},
	{name: "lines end in CR", damage: func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r")) }, kept: "", missing: "1-5", moves: true},
	{name: "turned into UTF-16", damage: utf16le, kept: "", bad: 5, missing: "1-5", moves: true},
	{name: "a byte order mark", damage: func(b []byte) []byte { return append([]byte("\ufeff"), b...) }, kept: "bcde", bad: 1, missing: "1-1"},
	{name: "a line edited by hand", damage: func(b []byte) []byte {
		return bytes.Replace(b, []byte(`"note":"c"`), []byte(`"note":"better"`), 1)
	}, kept: "abde", bad: 1, missing: "3-3"},
	{name: "a line taken out by hand", damage: func(b []byte) []byte {
		from, to := lineAt(b, 2)
		return slices.Delete(slices.Clone(b), from, to+1)
	}, kept: "abde", missing: "3-3"},
	{name: "empty lines", damage: func(b []byte) []byte { return append(bytes.ReplaceAll(b, []byte("\n"), []byte("\n\n")), "\r\n\n"...) }, kept: "abcde"},
	{name: "a line twice", damage: func(b []byte) []byte { _, to := lineAt(b, 0); return append(slices.Clone(b), b[:to+1]...) }, kept: "abcde"},
	{name: "lines in another order", damage: func(b []byte) []byte {
		lines := bytes.SplitAfter(b, []byte("\n"))
		slices.Reverse(lines)
		return bytes.Join(lines, nil)
	}, kept: "abcde"},
	{name: "a line too long", damage: func(b []byte) []byte {
		return append(bytes.Repeat([]byte("x"), maxLine), append([]byte("\n"), b...)...)
	}, kept: "abcde", bad: 1},
	{name: "an endless last line", damage: func(b []byte) []byte { return append(slices.Clone(b), bytes.Repeat([]byte("x"), 2*maxLine)...) }, kept: "abcde", moves: true},
	{name: "a checksum in capitals", damage: func(b []byte) []byte { return append(bytes.ToUpper(b[:8]), b[8:]...) }, kept: "abcde"},
	{name: "not a log at all", damage: func([]byte) []byte { return []byte("<html>\nnot found\n</html>\n") }, kept: "", bad: 3, missing: "1-5", moves: true},
}

func utf16le(b []byte) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + string(b))) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func TestDamageCostsTheDamagedEventsAndIsReported(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			d, path, data := logOf(t, five...)
			damaged := c.damage(data)
			d.names[path].data = slices.Clone(damaged)
			l := Open("/p", options(d))
			if got := strings.Join(notesOf(t, l), ""); got != c.kept {
				t.Fatalf("events: got %q, want %q", got, c.kept)
			}
			s := l.Status()
			crlf, missing := 0, ""
			for _, f := range s.Files {
				crlf += f.CRLF
			}
			for _, m := range s.Missing {
				missing += fmt.Sprintf("%d-%d", m.From, m.To)
			}
			if s.BadLines() != c.bad || crlf != c.crlf || (len(s.Torn) == 1) != c.aside || missing != c.missing {
				t.Fatalf("status: %+v", s)
			}
			wantBytesKept(t, d, s, path, damaged)
			saved := mustAppend(t, l, "f")
			if moved := l.seg.path != path; moved != c.moves {
				t.Fatalf("the file is left: %v, want %v", moved, c.moves)
			}
			if saved[0].Device == s.Writer && !c.moves && saved[0].Seq != 6 {
				t.Fatalf("a number may be used twice: %d", saved[0].Seq)
			}
			mustClose(t, l)
			again := Open("/p", options(d.restarted()))
			if got := strings.Join(notesOf(t, again), ""); got != c.kept+"f" {
				t.Fatalf("events after one more save: %q", got)
			}
		})
	}
}

// wantBytesKept checks that the file is as it was found, but for a broken save
// at its end, which is in torn, and a line end that was lacking.
func wantBytesKept(t failer, d *memDisk, s Status, path string, found []byte) {
	t.Helper()
	now := d.names[path].data
	kept := [][]byte{now, bytes.TrimSuffix(now, []byte("\n"))} // a line end was lacking, or not
	for _, torn := range s.Torn {
		for i := range kept {
			kept[i] = append(slices.Clone(kept[i]), d.names[torn].data...)
		}
	}
	if !bytes.Equal(kept[0], found) && !bytes.Equal(kept[1], found) {
		t.Fatalf("bytes were changed\nfound %q\nkept  %q", found, now)
	}
}

// TestDamageInAnotherMachinesFile: it is read the same and never written.
func TestDamageInAnotherMachinesFile(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			d, path, data := logOf(t, five...)
			damaged := c.damage(data)
			d.names[path].data = slices.Clone(damaged)
			o := options(d)
			o.Machine, o.Rand = "another", ids(2)
			l := Open("/p", o)
			if got := strings.Join(notesOf(t, l), ""); got != c.kept {
				t.Fatalf("events: got %q, want %q", got, c.kept)
			}
			mustAppend(t, l, "f")
			mustClose(t, l)
			if !bytes.Equal(d.names[path].data, damaged) {
				t.Fatal("another machine's file was written")
			}
			unfinished := 0
			s := l.Status()
			for _, f := range s.Files {
				unfinished += f.Unfinished
			}
			if s.BadLines() != c.bad || c.aside && unfinished == 0 || len(s.Torn) > 0 {
				t.Fatalf("status: %+v", s)
			}
		})
	}
}

// TestDamageIsNeverSilent damages a log at random. Every event that is read is
// one that was saved; when one is not read the status says so; a flipped bit
// costs two events at most; no byte is lost; and the log goes on.
func TestDamageIsNeverSilent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var saves [][]string
		var all []string
		for i := range rapid.IntRange(1, 12).Draw(t, "saves") {
			var notes []string
			for j := range rapid.IntRange(1, 3).Draw(t, "events") {
				notes = append(notes, fmt.Sprintf("%d.%d", i, j)+strings.Repeat("x", rapid.IntRange(0, 300).Draw(t, "length")))
			}
			saves, all = append(saves, notes), append(all, notes...)
		}
		d, path, data := logOf(t, saves...)
		kind := rapid.SampledFrom([]string{"flip", "cut", "zero"}).Draw(t, "kind")
		at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
		damaged := slices.Clone(data)
		switch kind {
		case "flip":
			damaged[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case "cut":
			damaged = damaged[:at]
		case "zero":
			clear(damaged[at:min(at+rapid.IntRange(1, 4096).Draw(t, "size"), len(damaged))])
		}
		d.names[path].data = slices.Clone(damaged)

		l := Open("/p", options(d))
		got := notesOf(t, l)
		if !inSameOrder(all, got) {
			t.Fatalf("read %q of %q", got, all)
		}
		s := l.Status()
		if lost := len(all) - len(got); lost > 0 && s.Sound() || kind == "flip" && lost > 2 {
			t.Fatalf("%d events lost, status %+v", lost, s)
		}
		wantBytesKept(t, d, s, path, damaged)
		saved := mustAppend(t, l, "new")
		mustClose(t, l)
		if seq := saved[0].Seq; saved[0].Device == deviceOf(path) && seq <= uint64(len(all)) {
			t.Fatalf("number %d is used again", seq)
		}
		again := Open("/p", options(d.restarted()))
		wantNotes(t, again, append(got, "new")...)
	})
}

func deviceOf(path string) string {
	return strings.TrimSuffix(path[strings.LastIndex(path, "/")+1:], ext)
}

// inSameOrder reports whether part is all without some of its elements.
func inSameOrder(all, part []string) bool {
	for _, s := range all {
		if len(part) > 0 && part[0] == s {
			part = part[1:]
		}
	}
	return len(part) == 0
}

// TestCutAtEveryByte: wherever a save breaks off, what was saved before is
// there, the save is there whole or not at all, and the next one is well.
func TestCutAtEveryByte(t *testing.T) {
	d, path, data := logOf(t, five...)
	_, first := lineAt(data, 0)
	_, second := lineAt(data, 3)
	delete(d.names, "/p/head.json") // no mark: the process was killed
	for cut := range len(data) + 1 {
		want := ""
		switch {
		case cut >= len(data)-1:
			want = "abcde"
		case cut >= second:
			want = "abcd"
		case cut >= first:
			want = "a"
		}
		one := d.restarted()
		one.names[path].data = slices.Clone(data[:cut])
		one.names["/p/head.json"] = &inode{data: machineOnly(t, deviceOf(path))}
		l := Open("/p", options(one))
		mustAppend(t, l, "f")
		mustClose(t, l)
		again := Open("/p", options(one.restarted()))
		if got := strings.Join(notesOf(t, again), ""); got != want+"f" || len(again.Status().Missing) > 0 {
			t.Fatalf("cut at %d of %d: got %q, want %q, status %+v", cut, len(data), got, want+"f", again.Status())
		}
		if files, _ := one.List("/p/log"); len(files) != 1 {
			t.Fatalf("cut at %d: a broken save is no reason for another file: %q", cut, files)
		}
	}
}

// machineOnly is a head.json that knows the device and has no marks.
func machineOnly(t failer, device string) []byte {
	d := newMemDisk()
	h := head{Machines: map[string]string{"": device}, Marks: map[string]mark{}}
	if err := h.write(d, "/p", "w"); err != nil {
		t.Fatalf("%v", err)
	}
	return d.names["/p/head.json"].data
}

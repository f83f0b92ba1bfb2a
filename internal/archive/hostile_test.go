package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/cairn-learn/cairn/internal/torture"
)

// hostile is an archive that must not be taken.
type hostile struct {
	name   string
	data   []byte
	reason string // is in the error
}

// badNames are the names that an archive must not have, by why.
func badNames() []struct{ about, name, reason string } {
	return []struct{ about, name, reason string }{
		{"C55 a name that climbs out", "../../.bashrc", "leads out"},
		{"C55 a name that climbs out on its way", "a/../../b.md", "leads out"},
		{"C55 a name that is nothing but dots", "..", "leads out"},
		{"C55 an absolute name", "/etc/x", "leads out"},
		{"C55 an absolute name behind slashes", "//host/x", "leads out"},
		{"C55 a name that climbs out as on Windows", `..\evil`, `has a \`},
		{"C55 an absolute name as on Windows", `C:\x`, `has a \`},
		{"C55 a drive", "C:x.md", "has a :"},
		{"C55 a network share", `\\host\x`, `has a \`},
		{"C55 a stream of a file", "a:stream", "has a :"},
		{"C55 a device of Windows", "CON.md", "device"},
		{"C55 a device of Windows in small letters", "part/nul", "device"},
		{"C55 a device of Windows with a space", "aux .tar.gz", "device"},
		{"C55 a serial port", "lpt1.md", "device"},
		{"C55 a serial port by a raised number", "com¹.md", "device"},
		{"C55 the console", "conin$", "device"},
		{"C55 a name that ends in a dot", "one.md.", "dot or a space"},
		{"C55 a folder that ends in a space", "part /one.md", "dot or a space"},
		{"C55 a part that is a dot", "a/./b.md", "without meaning"},
		{"C55 a part that is empty", "a//b.md", "without meaning"},
		{"C55 an escape in a name", "a\x1b]0;x\a.md", "cannot be seen"},
		{"C55 a line feed in a name", "a\nb.md", "cannot be seen"},
		{"C55 a name that turns the text around", "a\u202edm.exe", "cannot be seen"},
		{"C55 a character that takes no room", "a\u200b.md", "cannot be seen"},
		{"C55 a name that is not UTF-8", "a\xff.md", "not UTF-8"},
		{"C55 a part of 256 bytes", strings.Repeat("a", 256), "255 bytes"},
		{"C55 a name of 2000 bytes", strings.Repeat(strings.Repeat("a", 99)+"/", 20) + "a", "1024 bytes"},
		{"C55 a file below many folders", strings.Repeat("d/", 9) + "a.md", "deeper than 8"},
	}
}

// hostileArchives are the bad inputs that come as an archive, by their numbers. Of
// what the list asks, C58's store of unpacked courses does not exist, since nothing
// is unpacked, and neither do the signatures of C67.
func hostileArchives(t testing.TB) []hostile {
	list := hostileNames(t)
	list = append(list, hostileTars(t)...)
	list = append(list, hostileZips(t)...)
	return append(list, cutArchives(t)...)
}

func hostileNames(t testing.TB) (list []hostile) {
	for _, bad := range badNames() {
		list = append(list, hostile{bad.about + ", in a zip", rawZip(stored("one.md", "# One\n"), stored(bad.name, "x")), bad.reason})
		if strings.HasSuffix(bad.name, "/") {
			continue
		}
		list = append(list, hostile{bad.about + ", in a tar.gz", gzipped(t, tarOf(t, part{name: "one.md", text: "# One\n"}, part{name: bad.name, text: "x"})), bad.reason})
	}
	for about, pair := range map[string][2]string{
		"C63 the same name twice":                  {"a.md", "a.md"},
		"C63 names that differ in case":            {"A.md", "a.md"},
		"C63 names that differ in a special case":  {"Rivers.md", "riverſ.md"},
		"C63 folders that differ in case":          {"Part/a.md", "part/b.md"},
		"C63 names that differ in how é is put":    {"é.md", "e\u0301.md"},
		"C63 a file and a file below it":           {"a.md", "a.md/b.md"},
		"C63 a file and then the folder it was in": {"a/b.md", "a"},
	} {
		reason := "many systems take the two for one"
		switch {
		case pair[0] == pair[1]:
			reason = "twice"
		case strings.Contains(pair[0]+pair[1], "/") && !strings.Contains(pair[0], "P"):
			reason = "both a file and a folder"
		}
		list = append(list,
			hostile{about + ", in a zip", rawZip(stored(pair[0], "x"), stored(pair[1], "y")), reason},
			hostile{about + ", in a tar.gz", gzipped(t, tarOf(t, part{name: pair[0], text: "x"}, part{name: pair[1], text: "y"})), reason})
	}
	return list
}

func hostileTars(t testing.TB) (list []hostile) {
	for about, p := range map[string]part{
		"C56 a link to a secret":       {name: "a.md", kind: tar.TypeSymlink, link: "/etc/passwd"},
		"C56 a link within the course": {name: "a.md", kind: tar.TypeSymlink, link: "one.md"},
		"C58 a hard link":              {name: "a.md", kind: tar.TypeLink, link: "/etc/passwd"},
		"C59 a named pipe":             {name: "intro.md", kind: tar.TypeFifo},
		"C60 a block device":           {name: "disk.md", kind: tar.TypeBlock},
		"C60 a character device":       {name: "tty.md", kind: tar.TypeChar},
	} {
		reason := "neither a file nor a folder"
		if p.link != "" {
			reason = "it is a link"
		}
		list = append(list, hostile{about + ", in a tar.gz", gzipped(t, tarOf(t, part{name: "one.md", text: "# One\n"}, p)), reason})
	}
	one := tarOf(t, part{name: "one.md", text: "# One\n"})
	holes := bytes.Clone(one)
	holes[156] = tar.TypeGNUSparse
	many := make([]part, limits().Files+1)
	for i := range many {
		many[i] = part{name: fmt.Sprintf("%d.md", i)}
	}
	var padded bytes.Buffer
	w := tar.NewWriter(&padded)
	for i := range 30 {
		must(t, w.WriteHeader(&tar.Header{Name: fmt.Sprintf("%d.md", i), PAXRecords: map[string]string{"CAIRN.x": strings.Repeat("x", 900<<10)}}))
	}
	must(t, w.Close())
	return append(list,
		hostile{"C56 a link and a file through it, in a tar", tarOf(t, part{name: "up", kind: tar.TypeSymlink, link: "/etc"}, part{name: "up/passwd", text: "x"}), "it is a link"},
		hostile{"C61 1 GiB in 1 MiB, in a tar.gz", gzipped(t, tarHead(t, "bomb.md", 1<<30)), "larger than 4 MiB"},
		hostile{"C61 many files of the largest size, in a tar.gz", gzipped(t, tarOf(t, noise("a.md"), noise("b.md"), noise("c.md"))), "together are larger than 8 MiB"},
		hostile{"C61 a file packed too tightly, in a tar.gz", gzipped(t, tarOf(t, parts(1, 3<<20)...)), "100 times as large"},
		hostile{"C61 long notes about small files, in a tar.gz", gzipped(t, padded.Bytes()), "too much beside its files"},
		hostile{"C61 zeros without end, in a tar.gz", gzipped(t, append(one, make([]byte, 16<<20)...)), "too much beside its files"},
		hostile{"C61 too many files, in a tar.gz", gzipped(t, tarOf(t, many...)), "more than 500 files"},
		hostile{"C61 a file with holes of the old kind, in a tar", summed(holes), "refused"},
		hostile{"C64 a sum of a tar that is wrong", patched(t, one, "one.md", "two.md"), "damaged"},
		hostile{"C64 a sum of a gzip that is wrong", flipped(gzipped(t, one), -6), "damaged"},
		hostile{"C64 something after a gzip", append(gzipped(t, one), "tail"...), "follows its end"},
		hostile{"C64 a second gzip after the first", append(gzipped(t, one), gzipped(t, one)...), "follows its end"},
		hostile{"C64 something after a tar", append(bytes.Clone(one), "tail"...), "follows its end"},
		hostile{"C64 a second tar after the first", append(bytes.Clone(one), one...), "follows its end"},
	)
}

// tarHead is a tar of one file that states a size, and of as many zeros as a gzip
// packs into about 1 MiB.
func tarHead(t testing.TB, name string, size int64) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, tar.NewWriter(&b).WriteHeader(&tar.Header{Name: name, Size: size, Typeflag: tar.TypeReg}))
	return append(b.Bytes(), make([]byte, 8<<20)...)
}

// parts are n files of so many bytes that pack well.
func parts(n, size int) []part {
	var list []part
	for i := range n {
		list = append(list, part{name: fmt.Sprintf("%d.md", i), text: strings.Repeat("a", size)})
	}
	return list
}

// noise is a file of 3 MiB that packs badly.
func noise(name string) part {
	text := make([]byte, 3<<20)
	_, _ = rand.NewChaCha8([32]byte{}).Read(text) // never fails
	return part{name: name, text: string(text)}
}

// flipped is data with one bit flipped, counted from the end where at is negative.
func flipped(data []byte, at int) []byte {
	data = bytes.Clone(data)
	if at < 0 {
		at += len(data)
	}
	data[at] ^= 1
	return data
}

// summed is a tar whose first entry has the right sum.
func summed(data []byte) []byte {
	copy(data[148:156], "        ")
	sum := 0
	for _, b := range data[:block] {
		sum += int(b)
	}
	copy(data[148:], fmt.Sprintf("%06o\x00 ", sum))
	return data
}

func hostileZips(t testing.TB) []hostile {
	one := stored("one.md", "# One\n")
	liar := func(change func(*raw)) []byte {
		r := stored("a.md", "some text")
		change(&r)
		return rawZip(one, r)
	}
	inner := stored("inner.md", "x")
	outer := stored("outer.md", string(append(inner.header(), inner.packed...)))
	inner.at = len(outer.header())
	again := outer
	again.at = 0
	deflated := zipOf(t, parts(1, 3<<20)...)
	many := make([]raw, limits().Files+1)
	for i := range many {
		many[i] = stored(fmt.Sprintf("%d.md", i), "")
	}
	plain := rawZip(one)
	return []hostile{
		{"C56 a link to a secret, in a zip", zipOf(t, part{name: "a.md", text: "/etc/passwd", mode: fs.ModeSymlink}), "it is a link"},
		{"C56 a link called as a folder, in a zip", zipOf(t, part{name: "a/", mode: fs.ModeSymlink}), "it is a link"},
		{"C59 a named pipe, in a zip", zipOf(t, part{name: "intro.md", mode: fs.ModeNamedPipe}), "neither a file nor a folder"},
		{"C60 a device, in a zip", zipOf(t, part{name: "tty.md", mode: fs.ModeDevice | fs.ModeCharDevice}), "neither a file nor a folder"},
		{"C60 a socket, in a zip", zipOf(t, part{name: "s.md", mode: fs.ModeSocket}), "neither a file nor a folder"},
		{"C61 a file packed too tightly, in a zip", deflated, "100 times as large"},
		{"C61 a file that states 3 GiB, in a zip", liar(func(r *raw) { r.size = 3 << 30 }), "larger than 4 MiB"},
		{"C61 many files of the largest size, in a zip", rawZip(large("a.md"), large("b.md"), large("c.md")), "together are larger than 8 MiB"},
		{"C61 a file that is too large, in a zip", rawZip(stored("a.md", strings.Repeat("a", 4<<20+1))), "larger than 4 MiB"},
		{"C61 too many files, in a zip", rawZip(many...), "more than 500 files"},
		{"C62 a file within the bytes of another", rawZip(outer, inner), "shares bytes"},
		{"C62 a file that is there under two names", rawZip(outer, func() raw { r := again; r.name = "twin.md"; return r }()), "contradicts itself"},
		{"C62 a file that is listed twice", rawZip(outer, again), "shares bytes"},
		{"C62 a file that reaches into the directory", patchedSize(rawZip(one)), "directory"},
		{"C63 one name before the bytes and another in the directory", liar(func(r *raw) { r.local = "b.md" }), "contradicts itself"},
		{"C64 a size that is smaller than it is", liar(func(r *raw) { r.size = 3 }), "larger than the archive states"},
		{"C64 a size that is larger than it is", liar(func(r *raw) { r.size = 300 }), "does not have the size"},
		{"C64 a packed size that is smaller than it is", patched(t, zipOf(t, part{name: "a.md", text: "some text of a lesson"}), "\x00\x00\x00\x00a.md", "\x00\x00\x00\x00b.md"), "contradicts itself"},
		{"C64 a sum that is wrong", liar(func(r *raw) { r.sum++ }), "its sum is not the one"},
		{"C64 a sum of nothing", liar(func(r *raw) { r.sum = 0 }), "its sum is not the one"},
		{"C64 bytes that are not packed as stated", liar(func(r *raw) { r.method = 8 }), "damaged"},
		{"C64 an encrypted file", liar(func(r *raw) { r.flags = 1 }), "encrypted"},
		{"C64 a file packed in an unknown way", liar(func(r *raw) { r.method = 12 }), "not known"},
		{"C64 an entry that is not there", liar(func(r *raw) { r.at = 4 }), "nothing where it should be"},
		{"C64 an entry beyond the end", liar(func(r *raw) { r.at = 1 << 30 }), "nothing where it should be"},
		{"C64 something after a zip", append(bytes.Clone(plain), "tail"...), "cut"},
		{"C64 something before a zip", append([]byte("PK\x03\x04 and more"), plain...), "directory is not where"},
		{"C64 more entries than the directory says", patched(t, rawZip(one, stored("two.md", "")), "\x02\x00\x02\x00", "\x01\x00\x01\x00"), "more entries"},
		{"C64 fewer entries than the directory says", patched(t, rawZip(one, stored("two.md", "")), "\x02\x00\x02\x00", "\x03\x00\x03\x00"), "damaged"},
		{"C64 a zip of several parts", patched(t, plain, endMark+"\x00\x00", endMark+"\x01\x00"), "several parts"},
		{"C64 bytes between a file's and its end", liar(func(r *raw) { r.method, r.packed = 8, append(deflate(t, "some text"), "hidden"...) }), "damaged"},
		{"C64 nothing at all", nil, "no .zip"},
		{"C64 a text", []byte("# One\n"), "no .zip"},
	}
}

// large is a file of 3 MiB that is not packed.
func large(name string) raw { return stored(name, strings.Repeat("a", 3<<20-100)) }

// patchedSize makes the only file of a zip ten bytes longer than it is.
func patchedSize(data []byte) []byte {
	data = bytes.Clone(data)
	at := bytes.Index(data, []byte(entryMark))
	data[at+20] += 10
	data[at+24] += 10
	return data
}

// deflate is a text as a zip packs it.
func deflate(t testing.TB, text string) []byte {
	t.Helper()
	packed := gzipped(t, []byte(text))
	return packed[10 : len(packed)-8]
}

// cutArchives are good archives that end too early.
func cutArchives(t testing.TB) (list []hostile) {
	whole := []part{{name: "one.md", text: strings.Repeat("a line of text\n", 99)}, {name: "two.md", text: "x"}}
	for kind, data := range map[string][]byte{"tar": tarOf(t, whole...), "tar.gz": gzipped(t, tarOf(t, whole...)), "zip": zipOf(t, whole...)} {
		for _, at := range []int{0, 1, 9, len(data) / 3, len(data) / 2, len(data) - 512, len(data) - 9, len(data) - 1} {
			if at < 0 {
				continue
			}
			list = append(list, hostile{fmt.Sprintf("C64 a %s cut after %d of %d bytes", kind, at, len(data)), data[:at], "refused"})
		}
	}
	return list
}

// TestHostileArchives holds every bad archive to being refused whole, with its
// reason, within a second and without taking the memory that it asks for.
func TestHostileArchives(t *testing.T) {
	list := hostileArchives(t)
	var slowest time.Duration
	var most uint64
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			fsys, err := Read(bytes.NewReader(c.data), int64(len(c.data)), limits())
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			var refused *Refused
			if fsys != nil || !errors.As(err, &refused) || !strings.Contains(err.Error(), c.reason) {
				t.Fatalf("%v, want a refusal with %q", err, c.reason)
			}
			if strings.ContainsFunc(err.Error(), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) || len(err.Error()) > 600 {
				t.Errorf("the error cannot be shown: %q", err)
			}
			// What is allowed to be read, twice over for how memory grows.
			if got := after.TotalAlloc - before.TotalAlloc; got > uint64(4*limits().Total) {
				t.Errorf("%d bytes were taken", got)
			} else {
				most = max(most, got)
			}
			if took > time.Second {
				t.Errorf("it took %s", took)
			}
			slowest = max(slowest, took)
		})
	}
	torture.Report(t, "P15", "%d hostile archives, all refused whole; the slowest in %d ms, the hungriest with %d MiB", len(list), slowest.Milliseconds(), most>>20)
}

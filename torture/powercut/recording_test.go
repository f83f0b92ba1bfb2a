package powercut

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// wrote is a write of one byte, many times.
func wrote(offset int64, b byte, times int) Entry {
	return Entry{Kind: Write, Offset: offset, Data: bytes.Repeat([]byte{b}, times)}
}

// TestWhatAPowerCutLeaves: what was flushed is always there, what came after the
// cut never, and what lies between as each way of losing writes says.
func TestWhatAPowerCutLeaves(t *testing.T) {
	base := imageOf(t, bytes.Repeat([]byte{'.'}, 3*pageSize))
	r := Recording{wrote(4000, 'a', 200), {Kind: Flush}, {Kind: Mark, Mark: "ack 1"}, wrote(512, 'b', 1024), wrote(4100, 'c', 1), wrote(0, 'd', 5)}
	const point = 4
	for way := range ways {
		seen := map[string]bool{}
		for seed := range uint64(50) {
			got := content(t, r.After(base, point, way, rand.New(rand.NewPCG(seed, 0))))
			if n := bytes.Count(got, []byte("a")); n != 200 && (n != 199 || got[4100] != 'c') {
				t.Fatalf("kept %v: %d of 200 flushed bytes are there", way, n)
			}
			if bytes.Contains(got, []byte("d")) {
				t.Fatalf("kept %v: there is what was written after the cut", way)
			}
			seen[string([]byte{got[512], got[1024], got[4100]})] = true
		}
		want := map[Kept]int{KeptNone: 1, KeptAll: 1, KeptSome: 4, KeptParts: 8}[way]
		if len(seen) != want || seen["..a"] != (way != KeptAll) || seen["bbc"] != (way != KeptNone) {
			t.Errorf("kept %v: %d outcomes, want %d: %v", way, len(seen), want, seen)
		}
	}
}

// TestImageIsNotChangedThroughACopy, and zeros are written like anything else.
func TestImageIsNotChangedThroughACopy(t *testing.T) {
	base := imageOf(t, bytes.Repeat([]byte{'.'}, pageSize+100))
	r := Recording{{Kind: Write, Offset: 10, Zeros: pageSize}}
	changed := content(t, r.After(base, 0, KeptAll, nil))
	if changed[9] != '.' || changed[10] != 0 || changed[pageSize+9] != 0 || changed[pageSize+10] != '.' {
		t.Error("the zeros are elsewhere")
	}
	if before := content(t, base); bytes.Count(before, []byte(".")) != pageSize+100 {
		t.Error("the first image was changed")
	}
}

func TestRecordingIsReadAsItWasSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r")
	r := Recording{wrote(1, 'a', 2), {Kind: Flush}, {Kind: Mark, Mark: "ack 1"}, {Kind: Write, Offset: 7, Zeros: 9}}
	if err := r.save(path); err != nil {
		t.Fatal(err)
	}
	got, err := ReadRecording(path)
	if err != nil || len(got) != 4 || string(got[0].Data) != "aa" || got[2].Mark != "ack 1" || got[3].Zeros != 9 || got.Count(Write) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
}

func imageOf(t *testing.T, content []byte) *Image {
	t.Helper()
	path := filepath.Join(t.TempDir(), "image")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := ReadImage(path)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func content(t *testing.T, m *Image) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "image")
	if err := m.Save(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

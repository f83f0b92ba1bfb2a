package textsafe_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// TestWriter sends everything that content may try through an outlet.
func TestWriter(t *testing.T) {
	for _, tt := range shown {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			n, err := io.WriteString(&textsafe.Writer{W: &out}, tt.in)
			if err != nil || n != len(tt.in) {
				t.Errorf("wrote %d of %d bytes: %v", n, len(tt.in), err)
			}
			if out.String() != tt.text {
				t.Errorf("of %q came\n     %q\nwant %q", tt.in, out.String(), tt.text)
			}
		})
	}
}

// TestWriterTakesWritesOfAnySize cuts text between any two bytes. Letters stay
// whole, and nothing that a terminal acts on is put together from parts.
func TestWriterTakesWritesOfAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.OneOf(
			rapid.SampledFrom([]string{"\x1b", "[2J", "]52;c;aa", "\a", "\u009b", "\xc2", "\x9b", "é", "漢", "🏔", "\u202e", "\r", "\n", "\xf0\x9f", "\x8f\x94"}),
			rapid.String(),
		)).Draw(t, "parts")
		all := strings.Join(parts, "")
		var out bytes.Buffer
		w := &textsafe.Writer{W: &out}
		for rest := all; rest != ""; {
			n := rapid.IntRange(1, min(len(rest), 8)).Draw(t, "n")
			if _, err := io.WriteString(w, rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		got := out.String()
		if r, ok := visible(strings.ReplaceAll(got, "\u200b", "")); !ok {
			t.Fatalf("%q lets U+%04X through: %q", all, r, got)
		}
	})
}

// TestWriterKeepsDividedLetters writes byte by byte.
func TestWriterKeepsDividedLetters(t *testing.T) {
	const text = "Größe, 漢字, 🏔, e\u0301, naïve\n"
	var out bytes.Buffer
	w := &textsafe.Writer{W: &out}
	for i := range len(text) {
		if _, err := w.Write([]byte(text)[i : i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if out.String() != text {
		t.Errorf("got %q, want %q", out.String(), text)
	}
}

// TestWriterTellsErrors lets the outlet fail, as a closed pipe does.
func TestWriterTellsErrors(t *testing.T) {
	broken := errors.New("broken pipe")
	r, w := io.Pipe()
	_ = r.CloseWithError(broken)
	if n, err := io.WriteString(&textsafe.Writer{W: w}, "x"); n != 0 || !errors.Is(err, broken) {
		t.Errorf("wrote %d: %v", n, err)
	}
}

func BenchmarkWriterASCII(b *testing.B) {
	benchWriter(b, "Git keeps your work as a row of snapshots.\n")
}
func BenchmarkWriterAccent(b *testing.B) {
	benchWriter(b, "Größe und Übung, 你好, crème brûlée\n")
}
func BenchmarkWriterHostile(b *testing.B) {
	benchWriter(b, "Git \x1b[31mkeeps\a your work\u202e as a row\n")
}

// benchWriter writes about 1 MB at once.
func benchWriter(b *testing.B, line string) {
	data := []byte(strings.Repeat(line, 1<<20/len(line)))
	w := &textsafe.Writer{W: io.Discard}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Write(data); err != nil {
			b.Fatal(err)
		}
	}
}

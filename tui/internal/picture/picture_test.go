package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/picture"
)

var update = flag.Bool("update", false, "write the golden file instead of comparing it")

// drawn is a small picture: red at the left, blue below, clear in one corner.
func drawn(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: uint8(255 * (w - x) / w), B: uint8(255 * y / h), A: 255}
			if x >= w/2 && y < h/2 {
				c.A = 0
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBlocks(t *testing.T) {
	var got strings.Builder
	for _, size := range [][2]int{{1, 1}, {4, 4}, {6, 3}} {
		m, err := picture.Decode(asPNG(t, drawn(size[0], size[1])), size[0], size[1])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%d by %d\n", size[0], size[1])
		for _, row := range picture.Blocks(m) {
			if w := ansi.StringWidth(row); w != size[0] || textsafe.Styled(row) != row {
				t.Errorf("%d cells wide, or not safe: %q", w, row)
			}
			fmt.Fprintf(&got, "%q\n", row)
		}
	}
	const golden = "testdata/blocks.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != got.String() {
		t.Errorf("%v\ngot\n%swant\n%s", err, got.String(), want)
	}
}

// TestKitty reads what the terminal is sent as the terminal does.
func TestKitty(t *testing.T) {
	m := drawn(90, 70)
	for i := range m.Pix { // so that it takes several parts
		m.Pix[i] ^= uint8(i * i * i >> 3)
	}
	seq, err := picture.Kitty(m, 42, 9, 4)
	if err != nil {
		t.Fatal(err)
	}
	encoded := ""
	parts := strings.Split(strings.TrimSuffix(seq, "\x1b\\"), "\x1b\\")
	for i, part := range parts {
		head, data, ok := strings.Cut(strings.TrimPrefix(part, "\x1b_G"), ";")
		if want := "a=T,U=1,q=2,f=100,i=42,c=9,r=4,"; !ok || (i == 0) != strings.HasPrefix(head, want) {
			t.Errorf("part %d says %q", i, head)
		}
		if last := i == len(parts)-1; strings.HasSuffix(head, "m=0") != last || len(data) > 4096 {
			t.Errorf("part %d of %d: %q, %d bytes", i, len(parts), head, len(data))
		}
		encoded += data
	}
	if len(parts) < 2 {
		t.Error("one part only")
	}
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	back, err := png.Decode(bytes.NewReader(data))
	if err != nil || back.Bounds() != m.Bounds() || back.At(3, 60) != m.At(3, 60) {
		t.Errorf("another picture came: %v %v", back.Bounds(), err)
	}
	for row, line := range picture.KittyRows(42, 9, 4) {
		if ansi.StringWidth(line) != 9 || textsafe.Styled(line) != line {
			t.Errorf("row %d is not 9 cells, or not safe: %q", row, line)
		}
		text := []rune(ansi.Strip(line))
		if text[0] != kitty.Placeholder || text[1] != kitty.Diacritic(row) || text[8*3+2] != kitty.Diacritic(8) {
			t.Errorf("row %d: %q", row, text)
		}
	}
}

func TestSixel(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 20, 12))
	for y := range 12 {
		for x := range 20 {
			m.SetNRGBA(x, y, color.NRGBA{R: 255, A: 255})
		}
	}
	seq, err := picture.Sixel(m, 2, 3)
	if err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(seq, "\x1b7\x1b[4;3H\x1bP")
	body, tail := strings.CutSuffix(body, "\x1b\\\x1b8")
	_, body, q := strings.Cut(body, "q")
	if !ok || !tail || !q {
		t.Fatalf("%q", seq)
	}
	back, err := (&sixel.Decoder{}).Decode(strings.NewReader(body))
	if err != nil || back.Bounds().Dx() != 20 || back.Bounds().Dy() != 12 {
		t.Fatal(back.Bounds(), err)
	}
	if r, g, _, _ := back.At(10, 5).RGBA(); r < 0xf000 || g > 0x0fff {
		t.Errorf("red became %v", back.At(10, 5))
	}
}

// huge is a PNG that says it has w by h pixels and holds none.
func huge(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	ihdr := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	ihdr = append(ihdr, 8, 6, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, 13)
	b = append(b, ihdr...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(ihdr))
}

// TestHostilePictures are refused from their header, or fail, or are shown.
func TestHostilePictures(t *testing.T) {
	jpg := func(m image.Image) []byte {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	palette := image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.Black, color.White, color.Transparent})
	small := image.NewPaletted(image.Rect(2, 2, 5, 5), palette.Palette)
	var moving bytes.Buffer
	if err := gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{small, palette, palette}, Delay: []int{1, 1, 1}, Config: image.Config{Width: 9, Height: 9, ColorModel: palette.Palette}}); err != nil {
		t.Fatal(err)
	}
	deep := image.NewNRGBA64(image.Rect(0, 0, 7, 5))
	good := asPNG(t, drawn(300, 200))
	bomb := asPNG(t, image.NewGray(image.Rect(0, 0, 9000, 9000)))
	for name, c := range map[string]struct {
		data  []byte
		shown bool
	}{
		"nothing": {nil, false}, "text": {[]byte("hello"), false}, "SVG": {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), false},
		"a header only": {huge(100, 100), false}, "too wide": {huge(2_000_000_000, 1), false}, "too many": {huge(20_000, 20_000), false},
		"overflow": {huge(0x7fffffff, 0x7fffffff), false}, "empty": {huge(0, 0), false}, "a bomb of 81 megapixels": {bomb, false},
		"cut short": {good[:len(good)/2], false}, "cut in the header": {good[:20], false},
		"1 by 20000": {asPNG(t, image.NewGray(image.Rect(0, 0, 1, 20_000))), true}, "20000 by 1": {asPNG(t, image.NewGray(image.Rect(0, 0, 20_000, 1))), true},
		"a palette": {asPNG(t, palette), true}, "16 bits": {asPNG(t, deep), true}, "moving": {moving.Bytes(), true},
		"JPEG": {jpg(drawn(30, 20)), true}, "grey JPEG": {jpg(image.NewGray(image.Rect(0, 0, 30, 20))), true}, "JPEG cut short": {jpg(drawn(300, 200))[:400], false},
		"WebP without a picture": {[]byte("RIFF\x04\x00\x00\x00WEBPVP8 "), false}, "GIF without a picture": {[]byte("GIF89a\xff\xff\xff\xff\x00\x00\x00"), false},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := picture.Decode(c.data, 8, 6)
			if (err == nil) != c.shown {
				t.Fatalf("shown: %v, %v", err == nil, err)
			}
			if c.shown && (m.Bounds().Dx() != 8 || m.Bounds().Dy() != 6) {
				t.Errorf("it is %v", m.Bounds())
			}
		})
	}
}

// TestMemoryOfPictures: a few bytes may ask for far more than their pixels take,
// which is known before any of it is decoded.
func TestMemoryOfPictures(t *testing.T) {
	jpg := func(kind byte, w, h int, sampling byte) []byte {
		return append([]byte{0xff, 0xd8, 0xff, kind, 0, 17, 8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), 3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0}, 0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0)
	}
	interlaced := huge(6000, 6000)
	interlaced[28] = 1
	binary.BigEndian.PutUint32(interlaced[29:], crc32.ChecksumIEEE(interlaced[12:29]))
	for name, c := range map[string]struct {
		data  []byte
		shown bool
	}{
		"a JPEG of 36 megapixels":                               {jpg(0xc0, 6000, 6000, 0x11), true},
		"a progressive JPEG of 36 megapixels":                   {jpg(0xc2, 6000, 6000, 0x11), false},
		"a progressive photograph of 12 megapixels":             {jpg(0xc2, 4000, 3000, 0x22), true},
		"a progressive JPEG of 12 megapixels in full colour":    {jpg(0xc2, 4000, 3000, 0x11), false},
		"a progressive JPEG of 9 megapixels in full colour":     {jpg(0xc2, 3000, 3000, 0x11), true},
		"a PNG of 36 megapixels":                                {huge(6000, 6000), true},
		"an interlaced PNG of 36 megapixels":                    {interlaced, false},
		"a GIF of 36 megapixels, of which one is drawn at most": {[]byte("GIF89a\x70\x17\x70\x17\x00\x00\x00"), false},
	} {
		if _, _, err := picture.Size(c.data); (err == nil) != c.shown {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct{ w, h, cols, rows, c, r int }{
		{160, 96, 80, 20, 20, 6}, {1600, 960, 80, 20, 67, 20}, {1, 1, 80, 20, 1, 1}, {10_000, 1, 80, 20, 80, 1}, {1, 10_000, 80, 20, 1, 20}, {0, 5, 80, 20, 0, 0}, {5, 5, 0, 5, 0, 0},
	} {
		if gotC, gotR := picture.Fit(c.w, c.h, c.cols, c.rows, picture.UsualCell()); gotC != c.c || gotR != c.r {
			t.Errorf("%d by %d in %d by %d: %d by %d, want %d by %d", c.w, c.h, c.cols, c.rows, gotC, gotR, c.c, c.r)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(asPNG(f, drawn(4, 4)))
	f.Add(huge(100, 100))
	f.Fuzz(func(t *testing.T, data []byte) {
		if w, h, err := picture.Size(data); err == nil && w*h > 1<<20 {
			t.Skip()
		}
		if m, err := picture.Decode(data, 3, 3); err == nil {
			picture.Blocks(m)
		}
	})
}

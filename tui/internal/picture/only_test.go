package picture

import (
	"image"
	"testing"
)

// TestOnly lets through what this package makes, and nothing that is put among
// it or into it.
func TestOnly(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for i := range m.Pix {
		m.Pix[i] = byte(i * 7)
	}
	kitty, err := Kitty(m, FirstID, 4, 2)
	if err != nil {
		t.Fatal(err)
	}
	sixel, err := Sixel(m, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for name, made := range map[string]string{
		"a kitty picture": kitty, "sixels": sixel, "deleting": KittyDelete(FirstID) + KittyDelete(LastID),
		"questions": KittyQuery() + CellSizeQuery + AttributesQuery, "nothing": "",
	} {
		if !Only(made) {
			t.Errorf("%s is not let through: %.80q", name, made)
		}
		for other, put := range map[string]string{
			"text": "x", "clipboard": "\x1b]52;c;aa\a", "clear": "\x1b[2J", "a bell": "\a", "a colour": "\x1b[31m", "a report": "\x1b[6n",
			"a title report": "\x1b[21t", "an open string": "\x1b_G", "another string": "\x1bP$q\"p\x1b\\", "C1": "\u009b",
		} {
			for _, at := range []int{0, len(made) / 2, len(made)} {
				if both := made[:at] + put + made[at:]; Only(both) {
					// In the middle of a payload, text is payload.
					if put == "x" && at > 0 && at < len(made) {
						continue
					}
					t.Errorf("%s with %s at %d is let through", name, other, at)
				}
			}
		}
	}
}

func BenchmarkOnly(b *testing.B) {
	m := image.NewNRGBA(image.Rect(0, 0, 800, 600))
	for i := range m.Pix {
		m.Pix[i] = byte(i * i * 7)
	}
	s, err := Kitty(m, FirstID, 80, 30)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Only(s)
	}
}

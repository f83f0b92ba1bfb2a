package picture

import (
	"image"
	"strconv"
	"strings"
)

// Blocks draws a picture in half blocks, two pixels above each other in a cell:
// it must be as many pixels wide as there are columns and twice as high as there
// are rows. Where it is transparent, the terminal's ground shows.
func Blocks(m *image.NRGBA) []string {
	b := m.Bounds()
	rows := make([]string, (b.Dy()+1)/2)
	for row := range rows {
		var out strings.Builder
		last := ""
		for x := b.Min.X; x < b.Max.X; x++ {
			top, topSeen := pixel(m, x, b.Min.Y+2*row)
			bottom, bottomSeen := pixel(m, x, b.Min.Y+2*row+1)
			sgr, sign := "\x1b[m", " "
			switch {
			case topSeen && bottomSeen:
				sgr, sign = "\x1b[0;38;2;"+top+";48;2;"+bottom+"m", "▀"
			case topSeen:
				sgr, sign = "\x1b[0;38;2;"+top+"m", "▀"
			case bottomSeen:
				sgr, sign = "\x1b[0;38;2;"+bottom+"m", "▄"
			}
			if sgr != last {
				out.WriteString(sgr)
				last = sgr
			}
			out.WriteString(sign)
		}
		if last != "\x1b[m" {
			out.WriteString("\x1b[m")
		}
		rows[row] = out.String()
	}
	return rows
}

// pixel is the colour of a pixel as "r;g;b". seen is false where it is more
// transparent than not, or below the picture.
func pixel(m *image.NRGBA, x, y int) (rgb string, seen bool) {
	if y >= m.Bounds().Max.Y {
		return "", false
	}
	c := m.NRGBAAt(x, y)
	if c.A < 128 {
		return "", false
	}
	return strconv.Itoa(int(c.R)) + ";" + strconv.Itoa(int(c.G)) + ";" + strconv.Itoa(int(c.B)), true
}

package picture

import (
	"bytes"
	"fmt"
	"image"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/sixel"
)

// Sixel writes a picture as sixels, with its upper left corner in the cell
// (x, y), counted from 0. The cursor is put back.
func Sixel(m image.Image, x, y int) (string, error) {
	var data bytes.Buffer
	if err := (&sixel.Encoder{}).Encode(&data, m); err != nil {
		return "", fmt.Errorf("writing the picture as sixels: %w", err)
	}
	return fmt.Sprintf(saveCursor+"\x1b[%d;%dH", y+1, x+1) + ansi.SixelGraphics(0, 1, 0, data.Bytes()) + restoreCursor, nil
}

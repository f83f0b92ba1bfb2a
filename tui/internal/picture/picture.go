// Package picture decodes pictures and turns them into what a terminal can
// show: the kitty graphics protocol, sixels, or half blocks.
//
// Pictures come from courses and are hostile until proven otherwise: how large
// one is gets known before any of it is decoded, and a decoder that panics
// costs its picture only.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// Bounds on what is decoded.
const (
	maxPixels = 40_000_000
	maxSide   = 30_000
	maxMemory = 160 << 20 // bytes of the decoded picture
)

// Size returns the width and height of a picture in pixels, from its header. An
// error says that it cannot be shown.
func Size(data []byte) (width, height int, err error) {
	c, _, err := header(data)
	return c.Width, c.Height, err
}

// format is how a kind of file is read.
type format struct {
	header func(*bytes.Reader) (image.Config, error)
	decode func(*bytes.Reader) (image.Image, error)
}

// header reads what kind of file it is and how large its picture is.
func header(data []byte) (c image.Config, f format, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading the picture: %v", r)
		}
	}()
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		f = format{func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) }, func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) }}
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		f = format{func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) }, func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) }}
	case bytes.HasPrefix(data, []byte("GIF8")):
		f = format{func(r *bytes.Reader) (image.Config, error) { return gif.DecodeConfig(r) }, func(r *bytes.Reader) (image.Image, error) { return gif.Decode(r) }}
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		f = format{func(r *bytes.Reader) (image.Config, error) { return webp.DecodeConfig(r) }, func(r *bytes.Reader) (image.Image, error) { return webp.Decode(r) }}
	default:
		return c, f, errors.New("reading the picture: it is no PNG, JPEG, GIF or WebP")
	}
	c, err = f.header(bytes.NewReader(data))
	if err != nil {
		return c, f, fmt.Errorf("reading the picture: %w", err)
	}
	per := 4
	if c.ColorModel == color.RGBA64Model || c.ColorModel == color.NRGBA64Model || c.ColorModel == color.Gray16Model {
		per = 8
	}
	switch w, h := c.Width, c.Height; {
	case w < 1 || h < 1:
		return c, f, errors.New("reading the picture: it is empty")
	case w > maxSide || h > maxSide || w*h > maxPixels || w*h*per > maxMemory:
		return c, f, fmt.Errorf("reading the picture: %d by %d pixels are more than can be shown; make it smaller", w, h)
	}
	return c, f, nil
}

// Decode reads a picture, the first frame of an animated one, and makes it
// width by height pixels.
func Decode(data []byte, width, height int) (out *image.NRGBA, err error) {
	c, f, err := header(data)
	if err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("reading the picture: %v", r)
		}
	}()
	src, err := f.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	// A frame may cover only part of what the file says that it does.
	whole := image.Rect(0, 0, c.Width, c.Height)
	if !src.Bounds().Eq(whole) {
		canvas := image.NewNRGBA(whole)
		draw.Draw(canvas, src.Bounds(), src, src.Bounds().Min, draw.Src)
		src = canvas
	}
	width, height = max(width, 1), max(height, 1)
	// Far larger pictures are thinned out first: the good scaler looks at every
	// pixel.
	const finer = 4
	if b := src.Bounds(); b.Dx() > finer*width && b.Dy() > finer*height {
		thin := image.NewNRGBA(image.Rect(0, 0, finer*width, finer*height))
		draw.NearestNeighbor.Scale(thin, thin.Bounds(), src, b, draw.Src, nil)
		src = thin
	}
	out = image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(out, out.Bounds(), src, src.Bounds(), draw.Src, nil)
	return out, nil
}

// Cell is the size of a terminal's cell in pixels.
type Cell struct{ Width, Height int }

// UsualCell is the size that a cell has where the terminal does not say it.
func UsualCell() Cell { return Cell{8, 16} }

// Fit returns how many cells a picture of width by height pixels takes: as many
// as it is large, and no more than cols by rows.
func Fit(width, height, cols, rows int, cell Cell) (c, r int) {
	if width < 1 || height < 1 || cols < 1 || rows < 1 {
		return 0, 0
	}
	if cell.Width < 1 || cell.Height < 1 {
		cell = UsualCell()
	}
	scale := min(1, float64(cols*cell.Width)/float64(width), float64(rows*cell.Height)/float64(height))
	up := func(pixels, of, most int) int { return min(max((pixels+of-1)/of, 1), most) }
	return up(int(float64(width)*scale), cell.Width, cols), up(int(float64(height)*scale), cell.Height, rows)
}

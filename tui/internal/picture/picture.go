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
	per := perPixel(data, c.ColorModel)
	switch w, h := c.Width, c.Height; {
	case w < 1 || h < 1:
		return c, f, errors.New("reading the picture: it is empty")
	case w > maxSide || h > maxSide || w*h > maxPixels || w*h > maxMemory/per:
		return c, f, fmt.Errorf("reading the picture: %d by %d pixels are more than can be shown; make it smaller", w, h)
	}
	return c, f, nil
}

// perPixel is how many bytes a pixel takes while a picture is decoded.
func perPixel(data []byte, model color.Model) int {
	per := 4
	switch model {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model, color.CMYKModel: // of CMYK there are two for a moment
		per = 8
	}
	switch {
	case data[0] == 'G':
		per++ // the frame, and what it is laid on
	case data[0] == 0x89 && len(data) > interlaced && data[interlaced] != 0:
		per += per / 2 // a pass, and what it is laid into
	case data[0] == 0xff:
		per = max(per, progressive(data))
	}
	return per
}

// interlaced is where a PNG says that it is.
const interlaced = 28

// progressive is how many bytes a pixel of a progressive JPEG takes: all its
// coefficients, of 4 bytes each, are kept until the end. It is 0 where the JPEG is
// not progressive. What looks like the mark of one and is none is taken for one: the
// decoder skips what it does not know, and so does the search.
func progressive(data []byte) int {
	per := 0
	for {
		_, after, found := bytes.Cut(data, []byte("\xff\xc2"))
		if !found {
			return per
		}
		data = after
		const head = 8 // length, precision, height, width, and how many components
		if len(data) < head || len(data) < head+3*int(data[7]) || data[7] == 0 || data[7] > 4 {
			continue
		}
		samples := func(i int) int { hv := int(data[head+3*i+1]); return (hv >> 4) * (hv & 15) }
		sum := 0
		for i := range int(data[7]) {
			sum += samples(i)
		}
		if first := samples(0); first > 0 {
			per = max(per, (5*sum+first-1)/first)
		}
	}
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

package simulate

import (
	"fmt"
	"io"
)

// Sizes of the picture, in pixels.
const (
	svgLetter = 7 // about the width of one
	svgBar    = 420
	svgRow    = 18
	svgMargin = 24
)

// WriteSVG draws the bars of WriteText as a picture: the delayed score of each
// policy with equal minutes. Without that experiment it draws nothing but says
// so.
func (r Report) WriteSVG(w io.Writer) error {
	all := r.Results[Equal]
	if len(all) == 0 {
		return fmt.Errorf("drawing: the experiment %q was not run", Equal)
	}
	var shapes []string
	y, left := svgMargin, 2*svgMargin
	for _, name := range policies(all) {
		left = max(left, 2*svgMargin+svgLetter*len(name))
	}
	for _, holdout := range []bool{false, true} {
		part := Pick(all, func(x Result) bool { return x.World.Holdout == holdout })
		if len(part) == 0 {
			continue
		}
		shapes = append(shapes, svgText(svgMargin, y, "Delayed score with equal minutes: "+whichWorlds(holdout)))
		y += svgRow
		for _, known := range knownShares() {
			shapes = append(shapes, svgText(svgMargin, y, percent(known)+" known at the start"))
			y += svgRow
			for _, name := range policies(part) {
				in := Pick(part, func(x Result) bool { return x.Known == known && x.Policy.Name == name })
				score := Mean(in, Delayed)
				shapes = append(shapes,
					svgText(svgMargin, y, name),
					fmt.Sprintf(`<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>`, left, y-11, score*svgBar, svgRow-6, svgFill(name)),
					svgText(left+int(score*svgBar)+6, y, fmt.Sprintf("%.3f", score)))
				y += svgRow
			}
			y += svgRow / 2
		}
		y += svgRow
	}
	p := &printer{w: w}
	p.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">`, left+svgBar+3*svgMargin, y)
	p.line(`<rect width="100%%" height="100%%" fill="white"/>`)
	for _, s := range shapes {
		p.line("%s", s)
	}
	p.line("</svg>")
	return p.err
}

func svgText(x, y int, text string) string {
	return fmt.Sprintf(`<text x="%d" y="%d">%s</text>`, x, y, text)
}

func svgFill(policy string) string {
	switch policy {
	case Recommended:
		return "#2f6f9f"
	case Oracle:
		return "#9a9a9a"
	}
	return "#c8c8c8"
}

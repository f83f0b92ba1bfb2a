package page

import "bytes"

// PictureKind tells by what a file holds, whatever its name, which end the name of
// such a picture has: ".png", ".jpg", ".gif", ".webp" or ".svg". It is empty where
// the file is no picture of these kinds.
func PictureKind(data []byte) string {
	begins := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case begins("\x89PNG\r\n\x1a\n"):
		return ".png"
	case begins("\xff\xd8"):
		return ".jpg"
	case begins("GIF8"):
		return ".gif"
	case begins("RIFF") && len(data) > 12 && string(data[8:12]) == "WEBP":
		return ".webp"
	}
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1000)], []byte("\ufeff"))))
	if bytes.HasPrefix(head, []byte("<svg")) || bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<svg")) {
		return ".svg"
	}
	return ""
}

// Unshown says why a picture that was copied to a path is not shown in a terminal;
// empty: it is.
func (c *Copier) Unshown(to string) string {
	switch PictureKind(c.Assets[to]) {
	case "":
		return "it is no picture that a terminal shows, whatever its name"
	case ".svg":
		return "it is an SVG, which a terminal does not show"
	}
	return ""
}

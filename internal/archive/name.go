package archive

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds of names, in bytes: of what every system can hold.
const (
	maxSegment = 255
	maxName    = 1024
)

// clean gives the name of an entry as an fs.FS has it, and whether it is written
// as a folder's. The root of the archive is ".". A name that leads out of the
// archive, or that would mean something else on another system, is refused: what
// opens here opens everywhere.
func clean(entry string, depth int) (name string, folder bool, err error) {
	name, folder = strings.CutSuffix(entry, "/")
	switch {
	case !utf8.ValidString(entry):
		return "", false, refuse(entry, "the name is not UTF-8")
	case len(entry) > maxName:
		return "", false, refuse(entry, "the name is longer than %d bytes", maxName)
	case entry == "":
		return "", false, refuse("", "an entry has no name")
	case strings.HasPrefix(entry, "/"):
		return "", false, refuse(entry, "the name leads out of the archive")
	}
	if name == "." {
		return ".", true, nil
	}
	name = strings.TrimPrefix(name, "./") // as tar has it of the folder it is in
	segments := strings.Split(name, "/")
	for _, segment := range segments {
		if reason := segmentFault(segment); reason != "" {
			return "", false, &Refused{entry, reason}
		}
	}
	if len(segments) > depth {
		return "", false, refuse(entry, "it lies deeper than %d folders", depth)
	}
	return name, folder, nil
}

// Fault says why a file of a name, with slashes, cannot be on every system, or
// why its name cannot be shown; empty: it can.
func Fault(name string) string {
	if !utf8.ValidString(name) {
		return "the name is not UTF-8"
	}
	for segment := range strings.SplitSeq(name, "/") {
		if fault := segmentFault(segment); fault != "" {
			return fault
		}
	}
	return ""
}

// segmentFault says why a part of a name cannot be used; empty: it can.
func segmentFault(segment string) string {
	switch {
	case segment == "..":
		return "the name leads out of the archive"
	case segment == "." || segment == "":
		return "the name has a part without meaning"
	case len(segment) > maxSegment:
		return "a part of the name is longer than 255 bytes"
	case strings.Contains(segment, `\`):
		return `the name has a \, which parts folders on Windows`
	case strings.Contains(segment, ":"):
		return "the name has a :, which names a drive or a stream on Windows"
	case strings.HasSuffix(segment, ".") || strings.HasSuffix(segment, " "):
		return "a part of the name ends in a dot or a space, which Windows drops"
	case isDevice(segment):
		return "a part of the name is one of a device on Windows"
	}
	for _, r := range segment {
		if !unicode.IsGraphic(r) && r != '\u200c' && r != '\u200d' { // joiners belong to scripts and emoji
			return "the name has a character that cannot be seen"
		}
	}
	return ""
}

// isDevice reports a name that Windows takes for a device in any folder, whatever
// follows its first dot.
func isDevice(segment string) bool {
	stem, _, _ := strings.Cut(segment, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, serial := strings.CutPrefix(stem, "COM")
	if !serial {
		var printer bool
		if number, printer = strings.CutPrefix(stem, "LPT"); !printer {
			return false
		}
	}
	r, size := utf8.DecodeRuneInString(number)
	return size > 0 && size == len(number) && strings.ContainsRune("0123456789¹²³", r)
}

// Folded is a name as a system has it that does not tell capitals, nor how an
// accented letter is put together.
func Folded(name string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(name))))
}

// isJunk reports what macOS puts into archives beside the files.
func isJunk(name string) bool {
	for segment := range strings.SplitSeq(name, "/") {
		if segment == "__MACOSX" || segment == ".DS_Store" || strings.HasPrefix(segment, "._") {
			return true
		}
	}
	return false
}

package page

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Decode is the text of a file that is UTF-8, or UTF-16 with a mark, as lines that
// end in line feeds. What cannot be read becomes U+FFFD, so that its bytes join to
// no letter when signs between them go.
func Decode(data []byte) string {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = binary.BigEndian
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if order != nil {
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			units = append(units, order.Uint16(data[i:]))
		}
		text = string(utf16.Decode(units))
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

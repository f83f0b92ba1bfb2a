package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strings"

	"github.com/charmbracelet/x/ansi/kitty"
)

// Ids of pictures in the terminal. They are colours of the palette of 256, so
// that they come through where there are no more; those below 16 are written in
// another way and left out.
const (
	FirstID = 16
	LastID  = 255
)

// MaxKittyCells is how many columns and rows a picture can have: there are no
// more marks for them.
const MaxKittyCells = 250

// Kitty is what the terminal must be sent to know a picture by its id, to be
// placed over cols by rows cells that KittyRows draws. It moves no cursor.
func Kitty(m image.Image, id, cols, rows int) (string, error) {
	var data bytes.Buffer
	if err := png.Encode(&data, m); err != nil {
		return "", fmt.Errorf("writing the picture for the terminal: %w", err)
	}
	encoded := base64.StdEncoding.EncodeToString(data.Bytes())
	var out strings.Builder
	const chunk = 4096
	for at := 0; at < len(encoded); at += chunk {
		more := 1
		if at+chunk >= len(encoded) {
			more = 0
		}
		head := fmt.Sprintf("m=%d", more)
		if at == 0 {
			head = fmt.Sprintf("a=T,U=1,q=2,f=100,i=%d,c=%d,r=%d,m=%d", id, cols, rows, more)
		}
		out.WriteString(kittyBegin + head + ";" + encoded[at:min(at+chunk, len(encoded))] + stringEnd)
	}
	return out.String(), nil
}

// KittyRows are the cells over which the terminal shows a picture: each says
// which part of it belongs there, and the colour says which picture.
func KittyRows(id, cols, rows int) []string {
	lines := make([]string, rows)
	for row := range lines {
		var b strings.Builder
		fmt.Fprintf(&b, "\x1b[38;5;%dm", id)
		for col := range cols {
			b.WriteRune(kitty.Placeholder)
			b.WriteRune(kitty.Diacritic(row))
			b.WriteRune(kitty.Diacritic(col))
		}
		b.WriteString("\x1b[m")
		lines[row] = b.String()
	}
	return lines
}

// KittyDelete makes the terminal forget a picture.
func KittyDelete(id int) string { return fmt.Sprintf(kittyBegin+"a=d,d=I,i=%d,q=2"+stringEnd, id) }

// KittyQuery asks whether the terminal knows the protocol. It answers, if it
// does, with the id QueryID.
func KittyQuery() string {
	return fmt.Sprintf(kittyBegin+"i=%d,s=1,v=1,a=q,t=d,f=24;AAAA"+stringEnd, QueryID)
}

// QueryID is the id in the answer to KittyQuery.
const QueryID = 31

package textsafe

import (
	"strings"
	"unicode"
)

const (
	zwsp   = 0x200b
	zwnj   = 0x200c
	zwj    = 0x200d
	waving = 0x1f3f4 // black flag: the base of the flags written with tags
)

// plain knows most letters and ideographs in use, so that they need no further
// look: they are visible and do not combine.
func plain(r rune) bool {
	switch {
	case r < 0x300:
		return r >= 0xa0 && r != 0xad
	case r < 0x483:
		return r >= 0x370
	case r < 0x3097:
		return r >= 0x3041
	case r < 0x3100:
		return r >= 0x30a0
	case r < 0xd7a4:
		return r >= 0x4e00 && r < 0xa000 || r >= 0xac00
	}
	return false
}

// hidden reports whether r is a control, orders text against the eye, or shows
// nothing at all where the eye expects text.
func hidden(r rune) bool {
	switch {
	case r < 0xa0, r == 0x34f: // C1; grapheme joiner
		return true
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0: // Hangul fillers
		return true
	case r == 0x17b4, r == 0x17b5, r == 0x180e: // inherent vowels; vowel separator
		return true
	case 0x200b <= r && r <= 0x200d, 0x202a <= r && r <= 0x202e: // zero width, embeddings and overrides
		return true
	case 0x2060 <= r && r <= 0x206f: // joiner, invisible operators, isolates
		return true
	case r == 0xfeff, 0xfff0 <= r && r <= 0xfffb: // byte order mark, annotation
		return true
	case 0x1bca0 <= r && r <= 0x1bca3, 0x1d173 <= r && r <= 0x1d17a: // shorthand, music
		return true
	case 0xe0000 <= r && r <= 0xe0fff: // tags
		return true
	case 0xfdd0 <= r && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters
		return true
	}
	return false
}

// Silent reports whether r is left out without a mark: the soft hyphen and the
// marks of direction (U+200E, U+200F, U+061C). Honest writers set them, or their
// editors do. A mark of direction counts as one letter of its direction and has
// no reach (UAX #9, implicit directional marks), so that it turns no letters
// around as embeddings, overrides and isolates do. Left out, it turns nothing.
func Silent(r rune) bool { return r == 0xad || r == 0x61c || r == 0x200e || r == 0x200f }

// selector reports whether r chooses between the shapes of the character
// before it.
func selector(r rune) bool {
	return 0xfe00 <= r && r <= 0xfe0f || 0xe0100 <= r && r <= 0xe01ef ||
		0x180b <= r && r <= 0x180f && r != 0x180e
}

// pictograph reports whether r can be part of an emoji joined with ZWJ.
func pictograph(r rune) bool {
	return 0x1f000 <= r && r <= 0x1faff || 0x2190 <= r && r <= 0x2bff
}

// joining reports whether r belongs to a script in which a joiner changes how
// letters are drawn.
func joining(r rune) bool {
	return r >= 0x600 && unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Mongolian,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
		unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar)
}

// flagTags returns the length of the tags at the start of s that make a black
// flag the flag of England, Scotland or Wales; 0 when there are none.
func flagTags(s string) int {
	for _, region := range [...]string{
		"\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
		"\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
	} {
		if strings.HasPrefix(s, region) {
			return len(region)
		}
	}
	return 0
}

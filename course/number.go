package course

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxNumber is how many bytes a number may have with all that belongs to it.
const maxNumber = 200

// statedNumber is the closed range that a stated answer accepts.
type statedNumber struct {
	low, high float64
	unit      string
}

// number is a number as somebody wrote it.
type number struct {
	value float64
	other float64 // the second reading of 1,234 and 1.234; the same as value otherwise
	unit  string  // what follows, such as "kg"; or a currency sign before it
	glued bool    // the unit follows without a space
}

// The marks of stated tolerances and ranges. A hyphen makes no range: 3-4 may
// be words.
var (
	toleranceMarks = regexp.MustCompile(`\s*(?:±|\+/?[-−])\s*`)
	rangeMarks     = regexp.MustCompile(`\s+to\s+|\s*(?:–|\.\.\.?|…)\s*`)
)

// parseStatedNumber reads the forms of a stated number: 9.81, 1/3, 1.5e3,
// 9.81 ± 0.01, 250 ± 10%, 3 to 4 and 3 – 4, each with or without a unit. It
// reports false for anything that is rather words: 007, 1.2.3, 2nd, 2x, 1 May.
func parseStatedNumber(text string) (statedNumber, bool) {
	if len(text) > maxNumber || beginsAsWords(text) {
		return statedNumber{}, false
	}
	if at := toleranceMarks.FindStringIndex(text); at != nil {
		return parseTolerance(text[:at[0]], text[at[1]:])
	}
	for _, at := range rangeMarks.FindAllStringIndex(text, -1) {
		low, okLow := parseNumber(text[:at[0]])
		high, okHigh := parseNumber(text[at[1]:])
		unit, okUnit := commonUnit(low, high)
		if okLow && okHigh && okUnit {
			return statedNumber{low.value, high.value, unit}, true
		}
	}
	n, ok := parseNumber(text)
	if !ok || !statableUnit(n) || leadingZero(text) {
		return statedNumber{}, false
	}
	return statedNumber{n.value, n.value, n.unit}, true
}

// parseTolerance reads the two sides of ±. A tolerance in percent is a share
// of the number, unless the number is in percent itself.
func parseTolerance(left, right string) (statedNumber, bool) {
	n, ok := parseNumber(left)
	by, okBy := parseNumber(right)
	if !ok || !okBy || by.value < 0 {
		return statedNumber{}, false
	}
	tolerance, unit := by.value, n.unit
	if sameUnit(by.unit, "%") && !sameUnit(n.unit, "%") {
		tolerance = math.Abs(n.value) * by.value / 100
	} else if unit, ok = commonUnit(n, by); !ok {
		return statedNumber{}, false
	}
	if !statableUnit(number{unit: unit}) {
		return statedNumber{}, false
	}
	return statedNumber{n.value - tolerance, n.value + tolerance, unit}, true
}

// commonUnit returns the unit of two numbers of which only one needs to name it.
func commonUnit(a, b number) (string, bool) {
	switch {
	case a.unit == "":
		return b.unit, statableUnit(b)
	case b.unit == "", sameUnit(a.unit, b.unit):
		return a.unit, statableUnit(a)
	}
	return "", false
}

// leadingZero reports whether text is a code of digits rather than a number.
func leadingZero(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) > 1 && text[0] == '0' && isDigit(text[1])
}

// hyphenRange reports whether words look like two numbers with a hyphen between.
func hyphenRange(words string) bool {
	left, right, ok := strings.Cut(words, "-")
	if !ok || leadingZero(left) || leadingZero(right) || strings.Contains(right, "-") {
		return false
	}
	low, okLow := parseNumber(left)
	high, okHigh := parseNumber(right)
	return okLow && okHigh && low.value < high.value && low.unit == "" && statableUnit(high)
}

// The grammar of a number after foldNumber, without its sign.
var (
	digitsPattern   = regexp.MustCompile(`^(?:\d+(?:[.,'_]\d+)*(?: \d{3})*(?:[.,]\d+)?|[.,]\d+)`)
	exponentPattern = regexp.MustCompile(`^(?:[eE]([+-]?\d{1,4})| ?[*xX] ?10(?:\^|\*\*)\(?([+-]?\d{1,4})\)?)`)
	powerPattern    = regexp.MustCompile(`^(?:\^|\*\*)\(?([+-]?\d{1,4})\)?`)
	mixedPattern    = regexp.MustCompile(`^(?:(\d+) )?(\d+) ?/ ?(\d+)`)
	furtherPattern  = regexp.MustCompile(`^ ?[-/:.,]? ?\d`) // after a number: then it is none
	groupedPattern  = regexp.MustCompile(`^\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3}$`)
)

// parseNumber reads a number with whatever stands behind it as its unit. It
// reports false when text does not begin with a number.
func parseNumber(text string) (number, bool) {
	if len(text) > maxNumber || beginsAsWords(text) {
		return number{}, false
	}
	s := foldNumber(text)
	sign := 1.0
	before := ""
	for s != "" {
		switch c := s[0]; {
		case c == '-' && sign > 0:
			sign = -1
		case c == '+' || c == '=' || c == '~' || c == ' ':
		case strings.HasPrefix(s, "€"), strings.HasPrefix(s, "£"), strings.HasPrefix(s, "¥"), c == '$':
			if before != "" {
				return number{}, false
			}
			before = string([]rune(s)[0])
			s = strings.TrimPrefix(s, before)
			continue
		default:
			goto digits
		}
		s = s[1:]
	}
digits:
	n, rest, ok := scanUnsigned(s)
	if !ok {
		return number{}, false
	}
	n.value, n.other = sign*n.value, sign*n.other
	n.unit = strings.TrimSpace(rest)
	n.glued = n.unit != "" && n.unit == rest
	if strings.HasPrefix(n.unit, ".") { // the dot that ends a sentence
		n.unit = strings.TrimSpace(n.unit[1:])
	}
	if before != "" {
		if n.unit != "" {
			return number{}, false
		}
		n.unit = before
	}
	return n, true
}

// beginsAsWords reports whether text surely begins with no number, by its first
// character behind what may stand before one. It says nothing of text that has
// other than ASCII there.
func beginsAsWords(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\n' || strings.IndexByte("-+=~$", c) >= 0:
		case isDigit(c) || c == '.' || c == ',' || c < ' ' || c >= 0x7f:
			return false
		default:
			return true
		}
	}
	return true
}

// scanUnsigned reads the number that s begins with and returns what is left.
func scanUnsigned(s string) (n number, rest string, ok bool) {
	if m := mixedPattern.FindStringSubmatch(s); m != nil {
		n.value, ok = fraction(m[1], m[2], m[3])
		n.other = n.value
		rest = s[len(m[0]):]
		return n, rest, ok && !furtherPattern.MatchString(rest)
	}
	digits := digitsPattern.FindString(s)
	rest = s[len(digits):]
	exponent := ""
	if m := powerPattern.FindStringSubmatch(rest); m != nil {
		if digits != "10" {
			return n, rest, false
		}
		digits, exponent, rest = "1", m[1], rest[len(m[0]):]
	} else if m := exponentPattern.FindStringSubmatch(rest); m != nil {
		exponent, rest = m[1]+m[2], rest[len(m[0]):]
	}
	first, second := readings(digits)
	var okOther bool
	n.value, ok = toFloat(first, exponent)
	n.other, okOther = toFloat(second, exponent)
	return n, rest, ok && okOther && !furtherPattern.MatchString(rest)
}

// withoutSeparators keeps the digits of a number.
func withoutSeparators(digits string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(".,' ", r) {
			return -1
		}
		return r
	}, digits)
}

// readings gives the two ways to read digits with separators, each as plain
// digits with a decimal point, or "" when there is none. 1,234 is first taken
// as one thousand, 1.234 as one and a bit; where only one reading makes sense,
// both are the same.
func readings(digits string) (first, second string) {
	digits = strings.ReplaceAll(digits, "_", "")
	last := strings.LastIndexAny(digits, ".,")
	grouped := groupedPattern.MatchString(digits) && digits[0] != '0' && oneSeparator(digits)
	plain := withoutSeparators(digits)
	if last < 0 {
		if plain != digits && !grouped {
			return "", ""
		}
		return plain, plain
	}
	whole, part := digits[:last], digits[last+1:]
	decimal := ""
	if wholeDigits(part) && (wholeDigits(whole) || groupedPattern.MatchString(whole) && whole[0] != '0' &&
		oneSeparator(whole) && !strings.ContainsRune(whole, rune(digits[last]))) {
		decimal = withoutSeparators(whole) + "." + part
	}
	switch {
	case decimal == "" && !grouped:
		return "", ""
	case decimal == "":
		return plain, plain
	case !grouped:
		return decimal, decimal
	case digits[last] == ',':
		return plain, decimal
	}
	return decimal, plain
}

// oneSeparator reports whether all separators of digits are the same.
func oneSeparator(digits string) bool {
	seps := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, digits)
	return seps == "" || strings.Count(seps, seps[:1]) == len(seps)
}

func wholeDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func toFloat(digits, exponent string) (float64, bool) {
	if digits == "" || digits == "." {
		return 0, false
	}
	if exponent != "" {
		digits += "e" + exponent
	}
	f, err := strconv.ParseFloat(digits, 64)
	return f, err == nil && !math.IsInf(f, 0)
}

func fraction(whole, over, under string) (float64, bool) {
	a, okA := toFloat("0"+whole, "")
	b, okB := toFloat(over, "")
	c, okC := toFloat(under, "")
	return a + b/c, okA && okB && okC && c != 0
}

// foldNumber rewrites the many ways to type a number into one: plain digits,
// ASCII signs, "^" for raised digits, "*" for times, "/" for a fraction, single
// plain spaces.
func foldNumber(s string) string {
	if isPlainASCII(s) {
		return squeezed(s)
	}
	var b strings.Builder
	var last rune
	raised := false
	for _, r := range cleanRunes(s) {
		up := strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", r)
		if up && !raised {
			b.WriteByte('^')
		}
		raised = up
		if strings.ContainsRune("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", r) && unicode.IsDigit(last) {
			b.WriteByte(' ')
		}
		last = r
		b.WriteString(numberRune(r))
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// numberRune gives one rune of a number in ASCII where that is possible.
func numberRune(r rune) string {
	switch r {
	case '−', '–', '—', '‐', '‑', '‒', '⁻', '﹣', '－':
		return "-"
	case '×', '·', '⋅', '∙', '✕':
		return "*"
	case '⁄', '∕', '÷':
		return "/"
	case '≈', '∼', '≃':
		return "~"
	case '٫':
		return "."
	case '٬', '’', '‘', 'ʼ', '′':
		return "'"
	}
	if d, ok := digitValue(r); ok {
		return string(rune('0' + d))
	}
	return strings.ReplaceAll(norm.NFKC.String(string(r)), "⁄", "/")
}

// digitValue returns the value of a decimal digit of any script. Unicode
// keeps the ten digits of a script together and in order.
func digitValue(r rune) (int, bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, table := range unicode.Nd.R16 {
		if lo, hi := rune(table.Lo), rune(table.Hi); r >= lo && r <= hi {
			return int(r-lo) % 10, true
		}
	}
	for _, table := range unicode.Nd.R32 {
		if lo, hi := rune(table.Lo), rune(table.Hi); r >= lo && r <= hi {
			return int(r-lo) % 10, true
		}
	}
	return 0, false
}

// within reports whether v lies in the closed range, forgiving what binary
// fractions lose: one part in a thousand million.
func within(v, low, high float64) bool {
	slack := 1e-9 * max(math.Abs(low), math.Abs(high))
	return v >= low-slack && v <= high+slack
}

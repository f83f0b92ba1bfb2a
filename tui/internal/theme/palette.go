package theme

// Palette is the semantic colours. A colour is "#rrggbb", the number of
// an ANSI colour from "0" to "15", or empty for the terminal's own.
type Palette struct {
	Name string

	Text     string // what is read; empty in most palettes: the reader chose it already
	Dim      string // what may be passed over: counts, times, descriptions
	Faint    string // lines and empty bars; never carries words
	Title    string // titles and headings
	Accent   string // the selected row, keys, where the learner is
	Good     string // right, done
	Bad      string // wrong, errors
	Warn     string // close, not saved, warnings
	Info     string // hints, reasons, notes
	Link     string // links
	Code     string // code within text
	CodeBack string // ground of code blocks
	RowBack  string // ground of the chosen row; empty: it has none
	GoodBack string // ground of what was right
	BadBack  string // ground of what was not
	WarnBack string // ground of what was close

	// Parts of code.
	Comment string
	String  string // texts and patterns
	Number  string
	Keyword string
	Type    string // types, keys, commands
}

// Dark returns the colours for a dark ground.
func Dark() Palette {
	return Palette{
		Name: "dark",
		Dim:  "#a2a9b6", Faint: "#4b5262",
		Accent: "#82bdff", Good: "#93d182", Bad: "#ff9b93", Warn: "#e9c46c", Info: "#c3b3ff",
		Link: "#7fd3df", Code: "#d7d7af", CodeBack: "#262626",
		RowBack: "#303030", GoodBack: "#1b2a1e", BadBack: "#33201f", WarnBack: "#2e2818",
		Comment: "#949ba8", String: "#b5cf8f", Number: "#e0b083", Keyword: "#a9bdf0", Type: "#8fcbc4",
	}
}

// Light returns the colours for a light ground.
func Light() Palette {
	return Palette{
		Name: "light",
		Dim:  "#59606c", Faint: "#c3c8d0",
		Accent: "#0a50a8", Good: "#19632a", Bad: "#a8231c", Warn: "#734c00", Info: "#573bb0",
		Link: "#0a5a69", Code: "#823c06", CodeBack: "#efefec",
		RowBack: "#e4e4e4", GoodBack: "#e4f3e4", BadBack: "#fbe9e7", WarnBack: "#f8f0da",
		Comment: "#5c6168", String: "#3c6414", Number: "#8a4310", Keyword: "#3f4aa8", Type: "#125f66",
	}
}

// HighContrast returns strong colours for a dark or a light ground, at seven
// to one or better.
func HighContrast(dark bool) Palette {
	if dark {
		return Palette{
			Name: "high-contrast", Text: "#ffffff", Dim: "#e4e4e4", Faint: "#9a9a9a", Title: "#ffffff",
			Accent: "#9fd0ff", Good: "#a6f59a", Bad: "#ffb8b2", Warn: "#ffe27a", Info: "#d9ceff",
			Link: "#97ecf7", Code: "#ffd9a8", CodeBack: "#000000",
			RowBack: "#303030", GoodBack: "#10300f", BadBack: "#3d1413", WarnBack: "#382c00",
			Comment: "#c8c8c8", String: "#c3e89a", Number: "#ffc896", Keyword: "#b9ccff", Type: "#a0ece0",
		}
	}
	return Palette{
		Name: "high-contrast", Text: "#000000", Dim: "#2c2c2c", Faint: "#6a6a6a", Title: "#000000",
		Accent: "#003a80", Good: "#00420d", Bad: "#7d0a05", Warn: "#4d3200", Info: "#3a1f8a",
		Link: "#003f4a", Code: "#5a2800", CodeBack: "#ffffff",
		RowBack: "#e4e4e4", GoodBack: "#dcf5dc", BadBack: "#ffe4e1", WarnBack: "#fff0c2",
		Comment: "#474747", String: "#1f4500", Number: "#662a00", Keyword: "#262f8f", Type: "#00444a",
	}
}

// Sixteen returns colours that the terminal itself defines, for terminals with
// no others and for readers who chose theirs with care.
func Sixteen(dark bool) Palette {
	if dark {
		return Palette{Name: "16-colour", Accent: "14", Good: "10", Bad: "9", Warn: "11", Info: "13", Link: "14", Code: "11",
			String: "10", Number: "11", Type: "14"}
	}
	return Palette{Name: "16-colour", Accent: "4", Good: "2", Bad: "1", Warn: "5", Info: "5", Link: "4", Code: "5", String: "2", Number: "5", Type: "4"}
}

// Mono returns no colours at all: weight and marks carry everything.
func Mono() Palette { return Palette{Name: "mono"} }

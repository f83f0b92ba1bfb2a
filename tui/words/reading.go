package words

import "fmt"

// Reading is what the lists of a page's links and headings say.
type Reading struct {
	LinksTitle, ContentsTitle string // of the lists
	Links, Contents           string // their keys
	NoLinks, NoHeadings       string // why a key does nothing here
	Open, Go                  string // what enter does
	NextHeading, PrevHeading  string

	// Where a link leads.
	Lesson   func(title string) string
	Heading  func(text string) string
	Term     func(term string) string
	File     func(file string) string
	Footnote func(text string) string

	// What came of it.
	Opened     func(address string) string
	Copied     func(address string) string // nothing can open it here, so it is on the clipboard
	Failed     func(address, why string) string
	CopiedFile func(file string) string
	Elsewhere  string // the heading is not on this page

	// In lines.
	LinksHow, ContentsHow string
	NoNumber              func(n, of int) string
	From                  func(heading string) string
}

func englishReading() Reading {
	return Reading{
		LinksTitle: "Links", ContentsTitle: "Contents", Links: "links", Contents: "contents",
		NoLinks: "This page has no links.", NoHeadings: "This page has no headings.",
		Open: "open", Go: "go there", NextHeading: "next heading", PrevHeading: "heading before",

		Lesson:   func(title string) string { return "lesson: " + title },
		Heading:  func(text string) string { return "on this page: " + text },
		Term:     func(term string) string { return "glossary: " + term },
		File:     func(file string) string { return "a file of the course: " + file },
		Footnote: func(text string) string { return "note: " + text },

		Opened: func(address string) string { return "Opened " + address },
		Copied: func(address string) string {
			return "Copied, if your terminal lets it: " + address
		},
		Failed: func(address, why string) string {
			return "It could not be opened (" + why + "). Copied, if your terminal lets it: " + address
		},
		CopiedFile: func(file string) string { return "A file of the course. Its name was copied: " + file },
		Elsewhere:  "That heading is not on this page.",

		LinksHow:    "To go where one leads, type :links and its number.",
		ContentsHow: "To hear the page from one on, type :contents and its number.",
		NoNumber:    func(n, of int) string { return fmt.Sprintf("%d is none of them: they go from 1 to %d.", n, of) },
		From:        func(heading string) string { return "From “" + heading + "” on:" },
	}
}

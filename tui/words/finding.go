package words

import "fmt"

// Finding is what is said by the search, the palette of commands, the glossary,
// and the learner's notes and bookmarks.
type Finding struct {
	Title          string                         // of the search
	Ask            string                         // in front of what is typed
	Can            string                         // what can be found, before anything is typed
	How            string                         // how words are taken
	Reading        string                         // while courses are still being read
	Cut            string                         // there was more text than can be searched
	None           func(text string) string       // nothing is found
	Count          func(n int) string             // results
	Slip           func(text string) string       // above results that forgive a slip of one letter
	Ahead          string                         // beside a text that was not reached yet
	Kinds          map[string]string              // by search.Kind
	Page           func(n int) string             // of a lesson
	Glossary       string                         // where a term stands
	Met            string                         // title of a question that was met
	YourLast       string                         // above the learner's last answer
	RightOne       string                         // above the right answer
	Because        string                         // above the author's explanation
	NotMet         string                         // a question that was not met yet
	NotTold        string                         // why the right answer is not shown
	Looking        string                         // above the pages of another lesson
	GoThere        string                         // key: to the lesson itself
	Palette        string                         // title of the palette
	Do             string                         // heading of what can be done
	Go             string                         // heading of where to go
	NoCommand      func(text string) string       // nothing is called so
	NotNow         string                         // before the reason why something cannot be done now
	Here           string                         // beside terms on the present page
	NoTerms        string                         // the course has no glossary
	NoTerm         func(text string) string       // no term is called so
	Note           func(place string) string      // title where a note is written
	Edit           string                         // title where one is changed
	Sure           string                         // before a note that was not saved is dropped
	Saved          string                         // a note was
	Removed        func(key string) string        // a note was; key brings it back, and may be empty
	Back           string                         // a note that was removed is back
	Marked         func(place string) string      // a bookmark was set
	Unmarked       func(place string) string      // and taken away
	MarkHere       string                         // in the header of a page that is bookmarked
	Notes          string                         // title of the list
	NoNotes        func(note, mark string) string // there are none; the keys that make one
	Bookmark       string                         // beside a bookmark in the list
	Gone           string                         // beside a place that the course no longer has
	Course         string                         // place of a note about the course as a whole
	OnlyNotes      string                         // why a bookmark cannot be changed
	NothingKept    string                         // why nothing can be opened
	NothingRemoved string                         // why nothing can be brought back
	NoPlace        string                         // nothing here can be noted or marked
	Export         string                         // what writes the field notes
	Exported       func(file string) string       // they were written
	NoExport       string                         // they cannot be written here

	// Keys of these pages.
	KeySearch, KeyPalette, KeyGlossary, KeyBookmark, KeyNote, KeyNotes string
	KeyEdit, KeyRemove, KeySave, KeyBringBack, KeyDo, KeyExport        string
}

func englishFinding() Finding {
	return Finding{
		Title: "Search", Ask: "Find",
		Can:     "Courses, lessons and their text, the glossary, questions that you have met, your notes and bookmarks.",
		How:     "Type a word or its beginning; several words are all looked for. Capitals and accents do not matter.",
		Reading: "Still reading the courses.",
		Cut:     "There is more text than can be searched at once: something may be missing.",
		None:    func(text string) string { return fmt.Sprintf("Nothing holds “%s”.", text) },
		Count:   func(n int) string { return count(n, "result", "results") },
		Slip:    func(text string) string { return fmt.Sprintf("Nothing holds “%s”; with one letter changed:", text) },
		Ahead:   "still ahead",
		Kinds: map[string]string{
			"course": "course", "lesson": "lesson", "text": "text", "term": "term", "card": "card",
			"question": "question", "note": "note", "bookmark": "bookmark",
		},
		Page:     func(n int) string { return fmt.Sprintf("page %d", n) },
		Glossary: "glossary",
		Met:      "A question that you met", YourLast: "Your last answer", RightOne: "The right answer", Because: "Why",
		NotMet:    "You have not met this question yet.",
		NotTold:   "The right answer shows here once the question is settled.",
		Looking:   "You are only looking: your place in the course stays where it is.",
		GoThere:   "go to this lesson",
		Palette:   "Commands",
		Do:        "Do",
		Go:        "Go to",
		NoCommand: func(text string) string { return fmt.Sprintf("Nothing is called “%s”.", text) },
		NotNow:    "not now",
		Here:      "on this page",
		NoTerms:   "This course has no glossary.",
		NoTerm:    func(text string) string { return fmt.Sprintf("No term matches “%s”.", text) },
		Note:      func(place string) string { return "Note on " + place },
		Edit:      "Change the note",
		Sure:      "The note is not saved. Once more drops it.",
		Saved:     "Note saved.",
		Removed: func(key string) string {
			if key == "" {
				return "Note removed."
			}
			return fmt.Sprintf("Note removed; %s brings it back.", key)
		},
		Back:     "The note is back.",
		Marked:   func(place string) string { return "Bookmark set: " + place },
		Unmarked: func(place string) string { return "Bookmark taken away: " + place },
		MarkHere: "bookmarked",
		Notes:    "Notes and bookmarks",
		NoNotes: func(note, mark string) string {
			return fmt.Sprintf("Nothing yet. In a lesson, %s writes a note and %s sets a bookmark.", note, mark)
		},
		Bookmark:       "bookmark",
		Gone:           "its place is gone from the course",
		Course:         "the course",
		OnlyNotes:      "a bookmark has no text",
		NothingKept:    "nothing is selected",
		NothingRemoved: "nothing was removed just now",
		NoPlace:        "there is nothing here to tie it to",
		Export:         "write field notes",
		Exported:       func(file string) string { return "Written to " + file },
		NoExport:       "Field notes cannot be written here.",

		KeySearch: "search", KeyPalette: "commands", KeyGlossary: "glossary", KeyBookmark: "bookmark", KeyNote: "note", KeyNotes: "notes",
		KeyEdit: "change", KeyRemove: "remove", KeySave: "save", KeyBringBack: "bring back", KeyDo: "do it", KeyExport: "field notes",
	}
}

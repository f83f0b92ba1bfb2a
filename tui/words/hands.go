package words

import "fmt"

// Hands is what is said about changing an answer that is not sent yet, about
// the learner's editor, and about keys that do nothing where they are pressed.
type Hands struct {
	Undo, Redo, Editor string // what keys do

	NoChange string // why nothing can be taken back in a field
	NoRedo   string // why nothing can be made again
	Sent     string // why an answer cannot be taken back
	Cut      string // what was pasted did not all fit

	NoEditor      string // none is set
	NoSuchEditor  func(command string) string
	EditorFailed  func(err string) string // the text stays
	EditorSame    string                  // nothing was changed in it
	NoTerminal    string                  // for an editor
	NothingToEdit string                  // there is no text on the page

	Typing  string                         // in the help: letters are text
	Left    func(course string) string     // a course was left for the library
	NotHere func(key, where string) string // a key that does nothing here; where may be empty
	Where   map[string]string              // where an intent does something
}

func englishHands() Hands {
	return Hands{
		Undo: "undo the change", Redo: "make the change again", Editor: "in your editor",

		NoChange: "Nothing was changed here that could be taken back.",
		NoRedo:   "No change was taken back that could be made again.",
		Sent:     "An answer that was sent stays as it was given.",
		Cut:      "Not all of it was taken: there is no room for more.",

		NoEditor: "Name an editor first: setting “editor”, VISUAL or EDITOR.",
		NoSuchEditor: func(command string) string {
			return fmt.Sprintf("“%s” is not found: see the setting “editor”, VISUAL and EDITOR.", command)
		},
		EditorFailed:  func(err string) string { return "The text is as it was: " + err },
		EditorSame:    "Nothing was changed in the editor.",
		NoTerminal:    "An editor needs a terminal.",
		NothingToEdit: "There is no text to write here.",

		Typing: "Letters are text while you type. The keys that are letters work after the one that stops typing.",
		Left: func(course string) string {
			return "Your place in “" + course + "” is kept: opening it goes on there."
		},
		NotHere: func(key, where string) string {
			if where == "" {
				return key + " does nothing here."
			}
			return key + " works only " + where + "."
		},
		Where: map[string]string{
			"hint": "at a question or a task", "check": "at a task that is checked here", "shell": "at a task", "output": "at a task", "watch": "at a task", "dont-know": "at a question", "show-answer": "at a question or a task",
			"harder": "at a question", "easier": "at a question", "undo": "in a course",
			"dispute": "after an answer", "way": "on a page with several explanations", "copy": "on a page of text", "links": "on a page of text", "contents": "on a page of text",
			"reread": "inside a lesson", "explain": "inside a lesson", "skip-lesson": "inside a lesson",
			"redo": "in the outline and at the end of a lesson", "rest": "on the page of today",
			"filter": "in the library", "jump": "while a course is previewed", "leads": "while a course is previewed", "state": "while a course is previewed",
			"source": "while a course is previewed", "findings": "in the library", "editor": "where a text is written",
			"redo-change": "where an answer is given",
		},
	}
}

package words

import "strings"

// Keys names what keys do, in a word or two. Screens use them in their
// bindings; the footer and the help show them.
type Keys struct {
	Up, Down, PageUp, PageDown, Top, Bottom string

	Open, Change, Back, Close, Number, Filter, ClearFilter string

	Save, Keep string // a change, and what was before

	Help, Quit, Stop, Suspend, Redraw, Look, Courses, Settings string

	Hint, Way, Skip, DontKnow, ShowAnswer, Dispute, Undo, Copy, Picture, NextPicture, PrevPicture, Reread string

	Outline, Choices, Redo, Findings string

	Today, Why, Map, Insights, Plan, Review string

	Harder, Easier, Explain, Rest string

	// Headings of the help.
	Everywhere, NotNow string

	// Names is what keys are called on screen, by their names in the file of
	// settings: those that are held and those that type no character.
	Names map[string]string
}

// Name is what a key is called on screen, such as "Strg+s" for ctrl+s. A key
// that types a character is called by it.
func (k *Keys) Name(key string) string {
	held, name := key, ""
	for {
		part, rest, found := strings.Cut(held, "+")
		if !found || part == "" || rest == "" { // the plus sign is a key too
			return name + k.part(held)
		}
		held, name = rest, name+k.part(part)+"+"
	}
}

func (k *Keys) part(of string) string {
	if name, ok := k.Names[of]; ok {
		return name
	}
	return of
}

// keyNames are the names in English: those in the file of settings.
func keyNames() map[string]string {
	names := map[string]string{}
	for _, key := range []string{
		"ctrl", "alt", "shift", "enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "home", "end",
		"pgup", "pgdown", "insert", "delete",
	} {
		names[key] = key
	}
	return names
}

func englishKeys() Keys {
	return Keys{
		Up: "up", Down: "down",
		PageUp: "page up", PageDown: "page down", Top: "to the top", Bottom: "to the end",

		Open: "open", Change: "change", Back: "back", Close: "close", Number: "choose by number",
		Filter: "find", ClearFilter: "show all",

		Save: "save", Keep: "keep as it was",

		Help: "help", Quit: "quit", Stop: "quit, also while typing", Suspend: "to the shell and back",
		Redraw: "draw again", Look: "colours", Courses: "all courses", Settings: "settings",

		Hint: "hint", Way: "another explanation", Skip: "skip", DontKnow: "I don't know",
		ShowAnswer: "show the answer", Dispute: "I think I was right", Undo: "undo", Copy: "copy", Picture: "picture", NextPicture: "next picture", PrevPicture: "picture before",
		Reread: "read again",

		Outline: "outline", Choices: "goals and pace", Redo: "take again", Findings: "findings",

		Today: "today", Why: "why this now", Map: "map", Insights: "insights", Plan: "plan", Review: "review now",
		Harder: "a harder one", Easier: "an easier one", Explain: "explain once more", Rest: "rest for today",

		Everywhere: "Everywhere", NotNow: "Not now",

		Names: keyNames(),
	}
}

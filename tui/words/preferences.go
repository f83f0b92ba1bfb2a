package words

import "fmt"

// Preferences is what the program's own settings are called, in the file of
// settings, on their page and in a conversation. About and Names have an entry
// for each setting; Values for those of their values that are no plain words.
type Preferences struct {
	Title    string
	FileHead string // the first remark in the file
	OneOf    func(list string) string
	Names    map[string]string // a word or two
	About    map[string]string // a sentence or two
	Values   map[string]string // by "setting:value"

	Kept           func(file string) string // where settings are kept
	NoFile         func(file string) string // they will be kept there; there is nothing yet
	NotKept        string                   // they are kept nowhere
	Is             func(name, value string) string
	Saved          func(name, value string) string // after a change
	NotSaved       func(cause string) string
	Means          func(value string) string    // what auto comes to here
	From           func(variable string) string // a variable of the environment decides
	FromFlag       string
	Usual          string
	NextStart      string             // it shows when the program starts again
	Mistakes       func(n int) string // in the file, when the program opens
	Next, Previous string             // value
	HowToSet       string             // in a conversation
	NoSetting      func(name string) string
	InFile         func(line int) string // a line of the file says so
}

// Say is what a value of a setting is called, with the value itself where that
// is another word.
func (p Preferences) Say(name, value string) string {
	said := p.Values[name+":"+value]
	switch {
	case said == "" || said == value:
		return value
	case value == "":
		return said
	}
	return value + " (" + said + ")"
}

func englishPreferences() Preferences {
	return Preferences{
		Title: "Settings",
		FileHead: "Settings of cairn. A line that begins with # is a remark. To set something, take away the # before its name " +
			"and write another value; what stays a remark is as the remark has it. Run cairn config to see what holds, and why.",
		OneOf: func(list string) string { return "One of: " + list + "." },
		Names: map[string]string{
			"language": "language", "theme": "colours", "symbols": "symbols", "screen": "front end", "measure": "width of text",
			"pictures": "pictures", "links": "links", "mouse": "mouse", "editor": "editor", "run": "running courses' commands",
			"check-on-save": "checking on a save",
		},
		About: map[string]string{
			"language":      "The language in which cairn speaks. With auto it is the one that your system asks for. Courses stay in the language they were written in.",
			"theme":         "The colours. With auto they follow the ground of the terminal, dark or light. You can also name a theme of your own, a file in the folder themes beside the settings.",
			"symbols":       "The signs beside words. With ascii only those that every terminal and every font has.",
			"screen":        "How a course is shown: full fills the window, plain goes line by line, for screen readers and for terminals that cannot draw.",
			"measure":       "How wide running text may be, in characters, from 40 to 100. Long lines are hard to read.",
			"pictures":      "How pictures are drawn. With auto it is the best that your terminal says it can do. Blocks are coarse and work nearly everywhere; words show the description alone.",
			"links":         "Whether links in a text can be clicked, where the terminal can do that.",
			"mouse":         "Whether the mouse clicks, drags and scrolls. To select text with the mouse you then hold shift in most terminals.",
			"editor":        "The command that opens a long answer for writing, such as nano, or code --wait. When it is empty, VISUAL or EDITOR of your environment counts.",
			"run":           "Whether commands of courses that check a task may run. With ask, you see each before it runs and say yes or no; with never, nothing runs and you say yourself when a task is done.",
			"check-on-save": "Whether a task is checked by itself each time you save something in its folder, while its page is open. Only what you have agreed to runs, and nothing is asked.",
			"keys":          "Your own keys: what they do, then one key or several. They stand in place of the usual ones; an empty list, [], takes the keys away. A key does one thing everywhere. Run cairn config keys to see all.",
		},
		Values: map[string]string{
			"language:auto": "as your system", "theme:auto": "as the terminal", "symbols:auto": "as the terminal can", "symbols:unicode": "all",
			"symbols:ascii": "ASCII only", "screen:auto": "as the terminal can", "screen:full": "the whole window", "screen:plain": "line by line",
			"pictures:auto": "the best that works", "pictures:kitty": "drawn, kitty's way", "pictures:sixel": "drawn, as sixels",
			"pictures:blocks": "coarse blocks", "pictures:words": "descriptions",
			"links:on": "can be clicked", "links:off": "only listed", "mouse:on": "clicks and scrolls", "mouse:off": "selects text", "editor:": "as your system",
			"run:ask": "after asking", "run:never": "never",
			"check-on-save:on": "by itself", "check-on-save:off": "by its key",
		},
		Kept: func(file string) string { return "Kept in " + file },
		NoFile: func(file string) string {
			return "Everything is as usual: there is no file of settings. cairn config init writes " + file
		},
		NotKept:   "There is nowhere to keep settings; what you choose holds until the program ends.",
		Is:        func(name, value string) string { return name + ": " + value },
		Saved:     func(name, value string) string { return "Saved: " + name + ", " + value },
		NotSaved:  func(cause string) string { return "Not saved: " + cause },
		Means:     func(value string) string { return "here: " + value },
		From:      func(variable string) string { return variable + " says so this time" },
		FromFlag:  "the command line says so this time",
		Usual:     "usual",
		NextStart: "shows when cairn starts again",
		Mistakes: func(n int) string {
			if n == 1 {
				return "There is a mistake in your settings. Run cairn config to see it."
			}
			return fmt.Sprintf("There are %d mistakes in your settings. Run cairn config to see them.", n)
		},
		NoSetting: func(name string) string { return "There is no setting " + name + ". :settings lists them." },
		InFile:    func(line int) string { return fmt.Sprintf("line %d of the file", line) },
		Next:      "next value", Previous: "value before",
		HowToSet: "To change a setting, type :set, its name and a value, such as :set theme light.",
	}
}

package words

import "fmt"

func (p *Plain) commands() {
	p.ProgressIs = func(d, of int) string { return fmt.Sprintf("%d of %s done.", d, count(of, "lesson", "lessons")) }
	p.Choices = "Your choices. Change one with :set, its name and the answer, such as: :set pace fast"
	p.Chosen = "chosen"
	p.SetHow = "Type :set, the name and the new answer. :choices lists them."
	p.Saved = "Saved."
	p.OpenHow = "Open a lesson with :open and its number."
	p.RedoHow = "Take a lesson again with :redo and its number. :outline lists them."
	p.Undone = "Taken back."
	p.PageOf = func(n, of int, t string) string {
		return named(t, fmt.Sprintf("Page %d of %d: %%s", n, of), fmt.Sprintf("Page %d of %d", n, of))
	}
	p.PagesAre = "The pages of this lesson:"
	p.PageHow = "Read one with :reread and its number."
	p.NoPage = func(n, of int) string { return fmt.Sprintf("There is no page %d; there are %d.", n, of) }
	p.TermHow = "What one means: :glossary and the term."
	p.NoTerm = func(t string) string { return "The glossary does not have “" + t + "”." }
	p.CardFront = func(n int) string { return fmt.Sprintf("Card %d:", n) }
	p.CardBack = "Its back:"
	p.Finding = PlainFinding{
		How:  "Type :find and the words. Several are all looked for.",
		Open: "Open one with :find and its number.",
		Elsewhere: func(course, ref string) string {
			return "It is in the course “" + course + "”, which opens with: cairn " + ref
		},
		Stay:     "Your place in the course stays where it is.",
		NoneHere: "No note is here yet. Write one with :note and its text.",
		NotesHow: "Open one with :notes and its number; :notes change 1 and a text, :notes remove 1, :notes back.",
	}
	p.Courses = func(n int) string { return fmt.Sprintf("Type a number from 1 to %d, or :quit.", n) }
	p.InFolder = func(dir string) string { return "in " + dir }
	p.Help = "Commands begin with a colon. Those that can be used now:"
	p.HelpColon = "An answer that begins with a colon is typed with two: ::x answers :x"
	p.CommandIs = func(n, s, does string) string {
		return named(s, ":"+n+", short :%s: ", ":"+n+": ") + does
	}
	p.Commands = map[string]string{
		"reload": "read the course anew", "findings": "what is wrong with the course, or go to what one finding is about by its number",
		"goto": "go to a lesson, question, pool, task or ask by its id, or list them all", "answers": "the answers to the question and where they lead, or give one by its number",
		"as":   "begin again as somebody of whom facts hold, or say as whom this began",
		"edit": "write the answer in your editor", "write": "write a program here, line by line: all of it, or in place of some lines", "lines": "the program, with the numbers of its lines",
		"hint": "the next hint", "dontknow": "say that you don't know; the answer is shown",
		"show": "show the answer; nothing is counted", "skip": "go on without answering",
		"right": "say “I think I was right”; it is kept for the author with what you add",
		"stay":  "go on without the change of road", "send": "send the answer that was kept",
		"back": "change what was typed last", "way": "another explanation",
		"undo": "take back the last change of road", "again": "say this step again",
		"why": "why this comes now: who decided, the numbers, and what else there is", "links": "the links of this page, or what one leads to", "contents": "the headings of this page, or the page from one on",
		"reread":  "read a page of this lesson again",
		"outline": "the lessons and where you are", "open": "go to a lesson",
		"reset": "start a question, a lesson, a skill or the course over",
		"redo":  "take a lesson again from its start", "leave": "leave this lesson, or end a detour or a review",
		"glossary": "the terms of this course, or what one means", "cards": "the cards of this course",
		"find": "find words everywhere, or open a result by its number", "note": "write a note on what is before you",
		"notes":    "your notes and bookmarks: open one by its number, change or remove it",
		"bookmark": "a bookmark here, on or off", "export": "write your field notes to a file",
		"choices": "goal, pace and your other choices", "set": "change a choice, or a setting of cairn",
		"settings": "the settings of cairn: language, colours, width of text; or what one of them is for",
		"review":   "review what is due, for some minutes, or a skill", "rest": "leave today's reviews for tomorrow",
		"harder": "a harder question in place of this one", "easier": "an easier question in place of this one",
		"else":  "what else there is, or one of it by its number",
		"today": "what is due, what is next, how long it takes", "map": "the skills of the course and what each waits for, or one skill in full",
		"insights": "what you know well, what you do not, and how you learn", "plan": "your days, and when you may be through; or change it by a number that it tells",
		"explain": "another explanation of what the lesson is about",
		"check":   "check the task, or run the tests of your answer", "shell": "the folder of the task, and how to get there",
		"say": "answer what the checks of the task ask, and check it", "run": "see again what the task wants to run, and decide", "fresh": "start the folder of the task over; what is in it is kept", "output": "what the commands of the last check wrote",
		"help": "this list", "quit": "stop here",
		"watch": "check the task by itself each time you save something, or no more",
	}
	p.CommandArgs = map[string]string{
		"findings": "[number]", "goto": "[id]", "answers": "[number]", "as": "[facts or new]",
		"right": "[why]", "way": "[number]", "links": "[number]", "contents": "[number]", "reread": "[page]", "open": "lesson", "redo": "lesson",
		"reset": "what [id], or back",
		"find":  "words", "note": "text", "notes": "[number, change number text, remove number or back]", "export": "[file]",
		"glossary": "[term]", "set": "name answer", "settings": "[name]", "review": "[minutes, skill or spare]", "why": "[all]", "map": "[skill]", "today": "[all]", "plan": "[number]", "else": "[number]", "write": "[line or lines]",
	}
}

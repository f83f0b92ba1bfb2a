package tui

import (
	"github.com/cairn-learn/cairn/course"
)

// flowCourse is a small course that has every kind of step and of question.
func flowCourse() *course.Course {
	places := &course.Lesson{ID: "places", Title: "Where your changes live", Kind: course.KindDetour, Minutes: 4, Skills: []string{"staging"},
		Blocks: []course.Block{
			course.Text{ID: "start", Title: "Three places", Level: 1, Markdown: "# Where your changes live\n\nThree of these are on your own computer. Only `push` reaches the server.\n\n```text\n  folder            stage              history            server\n  you edit   --add-->   next picture --commit-->  pictures --push-->  shared\n```\n"},
			flowQuestion("places-1", "You ran `git add` and then your laptop lost its network. Is your change staged?", &course.Options{List: []course.Option{
				{Text: "Yes", Right: true},
				{Text: "No, it needs the network", Reply: course.Reply{Text: "The stage is a file on your own disk."}},
			}}),
		}}
	snapshots := flowLesson()
	branches := &course.Lesson{ID: "branches", Title: "Trying ideas safely", Minutes: 20, Skills: []string{"branches"}, Blocks: []course.Block{
		course.Text{ID: "start", Level: 1, Title: "Trying ideas safely", Markdown: "# Trying ideas safely\n\nA branch is a name that points at a snapshot. Making one costs nothing.\n"},
		flowQuestion("branch-1", "How many branches can one snapshot have?", &course.Typed{Answers: []course.Accept{{Kind: course.AnswerNumber, Text: "72", Low: 72, High: 72, Unit: "branches"}}}),
	}}
	web := &course.Lesson{ID: "web", Title: "A page of your own", Kind: course.KindProject, Minutes: 30, Blocks: []course.Block{course.Text{ID: "start", Markdown: "Make a page.\n"}}}
	book := &course.Lesson{ID: "book", Title: "A book in chapters", Kind: course.KindProject, Minutes: 40, Blocks: []course.Block{course.Text{ID: "start", Markdown: "Write a book.\n"}}}
	undo1 := flowQuestion("undo-1", "Is a deleted branch lost at once?", &course.Options{List: []course.Option{{Text: "No", Right: true}, {Text: "Yes"}}})
	undo1.Confidence = course.ConfidenceAlways
	undo := &course.Lesson{ID: "undo", Title: "Undoing almost anything", Kind: course.KindExtra, Minutes: 6, Blocks: []course.Block{course.Text{ID: "start", Markdown: "`git reflog` lists every place you have been.\n"}, undo1}}
	know1 := flowQuestion("know-1", "What does `git commit` do?", &course.Options{List: []course.Option{{Text: "Saves a step", Right: true}, {Text: "Sends it away"}, {Text: "I don't know yet", DontKnow: true}}})
	know1.Skills = []string{"commits"}
	placement := &course.Lesson{ID: "placement", Title: "What do you know already", Kind: course.KindPlacement, Minutes: 3, Blocks: []course.Block{know1}}
	return &course.Course{
		ID: "git-first-steps", Title: "Git, first steps", Language: "en", Minutes: 90, Placement: placement,
		Skills: []course.Skill{{ID: "staging", Title: "Choose what to save"}, {ID: "commits", Title: "Save a step"}, {ID: "branches", Title: "Try ideas safely"}},
		Ways:   []course.Choice{{ID: "show", Title: "Show me an example first"}, {ID: "why", Title: "Tell me how it works"}, {ID: "try", Title: "Let me try it myself"}},
		Paces:  []course.Pace{{ID: "steady", Title: "Steady", Days: 4, Session: 25, SkipKnown: course.SkipOffer}},
		Mixups: []course.Mixup{{ID: "add-uploads", Says: "`git add` sends my file to a server", Detour: "places"}},
		Onboarding: []*course.Ask{
			{ID: "goal", Prompt: "What do you want to do with Git?", Options: []course.Choice{{ID: "solo", Title: "Keep my own work safe"}, {ID: "team", Title: "Work with other people on one project"}, {ID: "unsure", Title: "I'm not sure yet"}}},
			{ID: "interests", Prompt: "What will you keep in Git?", Many: true, Options: []course.Choice{{ID: "code", Title: "Programs"}, {ID: "writing", Title: "Notes or a book"}, {ID: "data", Title: "Data and analysis"}}},
			{ID: "promise", Prompt: "In your own words, what would make this course worth your time?", Why: "We show you this again at the end, so you can judge for yourself."},
		},
		Welcome: "Four quick questions. Skip any of them; you can change your answers later with `p`.",
		Path: []course.Stop{{Lesson: snapshots}, {Lesson: branches}, {Lesson: undo, Optional: true},
			{Choose: &course.Choose{ID: "project", Title: "Pick a project", Pick: 1, From: []*course.Lesson{web, book}}}},
		Lessons: []*course.Lesson{snapshots, branches, undo, web, book, places},
		Glossary: []course.Entry{
			{Term: "branch", Meaning: "A name that points at a snapshot."},
			{Term: "snapshot", Meaning: "The whole project as it was at one moment. More on them under *history*."},
			{Term: "stage", Meaning: "Where the next snapshot is laid out."},
		},
	}
}

func flowQuestion(id, prompt string, f course.Form) *course.Question {
	return &course.Question{ID: id, Prompt: prompt, Form: f, Tries: 3, Typos: course.TyposPointOut, HintsMode: course.HintsOnRequest, Confidence: course.ConfidenceNever, Rev: id}
}

// flowLesson has a page with explanations, every form of question, a task, a
// reflection and an extra.
func flowLesson() *course.Lesson {
	stage1 := flowQuestion("stage-1", "What does `git add notes.md` do?", &course.Options{List: []course.Option{
		{Text: "It sends `notes.md` to a server.", Reply: course.Reply{Text: "Nothing leaves your computer here. That is `git push`, in a later lesson.", Mixup: "add-uploads"}},
		{Text: "It puts `notes.md` into the next snapshot.", Right: true, Reply: course.Reply{Text: "Yes. You can still take it out again."}},
		{Text: "It saves a snapshot straight away.", Reply: course.Reply{Text: "One step too far: `git add` lays it out, `git commit` takes the picture."}},
	}})
	stage1.Skills = []string{"staging"}
	stage1.Hints = []string{"It happens *before* the snapshot is taken.", "Think of laying clothes on the bed before you pack the suitcase."}
	stage1.Why = "Staging lets you save *part* of your changes as one clear step."
	stage2 := flowQuestion("stage-2", "Which of these put a file on the stage? Choose all.", &course.Options{Many: true, List: []course.Option{
		{Text: "`git add report.txt`", Right: true}, {Text: "`git add .`", Right: true}, {Text: "`git status`"},
		{Text: "`git commit -m \"report\"`", Reply: course.Reply{Text: "This takes the snapshot of what is already staged."}},
	}})
	stage2.Skills = []string{"staging"}
	stage3 := flowQuestion("stage-3", "Type the command that stages every change in this folder.", &course.Typed{
		Answers:   []course.Accept{{Kind: course.AnswerShell, Text: "git add ."}, {Kind: course.AnswerShell, Text: "git add -A"}},
		Not:       []course.Accept{{Kind: course.AnswerShell, Text: "git commit -a", Reply: course.Reply{Text: "That stages *and* saves, and leaves out brand-new files."}}},
		Otherwise: course.Reply{Text: "It starts with `git add`."},
	})
	stage3.Skills = []string{"staging"}
	return &course.Lesson{
		ID: "snapshots", Title: "Saving a step", Minutes: 15, Skills: []string{"staging", "commits"},
		Blocks: []course.Block{
			course.Text{ID: "start", Title: "Saving a step", Level: 1, Markdown: "# Saving a step\n\nGit keeps your work as a row of **snapshots**. You decide what goes into each one, and you can go back to any of them. More in the [manual](https://git-scm.com/docs).\n\n> [!TIP]\n> Everything here happens on your own computer. Nothing is sent anywhere.\n"},
			course.Text{ID: "choosing", Title: "Choosing what to save", Level: 2, Markdown: "## Choosing what to save\n"},
			&course.Ways{ID: "how", List: []course.Way{
				{Key: "show", Title: "Show me an example first", Markdown: "```console\n$ git add notes.md\n$ git status\nChanges to be committed:\n        new file:   notes.md\n```\n\n`notes.md` is now *staged*: it will be in the next snapshot.\n"},
				{Key: "why", Title: "Tell me how it works", Markdown: "Your changes live in one of three places: the **folder** you edit, the **stage** where you lay out the next snapshot, and the **history** of snapshots taken.\n"},
				{Key: "try", Title: "Let me try it myself", Markdown: "In a folder you don't mind breaking, run `git init`, make a file, then run `git status` before and after `git add`. What changed?\n"},
			}},
			stage1, stage2, stage3,
			flowQuestion("order-1", "Put a normal working day in order.", &course.Order{Items: []string{"Edit a file", "`git add` the change", "`git commit` with a message", "Edit again"}}),
			flowQuestion("match-1", "Match each command with what it shows.", &course.Match{LeftTitle: "Command", RightTitle: "Shows", Pairs: []course.Pair{
				{Left: "`git status`", Right: "What is staged and what is not"}, {Left: "`git log`", Right: "The snapshots taken so far"}, {Left: "`git diff`", Right: "Changes not yet staged"}}}),
			flowQuestion("blank-1", "Fill in the blanks.", &course.Blanks{Text: "To save a step, first [[1]] the files, then [[2]] with a message.", List: []course.Blank{
				{Accept: []course.Accept{{Kind: course.AnswerWords, Text: "stage"}, {Kind: course.AnswerWords, Text: "add"}}}, {Accept: []course.Accept{{Kind: course.AnswerWords, Text: "commit"}}}}}),
			flowQuestion("bytes-1", "A commit message is one line of 72 characters at most. How many bytes is that in plain ASCII?", &course.Typed{Answers: []course.Accept{{Kind: course.AnswerNumber, Text: "72", Low: 72, High: 72}}}),
			&course.Task{ID: "first-commit", Title: "Make your first commit", Body: "In the practice folder, make a file `hello.txt` that says hello, and commit it.", Rev: "1", Minutes: 5,
				Hints:  []string{"`git init`, then `git add hello.txt`, then `git commit -m \"Say hello\"`."},
				Checks: []course.Check{{Kind: course.CheckRun, What: "git log --oneline", Expect: []course.Expectation{{Name: "exit", Text: "0"}, {Name: "lines", Text: "1.."}}}, {Kind: course.CheckFile, What: "hello.txt", Expect: []course.Expectation{{Name: "contains", Text: "hello"}}}}},
			&course.Ask{ID: "explain-1", Prompt: "What would you tell a friend who asks why there are two steps?", Compare: true, Why: "A good answer says that the stage lets you choose. Compare it with yours."},
			&course.Extra{ID: "inside", Title: "What is inside a commit?", Blocks: []course.Block{course.Text{ID: "inside", Markdown: "A commit is a small text file.\n"}}},
		},
	}
}

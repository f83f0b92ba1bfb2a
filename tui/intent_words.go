package tui

import "github.com/cairn-learn/cairn/tui/words"

// IntentWords is what each intent is called where keys are listed away from a
// page: in the settings, in the palette, in the documentation. A page may call
// it otherwise. The digits have no name of their own.
func IntentWords(w *words.Words) map[Intent]string {
	k, a, f := w.Keys, w.Answers, w.Finding
	return map[Intent]string{
		IntentUp: k.Up, IntentDown: k.Down, IntentLeft: a.Cycle, IntentRight: a.Cycle,
		IntentPageUp: k.PageUp, IntentPageDown: k.PageDown, IntentTop: k.Top, IntentBottom: k.Bottom,
		IntentEnter: k.Open, IntentSpace: a.Mark, IntentSend: a.Check, IntentErase: a.TakeBack,
		IntentMoveUp: a.Carry, IntentMoveDown: a.Carry, IntentNext: a.NextBlank, IntentPrev: a.PrevBlank, IntentNewLine: a.NewLine,
		IntentEditor: w.Hands.Editor, IntentRedoChange: w.Hands.Redo,
		IntentFilter: k.Filter, IntentBack: k.Back,
		IntentHelp: k.Help, IntentQuit: k.Quit, IntentStop: k.Stop, IntentSuspend: k.Suspend, IntentRedraw: k.Redraw,
		IntentLook: k.Look, IntentCourses: k.Courses, IntentSettings: k.Settings,
		IntentHint: k.Hint, IntentWay: k.Way, IntentSkip: k.Skip, IntentDontKnow: k.DontKnow,
		IntentShowAnswer: k.ShowAnswer, IntentDispute: k.Dispute, IntentUndo: k.Undo, IntentCopy: k.Copy, IntentPicture: k.Picture,
		IntentReread: k.Reread, IntentLinks: w.Reading.Links, IntentContents: w.Reading.Contents, IntentOutline: k.Outline, IntentChoices: k.Choices, IntentRedo: k.Redo,
		IntentSkipLesson: w.Flow.SkipLesson, IntentFindings: k.Findings, IntentSource: w.Preview.KeySource,
		IntentJump: w.Preview.KeyJump, IntentLeads: w.Preview.KeyLeads, IntentState: w.Preview.KeyState,
		IntentCheck: w.Practice.Check, IntentShell: w.Practice.Shell, IntentOutput: w.Practice.ShowOutput, IntentWatch: w.Practice.Watch,
		IntentToday: k.Today, IntentWhy: k.Why, IntentMap: k.Map, IntentInsights: k.Insights, IntentPlan: k.Plan,
		IntentReview: k.Review, IntentHarder: k.Harder, IntentEasier: k.Easier, IntentExplain: k.Explain, IntentRest: k.Rest,
		IntentSearch: f.KeySearch, IntentPalette: f.KeyPalette, IntentGlossary: f.KeyGlossary,
		IntentBookmark: f.KeyBookmark, IntentNote: f.KeyNote, IntentNotes: f.KeyNotes,
	}
}

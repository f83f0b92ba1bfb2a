package words

import "github.com/cairn-learn/cairn/internal/diagram"

// French returns the words in French. The learner is called "tu"; the terms
// are those of docs/languages.md.
func French() *Words {
	w := English()
	w.Language = "fr"
	frenchPrint(&w.Print)
	frenchKeys(&w.Keys)
	frenchFrame(&w.Frame)
	frenchLibrary(&w.Library)
	frenchOutline(&w.Outline)
	frenchChoices(&w.Choices)
	frenchSettings(&w.Settings)
	frenchOnboarding(&w.Onboarding)
	frenchReasons(&w.Reasons)
	frenchErrors(&w.Errors)
	frenchFlow(&w.Flow)
	frenchAnswers(&w.Answers)
	frenchPlain(&w.Plain)

	frenchDays(&w.Days)
	frenchToday(&w.Today)
	frenchForecast(&w.Forecast)
	frenchDecisions(&w.Decisions)
	frenchMap(&w.Map)
	frenchInsights(&w.Insights)
	frenchPlan(&w.Plan)
	frenchHands(&w.Hands)
	w.Diagram = *diagram.French()
	frenchShell(&w.Shell)
	frenchKeeping(&w.Keeping)
	frenchSharing(&w.Sharing)
	frenchDoctor(&w.Doctor)
	frenchReset(&w.Reset)
	frenchPrivacy(&w.Privacy)
	frenchTrust(&w.Trust)
	frenchPractice(&w.Practice)
	frenchPreferences(&w.Preferences)
	frenchFinding(&w.Finding)
	frenchPreview(&w.Preview)
	frenchFieldNotes(&w.FieldNotes)
	frenchReading(&w.Reading)
	return w
}

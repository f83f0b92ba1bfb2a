package words

import "github.com/cairn-learn/cairn/internal/diagram"

// Spanish returns the words in Spanish. The learner is called "tú"; the terms
// are those of docs/languages.md.
func Spanish() *Words {
	w := English()
	w.Language = "es"
	spanishPrint(&w.Print)
	spanishKeys(&w.Keys)
	spanishFrame(&w.Frame)
	spanishLibrary(&w.Library)
	spanishOutline(&w.Outline)
	spanishChoices(&w.Choices)
	spanishSettings(&w.Settings)
	spanishOnboarding(&w.Onboarding)
	spanishReasons(&w.Reasons)
	spanishErrors(&w.Errors)
	spanishFlow(&w.Flow)
	spanishAnswers(&w.Answers)
	spanishPlain(&w.Plain)

	spanishDays(&w.Days)
	spanishToday(&w.Today)
	spanishForecast(&w.Forecast)
	spanishDecisions(&w.Decisions)
	spanishMap(&w.Map)
	spanishInsights(&w.Insights)
	spanishPlan(&w.Plan)
	spanishHands(&w.Hands)
	w.Diagram = *diagram.Spanish()
	spanishShell(&w.Shell)
	spanishKeeping(&w.Keeping)
	spanishSharing(&w.Sharing)
	spanishDoctor(&w.Doctor)
	spanishReset(&w.Reset)
	spanishPrivacy(&w.Privacy)
	spanishTrust(&w.Trust)
	spanishPractice(&w.Practice)
	spanishPreferences(&w.Preferences)
	spanishFinding(&w.Finding)
	spanishPreview(&w.Preview)
	spanishFieldNotes(&w.FieldNotes)
	spanishReading(&w.Reading)
	return w
}

package words

import "github.com/cairn-learn/cairn/internal/diagram"

// German returns the words in German. The learner is called "du"; the terms are
// those of docs/languages.md.
func German() *Words {
	w := English()
	w.Language = "de"
	w.Print.Quoted = func(text string) string { return "„" + text + "“" }
	germanKeys(&w.Keys)
	germanFrame(&w.Frame)
	germanLibrary(&w.Library)
	germanOutline(&w.Outline)
	germanChoices(&w.Choices)
	germanSettings(&w.Settings)
	germanOnboarding(&w.Onboarding)
	germanReasons(&w.Reasons)
	germanErrors(&w.Errors)
	germanFlow(&w.Flow)
	germanAnswers(&w.Answers)
	germanPlain(&w.Plain)
	germanShell(&w.Shell)
	germanKeeping(&w.Keeping)
	germanSharing(&w.Sharing)
	germanDoctor(&w.Doctor)
	germanReset(&w.Reset)
	germanPrivacy(&w.Privacy)
	germanTrust(&w.Trust)
	germanPractice(&w.Practice)

	germanDays(&w.Days)
	germanToday(&w.Today)
	germanForecast(&w.Forecast)
	germanDecisions(&w.Decisions)
	germanMap(&w.Map)
	germanInsights(&w.Insights)
	germanPlan(&w.Plan)
	germanPreferences(&w.Preferences)
	germanFinding(&w.Finding)
	germanPreview(&w.Preview)
	germanFieldNotes(&w.FieldNotes)
	germanHands(&w.Hands)
	w.Diagram = *diagram.German()
	germanReading(&w.Reading)
	return w
}

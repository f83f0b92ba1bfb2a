// Package words is the catalogue of everything cairn says on screen. One typed
// value holds a language; English is written here. Whatever has a number in it
// is a function, because languages count differently.
package words

import "github.com/cairn-learn/cairn/internal/diagram"

// Words is everything said in one language.
//
// English holds every word. Another language begins as English and replaces its
// fields one by one, so that a word which nobody has translated yet is said in
// English and never left out.
type Words struct {
	Language string // its tag, as in Languages
	Print    Print
	Keys     Keys
	Frame    Frame
	Library  Library
	Outline  Outline
	Choices  Choices
	Settings Settings
	Reasons  Reasons
	Errors   Errors
	Flow     Flow
	Answers  Answers
	Hands    Hands
	Reading  Reading
	Plain    Plain
	Shell    Shell
	Keeping  Keeping
	Reset    Reset
	Sharing  Sharing
	Privacy  Privacy
	Trust    Trust
	Practice Practice

	Days      Days
	Today     Today
	Forecast  Forecast
	Decisions Decisions
	Map       Map
	Insights  Insights
	Plan      Plan
	Diagram   diagram.Words

	Preferences Preferences
	Finding     Finding
	Preview     Preview

	FieldNotes FieldNotes
	Onboarding Onboarding
	Doctor     Doctor
}

// English returns the words in English.
func English() *Words {
	return &Words{
		Language: "en",
		Print:    englishPrint(),
		Keys:     englishKeys(),
		Frame:    englishFrame(),
		Library:  englishLibrary(),
		Outline:  englishOutline(),
		Choices:  englishChoices(),
		Settings: englishSettings(),
		Reasons:  englishReasons(),
		Errors:   englishErrors(),
		Flow:     englishFlow(),
		Answers:  englishAnswers(),
		Hands:    englishHands(),
		Reading:  englishReading(),
		Plain:    englishPlain(),
		Shell:    englishShell(),
		Keeping:  englishKeeping(),
		Reset:    englishReset(),
		Sharing:  englishSharing(),
		Privacy:  englishPrivacy(),
		Trust:    englishTrust(),
		Practice: englishPractice(),

		Days:      englishDays(),
		Today:     englishToday(),
		Forecast:  englishForecast(),
		Decisions: englishDecisions(),
		Map:       englishMap(),
		Insights:  englishInsights(),
		Plan:      englishPlan(),
		Diagram:   *diagram.English(),

		Preferences: englishPreferences(),
		Finding:     englishFinding(),
		Preview:     englishPreview(),

		FieldNotes: englishFieldNotes(),
		Onboarding: englishOnboarding(),
		Doctor:     englishDoctor(),
	}
}

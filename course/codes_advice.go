package course

// The codes of advice, which Inspect gives and Load does not: nothing of it keeps a
// course from being taken.
const (
	codeUnknownCode = "unknown-code" // a setting of check for a code that does not exist

	codeNoAlt            = "no-alt"            // an image without words
	codeRepeatedHint     = "repeated-hint"     // two hints of a question that say the same
	codeRepeatedQuestion = "repeated-question" // a question that is asked in two places
	codeAllOfAbove       = "all-of-above"      // an option about its place among others that are shuffled
	codeAnswerPlace      = "answer-place"      // the right option stands in the same place in every question
	codeAnswerLength     = "answer-length"     // the right option is the longest in nearly every question
	codeUnoffered        = "unoffered"         // a declared code word that the onboarding file does not offer
	codeUnusedMixup      = "unused-mixup"      // a mix-up that no answer shows
	codeUnusedWay        = "unused-way"        // a way that nothing is explained in
	codeUnusedChoice     = "unused-choice"     // a goal or interest that changes nothing
	codeUnusedImage      = "unused-image"      // an image that nothing shows
	codeNoFeedback       = "no-feedback"       // a wrong answer to which nothing is said
	codeNoHint           = "no-hint"           // a question without a hint
	codeNoWhy            = "no-why"            // a question that is never explained
	codeHintTells        = "hint-tells"        // a hint that gives the answer away
	codeLongLesson       = "long-lesson"       // a lesson far longer than its minutes
	codeWideCode         = "wide-code"         // a line of code that narrow terminals cannot show
	codeNoSpare          = "no-spare"          // a pool that keeps nothing for another try
	codeChecksAlike      = "checks-alike"      // two checks of a task that are told in the same words
	codeNoSkill          = "question-no-skill" // a question that counts for no skill

	// About tasks and code questions.
	codeCheckHolds    = "check-always-holds"     // a check that holds whatever was done
	codeBeyondWalls   = "beyond-walls"           // a command that needs what it does not have behind the walls
	codeBashOnly      = "bash-only"              // shell that only bash takes
	codeNoShell       = "no-shell"               // a command that no shell takes
	codeUnusedCapture = "unused-capture"         // a captured value that nothing uses
	codeSaysNothing   = "otherwise-says-nothing" // an otherwise that says no more than wrong
	codeNoSolve       = "no-solve"               // a task that nothing proves
	codeStartSolves   = "start-is-solution"      // code to begin with that is the solution
	codeTestBeside    = "test-beside"            // a test that looks at nothing of the solution

	codeLock           = "broken-lock"     // a line of course.lock that cannot be read
	codeMeaningChanged = "meaning-changed" // an id whose meaning is not the one that course.lock has
	codeIDReused       = "id-reused"       // an id that stood for something else before
	codeIDGone         = "id-gone"         // an id of course.lock that the course has no longer

	// CodeVersion is found by comparing two versions.
	CodeVersion = "version-not-raised" // a version that says less than what changed
)

package course

// The codes of findings about the text of lessons, by what they are about.
const (
	// What is too much to read.
	codeTooDeep         = "too-deep"          // lists and quotes inside each other, deeper than can be shown
	codeTooTangled      = "too-tangled"       // a paragraph that would take the parser seconds
	codeTooLarge        = "too-large"         // a paragraph, list or table that cannot be drawn in one go
	codeTooManyHeadings = "too-many-headings" // more headings than one file can have
	codeTooManyAnswers  = "too-many-answers"  // more options, items, pairs or blanks than anybody can look through
	codeHTMLNotShown    = "html-not-shown"    // HTML of which a terminal shows nothing
	codeOpenComment     = "open-comment"      // a comment that hides the rest of the file
	codeOpenCode        = "open-code"         // a block of code that takes in the rest of the file

	// Headings and settings.
	codeUnknownBlock  = "unknown-block"  // a heading or block that was probably meant to be a part of a question or task
	codeEmptyHeading  = "empty-heading"  // a question, task, ask, way or extra without words
	codeEmptyPart     = "empty-part"     // a heading with nothing under it
	codeStraySettings = "stray-settings" // settings that do not stand right under a heading

	// Questions of every kind.
	codeNoAnswers        = "no-answers"          // a question with nothing to answer
	codeNothingMarked    = "nothing-marked"      // no answer is marked as right
	codeSeveralForms     = "several-forms"       // answers of two kinds in one question
	codeEmptyAnswer      = "empty-answer"        // an answer, item or side of a pair without words
	codeRepeatedOption   = "repeated-option"     // two options that a learner cannot tell apart
	codeRepeatedItem     = "repeated-item"       // two items or left sides that are the same
	codeTooFew           = "too-few"             // fewer than two things to order or match
	codeHiddenAnswer     = "invisible-character" // an answer that cannot be typed
	codeTextAfterAnswers = "text-after-answers"  // text between the answers of a question

	// Options.
	codeNoBox         = "no-box"              // an option without a check box among others that have one
	codeOddBox        = "odd-box"             // a check box that other programs do not know
	codeGluedBox      = "box-without-space"   // -[x] without the space
	codeAnswerSign    = "answer-sign"         // an answer that does not begin with a dash
	codeNotOneLine    = "answer-not-one-line" // an option that is a block of code
	codeDontKnowRight = "dont-know-right"     // "I don't know" marked as right
	codeSingleOption  = "single-option"       // only one option
	codePickOne       = "pick-one"            // several right options where one is to be picked

	// Typed answers, tables and blanks.
	codeUnknownAnswer   = "unknown-answer"   // a line that is none of Answer, Also, Close, Not and Otherwise
	codeSecondAnswer    = "second-answer"    // two Answer lines
	codeSecondOtherwise = "second-otherwise" // two Otherwise lines
	codeTableColumns    = "table-columns"    // a table to match that has not two columns
	codeEmptyBlank      = "empty-blank"      // a blank without an answer
	codeOpenBlank       = "open-blank"       // a blank that is not closed
	codeStrayBlank      = "stray-blank"      // a blank outside of a question
	codeFalseBlank      = "false-blank"      // code that looks like a numbered blank

	// Feedback, hints and the why.
	codeNotIndented  = "feedback-not-indented" // feedback that does not stand under its answer
	codeNotQuoted    = "feedback-not-quoted"   // indented text under an answer that is no quote
	codeHintInAnswer = "hint-in-answer"        // a hint indented under one answer
	codeStrayQuote   = "stray-quote"           // a quote that belongs to no answer
	codeUnknownLabel = "unknown-label"         // a hint or the why in other words, or in no quote
	codeEmptyHint    = "empty-hint"            // a hint or why without words
	codeBadRoad      = "bad-road"              // a Mix-up, Detour or Go to that cannot be read
	codeRepeatedRoad = "repeated-road"         // an answer that leads to two places

	// Ways, pools, tasks and asks.
	codeRepeatedWay      = "repeated-way"          // the same way twice in a row
	codeSingleWay        = "single-way"            // only one way to explain an idea
	codeEmptyPool        = "empty-pool"            // a pool without a question
	codeNotAQuestion     = "not-a-question"        // something else inside a pool
	codeTextInPool       = "text-in-pool"          // text between the questions of a pool
	codePickTooMany      = "pick-too-many"         // a pool that picks more questions than it has
	codeCheckKind        = "check-kind"            // a check that looks at nothing, or at several things
	codeExpectation      = "unknown-expectation"   // a name of expect that the kind of check does not know
	codeCheckValue       = "check-value"           // a value of expect that nothing could be
	codeCheckOutside     = "check-outside"         // a check of something outside of the practice folder or this machine
	codeCapture          = "bad-capture"           // something that cannot be captured, or not under this name
	codeTaskFiles        = "task-files"            // files of a task that are not there or cannot be used
	codeSecondBlock      = "second-block"          // two blocks of setup, solve, start, test or solution
	codeCodeLanguage     = "code-language"         // code in a language that is not run, or in two
	codeNoTest           = "code-without-test"     // a question answered with code, and nothing that decides
	codeNoSolution       = "code-without-solution" // a test, and nothing that shows that it can be passed
	codeIdleSetting      = "idle-setting"          // a setting that does nothing at this kind of question
	codeNoCodeWord       = "no-code-word"          // an option of an Ask without a code word
	codeMarkedAsk        = "marked-ask"            // an option of an Ask that is marked as right
	codeFeedbackInAsk    = "feedback-in-ask"       // feedback under an option of an Ask
	codeHintInAsk        = "hint-in-ask"           // a hint in an Ask
	codeNothingToCompare = "nothing-to-compare"    // compare without a why

	// Cards and the glossary.
	codeNoCards        = "no-cards"              // a file of cards without a card
	codeCardNoQuestion = "card-without-question" // A: without Q:
	codeCardNoAnswer   = "card-without-answer"   // Q: without A:, or with an empty side
	codeCardNoGap      = "card-without-gap"      // C: without a [gap]
	codeNoEntries      = "no-entries"            // a glossary without a term
	codeEmptyEntry     = "empty-entry"           // a term without a meaning
	codeRepeatedTerm   = "repeated-term"         // a term that is explained twice
)

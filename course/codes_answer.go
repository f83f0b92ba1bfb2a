package course

// The codes of findings about answers.
const (
	codeAnswerEmpty   = "answer-empty"   // a stated answer without text
	codeAnswerLong    = "answer-long"    // a line of answers that nobody could type
	codeAnswerSeveral = "answer-several" // several answers where one is expected
	codeAnswerMixed   = "answer-mixed"   // code with words around it
	codeAnswerComma   = "answer-comma"   // commas that probably cut a sentence
	codeAnswerNumber  = "answer-number"  // a number that cannot be read as meant
	codeAnswerPattern = "answer-pattern" // a pattern that cannot be used, or accepts anything
	codeAnswerRefused = "answer-refused" // a stated answer that is not graded as stated
	codeAnswerTwice   = "answer-twice"   // the same answer or option stated twice
	codeAnswerHidden  = "answer-hidden"  // an answer that another one above always takes
	codeAnswerIdle    = "answer-idle"    // an answer that changes nothing, or only harms
)

package course

// The codes of findings about tests/paths.yaml, which tools for authors read and
// Load does not.
const (
	CodeTestLearner     = "test-learner"     // a learner without a name, or two of one name
	CodeTestAnswer      = "test-answer"      // an answer that the question cannot take
	CodeTestExpect      = "test-expect"      // a learner of whom nothing is expected
	CodeUnknownQuestion = "unknown-question" // a question or task that does not exist
)

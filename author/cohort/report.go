package cohort

// Report is what many files say, one part for each course. Every number of
// learners is a Count, every share in steps of 0.05, and what is about fewer
// learners than Min is left out.
type Report struct {
	Format  int            `json:"format"` // 1
	Min     int            `json:"min"`    // the least group that is told
	Courses []CourseReport `json:"courses"`
}

// CourseReport is what is said of one course.
type CourseReport struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	Learners  Count         `json:"learners"`
	Finished  Count         `json:"finished"`
	Versions  []VersionRow  `json:"versions"`
	Positions []PositionRow `json:"positions"`
	Skills    []SkillRow    `json:"skills"`
	Lessons   []LessonRow   `json:"lessons"`
	Items     []ItemRow     `json:"items"`
	Detours   []DetourRow   `json:"detours"`
	Named     []NamedRow    `json:"named,omitempty"`
	Unnamed   bool          `json:"unnamed,omitempty"` // rows of learners were asked for, and would give away those without a name
}

// VersionRow is how many have a version of the course.
type VersionRow struct {
	Version  string `json:"version"`
	Hash     string `json:"hash"`
	Learners Count  `json:"learners"`
}

// PositionRow is a lesson that learners are in who have not finished.
type PositionRow struct {
	Lesson  string   `json:"lesson"` // empty: in none
	Title   string   `json:"title"`
	Here    Count    `json:"here"`
	Stuck   Count    `json:"stuck"`   // of them, before a question that they missed twice or more
	Idle    Count    `json:"idle"`    // of those who share dates: last there two weeks ago or earlier
	Days    *float64 `json:"days"`    // mean number of days that they learned on
	Minutes *float64 `json:"minutes"` // median, in this lesson
}

// SkillRow is how well a skill is known by those who answered a question on it.
type SkillRow struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Answered Count    `json:"answered"`
	Know     Count    `json:"know"`
	Share    *float64 `json:"share"` // who know it, of those who answered
	Mastery  *float64 `json:"mastery"`
}

// LessonRow is what became of a lesson.
type LessonRow struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Met      Count    `json:"met"`
	Finished Count    `json:"finished"`
	Skipped  Count    `json:"skipped"`
	Minutes  *float64 `json:"minutes"` // median of those who finished
}

// ItemRow is the analysis of one question, as it was.
type ItemRow struct {
	ID             string       `json:"id"`
	Rev            string       `json:"rev"`
	Lesson         string       `json:"lesson"`
	Place          string       `json:"place"`   // FILE:LINE; empty: the course was not given, or has it no more
	Prompt         string       `json:"prompt"`  // the same
	Current        *bool        `json:"current"` // the course has it as it was; null: the course was not given
	Answered       Count        `json:"answered"`
	Right          *float64     `json:"right"`          // share right at the first try: the difficulty
	Few            string       `json:"few"`            // where that is not told: of "right" or "wrong" there are too few; else empty
	Discrimination *float64     `json:"discrimination"` // -1..1
	Hints          Count        `json:"hints"`          // learners who took one
	GaveUp         Count        `json:"gave_up"`        // who did not know, asked for the answer or passed over it
	Minutes        *float64     `json:"minutes"`        // median of the first try
	Wrong          []WrongRow   `json:"wrong"`
	Disputes       []DisputeRow `json:"disputes"`
	Look           []string     `json:"look"` // what an author should look at; see lookAt
}

// WrongRow is a wrong answer that enough learners gave.
type WrongRow struct {
	Answer   string `json:"answer"`
	Learners Count  `json:"learners"`
	Said     *bool  `json:"said"` // the author says something to it; null: the course was not given
}

// DisputeRow is a wrong answer that enough learners gave, and of whom some held
// that it is right.
type DisputeRow struct {
	Answer   string   `json:"answer"`
	Learners Count    `json:"learners"` // who gave it
	Lines    []string `json:"lines"`    // to paste, one or the other; empty: the form of the question has none
}

// DetourRow is what a detour did for those whom a wrong answer sent there.
type DetourRow struct {
	To         string   `json:"to"`
	Item       string   `json:"item"`
	Rev        string   `json:"rev"`
	Mixup      string   `json:"mixup"`
	Taken      Count    `json:"taken"` // and answered again
	With       *float64 `json:"with"`  // share right then
	WithFew    string   `json:"with_few"`
	Stayed     Count    `json:"stayed"`  // did not take it, and answered again
	Without    *float64 `json:"without"` // share right then
	WithoutFew string   `json:"without_few"`
}

// NamedRow is one learner who gave a name.
type NamedRow struct {
	Name     string  `json:"name"`
	Lesson   string  `json:"lesson"`
	Finished bool    `json:"finished"`
	Done     int     `json:"done"`
	Of       int     `json:"of"`
	Days     int     `json:"days"`
	Minutes  float64 `json:"minutes"`
	Last     string  `json:"last"` // empty: not shared
}

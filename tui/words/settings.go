package words

import "github.com/cairn-learn/cairn/course/learn"

// Settings is what both front ends say about how the program goes about a
// course: one entry for each learn.Setting.
type Settings struct {
	Sure, Recall, Days, Minutes, Until, When, Obstacle, First, Confidence, Weeks, Closing Setting

	Usual string // beside an answer that the learner did not choose
	None  string // instead of an answer where there is none
}

// Setting is what is said about one choice.
type Setting struct {
	Title   string                   // in a word or a few
	Ask     string                   // as a question
	Help    string                   // one sentence on what it does
	Options map[string]string        // by code word; nil: the learner's own words, or a date
	Free    func(code string) string // an answer beside the options; nil: as it is
}

// Option says one answer; a code word that this program does not know is said
// as it is.
func (s Setting) Option(code string) string {
	if said, ok := s.Options[code]; ok {
		return said
	}
	if s.Free != nil {
		return s.Free(code)
	}
	return code
}

func englishSettings() Settings {
	onOff := func() map[string]string { return map[string]string{"on": "yes", "off": "no"} }
	return Settings{
		Sure: Setting{
			Title: "How sure before going on",
			Ask:   "How sure do you want to be of a skill before going on?",
			Help:  "More sure means more questions before a skill counts as known.",
			Options: map[string]string{
				"brisk": "brisk, with fewer questions", "standard": "standard", "thorough": "thorough, with more questions",
			},
		},
		Recall: Setting{
			Title: "When reviews come",
			Ask:   "How much do you want to have still when a review comes?",
			Help:  "A higher share means that reviews come sooner, and take more of your time.",
			Options: map[string]string{
				"85": "85 %, with fewer reviews", "90": "90 %", "95": "95 %, with more reviews",
			},
		},
		Days: Setting{
			Title: "Your days",
			Ask:   "On which days do you mean to learn?",
			Help:  "The plan is made over these days. Learning on others is as good.",
			Options: map[string]string{
				"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
				"fri": "Friday", "sat": "Saturday", "sun": "Sunday",
			},
		},
		Minutes: Setting{
			Title: "One sitting",
			Ask:   "How many minutes is one sitting?",
			Help:  "The plan counts on it; nothing stops you when it is over.",
			Options: map[string]string{
				"5": "5 minutes", "10": "10 minutes", "15": "15 minutes", "25": "25 minutes",
				"45": "45 minutes", "60": "60 minutes", "90": "90 minutes",
			},
			Free: func(code string) string { return code + " minutes" },
		},
		Until: Setting{
			Title: "Done by",
			Ask:   "Is there a day by which you want to be done?",
			Help:  "Without one, the plan says when you may be done.",
		},
		When: Setting{
			Title: "When and where",
			Ask:   "When and where will you sit down to it?",
			Help:  "A loose plan is enough, such as: after breakfast, in the kitchen.",
		},
		Obstacle: Setting{
			Title: "What may come in between",
			Ask:   "What may come in between, and what will you do then?",
			Help:  "For yourself; the plan does not use it.",
		},
		First: Setting{
			Title: "Question or lesson first",
			Ask:   "Where you may know something already, what comes first?",
			Help:  "A question first is quicker where you know much.",
			Options: map[string]string{
				"try": "a question, and the lesson if it is needed", "read": "the lesson",
			},
		},
		Confidence: Setting{
			Title:   "How sure you are",
			Ask:     "May cairn ask now and then how sure you are of an answer?",
			Help:    "After ten answers it shows how often you were right when you were sure.",
			Options: onOff(),
		},
		Weeks: Setting{
			Title:   "Weeks",
			Ask:     "Count the weeks in which you learned on as many days as you planned?",
			Help:    "Two rest weeks are free. Nothing is lost by a missed day.",
			Options: onOff(),
		},
		Closing: Setting{
			Title:   "The end of a sitting",
			Ask:     "Ask at the end of a sitting what is still unclear?",
			Help:    "What you write comes up in your next review.",
			Options: onOff(),
		},
		Usual: "as usual",
		None:  "nothing",
	}
}

// Setting is what is said about a choice. One that this program does not know
// is called by its name.
func (w *Words) Setting(id learn.SettingID) Setting {
	s := &w.Settings
	switch id {
	case learn.SettingSure:
		return s.Sure
	case learn.SettingRecall:
		return s.Recall
	case learn.SettingDays:
		return s.Days
	case learn.SettingMinutes:
		return s.Minutes
	case learn.SettingUntil:
		return s.Until
	case learn.SettingWhen:
		return s.When
	case learn.SettingObstacle:
		return s.Obstacle
	case learn.SettingFirst:
		return s.First
	case learn.SettingConfidence:
		return s.Confidence
	case learn.SettingWeeks:
		return s.Weeks
	case learn.SettingClosing:
		return s.Closing
	}
	return Setting{Title: string(id), Ask: string(id)}
}

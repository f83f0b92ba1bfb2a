package words

import "fmt"

func germanOnboarding(o *Onboarding) {
	o.Goal = "Was möchtest du können?"
	o.Pace = "In welchem Tempo möchtest du diesen Kurs machen?"
	o.Way = "Wie hättest du Neues gern erklärt?"
	o.Interests = "Was davon interessiert dich?"
	o.Experience = "Wie viel davon kennst du schon?"
	o.New, o.Some, o.Much = "Das ist neu für mich", "Einiges kenne ich", "Vieles kenne ich"
	o.Relaxed, o.Steady, o.Fast = "Gemütlich", "Stetig", "Zügig"
	o.Never = "nichts wird übersprungen"
	o.Offer = "was ich kann, darf ich überspringen"
	o.Always = "was ich kann, wird übersprungen"
	o.PaceIs = func(name string, minutes, days int, known string) string {
		return fmt.Sprintf("%s: %s, %s die Woche; %s", name, germanCount(minutes, "Minute", "Minuten"), germanDaysOf(days), known)
	}
	o.Fork = "Wähle, was als Nächstes kommt"
}

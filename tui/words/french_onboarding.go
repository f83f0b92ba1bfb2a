package words

import "fmt"

func frenchOnboarding(o *Onboarding) {
	o.Goal = "Qu’aimerais-tu savoir faire\u00a0?"
	o.Pace = "À quel rythme veux-tu suivre ce cours\u00a0?"
	o.Way = "Comment préfères-tu qu’on t’explique une idée nouvelle\u00a0?"
	o.Interests = "Qu’est-ce qui t’intéresse là-dedans\u00a0?"
	o.Experience = "Qu’en connais-tu déjà\u00a0?"
	o.New, o.Some, o.Much = "C’est nouveau pour moi", "J’en connais une partie", "J’en connais une grande partie"
	o.Relaxed, o.Steady, o.Fast = "Tranquille", "Régulier", "Rapide"
	o.Never = "rien n’est sauté"
	o.Offer = "je peux sauter ce que je sais"
	o.Always = "ce que je sais est sauté"
	o.PaceIs = func(name string, minutes, days int, known string) string {
		return fmt.Sprintf("%s\u00a0: %s, %s par semaine\u00a0; %s", name, frenchCount(minutes, "minute", "minutes"), frenchDaysOf(days), known)
	}
	o.Fork = "Choisis la suite"
}

package words

import (
	"fmt"
	"maps"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func frenchToday(t *Today) {
	t.Title = "Aujourd’hui"
	t.Resting = "Aujourd’hui, tu te reposes. Ce qui est à réviser attend demain."
	t.Review = "À réviser"
	t.Due = func(n, m int) string {
		said := frenchReviews(n) + " à faire"
		if m > 0 {
			said += ", " + frenchAbout(m)
		}
		return said + "."
	}
	t.Take = func(n, m int) string {
		said := fmt.Sprintf("%d maintenant", n)
		if m > 0 {
			said += ", " + frenchAbout(m)
		}
		return said + " ; le reste peut attendre."
	}
	t.DueNone = func(tomorrow int) string {
		if tomorrow == 0 {
			return "Aucune révision à faire."
		}
		return fmt.Sprintf("Aucune révision à faire. Demain : %d.", tomorrow)
	}
	t.More = func(n int) string { return fmt.Sprintf("et encore %d", n) }
	t.Next, t.Then, t.Stands = "La suite du parcours", "Puis, sur le parcours", "Jusqu’ici"
	t.Begun = "commencée"
	t.Left = func(m int) string { return "reste " + frenchAbout(m) }
	t.Takes = frenchAbout
	t.End = "Il ne reste rien sur le parcours."
	t.Spent = func(m float64) string { return frenchMinutes(wholeMinutes(m)) + " aujourd’hui" }
	t.Sitting = func(m int) string { return frenchMinutes(m) + " au programme" }
	t.Free = "un jour libre dans ton plan ; ce que tu fais compte tout autant"
	t.Week = func(done, of int) string {
		switch {
		case of == 0 && done == 0:
			return ""
		case of == 0:
			return frenchDaysOf(done) + " cette semaine"
		case done > of:
			return frenchDaysOf(done) + " cette semaine (" + frenchPlanned(of) + ")"
		case done == 0:
			return frenchCount(of, "jour prévu", "jours prévus") + " cette semaine"
		}
		return fmt.Sprintf("%d sur %d cette semaine", done, of)
	}
	t.Unclear = "Ce que tu as noté comme obscur"
	t.About = func(lesson string) string { return "à propos de « " + lesson + " »" }
	t.Leeches = "Manqué encore et encore"
	t.Leech = func(title string, times int) string { return fmt.Sprintf("%s (%d fois)", title, times) }
	t.LeechHow = "Une autre explication peut aider plus qu’un nouvel essai."
	maps.Copy(t.Kinds, map[learn.DueKind]string{
		learn.DueSkill: "compétence", learn.DueOpen: "compétence ouverte", learn.DueQuestion: "question",
		learn.DueCard: "fiche", learn.DueTerm: "terme",
	})
	t.Start = func(n int) string {
		if n == 0 {
			return "commencer par les révisions"
		}
		return "faire " + frenchReviews(n)
	}
	t.GoOn = "continuer"
	t.NoReview = "aucune révision à faire ; la carte permet de travailler toute compétence"
	t.NoRest = "aujourd’hui, tu te reposes déjà"
	t.Rested = "Repose-toi bien. Ce qui est à réviser attend demain."
}

func frenchForecast(f *Forecast) {
	f.Heading = "Prévision"
	f.Line = func(f *learn.Forecast, now time.Time) string {
		return "Tu pourrais avoir fini " + frenchBetween(f.From80, f.To80, now) + ", selon une estimation"
	}
	f.None = "Il n’y a pas encore d’estimation de la date où tu auras fini."
	f.Status = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "En bonne voie pour le " + frenchDate(until, now) + "."
		case learn.ForecastTight:
			return "Serré pour le " + frenchDate(until, now) + " : cela réussit une fois sur deux."
		case learn.ForecastLate:
			return "Après le " + frenchDate(until, now) + ", d’après ce qu’on voit maintenant."
		case learn.ForecastOpen:
		}
		return "Aucune date n’est fixée."
	}
	f.Short = func(s learn.ForecastStatus, until, now time.Time) string {
		switch s {
		case learn.ForecastOn:
			return "En bonne voie pour le " + frenchDate(until, now) + "."
		case learn.ForecastTight:
			return "C’est serré pour le " + frenchDate(until, now) + "."
		case learn.ForecastLate:
			return "Ta date est le " + frenchDate(until, now) + " ; le plan dit ce qui y changerait quelque chose."
		case learn.ForecastOpen:
		}
		return ""
	}
	f.Half = func(from, to, now time.Time) string {
		return "Une fois sur deux : " + frenchBetween(from, to, now)
	}
	f.Most = func(from, to, now time.Time) string {
		return "Quatre fois sur cinq : " + frenchBetween(from, to, now)
	}
	f.Today = "auj."
}

package words

import (
	"strings"
	"testing"
	"time"
)

// TestGermanCountsAndDates reads some of what depends on numbers and days.
func TestGermanCountsAndDates(t *testing.T) {
	w := German()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	now := day(2026, time.March, 14)
	for _, c := range []struct{ got, want string }{
		{w.Library.Lessons(0), "0 Lektionen"}, {w.Library.Lessons(1), "1 Lektion"}, {w.Library.Lessons(12), "12 Lektionen"},
		{w.Library.Minutes(5), "5 min"}, {w.Library.Minutes(90), "1,5 h"}, {w.Library.Minutes(118), "2 h"},
		{w.Days.Between(day(2026, 6, 3), day(2026, 6, 12), now), "zwischen dem 3. und dem 12. Juni"},
		{w.Days.Between(day(2026, 6, 3), day(2026, 7, 1), now), "zwischen dem 3. Juni und dem 1. Juli"},
		{w.Days.Between(day(2026, 12, 28), day(2027, 1, 9), now), "zwischen dem 28. Dezember 2026 und dem 9. Januar 2027"},
		{w.Days.Between(day(2026, 6, 3), day(2026, 6, 3), now), "am 3. Juni"},
		{w.Days.ShortDate(day(2026, 3, 3)), "3. Mär"}, {w.Days.Date(day(2027, 3, 3), now), "3. März 2027"},
		{w.Days.Ago(0), "heute"}, {w.Days.Ago(1), "gestern"}, {w.Days.Ago(9), "vor 9 Tagen"}, {w.Days.In(1), "morgen"},
		{w.Days.Codes([]string{"mon", "sat"}), "Mo Sa"},
		{w.Flow.Summary.Same(72), "72 %"}, {w.Decisions.Points(1.25), "+1,2"}, {w.Decisions.Points(0), "0,0"},
		{w.Flow.Feedback.NextRetry(1), "Noch 1 Versuch."}, {w.Flow.Feedback.Parts(1, 1), "1 von 1 Teil ist richtig."},
		{w.Flow.Feedback.Parts(0, 4), "0 von 4 Teilen sind richtig."}, {w.Flow.Feedback.Marks(1, 3), "1 von 3 markierten Antworten stimmt."},
		{w.Today.Due(1, 0), "1 Wiederholung ist fällig."}, {w.Today.Due(3, 90), "3 Wiederholungen sind fällig, etwa 1,5 h."},
		{w.Plan.Speed(1.5), "Du brauchst 1,5-mal so lange wie vorgesehen; das ist eingerechnet."},
		{w.Reasons.LongAgo("A", 1), "„A“ ist 1 Tag her."},

		// A week is never told as a loss.
		{w.Today.Week(3, 4), "3 von 4 diese Woche"}, {w.Today.Week(0, 4), "4 Tage geplant diese Woche"},
		{w.Today.Week(5, 4), "5 Tage diese Woche (4 geplant)"}, {w.Today.Week(0, 0), ""},
	} {
		if got := strings.ReplaceAll(c.got, "\u00a0", " "); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}

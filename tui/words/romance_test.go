package words

import (
	"regexp"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// TestTypography holds what Spanish and French say against the rules of their
// print. Spaces that must not break are U+00A0.
func TestTypography(t *testing.T) {
	type rule struct{ tag, broken, why string }
	rules := []rule{
		{"es", `[^\x{a0}]%`, "a percent sign without a space that holds"},
		{"es", `^[^¿]*\?`, "a question that is not opened"},
		{"es", `[“”]|« | »`, "quotation marks of another language"},
		{"es", `\d\.\d`, "a decimal point"},
		{"fr", `[^\x{a0}]%`, "a percent sign without a space that holds"},
		{"fr", `[^\x{a0}][;?»]`, "a mark without a space that holds before it"},
		{"fr", `[^\x{a0}]:( |$)`, "a colon without a space that holds before it"},
		{"fr", `«[^\x{a0}]`, "an opening quotation mark without a space that holds behind it"},
		{"fr", `[“”]`, "quotation marks of another language"},
		{"fr", `\pL'\pL`, "a straight apostrophe"},
		{"fr", `\d\.\d`, "a decimal point"},
	}
	english := collect(English())
	for _, r := range rules {
		broken := regexp.MustCompile(r.broken)
		for path, list := range collect(For(r.tag)) {
			for i, said := range list {
				if said != english[path][i] && broken.MatchString(said) {
					t.Errorf("%s: %s has %s: %q", r.tag, path, r.why, said)
				}
			}
		}
	}
}

// TestRomanceCounts holds numbers, days and dates against how they are said.
// None is many in Spanish and one in French.
func TestRomanceCounts(t *testing.T) {
	es, fr := Spanish(), French()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	now := day(2026, time.March, 14)
	for _, c := range []struct{ got, want string }{
		{es.Library.Lessons(0), "0 lecciones"}, {fr.Library.Lessons(0), "0 leçon"},
		{es.Library.Lessons(1), "1 lección"}, {fr.Library.Lessons(1), "1 leçon"},
		{es.Library.Lessons(2), "2 lecciones"}, {fr.Library.Lessons(2), "2 leçons"},
		{es.Library.Minutes(89), "89 min"}, {fr.Library.Minutes(89), "89 min"},
		{es.Library.Minutes(90), "1,5 h"}, {fr.Library.Minutes(90), "1,5 h"},
		{es.Library.Left(1), "queda 1 min"}, {es.Library.Left(5), "quedan 5 min"}, {fr.Library.Left(5), "reste 5 min"},

		{es.Days.Date(day(2026, 6, 1), now), "1 de junio"}, {fr.Days.Date(day(2026, 6, 1), now), "1er juin"},
		{es.Days.Date(day(2027, 6, 3), now), "3 de junio de 2027"}, {fr.Days.Date(day(2027, 6, 3), now), "3 juin 2027"},
		{es.Days.Between(day(2026, 6, 1), day(2026, 6, 12), now), "entre el 1 y el 12 de junio"},
		{fr.Days.Between(day(2026, 6, 1), day(2026, 6, 12), now), "entre le 1er et le 12 juin"},
		{es.Days.Between(day(2026, 12, 28), day(2027, 1, 9), now), "entre el 28 de diciembre de 2026 y el 9 de enero de 2027"},
		{fr.Days.Between(day(2026, 12, 28), day(2027, 1, 9), now), "entre le 28 décembre 2026 et le 9 janvier 2027"},
		{es.Days.Between(now, now, now), "el 14 de marzo"}, {fr.Days.Between(now, now, now), "le 14 mars"},
		{es.Days.Ago(9), "hace 9 días"}, {fr.Days.Ago(9), "il y a 9 jours"},
		{es.Days.In(1), "mañana"}, {fr.Days.In(0), "aujourd’hui"},
		{es.Days.Codes([]string{"mon", "sat"}), "lun sáb"}, {fr.Days.Codes([]string{"mon", "sat"}), "lun sam"},
		{es.Days.Letter(time.Wednesday), "mi"}, {es.Days.Letter(time.Saturday), "sá"}, {fr.Days.Letter(time.Tuesday), "ma"},

		{es.Decisions.Points(-1.25), "-1,2"}, {fr.Decisions.Points(1.25), "+1,2"},
		{es.Why(learn.Reason{Code: learn.WhyLongAgo, From: "Ramas", Number: 1}), "Hace 1 día de «Ramas»."},
		{fr.Why(learn.Reason{Code: learn.WhyLongAgo, From: "Les branches", Number: 21}), "« Les branches », c’était il y a 21 jours."},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

// TestReasonsStayShort keeps reasons to about a line and a half, as in English.
func TestReasonsStayShort(t *testing.T) {
	const most = 130 // bytes, of which letters with accents take two
	for _, tag := range []string{"es", "fr"} {
		w := For(tag)
		for _, code := range reasonCodes(t) {
			said := w.Why(learn.Reason{Code: code, Title: "The staging area", From: "Commits", Rule: "mastery.staging < 0.6", Number: 0.84, Limit: 0.9, Days: 9})
			if said == "" || len(said) > most {
				t.Errorf("%s: %s takes %d bytes: %q", tag, code, len(said), said)
			}
		}
	}
}

package words

import (
	"slices"
	"testing"
)

func TestMatch(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "de", "de_DE": "de", "de_AT.UTF-8": "de", "de_DE.ISO-8859-1@euro": "de", "DE-ch": "de", "de-Latn-DE-1996": "de",
		"es-419": "es", "es_MX.UTF-8": "es", "fr_CA": "fr", "fr": "fr",
		"en_GB.UTF-8": "en", "C": "en", "C.UTF-8": "en", "POSIX": "en", "": "en",
		"tlh": "", "den": "", "d": "", "_DE": "", "-": "", "de\x1b": "", "@": "en",
	} {
		l, ok := Match(tag)
		if l.Tag != want || ok != (want != "") {
			t.Errorf("%q is taken for %q, %v, want %q", tag, l.Tag, ok, want)
		}
		if w := For(tag); want == "" && w.Language != "en" || want != "" && w.Language != want {
			t.Errorf("the words for %q are those of %q", tag, w.Language)
		}
	}
}

func TestEnvironment(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{}, ""},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "de"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8", "LC_ALL": "es_ES"}, "es"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_TIME": "fr_FR"}, "de"},
		{map[string]string{"LANG": "nl_NL.UTF-8"}, ""},
		{map[string]string{"LANG": "nl_NL.UTF-8", "LANGUAGE": "nl:fr:de"}, "fr"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "es_MX:de"}, "es"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "nl"}, "de"},
		{map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"},
		{map[string]string{"LANGUAGE": "de"}, ""},
	} {
		if got := Environment(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v asks for %q, want %q", c.env, got, c.want)
		}
	}
}

func TestLanguagesSayWhichTheyAre(t *testing.T) {
	all := Languages()
	if all[0].Tag != "en" || len(all) != 4 {
		t.Errorf("cairn speaks %v", all)
	}
	for i, l := range all {
		if got := For(l.Tag).Language; got != l.Tag {
			t.Errorf("the words of %s say that they are of %q", l.Tag, got)
		}
		if l.Name == "" || slices.ContainsFunc(all[:i], func(o Language) bool { return o.Name == l.Name }) {
			t.Errorf("%s is called %q", l.Tag, l.Name)
		}
	}
}

// TestThousands holds that a large number is written as the language does.
func TestThousands(t *testing.T) {
	for tag, want := range map[string][3]string{
		"en": {"9999 results", "10,000 results", "1,234,567 results"},
		"de": {"9999 Treffer", "10.000 Treffer", "1.234.567 Treffer"},
		"es": {"9999 resultados", "10\u00a0000 resultados", "1\u00a0234\u00a0567 resultados"},
		"fr": {"9999 résultats", "10\u00a0000 résultats", "1\u00a0234\u00a0567 résultats"},
	} {
		for i, n := range []int{9999, 10_000, 1_234_567} {
			if got := For(tag).Finding.Count(n); got != want[i] {
				t.Errorf("%s: says %q, want %q", tag, got, want[i])
			}
		}
	}
}

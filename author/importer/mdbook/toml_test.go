package mdbook

import (
	"strings"
	"testing"
)

func TestNestedTOML(t *testing.T) {
	var into bookTOML
	for _, text := range []string{"a = " + strings.Repeat("[", 1<<20), "a = " + strings.Repeat("{a=", 1<<18), strings.Repeat("a.", 1<<19) + "a = 1"} {
		if _, err := decode(text, &into); err == nil || !strings.Contains(err.Error(), "nested") {
			t.Errorf("%.9q and so on: %v", text, err)
		}
	}
	if _, err := decode("[book]\ntitle = \""+strings.Repeat("[", 500)+"\"\n", &into); err != nil || into.Book.Title == "" {
		t.Errorf("brackets in a title: %v", err)
	}
}

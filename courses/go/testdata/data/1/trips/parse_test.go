package trips

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	got, err := Parse("2031-05-02,Alder,12")
	if err != nil {
		t.Fatalf("Parse of a good line: %v", err)
	}
	if want := (Trip{Date: "2031-05-02", Pier: "Alder", People: 12}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	got, err = Parse(" 2031-05-02 , Elm , 0 ")
	if want := (Trip{Date: "2031-05-02", Pier: "Elm", People: 0}); err != nil || got != want {
		t.Errorf("with spaces around the parts: got %+v, %v, want %+v and no error", got, err, want)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ name, line string }{
		{"two parts", "2031-05-02,Alder"},
		{"four parts", "2031-05-02,Alder,12,late"},
		{"no number", "2031-05-02,Alder,twelve"},
		{"fewer than nobody", "2031-05-02,Alder,-1"},
		{"no pier", "2031-05-02,,12"},
		{"nothing", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.line)
			if err == nil {
				t.Fatalf("Parse(%q) gave no error", tt.line)
			}
			if strings.TrimSpace(err.Error()) == "" {
				t.Errorf("the error of Parse(%q) says nothing", tt.line)
			}
		})
	}
}

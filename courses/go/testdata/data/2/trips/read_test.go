package trips

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader("date,pier,people\n2031-05-02,Alder,12\n\n2031-05-02,Elm,3\n"))
	if err != nil {
		t.Fatalf("Read of a good table: %v. The first line names the columns, and empty lines are nothing", err)
	}
	want := []Trip{{"2031-05-02", "Alder", 12}, {"2031-05-02", "Elm", 3}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestReadSaysTheLine(t *testing.T) {
	_, err := Read(strings.NewReader("date,pier,people\n2031-05-02,Alder,12\n\n2031-05-02,Elm,three\n"))
	if err == nil {
		t.Fatal("line 4 is wrong, and Read gave no error")
	}
	if !strings.Contains(err.Error(), "4") {
		t.Errorf("the error is %q: it should say that it is line 4. Empty lines and the first one count", err)
	}
}

func TestReadEmpty(t *testing.T) {
	got, err := Read(strings.NewReader(""))
	if err != nil || len(got) != 0 {
		t.Errorf("an empty table: got %v, %v, want no trips and no error", got, err)
	}
}

func TestReadBroken(t *testing.T) {
	broken := errors.New("the cable was pulled")
	_, err := Read(io.MultiReader(strings.NewReader("date,pier,people\n"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) {
		t.Errorf("reading failed, and Read returned %v: ask the scanner after the loop", err)
	}
}

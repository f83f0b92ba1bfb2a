package main

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	targets, err := find("../..")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, target := range targets {
		names = append(names, target.name)
	}
	for _, want := range []string{"FuzzParseBody", "FuzzFrontMatter", "FuzzParseRule", "FuzzGradeTyped", "FuzzScan", "FuzzTextsafe"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not found among %v", want, names)
		}
	}
}

//go:build unix

package main

import (
	"testing"

	"github.com/cairn-learn/cairn/course"

	"github.com/cairn-learn/cairn/bench/material"
)

// TestMaterial makes sure that what speed is measured on is in order: a course
// with findings would measure how they are made.
func TestMaterial(t *testing.T) {
	for name, fill := range map[string]func(dir string) error{
		"course":  func(dir string) error { return material.Course(dir, 120) },
		"chapter": func(dir string) error { return material.OneLesson(dir, 20_000) },
	} {
		dir := t.TempDir()
		if err := fill(dir); err != nil {
			t.Fatal(err)
		}
		folder, err := course.OpenDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		c, diags, err := course.Load(folder, name)
		if err != nil || len(diags) > 0 || len(c.Lessons) == 0 {
			t.Errorf("%s: %v %v", name, diags, err)
		}
		if err := folder.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestQuantile(t *testing.T) {
	list := []float64{5, 1, 4, 2, 3}
	if got := quantile(list, 0.5); got != 3 {
		t.Errorf("the median is %v", got)
	}
	if got := quantile(list, 0.99); got != 5 {
		t.Errorf("the 99th percentile is %v", got)
	}
	if got := quantile(nil, 0.5); got != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

package main

import (
	"archive/zip"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack makes a zip of a folder, and puts entries of other names into it:
//
//	pack course.zip course ../out.md
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack ARCHIVE FOLDER [ENTRY...]")
	}
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(file)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	for _, name := range args[2:] {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(strings.Repeat("# What should not be read\n", 9)))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(file.Close())
}

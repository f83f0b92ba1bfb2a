package main

import "testing"

func TestShellWord(t *testing.T) {
	for word, want := range map[string]string{
		"my-course": "my-course", "./a/b.zip": "./a/b.zip", `C:\courses\git`: `C:\courses\git`, "Käse": "Käse",
		"my course": "'my course'", "": "''", "-x": "'-x'", "~": "'~'", "a'b": `'a'\''b'`, "a$b;c": "'a$b;c'",
	} {
		if got := shellWord(word); got != want {
			t.Errorf("%q is %s, want %s", word, got, want)
		}
	}
}

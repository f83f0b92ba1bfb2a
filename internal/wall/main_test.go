package wall

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	if Called(os.Args) {
		os.Exit(Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

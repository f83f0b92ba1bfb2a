package plain

import (
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

func render(md string, width int) []string { return strings.Split(textsafe.Text(md), "\n") }

func wrap(s string, width int) []string { return []string{s} }

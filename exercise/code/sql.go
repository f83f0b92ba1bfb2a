package code

import "strings"

// rowMark begins a line of a test in SQL that says a row which is printed.
const rowMark = "--> "

// compareSQL compares the rows that were printed with those that the comments of
// the test say, in their order. A test that says none is passed by its status.
func compareSQL(stdout, test string) Failure {
	var want []string
	for line := range strings.Lines(test) {
		if row, ok := strings.CutPrefix(strings.TrimRight(line, " \r\n"), rowMark); ok {
			want = append(want, row)
		}
	}
	if want == nil {
		return Failure{}
	}
	var got []string
	if s := strings.Trim(stdout, "\n"); s != "" {
		got = strings.Split(s, "\n")
	}
	for i := range max(len(want), len(got)) {
		f := Failure{Kind: FailedTest, Row: i + 1}
		if i < len(want) {
			f.Want = want[i]
		}
		if i < len(got) {
			f.Got = got[i]
		}
		if i >= len(want) || i >= len(got) || strings.TrimRight(f.Got, " ") != strings.TrimRight(f.Want, " ") {
			return f
		}
	}
	return Failure{}
}

package main

import (
	"slices"
	"testing"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/tui/words"
)

func TestDamage(t *testing.T) {
	for _, c := range []struct {
		name   string
		status progress.Status
		want   []string
	}{
		{"nothing", progress.Status{}, nil},
		{"only what is read all the same", progress.Status{Newer: 3, Files: []progress.FileStatus{{Path: "a", CRLF: 2}, {Path: "b", Unfinished: 9}}}, nil},
		{
			"one bad line", progress.Status{Files: []progress.FileStatus{{Path: "log/a.jsonl", Bad: []int{3}}}},
			[]string{"your progress in log/a.jsonl is damaged in line 3; what can be read counts, and the file is left as it is"},
		},
		{
			"many bad lines", progress.Status{Files: []progress.FileStatus{{Path: "log/a.jsonl", Bad: []int{1, 2, 3, 5, 8, 13, 21}}}},
			[]string{"your progress in log/a.jsonl is damaged in lines 1, 2, 3, 5, 8 and 2 more; what can be read counts, and the file is left as it is"},
		},
		{
			"a file that cannot be read", progress.Status{Files: []progress.FileStatus{{Path: "log/a.jsonl", Error: "permission denied"}}},
			[]string{"your progress in log/a.jsonl cannot be read: permission denied"},
		},
		{"a save cut short", progress.Status{Torn: []string{"torn/a"}}, []string{"a save that was cut short was set aside: torn/a"}},
		{
			"missing, and in a backup", progress.Status{Missing: []progress.Missing{{Device: "abc", From: 4, To: 9, Backup: "backups/x"}}},
			[]string{"progress that was saved is missing, events 4 to 9 of abc; a backup has it: backups/x"},
		},
		{
			"missing", progress.Status{Missing: []progress.Missing{{Device: "abc", From: 4, To: 4}}},
			[]string{"progress that was saved is missing, event 4 of abc; if you have a copy of the folder, put the missing file back"},
		},
		{
			"the rest", progress.Status{Conflicts: []string{"abc-1"}, Unread: 2, BackupError: "the disk is full"},
			[]string{
				"the log of your progress holds 1 event with two contents, the first is abc-1; one of each counts",
				"the log of your progress has 2 lines of another version of cairn; they are kept",
				"today's backup of your progress could not be made: the disk is full",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want != nil {
				c.want = append(c.want, "cairn doctor says more, and repairs what it can")
			}
			if got := damage(words.English(), c.status); !slices.Equal(got, c.want) {
				t.Errorf("got:  %q\nwant: %q", got, c.want)
			}
		})
	}
}

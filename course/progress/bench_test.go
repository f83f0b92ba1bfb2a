package progress

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// answered is an event as a typed answer leaves it, about 300 bytes.
func answered(i int) learn.Event {
	return learn.Event{
		Time: noon.Add(time.Duration(i) * time.Minute), Course: "git", Version: "1.2.0",
		Lesson: fmt.Sprintf("lesson-%d", i%40), Item: fmt.Sprintf("lesson-%d/question-%d", i%40, i%7), Rev: "9f2c01aa",
		Kind: learn.KindAnswered, Answer: &course.Answer{Text: "git commit -m \"first\""},
		Outcome: course.Right, Score: 1, Hints: i % 2, Took: int64(1000 + i),
	}
}

// filled makes a log with n events in dir.
func filled(b testing.TB, dir string, n int) {
	b.Helper()
	l := Open(dir, options(nil))
	list := make([]learn.Event, n)
	for i := range list {
		list[i] = answered(i)
	}
	for len(list) > 0 {
		part := min(len(list), 1000)
		if _, err := l.Append(list[:part]...); err != nil {
			b.Fatal(err)
		}
		list = list[part:]
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkAppend(b *testing.B) {
	dir := b.TempDir()
	filled(b, dir, 10_000)
	l := Open(dir, options(nil))
	defer l.Close()
	for i := 0; b.Loop(); i++ {
		if _, err := l.Append(answered(i)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen opens a log and decodes every event of one course, as the start
// of a session does.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("%d events", n), func(b *testing.B) {
			dir := b.TempDir()
			filled(b, dir, n)
			Open(dir, options(nil)).Close() // the backup of the day
			b.ReportAllocs()
			for b.Loop() {
				l := Open(dir, options(nil))
				if list, err := l.Events("git"); err != nil || len(list) != n {
					b.Fatal(len(list), err)
				}
				l.Close()
			}
		})
	}
}

// BenchmarkDecode reads one line.
func BenchmarkDecode(b *testing.B) {
	buf, err := appendLine(nil, record{Format: format, Event: answered(12345)})
	if err != nil {
		b.Fatal(err)
	}
	text := string(buf[sumLen : len(buf)-1])
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := decode(text); !ok {
			b.Fatal("not decoded")
		}
	}
}

// BenchmarkBackup is what the first start of a day adds.
func BenchmarkBackup(b *testing.B) {
	dir := b.TempDir()
	filled(b, dir, 100_000)
	l := Open(dir, options(nil))
	defer l.Close()
	path := filepath.Join(dir, backupDir, noon.Format(time.DateOnly)+ext)
	for b.Loop() {
		if err := l.disk.Remove(path); err != nil {
			b.Fatal(err)
		}
		if made, err := l.backup(); !made || err != nil {
			b.Fatal(made, err)
		}
	}
}

package course

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// TestTheSameWithAnyNumberOfProcessors reads courses with one processor and
// with eight: the course and its findings are the same, in the same order.
func TestTheSameWithAnyNumberOfProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	lines := rapid.SampledFrom([]string{
		"# A lesson", "Some text with a [link](2.md) and a [dead one](gone.md).", "### Question: What?", "<!-- id: same -->",
		"<!-- id: other, skill: none -->", "- [x] this", "- [ ] that", "- Answer: seven", "- Not: seven", "  > No. Mix-up: unknown",
		"---", "id: twice", "skills: [one]", "needs: [3.md]", "titel: A slip", "> Hint: Look.", "Detour: 4.md", "```", "\u202e turned", "",
	})
	rapid.Check(t, func(t *rapid.T) {
		files := fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nskills: { one: One }\n")}}
		for i := range rapid.IntRange(1, 60).Draw(t, "files") {
			text := ""
			for _, line := range rapid.SliceOfN(lines, 1, 12).Draw(t, "lines") {
				text += line + "\n"
			}
			files[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
		}
		runtime.GOMAXPROCS(1)
		one, oneDiags, oneErr := Load(files, "course")
		runtime.GOMAXPROCS(8)
		eight, eightDiags, eightErr := Load(files, "course")
		if !reflect.DeepEqual(oneDiags, eightDiags) || fmt.Sprint(oneErr) != fmt.Sprint(eightErr) {
			t.Fatalf("findings with one processor:\n%v %v\nwith eight:\n%v %v", oneDiags, oneErr, eightDiags, eightErr)
		}
		if !reflect.DeepEqual(one, eight) {
			t.Fatal("the courses differ")
		}
	})
}

// TestALoadedCourseHoldsNoParser counts what a course keeps in memory: its
// texts and about as much again for each kind of thing found in them, not what
// was needed to read them.
func TestALoadedCourseHoldsNoParser(t *testing.T) {
	dir := t.TempDir()
	writeCourse(t, dir, 200)
	var size int64
	files, err := filepath.Glob(filepath.Join(dir, "module-*", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	held := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := held()
	c, _ := openCourse(t, dir)
	if got := held() - before; got > 4*size {
		t.Errorf("a course of %d kB holds %d kB", size>>10, got>>10)
	}
	runtime.KeepAlive(c)
}

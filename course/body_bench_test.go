package course

import (
	"fmt"
	"strings"
	"testing"
)

// lessonOf returns a lesson of at least size bytes with all that lessons hold.
func lessonOf(size int) []byte {
	var s strings.Builder
	s.WriteString("# A long lesson\n\n")
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, `## Part %[1]d

Git keeps your work as a row of **snapshots**. You decide what goes into each one,
and you can go back to [any of them](other.md). See `+"`git log`"+` for the list.

- first *item*
- second item with `+"`code`"+`

`+"```console"+`
$ git add notes.md
`+"```"+`

### Way: Show me
<!-- way: show -->

Like this.

### Way: Tell me
<!-- way: why -->

Because.

### Question: What does `+"`git add %[1]d`"+` do?
<!-- id: q-%[1]d, skill: staging -->

- [ ] It sends the file away.
  > Nothing leaves your computer.
  >
  > Mix-up: add-uploads
- [x] It stages the file.

> Hint: It happens before the snapshot.

> Why: Staging lets you choose.

### Question: Type it.
<!-- id: t-%[1]d, skill: staging -->

- Answer: `+"`$ git add .`"+`
- Also: `+"`$ git add -A`"+`

`, i)
	}
	return []byte(s.String())
}

// chapterOf returns a plain chapter of at least size bytes.
func chapterOf(size int) []byte {
	var s strings.Builder
	s.WriteString("# A chapter\n\n")
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, `## Part %d

Git keeps your work as a row of **snapshots**. You decide what goes into each one,
and you can go back to [any of them](other.md). See `+"`git log`"+` for the list. This is
the kind of paragraph that a chapter is made of, with a few marks here and there.

- first *item*
- second item with `+"`code`"+`

`+"```console"+`
$ git add notes.md
$ git status
`+"```"+`

`, i)
	}
	return []byte(s.String())
}

func BenchmarkParsePlainBody(b *testing.B) {
	for _, size := range []int{3 << 10, 100 << 10} {
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			src := chapterOf(size)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				parseBody(&document{file: "x.md", id: "l", src: string(src)}, testDefaults())
			}
		})
	}
}

func BenchmarkParseBody(b *testing.B) {
	for _, size := range []int{1 << 10, 10 << 10, 100 << 10} {
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			src := lessonOf(size)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				parseBody(&document{file: "x.md", id: "l", src: string(src)}, testDefaults())
			}
		})
	}
}

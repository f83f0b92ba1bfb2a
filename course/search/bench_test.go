package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// manyLessons is a course of n lessons of five texts each, about 3 kB a lesson,
// out of a vocabulary of 20,000 words of which few are frequent.
func manyLessons(n int) []Document {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 8, 19_999)
	letters := []string{"ba", "ko", "mi", "tu", "re", "sol", "an", "der", "est", "qui"}
	word := func() string {
		var b strings.Builder
		for k := zipf.Uint64() + 10; k > 0; k /= 10 {
			b.WriteString(letters[k%10])
		}
		return b.String()
	}
	line := func(words int) string {
		list := make([]string, words)
		for i := range list {
			list[i] = word()
		}
		return strings.Join(list, " ")
	}
	var docs []Document
	for i := range n {
		id := fmt.Sprintf("lesson-%d", i)
		docs = append(docs, Document{Kind: KindLesson, Title: line(3), Lesson: id, Far: i, Open: true})
		for range 5 {
			title := line(4)
			text := "## " + title + "\n\n"
			for range 8 {
				text += line(12) + "\n"
			}
			docs = append(docs, Document{Kind: KindText, Title: title, Text: text, Lesson: id, Far: i, Open: true})
		}
	}
	return docs
}

func BenchmarkIndex10000Lessons(b *testing.B) {
	docs := manyLessons(10_000)
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(docs)
	}
}

// BenchmarkFind10000Lessons is a key of a search: from one letter, which nearly
// every lesson has, to words that none has.
func BenchmarkFind10000Lessons(b *testing.B) {
	x := NewIndex(manyLessons(10_000))
	for _, query := range []string{"b", "ba", "bako", "bako mi", "bako mitu reso", "nothere", "bakx mitu"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				Find(query, 50, x)
			}
		})
	}
}

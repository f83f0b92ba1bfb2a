package exercise

import (
	"fmt"
	"path/filepath"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/code"
)

// Answer is the program that a code question is answered with, as its file has it,
// or what it begins with where there is no file yet. Nothing is run or made.
func (b *Bench) Answer(t *course.Task) (string, error) {
	text, err := code.ReadAnswer(b.file(t))
	if err != nil || text != "" {
		return text, err
	}
	return t.Code.Start, nil
}

// Keep writes the program that a code question is answered with to its file, whole
// or not at all. was is what its writer began with: where something else stands in
// the file by now, that is kept beside it, and beside is where. Nothing is run, so
// nobody has to agree.
func (b *Bench) Keep(t *course.Task, was, text string) (beside string, err error) {
	b.busy.Lock()
	defer b.busy.Unlock()
	if len(text) > code.MaxAnswer {
		return "", fmt.Errorf("keeping your answer to %s: %w", textsafe.Line(t.ID), code.ErrTooLong)
	}
	now, err := b.Answer(t)
	if err != nil {
		return "", err
	}
	var before []byte
	if now != was && now != text {
		before = []byte(now)
	}
	return b.practice(nil).Keep(t, filepath.Base(b.file(t)), []byte(text), before)
}

// file is where the answer to a code question is kept.
func (b *Bench) file(t *course.Task) string {
	return filepath.Join(b.practice(nil).Path(t), code.FileOf(t.Code.Language))
}

package learn_test

import (
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// TestAnswersToMastery: surer presets ask for more answers, and questions that
// tell less do. None takes fewer than the two
// right answers that mastery asks for.
func TestAnswersToMastery(t *testing.T) {
	for _, e := range []model.Evidence{model.TrueFalse(), model.ChooseOne(4), model.Number(), model.Typed(), model.Program()} {
		brisk := learn.AnswersToMastery(model.Brisk, e)
		standard := learn.AnswersToMastery(model.Standard, e)
		thorough := learn.AnswersToMastery(model.Thorough, e)
		if brisk < 2 || brisk > standard || standard > thorough || thorough > 12 {
			t.Errorf("%v: brisk %.2f, standard %.2f, thorough %.2f", e, brisk, standard, thorough)
		}
	}
	if n := learn.AnswersToMastery(model.Standard, model.Evidence{Guess: 1, Slip: 0}); n != 12 {
		t.Errorf("questions that tell nothing take %.2f answers, want all that are looked at", n)
	}
	if few, many := learn.AnswersToMastery(model.Standard, model.Number()), learn.AnswersToMastery(model.Standard, model.TrueFalse()); few >= many {
		t.Errorf("numbers take %.2f answers, true or false %.2f", few, many)
	}
}

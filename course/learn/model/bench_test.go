package model_test

import (
	"testing"

	"github.com/cairn-learn/cairn/course/learn/model"
)

func BenchmarkPlacementQuestion(b *testing.B) {
	g := chain(40)
	p, probes := g.Sample(1).Place(), each(g)
	b.ReportAllocs()
	for b.Loop() {
		p.Next(probes)
	}
}

func BenchmarkPlacementAnswer(b *testing.B) {
	g := chain(40)
	p, probe := g.Sample(1).Place(), each(g)[20]
	score := 0.0
	b.ReportAllocs()
	for b.Loop() {
		score = 1 - score
		p.Answer(probe, score, false)
	}
}

func BenchmarkSample(b *testing.B) {
	g := chain(40)
	for b.Loop() {
		g.Sample(1)
	}
}

// halfway is a learner who has mastered half of a course of 40 skills.
func halfway() (*model.Engine, *model.Learner) {
	e := model.NewEngine(model.Defaults(model.Standard), chain(40))
	l := e.NewLearner(20000)
	l.Minutes = 30
	for i := range 20 {
		e.Place(l, i, 0.95)
		e.Skip(l, i)
	}
	l.Today += 10
	return e, l
}

func BenchmarkDecision(b *testing.B) {
	e, l := halfway()
	b.ReportAllocs()
	for b.Loop() {
		e.Next(l, nil)
	}
}

func BenchmarkAnswer(b *testing.B) {
	e, l := halfway()
	a := model.Answer{Evidence: model.Number(), Weight: 1, Told: true}
	b.ReportAllocs()
	for b.Loop() {
		a.Score = 1 - a.Score
		e.Answer(l, 30, a)
	}
}

func BenchmarkReview(b *testing.B) {
	e, l := halfway()
	a := model.Answer{Evidence: model.Number(), Score: 1, Weight: 1, Told: true}
	b.ReportAllocs()
	for b.Loop() {
		l.Today++
		e.Review(l, 3, a, model.Good)
	}
}

package simulate

import (
	"math"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// Kind is the kind of a question.
type Kind uint8

// The kinds.
const (
	Choice Kind = iota // one of four
	Numeric
	Text
	Code
	kinds
)

// Minutes is how long an answer takes.
func (k Kind) Minutes() float64 { return [kinds]float64{0.7, 1.2, 1.5, 3}[k] }

// Evidence is what the engine takes an answer for. The true chances of guesses
// and slips are hidden in the question.
func (k Kind) Evidence() model.Evidence {
	switch k {
	case Numeric:
		return model.Number()
	case Text:
		return model.Typed()
	case Code:
		return model.Program()
	case Choice, kinds:
	}
	return model.ChooseOne(4)
}

// Question is one question with what nobody in the course knows of it.
type Question struct {
	Kind  Kind
	Hard  float64 // hidden difficulty in log odds, spread .6 around 0
	Guess float64 // true chance to guess it
	Slip  float64 // true chance to slip, larger for hard questions
}

const (
	questionsEach = 8
	openGuess     = 0.02 // chance to guess an open answer
)

// Shape is how the skills of a curriculum build on each other.
type Shape uint8

// The shapes.
const (
	Usual Shape = iota // one or two prerequisites among the six skills before, some roots
	Wide               // mostly roots
	Deep               // mostly one long chain
)

// Curriculum is a course as far as a simulation is concerned. It is immutable
// and shared.
type Curriculum struct {
	Needs     [][]int // what learners truly need
	Stated    [][]int // what the author says they need
	Module    []int
	Ease      []float64 // how easily a skill is learned, around 1
	Questions [][questionsEach]Question
	Graph     *model.Graph
	States    *model.States
}

// Len is the number of skills.
func (c *Curriculum) Len() int { return len(c.Needs) }

// rewired is the share of stated prerequisites that are wrong where authors err.
const rewired = 0.25

// NewCurriculum draws a curriculum of n skills in three modules.
func NewCurriculum(seed uint64, n int, shape Shape, wrong bool) *Curriculum {
	d := NewDice(seed, n)
	c := &Curriculum{
		Needs: make([][]int, n), Stated: make([][]int, n), Module: make([]int, n),
		Ease: make([]float64, n), Questions: make([][questionsEach]Question, n),
	}
	specs := make([]model.Spec, n)
	for i := range n {
		c.Needs[i] = needs(d, i, shape)
		c.Module[i] = i * 3 / n
		c.Ease[i] = d.Factor(forTrait, i, 0, 0.25)
		for q := range c.Questions[i] {
			c.Questions[i][q] = newQuestion(d, i, q)
		}
		for k, p := range c.Needs[i] {
			if wrong && d.Roll(forChoosing, i, 10+k) < rewired {
				p = i - 1 - int(d.Roll(forChoosing, i, 20+k)*float64(min(i, 6)))
			}
			c.Stated[i] = append(c.Stated[i], p)
		}
		specs[i] = model.Spec{Needs: c.Stated[i], Module: c.Module[i]}
	}
	c.Graph = model.NewGraph(specs)
	c.States = c.Graph.Sample(seed)
	return c
}

// needs draws the prerequisites of a skill.
func needs(d Dice, i int, shape Shape) []int {
	roots, reach, second := 0.08, 6, 0.5
	switch shape {
	case Wide:
		roots, reach, second = 0.65, 20, 0
	case Deep:
		roots, reach, second = 0.02, 1, 0
	case Usual:
	}
	if i == 0 || d.Roll(forChoosing, i, 0) < roots {
		return nil
	}
	among := float64(min(i, reach))
	first := i - 1 - int(d.Roll(forChoosing, i, 1)*among)
	if other := i - 1 - int(d.Roll(forChoosing, i, 2)*among); other != first && d.Roll(forChoosing, i, 3) < second {
		return []int{first, other}
	}
	return []int{first}
}

// newQuestion draws a question: half of them choices of four.
func newQuestion(d Dice, skill, q int) Question {
	z := d.Normal(forAnswer, skill, q)
	x := Question{Hard: 0.6 * z, Guess: openGuess, Slip: 0.03 + 0.17*0.5*math.Erfc(-z/math.Sqrt2)}
	switch u := d.Roll(forChoosing, skill, 30+q); {
	case u < 0.50:
		x.Kind, x.Guess = Choice, 0.25+0.15*d.Roll(forTrait, skill, 30+q)
	case u < 0.75:
		x.Kind = Numeric
	case u < 0.90:
		x.Kind = Text
	default:
		x.Kind = Code
	}
	return x
}

// CurriculumOf is a curriculum of skills that need others, as a real course has
// them. It has no questions of its own and cannot be placed in.
func CurriculumOf(needs [][]int) *Curriculum {
	c := &Curriculum{Needs: needs, Stated: needs, Module: make([]int, len(needs)), Ease: make([]float64, len(needs))}
	for i := range c.Ease {
		c.Ease[i] = 1
	}
	return c
}

// NewLearner draws a learner who knows about the given share, 0..1, of the
// skills of a curriculum, lying as the prior says.
func NewLearner(c *Curriculum, p Prior, seed uint64, number int, share float64) Learner {
	l := Learner{Luck: NewDice(seed, number), Known: make([]bool, c.Len())}
	p.know(l.Known, make([]float64, c.Len()), c, l.Luck, share)
	return l
}

package chart_test

import (
	"fmt"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// BenchmarkMap draws a map of sixty skills, as each key on the map does.
func BenchmarkMap(b *testing.B) {
	d := chart.SkillMap{}
	for i := range 60 {
		k := chart.Skill{Title: fmt.Sprintf("Skill number %d", i), Mark: "·", Share: 0.5, Text: "50 %"}
		if i > 0 {
			k.Needs = []int{i * 7 % i, max(i-3, 0)}
		}
		d.Skills = append(d.Skills, k)
	}
	for _, w := range []int{40, 80} {
		b.Run(fmt.Sprint(w), func(b *testing.B) {
			st := style(false)
			for b.Loop() {
				d.Draw(w, st)
			}
		})
	}
}

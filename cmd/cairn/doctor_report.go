package main

import (
	"fmt"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// How a finding of cairn doctor is.
const (
	markOK    = "ok"
	markLook  = "look"  // worth knowing; nothing is wrong
	markWrong = "wrong" // the status is 1
)

// checkup is what cairn doctor found: text and JSON are made of it. Fields are
// only ever added.
type checkup struct {
	Format   int              `json:"format"`
	Wrong    int              `json:"wrong"` // findings
	Sections []checkupSection `json:"sections"`
}

type checkupSection struct {
	Name     string           `json:"name"` // of words.DoctorSections
	Findings []checkupFinding `json:"findings"`
}

// checkupFinding is one sentence, and what helps.
type checkupFinding struct {
	Code string `json:"code"`
	Mark string `json:"mark"`
	Says string `json:"says"`
	Cure string `json:"cure"` // empty: there is nothing to do
}

// consult adds findings to a section.
type consult struct{ checkupSection }

func (c *consult) ok(code, format string, args ...any) { c.add(code, markOK, "", format, args...) }

func (c *consult) look(code, cure, format string, args ...any) {
	c.add(code, markLook, cure, format, args...)
}

func (c *consult) wrong(code, cure, format string, args ...any) {
	c.add(code, markWrong, cure, format, args...)
}

func (c *consult) add(code, mark, cure, format string, args ...any) {
	says := textsafe.Line(fmt.Sprintf(format, args...))
	c.Findings = append(c.Findings, checkupFinding{code, mark, says, textsafe.Line(cure)})
}

// newCheckup puts the sections together.
func newCheckup(sections ...checkupSection) checkup {
	c := checkup{Format: 1, Sections: sections}
	for _, s := range sections {
		for _, f := range s.Findings {
			if f.Mark == markWrong {
				c.Wrong++
			}
		}
	}
	return c
}

// account tells a checkup to people. Each finding has its mark as a sign and as
// a word.
func (c checkup) account(w *words.Words) plain.Account {
	d := w.Doctor
	var to plain.Account
	for i, s := range c.Sections {
		if i > 0 {
			to = append(to, plain.Paragraph{})
		}
		to = append(to, plain.Paragraph{Text: d.Sections[s.Name]})
		for _, f := range s.Findings {
			sign, word := "+ ", d.OK
			switch f.Mark {
			case markLook:
				sign, word = "? ", d.Look
			case markWrong:
				sign, word = "! ", d.Wrong
			}
			text := word + ": " + f.Says
			if f.Cure != "" {
				text += " " + d.Cure(f.Cure)
			}
			to = append(to, plain.Paragraph{Mark: sign, Text: text})
		}
	}
	to = append(to, plain.Paragraph{}, plain.Paragraph{Text: c.verdict(w)})
	if c.Wrong > 0 {
		to = append(to, plain.Paragraph{Text: d.Repair("cairn doctor --repair")})
	}
	return to
}

func (c checkup) verdict(w *words.Words) string {
	if c.Wrong == 0 {
		return w.Doctor.Well
	}
	return w.Doctor.Faults(c.Wrong)
}

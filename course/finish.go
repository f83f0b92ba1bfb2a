package course

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// How many findings are given.
const (
	maxPerFile  = 200    // of one file
	maxFindings = 20_000 // of a course; more are counted, not kept
)

// add takes a finding. Of a course with more than anybody reads the rest is left
// out, so that it takes no memory.
func (l *loader) add(d Diag) {
	if l.severityOf(d.Code, d.Severity) == Off {
		return
	}
	if len(l.diags) < maxFindings {
		l.diags = append(l.diags, d)
		return
	}
	if l.left++; d.Severity == Error {
		l.foundError = true
	}
}

// reportLeft says that findings were left out: an error where one of them was.
func (l *loader) reportLeft() {
	if l.left == 0 {
		return
	}
	d := Diag{Code: codeTooMany, Severity: Warning, Pos: Pos{File: "."},
		Msg: fmt.Sprintf("more than %d findings in this course; %d are left out", maxFindings, l.left), Hint: "mend these first"}
	if l.foundError {
		d.Severity = Error
	}
	l.diags = append(l.diags, d)
}

// finish gives the findings with their lines, sorted, each once.
func (l *loader) finish() []Diag {
	l.reportForeignKeys()
	l.reportLeft()
	diags := l.graded(l.withoutConsequences(slices.Concat(l.folder.diags, l.diags)))
	sortDiags(diags)
	out := diags[:0]
	count := 0
	for i, d := range diags {
		if i > 0 && d.Pos.File != diags[i-1].Pos.File {
			count = 0
		}
		if slices.ContainsFunc(out[max(len(out)-8, 0):], func(o Diag) bool {
			return o.Pos == d.Pos && o.Code == d.Code && o.Msg == d.Msg
		}) {
			continue
		}
		count++
		switch {
		case count == maxPerFile+1:
			d = Diag{Code: codeTooMany, Severity: Warning, Pos: d.Pos,
				Msg: fmt.Sprintf("more than %d findings in this file; the rest is left out", maxPerFile), Hint: "mend these first"}
		case count > maxPerFile:
			continue
		}
		if d.Line == "" {
			d.Line = l.line(d.Pos.File, d.Pos.Line)
		}
		d.Msg, d.Meant = shortened(d.Msg), meant(d.Hint)
		d.Pos.Col = min(d.Pos.Col, len(d.Line)+1)
		d.Len = max(0, min(d.Len, len(d.Line)-d.Pos.Col+1))
		out = append(out, d)
	}
	return out
}

// shortened cuts a message that repeats too much of what an author wrote.
func shortened(msg string) string {
	const most = 200
	if r := []rune(msg); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return msg
}

// reportForeignKeys says once which keys of other programs were passed over.
func (l *loader) reportForeignKeys() {
	if len(l.foreignKeys) == 0 {
		return
	}
	const most = 8
	keys := slices.Sorted(maps.Keys(l.foreignKeys))
	list := strings.Join(keys[:min(len(keys), most)], ", ")
	if len(keys) > most {
		list += ", …"
	}
	l.warn(codeForeignKey, l.foreignAt, l.foreignLen, "front matter of other programs is passed over: "+list,
		"keys that another program needs may stay; those that count here are id, title, kind, skills, needs, minutes, when, skip, next and stop")
	clear(l.foreignKeys)
}

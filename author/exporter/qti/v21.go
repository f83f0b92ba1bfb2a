package qti

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// v21 is a package of QTI 2.1: a test with a section for each lesson, and a file for
// each question.
type v21 struct {
	maker
	resources strings.Builder
	refs      int
}

const namespace21 = `xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"`

func write21(src exporter.Source) (exporter.Written, error) {
	k := &v21{}
	var test, needs strings.Builder
	for _, s := range exporter.Stops(src.Course) {
		items := exporter.Items(s.Lesson)
		before := k.held
		var b strings.Builder
		for _, g := range groups(items) {
			k.group(&b, &needs, g)
		}
		if k.held != before {
			fmt.Fprintf(&test, `<assessmentSection identifier="%s" title="%s" visible="true">`+"\n%s</assessmentSection>\n",
				k.identifier("lesson-", s.Lesson.ID), markup.Text(s.Lesson.Title), b.String())
		}
	}
	id := k.identifier("course-", src.Course.ID)
	k.file("test.xml", declaration+`<assessmentTest `+namespace21+` identifier="`+id+`" title="`+markup.Text(src.Course.Title)+`">`+"\n"+
		`<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">`+"\n"+test.String()+"</testPart>\n</assessmentTest>\n")
	k.file("imsmanifest.xml", declaration+`<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="`+k.identifier("cairn-", src.Course.ID)+`">`+"\n"+
		"<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n<organizations/>\n<resources>\n"+
		`<resource identifier="`+k.identifier("test-", id)+`" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>`+needs.String()+"</resource>\n"+
		k.resources.String()+"</resources>\n</manifest>\n")
	return k.done()
}

// group writes questions, and names them in the test; those of a pool in a section that
// picks some.
func (k *v21) group(b, needs *strings.Builder, g group) {
	if g.pool != nil {
		fmt.Fprintf(b, `<assessmentSection identifier="%s" title="%s" visible="false"><selection select="%d"/><ordering shuffle="true"/>`+"\n",
			k.identifier("pool-", g.pool.ID), markup.Text(markup.Plain(g.pool.Title)), g.pool.Pick)
	}
	for _, it := range g.items {
		k.at = it.Pos
		i := &item21{}
		var id, title string
		if it.Ask != nil {
			if len(it.Ask.Options) > 0 {
				k.lose("a question of preference", "what is answered would change nothing")
				continue
			}
			id, title = it.Ask.ID, markup.Plain(it.Ask.Prompt)
			k.ask(i, it.Ask)
			k.held.Asks++
		} else {
			id, title = it.Question.ID, markup.Plain(it.Question.Prompt)
			if !k.question(i, it.Question) {
				k.loseOf("the question", "none of its answers can be said in QTI")
				continue
			}
			k.held.Questions++
		}
		id = k.identifier("q-", id)
		name := "items/" + id + ".xml"
		k.file(name, i.file(id, title))
		k.refs++
		fmt.Fprintf(b, `<assessmentItemRef identifier="ref-%d" href="%s"/>`+"\n", k.refs, name)
		fmt.Fprintf(needs, `<dependency identifierref="%s"/>`, id)
		fmt.Fprintf(&k.resources, `<resource identifier="%s" type="imsqti_item_xmlv2p1" href="%s"><file href="%s"/></resource>`+"\n", id, name, name)
	}
	if g.pool != nil {
		b.WriteString("</assessmentSection>\n")
	}
}

// item21 is a question that is being written.
type item21 struct {
	responses  strings.Builder // declarations
	body       strings.Builder
	processing strings.Builder
	feedback   strings.Builder
	said       int
}

func (i *item21) file(id, title string) string {
	const outcomes = `<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>
`
	return declaration + `<assessmentItem ` + namespace21 + ` identifier="` + id + `" title="` + markup.Text(title) + `" adaptive="false" timeDependent="false">` + "\n" +
		i.responses.String() + outcomes + "<itemBody>\n" + i.body.String() + "</itemBody>\n<responseProcessing>\n" + i.processing.String() +
		"</responseProcessing>\n" + i.feedback.String() + "</assessmentItem>\n"
}

// declare declares a response with its right values; without any, it is not graded.
func (i *item21) declare(id, cardinality, kind string, right []string) {
	fmt.Fprintf(&i.responses, `<responseDeclaration identifier="%s" cardinality="%s" baseType="%s">`, id, cardinality, kind)
	if len(right) > 0 {
		i.responses.WriteString("<correctResponse>")
		for _, r := range right {
			i.responses.WriteString("<value>" + markup.Text(r) + "</value>")
		}
		i.responses.WriteString("</correctResponse>")
	}
	i.responses.WriteString("</responseDeclaration>\n")
}

// say adds feedback, and is the rule that shows it; empty where there is none.
func (i *item21) say(html string) string {
	if strings.TrimSpace(html) == "" {
		return ""
	}
	i.said++
	fmt.Fprintf(&i.feedback, `<modalFeedback outcomeIdentifier="FEEDBACK" showHide="show" identifier="SAY_%d">%s</modalFeedback>`+"\n", i.said, html)
	return fmt.Sprintf(`<setOutcomeValue identifier="FEEDBACK"><multiple><variable identifier="FEEDBACK"/><baseValue baseType="identifier">SAY_%d</baseValue></multiple></setOutcomeValue>`, i.said)
}

// add is the rule that adds to the score.
func add(score float64) string {
	if score == 0 {
		return ""
	}
	return `<setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">` + figure(score) + "</baseValue></sum></setOutcomeValue>"
}

// choice is one arm of a condition.
type choice struct{ test, rules string }

// condition writes arms of which the first that holds is taken, and what else.
func (i *item21) condition(arms []choice, otherwise string) {
	if len(arms) == 0 {
		return
	}
	i.processing.WriteString("<responseCondition>")
	for n, a := range arms {
		name := "responseIf"
		if n > 0 {
			name = "responseElseIf"
		}
		i.processing.WriteString("<" + name + ">" + a.test + a.rules + "</" + name + ">")
	}
	if otherwise != "" {
		i.processing.WriteString("<responseElse>" + otherwise + "</responseElse>")
	}
	i.processing.WriteString("</responseCondition>\n")
}

const (
	response = `<variable identifier="RESPONSE"/>`
	correct  = `<match>` + response + `<correct identifier="RESPONSE"/></match>`
)

func (k *v21) ask(i *item21, a *course.Ask) {
	m := k.markup()
	m.Strict = true
	i.declare("RESPONSE", "single", "string", nil)
	i.body.WriteString(asked(m, a.Prompt, a.Body) + `<extendedTextInteraction responseIdentifier="RESPONSE"/>` + "\n")
	i.processing.WriteString(i.say(m.Block(a.Why)))
}

func (k *v21) question(i *item21, q *course.Question) bool {
	k.begin(q)
	m := k.markup()
	m.Strict = true
	i.body.WriteString(asked(m, q.Prompt, q.Body))
	i.processing.WriteString(i.say(m.Block(q.Why)))
	switch f := q.Form.(type) {
	case *course.Options:
		k.options(i, m, q, f)
	case *course.Typed:
		return k.typed(i, m, f)
	case *course.Order:
		var right []string
		for n := range f.Items {
			right = append(right, fmt.Sprintf("S%d", n+1))
		}
		i.declare("RESPONSE", "ordered", "identifier", right)
		i.body.WriteString(`<orderInteraction responseIdentifier="RESPONSE" shuffle="true">` + "\n")
		for n, s := range f.Items {
			fmt.Fprintf(&i.body, `<simpleChoice identifier="S%d">%s</simpleChoice>`+"\n", n+1, m.Line(s))
		}
		i.body.WriteString("</orderInteraction>\n")
		i.condition([]choice{{correct, add(1)}}, i.say(m.Block(f.Reply.Text)))
	case *course.Match:
		k.match(i, m, q.ID, f)
	case *course.Blanks:
		return k.blanks(i, m, f)
	}
	return true
}

func (k *v21) options(i *item21, m markup.Maker, q *course.Question, f *course.Options) {
	cardinality, most := "single", 1
	if f.Many {
		cardinality, most = "multiple", 0
	}
	var right []string
	fmt.Fprintf(&i.body, `<choiceInteraction responseIdentifier="RESPONSE" shuffle="%t" maxChoices="%d">`+"\n", q.Shuffle, most)
	for n, o := range f.List {
		id, fixed := fmt.Sprintf("A%d", n+1), ""
		if o.DontKnow {
			fixed = ` fixed="true"`
		}
		if o.Right {
			right = append(right, id)
		}
		i.body.WriteString(`<simpleChoice identifier="` + id + `"` + fixed + ">" + m.Line(o.Text) + "</simpleChoice>\n")
		if say := i.say(m.Block(o.Reply.Text)); say != "" {
			value := `<baseValue baseType="identifier">` + id + "</baseValue>"
			test := "<match>" + response + value + "</match>"
			if f.Many {
				test = "<member>" + value + response + "</member>"
			}
			i.condition([]choice{{test, say}}, "")
		}
	}
	i.body.WriteString("</choiceInteraction>\n")
	i.declare("RESPONSE", cardinality, "identifier", right)
	i.condition([]choice{{correct, add(1)}}, "")
}

// typed writes answers to type; what is close has half of the points.
func (k *v21) typed(i *item21, m markup.Maker, f *course.Typed) bool {
	numbers := numeric(f.Answers, f.Close, f.Not)
	var arms []choice
	right := ""
	for n, l := range [][]course.Accept{f.Answers, f.Not, f.Close} {
		for _, a := range l {
			test, ok := k.stated21(a, "RESPONSE", numbers)
			if !ok {
				continue
			}
			if n == 0 && right == "" {
				right = shown(a, numbers)
			}
			arms = append(arms, choice{test, add([]float64{1, 0, .5}[n]) + i.say(m.Block(a.Reply.Text))})
		}
	}
	if right == "" {
		return false
	}
	kind := "string"
	if numbers {
		kind = "float"
	}
	i.declare("RESPONSE", "single", kind, []string{right})
	i.body.WriteString(`<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>` + "\n")
	i.condition(arms, i.say(m.Block(f.Otherwise.Text)))
	return true
}

// shown is the value that stands for a right answer.
func shown(a course.Accept, number bool) string {
	if number {
		return figure((a.Low + a.High) / 2)
	}
	return strings.Join(strings.Fields(a.Text), " ")
}

// stated21 is the condition of a stated answer.
func (k *v21) stated21(a course.Accept, id string, numbers bool) (string, bool) {
	variable := `<variable identifier="` + id + `"/>`
	if numbers {
		if a.Unit != "" {
			k.lose("units of numbers", "the format has numbers only; the question should name the unit")
		}
		value := func(v float64) string { return `<baseValue baseType="float">` + figure(v) + "</baseValue>" }
		return "<and><gte>" + variable + value(a.Low) + "</gte><lte>" + variable + value(a.High) + "</lte></and>", true
	}
	exact := a.Kind == course.AnswerCode || a.Kind == course.AnswerShell
	if exact {
		a.Kind = course.AnswerWords
		k.lose("that an answer is code", "it is compared letter by letter")
	}
	s, ok := k.words(a)
	return fmt.Sprintf(`<stringMatch caseSensitive="%t">%s<baseValue baseType="string">%s</baseValue></stringMatch>`, exact, variable, markup.Text(s)), ok
}

func (k *v21) match(i *item21, m markup.Maker, id string, f *course.Match) {
	if f.LeftTitle != "" || f.RightTitle != "" {
		k.lose("the names of both sides", "the format has pairs only")
	}
	var rights, pairs []string
	count := map[string]int{}
	for _, p := range f.Pairs {
		if count[p.Right]++; count[p.Right] == 1 {
			rights = append(rights, p.Right)
		}
	}
	rights = exporter.Mixed(id, rights)
	number := map[string]int{}
	fmt.Fprintf(&i.body, `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="%d">`+"\n<simpleMatchSet>\n", len(f.Pairs))
	for n, r := range rights {
		number[r] = n + 1
	}
	for n, p := range f.Pairs {
		fmt.Fprintf(&i.body, `<simpleAssociableChoice identifier="L%d" matchMax="1">%s</simpleAssociableChoice>`+"\n", n+1, m.Line(p.Left))
		pairs = append(pairs, fmt.Sprintf("L%d R%d", n+1, number[p.Right]))
	}
	i.body.WriteString("</simpleMatchSet>\n<simpleMatchSet>\n")
	for n, r := range rights {
		fmt.Fprintf(&i.body, `<simpleAssociableChoice identifier="R%d" matchMax="%d">%s</simpleAssociableChoice>`+"\n", n+1, count[r], m.Line(r))
	}
	i.body.WriteString("</simpleMatchSet>\n</matchInteraction>\n")
	i.declare("RESPONSE", "multiple", "directedPair", pairs)
	i.condition([]choice{{correct, add(1)}}, i.say(m.Block(f.Reply.Text)))
}

// blanks writes fields in a text, each with its share of the points.
func (k *v21) blanks(i *item21, m markup.Maker, f *course.Blanks) bool {
	text := m.Block(f.Text)
	otherwise := i.say(m.Block(f.Reply.Text))
	for n, blank := range f.List {
		id := fmt.Sprintf("RESPONSE_%d", n+1)
		var arms []choice
		right := ""
		for _, a := range blank.Accept {
			test, ok := k.stated21(a, id, numeric(blank.Accept))
			if !ok {
				continue
			}
			if right == "" {
				right = shown(a, numeric(blank.Accept))
			}
			arms = append(arms, choice{test, add(1 / float64(len(f.List)))})
		}
		if right == "" {
			return false
		}
		kind := "string"
		if numeric(blank.Accept) {
			kind = "float"
		}
		i.declare(id, "single", kind, []string{right})
		i.condition(arms, otherwise)
		text = strings.ReplaceAll(text, fmt.Sprintf("[[%d]]", n+1), `<textEntryInteraction responseIdentifier="`+id+`"/>`)
	}
	i.body.WriteString(text + "\n")
	return true
}

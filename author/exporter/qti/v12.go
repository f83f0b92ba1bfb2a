package qti

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// v12 is a package of QTI 1.2: a quiz for each lesson.
type v12 struct{ maker }

func write12(src exporter.Source) (exporter.Written, error) {
	k := &v12{}
	var resources strings.Builder
	for _, s := range exporter.Stops(src.Course) {
		items := exporter.Items(s.Lesson)
		id := k.identifier("quiz-", s.Lesson.ID)
		var b strings.Builder
		before := k.held
		for _, g := range groups(items) {
			k.group(&b, g)
		}
		if k.held == before {
			continue
		}
		title := s.Lesson.Title
		if s.Module != "" {
			title = s.Module + ": " + title
		}
		name := id + "/" + id + ".xml"
		k.file(name, declaration+`<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">`+"\n"+
			`<assessment ident="`+id+`" title="`+markup.Text(title)+`">`+"\n"+`<section ident="root_section">`+"\n"+b.String()+"</section>\n</assessment>\n</questestinterop>\n")
		fmt.Fprintf(&resources, `<resource identifier="%s" type="imsqti_xmlv1p2" href="%s"><file href="%s"/></resource>`+"\n", id, name, name)
	}
	k.file("imsmanifest.xml", declaration+`<manifest identifier="`+k.identifier("cairn-", src.Course.ID)+`" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">`+"\n"+
		"<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n<organizations/>\n<resources>\n"+resources.String()+"</resources>\n</manifest>\n")
	return k.done()
}

// group writes questions; those of a pool in a section that picks some.
func (k *v12) group(b *strings.Builder, g group) {
	if g.pool != nil {
		fmt.Fprintf(b, `<section ident="%s" title="%s">`+"\n<selection_ordering><selection><selection_number>%d</selection_number></selection></selection_ordering>\n",
			k.identifier("pool-", g.pool.ID), markup.Text(markup.Plain(g.pool.Title)), g.pool.Pick)
	}
	for _, it := range g.items {
		k.at = it.Pos
		if it.Ask != nil {
			k.ask(b, it.Ask)
		} else {
			k.question(b, it.Question)
		}
	}
	if g.pool != nil {
		b.WriteString("</section>\n")
	}
}

// item12 is a question that is being written.
type item12 struct {
	kind       string
	stem       string
	responses  strings.Builder
	conditions strings.Builder
	feedback   strings.Builder
}

// say adds feedback under a name, and is that name; empty where there is none.
func (i *item12) say(ident, html string) string {
	if strings.TrimSpace(html) == "" {
		return ""
	}
	i.feedback.WriteString(`<itemfeedback ident="` + ident + `"><flow_mat>` + material(html) + "</flow_mat></itemfeedback>\n")
	return ident
}

// when adds a condition: the points for it, in percent, and the feedback.
func (i *item12) when(test string, score float64, feedback string) {
	i.conditions.WriteString(`<respcondition continue="Yes"><conditionvar>` + test + "</conditionvar>")
	if score > 0 {
		i.conditions.WriteString(`<setvar action="Add" varname="SCORE">` + figure(score) + "</setvar>")
	}
	if feedback != "" {
		i.conditions.WriteString(`<displayfeedback feedbacktype="Response" linkrefid="` + feedback + `"/>`)
	}
	i.conditions.WriteString("</respcondition>\n")
}

func material(html string) string {
	return `<material><mattext texttype="text/html">` + markup.Text(html) + "</mattext></material>"
}

func equal(response, value string) string {
	return `<varequal respident="` + response + `">` + markup.Text(value) + "</varequal>"
}

func (k *v12) put(b *strings.Builder, id string, i *item12) {
	fmt.Fprintf(b, `<item ident="%[1]s" title="%[1]s">`+"\n<itemmetadata><qtimetadata>"+
		"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>%s</fieldentry></qtimetadatafield>"+
		"<qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>\n", id, i.kind)
	b.WriteString("<presentation>" + material(i.stem) + "\n" + i.responses.String() + "</presentation>\n")
	b.WriteString(`<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>` + "\n" + i.conditions.String() + "</resprocessing>\n")
	b.WriteString(i.feedback.String() + "</item>\n")
}

func (k *v12) ask(b *strings.Builder, a *course.Ask) {
	if len(a.Options) > 0 {
		k.lose("a question of preference", "what is answered would change nothing")
		return
	}
	m := k.markup()
	i := &item12{kind: "essay_question", stem: asked(m, a.Prompt, a.Body)}
	i.responses.WriteString(`<response_str ident="response1" rcardinality="Single"><render_fib/></response_str>` + "\n")
	i.when("<other/>", 0, i.say("general_fb", m.Block(a.Why)))
	k.held.Asks++
	k.put(b, k.identifier("", a.ID), i)
}

func (k *v12) question(b *strings.Builder, q *course.Question) {
	k.begin(q)
	m := k.markup()
	i := &item12{stem: asked(m, q.Prompt, q.Body)}
	if why := i.say("general_fb", m.Block(q.Why)); why != "" {
		i.when("<other/>", 0, why)
	}
	switch f := q.Form.(type) {
	case *course.Options:
		k.options(i, m, f)
	case *course.Typed:
		if !k.typed(i, m, f) {
			k.loseOf("the question", "none of its answers can be said in QTI 1.2")
			return
		}
	case *course.Order:
		k.lose("that steps are put in order", "quizzes of Canvas have no such question; each step is matched with its place")
		var pairs []course.Pair
		for n, s := range f.Items {
			pairs = append(pairs, course.Pair{Left: fmt.Sprint(n + 1), Right: s})
		}
		k.match(i, m, q.ID, pairs, f.Reply)
	case *course.Match:
		if f.LeftTitle != "" || f.RightTitle != "" {
			k.lose("the names of both sides", "the format has pairs only")
		}
		k.match(i, m, q.ID, f.Pairs, f.Reply)
	case *course.Blanks:
		k.blanks(i, m, f)
	}
	k.held.Questions++
	k.put(b, k.identifier("", q.ID), i)
}

func (k *v12) options(i *item12, m markup.Maker, f *course.Options) {
	i.kind = "multiple_choice_question"
	cardinality := "Single"
	if f.Many {
		i.kind, cardinality = "multiple_answers_question", "Multiple"
	}
	i.responses.WriteString(`<response_lid ident="response1" rcardinality="` + cardinality + `"><render_choice>` + "\n")
	var all strings.Builder
	for n, o := range f.List {
		id := fmt.Sprintf("a%d", n+1)
		i.responses.WriteString(`<response_label ident="` + id + `">` + material(m.Line(o.Text)) + "</response_label>\n")
		if feedback := i.say(id+"_fb", m.Block(o.Reply.Text)); feedback != "" {
			i.when(equal("response1", id), 0, feedback)
		}
		switch {
		case !f.Many && o.Right:
			i.when(equal("response1", id), 100, "")
		case f.Many && o.Right:
			all.WriteString(equal("response1", id))
		case f.Many:
			all.WriteString("<not>" + equal("response1", id) + "</not>")
		}
	}
	if f.Many {
		i.when("<and>"+all.String()+"</and>", 100, "")
	}
	i.responses.WriteString("</render_choice></response_lid>\n")
}

// typed writes answers to type; what is close has half of the points.
func (k *v12) typed(i *item12, m markup.Maker, f *course.Typed) bool {
	numbers := numeric(f.Answers, f.Close, f.Not)
	i.kind = "short_answer_question"
	if numbers {
		i.kind = "numerical_question"
	}
	i.responses.WriteString(`<response_str ident="response1" rcardinality="Single"><render_fib/></response_str>` + "\n")
	taken, n := 0, 0
	for _, l := range []struct {
		score float64
		list  []course.Accept
	}{{100, f.Answers}, {50, f.Close}, {0, f.Not}} {
		for _, a := range l.list {
			test, ok := k.stated12(a, numbers)
			if !ok {
				continue
			}
			if l.score == 100 {
				taken++
			}
			n++
			i.when(test, l.score, i.say(fmt.Sprintf("a%d_fb", n), m.Block(a.Reply.Text)))
		}
	}
	if other := i.say("general_incorrect_fb", m.Block(f.Otherwise.Text)); other != "" {
		i.when("<other/>", 0, other)
	}
	return taken > 0
}

// stated12 is the condition of a stated answer.
func (k *v12) stated12(a course.Accept, numbers bool) (string, bool) {
	if numbers {
		if a.Unit != "" {
			k.lose("units of numbers", "the format has numbers only; the question should name the unit")
		}
		return `<vargte respident="response1">` + figure(a.Low) + `</vargte><varlte respident="response1">` + figure(a.High) + "</varlte>", true
	}
	s, ok := k.words(a)
	return equal("response1", s), ok
}

// words is a stated answer as words.
func (k *maker) words(a course.Accept) (string, bool) {
	switch a.Kind {
	case course.AnswerPattern:
		k.loseOf("a pattern", "the format has no patterns")
		return "", false
	case course.AnswerNumber:
		if a.Low != a.High {
			k.loseOf("a range of numbers", "among answers in words, there are no ranges")
			return "", false
		}
	case course.AnswerCode, course.AnswerShell:
		k.lose("that an answer is code", "it is compared as words")
	case course.AnswerWords:
	}
	return strings.Join(strings.Fields(a.Text), " "), true
}

// match writes pairs: a response for each left side, with all right sides.
func (k *v12) match(i *item12, m markup.Maker, id string, pairs []course.Pair, whole course.Reply) {
	i.kind = "matching_question"
	var rights []string
	number := map[string]int{}
	for _, p := range pairs {
		if number[p.Right] == 0 {
			number[p.Right] = -1
			rights = append(rights, p.Right)
		}
	}
	rights = exporter.Mixed(id, rights)
	var labels strings.Builder
	for n, r := range rights {
		number[r] = n + 1
		fmt.Fprintf(&labels, `<response_label ident="m%d">%s</response_label>`, n+1, material(m.Line(r)))
	}
	for n, p := range pairs {
		response := fmt.Sprintf("response_%d", n+1)
		i.responses.WriteString(`<response_lid ident="` + response + `">` + material(m.Line(p.Left)) + "<render_choice>" + labels.String() + "</render_choice></response_lid>\n")
		i.when(equal(response, fmt.Sprintf("m%d", number[p.Right])), 100/float64(len(pairs)), "")
	}
	if other := i.say("general_incorrect_fb", m.Block(whole.Text)); other != "" {
		i.when("<other/>", 0, other)
	}
}

// blanks writes a text with gaps that have names.
func (k *v12) blanks(i *item12, m markup.Maker, f *course.Blanks) {
	i.kind = "fill_in_multiple_blanks_question"
	text := m.Block(f.Text)
	for n, blank := range f.List {
		name, response := fmt.Sprintf("blank%d", n+1), fmt.Sprintf("response_blank%d", n+1)
		text = strings.ReplaceAll(text, fmt.Sprintf("[[%d]]", n+1), "["+name+"]")
		i.responses.WriteString(`<response_lid ident="` + response + `"><material><mattext>` + name + "</mattext></material><render_choice>")
		for j, a := range blank.Accept {
			s, ok := k.words(a)
			if !ok {
				continue
			}
			id := fmt.Sprintf("b%d_%d", n+1, j+1)
			i.responses.WriteString(`<response_label ident="` + id + `"><material><mattext texttype="text/plain">` + markup.Text(s) + "</mattext></material></response_label>")
			i.when(equal(response, id), 100/float64(len(f.List)), "")
		}
		i.responses.WriteString("</render_choice></response_lid>\n")
	}
	i.stem += text
	if other := i.say("general_incorrect_fb", m.Block(f.Reply.Text)); other != "" {
		i.when("<other/>", 0, other)
	}
}

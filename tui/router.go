package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// The routes. Those of a course are a kind, a slash, and what opens the
// course; with nothing after the slash they speak of the open one.
const (
	RouteLibrary  Route = "library"
	RouteHelp     Route = "help"
	RouteCourse   Route = "course"   // course/REF: where the learner left off
	RouteLesson   Route = "lesson"   // lesson/REF/LESSON
	RouteOutline  Route = "outline"  // outline/REF
	RouteChoices  Route = "choices"  // choices/REF: goals and pace
	RouteFindings Route = "findings" // findings/REF: what is wrong with the files
	RouteGlossary Route = "glossary" // glossary/REF
	RouteSettings Route = "settings" // the program's own
	RouteCards    Route = "cards"    // cards/REF
	RouteReread   Route = "reread"   // reread/REF/LESSON or reread/REF/LESSON#TEXT: its pages; by itself those of the lesson that the learner is in
	RouteToday    Route = "today"    // today/REF: what the day holds
	RouteWhy      Route = "why"      // why/REF: why this step is next
	RouteMap      Route = "map"      // map/REF: the skills as a graph
	RouteInsights Route = "insights" // insights/REF: how the learner learns
	RouteSkill    Route = "skill"    // skill/REF/SKILL: one skill of the map
	RoutePicture  Route = "picture"  // the pictures of the page that is read
	RouteLinks    Route = "links"    // over a page: its links
	RouteContents Route = "contents" // over a page: its headings
	RoutePlan     Route = "plan"     // plan/REF: the rest of the course against the learner's time
	RouteSearch   Route = "search"   // everything that can be found
	RoutePalette  Route = "palette"  // what can be done, over a page
	RouteReset    Route = "reset"    // what starting over sets back, over a page
	RouteConsent  Route = "consent"  // what a task wants to run, over its page
	RouteCode     Route = "code"     // the program that answers a question, over its page
	RouteSaying   Route = "saying"   // what a check asks of the learner, over the page of the task
	RouteNote     Route = "note"     // where a note is written, over a page
	RouteNotes    Route = "notes"    // notes/REF: notes and bookmarks
	RouteMet      Route = "met"      // met/REF#QUESTION: a question that was met
)

// To is the route of a page of a course.
func (r Route) To(parts ...string) Route {
	return Route(strings.Join(append([]string{string(r)}, parts...), "/"))
}

// split takes a route apart. The reference may have slashes in it, since it
// may be a folder; the ids of lessons and skills have none.
func (r Route) split() (kind Route, ref, id string) {
	k, rest, _ := strings.Cut(string(r), "/")
	kind, ref = Route(k), rest
	cut := byte('/')
	switch kind {
	case RouteMet:
		cut = '#'
	case RouteLesson, RouteSkill, RouteReread:
	default:
		return kind, ref, ""
	}
	if i := strings.LastIndexByte(rest, cut); i >= 0 {
		ref, id = rest[:i], rest[i+1:]
	}
	return kind, ref, id
}

// visit goes to a route, opening its course first if it is not open.
func (a *App) visit(msg GoMsg) tea.Cmd {
	kind, ref, _ := msg.To.split()
	if kind == RouteLibrary {
		return a.toLibrary()
	}
	if len(a.stack) == 0 {
		a.stack = []entry{a.newEntry(RouteLibrary, newLibrary())}
	}
	if kind == RouteSearch {
		return tea.Batch(a.parting(), a.push(RouteSearch, newSearch()))
	}
	if kind == RouteSettings {
		return tea.Batch(a.parting(), a.push(RouteSettings, newSettings()))
	}
	if ref == "" {
		ref = a.ref
	}
	if ref == "" || ref != a.ref {
		return a.openCourse(ref, msg)
	}
	drafted := a.parting()
	if msg.Replace && len(a.stack) > 1 && a.stack[len(a.stack)-1].step == nil {
		a.stack = a.stack[:len(a.stack)-1]
	}
	return tea.Batch(drafted, a.inCourse(msg))
}

// inCourse goes to a page of the open course.
func (a *App) inCourse(msg GoMsg) tea.Cmd {
	route := msg.To
	switch kind, _, id := route.split(); kind {
	case RouteCourse:
		return a.toStep()
	case RouteLesson:
		return a.do(learn.GoTo{ID: id})
	case RouteOutline:
		return a.push(route, newOutline())
	case RouteChoices:
		return a.push(route, newChoices())
	case RouteFindings:
		return a.toFindings(route, a.diags)
	case RouteGlossary:
		return a.push(route, newGlossary(a.session.Course(), msg.Line))
	case RouteReread:
		return a.push(route, newReread(id, msg.Line))
	case RouteMet:
		return a.push(route, newMet(id))
	case RouteNotes:
		return a.push(route, newNotes(msg.Line))
	case RouteToday:
		return a.push(route, newToday())
	case RouteWhy:
		return a.push(route, newWhy())
	case RouteMap:
		return a.push(route, newMap())
	case RouteSkill:
		return a.push(route, newSkill(id))
	case RouteInsights:
		return a.push(route, newInsights())
	case RoutePicture:
		return a.push(route, newPicturePage())
	case RoutePlan:
		return a.push(route, newPlan())
	case RouteCards:
		return a.push(route, newCards(a.session.Course()))
	}
	return a.push(route, newBroken(a.o.Words.Errors.NoPlace(string(route))))
}

func (a *App) newID() int {
	a.lastID++
	return a.lastID
}

func (a *App) newEntry(r Route, s Screen) entry {
	return entry{id: a.newID(), route: r, screen: s}
}

// top is who gets keys: the overlay, else the page shown; nil before the first.
func (a *App) top() *entry {
	if a.overlay != nil {
		return a.overlay
	}
	if len(a.stack) == 0 {
		return nil
	}
	return &a.stack[len(a.stack)-1]
}

// push puts a page on top. A page of the same route that is there already is
// gone back to instead.
func (a *App) push(r Route, s Screen) tea.Cmd {
	for i := range a.stack {
		if a.stack[i].route == r && a.stack[i].step == nil {
			a.stack = a.stack[:i+1]
			return a.shown()
		}
	}
	a.stack = append(a.stack, a.newEntry(r, s))
	return a.shown()
}

// shown tells the page on top that it is. What lies over it is closed, apart
// from a page on which the learner is writing: that one only they close.
func (a *App) shown() tea.Cmd {
	if !a.overlay.leaver() {
		a.uncover()
	}
	if len(a.stack) == 0 {
		return nil
	}
	return a.send(&a.stack[len(a.stack)-1], ShowMsg{})
}

// leaver reports whether there is a page that wants something saved before it
// is left.
func (e *entry) leaver() bool {
	if e == nil {
		return false
	}
	_, leaves := e.screen.(Leaver)
	_, files := e.screen.(Filer)
	return leaves || files
}

// uncover closes the overlay. The one on which the learner was writing before
// it comes back.
func (a *App) uncover() {
	if a.overlay != nil {
		a.overlay = a.overlay.under
	}
}

// drop ends what pages that go have under way.
func drop(entries ...entry) {
	for _, e := range entries {
		if s, ok := e.screen.(Stopper); ok {
			s.Stop()
		}
	}
}

// back closes the overlay or leaves the page for the one below. The last page
// stays.
func (a *App) back() tea.Cmd {
	if a.overlay != nil {
		a.uncover()
		return nil
	}
	if len(a.stack) < 2 {
		return nil
	}
	drafted := a.parting()
	if a.stack[len(a.stack)-1].step != nil && a.session != nil {
		a.toast = a.o.Words.Hands.Left(textsafe.Line(a.session.Course().Title))
	}
	drop(a.stack[len(a.stack)-1])
	a.stack = a.stack[:len(a.stack)-1]
	return tea.Batch(drafted, a.shown())
}

// outermost reports whether nothing is below the page: in a preview, which is of one
// course, the library does not count.
func (a *App) outermost() bool {
	n := len(a.stack)
	return n < 2 || n == 2 && a.o.Preview != nil && a.stack[0].route == RouteLibrary
}

// toLibrary leaves everything for the library.
func (a *App) toLibrary() tea.Cmd {
	drafted := a.parting()
	if len(a.stack) == 0 {
		a.stack = []entry{a.newEntry(RouteLibrary, newLibrary())}
	}
	drop(a.stack[1:]...)
	a.stack = a.stack[:1]
	return tea.Batch(drafted, a.shown())
}

// parting saves what the page on top wants saved before it is left.
func (a *App) parting() tea.Cmd {
	if len(a.stack) == 0 || a.session == nil {
		return nil
	}
	return a.saving(&a.stack[len(a.stack)-1])
}

// noting saves what is being written over the page.
func (a *App) noting() tea.Cmd {
	for e := a.overlay; e != nil; e = e.under {
		if e.leaver() {
			return a.saving(e)
		}
	}
	return nil
}

// saving saves what a page wants saved.
func (a *App) saving(e *entry) tea.Cmd {
	if l, ok := e.screen.(Leaver); ok {
		if action := l.Leave(); action != nil {
			return a.do(action)
		}
	}
	if f, ok := e.screen.(Filer); ok {
		return a.filing(e.id, f.Unsaved())
	}
	return nil
}

// deliver gives a result to the screen that asked for it, wherever it is on
// the stack. A screen that has gone gets nothing.
func (a *App) deliver(msg ForMsg) tea.Cmd {
	for e := a.overlay; e != nil; e = e.under {
		if e.id == msg.Screen {
			return a.send(e, msg.Msg)
		}
	}
	for i := range a.stack {
		if a.stack[i].id == msg.Screen {
			return a.send(&a.stack[i], msg.Msg)
		}
	}
	return nil
}

// send gives a message to one screen. A screen that panics is replaced by a
// page that says so, and the program goes on.
func (a *App) send(e *entry, msg tea.Msg) (cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			cmd = a.fallen(e, a.caught(r))
		}
	}()
	if unread, ok := msg.(unreadMsg); ok {
		if e.leaver() { // what is written there can still be saved
			a.toast = textsafe.Line(unread.fault.Error())
			return nil
		}
		e.screen = newFallen(unread.fault)
		return nil
	}
	return e.screen.Update(a.env(e), msg)
}

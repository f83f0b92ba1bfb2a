package words

import "strings"

// Preview is what is said while a course is shown to who writes it.
type Preview struct {
	Name       string                    // that it is one
	Unsaved    string                    // and that nothing is saved
	NoFindings string                    // nothing was found wrong with the course
	Broken     func(cause string) string // the course cannot be read; the last one stays
	NoSource   string                    // there is no file to open
	NoPlace    string                    // a finding is about no lesson

	Jump, Leads, State string // titles of the lists, and of the line for a state
	NoLeads            string // there is no question here
	StateHow           string // how a state is written

	Places              map[string]string        // what can be gone to: kinds of lessons, and of what is in them
	Outcomes            map[string]string        // by course.Outcome
	Mixup, Detour, GoTo func(id string) string   // what comes of an answer
	Silent              string                   // the author says nothing to an answer
	AtEnd               func(rule string) string // a way on from the end of a lesson; an empty rule always holds
	EndHow              string                   // how such ways are chosen

	// Line by line.
	Anew, Unread, AsNow                   func(what string) string // the course was read anew, it cannot be, as whom the preview began
	FindingsHow, GoToHow, LeadsHow, AsHow string

	SideNone string             // nothing was found in the file that is shown
	SideMore func(n int) string // findings of it that there is no room for
	SideElse func(count string) string

	// Keys.
	KeyThere, KeySource, KeyJump, KeyLeads, KeyState string
	// The same in the line that says what was found, as short as can be.
	HintFindings, HintJump, HintLeads, HintState, HintSource string
}

// Comes says what an answer is, and what it shows and leads to, by ids.
func (p *Preview) Comes(outcome string, mixups, detours, goes []string) string {
	said := []string{p.Outcomes[outcome]}
	for _, of := range []struct {
		say func(string) string
		ids []string
	}{{p.Mixup, mixups}, {p.Detour, detours}, {p.GoTo, goes}} {
		for _, id := range of.ids {
			said = append(said, of.say(id))
		}
	}
	return strings.Join(said, ", ")
}

func englishPreview() Preview {
	return Preview{
		Name: "Preview", Unsaved: "Preview: nothing is saved",
		NoFindings: "no findings",
		Broken:     func(cause string) string { return "as it was before: " + cause },
		NoSource:   "There is no file of the course to open here.",
		NoPlace:    "This is about no lesson of its own.",
		Jump:       "Go to", Leads: "Answers and where they lead", State: "Preview as",
		NoLeads:  "There is no question here.",
		StateHow: "What rules ask for, such as mastery.ID=1, goal=team, seen.ID, right.ID. Empty: somebody who is new.",
		KeyThere: "go there", KeySource: "edit the file", KeyJump: "go to anything", KeyLeads: "where answers lead", KeyState: "preview as",
		Places: map[string]string{
			"lesson": "lesson", "detour": "detour", "extra": "extra", "project": "project", "placement": "placement test",
			"pool": "pool", "question": "question", "pooled": "of a pool", "task": "task", "ask": "ask", "card": "card",
		},
		Outcomes: map[string]string{"right": "right", "close": "nearly right", "spelling": "misspelt", "wrong": "wrong"},
		Mixup:    func(id string) string { return "mix-up " + id },
		Detour:   func(id string) string { return "detour " + id },
		GoTo:     func(id string) string { return "go to " + id },
		Silent:   "No feedback is written for this answer.",
		AtEnd: func(rule string) string {
			if rule == "" {
				return "at the end, always"
			}
			return "at the end, if " + rule
		},
		EndHow: "At the end of the lesson the first of these that holds decides. Enter goes there now.",
		Anew:   func(count string) string { return "The course was read anew: " + count + "." },
		Unread: func(cause string) string { return "The course cannot be read now, and stays as it was: " + cause },
		AsNow: func(state string) string {
			if state == "" {
				return "The preview began as somebody who is new."
			}
			return "The preview began as: " + state
		},
		FindingsHow: "Go to what one is about with :findings and its number.", GoToHow: "Go to one with :goto and its id.",
		LeadsHow: "Give one of them with :answers and its number.", AsHow: "Type :as and what rules ask for, such as :as mastery.ID=1, goal=team, seen.ID. What was done so far is forgotten then; :as new is somebody who is new.",
		SideNone:     "Nothing was found in it.",
		SideMore:     func(n int) string { return count(n, "more here", "more here") },
		SideElse:     func(count string) string { return "in other files: " + count },
		HintFindings: "list", HintJump: "go to", HintLeads: "answers", HintState: "as", HintSource: "edit",
	}
}

func germanPreview(p *Preview) {
	p.Name, p.Unsaved = "Vorschau", "Vorschau: Nichts wird gespeichert"
	p.NoFindings = "keine Befunde"
	p.Broken = func(cause string) string { return "wie es vorher war: " + cause }
	p.NoSource = "Hier gibt es keine Datei des Kurses zu öffnen."
	p.NoPlace = "Das betrifft keine einzelne Lektion."
	p.Jump, p.Leads, p.State = "Gehen zu", "Antworten und wohin sie führen", "Vorschau als"
	p.NoLeads = "Hier steht keine Frage."
	p.StateHow = "Wonach Regeln fragen, etwa mastery.ID=1, goal=team, seen.ID, right.ID. Leer: jemand, für den alles neu ist."
	p.KeyJump, p.KeyLeads, p.KeyState = "zu allem gehen", "wohin Antworten führen", "Vorschau als"
	p.KeyThere, p.KeySource = "hingehen", "Datei bearbeiten"
	p.Places = map[string]string{
		"lesson": "Lektion", "detour": "Umweg", "extra": "Zusatz", "project": "Projekt", "placement": "Einstufung",
		"pool": "Vorrat", "question": "Frage", "pooled": "aus einem Vorrat", "task": "Aufgabe", "ask": "Angabe", "card": "Lernkarte",
	}
	p.Outcomes = map[string]string{"right": "richtig", "close": "fast richtig", "spelling": "verschrieben", "wrong": "falsch"}
	p.Mixup = func(id string) string { return "Verwechslung " + id }
	p.Detour = func(id string) string { return "Umweg " + id }
	p.GoTo = func(id string) string { return "geht zu " + id }
	p.Silent = "Zu dieser Antwort ist keine Rückmeldung geschrieben."
	p.AtEnd = func(rule string) string {
		if rule == "" {
			return "am Ende, immer"
		}
		return "am Ende, wenn " + rule
	}
	p.EndHow = "Am Ende der Lektion entscheidet die erste Zeile, die zutrifft. Die Eingabetaste geht jetzt dorthin."
	p.Anew = func(count string) string { return "Der Kurs wurde neu gelesen: " + count + "." }
	p.Unread = func(cause string) string {
		return "Der Kurs lässt sich jetzt nicht lesen und bleibt, wie er war: " + cause
	}
	p.AsNow = func(state string) string {
		if state == "" {
			return "Die Vorschau begann als jemand, für den alles neu ist."
		}
		return "Die Vorschau begann als: " + state
	}
	p.FindingsHow, p.GoToHow = "Mit :findings und der Nummer gehst du zu dem, worum es geht.", "Mit :goto und der Kennung gehst du hin."
	p.LeadsHow, p.AsHow = "Mit :answers und der Nummer gibst du eine davon.", "Tippe :as und wonach Regeln fragen, etwa :as mastery.ID=1, goal=team, seen.ID. Was bisher getan wurde, ist dann vergessen; :as new ist jemand, für den alles neu ist."
	p.SideNone = "Darin wurde nichts gefunden."
	p.SideMore = func(n int) string { return count(n, "weiterer hier", "weitere hier") }
	p.SideElse = func(count string) string { return "in anderen Dateien: " + count }
	p.HintFindings, p.HintJump, p.HintLeads, p.HintState, p.HintSource = "Liste", "gehen", "Antworten", "als", "ändern"
}

func spanishPreview(p *Preview) {
	p.Name, p.Unsaved = "Vista previa", "Vista previa: no se guarda nada"
	p.NoFindings = "sin hallazgos"
	p.Broken = func(cause string) string { return "como estaba antes: " + cause }
	p.NoSource = "Aquí no hay ningún archivo del curso que abrir."
	p.NoPlace = "Esto no trata de ninguna lección en particular."
	p.Jump, p.Leads, p.State = "Ir a", "Respuestas y adónde llevan", "Ver como"
	p.NoLeads = "Aquí no hay ninguna pregunta."
	p.StateHow = "Lo que piden las reglas, como mastery.ID=1, goal=team, seen.ID, right.ID. Vacío: alguien para quien todo es nuevo."
	p.KeyJump, p.KeyLeads, p.KeyState = "ir a cualquier parte", "adónde llevan las respuestas", "ver como"
	p.KeyThere, p.KeySource = "ir allí", "editar el archivo"
	p.Places = map[string]string{
		"lesson": "lección", "detour": "desvío", "extra": "complemento", "project": "proyecto", "placement": "prueba de nivel",
		"pool": "reserva", "question": "pregunta", "pooled": "de una reserva", "task": "tarea", "ask": "consulta", "card": "tarjeta",
	}
	p.Outcomes = map[string]string{"right": "correcta", "close": "casi correcta", "spelling": "mal escrita", "wrong": "incorrecta"}
	p.Mixup = func(id string) string { return "confusión " + id }
	p.Detour = func(id string) string { return "desvío " + id }
	p.GoTo = func(id string) string { return "va a " + id }
	p.Silent = "No hay ningún comentario escrito para esta respuesta."
	p.AtEnd = func(rule string) string {
		if rule == "" {
			return "al final, siempre"
		}
		return "al final, si " + rule
	}
	p.EndHow = "Al final de la lección decide la primera que se cumple. Intro va allí ahora."
	p.Anew = func(count string) string { return "El curso se leyó de nuevo: " + count + "." }
	p.Unread = func(cause string) string {
		return "El curso no se puede leer ahora y queda como estaba: " + cause
	}
	p.AsNow = func(state string) string {
		if state == "" {
			return "La vista previa empezó como alguien para quien todo es nuevo."
		}
		return "La vista previa empezó como: " + state
	}
	p.FindingsHow, p.GoToHow = "Ve a lo que trata uno con :findings y su número.", "Ve a uno con :goto y su identificador."
	p.LeadsHow, p.AsHow = "Da una de ellas con :answers y su número.", "Escribe :as y lo que piden las reglas, como :as mastery.ID=1, goal=team, seen.ID. Lo hecho hasta ahora se olvida entonces; :as new es alguien para quien todo es nuevo."
	p.SideNone = "No se encontró nada en él."
	p.SideMore = func(n int) string { return count(n, "más aquí", "más aquí") }
	p.SideElse = func(count string) string { return "en otros archivos: " + count }
	p.HintFindings, p.HintJump, p.HintLeads, p.HintState, p.HintSource = "lista", "ir a", "respuestas", "como", "editar"
}

func frenchPreview(p *Preview) {
	p.Name, p.Unsaved = "Aperçu", "Aperçu : rien n’est enregistré"
	p.NoFindings = "aucune remarque"
	p.Broken = func(cause string) string { return "comme c’était avant : " + cause }
	p.NoSource = "Il n’y a pas de fichier du cours à ouvrir ici."
	p.NoPlace = "Cela ne concerne aucune leçon en particulier."
	p.Jump, p.Leads, p.State = "Aller à", "Les réponses et où elles mènent", "Voir comme"
	p.NoLeads = "Il n’y a pas de question ici."
	p.StateHow = "Ce que demandent les règles, comme mastery.ID=1, goal=team, seen.ID, right.ID. Vide : quelqu’un pour qui tout est nouveau."
	p.KeyJump, p.KeyLeads, p.KeyState = "aller partout", "où mènent les réponses", "voir comme"
	p.KeyThere, p.KeySource = "y aller", "modifier le fichier"
	p.Places = map[string]string{
		"lesson": "leçon", "detour": "détour", "extra": "complément", "project": "projet", "placement": "test de niveau",
		"pool": "réserve", "question": "question", "pooled": "d’une réserve", "task": "tâche", "ask": "demande", "card": "carte",
	}
	p.Outcomes = map[string]string{"right": "juste", "close": "presque juste", "spelling": "mal orthographiée", "wrong": "fausse"}
	p.Mixup = func(id string) string { return "confusion " + id }
	p.Detour = func(id string) string { return "détour " + id }
	p.GoTo = func(id string) string { return "va à " + id }
	p.Silent = "Aucun commentaire n’est écrit pour cette réponse."
	p.AtEnd = func(rule string) string {
		if rule == "" {
			return "à la fin, toujours"
		}
		return "à la fin, si " + rule
	}
	p.EndHow = "À la fin de la leçon, la première qui est vraie décide. Entrée y va tout de suite."
	p.Anew = func(count string) string { return "Le cours a été relu : " + count + "." }
	p.Unread = func(cause string) string {
		return "Le cours ne peut pas être lu maintenant et reste comme il était : " + cause
	}
	p.AsNow = func(state string) string {
		if state == "" {
			return "L’aperçu a commencé comme quelqu’un pour qui tout est nouveau."
		}
		return "L’aperçu a commencé comme : " + state
	}
	p.FindingsHow, p.GoToHow = "Va à ce que l’une concerne avec :findings et son numéro.", "Va à l’un d’eux avec :goto et son identifiant."
	p.LeadsHow, p.AsHow = "Donne l’une d’elles avec :answers et son numéro.", "Tape :as et ce que demandent les règles, comme :as mastery.ID=1, goal=team, seen.ID. Ce qui a été fait est alors oublié ; :as new est quelqu’un pour qui tout est nouveau."
	p.SideNone = "Rien n’y a été trouvé."
	p.SideMore = func(n int) string { return count(n, "autre ici", "autres ici") }
	p.SideElse = func(count string) string { return "dans d’autres fichiers : " + count }
	p.HintFindings, p.HintJump, p.HintLeads, p.HintState, p.HintSource = "liste", "aller à", "réponses", "comme", "modifier"
}

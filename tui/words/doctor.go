package words

import "fmt"

// Doctor is what cairn doctor says around its findings, which are English in
// every language: they name files, variables and settings.
type Doctor struct {
	OK, Look, Wrong string // marks, behind a sign
	Sections        map[string]string
	Cure            func(how string) string // behind a finding

	Well      string
	Faults    func(n int) string // things that are wrong
	Repair    func(command string) string
	WouldDo   string // above the steps of a repair
	Ask       string
	Did       string
	Left      string // above the steps that were not done
	InUse     string // why one was not
	Kept      string // above what was set aside
	Nothing   string // to repair
	Unchanged string
}

// DoctorSections are the parts of what is looked at, in order.
func DoctorSections() []string {
	return []string{"folder", "log", "backups", "settings", "terminal", "courses", "program"}
}

func englishDoctor() Doctor {
	return Doctor{
		OK: "ok", Look: "look", Wrong: "wrong",
		Sections: map[string]string{
			"folder": "The folder of your progress", "log": "The log of your progress", "backups": "Backups",
			"settings": "Settings", "terminal": "Terminal", "courses": "Courses", "program": "The program",
		},
		Cure:      func(how string) string { return "What helps: " + how },
		Well:      "Nothing is wrong.",
		Faults:    func(n int) string { return count(n, "thing is", "things are") + " wrong." },
		Repair:    func(command string) string { return "What can be repaired, this repairs: " + command },
		WouldDo:   "This is to be done:",
		Ask:       "Shall it be done? Type yes to do it. Anything else leaves it as it is.",
		Did:       "This was done:",
		Left:      "This was not done:",
		InUse:     "the file is in use; close the window and run it again",
		Kept:      "Set aside and kept:",
		Nothing:   "There is nothing that can be repaired.",
		Unchanged: "Nothing was changed.",
	}
}

func germanDoctor(d *Doctor) {
	d.OK, d.Look, d.Wrong = "gut", "hinsehen", "falsch"
	d.Sections = map[string]string{
		"folder": "Der Ordner deines Fortschritts", "log": "Das Protokoll deines Fortschritts", "backups": "Sicherungen",
		"settings": "Einstellungen", "terminal": "Das Terminal", "courses": "Kurse", "program": "Das Programm",
	}
	d.Cure = func(how string) string { return "Was hilft: " + how }
	d.Well = "Alles ist in Ordnung."
	d.Faults = func(n int) string {
		if n == 1 {
			return "1 Sache ist nicht in Ordnung."
		}
		return fmt.Sprintf("%d Sachen sind nicht in Ordnung.", n)
	}
	d.Repair = func(command string) string { return "Was sich reparieren lässt, repariert: " + command }
	d.WouldDo = "Das ist zu tun:"
	d.Ask = "Soll es geschehen? Tippe ja, dann geschieht es; bei allem anderen bleibt alles, wie es ist."
	d.Did = "Das wurde getan:"
	d.Left = "Das wurde nicht getan:"
	d.InUse = "die Datei ist in Gebrauch; schließe das Fenster und führe den Befehl noch einmal aus"
	d.Kept = "Beiseitegelegt und aufbewahrt:"
	d.Nothing = "Es gibt nichts, was sich reparieren lässt."
	d.Unchanged = "Nichts wurde verändert."
}

func spanishDoctor(d *Doctor) {
	d.OK, d.Look, d.Wrong = "bien", "mira", "mal"
	d.Sections = map[string]string{
		"folder": "La carpeta de tu progreso", "log": "El registro de tu progreso", "backups": "Copias de seguridad",
		"settings": "Ajustes", "terminal": "El terminal", "courses": "Cursos", "program": "El programa",
	}
	d.Cure = func(how string) string { return "Qué ayuda: " + how }
	d.Well = "Todo está bien."
	d.Faults = func(n int) string {
		if n == 1 {
			return "1 cosa está mal."
		}
		return fmt.Sprintf("%d cosas están mal.", n)
	}
	d.Repair = func(command string) string { return "Lo que se puede reparar, lo repara: " + command }
	d.WouldDo = "Esto es lo que se haría:"
	d.Ask = "¿Se hace? Escribe sí para hacerlo. Con cualquier otra cosa se queda como está."
	d.Did = "Esto se ha hecho:"
	d.Left = "Esto no se ha hecho:"
	d.InUse = "el archivo está en uso; cierra la ventana y ejecuta la orden otra vez"
	d.Kept = "Apartado y conservado:"
	d.Nothing = "No hay nada que se pueda reparar."
	d.Unchanged = "No se ha cambiado nada."
}

func frenchDoctor(d *Doctor) {
	d.OK, d.Look, d.Wrong = "bien", "à voir", "faux"
	d.Sections = map[string]string{
		"folder": "Le dossier de ta progression", "log": "Le journal de ta progression", "backups": "Sauvegardes",
		"settings": "Réglages", "terminal": "Le terminal", "courses": "Cours", "program": "Le programme",
	}
	d.Cure = func(how string) string { return "Ce qui aide : " + how }
	d.Well = "Tout va bien."
	d.Faults = func(n int) string {
		if n == 1 {
			return "1 chose ne va pas."
		}
		return fmt.Sprintf("%d choses ne vont pas.", n)
	}
	d.Repair = func(command string) string { return "Ce qui peut être réparé l’est par : " + command }
	d.WouldDo = "Voici ce qui serait fait :"
	d.Ask = "Faut-il le faire ? Tape oui pour le faire. Toute autre réponse laisse tout en l’état."
	d.Did = "Voici ce qui a été fait :"
	d.Left = "Voici ce qui n’a pas été fait :"
	d.InUse = "le fichier est utilisé ; ferme la fenêtre et relance la commande"
	d.Kept = "Mis de côté et gardé :"
	d.Nothing = "Il n’y a rien qui puisse être réparé."
	d.Unchanged = "Rien n’a été changé."
}

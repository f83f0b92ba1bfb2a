package words

import (
	"fmt"
	"maps"
)

func frenchFrame(f *Frame) {
	f.Saved = "enregistré"
	f.Damaged = "Quelque chose ne va pas dans ta progression. Lance cairn doctor pour savoir quoi."
	f.NotSaved = func(cause string) string { return "non enregistré : " + cause }
	f.Unsaved = func(cause string) string { return "Rien n’est enregistré cette fois : " + cause }
	f.AskDoctor, f.UnsavedShort = "cairn doctor dit pourquoi et que faire", "Rien n’est enregistré : cairn doctor"
	f.NotDone = func(cause string) string { return "pas fait : " + cause }
	f.Step = func(n, of int) string { return fmt.Sprintf("étape %d sur %d", n, of) }
	f.TooSmall = "Cette fenêtre est trop petite. Agrandis-la, ou lance cairn --plain."
	f.Opening = func(what string) string { return "Ouverture : " + what }
	f.LookIs = func(look string) string { return "Couleurs : " + look }
	maps.Copy(f.Looks, map[string]string{
		"auto": "celles du terminal", "dark": "sombres", "light": "claires",
		"high-contrast": "très contrastées", "16-colour": "les 16 du terminal", "mono": "aucune",
	})
	f.BrokenTitle = "Erreur"
	f.BrokenPage = "Cette page ne peut pas être affichée"
	f.BrokenHelp = "Ta progression est enregistrée. Reviens en arrière et rouvre la page, ou continue ailleurs."
	f.BrokenSafe = func(dir string) string {
		return "Ce qui était affiché comme enregistré est en sûreté, dans " + dir + "."
	}
	f.BrokenReport = func(path string) string {
		return "Ce qui s’est passé est écrit, sans tes réponses, dans " + path + ". Signale-le avec ce fichier, s’il te plaît."
	}
	f.HelpTitle = "Touches"
	f.Lines = func(first, last, of int) string {
		return fmt.Sprintf("lignes %s à %s sur %s", whole(first, "\u00a0"), whole(last, "\u00a0"), whole(of, "\u00a0"))
	}
	f.LinesOf = func(first, last int) string { return fmt.Sprintf("lignes %d à %d", first, last) }
}

package words

import (
	"fmt"
	"maps"
)

func frenchFinding(f *Finding) {
	f.Title, f.Ask = "Recherche", "Chercher"
	f.Can = "Les cours, les leçons et leur texte, le glossaire, les questions déjà vues, tes notes et tes marque-pages."
	f.How = "Écris un mot ou son début ; si tu en écris plusieurs, tous sont cherchés. Majuscules et accents ne comptent pas."
	f.Reading = "La lecture des cours n’est pas finie."
	f.Cut = "Il y a plus de texte qu’on ne peut en chercher à la fois : il peut manquer quelque chose."
	f.None = func(text string) string { return "Rien ne contient « " + text + " »." }
	f.Count = func(n int) string { return frenchCount(n, "résultat", "résultats") }
	f.Slip = func(text string) string {
		return "Rien ne contient « " + text + " » ; avec une lettre changée :"
	}
	f.Ahead = "encore à venir"
	maps.Copy(f.Kinds, map[string]string{
		"course": "cours", "lesson": "leçon", "text": "texte", "term": "terme", "card": "fiche",
		"question": "question", "note": "note", "bookmark": "marque-page",
	})
	f.Page = func(n int) string { return fmt.Sprintf("page %d", n) }
	f.Glossary = "glossaire"
	f.Met, f.YourLast, f.RightOne, f.Because = "Une question déjà vue", "Ta dernière réponse", "La bonne réponse", "Pourquoi"
	f.NotMet = "Tu n’as pas encore vu cette question."
	f.NotTold = "La bonne réponse apparaît ici une fois la question réglée."
	f.Looking = "Tu ne fais que regarder : ta place dans le cours reste où elle est."
	f.GoThere = "aller à cette leçon"
	f.Palette, f.Do, f.Go = "Commandes", "Faire", "Aller à"
	f.NoCommand = func(text string) string { return "Rien ne s’appelle « " + text + " »." }
	f.NotNow = "pas maintenant"
	f.Here = "sur cette page"
	f.NoTerms = "Ce cours n’a pas de glossaire."
	f.NoTerm = func(text string) string { return "Aucun terme ne correspond à « " + text + " »." }
	f.Note = func(place string) string { return "Note sur " + place }
	f.Edit = "Changer la note"
	f.Sure = "La note n’est pas enregistrée. Encore une fois, et elle est abandonnée."
	f.Saved = "Note enregistrée."
	f.Removed = func(key string) string { return named(key, "Note retirée ; %s la ramène.", "Note retirée.") }
	f.Back = "La note est revenue."
	f.Marked = func(place string) string { return "Marque-page posé : " + place }
	f.Unmarked = func(place string) string { return "Marque-page retiré : " + place }
	f.MarkHere = "marque-page"
	f.Notes = "Notes et marque-pages"
	f.NoNotes = func(note, mark string) string {
		return fmt.Sprintf("Rien pour l’instant. Dans une leçon, %s écrit une note et %s pose un marque-page.", note, mark)
	}
	f.Bookmark = "marque-page"
	f.Gone = "sa place n’est plus dans le cours"
	f.Course = "le cours"
	f.OnlyNotes = "un marque-page n’a pas de texte"
	f.NothingKept = "rien n’est sélectionné"
	f.NothingRemoved = "rien ne vient d’être retiré"
	f.NoPlace = "il n’y a rien ici à quoi l’attacher"
	f.Export = "écrire le carnet"
	f.Exported = func(file string) string { return "Écrit dans " + file }
	f.NoExport = "Le carnet ne peut pas être écrit ici."

	f.KeySearch, f.KeyPalette, f.KeyGlossary = "chercher", "commandes", "glossaire"
	f.KeyBookmark, f.KeyNote, f.KeyNotes = "marque-page", "note", "notes"
	f.KeyEdit, f.KeyRemove, f.KeySave = "changer", "retirer", "garder"
	f.KeyBringBack, f.KeyDo, f.KeyExport = "ramener", "le faire", "carnet"
}

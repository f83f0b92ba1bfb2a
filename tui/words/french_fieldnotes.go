package words

import "maps"

func frenchFieldNotes(f *FieldNotes) {
	f.Title = func(course string) string { return "Carnet : " + course }
	f.Nothing = "Rien n’est encore commencé."
	f.Done = func(done, of int, last string) string {
		return frenchLessonsDone(done, of) + ". La dernière fois, le " + last + "."
	}
	f.Learned, f.Answered, f.Noted = "Ce que j’ai appris", "Ce qu’on m’a demandé", "Ce que j’ai noté"
	f.Marked, f.Terms, f.Course = "Où regarder encore", "Mots rencontrés", "Le cours dans son ensemble"
	f.Review = func(day string) string { return "prochaine révision le " + day }
	f.YouSaid = func(day string) string { return "Ma réponse du " + day + " :" }
	f.RightIs = "La bonne réponse :"
	f.DontKnow = "Je ne savais pas."
	maps.Copy(f.Outcomes, map[string]string{"right": "juste", "close": "presque, cela suffit", "spelling": "une faute d’orthographe", "wrong": "pas juste"})
	f.Disputed = "J’ai pensé qu’elle était juste"
}

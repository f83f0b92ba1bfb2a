package words

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func frenchReset(r *Reset) {
	q := func(what string) func(string) string {
		return func(t string) string { return "Recommencer " + what + " « " + Trimmed(t) + " » ?" }
	}
	lacks := func(what string) func(string) string {
		return func(id string) string {
			return "le cours n’a pas de " + what + " avec l’identifiant « " + id + " »"
		}
	}
	r.Title = "Recommencer"
	r.Also = "réinitialiser, reset, remettre à zéro"
	r.Ask = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: q("la question"), learn.ResetLesson: q("la leçon"),
		learn.ResetSkill: q("la compétence"), learn.ResetCourse: q("le cours"),
	}
	r.Sets = func(what string) string { return "Sera remis à zéro : " + what + "." }
	r.Count = func(answers, lessons, skills int) []string {
		return []string{frenchCount(answers, "réponse", "réponses"), frenchLessons(lessons), frenchCount(skills, "compétence acquise", "compétences acquises")}
	}
	r.Since = func(day, now time.Time) string { return "depuis le " + frenchDate(day, now) }
	r.Only = "ce que tu y as fait"
	r.Stays = map[learn.ResetKind]string{
		learn.ResetQuestion: "Elle revient dans sa leçon.",
		learn.ResetLesson:   "Elle est de nouveau ouverte. Les notes et les signets restent.",
		learn.ResetSkill:    "Les leçons terminées le restent, et une question sur plusieurs compétences compte pour les autres.",
		learn.ResetCourse:   "Les premières questions reviennent. Les notes et les signets restent.",
	}
	r.Backup = "Une sauvegarde est faite avant, et tu peux l’annuler."
	r.Forgot = "Rien n’est enregistré, donc aucune sauvegarde n’est faite. Tu peux l’annuler jusqu’à ce que tu quittes."
	r.Yes, r.No = "recommencer", "laisser"
	r.Done = func(how string) string { return "C’est recommencé. " + how + " l’annule." }
	r.Back = "Ce qui avait été remis à zéro compte de nouveau."
	r.Under = func(t string) string {
		return "C’est annulé. Cela comptera de nouveau quand « " + Trimmed(t) + " », recommencé plus tard, sera annulé aussi."
	}
	r.Partly = "Ce qui avait été remis à zéro compte de nouveau, sauf ce qui a été recommencé plus tard."
	r.Nothing = "rien n’y a encore été fait"
	r.Lacks = map[learn.ResetKind]func(string) string{
		learn.ResetQuestion: lacks("question"), learn.ResetLesson: lacks("leçon"), learn.ResetSkill: lacks("compétence"),
	}
	r.Meant = func(id string) string { return "voulais-tu dire « " + id + " » ?" }
	r.Rows = map[learn.ResetKind]string{
		learn.ResetQuestion: "Recommencer cette question", learn.ResetLesson: "Recommencer cette leçon",
		learn.ResetSkill: "Recommencer cette compétence", learn.ResetCourse: "Recommencer le cours",
	}
	r.Task = "Recommencer cette tâche"
	r.Type = "Écris oui pour recommencer. Toute autre réponse laisse tout tel quel."
	r.Take = "Écris oui pour annuler ce qui est marqué. Toute autre réponse laisse tout tel quel."
	r.How = "Écris :reset et quoi : question, lesson ou skill avec son identifiant, ou une leçon par son numéro dans le plan ; ou course. Sans identifiant, c’est ce qui est devant toi. :reset back annule le dernier."
	r.Kept = "Rien n’a été changé."
	r.None = "Il n’y a rien de recommencé à annuler."
	r.Undo = func(command string) string { return "Pour l’annuler : " + command }
}

package words

func frenchTrust(t *Trust) {
	*t = Trust{
		None: "Tu n’as permis à aucun cours d’exécuter quoi que ce soit.",
		Of: func(course, task, day string) string {
			return course + ", tâche " + task + ", depuis le " + day + " :"
		},
		Walls: map[string]string{
			"isolated": "isolé", "limited": "avec des barrières limitées ou meilleures", "not isolated": "même là où ce n’est pas isolé",
		},
		Revoked: func(n int) string {
			return frenchCount(n, "tâche redemande avant d’exécuter.", "tâches redemandent avant d’exécuter.")
		},
		NoneOf: func(course string) string {
			return "Tu n’as pas permis au cours " + course + " d’exécuter quoi que ce soit."
		},
		Unread: "Ceci ne peut pas être lu et ne permet rien :",
	}
}

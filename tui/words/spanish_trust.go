package words

func spanishTrust(t *Trust) {
	*t = Trust{
		None: "No has permitido a ningún curso ejecutar nada.",
		Of: func(course, task, day string) string {
			return course + ", tarea " + task + ", desde el " + day + ":"
		},
		Walls: map[string]string{
			"isolated": "aislado", "limited": "con barreras limitadas o mejores", "not isolated": "también donde no está aislado",
		},
		Revoked: func(n int) string {
			return spanishCount(n, "tarea vuelve a preguntar antes de ejecutar nada.", "tareas vuelven a preguntar antes de ejecutar nada.")
		},
		NoneOf: func(course string) string { return "No has permitido al curso " + course + " ejecutar nada." },
		Unread: "Esto no se puede leer y no permite nada:",
	}
}

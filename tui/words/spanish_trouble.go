package words

func spanishTrouble() Trouble {
	return Trouble{
		"no-room":    "no queda sitio para {path}. Haz sitio en ese disco y prueba otra vez.",
		"shut":       "cairn no puede leer o escribir {path}. Corrige sus permisos, o haz que cairn lo guarde todo en otra carpeta con CAIRN_DATA.",
		"in-the-way": "hay otra cosa en el lugar de {path}. Muévela y prueba otra vez.",
		"gone":       "{path} se quitó o se cambió por otra entretanto. No se contó nada. Prueba otra vez: la carpeta se hace de nuevo.",
		"no-temp":    "no se puede escribir nada en {path}, la carpeta de archivos temporales. Haz sitio allí, o nombra otra carpeta en TMPDIR.",
	}
}

package words

import (
	"errors"

	"github.com/cairn-learn/cairn/internal/trouble"
)

// Trouble is what is wrong with a place on the disk and what mends it, by
// trouble.Kind, as it stands behind a colon. {path} is the place.
type Trouble map[string]string

// Because is why something could not be done with a task, and what mends it where
// that is known; in English where it is not. It may hold what a course or the
// system wrote.
func (p *Practice) Because(err error) string {
	var place *trouble.Error
	if errors.As(err, &place) {
		return Put(p.Trouble[string(place.Kind)], "path", place.Path)
	}
	return err.Error()
}

func englishTrouble() Trouble {
	return Trouble{
		"no-room":    "there is no room left for {path}. Make room on that disk and try again.",
		"shut":       "cairn may not read or write {path}. Mend its permissions, or have cairn keep everything in another folder with CAIRN_DATA.",
		"in-the-way": "something else is where {path} should be. Move it away and try again.",
		"gone":       "{path} was removed or replaced meanwhile. Nothing was counted. Try again: the folder is made anew.",
		"no-temp":    "nothing can be written in {path}, the folder for temporary files. Make room there, or name another folder in TMPDIR.",
	}
}

func germanTrouble() Trouble {
	return Trouble{
		"no-room":    "für {path} ist kein Platz mehr. Schaffe Platz auf diesem Laufwerk und versuche es noch einmal.",
		"shut":       "cairn darf {path} nicht lesen oder nicht schreiben. Ändere die Rechte, oder lass cairn mit CAIRN_DATA alles in einem anderen Ordner ablegen.",
		"in-the-way": "wo {path} sein soll, ist etwas anderes. Verschieb es und versuche es noch einmal.",
		"gone":       "{path} wurde inzwischen entfernt oder ersetzt. Nichts wurde gezählt. Versuche es noch einmal: Der Ordner wird neu angelegt.",
		"no-temp":    "in {path}, dem Ordner für temporäre Dateien, lässt sich nichts schreiben. Schaffe dort Platz, oder nenne in TMPDIR einen anderen Ordner.",
	}
}

func frenchTrouble() Trouble {
	return Trouble{
		"no-room":    "il n’y a plus de place pour {path}. Fais de la place sur ce disque et réessaie.",
		"shut":       "cairn ne peut pas lire ou écrire {path}. Corrige ses droits, ou fais tout garder par cairn dans un autre dossier avec CAIRN_DATA.",
		"in-the-way": "il y a autre chose à la place de {path}. Déplace-le et réessaie.",
		"gone":       "{path} a été supprimé ou remplacé entre-temps. Rien n’a été compté. Réessaie : le dossier est refait.",
		"no-temp":    "rien ne peut être écrit dans {path}, le dossier des fichiers temporaires. Fais-y de la place, ou nomme un autre dossier dans TMPDIR.",
	}
}

func spanishTrouble() Trouble {
	return Trouble{
		"no-room":    "no queda sitio para {path}. Haz sitio en ese disco y prueba otra vez.",
		"shut":       "cairn no puede leer o escribir {path}. Corrige sus permisos, o haz que cairn lo guarde todo en otra carpeta con CAIRN_DATA.",
		"in-the-way": "hay otra cosa en el lugar de {path}. Muévela y prueba otra vez.",
		"gone":       "{path} se quitó o se cambió por otra entretanto. No se contó nada. Prueba otra vez: la carpeta se hace de nuevo.",
		"no-temp":    "no se puede escribir nada en {path}, la carpeta de archivos temporales. Haz sitio allí, o nombra otra carpeta en TMPDIR.",
	}
}

package words

import "fmt"

func spanishReading(r *Reading) {
	r.LinksTitle, r.ContentsTitle, r.Links, r.Contents = "Enlaces", "Apartados", "enlaces", "apartados"
	r.NoLinks, r.NoHeadings = "Esta página no tiene enlaces.", "Esta página no tiene títulos."
	r.Open, r.Go, r.NextHeading, r.PrevHeading = "abrir", "ir allí", "título siguiente", "título anterior"

	r.Lesson = func(title string) string { return "lección: " + title }
	r.Heading = func(text string) string { return "en esta página: " + text }
	r.Term = func(term string) string { return "glosario: " + term }
	r.File = func(file string) string { return "un archivo del curso: " + file }
	r.Footnote = func(text string) string { return "nota al pie: " + text }

	r.Opened = func(address string) string { return "Abierto: " + address }
	r.Copied = func(address string) string { return "Copiado, si tu terminal lo permite: " + address }
	r.Failed = func(address, why string) string {
		return "No se pudo abrir (" + why + "). Copiado, si tu terminal lo permite: " + address
	}
	r.CopiedFile = func(file string) string { return "Un archivo del curso. Se copió su nombre: " + file }
	r.Elsewhere = "Ese título no está en esta página."

	r.LinksHow = "Para ir adonde lleva uno, escribe :links y su número."
	r.ContentsHow = "Para oír la página desde uno, escribe :contents y su número."
	r.NoNumber = func(n, of int) string { return fmt.Sprintf("%d no es ninguno: van del 1 al %d.", n, of) }
	r.From = func(heading string) string { return "Desde «" + heading + "»:" }
}

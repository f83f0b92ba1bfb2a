package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// The files that make licences writes, from the root of the module.
const (
	licencesPage = "docs/licences.md"
	noticesFile  = "cmd/cairn/notices.txt"
)

// work is a module with the terms it is under.
type work struct {
	module
	licences []string // as SPDX names them, all of which hold
	texts    []string // of its licences and notices
}

// works reads the terms of every module.
func works(root string) ([]work, error) {
	all, err := modules(root)
	if err != nil {
		return nil, err
	}
	var found []work
	for _, m := range all {
		w, err := m.read()
		if err != nil {
			return nil, err
		}
		found = append(found, w)
	}
	return found, nil
}

// read finds the terms of a module in its source: at its root, and in every
// folder from which a package comes.
func (m module) read() (work, error) {
	w := work{module: m}
	var folders []string
	for folder := range m.folders {
		folders = append(folders, folder)
	}
	slices.Sort(folders)
	file := regexp.MustCompile(`(?i)^(licen[cs]es?|copying|notice)([.-].*)?$`)
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return w, fmt.Errorf("looking for the licence of %s; run go mod download: %w", m.path, err)
		}
		for _, e := range entries {
			if !file.MatchString(e.Name()) || e.IsDir() || filepath.Ext(e.Name()) == ".go" {
				continue
			}
			text, err := os.ReadFile(filepath.Join(folder, e.Name()))
			if err != nil {
				return w, fmt.Errorf("reading the licence of %s: %w", m.path, err)
			}
			if err := w.add(e.Name(), string(text)); err != nil {
				return w, err
			}
		}
	}
	if len(w.licences) == 0 {
		return w, fmt.Errorf("%s has no licence in %s", m.path, m.dir)
	}
	slices.Sort(w.licences)
	w.licences = slices.Compact(w.licences)
	return w, nil
}

func (w *work) add(name, text string) error {
	if strings.HasPrefix(strings.ToLower(name), "notice") {
		w.licences = append(w.licences, named(text)...)
	} else {
		id, err := identify(text)
		if err != nil {
			return fmt.Errorf("%s of %s is %w: read it, and decide", name, w.path, err)
		}
		w.licences = append(w.licences, id)
	}
	text = strings.Trim(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if !slices.Contains(w.texts, text) {
		w.texts = append(w.texts, text)
	}
	return nil
}

// terms are the licences of a work as SPDX writes them.
func (w work) terms() string { return strings.Join(w.licences, " AND ") }

// title is the name of a work for people.
func (w work) title() string {
	if w.path == standard {
		return "Go, its standard library and runtime"
	}
	return w.path + " " + w.version
}

// permitted finds what may not be linked.
func permitted(all []work) error {
	for _, w := range all {
		for _, id := range w.licences {
			if len(w.systems) > 0 && !slices.Contains(allowed(), id) {
				return fmt.Errorf("%s is linked into the program and is under %s; allowed are %s", w.path, id, strings.Join(allowed(), ", "))
			}
		}
	}
	return nil
}

// page is docs/licences.md.
func page(all []work, built []string) string {
	var b strings.Builder
	b.WriteString("# Licences\n\ncairn is under the [MIT licence](../LICENSE), its built-in courses under CC BY 4.0. This page lists what else is in it.\n" +
		"`make licences` writes it from the texts in the source of each module; a test fails when it is not as things are, when a\n" +
		"text is no licence that is known, and when something is linked under another one than " + strings.Join(allowed(), ", ") + ".\n" +
		"`cairn licences` prints the texts.\n\n## In the program\n\n| module | version | licence | on |\n|---|---|---|---|\n")
	for _, w := range all {
		switch {
		case w.path == standard:
			fmt.Fprintf(&b, "| Go, its standard library and runtime | of the Go that built it | %s | all systems |\n", w.terms())
		case len(w.systems) > 0:
			on := "all systems"
			if len(w.systems) < len(built) {
				on = strings.Join(w.systems, ", ")
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", w.path, w.version, w.terms(), on)
		}
	}
	b.WriteString("\n## For tests and tools only\n\n| module | version | licence |\n|---|---|---|\n")
	for _, w := range all {
		if len(w.systems) == 0 {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", w.path, w.version, w.terms())
		}
	}
	return b.String()
}

// notices are the texts of everything that is linked, each text once, below the
// names of all works that it is the text of.
func notices(all []work) string {
	var b strings.Builder
	b.WriteString("The program contains the following works of others. Each is under the terms below\nits name.\n")
	done := map[string]bool{}
	for i, w := range all {
		key := strings.Join(w.texts, "\n")
		if len(w.systems) == 0 || done[key] {
			continue
		}
		done[key] = true
		b.WriteString("\n" + strings.Repeat("=", 80) + "\n")
		for _, other := range all[i:] {
			if len(other.systems) > 0 && strings.Join(other.texts, "\n") == key {
				fmt.Fprintf(&b, "%s (%s)\n", other.title(), other.terms())
			}
		}
		for _, text := range w.texts {
			b.WriteString(strings.Repeat("-", 80) + "\n" + text + "\n")
		}
	}
	return b.String()
}

// writeLicences writes the page and the notices.
func writeLicences(root string) error {
	files, err := licenceFiles(root)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			return fmt.Errorf("writing what is known of the licences: %w", err)
		}
	}
	return nil
}

// licenceFiles is what the page and the notices have to be, by their names.
func licenceFiles(root string) (map[string]string, error) {
	all, err := works(root)
	if err != nil {
		return nil, err
	}
	if err := permitted(all); err != nil {
		return nil, err
	}
	built, err := systems(root)
	if err != nil {
		return nil, err
	}
	return map[string]string{licencesPage: page(all, built), noticesFile: notices(all)}, nil
}

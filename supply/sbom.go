package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// document is a list of what a program is made of, as SPDX 2.3 wants it
// (https://spdx.github.io/spdx-spec/v2.3/, sections 6, 7 and 11).
type document struct {
	Version       string         `json:"spdxVersion"`
	DataLicense   string         `json:"dataLicense"`
	ID            string         `json:"SPDXID"`
	Name          string         `json:"name"`
	Namespace     string         `json:"documentNamespace"`
	Creation      creation       `json:"creationInfo"`
	Packages      []spdxPackage  `json:"packages"`
	Relationships []relationship `json:"relationships"`
}

type creation struct {
	Created  string   `json:"created"`
	Creators []string `json:"creators"`
}

type spdxPackage struct {
	ID         string        `json:"SPDXID"`
	Name       string        `json:"name"`
	Version    string        `json:"versionInfo"`
	File       string        `json:"packageFileName,omitempty"`
	Location   string        `json:"downloadLocation"`
	Analysed   bool          `json:"filesAnalyzed"`
	Checksums  []checksum    `json:"checksums,omitempty"`
	Source     string        `json:"sourceInfo,omitempty"`
	Concluded  string        `json:"licenseConcluded"`
	Declared   string        `json:"licenseDeclared"`
	Copyright  string        `json:"copyrightText"`
	Purpose    string        `json:"primaryPackagePurpose"`
	References []externalRef `json:"externalRefs"`
}

type checksum struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"checksumValue"`
}

type externalRef struct {
	Category string `json:"referenceCategory"`
	Type     string `json:"referenceType"`
	Locator  string `json:"referenceLocator"`
}

type relationship struct {
	Element string `json:"spdxElementId"`
	Type    string `json:"relationshipType"`
	Related string `json:"relatedSpdxElement"`
}

// writeSBOM writes what a built program says it is made of, with the terms that
// are known.
func writeSBOM(root string, all []work, version, file, to string) error {
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		return fmt.Errorf("reading what %s is made of: %w", file, err)
	}
	sum, err := sumOf(file)
	if err != nil {
		return err
	}
	when, err := created(root)
	if err != nil {
		return err
	}
	doc, err := sbom(info, version, filepath.Base(file), sum, when, all)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the list: %w", err)
	}
	if err := os.WriteFile(to, append(text, '\n'), 0o644); err != nil {
		return fmt.Errorf("writing the list: %w", err)
	}
	return nil
}

// created is the time that the list bears, so that the same source gives the same
// list: SOURCE_DATE_EPOCH, or else when the commit was made.
func created(root string) (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		cmd := exec.Command("git", "log", "-1", "--format=%ct")
		cmd.Dir = root
		out, err := cmd.Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("asking git when the commit was made; where there is no git, set SOURCE_DATE_EPOCH: %w", err)
		}
		seconds = strings.TrimSpace(string(out))
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("the time of the list is wanted in seconds since 1970: %w", err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// sbom lists a program of the given name and SHA-256, and all that is linked
// into it.
func sbom(info *debug.BuildInfo, version, name, sum string, when time.Time, all []work) (document, error) {
	const root = "SPDXRef-Package-cairn"
	doc := document{
		Version: "SPDX-2.3", DataLicense: "CC0-1.0", ID: "SPDXRef-DOCUMENT", Name: "cairn " + version,
		Namespace: "https://" + ours + "/spdx/" + sum,
		Creation:  creation{when.Format(time.RFC3339), []string{"Tool: cairn-supply"}},
		Packages: []spdxPackage{{
			ID: root, Name: "cairn", Version: version, File: name, Location: "NOASSERTION", Checksums: []checksum{{"SHA256", sum}},
			Concluded: "MIT", Declared: "MIT", Copyright: "NOASSERTION", Purpose: "APPLICATION",
			References: []externalRef{purl(ours, version)},
		}},
		Relationships: []relationship{{"SPDXRef-DOCUMENT", "DESCRIBES", root}},
	}
	licences := map[string]string{}
	for _, w := range all {
		licences[w.path] = w.terms()
	}
	linked := []*debug.Module{{Path: standard, Version: strings.TrimPrefix(info.GoVersion, "go")}}
	for _, m := range append(linked, info.Deps...) {
		if m.Replace != nil {
			return doc, fmt.Errorf("%s is replaced by %s: what is released is built of what go.mod requires", m.Path, m.Replace.Path)
		}
		terms, ok := licences[m.Path]
		if !ok {
			return doc, fmt.Errorf("the licence of %s is not known: it is linked into %s, and no package of this tree needs it", m.Path, name)
		}
		p := spdxPackage{
			ID: "SPDXRef-Package-" + regexp.MustCompile(`[^A-Za-z0-9.]+`).ReplaceAllString(m.Path, "-"), Name: m.Path, Version: m.Version, Location: "NOASSERTION",
			Concluded: terms, Declared: terms, Copyright: "NOASSERTION", Purpose: "LIBRARY",
			References: []externalRef{purl(m.Path, m.Version)},
		}
		if m.Sum != "" {
			p.Source = "go.sum " + m.Sum
		}
		doc.Packages = append(doc.Packages, p)
		doc.Relationships = append(doc.Relationships, relationship{root, "DEPENDS_ON", p.ID})
	}
	return doc, nil
}

// purl is the address of a Go module among all packages
// (https://github.com/package-url/purl-spec).
func purl(path, version string) externalRef {
	return externalRef{"PACKAGE-MANAGER", "purl", "pkg:golang/" + path + "@" + version}
}

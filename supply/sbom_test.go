package main

import (
	"debug/buildinfo"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// holdSBOM writes the list of a program that was just built, twice. It has what
// SPDX 2.3 requires, every module that is linked and no other, and it is the same
// each time.
func holdSBOM(t *testing.T, all []work) {
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	dir := t.TempDir()
	bin := filepath.Join(dir, "cairn")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", bin, "../cmd/cairn")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var lists [2]string
	for i := range lists {
		file := filepath.Join(dir, "list.json")
		if err := writeSBOM("..", all, "v1.2.3", bin, file); err != nil {
			t.Fatal(err)
		}
		lists[i] = read(t, file)
	}
	if lists[0] != lists[1] {
		t.Error("the same program has two lists")
	}
	var doc map[string]any
	if err := json.Unmarshal([]byte(lists[0]), &doc); err != nil {
		t.Fatal(err)
	}
	info := text(t, doc["creationInfo"], "created")
	if text(t, doc, "spdxVersion") != "SPDX-2.3" || text(t, doc, "dataLicense") != "CC0-1.0" || text(t, doc, "SPDXID") != "SPDXRef-DOCUMENT" ||
		text(t, doc, "name") != "cairn v1.2.3" || !regexp.MustCompile(`^https://\S+/[0-9a-f]{64}$`).MatchString(text(t, doc, "documentNamespace")) || info != "2023-11-14T22:13:20Z" {
		t.Errorf("the head is not as SPDX 2.3 requires: %v", doc)
	}
	ids := map[string]bool{"SPDXRef-DOCUMENT": true}
	var names []string
	for _, p := range doc["packages"].([]any) {
		id := text(t, p, "SPDXID")
		if !regexp.MustCompile(`^SPDXRef-[A-Za-z0-9.-]+$`).MatchString(id) || ids[id] {
			t.Errorf("%q is no id, or not the only one", id)
		}
		ids[id] = true
		for _, field := range []string{"versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"} {
			if text(t, p, field) == "" {
				t.Errorf("%s has no %s", id, field)
			}
		}
		names = append(names, text(t, p, "name"))
	}
	for _, r := range doc["relationships"].([]any) {
		if !ids[text(t, r, "spdxElementId")] || !ids[text(t, r, "relatedSpdxElement")] {
			t.Errorf("a relationship of nothing: %v", r)
		}
	}
	if got, want := len(doc["relationships"].([]any)), len(names); got != want {
		t.Errorf("%d relationships for %d packages", got, want)
	}
	if want := append([]string{"cairn"}, linkedHere(all)...); !slices.Equal(sorted(names), sorted(want)) {
		t.Errorf("the list has %v, linked are %v", sorted(names), sorted(want))
	}
	torture.Report(t, "P25", "a list in SPDX 2.3 of all %d works that are linked on %s/%s", len(names)-1, runtime.GOOS, runtime.GOARCH)
}

// linkedHere is what go list, and not the program, says is linked on this system.
func linkedHere(all []work) []string {
	var names []string
	for _, m := range all {
		if slices.Contains(m.systems, runtime.GOOS+"/"+runtime.GOARCH) {
			names = append(names, m.path)
		}
	}
	return names
}

// TestSBOMIsOfTheSource refuses a program of which a module is not known.
func TestSBOMIsOfTheSource(t *testing.T) {
	file, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sbom(info, "v1", "x", "0", time.Unix(0, 0), nil); err == nil {
		t.Error("it was listed without licences")
	}
}

func text(t *testing.T, of any, field string) string {
	t.Helper()
	fields, _ := of.(map[string]any)
	s, ok := fields[field].(string)
	if !ok {
		t.Errorf("there is no %s in %v", field, of)
	}
	return s
}

func sorted(names []string) []string {
	names = slices.Clone(names)
	slices.Sort(names)
	return names
}

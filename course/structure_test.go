package course

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sameStructure reads a text with the parser that passes over emphasis and with
// the full one, and tells the first difference that a course would show.
func sameStructure(src string) error {
	var read [2]parsed
	var diags [2][]Diag
	var bodies [2]*body
	for i, ps := range []*parsers{newParsers(), newParsers()} {
		if i == 1 {
			ps.structure = ps.full
		}
		for _, kind := range []LessonKind{KindLesson, KindCards, KindGlossary} {
			out, found := parseBody(&document{file: "a.md", id: "a", kind: kind, src: src, parsers: ps}, defaults{})
			read[i].Title += out.Title + "\n"
			read[i].Blocks = append(read[i].Blocks, out.Blocks...)
			read[i].Cards = append(read[i].Cards, out.Cards...)
			read[i].Entries = append(read[i].Entries, out.Entries...)
			read[i].Links = append(read[i].Links, out.Links...)
			diags[i] = append(diags[i], found...)
		}
		bodies[i] = newBody(&document{file: "a.md", id: "a", src: src, parsers: ps}, defaults{})
	}
	if !reflect.DeepEqual(diags[0], diags[1]) {
		return fmt.Errorf("findings: %+v, want %+v", diags[0], diags[1])
	}
	if !reflect.DeepEqual(read[0], read[1]) {
		return fmt.Errorf("read: %+v, want %+v", read[0], read[1])
	}
	if !reflect.DeepEqual(bodies[0].links, bodies[1].links) || !reflect.DeepEqual(bodies[0].defs, bodies[1].defs) {
		return fmt.Errorf("links: %+v %v, want %+v %v", bodies[0].links, bodies[0].defs, bodies[1].links, bodies[1].defs)
	}
	for i, pc := range bodies[0].pieces {
		if got, want := bodies[0].plainText(pc.node), bodies[1].plainText(bodies[1].pieces[i].node); got != want && pc.node.Lines().Len() > 0 {
			return fmt.Errorf("plain text %q, want %q", got, want)
		}
	}
	return nil
}

// TestStructureWithoutEmphasis: what a course is made of does not depend on
// whether emphasis is looked for.
func TestStructureWithoutEmphasis(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"*", "**", "_", "__", "~", "~~", "***", "`", "``", "[", "]", "](", ")", "](a.md)", "](a_b.md)", "](<a b>)", "![", "[a]", "[a]: b.md\n", "[*a*]: c.md\n", "[*a*]", "[a][*a*]",
		"<", ">", "<a_b@c.org>", "<https://a.org/_x_>", "<b>", "</b>", "<!--", "-->", "\\", "\\*", "&amp;", "&#42;", "\"", "'", "(", "!",
		"\n", "\n\n", "# ", "## ", "### Question: ", "# **Question:** ", "### Task: ", "===\n", "---\n", "- ", "- [x] ", "- [ ] ", "1. ", "> ", "    ", "```\n", "| a | b |\n|---|---|\n", ": ",
		"- Answer: ", "> Hint: ", "Q: ", "A: ", "C: ", "a", "b_c", "é", " ", " ", "\t", "word ",
	})
	rapid.Check(t, func(t *rapid.T) {
		src := strings.Join(rapid.SliceOfN(piece, 1, 40).Draw(t, "pieces"), "")
		if err := sameStructure(src); err != nil {
			t.Fatalf("%q: %v", src, err)
		}
	})
}

// TestStructureOfCorpora is the same with real and hostile files.
func TestStructureOfCorpora(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	files := 0
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() || !isMarkdown(name) {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil || len(data) > 1<<20 {
			return err
		}
		text, _, ok, _ := plainText("a.md", data)
		if !ok {
			return nil
		}
		files++
		if err := sameStructure(string(text)); err != nil {
			t.Errorf("%s: %.2000q", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", files)
	if files == 0 {
		t.Error("there is no Markdown in the corpora")
	}
}

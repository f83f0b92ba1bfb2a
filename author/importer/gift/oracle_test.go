package gift

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// expected is what the pairs of the corpus say of an item, as far as it is given.
func expected(it item) map[string]any {
	if it.kind == category {
		return map[string]any{"type": "Category", "title": it.title}
	}
	stem := it.stem()
	m := map[string]any{
		"type": string(it.kind), "hasEmbeddedAnswers": it.embedded, "stem": of(&stem), "title": nil, "id": nil, "tags": nil,
	}
	if it.named {
		m["title"] = it.title
	}
	if it.id != "" {
		m["id"] = it.id
	}
	if it.tags != nil {
		tags := []any{}
		for _, tag := range it.tags {
			tags = append(tags, tag)
		}
		m["tags"] = tags
	}
	if it.kind == description {
		return m
	}
	m["globalFeedback"] = of(it.general)
	switch it.kind {
	case truth:
		m["isTrue"], m["trueFeedback"], m["falseFeedback"] = it.right, of(it.wrong), of(it.praise)
	case matching:
		pairs := []any{}
		for _, p := range it.pairs {
			pairs = append(pairs, map[string]any{"subquestion": of(&p.left), "subanswer": squeezed(p.right)})
		}
		m["matchPairs"] = pairs
	case multiple, short, numerical:
		if it.single {
			m["choices"] = it.choices[0].number.json()
			break
		}
		choices := []any{}
		for _, c := range it.choices {
			choice := map[string]any{"isCorrect": c.right, "weight": nil, "feedback": of(c.feedback), "text": of(&c.text)}
			if c.weight != nil {
				choice["weight"] = *c.weight
			}
			if c.number != nil {
				choice["text"] = c.number.json()
			}
			choices = append(choices, choice)
		}
		m["choices"] = choices
	case category, description, essay:
	}
	return m
}

func of(t *text) any {
	if t == nil {
		return nil
	}
	return map[string]any{"format": t.format, "text": t.said()}
}

func (n *number) json() any {
	switch n.form {
	case "range":
		return map[string]any{"type": n.form, "number": n.a, "range": n.b}
	case "high-low":
		return map[string]any{"type": n.form, "numberLow": n.a, "numberHigh": n.b}
	}
	return map[string]any{"type": n.form, "number": n.a}
}

// TestPairs holds the parser to the pairs of another one, of which a folder is
// named by CAIRN_CORPORA. A difference that is meant is listed with its reason.
func TestPairs(t *testing.T) {
	corpora := os.Getenv("CAIRN_CORPORA")
	if corpora == "" {
		t.Skip("CAIRN_CORPORA names no folder")
	}
	meant := map[string]string{}
	files, err := filepath.Glob(filepath.Join(corpora, "dev-gift-peg", "tests", "questions", "*.gift"))
	if err != nil || len(files) != 51 {
		t.Fatalf("%d pairs: %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".gift")
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(strings.TrimSuffix(file, ".gift") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want []map[string]any
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			items, bad := parse(strings.ReplaceAll(string(src), "\r\n", "\n"))
			for _, b := range bad {
				t.Errorf("line %d: %s", b.line, b.why)
			}
			if len(items) != len(want) {
				t.Fatalf("%d items, want %d", len(items), len(want))
			}
			same := len(bad) == 0
			for i, it := range items {
				if got := expected(it); !reflect.DeepEqual(got, want[i]) {
					same = false
					if meant[name] == "" {
						g, _ := json.Marshal(got)
						w, _ := json.Marshal(want[i])
						t.Errorf("item %d is\n%s\nwant\n%s", i, g, w)
					}
				}
			}
			if same && meant[name] != "" {
				t.Errorf("there is no difference any more: %s", meant[name])
			}
		})
	}
}

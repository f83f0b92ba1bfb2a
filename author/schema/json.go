package schema

import "encoding/json"

// JSON gives a JSON Schema (draft 7, which editors know best) for a mapping of
// the keys.
func JSON(title string, keys []Key) []byte {
	root := object(keys)
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = title
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // only maps, slices and texts are in it
	}
	return append(data, '\n')
}

func object(keys []Key) map[string]any {
	properties := map[string]any{}
	for _, k := range keys {
		s := value(k)
		s["description"] = k.Says
		properties[k.Name] = s
	}
	return map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
}

// value is the schema of what stands behind a key.
func value(k Key) map[string]any {
	one := single(k)
	switch {
	case k.List:
		return either(map[string]any{"type": "array", "items": one}, one)
	case k.Map:
		return map[string]any{"type": "object", "additionalProperties": one}
	}
	return one
}

// single is the schema of one value, without list or mapping around it.
func single(k Key) map[string]any {
	scalar := []string{"string", "number", "boolean"} // all keep their text
	if len(k.Values) > 0 {
		values := make([]any, 0, len(k.Values))
		for _, v := range k.Values {
			values = append(values, v)
			if v == "1" {
				values = append(values, 1)
			}
		}
		return map[string]any{"enum": values}
	}
	switch k.Type {
	case Whole:
		return map[string]any{"type": "integer"}
	case Share:
		return map[string]any{"type": "number", "minimum": 0, "maximum": 1}
	case YesNo:
		return map[string]any{"type": "boolean"}
	case Time:
		return map[string]any{"type": []string{"string", "integer"}}
	case Mapping:
		if k.Short {
			return either(object(k.Keys), map[string]any{"type": scalar})
		}
		return object(k.Keys)
	case Text, Rule:
	}
	return map[string]any{"type": scalar}
}

// either joins schemas of which one must hold. One that is made of several
// already is not nested.
func either(list ...map[string]any) map[string]any {
	var of []any
	for _, s := range list {
		if inner, ok := s["anyOf"].([]any); ok {
			of = append(of, inner...)
			continue
		}
		of = append(of, s)
	}
	return map[string]any{"anyOf": of}
}

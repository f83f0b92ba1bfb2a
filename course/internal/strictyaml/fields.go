package strictyaml

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// typeKey is the type of a struct that is decoded into.
type typeKey = reflect.Type

// fieldTable lists what a struct can hold.
type fieldTable struct {
	byKey  map[string][]int
	keys   []string // in the order of the struct
	places [][]int  // fields of type Place
}

// table returns the fields of a struct, worked out once for each Decode.
func (d *decoder) table(t reflect.Type) *fieldTable {
	if table, ok := d.fields[t]; ok {
		return table
	}
	table := &fieldTable{byKey: make(map[string][]int, t.NumField())}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[Place]() {
			table.places = append(table.places, f.Index)
			continue
		}
		if key, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); key != "" && key != "-" {
			table.byKey[key] = f.Index
			table.keys = append(table.keys, key)
		}
	}
	d.fields[t] = table
	return table
}

func (d *decoder) setPlaces(n *yaml.Node, v reflect.Value) {
	for _, index := range d.table(v.Type()).places {
		v.FieldByIndex(index).Set(reflect.ValueOf(d.src.place(n.Line, n.Column)))
	}
}

// rawKeys collects the keys tagged raw of a type and all it is built of.
func rawKeys(dst any) []string {
	var keys []string
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			visit(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				f := t.Field(i)
				key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
				if option == "raw" && !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
				visit(f.Type)
			}
		}
	}
	visit(reflect.TypeOf(dst))
	return keys
}

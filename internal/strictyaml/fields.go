package strictyaml

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// fieldTable lists what a struct can hold.
type fieldTable struct {
	of     reflect.Type
	keys   []string // in the order of the struct
	fields []int    // the field of each key
	places []int    // fields of type Place
}

// table returns the fields of a struct, worked out once for each Decode.
func (d *decoder) table(t reflect.Type) *fieldTable {
	for _, table := range d.tables {
		if table.of == t {
			return table
		}
	}
	n := t.NumField()
	table := &fieldTable{of: t, keys: make([]string, 0, n), fields: make([]int, 0, n)}
	for i := range n {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[Place]() {
			table.places = append(table.places, i)
			continue
		}
		if key, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); key != "" && key != "-" {
			table.keys = append(table.keys, key)
			table.fields = append(table.fields, i)
		}
	}
	d.tables = append(d.tables, table)
	return table
}

func (d *decoder) setPlaces(n *yaml.Node, v reflect.Value) {
	for _, i := range d.table(v.Type()).places {
		v.Field(i).Set(reflect.ValueOf(d.src.place(n.Line, n.Column)))
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

package strictyaml

// Scalar is a value as the author typed it, without its quotes, and the place
// of its first letter.
type Scalar struct {
	Text      string
	Line, Col int
}

// Place is where a struct begins. Fields of this type are filled, whatever
// their tag.
type Place struct{ Line, Col int }

// Map is a mapping in the author's order.
type Map[T any] []Entry[T]

// Entry is one key of a Map with its value.
type Entry[T any] struct {
	Key       string
	Line, Col int // of the key
	Value     T
}

// ScalarTaker is a struct that an author may also give as one scalar, such as
// an entry of a path that only names its file.
type ScalarTaker interface {
	TakeScalar(Scalar)
}

// grower lets the decoder fill a Map of any type.
type grower interface {
	grow(key string, line, col int) any
}

// grow appends an entry and returns a pointer to its value.
func (m *Map[T]) grow(key string, line, col int) any {
	*m = append(*m, Entry[T]{Key: key, Line: line, Col: col})
	return &(*m)[len(*m)-1].Value
}

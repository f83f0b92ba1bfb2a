package formula

// class says what an atom is to the atoms beside it.
type class byte

const (
	ordinary    class = 'o'
	binary      class = 'b' // an operator between two things
	relation    class = 'r'
	large       class = 'l' // a sum, an integral
	function    class = 'f' // sin, lim
	opening     class = 'p'
	closing     class = 'c'
	punctuation class = ','
	space       class = ' '
	word        class = 't' // text as it is written
)

// node is one atom of a formula.
type node struct {
	kind  kind
	class class
	text  string   // of a sign; of an accent, its combining mark; of brackets, the left one
	name  string   // ASCII for text; of brackets, the right one
	args  []list   // the parts: numerator and denominator, index and body, body
	rows  [][]list // of a matrix
	sub   list
	sup   list
}

type list []node

// kind says how a node is written.
type kind byte

const (
	sign     kind = iota
	group         // args[0]
	fraction      // args[0] over args[1]
	choose        // args[0] above args[1], in brackets
	root          // args[0] the index, may be empty; args[1]
	accent        // a mark over args[0]
	brackets      // text and name around args[0]
	matrix        // rows, between text and name
	newline
)

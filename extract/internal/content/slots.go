package content

import "recount.invalid/recount/extract/internal/token"

// slots are the operators by what their bytes come to as a number, each in the first slot
// from there on that was free. Looking such short names up in a map of strings would cost
// more than carrying out most of them.
type slots [1 << slotBits]struct {
	name uint32 // 0: the slot is free
	do   func(*Interpreter, []token.Operand)
}

const (
	slotBits    = 8 // three times as many slots as operators
	longestName = 3 // bytes of an operator's name
	// spread is odd and has ones and zeros all over, which scatters what it multiplies.
	spread = 0x9e3779b1
)

// operatorSlots are the operators that are carried out.
var operatorSlots func() *slots

func newSlots(table map[string]func(*Interpreter, []token.Operand)) *slots {
	s := new(slots)
	for name, do := range table {
		n := nameNumber([]byte(name))
		i := n * spread >> (32 - slotBits)
		for s[i].name != 0 {
			i = (i + 1) % uint32(len(s))
		}
		s[i].name, s[i].do = n, do
	}
	return s
}

// find is what carries an operator out, nil for names of none.
func (s *slots) find(name []byte) func(*Interpreter, []token.Operand) {
	n := nameNumber(name)
	for i := n * spread >> (32 - slotBits); s[i].name != 0; i = (i + 1) % uint32(len(s)) {
		if s[i].name == n {
			return s[i].do
		}
	}
	return nil
}

// nameNumber has the bytes of a name of an operator and, for a shorter one, nothing in the
// upper bits; of a longer name it is a number that none has.
func nameNumber(name []byte) uint32 {
	if len(name) > longestName {
		return 1<<32 - 1
	}
	n := uint32(0)
	for i := len(name) - 1; i >= 0; i-- {
		n = n<<8 | uint32(name[i])
	}
	return n
}

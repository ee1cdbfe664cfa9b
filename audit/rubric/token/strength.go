package token

// Strength is how an action is graded.
type Strength int

// The grades. Any is action of unstated strength.
const (
	Any Strength = iota
	Strong
	Weak
)

// Strength is the grade that the token gives an action, if it gives one.
func (t *Token) Strength() (Strength, bool) {
	switch {
	case t.Is(Strongs):
		return Strong, true
	case t.Is(Weaks):
		return Weak, true
	}
	return Any, false
}

package rubric

// Strength is how an action is graded.
type Strength int

// The grades. Any is action of unstated strength.
const (
	Any Strength = iota
	Strong
	Weak
)

// strength is the grade that the token gives an action, if it gives one.
func (t *token) strength() (Strength, bool) {
	switch {
	case t.is(strongs):
		return Strong, true
	case t.is(weaks):
		return Weak, true
	}
	return Any, false
}

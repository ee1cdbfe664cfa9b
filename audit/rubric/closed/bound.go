package closed

// Unlimited is the upper end of a bound that has none.
const Unlimited = 1 << 20

// Bound is a range of counts, both ends included.
type Bound struct{ Lo, Hi int }

// Has reports whether n is within the bound.
func (b Bound) Has(n int) bool { return n >= b.Lo && n <= b.Hi }

// And is what two bounds leave.
func (b Bound) And(o Bound) Bound { return Bound{max(b.Lo, o.Lo), min(b.Hi, o.Hi)} }

func free() Bound { return Bound{0, Unlimited} }

func exactly(n int) Bound { return Bound{n, n} }

func atLeast(n int) Bound { return Bound{n, Unlimited} }

// Counts are the limits that a conclusion sets to the numbers of strong, of weak and of
// all actions.
type Counts struct {
	Strong, Weak, All Bound
	// Words are the statements that set them.
	Words []string
}

// open are counts of which nothing is said.
func open() Counts { return Counts{Strong: free(), Weak: free(), All: free()} }

// and takes in what another statement says.
func (c *Counts) and(o Counts) {
	c.Strong, c.Weak, c.All = c.Strong.And(o.Strong), c.Weak.And(o.Weak), c.All.And(o.All)
}

// Allows reports whether so many strong and weak actions are within the limits.
func (c Counts) Allows(strong, weak int) bool {
	return c.Strong.Has(strong) && c.Weak.Has(weak) && c.All.Has(strong+weak)
}

// possible reports whether the limits leave any state.
func (c Counts) possible() bool {
	return c.Strong.Lo <= c.Strong.Hi && c.Weak.Lo <= c.Weak.Hi && c.All.Lo <= c.All.Hi &&
		c.Strong.Lo+c.Weak.Lo <= c.All.Hi && c.All.Lo <= c.Strong.Hi+c.Weak.Hi
}

// said reports whether anything is limited.
func (c Counts) said() bool { return c.Strong != free() || c.Weak != free() || c.All != free() }

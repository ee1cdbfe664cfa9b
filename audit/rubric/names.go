package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/token"
)

// What the parts of a commitment are called stands in its levels ("all three areas:
// wells, pipes and pumps"), or in what is said beside them: "The three tracks are
// wells, pipes and pumps", "The first is …; the second is …". The levels are read
// without these names; conclusions are read with them.

// Naming is the reading with the names of the parts that it counts, from its own levels
// or from the texts beside them, where exactly as many are named as there are parts.
func (r Reading) Naming(texts []string) Reading {
	const most = 200 // texts
	size := r.parts()
	if size == 0 && r.frame != nil && r.frame.scale.measure == share && r.frame.ofParts() {
		_, size = part.Components(texts)
	}
	if size < 2 || len(r.Components) > 0 {
		return r
	}
	for _, list := range []func(string, int) []part.Component{part.NamesIn, part.NamesOfBoth} {
		for _, l := range r.Levels {
			for _, text := range append(slices.Clone(l.Missed), wordsOfClauses(l)...) {
				if r.names = list(text, size); r.names != nil {
					return r
				}
			}
		}
	}
	for _, list := range []func(string, int) []part.Component{part.NamesIn, part.Lettered, part.Ordinals} {
		for _, text := range texts[:min(len(texts), most)] {
			if r.names = list(text, size); r.names != nil {
				return r
			}
		}
	}
	return r
}

// Parts are the components of the commitment, or else what its parts are called.
func (r Reading) Parts() []part.Component {
	if len(r.Components) == 0 && r.Unit == condition.Dimensions {
		return r.names
	}
	return r.Components
}

// SameNames reports whether two readings call the parts alike.
func (r Reading) SameNames(o Reading) bool {
	return slices.EqualFunc(r.names, o.names, func(a, b part.Component) bool { return a.Text == b.Text })
}

// parts is how many parts the text counts, 0 where it counts something else.
func (r Reading) parts() int {
	switch {
	case r.Unit == condition.Dimensions, r.frame != nil && r.frame.scale.measure == plain:
		return r.Size
	}
	return 0
}

// ofParts reports whether a scale of shares is one of parts ("in half of the areas").
func (f *frame) ofParts() bool {
	p := token.Borrow(strings.Join(f.stems, " "))
	defer token.GiveBack(p)
	for i := range *p {
		if token.DimensionNouns.HaveStem((*p)[i].Word) {
			return true
		}
	}
	return false
}

func wordsOfClauses(l condition.Condition) []string {
	var out []string
	for _, c := range l.Clauses {
		out = append(out, c.Words)
	}
	return out
}

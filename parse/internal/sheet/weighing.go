package sheet

import "recount.invalid/recount/model"

// Evidence is something that speaks for or against a claim, and by how much.
type Evidence struct {
	Name   string
	Weight int // below 0 against it
}

// Weighing is a claim that was weighed and what was found to hold of it.
type Weighing struct {
	Question   string // which question it answers ('chapter heading')
	Text       string // the claim as printed
	Member     string // whose section it is about; empty where it is about none
	Score      *int   // that it gives; nil where it gives none
	Commitment int    // number of the chapter that it is about; 0 where that is not known
	At         model.At
	Held       []Evidence // in the order of the question's table
}

// Weigh sums the weights of the evidence that holds of a claim, and tells whoever
// counts weighings of it. held and weights are in the order of names.
func (r *Reader) Weigh(names []string, weights []int, held []bool, claim func() Weighing) int {
	sum := 0
	for e, h := range held {
		if h {
			sum += weights[e]
		}
	}
	if r.Weighed == nil {
		return sum
	}
	w := claim()
	for e, h := range held {
		if h {
			w.Held = append(w.Held, Evidence{names[e], weights[e]})
		}
	}
	r.Weighed(w)
	return sum
}

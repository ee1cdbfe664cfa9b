package weigh

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
)

// place holds a place in the ranking against the table. An end is one of the ranking that
// is meant only where it is right: it may be that of a part of it.
func (c *clause) place(w *way, r reading, at int) {
	p := &c.ps[at]
	var of *parts.Part
	for i := at - 1; i >= c.from && of == nil; i-- {
		if k := c.ps[i].Kind; k == parts.Figure || k == parts.Place || k == parts.End || k == parts.But {
			break
		} else if k == parts.Who || k == parts.What {
			of = &c.ps[i]
		}
	}
	if of == nil {
		return
	}
	subjects, ok := c.whose(of)
	if !ok || len(subjects) == 0 {
		return
	}
	for _, s := range subjects {
		places := c.t.places(s, r.dense)
		if places == nil {
			continue
		}
		size := c.t.size(s.Kind)
		right := slices.Contains(places, p.N)
		if p.Kind == parts.End && p.N < 0 {
			right = slices.Contains(places, size)
		}
		if p.Kind == parts.End && !right || p.Kind == parts.Place && !right && (c.between(at, of) || c.byAnother(p)) {
			continue
		}
		said, has := c.gap(p.Start, p.End), fmt.Sprintf("place %d", places[0])
		w.claims = append(w.claims, claim{right: right, bits: bits(1 / float64(size)), part: *p, about: s, of: of.Span, rule: "ranking-order",
			stated: said, computed: has,
			message: fmt.Sprintf("The text calls %s \u201c%s\u201d; by the averages of the tables it has %s.", c.label(s), said, has)})
	}
}

// rePlaceOf follows a place that counts something else, or from elsewhere.
var rePlaceOf = lazyregexp.New(`(?i)^\s*(?:-|from|of|among|lowest|worst|weakest|poorest|highest|strongest|best|commitment|promise|half|time|year|phase|round|interim|report|score|failure|country|member|only)`)

// byAnother reports whether a place may count something else, or from elsewhere.
func (c *clause) byAnother(p *parts.Part) bool {
	return rePlaceOf.MatchString(c.s[p.End:])
}

// between reports whether a place stands far from its subject, or what is between limits it.
func (c *clause) between(at int, of *parts.Part) bool {
	return c.words(of.End, c.ps[at].Start) > 4
}

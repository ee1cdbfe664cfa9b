package weigh

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reToThis is what stands between a figure and whose it is, behind it.
	reToThis = lazyregexp.New(`(?i)^\s*(?:for|to|by|on|in|from)\s+(?:the\s+)?(?:commitments?\s+on\s+)?$`)
	// reAre is what stands between a percentage and the level that so many scores have.
	reAre = lazyregexp.New(`(?i)^\s*(?:of\s+(?:them|the\s+scores|scores|all\s+scores)\s+)?(?:are|were|being)?\s*(?:of\s+|at\s+)?(?:scores\s+of\s+)?$`)
)

// subject finds that of a figure or place.
func (c *clause) subject(r reading, at int) *parts.Part {
	level := false
	if !r.figureFirst {
		for i := at - 1; i >= c.from; i-- {
			switch p := &c.ps[i]; p.Kind {
			case parts.Figure, parts.But:
				return nil
			case parts.Who, parts.What:
				if i > c.from && c.ps[i-1].Kind == parts.But && c.words(c.ps[i-1].End, p.Start) <= 2 {
					return nil
				}
				if i > c.from && c.ps[i-1].Kind == parts.Figure && reToThis.MatchString(c.gap(c.ps[i-1].End, p.Start)) {
					return nil // "the +0.22 of vaccines" has its figure
				}
				if level {
					return nil // "Norland failed and five others complied: +0.71"
				}
				if strings.Contains(c.gap(p.End, c.ps[at].Start), ")") && !strings.Contains(c.gap(p.End, c.ps[at].Start), "(") {
					continue // in brackets, of what stands before them
				}
				return p
			case parts.Level:
				level = true
			}
		}
		return nil
	}
	for i := at + 1; i < c.to; i++ {
		switch p := &c.ps[i]; p.Kind {
		case parts.Figure:
			return nil
		case parts.Who, parts.What:
			if !reToThis.MatchString(c.gap(c.ps[at].End, p.Start)) {
				return nil
			}
			return p
		}
	}
	return nil
}

// whose gives the subjects that stand in one list with a part.
func (c *clause) whose(p *parts.Part) ([]prose.Subject, bool) {
	var out []prose.Subject
	if p.Kind == parts.Who {
		for _, m := range p.Members {
			out = append(out, prose.Subject{Kind: prose.Member, Member: m})
		}
		return out, true
	}
	end, sure := -1, true
	for i := c.from; i < c.to; i++ {
		q := &c.ps[i]
		if q.Kind != parts.What || q.Start > p.Start {
			continue
		}
		if end < 0 || !prose.Joined(c.gap(end, q.Start)) {
			out, sure = nil, true
		}
		if end = q.End; len(q.Commitments) != 1 {
			sure = false
			continue
		}
		out = append(out, prose.Subject{Kind: prose.Commitment, Commitment: q.Commitments[0]})
	}
	return out, sure
}

// figure holds an average against the table.
func (c *clause) figure(w *way, r reading, at int) {
	f := &c.ps[at]
	if f.Figure.Value == nil && at+1 < c.to && c.ps[at+1].Kind == parts.Level && !c.ps[at+1].Lacks && reAre.MatchString(c.gap(f.End, c.ps[at+1].Start)) {
		c.part(w, r, at)
		return
	}
	p := c.subject(r, at)
	if p == nil && !c.names() {
		c.unnamed(w, at)
	}
	if p == nil || c.beside(at, 1) || c.beside(at, -1) {
		return
	}
	subjects, ok := c.whose(p)
	if !ok {
		return
	}
	if c.t.x.Jointly(subjects, f.Figure) {
		w.claims = append(w.claims, claim{right: true, bits: 4, part: *f, rule: "prose-figure"})
		return
	}
	from, wrong := len(w.claims), true
	for _, s := range subjects {
		e, why := c.t.x.Usable(s)
		if why != "" {
			continue
		}
		value, percent := e.Holds(f.Figure)
		k := claim{right: value && percent, bits: 4, part: *f, about: s, of: p.Span, rule: "prose-figure"}
		if f.Figure.Value == nil {
			k.bits = 3.5
		}
		if value != percent {
			k.bits = 2
		}
		if !k.right && c.ofAnother(at, p) {
			k.right, k.bits = true, 1
		}
		if !k.right {
			k.stated, k.computed = f.Figure.Text, stated(e)
			k.message = fmt.Sprintf("The text states %s for %s; the tables have %s.", k.stated, e.Label, k.computed)
		}
		w.claims = append(w.claims, k)
		wrong = wrong && !k.right
	}
	if n := len(w.claims); p.Kind == parts.What && n > from+1 && w.claims[n-1].right && !slices.ContainsFunc(w.claims[from:n-1], func(k claim) bool { return k.right }) {
		w.claims = append(w.claims[:from], w.claims[n-1]) // who stands before it is of another statement
	}
	if n := len(w.claims); wrong && n > from+1 {
		w.claims = w.claims[:from+1] // one figure of them all
	}
}

// names reports whether the clause names members or commitments.
func (c *clause) names() bool {
	return slices.ContainsFunc(c.ps[c.from:c.to], func(p parts.Part) bool { return p.Kind == parts.Who || p.Kind == parts.What })
}

// reMean calls a figure an average, before it.
var reMean = lazyregexp.New(`(?i)\b(?:average|averages|averaged|averaging|mean)\b[^;:]*$`)

// unnamed claims that a figure is the average of everything, or in a chapter that of its
// commitment, where it is: a clause that names nobody may speak of anything else. In a chapter
// one that is called an average, and is printed as these are, is none of something else.
func (c *clause) unnamed(w *way, at int) {
	s := prose.Subject{Kind: prose.Overall}
	if c.chapter > 0 {
		s = prose.Subject{Kind: prose.Commitment, Commitment: c.chapter}
	}
	e, why := c.t.x.Usable(s)
	if why != "" {
		return
	}
	f := c.ps[at].Figure
	value, percent := e.Holds(f)
	k := claim{right: value && percent, bits: 4, part: c.ps[at], about: s, rule: "prose-figure"}
	switch {
	case k.right && f.Value != nil && f.Percent != nil:
		k.bits = 6
	case k.right:
	case c.chapter == 0 || c.figures() > 1 || f.Value == nil || !reMean.MatchString(c.gap(c.begin, c.ps[at].Start)):
		return
	default:
		k.stated, k.computed = f.Text, stated(e)
		k.message = fmt.Sprintf("The text states %s for %s; the tables have %s.", k.stated, e.Label, k.computed)
	}
	w.claims = append(w.claims, k)
}

// figures is how many the sentence has: beside one that is right, another is of something else.
func (c *clause) figures() int {
	n := 0
	for i := range c.ps {
		if c.ps[i].Kind == parts.Figure {
			n++
		}
	}
	return n
}

// beside reports whether figures stand in a list, of which each belongs to another subject.
func (c *clause) beside(at, step int) bool {
	i := at + step
	if i < c.from || i >= c.to || c.ps[i].Kind != parts.Figure {
		return false
	}
	a, b := c.ps[min(at, i)], c.ps[max(at, i)]
	return prose.Joined(c.gap(a.End, b.Start))
}

// ofAnother reports whether a figure is that of anything else the clause names.
func (c *clause) ofAnother(at int, own *parts.Part) bool {
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		if p == own {
			continue
		}
		var of []prose.Subject
		for _, m := range p.Members {
			of = append(of, prose.Subject{Kind: prose.Member, Member: m})
		}
		for _, n := range p.Commitments {
			of = append(of, prose.Subject{Kind: prose.Commitment, Commitment: n})
		}
		for _, s := range of {
			if e, why := c.t.x.Usable(s); why == "" {
				if value, percent := e.Holds(c.ps[at].Figure); value && percent {
					return true
				}
			}
		}
	}
	return false
}

// part holds a percentage of scores of a level against the table.
func (c *clause) part(w *way, r reading, at int) {
	f, lv := &c.ps[at], &c.ps[at+1]
	on, sure, ok := c.on(r, at+1)
	if !ok {
		return
	}
	who := c.one(at)
	n, whole := c.t.count(levels(lv, r), who, on)
	if whole == 0 || len(who) > 1 {
		return
	}
	w.open = w.open || !sure && who == nil
	has := big.NewRat(int64(100*n), int64(whole))
	computed := fmt.Sprintf("%d of %d, %s%%", n, whole, reckon.Unsigned(has))
	w.claims = append(w.claims, claim{right: reckon.Holds(*f.Figure.Percent, has), bits: 3.5, part: *f, about: prose.Subject{Kind: prose.Overall}, rule: "prose-figure",
		stated: f.Figure.Text, computed: computed, message: fmt.Sprintf("The text gives \u201c%s\u201d as %s of the scores; the tables have %s.", c.gap(lv.Start, lv.End), f.Figure.Text, computed)})
}

// stated is the average of a subject as the table prints it, otherwise as its scores give it.
func stated(e *claims.Evidence) string {
	for i := range e.Printed {
		return reckon.StatedText(e.Printed[i])
	}
	return reckon.Exact(e.Best())
}

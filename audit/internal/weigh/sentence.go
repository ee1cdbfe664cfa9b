package weigh

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// Slip is the one thing in a sentence that is wrong.
type Slip struct {
	Rule     string
	Sentence string
	Text     string
	Whose    string
	Figure   *prose.Figure
	What     string
	Named    bool // it is about a member that is named with others
	Has      string
}

// needed is how much of a sentence must speak for the way that leaves one thing wrong, in
// bits: by chance alone one sentence of so many would.
const needed = 5.0

// mostWays is how many ways to put a sentence together are tried.
const mostWays = 4000

var reTwisted = lazyregexp.New(`(?i)\b(?:without\s+(?:the|that|this|these|those|it|them|him|her|(?-i:\p{Lu}\p{L}+))\b|exclud\p{L}+|except\p{L}*|apart\s+from|aside|leav\p{L}+\s+(?:out|aside)|but\s+for|weighted|had\s+it|if|would|could|might|should|than\s+(?:in|at|last|the\s+year)|more\s+than|fewer\s+than|at\s+least|last\s+year|earlier|previous\p{L}*|interim|since|half-?way|midterm|median|respectively|the\s+(?:former|latter)|all\s+but|other\s+than|the\s+(?:others?|rest))\b`)

// Sentence finds the slip of a sentence; ok is false where there is none, or not one alone.
// before is the sentence before it, empty where there is none.
func Sentence(r prose.Reader, x *claims.ProseEvidence, grid *claims.ScoreGrid, s, before string) (Slip, bool) {
	if reTwisted.MatchString(s) || r.OtherTime(s) != "" || prose.Supposed(s) || prose.QuotedAt(s, 0) {
		return Slip{}, false
	}
	ps := parts.Read(r, s)
	if len(ps) < 2 {
		return Slip{}, false
	}
	t := &table{grid, x}
	var last []string // the members that were named last
	scopes := [][]int{}
	var named []int
	for _, p := range ps {
		if p.Kind == parts.What && len(p.Commitments) == 1 && !has(named, p.Commitments[0]) {
			named = append(named, p.Commitments[0])
		}
	}
	for _, n := range named {
		scopes = append(scopes, []int{n})
	}
	sure := len(scopes)
	if len(named) > 1 {
		sure = 0
	}
	if len(named) == 0 {
		scopes = append(scopes, nil)
		sure = 1
	} else {
		scopes = append(scopes, nil)
	}
	if before != "" {
		for _, p := range parts.Read(r, before) {
			if p.Kind == parts.Who {
				last = p.Members
			}
			if p.Kind == parts.What && len(p.Commitments) == 1 && len(scopes) < 6 {
				scopes = append(scopes, []int{p.Commitments[0]})
			}
		}
	}
	var slip *claim
	var all []claim
	weight := 0.0
	dbg := os.Getenv("ZNEAR") != "" && strings.Contains(s, os.Getenv("ZNEAR"))
	if dbg {
		for _, p := range ps {
			fmt.Fprintf(os.Stderr, "  part %d %q %+v\n", p.Kind, s[p.Start:p.End], p)
		}
	}
	tried := 0
	for from := 0; from < len(ps); {
		to := from
		for to < len(ps) && ps[to].Kind != parts.Break {
			to++
		}
		begin := 0
		if from > 0 {
			begin = ps[from-1].End
		}
		c := &clause{t: t, s: s, ps: ps, from: from, to: to, scopes: scopes, sure: sure, begin: begin, before: last}
		for _, p := range ps[from:to] {
			if p.Kind == parts.Who {
				last = p.Members
			}
		}
		ways := c.ways()
		if tried += len(ways); tried > mostWays {
			return Slip{}, false
		}
		var best way
		wrong, most := 0, math.Inf(-1)
		var k *claim
		for _, w := range ways {
			n, value, last := w.wrong()
			if dbg {
				fmt.Fprintf(os.Stderr, "  way wrong=%d value=%.1f open=%v unsaid=%d\n", n, value, w.open, w.unsaid)
				for _, k := range w.claims {
					fmt.Fprintf(os.Stderr, "     %v %.1f %q %v %s %s\n", k.right, k.bits, s[k.part.Start:k.part.End], k.about, k.what, k.has)
				}
			}
			if value > most || value == most && n < wrong {
				best, wrong, most, k = w, n, value, last
			}
		}
		if wrong > 1 || wrong == 1 && (slip != nil || best.open) {
			return Slip{}, false
		}
		if wrong == 1 {
			slip = k
			for i := range best.claims {
				if o := &best.claims[i]; o.right {
					weight += o.bits
				}
			}
		} else {
			all = append(all, best.claims...)
		}
		from = to + 1
	}
	for i := range all {
		if slip != nil && slip.kin(&all[i]) {
			weight += all[i].bits
		}
	}
	if slip == nil || weight < needed {
		return Slip{}, false
	}
	out := Slip{Rule: slip.rule, Sentence: s, Text: s[slip.part.Start:slip.part.End], Figure: slip.part.Figure, What: slip.what, Has: slip.has, Named: slip.named}
	if e := x.Of[slip.about]; e != nil {
		out.Whose = e.Label
	}
	return out, true
}

func has(list []int, n int) bool {
	for _, m := range list {
		if m == n {
			return true
		}
	}
	return false
}

// hundred is a part of a whole in percent.
func hundred(n, whole int) *big.Rat { return big.NewRat(int64(100*n), int64(whole)) }

// printed is the average of a subject as the table prints it, or as its scores give it.
func printed(e *claims.Evidence) model.Average {
	for _, a := range e.Printed {
		return a
	}
	return model.Average{}
}

package weigh

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
)

// Slip is the one thing in a sentence that is wrong.
type Slip struct {
	Rule     string // that which tells of it
	Sentence string
	Text     string        // the words that are wrong
	Figure   *prose.Figure // the figure that they are, nil for others
	Named    bool          // it is about a member that is named with others
	Stated   string
	Computed string
	Message  string
}

// Weight is what weighing a sentence gave.
type Weight struct {
	// Slip is the one thing that is wrong; nil where nothing is, or more than one.
	Slip *Slip
	// Right says that nothing is wrong, and that enough is said for the sentence to speak of
	// this report's scores.
	Right bool
}

const (
	// needed is how much must speak for the way that leaves one thing wrong, in bits: of 32
	// sentences on something else one has as much by chance.
	needed = 5.0
	// mostWays is how many ways to put a sentence together are tried, mostScopes how many
	// commitments may be meant that a clause does not name.
	mostWays   = 4000
	mostScopes = 6
)

// reTwisted are words by which a sentence says something else than what is so.
var reTwisted = lazyregexp.New(`(?i)\b(?:without\s+(?:the|that|this|these|those|it|them|him|her|(?-i:\p{Lu}\p{L}+))\b|exclud\p{L}+|except\p{L}*|apart\s+from|aside|leav\p{L}+\s+(?:out|aside)|but\s+for|weighted|had\s+it|if|would|could|might|should|than\s+(?:in|at|last|the\s+year)|more\s+than|fewer\s+than|at\s+least|last\s+year|earlier|previous\p{L}*|interim|since|half-?way|midterm|median|respectively|the\s+(?:former|latter)|the\s+(?:first|second|third|last)(?:\s+(?:two|three|one))?\s+(?:with|has|had|having|by|at|two|three)|all\s+but|other\s+than|the\s+(?:others?|rest))\b`)

// Sentence weighs a sentence. before is the sentence before it, empty where there is none,
// chapter the commitment of the chapter that it stands in, 0 outside of chapters.
func Sentence(r prose.Reader, x *claims.ProseEvidence, grid *claims.ScoreGrid, s, before string, chapter int) Weight {
	if reTwisted.MatchString(s) || r.OtherTime(s) != "" || prose.Supposed(s) || prose.QuotedAt(s, 0) {
		return Weight{}
	}
	ps := parts.Read(r, s)
	if chapter > 0 {
		// Its scores are what a chapter speaks of, whatever other words it has.
		ps = slices.DeleteFunc(ps, func(p parts.Part) bool { return p.Kind == parts.What })
	}
	if len(ps) < 2 || !callsScores(s, ps) {
		return Weight{}
	}
	t := &table{grid, x, r}
	told := parts.Read(r, before)
	scopes, sure := scopesOf(ps, told, chapter)
	var last []string // the members that were named last
	for _, p := range told {
		if p.Kind == parts.Who {
			last = p.Members
		}
	}
	var slip *claim
	var rest []claim // of the clauses that have none
	weight := 0.0
	tried := 0
	for from := 0; from < len(ps); {
		c := &clause{t: t, s: s, ps: ps, from: from, to: from, scopes: scopes, sure: sure, before: last, chapter: chapter}
		for c.to < len(ps) && ps[c.to].Kind != parts.Break {
			if ps[c.to].Kind == parts.Who {
				last = ps[c.to].Members
			}
			c.to++
		}
		if from > 0 {
			c.begin = ps[from-1].End
		}
		from = c.to + 1
		ways := c.ways()
		if tried += len(ways); tried > mostWays {
			return Weight{}
		}
		best, wrong, own := likeliest(ways)
		switch {
		case wrong == 0:
			rest = append(rest, best.claims...)
		case wrong > 1 || slip != nil || best.open:
			return Weight{}
		default:
			slip = own
			weight += best.support(nil)
		}
	}
	weight += way{claims: rest}.support(slip)
	switch {
	case weight < needed:
		return Weight{}
	case slip == nil:
		return Weight{Right: true}
	}
	return Weight{Slip: &Slip{Rule: slip.rule, Sentence: s, Text: s[slip.part.Start:slip.part.End], Figure: slip.part.Figure, Named: slip.named,
		Stated: slip.stated, Computed: slip.computed, Message: slip.message}}
}

// callsScores reports whether something in a sentence shows that its figures are scores: a word,
// a sign, a percentage beside a figure, a level, a place.
func callsScores(s string, ps []parts.Part) bool {
	return prose.CallsScores(s) || slices.ContainsFunc(ps, func(p parts.Part) bool {
		return p.Kind == parts.Level || p.Kind == parts.Place || p.Kind == parts.End || p.Kind == parts.Figure && (p.Figure.Value != nil && (p.Figure.Percent != nil || strings.ContainsAny(p.Figure.Text, "+-\u2212\u2013")))
	})
}

// likeliest is the way for which most speaks; of two alike, the one that leaves less wrong. It
// gives how much that is, and the last of it.
func likeliest(ways []way) (best way, wrong int, slip *claim) {
	most := math.Inf(-1)
	for _, w := range ways {
		n, value, last := w.wrong()
		if value > most || value == most && n < wrong {
			best, wrong, most, slip = w, n, value, last
		}
	}
	return best, wrong, slip
}

// scopesOf gives the commitments that scores may be for where a clause names none, nil for all;
// those from sure on are named in the sentence before, or not at all.
func scopesOf(ps, told []parts.Part, chapter int) (scopes [][]int, sure int) {
	if chapter > 0 {
		return [][]int{{chapter}}, 1
	}
	for _, p := range ps {
		if p.Kind == parts.What && len(p.Commitments) == 1 && !slices.ContainsFunc(scopes, func(on []int) bool { return on[0] == p.Commitments[0] }) {
			scopes = append(scopes, p.Commitments)
		}
	}
	if sure = len(scopes); sure > 1 {
		sure = 0
	}
	scopes = append(scopes, nil)
	if len(scopes) == 1 {
		sure = 1
	}
	for _, p := range told {
		if p.Kind == parts.What && len(p.Commitments) == 1 && len(scopes) < mostScopes {
			scopes = append(scopes, p.Commitments)
		}
	}
	return scopes, sure
}

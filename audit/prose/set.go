package prose

import "recount.invalid/recount/internal/lazyregexp"

// "The weakest were Norland at +0.13 and Sudland at zero" names the two lowest, in any order,
// where "the weakest was" names one or a tie.

var (
	// reOfSeveral is a superlative of several: with a noun or a verb in the plural, or a number.
	reOfSeveral = lazyregexp.NewWith(`(?i)\b(?:highest|lowest|best|worst|strongest|weakest|poorest|top|bottom|(?:most|least)\s+compliant)\b(?:[\s-]+(?:two|three|four|five|six|[2-6]))?(?:[\s-]+(?:average|overall|compliance|individual|member|country|commitment))*[\s-]+(?:results|scores|averages|performers|members|countries|states|governments|commitments|promises|pledges|marks|grades|ratings|rates|places|ones|(?:of\s+(?:all|the\s+\p{L}+|them(?:\s+all)?)\s+)?(?:are|were|have|include|included|remain|remained|come|came\s+from))\b|\b(?:are|were|remain|remained|come|came)\s+(?:(?:by\s+far|clearly|again|jointly|together|both|all)\s+)*(?:at\s+)?(?:the\s+)?(?:highest|lowest|best|worst|strongest|weakest|poorest|top|bottom|(?:most|least)\s+compliant|foot)\b|\b(?:top|bottom|foot)\b[^,;:.]{0,40}\b(?:are|were|stand|come|sit|lie)\b|\b(?:two|three|four|five|six|[2-6])[\s-]+(?:highest|lowest|best|worst|strongest|weakest|poorest)\b`,
		"highest", "lowest", "best", "worst", "strongest", "weakest", "poorest", "top", "bottom", "compliant", "foot")
	// rePluralVerb is the same with no noun: as many are named.
	rePluralVerb = lazyregexp.New(`(?i)\b(?:are|were|have|include|included|remain|remained|come|came\s+from|stand|sit|lie|two|three|four|five|six)\b`)
	// reLedInto leads into a part of the commitments.
	reLedInto = lazyregexp.New(`(?i)^[\s,;]*(?:in|on|for|within|under|among)\s+([^,]{2,60}),`)
	// reNought is a figure in words.
	reNought = lazyregexp.NewWith(`(?i)\b(?:zero|nil|nought)\b`, "zero", "nil", "nought")
)

// setOf gives how many subjects of a kind a superlative in a piece of a sentence may name: 0
// where it names one place. sure is false where it names several of which only one was found.
func (r Reader) setOf(s string, p piece, groups []group, kind Kind) (n int, sure bool) {
	from, to := 0, len(s)
	for _, m := range reBreak.FindAllStringIndex(s, -1) {
		switch {
		case m[1] <= p.Start || m[0] == p.Start:
			from = m[0]
		case m[0] >= p.End:
			to = min(to, m[0])
		}
	}
	clause := s[from:to]
	at := reOfSeveral.FindStringIndex(clause)
	if at == nil {
		return 0, true
	}
	named := map[Subject]bool{}
	for _, g := range groups {
		if g.Start >= from && g.End <= to && g.kind == kind {
			for _, x := range g.subjects {
				named[x] = true
			}
		}
	}
	if kind == Commitment {
		ns, _ := r.Catalogue.NamedIn(clause)
		for _, x := range commitments(ns) {
			named[x] = true
		}
	}
	n = max(len(named), len(figures(clause))+len(reNought.FindAllString(clause, -1)))
	return n, n > 1 || !rePluralVerb.MatchString(clause[at[0]:at[1]])
}

// inSet takes the place of a claim for one among the best or the worst that a superlative of
// several names.
func (r Reader) inSet(c *Claim, s string, p piece, groups []group) {
	if c.Rank != Highest && c.Rank != Lowest || len(c.Subjects) == 0 {
		return
	}
	if m := reLedInto.FindStringSubmatchIndex(s[p.Start:p.End]); m != nil && c.Subjects[0].Kind == Commitment && r.Catalogue.Touches(s[p.Start+m[2]:p.Start+m[3]]) && r.Catalogue.Touches(s[p.Start+m[1]:p.End]) {
		c.Rank = NoRank // "in health, vaccines were best": of an issue area
		return
	}
	if c.Place > 1 {
		return
	}
	n, sure := r.setOf(s, p, groups, c.Subjects[0].Kind)
	switch {
	case !sure:
		c.Rank = NoRank
	case n > len(c.Subjects), n > 1 && unlikeFigures(s[p.Start:]):
		c.Set = n
	}
}

// unlikeFigures reports whether the words give each of several a figure of its own: they share
// no place then.
func unlikeFigures(text string) bool {
	if m := reBreak.FindStringIndex(text); m != nil && m[0] > 0 {
		text = text[:m[0]]
	}
	figs := figures(text)
	return len(figs) > 1 && Joined(text[figs[0].End:figs[1].Start]) && figs[0].Text != figs[1].Text
}

package audit

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "ranking-order",
	Severity: Error,
	Title:    "a ranking or 'highest', 'lowest', 'difference' claim is not what the scores give",
	Checks: "Orders members and commitments by their exact averages and compares: who is called highest and lowest, who is said to follow, " +
		"whether a tier names everybody who has its figure, the stated difference between the ends, and the order and figures of ranking tables.",
	Why: "A place is quoted more often than a figure, and a member left out of a tier reads as if it had done worse.",
	Example: "'Norland had the highest compliance' where Sudmark has the same average. " +
		"Near miss: Sudmark is named with that figure in the next sentence.",
	Convention: "Equal means exactly equal averages; averages that are printed alike are never called out of order. " +
		"'Followed by' claims the next average below (or above, from the lowest upwards). " +
		"Superlatives limited to a group ('among …') or to another time are left alone.",
	Since: "0.1.0",
	Run:   runRankingOrder,
})

func runRankingOrder(p *Pass) {
	read := p.prose()
	x := read.evidence
	for _, rd := range read.readings {
		p.Undecided(rd.Dense, tooDense)
		if quoted(rd.text) {
			continue
		}
		for i := range rd.Claims {
			p.rankClaim(x, rd, i)
		}
		for _, d := range rd.Differences {
			p.rankDifference(x, rd, d)
		}
	}
	for i := range p.Report.Rankings {
		p.rankTable(x, &p.Report.Rankings[i])
	}
	p.rankTables(x)
}

// universe gives all subjects of a kind, or why they cannot be ordered.
func (x *proseEvidence) universe(k prose.Kind) ([]prose.Subject, string) {
	var out []prose.Subject
	for _, s := range x.order {
		if s.Kind != k {
			continue
		}
		e, why := x.usable(s)
		if why != "" {
			return nil, why
		}
		if e.best() == nil {
			return nil, "no average was found in a table"
		}
		if e.twoMeans {
			return nil, "the summary table and a chapter give a commitment different means"
		}
		out = append(out, s)
	}
	if len(out) < 2 {
		return nil, "what is ranked was found in no table"
	}
	if k == prose.Commitment && !x.rowsSure {
		return nil, "the report's tables are not complete"
	}
	return out, ""
}

// alike reports whether two subjects' averages are equal or printed alike.
func (x *proseEvidence) alike(a, b prose.Subject) bool {
	ea, eb := x.of[a], x.of[b]
	if ea.best().Cmp(eb.best()) == 0 {
		return true
	}
	for _, pa := range ea.printed {
		for _, pb := range eb.printed {
			if pa.Value != nil && pb.Value != nil && pa.Value.Rat().Cmp(pb.Value.Rat()) == 0 {
				return true
			}
		}
	}
	return reckon.Rounded(ea.best(), 2) == reckon.Rounded(eb.best(), 2)
}

// figureFails reports whether prose-figure has something against the claim's
// figure for this subject: the cause is then the figure and not the place.
func (x *proseEvidence) figureFails(c *prose.Claim, s prose.Subject) bool {
	if c.Figure == nil || c.Doubt != "" {
		return false
	}
	v, pc := x.of[s].holds(c.Figure)
	if c.Figure.Value != nil {
		return !v // a slip in the percentage beside it moves nobody
	}
	return !pc
}

func (p *Pass) rankClaim(x *proseEvidence, rd proseReading, i int) {
	c := &rd.Claims[i]
	if c.Rank == prose.NoRank || len(c.Subjects) == 0 {
		return
	}
	all, why := x.universe(c.Subjects[0].Kind)
	if c.Figure == nil && c.Doubt != "" {
		why = c.Doubt
	}
	if why == "" && c.Subjects[0].Kind == prose.Overall {
		why = "an overall average is not ranked"
	}
	for _, s := range c.Subjects {
		if e := x.of[s]; why == "" && (e == nil || e.best() == nil) {
			why = "what the claim is about was found in no table"
		}
	}
	if why != "" {
		p.Undecided(1, why)
		return
	}
	named := map[prose.Subject]bool{}
	for _, o := range rd.Claims {
		for _, s := range o.Subjects {
			named[s] = true
		}
	}
	switch c.Rank {
	case prose.Highest, prose.Lowest:
		p.rankEnd(x, rd, c, all, named)
	case prose.Next:
		p.rankNext(x, rd, i, all, named)
	}
}

// end gives the subject at one end of a ranking.
func (x *proseEvidence) end(all []prose.Subject, rank prose.Rank) prose.Subject {
	sign := 1
	if rank == prose.Lowest {
		sign = -1
	}
	end := all[0]
	for _, s := range all {
		if x.of[s].best().Cmp(x.of[end].best())*sign > 0 {
			end = s
		}
	}
	return end
}

// nameSlip reports whether a claim of being highest or lowest has the right
// figure and the wrong names: none of the subjects has it, and whoever is
// there does. The cause is then the name, which this rule reports, and not
// the figure.
func (x *proseEvidence) nameSlip(c *prose.Claim) bool {
	if c.Figure == nil || c.Doubt != "" || c.Rank != prose.Highest && c.Rank != prose.Lowest || c.Place > 1 || len(c.Subjects) == 0 {
		return false
	}
	all, why := x.universe(c.Subjects[0].Kind)
	if why != "" {
		return false
	}
	for _, s := range c.Subjects {
		e := x.of[s]
		if e == nil {
			return false
		}
		if v, pc := e.holds(c.Figure); v && pc {
			return false
		}
	}
	v, pc := x.of[x.end(all, c.Rank)].holds(c.Figure)
	return v && pc
}

// rankEnd checks a claim of being highest or lowest.
func (p *Pass) rankEnd(x *proseEvidence, rd proseReading, c *prose.Claim, all []prose.Subject, named map[prose.Subject]bool) {
	p.Checked(1)
	word := "highest"
	if c.Rank == prose.Lowest {
		word = "lowest"
	}
	if c.Place > 1 {
		p.rankPlace(x, rd, c, all, word)
		return
	}
	end := x.end(all, c.Rank)
	slip := x.nameSlip(c)
	failing := false
	for _, s := range c.Subjects {
		if !slip && x.figureFails(c, s) {
			failing = true
			continue
		}
		if !x.alike(s, end) {
			p.rankFound(x, rd, c, s, fmt.Sprintf("The text calls %s %s; %s has %s and %s has %s.",
				x.of[s].label, word, x.of[s].label, figureOf(x.of[s]), x.of[end].label, figureOf(x.of[end])),
				word, fmt.Sprintf("%s: %s", x.of[end].label, figureOf(x.of[end])))
			return
		}
	}
	if failing && p.Selected("prose-figure") {
		return
	}
	var missing []string
	elsewhere := prose.SharesPlace(c.Sentence)
	for _, s := range all {
		if !named[s] && x.of[s].best().Cmp(x.of[end].best()) == 0 {
			missing = append(missing, x.of[s].label)
			elsewhere = elsewhere || p.mentions(c.Sentence, s)
		}
	}
	if len(missing) > 0 && elsewhere {
		p.reconsider("others are said to share the place, or are named beside it")
		return
	}
	if len(missing) > 0 && c.Subjects[0].Kind == prose.Commitment && hintsAt(c.Sentence, missing) {
		p.reconsider(namedInOtherWords)
		return
	}
	if len(missing) > 0 {
		p.rankFound(x, rd, c, prose.Subject{}, fmt.Sprintf("The text calls %s %s with %s; %s, with the same average, %s not named.",
			x.labels(c.Subjects), word, figureOf(x.of[c.Subjects[0]]), reckon.Listing(missing, 6, "and"), isAre(len(missing))),
			word+": "+x.labels(c.Subjects), "also "+reckon.Listing(missing, 6, "and"))
	}
}

// mentions reports whether a text names a member at all.
func (p *Pass) mentions(text string, s prose.Subject) bool {
	for _, m := range p.Vocabulary.MembersIn(text) {
		if s.Kind == prose.Member && m.Code == s.Member {
			return true
		}
	}
	return false
}

const namedInOtherWords = "the text has a word of the name of a commitment that seems not to be named"

// hintsAt reports whether the text has a telling word of one of the names: the
// name may stand there in words that were not recognised.
func hintsAt(text string, names []string) bool {
	words := nameStems(text)
	for _, name := range names {
		for s := range nameStems(name) {
			if words[s] {
				return true
			}
		}
	}
	return false
}

// rankPlace checks a place behind the end. Where several share a place above
// it, the place may be counted with them or without.
func (p *Pass) rankPlace(x *proseEvidence, rd proseReading, c *prose.Claim, all []prose.Subject, word string) {
	sign := 1
	if c.Rank == prose.Lowest {
		sign = -1
	}
	for _, s := range c.Subjects {
		if x.figureFails(c, s) {
			continue
		}
		ahead, tiers := 0, map[string]bool{}
		for _, o := range all {
			if x.of[o].best().Cmp(x.of[s].best())*sign > 0 && !x.alike(o, s) {
				ahead++
				tiers[x.of[o].best().RatString()] = true
			}
		}
		if len(tiers)+1 <= c.Place && c.Place <= ahead+1 {
			continue
		}
		p.rankFound(x, rd, c, s, fmt.Sprintf("The text puts %s in place %d from the %s; with %s it has %d ahead of it.",
			x.of[s].label, c.Place, word, figureOf(x.of[s]), ahead),
			fmt.Sprintf("place %d from the %s", c.Place, word), fmt.Sprintf("place %d", ahead+1))
		return
	}
}

// rankNext checks that a tier is the next one behind the tier before it and
// names everybody who is in it.
func (p *Pass) rankNext(x *proseEvidence, rd proseReading, i int, all []prose.Subject, named map[prose.Subject]bool) {
	c := &rd.Claims[i]
	head := i
	for k := 0; rd.Claims[head].Rank == prose.Next && rd.Claims[head].After >= 0 && k <= len(rd.Claims); k++ {
		head = rd.Claims[head].After
	}
	sign := 1
	switch rd.Claims[head].Rank {
	case prose.Highest:
	case prose.Lowest:
		sign = -1
	default:
		p.Undecided(1, "where the ranking begins was not found")
		return
	}
	before := &rd.Claims[c.After]
	prev, ok1 := x.tier(before)
	cur, ok2 := x.tier(c)
	if !ok1 || !ok2 || prev.Kind != cur.Kind || c.Figure == nil && len(c.Subjects) > 1 {
		p.Undecided(1, "the tier before or its own members are not certain")
		return
	}
	p.Checked(1)
	pv, cv := x.of[prev].best(), x.of[cur].best()
	if pv.Cmp(cv)*sign <= 0 && !x.alike(prev, cur) {
		p.rankFound(x, rd, c, cur, fmt.Sprintf("The text lets %s follow %s; %s has %s and %s has %s.",
			x.of[cur].label, x.of[prev].label, x.of[cur].label, figureOf(x.of[cur]), x.of[prev].label, figureOf(x.of[prev])),
			x.of[prev].label+", then "+x.of[cur].label, fmt.Sprintf("%s: %s, %s: %s", x.of[prev].label, figureOf(x.of[prev]), x.of[cur].label, figureOf(x.of[cur])))
		return
	}
	failing := false
	for _, s := range c.Subjects {
		failing = failing || x.figureFails(c, s)
	}
	var between, missing []string
	for _, s := range all {
		if named[s] {
			continue
		}
		b := x.of[s].best()
		switch {
		case b.Cmp(cv) == 0:
			missing = append(missing, x.of[s].label)
		case b.Cmp(cv)*sign > 0 && pv.Cmp(b)*sign > 0 && !x.alike(s, cur) && !x.alike(s, prev):
			between = append(between, x.of[s].label)
		}
	}
	if unnamed := append(append([]string{}, between...), missing...); len(unnamed) > 0 && cur.Kind == prose.Commitment && hintsAt(c.Sentence, unnamed) {
		p.reconsider(namedInOtherWords)
		return
	}
	if len(between) > 0 {
		first := between[0]
		p.rankFound(x, rd, c, cur, fmt.Sprintf("The text lets %s follow %s; %s %s between them and %s not named.",
			x.labels(c.Subjects), x.labels(before.Subjects), reckon.Listing(between, 6, "and"), standStands(len(between)), isAre(len(between))),
			x.labels(before.Subjects)+", then "+x.labels(c.Subjects), first+" stands between them")
		return
	}
	if len(missing) > 0 && (!failing || !p.Selected("prose-figure")) {
		p.rankFound(x, rd, c, prose.Subject{}, fmt.Sprintf("The tier of %s with %s leaves out %s, with the same average.",
			x.labels(c.Subjects), figureOf(x.of[cur]), reckon.Listing(missing, 6, "and")),
			x.labels(c.Subjects), "also "+reckon.Listing(missing, 6, "and"))
	}
}

func standStands(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

// tier gives the subject whose average stands for a claim's tier: the first
// one whose stated figure holds.
func (x *proseEvidence) tier(c *prose.Claim) (prose.Subject, bool) {
	for _, s := range c.Subjects {
		if e := x.of[s]; e == nil || e.best() == nil {
			return s, false
		}
		if !x.figureFails(c, s) {
			return s, true
		}
	}
	return prose.Subject{}, false
}

func (x *proseEvidence) labels(list []prose.Subject) string {
	var names []string
	for _, s := range list {
		names = append(names, x.of[s].label)
	}
	return reckon.Listing(names, 8, "and")
}

// figureOf is a subject's average as a sentence gives it.
func figureOf(e *evidence) string {
	for _, a := range e.printed {
		if t := averageText(a); t != "" {
			return t
		}
	}
	return reckon.Rounded(e.best(), 2)
}

func (p *Pass) rankFound(x *proseEvidence, rd proseReading, c *prose.Claim, s prose.Subject, message, stated, computed string) {
	f := Finding{Message: message, Stated: stated, Computed: computed, Quote: c.Sentence, At: figureAt(p.Report, c.Sentence, c.Figure, rd.at)}
	switch s.Kind {
	case prose.Member:
		f.Member = s.Member
	case prose.Commitment:
		f.Commitment, f.CommitmentID = s.Commitment, x.of[s].id
	}
	p.Found(f)
}

// rankDifference compares the stated distance between the two ends.
func (p *Pass) rankDifference(x *proseEvidence, rd proseReading, d prose.Difference) {
	if d.Doubt != "" {
		p.Undecided(1, d.Doubt)
		return
	}
	all, why := x.universe(d.Kind)
	if why != "" {
		p.Undecided(1, why)
		return
	}
	p.Checked(1)
	high, low := all[0], all[0]
	for _, s := range all {
		if x.of[s].best().Cmp(x.of[high].best()) > 0 {
			high = s
		}
		if x.of[s].best().Cmp(x.of[low].best()) < 0 {
			low = s
		}
	}
	// The distance may be taken from the exact averages or from the printed
	// ones.
	var distances []*big.Rat
	add := func(a, b *big.Rat) { distances = append(distances, new(big.Rat).Sub(a, b)) }
	hi, lo := x.of[high], x.of[low]
	if d.Percent {
		add(reckon.Percent(hi.best()), reckon.Percent(lo.best()))
	} else {
		add(hi.best(), lo.best())
	}
	if d.Percent && !p.percentScale() { // the early reports' scale
		add(new(big.Rat).Mul(hi.best(), big.NewRat(100, 1)), new(big.Rat).Mul(lo.best(), big.NewRat(100, 1)))
	}
	for _, a := range hi.printed {
		for _, b := range lo.printed {
			switch {
			case d.Percent && a.Percent != nil && b.Percent != nil:
				add(a.Percent.Rat(), b.Percent.Rat())
			case !d.Percent && a.Value != nil && b.Value != nil:
				add(a.Value.Rat(), b.Value.Rat())
			}
		}
	}
	for _, v := range distances {
		if reckon.Holds(d.Value, v) {
			return
		}
	}
	p.Found(Finding{
		Message: fmt.Sprintf("The text states a difference of %s between the highest and the lowest; %s has %s and %s has %s.",
			d.Text, hi.label, figureOf(hi), lo.label, figureOf(lo)),
		Stated: d.Text, Computed: reckon.Unsigned(distances[0]), Quote: d.Sentence, At: rd.at,
	})
}

// ranksRise reports whether every line has a rank and none is before the one
// above it: the best stands first.
func ranksRise(entries []model.RankedEntry) bool {
	for i, e := range entries {
		if e.Rank <= 0 || i > 0 && e.Rank < entries[i-1].Rank {
			return false
		}
	}
	return true
}

// rankTable checks the order of a ranking table and its figures.
func (p *Pass) rankTable(x *proseEvidence, k *model.Ranking) {
	var entries []model.RankedEntry
	var values []*big.Rat
	for _, e := range k.Entries {
		switch {
		case e.Value != nil:
			values = append(values, e.Value.Rat())
		case e.Percent != nil:
			values = append(values, reckon.FromPercent(e.Percent.Rat()))
		default:
			p.Undecided(1, "no figure was found in a line of the ranking")
			continue
		}
		entries = append(entries, e)
	}
	down, up := 0, 0
	for i := 1; i < len(values); i++ {
		switch values[i-1].Cmp(values[i]) {
		case -1:
			up++
		case 1:
			down++
		}
	}
	if len(entries) < 2 || down == up && (down == 0 || !ranksRise(entries)) {
		return
	}
	sign := 1
	if up > down {
		sign = -1
	}
	for i, e := range entries {
		p.Checked(1)
		f := Finding{Quote: lineOf(e), At: e.At, Member: e.Member}
		if i > 0 {
			b := entries[i-1]
			switch {
			case values[i-1].Cmp(values[i])*sign < 0:
				f.Message = fmt.Sprintf("The ranking lists %s with %s after %s with %s.", e.Label, entryFigure(e), b.Label, entryFigure(b))
				f.Stated, f.Computed = b.Label+", then "+e.Label, e.Label+", then "+b.Label
				p.Found(f)
				continue
			case i+1 < len(values) && values[i].Cmp(values[i+1])*sign < 0 && e.Rank == entries[i+1].Rank:
				// A line that stands too far up is named by the one behind it.
			case b.Rank > 0 && e.Rank > 0 && sign > 0 && values[i-1].Cmp(values[i]) > 0 && e.Rank <= b.Rank:
				f.Message = fmt.Sprintf("The ranking gives %s the rank %d after %s with %d, although its figure is lower (%s, %s).", e.Label, e.Rank, b.Label, b.Rank, entryFigure(e), entryFigure(b))
				f.Stated, f.Computed = fmt.Sprintf("rank %d", e.Rank), fmt.Sprintf("a rank below %d", b.Rank)
				p.Found(f)
				continue
			}
		}
		p.rankEntry(x, e, f)
	}
}

// rankEntry compares one line of a ranking with the tables.
func (p *Pass) rankEntry(x *proseEvidence, e model.RankedEntry, f Finding) {
	if e.Member == "" {
		return
	}
	s := prose.Subject{Kind: prose.Member, Member: e.Member}
	ev := x.of[s]
	if ev == nil || len(ev.means) == 0 || !x.complete {
		return
	}
	// Against everything but the rankings themselves.
	other := evidence{label: ev.label, scores: ev.scores, means: ev.means}
	for i, a := range ev.printed {
		if ev.where[i] == "table" {
			other.print(&model.Average{Value: a.Value, Percent: a.Percent}, "table")
		}
	}
	if other.contradictsItself() {
		p.Undecided(1, "the table's own average is not what its scores give")
		return
	}
	v, pc := other.holds(&prose.Figure{Value: e.Value, Percent: e.Percent})
	if v && pc {
		return
	}
	if !pc && p.proseOtherScale(&prose.Figure{Value: e.Value, Percent: e.Percent}, &other) {
		p.Undecided(1, otherScale)
		return
	}
	f.Message = fmt.Sprintf("The ranking has %s for %s; %s.", entryFigure(e), e.Label, proseTable(&other, v, pc))
	f.Stated, f.Computed = entryFigure(e), tableFigure(&other)
	f.Explanations = x.othersWith(reckon.Figure{Value: e.Value, Percent: e.Percent}, s).all()
	p.Found(f)
}

func entryFigure(e model.RankedEntry) string {
	return reckon.StatedText(model.Average{Value: e.Value, Percent: e.Percent})
}

func lineOf(e model.RankedEntry) string {
	if e.Text != "" {
		return e.Text
	}
	return e.Label + " " + entryFigure(e)
}

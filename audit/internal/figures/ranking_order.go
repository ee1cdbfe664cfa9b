package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/internal/weigh"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "ranking-order",
	Severity: rule.Error,
	Title:    "a ranking or 'highest', 'lowest', 'difference' claim is not what the scores give",
	Checks: "Orders members and commitments by their exact averages and compares: who is called highest and lowest, who is said to follow, " +
		"whether a tier names everybody who has its figure, the stated difference between the ends and by how much one stands ahead of another ('half a point ahead of', '23 points below the first', '60 percentage points apart'), a place beside a figure that is right, in sentences that no grammar reads (prose-figure says how), the order and figures of ranking tables, the report's own column of a table over several summits, the places beside the averages of a table of published scores, and a column of places in a table of figures beside the figures by which at least six rows for each other one have theirs.",
	Why:     "A place is quoted more often than a figure, and a member left out of a tier reads as if it had done worse.",
	Example: "'Germany had the lowest compliance' where Italy has the same average. Near miss: Italy is named with that figure in the next sentence.",
	Convention: "Equal means exactly equal averages; averages that are printed alike are never called out of order. " +
		"A list is called out of order only where all its lines but one are in the order of their figures, it has at least five, or four with places, and it is in no order of its own: by dates, years, numbers or the alphabet, as the members or commitments stand in the report's tables, or summits. Years and serials at the head of lines are no places. " +
		"A superlative of several ('the weakest were …') names as many of the best or the worst, in any order. A ranking is held against the averages only where most of its figures are averages and none is off the scale. " +
		"'Followed by' claims the next average below (or above, from the lowest upwards). " +
		"A part of a point in words holds within a twentieth, a number within its last digit, points of percentages within one. " +
		"A distance between 'the top and the bottom' of which nothing says what they are of holds where it is that of members or of commitments. " +
		"Superlatives limited to a group ('among …') or to another time are left alone.",
	Since: "0.1.0",
	Run:   runRankingOrder,
})

func runRankingOrder(p *rule.Pass) {
	read := claims.Prose(p)
	x := read.Evidence
	for _, rd := range read.Readings {
		p.Undecided(rd.Dense, claims.TooDense)
		if rule.Quoted(rd.Text) {
			continue
		}
		for i := range rd.Claims {
			rankClaim(p, x, rd, i)
		}
		for _, d := range rd.Differences {
			rankDifference(p, x, rd, d)
		}
		proseDistances(p, x, rd)
	}
	weigh.Found(p, "ranking-order")
	for i := range p.Report.Rankings {
		rankTable(p, x, &p.Report.Rankings[i])
	}
	summitTables(p, x, rankTables(p, x))
	rankColumns(p)
	columns.Compare(p, "ranking-order") // last: what is told is not told again
}

// universe gives all subjects of a kind, or why they cannot be ordered.
func universe(x *claims.ProseEvidence, k prose.Kind) ([]prose.Subject, string) {
	var out []prose.Subject
	for _, s := range x.Order {
		if s.Kind != k {
			continue
		}
		e, why := x.Usable(s)
		if why != "" {
			return nil, why
		}
		if e.Best() == nil {
			return nil, "no average was found in a table"
		}
		if e.TwoMeans {
			return nil, "the summary table and a chapter give a commitment different means"
		}
		out = append(out, s)
	}
	if len(out) < 2 {
		return nil, "what is ranked was found in no table"
	}
	if k == prose.Commitment && !x.RowsSure {
		return nil, "the report's tables are not complete"
	}
	return out, ""
}

// alike reports whether two subjects' averages are equal or printed alike.
func alike(x *claims.ProseEvidence, a, b prose.Subject) bool {
	ea, eb := x.Of[a], x.Of[b]
	if ea.Best().Cmp(eb.Best()) == 0 {
		return true
	}
	for _, pa := range ea.Printed {
		for _, pb := range eb.Printed {
			if pa.Value != nil && pb.Value != nil && pa.Value.Rat().Cmp(pb.Value.Rat()) == 0 {
				return true
			}
		}
	}
	return reckon.Rounded(ea.Best(), 2) == reckon.Rounded(eb.Best(), 2)
}

// countriesOf leaves the organisations out.
func countriesOf(all []prose.Subject) []prose.Subject {
	var out []prose.Subject
	for _, s := range all {
		if isCountry(s.Member) {
			out = append(out, s)
		}
	}
	return out
}

// figureFails reports whether prose-figure has something against the claim's
// figure for this subject: the cause is then the figure and not the place.
func figureFails(x *claims.ProseEvidence, c *prose.Claim, s prose.Subject) bool {
	if c.Figure == nil || c.Doubt != "" {
		return false
	}
	v, pc := x.Of[s].Holds(c.Figure)
	if c.Figure.Value != nil {
		return !v // a slip in the percentage beside it moves nobody
	}
	return !pc
}

func rankClaim(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, i int) {
	c := &rd.Claims[i]
	if c.Rank == prose.NoRank || len(c.Subjects) == 0 {
		return
	}
	all, why := universe(x, c.Subjects[0].Kind)
	if c.Figure == nil && c.Doubt != "" {
		why = c.Doubt
	}
	if why == "" && c.Subjects[0].Kind == prose.Overall {
		why = "an overall average is not ranked"
	}
	for _, s := range c.Subjects {
		if e := x.Of[s]; why == "" && (e == nil || e.Best() == nil) {
			why = "what the claim is about was found in no table"
		}
	}
	if why != "" {
		p.Undecided(1, why)
		return
	}
	if c.Countries > 0 && c.Countries != len(all) {
		if all = countriesOf(all); len(all) != c.Countries || !slices.Contains(all, c.Subjects[0]) {
			p.Undecided(1, "a place among a number that is not that of the tables")
			return
		}
	}
	named := map[prose.Subject]bool{}
	for _, o := range rd.Claims {
		for _, s := range o.Subjects {
			named[s] = true
		}
	}
	switch c.Rank {
	case prose.Highest, prose.Lowest:
		rankEnd(p, x, rd, c, all, named)
	case prose.Next:
		rankNext(p, x, rd, i, all, named)
	}
}

// end gives the subject at one end of a ranking.
func end(x *claims.ProseEvidence, all []prose.Subject, rank prose.Rank) prose.Subject {
	sign := 1
	if rank == prose.Lowest {
		sign = -1
	}
	end := all[0]
	for _, s := range all {
		if x.Of[s].Best().Cmp(x.Of[end].Best())*sign > 0 {
			end = s
		}
	}
	return end
}

// nameSlip reports whether a claim of being highest or lowest has the right
// figure and the wrong names: none of the subjects has it, and whoever is
// there does. The cause is then the name, which this rule reports, and not
// the figure.
func nameSlip(x *claims.ProseEvidence, c *prose.Claim) bool {
	if c.Figure == nil || c.Doubt != "" || c.Rank != prose.Highest && c.Rank != prose.Lowest || c.Place > 1 || c.Set > 0 || len(c.Subjects) == 0 {
		return false
	}
	all, why := universe(x, c.Subjects[0].Kind)
	if why != "" {
		return false
	}
	for _, s := range c.Subjects {
		e := x.Of[s]
		if e == nil {
			return false
		}
		if v, pc := e.Holds(c.Figure); v && pc {
			return false
		}
	}
	v, pc := x.Of[end(x, all, c.Rank)].Holds(c.Figure)
	return v && pc
}

// rankEnd checks a claim of being highest or lowest.
func rankEnd(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim, all []prose.Subject, named map[prose.Subject]bool) {
	p.Checked(1)
	word := "highest"
	if c.Rank == prose.Lowest {
		word = "lowest"
	}
	if c.Place > 1 {
		rankPlace(p, x, rd, c, all, word)
		return
	}
	if c.Set > 0 {
		rankSet(p, x, rd, c, all, word)
		return
	}
	end := end(x, all, c.Rank)
	slip := nameSlip(x, c)
	failing := false
	for _, s := range c.Subjects {
		if !slip && figureFails(x, c, s) {
			failing = true
			continue
		}
		if !alike(x, s, end) {
			rankFound(p, x, rd, c, s, fmt.Sprintf("The text calls %s %s; %s has %s and %s has %s.",
				x.Of[s].Label, word, x.Of[s].Label, figureOf(x.Of[s]), x.Of[end].Label, figureOf(x.Of[end])),
				word, fmt.Sprintf("%s: %s", x.Of[end].Label, figureOf(x.Of[end])))
			return
		}
	}
	if failing && p.Selected("prose-figure") {
		return
	}
	var missing []string
	elsewhere := prose.SharesPlace(c.Sentence)
	for _, s := range all {
		if !named[s] && x.Of[s].Best().Cmp(x.Of[end].Best()) == 0 {
			missing = append(missing, x.Of[s].Label)
			elsewhere = elsewhere || mentions(p, c.Sentence, s)
		}
	}
	if len(missing) > 0 && elsewhere {
		p.Reconsider("others are said to share the place, or are named beside it")
		return
	}
	if len(missing) > 0 && c.Subjects[0].Kind == prose.Commitment && HintsAt(c.Sentence, missing) {
		p.Reconsider(namedInOtherWords)
		return
	}
	if len(missing) > 0 {
		rankFound(p, x, rd, c, prose.Subject{}, fmt.Sprintf("The text calls %s %s with %s; %s, with the same average, %s not named.",
			labels(x, c.Subjects), word, figureOf(x.Of[c.Subjects[0]]), reckon.Listing(missing, 6, "and"), isAre(len(missing))),
			word+": "+labels(x, c.Subjects), "also "+reckon.Listing(missing, 6, "and"))
	}
}

// mentions reports whether a text names a member at all.
func mentions(p *rule.Pass, text string, s prose.Subject) bool {
	for _, m := range p.Vocabulary.MembersIn(text) {
		if s.Kind == prose.Member && m.Code == s.Member {
			return true
		}
	}
	return false
}

const namedInOtherWords = "the text has a word of the name of a commitment that seems not to be named"

// HintsAt reports whether the text has a telling word of one of the names: the
// name may stand there in words that were not recognised.
func HintsAt(text string, names []string) bool {
	words := matrix.NameStems(text)
	for _, name := range names {
		for s := range matrix.NameStems(name) {
			if words[s] {
				return true
			}
		}
	}
	return false
}

// rankPlace checks a place behind the end. Where several share a place above
// it, the place may be counted with them or without.
func rankPlace(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim, all []prose.Subject, word string) {
	sign := 1
	if c.Rank == prose.Lowest {
		sign = -1
	}
	for _, s := range c.Subjects {
		if figureFails(x, c, s) {
			continue
		}
		ahead, beside, tiers, printed := 0, 0, map[string]bool{}, map[string]bool{}
		for _, o := range all {
			if len(c.Subjects) == 1 && o != s && alike(x, o, s) {
				beside++ // a list that numbers its lines gives one of equals the last place
			}
			if x.Of[o].Best().Cmp(x.Of[s].Best())*sign > 0 && !alike(x, o, s) {
				ahead++
				tiers[x.Of[o].Best().RatString()] = true
				printed[reckon.Rounded(x.Of[o].Best(), 2)] = true
			}
		}
		if len(printed)+1 <= c.Place && c.Place <= len(tiers)+1 || ahead+1 <= c.Place && c.Place <= ahead+1+beside {
			continue
		}
		rankFound(p, x, rd, c, s, fmt.Sprintf("The text puts %s in place %d from the %s; with %s it has %d ahead of it.",
			x.Of[s].Label, c.Place, word, figureOf(x.Of[s]), ahead),
			fmt.Sprintf("place %d from the %s", c.Place, word), fmt.Sprintf("place %d", ahead+1))
		return
	}
}

// rankNext checks that a tier is the next one behind the tier before it and
// names everybody who is in it.
func rankNext(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, i int, all []prose.Subject, named map[prose.Subject]bool) {
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
	prev, ok1 := tier(x, before)
	cur, ok2 := tier(x, c)
	if !ok1 || !ok2 || prev.Kind != cur.Kind || c.Figure == nil && len(c.Subjects) > 1 {
		p.Undecided(1, "the tier before or its own members are not certain")
		return
	}
	p.Checked(1)
	pv, cv := x.Of[prev].Best(), x.Of[cur].Best()
	if pv.Cmp(cv)*sign <= 0 && !alike(x, prev, cur) {
		rankFound(p, x, rd, c, cur, fmt.Sprintf("The text lets %s follow %s; %s has %s and %s has %s.",
			x.Of[cur].Label, x.Of[prev].Label, x.Of[cur].Label, figureOf(x.Of[cur]), x.Of[prev].Label, figureOf(x.Of[prev])),
			x.Of[prev].Label+", then "+x.Of[cur].Label, fmt.Sprintf("%s: %s, %s: %s", x.Of[prev].Label, figureOf(x.Of[prev]), x.Of[cur].Label, figureOf(x.Of[cur])))
		return
	}
	failing := false
	for _, s := range c.Subjects {
		failing = failing || figureFails(x, c, s)
	}
	var between, missing []string
	for _, s := range all {
		if named[s] {
			continue
		}
		b := x.Of[s].Best()
		switch {
		case b.Cmp(cv) == 0:
			missing = append(missing, x.Of[s].Label)
		case b.Cmp(cv)*sign > 0 && pv.Cmp(b)*sign > 0 && !alike(x, s, cur) && !alike(x, s, prev):
			between = append(between, x.Of[s].Label)
		}
	}
	if unnamed := append(append([]string{}, between...), missing...); len(unnamed) > 0 && cur.Kind == prose.Commitment && HintsAt(c.Sentence, unnamed) {
		p.Reconsider(namedInOtherWords)
		return
	}
	if len(between) > 0 {
		first := between[0]
		rankFound(p, x, rd, c, cur, fmt.Sprintf("The text lets %s follow %s; %s %s between them and %s not named.",
			labels(x, c.Subjects), labels(x, before.Subjects), reckon.Listing(between, 6, "and"), standStands(len(between)), isAre(len(between))),
			labels(x, before.Subjects)+", then "+labels(x, c.Subjects), first+" stands between them")
		return
	}
	if len(missing) > 0 && (!failing || !p.Selected("prose-figure")) {
		rankFound(p, x, rd, c, prose.Subject{}, fmt.Sprintf("The tier of %s with %s leaves out %s, with the same average.",
			labels(x, c.Subjects), figureOf(x.Of[cur]), reckon.Listing(missing, 6, "and")),
			labels(x, c.Subjects), "also "+reckon.Listing(missing, 6, "and"))
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
func tier(x *claims.ProseEvidence, c *prose.Claim) (prose.Subject, bool) {
	for _, s := range c.Subjects {
		if e := x.Of[s]; e == nil || e.Best() == nil {
			return s, false
		}
		if !figureFails(x, c, s) {
			return s, true
		}
	}
	return prose.Subject{}, false
}

func labels(x *claims.ProseEvidence, list []prose.Subject) string {
	var names []string
	for _, s := range list {
		names = append(names, x.Of[s].Label)
	}
	return reckon.Listing(names, 8, "and")
}

// figureOf is a subject's average as a sentence gives it.
func figureOf(e *claims.Evidence) string {
	for _, a := range e.Printed {
		if t := averageText(a); t != "" {
			return t
		}
	}
	return reckon.Rounded(e.Best(), 2)
}

func rankFound(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim, s prose.Subject, message, stated, computed string) {
	if word := claims.Prose(p).Reader.NotUnderstood(c); word != "" {
		p.Reconsider(mayLimit(word))
		return
	}
	if why := framed(p, &rd, c.Sentence); why != "" {
		p.Reconsider(why)
		return
	}
	f := rule.Finding{Message: message, Stated: stated, Computed: computed, Quote: c.Sentence, At: claims.FigureAt(p.Report, c.Sentence, c.Figure, rd.At)}
	switch s.Kind {
	case prose.Member:
		f.Member = s.Member
	case prose.Commitment:
		f.Commitment, f.CommitmentID = s.Commitment, x.Of[s].Id
	}
	p.Found(f)
}

// rankDifference compares the stated distance between the two ends.
func rankDifference(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, d prose.Difference) {
	if d.Doubt != "" {
		p.Undecided(1, d.Doubt)
		return
	}
	kinds := []prose.Kind{d.Kind}
	if d.Kind == prose.NoKind {
		kinds = []prose.Kind{prose.Member, prose.Commitment}
	}
	var found rule.Finding
	for i, kind := range kinds {
		f, why := differenceOf(p, x, d, kind)
		if why != "" {
			p.Undecided(1, why)
			return
		}
		if f == nil {
			p.Checked(1)
			return
		}
		if i == 0 {
			found = *f
		}
	}
	p.Checked(1)
	found.Quote, found.At = d.Sentence, rd.At
	p.Found(found)
}

// differenceOf compares the distance between the ends of one ranking; it gives nothing where
// it is as stated.
func differenceOf(p *rule.Pass, x *claims.ProseEvidence, d prose.Difference, kind prose.Kind) (*rule.Finding, string) {
	all, why := universe(x, kind)
	if why != "" {
		return nil, why
	}
	high, low := all[0], all[0]
	for _, s := range all {
		if x.Of[s].Best().Cmp(x.Of[high].Best()) > 0 {
			high = s
		}
		if x.Of[s].Best().Cmp(x.Of[low].Best()) < 0 {
			low = s
		}
	}
	// The distance may be taken from the exact averages or from the printed
	// ones.
	var distances []*big.Rat
	add := func(a, b *big.Rat) { distances = append(distances, new(big.Rat).Sub(a, b)) }
	hi, lo := x.Of[high], x.Of[low]
	if d.Percent {
		add(reckon.Percent(hi.Best()), reckon.Percent(lo.Best()))
	} else {
		add(hi.Best(), lo.Best())
	}
	if d.Percent && !tallies.PercentScale(p) { // the early reports' scale
		add(new(big.Rat).Mul(hi.Best(), big.NewRat(100, 1)), new(big.Rat).Mul(lo.Best(), big.NewRat(100, 1)))
	}
	for _, a := range hi.Printed {
		for _, b := range lo.Printed {
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
			return nil, ""
		}
	}
	return &rule.Finding{
		Message: fmt.Sprintf("The text states a difference of %s between the highest and the lowest; %s has %s and %s has %s.",
			d.Text, hi.Label, figureOf(hi), lo.Label, figureOf(lo)),
		Stated: d.Text, Computed: reckon.Unsigned(distances[0]),
	}, ""
}

// rankTable checks the order of a ranking table and its figures.
func rankTable(p *rule.Pass, x *claims.ProseEvidence, k *model.Ranking) {
	var entries []model.RankedEntry
	var values []*big.Rat
	for _, e := range rankedOnly(k.Entries, p.Vocabulary) {
		v := valueOf(e)
		if v == nil {
			p.Undecided(1, "no figure was found in a line of the ranking")
			continue
		}
		entries, values = append(entries, e), append(values, v)
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
	if _, ok := ofAverages(x, entries); !ok {
		p.Undecided(len(entries), otherMeasure)
		return
	}
	sign := 1
	if up > down {
		sign = -1
	}
	ordered, places := isRanking(p, entries, sign), arePlaces(entries)
	for i, e := range entries {
		p.Checked(1)
		f := rule.Finding{Quote: lineOf(e), At: e.At, Member: e.Member}
		if i > 0 {
			b := entries[i-1]
			switch {
			case meanFails(x, e) || meanFails(x, b):
			case !ordered:
			case values[i-1].Cmp(values[i])*sign < 0:
				f.Message = fmt.Sprintf("The ranking lists %s with %s after %s with %s.", e.Label, entryFigure(e), b.Label, entryFigure(b))
				f.Stated, f.Computed = b.Label+", then "+e.Label, e.Label+", then "+b.Label
				p.Found(f)
				continue
			case i+1 < len(values) && values[i].Cmp(values[i+1])*sign < 0 && e.Rank == entries[i+1].Rank:
				// A line that stands too far up is named by the one behind it.
			case places && sign > 0 && values[i-1].Cmp(values[i]) > 0 && e.Rank <= b.Rank:
				f.Message = fmt.Sprintf("The ranking gives %s the rank %d after %s with %d, although its figure is lower (%s, %s).", e.Label, e.Rank, b.Label, b.Rank, entryFigure(e), entryFigure(b))
				f.Stated, f.Computed = fmt.Sprintf("rank %d", e.Rank), fmt.Sprintf("a rank below %d", b.Rank)
				p.Found(f)
				continue
			}
		}
		rankEntry(p, x, e, f, "The ranking")
	}
}

// rankedOnly leaves out lines at the ends of a ranking that are of the whole and have no
// place in it: 'Overall', 'All commitments', one without a rank where the others have one.
func rankedOnly(entries []model.RankedEntry, words *vocabulary.Vocabulary) []model.RankedEntry {
	ranks := 0
	for _, e := range entries {
		if e.Rank > 0 {
			ranks++
		}
	}
	ofWhole := func(e model.RankedEntry) bool {
		first, _, _ := strings.Cut(strings.TrimSpace(e.Label), " ")
		return e.Rank == 0 && e.Member == "" && (ranks > len(entries)/2 || words.AverageLabel(e.Label) || words.HasHead(first, vocabulary.HeadTotal, vocabulary.HeadWeakTotal))
	}
	for len(entries) > 0 && ofWhole(entries[len(entries)-1]) {
		entries = entries[:len(entries)-1]
	}
	for len(entries) > 0 && ofWhole(entries[0]) {
		entries = entries[1:]
	}
	return entries
}

// tableSays gives what the tables, and not the rankings themselves, say of the member of a
// line; nil where they say nothing.
func tableSays(x *claims.ProseEvidence, e model.RankedEntry) *claims.Evidence {
	ev := x.Of[prose.Subject{Kind: prose.Member, Member: e.Member}]
	if e.Member == "" || ev == nil || len(ev.Means) == 0 || !x.Complete {
		return nil
	}
	other := &claims.Evidence{Label: ev.Label, Scores: ev.Scores, Means: ev.Means}
	for i, a := range ev.Printed {
		if ev.Where[i] == "table" {
			other.Print(&model.Average{Value: a.Value, Percent: a.Percent}, "table")
		}
	}
	return other
}

// meanFails reports whether the mean of a line is not that of the tables: where the line
// stands is then no second slip.
func meanFails(x *claims.ProseEvidence, e model.RankedEntry) bool {
	other := tableSays(x, e)
	return other != nil && e.Value != nil && !other.ContradictsItself() && !other.ValueHolds(*e.Value)
}

// rankEntry compares one line of a ranking, or of a table that says the same, with the
// tables. where is what the finding calls it.
func rankEntry(p *rule.Pass, x *claims.ProseEvidence, e model.RankedEntry, f rule.Finding, where string) {
	other := tableSays(x, e)
	if other == nil {
		return
	}
	s := prose.Subject{Kind: prose.Member, Member: e.Member}
	if other.ContradictsItself() {
		p.Undecided(1, "the table's own average is not what its scores give")
		return
	}
	v, pc := other.Holds(&prose.Figure{Value: e.Value, Percent: e.Percent})
	if v && pc {
		return
	}
	if v && !pc && proseOtherScale(p, &prose.Claim{Figure: &prose.Figure{Value: e.Value, Percent: e.Percent}}, other) {
		p.Undecided(1, tallies.OtherScale)
		return
	}
	f.Message = fmt.Sprintf("%s has %s for %s; %s.", where, entryFigure(e), e.Label, proseTable(other, v, pc))
	f.Stated, f.Computed = entryFigure(e), tableFigure(other)
	f.Explanations = othersWith(x, reckon.Figure{Value: e.Value, Percent: e.Percent}, s).all()
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

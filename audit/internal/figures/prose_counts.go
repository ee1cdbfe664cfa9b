package figures

import (
	"fmt"
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/tally"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/notation/script"
)

// counter compares counts in running text with the tables.
type counter struct {
	x    *claims.ProseEvidence
	grid *claims.ScoreGrid
	// spared says that a count was right only because a figure of the table may be another.
	spared bool
}

// counted is what the tables have for one reading of a count.
type counted struct {
	names []string // of the members, or labels of the commitments, that have the trait
	codes []string
	who   []prose.Subject
	n     int
	whole []int // what the whole may be
	// spare is how many more or fewer there may be, for figures of the table that its own
	// scores do not give.
	spare int
}

// proseCounts compares the counts of a passage.
func proseCounts(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading) {
	for _, st := range rd.Tallies {
		if len(st.Ways) == 0 {
			continue
		}
		if st.Doubt != "" {
			p.Undecided(1, st.Doubt)
			continue
		}
		grid, why := x.Grid()
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		k := counter{x, grid, false}
		right, computed := k.statement(st)
		switch {
		case right && k.spared:
			p.Undecided(1, "the table's own average is not what its scores give")
		case right:
			p.Checked(1)
		case computed == "":
			p.Undecided(1, "the number of all that a count is of is not that of the tables")
		case rule.WarnedAt(p.Report, rd.At):
			p.Undecided(1, rule.ProseInDoubt)
		default:
			if why := framed(p, &rd, st.Sentence); why != "" {
				p.Undecided(1, why)
				continue
			}
			p.Checked(1)
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The text says “%s”; the tables have %s.", st.Text, computed),
				Stated:  st.Text, Computed: computed, Quote: st.Sentence, At: rd.At,
			})
		}
	}
}

// statement reports whether one of a statement's ways is right; computed is what the tables
// have for the first that is not, empty where none can be compared.
func (k *counter) statement(st tally.Statement) (right bool, computed string) {
	for _, way := range st.Ways {
		all, compared, say := true, true, ""
		for _, c := range way {
			ok, applies, has := k.count(c)
			all = all && ok
			compared = compared && (ok || applies && !c.Given)
			if !ok && say == "" {
				say = has
			}
		}
		if all {
			return true, ""
		}
		if compared && computed == "" {
			computed = say
		}
	}
	return false, computed
}

// count compares one count by every reading that it leaves open.
func (k *counter) count(c tally.Count) (right, applies bool, has string) {
	if c.Best > 0 {
		if c.Members = k.best(c.Best); c.Members == nil {
			return false, false, ""
		}
	}
	readings := k.readings(c)
	if f := c.Trait.Figure; f != nil && c.Trait.Relation == tally.Equal && readings[0].n == 0 && (f.Value == nil || !script.BeginsSigned(f.Text)) {
		return false, false, "" // of something else perhaps
	}
	if c.Naming == tally.LastNamed {
		return k.last(c, readings)
	}
	for _, r := range readings {
		if c.Whole > 0 && !slices.Contains(r.whole, c.Whole) {
			continue
		}
		applies = true
		fits := false
		for _, whole := range r.whole {
			fits = fits || c.Quantity.Fits(r.n, whole) && isShare(c, r.n, whole)
		}
		if fits && k.named(c, r) {
			return true, true, ""
		}
	}
	for _, r := range readings {
		for n := r.n - r.spare; n <= r.n+r.spare; n++ {
			if r.spare > 0 && (c.Whole == 0 || slices.Contains(r.whole, c.Whole)) && c.Quantity.Fits(n, r.whole[0]) {
				k.spared = true
				return true, true, ""
			}
		}
	}
	switch {
	case !applies && c.Awarded && len(c.On) == 0 && len(c.Members) == 0:
		if n, whole := k.cells(c.Trait, nil, nil); c.Quantity.Fits(n, whole) && 2*c.Whole > whole && c.Whole <= len(k.grid.Members)*len(k.grid.Commitments) {
			// The part is right, and so many scores were not given.
			return false, true, reckon.Plural(whole, "score")
		}
	case !applies:
	case c.Open && len(c.On) == 0:
		has = "no commitment of which this is right"
	default:
		has = k.say(c, readings[0])
	}
	return false, applies, has
}

// best gives so many members with the highest averages; none where others are level with the last
// of them.
func (k counter) best(n int) []string {
	all, why := universe(k.x, prose.Member)
	if why != "" || n >= len(all) {
		return nil
	}
	slices.SortStableFunc(all, func(a, b prose.Subject) int { return k.x.Of[b].Best().Cmp(k.x.Of[a].Best()) })
	if alike(k.x, all[n-1], all[n]) {
		return nil
	}
	var out []string
	for _, s := range all[:n] {
		out = append(out, s.Member)
	}
	return out
}

// isShare reports whether a number is the percentage of the whole that is stated beside it, to
// the last digit.
func isShare(c tally.Count, n, whole int) bool {
	if c.Share == nil || whole == 0 {
		return true
	}
	return within(big.NewRat(int64(100*n), int64(whole)), c.Share.Rat(), big.NewRat(1, 1))
}

// last reports whether the members that are the only other ones have the trait, and with those
// named before are all that have it. It does not apply where none of those has it: others
// may be meant.
func (k *counter) last(c tally.Count, readings []counted) (right, applies bool, has string) {
	for _, r := range readings {
		own, others, more := 0, 0, 0
		for _, code := range r.codes {
			switch {
			case slices.ContainsFunc(c.Named, func(s prose.Subject) bool { return s.Member == code }):
				own++
			case slices.Contains(c.Before, code):
				others++
			default:
				more++
			}
		}
		lacking := len(c.Named) - own
		if lacking == 0 && others > 0 && more == 0 {
			return true, true, ""
		}
		if lacking == 0 && others == 0 || lacking+more <= r.spare {
			return false, false, ""
		}
	}
	return false, true, k.say(c, readings[0])
}

// named reports whether the names beside a count are those that they should be.
func (k counter) named(c tally.Count, r counted) bool {
	if c.Naming == tally.NotNamed || c.Unit == prose.NoKind {
		return true
	}
	for _, s := range c.Named {
		if slices.Contains(r.who, s) == (c.Naming == tally.OthersNamed) {
			return false
		}
	}
	switch c.Naming {
	case tally.AllNamed:
		return r.n == len(c.Named)
	case tally.OthersNamed:
		return slices.Contains(r.whole, r.n+len(c.Named))
	}
	return true
}

// say names what the tables have.
func (k counter) say(c tally.Count, r counted) string {
	noun := "score"
	switch c.Unit {
	case prose.Member:
		noun = "member"
	case prose.Commitment:
		noun = "commitment"
	}
	say := fmt.Sprintf("%s of %d", reckon.Plural(r.n, noun), r.whole[0])
	if c.Unit == prose.NoKind && len(c.Trait.Scores) == 1 {
		say = fmt.Sprintf("%d of %s that %s %s", r.n, reckon.Plural(r.whole[0], noun), isAre(r.n), scoreText(c.Trait.Scores[0]))
	}
	if len(r.names) > 0 {
		say += ": " + reckon.Listing(r.names, 8, "and")
	}
	return say
}

// scoreText is a score as reports print it.
func scoreText(score int) string {
	switch {
	case score > 0:
		return "+1"
	case score < 0:
		return "\u22121"
	}
	return "0"
}

// readings are the ways to read a count against the tables. Where members are called
// countries, the organisations among them may be left out.
func (k counter) readings(c tally.Count) []counted {
	out := k.ofAll(c)
	if c.Unit != prose.Member || !c.Countries {
		return out
	}
	organisations := 0
	for _, m := range k.grid.Members {
		if !isCountry(m) {
			organisations++
		}
	}
	for _, r := range out[:len(out):len(out)] {
		own := counted{spare: r.spare}
		for _, whole := range r.whole {
			own.whole = append(own.whole, whole-organisations)
		}
		for i, code := range r.codes {
			if isCountry(code) {
				own.n++
				own.codes, own.names, own.who = append(own.codes, code), append(own.names, r.names[i]), append(own.who, r.who[i])
			}
		}
		out = append(out, own)
	}
	return out
}

// isCountry reports whether a member's code is that of a country, which has three letters.
func isCountry(code string) bool { return len(code) == 3 }

// ofAll are the readings with every member.
func (k counter) ofAll(c tally.Count) []counted {
	var out []counted
	switch {
	case c.Unit == prose.Member && len(c.Trait.Scores) > 0 && c.Trait.Times == nil:
		if len(c.On) > 0 || !c.Open {
			on := c.On
			if len(on) == 0 {
				on = k.grid.Commitments
			}
			out = append(out, k.membersWith(c, on, true))
			if len(on) > 1 && !c.Joint {
				out = append(out, k.membersWith(c, on, false))
				for _, n := range on { // of each of them
					out = append(out, k.membersWith(c, []int{n}, true))
				}
			}
			return out
		}
		for _, n := range k.grid.Commitments {
			out = append(out, k.membersWith(c, []int{n}, true))
		}
		out = append(out, k.membersWith(c, k.grid.Commitments, true), k.membersWith(c, k.grid.Commitments, false))
	case c.Unit == prose.Member && c.Trait.Times != nil:
		r := counted{whole: []int{len(k.grid.Members)}}
		for _, m := range k.grid.Members {
			r.spare += k.doubted([]string{m}, c.On)
			if n, whole := k.cells(c.Trait, []string{m}, c.On); c.Trait.Times.Fits(n, whole) {
				r.add(k.x, prose.Subject{Kind: prose.Member, Member: m})
			}
		}
		out = append(out, r)
	case c.Unit != prose.NoKind:
		for _, exact := range []bool{true, false} {
			r := counted{}
			for _, s := range k.x.Order {
				if s.Kind != c.Unit {
					continue
				}
				if len(r.whole) == 0 {
					r.whole = []int{0}
				}
				r.whole[0]++
				if k.grid.Doubted[s] {
					r.spare++
				}
				if relates(k.x.Of[s], c.Trait, exact) && k.placed(s, c.Trait.Place) {
					r.add(k.x, s)
				}
			}
			out = append(out, r)
		}
	case c.Each:
		// The member whose number is another stands for all.
		for _, m := range c.Members {
			n, whole := k.cells(c.Trait, []string{m}, c.On)
			r := counted{n: n, whole: []int{whole}, spare: k.doubted([]string{m}, c.On), names: []string{k.x.Of[prose.Subject{Kind: prose.Member, Member: m}].Label}}
			if !c.Quantity.Fits(n, whole) || whole == 0 && len(c.On) > 0 {
				return []counted{r}
			}
			out = []counted{r}
		}
	default:
		scopes := [][]int{c.On}
		if c.Open && len(c.On) == 0 {
			for _, n := range k.grid.Commitments {
				scopes = append(scopes, []int{n})
			}
			for _, m := range k.grid.Members {
				n, whole := k.cells(c.Trait, []string{m}, nil)
				out = append(out, counted{n: n, whole: []int{whole}, spare: k.doubted([]string{m}, nil)})
			}
		}
		for _, on := range scopes {
			n, whole := k.cells(c.Trait, c.Members, on)
			out = append(out, counted{n: n, whole: []int{whole}, spare: k.doubted(nil, on)})
		}
	}
	return out
}

func (r *counted) add(x *claims.ProseEvidence, s prose.Subject) {
	r.n++
	r.names = append(r.names, x.Of[s].Label)
	r.codes = append(r.codes, s.Member)
	r.who = append(r.who, s)
}

// membersWith counts the members that have the trait's score for all the commitments, or
// for one of them.
func (k counter) membersWith(c tally.Count, on []int, all bool) counted {
	r := counted{spare: k.doubted(nil, on)}
	assessed := 0
	for _, m := range k.grid.Members {
		has, scored := 0, 0
		for _, n := range on {
			if v, ok := k.grid.Score[n][m]; ok {
				scored++
				if c.Trait.Has(v) {
					has++
				}
			}
		}
		if scored > 0 {
			assessed++
		}
		if has > 0 && (!all || has == scored) {
			r.add(k.x, prose.Subject{Kind: prose.Member, Member: m})
		}
	}
	r.whole = []int{assessed}
	if assessed != len(k.grid.Members) {
		r.whole = append(r.whole, len(k.grid.Members))
	}
	return r
}

// cells counts the scores of members for commitments, all where none are given.
func (k counter) cells(t tally.Trait, members []string, on []int) (n, whole int) {
	if len(members) == 0 {
		members = k.grid.Members
	}
	if len(on) == 0 {
		on = k.grid.Commitments
	}
	for _, c := range on {
		for _, m := range members {
			v, ok := k.grid.Score[c][m]
			if !ok {
				continue
			}
			whole++
			if t.Has(v) {
				n++
			}
		}
	}
	return n, whole
}

// doubted counts the commitments, all where none are given, and the members whose scores
// do not give their averages.
func (k counter) doubted(members []string, on []int) int {
	n := 0
	if len(on) == 0 {
		on = k.grid.Commitments
	}
	for _, c := range on {
		if k.grid.Doubted[prose.Subject{Kind: prose.Commitment, Commitment: c}] {
			n++
		}
	}
	if len(members) == 0 {
		return n
	}
	doubts := 0
	for _, m := range members {
		if k.grid.Doubted[prose.Subject{Kind: prose.Member, Member: m}] {
			doubts++
		}
	}
	return min(n, 1)*len(members) + doubts
}

// placed reports whether a subject has a place among its kind, where one is stated: with
// all that are ahead of it counted, or only their different averages.
func (k counter) placed(s prose.Subject, place int) bool {
	if place == 0 {
		return true
	}
	ahead, tiers := 0, map[string]bool{}
	for _, o := range k.x.Order {
		if o.Kind == s.Kind && k.x.Of[o].Best().Cmp(k.x.Of[s].Best()) > 0 && !alike(k.x, o, s) {
			ahead++
			tiers[reckon.Rounded(k.x.Of[o].Best(), 2)] = true
		}
	}
	return place == ahead+1 || place == len(tiers)+1
}

// relates reports whether an average stands to the trait's figure as stated, measured
// exactly or as it is printed with two decimals.
func relates(e *claims.Evidence, t tally.Trait, exact bool) bool {
	if t.Figure != nil && t.Relation == tally.Equal {
		v, pc := e.Holds(t.Figure)
		return v && pc
	}
	mean, to := e.Best(), new(big.Rat)
	if !exact {
		if d, ok := new(big.Rat).SetString(reckon.Rounded(mean, 2)); ok {
			mean = d
		}
	}
	switch f := t.Figure; {
	case f == nil:
	case f.Value != nil:
		to = f.Value.Rat()
	case f.Percent != nil:
		to = reckon.FromPercent(f.Percent.Rat())
	}
	switch c := mean.Cmp(to); t.Relation {
	case tally.Below:
		return c < 0
	case tally.AtOrBelow:
		return c <= 0
	case tally.AtOrAbove:
		return c >= 0
	case tally.Above:
		return c > 0
	default:
		return c == 0
	}
}

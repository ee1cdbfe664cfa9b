package prose

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Mention is a member named in a sentence, in bytes.
type Mention struct {
	Span
	Code string
}

// Rank is what a claim says of its subjects' place.
type Rank int

// The places. Next is the tier behind the previous claim of the same chain.
const (
	NoRank Rank = iota
	Highest
	Lowest
	Next
)

// Claim ties a figure, a place in the ranking or both to its subjects.
type Claim struct {
	Sentence string
	About    string // the words that name the subjects
	Figure   *Figure
	From     *Figure // what the figure has changed from; nil where none is stated
	Subjects []Subject
	Rank     Rank
	// Place counts from the end that Rank names: 2 for "second highest"; 0
	// and 1 are the end itself.
	Place int
	// Set is how many the place is one of, "the weakest were A, B and C"; 0 where it is one
	// place, or shared.
	Set int
	// Countries is how many countries the place is one among; 0 where it is among all.
	Countries int
	// After is the index of the claim that this one follows (Rank Next),
	// otherwise -1.
	After int
	// Doubt says why the claim cannot be compared; empty where it can.
	Doubt string

	words wording
}

// Difference is the stated distance between the two ends of a ranking.
type Difference struct {
	Sentence string
	Text     string
	Value    model.Decimal
	Percent  bool // in points of the percentage scale
	Kind     Kind // NoKind where it may be that of members or of commitments
	Doubt    string
}

// Count is a stated number of assessed commitments.
type Count struct {
	Sentence string
	Text     string
	N        int
	Doubt    string
}

// Reading is what a paragraph claims.
type Reading struct {
	Claims      []Claim
	Differences []Difference
	Counts      []Count
	// Sentences are those of the paragraph, in order.
	Sentences []string
	// Dense is the number of sentences that are too long, or have too many
	// figures, to be sentences; they are not read.
	Dense int
}

// What a sentence may have. The longest ones of reports list thirty members
// with two figures each; what has more is a table, or made to keep a reader busy.
const (
	maxSentence = 8 << 10 // bytes
	maxFigures  = 100
)

// Reader knows what the report is about.
type Reader struct {
	// Members finds the members named in a text.
	Members func(text string) []Mention
	// Catalogue finds commitments.
	Catalogue Catalogue
	// Vocabulary names the forums; the built-in one where it is nil.
	Vocabulary *vocabulary.Vocabulary
	// Forum, Summit and Stage are the report's own; empty where unknown.
	Forum, Summit, Stage string
	// Years are those that may stand in a sentence about this report: the
	// summit's and those of the compliance period.
	Years map[int]bool
	// Periods are the report's own periods in EDTF ("2031-05-04/2032-03-01").
	Periods map[string]bool
	// MemberCount is how many members the report's tables have, ScoreCount how many
	// scores; 0 where that is not known.
	MemberCount, ScoreCount int
	// WideScale says that the report reads averages as percentages from −100 to 100.
	WideScale bool
}

// Words is the vocabulary of the reader.
func (r Reader) Words() *vocabulary.Vocabulary {
	if r.Vocabulary == nil {
		return vocabulary.Default()
	}
	return r.Vocabulary
}

// forums is a pattern with the names of the forums.
func (r Reader) forums(t *lazyregexp.Template) *lazyregexp.Regexp {
	v := r.Words()
	return t.With(v, v.ForumNames())
}

// group is a mention of subjects in a sentence.
type group struct {
	Span
	kind     Kind
	subjects []Subject
	doubt    string
}

// naming is what the paragraph has named before a sentence.
type naming struct {
	promises bool // commitments, by name
	said     bool // a member or commitment
	back     bool // commitments and no member, to which "that on" can refer
}

// piece is a stretch of a sentence with at most one figure of its own.
type piece struct {
	Span
	figure  *Figure
	leading bool // the figure stands before its subject
	breaks  bool // begins at a break
	follows bool
}

// Read reads one paragraph.
func (r Reader) Read(paragraph string) Reading {
	var out Reading
	last := -1              // last claim with subjects, for "They were followed by"
	relevantBefore := false // the paragraph speaks of scores
	said := false           // a member or commitment has been named
	promises := false       // the paragraph speaks of commitments by name
	member := false         // and of a member beside or behind them
	var passed []string     // sentences that may have named one and were not read
	earlier := false        // the paragraph speaks of another report
	sentences := Sentences(r.Words(), paragraph)
	for k, sp := range sentences {
		s := paragraph[sp.Start:sp.End]
		out.Sentences = append(out.Sentences, s)
		earlier = earlier || r.OtherTime(s) != "" || reAgo.MatchString(s)
		printed := s
		if k > 0 && !earlier {
			s = r.withAntecedent(paragraph, sentences[:k], s)
		}
		s = r.WithFormer(paragraph[:sp.Start], s)
		if !mayClaim(s) {
			relevantBefore = relevantBefore || !earlier && k == 0 && reComplianceLed.MatchString(s)
			last = -1
			continue
		}
		if len(s) > maxSentence || len(figures(s)) > maxFigures {
			out.Dense++
			last = -1
			continue
		}
		if c, ok := r.count(s); ok {
			out.Counts = append(out.Counts, c)
		}
		if reDifference.MatchString(s) && (reHighest.MatchString(s) && reLowest.MatchString(s) || reBothEnds.MatchString(s)) {
			if d, ok := r.difference(s); ok && (d.Kind != NoKind || d.Doubt != "" || relevantBefore || reContext.MatchString(s)) {
				out.Differences = append(out.Differences, d)
				continue
			}
		}
		promises = promises || reCommitmentOn.MatchString(s)
		member = member || promises && len(r.Members(s)) > 0
		context := relevantBefore || reContext.MatchString(s) || statesMean(s) || ranksMeans(s)
		if !context && !hasBothHalves(s) {
			// Most numbers of a report are no scores; whether such a sentence
			// names somebody is looked up when one behind it is read.
			passed = append(passed, s)
			last = -1
			if !earlier {
				out.Claims = append(out.Claims, r.uncalled(s)...)
			}
			continue
		}
		for ; !said && len(passed) > 0; passed = passed[1:] {
			said = len(r.groups(passed[0], false)) > 0
		}
		names := naming{promises: promises, said: said, back: promises && !member}
		claims := r.sentence(s, names, relevantBefore, earlier)
		said = said || len(r.groups(s, names.back)) > 0
		relevant := context
		for _, c := range claims {
			if c.Figure != nil && c.Figure.Value != nil && c.Figure.Percent != nil {
				relevant = true
			}
		}
		if !relevant {
			last = -1
			continue
		}
		relevantBefore = true
		base := len(out.Claims)
		for i, c := range claims {
			c.Sentence = printed
			switch {
			case c.Rank != Next:
				c.After = -1
			case i > 0:
				c.After = base + i - 1
			default:
				c.After = last
			}
			if c.Rank == Next && c.After < 0 {
				c.Rank = NoRank
			}
			out.Claims = append(out.Claims, c)
		}
		if n := len(out.Claims); n > base {
			last = n - 1
		}
	}
	return out
}

// SpeaksOfScores reports whether a text has a word by which its numbers can be scores.
func SpeaksOfScores(text string) bool {
	return reContext.MatchString(text) || statesMean(text) || hasBothHalves(text)
}

// CallsScores reports whether a sentence has a word by which its figures are scores.
func CallsScores(sentence string) bool {
	return reContext.MatchString(sentence) || statesMean(sentence) || ranksMeans(sentence)
}

// Supposed reports whether a sentence says what somebody expected, or what would be.
func Supposed(sentence string) bool { return reSupposed.MatchString(sentence) }

// hasBothHalves reports whether a sentence has a figure that is printed as a
// score and as a percentage.
func hasBothHalves(s string) bool {
	if !strings.Contains(s, "%") && !strings.Contains(s, "cent") {
		return false
	}
	for _, f := range figures(s) {
		if f.Value != nil && f.Percent != nil {
			return true
		}
	}
	return false
}

// statesMean reports whether a sentence gives a figure of an average's form as a mean.
func statesMean(s string) bool {
	if !strings.Contains(s, "mean of") {
		return false
	}
	for _, f := range figures(s) {
		if f.Value != nil && averagePlaces(f.Value) && reMeanOf.MatchString(s[:f.Start]) {
			return true
		}
	}
	return false
}

// ranksMeans reports whether a sentence gives a place in a ranking and figures as only
// scores and their averages are written.
func ranksMeans(s string) bool {
	return reSignedMean.MatchString(s) && (reHighest.MatchString(s) || reLowest.MatchString(s) || rePlaceStated.MatchString(s))
}

// mayClaim passes over the sentences without a figure, a number or a word of
// ranking, which are most of a report, before any pattern is tried on them.
func mayClaim(s string) bool {
	if strings.ContainsAny(s, "0123456789") {
		return true
	}
	for _, w := range []string{"ighest", "owest", "best", "worst", "trongest", "eakest", "top", "bottom", "first", "last", "compliant", "ollowed", "commitments", "rear", "lead", "poorest"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sentence reads one sentence's claims.
func (r Reader) sentence(s string, names naming, scores, earlier bool) []Claim {
	figs, scale := r.withoutScaleEnds(s, withoutTold(s, figures(s)))
	groups := r.groups(s, names.back)
	pieces := cut(s, figs)
	common := &shared{}
	if reRespectively.MatchString(s) {
		return r.respectively(s, figs, groups, scores, common)
	}
	var out []Claim
	var taken *group // a group behind a figure that belongs to it
	for i := range pieces {
		p := &pieces[i]
		text := s[p.Start:p.End]
		c := Claim{Sentence: s, After: -1, Figure: p.figure, words: wording{sentence: s, piece: *p, groups: groups, scale: scale, open: &open{}, shared: common}}
		if n := len(out); n > 0 && (!p.breaks || p.follows) {
			before := out[n-1]
			c.words.before = &before
		}
		if n := len(out); n > 0 && !earlier && out[n-1].Figure != nil && out[n-1].Figure.End == p.Start && out[n-1].Doubt == "" && out[n-1].Rank == NoRank {
			if place, rest, ok := r.placeBehind(text); ok {
				out[n-1].Rank, out[n-1].Place = Highest, place
				text = rest
			}
		}
		var inside []group
		own := ofFigureBefore(s, *p)
		for _, g := range groups {
			if g.Start >= own && g.End <= p.End && (taken == nil || g.Span != taken.Span) {
				inside = append(inside, g)
			}
		}
		// "… +0.50 for Norland": the subject stands behind the figure.
		if p.figure != nil && !p.leading {
			for k := range groups {
				g := &groups[k]
				if g.Start < p.figure.End {
					continue
				}
				between := s[p.figure.End:g.Start]
				if reAfter.MatchString(between) || len(inside) == 0 && reAfterIn.MatchString(between) || bracketed(s, p.figure.End, *g) {
					if len(inside) > 0 {
						// "Norland scored +0.50 for the commitment on …"
						c.Doubt = "several subjects are named beside the figure"
					} else {
						inside = []group{*g}
					}
					taken = g
				}
			}
		}
		if p.figure != nil && !p.leading && len(inside) == 0 {
			if listed := listedBehind(s[p.Start:p.figure.Start], s[p.figure.End:], p.figure.End, groups, r.Words()); len(listed) > 0 {
				c.Subjects, c.About = listed, strings.TrimSpace(text)
				c.Doubt = r.doubt(s, *p, c, scores)
				out = append(out, c)
				break // the list ends the sentence
			}
		}
		if m := reRankBehind.FindStringIndex(text); m != nil && p.Start > 0 && !p.breaks {
			if n := len(out); n > 0 && !earlier {
				r.rankBehind(&out[n-1], s, *p, text[:m[1]])
				r.inSet(&out[n-1], s, *p, groups)
			}
			text = strings.Repeat(" ", m[1]) + text[m[1]:]
		}
		r.place(&c, s, *p, text)
		stated := false
		if place, at, ok := r.placeStated(text); ok && c.Rank == NoRank && !earlier && len(inside) == 1 && inside[0].End <= p.Start+at.Start &&
			!r.limited(text[:at.Start]) && !r.placeWithin(s[p.Start:inside[0].Start], s[inside[0].End:p.Start+at.Start]) {
			c.Rank, c.Place, stated = Highest, place, true
		}
		switch {
		case p.figure == nil && c.Rank == NoRank:
			continue
		case p.figure == nil && len(inside) == 0:
			continue
		}
		r.subject(&c, s, *p, scale, inside, names.promises, names.said || len(out) > 0 && len(out[len(out)-1].Subjects) > 0 && out[len(out)-1].Subjects[0].Kind != Overall, earlier)
		if p.figure != nil && c.Doubt != "" && len(inside) == 0 && !earlier {
			if member, from, ok := r.changedTo(s, figs, groups, p.figure); ok {
				c.Subjects, c.From, c.Doubt = []Subject{member}, from, ""
			}
		}
		if c.Rank == NoRank && c.Doubt == "" && len(inside) == 0 && !earlier {
			if place, ok := r.placeOfCommitment(c, text); ok {
				c.Rank, c.Place, stated = Highest, place, true
			}
		}
		if p.figure != nil && c.Doubt == "" && reIsOf.MatchString(text) && figureLed(s[:p.Start], figs) {
			c.Rank, c.Doubt = NoRank, "which figure belongs to which subject is not certain"
		}
		if p.figure == nil && (c.Doubt != "" || len(c.Subjects) == 0) {
			continue
		}
		if p.figure == nil && c.Rank == Next && len(inside) != 1 {
			continue
		}
		if c.Doubt == "" && p.figure != nil && len(c.Subjects) > 0 && c.Subjects[0].Kind == Member {
			c.Subjects = append(c.Subjects[:len(c.Subjects):len(c.Subjects)], asDoes(s[p.figure.End:], p.figure.End, groups)...)
		}
		if c.Doubt == "" && p.figure != nil {
			c.Doubt = r.doubt(s, *p, c, scores)
		}
		if stated && c.Doubt != "" {
			c.Rank, c.Place = NoRank, 0
		}
		r.inSet(&c, s, *p, groups)
		out = append(out, c)
	}
	// Later pieces of one sentence that go on with a chain are its next
	// tiers ("followed by A at x and B at y").
	for i := 1; i < len(out); i++ {
		if out[i].Rank == NoRank && (out[i-1].Rank == Next) && out[i].Figure != nil && out[i-1].Figure != nil &&
			reContinues.MatchString(s[out[i-1].Figure.End:]) && sameKind(out[i-1], out[i]) {
			out[i].Rank = Next
		}
	}
	return out
}

func sameKind(a, b Claim) bool {
	return len(a.Subjects) > 0 && len(b.Subjects) > 0 && a.Subjects[0].Kind == b.Subjects[0].Kind
}

// cut divides a sentence at its breaks and behind its figures.
func cut(s string, figs []Figure) []piece {
	var marks []int
	follows := map[int]bool{}
	broken := map[int]bool{}
	for _, m := range reBreak.FindAllStringIndex(s, -1) {
		marks = append(marks, m[0])
		broken[m[0]] = true
		follows[m[0]] = reFollows.MatchString(s[m[0]:])
	}
	for i := range figs {
		marks = append(marks, figs[i].End)
	}
	sort.Ints(marks)
	var out []piece
	start := 0
	add := func(end int) {
		if end <= start {
			return
		}
		p := piece{Span: Span{start, end}, breaks: broken[start], follows: follows[start]}
		for i := range figs {
			if figs[i].Start >= start && figs[i].End <= end {
				p.figure = &figs[i]
			}
		}
		// A figure at the head of its statement belongs to what comes
		// behind it, up to the next figure's own statement.
		if n := len(out); n > 0 && out[n-1].leading && out[n-1].End == start && !p.breaks {
			if p.figure == nil {
				out[n-1].End = end
				start = end
				return
			}
		}
		if p.figure != nil && reLeading.MatchString(s[start:p.figure.Start]) && (start == 0 || p.breaks) {
			p.leading = true
		}
		out = append(out, p)
		start = end
	}
	for _, m := range marks {
		add(m)
	}
	add(len(s))
	return out
}

// place reads superlatives and "followed by".
func (r Reader) place(c *Claim, s string, p piece, text string) {
	text = reAmongAll.ReplaceAllString(text, " ")
	text = r.ofNumber(c, text)
	if p.follows || reFollows.MatchString(strings.TrimSpace(text)) {
		c.Rank = Next
		return
	}
	if p.figure != nil && p.figure.Start >= p.Start && !p.leading && reFollow.MatchString(s[p.Start:p.figure.Start]) {
		c.Rank = Next
		return
	}
	if r.ownEnd(text) || !claimsPlace(text) || rePastPerfect.MatchString(text) {
		return
	}
	if place, ok := r.placeFrom(text); ok {
		if r.OtherTime(text) == "" && !reAmong.MatchString(text) {
			c.Rank, c.Place = place.rank, place.place
		}
		return
	}
	high, low := reHighest.MatchString(text), reLowest.MatchString(text)
	if m := rePlace.FindStringSubmatchIndex(text); m != nil && high != low && !reAmong.MatchString(text) {
		rest := text[:m[0]] + text[m[1]:]
		if reHighest.MatchString(rest) || reLowest.MatchString(rest) || r.OtherTime(text) != "" {
			return
		}
		c.Place = r.ordinal(text[m[2]:m[3]])
		c.Rank = Highest
		if low {
			c.Rank = Lowest
		}
		return
	}
	if high == low || reNotTheEnd.MatchString(text) || reAmong.MatchString(text) {
		return
	}
	// The rest of the sentence may limit the claim ("… at +0.5, the highest
	// among the founding members").
	if high {
		c.Rank = Highest
	} else {
		c.Rank = Lowest
	}
	if r.OtherTime(text) != "" {
		c.Rank = NoRank
	}
}

// rankBehind gives a claim the place that the words right behind its figure say:
// "Norland, at 0.00, was the lowest of the seven countries".
func (r Reader) rankBehind(c *Claim, s string, p piece, text string) {
	if c.Figure == nil || c.Figure.End != p.Start || c.Doubt != "" || c.Rank != NoRank || len(c.Subjects) == 0 || c.Together() {
		return
	}
	if reOwns.MatchString(s[:c.Figure.Start]) || !rePlainRank.MatchString(r.ofNumber(&Claim{}, text)) {
		return // "Norland's 0.00 is the worst" is said of the figure
	}
	said := Claim{After: -1}
	r.place(&said, s, piece{Span: Span{p.Start, p.Start + len(text)}}, text)
	if (said.Rank == Highest || said.Rank == Lowest) && !r.partOfRanking(text, Span{}) {
		c.Rank, c.Place, c.Countries = said.Rank, said.Place, said.Countries
	}
}

// ofNumber takes the number of members, or of countries among them, out of a place's
// words: "the lowest of the seven countries".
func (r Reader) ofNumber(c *Claim, text string) string {
	m := reOfNumber.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	n, ok := script.CountOf(r.Words(), text[m[4]:m[5]])
	switch {
	case !ok || n < 2 || m[8] >= 0 && n != r.MemberCount:
		return text
	case m[6] >= 0:
		c.Countries = n
	}
	return text[:m[3]] + text[m[1]:]
}

// subject decides what the figure or place is about. scale is where the ends of a scale
// end that the sentence explains, promises says that the
// paragraph speaks of commitments, said that it has named a subject before, earlier
// that it speaks of another report or time.
func (r Reader) subject(c *Claim, s string, p piece, scale int, inside []group, promises, said, earlier bool) {
	if p.figure != nil && !p.leading && len(inside) > 0 && inside[0].Start < p.figure.Start {
		// Groups behind the figure belong to somebody else.
		var before []group
		for _, g := range inside {
			if g.End <= p.figure.Start {
				before = append(before, g)
			}
		}
		inside = before
	}
	switch {
	case c.Doubt != "":
		return
	case len(inside) == 1:
		g := inside[0]
		c.About = s[g.Start:g.End]
		c.Subjects, c.Doubt = g.subjects, g.doubt
		if g.kind == Member && (r.limited(s[p.Start:g.Start]) || p.figure != nil && p.figure.Start > g.End && r.ofSomePromises(s[p.Start:g.Start])) {
			c.Doubt = "a member's figure on a part of the commitments"
		}
		if g.kind == Member && p.figure != nil && p.figure.Start > g.End && r.limited(ofItsAverage(withoutAside(s[g.End:p.figure.Start]))) {
			c.Doubt = "a member's figure on a part of the commitments"
		}
		if g.kind == Member && p.figure != nil && g.Start < p.figure.Start &&
			reInPassing.MatchString(s[p.Start:g.Start]) && (c.Rank == NoRank || !reOwner.MatchString(s[p.Start:g.Start])) {
			c.Doubt = "a member that is named in passing"
		}
		if why := r.beside(s, p, g); why != "" && c.Doubt == "" {
			c.Rank, c.Doubt = NoRank, why
		}
		end := p.End
		if p.figure != nil && p.figure.Start > g.End {
			end = p.figure.Start
		}
		if (c.Rank == Highest || c.Rank == Lowest) && reEndedRank.MatchString(s[p.Start:g.Start]) {
			c.Rank, c.Doubt = NoRank, "a place that is said of what stands before it"
		}
		if (c.Rank == Highest || c.Rank == Lowest) && g.End <= end && r.partOfRanking(s[p.Start:end], Span{g.Start - p.Start, g.End - p.Start}) {
			c.Rank, c.Doubt = NoRank, "a place among a part of the members or commitments"
		}
		return
	case len(inside) > 1:
		c.Doubt = "several subjects are named beside the figure"
		c.About = s[inside[0].Start:inside[len(inside)-1].End]
		return
	}
	from := ofFigureBefore(s, p)
	text := s[from:p.End]
	if p.figure != nil && p.figure.Start >= from && !p.leading {
		text = s[from:p.figure.Start]
	}
	if p.figure != nil {
		if ns, phrase, ok := r.behind(s, p.figure.End); ok {
			c.About, c.Subjects = phrase, commitments(ns)
			return
		}
	}
	if p.figure != nil && !p.leading && ofAnotherOne(text) {
		c.About, c.Doubt = strings.TrimSpace(text), ofAnother
		return
	}
	candidates := append(phrases(text), r.topics(text)...)
	if p.figure != nil {
		candidates = append(candidates, r.lastClause(text)...)
	}
	if p.Start > 0 && !p.breaks && reBelongsBefore.MatchString(text) {
		candidates = nil // "+0.10 for port fees to +0.40": the words belong to the figure before
	}
	for _, phrase := range candidates {
		ns, ok := r.Catalogue.Labelled(phrase)
		if !ok {
			ns, ok = r.turned(phrase)
		}
		if !ok && promises {
			ns, ok = r.Catalogue.numbers(phrase, false)
		}
		if ok && len(ns) == 1 && (rePromises.MatchString(phrase) || reMembersOf.MatchString(phrase)) {
			c.About, c.Doubt = phrase, "which commitments are meant is not certain"
			return
		}
		if ok && p.figure != nil && !p.leading && r.clauseOfAnother(text, phrase) {
			c.About, c.Doubt = strings.TrimSpace(text), ofAnother
			return
		}
		if ok {
			c.About = phrase
			c.Subjects = commitments(ns)
			return
		}
	}
	c.About = strings.TrimSpace(text)
	if p.figure != nil && !p.leading && !earlier && (p.Start == 0 || p.breaks || !reBelongsBefore.MatchString(text)) {
		if n, about, ok := r.onePromise(text); ok {
			c.About, c.Subjects = about, commitments([]int{n})
			return
		}
	}
	if p.leading {
		text = averageAhead(text, p.figure.Start-p.Start, p.figure.End-p.Start)
	}
	text = behindScale(text, p.Start, scale)
	text = reAuthorsFound.ReplaceAllString(r.withoutUnion(r.withoutOwnPeriod(text)), " found ")
	text, scored := r.withoutOwnScores(text)
	whole := r.allComplied(text)
	switch {
	case !whole && !reOverall.MatchString(text) && !reOverEverything.MatchString(text):
	case rePart.MatchString(text), r.ofAPart(text), r.ofSomePromises(text), r.someMembers(text), someOf(text):
		c.Doubt = "an average of a part of the members or commitments"
		return
	case r.Catalogue.Touches(text), c.Rank != NoRank, reHighest.MatchString(text), reLowest.MatchString(text), rePronoun.MatchString(reTheirPromises.ReplaceAllString(text, "commitments")):
	case reSeveralFigures.MatchString(text):
	case said && !scored && !whole && !r.forums(reWhole).MatchString(text):
	case p.Start > 0 && reTheAverage.MatchString(text) && (r.Catalogue.Touches(s[:p.Start]) || len(r.Members(s[:p.Start])) > 0):
		// "port fees pull it down: Norland is at −1, and the average is −0.20"
	case p.Start > 0 && !p.breaks && !reOwnNoun.MatchString(text) && !r.aboutEverything(withoutFigures(s[:p.Start])):
		// "The Union has no score of +1 and averages +0.35" goes on with its subject.
	case !r.aboutEverything(text) || p.figure != nil && rePartOfPromises.MatchString(s[p.figure.End:]):
	default:
		c.Subjects = []Subject{{Kind: Overall}}
		return
	}
	c.Doubt = r.OtherTime(text)
	if c.Doubt == "" {
		c.Doubt = UnsureWhat
	}
}

// UnsureWhat is the doubt of a figure beside which no subject was found.
const UnsureWhat = "what the figure is about is not certain"

// withoutFigures leaves the words of a text.
func withoutFigures(text string) string {
	figs := figures(text)
	for i := len(figs) - 1; i >= 0; i-- {
		text = text[:figs[i].Start] + " " + text[figs[i].End:]
	}
	return text
}

// behind finds commitments named by their labels right behind a figure
// ("+0.50 for reef mapping").
func (r Reader) behind(s string, end int) (ns []int, phrase string, ok bool) {
	m := reForBehind.FindStringIndex(s[end:])
	if m == nil {
		if name := inBrackets(s[end:]); name != "" {
			ns, ok = r.Catalogue.Labelled(name)
			return ns, name, ok
		}
		return nil, "", false
	}
	rest := s[end+m[1]:]
	stop := len(rest)
	if e := rePhraseEnd.FindStringIndex(rest); e != nil {
		stop = e[0]
	}
	for _, f := range figures(rest) {
		stop = min(stop, f.Start)
	}
	phrase = strings.TrimSpace(rest[:stop])
	for _, w := range []string{" to", " and", ","} { // what leads on to the next figure
		phrase = strings.TrimSuffix(phrase, w)
	}
	ns, ok = r.Catalogue.Labelled(phrase)
	return ns, phrase, ok
}

// phrases are the stretches of a statement that may name its subject: what
// stands before its verb, and what stands behind "were".
func phrases(text string) []string {
	if i := strings.LastIndexByte(text, ':'); i >= 0 {
		text = text[i+1:]
	}
	var out []string
	add := func(t string) {
		t = trimLead(t)
		if end := rePhraseEnd.FindStringIndex(t); end != nil {
			t = t[:end[0]]
		}
		if t = strings.Trim(t, " ,"); len(stemsOf(t)) > 0 {
			out = append(out, t)
		}
	}
	add(text)
	for _, copula := range []string{" were ", " was ", " are ", " is "} {
		if _, rest, ok := strings.Cut(text, copula); ok {
			add(rest)
		}
	}
	return out
}

// topics are further phrases that may name the commitment of a statement: what
// its verb is said of ("Members did best on vaccine cold chains"), and a name
// before what is said about it between commas ("undersea cables, the newest of
// the three, closed the list"). Both are only names: words of one label, with no
// word of any label left beside them. An average of several is perhaps theirs
// together.
func (r Reader) topics(text string) []string {
	if i := strings.LastIndexByte(text, ':'); i >= 0 {
		text = text[i+1:]
	}
	var out []string
	only := func(name, rest string) {
		ns, ok := r.Catalogue.Labelled(name)
		if !ok {
			ns, ok = r.turned(name)
		}
		if ok && len(ns) == 1 && !r.Catalogue.Touches(rest) {
			out = append(out, name)
		}
	}
	if m := reDoneOn.FindStringIndex(text); m != nil {
		name := text[m[1]:]
		if end := rePhraseEnd.FindStringIndex(name); end != nil {
			name = name[:end[0]]
		}
		name, rest, _ := strings.Cut(name, ",")
		only(trimLead(name), text[:m[0]]+" "+rest)
	}
	if m := reApposition.FindStringSubmatchIndex(text); m != nil {
		only(trimLead(text[m[2]:m[3]]), text[m[3]:])
	}
	return out
}

// trimLead takes "followed by", "and", "the commitments on" off a phrase.
func trimLead(text string) string {
	t := strings.TrimLeft(text, " ,)")
	for {
		u := t
		for _, w := range []string{"followed closely by", "followed by", "followed", "and", "then", "while", "with", "by", "the", "one on", "ones on", "commitments on", "commitment on", ",", ";"} {
			if len(u) > len(w) && strings.EqualFold(u[:len(w)], w) && (w == "," || w == ";" || u[len(w)] == ' ') {
				u = strings.TrimLeft(u[len(w):], " ")
			}
		}
		if u == t {
			return t
		}
		t = u
	}
}

func commitments(ns []int) []Subject {
	var out []Subject
	for _, n := range ns {
		out = append(out, Subject{Kind: Commitment, Commitment: n})
	}
	return out
}

// OtherTime says why a statement is not about this report, empty where it may
// be.
func (r Reader) OtherTime(text string) string {
	if r.Stage == "interim" {
		text = reSoFar.ReplaceAllString(text, " ")
	}
	if reOtherTime.MatchString(reFormerOfTwo.ReplaceAllString(text, " ")) {
		return "a figure of another report"
	}
	if r.OtherStage(text) {
		return "a figure of another stage"
	}
	for _, y := range reYear.FindAllString(text, -1) {
		if n, _ := strconv.Atoi(y); !r.Years[n] {
			return "another year is named beside the figure"
		}
	}
	for _, name := range r.forums(reForum).FindAllString(text, -1) {
		if f, _ := r.Words().Forum(name); r.Forum == "" || f != r.Forum {
			return "another group of members is named beside the figure"
		}
	}
	for _, m := range reSummitOf.FindAllStringSubmatch(text, -1) {
		own := false
		named := false
		for _, w := range strings.Fields(m[1]) {
			if r.forums(reForum).MatchString(w) || w == "The" || w == "At" || w == "In" || w == "For" || w == "Since" || len(w) < 3 {
				continue
			}
			named = true
			if r.Summit != "" && strings.Contains(r.Summit, strings.TrimSuffix(w, "\u2019s")) {
				own = true
			}
		}
		if named && !own {
			return "another summit is named beside the figure"
		}
	}
	if r.otherReport(text) {
		return "another summit is named beside the figure"
	}
	return ""
}

// otherReport reports whether a text names the report, cycle or assessment of another
// summit. A commitment, a member or a month is none.
func (r Reader) otherReport(text string) bool {
	names := reReportFrom.FindAllStringSubmatch(text, -1)
	for _, m := range append(names, reReportOf.FindAllStringSubmatch(text, -1)...) {
		if r.Catalogue.Touches(m[1]) || len(r.Members(m[1])) > 0 || r.forums(reForum).MatchString(m[1]) {
			continue
		}
		for _, w := range strings.Fields(m[1]) {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "\u2019s")
			_, month := r.Words().Month(w)
			if len(w) < 3 || month || reNoSummit.MatchString(w) || r.Summit != "" && strings.Contains(r.Summit, w) {
				break
			}
			return true
		}
	}
	return false
}

// PastPerfect reports whether a text speaks of what had been before: at another time.
func PastPerfect(text string) bool { return rePastPerfect.MatchString(text) }

// doubt says why a figure cannot be compared although its subject is known.
func (r Reader) doubt(s string, p piece, c Claim, scores bool) string {
	before := s[p.Start:p.figure.Start]
	after := s[p.figure.End:]
	whole := s[p.Start:p.End]
	if why := r.OtherTime(whole); why != "" {
		return why
	}
	// A year or another summit right behind the figure.
	if tail := after; len(tail) > 0 {
		end := len(tail)
		if m := reBreak.FindStringIndex(tail); m != nil {
			end = m[0]
		}
		if i := strings.IndexAny(tail[:end], ",;("); i >= 0 {
			end = i
		}
		if fs := figures(tail[:end]); len(fs) == 0 {
			if why := r.OtherTime(tail[:end]); why != "" {
				return why
			}
			if r.partOfPeriod(tail[:end]) {
				return "a figure of a part of the period"
			}
		}
	}
	switch {
	case !reRespectively.MatchString(s) && oneOfEach(c.Figure, after, len(c.Subjects)):
		return "which figure belongs to which subject is not certain"
	case atAnEnd(c.Figure) && reScaleMeans.MatchString(s):
		return "a sentence on what the scale means"
	case reReadAs.MatchString(after):
		return "a sentence on what the scale means"
	case reFrom.MatchString(before):
		return "a figure that is compared with"
	case reChange.MatchString(before), isDistance(s, p.figure):
		return "a change or a threshold, not a score"
	case afterScore(before):
		return UnsureWhat // "land transparency 0 and beneficial ownership −0.11"
	case rePastPerfect.MatchString(before):
		return "a figure of another time"
	case reSupposed.MatchString(before):
		return "a figure that somebody expected"
	case rePartOfPromises.MatchString(after):
		return "a figure on a part of the commitments"
	case reInexact.MatchString(before):
		return "a figure that is not stated exactly"
	case reNotAScore.MatchString(after):
		return "a change or a threshold, not a score"
	case c.Figure.Value == nil && reShareOf.MatchString(after) && !(r.WideScale && reOfTheTime.MatchString(after)), countedShare(before, c.Figure):
		return "a share of something, not a score"
	case c.Figure.Percent == nil && c.Figure.Value.Places == 0:
		return "a single score, not an average"
	case len(c.Subjects) > 0 && c.Subjects[0].Kind == Member && (r.onPart(after) || r.Catalogue.Touches(inBrackets(after))):
		return "a member's figure on a part of the commitments"
	case !r.onScale(c.Figure):
		return "a number outside the scale"
	}
	// Figures without a sign need a word that says what they are.
	if c.Figure.Percent == nil && !scores && !script.BeginsSigned(c.Figure.Text) && !reContext.MatchString(s) && !ranksMeans(s) {
		return NotCalled
	}
	return ""
}

// oneOfEach reports whether a further figure stands right behind one: "Norland and Sudland,
// at 88% and 75%". Of one subject it is no further one where the two can be halves of one:
// "+0.75, 88%". "For trade the figures are 88% and 75%" gives those of two others.
func oneOfEach(f *Figure, after string, subjects int) bool {
	m := reContinues.FindStringIndex(after)
	if m == nil {
		return false
	}
	fs := figures(after[m[1]:])
	if len(fs) == 0 || strings.TrimSpace(after[m[1]:m[1]+fs[0].Start]) != "" {
		return false
	}
	next := fs[0]
	return subjects > 1 || f.Value != nil && next.Value != nil || f.Percent != nil && next.Percent != nil
}

// reIsOf goes on from a figure to whose it is: "+0.75 is Norland's score, +0.50 that of".
var reIsOf = lazyregexp.New(`(?i)^\W*(?:is|are|was|were|goes|went|belongs?|belonged)\b`)

// figureLed reports whether a statement has begun with a figure, and no words before it.
func figureLed(before string, figs []Figure) bool {
	for _, f := range figs {
		if f.End > len(before) {
			break
		}
		if strings.TrimRight(before[f.End:], " )") != "" {
			continue
		}
		lead := before[:f.Start]
		if m := reBreak.FindAllStringIndex(lead, -1); m != nil {
			lead = lead[m[len(m)-1][1]:]
		}
		return strings.Trim(lead, " (,.") == ""
	}
	return false
}

// NotCalled is the doubt of a figure in whose sentence and paragraph no word says
// that it is a score. Its form and the figures beside it may.
const NotCalled = "a number that is not called a score"

// uncalled reads a sentence that does not say what its figures are ("Canada and
// Japan lead with 1.00; Italy has 0.33"): what it gives members in the form of an
// average, with the doubt NotCalled, and no places. A single figure of another form
// makes all of them numbers of something else.
func (r Reader) uncalled(s string) []Claim {
	figs := figures(s)
	if len(figs) == 0 || r.OtherTime(s) != "" || reSupposed.MatchString(s) {
		return nil
	}
	for i := range figs {
		f := &figs[i]
		if f.Value == nil || f.Percent != nil || !averagePlaces(f.Value) || !r.onScale(f) {
			return nil
		}
	}
	var out []Claim
	for _, c := range r.sentence(s, naming{}, true, true) {
		if c.Figure == nil || c.Doubt != "" || len(c.Subjects) == 0 || c.Subjects[0].Kind != Member {
			continue
		}
		c.Doubt, c.Rank, c.Place, c.After = NotCalled, NoRank, 0, -1
		out = append(out, c)
	}
	return out
}

// averagePlaces reports whether a number has as many decimals as averages are printed
// with.
func averagePlaces(d *model.Decimal) bool { return d.Places >= 2 && d.Places <= 4 }

// atAnEnd reports whether a figure is an end of the scale or its middle, as
// sentences name it that explain the scale.
func atAnEnd(f *Figure) bool {
	if v := f.Value; v != nil {
		if x := v.Rat(); x.Sign() == 0 || x.IsInt() {
			return true
		}
	}
	if p := f.Percent; p != nil {
		x := p.Float()
		return x == 0 || x == 50 || x == 100 || x == -100
	}
	return false
}

// limited reports whether words beside a member limit the statement to
// commitments ("on trade, Norland scored …").
func (r Reader) limited(text string) bool {
	// The words that the pattern finds are stretches of letters.
	if !r.Catalogue.Touches(strings.Map(noDigit, text)) {
		return false
	}
	for _, m := range reLimitedTo.FindAllStringSubmatch(text, -1) {
		if r.Catalogue.Touches(m[1]) {
			return true
		}
	}
	return false
}

// noDigit puts a space for a digit.
func noDigit(c rune) rune {
	if unicode.IsDigit(c) {
		return ' '
	}
	return c
}

// onPart reports whether the words behind a figure limit it to commitments
// ("… +0.50 on trade").
func (r Reader) onPart(after string) bool {
	m := reOn.FindStringIndex(after)
	if m == nil {
		return false
	}
	tail := after[m[1]:]
	if i := strings.IndexAny(tail, ",;(:"); i >= 0 {
		tail = tail[:i]
	}
	if b := reBreak.FindStringIndex(tail); b != nil {
		tail = tail[:b[0]]
	}
	for _, f := range figures(tail) {
		tail = tail[:f.Start]
		break
	}
	return r.Catalogue.Touches(tail)
}

func (r Reader) onScale(f *Figure) bool {
	if f.Value != nil {
		if v := f.Value.Float(); v < -1 || v > 1 {
			return false
		}
	}
	if f.Percent != nil {
		least := 0.0
		if r.WideScale {
			least = -100
		}
		if v := f.Percent.Float(); v < least || v > 100 {
			return false
		}
	}
	return true
}

// groups finds the mentions of members and commitments in a sentence. A
// member's name inside a commitment's name is none. back is as in again.
func (r Reader) groups(s string, back bool) []group {
	again := r.again(s, back)
	out := append([]group(nil), again...)
	for _, m := range reCommitmentNumber.FindAllStringSubmatchIndex(s, -1) {
		if m[1] < len(s) && (s[m[1]] == '%' || s[m[1]] == '.' && m[1]+1 < len(s) && s[m[1]+1] >= '0' && s[m[1]+1] <= '9') {
			continue
		}
		var ns []int
		for _, w := range strings.FieldsFunc(s[m[2]:m[3]], func(c rune) bool { return c < '0' || c > '9' }) {
			n, _ := strconv.Atoi(w)
			ns = append(ns, n)
		}
		out = append(out, group{Span: Span{m[0], m[1]}, kind: Commitment, subjects: commitments(ns)})
	}
	for _, m := range reCommitmentOn.FindAllStringIndex(s, -1) {
		rest := s[m[1]:]
		end := len(rest)
		if e := rePhraseEnd.FindStringIndex(rest); e != nil {
			end = e[0]
		}
		for _, f := range figures(rest) {
			end = min(end, f.Start)
		}
		if next := reCommitmentOn.FindStringIndex(rest); next != nil {
			end = min(end, next[0])
		}
		for _, g := range again {
			if at := g.Start - m[1]; at > 0 {
				end = min(end, at)
			}
		}
		phrase := reListTail.ReplaceAllString(strings.TrimRight(rest[:end], " ,."), "")
		if len(stemsOf(phrase)) == 0 {
			continue
		}
		single := !strings.Contains(strings.ToLower(s[m[0]:m[1]]), "commitments")
		g := group{Span: Span{m[0], m[1] + len(phrase)}, kind: Commitment}
		if ns, ok := r.Catalogue.numbers(phrase, single); ok {
			g.subjects = commitments(ns)
		} else {
			g.doubt = "which commitment is meant is not certain"
		}
		out = append(out, g)
	}
	out = append(out, r.ordinals(s)...)
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	out = joinGroups(s, out)
	var last *group
	for _, m := range r.Members(s) {
		if within(out, m.Span) || r.forums(reForumAnd).MatchString(s[:m.Start]) {
			continue // "the members of the G8 and the European Union" are all
		}
		if last != nil && Joined(s[last.End:m.Start]) {
			last.End = m.End
			last.subjects = append(last.subjects, Subject{Kind: Member, Member: m.Code})
			continue
		}
		out = append(out, group{Span: m.Span, kind: Member, subjects: []Subject{{Kind: Member, Member: m.Code}}})
		last = &out[len(out)-1]
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	for i := range out {
		seen := map[Subject]bool{}
		for _, x := range out[i].subjects {
			if seen[x] {
				out[i].doubt = "a subject is named twice"
			}
			seen[x] = true
		}
	}
	return out
}

// joinGroups makes one group of mentions that are listed ("the commitment on
// A and the commitment on B").
func joinGroups(s string, gs []group) []group {
	var out []group
	for _, g := range gs {
		if n := len(out); n > 0 && g.Start >= out[n-1].End && Joined(strings.TrimSuffix(strings.TrimSpace(s[out[n-1].End:g.Start]), " that")) {
			last := &out[n-1]
			last.End = g.End
			last.subjects = append(last.subjects[:len(last.subjects):len(last.subjects)], g.subjects...)
			if last.doubt == "" {
				last.doubt = g.doubt
			}
			continue
		} else if n > 0 && g.Start < out[n-1].End {
			continue // one mention found in two ways
		}
		out = append(out, g)
	}
	return out
}

func within(gs []group, s Span) bool {
	for _, g := range gs {
		if g.kind == Commitment && s.Start >= g.Start && s.End <= g.End {
			return true
		}
	}
	return false
}

// Joined reports whether the words between two members make one list of
// them.
func Joined(between string) bool {
	switch strings.ToLower(strings.Join(strings.Fields(between), " ")) {
	case ",", "and", ", and", "the", ", the", "and the", ", and the", "&", "/", "as well as", "as well as the", ", as well as", "and both",
		"and of", "and of the", ", of", ", of the", ", and of", ", and of the":
		return true
	}
	return false
}

// asDoes gives the members to whom the words behind a figure give it, too: "Canada
// follows with 0.50, as does Japan."
func asDoes(behind string, from int, groups []group) []Subject {
	m := reAsDoes.FindStringIndex(behind)
	if m == nil {
		return nil
	}
	for _, g := range groups {
		if g.Start == from+m[1] && g.kind == Member && g.doubt == "" {
			return g.subjects
		}
	}
	return nil
}

// respectively pairs subjects with figures in order.
func (r Reader) respectively(s string, figs []Figure, groups []group, scores bool, common *shared) []Claim {
	var subjects []Subject
	from, to := len(s), 0
	doubt := ""
	for _, g := range groups {
		if g.doubt != "" {
			doubt = g.doubt
		}
		subjects = append(subjects, g.subjects...)
		from, to = min(from, g.Start), max(to, g.End)
	}
	var out []Claim
	for i := range figs {
		c := Claim{Sentence: s, Figure: &figs[i], After: -1, Doubt: doubt, words: wording{sentence: s, piece: piece{Span: Span{0, figs[i].End}, figure: &figs[i]}, groups: groups, open: &open{}, shared: common}}
		switch {
		case doubt != "":
		case len(groups) != 1 || len(subjects) != len(figs) || figs[0].Start < to:
			c.Doubt = "which figure belongs to which subject is not certain"
		default:
			c.Subjects = subjects[i : i+1]
			c.About = s[from:to]
			c.Doubt = r.doubt(s, piece{Span: Span{0, len(s)}, figure: &figs[i]}, c, scores)
		}
		out = append(out, c)
	}
	return out
}

// difference reads the distance between highest and lowest.
func (r Reader) difference(s string) (Difference, bool) {
	ms := reDiffNumber.FindAllStringSubmatch(s, -1)
	if len(ms) == 0 {
		return Difference{}, false
	}
	m := ms[len(ms)-1]
	d := Difference{Sentence: s, Text: strings.TrimSpace(m[1] + m[2]), Percent: m[2] != ""}
	v, err := model.ParseDecimal(m[1])
	if err != nil {
		return Difference{}, false
	}
	d.Value = v
	members, promises := reOfMembers.MatchString(s), reOfPromises.MatchString(s)
	switch {
	case members && !promises:
		d.Kind = Member
	case promises && !members:
		d.Kind = Commitment
	case members, r.Catalogue.Touches(s):
		d.Doubt = "the difference of what is not certain"
	}
	if why := r.OtherTime(s); why != "" {
		d.Doubt = why
	}
	if !reBothEnds.MatchString(s) {
		d.Doubt = "the difference of what is not certain"
	}
	if len(ms) > 1 || reAmong.MatchString(s) {
		d.Doubt = "several numbers are named beside the difference"
	}
	return d, true
}

// mostNumeral is the highest number that sentences on members and commitments spell.
const mostNumeral = 20

// numeral is the number from two on that a word stands for: "one" is none in "one of the
// highest".
func numeral(word string) (n int, ok bool) {
	n, ok = script.NumberWord(vocabulary.Default(), word)
	if !ok || n < 2 || n > mostNumeral {
		return 0, false
	}
	return n, true
}

// Numeral is the number that a word stands for ("thirteen").
func Numeral(word string) (int, bool) {
	if strings.EqualFold(word, "one") {
		return 1, true
	}
	return numeral(word)
}

// count reads how many commitments were assessed.
func (r Reader) count(s string) (Count, bool) {
	m := reCount.FindStringSubmatchIndex(s)
	if m == nil {
		return Count{}, false
	}
	if reOtherCount.MatchString(s[m[4]:m[5]]) {
		return Count{}, false
	}
	word := strings.ToLower(s[m[2]:m[3]])
	n, ok := numeral(word)
	if !ok {
		n, _ = strconv.Atoi(word)
	}
	c := Count{Sentence: s, N: n, Text: strings.TrimSpace(s[m[2]:m[5]] + "commitments")}
	around := s[m[4]:m[5]] + " " + s[m[6]:m[7]]
	switch {
	case reOfMany.MatchString(s[:m[0]]) || reOfMany.MatchString(around):
		c.Doubt = "the number of commitments that were made, not assessed"
	case !reSelected.MatchString(around) && !strings.HasPrefix(strings.ToLower(s[m[0]:m[1]]), "all") && (!reEveryOne.MatchString(s[:m[0]]) || reOfSome.MatchString(s[m[0]:m[1]])):
		c.Doubt = "which commitments are counted is not certain"
	case r.OtherTime(s[:m[1]]) != "":
		c.Doubt = "commitments of another summit"
	case r.ofAPart(s[m[0]:m[5]] + "commitments"), reCountLimited.MatchString(s[m[5]+len("commitments"):]), r.membersOwn(s[m[5]+len("commitments"):]):
		c.Doubt = "a part of the commitments is counted"
	}
	return c, true
}

// Own reports whether a table's title is about this report: it names no other
// stage, year, forum or summit.
func (r Reader) Own(title string) bool { return r.OtherTime(title) == "" }

// OtherStage reports whether a sentence names a stage (interim, preliminary,
// final) that is not the report's own. A report that states no stage is a
// final one.
func (r Reader) OtherStage(text string) bool {
	own := r.Stage
	if own == "" {
		own = "final"
	}
	for _, m := range reStages.FindAllString(text, -1) {
		if stage(m) != stage(own) {
			return true
		}
	}
	return false
}

// stage is a stage by one name: a preliminary report is an interim one.
func stage(name string) string {
	if name = strings.ToLower(name); name == "preliminary" {
		return "interim"
	}
	return name
}

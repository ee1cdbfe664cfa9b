package prose

import (
	"strings"
	"sync"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/vocabulary"
)

// A figure that the tables contradict accuses those who wrote it. That a name stands beside
// it is too little: 'is within reach of', 'the weighted average of', 'after three
// commitments' make it something else, in more ways than can be listed. What can be listed
// is of what words a plain statement on a score is made; a claim is held against its author
// only where it has no other. A figure that fits needs no such proof: by chance alone it
// would not.

// wording is where a claim stands in its sentence.
type wording struct {
	sentence string
	piece    piece
	groups   []group
	scale    int    // where the ends of a scale end that the sentence explains
	before   *Claim // that with which the claim's clause goes on
	open     *open
	shared   *shared
}

// shared is what all claims of a sentence ask of it, sought once.
type shared struct {
	once   sync.Once
	figs   []Figure
	asides []Span
	// left are words of phrases that limit nothing.
	left map[string]bool
}

// sharedOf is that of the claim's sentence.
func (r Reader) sharedOf(w wording) *shared {
	x := w.shared
	x.once.Do(func() {
		x.figs = figures(w.sentence)
		for _, aside := range []*lazyregexp.Regexp{reToldAside, reAsideBetween} {
			for _, m := range aside.FindAllStringIndex(w.sentence, -1) {
				x.asides = append(x.asides, Span{m[0], m[1]})
			}
		}
		x.left = wordsLeftOut(w.sentence, reNoLimit.ReplaceAllString(reAuthorsFound.ReplaceAllString(r.withoutUnion(r.withoutOwnDates(w.sentence)), " found "), " "))
	})
	return x
}

// open is what of a claim's own words is not understood, sought once: each claim of a clause
// asks it of all before it.
type open struct {
	once sync.Once
	word string
}

// openWord gives the first of the claim's own words that is not understood.
func (r Reader) openWord(c *Claim) string {
	o := c.words.open
	o.once.Do(func() {
		said := c.words.said(r.sharedOf(c.words).figs)
		if o.word = r.strange(c, said); o.word == "" {
			o.word = c.otherwise(said)
		}
	})
	return o.word
}

var (
	// reStatementEnds is where what is said of a figure ends behind it.
	reStatementEnds = lazyregexp.New(`(?i)[,;:()\x{2013}\x{2014}]|\.(?:\s|$)|\band\b`)
	// reSubjectEnds is the same of a figure that stands before its subject.
	reSubjectEnds = lazyregexp.New(`[,;:()\x{2013}\x{2014}]|\.(?:\s|$)`)
	// reToldAside is what is told of a subject between two commas, which does not limit what
	// its own sentence says: "Norland, which chaired the group in May, has".
	reToldAside = lazyregexp.New(`(?i)[,(\x{2013}\x{2014}]\s*(?:(?:(?:each|all|both|most|some)\s+)?(?:on|for|to|with|about|of|by|under)\s+)?(?:which|who|whom|whose|where)\s[^,;:()\x{2013}\x{2014}]{2,160}[,)\x{2013}\x{2014}]`)
	// reCircumstance is the beginning of a sentence that says when, where or among whom all
	// of it is so, up to the comma behind it.
	reCircumstance = lazyregexp.New(`(?i)^\s*(?:[\p{L}-]+ly\s+)?(?:in|at|on|for|with|without|after|before|during|since|within|under|by|over|across|among|amongst|between|until|from|compared|if|when|while|whereas|unless|once|as|not|excluding|except|apart|leaving|counting|including|taken|judged|measured|seen|according|against|unlike|like|despite)\b[^,]*`)
	// reGoesOn is where a further statement on the same subject begins, which is whole by
	// itself: "Norland failed on trade, and averaged", "Norland stood above all, with a score
	// of", "Norland's failure on trade pulled its average".
	reGoesOn = lazyregexp.NewWith(`(?i),\s+(?:and\s+then|then|and|but|yet|so|with)\s|\b(?:its|their|his|her)\s+(?:own\s+|overall\s+|final\s+)?average\b`, ",", "average")
	// reNoLimit are phrases that limit nothing: how older reports say a percentage of
	// compliance, the report's own year, the scale that a figure is on.
	reNoLimit = lazyregexp.NewWith(`(?i)\bof\s+the\s+time\b|\b(?:this|of\s+the)\s+year(?:['\x{2019}]s)?\b|\btop(?:s|ped)\s+the\b|\bon\s+(?:a|the|this|that|our)\s+scale\b[^,;.]*`, "time", "year", "scale", "tops", "topped")
	// reVerb ends the subject of a figure that stands before it.
	reVerb = lazyregexp.New(`(?i)\b(?:is|are|was|were|has|have|had|stands?|stood|comes?|came|leads?|led|ranks?|ranked|follows?|followed|clos(?:es|ed)|brings?|brought|share[sd]?|trail(?:s|ed)?)\b`)
	// reScoresOf follows a number of single scores, of which a mean is made.
	reScoresOf = lazyregexp.New(`(?i)^\s+(?:(?:full|partial|positive|negative|single|other)\s+)?(?:scores?\s+)?(?:of|at)\s+[+\-\x{2212}\x{2013}]?[01](?:[^.0-9]|$)|^\s+(?:full\s+|partial\s+|positive\s+|negative\s+)?(?:scores?|zeros?|zeroes|successes|failures)\b|^\s+(?:commitments|promises|pledges),\s+for\b`)
)

// mostBefore is how many statements of one clause are looked back upon.
const mostBefore = maxFigures

// NotUnderstood gives the first word of a claim that is none of those of which statements
// on scores are made, nor of the names of what it is about; empty where there is none.
func (r Reader) NotUnderstood(c *Claim) string {
	if c.words.sentence == "" {
		return ""
	}
	if c.words.piece.Start > 0 {
		if m := reCircumstance.FindStringIndex(c.words.sentence); m != nil {
			end := m[1]
			for _, g := range c.words.groups {
				end = min(end, max(g.Start, 0))
			}
			for _, f := range r.sharedOf(c.words).figs {
				end = min(end, f.Start)
			}
			if word := r.strange(c, Span{0, end}); word != "" {
				return word
			}
		}
	}
	for n := 0; c != nil && n < mostBefore; n++ {
		f := c.words.piece.figure
		single := f != nil && f.Percent == nil && f.Value.Places == 0
		if n == 0 || !single {
			// A single score says nothing of a mean behind it.
			if word := r.openWord(c); word != "" {
				return word
			}
		}
		if b := c.words.before; !single && b != nil && b.Doubt != "" && !unsureAbout(b.Doubt) && !reVerb.MatchString(c.words.sentence[c.words.piece.Start:c.words.piece.End]) {
			// "Norland holds 61% of the shares and Sudland 44%"
			return strings.TrimSpace(b.words.sentence[b.words.piece.Start:b.words.piece.End])
		}
		c = c.words.before
	}
	return ""
}

// unsureAbout reports whether a doubt is only about whose a figure is, and not about what.
func unsureAbout(doubt string) bool {
	return doubt == UnsureWhat || doubt == "which commitment is meant is not certain" || doubt == "several subjects are named beside the figure"
}

// said is the stretch of the sentence that says what the claim claims.
func (w wording) said(figs []Figure) Span {
	f := w.piece.figure
	if f == nil {
		return w.piece.Span
	}
	out := Span{w.piece.Start, f.End}
	ends := reStatementEnds
	rest := w.sentence[f.End:]
	from := f.End
	if w.piece.leading {
		ends = reSubjectEnds
		rest = strings.TrimLeft(rest, " ,)")
		from = len(w.sentence) - len(rest)
		if m := reVerb.FindStringIndex(rest); m != nil {
			rest = rest[:m[1]]
		}
	}
	stop := len(rest)
	for _, end := range []*lazyregexp.Regexp{ends, reBreak} {
		if m := end.FindStringIndex(rest); m != nil {
			stop = min(stop, m[0])
		}
	}
	for _, next := range figs {
		if next.Start >= from {
			stop = min(stop, next.Start-from)
			break
		}
	}
	out.End = from + stop
	if w.scale > out.Start && w.scale < out.End {
		out.Start = w.scale
	}
	return out
}

// toldBefore is what is told of the claim's member before the statement that gives its figure.
func (w wording) toldBefore() (Span, bool) {
	f := w.piece.figure
	if f == nil || w.piece.leading {
		return Span{}, false
	}
	var own *group
	for i := range w.groups {
		if g := &w.groups[i]; g.kind == Member && g.Start >= w.piece.Start && g.End <= f.Start {
			own = g
		}
	}
	if own == nil {
		return Span{}, false
	}
	ends := reGoesOn.FindAllStringIndex(w.sentence[own.End:f.Start], -1)
	if ends == nil {
		return Span{}, false
	}
	return Span{own.End, own.End + ends[len(ends)-1][0]}, true
}

// strange gives the first word of a stretch of the claim's sentence that is not understood.
func (r Reader) strange(c *Claim, in Span) string {
	s := c.words.sentence
	known := make([]Span, 0, 8)
	for _, g := range c.words.groups {
		known = append(known, g.Span)
	}
	shared := r.sharedOf(c.words)
	for _, f := range shared.figs {
		known = append(known, f.Span)
	}
	f := c.words.piece.figure
	for _, m := range shared.asides {
		if f == nil || f.End <= m.Start || f.Start >= m.End {
			known = append(known, m)
		}
	}
	if told, ok := c.words.toldBefore(); ok {
		known = append(known, told)
	}
	everything := len(c.Subjects) > 0 && c.Subjects[0].Kind == Overall
	if !everything && len(c.Subjects) > 0 && c.About != "" {
		// Of a figure whose subject was not found, all the words before it are what it is about.
		if i := strings.Index(s[in.Start:], c.About); i >= 0 {
			known = append(known, Span{in.Start + i, in.Start + i + len(c.About)})
		}
	}
	stretch := s[in.Start:in.End]
	own := shared.left
	for _, w := range wordSpans(stretch) {
		if withinAny(known, in.Start+w.Start) {
			continue
		}
		word := stretch[w.Start:w.End]
		if !r.understood(c, strings.ToLower(word), word, stretch[w.End:], everything) && !own[word] {
			return word
		}
	}
	return ""
}

// wordsLeftOut are the words of a text that are not in what is left of it.
func wordsLeftOut(text, left string) map[string]bool {
	if text == left {
		return nil
	}
	out := map[string]bool{}
	for _, w := range wordSpans(text) {
		out[text[w.Start:w.End]] = true
	}
	for _, w := range wordSpans(left) {
		delete(out, left[w.Start:w.End])
	}
	return out
}

// understood reports whether a word of a claim cannot make it something else. low is the word
// in small letters, behind what follows it, everything says that the claim is about all.
func (r Reader) understood(c *Claim, low, word, behind string, everything bool) bool {
	v := r.Words()
	low = withoutPossessive(low)
	n, isNumber := numberIn(low)
	switch {
	case low == "one" || v.Has(vocabulary.StatementWords, low) || everything && everyWords.Has(low):
		return true
	case isNumber:
		return everything || r.Years[n] || n == r.MemberCount || n == r.Catalogue.Len() || n == len(c.Subjects) || n == c.Countries || reScoresOf.MatchString(behind)
	case r.forums(reForum).MatchString(word):
		return r.OtherTime(word) == ""
	case r.inSummit(low):
		return true
	}
	if parts := strings.Split(low, "-"); len(parts) > 1 {
		for _, p := range parts {
			if p != "" && !r.understood(c, p, p, "", everything) {
				return false
			}
		}
		return true
	}
	if len(c.Subjects) == 0 {
		// The name of a commitment that was not found may stand before a figure with which
		// the sentence goes on.
		return idle.Has(low) || r.Catalogue.Touches(low)
	}
	for _, s := range c.Subjects {
		if s.Kind != Commitment {
			continue
		}
		for _, e := range r.Catalogue.entries {
			if e.Number == s.Commitment && (idle.Has(low) || has(e.label, stem.Of(low))) {
				return true
			}
		}
	}
	return false
}

// inSummit reports whether a word, in small letters, is one of the name of the report's summit.
func (r Reader) inSummit(low string) bool {
	return len(low) > 2 && strings.Contains(strings.ToLower(r.Summit), low)
}

// withinAny reports whether a place lies in one of some spans.
func withinAny(spans []Span, at int) bool {
	for _, s := range spans {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}

package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// Beside the levels a text may say of one of them what suffices for it, what it
// takes, or what does not suffice: "Members that trained more than 600 nurses are
// considered to be in full compliance." Such a sentence is a condition on the same
// grid, and holds in one direction only.

// direction is which way such a sentence holds.
type direction int

const (
	suffices direction = iota
	needed
	insufficing
)

var (
	reToFull    = lazyregexp.New(`(?i)\b(?:for|in|to|as)?\s*(?:be\s+in\s+|constitute\s+)?(?:full\s+compliance|compl(?:y|ied|ies)\s+in\s+full|(?:fully|completely)\s+compl(?:y|ied|ies|iant)|compl(?:y|ied|ies)\s+fully)\b|\b(?:for\s+|to\s+(?:be\s+|receive\s+|earn\s+|get\s+)?)?(?:an?\s+)?scored?\s+(?:of\s+)?\+1(?:\D|$)`)
	reToPartial = lazyregexp.New(`(?i)\b(?:partial|partially|partly|in\s+part|work\s+in\s+progress|non-?compliance)\b|\bscored?\s+(?:of\s+)?(?:0|[\x{2212}\x{2013}-]1)(?:\D|$)`)
	reNoMore    = lazyregexp.New(`(?i)\bis\s+(?:no|not)\s+more\s+than\s+partial\s+compliance\b|\bis\s+only\s+partial\s+compliance\b`)
	reShort     = lazyregexp.New(`(?i)\b(?:do|does|will|would)\s+not\s+suffice\b|\b(?:is|are)\s+(?:not\s+(?:sufficient|enough)|insufficient)\b|\b(?:cannot|can\s+(?:not|never)|may\s+(?:not|never)|will\s+(?:not|never))\s+(?:earn|be|receive|get|count\s+as|amount\s+to|constitute|lead\s+to)\b`)
	reNeeded    = lazyregexp.New(`(?i)\b(?:should|must|needs?\s+to|has\s+to|have\s+to|requires?|is\s+required|are\s+required)\b`)
	reSuffices  = lazyregexp.New(`(?i)\b(?:is|are)\s+(?:to\s+be\s+)?(?:regarded|considered|deemed|treated)\b(?:\s+(?:as|to)\s+(?:having|have|be))?|\b(?:is|are)\s+(?:sufficient|enough)\b|\bsuffices?\b|\bcounts?\s+as\b|\bamounts?\s+to\b`)
	// reIsFull finds what says without more that something is full compliance.
	reIsFull = lazyregexp.New(`(?i)\b(?:is|are|means?|brings?|constitutes?)\s+full\s+compliance\b`)
	// reEvenIf finds a concession, which limits nothing.
	reEvenIf = lazyregexp.New(`(?i),?\s+(?:even\s+(?:if|when|where|though)|whether\s+or\s+not)\b[^,;.]*$`)
	// reThreshold finds a minimum that is put in words as one.
	reThreshold = lazyregexp.New(`(?i)\b(?:at\s+least|no\s+fewer\s+than|not\s+fewer\s+than|a\s+minimum\s+of)\s+(?:\p{L}+|\d+)\b|\bor\s+more\b`)
	// reAmongOthers are words with which a condition is one of several.
	reAmongOthers = lazyregexp.New(`(?i)\b(?:also|first|besides|moreover|addition(?:ally)?|further(?:more)?|already|and|as\s+well)\b`)
	reSingle      = lazyregexp.New(`(?i)\b(?:a|one)\s+single\s+(.*)`)
	// reScoredLow finds what gives a lower score, reReason what may stand behind it.
	reScoredLow = lazyregexp.New(`(?i)\b(?:is|are)\s+(?:to\s+be\s+)?(?:scored|given|awarded|assigned|rated)\s+(?:as\s+|at\s+)?(?:a\s+)?(?:score\s+of\s+)?([\x{2212}\x{2013}-]1\b|0\b|non-?compliance|partial\s+compliance)|\b(?:is|are|amounts?\s+to|constitutes?|counts?\s+as)\s+(non-?compliance|partial\s+compliance)`)
	reReason    = lazyregexp.New(`(?i)^\s*(?:$|[.;,:]|since\b|because\b|as\b)`)
	// reLowerOnlySome are words that make such a sentence hold in some cases only.
	reLowerOnlySome = lazyregexp.New(`(?i)\b(?:cannot|may|might|can|could|some|usually|normally|generally|often|weak|strong|alone|like|such|this|these|they|it)\b`)
	reThatDay       = lazyregexp.New(`(?i)\b(?:that|this|the\s+said)\s+(?:day|date)\b`)
	// reOther are words that make the sentence hold in some cases only.
	reOther = lazyregexp.New(`(?i)\b(?:if|unless|except|provided|when|where|while|whereas|but|otherwise|not|never|without)\b`)
)

// Dispute is a sentence beside the levels that says another thing of the highest
// level than its own text does.
type Dispute struct {
	Score    int
	Sentence string
	// States are those that one puts into the level and the other keeps out of it.
	States []condition.State
	// InLevel says that it is the level's own text that puts them in.
	InLevel bool
}

// reConsidersFor finds that something is a condition of being considered for a level.
var reConsidersFor = lazyregexp.New(`(?i)\b(?:considered|consideration|eligible|candidates?)\s+for\b`)

// ConsidersFor reports whether a sentence says what it takes to be considered for a level,
// which is not what it takes to reach it.
func ConsidersFor(sentence string) bool { return reConsidersFor.MatchString(sentence) }

// besideTop reads what a sentence says of the highest level: the condition without
// the words about the level, and which way it holds.
func besideTop(sentence string) (condition string, d direction, ok bool) {
	s := reEvenIf.ReplaceAllString(strings.TrimSuffix(strings.TrimSpace(sentence), "."), "")
	if ConsidersFor(s) {
		return "", 0, false
	}
	switch {
	case reNoMore.MatchString(s):
		s, d = reNoMore.ReplaceAllString(s, " "), insufficing
		return s, d, !reOther.MatchString(s) && !reToFull.MatchString(s) && !reToPartial.MatchString(s)
	case !reToFull.MatchString(s) || reToPartial.MatchString(s):
		return "", 0, false
	}
	short, need, enough := reShort.MatchString(s), reNeeded.MatchString(s), reSuffices.MatchString(s)
	switch {
	case short && !need:
		s, d = reShort.ReplaceAllString(s, " "), insufficing
	case need && !enough && !short:
		s, d = reNeeded.ReplaceAllString(s, " "), needed
	case enough && !need && !short:
		s, d = reSuffices.ReplaceAllString(s, " "), suffices
	case !short && !need && !enough && reIsFull.MatchString(s):
		s, d = reIsFull.ReplaceAllString(s, " "), suffices
	default:
		return "", 0, false
	}
	s = strings.Join(strings.Fields(reToFull.ReplaceAllString(s, " ")), " ")
	return s, d, !reOther.MatchString(s)
}

// thatDay is a sentence with the one day of the sentence before it in place of "that
// day".
func thatDay(sentences []string, i int) string {
	s := sentences[i]
	if i == 0 || !reThatDay.MatchString(s) {
		return s
	}
	day := ""
	for _, v := range values(sentences[i-1]) {
		if v.measure != date {
			continue
		}
		if v.value <= 0 || day != "" {
			return s
		}
		day = v.text
	}
	if day == "" {
		return s
	}
	return reThatDay.ReplaceAllString(s, day)
}

// Beside holds the sentences that stand beside the levels against the highest of
// them. The reading that it gives knows what is disputed, and concludes nothing
// from it.
func (r Reading) Beside(levels []model.Level, sentences []string) (Reading, []Dispute) {
	const most = 200 // sentences
	if !r.Walks() || len(r.Levels) < 3 {
		return r, nil
	}
	given := assignments(sentences[:min(len(sentences), most)], r.Levels)
	if r.pair != nil {
		out := append(r.ofCases(given), r.ofAccount(sentences[:min(len(sentences), most)])...)
		for _, d := range out {
			r.disputed = append(r.disputed, d.States...)
		}
		return r, out
	}
	type claim struct {
		sentence, condition string
		direction           direction
	}
	var claims []claim
	var conditions []string
	for i, s := range sentences[:min(len(sentences), most)] {
		if c, d, ok := besideTop(thatDay(sentences, i)); ok {
			claims = append(claims, claim{s, c, d})
			conditions = append(conditions, c)
		}
	}
	out := append(r.ofWeakAlone(sentences[:min(len(sentences), most)]), r.ofLower(sentences[:min(len(sentences), most)])...)
	for _, a := range given {
		conditions = append(conditions, a.words)
	}
	for _, d := range out {
		r.disputed = append(r.disputed, d.States...)
	}
	if len(claims) == 0 && len(given) == 0 {
		return r, out
	}
	if r.frame != nil {
		scores, texts := byScore(levels)
		again, ok := framed(scores, texts, conditions, r.Size, r.frame.event)
		if !ok {
			return r, out
		}
		again.Components, again.stems = r.Components, r.stems
		r = again
	}
	for _, d := range r.ofCases(given) {
		if !slices.ContainsFunc(out, func(o Dispute) bool { return o.Sentence == d.Sentence }) {
			out = append(out, d)
			r.disputed = append(r.disputed, d.States...)
		}
	}
	for _, c := range claims {
		asked, ok := r.condition(c.condition)
		if !ok {
			continue
		}
		d := Dispute{Score: r.Levels[0].Score, Sentence: c.sentence, InLevel: c.direction != suffices}
		for _, s := range r.States() {
			own, said := r.Levels[0].Truth(s), asked.Truth(s)
			switch {
			case c.direction == suffices && said == condition.In && own == condition.Out,
				c.direction == needed && said == condition.Out && own == condition.In,
				c.direction == insufficing && said == condition.In && own == condition.In:
				d.States = append(d.States, s)
			case c.direction == needed && said == condition.In && own == condition.Out && r.setsThreshold(c.condition, asked):
				d.States, d.InLevel = append(d.States, s), false
			}
		}
		if len(d.States) > 0 {
			out = append(out, d)
			for _, s := range r.States() {
				own, said := r.Levels[0].Truth(s), asked.Truth(s)
				if c.direction == suffices && said != condition.Out && own == condition.Out || slices.Contains(d.States, s) {
					r.disputed = append(r.disputed, s)
				}
			}
		}
	}
	return r, out
}

// setsThreshold reports whether a sentence that says what it takes names the threshold: one
// minimum and nothing beside it, where the highest level is another minimum. Full
// compliance that takes action in at least three of five areas begins at three.
func (r Reading) setsThreshold(words string, asked condition.Condition) bool {
	if len(reThreshold.FindAllStringIndex(words, 2)) != 1 || reAmongOthers.MatchString(words) || r.Unit == condition.Cases || r.Graded {
		return false
	}
	if !r.saysOnly(words) {
		return false // "one new action" is a condition beside the number
	}
	minimum := func(c condition.Condition) bool {
		return len(c.Clauses) == 1 && len(c.Clauses[0].Atoms) == 1 && c.Clauses[0].Atoms[0].Strength == token.Any && !c.Clauses[0].Doubt && !c.Clauses[0].Unopposed && len(c.Missed) == 0
	}
	return minimum(asked) && minimum(r.Levels[0])
}

// saysOnly reports whether words have none but those of counting and doing and those of the
// levels.
func (r Reading) saysOnly(words string) bool {
	p := token.Borrow(words)
	defer token.GiveBack(p)
	for i := range *p {
		t := &(*p)[i]
		if t.Stem != "" && !t.IsNumber() && !t.Is(token.Neutral|token.Acting|token.Acts|token.Assigning|token.ActionNouns|token.DimensionNouns|token.Limiters|token.Strongs|token.Weaks|token.Others) &&
			!slices.Contains(limitWords, t.Word) && !slices.Contains(doingWords, t.Word) && !sameWords([]string{t.Stem}, r.stems) && !slices.Contains(r.stems, t.Stem+"s") && !slices.Contains(r.stems, strings.TrimSuffix(t.Stem, "s")) {
			return false
		}
	}
	return true
}

// doingWords say of action that it was taken, and nothing of what it was.
var doingWords = strings.Fields(`carry carries carried out act acts acted acting meet meets met fulfil fulfils fulfilled address addresses addressed cover covers covered comply complies complied complete completes completed
	use uses used achieve achieves achieved made make makes do does done work works worked evidence found either when them those one`)

// ofLower are the sentences that give a case a lower score than the highest, where
// the levels put all that they speak of elsewhere.
func (r Reading) ofLower(sentences []string) (out []Dispute) {
	if len(r.Levels) != 3 {
		return nil
	}
	for _, sentence := range sentences {
		m := reScoredLow.FindStringSubmatchIndex(sentence)
		if m == nil || reToFull.MatchString(sentence) || len(reScoredLow.FindAllStringIndex(sentence, 2)) > 1 {
			continue
		}
		words := sentence[:m[0]]
		level := r.Levels[1]
		if given := strings.ToLower(sentence[max(m[2], m[4]):max(m[3], m[5])]); strings.HasSuffix(given, "1") || strings.HasPrefix(given, "non") {
			level = r.Levels[2]
		}
		if reOther.MatchString(words) || reLowerOnlySome.MatchString(words) || !reReason.MatchString(sentence[m[1]:]) {
			continue
		}
		asked, ok := r.condition(words)
		if !ok {
			continue
		}
		d := Dispute{Score: level.Score, Sentence: sentence}
		all := true
		for _, s := range r.States() {
			if asked.Truth(s) == condition.Out {
				continue
			}
			elsewhere := false
			for _, l := range r.Levels {
				elsewhere = elsewhere || l.Score != level.Score && l.Truth(s) == condition.In
			}
			if asked.Truth(s) == condition.In {
				all = all && elsewhere && level.Truth(s) == condition.Out
				d.States = append(d.States, s)
			}
		}
		if all && len(d.States) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// condition reads words as a condition on the reading's own grid.
func (r Reading) condition(words string) (condition.Condition, bool) {
	if r.frame != nil {
		f := *r.frame
		f.affirmed = false
		quantities, stems, ok := f.read(words, f.all(words, values(words)), false)
		if !ok || len(quantities) != 1 || !f.speaksOf(stems, words) {
			return condition.Condition{}, false
		}
		q := quantities[0]
		if q.UpTo {
			q.Possible = q.Sure
		}
		return condition.Condition{Clauses: []condition.Clause{{Atoms: []condition.Atom{{Unit: condition.Cases, Count: q}}, Words: words}}}, true
	}
	top := r.Levels[0].Score
	own := Read([]model.Level{{Score: &top, Text: words}}, nil, r.Size)
	if own.Unit != r.Unit || own.Size != r.Size || len(own.Levels) != 1 || len(own.Missed) > 0 || len(own.Levels[0].Clauses) != 1 {
		return condition.Condition{}, false
	}
	c := own.Levels[0]
	if strings.Count(strings.ToLower(words), " and ") >= max(len(c.Clauses[0].Atoms), 1) || !r.saysOnly(words) {
		return condition.Condition{}, false // it says another thing besides
	}
	for _, a := range c.Clauses[0].Atoms {
		if a.Count.Unstated {
			return condition.Condition{}, false
		}
	}
	return c, !c.Clauses[0].Doubt && !c.Clauses[0].Contradictory
}

// speaksOf reports whether words are about what the scale measures: they have one
// value of it, and a word of the frame.
func (f *frame) speaksOf(stems []string, words string) bool {
	n := 0
	list := f.all(words, values(words))
	for i, v := range list {
		if v.measure == f.scale.measure && v.unit == f.scale.unit && !whole(words, list, i) {
			n++
		}
	}
	if m := reSingle.FindStringSubmatch(words); n == 0 && f.scale.counts() && m != nil && f.counts(m[1]) {
		n = 1
	}
	for _, s := range stems {
		if n == 1 && sameWords([]string{s}, f.stems) {
			return true
		}
	}
	return false
}

// counts reports whether words begin with what the levels count.
func (f *frame) counts(words string) bool {
	for _, s := range nounsOf(words) {
		if sameWords([]string{s}, f.nouns) {
			return true
		}
	}
	return false
}

// nounsOf are the stems of the next two words.
func nounsOf(words string) (out []string) {
	p := token.Borrow(words)
	defer token.GiveBack(p)
	for i := 0; i < len(*p) && i < 2; i++ {
		if s := (*p)[i].Stem; s != "" {
			out = append(out, s)
		}
	}
	return out
}

// isDisputed reports whether the texts differ on a state.
func (r Reading) isDisputed(s condition.State) bool { return slices.Contains(r.disputed, s) }

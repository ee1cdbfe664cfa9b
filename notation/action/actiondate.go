package action

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// The date of an action is the date on which its first sentence says that
// something happened, wherever it stands. Every date of the sentence is a
// claim; what speaks for and against each is summed here and nowhere else.

// dateEvidence is something that speaks for or against a date. The weights
// stand in one table with their reason; the sign says which way.
type dateEvidence int

const (
	tells dateEvidence = iota
	namesDay
	placed
	bare
	inPeriod
	outOfPeriod
	deadline
	event
	quoted
	ahead
	past
	aside
	named
	answered
	ended
	preface
	prelude
	reduced
	dateEvidences
)

// dateWeights are the weights of evidence. The counts are how often it stood by
// the right and by a wrong date, in 446 sentences of 14 papers that are spent
// (make weights): where wrong ones are few, a weight is what the grammar says.
var dateWeights = [dateEvidences]int{
	tells:       3,  // 384:0, 'on' a day behind the verb of a main clause
	namesDay:    2,  // 438:4, a day rather than a month
	placed:      1,  // 432:7, a preposition of time or of a document's date before it
	bare:        -1, // 2:0, nothing before it that places it in time
	inPeriod:    2,  // 433:1, within the compliance period
	outOfPeriod: -2, // 8:7, actions before it are told as what led to others
	deadline:    -6, // 0:1, 'by', 'until', 'before': when it is to be done
	event:       -4, // 0:0, of a meeting or a treaty, which has the date in its name
	quoted:      -4, // 0:0, within quotation marks: a title's or a speaker's
	ahead:       -5, // 0:2, behind 'will', 'scheduled', 'due': not yet
	past:        -2, // 1:1, behind 'had', which tells of what was before
	aside:       -1, // 8:1, in a clause that explains a noun ('which …', 'who …')
	named:       -5, // 0:0, before a noun, as its name ('the March 2010 decree')
	answered:    -5, // 0:0, of what the action follows: 'welcomed', 'in line with'
	ended:       -6, // 0:1, behind 'ended', where the day is told on which it began
	preface:     -2, // in the phrase that opens the sentence, of what was before
	prelude:     -8, // in such a phrase, of what was still to come
	reduced:     -3, // behind a participle between commas, another date behind it: what was before
}

// dateNames name the evidence where it is counted.
var dateNames = [dateEvidences]string{
	tells: "tells", namesDay: "names day", placed: "placed", bare: "bare", inPeriod: "in period", outOfPeriod: "out of period",
	deadline: "deadline", event: "event", quoted: "quoted", ahead: "ahead", past: "past", aside: "aside", named: "named", answered: "answered",
	ended: "ended", preface: "preface", prelude: "prelude", reduced: "reduced",
}

const (
	// dateFloor is the least sum with which a date is the action's.
	dateFloor = 2
	// dateMargin is how much nearer than this another date of the sentence
	// may not come without a doubt.
	dateMargin = 1
)

// dateClaim is a date of the first sentence and what speaks for it.
type dateClaim struct {
	date.Mention
	sum int
}

// ActionDate weighs the dates of a paragraph's first sentence. It gives the
// best, and those that come near it; ok is false where none reaches the floor.
func ActionDate(v *vocabulary.Vocabulary, text string, years *YearSense) (best date.Mention, near []date.Mention, ok bool) {
	if d, ok := openingDate(v, text, years.Of); ok && !(quotesFirst(text) && outsidePeriod(d, years.Period)) {
		if opensWithNothing(v, text) {
			return date.Mention{}, nil, false
		}
		if day, sure, ok := finerDay(v, text, d, years); ok && sure {
			return day, nil, true
		} else if ok {
			return day, []date.Mention{d}, true
		}
		return d, nil, true // by far the commonest form
	}
	if rest := withoutItemNumber(v, text); rest != text {
		if d, ok := openingDate(v, rest, years.Of); ok {
			return d, nil, true
		}
		text = rest
	}
	claims := dateClaims(v, script.FirstRunes(text, sentenceReach), years)
	if len(claims) == 0 || claims[0].sum < dateFloor {
		return date.Mention{}, nil, false
	}
	for _, c := range claims[1:] {
		if c.sum >= dateFloor && claims[0].sum-c.sum < dateMargin && c.EDTF != claims[0].EDTF {
			near = append(near, c.Mention)
		}
	}
	if nothingAllAlong(v, text, claims[0].Mention, years.Period) {
		return date.Mention{}, nil, false
	}
	return claims[0].Mention, near, true
}

// outsidePeriod reports whether a date begins outside a period that is known.
func outsidePeriod(m date.Mention, period *model.Period) bool {
	if period == nil || period.From == "" || period.To == "" {
		return false
	}
	first, _, _ := strings.Cut(m.EDTF, "/")
	return earlier(first, period.From) || earlier(period.To, first)
}

// quotesFirst reports whether a text opens with what somebody says.
func quotesFirst(text string) bool {
	text = strings.TrimLeft(text, " \u00a0")
	return strings.HasPrefix(text, "“") && strings.Contains(text, "”")
}

// sentenceReach is how many code points of a paragraph are looked at for the
// dates of its first sentence.
const sentenceReach = 1000

// dateClaims gives the dates of the first sentence, the best first; of equal
// ones the earlier in the text.
func dateClaims(v *vocabulary.Vocabulary, text string, years *YearSense) []dateClaim {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	end := len(text)
	if spans := script.Sentences(v, text); len(spans) > 0 {
		end = spans[0].End
	}
	d := read(v, text)
	defer d.Done()
	var claims []dateClaim
	for _, s := range d.All() {
		if d.At(s.To-1).End > end {
			break
		}
		s.Complete(years.Of)
		m := d.Mention(s)
		if m.EDTF == "" {
			continue
		}
		sum := 0
		var names []string
		var weights []int
		for _, e := range d.evidence(s, m, years.Period) {
			sum += dateWeights[e]
			if years.Weighed != nil {
				names, weights = append(names, dateNames[e]), append(weights, dateWeights[e])
			}
		}
		if years.Weighed != nil {
			years.Weighed(m, names, weights)
		}
		claims = append(claims, dateClaim{m, sum})
	}
	slices.SortStableFunc(claims, func(a, b dateClaim) int { return cmp.Compare(b.sum, a.sum) })
	return claims
}

// evidence is what stands around a date.
func (d *reader) evidence(s date.Span, m date.Mention, period *model.Period) []dateEvidence {
	var out []dateEvidence
	told, outside := d.tellsWhen(s), false
	if told {
		out = append(out, tells)
	}
	if len(s.A.Days) > 0 {
		out = append(out, namesDay)
	}
	if period != nil && period.From != "" && period.To != "" {
		if outsidePeriod(m, period) {
			out = append(out, outOfPeriod)
			outside = true
		} else {
			out = append(out, inPeriod)
		}
	}
	i := d.weekdayBefore(s.From)
	if d.Word(i-1) == "the" { // 'the 16th of December'
		i--
	}
	prep := d.Word(i - 1)
	if !outside && !told && len(s.A.Days) > 0 && d.toldAnyway(i-1, s.To) {
		out = append(out, placed)
		for _, e := range d.clause(i) {
			if e == quoted || e == answered {
				out = append(out, e)
			}
		}
		return out
	}
	switch {
	case d.nothingDone(s):
		out = append(out, deadline)
	case told: // 'by 3 May 2010, ten towns had applied' is no deadline
		out = append(out, placed)
	case d.v.Has(vocabulary.DeadlineBefore, prep) || d.v.Has(vocabulary.DeadlineBefore, d.Word(i-2)+" "+prep):
		out = append(out, deadline)
	case d.byAct(i - 1):
		out = append(out, placed)
		if outside && yearOfPeriod(m, period) && len(s.A.Days) > 0 && d.doneByAct(i-1) {
			out = append(out, tells)
		}
	case prep == "of" && d.v.Has(vocabulary.DatedEvents, d.Word(i-2)):
		out = append(out, event)
	case d.v.Has(vocabulary.TimeBefore, prep) || d.v.Has(vocabulary.TimeBefore, d.Word(i-2)+" "+prep):
		out = append(out, placed)
		if outside && yearOfPeriod(m, period) && len(s.A.Days) > 0 && d.opensInAct(i-1) {
			out = append(out, tells)
		}
	case d.Mark(i-1, "(") || d.Mark(i-1, ","):
	default:
		out = append(out, bare)
	}
	if next := d.At(s.To); len(s.A.Days) == 0 && next.Kind == date.WordToken && next.Text != "" && prep == "the" {
		out = append(out, named)
	}
	if d.endsWhatBegan(i - 1) {
		out = append(out, ended)
	}
	if e, ok := d.prefaced(s); ok {
		out = append(out, e)
	} else if d.inParticiple(s) && d.datedBehind(s) {
		out = append(out, reduced)
	}
	if outside && farAhead(m, period) {
		out = append(out, ahead)
	}
	return append(out, d.clause(i)...)
}

// yearOfPeriod reports whether a date lies in the year in which the period begins or
// ends: a law of years before is background.
func yearOfPeriod(m date.Mention, period *model.Period) bool {
	for _, end := range []string{period.From, period.To} {
		if len(end) >= 4 && strings.HasPrefix(m.EDTF, end[:4]) {
			return true
		}
	}
	return false
}

// clause is what the clause before a date says of it: whether it is quoted,
// still ahead, before something else, or about a noun only.
func (d *reader) clause(to int) []dateEvidence {
	var out []dateEvidence
	seen := map[dateEvidence]bool{}
	add := func(e dateEvidence) {
		if !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	open := 0
	from := 0
	for k := 0; k < to; k++ {
		switch {
		case d.Mark(k, "“"):
			open++
		case d.Mark(k, "”"):
			open = max(0, open-1)
		case d.Mark(k, ";") || d.Mark(k, ":"):
			from = k + 1
		case d.Mark(k, ",") && !unicode.IsDigit(script.FirstRune(d.At(k+1).Text)) && !d.Mark(k+1, "“"):
			from = k + 1
		}
	}
	if open > 0 {
		add(quoted)
	}
	for k := from; k < to; k++ {
		w := d.Word(k)
		switch {
		case d.v.Has(vocabulary.AheadWords, w) || d.v.Has(vocabulary.AheadWords, w+" "+d.Word(k+1)+" "+d.Word(k+2)):
			if !d.sinceTold(k, to) {
				add(ahead)
			}
		case w == "follows" && d.Word(k+1) == "from": // is shown by it
		case d.v.Has(vocabulary.AnswerWords, w) && d.answeredIn(k, to):
		case d.v.Has(vocabulary.AnswerWords, w) || d.v.Has(vocabulary.AnswerWords, w+" "+d.Word(k+1)+" "+d.Word(k+2)):
			add(answered)
		case w == "had":
			add(past)
		case k == from && k > 0 && (w == "which" || w == "who" || w == "whose" || w == "whom"):
			add(aside)
		}
	}
	return out
}

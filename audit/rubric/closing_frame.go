package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
	notationdate "recount.invalid/recount/notation/date"
)

// A conclusion against levels that differ in one quantity is read where one of its
// sentences has all that the levels have in common, and one quantity.

// reScoring finds the sentence that gives the score.
var reScoring = lazyregexp.New(`(?i)\b(?:awarded|award|receives?|received|given|earns?|earned|merits?|merited|deserves?|obtains?|scores?|scored)\b[^.]*(?:[+\x{2212}\x{2013}-]\s?1|\b0)(?:\D|$)`)

// ReadClosing reads a member's conclusion in the terms of this text.
func (r Reading) ReadClosing(text string) Closing {
	c := r.readClosing(text)
	if c.Doubt == "" && r.tellsOfUncounted(text) {
		c.Doubt = "the conclusion tells of something that may not count"
	}
	return c
}

func (r Reading) readClosing(text string) Closing {
	if r.Unit != condition.Cases {
		c := ReadClosing(text, r.Parts(), r.Size)
		c.readClosed(r, text)
		if r.Unit == condition.Dimensions {
			c.overlay(text, r.Parts(), r.stems)
		}
		return c
	}
	if r.pair != nil {
		return r.pair.tells(text)
	}
	c := Closing{Unit: condition.Cases}
	if r.frame == nil {
		return c
	}
	toks := token.Borrow(text)
	defer token.GiveBack(toks)
	more := false
	told := *r.frame
	told.introduced = introduces(token.Sentences(text, *toks))
	r.frame = &told
	for _, s := range token.Sentences(text, *toks) {
		if statement.Formula(s) || reScoring.MatchString(printedAs(text, s)) {
			for _, piece := range statement.BeyondFormula(s) {
				if !statement.Formula(piece) {
					c.piece(r.frame, text, piece, nil)
				}
			}
			continue
		}
		c.opposing = c.opposing || statement.Opposes(s)
		if c.piece(r.frame, text, s, nil) {
			continue
		}
		told := false
		if pieces := ofEach(statement.Clauses(s)); len(pieces) > 1 && r.frame.scale.measure == date {
			for _, piece := range pieces { // a day in another clause is that of another thing
				told = c.piece(r.frame, text, piece.s, piece.lead) || told
			}
		}
		more = more || !told
	}
	if c.open != nil && r.frame.scale.measure == money && r.valuesOtherThings() && len(values(strings.Join(c.Words, " "))) > 1 {
		more = true // "52 million and 80 days of ships' time"
	}
	if c.open != nil && more {
		switch r.frame.scale.measure {
		case plain, money:
			c.open.Hi = condition.Unlimited // what else is told may add to it
		}
	}
	if c.open == nil && c.Doubt == "" {
		c.ofParts(r, text)
	}
	return c
}

// reValued finds that things other than money are counted as a sum of it.
var reValued = lazyregexp.New(`(?i)\b(?:counted|valued|reckoned|assessed)\s+(?:at|by)\b|\bin\s+kind\b`)

// valuesOtherThings reports whether sentences beside the levels give things a value in money.
func (r Reading) valuesOtherThings() bool {
	return slices.ContainsFunc(r.counting, reValued.MatchString)
}

// piece reads a sentence, or a clause of one.
func (c *Closing) piece(f *frame, text string, s, lead []token.Token) bool {
	s = withoutTimely(text, s)
	i, orNever, ok := f.tells(printedAs(text, s), s, lead)
	if !ok {
		return false
	}
	if c.open != nil {
		c.Doubt = "the conclusion counts more than once"
		return true
	}
	c.open, c.orNever = &i, orNever
	c.Words = append(c.Words, token.Quote(text, s))
	return true
}

// ofParts reads a conclusion about a frame that counts parts, or a share of them, by
// those that it names.
func (c *Closing) ofParts(r Reading, text string) {
	f := r.frame
	size := r.parts()
	if len(r.names) > 0 {
		size = len(r.names)
	}
	if size < 2 || f.scale.measure != plain && f.scale.measure != share {
		return
	}
	told := ReadClosing(text, r.names, size)
	told.overlay(text, r.names, f.stems)
	lo, hi := 0, size
	for _, s := range told.Standings {
		switch s {
		case Acted, CalledStrong:
			lo++
		case Untouched:
			hi--
		case CalledWeak, Insufficient:
			return // what that is to the levels they do not say
		}
	}
	if t := told.total; t != nil && told.Unit == condition.Dimensions {
		i := t.count.Possible
		if t.reduced {
			i.Lo = 0
		}
		if !t.whole && told.more {
			i.Hi = size
		}
		lo, hi = max(lo, i.Lo), min(hi, i.Hi)
	}
	if told.Doubt != "" || told.opposing || told.Strong != nil || told.Weak != nil || lo > hi || lo == 0 && hi == size {
		return
	}
	c.open = &condition.Interval{Lo: f.partPoint(lo, size), Hi: f.partPoint(hi, size)}
	c.Standings, c.faint, c.Words = told.Standings, told.faint, told.Words
}

// partPoint is where a number of the parts lies.
func (f *frame) partPoint(n, size int) int {
	if n == 0 {
		return 0
	}
	if f.scale.measure == plain {
		return f.scale.point(int64(n) * micro)
	}
	value := int64(n) * 100 * micro / int64(size)
	for _, v := range f.scale.values { // thirds are rounded
		if d := v - value; d >= -2 && d <= 2 {
			value = v
		}
	}
	return f.scale.point(value)
}

// printedAs is the text of tokens with the sign of a share behind the last number.
func printedAs(text string, s []token.Token) string {
	end := s[len(s)-1].End
	rest := text[end:]
	if trimmed := strings.TrimLeft(rest, " "); strings.HasPrefix(trimmed, "%") {
		end += len(rest) - len(trimmed) + 1
	}
	return text[s[0].Start:end]
}

// timeWords are the stems of words for the time that counts, and idle those of verbs
// that say nothing beside their object: a conclusion may leave out both.
var (
	timeWords = []string{"cours", "cycl", "cycle", "period", "during", "within"}
	idle      = []string{"make", "take", "give", "gives", "takes", "makes", "taken", "made", "given", "carri"}
)

// tells gives the points that a sentence leaves open; ok is false where it is not
// about what the levels set apart.
// orNever says that it does not say whether that was in the time that counts.
func (f *frame) tells(sentence string, s, lead []token.Token) (told condition.Interval, orNever, ok bool) {
	closed := f.closedTo(sentence, s, lead)
	for _, own := range f.stems {
		switch {
		case slices.Contains(f.names, own) || slices.Contains(idle, own) || hasWord(s, own):
		case slices.Contains(timeWords, own):
			orNever = orNever || !namesTime(s)
		case closed:
		default:
			return condition.Interval{}, false, false
		}
	}
	negative, reduced := false, false
	for i := range s {
		negative = negative || s[i].Is(token.Negations)
		reduced = reduced || lessens(s, i)
	}
	list := f.all(sentence, values(sentence))
	n, between := 0, false
	for i := 0; i < len(list); i++ {
		v := list[i]
		if v.measure == plain && f.scale.measure == plain && notationdate.IsYear(v.text) && !notationdate.IsYear(f.scale.last()) {
			list[i].measure = date // nothing that is counted
			continue
		}
		if v.measure != f.scale.measure || whole(sentence, list, i) {
			continue
		}
		if n == 1 && v.text == "one" && (v.end == len(sentence) || strings.ContainsRune(".,;)", rune(sentence[v.end]))) {
			list[i].measure = date // "…, the bilateral one": no number
			continue
		}
		if v.unit != f.scale.unit || v.value <= 0 || f.scale.event != 0 && v.value > f.scale.values[max(0, len(f.scale.values)-2)] {
			// Nor is it known whether a day behind all dates is before the event.
			return condition.Interval{}, false, false
		}
		n++
		between = !f.scale.counts() && f.scale.point(v.value)%2 == 1
	}
	if n > 1 || n == 1 && negative || negative && (!statement.DeniesThroughout(s, f.nouns) || statement.DeniesOther(s, f.speaks)) {
		return condition.Interval{}, false, false
	}
	copied := *f
	copied.affirmed, copied.told = false, true
	quantities, _, ok := copied.read(sentence, list, false)
	if !ok || len(quantities) != 1 {
		return condition.Interval{}, false, false
	}
	i := quantities[0].Possible
	if between && i.Lo != i.Hi { // more than a value that is on no place of its own
		i.Lo, i.Hi = max(0, i.Lo-1), min(condition.Unlimited-1, i.Hi)+1
	}
	if reduced {
		i.Lo = 0
	}
	return i, orNever, true
}

// hasWord reports whether a statement has a word of the frame in some form.
func hasWord(s []token.Token, own string) bool {
	for i := range s {
		if w := s[i].Stem; w == own || stem.Same(w, own) || alike(w, own) {
			return true
		}
	}
	return false
}

// namesTime reports whether a statement says that something was in the time that counts.
func namesTime(s []token.Token) bool {
	for i := range s {
		switch s[i].Word {
		case "cycle", "period":
			switch token.Word(s, i-1) {
			case "previous", "last", "earlier", "preceding":
				return false
			}
			for k := range s[:i] {
				switch s[k].Word {
				case "before", "after", "outside", "since", "until":
					return false
				}
			}
			return true
		}
	}
	return false
}

// alike reports whether two stems are of verbs that say the same of a figure.
func alike(a, b string) bool {
	for _, group := range groups {
		if slices.Contains(group, a) && slices.Contains(group, b) {
			return true
		}
	}
	return false
}

// groups are stems of such verbs.
var groups = [...][]string{
	{"increas", "rise", "rais", "raise", "grow", "climb", "expand"},
	{"reduc", "fall", "decreas", "declin", "drop", "lower", "shrink"},
	{"contribut", "contribute", "transfer", "transferr", "pay", "donat", "give"},
	{"impl", "carri", "fulfil"},
	{"agricultur", "farm", "farmer"},
	{"publish", "releas"},
	{"submit", "send", "deliver", "present"},
	{"cancel", "forgiv"},
	{"arriv", "reach"},
	{"reach", "attain", "pass", "achiev"},
}

// last is the highest value as printed.
func (s *scale) last() string {
	if len(s.names) == 0 {
		return ""
	}
	return s.names[len(s.names)-1]
}

// reachableCases are the cases that the conclusion leaves open, none where it says
// nothing of them.
func (c Closing) reachableCases(r Reading) []condition.State {
	states := r.States()
	if r.pair != nil {
		return c.reachablePair(states)
	}
	if c.open == nil {
		return nil
	}
	var out []condition.State
	for i, s := range states {
		if c.open.Has(s.Strong) || c.orNever && s.Strong == 0 || i == len(states)-1 && c.open.Lo > s.Strong {
			out = append(out, s)
		}
	}
	return out
}

// Cases says which cases the conclusion leaves open.
func (c Closing) Cases(r Reading) string {
	var out []string
	for _, s := range c.reachableCases(r) {
		out = append(out, r.Points[s.Strong])
	}
	if len(out) == 0 {
		return ""
	}
	return "told: " + strings.Join(out, " or ")
}

// capitals are the words of a level that are written with a capital: who acts, and
// where, which a conclusion may leave out or say in another way.
func capitals(text string, toks []token.Token) []string {
	var out []string
	for i := range toks {
		if toks[i].Stem != "" && text[toks[i].Start] >= 'A' && text[toks[i].Start] <= 'Z' {
			out = append(out, toks[i].Stem)
		}
	}
	return out
}

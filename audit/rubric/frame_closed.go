package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
)

// A conclusion seldom repeats all of a level's words: "Korea's rules took effect on 15
// February" against "Rules on bank capital take effect by 31 December". What stands in the
// level behind a preposition may be left out where the sentence has no word of its own
// that is not understood; each other phrase of the level must show in it.

// framePhrase is a phrase of a level.
type framePhrase struct {
	stems  []string
	needed bool
}

// phrasesOf are the phrases of a level's text, without its values.
func (f *frame) phrasesOf(text string, list []printed) []framePhrase {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	var out []framePhrase
	current := framePhrase{needed: true}
	end := func(needed bool) {
		if len(current.stems) > 0 {
			out = append(out, current)
		}
		current = framePhrase{needed: needed}
	}
	afterValue := false
	for i := range *p {
		t := &(*p)[i]
		if within(list, f.scale.measure, t.Start) {
			end(true)
			afterValue = true
			continue
		}
		switch t.Word {
		case "on", "for", "to", "in", "with", "against", "at", "from", "under", "towards", "within", "during", "by":
			end(false)
			afterValue = false
		case "into":
			end(true)
			afterValue = false
		case "of":
			end(afterValue) // "75 per cent of the sites": what the share is taken of
			afterValue = false
		case "or", "more", "least", "than", "fewer", "less", "the", "these", "its":
		default:
			if t.Is(token.Acting|token.Auxiliaries) || t.Word == "have" || t.Word == "are" || t.Word == "were" || t.Word == "," {
				end(true)
				afterValue = false
			}
			if t.Stem != "" && !t.Is(token.Neutral|token.Negations) && !slices.Contains(f.names, t.Stem) && !slices.Contains(idle, t.Stem) && !slices.Contains(timeWords, t.Stem) && !slices.Contains(measuring, t.Stem) {
				current.stems = append(current.stems, t.Stem)
			}
		}
	}
	end(false)
	return out
}

// measuring are the stems of what a value is called, which its sign says already.
var measuring = []string{"share", "ratio", "proport", "percentag", "amount", "level", "valu", "averag", "total", "figur", "number", "list"}

// within reports whether a place is inside of a value of the kind.
func within(list []printed, m measure, at int) bool {
	return slices.ContainsFunc(list, func(v printed) bool { return v.measure == m && at >= v.start && at < v.end })
}

// reTimely finds what says how a day lies to another one that is not named.
var reTimely = lazyregexp.New(`(?i),\s+(?:(?:just|only|well|long|shortly|a|an|two|three|four|five|six|several|some|full|month|months|weeks?|days?|years?)\s+){0,4}(?:ahead\s+of|before|after|past|in\s+advance\s+of)\s+(?:the\s+|its\s+)?(?:schedule|deadline|due\s+date|date|time\s+limit|hoped-for\s+date|turn\s+of\s+the\s+year|summit)$`)

// besideWords are the stems that a sentence may have beside those of the level.
var besideWords = strings.Fields(`now exist went came come stood amount total value figur exactl precisel year month day time end period cours alread`)

// instruments are the stems of what a government lays down its rules in: one stands for
// another behind "the", since a conclusion calls back what was named above it.
var instruments = strings.Fields(`order act law regul rule decre statut ordin legisl direct control measur code`)

// closedTo reports whether a sentence says all that the level has in words that are all
// understood.
// lead is the subject of a statement that has it from another one.
func (f *frame) closedTo(sentence string, s, lead []token.Token) bool {
	if len(f.phrases) == 0 {
		return false
	}
	list := values(sentence)
	called := false // an instrument that was named before
	for i := range s {
		t := &s[i]
		if t.Is(token.Unreal|token.Reductions|token.Absences|token.Hedges|token.Vague|token.Contradictions) && t.Word != "had" && !f.speaks(t.Stem) {
			return false
		}
		inValue := slices.ContainsFunc(list, func(v printed) bool { return t.Start-s[0].Start >= v.start && t.Start-s[0].Start < v.end })
		switch {
		case inValue || t.Stem == "" || t.IsNumber() || t.Is(token.Neutral|token.Acts) || f.speaks(t.Stem):
		case slices.Contains(idle, t.Stem) || slices.Contains(timeWords, t.Stem) || slices.Contains(besideWords, t.Stem) || slices.Contains(measuring, t.Stem):
		case slices.Contains(instruments, t.Stem) && token.Word(s, i-1) == "the" && !f.introduced:
			called = true
		case i <= 3 && sentence[t.Start-s[0].Start] >= 'A' && sentence[t.Start-s[0].Start] <= 'Z' && !slices.Contains(instruments, t.Stem):
			// who
		default:
			return false
		}
	}
	for i := range lead {
		called = called || slices.Contains(instruments, lead[i].Stem) && token.Word(lead, i-1) == "the" && !f.introduced
		if t := &lead[i]; t.Stem != "" && !t.Is(token.Neutral|token.Acts) && !f.speaks(t.Stem) && !slices.Contains(instruments, t.Stem) && i > 1 {
			return false
		}
	}
	shown := 0
	for _, ph := range f.phrases {
		if !ph.needed {
			continue
		}
		found := false
		for _, own := range ph.stems {
			found = found || hasWord(s, own) || hasWord(lead, own) || called && slices.Contains(instruments, own)
		}
		if !found {
			return false
		}
		shown++
	}
	return shown > 0
}

// speaks reports whether a stem is a word of the levels or says the same of a figure.
func (f *frame) speaks(st string) bool {
	return st != "" && (sameWords([]string{st}, f.stems) || slices.ContainsFunc(f.stems, func(own string) bool { return alike(st, own) }))
}

// withoutTimely is a statement without what says how its day lies to another.
func withoutTimely(text string, s []token.Token) []token.Token {
	if len(s) == 0 {
		return s
	}
	words := strings.TrimRight(text[s[0].Start:s[len(s)-1].End], ". ")
	m := reTimely.FindStringIndex(words)
	if m == nil || m[0] == 0 {
		return s
	}
	end := 0
	for end < len(s) && s[end].Start < s[0].Start+m[0] {
		end++
	}
	return s[:max(end, 1)]
}

// shared is a statement with the subject that it has from the one before it.
type shared struct{ s, lead []token.Token }

// ofEach divides statements where "and" begins a verb of the same subject ("was announced
// in May and came into force in June").
func ofEach(statements [][]token.Token) []shared {
	var out []shared
	for _, s := range statements {
		from := 0
		var lead []token.Token
		for i := range s {
			if s[i].Word == "and" && i > from && i+1 < len(s) && statement.Past(s, i+1) && statement.Did(s[from:i]) {
				out = append(out, shared{s[from:i], lead})
				if lead == nil {
					lead = s[from:firstVerb(s, from)]
				}
				from = i + 1
			}
		}
		if from < len(s) {
			out = append(out, shared{s[from:], lead})
		}
	}
	return out
}

// firstVerb is where the subject ends that begins at s[from].
func firstVerb(s []token.Token, from int) int {
	for i := from; i < len(s); i++ {
		if statement.Past(s, i) || s[i].Is(token.Auxiliaries) {
			return i
		}
	}
	return len(s)
}

// introduces reports whether more than one sentence speaks of an instrument: "the Order"
// may then be one that the conclusion itself has named.
func introduces(statements [][]token.Token) bool {
	n := 0
	for _, s := range statements {
		if slices.ContainsFunc(s, func(t token.Token) bool { return slices.Contains(instruments, t.Stem) }) {
			n++
		}
	}
	return n > 1
}

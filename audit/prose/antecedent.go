package prose

import (
	"slices"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/internal/lazywords"
)

// A statement's subject may stand in the sentence before: 'Canada and Japan did well. They
// scored +0.50.' Where only one can be meant, the statement is read with that subject in the
// pronoun's place, so that every doubt that holds for a named subject holds for this one. What
// else the sentence before names by a word that a score can be of ('The summit',
// 'its exports') makes two that can be meant, and the statement is left alone.

var (
	// rePronounLed is a statement that begins with a pronoun and the verb of a figure.
	// 'It was', which need not speak of anything, is none, nor is 'It had reached', which
	// speaks of another time.
	rePronounLed = lazyregexp.New(`^(?:(They|It|Both)|(?:(This|That|These|Those|Both)|The)(?:\s+(two|three|four|five|six|seven|eight|nine|ten))?(?:\s+(members?|countries|country|states?|governments?|commitments?|promises?|pledges?))?)\s+(?:(?:both|each|all|also|thus|therefore|together|jointly)\s+)*(?:averag(?:es?|ed)|scor(?:es?|ed)|receiv(?:es?|ed)|achiev(?:es?|ed)|earn(?:s|ed)?|reach(?:es|ed)?|obtain(?:s|ed)?|attain(?:s|ed)?|garner(?:s|ed)?|got|ha(?:d|s|ve)\s+(?:an?|the|both|each|average|overall|scores?|averages|compliance|means?|[+\-\x{2212}\x{2013}]?[0-9]\S*))(?:[\s.,;:(]|$)`)

	// reEverybody names all members, or all commitments.
	reEverybody = lazyregexp.NewWith(`(?i)\b(?:members|countries|states|governments|commitments|promises|pledges)\b`,
		"members", "countries", "states", "governments", "commitments", "promises", "pledges")

	// rePromiseNoun is a noun for commitments rather than members.
	rePromiseNoun = lazyregexp.New(`(?i)^(?:commitment|promise|pledge)`)

	// reSubjectLed is what may stand before the subject of a sentence.
	reSubjectLed = lazyregexp.New(`(?i)^\s*(?:(?:the|both|all|overall|here|thus|clearly)[\s,]+)*$`)
)

// pronoun is the subject of a statement that the sentence before has named.
type pronoun struct {
	end    int  // of the pronoun with its noun, in bytes
	many   bool // plural
	number int  // how many are meant, 0 where that is not said
	noun   bool // a noun stands beside it, of the kind
	kind   Kind
}

// pronounOf reads the pronoun at the beginning of a statement.
func pronounOf(s string) (p pronoun, ok bool) {
	m := rePronounLed.FindStringSubmatchIndex(s)
	if m == nil {
		return p, false
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		p.end = max(p.end, m[2*i+1])
		return s[m[2*i]:m[2*i+1]]
	}
	bare, pointed, number, noun := group(1), group(2), group(3), group(4)
	switch {
	case bare == "" && noun == "" && number == "":
		return p, false // 'This scored', 'The scored'
	case bare == "" && pointed == "" && number == "":
		return p, false // 'The members', who are all
	}
	p.number, _ = Numeral(number)
	if bare == "Both" || pointed == "Both" {
		if p.number > 0 {
			return p, false
		}
		p.number = 2
	}
	p.many = bare == "They" || p.number > 0 || pointed == "These" || pointed == "Those"
	if noun != "" {
		p.noun, p.kind = true, Member
		if rePromiseNoun.MatchString(noun) {
			p.kind = Commitment
		}
		if plural := strings.HasSuffix(noun, "s"); plural != p.many {
			return p, false
		}
	}
	return p, true
}

// withAntecedent gives a statement with the words of its subject for the pronoun at its
// beginning; the statement itself where it has none, or where the sentence before it names
// none or several that can be meant. told are the sentences of the paragraph before it.
func (r Reader) withAntecedent(paragraph string, told []Span, s string) string {
	p, ok := pronounOf(s)
	if !ok {
		return s
	}
	last := told[len(told)-1]
	before := paragraph[last.Start:last.End]
	if len(before) > maxSentence || len(figures(before)) > 0 || strings.ContainsAny(before, "\"\u201c\u201d") ||
		r.OtherTime(before) != "" || reSupposed.MatchString(before) || reAmong.MatchString(before) || rePart.MatchString(before) {
		return s
	}
	groups := r.groups(before, false)
	for _, g := range groups {
		if g.doubt != "" {
			return s
		}
	}
	if p.noun {
		groups = slices.DeleteFunc(groups, func(g group) bool { return g.kind != p.kind })
	}
	switch {
	case len(groups) == 1:
		s = r.named(before, s, p, groups[0])
	case len(groups) == 0 && p.many && p.number == 0 && !p.noun && len(told) == 1:
		// Further down 'the members' may be those that the paragraph began with.
		s = r.everybody(before, s, p)
	}
	return s
}

// named puts the only members or commitments that the sentence before names for the pronoun.
func (r Reader) named(before, s string, p pronoun, g group) string {
	n := len(g.subjects)
	if p.many != (n > 1) || p.number > 0 && p.number != n {
		return s
	}
	rest := before[:g.Start] + " " + before[g.End:]
	if r.Catalogue.Touches(rest) {
		return s // one more commitment, or what the members did on one alone
	}
	for _, noun := range reEverybody.FindAllString(rest, -1) {
		if p.many && (!p.noun || rePromiseNoun.MatchString(noun) == (p.kind == Commitment)) {
			return s
		}
	}
	if !p.noun && (!reSubjectLed.MatchString(before[:g.Start]) || !onlyPlain(rest, p.many)) {
		return s
	}
	name := before[g.Start:g.End]
	if g.kind == Commitment && !strings.HasPrefix(strings.ToLower(name), "the ") {
		name = "the " + name
	}
	return r.replaced(s, p, name, g.subjects)
}

// everybody puts all members, or all commitments, for the pronoun, where the sentence before
// speaks of them and of nothing else.
func (r Reader) everybody(before, s string, p pronoun) string {
	m := reEverybody.FindStringIndex(before)
	if m == nil || !r.aboutEverything(before[:m[0]]) || r.someMembers(before) || r.ofSomePromises(before) || r.Catalogue.Touches(before) || !onlyPlain(before, true) {
		return s
	}
	return r.replaced(s, p, "The "+before[m[0]:m[1]], nil)
}

// replaced is the statement with a name for its pronoun, where the name is read as the same
// subjects there; otherwise the statement itself.
func (r Reader) replaced(s string, p pronoun, name string, subjects []Subject) string {
	told := name + s[p.end:]
	var first []Subject
	if gs := r.groups(told, false); len(gs) > 0 && gs[0].Start < len(name) {
		first = gs[0].subjects
	}
	if !slices.Equal(first, subjects) {
		return s
	}
	return told
}

// scoredOne and scoredMany are plain words that a score can be of besides members and
// commitments.
var (
	scoredOne = lazywords.Of(`compliance score average mean percent percentage rate rating level performance result outcome figure number summit report group year cycle period
		assessment analysis study table stage area field issue topic subject theme undertaking obligation member country commitment promise pledge list`)
	scoredMany = lazywords.Of(`averages scores results figures numbers areas fields issues topics subjects ones undertakings obligations ranks places assessments`)
)

// onlyPlain reports whether no word of a sentence is one that a pronoun in the singular,
// or in the plural, may stand for.
func onlyPlain(text string, many bool) bool {
	other := scoredOne
	if many {
		other = scoredMany
	}
	for _, w := range wordSpans(text) {
		word := strings.ToLower(text[w.Start:w.End])
		if !plain(word) || other.Has(word) {
			return false
		}
	}
	return true
}

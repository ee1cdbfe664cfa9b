package prose

import (
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/internal/lazywords"
)

// A statement may name its commitment without the word: 'Mid-career apprenticeships
// have been carried furthest, with +0.56', 'Compliance was lowest on registers of
// gifts'. Forms of such sentences are without number; what can be known is whether
// every word of one is either a word of one commitment's own or one of those that any
// statement about any commitment may have. One word more ('advanced', 'February')
// may limit the statement, which then is nobody's.

// plainWords may stand in a statement about any commitment, beside those of
// statements about everything.
var plainWords = lazywords.Of(`who whom field fields area areas issue issues topic topics subject subjects theme one ones than much far clearly already
	undertaking undertakings obligation obligations do does did done doing fare fared fares keep kept fulfilled fulfil honoured honored carried met implemented observed
	well best better worst worse good high higher highest low lower lowest strong stronger strongest weak weaker weakest most least furthest
	first second third fourth fifth sixth seventh last next top bottom rear lead leads leading led follow follows followed following close closes closely behind ahead
	place places places rank ranks ranked list end between middle lie lies stand rests rest bring brings brought up show shows showed belongs belonged went goes go attracts attracted
	now here so too both then but while whereas with without exception respectively figure figures number numbers value result only just still remain remains remained
	by via from through about regarding concerning toward towards under among within`)

// backWords speak of what was said before, or of another time.
var backWords = lazywords.Of("it its they their them he she his her we our us had been again interim")

// plain reports whether a word, in small letters, may stand in a statement about any
// commitment.
func plain(word string) bool {
	return !backWords.Has(word) && (plainWords.Has(word) || everyWords.Has(word))
}

var (
	// reAsideBetween is what is said of a subject between two commas.
	reAsideBetween = lazyregexp.New(`(?i),\s*(?:the\s+(?:one|only|first|second|third|last|most|least|\p{L}+est)|one|which|who|where|whose|although|though|by\s+far)\s[^,;:()]{2,160},`)
	// reLedByPreposition: a statement whose first comma does not end its subject.
	reLedByPreposition = lazyregexp.New(`(?i)^[\s,;]*(?:and\s+|but\s+|while\s+)?(?:on|for|in|with|about|among|of|by|across|at|over)\s[^,]*$`)
	// reSomeMembers is a number of members with what stands before it.
	reSomeMembers = lazyregexp.NewWith(`(?i)(\b(?:the|all|these|its|our)\s+)?\b([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s+(?:[\p{L}-]+\s+)?(?:members?|countries|country|states?|governments?)\b`,
		"member", "countr", "state", "government")
	// reMembersOf are members called by something, which need not be a commitment: "L'Aquila
	// members".
	reMembersOf = lazyregexp.NewWith(`(?i)\S\s+members\b`, "members")
	// reListedWords: words that are perhaps several subjects.
	reListedWords = lazyregexp.New(`(?i)[,;]|\b(?:and|or)\b`)
	// rePluralBehind: a word with commitments behind it, which are several, or with members, who
	// are those of something.
	rePluralBehind = lazyregexp.New(`(?i)^\s+(?:[\p{L}0-9-]+\s+)?(?:commitments|promises|pledges|undertakings)\b|^\s+members\b`)
)

// onePromise gives the commitment that a statement is about when no word of it is
// about anything else.
func (r Reader) onePromise(text string) (number int, about string, ok bool) {
	if m := reAsideBetween.FindStringIndex(text); m != nil && !reLedByPreposition.MatchString(text[:m[0]]) {
		text = text[:m[0]] + " " + text[m[1]:]
	}
	if r.someMembers(text) || r.ofSomePromises(text) || rePlaceName.MatchString(text) {
		return 0, "", false
	}
	var own []string // the telling words, as stems
	place := true    // all of them are of the summit's name, which the report's commitments share
	from, to := len(text), 0
	for _, w := range wordSpans(text) {
		word := strings.ToLower(text[w.Start:w.End])
		word = withoutPossessive(word)
		if backWords.Has(word) {
			return 0, "", false
		}
		if _, is := numeral(word); is || plain(word) || word == "" || r.forums(reForum).MatchString(text[w.Start:w.End]) {
			continue
		}
		for _, part := range strings.FieldsFunc(word, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
			if idle.Has(part) || len(part) < 2 {
				continue
			}
			own = append(own, stem.Of(part))
			place = place && r.inSummit(part)
		}
		if rePluralBehind.MatchString(text[w.End:]) {
			return 0, "", false
		}
		from, to = min(from, w.Start), max(to, w.End)
	}
	if len(own) == 0 || place {
		return 0, "", false
	}
	about = strings.TrimSpace(text[from:to])
	listed := reListedWords.MatchString(about)
	for _, e := range r.Catalogue.entries {
		labels, all := 0, true
		for _, s := range own {
			switch {
			case has(e.label, s):
				labels++
			case !has(e.text, s):
				all = false
			}
		}
		if !all || labels == 0 || listed && labels < len(own) {
			continue
		}
		if number > 0 || r.sharedWords(own, e.Number) {
			return 0, "", false
		}
		number = e.Number
	}
	if number == 0 {
		return 0, "", false
	}
	return number, about, true
}

// sharedWords reports whether another commitment has a telling word of a statement in
// its label, or all of them anywhere.
func (r Reader) sharedWords(own []string, number int) bool {
	for _, e := range r.Catalogue.entries {
		if e.Number == number {
			continue
		}
		labels, found := 0, 0
		for _, s := range own {
			switch {
			case has(e.label, s):
				labels++
				found++
			case has(e.text, s):
				found++
			}
		}
		if found == len(own) || labels > 0 && 2*labels >= len(own) {
			return true
		}
	}
	return false
}

// wordSpans are the words of a text, hyphens and apostrophes inside them.
func wordSpans(text string) []Span {
	var out []Span
	start := -1
	for i, c := range text {
		inside := unicode.IsLetter(c) || unicode.IsDigit(c) || start >= 0 && (c == '\'' || c == '\u2019' || c == '-')
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, Span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, Span{start, len(text)})
	}
	return out
}

// someMembers reports whether a statement gives the number of the members that it is
// about, and it is not that of all.
func (r Reader) someMembers(text string) bool {
	for _, m := range reSomeMembers.FindAllStringSubmatch(text, -1) {
		n, ok := Numeral(m[2])
		if !ok {
			n, _ = strconv.Atoi(m[2])
		}
		if n != r.MemberCount && (m[1] == "" || r.MemberCount > 0) {
			return true
		}
	}
	return false
}

package prose

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/internal/lazywords"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// What limits a statement to a part of the members or commitments. A figure or
// a place among all is not held against words about some.

var (
	// reWord is the word before "commitments", "members" or the like.
	reWord = lazyregexp.NewWith(`(?i)([\p{L}\p{N}'\x{2019}-]+)\s+(?:commitments?|members?|countries|states)\b`, "commitment", "member", "countries", "states")

	// rePlaceName: parts of the world, which are parts of a group of states.
	rePlaceName = lazyregexp.NewWith(`\b(?:Europe|Asia|Africa|Americas?|Oceania|Scandinavia|Mediterranean|Atlantic|Pacific|Arctic|Eurozone|North|South|East|West|OECD|Commonwealth)\b`,
		"europe", "asia", "africa", "america", "oceania", "scandinavia", "mediterranean", "atlantic", "pacific", "arctic", "eurozone", "north", "south", "east", "west", "oecd", "commonwealth")

	// reSuperlative is where a claim of being first or last begins.
	reSuperlative = lazyregexp.NewWith(`(?i)\b(?:highest|lowest|best|worst|strongest|weakest|poorest|top|bottom|(?:most|least)\s+compliant)\b`,
		"highest", "lowest", "best", "worst", "strongest", "weakest", "poorest", "top", "bottom", "compliant")

	// reOwnEnd: a member's own highest or lowest score, not one among members.
	reOwnEnd = lazyregexp.NewWith(`(?i)\b(?:its|their|his|her|own)\s+(?:[\w-]+\s+)?(?:highest|lowest|best|worst|strongest|weakest)\b`,
		"highest", "lowest", "best", "worst", "strongest", "weakest")

	// reWithin finds what a place in a ranking may be limited to.
	reWithin = lazyregexp.New(`(?i)\b(?:on|in|for|of|within|across|among|amongst|regarding|concerning)\s+`)

	// reOfEverything: the words behind "in", "of" and the like that limit
	// nothing: the report, its year, everybody.
	reOfEverything = lazyregexp.NewTemplate(`(?i)^(?:(?:the|this|its|our|all|any|each|every|both|these|those|of|an?|\d{4}|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|final|interim|entire|whole|overall|selected|priority|assessed|other|others|single)\s+)*(?:{names}|reports?|years?|cycle|period|summit|stud(?:y|ies)|assessments?|tables?|group|compliance|commitments?|members?|countries|states|scores?|averages?|all|any|everybody|terms|total|general|particular|place|turn|\d{4})\b`)

	// reOutOf: a share in words, "three of the four".
	reOutOf = lazyregexp.New(`(?i)\b([0-9]{1,4}|[a-z]+)\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|a\s+total\s+of)\s+)*([0-9]{1,4}|[a-z]+)\b`)

	// reTogether: a figure of several subjects may be theirs taken together.
	reTogether = lazyregexp.NewWith(`(?i)\b(?:averag(?:e|es|ed|ing)|mean|together|combined|jointly?|collectively|as\s+(?:a|one)\s+(?:group|bloc|whole|set|body|team)|between\s+them)\b|\bcompliance\s+(?:over|across|with|on|of|for)\s+(?:both\s+)?(?:the\s+)?(?:\w+\s+)?commitments\b`,
		"averag", "mean", "together", "combined", "joint", "collectively", "group", "bloc", "whole", "set", "body", "team", "between", "compliance")
)

// everyWords are the words of which a statement about everything is made. One
// word more ("weighted", "binding", "with a deadline") may limit it.
var everyWords = lazywords.Of(`a across among an and are as at be been both by each for had has have in is it its of on or our over per that the their these this those to was were we with
	all altogether collectively entire general generally however overall taken therefore thus together total whole also again
	average averages averaged averaging mean compliance comply complied compliant score scores scored scoring percent percentage rate rating level performance result results outcome figure
	member members country countries states governments summit report reports group year cycle period assessment assessments analysis study table final interim stage
	commitment commitments promise promises pledge pledges priority selected selection assessed analysed analyzed monitored studied chosen examined evaluated reviewed covered considered here core
	achieve achieved achieving reach reached receive receives received recorded record earn earned obtained attained registered got garnered stood stands came comes come over together amounted amounts equals equalled yields yielded gives gave saw
	found finds shows show showed indicates indicated reveals states stated`)

// possessives are the endings of an owner's name.
var possessives = [...]string{"'s", "\u2019s", "'", "\u2019"}

// withoutPossessive is a word without the ending of an owner.
func withoutPossessive(word string) string {
	for _, ending := range possessives {
		word = strings.TrimSuffix(word, ending)
	}
	return word
}

// aboutEverything reports whether the words of a statement can all stand in one
// about everything: no word of it limits it to something.
func (r Reader) aboutEverything(text string) bool {
	summit := strings.ToLower(r.Summit)
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '\u2019' }) {
		word := strings.ToLower(w)
		word = withoutPossessive(word)
		if _, is := numeral(word); is || everyWords.Has(word) || word == "" || strings.Trim(word, "0123456789") == "" || r.forums(reForum).MatchString(w) {
			continue
		}
		if summit != "" && strings.Contains(summit, word) {
			continue
		}
		return false
	}
	return true
}

var (
	// rePerforms is what may follow a superlative that is about compliance.
	rePerforms = lazyregexp.New(`(?i)^[\s-]*(?:$|[,.;:()\x{2013}\x{2014}]|[+\-\x{2212}]?[0-9]|(?:(?:average|overall|final|mean|total|individual|country|member|relative)\s+)*(?:compliance|compliant|compl(?:ied|ying|iers?)|scor(?:e|es|ed|er|ers|ing)|averages?|ratings?|results?|perform(?:ance|ances|er|ers|ing)|rank(?:ed|ing|s)?|members?|countr(?:y|ies)|commitments?|percentages?|rates?|mean|place|position|one|ones|of\s+(?:all|the|any)|at|with|was|were|is|are|by|and|belongs?|belonged|went|goes|followed|both|together|for|to|in|on|among|amongst)\b)`)

	// reNotSaid: words before a superlative after which nothing is claimed of
	// this report.
	reNotSaid = lazyregexp.New(`(?i)\b(?:not|never|neither|nor|no\s+longer|whether|why|if|once|wants?|aims?|hopes?|would|could|should|might|(?-i:may)|unlike|formerly|when)\b`)

	// reNearly: words before a place that was not quite reached.
	reNearly = lazyregexp.NewWith(`(?i)\b(?:nearly|almost|narrowly|close\s+to|instead\s+of|rather\s+than|avoid(?:s|ed|ing)?)\b`,
		"nearly", "almost", "narrowly", "close", "instead", "rather", "avoid")

	// reChange: the words before a figure by which something changed.
	reChange = lazyregexp.NewWith(`(?i)\b(?:dropped|drops|fell|falls|rose|rises|grew|grows|declined|decreased|increased|improved|gained|lost|climbed|slipped|jumped|plunged|up|down)\s+(?:some\s+|another\s+|further\s+)?$`,
		"drop", "fell", "falls", "rose", "rises", "grew", "grows", "declined", "decreased", "increased", "improved", "gained", "lost", "climbed", "slipped", "jumped", "plunged", "up", "down")

	// reSupposed: a figure that somebody expected or wished for. "May" is a month.
	reSupposed = lazyregexp.NewWith(`(?i)\b(?:predict(?:s|ed|ion)?|expect(?:s|ed|ation)?|forecast(?:s|ed)?|project(?:ed|ion)|assum(?:es?|ed|ing)|suppos(?:es?|ed)|wish(?:es|ed)?|hop(?:es?|ed)|would|could|might|(?-i:may)|if|weighted|adjusted|hypothetical(?:ly)?|according\s+to)\b`,
		"predict", "expect", "forecast", "project", "assum", "suppos", "wish", "hop", "would", "could", "might", "may", "if", "weighted", "adjusted", "hypothetical", "according")

	// reReadAs: behind a figure, what any such figure is to be read as.
	reReadAs = lazyregexp.NewWith(`(?i)^\W{0,4}(?:\(?\d{1,3}\s?%\)?\s+)?(?:(?:can|may|might|could|should|must|would|is\s+to|has\s+to)\s+(?:\w+\s+)?be|is|are)\s+(?:\w+\s+)?(?:read|understood|taken|seen|interpreted|translated|expressed|converted|written)\s+(?:as|to\s+mean|into)\b`,
		"read", "understood", "taken", "seen", "interpreted", "translated", "expressed", "converted", "written")
	// reScaleMeans: a sentence that says what a figure of the scale stands for.
	reScaleMeans = lazyregexp.NewWith(`(?i)\b(?:would\s+(?:mean|be|have|show|indicate)|means?|meaning|indicat(?:es?|ing)|represent(?:s|ing)?|denot(?:es?|ing)|signif(?:y|ies|ying)|correspond(?:s|ing)?\s+to|stands?\s+for|equivalent\s+to|equals?|where|scale)\b`,
		"would", "mean", "indicat", "represent", "denot", "signif", "correspond", "stand", "equivalent", "equal", "where", "scale")

	// reForumAnd ends in the members of the forum, to whom the member that
	// follows is added.
	reForumAnd = lazyregexp.NewTemplate(`(?:\b{names}(?:\s+(?:members?|states|countries))?|\b[Mm]embers)\s+and\s+(?:the\s+)?$`, "and")

	// rePartOfPromises: the words behind a figure that limit it to a number of
	// commitments.
	rePartOfPromises = lazyregexp.NewWith(`(?i)^\)?\s*(?:(?:compliance|scores?|average)\s+)*(?:on|for|in|with|across|over|among)\s+(?:(?:the\s+)?(?:first|last|top|bottom|best|worst|other|remaining|same)\b|(?:only\s+|just\s+|some\s+)?(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|some|several|few|most|many)\s+(?:of\s+)?(?:[\w-]+\s+){0,2}commitments?\b)`,
		"first", "last", "top", "bottom", "best", "worst", "other", "remaining", "same", "commitment")

	// reBothEnds names the two ends of a ranking beside each other.
	reBothEnds = lazyregexp.New(`(?i)\b(?:highest|best|top|strongest|first)\W+(?:[\p{L}-]+\W+){0,3}?(?:and|to)\W+(?:[\p{L}-]+\W+){0,3}?(?:lowest|worst|bottom|weakest|last)\b|\b(?:lowest|worst|bottom|weakest|last)\W+(?:[\p{L}-]+\W+){0,3}?(?:and|to)\W+(?:[\p{L}-]+\W+){0,3}?(?:highest|best|top|strongest|first)\b`)

	// reTheirPromises: a pronoun that is no subject.
	reTheirPromises = lazyregexp.NewWith(`(?i)\b(?:its|their)\s+(?:\w+\s+)?commitments\b`, "commitments")

	// rePromises ends a phrase in the plural of commitments.
	rePromises = lazyregexp.NewWith(`(?i)\bcommitments$`, "commitments")

	// reShared: words that admit of others in the same place.
	reShared = lazyregexp.New(`(?i)\b(?:joint|jointly|shar(?:e|es|ed|ing)|tie[sd]?|tying|equal|equally|same|others?|one\s+of|along|also|together|equalled|matched|as\s+did|like)\b`)

	// reSharedMean is an average that each of several has.
	reSharedMean = lazyregexp.NewWith(`(?i)\bshar(?:e|es|ed|ing)\s+(?:an?|the(?:\s+same)?)\s+(?:average|mean)(?:\s+score)?\s+of\b`, "shar")

	// reOfEach: a figure of several subjects is that of each of them.
	reOfEach = lazyregexp.NewWith(`(?i)\b(?:each|apiece|both|alike|respectively|tied?|ties|equal|level|same|shar(?:e|es|ed|ing))\b|\ball\s+(?:(?:then|also|now)\s+)?(?:\w+ed|have|had|has|are|were|at|with|stand|reach|get|got|score|share|follow|come|came|rank|lie|sit|end)\b`,
		"each", "apiece", "both", "alike", "respectively", "tie", "equal", "level", "same", "shar", "all")

	// reJointPlace is a place that several share, which makes no figure of all of them.
	reJointPlace = lazyregexp.NewWith(`(?i)\bjoint(?:ly)?\s+(?:in\s+)?(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|highest|lowest|top|bottom|best|worst)\b`, "joint")
)

// reWideScale names the scale of percentages that begins at minus 100.
var reWideScale = lazyregexp.NewWith(`(?i)(?:\bminus\s|[`+script.Minuses+`])\s?100\b`, "100")

// NamesWideScale reports whether a sentence names the scale from minus 100 to 100.
func NamesWideScale(sentence string) bool { return reWideScale.MatchString(sentence) }

// ExplainsWideScale reports whether a sentence or a title says that a scale runs from
// minus 100 to 100, and of no other time.
func ExplainsWideScale(v *vocabulary.Vocabulary, sentence string) bool {
	if !reWideScale.MatchString(sentence) || reOtherTime.MatchString(withoutSince.ReplaceAllString(sentence, "")) {
		return false
	}
	for _, w := range vocabulary.Words(sentence) {
		if v.Has(vocabulary.ScaleWords, w.Folded) {
			return true
		}
	}
	return false
}

// withoutSince is how far back a table goes, which does not make its scale an older one.
var withoutSince = lazyregexp.NewWith(`(?i)\bsince\s+(?:the\s+)?(?:\p{Lu}\S*\s+)?[0-9]{4}\b`, "since")

// SharesPlace reports whether a sentence has words by which somebody else may
// have the same place, named or not.
func SharesPlace(sentence string) bool { return reShared.MatchString(sentence) }

// PlaceNames are the parts of the world that a text names.
func PlaceNames(text string) []string { return rePlaceName.FindAllString(text, -1) }

// claimsPlace reports whether a superlative claims a place in a ranking of
// compliance at all.
func claimsPlace(text string) bool {
	m := reSuperlative.FindStringIndex(text)
	if m != nil {
		return rePerforms.MatchString(text[m[1]:]) && !reNotSaid.MatchString(text[:m[0]]) && !reNearly.MatchString(text[:m[0]])
	}
	for _, end := range []*lazyregexp.Regexp{reHighest, reLowest} { // "came first", "brings up the rear"
		if m := end.FindStringIndex(text); m != nil && (reNotSaid.MatchString(text[:m[0]]) || reNearly.MatchString(text[:m[0]])) {
			return false
		}
	}
	return true
}

// wholeWords may stand before "commitments" or "members" in a statement about
// all of them.
var wholeWords = lazywords.Of(`all the these those its their our both of by for with on
	priority selected assessed monitored analysed analyzed chosen examined evaluated studied
	member summit final interim per each core to and that participating across among`)

// ofAPart reports whether words about an average speak of a part of the
// commitments or members that they name.
func (r Reader) ofAPart(text string) bool {
	if rePlaceName.MatchString(text) {
		return true
	}
	for _, m := range reWord.FindAllStringSubmatch(text, -1) {
		word := strings.ToLower(strings.TrimRight(m[1], "'\u2019s"))
		full := strings.ToLower(m[1])
		if wholeWords.Has(full) || wholeWords.Has(word) || r.forums(reForum).MatchString(m[1]) || r.Summit != "" && strings.Contains(strings.ToLower(r.Summit), word) {
			continue
		}
		if _, ok := numeral(full); ok || strings.Trim(full, "0123456789") == "" {
			continue
		}
		return true
	}
	return false
}

// ownEnd reports whether a superlative is a subject's own ("Norland's highest
// score was …"), which says nothing of the others.
func (r Reader) ownEnd(text string) bool {
	if reOwnEnd.MatchString(text) {
		return true
	}
	m := reSuperlative.FindStringIndex(text)
	if m == nil {
		return false
	}
	before := strings.TrimRight(text[:m[0]], " ")
	for _, possessive := range possessives {
		owner, ok := strings.CutSuffix(before, possessive)
		if !ok {
			continue
		}
		for _, g := range r.Members(text) {
			if g.End == len(owner) || g.End == len(before) {
				return true
			}
		}
	}
	return false
}

// partOfRanking reports whether a place in the ranking is said to be one among
// some: "the highest on trade", "of the island members, …". subject is where
// the subject is named within the text; only words away from it limit.
func (r Reader) partOfRanking(text string, subject Span) bool {
	m := reSuperlative.FindStringIndex(text)
	for _, end := range []*lazyregexp.Regexp{reHighest, reLowest} {
		if m == nil {
			m = end.FindStringIndex(text) // "brings up the rear"
		}
	}
	if m == nil {
		return false
	}
	stretches := []string{text[:subject.Start], text[m[1]:]}
	if subject.Start > m[0] {
		stretches = []string{text[:m[0]], text[m[1]:max(m[1], subject.Start)]}
	}
	for _, stretch := range stretches {
		for _, w := range reWithin.FindAllStringIndex(stretch, -1) {
			rest := stretch[w[1]:]
			if rest == "" || r.ownWords(rest) {
				continue
			}
			if !r.forums(reOfEverything).MatchString(rest) || r.ofAPart(rest) {
				return true
			}
		}
	}
	return false
}

// ownWords reports whether words begin with a figure or name the report's own
// summit.
func (r Reader) ownWords(rest string) bool {
	if f := figures(rest); len(f) > 0 && f[0].Start == 0 {
		return true
	}
	name := strings.TrimPrefix(rest, "the ")
	return r.Summit != "" && strings.HasPrefix(name, r.Summit)
}

// countedShare reports whether a percentage is the share that the words before
// it count: "three of the four commitments (75%)".
func countedShare(before string, f *Figure) bool {
	if f.Percent == nil || f.Value != nil {
		return false
	}
	number := func(word string) int64 {
		if n, ok := Numeral(word); ok {
			return int64(n)
		}
		n, err := strconv.ParseInt(word, 10, 32)
		if err != nil {
			return 0
		}
		return n
	}
	for _, m := range reOutOf.FindAllStringSubmatch(before, -1) {
		part, all := number(m[1]), number(m[2])
		if part == 0 || all == 0 {
			continue
		}
		// Within one of the last digit: how a share is rounded is no matter.
		share := big.NewRat(100*part, all)
		off := share.Sub(share, f.Percent.Rat())
		if off.Abs(off).Cmp(big.NewRat(1, 1)) <= 0 {
			return true
		}
	}
	return false
}

// Together reports whether a claim about several subjects may be about them
// taken together ("the average of A and B").
func (c *Claim) Together() bool {
	return len(c.Subjects) > 1 && reTogether.MatchString(reSharedMean.ReplaceAllString(reJointPlace.ReplaceAllString(c.Sentence, " "), " "))
}

// OfEach reports whether a claim about several subjects says that each of them has the figure
// ("A, B and C all have", "are tied at"), or gives them a place, which each has.
func (c *Claim) OfEach() bool {
	return c.Rank != NoRank || reOfEach.MatchString(c.Sentence)
}

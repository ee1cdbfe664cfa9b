package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// Members that stand beside a figure and are not, or not alone, whom it is about.

var (
	// reOpens leads from a figure to its subject in brackets: "0.50 (Norland)".
	reOpens = lazyregexp.New(`(?i)^\s*\(\s*(?:for\s+)?(?:both\s+)?(?:the\s+)?$`)
	// reCloses is the end of that.
	reCloses = lazyregexp.New(`^\s*\)`)

	// reOthersBefore: the member that follows is one more of several who are not
	// named: "The six provinces' members and Norland together".
	reOthersBefore = lazyregexp.NewWith(`(?i)\b(?:members?|countr(?:y|ies)|states?|nations?|governments?|powers?|economies|others|ones|rest|hosts?|neighbou?rs|partners|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s*,?\s+(?:and|or|plus|as\s+well\s+as|(?:along|together)\s+with)\s+(?:the\s+)?$`,
		"and", "or", "plus", "as", "with")

	// reOthersBehind: the same behind a member's name.
	reOthersBehind = lazyregexp.New(`(?i)^\s*,?\s*(?:and|or|plus|as\s+well\s+as|(?:along|together)\s+with)\s+(?:all\s+)?(?:the\s+|its\s+|their\s+)?(?:(?:others?|rest|remaining)\b|(?:[\w-]+\s+){0,2}(?:members|countries|states|nations|governments|powers|economies|hosts|neighbou?rs|partners)\b)`)

	// reAnother: the figure behind is that of another one, whose name may follow: "one
	// with 89%, Norland, and one with 44%, Sudland".
	reAnother = lazyregexp.NewWith(`(?i)(?:\banother|(?:,|\b(?:and|but|or|while|whereas|against|beside|than))\s+(?:(?:with|at|for|on)\s+)?(?:one|an?\s+(?:second|third|fourth|further)|the\s+(?:others?|second|third|next)|others?|some|(?:that|those)\s+of))\s*,?\s+(?:[^\s0-9+]+\s+){0,4}$`,
		"one", "other", "that", "those", "second", "third", "fourth", "further", "next", "some")

	// reTakenTogether: a figure of several, of whom one is named.
	reTakenTogether = lazyregexp.NewWith(`(?i)\b(?:together|combined|collectively|between\s+them)\b`, "together", "combined", "collectively", "between")

	// reCoordinate is where a further statement begins behind a member's own.
	reCoordinate = lazyregexp.New(`(?i),\s+(?:and\s+then|then|and|but|or|yet)\s+`)

	// reSameSubject: a further statement that has no subject of its own.
	reSameSubject = lazyregexp.New(`(?i)^(?:$|[(+\-\x{2212}\x{2013}0-9]|(?:so|thus|therefore|hence|consequently|accordingly|now|also|again|still|only|just|both|each|all|even|finally|eventually|with|at|by|in|as|for|an?|the|its|their|has|have|had|is|are|was|were|did|does|do|scor(?:es?|ed|ing)|averag(?:es?|ed|ing)|receiv(?:es?|ed|ing)|achiev(?:es?|ed|ing)|earn(?:s|ed|ing)?|reach(?:es|ed|ing)?|obtain(?:s|ed)?|attain(?:s|ed)?|garner(?:s|ed)?|got|gets?|end(?:s|ed)|finish(?:es|ed)|came|comes?|stands?|stood|remain(?:s|ed)?|rank(?:s|ed)?|follow(?:s|ed)?|led|leads?|fell|falls|rose|rises|dropp?ed|record(?:s|ed)?|register(?:s|ed)?|post(?:s|ed)?|complied|share[sd]?|tie[sd]?)\b)`)
)

var (
	// reOpenBracket: the figure stands in brackets.
	reOpenBracket = lazyregexp.New(`\(\s*$`)
	// reOneScore: what a member has done about one commitment, whose average the
	// brackets behind it may give ("eight complied fully and the ninth, Norland, did so
	// in part (+0.89)").
	reOneScore = lazyregexp.NewWith(`(?i)\b(?:did\s+(?:so|not)|compl(?:ied|ies|ying)\s+(?:fully|partially|partly|in\s+(?:full|part))|(?:fully|partially)\s+complied|scor(?:ed|es|ing)\s+(?:an?\s+)?[+\-\x{2212}\x{2013}]?[01])(?:[^.0-9]|$)`,
		"did", "compl", "scor")
)

var (
	// reForFigure leads to what comes of all that is told before it: "and two, Norland and
	// Sudland, partially, for".
	reForFigure = lazyregexp.NewWith(`(?i),\s*(?:for|giving|making|which\s+(?:gives|makes)|yielding|hence)\s+(?:an?\s+)?(?:[a-z]+\s+){0,4}$`, "for", "giving", "making", "makes", "gives", "yielding", "hence")
	// reBareScore is a score right behind a member: "eleven scoring +1 and Norland 0, for".
	reBareScore = lazyregexp.New(`^\s*[+\-\x{2212}\x{2013}]?[01]\s*,`)
	// reOthersCounted: others are counted before a member.
	reOthersCounted = lazyregexp.New(`(?i)\b(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|most|several|the\s+(?:others?|rest))\b[^.;]*$`)

	// reActed: what a member has done about one commitment, in any words of compliance.
	reActed = lazyregexp.NewWith(`(?i)\b(?:did\s+(?:so|not|nothing)|compl(?:ied|ies|y|ying)|(?:full|partial|no|in)\s+compliance|kept|keeps|keeping|honou?r(?:s|ed|ing)|fulfill?(?:s|ed|ing)|met|meets|meeting|acted|acting|fail(?:s|ed|ing)|fell\s+short|falling\s+short|delivered|delivering|except(?:ion|ed)|missed|missing|h(?:eld|olding)\s+back|work\s+in\s+progress)\b`,
		"did", "compl", "ke", "honor", "honour", "fulfil", "me", "act", "fail", "short", "deliver", "except", "miss", "back", "progress")
	// reOwnWhole: words by which what a member has done is about all commitments, or its
	// average follows from it.
	reOwnWhole = lazyregexp.New(`(?i)\b(?:its|their|commitments|promises|pledges|all|every(?:thing)?|both|scores?|[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|times)\b`)
	// reOwnFigure: a figure with a verb of its own, or called the member's.
	reOwnFigure = lazyregexp.New(`(?i)\b(?:its|their|averaged|averages|scored|scores|stood|stands|ended|ends|finished|finishes|ranks|ranked|came|comes|has|had|reached|is|was)\b`)

	// reRelative opens a clause on what is named before it, and is not closed yet; the
	// preposition says that the clause is about a part of what its own subject has done.
	reRelative = lazyregexp.New(`(?i)(?:^|[\s,(])(?:(on|for|to|with|about|of|by|under|against)\s+)?(?:which|whom|whose|where|who)\b[^,;:()]*$`)
	// reToldLed begins what is told of a member in passing, before its own figure.
	reToldLed = lazyregexp.New(`(?i)^\s*,\s*(?:which|who|whose|with|after|despite|although|though)\b`)
	// reClauseEnds is where a clause may end.
	reClauseEnds = lazyregexp.New(`[,;:()\x{2013}\x{2014}]`)
)

// ofAnother is the doubt of a figure behind "and one with".
const ofAnother = "a figure of another one than is named before it"

// ofAnotherOne reports whether the words before a figure give it to another one than is
// named before them.
func ofAnotherOne(text string) bool {
	return reAnother.MatchString(text)
}

// inClause says why the figure behind a member may be that of what a clause is about in
// which the member is named: "port fees, on which Norland alone complied, 44%".
func inClause(before, between string) string {
	if m := reRelative.FindStringSubmatchIndex(before); m != nil && (m[2] >= 0 || reClauseEnds.MatchString(between)) {
		return "a member that is named in a clause about something else"
	}
	end := reClauseEnds.FindAllStringIndex(between, -1)
	if end == nil || reToldLed.MatchString(between) {
		return ""
	}
	last := end[len(end)-1]
	if acted := between[:last[0]]; !reOwnFigure.MatchString(between[last[1]:]) && reActed.MatchString(acted) && !reOwnWhole.MatchString(acted) {
		return "a figure behind a member's own score, which may be the commitment's"
	}
	return ""
}

// reBrackets is a name in brackets right behind a figure.
var reBrackets = lazyregexp.New(`^\s*\(([^()0-9]+)\)`)

// inBrackets gives the words in brackets right behind a figure, empty where there are
// none or numbers among them.
func inBrackets(after string) string {
	if m := reBrackets.FindStringSubmatch(after); m != nil {
		return m[1]
	}
	return ""
}

// bracketed reports whether a group stands alone in brackets right behind a figure.
func bracketed(s string, end int, g group) bool {
	return reOpens.MatchString(s[end:g.Start]) && reCloses.MatchString(s[g.End:])
}

// ofFigureBefore gives where the brackets end that a stretch of a sentence begins
// with: they belong to the figure before it. It is the stretch's beginning where
// there are none.
func ofFigureBefore(s string, p piece) int {
	text := s[p.Start:p.End]
	if p.figure != nil && p.figure.Start >= p.Start {
		text = s[p.Start:p.figure.Start]
	}
	if p.Start == 0 || !strings.HasPrefix(strings.TrimLeft(text, " "), "(") {
		return p.Start
	}
	if end := strings.IndexByte(text, ')'); end > 0 {
		return p.Start + end + 1
	}
	return p.Start
}

// beside says why a figure need not be a member's own although no other stands
// nearer; empty where it is.
func (r Reader) beside(s string, p piece, g group) string {
	end := p.End
	if p.figure != nil && p.figure.Start > g.End {
		end = p.figure.Start
	}
	if g.End > end || g.Start < p.Start {
		return ""
	}
	between := s[g.End:end]
	if p.figure != nil && p.figure.Start >= g.End && ofAnotherOne(between) {
		return ofAnother
	}
	if g.kind != Member {
		return ""
	}
	switch {
	case reOthersBefore.MatchString(s[p.Start:g.Start]), reOthersBehind.MatchString(between),
		len(g.subjects) == 1 && reTakenTogether.MatchString(between):
		return "others are counted with the member, and not named"
	case p.figure == nil || p.figure.Start < g.End:
		return ""
	case len(g.subjects) > 1 && reFormerLatter.MatchString(between):
		return "a figure of one of those that are named"
	}
	if why := inClause(s[p.Start:g.Start], between); why != "" {
		return why
	}
	if reForFigure.MatchString(between) && (reBareScore.MatchString(between) || !reOwnWhole.MatchString(between)) && (r.Catalogue.Touches(s[:g.Start]) || reOthersCounted.MatchString(s[:g.Start])) {
		return "a figure behind a member's own score, which may be the commitment's"
	}
	if reOpenBracket.MatchString(between) && reOneScore.MatchString(between) {
		return "a figure behind a member's own score, which may be the commitment's"
	}
	if m := reCoordinate.FindAllStringIndex(between, -1); m != nil {
		rest := between[m[len(m)-1][1]:]
		if reTheAverage.MatchString(rest) && r.Catalogue.Touches(s[:g.Start]) {
			return "a figure behind a member's own score, which may be the commitment's"
		}
		if !reSameSubject.MatchString(rest) || r.Catalogue.Touches(rest) {
			return "other words stand between the member and the figure"
		}
	}
	return ""
}

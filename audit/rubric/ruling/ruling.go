package ruling

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// kind is what a sentence rules of its case.
type kind int

const (
	// suffices: the case has at least the score.
	suffices kind = iota
	// atMost: the case has the score at the most.
	atMost
	// exactly: the case has the score.
	exactly
	// needed: without the case there is less than the score.
	needed
	// unneeded: the score can be had without the case.
	unneeded
	// nothing: the case counts for nothing.
	nothing
	// counts: the case counts.
	counts
)

// ruling is what a clause rules of a case.
type ruling struct {
	kind  kind
	score int
	words string // of the case
	// alone says that there is nothing beside the case, whatever that it does not matter
	// what there is.
	alone, whatever bool
}

// scores are the words for a score, the highest first.
const (
	full    = `(?:full\s+(?:compliance|marks?|credit)|(?:a\s+|the\s+)?(?:score\s+of\s+|full\s+score\b)?\+1\b|the\s+(?:highest|top|full)\s+(?:score|mark|level))`
	partial = `(?:partial\s+compliance|(?:a\s+)?work\s+in\s+progress|(?:a\s+|the\s+)?(?:score\s+of\s+)?0\b)`
	none    = `(?:non-?compliance|(?:a\s+|the\s+)?(?:score\s+of\s+)?[\x{2212}\x{2013}-]1\b)`
)

var (
	reLevel = lazyregexp.New(`(?i)` + full + `|` + partial + `|` + none)
	reFull  = lazyregexp.New(`(?i)^` + full + `$`)
	rePart  = lazyregexp.New(`(?i)^` + partial + `$`)
	// reTail finds the words between a case and the score that it has. Group: they.
	reTail = lazyregexp.New(`(?i)\s+((?:(?:is|are|was|can|could|may|might|will|would|shall|should|must|do|does|has|have|cannot|never|not|no|therefore|thus|also|only|already|always|to|be|being|of|more|than|at|most|better|merely|by|itself|themselves|in|regarded|considered|deemed|treated|seen|viewed|taken|counted|counts?|scored?|given|awarded|assigned|rated|granted|credited|merits?|earns?|achieves?|receives?|gets?|reach(?:es)?|achieve|deserves?|warrants?|brings?|constitutes?|amounts?|means?|suffices?|sufficient|enough|insufficient|qualif(?:y|ies)|leads?|results?|entails?|justif(?:y|ies)|secures?|for|as|with|a|an|the|score|mark|required|needed|necessary|indispensable|essential|per|se)\b\s*,?\s*)+)$`)
	// reHead finds them where the score stands first. Group: they.
	reHead = lazyregexp.New(`(?i)^\s*((?:(?:is|are|can|could|may|might|will|shall|should|must|do|does|cannot|never|not|no|therefore|thus|also|only|to|be|a|an|the|it|member|country|needs?|requires?|required|demands?|presupposes|takes|asks|calls|enough|sufficient|given|awarded|reached|earned|achieved|granted|had|obtained|depends?|on|upon|for|by|through|with|strength|basis|of|that|has|have)\b\s*,?\s*)+)`)

	reOpensFor = lazyregexp.New(`(?i)^\W*(?:for|to\s+(?:be\s+in|achieve|reach|earn|receive|attain|obtain|get|be\s+given|be\s+awarded))?\s*$`)
	reNot      = lazyregexp.New(`(?i)\b(?:not|never|cannot|no|insufficient)\b`)
	reAtMost   = lazyregexp.New(`(?i)\b(?:no\s+more\s+than|not\s+more\s+than|at\s+(?:the\s+)?most|no\s+better\s+than|only|merely)\b`)
	reNeed     = lazyregexp.New(`(?i)\b(?:required|needed|necessary|indispensable|essential|must|needs?|requires?|demands?|presupposes|depends?)\b`)
	reMay      = lazyregexp.New(`(?i)\b(?:may|might|could|would|should)\b`)
	reCan      = lazyregexp.New(`(?i)\bcan\b`)
	reAlone    = lazyregexp.New(`(?i)\b(?:merely|solely|alone|by\s+(?:itself|themselves)|in\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|nothing\s+but|(?:does|do|did)\s+no\s+more\s+than|mere|per\s+se)\b`)
	reOnly     = lazyregexp.New(`(?i)^\W*(?:only|solely|nothing\s+but)\s+`)
	reWithout  = lazyregexp.New(`(?i)^\W*without\s+(.+?),?\s+(?:there\s+(?:is|can\s+be)\s+no|(?:a\s+member|no\s+member|it)\s+(?:cannot|can)\s+\p{L}+|no)\s*$`)
	reSupposes = lazyregexp.New(`(?i)\b(?:if|unless|except|provided|when|where|while|whereas|otherwise|usually|normally|generally|often|sometimes|some|such|this|these|that\s+day|it|they|there|which|at\s+least)\b`)
	reWhatever = lazyregexp.New(`(?i),?\s*\b(?:whatever|regardless|irrespective|no\s+matter|in\s+any\s+case|even\s+(?:if|where|when)|whether\s+or\s+not)\b.*$`)
	// reOfOthers finds that it does not matter what else there is.
	reOfOthers = lazyregexp.New(`(?i)^(?:whatever|regardless|irrespective|no\s+matter)\b(?:\s+of)?(?:\s+(?:what(?:ever)?|which|other|any|all|the|else|how\s+many)\b|\s+\p{L}+s\b|\s*$)`)
	reOfItself = lazyregexp.New(`(?i)^\p{L}+\s+(?:of\s+)?(?:its|their)\b`)
	// reTailSome are words behind "whatever" and the like that make it hold in some cases only.
	reTailSome  = lazyregexp.New(`(?i)\s(?:if|unless|except|provided|alone)\b`)
	reExamples  = lazyregexp.New(`(?i),\s+(?:such\s+as|for\s+example|for\s+instance|e\.g\.|including)\b[^,;]*,?`)
	reSays      = lazyregexp.New(`(?i)^(?:an?|any|every|the|each)\s+(?:[\p{L}\d]+\s+)?(?:member|country|state|government)s?\s+(?:with|that|which|who)\s+`)
	reCaseBreak = lazyregexp.New(`(?i)[;:]\s+|,\s+(?:and|but|while|whereas|since|as|because|for|so)\s+`)
	// reNothing finds what counts for nothing, reCounts what counts. Group: it.
	reNothing = lazyregexp.New(`(?i)^(.+?)\s+(?:(?:is|are|will\s+be|shall\s+be)\s+(?:wholly\s+|entirely\s+|always\s+)?(?:left\s+out\s+of\s+(?:the\s+)?(?:account|reckoning|score)|disregarded|ignored|not\s+(?:taken\s+into\s+(?:account|consideration)|assessed|considered|counted|scored|rated|judged|relevant|weighed)|excluded(?:\s+from\s+the\s+(?:score|assessment))?|of\s+no\s+(?:account|importance|weight|relevance)|irrelevant|immaterial|no\s+(?:an?\s+)?(?:actions?|compliance|steps?|measures?)(?:\s+at\s+all)?|not\s+(?:an?\s+)?(?:actions?|compliance|steps?|measures?)|not\s+(?:counted|considered|regarded|treated|seen)\s+as\s+(?:an?\s+)?(?:actions?|compliance|steps?|measures?))|(?:do|does|will|shall)\s*not\s+(?:count|matter)(?:\s+as\s+(?:an?\s+)?(?:actions?|compliance|steps?|measures?|new\s+\p{L}+)(?:\s+of\s+any\s+degree)?)?|(?:makes?|make)\s+no\s+difference|plays?\s+no\s+(?:part|role))(?:\s+(?:even|and\s+(?:cannot|do\s+not|can\s+neither)\s+(?:raise|affect|change|lower))\b.*)?$`)
	reCounts  = lazyregexp.New(`(?i)^(.+?)\s+(?:(?:also\s+|always\s+|likewise\s+)?counts?|(?:is|are|will\s+be|shall\s+be)\s+(?:also\s+|always\s+|likewise\s+|to\s+be\s+)?(?:counted|considered|regarded|treated|accepted|recogni[sz]ed))(?:\s+as\s+(?:an?\s+)?(?:full\s+|valid\s+)?(?:actions?|compliance|steps?|measures?|new\s+\p{L}+))?$`)
)

// rulingsOf are what a sentence rules.
func rulingsOf(sentence string) []ruling {
	text := strings.TrimRight(strings.TrimSpace(sentence), ". ")
	text = reExamples.ReplaceAllString(text, " ")
	var out []ruling
	from := 0
	for _, cut := range append(reCaseBreak.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		if r, ok := rulingOf(text[from:cut[0]]); ok {
			out = append(out, r)
		}
		from = cut[1]
	}
	return out
}

// rulingOf reads a clause.
func rulingOf(clause string) (r ruling, ok bool) {
	clause = strings.TrimSpace(clause)
	if m := reWhatever.FindStringIndex(clause); m != nil && m[0] > 0 {
		tail := strings.TrimLeft(clause[m[0]:], ", ")
		if reTailSome.MatchString(strings.TrimPrefix(strings.ToLower(tail), "even ")) {
			return r, false
		}
		r.whatever = reOfOthers.MatchString(tail) && !reOfItself.MatchString(tail)
		clause = strings.TrimRight(clause[:m[0]], ", ")
	}
	at := reLevel.FindAllStringIndex(clause, 2)
	if len(at) > 1 {
		return r, false // of which of the two is it said?
	}
	if len(at) == 1 {
		if !r.ofScore(clause[:at[0][0]], clause[at[0][0]:at[0][1]], clause[at[0][1]:]) {
			return r, false
		}
	} else if m := reNothing.FindStringSubmatch(clause); m != nil {
		r.kind, r.words = nothing, m[1]
	} else if m := reCounts.FindStringSubmatch(clause); m != nil {
		r.kind, r.words = counts, m[1]
	} else {
		return r, false
	}
	if reOnly.MatchString(r.words) && r.kind != needed {
		return r, false
	}
	if reAlone.MatchString(r.words) {
		r.alone, r.whatever, r.words = true, false, reAlone.ReplaceAllString(r.words, " ")
	}
	r.words = reSays.ReplaceAllString(strings.TrimSpace(r.words), "")
	return r, !reSupposes.MatchString(r.words)
}

// ofScore reads a clause that names a score.
func (r *ruling) ofScore(left, level, right string) bool {
	switch {
	case reFull.MatchString(level):
		r.score = 1
	case rePart.MatchString(level):
		r.score = 0
	default:
		r.score = -1
	}
	if m := reWithout.FindStringSubmatch(left); m != nil && strings.TrimSpace(right) == "" {
		r.kind, r.words = needed, m[1]
		return true
	}
	var said string
	switch {
	case reOpensFor.MatchString(left):
		m := reHead.FindStringSubmatch(right)
		if m == nil {
			if right = strings.TrimLeft(right, ", "); left == "" || right == "" {
				return false
			}
			return r.ofNeed(right)
		}
		said, r.words = m[1], right[strings.Index(right, m[1])+len(m[1]):]
		if reNot.MatchString(said) && strings.Contains(said, "alone") {
			return false
		}
	case strings.Trim(right, " ,") == "":
		m := reTail.FindStringSubmatchIndex(left)
		if m == nil {
			return false
		}
		said, r.words = left[m[2]:m[3]], left[:m[0]]
	default:
		return false
	}
	if strings.TrimSpace(r.words) == "" || reMay.MatchString(said) {
		return false
	}
	if reAlone.MatchString(said) {
		r.alone = true
	}
	said = " " + said + " "
	max := reAtMost.MatchString(said)
	not := reNot.MatchString(reAtMost.ReplaceAllString(said, " "))
	need := reNeed.MatchString(said)
	if reOnly.MatchString(r.words) && !not && !need {
		r.kind, r.words = needed, reOnly.ReplaceAllString(r.words, "")
		return !max
	}
	switch {
	case need && not:
		r.kind = unneeded
	case need:
		r.kind = needed
	case max && !not:
		r.kind = atMost
	case not && r.score < 0:
		return false
	case not:
		r.kind, r.score = atMost, r.score-1
	case r.score < 1:
		r.kind = exactly
	default:
		r.kind = suffices
		if reCan.MatchString(said) && !r.alone && !reAlone.MatchString(r.words) {
			return false // it may take more
		}
	}
	return true
}

// ofNeed reads what stands behind "for full compliance".
func (r *ruling) ofNeed(rest string) bool {
	m := reNeedsBehind.FindStringSubmatchIndex(rest)
	if m == nil || reMay.MatchString(rest[m[2]:m[3]]) {
		return false
	}
	r.kind, r.words = needed, rest[:m[0]]
	if reNot.MatchString(rest[m[2]:m[3]]) {
		r.kind = unneeded
	}
	return true
}

// reNeedsBehind finds that something is needed. Group: the words that say it.
var reNeedsBehind = lazyregexp.New(`(?i)\s+((?:is|are)\s+(?:also\s+|not\s+)?(?:required|needed|necessary|enough|sufficient))$`)

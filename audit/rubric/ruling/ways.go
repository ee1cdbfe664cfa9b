package ruling

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// literal is one thing that a text asks for, or denies.
type literal struct {
	stems  []string
	denied bool
	graded bool   // strength is asked of it
	number bool   // so many of it are asked for
	all    bool   // nothing of what stands before it was done
	apart  string // what is left out of it ("other than speeches")
}

// group is a number of things of which one is asked for, or all are denied.
type group []literal

// way is what a text asks for: every group of it.
type way []group

var (
	reSentence = lazyregexp.New(`[.;]\s+`)
	// reJoint is where one thing ends and the next begins. Group: how they are joined.
	reJoint = lazyregexp.New(`(?i),?\s+(?:(and|or|but|nor|while|whereas|yet)\s+(?:(?:it|they)\s+)?|(without)\s+)|(,)\s+`)
	reDeny  = lazyregexp.New(`(?i)\b(?:no|not|none|never|neither|nor|nothing|without|fails?|lacks?|cannot)\b`)
	// reNoneOf finds that none of what was named is there ("but takes none").
	reNoneOf = lazyregexp.New(`(?i)\b(?:none|nothing|neither)\W*$`)
	reBoth   = lazyregexp.New(`(?i)^\W*(?:both|all)(?:\s+(?:of\s+)?(?:these|them|the\s+two))?\W*$`)
	// reBound is an "or" that joins no two things.
	reBound = lazyregexp.New(`(?i)\bor\s+(?:more|fewer|less|later|earlier|higher|lower|greater|above|over|below|weak|strong)\b|\bstrong\s+or\b|\bweak\s+or\b|\bmore\s+and\s+more\b`)
	// reApart finds what is left out of what is asked for. Group: it.
	reApart  = lazyregexp.New(`(?i)\b(?:other\s+than|apart\s+from|except(?:\s+for)?|not\s+counting|beyond|besides|in\s+addition\s+to|more\s+than\s+(?:just|mere|merely))\s+([\p{L}][^,;.]*)`)
	reGrade  = lazyregexp.New(`(?i)\b(?:strong|substantial|substantive|significant|concrete|ambitious|far-reaching)\b`)
	reAnyway = lazyregexp.New(`(?i)\bstrong\s+or\s+weak\b|\bweak\s+or\s+strong\b|\bwhether\s+strong\b`)
)

// waysOf reads a text: its first sentence that asks for something.
func waysOf(text string) way {
	text, _ = cutAt(reSentence, strings.TrimRight(strings.TrimSpace(text), "."))
	text = reBound.ReplaceAllString(text, " ")
	type piece struct{ text, join string }
	const most = 12
	var pieces []piece
	from, join := 0, ""
	for _, m := range reJoint.FindAllStringSubmatchIndex(text, -1) {
		if len(pieces) > most {
			return nil
		}
		pieces = append(pieces, piece{text[from:m[0]], join})
		join, from = ",", m[1]
		for _, k := range []int{2, 4} {
			if m[k] >= 0 {
				join = strings.ToLower(text[m[k]:m[k+1]])
			}
		}
	}
	pieces = append(pieces, piece{text[from:], join})
	// A comma joins as the word behind it does.
	for i := len(pieces) - 2; i > 0; i-- {
		if pieces[i].join == "," {
			switch next := pieces[i+1].join; next {
			case "or", "nor":
				pieces[i].join = next
			default:
				pieces[i].join = "and"
			}
		}
	}
	var out way
	denying := false
	for i, p := range pieces {
		if reBoth.MatchString(p.text) {
			continue // "or both"
		}
		l := literal{graded: reGrade.MatchString(p.text) && !reAnyway.MatchString(p.text), number: counted(p.text)}
		if m := reApart.FindStringSubmatchIndex(p.text); m != nil {
			l.apart = p.text[m[2]:m[3]]
			p.text = p.text[:m[0]]
		}
		own := reDeny.MatchString(p.text) || p.join == "without" || p.join == "nor"
		switch {
		case own:
			denying = true
		case p.join == "or" || p.join == ",":
			// "takes no measures at home or abroad"
		case p.join == "and" && denying && i > 0 && !startsVerb(p.text):
		default:
			denying = false
		}
		l.denied, l.stems = denying, Stems(p.text)
		if len(l.stems) == 0 && l.apart == "" {
			if own && i > 0 && reNoneOf.MatchString(p.text) {
				out = append(out, group{{denied: true, all: true}})
			}
			continue
		}
		if p.join == "or" && len(out) > 0 && !l.denied && !out[len(out)-1][0].denied {
			out[len(out)-1] = append(out[len(out)-1], l)
			continue
		}
		out = append(out, group{l})
	}
	return out
}

// reVerb is a verb of the present that begins another statement.
var reVerb = lazyregexp.New(`(?i)^\W*(?:it\s+|also\s+)?(?:has|have|is|are|does|do|takes?|makes?|gives?|provides?|[\p{L}]+(?:es|ies|ts|ns|ds|rs|ls|ks|ps))\b`)

func startsVerb(s string) bool { return reVerb.MatchString(s) }

// cutAt divides a text at the first match.
func cutAt(re interface{ FindStringIndex(string) []int }, text string) (string, string) {
	if m := re.FindStringIndex(text); m != nil {
		return text[:m[0]], text[m[1]:]
	}
	return text, ""
}

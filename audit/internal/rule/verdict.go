package rule

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// VerdictFinding starts a finding on a member's section.
func VerdictFinding(c *model.Commitment, v *model.Verdict) Finding {
	f := About(c)
	f.Member = v.Member
	f.At = v.At
	return f
}

// HeadingText is the heading of a section as printed.
func HeadingText(v *model.Verdict) string {
	if v.Heading != nil && v.Heading.Text != "" {
		return v.Heading.Text
	}
	if v.HeadingScore != nil && v.Name != "" {
		return v.Name + ": " + reckon.SignedScore(*v.HeadingScore)
	}
	return v.Name
}

// HeadingAt is where the heading stands, or the section where that is not
// known.
func HeadingAt(v *model.Verdict) model.At {
	if v.Heading != nil && len(v.Heading.At) > 0 {
		return v.Heading.At
	}
	return v.At
}

// Join puts places one behind the other without widening either: two places
// of one finding may lie far apart on a page.
func Join(places ...model.At) model.At {
	var out model.At
	for _, at := range places {
		out = append(out, at...)
	}
	return out
}

// OthersNamed reports whether a sentence about a member names other members
// and not this one. Its score is then not taken for this member's.
func OthersNamed(text, member string, words *vocabulary.Vocabulary) bool {
	others := false
	for _, m := range words.MembersIn(text) {
		if m.Code == member {
			return false
		}
		others = true
	}
	return others
}

// Named reports whether a sentence names the member.
func Named(text, member string, words *vocabulary.Vocabulary) bool {
	return slices.ContainsFunc(words.MembersIn(text), func(m vocabulary.MemberMention) bool { return m.Code == member })
}

// ComplianceScore is the score that the words of a statement stand for.
func ComplianceScore(compliance string) (int, bool) {
	switch strings.ToLower(compliance) {
	case "full":
		return 1, true
	case "partial":
		return 0, true
	case "none":
		return -1, true
	}
	return 0, false
}

// ComplianceWords is what a statement or a column says, in words.
func ComplianceWords(compliance string) string {
	if strings.EqualFold(compliance, "none") {
		return "no compliance"
	}
	return strings.ToLower(compliance) + " compliance"
}

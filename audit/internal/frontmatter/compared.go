package frontmatter

import (
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/internal/lazyregexp"
)

// A report compares how many commitments it has with the report before it: "it assesses three
// of them, one fewer than the four of the final report on Quay". What is counted is certain where the report's own
// number stands beside it and the difference fits, or where the noun does.

var (
	// reFewer finds a number by what it differs from the one before. Groups: difference, fewer
	// or more, number.
	reFewer = lazyregexp.New(`(?i)\b(` + NumberWords + `)\s+(fewer|less|more)\s+than\s+(?:the\s+)?(` + NumberWords + `)\s+(?:commitments\s+)?(?:of|in|for|at|from|assessed|covered|reviewed|selected)\b`)
	// reAgainst finds a number behind words that compare. Groups: number, noun.
	reAgainst = lazyregexp.New(`(?i)\b(?:as\s+many\s+as|compared\s+(?:with|to)|as\s+against|against|after|up\s+from|down\s+from|instead\s+of|(?:fewer|more|less)\s+than)\s+(?:the\s+)?(` + NumberWords + `)\s+(commitments\s+)?(?:of|in|for|at|from|assessed|covered|reviewed|selected)\b`)
	// reOwnNumber finds the number of the report's own that is compared. Groups: number, noun.
	reOwnNumber = lazyregexp.New(`(?i)\b(` + NumberWords + `)\s+(?:of\s+(?:them|these|those)|(?:[\p{L}-]+\s+){0,2}(commitments))\b`)
)

// comparedCounts are the numbers of commitments of another report that a sentence compares
// with the report's own.
func comparedCounts(p *rule.Pass, sentence string) []statedCount {
	own := ownCommitments(p)
	if own == 0 {
		return nil
	}
	// The report's own number, and whether the noun stands beside it.
	ownAt := func(before string) (said, noun bool) {
		for _, m := range reOwnNumber.FindAllStringSubmatchIndex(before, -1) {
			if NumberOf(before[m[2]:m[3]]) == own {
				said, noun = true, noun || m[4] >= 0
			}
		}
		return said, noun
	}
	var out []statedCount
	for _, m := range reFewer.FindAllStringSubmatchIndex(sentence, -1) {
		by, n := NumberOf(sentence[m[2]:m[3]]), NumberOf(sentence[m[6]:m[7]])
		if strings.EqualFold(sentence[m[4]:m[5]], "more") {
			by = -by
		}
		if said, _ := ownAt(sentence[:m[0]]); said && own+by == n {
			out = append(out, statedCount{N: n, Text: sentence[m[0]:m[1]], Quote: sentence})
		}
	}
	for _, m := range reAgainst.FindAllStringSubmatchIndex(sentence, -1) {
		if len(out) > 0 {
			break
		}
		said, noun := ownAt(sentence[:m[0]])
		if said && (noun || m[4] >= 0) {
			out = append(out, statedCount{N: NumberOf(sentence[m[2]:m[3]]), Text: sentence[m[0]:m[1]], Quote: sentence})
		}
	}
	return out
}

// ownCommitments is how many commitments the report has, by its chapters, or its summary table
// where it has none; 0 where a number of members is the same one.
func ownCommitments(p *rule.Pass) int {
	r := p.Report
	n := len(r.Commitments)
	if len(r.Matrices) > 0 {
		if n == 0 {
			n = len(r.Matrices[0].Rows)
		}
		if len(r.Matrices[0].Members) == n {
			return 0
		}
	}
	for i := range r.Commitments {
		if a := r.Commitments[i].Assessment; a != nil && len(a.Scores) == n {
			return 0
		}
	}
	return n
}

package front

import (
	"errors"
	"fmt"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// ErrNotReport is returned for a document with text in which nothing of a
// compliance report was found: no scores of members, no summary table, no
// chapter in the parts of one and no title that names a forum and its
// compliance. It is wrapped in a *NotReportError, which says what was found.
var ErrNotReport = errors.New("not a compliance report")

// A document is a compliance report by what only such reports have: scores of
// members. A title that says so, or a chapter in the parts of one, is enough
// for a cover alone or a page out of a chapter. Lists, sections with headings
// such as Background, and tables of levels are in many other documents.

// NotReportError says why a document is not taken for a compliance report. It
// wraps ErrNotReport.
type NotReportError struct {
	// Found are the things in the document that look like parts of a report.
	Found []string
	// Lacks are those by which a report would have been known.
	Lacks []string
}

// Error says what was looked for and not found, and what was found instead.
func (e *NotReportError) Error() string {
	s := ErrNotReport.Error() + ": none was found of " + strings.Join(e.Lacks, ", ")
	if len(e.Found) > 0 {
		s += "; what was found: " + strings.Join(e.Found, ", ")
	}
	return s
}

// Unwrap gives ErrNotReport.
func (e *NotReportError) Unwrap() error { return ErrNotReport }

// JudgeReport gives a *NotReportError for a document that is no report.
func (r *Reader) JudgeReport() error {
	rep := r.Rep
	scored := len(rep.Matrices) > 0
	parts := false
	sections, levels := 0, 0
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		scored = scored || hasScores(c)
		parts = parts || r.hasParts(c)
		levels += len(c.Rubric) + len(c.Guidelines)
		sections += len(c.Headings)
	}
	info := rep.Report
	named := info.Forum != "" && r.IsReportTitle(info.Title) // a cover or summary alone
	listed := info.Forum != "" && len(rep.CommitmentsList) > 0
	if scored || parts || named || listed {
		return nil
	}
	e := &NotReportError{Lacks: []string{"members with scores", "summary tables of scores", "a title with a forum and its compliance"}}
	found := func(n int, one, many string) {
		switch {
		case n == 1:
			e.Found = append(e.Found, one)
		case n > 1:
			e.Found = append(e.Found, fmt.Sprintf("%d %s", n, many))
		}
	}
	if info.Forum != "" {
		e.Found = append(e.Found, "the name of a forum ("+info.Forum+")")
	}
	found(len(rep.CommitmentsList), "a numbered entry as in a list of commitments", "numbered entries as in a list of commitments")
	found(sections, "a heading as of a chapter's part", "headings as of a chapter's parts")
	found(levels, "a level as of a scoring table", "levels as of a scoring table")
	found(len(rep.Rankings), "a ranking", "rankings")
	found(r.letterGrades(), "a letter grade", "letter grades")
	return e
}

// hasScores reports whether a chapter has the scores of members: a table of
// them, or a section that states one.
func hasScores(c *model.Commitment) bool {
	if c.Assessment != nil && len(c.Assessment.Scores) >= sheet.MinMatrixMembers {
		return true
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.HeadingScore != nil || v.ConcludingScore != nil || v.Opening != nil && v.Opening.Compliance != "" {
			return true
		}
	}
	return false
}

// minParts is how many parts a chapter must have before it is known by them.
const minParts = 3

// hasParts reports whether a chapter has the parts of one: headings that other
// documents do not have together, or the words of a promise under a heading that
// says so.
func (r *Reader) hasParts(c *model.Commitment) bool {
	kinds := map[string]bool{}
	for _, h := range c.Headings {
		if paragraph.ChapterKinds[h.Kind] {
			kinds[h.Kind] = true
		}
	}
	own := kinds[vocabulary.HeadingFeatures] || kinds[vocabulary.HeadingGuidelines] || kinds[vocabulary.HeadingScoring]
	if own && len(kinds) >= minParts {
		return true
	}
	return c.Heading != nil && r.promises(c.Text) && (kinds[vocabulary.HeadingAssessment] || kinds[vocabulary.HeadingCommitment])
}

// promises reports whether a text speaks as a promise does ("We will …").
func (r *Reader) promises(s string) bool {
	for _, w := range vocabulary.Words(s) {
		if r.Vocab.Has(vocabulary.PromiseWords, w.Folded) {
			return true
		}
	}
	return false
}

// letterGrades counts the lines that give a grade in letters, as reports on
// performance do ("Overall Grade: B+", "Grade Awarded: A").
func (r *Reader) letterGrades() int {
	n := 0
	for _, p := range r.Pages {
		for _, l := range p.Body {
			label, grade, ok := strings.Cut(l.Printed, ":")
			if !ok || !strings.Contains(strings.ToLower(label), "grade") {
				continue
			}
			if g := strings.Trim(grade, " .+-−–"); len(g) == 1 && g[0] >= 'A' && g[0] <= 'F' {
				n++
			}
		}
	}
	return n
}

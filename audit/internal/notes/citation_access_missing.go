package notes

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "citation-access-missing",
	Severity: rule.Note,
	Title:    "a web source without its date of access",
	Checks:   "Looks at every footnote with a web address for the date on which it was read.",
	Why:      "Pages change; without the date nobody can find the version that was cited.",
	Example:  "A note that ends in an address, among notes with 'Access Date:'. Near miss: a note without an address.",
	Convention: "Where hardly any note of the report has such a date (fewer than one in five), the report did without, and that is one finding. " +
		"Words that announce the date ('Access Date') with a date that cannot be read count as given.",
	Since: "0.1.0",
	Run:   runCitationAccessMissing,
})

func runCitationAccessMissing(p *rule.Pass) {
	var missing []*model.Footnote
	n := 0
	for i := range p.Report.Footnotes {
		f := &p.Report.Footnotes[i]
		if f.URL == "" {
			continue
		}
		n++
		if f.Accessed == "" && f.AccessedText == "" {
			missing = append(missing, f)
		}
	}
	p.Checked(n)
	const few = 5 // one in five
	if n > few && (n-len(missing))*few < n {
		p.Found(rule.Finding{
			Message:  fmt.Sprintf("In most footnotes no date of access was found: in %d of %d web sources.", len(missing), n),
			Computed: fmt.Sprintf("%d of %d", len(missing), n),
			At:       missing[0].At,
		})
		return
	}
	for _, f := range missing {
		g := citation(p, f)
		g.Message = fmt.Sprintf("Footnote %d cites a web address; no date of access was found in it.", f.Number)
		g.Stated = f.URL
		p.Found(g)
	}
}

// citation starts a finding on a footnote.
func citation(p *rule.Pass, f *model.Footnote) rule.Finding {
	g := rule.Finding{Footnote: f.Number, At: f.At, Quote: f.Text}
	if c := rule.ChapterOf(p.Report, f.Commitment); c != nil {
		a := rule.About(c)
		g.Commitment, g.CommitmentID, g.Row = a.Commitment, a.CommitmentID, a.Row
	}
	return g
}

package blind

import (
	"slices"

	"recount.invalid/recount/model"
)

// compareFigures looks for what the running text claims. Whom a claim is about
// is in the truth for readers only.
func compareFigures(s *Sheet, t *Truth, r *model.Report) {
	s.object = "/figures"
	for _, c := range t.ProseClaims {
		s.found("figures.claim", c.Claim, slices.ContainsFunc(r.Figures, func(f model.Figure) bool {
			return decimal(f.Value) == number(c.Score) && (c.Percent == nil || decimal(f.Percent) == number(*c.Percent))
		}))
	}
}

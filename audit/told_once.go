package audit

import (
	"slices"

	"recount.invalid/recount/audit/internal/rule"
)

// averageRules compare averages with their scores. Where one of them tells of a figure, what
// the figures of a table say of it is no finding of its own.
var averageRules = []string{"average-stated", "average-unattainable", "matrix-column-average", "matrix-row-average", "matrix-overall"}

// toldOnce leaves out what the figures of a table say of one of which a rule for averages
// tells.
func toldOnce(passes []*rule.Pass) {
	weighedOnce(passes)
	var averages []rule.Finding
	for _, p := range passes {
		if p == nil {
			continue
		}
		for _, f := range p.Findings {
			if slices.Contains(averageRules, f.Rule) {
				averages = append(averages, f)
			}
		}
	}
	for _, p := range passes {
		if p == nil || len(averages) == 0 {
			continue
		}
		p.Findings = slices.DeleteFunc(p.Findings, func(f rule.Finding) bool {
			return f.OfFigures && slices.ContainsFunc(averages, func(other rule.Finding) bool { return other.SameFigure(f) })
		})
	}
}

// weighedOnce leaves out what was found by weighing a sentence of which a rule tells that read
// it word by word.
func weighedOnce(passes []*rule.Pass) {
	told := map[string]bool{}
	weighed := false
	for _, p := range passes {
		if p == nil {
			continue
		}
		for _, f := range p.Findings {
			weighed = weighed || f.Weighed
			if !f.Weighed && f.Quote != "" {
				told[f.Quote] = true
			}
		}
	}
	for _, p := range passes {
		if p == nil || !weighed {
			continue
		}
		p.Findings = slices.DeleteFunc(p.Findings, func(f rule.Finding) bool { return f.Weighed && told[f.Quote] })
		for _, f := range p.Findings {
			if f.Weighed {
				p.Checked(1)
			}
		}
	}
}

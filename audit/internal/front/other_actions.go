package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
)

// otherActions compares the dates and figures of actions with those of the same actions in
// another file of the summit and stage. told is that of otherWords.
func otherActions(p *rule.Pass, other *across.Source, told map[string]bool) {
	differ, compared := across.CompareActions(p.Here(), other)
	p.Checked(compared)
	for _, d := range differ {
		key := fmt.Sprint("action ", d.Here.Commitment.Number, d.Member, d.Stated, d.Computed)
		if told[key] {
			continue
		}
		told[key] = true
		f := rule.About(d.Here.Commitment)
		f.Member, f.Stated, f.Computed, f.Quote, f.At = d.Member, d.Stated, fmt.Sprintf("%s in %s", d.Computed, other.File), d.Stated, d.At
		what := "An action of %s has %s here, %s in %s%s; its other words are the same."
		if d.Dated {
			what = "An action of %s is dated %s here, %s in %s%s; its other words are the same."
		}
		f.Message = fmt.Sprintf(what, d.Name, d.Stated, d.Computed, other.File, commaPage(elsewhere.OnPage(d.ThereAt))) + joinedHow(p.Here(), other)
		p.Found(f)
	}
}

// commaPage is ", page 3" for " on page 3".
func commaPage(onPage string) string {
	if onPage == "" {
		return ""
	}
	return "," + onPage[len(" on"):]
}

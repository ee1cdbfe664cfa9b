package front

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// otherWords compares the texts and serials of commitments with those of another file.
// told has what was said of them already: a chapter and the whole report have one text.
func otherWords(p *rule.Pass, other *across.Source, told map[string]bool) {
	res := across.CompareWords(p.Here(), other)
	p.Checked(res.Compared + len(res.Serials))
	for why, n := range res.Undecided {
		p.Undecided(n, why)
	}
	joined := joinedHow(p.Here(), other)
	once := func(f rule.Finding, there string) {
		key := fmt.Sprint(f.Row, " ", f.Commitment, " ", f.CommitmentID, " ", f.Stated, " ", there)
		if !told[key] {
			told[key] = true
			f.Message += joined
			p.Found(f)
		}
	}
	for _, d := range res.Serials {
		f := rule.About(d.Here.Commitment)
		here, there := serialText(d.Here), serialText(d.There)
		f.Stated, f.Computed, f.Quote, f.At = here, there+" in "+place(other, d.There), d.Here.Text, d.Here.Commitment.At
		f.Message = fmt.Sprintf("The serial of the commitment is %s here, %s in %s; its words are the same.", here, there, place(other, d.There))
		once(f, there)
	}
	for _, d := range res.Differ {
		f := rule.About(d.Here.Commitment)
		var said, stated, computed []string
		for _, a := range d.Apart {
			stated, computed = append(stated, quoted(a.Here)), append(computed, quoted(a.There))
			switch {
			case a.Here == "":
				said = append(said, "is without “"+a.There+"”")
			case a.There == "":
				said = append(said, "has “"+a.Here+"” besides")
			default:
				said = append(said, "has “"+a.Here+"” for “"+a.There+"”")
			}
		}
		f.Stated, f.Computed = strings.Join(stated, ", "), strings.Join(computed, ", ")+" in "+place(other, d.There)
		f.Quote, f.At = d.Apart[0].Quote, d.Here.Commitment.At
		f.Message = fmt.Sprintf("The text of the commitment is another one than in %s: it %s.", place(other, d.There), reckon.Listing(said, len(said), "and"))
		once(f, strings.Join(computed, ", "))
	}
}

// quoted is a phrase of a text, or that there is none.
func quoted(s string) string {
	if s == "" {
		return "no such words"
	}
	return "“" + s + "”"
}

// serialText is a commitment's serial as printed, otherwise as the list of commitments
// has it.
func serialText(e across.Entry) string {
	if e.Commitment.ID != "" {
		return e.Commitment.ID
	}
	return e.Serial()
}

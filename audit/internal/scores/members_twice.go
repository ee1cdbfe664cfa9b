package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
)

// A member is scored once for each commitment. In a long table its second score is a row
// too many; in a table with a row or column for each member, one of these is.

// manyTwice is of how many scores one must stand twice before the rows are not told apart
// by their ids, which is one finding.
const manyTwice = 5

// fewestTwice is how many such rows there must be then.
const fewestTwice = 4

// twice is a member's second score.
type twice struct {
	c *model.Commitment
	r *model.Repeat
}

// membersTwice reports members that stand twice.
func membersTwice(p *rule.Pass) {
	var rows []twice
	columns := map[string][]twice{}
	var order []string
	scores := 0
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		scores += len(c.Assessment.Scores)
		for k := range c.Assessment.Repeats {
			r := &c.Assessment.Repeats[k]
			switch {
			case r.Of != model.RepeatScore:
			case r.Column == "":
				rows = append(rows, twice{c, r})
			default:
				key := r.Column
				if columns[key] == nil {
					order = append(order, key)
				}
				columns[key] = append(columns[key], twice{c, r})
			}
		}
	}
	if len(rows) >= fewestTwice && len(rows)*manyTwice >= scores {
		first := rows[0]
		p.Found(rule.Finding{
			Row: first.r.Row, SheetRow: first.r.SheetRow, Stated: first.c.ID, Quote: first.c.ID, Computed: reckon.Plural(len(rows), "row"),
			Message: fmt.Sprintf("%s of the table have a second score of a member for one commitment: its ids do not tell commitments apart, as it seems. The first is row %d.", reckon.Capital(reckon.Plural(len(rows), "row")), first.r.Row),
		})
		rows = nil
	}
	for _, t := range rows {
		f := rule.About(t.c)
		f.Row, f.SheetRow, f.Member = t.r.Row, t.r.SheetRow, t.r.Member
		f.Stated, f.Quote = t.r.Text, t.r.Text
		f.Message = fmt.Sprintf("%s stands twice for %s, in rows %d and %d, ", reckon.MemberLabel(t.r.Member, t.r.Name, p.Vocabulary), label(t.c), t.r.FirstRow, t.r.Row)
		if sameScore(t.r) {
			f.Message += fmt.Sprintf("with the same score (%s).", shown(t.r.Text))
		} else {
			f.Message += fmt.Sprintf("with different scores: %s and %s. Neither is taken.", shown(t.r.First), shown(t.r.Text))
			f.Explanations = whichScore(p, t)
		}
		p.Found(f)
	}
	for _, key := range order {
		columnTwice(p, columns[key])
	}
}

// label is a commitment's id, or its row.
func label(c *model.Commitment) string {
	if c.ID != "" {
		return c.ID
	}
	return rule.CommitmentLabel(c)
}

// sameScore reports whether a member's second score is the first one; the mark of a note
// makes no other.
func sameScore(r *model.Repeat) bool {
	return r.First == r.Text || script.CutNoteMarks(r.First) == script.CutNoteMarks(r.Text)
}

// shown is the text of a cell in a sentence.
func shown(text string) string {
	if text == "" {
		return "a blank"
	}
	return "“" + text + "”"
}

// columnTwice reports a row or column of a member who has another one.
func columnTwice(p *rule.Pass, list []twice) {
	r := list[0].r
	var differ []string
	for _, t := range list {
		if !sameScore(t.r) {
			differ = append(differ, label(t.c))
		}
	}
	f := rule.Finding{Member: r.Member, Row: r.Row, Stated: r.Name, Quote: r.Name, Computed: reckon.Plural(len(differ), "score") + " differ"}
	counted := "not counted"
	if r.Counted {
		counted = "counted as another member's, as most averages of the rows count it"
	}
	f.Message = fmt.Sprintf("%s stands twice in the table; what stands there the second time (%s) is %s", reckon.MemberLabel(r.Member, r.Name, p.Vocabulary), r.Column, counted)
	if len(differ) == 0 {
		f.Message += ", and has the same scores."
	} else {
		f.Message += fmt.Sprintf(", and has other scores in %s.", reckon.Listing(differ, MostRows, "and"))
	}
	p.Found(f)
}

// whichScore says which of two scores of a member the stated average leaves.
func whichScore(p *rule.Pass, t twice) []string {
	a := t.c.Assessment
	if a.Average == nil {
		return nil
	}
	f := tallies.StatedMean(p, *a.Average)
	if f == (reckon.Figure{}) {
		return nil
	}
	at := slices.IndexFunc(a.Scores, func(s model.Score) bool { return s.Member == t.r.Member && s.Name == t.r.Name })
	if at < 0 {
		return nil
	}
	var fit []string
	try := func(name string, scores []model.Score) {
		tally := reckon.TallyScores(scores, p.Vocabulary)
		if mean, ok := tally.Mean(); ok && tally.Illegible == 0 && f.Fits(mean) {
			fit = append(fit, fmt.Sprintf("%s (%s)", name, reckon.Fraction(tally.Sum(), len(tally.Scores))))
		}
	}
	both := slices.Delete(slices.Clone(a.Scores), at, at+1)
	for _, text := range strings.Split(a.Scores[at].Text, " / ") {
		one := a.Scores[at]
		one.Score, one.Text = scoreOf(text), text
		scores := slices.Clone(a.Scores)
		scores[at] = one
		try(text, scores)
		both = append(both, one)
	}
	try("both, as of two members", both)
	if len(fit) == 0 {
		return []string{fmt.Sprintf("the stated average %s fits neither score, nor both as of two members", f.Text())}
	}
	return []string{fmt.Sprintf("the stated average %s fits %s", f.Text(), reckon.Listing(fit, 4, "or"))}
}

// scoreOf is the score that a text is, nil for another text.
func scoreOf(text string) *int {
	plain := script.CutNoteMarks(text)
	for s := reckon.LowestScore; s <= reckon.HighestScore; s++ {
		if plain == fmt.Sprint(s) || plain == fmt.Sprintf("%+d", s) {
			return &s
		}
	}
	return nil
}

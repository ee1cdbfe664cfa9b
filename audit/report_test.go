package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// The clean report of these tests: three commitments, six members, one of
// them not assessed once. Every average is worked out by hand:
//
//	                ARG IND KOR MEX TUR ZAF   sum/n    mean    percent
//	1  2031-4        +1   0  +1  -1   0  +1    2/6   +0.3333    66.67
//	2  2031-9         0   0  +1   0 n/a  -1    0/5    0.0000    50
//	3  2031-15       +1  +1  +1   0  +1  +1    5/6   +0.8333    91.67
//	sum/n           2/3 1/3 3/3 -1/3 1/2 1/3   7/17  +0.4118    70.59
const notAssessed = 9

var (
	cleanMembers = []string{"ARG", "IND", "KOR", "MEX", "TUR", "ZAF"}
	cleanNames   = []string{"Argentina", "India", "Korea", "Mexico", "Türkiye", "South Africa"}
	cleanScores  = [][]int{
		{1, 0, 1, -1, 0, 1},
		{0, 0, 1, 0, notAssessed, -1},
		{1, 1, 1, 0, 1, 1},
	}
	cleanIDs      = []string{"2031-4", "2031-9", "2031-15"}
	cleanAverages = []string{"+0.33 (67%)", "0.00 (50%)", "+0.83 (92%)"}
	cleanColumns  = []string{"+0.67 (83%)", "+0.33 (67%)", "+1.00 (100%)", "-0.33 (33%)", "+0.50 (75%)", "+0.33 (67%)"}
	cleanOverall  = "+0.41 (71%)"
	// firstNote is the number of the first footnote: an excerpt's.
	firstNote = 21
)

// average makes a stated average of "+0.33 (67%)", "+0.33" or "67%".
func average(text string) *model.Average {
	a := &model.Average{Text: text}
	for part := range strings.FieldsSeq(strings.NewReplacer("(", "", ")", "").Replace(text)) {
		number, isPercent := strings.CutSuffix(part, "%")
		d, err := model.ParseDecimal(number)
		if err != nil {
			panic(err)
		}
		if isPercent {
			a.Percent = &d
		} else {
			a.Value = &d
		}
	}
	return a
}

func ptr(v int) *int { return &v }

func scoreOf(v int) (*int, string) {
	if v == notAssessed {
		return nil, "n/a"
	}
	return &v, reckon.SignedScore(v)
}

// placed gives a place further down the document with every call.
type placed struct{ page, y float64 }

func (p *placed) next() model.At {
	p.y += 20
	if p.y > 700 {
		p.page, p.y = p.page+1, 80
	}
	return model.At{{Page: int(p.page), Box: model.Box{72, p.y, 500, p.y + 12}}}
}

var (
	compliance = map[int]string{1: "full", 0: "partial", -1: "none"}
	levelWords = map[int]string{1: "fully complied", 0: "partially complied", -1: "not complied"}
)

// cleanReport builds the report anew for every test, so that each can change
// it.
func cleanReport() *model.Report {
	r := &model.Report{
		Schema: model.SchemaReport,
		Source: model.Source{File: "clean.pdf", SHA256: "00", Pages: 9},
		Report: model.Info{Title: "2031 Example Meeting Final Report", Forum: "G20", Stage: "final"},
	}
	at := &placed{page: 1}
	note := firstNote
	matrix := model.Matrix{Title: "Table 1: Final Scores", Members: cleanMembers, Names: cleanNames, At: at.next()}
	for i, row := range cleanScores {
		c := model.Commitment{
			Number: i + 1, ID: cleanIDs[i], IssueArea: "Harbours", Text: "We will keep the harbours open.",
			At: at.next(),
			Assessment: &model.Assessment{
				Average: average(cleanAverages[i]), At: at.next(),
			},
		}
		c.Assessment.Average.At = at.next()
		for _, s := range []int{-1, 0, 1} {
			c.Rubric = append(c.Rubric, model.Level{Score: ptr(s), Text: "The member has " + levelWords[s] + ".", At: at.next()})
		}
		mrow := model.MatrixRow{Number: i + 1, ID: cleanIDs[i], Label: "Harbours", Average: average(cleanAverages[i]), At: at.next()}
		for k, v := range row {
			score, text := scoreOf(v)
			mrow.Scores = append(mrow.Scores, score)
			mrow.Cells = append(mrow.Cells, text)
			s := model.Score{Member: cleanMembers[k], Name: cleanNames[k], Score: score, Text: text, At: at.next()}
			if score != nil {
				s.Column = compliance[v]
			}
			c.Assessment.Scores = append(c.Assessment.Scores, s)
			if score == nil {
				continue
			}
			verdict := model.Verdict{
				Member: cleanMembers[k], Name: cleanNames[k], HeadingScore: ptr(v),
				Heading: &model.Text{Text: fmt.Sprintf("%s: %s", cleanNames[k], text), At: at.next()},
				Opening: &model.Statement{
					Compliance: compliance[v],
					Text:       fmt.Sprintf("%s has %s with the commitment on harbours.", cleanNames[k], levelWords[v]), At: at.next(),
				},
			}
			for day := 1; day <= 2; day++ {
				verdict.Actions = append(verdict.Actions, model.Action{
					Date: fmt.Sprintf("2031-05-%02d", day), DateText: fmt.Sprintf("%d May 2031", day),
					Text:      fmt.Sprintf("On %d May 2031, %s opened pier %d.", day, cleanNames[k], note),
					Footnotes: []model.Ref{{Number: note, Offset: 30, At: at.next()}}, At: at.next(),
				})
				r.Footnotes = append(r.Footnotes, model.Footnote{
					Number: note, Commitment: i + 1, Text: fmt.Sprintf("Notice of pier %d, Harbour Office.", note), At: at.next(),
				})
				note++
			}
			verdict.Closing = &model.Statement{
				Compliance: compliance[v], Text: fmt.Sprintf("%s has %s.", cleanNames[k], levelWords[v]), At: at.next(),
			}
			verdict.Concluding = &model.Text{Text: fmt.Sprintf("Thus, %s receives a score of %s.", cleanNames[k], text), At: at.next()}
			verdict.ConcludingScore = ptr(v)
			verdict.At = at.next()
			c.Verdicts = append(c.Verdicts, verdict)
		}
		r.Commitments = append(r.Commitments, c)
		matrix.Rows = append(matrix.Rows, mrow)
	}
	for k, text := range cleanColumns {
		a := average(text)
		matrix.ColumnAverages = append(matrix.ColumnAverages, model.ColumnAverage{
			Member: cleanMembers[k], Text: text, Value: a.Value, Percent: a.Percent, At: at.next(),
		})
	}
	matrix.Overall = average(cleanOverall)
	r.Matrices = []model.Matrix{matrix}
	return r
}

// figureRules are the rules on scores, averages, tables and footnotes, which
// these tests are about.
func figureRules() []string {
	var ids []string
	for _, r := range rule.Rules() {
		for _, prefix := range []string{"score-", "average-", "percent-", "matrix-", "footnote-", "action-without", "row-"} {
			if strings.HasPrefix(r.ID, prefix) {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}

func run(t *testing.T, r *model.Report, opt Options) Result {
	t.Helper()
	if len(opt.Only) == 0 {
		opt.Only = figureRules()
	}
	res, err := Run(context.Background(), r, opt)
	if err != nil {
		t.Fatal(err)
	}
	remember(res)
	for _, c := range res.Rules {
		for _, why := range c.Reasons {
			if strings.Contains(why.Text, "failed on this report") {
				t.Errorf("%s: %s", c.Rule, why.Text)
			}
		}
	}
	return res
}

// keys names findings as "rule commitment member footnote row", without what
// does not apply.
func keys(res Result) []string {
	out := []string{}
	for _, f := range res.Findings {
		key := f.Rule
		if f.Commitment > 0 {
			key += fmt.Sprintf(" c%d", f.Commitment)
		}
		if f.Member != "" {
			key += " " + f.Member
		}
		if f.Footnote > 0 {
			key += fmt.Sprintf(" n%d", f.Footnote)
		}
		if f.Row > 0 {
			key += fmt.Sprintf(" row%d", f.Row)
		}
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

func countOf(res Result, id string) rule.Count {
	for _, c := range res.Rules {
		if c.Rule == id {
			return c
		}
	}
	return rule.Count{}
}

// setScore changes a member's score in a chapter's table only.
func setScore(r *model.Report, commitment int, member string, score int) {
	for i := range r.Commitments[commitment-1].Assessment.Scores {
		if s := &r.Commitments[commitment-1].Assessment.Scores[i]; s.Member == member {
			s.Score, s.Text = ptr(score), reckon.SignedScore(score)
			s.Column = compliance[score]
		}
	}
}

func verdict(r *model.Report, commitment int, member string) *model.Verdict {
	return rule.VerdictOf(&r.Commitments[commitment-1], member)
}

func setCell(r *model.Report, row int, member string, score int) {
	m := &r.Matrices[0]
	col := tallies.ColumnOf(m, member)
	m.Rows[row-1].Scores[col], m.Rows[row-1].Cells[col] = ptr(score), reckon.SignedScore(score)
}

func setColumn(r *model.Report, member, text string) {
	m := &r.Matrices[0]
	a := average(text)
	for i := range m.ColumnAverages {
		if c := &m.ColumnAverages[i]; c.Member == member {
			c.Text, c.Value, c.Percent = text, a.Value, a.Percent
		}
	}
}

func setAverage(r *model.Report, commitment int, text string) {
	at := r.Commitments[commitment-1].Assessment.Average.At
	r.Commitments[commitment-1].Assessment.Average = average(text)
	r.Commitments[commitment-1].Assessment.Average.At = at
}

// noMatrix takes the summary away, so that a test is about a chapter alone.
func noMatrix(r *model.Report) { r.Matrices = nil }

// onlyMatrix takes the chapters away.
func onlyMatrix(r *model.Report) { r.Commitments, r.Footnotes = nil, nil }

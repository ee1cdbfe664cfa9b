package output

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

//go:embed templates/audit.html.tmpl
var auditTemplate string

// auditPage is parsed when the first page is written; a mistake in it is one
// of the program's own and is found by every test.
var auditPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("audit").Parse(auditTemplate))
})

// AuditHTML writes an audit as one self-contained HTML page: no network, no
// script; the filters are form controls that CSS looks at. reports and
// documents run parallel to a.Reports and may be shorter or hold nil: a report
// gives the table of scores, a document the drawings of places.
func AuditHTML(w io.Writer, a Audit, reports []*model.Report, documents []*model.Document) error {
	v := htmlView{Stale: a.StaleWaivers}
	ruleCount := map[string]int{}
	for i, r := range a.Reports {
		var rep *model.Report
		if i < len(reports) {
			rep = reports[i]
		}
		var doc *model.Document
		if i < len(documents) {
			doc = documents[i]
		}
		v.Reports = append(v.Reports, htmlReportOf(i+1, r, rep, doc))
		for _, f := range r.Findings {
			ruleCount[f.Rule]++
			switch f.Severity {
			case audit.Error:
				v.Errors++
			case audit.Warning:
				v.Warnings++
			default:
				v.Notes++
			}
		}
	}
	v.Total = v.Errors + v.Warnings + v.Notes
	var css strings.Builder
	for _, r := range audit.Rules() {
		if n := ruleCount[r.ID]; n > 0 {
			v.Rules = append(v.Rules, htmlRule{ID: r.ID, Title: r.Title, Count: n})
			// IDs are kebab-case, so that they need no escaping.
			fmt.Fprintf(&css, "body:has(#rule-%s:checked) .finding:not([data-rule=\"%s\"]){display:none}\n", r.ID, r.ID)
		}
	}
	v.FilterCSS = template.CSS(css.String())
	return auditPage().Execute(w, v)
}

// htmlView is what the template shows.
type htmlView struct {
	Reports                        []htmlReport
	Rules                          []htmlRule
	Errors, Warnings, Notes, Total int
	Stale                          []audit.Waiver
	FilterCSS                      template.CSS
}

type htmlRule struct {
	ID, Title string
	Count     int
}

type htmlReport struct {
	Anchor   string
	File     string
	Title    string
	Headline string
	Notices  []string // what is to be known of the file
	Tables   []htmlTable
	Groups   []htmlGroup
	Counts   []audit.Count
	Idle     []string
	Rubrics  []rubricReading
	Symbols  []template.HTML
}

type htmlGroup struct {
	Title    string
	Findings []htmlFinding
}

type htmlFinding struct {
	audit.Finding
	Anchor  string
	Title   string // the rule's
	Pages   string
	Member  string
	Drawing []htmlDrawing
}

type htmlDrawing struct {
	Page int
	SVG  template.HTML
}

// mostDrawings is how many places of one finding are drawn.
const mostDrawings = 3

// htmlTable is a table of scores.
type htmlTable struct {
	Caption string
	Heads   []string // members
	Rows    []htmlRow
	Foot    *htmlRow
	Long    bool
}

type htmlRow struct {
	Label   string
	Cells   []htmlCell
	Average htmlCell
}

// htmlCell is a cell of a table of scores; Class colours it, and Link leads to
// the finding on it.
type htmlCell struct {
	Text, Class, Link string
}

// longTable is the number of rows beyond which a table is folded away.
const longTable = 40

func htmlReportOf(n int, r audit.Result, rep *model.Report, doc *model.Document) htmlReport {
	out := htmlReport{Anchor: fmt.Sprintf("report-%d", n), File: shownName(r), Headline: headline(r), Notices: notices(r), Rubrics: rubricReadings(r)}
	if rep != nil {
		out.Title = rep.Report.Title
	}
	for _, c := range r.Rules {
		if c.Checked == 0 && c.Failed == 0 && c.Undecided == 0 && c.Waived == 0 {
			out.Idle = append(out.Idle, c.Rule)
		} else {
			out.Counts = append(out.Counts, c)
		}
	}
	byNumber := map[int]*model.Page{}
	if doc != nil {
		for i := range doc.Pages {
			byNumber[doc.Pages[i].Number] = &doc.Pages[i]
		}
	}
	drawn := map[int]bool{}
	links := linkMap{}
	k := 0
	for _, g := range groups(r.Findings) {
		hg := htmlGroup{Title: g.title}
		for _, f := range g.findings {
			k++
			h := htmlFinding{Finding: f, Anchor: fmt.Sprintf("finding-%d-%d", n, k), Pages: strings.TrimSpace(pages(f.At)), Member: f.Member}
			if rule, ok := audit.Lookup(f.Rule); ok {
				h.Title = rule.Title
			}
			links.add(f, h.Anchor)
			for _, p := range f.At {
				page := byNumber[p.Page]
				if page == nil || len(h.Drawing) == mostDrawings {
					continue
				}
				id := fmt.Sprintf("page-%d-%d", n, p.Page)
				svg := regionSVG(id, page, p)
				if svg == "" {
					continue
				}
				if !drawn[p.Page] {
					drawn[p.Page] = true
					out.Symbols = append(out.Symbols, pageSymbol(id, page))
				}
				h.Drawing = append(h.Drawing, htmlDrawing{Page: p.Page, SVG: svg})
			}
			hg.Findings = append(hg.Findings, h)
		}
		out.Groups = append(out.Groups, hg)
	}
	if rep != nil {
		for i := range rep.Matrices {
			out.Tables = append(out.Tables, matrixTable(&rep.Matrices[i], links))
		}
		if t, ok := chapterTable(rep, links); ok && len(rep.Matrices) == 0 {
			out.Tables = append(out.Tables, t)
		}
	}
	return out
}

// linkMap finds the finding on a cell.
type linkMap map[string]string

func cellKey(commitment int, id string, row int, member string) string {
	switch {
	case row > 0:
		return fmt.Sprintf("r%d/%s", row, member)
	case commitment > 0:
		return fmt.Sprintf("c%d/%s", commitment, member)
	case id != "":
		return "i" + id + "/" + member
	}
	return "/" + member
}

func (l linkMap) add(f audit.Finding, anchor string) {
	if f.Footnote > 0 || !strings.HasPrefix(f.Rule, "score-") && !strings.HasPrefix(f.Rule, "average-") &&
		!strings.HasPrefix(f.Rule, "percent-") && !strings.HasPrefix(f.Rule, "matrix-") && !strings.HasPrefix(f.Rule, "rubric-un") {
		return
	}
	key := cellKey(f.Commitment, f.CommitmentID, f.Row, f.Member)
	if _, ok := l[key]; !ok {
		l[key] = anchor
	}
}

// scoreCell colours a score. A cell without a score shows what is printed.
func scoreCell(score *int, text, link string) htmlCell {
	c := htmlCell{Link: link}
	switch {
	case score == nil && text == "":
		c.Text, c.Class = "–", "none"
	case score == nil:
		c.Text, c.Class = text, "none"
	case *score == 1:
		c.Text, c.Class = "+1", "plus"
	case *score == 0:
		c.Text, c.Class = "0", "zero"
	case *score == -1:
		c.Text, c.Class = "−1", "minus"
	default:
		c.Text, c.Class = fmt.Sprintf("%+d", *score), "off"
	}
	return c
}

func averageCell(a *model.Average, link string) htmlCell {
	c := htmlCell{Link: link, Class: "average"}
	if a == nil {
		return c
	}
	c.Text = a.Text
	if c.Text == "" && a.Value != nil {
		c.Text = a.Value.String()
	}
	if c.Text == "" && a.Percent != nil {
		c.Text = a.Percent.String() + "%"
	}
	return c
}

func matrixTable(m *model.Matrix, links linkMap) htmlTable {
	t := htmlTable{Caption: m.Title, Heads: m.Members, Long: len(m.Rows) > longTable}
	if t.Caption == "" {
		t.Caption = "Summary table"
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		row := htmlRow{Label: r.Label, Average: averageCell(r.Average, links[cellKey(r.Number, r.ID, 0, "")])}
		if r.Number > 0 {
			row.Label = strings.TrimSpace(fmt.Sprintf("%d %s", r.Number, r.Label))
		}
		for k, s := range r.Scores {
			text, member := "", ""
			if k < len(r.Cells) {
				text = r.Cells[k]
			}
			if k < len(m.Members) {
				member = m.Members[k]
			}
			row.Cells = append(row.Cells, scoreCell(s, text, links[cellKey(r.Number, r.ID, 0, member)]))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(m.ColumnAverages) > 0 || m.Overall != nil {
		foot := htmlRow{Label: "Average", Average: averageCell(m.Overall, links[cellKey(0, "", 0, "")])}
		byMember := map[string]model.ColumnAverage{}
		for _, a := range m.ColumnAverages {
			byMember[a.Member] = a
		}
		for _, member := range m.Members {
			a := byMember[member]
			foot.Cells = append(foot.Cells, averageCell(&model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent}, links[cellKey(0, "", 0, member)]))
		}
		t.Foot = &foot
	}
	return t
}

// chapterTable is the table of scores of the chapters, or of the rows of a
// CSV.
func chapterTable(rep *model.Report, links linkMap) (htmlTable, bool) {
	t := htmlTable{Caption: "Scores of the chapters"}
	column := map[string]int{}
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if c.Row > 0 {
			t.Caption = "Scores of the rows"
		}
		if c.Assessment == nil {
			continue
		}
		for _, s := range c.Assessment.Scores {
			head := s.Member
			if head == "" {
				head = s.Name
			}
			if _, ok := column[head]; !ok {
				column[head] = len(t.Heads)
				t.Heads = append(t.Heads, head)
			}
		}
	}
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		number := c.Number
		label := fmt.Sprint(c.Number)
		if c.Row > 0 {
			number, label = 0, fmt.Sprintf("row %d", c.Row)
		}
		for _, more := range []string{c.ID, c.IssueArea} {
			if more != "" {
				label += " " + more
			}
		}
		row := htmlRow{
			Label: label, Cells: make([]htmlCell, len(t.Heads)),
			Average: averageCell(c.Assessment.Average, links[cellKey(number, c.ID, c.Row, "")]),
		}
		for k := range row.Cells {
			row.Cells[k] = htmlCell{Class: "none"}
		}
		for _, s := range c.Assessment.Scores {
			head := s.Member
			if head == "" {
				head = s.Name
			}
			row.Cells[column[head]] = scoreCell(s.Score, s.Text, links[cellKey(number, c.ID, c.Row, s.Member)])
		}
		t.Rows = append(t.Rows, row)
	}
	t.Long = len(t.Rows) > longTable
	return t, len(t.Rows) > 0
}

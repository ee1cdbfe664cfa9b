package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"recount.invalid/recount/dataset/internal/normal"
)

// summitRows are the promises of a summit as the overview lists them, so that a
// point of the drawing leads to the rows that it is the mean of.
type summitRows struct {
	Anchor, Name string
	Rows         []promiseRow
}

type promiseRow struct {
	ID, Label, Average string
	Scores             int
	Where              string // file and page
}

func anchor(summit string) string { return "summit-" + normal.Slug(summit) }

// summitRows lists the promises that count and have a score, summit by summit in
// the order of bySummit.
func (c *collector) summitRows(bySummit []group) ([]summitRows, error) {
	index := map[string]int{}
	var out []summitRows
	for _, g := range bySummit {
		index[g.name] = len(out)
		out = append(out, summitRows{Anchor: anchor(g.name), Name: g.name})
	}
	err := c.eachCommitment(func(info *commitmentInfo) error {
		var m mean
		for _, cell := range info.cells {
			if cell.score.Set {
				m.add(int(cell.score.Int))
			}
		}
		i, there := index[c.summitName(info)]
		if !info.counts || m.n == 0 || !there {
			return nil
		}
		label := orElse(orElse(info.title, info.text), info.area)
		const longest = 90
		if r := []rune(label); len(r) > longest {
			label = string(r[:longest]) + "…"
		}
		out[i].Rows = append(out[i].Rows, promiseRow{
			ID: info.promise, Label: label, Average: fmt.Sprintf("%+.2f", m.value()), Scores: m.n, Where: c.where(info),
		})
		return nil
	})
	for i := range out {
		slices.SortStableFunc(out[i].Rows, func(a, b promiseRow) int { return cmp.Compare(a.ID, b.ID) })
	}
	return out, err
}

// where is the file of a commitment's scores and the first page or row of them.
func (c *collector) where(info *commitmentInfo) string {
	page, row := int64(0), int64(0)
	for _, cell := range info.cells {
		if p := cell.place.cell("page"); p.Set && (page == 0 || p.Int < page) {
			page = p.Int
		}
		if r := cell.place.cell("row"); r.Set {
			row = r.Int
		}
	}
	switch {
	case page > 0:
		return info.report.file + ", page " + strconv.FormatInt(page, 10)
	case row > 0:
		return info.report.file + ", row " + strconv.FormatInt(row, 10)
	}
	return info.report.file
}

// describePoints says of every summit what its scores come from, and whether that
// is the whole of an assessment: a report of one chapter, or one whose list or
// summary table names commitments that it has no chapter of, is a part.
func (c *collector) describePoints(p *overviewPage) error {
	type source struct{ promises, chapters, reports, tables int }
	all := map[string]*source{}
	err := c.eachCommitment(func(info *commitmentInfo) error {
		if !info.counts {
			return nil
		}
		name := c.summitName(info)
		if all[name] == nil {
			all[name] = &source{}
		}
		s := all[name]
		if len(info.cells) > 0 {
			s.promises++
		}
		switch {
		case info.report.kind == kindTable:
			s.tables++
		case info.known == "chapter":
			s.chapters++
			s.reports++
		default:
			s.reports++
		}
		return nil
	})
	for i := range p.Forums {
		for j := range p.Forums[i].Points {
			point := &p.Forums[i].Points[j]
			s := all[point.Title]
			if s == nil {
				continue
			}
			point.Promises = s.promises
			switch {
			case s.reports == 0:
				point.From = "published table"
			case s.chapters < s.reports:
				point.From, point.Part = fmt.Sprintf("excerpt, %d of %d chapters", s.chapters, s.reports), true
			case s.chapters == 1:
				point.From, point.Part = "one chapter", true
			default:
				point.From = "report"
			}
			if s.tables > 0 && s.reports > 0 {
				point.From += " and published table"
			}
			p.Parts = p.Parts || point.Part
		}
	}
	return err
}

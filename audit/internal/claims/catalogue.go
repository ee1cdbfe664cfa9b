package claims

import (
	"sort"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

func summaryLabel(row *model.MatrixRow) string {
	if row.Label != "" {
		return row.Label
	}
	return "commitment " + strconv.Itoa(row.Number)
}

func chapterLabel(c *model.Commitment) string {
	label := strings.TrimSpace(c.IssueArea)
	if c.Title != "" {
		if label != "" {
			label += ": "
		}
		label += c.Title
	}
	if label == "" && c.Heading != nil {
		label = c.Heading.Text
	}
	if label == "" {
		label = "commitment " + strconv.Itoa(c.Number)
	}
	return label
}

// Catalogue collects what is known of every commitment's words.
func Catalogue(r *model.Report, x *ProseEvidence) prose.Catalogue {
	entries := map[int]*prose.Entry{}
	var order []int
	get := func(n int) *prose.Entry {
		if entries[n] == nil {
			entries[n] = &prose.Entry{Number: n}
			order = append(order, n)
		}
		return entries[n]
	}
	for _, s := range x.Order {
		if s.Kind == prose.Commitment && s.Commitment > 0 {
			e := get(s.Commitment)
			e.Label = x.Of[s].Label
			e.Titles = append(e.Titles, prose.WithoutArea(e.Label))
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row > 0 || entries[c.Number] == nil {
			continue
		}
		e := get(c.Number)
		e.Label += " " + c.IssueArea + " " + c.Title
		if c.Title != "" {
			e.Titles = append(e.Titles, prose.WithoutArea(c.Title))
		}
		e.Text += " " + c.Text
	}
	for _, l := range r.CommitmentsList {
		if entries[l.Number] != nil {
			e := get(l.Number)
			e.Label += " " + l.IssueArea
			e.Text += " " + l.Text
		}
	}
	sort.Ints(order)
	var list []prose.Entry
	for _, n := range order {
		list = append(list, *entries[n])
	}
	return prose.NewCatalogue(list)
}

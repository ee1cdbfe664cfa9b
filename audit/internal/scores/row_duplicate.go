package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// MostRows is how many rows of one id a message names.
const MostRows = 20

// fewestInBlocks is how many ids must stand in several blocks before these are of the same
// commitments.
const fewestInBlocks = 3

// idsInBlocks reports whether a table has blocks of the same commitments, as of the interim
// and of the final report: half of its ids stand in several of them.
func idsInBlocks(p *rule.Pass, rows map[string][]int) bool {
	n := 0
	for _, at := range rows {
		sections := map[string]bool{}
		for _, i := range at {
			sections[p.Report.Commitments[i].IssueArea] = true
		}
		if !sections[""] && len(sections) > 1 {
			n++
		}
	}
	return n >= fewestInBlocks && 2*n >= len(rows)
}

// differentSections reports whether each of some rows is of another section.
func differentSections(p *rule.Pass, rows []int) bool {
	known := map[string]bool{}
	for _, i := range rows {
		section := p.Report.Commitments[i].IssueArea
		if section == "" || known[section] {
			return false
		}
		known[section] = true
	}
	return true
}

// apartHeads are the kinds of head of a column that tells rows of one commitment apart: those
// of its stages, or of several years.
var apartHeads = []vocabulary.HeadKind{vocabulary.HeadYear, vocabulary.HeadSummit, vocabulary.HeadForum, vocabulary.HeadStage, vocabulary.HeadReport}

// toldApart gives the columns of a table that tell rows of one id apart: by their heads, or
// because half of the ids stand several times and each time with another value there.
func toldApart(p *rule.Pass, rows map[string][]int) map[string]bool {
	out, twice := map[string]bool{}, 0
	splits, differs := map[string]int{}, map[string]map[string]bool{}
	for _, at := range rows {
		if len(at) > 1 {
			twice++
		}
		for _, v := range p.Report.Commitments[at[0]].Columns {
			if len(at) > 1 && differentValues(p, at, v.Name) {
				splits[v.Name]++
			}
			if differs[v.Name] == nil {
				differs[v.Name] = map[string]bool{}
			}
			differs[v.Name][v.Value] = true
		}
	}
	for name, n := range splits {
		few := 2*len(differs[name]) <= len(rows)
		out[name] = p.Vocabulary.HasHead(name, apartHeads...) || few && n == twice && n >= fewestInBlocks && 2*n >= len(rows)
	}
	return out
}

// differentValues reports whether each of some rows has another value in a column.
func differentValues(p *rule.Pass, rows []int, column string) bool {
	known := map[string]bool{}
	for _, i := range rows {
		value := ""
		for _, v := range p.Report.Commitments[i].Columns {
			if v.Name == column {
				value = strings.ToLower(strings.TrimSpace(v.Value))
			}
		}
		if value == "" || known[value] {
			return false
		}
		known[value] = true
	}
	return true
}

// otherScores reports whether two rows have different scores of a member.
func otherScores(a, b *model.Commitment) bool {
	if a.Assessment == nil || b.Assessment == nil {
		return false
	}
	of := map[string]model.Score{}
	for _, s := range a.Assessment.Scores {
		of[s.Member+s.Name] = s
	}
	return slices.ContainsFunc(b.Assessment.Scores, func(s model.Score) bool {
		one, there := of[s.Member+s.Name]
		return there && one.Text != s.Text && !(one.Score != nil && s.Score != nil && *one.Score == *s.Score)
	})
}

var _ = rule.Register(rule.Rule{
	ID:         "row-duplicate",
	Severity:   rule.Warning,
	Title:      "an id, or a member of a commitment, that stands twice in a table of published scores",
	Checks:     "The ids of all records of a CSV of published scores, white space around them taken off, are compared with each other; and the members, which are scored once for each commitment.",
	Why:        "An id is what other tables refer to; twice the same id joins every such row with two commitments, and a record that was copied by mistake counts double in every mean.",
	Example:    "Two records with the id '2031-7': one finding that names both rows. Near miss: records without an id, which are not compared.",
	Convention: "Ids are compared as they are written, upper and lower case apart. All records of one id are one finding, placed on the second of them; where more averages below the table follow without one of two, it is not counted in them, and the finding says so. Where titles above the header or blank lines move a record, the number of its row in a spreadsheet stands behind its own. Of a member with two scores neither is taken, and the average beside them holds with one, or with both as of two members, or is undecided; in a table with a row or column for each member the first is taken where more averages hold so; where three of four hold with both, as of two members, the other one is counted as another member's. Where one row in five of a long table has a second score its ids do not tell commitments apart, which is one finding.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		rows := map[string][]int{} // indexes of commitments, in file order
		var order []string
		for i := range p.Report.Commitments {
			c := &p.Report.Commitments[i]
			if c.Row == 0 || c.ID == "" {
				continue
			}
			p.Checked(1)
			if len(rows[c.ID]) == 0 {
				order = append(order, c.ID)
			}
			rows[c.ID] = append(rows[c.ID], i)
		}
		inBlocks, apart := idsInBlocks(p, rows), toldApart(p, rows)
		for _, id := range order {
			if len(rows[id]) < 2 {
				continue
			}
			if inBlocks && differentSections(p, rows[id]) {
				p.Undecided(1, "ids that stand once in each of several blocks")
				continue
			}
			if slices.ContainsFunc(p.Report.Commitments[rows[id][0]].Columns, func(v model.NamedValue) bool { return apart[v.Name] && differentValues(p, rows[id], v.Name) }) {
				p.Undecided(1, "ids that stand several times, each time of another stage, year or summit")
				continue
			}
			var numbers []string
			same, other := true, false
			first := &p.Report.Commitments[rows[id][0]]
			for _, i := range rows[id] {
				c := &p.Report.Commitments[i]
				numbers = append(numbers, rule.RowNumber(c))
				same = same && c.Text == first.Text
				other = other || otherScores(first, c)
			}
			f := rule.About(&p.Report.Commitments[rows[id][1]])
			f.Stated, f.Quote = id, id
			f.Computed = reckon.Plural(len(numbers), "record")
			f.Message = fmt.Sprintf("The id “%s” stands in rows %s", id, reckon.Listing(numbers, MostRows, "and"))
			if first.Text != "" && same {
				f.Message += ", with the same text"
			} else if first.Text != "" {
				f.Message += ", with different texts"
			}
			if other && first.Text == "" {
				f.Message += ", with different scores"
			} else if other {
				f.Message += " and different scores"
			}
			f.Message += "."
			if which := summaries.WhichCounts(p, rows[id]); which != "" {
				f.Message += " " + which
			}
			p.Found(f)
		}
		membersTwice(p)
		columns.Compare(p, "row-duplicate")
	},
})

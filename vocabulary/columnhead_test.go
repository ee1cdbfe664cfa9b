package vocabulary

import (
	"slices"
	"strings"
	"testing"
)

func TestHasHead(t *testing.T) {
	v := Default()
	for _, c := range []struct {
		kind HeadKind
		is   []string
		not  []string
	}{
		{HeadYear, []string{"year", "Year", "Summit_Year", "summit.year", "summit-year", "SummitYear", "Summit - Year", "Year of Summit", " year "}, []string{"", "years", "year (N)", "Yearly", "fiscal year"}},
		{HeadTotal, []string{"Total", "grand_total", "TOTALS"}, []string{"total (+)", "Total -", "subtotal", "all", "total average"}},
		{HeadAverage, []string{"Average", "average.score", "AverageScore", "Avg.", "Stated average"}, []string{"stated", "average %", "average (n)", "interim average"}},
		{HeadPercent, []string{"%", "per cent", "Percent", "PERCENTAGE"}, []string{"average %", "compliance %", "% full", "percent change"}},
		{HeadAveragePercent, []string{"Average %", "average (%)", "average_percent", "average per cent"}, []string{"%", "(%)"}},
		{HeadMember, []string{"Country", "member_state", "G7 member", "brics_country", "Group of Twenty member state"}, []string{"G9 member", "member of G7", "G7", "membership", "iso3", "state", "G7 members"}},
		{HeadWeakMember, []string{"State", "participant", "G20 state"}, []string{"member", "status"}},
		{HeadNumber, []string{"No", "No.", "Nr.", "#", "Number"}, []string{"none", "n", "no. of commitments", "number of commitments"}},
		{HeadCells, []string{"n", "N", "No. of Commitments", "number-of-commitments", "Cells"}, []string{"no.", "n/a", "cell"}},
		{HeadForum, []string{"Forum", "Group"}, []string{"institution", "groups"}},
		{HeadArea, []string{"Group", "issue_area"}, []string{"forum", "areas of concern"}},
		{HeadSummit, []string{"Summit", "summit name"}, []string{"place", "summit year"}},
	} {
		for _, head := range c.is {
			if !v.HasHead(head, c.kind) || !v.HasHead(head, HeadPage, c.kind) {
				t.Errorf("%q is no head of %s", head, c.kind)
			}
		}
		for _, head := range append(c.not, strings.Repeat("year", 50)) {
			if v.HasHead(head, c.kind) {
				t.Errorf("%q is a head of %s", head, c.kind)
			}
		}
	}
	if v.HasHead("year") || v.HasHead("year", "page turned") {
		t.Error("a head is of no kind")
	}
	first, _ := v.HeadRank("year", HeadYear)
	if second, ok := v.HeadRank("Year of summit", HeadYear); !ok || second <= first {
		t.Errorf("'year' is %d, 'year of summit' %d", first, second)
	}
	if _, ok := v.HeadRank("page", HeadYear); ok {
		t.Error("a page is a year")
	}
}

// Every kind has heads, and no word stands in a kind twice in two spellings.
func TestColumnHeads(t *testing.T) {
	heads := Default().Tables().ColumnHeads
	for _, kind := range headKinds {
		if len(heads[kind]) == 0 {
			t.Errorf("no head of %s", kind)
		}
		var keys []string
		for _, name := range heads[kind] {
			keys = append(keys, columnHeadKey(name))
		}
		slices.Sort(keys)
		if len(slices.Compact(keys)) != len(heads[kind]) {
			t.Errorf("%s: a head twice", kind)
		}
	}
}

// A user's heads count beside those that are built in, and so does a user's forum.
func TestColumnHeadsOfUsers(t *testing.T) {
	v, err := Default().With(strings.NewReader("column_heads:\n  year: [Season]\nforums:\n  - {name: C5, also: [Cove Five], family: G7}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !v.HasHead("season", HeadYear) || !v.HasHead("year", HeadYear) || Default().HasHead("season", HeadYear) {
		t.Error("heads of a user's vocabulary")
	}
	if !v.HasHead("C5 member", HeadMember) || !v.SameForum("C5", "G8") || v.SameForum("C5", "G20") {
		t.Error("a forum of a user's vocabulary")
	}
	if _, err := Default().With(strings.NewReader("column_heads:\n  yaer: [Season]\n")); err == nil || !strings.Contains(err.Error(), "unknown kind") {
		t.Errorf("an unknown kind: %v", err)
	}
	// Who adds a name to a forum takes it out of no family.
	v, err = Default().With(strings.NewReader("forums:\n  - {name: G8, also: [Great Eight]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if forum, ok := v.ForumNamed("great eight"); !ok || !v.SameForum(forum, "G7") {
		t.Errorf("%q is not of G7's family", forum)
	}
}

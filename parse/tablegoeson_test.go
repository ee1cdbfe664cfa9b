package parse

import (
	"fmt"
	"testing"
)

// brokenTable is a chapter whose table of scores goes on over the page's end; foot
// stands below its first part, head above the second, whose heads are printed again.
func brokenTable(foot, head string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
	s.line("*Background*").para("The harbours are old.")
	s.line("*Assessment*")
	heads := []string{"", "No Compliance", "Partial Compliance", "Full Compliance"}
	edges := []float64{sheetLeft, 180, 290, 400, 510}
	s.ruled(edges, heads, []string{"Argentina", "", "0", ""}, []string{"Brazil", "", "", "+1"}, []string{"Canada", "−1", "", ""})
	if foot != "" {
		s.y += 8
		s.line(foot)
	}
	s.page()
	if head != "" {
		s.line(head)
		s.y += 8
	}
	s.ruled(edges, heads, []string{"France", "", "", "+1"}, []string{"Germany", "", "0", ""}, []string{"Average", "", "+0.20", ""})
	s.y += 16
	for _, name := range []string{"Argentina: 0", "Brazil: +1", "Canada: −1", "France: +1", "Germany: 0"} {
		s.line("*" + name + "*").para("The member has complied with its commitment, in a way.")
	}
	return s
}

func TestTableGoesOn(t *testing.T) {
	for _, test := range []struct{ foot, head string }{
		{"", ""},
		{"continued", ""},
		{"(continued on the next page)", ""},
		{"", "(cont’d)"},
		{"Continued overleaf", "Table 4: Scores of the members, continued"},
	} {
		t.Run(fmt.Sprintf("%s|%s", test.foot, test.head), func(t *testing.T) {
			rep := brokenTable(test.foot, test.head).parse(t)
			if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
				t.Fatalf("%d chapters: %+v", len(rep.Commitments), rep.Warnings)
			}
			c := rep.Commitments[0]
			if got, want := tableOf(c.Assessment), "ARG0 BRA+ CAN- FRA+ DEU0 "; got != want {
				t.Errorf("scores %q, not %q", got, want)
			}
			if a := c.Assessment.Average; a == nil || a.Text != "+0.20" || len(c.Verdicts) != 5 {
				t.Errorf("average %+v, %d sections", a, len(c.Verdicts))
			}
		})
	}
}

// What heads a table is repeated above its second part, once over all columns.
func TestTableGoesOnBelowItsHeadAgain(t *testing.T) {
	for _, test := range []struct {
		name, above, again string
		second             [][]string
		want               string // scores of the first table
	}{
		{"a head", "Final Compliance Score", "Final Compliance Score", [][]string{{"France", "", "", "+1"}, {"Average", "", "+0.00", ""}}, "ARG0 BRA+ CAN- FRA+ "},
		{"another head", "Final Compliance Score", "Interim Compliance Score", [][]string{{"France", "", "", "+1"}, {"Average", "", "+0.00", ""}}, "ARG0 BRA+ CAN- "},
		{"the members again", "Final Compliance Score", "Final Compliance Score", [][]string{{"Canada", "", "", "+1"}, {"France", "", "", "+1"}}, "ARG0 BRA+ CAN- "},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
		s.line("*Assessment*")
		heads := []string{"", "No Compliance", "Partial Compliance", "Full Compliance"}
		edges := []float64{sheetLeft, 180, 290, 400, 510}
		s.y += 8
		s.put(300, s.size, "*"+test.above+"*")
		s.y += 8
		s.ruled(edges, heads, []string{"Argentina", "", "0", ""}, []string{"Brazil", "", "", "+1"}, []string{"Canada", "−1", "", ""})
		s.page()
		s.put(300, s.size, "*"+test.again+"*")
		s.y += 8
		s.ruled(edges, append([][]string{heads}, test.second...)...)
		s.y += 16
		for _, name := range []string{"Argentina: 0", "Brazil: +1", "Canada: −1", "France: +1"} {
			s.line("*" + name + "*").para("The member has complied with its commitment, in a way.")
		}
		rep := s.parse(t)
		if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
			t.Errorf("%s: %d chapters: %+v", test.name, len(rep.Commitments), rep.Warnings)
			continue
		}
		c := rep.Commitments[0]
		if got := tableOf(c.Assessment); got != test.want {
			t.Errorf("%s: scores %q, not %q", test.name, got, test.want)
		}
		if got := c.Assessment.Average; (got != nil && got.Text == "+0.00") != (test.name == "a head") {
			t.Errorf("%s: average %+v", test.name, got)
		}
	}
}

// A sentence that says that somebody goes on is no remark about the table, and a
// heading ends it.
func TestTableEndsAtText(t *testing.T) {
	for _, foot := range []string{"Canada continued on the path of the table.", "Tide gauges"} {
		rep := brokenTable(foot, "").parse(t)
		for _, c := range rep.Commitments {
			if c.Assessment != nil && len(c.Assessment.Scores) == 5 {
				t.Errorf("%q: both parts are one table", foot)
			}
		}
	}
}

// The averages end a table that is set by white space, in bold too: they are no
// heading of what follows.
func TestOpenTableGoesOn(t *testing.T) {
	columns := []float64{sheetLeft, 230, 340, 450}
	for _, label := range []string{"Average Score", "*Average Score*", "*Average*", "*Overall Average*"} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
		s.line("*Background*").para("The harbours are old.")
		s.line("*Assessment*")
		row := func(cells ...string) { s.row(columns, cells...) }
		row("Member", "No Compliance", "Partial Compliance", "Full Compliance")
		row("Argentina", "", "0", "")
		row("Brazil", "", "", "+1")
		row("Canada", "−1", "", "")
		row("France", "", "", "+1")
		s.page()
		row("Member", "No Compliance", "Partial Compliance", "Full Compliance")
		row("Germany", "", "0", "")
		figure := "+0.20"
		if label[0] == '*' {
			figure = "*+0.20*"
		}
		row(label, "", figure, "")
		s.y += 16
		for _, name := range []string{"Argentina: 0", "Brazil: +1", "Canada: −1", "France: +1", "Germany: 0"} {
			s.line("*" + name + "*").para("The member has complied with its commitment, in a way.")
		}
		rep := s.parse(t)
		if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
			t.Fatalf("%s: %d chapters: %+v", label, len(rep.Commitments), rep.Warnings)
		}
		c := rep.Commitments[0]
		if got, want := tableOf(c.Assessment), "ARG0 BRA+ CAN- FRA+ DEU0 "; got != want {
			t.Errorf("%s: scores %q, not %q", label, got, want)
		}
		if a := c.Assessment.Average; a == nil || a.Text != "+0.20" || len(c.Verdicts) != 5 {
			t.Errorf("%s: average %+v, %d sections", label, a, len(c.Verdicts))
		}
	}
}

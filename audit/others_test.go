package audit

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// source is a report of a summit and stage whose chapters have scores: a line
// "serial|words|average|scores of CAN, FRA and ITA".
func source(file, stage string, lines ...string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport, Source: model.Source{File: file, SHA256: file},
		Report: model.Info{Forum: "G7", Stage: stage, Summit: model.Summit{Name: "Pier", Year: 2031}}}
	for i, l := range lines {
		part := strings.Split(l, "|")
		row := published("A|" + part[2] + "|" + part[3]).Commitments[0]
		c := model.Commitment{Number: i + 1, ID: part[0], Text: part[1], Assessment: row.Assessment, At: model.At{{Page: i + 3}}}
		for k := range c.Assessment.Scores {
			c.Assessment.Scores[k].Name = c.Assessment.Scores[k].Member
		}
		r.Commitments = append(r.Commitments, c)
	}
	return r
}

// tableOf is a table of published scores with such rows.
func tableOf(lines ...string) *model.Report {
	r := source("scores.csv", "", lines...)
	r.Report = model.Info{}
	for i := range r.Commitments {
		r.Commitments[i].Row, r.Commitments[i].At = i+2, nil
	}
	return r
}

// heldAcross audits reports and holds them against each other; it gives what the
// rules about several files say, a line each.
func heldAcross(t *testing.T, reports, against []*model.Report) []string {
	t.Helper()
	results := make([]Result, len(reports))
	opt := Options{Only: acrossRules}
	for i, r := range reports {
		res, err := Run(context.Background(), r, opt)
		if err != nil {
			t.Fatal(err)
		}
		results[i] = res
		reports[i] = Keep(r, nil)
	}
	if err := RunAcross(context.Background(), reports, results, against, opt); err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, res := range results {
		remember(res)
		for _, c := range res.Rules {
			for _, why := range c.Reasons {
				out = append(out, fmt.Sprintf("%s %s undecided: %s", reports[i].Source.File, c.Rule, why.Text))
			}
		}
		for _, f := range res.Findings {
			out = append(out, fmt.Sprintf("%s %s: %s", reports[i].Source.File, f.Rule, f.Message))
		}
	}
	return out
}

const (
	wells = "2031-7|We will drill wells in every harbour.|0.67|+ + 0"
	ports = "2031-8|We will build ports for all.|0.33|+ 0 0"
	ships = "2031-9|We will mend the ships of the fleet.|0|0 0 0"
)

func TestOtherSource(t *testing.T) {
	whole := source("whole.pdf", "final", wells, ports, ships)
	for _, c := range []struct {
		what    string
		reports []*model.Report
		against []*model.Report
		want    string
	}{
		{"a table like its report", []*model.Report{tableOf(wells, ports, ships)}, []*model.Report{whole}, ""},
		{"a cell that differs", []*model.Report{tableOf(wells, "2031-8|We will build ports for all.|0|+ 0 -", ships)}, []*model.Report{whole},
			"scores.csv other-source: ITA -1 here, ITA 0 in whole.pdf, page 4."},
		{"an average that differs", []*model.Report{tableOf(wells, "2031-8|We will build ports for all.|0.53|+ 0 0", ships)}, []*model.Report{whole},
			"scores.csv other-source: The average is stated as 0.53; whole.pdf, page 4 states 0.33."},
		{"an average in another form", []*model.Report{tableOf("2031-7||0.6667|+ + 0", ports, ships)}, []*model.Report{whole}, ""},
		{"a chapter of its own", []*model.Report{source("wells.pdf", "final", "2031-7|We will drill wells in every harbour.|1|+ + +"), whole}, nil,
			"wells.pdf other-source: ITA +1 here, ITA 0 in whole.pdf, page 3."},
		{"another stage", []*model.Report{source("interim.pdf", "interim", "2031-7|We will drill wells in every harbour.|1|+ + +"), whole}, nil, ""},
		{"another year", []*model.Report{tableOf("2030-7|We will drill wells in every harbour.|1|+ + +")}, []*model.Report{whole}, ""},
		{"other words under the serial", []*model.Report{tableOf("2031-7|We will plant trees along the river.|1|+ + +")}, []*model.Report{whole}, "scores.csv other-source undecided: the serial is the same in the other file, and the words are others"},
		{"another forum's serial", []*model.Report{tableOf("2031-7||-0.67|- - 0")}, []*model.Report{whole}, "scores.csv other-source undecided: so many scores differ that the two may not be the same commitment"},
		{"words without a serial", []*model.Report{source("wells.pdf", "final", "|We will drill wells in every harbour.|1|+ + +"), whole}, nil,
			"wells.pdf other-source: ITA +1 here, ITA 0 in whole.pdf, page 3."},
	} {
		// What has no partner is the other test's.
		if got := withoutRule(strings.Join(heldAcross(t, c.reports, c.against), "\n"), "no-partner"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
	revised := source("revised.pdf", "final", "2031-7|We will drill wells in every harbour.|1|+ + +")
	revised.Report.Revised = "Revised"
	if got := heldAcross(t, []*model.Report{revised, whole}, nil); len(got) != 1 || !strings.Contains(got[0], "undecided: one of the two files calls itself revised") {
		t.Errorf("revised: %v", got)
	}
}

func withoutRule(lines, rule string) string {
	var out []string
	for line := range strings.SplitSeq(lines, "\n") {
		if !strings.Contains(line, rule) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func TestNoPartner(t *testing.T) {
	whole := source("whole.pdf", "final", wells, ports)
	if got := heldAcross(t, []*model.Report{tableOf(wells, ports)}, []*model.Report{whole}); len(got) != 0 {
		t.Errorf("all have one: %v", got)
	}
	got := heldAcross(t, []*model.Report{tableOf(wells, ships)}, []*model.Report{whole})
	if want := "scores.csv no-partner: Without a partner in whole.pdf: row 3; without one here: its commitment 2031-8."; len(got) != 1 || got[0] != want {
		t.Errorf("%v, want %s", got, want)
	}
	// Files of one run alone, without --against, of which half have no partner; a report of one
	// commitment.
	if got := heldAcross(t, []*model.Report{tableOf(wells, ships), whole}, nil); len(got) != 0 {
		t.Errorf("not asked: %v", got)
	}
	if got := heldAcross(t, []*model.Report{tableOf(wells, ships)}, []*model.Report{source("one.pdf", "final", wells)}); len(got) != 0 {
		t.Errorf("a chapter alone: %v", got)
	}
}

// A table beside the reports that it was made from.
func TestNoPartnerBeside(t *testing.T) {
	const kelp, reeds = "2031-12|We will plant kelp along the rocky shores.|1|+ + +", "2030-4|We will plant reeds.|1|+ + +"
	for _, c := range []struct {
		name  string
		table []string
		files [][]string
		want  string
	}{
		{"all have one", []string{wells, ports, ships}, [][]string{{wells, ports, ships}}, ""},
		{"a row alone", []string{wells, ports, ships, kelp}, [][]string{{wells, ports, ships}}, "Without a partner in f0.pdf: row 5."},
		{"a commitment alone", []string{wells, ports}, [][]string{{wells, ports, ships}}, "Without a partner here: its commitment 2031-9 in f0.pdf."},
		{"one on either side", []string{wells, ports, kelp}, [][]string{{wells, ports, ships}}, "Without a partner in f0.pdf: row 4; without one here: its commitment 2031-9."},
		{"a row of another summit", []string{wells, ports, ships, reeds}, [][]string{{wells, ports, ships}}, ""},
		{"the row is another file's", []string{wells, ports, ships, kelp}, [][]string{{wells, ports, ships}, {kelp}}, ""},
		{"a chapter of its own beside the whole", []string{wells, ports, ships, kelp}, [][]string{{wells, ports, ships}, {wells}}, "Without a partner in f0.pdf: row 5."},
		{"a selection", []string{wells}, [][]string{{wells, ports, ships}}, ""},
		{"the report of few of them", []string{wells, ports, kelp, "2031-13|We will moor buoys.|0|0 0 0"}, [][]string{{wells, ports}}, ""},
		{"the serial with other words", []string{wells, ports, "2031-9|We shall paint all roofs of the town.|0|0 0 0"}, [][]string{{wells, ports, ships}}, ""},
		{"a chapter alone", []string{wells, ports}, [][]string{{wells}}, ""},
	} {
		reports := []*model.Report{tableOf(c.table...)}
		for i, lines := range c.files {
			reports = append(reports, source(fmt.Sprintf("f%d.pdf", i), "final", lines...))
		}
		got := ""
		for _, l := range heldAcross(t, reports, nil) {
			if strings.HasPrefix(l, "scores.csv no-partner: ") {
				got += strings.TrimPrefix(l, "scores.csv no-partner: ")
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOtherStage(t *testing.T) {
	interim := source("interim.pdf", "interim", wells, ports, ships) // 3/9 over all
	strange := source("strange.pdf", "interim", "2031-1|We will plant trees.|1|+ + +", "2031-2|We will pave roads.|1|+ + +")
	for stated, want := range map[string]string{
		"0.33": "", "0.30": "final.pdf other-stage: The interim stage's figure is stated as",
	} {
		final := source("final.pdf", "final", wells, ports, "2031-9|We will mend the ships of the fleet.|0.33|+ 0 0")
		value := average(stated).Value
		final.Matrices = []model.Matrix{
			{Title: "Table 2: Final Compliance Scores", Members: []string{"CAN"}},
			{Title: "Table 3: Interim Compliance Scores", Members: []string{"CAN"}, Overall: &model.Average{Value: value}, At: model.At{{Page: 2}}},
		}
		got := strings.Join(heldAcross(t, []*model.Report{final, interim, strange}, nil), "\n")
		if want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", stated, got, want)
		}
	}
}

// What the text of a final report says of the interim one is kept and compared, in a
// data set, too.
func TestOtherStageInText(t *testing.T) {
	interim := source("interim.pdf", "interim", wells, ports, ships) // 3/9 over all
	for text, want := range map[string]string{
		"Average compliance rose to +0.44 (72%), up from +0.28 (64%) in the interim report.":      "final.pdf other-stage: The interim stage's figure is stated as",
		"Average compliance rose to +0.44 (72%), up from +0.33 (67%) in the interim report.":      "",
		"Overall compliance fell from +0.38 (69%) at the interim stage to +0.22 (61%).":           "final.pdf other-stage: The interim stage's figure is stated as",
		"G7 members achieved an average of +0.44 (72%), up from an interim score of +0.28 (64%).": "final.pdf other-stage: The interim stage's figure is stated as",
		"Average compliance was +0.28 (64%).":                                                     "",
		// The second figure of a change is this report's.
		"Average compliance rose from +0.28 (64%) in the interim report to +0.44 (72%).": "final.pdf other-stage: The interim stage's figure is stated as",
		"Average compliance rose from +0.33 (67%) in the interim report to +0.44 (72%).": "",
		"Average compliance rose from an interim average of +0.33 (67%) to +0.44 (72%).": "",
		"Average compliance rose from an interim average of +0.28 (64%) to +0.44 (72%).": "final.pdf other-stage: The interim stage's figure is stated as",
		"In the interim report, average compliance rose to +0.28 (64%).":                 "final.pdf other-stage: The interim stage's figure is stated as",
	} {
		final := source("final.pdf", "final", wells, ports, "2031-9|We will mend the ships of the fleet.|0.33|+ 0 0")
		final.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 2}}}}}}
		got := strings.Join(heldAcross(t, []*model.Report{final, interim}, nil), "\n")
		if want == "" && got != "" || !strings.HasPrefix(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTableOverSummits(t *testing.T) {
	earlier := func(file, name string, year int) *model.Report {
		r := source(file, "final", wells, ports, ships) // CAN 2/3, FRA 1/3, ITA 0
		r.Report.Summit = model.Summit{Name: name, Year: year}
		return r
	}
	table := func(heads []string, rows ...[]string) *model.Report {
		r := source("now.pdf", "final", wells, ports)
		r.Tables = []model.Table{{Title: "Table 5: Compliance by Member", Rows: append([][]string{heads}, rows...), At: model.At{{Page: 9}}}}
		return r
	}
	can, fra := []string{"Canada", "+0.67", "+0.67"}, []string{"France", "+0.53", "+0.33"}
	for _, c := range []struct {
		what   string
		here   *model.Report
		others []*model.Report
		want   string
	}{
		{"a figure that was copied wrong", table([]string{"Member", "Quay 2030", "Pier 2031"}, can, fra), []*model.Report{earlier("quay.pdf", "Quay", 2030)},
			"now.pdf other-stage: The average of France at “Quay 2030” is stated as +0.53 (a table on page 9); quay.pdf gives +0.333…"},
		{"without a corner", table([]string{"Quay 2030", "Pier 2031"}, can, fra), []*model.Report{earlier("quay.pdf", "Quay", 2030)},
			"now.pdf other-stage: The average of France at “Quay 2030” is stated as +0.53 (a table on page 9); quay.pdf gives +0.333…"},
		{"another summit of the year", table([]string{"Member", "Quay 2030", "Pier 2031"}, can, fra), []*model.Report{earlier("bridge.pdf", "Bridge", 2030)}, ""},
		{"two versions", table([]string{"Member", "2030", "Pier 2031"}, can, fra), []*model.Report{earlier("quay.pdf", "Quay", 2030), earlier("bridge.pdf", "Bridge", 2030)}, ""},
		{"the interim scores", table([]string{"Member", "2030 Interim", "2031 Interim"}, can, fra), []*model.Report{earlier("quay.pdf", "Quay", 2030)}, ""},
		{"numbers of commitments", table([]string{"Member", "2030", "2031"}, []string{"Canada", "9", "8"}, []string{"France", "7", "8"}), []*model.Report{earlier("quay.pdf", "Quay", 2030)}, ""},
		{"right", table([]string{"Member", "2030", "2031"}, can, []string{"France", "67%", "+0.33"}), []*model.Report{earlier("quay.pdf", "Quay", 2030)}, ""},
	} {
		got := strings.Join(heldAcross(t, append([]*model.Report{c.here}, c.others...), nil), "\n")
		if want := c.want; want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", c.what, got, want)
		}
	}
}

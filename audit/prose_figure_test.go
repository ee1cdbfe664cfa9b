package audit

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// printedNumber is a printed number.
func printedNumber(t *testing.T, s string) *model.Decimal {
	t.Helper()
	d, err := model.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// proseReport is an invented report of five members and four commitments with
// the given paragraphs as its summary. The averages were counted by hand:
//
//	                      CAN FRA DEU ITA JPN
//	1 Vaccine Storage      +1  +1  +1   0  +1   +0.80 90%
//	2 Port Fees            +1   0   0   0  -1    0.00 50%
//	3 Reef Mapping         +1  +1   0  +1  +1   +0.80 90%
//	4 Rural Broadband       0   0  -1  -1  +1   -0.20 40%
//	                     0.75 .50   0   0 .50   +0.35 68%
//	                      88%  75  50  50  75
func proseReport(t *testing.T, paragraphs ...string) *model.Report {
	t.Helper()
	r := &model.Report{}
	r.Report = model.Info{
		Forum: "G7", Stage: "final", Summit: model.Summit{Name: "Norport", Year: 2031},
		Period: &model.Period{From: "2031-05-04", To: "2032-03-01"},
	}
	m := model.Matrix{Title: "Table 2: 2031 G7 Norport Summit Final Compliance Scores", Members: []string{"CAN", "FRA", "DEU", "ITA", "JPN"},
		Names: []string{"Canada", "France", "Germany", "Italy", "Japan"}}
	for i, row := range []struct {
		label, scores, value, percent, text string
	}{
		{"Health: Vaccine Storage", "1 1 1 0 1", "0.80", "90", "We will keep vaccines cold in every district."},
		{"Trade: Port Fees", "1 0 0 0 -1", "0.00", "50", "We resolve to lower what ships pay in our harbours."},
		{"Oceans: Reef Mapping", "1 1 0 1 1", "0.80", "90", "We shall chart the coral of the southern seas."},
		{"Digital Economy: Rural Broadband", "0 0 -1 -1 1", "-0.20", "40", "We intend to bring fast lines to villages and islands."},
	} {
		var scores []*int
		var cells []string
		for _, s := range strings.Fields(row.scores) {
			n := 0
			if _, err := fmt.Sscan(s, &n); err != nil {
				t.Fatal(err)
			}
			scores = append(scores, &n)
			cells = append(cells, s)
		}
		m.Rows = append(m.Rows, model.MatrixRow{Number: i + 1, ID: fmt.Sprintf("2031-%d", 7*(i+1)), Label: row.label, Scores: scores, Cells: cells,
			Average: &model.Average{Value: printedNumber(t, row.value), Percent: printedNumber(t, row.percent)}})
		r.CommitmentsList = append(r.CommitmentsList, model.ListedPromise{Number: i + 1, Text: row.text})
	}
	for _, c := range [][3]string{{"CAN", "0.75", "88"}, {"FRA", "0.50", "75"}, {"DEU", "0.00", "50"}, {"ITA", "0.00", "50"}, {"JPN", "0.50", "75"}} {
		m.ColumnAverages = append(m.ColumnAverages, model.ColumnAverage{Member: c[0], Value: printedNumber(t, c[1]), Percent: printedNumber(t, c[2])})
	}
	m.Overall = &model.Average{Value: printedNumber(t, "0.35"), Percent: printedNumber(t, "68")}
	r.Matrices = []model.Matrix{m}
	s := model.Section{Heading: "Results"}
	for i, p := range paragraphs {
		s.Paragraphs = append(s.Paragraphs, model.Text{Text: p, At: model.At{{Page: 2, Box: model.Box{72, float64(100 * i), 500, float64(100*i + 50)}}}})
	}
	r.Sections = []model.Section{s}
	return r
}

// runRules audits with some rules only and gives findings as
// "rule subject stated" and the counters by rule.
func runRules(t *testing.T, r *model.Report, rules ...string) (found []string, counts map[string]rule.Count, all []rule.Finding) {
	t.Helper()
	res, err := Run(context.Background(), r, Options{Only: rules})
	if err != nil {
		t.Fatal(err)
	}
	remember(res)
	counts = map[string]rule.Count{}
	for _, c := range res.Rules {
		counts[c.Rule] = c
	}
	for _, f := range res.Findings {
		who := f.Member
		if f.Commitment > 0 && who == "" {
			who = fmt.Sprint(f.Commitment)
		}
		if who == "" {
			who = "-"
		}
		found = append(found, fmt.Sprintf("%s %s %s", f.Rule, who, f.Stated))
	}
	sort.Strings(found)
	return found, counts, res.Findings
}

func same(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestProse(t *testing.T) {
	for _, tc := range []struct {
		name, text         string
		want               []string
		checked, undecided int // of prose-figure
		ranked             int // checked of ranking-order
	}{
		{name: "everything holds",
			text: "For all four commitments selected for study, G7 members achieved average compliance of +0.35 (68%). " +
				"Canada had the highest compliance at +0.75 (88%), followed by France and Japan at +0.50 (75%). " +
				"Germany and Italy had the lowest compliance at 0.00 (50%).",
			checked: 7, ranked: 3},
		{name: "a character that nobody can read",
			text: "Canada received a compliance score of 57% in th\uFFFD end.", undecided: 1},
		{name: "what the members did best on",
			text: "Members did worst on rural broadband, with an average of +0.20 (60%).",
			want: []string{"prose-figure 4 +0.20 (60%)"}, checked: 1},
		{name: "what most was done about",
			text: "Compliance varied. The least was done about rural broadband (−0.30 or 35%).",
			want: []string{"prose-figure 4 −0.30 or 35%"}, checked: 1},
		{name: "a name and what is said of it",
			text: "Rural broadband, the newest of the four subjects, closed the list with −0.10 (45%).",
			want: []string{"prose-figure 4 −0.10 (45%)"}, checked: 1, ranked: 1},
		{name: "a percentage that is the neighbour's",
			text:    "The commitment on port fees scored 0.00 (40%) and its compliance was low.",
			want:    []string{"prose-figure 2 40%"},
			checked: 1},
		{name: "a member in the wrong tier, another left out",
			text:    "Canada had the highest compliance at +0.75 (88%), followed by France and Germany at +0.50 (75%).",
			want:    []string{"prose-figure DEU +0.50 (75%)"},
			checked: 3, ranked: 2},
		{name: "a member left out of its tier",
			text:    "Canada had the highest compliance at +0.75 (88%), followed by Japan at +0.50 (75%).",
			want:    []string{"ranking-order - Japan"},
			checked: 2, ranked: 2},
		{name: "left out here, named in the next sentence",
			text:    "Canada had the highest compliance at +0.75 (88%), followed by Japan at +0.50 (75%). France also received a score of +0.50 (75%).",
			checked: 3, ranked: 2},
		{name: "a tier skipped",
			text:    "Canada had the highest compliance at +0.75 (88%), followed by Germany and Italy at 0.00 (50%).",
			want:    []string{"ranking-order DEU Canada, then Germany and Italy"},
			checked: 3, ranked: 2},
		{name: "the wrong one is called highest",
			text: "France had the highest compliance of all members this year.",
			want: []string{"ranking-order FRA highest"}, ranked: 1},
		{name: "the right figure, the wrong name",
			text:    "Germany had the highest compliance at +0.75 (88%), followed by France and Japan at +0.50 (75%).",
			want:    []string{"ranking-order DEU highest"},
			checked: 3, ranked: 1},
		{name: "second highest",
			text:    "Japan and France had the second-highest compliance at +0.50 (75%).",
			checked: 2, ranked: 1},
		{name: "third highest by places, second by tiers",
			text: "The commitment on port fees had the third highest score.", ranked: 1},
		{name: "second highest, not so",
			text: "Italy had the second-highest compliance.",
			want: []string{"ranking-order ITA place 2 from the highest"}, ranked: 1},
		{name: "two commitments, each named as one",
			text:    "At +0.80 (90%), the commitment on vaccine storage and the commitment on reef mapping had the highest score.",
			checked: 2, ranked: 1},
		{name: "a sentence that goes on with scores",
			text: "At +0.80 (90%), the commitments on vaccine storage and reef mapping had the highest score. That on rural broadband had the lowest, at 41%.",
			want: []string{"prose-figure 4 41%"}, checked: 3, ranked: 2},
		{name: "highest among some",
			text: "France had the highest compliance among the European members."},
		{name: "one of the highest",
			text: "France had one of the highest compliance scores."},
		{name: "a tie for the lowest, one of two named",
			text: "Italy had the lowest compliance at 0.00 (50%).",
			want: []string{"ranking-order - lowest: Italy"}, checked: 1, ranked: 1},
		{name: "the figure before its subject",
			text:    "At +0.80 (90%), the commitments on vaccine storage and reef mapping shared the highest score, followed by port fees at 0.00 (50%).",
			checked: 3, ranked: 2},
		{name: "the figure before its subject, wrong",
			text: "With −0.20 (44%), the commitment on rural broadband had the lowest compliance.",
			want: []string{"prose-figure 4 44%"}, checked: 1, ranked: 1},
		{name: "the subject behind the figure",
			text:    "Average scores reached +0.75 for Canada and +0.50 for Japan.",
			checked: 2},
		{name: "the subject behind the figure, wrong",
			text: "Average scores reached +0.75 for Canada and +0.25 for Japan.",
			want: []string{"prose-figure JPN +0.25"}, checked: 2},
		{name: "respectively",
			text:    "Canada and Japan scored +0.75 and +0.50 respectively.",
			checked: 2},
		{name: "respectively, exchanged",
			text: "Canada and Japan scored +0.50 and +0.75 respectively.",
			want: []string{"prose-figure CAN +0.50", "prose-figure JPN +0.75"}, checked: 2},
		{name: "percentages alone",
			text:    "Compliance stood at 88% in Canada. France averaged 75 per cent compliance.",
			checked: 2},
		{name: "a place behind the figure is no subject",
			text:    "Compliance by France reached a score of +0.50 in Italy.",
			checked: 1},
		{name: "a percentage alone, wrong",
			text: "France received a compliance score of 57%.",
			want: []string{"prose-figure FRA 57%"}, checked: 1},
		{name: "fewer decimals are no error",
			text:    "Canada scored +0.8 and France +0.5 in compliance.",
			checked: 2},
		{name: "a tie in the last digit is no error",
			text:    "Canada received a compliance score of 87%. The overall average compliance was 67%.",
			checked: 2},
		{name: "the last stage's figure",
			text:    "G7 members achieved average compliance of +0.35 (68%), up from an interim score of +0.10 (55%).",
			checked: 1, undecided: 1},
		{name: "another summit's figure",
			text:      "At the 2028 Sudhaven Summit, average compliance by G7 members was +0.61 (81%).",
			undecided: 1},
		{name: "compared with",
			text:    "Canada scored +0.75 (88%) compared with +0.20 (60%) in the preceding report.",
			checked: 1, undecided: 1},
		{name: "not exact",
			text:      "Japan's compliance was nearly 80%. Italy achieved compliance of more than +0.10.",
			undecided: 2},
		{name: "another measure",
			text:      "Canada complied with 95% of its commitments in terms of scores.",
			undecided: 1},
		{name: "a percentage that is no score",
			text: "Members promised to cut emissions by 45% by 2040."},
		{name: "another group's average",
			text:      "G20 members reached average compliance of +0.90 (95%).",
			undecided: 1},
		{name: "a part's average",
			text:      "The European members achieved average compliance of +0.17 (58%).",
			undecided: 1},
		{name: "a commitment nobody can tell",
			text:      "The commitment on space debris scored +0.10 (55%) in compliance.",
			undecided: 1},
		{name: "several subjects",
			text:      "The commitment on reef mapping, which Japan had proposed, scored +0.10 (55%).",
			undecided: 1},
		{name: "somebody else's words",
			text:      "“With a compliance score of 97%, Germany comes off well,” said the minister.",
			undecided: 1},
		{name: "difference",
			text: "Between the highest and lowest member there is a difference of 0.75.", ranked: 1},
		{name: "difference, rounded",
			text: "Between the highest and lowest member there is a difference of 0.8.", ranked: 1},
		{name: "difference, wrong",
			text: "Between the highest and the lowest country the difference is 0.65.",
			want: []string{"ranking-order - 0.65"}, ranked: 1},
		{name: "difference of commitments",
			text: "The gap between the highest and the lowest commitment is 1.0.", ranked: 1},
		{name: "difference in percentage points",
			text: "The spread between the highest and lowest members is 38 percentage points.", ranked: 1},
		{name: "a count",
			text: "This report assesses the 4 priority commitments.", checked: 1},
		{name: "a count, wrong",
			text: "This report covers all five commitments selected at the summit.",
			want: []string{"count-stated - five commitments"}, checked: 1},
		{name: "a count of another report",
			text:      "They complement all seventeen priority commitments of the main series.",
			undecided: 1},
		{name: "a count of the summit's",
			text: "This report covers all five commitments selected of the summit.",
			want: []string{"count-stated - five commitments"}, checked: 1},
		{name: "a count of something else",
			text:      "Leaders made the 212 public commitments adopted at the summit.",
			undecided: 1},
		{name: "by number",
			text:    "Commitment 4 had average compliance of −0.20 (40%).",
			checked: 1},
		{name: "by number, wrong sign",
			text: "Commitment 4 had average compliance of +0.20 (60%).",
			want: []string{"prose-figure 4 +0.20 (60%)"}, checked: 1},
		{name: "what the average is of must be said",
			text:      "Compliance was highest on vaccine storage and reef mapping, with an average of +0.80 (90%).",
			undecided: 1},
		{name: "an average after a subject was named",
			text:    "Canada scored +0.75 (88%) in compliance. The average was +0.10 (55%).",
			checked: 1, undecided: 1},
		{name: "a list by label",
			text:    "Average compliance by commitment: Vaccine Storage +0.80 (90%), Port Fees 0.00 (50%), Reef Mapping +0.80 (90%), Rural Broadband −0.20 (50%).",
			want:    []string{"prose-figure 4 50%"},
			checked: 4},
		{name: "a range with subjects behind the figures",
			text:    "Compliance ranged from −0.20 (40%) for rural broadband to +0.80 (90%) for vaccine storage and reef mapping.",
			checked: 2, undecided: 1},
		{name: "with the exception of",
			text:      "With the exception of Canada, average compliance was +0.25 (63%).",
			undecided: 1},
		{name: "a score, not an average",
			text:      "Germany scored +1 on vaccine storage in compliance.",
			undecided: 1},
		{name: "a member's figure on some commitments",
			text:      "Germany scored +0.40 (70%) on port fees and reef mapping.",
			undecided: 1},
		{name: "tiers by label",
			text:    "Reef mapping and vaccine storage shared the highest compliance, at +0.80 (90%) each, and were followed by rural broadband at −0.20 (40%).",
			want:    []string{"ranking-order 4 Oceans: Reef Mapping and Health: Vaccine Storage, then Digital Economy: Rural Broadband"},
			checked: 3, ranked: 2},
		{name: "a score for the commitments",
			text: "The final compliance score for the four priority commitments is 73% (+0.45).",
			want: []string{"prose-figure - 73% (+0.45)"}, checked: 2},
		{name: "percentage or score",
			text:    "G7 members' overall compliance averaged 68%, or +0.35.",
			checked: 1},
		{name: "a tier that follows",
			text:    "Canada had the highest compliance with an average score of +0.75 (88%). France and Japan followed at 75% each.",
			checked: 3, ranked: 2},
		{name: "a tier that follows too early",
			text: "Canada had the highest compliance with an average score of +0.75 (88%). Italy and Germany followed at 50% each.",
			want: []string{"ranking-order ITA Canada, then Italy and Germany"}, checked: 3, ranked: 2},
		{name: "to whom a place belongs",
			text: "The lowest score belonged to Italy with 0.00 (40%).",
			want: []string{"prose-figure ITA 40%", "ranking-order - lowest: Italy"}, checked: 1, ranked: 1},
		{name: "the scale itself",
			text:      "A score of 100% means full compliance, a score of 50% partial compliance.",
			undecided: 2},
		{name: "below another",
			text:    "Germany's compliance score of 0.00 (50%) is 0.75 below Canada's.",
			checked: 1, undecided: 1},
		{name: "a threshold",
			text:      "Three members averaged compliance of 75% or higher.",
			undecided: 1},
		{name: "a member's figure for a commitment",
			text:      "Canada received a compliance score of +0.50 (75%) for the commitment on port fees.",
			undecided: 1},
		{name: "a member's figure on a subject",
			text:      "On health, Canada had average compliance of +0.50 (75%). Japan's compliance on trade averaged +0.10 (55%).",
			undecided: 2},
		{name: "who was next",
			text:    "Canada had the highest compliance at +0.75 (88%). France and Japan were next with +0.50 (75%).",
			checked: 3, ranked: 2},
		{name: "figures of many years",
			text:      "Over the past decade, average compliance by G7 members was +0.60 (80%).",
			undecided: 1},
		{name: "in brackets",
			text:    "Compliance was highest for Canada (+0.75), then France (+0.50) and Japan (+0.50).",
			checked: 3, ranked: 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			found, counts, all := runRules(t, proseReport(t, tc.text), "prose-figure", "ranking-order", "count-stated")
			pf, ro := counts["prose-figure"], counts["ranking-order"]
			pf.Checked += counts["count-stated"].Checked
			pf.Undecided += counts["count-stated"].Undecided
			if !same(found, tc.want) || pf.Checked != tc.checked || pf.Undecided != tc.undecided || ro.Checked != tc.ranked {
				t.Errorf("found %q, want %q\nchecked %d want %d, undecided %d want %d %v, ranked %d want %d %v",
					found, tc.want, pf.Checked, tc.checked, pf.Undecided, tc.undecided, pf.Reasons, ro.Checked, tc.ranked, ro.Reasons)
				for _, f := range all {
					t.Log(f.Message)
				}
			}
		})
	}
}

// Whatever single digit of a summary's figures is changed, the audit must say
// so: a figure that is passed over in silence would be worse than one left
// undecided.
func TestEveryDigitOfProse(t *testing.T) {
	const text = "For all four commitments selected for study, G7 members achieved average compliance of +0.35 (68%). " +
		"Canada had the highest compliance at +0.75 (88%), followed by France and Japan at +0.50 (75%). " +
		"Germany and Italy had the lowest compliance at 0.00 (50%). " +
		"At +0.80 (90%), the commitments on vaccine storage and reef mapping shared the highest score, followed by port fees at 0.00 (50%). " +
		"The commitment on rural broadband had the lowest score with −0.20 (40%). " +
		"Between the highest and the lowest member the difference is 0.75."
	if found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order"); len(found) > 0 {
		t.Fatalf("findings on the clean text: %q %q", found, all[0].Message)
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' || text[i-1] == 'G' {
			continue
		}
		for d := byte('0'); d <= '9'; d++ {
			if d == text[i] {
				continue
			}
			changed := text[:i] + string(d) + text[i+1:]
			// "87.5%" and "67.5%" may be cut either way.
			if strings.Contains(changed, "+0.75 (87%)") || strings.Contains(changed, "+0.35 (67%)") {
				continue
			}
			n++
			found, counts, _ := runRules(t, proseReport(t, changed), "prose-figure", "ranking-order")
			if len(found) == 0 && counts["prose-figure"].Undecided == 0 && counts["ranking-order"].Undecided == 0 {
				t.Errorf("nothing said of %q", changed[max(0, i-40):min(len(changed), i+20)])
			}
			if len(found) == 0 && d != '0' && text[i-1] != '+' && text[i+1] != '.' {
				t.Errorf("not found: %q", changed[max(0, i-40):min(len(changed), i+20)])
			}
			if strings.HasSuffix(text[:i], "is 0.") || strings.HasSuffix(text[:i], "is 0.7") {
				continue
			}
			if len(found) > 2 {
				t.Errorf("%q: one slip, findings %q", changed[max(0, i-40):min(len(changed), i+20)], found)
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d changes tried", n)
	}
}

// In a chapter only what is said of "this commitment" is this report's.
func TestProseInChapters(t *testing.T) {
	r := proseReport(t)
	for _, s := range []string{
		"Average compliance with this commitment is −0.20 (40%).",
		"Average compliance with this commitment is −0.30 (40%).",
		"Members complied with an earlier promise at +0.50 (75%).",
		"At the interim stage, average compliance with this commitment was +0.20 (60%).",
	} {
		r.Figures = append(r.Figures, model.Figure{Sentence: s, Commitment: 4, At: model.At{{Page: 7}}})
	}
	found, counts, all := runRules(t, r, "prose-figure")
	if !same(found, []string{"prose-figure 4 -0.30"}) || counts["prose-figure"].Undecided != 2 || counts["prose-figure"].Checked != 2 {
		t.Fatalf("found %q, %+v", found, counts)
	}
	if all[0].Quote != r.Figures[1].Sentence || all[0].At.Page() != 7 {
		t.Errorf("%+v", all[0])
	}
}

// Early reports print the mean times 100. Where nothing shows which scale a
// report uses, such a percentage is no error; in a report with percentages on
// the other scale it is.
func TestProseOnTheOtherScale(t *testing.T) {
	r := proseReport(t, "Canada received a compliance score of 75%.")
	if found, _, _ := runRules(t, r, "prose-figure"); !same(found, []string{"prose-figure CAN 75%"}) {
		t.Errorf("found %q", found)
	}
	m := &r.Matrices[0]
	for i := range m.Rows {
		m.Rows[i].Average.Percent = nil
	}
	for i := range m.ColumnAverages {
		m.ColumnAverages[i].Percent = nil
	}
	m.Overall.Percent = nil
	found, counts, _ := runRules(t, r, "prose-figure")
	if len(found) > 0 || counts["prose-figure"].Undecided != 1 {
		t.Errorf("found %q, %+v", found, counts)
	}
	// The same percentage beside its score, and beside a score that is wrong.
	for text, want := range map[string][]string{
		"Canada received a compliance score of +0.75, which is 75% of what is possible.": nil,
		"Canada received a compliance score of +0.55, or 55%.":                           {"prose-figure CAN +0.55, or 55%"},
	} {
		r.Sections = proseReport(t, text).Sections
		if found, _, _ := runRules(t, r, "prose-figure"); !same(found, want) {
			t.Errorf("%q: found %q", text, found)
		}
	}
	// A sentence that names the scale has it, whatever the tables print.
	named := proseReport(t, "Canada scored +0.75, or 75%, in compliance on a scale that runs from minus 100 to plus 100.")
	if found, _, _ := runRules(t, named, "prose-figure"); len(found) > 0 {
		t.Errorf("found %q", found)
	}
}

// A report that says that its percentages run from −100 to 100 is held to that.
func TestProseOnTheScaleThatTheReportNames(t *testing.T) {
	scale := "Averages can be read as percentages on a scale that goes from –100% to +100%"
	for text, want := range map[string][]string{
		scale + ": on this scale the five have complied with their Norport commitments 35% of the time.": nil,
		scale + ": on this scale the five have complied with their Norport commitments 38% of the time.": {"prose-figure - 38%"},
		// The share of scores of +1, the other scale, and another number of members.
		scale + ": on this scale the five have complied with their Norport commitments 50% of the time.": nil,
		scale + ": on this scale the five have complied with their Norport commitments 68% of the time.": nil,
		scale + ": on this scale the four have complied with their Norport commitments 38% of the time.": nil,
		scale + ". Canada received a compliance score of 75%.":                                           nil,
		scale + ". Canada received a compliance score of 78%.":                                           {"prose-figure CAN 78%"},
		"The five have complied with their Norport commitments 38% of the time.":                         nil,
	} {
		r := proseReport(t, text)
		m := &r.Matrices[0]
		for i := range m.Rows {
			m.Rows[i].Average.Percent = nil
		}
		for i := range m.ColumnAverages {
			m.ColumnAverages[i].Percent = nil
		}
		m.Overall.Percent = nil
		if found, _, _ := runRules(t, r, "prose-figure"); !same(found, want) {
			t.Errorf("%q: found %q, not %q", text, found, want)
		}
	}
}

// A report that states no stage speaks of its final scores all the same.
func TestProseWithoutStage(t *testing.T) {
	r := proseReport(t, "Final compliance was highest for Canada with a score of +0.75 (87%), up from an interim score of +0.10 (55%).")
	r.Report.Stage = ""
	found, counts, _ := runRules(t, r, "prose-figure")
	if len(found) > 0 || counts["prose-figure"].Checked != 1 || counts["prose-figure"].Undecided != 1 {
		t.Errorf("found %q, %+v", found, counts)
	}
}

// A report without tables accuses nobody.
func TestProseWithoutTables(t *testing.T) {
	r := proseReport(t, "Canada had the highest compliance at +0.10 (12%), followed by France at +0.90 (3%).")
	r.Matrices = nil
	found, counts, _ := runRules(t, r, "prose-figure", "ranking-order")
	if len(found) > 0 || counts["prose-figure"].Undecided != 2 {
		t.Errorf("found %q, %+v", found, counts)
	}
}

// Where the table's average is not what its scores give, neither half of it
// measures the text.
func TestProseAgainstABrokenTable(t *testing.T) {
	r := proseReport(t, "Canada received a compliance score of +0.10 (55%).")
	r.Matrices[0].ColumnAverages[0].Value = printedNumber(t, "0.20")
	found, counts, _ := runRules(t, r, "prose-figure")
	if len(found) > 0 || counts["prose-figure"].Undecided != 1 {
		t.Errorf("found %q, %+v", found, counts)
	}
}

// Chapters serve where there is no summary table, and only for what they
// hold.
func TestProseAgainstChapters(t *testing.T) {
	r := proseReport(t, "The commitment on port fees scored 0.00 (60%). Canada received a compliance score of +0.10 (55%).")
	for _, row := range r.Matrices[0].Rows[1:2] {
		c := model.Commitment{Number: row.Number, IssueArea: "Trade", Title: "Port Fees", Assessment: &model.Assessment{Average: row.Average}}
		for i, m := range r.Matrices[0].Members {
			c.Assessment.Scores = append(c.Assessment.Scores, model.Score{Member: m, Name: m, Score: row.Scores[i], Text: row.Cells[i]})
		}
		r.Commitments = append(r.Commitments, c)
	}
	r.Matrices = nil
	found, counts, _ := runRules(t, r, "prose-figure")
	if !same(found, []string{"prose-figure 2 60%"}) || counts["prose-figure"].Undecided != 1 {
		t.Errorf("found %q, %+v", found, counts)
	}
}

func TestRankingTable(t *testing.T) {
	entry := func(rank int, member, label, value, percent string) model.RankedEntry {
		return model.RankedEntry{Rank: rank, Member: member, Label: label, Value: printedNumber(t, value), Percent: printedNumber(t, percent)}
	}
	clean := func() []model.RankedEntry {
		return []model.RankedEntry{
			entry(1, "CAN", "Canada", "0.75", "88"), entry(2, "FRA", "France", "0.50", "75"), entry(2, "JPN", "Japan", "0.50", "75"),
			entry(4, "DEU", "Germany", "0.00", "50"), entry(4, "ITA", "Italy", "0.00", "50"),
		}
	}
	for _, tc := range []struct {
		name   string
		change func([]model.RankedEntry)
		want   []string
	}{
		{"clean", func([]model.RankedEntry) {}, nil},
		{"two lines exchanged", func(e []model.RankedEntry) { e[2], e[3] = e[3], e[2]; e[2].Rank, e[3].Rank, e[4].Rank = 3, 4, 5 },
			[]string{"ranking-order JPN Germany, then Japan"}},
		{"another figure", func(e []model.RankedEntry) { e[4] = entry(5, "ITA", "Italy", "-0.10", "45") },
			[]string{"ranking-order ITA -0.10 (45%)"}},
		{"one rank for two figures", func(e []model.RankedEntry) { e[1].Rank = 1 },
			[]string{"ranking-order FRA rank 1"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := proseReport(t)
			k := model.Ranking{Title: "Table 3: Members by Compliance", Entries: clean()}
			tc.change(k.Entries)
			r.Rankings = []model.Ranking{k}
			found, counts, _ := runRules(t, r, "ranking-order")
			if !same(found, tc.want) || counts["ranking-order"].Checked != 5 {
				t.Errorf("found %q, want %q; %+v", found, tc.want, counts)
			}
		})
	}
}

// A line of the whole has no place in a ranking, whatever stands in it; one without a rank
// among others without ranks has.
func TestLineOfTheWholeInARanking(t *testing.T) {
	line := func(rank int, member, label, value string) model.RankedEntry {
		d, err := model.ParseDecimal(value)
		if err != nil {
			t.Fatal(err)
		}
		return model.RankedEntry{Rank: rank, Member: member, Label: label, Value: &d}
	}
	ranked := []model.RankedEntry{line(1, "", "Nets", "0.60"), line(2, "", "Quays", "0.40"), line(3, "", "Dykes", "0.20")}
	bare := []model.RankedEntry{line(0, "", "Nets", "0.60"), line(0, "", "Quays", "0.40"), line(0, "", "Dykes", "0.20")}
	for _, tc := range []struct {
		name    string
		entries []model.RankedEntry
		want    int
	}{
		{"below", append(slices.Clone(ranked), line(0, "", "All commitments", "0.40")), 0},
		{"above", append([]model.RankedEntry{line(0, "", "Overall", "0.40")}, ranked...), 0},
		{"by its words", append(slices.Clone(bare), line(0, "", "Average", "0.40")), 0},
		{"with a rank", append(slices.Clone(ranked), line(4, "", "All commitments", "0.40")), 1},
		{"a line like the others", append(slices.Clone(bare), line(0, "", "Boats", "0.10"), line(0, "", "Reefs", "0.40")), 1},
		{"a line like few others", append(slices.Clone(bare), line(0, "", "Reefs", "0.40")), 0},
		{"two of many", append(slices.Clone(bare), line(0, "", "Boats", "0.10"), line(0, "", "Reefs", "0.40"), line(0, "", "Wells", "0.30"), line(0, "", "Ports", "0.35")), 0},
		{"summits by their years", []model.RankedEntry{
			line(0, "", "Norport, April 2009", "0.60"), line(0, "", "Sudport, June 2010", "0.40"), line(0, "", "Westport, May 2011", "0.30"),
			line(0, "", "Eastport, June 2012", "0.50"), line(0, "", "Midport, July 2013", "0.20"), line(0, "", "Oldport, June 2014", "0.10")}, 0},
		{"by the alphabet", []model.RankedEntry{
			line(0, "", "Boats", "0.60"), line(0, "", "Dykes", "0.40"), line(0, "", "Nets", "0.30"), line(0, "", "Ports", "0.50"), line(0, "", "Reefs", "0.20"), line(0, "", "Wells", "0.10")}, 0},
	} {
		r := proseReport(t)
		r.Rankings = []model.Ranking{{Title: "Table 3: Commitments by Compliance", Entries: tc.entries}}
		if found, _, _ := runRules(t, r, "ranking-order"); len(found) != tc.want {
			t.Errorf("%s: found %q, want %d", tc.name, found, tc.want)
		}
	}
}

func FuzzProse(f *testing.F) {
	f.Add("At +0.80 (90%), the commitments on reef mapping shared the highest score, followed by Canada at −0.20 or 40 per cent; 1.3.")
	f.Add("respectively Canada and Japan 0.1 and 88% (+0.7) ((( Commitment 3, 4 and 5 Summit 2031")
	f.Add("Between highest and lowest a difference of .5% of all nineteen commitments \xff")
	f.Fuzz(func(t *testing.T, text string) {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order")
		for i := range found {
			if all[i].Message == "" || all[i].Quote == "" {
				t.Errorf("a finding without words: %+v", all[i])
			}
		}
	})
}

// A figure that was not brought up to date is named where the report prints
// the other stage's, and only there.
func TestLastStageExplains(t *testing.T) {
	interim := func(r *model.Report) {
		m := r.Matrices[0]
		m.Title = "Table 3: 2031 G7 Norport Summit Interim Compliance Scores"
		m.At = model.At{{Page: 9}}
		m.Rows = append([]model.MatrixRow(nil), m.Rows...)
		for i := range m.Rows {
			m.Rows[i].Scores, m.Rows[i].Cells, m.Rows[i].Average = nil, nil, nil
		}
		m.Rows[1].Average = &model.Average{Value: printedNumber(t, "-0.40"), Percent: printedNumber(t, "30")}
		m.ColumnAverages = []model.ColumnAverage{{Member: "CAN", Value: printedNumber(t, "0.25"), Percent: printedNumber(t, "63")}}
		m.Overall = nil
		r.Matrices = append(r.Matrices, m)
	}
	const table, text = "the interim stage's figure, which a table on page 9 gives: ", "the interim stage's figure, which the text on page 2 gives: "
	for _, test := range []struct {
		name       string
		paragraphs []string
		table      bool
		want       string // beginning of an explanation; "": none on a stage
	}{
		{"member, interim table", []string{"Canada received a compliance score of +0.25 (63%)."}, true, table + "+0.25 (63%)"},
		{"commitment, interim table", []string{"The commitment on port fees scored −0.40 (30%)."}, true, table + "-0.40 (30%)"},
		{"another member's interim figure", []string{"France received a compliance score of +0.25 (63%)."}, true, ""},
		{"no interim table", []string{"Canada received a compliance score of +0.25 (63%)."}, false, ""},
		{"interim sentence", []string{"Canada received a compliance score of +0.25 (63%).", "In the interim report, Canada had an average of +0.25 (63%)."}, false, text + "+0.25 (63%)"},
		{"up from", []string{"Canada received a compliance score of +0.25 (63%).", "Canada reached +0.75 (88%), up from an interim score of +0.25 (63%)."}, false, text + "+0.25 (63%)"},
		{"interim sentence on two members", []string{"Canada received a compliance score of +0.25 (63%).", "In the interim report, Canada and France had an average of +0.25 (63%)."}, false, ""},
		{"another interim figure", []string{"Canada received a compliance score of +0.25 (63%).", "In the interim report, Canada had an average of +0.30 (65%)."}, false, ""},
	} {
		r := proseReport(t, test.paragraphs...)
		if test.table {
			interim(r)
		}
		_, _, all := runRules(t, r, "prose-figure")
		if len(all) != 1 {
			t.Errorf("%s: %d findings", test.name, len(all))
			continue
		}
		got := ""
		for _, e := range all[0].Explanations {
			if strings.Contains(e, "stage") {
				got = e
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q (%q)", test.name, got, test.want, all[0].Explanations)
		}
	}
}

// A percentage that was counted again without one member is the simplest
// reading where no line of the table has it.
func TestProseLeftOutExplains(t *testing.T) {
	// Row 1 scores 1 1 1 0 1: without the 0 it is 4/4.
	r := proseReport(t, "The commitment on vaccine storage scored +0.80 (100%).")
	_, _, all := runRules(t, r, "prose-figure")
	if len(all) != 1 || len(all[0].Explanations) != 1 || all[0].Explanations[0] != "one member with 0 left out (Italy): 4/4 = +1 (100%)" {
		t.Errorf("%+v", all)
	}
	// A table's own average is explained by the interim one too.
	m := &r.Matrices[0]
	m.Rows[2].Average = &model.Average{Value: printedNumber(t, "0.10"), Percent: printedNumber(t, "55")}
	r.Figures = append(r.Figures, model.Figure{Commitment: 3, Sentence: "At the interim stage, average compliance with this commitment was +0.10 (55%).", At: model.At{{Page: 7}}})
	_, _, all = runRules(t, r, "matrix-row-average")
	if len(all) != 1 || len(all[0].Explanations) == 0 || all[0].Explanations[0] != "the interim stage's figure, which the text on page 7 gives: +0.10 (55%)" {
		t.Errorf("%+v", all)
	}
}

// As many figures rise as fall: the printed ranks say that the best is first.
func TestRankingTableByItsRanks(t *testing.T) {
	for ranks, want := range map[[3]int][]string{
		{1, 1, 3}: {"ranking-order FRA Germany, then France", "ranking-order DEU rank 1"},
		{0, 0, 0}: nil,
	} {
		r := proseReport(t)
		k := model.Ranking{Title: "Table 3: Members by Compliance"}
		for i, e := range []struct{ member, label, value, percent string }{{"JPN", "Japan", "0.50", "75"}, {"DEU", "Germany", "0.00", "50"}, {"FRA", "France", "0.50", "75"}} {
			k.Entries = append(k.Entries, model.RankedEntry{Rank: ranks[i], Member: e.member, Label: e.label, Value: printedNumber(t, e.value), Percent: printedNumber(t, e.percent)})
		}
		r.Rankings = []model.Ranking{k}
		found, _, _ := runRules(t, r, "ranking-order")
		sorted := append([]string{}, want...)
		sort.Strings(sorted)
		if !same(found, sorted) {
			t.Errorf("ranks %v: found %q, want %q", ranks, found, sorted)
		}
	}
}

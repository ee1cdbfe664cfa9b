package scores

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// scoredFindings are the errors and warnings of a table of scores, each with its row and
// member.
func scoredFindings(t *testing.T, text string) (out []string, messages string) {
	t.Helper()
	reports, err := ReadAll("x.csv", strings.NewReader(text), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	for _, r := range reports {
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Findings {
			if f.Severity == "note" {
				continue
			}
			out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s", f.Row, f.Rule, f.Member)))
			messages += f.Message + "\n"
		}
	}
	return out, messages
}

// expectFindings compares the findings of a table with those that it should have.
func expectFindings(t *testing.T, name, text string, want ...string) string {
	t.Helper()
	got, messages := scoredFindings(t, text)
	if !slices.Equal(got, want) {
		t.Errorf("%s: findings %q, want %q in\n%s%s", name, got, want, text, messages)
	}
	return messages
}

const (
	harbourHead = "Topic,Canada,France,Germany,Italy,Japan,Average\n"
	// The means of the first harbour are 0.50 0.25 0.75 0.00 0.25 and 0.35.
	firstHarbour = "Buoys,1,0,1,-1,0,0.20\nCranes,1,1,1,0,1,0.80\nDredging,0,-1,0,0,-1,-0.40\nFerries,0,1,1,1,1,0.80\n"
	// Those of the second are 1.00 0.50 0.25 -0.25 0.50 and 0.40.
	secondHarbour = "Gangways,1,1,0,0,1,0.60\nHulls,1,0,1,-1,0,0.20\nInlets,1,0,-1,-1,1,0.00\nJetties,1,1,1,1,0,0.80\n"
)

// A row of changes, or of anything else, below the averages is no row of slips. One figure
// of a row of averages that does not follow is one.
func TestRowsThatSupportNothing(t *testing.T) {
	const first, second = "Average,0.50,0.25,0.75,0.00,0.25,0.35\n", "Average,1.00,0.50,0.25,-0.25,0.50,0.40\n"
	two := func(first, second, last string) string {
		return harbourHead + "North\n" + firstHarbour + first + "South\n" + secondHarbour + second + last
	}
	expectFindings(t, "right", two(first, second, ""))
	expectFindings(t, "changes", two(first, second, "Change on the year before,0.31,-0.12,0.44,-0.63,0.19,0.04\n"))
	expectFindings(t, "changes of the two", two(first, second, "Change,0.50,0.25,-0.50,-0.25,0.25,0.05\n"))
	expectFindings(t, "one slip", two(first, strings.Replace(second, "-0.25", "-0.75", 1), ""), "13 matrix-column-average ITA")
	expectFindings(t, "two slips of one row", two(strings.Replace(first, "0.50,0.25", "0.40,0.35", 1), second, ""),
		"7 matrix-column-average CAN", "7 matrix-column-average FRA")
	expectFindings(t, "one slip beside changes", two(strings.Replace(first, "0.50", "0.40", 1), second, "Change on the year before,0.31,-0.12,0.44,-0.63,0.19,0.04\n"),
		"7 matrix-column-average CAN")
}

// The mean of the sections' averages below the last of them is told from the averages of
// the last section, and a slip in it is one.
func TestMeanOfSectionsBelow(t *testing.T) {
	third := "Kelp,1,0,0,0,0,0.20\nLocks,0,0,0,1,1,0.40\n" // 0.50 0.00 0.00 0.50 0.50 and 0.30
	table := func(last string) string {
		return harbourHead + "North (N=4)\n" + firstHarbour + "Port average,0.50,0.25,0.75,0.00,0.25,0.35\n" +
			"South (N=4)\n" + secondHarbour + "Port average,1.00,0.50,0.25,-0.25,0.50,0.40\n" +
			"West (N=2)\n" + third + "Port average,0.50,0.00,0.00,0.50,0.50,0.30\n" + last
	}
	expectFindings(t, "right", table("Mean of the three ports,0.67,0.25,0.33,0.08,0.42,0.35\n"))
	expectFindings(t, "a slip", table("Mean of the three ports,0.67,0.38,0.33,0.08,0.42,0.35\n"), "18 matrix-column-average FRA")
	expectFindings(t, "of all scores", table("All ports,0.70,0.30,0.40,0.00,0.40,0.36\n"))
	expectFindings(t, "of something else", table("Target,0.90,0.80,0.85,0.95,0.70,0.84\n"))
}

// Of a commitment that stands twice the averages may count either row, or both.
func TestRowsThatStandTwice(t *testing.T) {
	rows := "2031-1,Buoys,1,0,1,-1,0,0.20\n2031-2,Cranes,1,1,1,0,1,0.80\n2031-3,Dredging,0,-1,0,0,-1,-0.40\n2031-4,Ferries,0,1,1,1,1,0.80\n" +
		"2031-5,Gangways,1,1,0,0,1,0.60\n2031-6,Hulls,1,0,1,-1,0,0.20\n2031-7,Inlets,1,0,-1,-1,1,0.00\n"
	const again = "2031-2,Cranes,0,0,0,1,-1,0.00\n"
	table := func(foot string) string {
		return "ID,Topic,Canada,France,Germany,Italy,Japan,Average\n" + rows + again + ",Average," + foot + "\n"
	}
	const twice = "9 row-duplicate"
	for foot, which := range map[string]string{
		"0.71,0.29,0.43,-0.29,0.43,0.31": "leave row 9 out", // CAN 5/7, FRA 2/7, DEU 3/7, ITA -2/7, JPN 3/7, 11/35
		"0.57,0.14,0.29,-0.14,0.14,0.20": "leave row 3 out", // 4/7, 1/7, 2/7, -1/7, 1/7, 7/35
		"0.63,0.25,0.38,-0.13,0.25,0.28": "",                // both: 5/8, 2/8, 3/8, -1/8, 2/8, 11/40
	} {
		messages := expectFindings(t, "averages "+foot, table(foot), twice)
		if which != "" && !strings.Contains(messages, which) || which == "" && strings.Contains(messages, "leave row") {
			t.Errorf("%q is not in %q", which, messages)
		}
	}
	expectFindings(t, "a slip beside", table("0.71,0.29,0.43,-0.29,0.57,0.31"), twice, "10 matrix-column-average JPN")
	expectFindings(t, "a slip where both count", table("0.63,0.25,0.50,-0.13,0.25,0.28"), twice, "10 matrix-column-average DEU")
}

// Rows of percentages with decimals are no scores, with a sign or without; a number beyond
// the scale among scores is told.
func TestPercentRowsWithDecimals(t *testing.T) {
	rows := "Nr;Topic;Canada;France;Germany;Italy;Japan\n1;Buoys;1;0;1;-1;0\n2;Cranes;1;1;1;0;1\n3;Dredging;0;-1;0;0;-1\n4;Ferries;0;1;1;1;1\n"
	const means = ";Mean;0,50;0,25;0,75;0,00;0,25\n"
	expectFindings(t, "right", rows+means+";Rate (%);75,0;62,5;87,5;50,0;62,5\nn/a = not assessed\n")
	expectFindings(t, "a slip", rows+means+";Rate (%);75,0;62,5;78,5;50,0;62,5\n", "7 matrix-column-average DEU")
	expectFindings(t, "of something else", rows+means+";Change (%);12,5;-4,0;33,1;8,0;2,5\n")
	expectFindings(t, "a number among scores", strings.Replace(rows, "3;Dredging;0", "3;Dredging;2", 1), "4 score-scale CAN")
}

// Averages of members below a long table are no scores of its last commitment.
func TestAveragesBelowLongTable(t *testing.T) {
	members := []string{"Canada", "France", "Germany", "Italy", "Japan"}
	var b strings.Builder
	b.WriteString("id,topic,country,score,average\n")
	for k, row := range []string{"1 0 1 -1 0 0.20", "1 1 1 0 1 0.80", "0 -1 0 0 -1 -0.40", "0 1 1 1 1 0.80"} {
		f := strings.Fields(row)
		for i, m := range members {
			fmt.Fprintf(&b, "2031-%d,Topic %d,%s,%s,%s\n", k+1, k+1, m, f[i], f[5])
		}
	}
	scores := b.String()
	below := func(head, id string, figures ...string) string {
		text := scores + head
		for i, m := range members {
			text += id + ",," + m + "," + figures[i] + ",\n"
		}
		return text
	}
	right := []string{"0.50", "0.25", "0.75", "0.00", "0.25"}
	wrong := []string{"0.50", "0.25", "0.65", "0.00", "0.25"}
	const head = ",,,,\nmembers (4 topics),,country,average,\n"
	expectFindings(t, "right", below(head, "", right...))
	expectFindings(t, "a slip", below(head, "", wrong...), "24 matrix-column-average DEU")
	expectFindings(t, "without a head", below("", "", wrong...), "22 matrix-column-average DEU")
	expectFindings(t, "one cell between scores", strings.Replace(scores, "2031-2,Topic 2,Japan,1,", "2031-2,Topic 2,Japan,0.5,", 1), "11 score-illegible JPN")
}

// Sections named over the columns of a table whose rows are members.
func TestSectionsOverColumns(t *testing.T) {
	table := func(north string, first, all string) string {
		return "Member," + north + ",,,,South (N=2),,," + all + "\n,Buoys,Cranes,Docks,Mean,Ferries,Gates,Mean,Mean\n" +
			"Canada,1,1,0," + first + ",0,1,0.50,0.60\nFrance,0,1,-1,0.00,1,1,1.00,0.40\nGermany,1,1,0,0.67,1,0,0.50,0.60\n" +
			"Italy,-1,0,0,-0.33,1,0,0.50,0.00\nJapan,0,1,-1,0.00,1,1,1.00,0.40\nAverage,0.20,0.80,-0.40,0.20,0.80,0.60,0.70,0.40\n"
	}
	expectFindings(t, "right", table("North (N=3)", "0.67", "All (N=5)"))
	expectFindings(t, "a slip in a section", table("North (N=3)", "0.33", "All (N=5)"), "6 matrix-column-average CAN")
	expectFindings(t, "a number of columns that is not that of the section", table("North (N=4)", "0.67", "All (N=5)"), "2 count-stated")
	expectFindings(t, "of all", table("North (N=3)", "0.67", "All (N=6)"), "11 count-stated")
}

// Percentages that are the averages times 100 throughout: one that is not, on
// either scale, is wrong.
func TestPercentagesTimesHundred(t *testing.T) {
	lines := []string{"1,0,1,-1,0,0.20,20", "1,1,1,0,1,0.80,80", "0,-1,0,0,-1,-0.40,-40", "1,1,0,0,1,0.60,60", "1,0,1,1,1,0.80,80", "0,0,-1,0,0,-0.20,-20", "1,1,1,1,1,1.00,100", "0,1,0,1,0,0.40,40"}
	table := func(change ...string) string {
		text := "ID,Canada,France,Germany,Italy,Japan,Average,%\n"
		for k, line := range lines {
			for c := 0; c < len(change); c += 2 {
				line = strings.Replace(line, change[c], change[c+1], 1)
			}
			text += fmt.Sprintf("2031-%d,%s\n", k+1, line)
		}
		return text
	}
	expectFindings(t, "right", table())
	expectFindings(t, "one is not", table("0.60,60", "0.60,66"), "5 percent-stated")
	expectFindings(t, "one on the scale from 0 to 100", table("0.60,60", "0.60,80"))
	expectFindings(t, "several are not", table("0.60,60", "0.60,66", "0.40,40", "0.40,44"))
	expectFindings(t, "from the average as printed", table("0.60,60", "0.70,70"), "5 average-stated")
}

// Figures under heads that name members are their means, where other such figures of the
// table are; a figure of something else is no slip.
func TestAveragesOfNamedMembers(t *testing.T) {
	// The means of all are 0.50 0.25 0.75 0.00 0.25: those of Canada and Japan 0.375, of the
	// three others 0.333.
	turned := func(islands, others string) string {
		return "Member,Buoys,Cranes,Docks,Ferries,Average\nCanada,1,1,0,0,0.50\nFrance,0,1,-1,1,0.25\nGermany,1,1,0,1,0.75\nItaly,-1,0,0,1,0.00\nJapan,0,1,-1,1,0.25\n" +
			"All,0.20,0.80,-0.40,0.80,0.35\n\"Coasts (Canada, Japan)\",,,,," + islands + "\n\"Lakes (France, Germany and Italy)\",,,,," + others + "\n"
	}
	expectFindings(t, "right", turned("0.38", "0.33"))
	expectFindings(t, "one without a member", turned("0.38", "0.50"), "6 count-stated")
	expectFindings(t, "one of two of something else", turned("0.38", "0.90"))
	expectFindings(t, "both of something else", turned("0.90", "0.80"))
	expectFindings(t, "a difference", strings.Replace(turned("0.25", "0.33"), "Coasts", "Gap", 1))
	wide := func(figures ...string) string {
		text := "Topic,Canada,France,Germany,Italy,Japan,Average,\"Coasts (Canada, Japan)\"\n"
		for k, line := range strings.Split(strings.TrimSpace(firstHarbour), "\n") {
			text += line + "," + figures[k] + "\n"
		}
		return text
	}
	expectFindings(t, "wide, right", wide("0.50", "1.00", "-0.50", "0.50"))
	expectFindings(t, "wide, a slip", wide("0.50", "1.00", "-0.50", "0.30"), "5 count-stated")
	expectFindings(t, "wide, of something else", wide("0.20", "0.90", "-0.40", "0.30"))
}

// Below the members of one commitment its averages may stand: they are no serials of what
// the members below them are scored for.
func TestAveragesBetweenMembers(t *testing.T) {
	var b strings.Builder
	b.WriteString("topic,member,interim,final\n")
	for k, means := range []string{"0.20,0.80", "0.80,0.80", "0.80,0.80"} {
		for i, m := range []string{"Canada", "France", "Germany", "Italy", "Japan"} {
			scores := [][]string{{"1 0 1 -1 0", "1 1 1 0 1"}, {"0 1 1 1 1", "1 1 0 1 1"}, {"1 1 0 1 1", "1 0 1 1 1"}}[k]
			fmt.Fprintf(&b, "Topic %d,%s,%s,%s\n", k+1, m, strings.Fields(scores[0])[i], strings.Fields(scores[1])[i])
		}
		fmt.Fprintf(&b, "Topic %d,AVERAGE,%s\n", k+1, means)
	}
	expectFindings(t, "right", b.String())
	expectFindings(t, "a slip", strings.Replace(b.String(), "Topic 2,AVERAGE,0.80,0.80", "Topic 2,AVERAGE,0.80,0.60", 1), "6 average-stated")
}

// A head that names a member twice may be another member's: where nearly all averages count
// both columns, those that count neither way are slips.
func TestColumnsOfOneMember(t *testing.T) {
	table := func(averages ...string) string {
		text := "ID,Canada,France,Germany,Germany,Japan,Average\n"
		for k, scores := range []string{"1,0,1,-1,0", "1,1,1,0,1", "0,-1,0,-1,-1", "1,1,0,1,1", "1,0,0,1,0", "0,0,1,-1,0"} {
			text += fmt.Sprintf("2031-%d,%s,%s\n", k+1, scores, averages[k])
		}
		return text
	}
	const twice = "0 row-duplicate DEU"
	messages := expectFindings(t, "both count", table("0.20", "0.80", "-0.60", "0.80", "0.40", "0.00"), twice)
	if !strings.Contains(messages, "counted as another member's") {
		t.Error(messages)
	}
	expectFindings(t, "both count, and one slip", table("0.20", "0.80", "-0.60", "0.80", "0.60", "0.00"), twice, "6 average-stated")
	messages = expectFindings(t, "the first counts", table("0.50", "1.00", "-0.50", "0.75", "0.25", "0.25"), twice)
	if !strings.Contains(messages, "not counted") {
		t.Error(messages)
	}
	expectFindings(t, "not certain", table("0.20", "0.80", "-0.60", "0.10", "0.70", "0.90"), twice)
}

package scores

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func sprint(v any) string { return fmt.Sprint(v) }

// What a long table repeats in each row is held against the other rows.
func TestRowsThatRepeat(t *testing.T) {
	const clean = `id;member;score;n;commitment_average
2031-1;Canada;1;4;0.50
2031-1;France;0;4;0.50
2031-1;Italy;0;4;0.50
2031-1;Japan;1;4;0.50
2031-2;Canada;-1;3;0.00
2031-2;France;0;3;0.00
2031-2;Italy;n/a;3;0.00
2031-2;Japan;1;3;0.00
2031-3;Canada;1;4;0.75
2031-3;France;0;4;0.75
2031-3;Italy;1;4;0.75
2031-3;Japan;1;4;0.75
2031-4;Canada;1;4;1.00
2031-4;France;1;4;1.00
2031-4;Italy;1;4;1.00
2031-4;Japan;1;4;1.00
`
	if got := saidOf(t, clean); len(got) > 0 {
		t.Errorf("clean: %q", got)
	}
	// The head need not be that of an average alone, where its figures are.
	for _, head := range []string{"mean_id", "avg_c", "Mean of id"} {
		named := strings.ReplaceAll(strings.Replace(clean, "commitment_average", head, 1), ".", ",")
		if got := saidOf(t, named); len(got) > 0 {
			t.Errorf("%s: %q", head, got)
		}
		if got, want := saidOf(t, strings.Replace(named, "2031-3;Japan;1;4;0,75", "2031-3;Japan;1;4;0,57", 1)), []string{"average-stated row 13 JPN"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", head, got, want)
		}
	}
	other := strings.NewReplacer("commitment_average", "mean_income", "0.50", "0.31", "0.75", "0.44", "1.00", "0.27").Replace(clean)
	if got := saidOf(t, other); len(got) > 0 {
		t.Errorf("another mean: %q", got)
	}
	for _, c := range []struct {
		name, was, is string
		want          []string
	}{
		{"one average", "2031-3;Japan;1;4;0.75", "2031-3;Japan;1;4;0.57", []string{"average-stated row 13 JPN"}},
		{"all averages", "0.75", "0.57", []string{"average-stated row 10 "}},
		{"one number", "2031-2;France;0;3", "2031-2;France;0;2", []string{"count-stated row 7 FRA"}},
		{"a second score", "2031-4;Canada;1;4;1.00\n", "2031-4;Canada;1;4;1.00\n2031-4;Canada;0;4;1.00\n", []string{"row-duplicate row 15 CAN"}},
		{"the same score again", "2031-4;Canada;1;4;1.00\n", "2031-4;Canada;1;4;1.00\n2031-4;Canada;1;4;1.00\n", []string{"row-duplicate row 15 CAN"}},
		{"a cell", "2031-1;Italy;0;4", "2031-1;Italy;O;4", []string{"score-illegible row 4 ITA"}},
	} {
		if got := saidOf(t, strings.ReplaceAll(clean, c.was, c.is)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Beside a member who stands twice an average holds with either score or with both, as of
// two members, and is otherwise undecided; averages without one are compared.
func TestAverageBesideMemberTwice(t *testing.T) {
	const table = `id,member,score,average
2031-1,Brazil,0,0.20
2031-1,Russia,0,
2031-1,India,1,
2031-1,China,1,
2031-1,South Africa,-1,
2031-2,Brazil,-1,-0.20
2031-2,Russia,-1,
2031-2,Russia,1,
2031-2,China,-1,
2031-2,South Africa,1,
2031-3,Brazil,1,0.80
2031-3,Russia,1,
2031-3,India,0,
2031-3,China,1,
2031-3,South Africa,1,
2031-4,Brazil,1,0.40
2031-4,Russia,1,
2031-4,India,0,
2031-4,China,0,
2031-4,South Africa,0,
`
	twice := []string{"row-duplicate row 9 RUS"}
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"two members", nil, twice},
		{"the first score", []string{"Brazil,-1,-0.20", "Brazil,-1,-0.50"}, twice},
		{"the second score", []string{"Brazil,-1,-0.20", "Brazil,-1,0.00"}, twice},
		{"no reading", []string{"Brazil,-1,-0.20", "Brazil,-1,0.70"}, twice},
		{"the same score", []string{"2031-2,Russia,-1", "2031-2,Russia,1", "-1,-0.20", "-1,0.20"}, twice},
		{"the same score, with a mark", []string{"2031-2,Russia,-1", "2031-2,Russia,1*", "-1,-0.20", "-1,0.20"}, twice},
		{"another average", []string{"1,0.80", "1,0.60"}, []string{"row-duplicate row 9 RUS", "average-stated row 12 "}},
	} {
		got := saidOf(t, strings.NewReplacer(c.edit...).Replace(table))
		slices.Sort(got)
		want := slices.Clone(c.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

// The averages may count both columns of a member where the head of one is a slip: none is
// called wrong.
func TestMemberTwiceInTheHead(t *testing.T) {
	const table = `id,Brazil,Russia,India,China,Russia,Average
2031-1,1,0,1,1,1,0.80
2031-2,0,-1,1,0,1,0.20
2031-3,1,1,0,1,0,0.60
2031-4,-1,0,0,1,1,0.20
2031-5,1,1,1,0,1,0.80
2031-6,1,0,1,1,0,0.60
`
	if got, want := saidOf(t, table), []string{"row-duplicate row 0 RUS"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A column that is the same for each member has the members' averages.
func TestAveragesOfMembersInRows(t *testing.T) {
	const clean = `id,country,score,average
2031-1,Canada,1,0.67
2031-1,France,0,0.00
2031-1,Italy,-1,-0.33
2031-2,Canada,1,0.67
2031-2,France,1,0.00
2031-2,Italy,0,-0.33
2031-3,Canada,0,0.67
2031-3,France,-1,0.00
2031-3,Italy,0,-0.33
`
	if got := saidOf(t, clean); len(got) > 0 {
		t.Errorf("clean: %q", got)
	}
	if got, want := saidOf(t, strings.Replace(clean, "2031-3,Canada,0,0.67", "2031-3,Canada,0,0.76", 1)), []string{"average-stated row 8 CAN"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := saidOf(t, strings.ReplaceAll(clean, "0.67", "0.76")), []string{"matrix-column-average row 2 CAN"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A member that has two rows among the members is counted once.
func TestMemberTwiceAmongMembers(t *testing.T) {
	const table = `,C1,C2,C3,C4,Avg,%
BRA,1,0,1,1,0.75,88
RUS,0,0,1,-1,0.00,50
IND,1,1,0,0,0.50,75
CHN,1,0,1,0,0.50,75
RUS,0,1,1,1,0.75,88
Average,0.75,0.25,0.75,0.00,0.44,72
`
	if got, want := saidOf(t, table), []string{"row-duplicate row 0 RUS"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPlacesBesideAverages(t *testing.T) {
	const table = `Member,2031-1,2031-2,2031-3,2031-4,Average,Rank
Canada,1,1,1,1,1.00,1
France,1,1,0,1,0.75,2
Germany,1,1,1,0,0.75,2
Italy,0,0,1,1,0.50,4
Japan,-1,0,1,1,0.25,5
Russia,0,0,0,0,0.00,6
Average,0.33,0.50,0.67,0.67,0.54,
`
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"clean", nil, nil},
		{"a place", []string{"0.25,5", "0.25,3"}, []string{"ranking-order row 7 JPN"}},
		{"marked ties", []string{"0.75,2", "0.75,2="}, nil},
		{"dense", []string{"0.50,4", "0.50,3", "0.25,5", "0.25,4", "0.00,6", "0.00,5"}, nil},
		{"dense, a place", []string{"0.50,4", "0.50,3", "0.25,5", "0.25,4", "0.00,6", "0.00,2"}, []string{"ranking-order row 7 RUS"}},
		{"any order", []string{"Germany,1,1,1,0,0.75,2", "Germany,1,1,1,0,0.75,3"}, nil},
		{"from below", []string{"1.00,1", "1.00,6", "0.75,2", "0.75,4", "0.50,4", "0.50,3", "0.25,5", "0.25,2", "0.00,6", "0.00,1"}, nil},
		{"the places in front", []string{"Member,2031-1,2031-2,2031-3,2031-4,Average,Rank", "Rank,Member,2031-1,2031-2,2031-3,2031-4,Average",
			"Canada,1,1,1,1,1.00,1", "1,Canada,1,1,1,1,1.00", "France,1,1,0,1,0.75,2", "=2,France,1,1,0,1,0.75", "Germany,1,1,1,0,0.75,2", "=2,Germany,1,1,1,0,0.75",
			"Italy,0,0,1,1,0.50,4", "4,Italy,0,0,1,1,0.50", "Japan,-1,0,1,1,0.25,5", "6,Japan,-1,0,1,1,0.25", "Russia,0,0,0,0,0.00,6", "6,Russia,0,0,0,0,0.00", "Average,0.33,0.50,0.67,0.67,0.54,", ",Average,0.33,0.50,0.67,0.67,0.54"},
			[]string{"ranking-order row 2 JPN"}},
		{"of something else", []string{"1.00,1", "1.00,3", "0.50,4", "0.50,1", "0.25,5", "0.25,6", "0.00,6", "0.00,2"}, nil},
	} {
		if got := saidOf(t, strings.NewReplacer(c.edit...).Replace(table)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

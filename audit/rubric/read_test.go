package rubric

import (
	"fmt"
	"strings"
	"testing"

	"recount/model"
)

// levels builds the levels of a text from "score: words" lines.
func levels(t *testing.T, text string) []model.Level {
	t.Helper()
	var out []model.Level
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		head, words, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("no score in %q", line)
		}
		var n int
		if _, err := fmt.Sscan(head, &n); err != nil {
			t.Fatal(err)
		}
		out = append(out, model.Level{Score: &n, Text: words})
	}
	return out
}

// The expected grids were drawn by hand: a letter per state, + 0 - for the
// level that certainly covers it, capital letters P N M where it only may
// (P for +1, N for 0, M for -1), . for none, * for two certain levels.
// Rows are strong counts from 0, columns weak counts from 0.
func draw(r Reading) string {
	letters := map[int][2]string{1: {"+", "P"}, 0: {"0", "N"}, -1: {"-", "M"}}
	var rows []string
	last := -1
	for _, s := range r.States() {
		if s.Strong != last {
			rows = append(rows, "")
			last = s.Strong
		}
		cell, may := "", ""
		for _, l := range r.Levels {
			switch l.Truth(s) {
			case In:
				cell += letters[l.Score][0]
			case Maybe:
				may += letters[l.Score][1]
			}
		}
		switch {
		case len(cell) > 1:
			cell = "*"
		case cell == "" && may != "":
			cell = may[:1]
		case cell == "":
			cell = "."
		}
		rows[len(rows)-1] += cell
	}
	return strings.Join(rows, "/")
}

func TestGrid(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		size       int
		unit       Unit
		want       string
	}{
		{
			name: "thirds of a scale of three dimensions",
			text: `1: The member has taken strong action in all three dimensions of the harbour pledge.
			       0: The member has taken strong action in one or two of the three dimensions or weak action in at least two dimensions.
			       -1: The member has taken no action, has taken only weak action in one dimension or has taken action contradictory to the pledge.`,
			size: 3, unit: Dimensions, want: "--00/000/00/+",
		},
		{
			name: "the table leaves out two weak dimensions",
			text: `1: The member has taken strong action in all three dimensions.
			       0: The member has taken strong action in between one and two dimensions, or weak action in all three dimensions.
			       -1: The member has not taken any action to mend, paint or launch boats, the member has taken only weak action in one dimension or the member has taken action contradictory to the commitment.`,
			size: 3, unit: Dimensions, want: "--.0/000/00/+",
		},
		{
			name: "counted actions",
			text: `1: The country takes at least four strong actions toward reading rooms.
			       0: The country takes between one and three strong actions, or more than two weak actions.
			       -1: The country takes no strong actions and fewer than three weak actions.`,
			unit: Actions, want: "---000/000000/000000/000000/+++***/+++***",
		},
		{
			name: "thresholds that meet in one count",
			text: `1: Takes three or more strong actions for orchards.
			       0: Takes one to three strong actions for orchards.
			       -1: Takes no action for orchards.`,
			unit: Actions, want: "-/0/0/*/+",
		},
		{
			name: "at least below at least is an order, not an overlap",
			text: `1: Takes at least three strong actions for orchards.
			       0: Takes at least one strong action for orchards.
			       -1: Fails to take any action for orchards.`,
			unit: Actions, want: "-/0/0/*/*",
		},
		{
			name: "neither grade is named",
			text: `1: The member takes action in both components of the pledge.
			       0: The member takes action in one of the two components of the pledge.
			       -1: The member does not take action in any of the components of the pledge.`,
			unit: Dimensions, size: 2, want: "-/0/+",
		},
		{
			name: "a count nobody can count leaves its level open",
			text: `1: The member has taken several strong actions on ferries.
			       0: The member has taken a single strong action on ferries.
			       -1: The member has taken no action on ferries.`,
			unit: Actions, want: "-/0/P",
		},
		{
			name: "up to and more than",
			text: `1: G20 member takes strong action in more than three of the five areas.
			       0: G20 member takes strong action in up to three of the five areas.
			       -1: G20 member does not take strong action in any area.`,
			size: 5, unit: Dimensions, want: "-/0/0/0/+/+",
		},
		{
			name: "a majority",
			text: `1: Member took strong action in a majority of the four pillars.
			       0: Member took strong action in at most two of the four pillars.
			       -1: Member took no action.`,
			size: 4, unit: Dimensions, want: "-/0/0/+/P",
		},
		{
			name: "one strong and two weak",
			text: `1: Member takes at least two strong actions.
			       0: Member takes one strong and at least one weak action.
			       -1: Member takes exactly one weak action or no action.`,
			unit: Actions, want: "--../.000/++++/++++",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := Read(levels(t, tc.text), nil, 0)
			if r.Unit != tc.unit || r.Mixed || r.Size != tc.size {
				t.Errorf("unit %v, mixed %v, size %d", r.Unit, r.Mixed, r.Size)
			}
			if got := draw(r); got != tc.want {
				t.Errorf("grid %s, want %s\nunderstood %q\nmissed %q", got, tc.want, r.Understood, r.Missed)
				for _, l := range r.Levels {
					for _, c := range l.Clauses {
						t.Logf("%+d %+v", l.Score, c)
					}
				}
			}
		})
	}
}

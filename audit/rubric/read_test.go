package rubric

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/model"
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
			case condition.In:
				cell += letters[l.Score][0]
			case condition.Maybe:
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
		unit       condition.Unit
		want       string
	}{
		{
			name: "thirds of a scale of three dimensions",
			text: `1: The member has shown strong action in all three dimensions of the harbour pledge.
			       0: The member has shown strong action in one or two of the three dimensions or weak action in more than one dimension.
			       -1: The member has taken no action, has shown weak action in exactly one of them or has worked contrary to the pledge.`,
			size: 3, unit: condition.Dimensions, want: "--00/000/00/+",
		},
		{
			name: "the table leaves out two weak dimensions",
			text: `1: The member has shown strong action in all three dimensions.
			       0: The member has shown strong action in between one and two dimensions, or weak action in every dimension of the three.
			       -1: The member took no action to mend, paint or launch boats, showed weak action in one dimension only or worked contrary to its promise.`,
			size: 3, unit: condition.Dimensions, want: "--.0/000/00/+",
		},
		{
			name: "counted actions",
			text: `1: The country takes at least four strong actions toward reading rooms.
			       0: The country takes between one and three strong actions, or more than two weak actions.
			       -1: The country takes no strong actions and fewer than three weak actions.`,
			unit: condition.Actions, want: "---000/000000/000000/000000/+++***/+++***",
		},
		{
			name: "thresholds that meet in one count",
			text: `1: Takes three or more strong actions for orchards.
			       0: Takes one to three strong actions for orchards.
			       -1: Takes no action for orchards.`,
			unit: condition.Actions, want: "-/0/0/*/+",
		},
		{
			name: "at least below at least is an order, not an overlap",
			text: `1: Takes at least three strong actions for orchards.
			       0: Takes at least one strong action for orchards.
			       -1: Fails to take any action for orchards.`,
			unit: condition.Actions, want: "-/0/0/*/*",
		},
		{
			name: "neither grade is named",
			text: `1: The member takes action in both components of the pledge.
			       0: The member takes action in one of the two components of the pledge.
			       -1: The member does not take action in any of the components of the pledge.`,
			unit: condition.Dimensions, size: 2, want: "-/0/+",
		},
		{
			name: "a count nobody can count leaves its level open",
			text: `1: The member has taken several strong actions on ferries.
			       0: The member has taken a single strong action on ferries.
			       -1: The member has taken no action on ferries.`,
			unit: condition.Actions, want: "-/0/P",
		},
		{
			name: "up to and more than",
			text: `1: G20 member takes strong action in more than three of the five areas.
			       0: G20 member takes strong action in up to three of the five areas.
			       -1: G20 member does not take strong action in any area.`,
			size: 5, unit: condition.Dimensions, want: "-/0/0/0/+/+",
		},
		{
			name: "a majority",
			text: `1: Member took strong action in a majority of the four pillars.
			       0: Member took strong action in at most two of the four pillars.
			       -1: Member took no action.`,
			size: 4, unit: condition.Dimensions, want: "-/0/0/+/P",
		},
		{
			name: "one strong and two weak",
			text: `1: Member takes at least two strong actions.
			       0: Member takes one strong and at least one weak action.
			       -1: Member takes exactly one weak action or no action.`,
			unit: condition.Actions, want: "--../.000/++++/++++",
		},
		{
			name: "two limits in one",
			text: `1: Member has shown strong action in all four areas.
			       0: Member has shown strong action in at least one but fewer than four areas.
			       -1: Member has not taken strong action in any of the four areas.`,
			size: 4, unit: condition.Dimensions, want: "-/0/0/0/+",
		},
		{
			name: "not all",
			text: `1: Member has shown strong action in all of the three areas.
			       0: Member has shown strong action in one or more, but not all three areas.
			       -1: Member has shown strong action in none of the three areas.`,
			size: 3, unit: condition.Dimensions, want: "-/0/0/+",
		},
		{
			name: "fewer than all",
			text: `1: Member takes action on each of the three goals.
			       0: Member takes action on fewer than all three goals.
			       -1: Member takes no action.`,
			size: 3, unit: condition.Dimensions, want: "-/0/0/+",
		},
		{
			name: "or all",
			text: `1: Member acts on two or on all three of the goals.
			       0: Member acts on one of the three goals.
			       -1: Member acts on none of the three goals.`,
			size: 3, unit: condition.Dimensions, want: "-/0/+/+",
		},
		{
			name: "or all, with a hole",
			text: `1: Member acts on all three of the goals.
			       0: Member acts on one or on all three of the goals.
			       -1: Member acts on none of the three goals.`,
			size: 3, unit: condition.Dimensions, want: "-/N/N/+",
		},
		{
			name: "hyphens and dashes",
			text: `1: Member takes 5 or more strong actions.
			       0: Member takes 2–4 strong actions or 3-6 weak actions.
			       -1: Member takes at most one strong action and no more than two weak actions.`,
			unit: condition.Actions, want: "---0000./---NNNN./00000000/00000000/00000000/++++++++/++++++++/++++++++",
		},
		{
			name: "weak or none",
			text: `1: G8 member has exemplified strong action in three or more of the four areas.
			       0: G8 member has exemplified strong action in one or two of the four areas.
			       -1: G8 member has demonstrated only weak or no action in the four areas.`,
			size: 4, unit: condition.Dimensions, want: "-----/0000/000/++/+",
		},
		{
			name: "both and either",
			text: `1: The member takes strong action to mend BOTH roofs AND walls.
			       0: The member takes strong action to mend EITHER roofs OR walls.
			       -1: The member does not take strong action to mend roofs or walls.`,
			size: 2, unit: condition.Dimensions, want: "-/0/+",
		},
		{
			name: "more and less than half leave out the half",
			text: `1: Member takes strong action in more than half of the four areas.
			       0: Member takes strong action in less than half of the four areas.
			       -1: Member takes no strong action in any of the areas.`,
			size: 4, unit: condition.Dimensions, want: "-/0/./+/+",
		},
		{
			name: "of the following",
			text: `1: G7 member takes strong action in at least two of the following three: wells; pipes; or plumbers.
			       0: G7 member takes strong action in one of the following: wells; pipes; or plumbers.
			       -1: G7 member takes strong action in none of the following: wells; pipes; or plumbers.`,
			size: 0, unit: condition.Dimensions, want: "",
		},
		{
			name: "a total without a noun",
			text: `1: Member takes strong action in three out of three.
			       0: Member takes strong action in one or two of the three.
			       -1: Member does not take strong action in any of the three.`,
			size: 3, unit: condition.Dimensions, want: "-/0/0/+",
		},
		{
			name: "neither area",
			text: `1: The country takes action in both areas.
			       0: The country takes action in only one area.
			       -1: The country takes action in neither area.`,
			size: 2, unit: condition.Dimensions, want: "-/0/+",
		},
		{
			name: "neither nor, and two kinds of one grade",
			text: `1: Member implements at least three strong domestic actions and one strong international action.
			       0: Member implements at least one strong domestic or international action.
			       -1: Member implements neither strong domestic nor strong international actions.`,
			unit: condition.Actions, want: "-/0/0/0/0",
		},
		{
			name: "with, or with, and with",
			text: `1: Goes to members with three or more strong actions, or with two strong and with one weak action.
			       0: Goes to members with one or two strong actions, or with at least two weak actions.
			       -1: Goes to members with no action or with one weak action only.`,
			unit: condition.Actions, want: "--000/00000/0*000/++***/++***",
		},
		{
			name: "a number that counts nothing known",
			text: `1: Members take strong action that reaches two villages.
			       0: Members take weak action.
			       -1: Members take no action.`,
			unit: condition.Actions, want: "-00/P00/P00",
		},
		{
			name: "some but not all leaves one open",
			text: `1: The member has shown strong action in all four dimensions of the pledge.
			       0: The member has shown strong action in some but not all of the dimensions.
			       -1: The member has not taken strong action in any of the dimensions.`,
			size: 4, unit: condition.Dimensions, want: "-/N/0/0/+",
		},
		{
			name: "the list of the parts stands for a noun",
			text: `1: The member has acted on ALL THREE of bells, buoys and beacons.
			       0: The member has acted on ONE or TWO of bells, buoys and beacons.
			       -1: The member has NOT acted on bells, buoys or beacons.`,
			size: 3, unit: condition.Dimensions, want: "-/0/0/+",
		},
		{
			name: "a number of the total without a noun",
			text: `1: Full compliance will be assigned to members that have used at least two of the three means.
			       0: The member has used one of the three means: bells, buoys and beacons.
			       -1: The member has used none of the three means.`,
			size: 3, unit: condition.Dimensions, want: "-/0/+/+",
		},
		{
			name: "a list behind a colon, in one action",
			text: `1: The member takes action on all three of: bells, buoys in shallow water, beacons.
			       0: The member takes action on at least one but fewer than three of: bells, buoys in shallow water, beacons.
			       -1: The member takes action on none of the three.`,
			size: 3, unit: condition.Dimensions, want: "-/0/0/+",
		},
		{
			name: "a part that is denied alone is no denial of all",
			text: `1: The member has acted on ALL THREE of bells, buoys and beacons.
			       0: The member has acted on ONE or TWO of bells, buoys and beacons.
			       -1: The member has NOT acted on bells.`,
			size: 3, unit: condition.Dimensions, want: "./0/0/+",
		},
		{
			name: "an unread condition leaves a level open",
			text: `1: Member takes strong action in both dimensions.
			       0: Member takes moderate action in one of the two dimensions.
			       -1: Member takes no action.`,
			size: 2, unit: condition.Dimensions, want: "-/N/+",
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

// What is asked of some of those that are counted is not held by a walk by one count.
func TestAmongThem(t *testing.T) {
	for _, words := range []string{"three or more actions on food, among them at least one strong action", "three or more actions, of which one is strong", "three or more actions, including at least one strong action"} {
		r := Read(levels(t, "1: Member takes "+words+".\n0: Member takes one or two actions.\n-1: Member takes no action."), nil, 0)
		if r.Walks() {
			t.Errorf("%s: walked", words)
		}
	}
	r := Read(levels(t, "1: Member takes three or more actions, including training.\n0: Member takes one or two actions.\n-1: Member takes no action."), nil, 0)
	if !r.Walks() {
		t.Error("an example of what counts: not walked")
	}
}

func TestCompare(t *testing.T) {
	base := `1: Members take strong action in all three areas.
		0: Members take strong action in one or two of the three areas, or weak action in more than one area.
		-1: Members take no action or only weak action in one area.`
	for _, tc := range []struct {
		name, other string
		want        []int // scores in conflict
	}{
		{"the same", base, nil},
		{"another threshold of weak action", strings.Replace(base, "more than one area", "all three areas", 1), []int{0}},
		{"another threshold of strong action", strings.Replace(base, "in one or two", "in exactly two", 1), []int{0}},
		{"a bare number", strings.Replace(base, "in all three areas", "in three areas", 1), nil},
		{"a clause more", strings.Replace(base, "no action or", "no action, strong action in one area or", 1), []int{-1}},
		{"without the word only", strings.Replace(base, "only weak action in one", "weak action in exactly one", 1), nil},
		{"words that are not understood", strings.Replace(base, "more than one area", "several areas", 1), nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, ok := Compare(Read(levels(t, base), nil, 3), Read(levels(t, tc.other), nil, 3))
			if !ok {
				t.Fatal("not compared")
			}
			var scores []int
			for _, c := range got {
				scores = append(scores, c.Score)
			}
			if fmt.Sprint(scores) != fmt.Sprint(tc.want) {
				t.Errorf("conflicts %v, want %v", got, tc.want)
			}
		})
	}
}

func TestOverlaps(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []condition.State
	}{
		{"a count in two levels", `1: Takes three or more strong actions.
			0: Takes one to three strong actions.
			-1: Takes no strong actions.`, []condition.State{{Strong: 3, Weak: 0}}},
		{"an order of minima", `1: Takes three or more strong actions.
			0: Takes at least one strong action.
			-1: Takes no strong actions.`, nil},
		{"weak action beside strong", `1: Takes two or more strong actions.
			0: Takes one strong action or up to two weak actions.
			-1: Takes no action.`, nil},
		{"weak action in two levels", `1: Takes two or more strong actions.
			0: Takes exactly one strong action or two to four weak actions.
			-1: Takes no strong action and fewer than three weak actions.`, []condition.State{{Strong: 0, Weak: 2}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []condition.State
			for _, o := range Read(levels(t, tc.text), nil, 0).Overlaps() {
				got = append(got, o.State)
			}
			if fmt.Sprint(got) != fmt.Sprint(tc.want) {
				t.Errorf("overlaps %v, want %v", got, tc.want)
			}
		})
	}
}

func TestClosing(t *testing.T) {
	parts, size := part.Components([]string{"The promise has three parts. Members will 1) dig wells, 2) lay pipes, and 3) teach plumbers."})
	rubric := Read(levels(t, `1: Members take strong action in all three areas.
		0: Members take strong action in one or two of the three areas, or weak action in more than one area.
		-1: Members take no action or only weak action in one area.`), parts, size)
	for _, tc := range []struct {
		text  string
		score int
		want  Support
		says  string
	}{
		{"Norland has fully complied with its promise. Norland has shown strong action to dig wells, to lay pipes and to teach plumbers.", 1, Supported,
			"strong action: 1) dig wells, 2) lay pipes, 3) teach plumbers"},
		{"Norland took strong action to dig wells and lay pipes but did not take sufficient action to teach plumbers.", 1, Unsupported,
			"strong action: 1) dig wells, 2) lay pipes; not sufficient: 3) teach plumbers"},
		{"Norland took strong action to dig wells and lay pipes but did not take sufficient action to teach plumbers.", 0, Supported, ""},
		{"Norland took strong action to dig wells and lay pipes but did not take sufficient action to teach plumbers.", -1, Unsupported, ""},
		{"Norland took strong action in digging wells and in laying pipes.", 1, Unsupported, // one is passed over
			"strong action: 1) dig wells, 2) lay pipes; not mentioned: 3) teach plumbers"},
		{"Norland took strong action in digging wells.", 0, Undecided, ""}, // and may have more
		{"Norland took action to dig wells, lay pipes and teach plumbers.", 1, Undecided, ""},
		{"Norland took strong action for water.", 1, Undecided, ""},
		{"Norland took weak action to dig wells and has not laid pipes or taught plumbers.", 0, Unsupported, ""},
		{"Norland took weak action to dig wells and has not addressed pipes or plumbers.", 0, Unsupported,
			"weak action: 1) dig wells; not addressed: 2) lay pipes, 3) teach plumbers"},
		{"Norland took weak action to dig wells and has not addressed pipes or plumbers.", -1, Supported, ""},
		{"Norland took only weak action in digging wells and none in the other two areas.", -1, Supported,
			"weak action: 1) dig wells; not addressed: 2) lay pipes, 3) teach plumbers"},
		{"Norland took strong action to lay pipes without addressing wells or plumbers.", 0, Supported,
			"strong action: 2) lay pipes; not addressed: 1) dig wells, 3) teach plumbers"},
		{"Norland took strong action to lay pipes and weak action in the remaining areas.", 0, Supported,
			"strong action: 2) lay pipes; weak action: 1) dig wells, 3) teach plumbers"},
		{"Norland has complied with its promise to dig wells, lay pipes and teach plumbers by taking strong action in two of the three areas.", 1, Unsupported, ""},
		{"Norland has partially complied with its promise to dig wells, as it has shown strong action in laying pipes but not in digging wells or in teaching plumbers.", 0, Supported,
			"strong action: 2) lay pipes; not addressed: 1) dig wells, 3) teach plumbers"},
		{"All is well, the record shows how plumbers teach.", 0, Undecided, "not mentioned: 1) dig wells, 2) lay pipes, 3) teach plumbers"},
		{"Norland has not only dug wells but also taken strong action to lay pipes.", 0, Undecided, ""},
		{"Norland took strong action in two of the three areas.", 1, Unsupported, "not mentioned: 1) dig wells, 2) lay pipes, 3) teach plumbers; strong action counted: 2 dimensions"},
		{"Norland took strong action in two of the three areas.", 0, Supported, ""},
		{"Norland took strong action to dig wells. However, it took no strong action on wells.", 1, Undecided, ""}, // says two things
	} {
		c := ReadClosing(tc.text, parts, size)
		if got := c.Reaches(rubric, tc.score, 9); got != tc.want {
			t.Errorf("%q, %+d: %v, want %v (%s; %s)", tc.text, tc.score, got, tc.want, c.Describe(parts), c.Doubt)
		}
		if tc.says != "" && c.Describe(parts) != tc.says {
			t.Errorf("%q: %s", tc.text, c.Describe(parts))
		}
	}
}

// Recorded actions bound a rubric that counts actions.
func TestRecordedActions(t *testing.T) {
	rubric := Read(levels(t, `1: Members take at least four strong actions.
		0: Members take between one and three strong actions.
		-1: Members take no strong actions.`), nil, 0)
	for _, tc := range []struct {
		text            string
		score, recorded int
		want            Support
	}{
		{"Norland has done well.", 1, 3, Unsupported},
		{"Norland has done well.", 1, 4, Undecided},
		{"Norland has taken five strong actions.", 1, 6, Supported},
		{"Norland has taken two strong actions.", 1, 6, Unsupported},
		{"Norland has taken two strong actions.", 0, 6, Supported},
		{"Norland has taken no strong actions.", 0, 6, Unsupported},
	} {
		if got := ReadClosing(tc.text, nil, 0).Reaches(rubric, tc.score, tc.recorded); got != tc.want {
			t.Errorf("%q, %+d of %d: %v, want %v", tc.text, tc.score, tc.recorded, got, tc.want)
		}
	}
}

// Whatever the text, reading it ends and gives a grid within its bounds.
func FuzzRead(f *testing.F) {
	f.Add("takes strong action in at least one but fewer than all four areas, or 1-3 weak actions", "1) a, 2) b and 3) c")
	f.Add("no more than two; neither strong nor weak; not only both A and B", "four components")
	f.Add("99 dimensions of 0 actions between nine and one", "(1) (2) (3)")
	f.Fuzz(func(t *testing.T, level, features string) {
		parts, size := part.Components([]string{features})
		var ls []model.Level
		for s := -1; s <= 1; s++ {
			ls = append(ls, model.Level{Score: &s, Text: level})
		}
		r := Read(ls, parts, size)
		if n := len(r.States()); n > (maxCount+1)*(maxCount+1) {
			t.Errorf("%d states", n)
		}
		r.Gaps()
		r.Overlaps()
		c := ReadClosing(level, r.Components, r.Size)
		c.Reaches(r, 1, 3)
		c.Describe(r.Components)
	})
}

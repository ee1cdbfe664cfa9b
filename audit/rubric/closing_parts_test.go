package rubric

import "testing"

// What conclusions claim of parts that the levels name, and what only looks like it.
func TestClosingNamesParts(t *testing.T) {
	areas := Read(levels(t, `1: The member takes action in all three areas: wells, pipes and pumps.
		0: The member takes action in one or two of the three areas.
		-1: The member takes no action in any of the three areas.`), nil, 0).Naming(nil)
	const (
		s = Supported
		u = Unsupported
		o = Undecided
	)
	for _, tc := range []struct {
		text             string
		full, part, none Support
	}{
		{"Norland dug wells, laid pipes and mended pumps.", s, u, u},
		{"Norland has not only dug wells but also laid pipes and mended pumps.", s, u, u},
		{"Norland dug wells and laid pipes, but no action on pumps was found.", u, o, o},
		{"Norland acted on wells only.", u, s, u},
		{"Norland acted on wells and on pipes, but not on pumps.", u, s, u},
		{"Norland acted on wells and on pipes, leaving pumps aside.", u, s, u},
		{"Norland acted in all areas but one.", u, s, u},
		{"Norland acted in all three areas other than pumps.", u, s, u},
		{"Norland acted in all areas but it did so late.", s, u, u},
		{"Norland has acted on wells, pipes and pumps and has thus complied with its commitment.", s, u, u},
		{"Norland has complied with its commitment by acting in all three areas.", s, u, u},
		{"Two of the three areas were not addressed.", u, o, o},
		{"Norland acted in every area.", s, u, u},
		{"Thus, in the period under review, Norland acted in two areas out of three.", u, s, u},
		{"Norland failed to act in any of the three areas.", u, u, s},
		// Not done yet, before, by others, in part.
		{"Norland plans to act in all three areas.", o, o, o},
		{"Norland will act on wells, pipes and pumps.", o, o, o},
		{"Norland announced action on wells, pipes and pumps.", o, o, o},
		{"In 2009 Norland had acted in all three areas.", o, o, o},
		{"The previous government acted on wells, pipes and pumps.", o, o, o},
		{"The provinces acted in two of the three areas.", o, o, o},
		{"Sudland acted in all three areas, Norland in one of them.", o, o, o},
		{"Norland partly acted in all three areas.", o, o, o},
		{"Norland supported a study of wells, pipes and pumps.", o, o, o},
		{"Norland acted less in pumps than in wells and pipes.", o, o, o},
		{"Norland reported on all three areas.", o, o, o},
		// Other numbers, and numbers of a part.
		{"Norland acted in two areas in its first year and in one area in its second.", o, o, o},
		{"Norland acted abroad in two of the three areas and at home in the third.", o, o, o},
		{"Norland took two of the three actions that it had promised.", o, o, o},
		{"One measure served all three areas of the country, Norland said.", o, o, o},
		{"Norland dug only two wells.", o, o, o},
		{"None of the three areas was neglected.", o, o, o},
		// What was not found may be one thing among others.
		{"No new law on pumps was passed.", o, o, o},
		{"Norland has complied with its commitment to dig wells, lay pipes and mend pumps.", o, o, o},
	} {
		c := areas.ReadClosing(tc.text)
		for score, want := range map[int]Support{1: tc.full, 0: tc.part, -1: tc.none} {
			if got := c.Reaches(areas, score, 20); got != want {
				t.Errorf("%q, %+d: %v, want %v (%s; %s)", tc.text, score, got, want, c.Describe(areas.Parts()), c.Doubt)
			}
		}
	}
}

// Graded action is counted with the action named once.
func TestClosingCountsGrades(t *testing.T) {
	rubric := Read(levels(t, `1: Takes at least four strong actions on wells.
		0: Takes one to three strong actions on wells, or two or more weak actions.
		-1: Takes no strong action and fewer than two weak actions on wells.`), nil, 0)
	for _, tc := range []struct {
		text       string
		full, part Support
	}{
		{"Norland took three strong actions and one weak.", Unsupported, Supported},
		{"Norland took five actions, four of them strong and one weak.", Supported, Unsupported},
		{"Norland took five actions, of which two were strong.", Unsupported, Supported},
		{"Norland took four actions, all of them weak.", Unsupported, Supported},
		{"Norland plans four strong actions and one weak.", Undecided, Undecided},
		{"Of which two were strong actions; of them two.", Undecided, Undecided},
		{"Norland took five actions, at least two of them strong.", Undecided, Undecided},
		{"Norland had taken four strong actions before the summit.", Undecided, Undecided},
		{"Norland took two strong actions, its provinces three.", Undecided, Undecided},
	} {
		c := rubric.ReadClosing(tc.text)
		if full, part := c.Reaches(rubric, 1, 20), c.Reaches(rubric, 0, 20); full != tc.full || part != tc.part {
			t.Errorf("%q: %v, %v, want %v, %v (%s; %s)", tc.text, full, part, tc.full, tc.part, c.Describe(nil), c.Doubt)
		}
	}
}

// Some of what is counted may not count, which the guidelines may say.
func TestClosingCountsSome(t *testing.T) {
	plain := Read(levels(t, `1: Takes at least five actions on wells.
		0: Takes one to four actions on wells.
		-1: Takes no action on wells.`), nil, 0)
	for _, tc := range []struct {
		rule, text string
		want       Support // of +1
	}{
		{"Speeches are not actions.", "Norland took five actions on wells, one of them merely a speech.", Unsupported},
		{"Speeches are not actions.", "Norland took six actions on wells, one of them merely a speech.", Supported},
		{"", "Norland took five actions on wells, one of them merely a speech.", Undecided},
		{"Actions of provinces count, too.", "Norland took five actions on wells, two of them by the provinces.", Supported},
		{"Actions of provinces do not count.", "Norland took five actions on wells, two of them by the provinces.", Unsupported},
		{"Actions of towns do not count.", "Norland took five actions on wells, two of them by the provinces.", Undecided},
		{"", "Norland took two actions on wells during the compliance cycle.", Undecided},
		{"", "Norland will take two actions on wells.", Undecided},
		{"", "Norland took two actions on wells in May and three in June.", Undecided},
	} {
		r := plain.Treating([]string{tc.rule})
		if got := r.ReadClosing(tc.text).Reaches(r, 1, 20); got != tc.want {
			t.Errorf("%q, %q: %v, want %v", tc.rule, tc.text, got, tc.want)
		}
	}
}

// Of two things a conclusion may count both, or deny one in its own clause.
func TestClosingOfTwo(t *testing.T) {
	pair := Read(levels(t, `1: The member has dug deep wells AND trained plumbers.
		0: The member has dug deep wells OR trained plumbers, but not both.
		-1: The member has neither dug deep wells nor trained plumbers.`), nil, 0)
	for _, tc := range []struct {
		text       string
		full, part Support
	}{
		{"Norland has met both parts of the commitment.", Supported, Unsupported},
		{"Both measures concern the first part of the commitment.", Undecided, Undecided},
		{"These steps run counter to both parts of the commitment.", Undecided, Undecided},
		{"Norland has dug deep wells, but plumbers have stayed the same.", Unsupported, Supported},
		{"Norland has dug deep wells only.", Unsupported, Supported},
		{"Norland has trained plumbers but has yet to dig wells.", Unsupported, Supported},
		{"Norland has dug wells for the poor and trained plumbers in the north.", Supported, Unsupported},
		{"Norland plans both parts.", Undecided, Undecided},
	} {
		c := pair.ReadClosing(tc.text)
		if full, part := c.Reaches(pair, 1, 20), c.Reaches(pair, 0, 20); full != tc.full || part != tc.part {
			t.Errorf("%q: %v, %v, want %v, %v (%s; %s)", tc.text, full, part, tc.full, tc.part, c.Cases(pair), c.Doubt)
		}
	}
}

// Names come from lists and from what goes through the parts one by one.
func TestNaming(t *testing.T) {
	r := Read(levels(t, `1: Acts in all three areas.
		0: Acts in one or two of the three areas.
		-1: Acts in none of the three areas.`), nil, 0)
	for _, tc := range []struct {
		text string
		want int
	}{
		{"The three tracks are wells, pipes and pumps.", 3},
		{"Three areas are named: wells, the laying of pipes, and pumps for all.", 3},
		{"The areas are wells, pipes and pumps.", 3},
		{"The first is wells: any will do. The second part concerns pipes. The third is pumps, old or new.", 3},
		{"The three tracks are wells and pipes.", 0},
		{"Three areas are looked at, and no weights are given.", 0},
		{"There are four areas: wells, pipes, pumps and taps.", 0},
	} {
		if got := len(r.Naming([]string{tc.text}).Parts()); got != tc.want {
			t.Errorf("%q: %d names, want %d", tc.text, got, tc.want)
		}
	}
}

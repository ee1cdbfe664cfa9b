package rubric

import "testing"

// Conclusions that carry their score, and seem to say less: what they deny has an
// exception, stands beside something that was done, is no action, or is another's.
func TestClosingAccusesNobodyFalsely(t *testing.T) {
	texts := map[string]string{
		"medicine": `1: The member takes strong action to reduce waste in both human and veterinary medicine.
			0: The member takes action to reduce waste in human or veterinary medicine, but it does not take strong action in both.
			-1: The member takes no action to reduce waste in either human or veterinary medicine.`,
		"five": `1: The member takes four or more of the five actions.
			0: The member takes two or three of the five actions.
			-1: The member takes fewer than two of the five actions.`,
		"areas": `1: The member takes action in all three areas: wells, pipes and pumps.
			0: The member takes action in one or two of the three areas.
			-1: The member takes no action in any of the three areas.`,
		"posts": `1: The member has filled at least twelve posts.
			0: The member has filled at least one post, but fewer than twelve.
			-1: The member has filled no post.`,
		"services": `1: The member offers each of the three services to a foreign partner.
			0: The member offers one or two of the three services to a foreign partner.
			-1: The member offers none of the three services to a foreign partner.`,
		"graded": `1: Takes at least four strong actions on wells.
			0: Takes one to three strong actions on wells, or at least one weak action.
			-1: Takes no action on wells, strong or weak.`,
	}
	beside := map[string][]string{
		"five":     {"The five actions named are mending roads, ending dues, building wells, training masons and protecting forests."},
		"services": {"Three services are expected: identity, payments, data exchange."},
	}
	for _, tc := range []struct {
		rubric, text string
		score        int
	}{
		// A denial with an exception.
		{"medicine", "Beyond a speech by the minister calling for less waste, no action in either field was found.", 0},
		{"medicine", "Except for a circular on waste, nothing was done in human or veterinary medicine.", 0},
		{"medicine", "With the exception of one press release, no action was taken in human or veterinary medicine.", 0},
		{"medicine", "Nothing was done in human or veterinary medicine but for a letter to doctors.", 0},
		{"medicine", "Aside from a weak recommendation to doctors, no action was found in human or in veterinary medicine.", 0},
		{"medicine", "The minister's statement aside, no action in human or veterinary medicine was found.", 0},
		{"medicine", "No action in either field was found other than a speech.", 0},
		{"medicine", "A speech and two visits are on record. No action in human or veterinary medicine was found.", 0},
		{"areas", "Norland has taken no action in any of the three areas save wells.", 0},
		{"areas", "Nothing beyond new wells was found in any of the three areas.", 0},
		{"posts", "Norland has filled no post apart from that in Ostia.", 0},
		{"graded", "No action on wells, strong or weak, was found other than a visit by the minister.", 0},
		// A denial beside something that was done.
		{"five", "Norland has built wells, trained masons and protected forests, but has not acted on roads or on dues.", 0},
		{"five", "Norland has built wells and trained masons; it has taken none of the other actions.", 0},
		{"five", "Norland has not mended roads, but it has built wells and protected forests.", 0},
		{"five", "While it has taken no action on roads or dues, Norland has built wells, trained masons and protected forests.", 0},
		{"five", "Norland built wells and trained masons without acting on roads.", 0},
		{"five", "Norland did not act on forests, dues or roads; wells and masons were its concern.", 0},
		{"five", "Having built wells and trained masons, Norland has not taken the remaining actions.", 0},
		{"areas", "Norland sank three boreholes; no action on pipes or pumps was found.", 0},
		{"areas", "No action on wells was found, none on pipes, and the pump factory was nationalised.", 0},
		{"posts", "Norland appointed an envoy, but has not filled the post in Ostia.", 0},
		{"posts", "Norland has not filled the post in Ostia but sent an envoy to Westhaven.", 0},
		// How something is, and not that anything was done.
		{"services", "Identity and payments were opened to Ostia. Data exchange is still confined to Norland itself.", 0},
		{"services", "Norland offered identity and payments to Ostia, while data exchange is reserved for its own banks.", 0},
		{"services", "Payments were offered to Ostia. Identity and data exchange are restricted to residents.", 0},
		// A denial of another thing than action, or of another's.
		{"areas", "It is not disputed that Norland dug wells, laid pipes and mended pumps.", 1},
		{"areas", "It did not wait for its partners: Norland acted in all three areas.", 1},
		{"areas", "Not without delay, Norland acted in all three areas.", 1},
		{"posts", "It did not hesitate: Norland has filled fourteen posts.", 1},
		{"graded", "Norland passed a law on wells. Its neighbours took no action.", 0},
	} {
		r := Read(levels(t, texts[tc.rubric]), nil, 0).Treating(beside[tc.rubric])
		r = r.Naming(beside[tc.rubric])
		c := r.ReadClosing(tc.text)
		if got := c.Reaches(r, tc.score, 20); got == Unsupported {
			t.Errorf("%q, %+d: %v (%s; %s)", tc.text, tc.score, got, c.Describe(r.Parts()), c.Cases(r))
		}
	}
	// Those that do say so are still heard.
	for _, tc := range []struct {
		rubric, text string
		score        int
	}{
		{"medicine", "No action in human or veterinary medicine was found.", 0},
		{"areas", "Norland took no action in any of the three areas.", 0},
		{"posts", "Norland has filled no post.", 0},
		{"graded", "No action, strong or weak, was found.", 0},
		{"graded", "Norland took no action.", 0},
	} {
		r := Read(levels(t, texts[tc.rubric]), nil, 0).Naming(nil)
		c := r.ReadClosing(tc.text + " Thus, Norland receives a score of 0.")
		if got := c.Reaches(r, tc.score, 20); got != Unsupported {
			t.Errorf("%q, %+d: %v, want unsupported (%s; %s)", tc.text, tc.score, got, c.Describe(r.Parts()), c.Doubt)
		}
	}
	// What does not count may be part of what is counted.
	r := Read(levels(t, texts["areas"]), nil, 0).Treating([]string{"Declarations of the leaders are no action of the member."}).Naming(nil)
	c := r.ReadClosing("Norland joined in the declaration of the leaders and mended pumps. It acted in two of the three areas.")
	if got := c.Reaches(r, 0, 20); got != Undecided {
		t.Errorf("a declaration that does not count: %v", got)
	}
}

package elsewhere

import "testing"

// Figures of one sentence that name another stage stand beside the report's own.
func TestStagePairs(t *testing.T) {
	for s, want := range map[string]string{
		"Kelp has climbed to 78%, from 61% in the interim report, and buoys stand at 50%, after 46% in the interim report.":                       "78%<61% 50%<46% | Kelp has climbed to 78%, and buoys stand at 50%.",
		"Kelp reached +0.56 (78%), up from +0.22 (61%) at the interim stage; buoys reached 0.00 (50%), up from −0.13 (44%) at the interim stage.": "+0.56 (78%)<+0.22 (61%) 0.00 (50%)<−0.13 (44%) | Kelp reached +0.56 (78%); buoys reached 0.00 (50%).",
		"Kelp reached 78% (61% in the interim report) and buoys 50% (interim: 44%).":                                                              "78%<61% 50%<44% | Kelp reached 78% and buoys 50%.",
		"Canada rose from 61% in the interim report to 78%, and France from 44% in the interim report to 50%.":                                    "78%<61% 50%<44% | Canada rose to 78%, and France to 50%.",
		"Canada reached 78%, compared with an interim 61%, and France 50%, against an interim average of 44%.":                                    "78%<61% 50%<44% | Canada reached 78%, and France 50%.",
		// No pairs: two members in the one report, another report's own stage, two subjects.
		"Canada reached 78% and France 61% in the interim report.":         " | ",
		"Canada reached 78%, up from 61% in the final report.":             " | ",
		"Canada reached 78%; for France it was 61% in the interim report.": " | ",
		"Canada reached 78%, France 61% in the interim report.":            " | ",
	} {
		pairs := stagePairs(s, "final")
		got := ""
		for i, p := range pairs {
			if i > 0 {
				got += " "
			}
			got += p.own.Text + "<" + p.then.Text
		}
		got += " | "
		if len(pairs) > 0 {
			got += withoutSpans(s, pairs)
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}

package vocabulary

import "testing"

// A heading may name the guidelines and the scoring table in one.
func TestJoinedHeading(t *testing.T) {
	v := Default()
	for _, s := range []string{"Interpretation and Scoring", "2.3 Scoring and Interpretation", "Interpretive Guidelines & Scoring Table", "SCORING AND INTERPRETIVE GUIDELINES"} {
		if kind, ok := v.Heading(s); !ok || kind != HeadingGuidelines {
			t.Errorf("%q: %q %v", s, kind, ok)
		}
	}
	for _, s := range []string{"Interpretation and Harbours", "Background and Scoring", "Interpretation, and Scoring it twice", "Scores and Interpretation of Dreams"} {
		if kind, ok := v.Heading(s); ok {
			t.Errorf("%q is %q", s, kind)
		}
	}
}

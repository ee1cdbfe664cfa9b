package vocabulary

import "testing"

// The members' sections stand under headings made of the same few words.
func TestHeadingOfMembersSections(t *testing.T) {
	v := Default()
	for _, s := range []string{
		"Country Compliance Analysis", "Country Analysis", "Country Analyses:", "4. Country Assessments", "Final Country Compliance Analysis",
		"Member Assessments", "Member Compliance Analysis", "MEMBER REVIEWS", "Individual Member Assessments", "Individual Country Compliance Analysis",
		"Member State Analysis", "Country-by-Country Analysis", "Member-by-Member Analysis", "Analysis by Country", "Findings by Country",
	} {
		if kind, ok := v.Heading(s); !ok || kind != HeadingBreakdown {
			t.Errorf("%q is %q", s, kind)
		}
	}
	for s, want := range map[string]string{
		"Country Scores": HeadingSummary, "Country Rankings": HeadingSummary, "Country Specialists": HeadingTeam, "Compliance Analysts": HeadingTeam,
		"Compliance Assessment": HeadingAssessment, "Assessment by Country": HeadingAssessment,
		"Compliance Analysis": "", "Analysis": "", "Country Compliance": "", "Country Assessment": "", "Analysis by Sector": "",
		"Country Compliance Analysis of Canada": "", "The country compliance analysis follows.": "", "Member States": "",
	} {
		if kind, _ := v.Heading(s); kind != want {
			t.Errorf("%q is %q, want %q", s, kind, want)
		}
	}
}

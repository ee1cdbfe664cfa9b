package rubric

import (
	"strings"
	"testing"
)

// Levels that ask which way a figure went, and sets of lettered parts, by the cases that no
// level has and those that two levels have.
func TestNamedCases(t *testing.T) {
	for _, tc := range []struct{ text, beside, gaps, overlaps string }{
		{"1: Norland raises its funding of wells by 10% or more.\n0: Norland raises its funding of wells by less than 10%.\n-1: Norland reduces its funding of wells.", "", "no change", ""},
		{"1: Norland raises its funding of wells by 10% or more.\n0: Norland raises its funding of wells by less than 10%.\n-1: Norland reduces its funding of wells.", "Funding that is left unchanged is scored -1.", "", ""},
		{"1: Its steel capacity has fallen by more than 2 per cent.\n0: Its steel capacity has fallen by 2 per cent or less.\n-1: Its steel capacity has risen.", "", "no change", ""},
		{"1: Its steel capacity has fallen by more than 2 per cent.\n0: Its steel capacity has fallen by less than 2 per cent.\n-1: Its steel capacity has stayed the same or risen.", "", "a fall by exactly 2 per cent", ""},
		{"1: Its capacity has grown since the summit by 10 per cent or more.\n0: Its capacity has grown since the summit, by less than 10 per cent.\n-1: Its capacity has stayed the same or fallen since the summit.", "", "", ""},
		{"1: Its capacity has grown by 10 per cent or more.\n0: Its capacity has grown by up to 10 per cent.\n-1: Its capacity has stayed the same or fallen.", "", "", "a rise by exactly 10 per cent"},
		{"1: Norland does both (a) and (b), with or without (c).\n0: Norland does (a) alone or (b) alone.\n-1: Norland does none of (a), (b) and (c).", "", "(c) without (a) and (b)|(a) and (c) without (b)|(b) and (c) without (a)", ""},
		{"1: The member carries out (a) together with at least one of (b) and (c).\n0: The member carries out (a) alone, or it carries out (b) and/or (c) without (a).\n-1: The member carries out none of the elements (a), (b) and (c).", "", "", ""},
		{"1: Norland carries out (a) and (b) but not (c).\n0: Norland carries out (a) or (b), but not (c).\n-1: Norland carries out none of the elements.", "", "(c) without (a) and (b)|(a) and (c) without (b)|(b) and (c) without (a)|(a) and (b) and (c)", ""},
		{"1: Norland adopts at least three of the reforms (a) to (d).\n0: Norland adopts some, but not all, of the reforms (a) to (d).\n-1: Norland does not adopt any of the reforms (a) to (d).", "", "", "exactly 3"},
		{"1: Norland digs wells and trains masons.\n0: Norland digs wells and/or trains masons.\n-1: Norland neither digs wells nor trains masons.", "", "", "both of the two"},
		{"1: Norland digs wells and trains masons.\n0: Norland digs wells or trains masons.\n-1: Norland neither digs wells nor trains masons.", "", "", ""},
		{"1: Norland contributes at least USD100 million to the fund for wells.\n0: Norland contributes at least USD50 million but less than USD100 million to the fund for wells.\n-1: Norland makes no contribution.", "", "less than USD50 million", ""},
		{"1: Norland contributes at least USD100 million to the fund for wells.\n0: Norland contributes at least USD50 million but less than USD100 million to the fund for wells.\n-1: Norland makes no contribution.", "Only contributions of USD150 million or more are regarded as full compliance.", "less than USD50 million", ""},
		{"1: Norland contributes at least USD100 million to the fund for wells.\n0: Norland contributes at least USD50 million but less than USD100 million to the fund for wells.\n-1: Norland makes no contribution.", "Less than USD50 million is scored -1.", "", ""},
		{"1: At least 50% of the posts are filled.\n0: At least one in five but fewer than half of the posts are filled.\n-1: Fewer than one in five of the posts are filled.", "", "", ""},
		{"1: At least 50% of the posts are filled.\n0: At least one in four but fewer than half of the posts are filled.\n-1: Fewer than one in five of the posts are filled.", "", "exactly one in five|more than one in five and less than one in four", ""},
	} {
		r := Read(levels(t, tc.text), nil, 0)
		if tc.beside != "" {
			r = r.Treating([]string{tc.beside})
		}
		var gaps, overlaps []string
		for _, s := range r.Gaps() {
			gaps = append(gaps, r.Describe(s))
		}
		for _, o := range r.Overlaps() {
			overlaps = append(overlaps, r.Describe(o.State))
		}
		if g, o := strings.Join(gaps, "|"), strings.Join(overlaps, "|"); !r.Walks() || g != tc.gaps || o != tc.overlaps {
			t.Errorf("%s\n%s\nwalks %v\n gaps %q, want %q\n overlaps %q, want %q", tc.text, tc.beside, r.Walks(), g, tc.gaps, o, tc.overlaps)
		}
	}
}

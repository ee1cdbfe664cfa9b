package audit

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// A source that was read before the day of the action that it supports.
func TestCitationReadBeforeTheAction(t *testing.T) {
	const rule = "citation-date-mismatch"
	source := func(number int, title, published, accessed string) model.Footnote {
		return model.Footnote{
			Number: number, Commitment: 1, Title: title, Text: title + ", Harbour Office (Harwick) " + published + ". Access Date: " + accessed + ".",
			Published: published, PublishedText: published, Accessed: accessed, AccessedText: accessed,
			At: model.At{{Page: 9, Box: model.Box{10, float64(100 * number), 90, float64(100*number + 20)}}},
		}
	}
	const text = "On 19 October 2031, the envoy opened the pier at Harwick. She called for more lamps."
	envoy := source(1, "Envoy Opens the Pier", "2031-09-26", "2031-10-14")
	for name, test := range map[string]struct {
		day, text string
		notes     []model.Footnote
		warning   *model.Warning
		want      int
	}{
		"read before":               {"2031-10-19", text, []model.Footnote{envoy}, nil, 1},
		"in the sentence's middle":  {"2031-10-19", "The envoy opened the pier on 19 October 2031.", []model.Footnote{envoy}, nil, 1},
		"met":                       {"2031-10-19", "Ministers met in Harwick on Sunday, 19 October 2031.", []model.Footnote{envoy}, nil, 1},
		"two sources":               {"2031-10-19", text, []model.Footnote{envoy, source(2, "Pier Opened", "2031-10-10", "2031-10-11")}, nil, 1},
		"read on the day":           {"2031-10-19", text, []model.Footnote{source(1, "Envoy Opens the Pier", "2031-09-26", "2031-10-19")}, nil, 0},
		"a time zone":               {"2031-10-19", text, []model.Footnote{source(1, "Envoy Opens the Pier", "2031-09-26", "2031-10-18")}, nil, 0},
		"another source read later": {"2031-10-19", text, []model.Footnote{envoy, source(2, "Pier Opened", "2031-10-19", "2031-10-21")}, nil, 0},
		"a source without dates":    {"2031-10-19", text, []model.Footnote{envoy, source(2, "Pier Opened", "", "")}, nil, 0},
		"a month of publication":    {"2031-10-19", text, []model.Footnote{source(1, "Envoy Opens the Pier", "2031-09", "2031-10-14")}, nil, 0},
		"a month of access":         {"2031-10-19", text, []model.Footnote{source(1, "Envoy Opens the Pier", "2031-09-26", "2031-09")}, nil, 0},
		"will":                      {"2031-10-19", "On 19 October 2031, the envoy who opened the old pier will open another.", []model.Footnote{envoy}, nil, 0},
		"is to":                     {"2031-10-19", "The pier mended in May is to be opened on 19 October 2031.", []model.Footnote{envoy}, nil, 0},
		"planned":                   {"2031-10-19", "An opening was planned on 19 October 2031.", []model.Footnote{envoy}, nil, 0},
		"no past":                   {"2031-10-19", "On 19 October 2031, the envoy opens the pier.", []model.Footnote{envoy}, nil, 0},
		"a force known ahead":       {"2031-10-19", "The Pier Act came into force on 19 October 2031.", []model.Footnote{envoy}, nil, 0},
		"beginning known ahead":     {"2031-10-19", "The pier opened on 19 October 2031.", []model.Footnote{envoy}, nil, 0},
		"from a day":                {"2031-10-19", "From 19 October 2031 the pier was lit.", []model.Footnote{envoy}, nil, 0},
		"two dates":                 {"2031-10-19", "On 19 October 2031, the envoy opened the pier that she had bought on 3 September 2031.", []model.Footnote{envoy}, nil, 0},
		"a second date behind":      {"2031-10-19", text + " The call for bids was made on 20 September.", []model.Footnote{envoy}, nil, 0},
		"a title that announces":    {"2031-10-19", text, []model.Footnote{source(1, "Envoy to Open the Pier", "2031-09-26", "2031-10-14")}, nil, 0},
		"an agenda":                 {"2031-10-19", text, []model.Footnote{source(1, "Pier Council: Agenda", "2031-09-26", "2031-10-14")}, nil, 0},
		"a doubt on the action":     {"2031-10-19", text, []model.Footnote{envoy}, &model.Warning{Kind: "date-close", About: []string{"/commitments/0/verdicts/0/actions/0"}}, 0},
		"a doubt on the note":       {"2031-10-19", text, []model.Footnote{envoy}, &model.Warning{Kind: "citation", About: []string{"/footnotes/0"}}, 0},
		"a doubt at the note":       {"2031-10-19", text, []model.Footnote{envoy}, &model.Warning{Kind: "unplaced", At: envoy.At}, 0},
		"a month only":              {"2031-10", "In October 2031, the envoy opened the pier.", []model.Footnote{source(1, "Pier", "2031-09-20", "2031-09-21")}, nil, 0},
	} {
		a := model.Action{Date: test.day, DateText: "19 October 2031", Text: test.text}
		for _, n := range test.notes {
			a.Footnotes = append(a.Footnotes, model.Ref{Number: n.Number})
		}
		r := &model.Report{
			Footnotes:   test.notes,
			Commitments: []model.Commitment{{Number: 1, Verdicts: []model.Verdict{{Member: "CAN", Actions: []model.Action{a}}}}},
		}
		if test.warning != nil {
			r.Warnings = []model.Warning{*test.warning}
		}
		res := run(t, r, Options{Only: []string{rule}})
		if got := countOf(res, rule).Failed; got != test.want {
			t.Errorf("%s: %d findings, want %d: %v", name, got, test.want, countOf(res, rule).Reasons)
		}
		for _, f := range res.Findings {
			if f.Severity != Note || f.Footnote != 1 || f.Stated != "2031-10-14" || !strings.Contains(f.Message, "5 days before") || !slices.Contains(f.Explanations, "the action's month is off by one") {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// Read before it was published is one cause and one finding, of the other rule.
func TestCitationReadBeforeBoth(t *testing.T) {
	r := acted("2032-03-05|On 5 March 2032|2032-03-05>2032-02-20")
	for _, test := range []struct {
		only []string
		want string
	}{
		{[]string{"citation-date-mismatch", "citation-access-before-publication"}, "citation-access-before-publication"},
		{[]string{"citation-date-mismatch"}, "citation-date-mismatch"},
	} {
		res := run(t, r, Options{Only: test.only})
		if len(res.Findings) != 1 || res.Findings[0].Rule != test.want {
			t.Errorf("%v: %+v", test.only, res.Findings)
		}
	}
}

// The date of access stands where the action's should.
func TestCitationDateIsTheDayOfAccess(t *testing.T) {
	for text, want := range map[string]bool{
		"2032-03-05|On 5 March 2032|2031-11-20>2032-03-05":                       true,
		"2032-03-05|On 5 March 2032|2031-11-20>2032-03-06":                       false,
		"2032-03-05|On 5 March 2032|2031-11-20>2032-03-05|2031-11-20>2032-03-05": false,
	} {
		res := run(t, acted(text), Options{Only: []string{"citation-date-mismatch"}})
		if len(res.Findings) == 0 {
			t.Errorf("%s: nothing is found", text)
		}
		for _, f := range res.Findings {
			if got := len(f.Explanations) == 1; got != want {
				t.Errorf("%s: %q", text, f.Explanations)
			}
		}
	}
}

package parse

import (
	"testing"
)

func promiseSheet(lines ...string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*Harbours: Tide Gauges*")
	s.y += 10
	s.put(sheetLeft, 12, "*Commitment*")
	for _, l := range lines {
		s.para(l)
	}
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
	return s
}

func TestWordsBeforeAPromise(t *testing.T) {
	const promise = "We will put a gauge into every harbour."
	for _, c := range []struct{ before, behind, id, source string }{
		{before: "Para. 12: “", behind: "”"},
		{before: "Paragraph 12: "},
		{before: "§ 12–13 “", behind: "”"},
		{before: "[2005-12] ", id: "2005-12"},
		{before: "(2005-12): “", behind: "”", id: "2005-12"},
		{before: "Commitment 7: "},
		{before: "Commitment: “", behind: "”"},
		{before: "Commitment [2005-12]: “", behind: "”", id: "2005-12"},
		{before: "(para 14) “", behind: "”"},
		{before: "“", behind: "” (para. 14)"},
		{before: "12. “", behind: "”"},
		{before: "From the Chair’s Summary: “", behind: "”", source: "Chair’s Summary"},
		{before: "From the Chair’s Summary: ", source: "Chair’s Summary"},
		{before: "Larkhaven Declaration, para. 7: “", behind: "”", source: "Larkhaven Declaration"},
		{before: "[2005-12] Para. 3: “", behind: "”", id: "2005-12"},
		{before: "In the summary leaders said: “", behind: "”"},
	} {
		rep := promiseSheet(c.before + promise + c.behind).parse(t)
		got := rep.Commitments[0]
		if got.Text != promise || got.ID != c.id || got.SourceDocument != c.source {
			t.Errorf("%q: text %q, id %q, source %q", c.before, got.Text, got.ID, got.SourceDocument)
		}
		if len(got.Headings) < 2 {
			t.Errorf("%q: the words before the promise are lost", c.before)
		}
	}
	if n := promiseSheet("Commitment 7: " + promise).parse(t).Commitments[0].Number; n != 7 {
		t.Errorf("number %d", n)
	}
	// What belongs to the promise stays.
	for _, text := range []string{
		"[We] will put a gauge into every harbour.",
		"Health: we will put a gauge into every harbour.",
		"Our plan: we will put a gauge into every harbour.",
		"The leaders agreed that: we will put a gauge into every harbour.",
		"Paragraph by paragraph we will read the plan for the harbours.",
		"Commitment to our harbours: we will put a gauge into each.",
		"1. We will put up a gauge. 2. We will read it each day.",
		"12 harbours will have a gauge before the year is over.",
		"(We will) put a gauge into every harbour.",
	} {
		if got := promiseSheet(text).parse(t).Commitments[0]; got.Text != text {
			t.Errorf("%q became %q", text, got.Text)
		}
	}
	got := promiseSheet("1. We will put up a gauge.", "2. We will read it each day.").parse(t).Commitments[0]
	if want := "1. We will put up a gauge.\n2. We will read it each day."; got.Text != want {
		t.Errorf("a promise in numbered parts: %q", got.Text)
	}
	// A source on a line of its own above the words, and markers in them.
	s := promiseSheet("From the Chair’s Summary:", "“We will put a gauge^1^ into every harbour.”")
	s.foot("^1^ Gauges are defined in the plan.")
	got = s.parse(t).Commitments[0]
	if got.Text != promise || got.SourceDocument != "Chair’s Summary" || len(got.Footnotes) != 1 || got.Footnotes[0].Offset != 19 {
		t.Errorf("%q from %q, notes %+v", got.Text, got.SourceDocument, got.Footnotes)
	}
}

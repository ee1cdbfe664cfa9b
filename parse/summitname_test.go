package parse

import (
	"testing"

	"recount.invalid/recount/model"
)

func TestSummitName(t *testing.T) {
	r := newReading(&model.Document{}, Options{Vocabulary: testVocab})
	for _, c := range []struct {
		title, name string
		year        int
	}{
		{"2031 G7 Lind Summit Final Compliance Report", "Lind", 2031},
		{"2009 Quay Town G8 Summit Interim Compliance Report", "Quay Town", 2009},
		{"2009 G8 Quay Town Final Compliance Report", "Quay Town", 2009},
		{"2009 Quay Town Final Compliance Report", "Quay Town", 2009},
		{"Compliance with G8 Commitments: From Quay Town 2009 to Lind 2010", "Quay Town", 2009},
		{"Quay Town Summit Compliance Report", "Quay Town", 0},
		{"and the BRICS Research Group, Lind 2014 BRICS Hare Summit Compliance Report", "Hare", 2014},
		{"Cologne Compliance Report", "Cologne", 0}, // a known place
		{"Evian 2003 G8 Final Compliance Report", "Evian", 2003},
		{"Evian 2003 Final Compliance Report", "Evian", 2003},
		// The menu of a printed web page, and a title with strokes.
		{"Home | Summit Documents | Compliance | Search", "", 0},
		{"Start » Summit » Reports", "", 0},
		{"Archive / Summit 2009 / Compliance", "", 2009},
		{"2009 Quay Town Summit | Final Compliance Report", "Quay Town", 2009},
		{"Home | 2009 Quay Town Summit | Compliance", "Quay Town", 2009},
		// Words of another kind, and what nothing tells to be a place.
		{"Table A: Compliance Scores by Issue and Country", "", 0},
		{"and the BRICS Research Group", "", 0},
		{"Chapter Compliance Report", "", 0},
		{"Interim Compliance Report", "", 0},
		{"Quay Town 2009", "", 2009},
		{"Larch College 2009 G8 Final Compliance Report", "", 2009},
		{"Evian 2003", "", 2003},
		{"G8 Student Compliance Group", "", 0},
		{"The G8 Harbour University Compliance Report", "", 0},
		{"G8 Student Compliance Group University of Quay Town", "", 0},
		{"G8 Hare Compliance Report by the Lind Group", "Hare", 0},
	} {
		if name, year := r.SummitName(c.title); name != c.name || year != c.year {
			t.Errorf("%q: %q %d, want %q %d", c.title, name, year, c.name, c.year)
		}
	}
}

func TestSummitsBelowTheTitle(t *testing.T) {
	for line, want := range map[string]string{
		"From Quay Town 2009 to Lind 2010":     "Quay Town",
		"From Quay Town 2010 to Lind 2011":     "", // the report's year is another
		"From Quay Town 2009":                  "",
		"From May 2009 onwards, Lind 2010":     "",
		"How far it is from Lind 2009 to 2010": "",
		"From the quays and the nets to the harbours of all the members in the year 2010": "",
	} {
		r := newReading(&newSheet().page().doc, Options{})
		r.Rep.Report.Summit.Year = 2009
		if r.ReadSpan(line); r.Rep.Report.Summit.Name != want {
			t.Errorf("%q: %q, want %q", line, r.Rep.Report.Summit.Name, want)
		}
	}
}

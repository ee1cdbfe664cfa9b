package parse

import "testing"

func TestTitleInTheLineOfTheSource(t *testing.T) {
	const promise = "We will put a gauge into every harbour."
	for _, c := range []struct{ line, title string }{
		{"Source: Declaration of the Harbours, 9 July 2031", "Declaration of the Harbours"},
		{"Source: Declaration of the Harbours", "Declaration of the Harbours"},
		{"Text taken from: the Declaration of the Harbours", "Declaration of the Harbours"},
		{"Taken from the Declaration of the Harbours, 9 July 2031.", "Declaration of the Harbours"},
		{"(From the Declaration of the Harbours)", "Declaration of the Harbours"},
		{"[Source: Declaration of the Harbours, Venice, July 9, 2031]", "Declaration of the Harbours"},
		{"— Declaration of the Harbours, Venice, 9 July 2031, paragraph 7", "Declaration of the Harbours"},
		{"– Declaration of the Harbours, July 8, 2031.", "Declaration of the Harbours"},
		{"Declaration of the Harbours, 9 July 2031.", "Declaration of the Harbours"},
		{"Declaration of the Harbours (9 July 2031)", "Declaration of the Harbours"},
		{"Declaration of the Harbours (Venice, 9 July 2031)", "Declaration of the Harbours"},
		{"9 July 2031: Declaration of the Harbours", "Declaration of the Harbours"},
		{"Source: “Declaration of the Harbours,” 9 July 2031", "Declaration of the Harbours"},
		{"Declaration of the Harbours, paragraph 17", "Declaration of the Harbours"},
		{"Declaration of the Harbours (section 4)", "Declaration of the Harbours"},
		{"Source: Declaration of the Harbours, para. 7", "Declaration of the Harbours"},
		{"Declaration of the Harbours, Annex 7", "Declaration of the Harbours, Annex 7"},
		{"Declaration of the Harbours (2031)", "Declaration of the Harbours (2031)"},
		{"Declaration of 9 July 2031", "Declaration of 9 July 2031"},
		{"Declaration of the Harbours, Venice", "Declaration of the Harbours, Venice"},
		{"Harbours: A Plan for 9 July 2031 and Beyond", "Harbours: A Plan for 9 July 2031 and Beyond"},
		{"Larkhaven Summit, Larkhaven, 2031", "Larkhaven Summit, Larkhaven, 2031"},
	} {
		got := promiseSheet("“"+promise+"”", c.line).parse(t).Commitments[0]
		if got.Text != promise || got.SourceDocument != c.title {
			t.Errorf("%q below: %q from %q", c.line, got.Text, got.SourceDocument)
		}
		kept := 0
		for _, h := range got.Headings {
			if h.Text == c.line {
				kept++
			}
		}
		if more := len(c.line) > len(c.title)+4; more != (kept == 1) {
			t.Errorf("%q is kept %d times", c.line, kept)
		}
	}
	for _, line := range []string{"Source: Declaration of the Harbours, 9 July 2031", "Text taken from the Declaration of the Harbours"} {
		for _, quoted := range []bool{true, false} {
			words := promise
			if quoted {
				words = "“" + promise + "”"
			}
			if got := promiseSheet(line, words).parse(t).Commitments[0]; got.Text != promise || got.SourceDocument != "Declaration of the Harbours" {
				t.Errorf("%q above: %q from %q", line, got.Text, got.SourceDocument)
			}
			if got := promiseSheet(words, line).parse(t).Commitments[0]; got.Text != promise || got.SourceDocument != "Declaration of the Harbours" {
				t.Errorf("%q below: %q from %q", line, got.Text, got.SourceDocument)
			}
		}
		if got := promiseSheet("“" + promise + "” " + line).parse(t).Commitments[0]; got.Text != promise || got.SourceDocument != "Declaration of the Harbours" {
			t.Errorf("%q behind: %q from %q", line, got.Text, got.SourceDocument)
		}
	}
	// What belongs to the promise stays.
	for _, line := range []string{"From Venice we will go on.", "The text is clear.", "It was adopted on 9 July 2031."} {
		if got := promiseSheet("“"+promise+"”", line).parse(t).Commitments[0]; got.SourceDocument != "" {
			t.Errorf("%q: a source %q", line, got.SourceDocument)
		}
	}
}

func TestSerialBehindTheSource(t *testing.T) {
	for _, line := range []string{"Declaration of the Harbours [2031-63]", "Declaration of the Harbours (2031-63)", "2031-63 Declaration of the Harbours"} {
		got := promiseSheet("“We will put a gauge into every harbour.”", line).parse(t).Commitments[0]
		if got.SourceDocument != "Declaration of the Harbours" || got.ID != "2031-63" {
			t.Errorf("%q: %q, serial %q", line, got.SourceDocument, got.ID)
		}
	}
	// A source in one paragraph with what is quoted in straight marks.
	got := promiseSheet(`"We will put a gauge into every harbour." (Declaration of the Harbours, paragraph 7)`).parse(t).Commitments[0]
	if got.SourceDocument == "" || got.Text != "We will put a gauge into every harbour." {
		t.Errorf("%q from %q", got.Text, got.SourceDocument)
	}
}

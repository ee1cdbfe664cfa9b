package parse

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
)

func TestOpeningLevel(t *testing.T) {
	r := newReading(&model.Document{}, Options{Vocabulary: testVocab})
	for _, c := range []struct {
		text  string
		score int
		notes int
		want  string
	}{
		{"Full compliance. Nets were mended in every harbour.", 1, 0, "full"},
		{"Canada – full compliance.", 1, 0, "full"},
		{"Canada: Work in Progress. Nets were mended.", 0, 0, "partial"},
		{"Canada – full compliance.", -1, 0, "full"}, // a label speaks for itself
		{"Its action on nets was a work in progress when the year ended.", 0, 0, "partial"},
		{"Canada’s record is one of lack of compliance.", -1, 0, "none"},
		// The name of a level that is not the score's is no verdict, nor one in a
		// paragraph of the evidence, nor a label's word alone.
		{"The bridge at Hare is a work in progress.", 1, 0, ""},
		{"The bridge at Hare is a work in progress.", 0, 1, ""},
		{"The bridge of 3 May 2009 is a work in progress.", 0, 0, ""},
		{"None.", -1, 0, ""},
		{"Canada mended its nets. They are a work in progress.", 0, 0, ""},
		{"Canada and full compliance.", 1, 0, "full"}, // the score agrees
		{"Canada and full compliance.", 0, 0, ""},
	} {
		p := model.Text{Text: c.text}
		for range c.notes {
			p.Footnotes = append(p.Footnotes, model.Ref{Number: 1})
		}
		if got := r.OpeningLevel(p, &c.score); got != c.want {
			t.Errorf("%q with %d: %q, want %q", c.text, c.score, got, c.want)
		}
	}
	if got := r.OpeningLevel(model.Text{Text: "Its action was a work in progress."}, nil); got != "" {
		t.Errorf("without a score: %q", got)
	}
}

func TestConcludedLevel(t *testing.T) {
	for text, want := range map[string]string{
		"Thus, Canada has fully complied with its commitment and receives a score of +1.":     "full",
		"It has therefore partially complied and receives a score of 0.":                      "partial",
		"Thus, Canada has not complied with its commitment and receives a score of −1.":       "none",
		"Canada is therefore given a score of +1 for full compliance.":                        "full",
		"Canada has fully complied and receives a score of 0 for partial compliance.":         "",
		"Thus, Canada has not fully complied and receives a score of 0.":                      "",
		"Canada has complied and receives a score of 0: neither full compliance nor no such.": "",
		"Thus, Canada receives a score of +1.":                                                "",
	} {
		if got := scoretext.ConcludedLevel(testVocab, text); got != want {
			t.Errorf("concludedLevel(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestScoreBehindAVerdictInWords(t *testing.T) {
	for text, want := range map[string]string{
		"As Canada has both mended and cleaned, it has fully complied and earns +1.": "+",
		"Thus Canada has been awarded a 0, denoting a work in progress.":             "0",
		"As Canada has both mended and cleaned, it has fully complied and earns −1.": "",
		"As Canada has both mended and cleaned, it earns 1.":                         "",
		"Canada has fully complied, and each harbour receives 1 net.":                "",
		"The fleet has been awarded a 0 in the test of nets.":                        "",
	} {
		_, score, ok := scoretext.ConcludingScore(testVocab, text)
		got := ""
		if ok && score != nil {
			got = scoresOf([]*int{score})
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A sentence about the member may lead up to the one that states the verdict.
func TestOpeningInTheSecondSentence(t *testing.T) {
	for text, want := range map[string]string{
		"Canada has few nets, but good ones. Canada has fully complied.":       "full",
		"Few nets are mended there. Canada has partially complied.":            "partial",
		"Few nets are mended there. So Thule says. Canada has fully complied.": "full",
		"Few nets are mended there.^1^ Canada has fully complied.":             "",
		"Few nets are mended there. Italy has fully complied.":                 "",
		"Few nets are mended there. It has fully complied.":                    "",
		"Canada receives full marks. It has complied fully, though late.":      "full",
		"Canada receives full marks.^1^ It has complied fully, though late.":   "",
		"Canada began on 3 May 2009. It has complied fully.":                   "",
		"The harbours are old. It has complied fully.":                         "",
		"Of the eight, Canada has most nets. It has complied fully.":           "full",
		"Canada is no Japan. It has complied fully.":                           "full",
		"Of the eight, Canada and Italy have nets. It has complied fully.":     "",
		"Of the eight, Italy has most nets. It has complied fully.":            "",
		"Canada mended its nets. Others have complied fully with what it did.": "",
	} {
		s := promiseSheet("“We will put a gauge into every harbour.”")
		s.y += 12
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para(text)
		s.para("It mended ten nets.")
		s.put(sheetLeft, 12, "*France: 0*")
		s.para("France has partially complied.")
		s.foot("^1^ Notice, Harbour Office.")
		got := ""
		if v := s.parse(t).Commitments[0].Verdicts[0]; v.Opening != nil {
			got = v.Opening.Compliance
		}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

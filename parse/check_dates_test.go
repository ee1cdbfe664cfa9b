package parse

import (
	"testing"

	"recount.invalid/recount/model"
)

// A paragraph without a date is undated in print; one that names a day further on may
// have been misread.
func TestUndatedParagraphThatNamesADay(t *testing.T) {
	for text, doubted := range map[string]bool{
		"Under the rules of 5 July 2031 pilots keep their boats.":                   true,
		"Pilots keep their boats. In Thule, a minister signed on 27 November 2031.": true,
		"Pilots keep their boats.": false,
		"Pilots keep their boats. In Thule, a minister signed on 27 November 2019.":       false, // background
		"Pilots keep their boats. In Thule, a minister signed in November 2031.":          false,
		"Pilots keep their boats. The plan is one of eleven that ministers had promised.": false,
	} {
		r := newReading(&model.Document{}, Options{Vocabulary: testVocab})
		r.Rep.Report.Period = &model.Period{From: "2031-06-01", To: "2032-05-30"}
		r.Rep.Commitments = []model.Commitment{{Verdicts: []model.Verdict{{Actions: []model.Action{
			{Text: text, Footnotes: []model.Ref{{Number: 1}}}, {Text: text, Footnotes: []model.Ref{}},
		}}}}}
		if err := r.CheckItself(); err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, w := range r.Rep.Warnings {
			if w.Kind == "date-none" {
				got++
			}
		}
		if (got == 1) != doubted || got > 1 {
			t.Errorf("%s: %d doubts", text, got)
		}
	}
}

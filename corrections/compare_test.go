package corrections_test

import (
	"reflect"
	"testing"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// What was edited by hand is made again by the corrections that it gives.
func TestCompare(t *testing.T) {
	read := doubted()
	edited := doubted()
	one := 1
	c := &edited.Commitments[0]
	c.Title, c.LeadAnalyst = "Wells", "Ada Moor"
	c.Assessment.Scores[1].Score = &one
	c.Verdicts[0].HeadingScore = nil
	c.Verdicts[0].Actions[0].Date = "2022-05-02"
	c.Verdicts[0].Actions = append(c.Verdicts[0].Actions, model.Action{Date: "2022-07-01", Text: "On 1 July <it> & they dug.", Footnotes: []model.Ref{{Number: 4, Offset: 3}}})
	edited.Report.Period = &model.Period{From: "2022-01-01"}
	edited.Warnings = nil
	c.Verdicts[0].Actions[0].At = model.At{{Page: 9}}
	list, other, err := corrections.Compare(read, edited)
	if err != nil || len(other) != 0 || len(list) != 7 {
		t.Fatalf("%+v %v %v", list, other, err)
	}
	got, out := apply(t, read, list...)
	for _, o := range out {
		if o.Problem != "" {
			t.Errorf("%s: %s", o.Path, o.Problem)
		}
	}
	got.Warnings, got.Corrections = nil, nil
	got.Commitments[0].Verdicts[0].Actions[0].At = c.Verdicts[0].Actions[0].At
	if !reflect.DeepEqual(got.Commitments, edited.Commitments) || !reflect.DeepEqual(got.Report, edited.Report) {
		t.Errorf("%+v", got.Commitments)
	}
}

func TestCompareSaysWhatIsNone(t *testing.T) {
	read := doubted()
	edited := doubted()
	edited.Commitments[0].Verdicts[0].Actions = edited.Commitments[0].Verdicts[0].Actions[:1]
	edited.Commitments[0].Background = []model.Text{{Text: "more"}}
	list, other, err := corrections.Compare(read, edited)
	if err != nil || len(list) != 0 || len(other) != 2 {
		t.Errorf("%+v %v %v", list, other, err)
	}
	if list, other, err := corrections.Compare(read, read); err != nil || len(list) != 0 || len(other) != 0 {
		t.Errorf("%+v %v %v", list, other, err)
	}
}

package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestMatrixThatLacksMembers(t *testing.T) {
	for _, c := range []struct {
		chapters []string
		matrices []string // members; rows behind a slash
		want     string
	}{
		{[]string{"CAN FRA DEU", "CAN FRA DEU"}, []string{"CAN FRA DEU/2"}, ""},
		{[]string{"CAN FRA DEU", "CAN FRA DEU"}, []string{"FRA DEU/2"}, "matrix-members /matrices/0"},
		{[]string{"CAN FRA DEU", "CAN FRA DEU"}, []string{"CAN FRA DEU/1"}, "matrix-rows /matrices/0"},
		// Not everyone is in every chapter; the rest stands in a second table;
		// a table of few; a chapter whose table was not read.
		{[]string{"CAN FRA DEU", "CAN FRA DEU ITA"}, []string{"CAN FRA DEU/2"}, ""},
		{[]string{"CAN FRA DEU", "CAN FRA DEU"}, []string{"CAN FRA/2", "DEU/2"}, ""},
		{[]string{"CAN FRA DEU", "CAN FRA DEU"}, []string{"CAN/2"}, ""},
		{[]string{"CAN FRA DEU", ""}, []string{"FRA DEU/2"}, ""},
		{[]string{"CAN FRA DEU"}, []string{"CAN FRA DEU/5"}, ""}, // an excerpt
	} {
		r := newReading(&model.Document{}, Options{})
		for _, members := range c.chapters {
			a := &model.Assessment{}
			for _, code := range strings.Fields(members) {
				a.Scores = append(a.Scores, model.Score{Member: code})
			}
			r.Rep.Commitments = append(r.Rep.Commitments, model.Commitment{Assessment: a})
		}
		for _, s := range c.matrices {
			members, rows, _ := strings.Cut(s, "/")
			r.Rep.Matrices = append(r.Rep.Matrices, model.Matrix{Members: strings.Fields(members), Rows: make([]model.MatrixRow, rows[0]-'0')})
		}
		r.DoubtMatrixMembers()
		var got []string
		for _, w := range r.Rep.Warnings {
			got = append(got, w.Kind+" "+strings.Join(w.About, " "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%v: %v, want %s", c, got, c.want)
		}
	}
}

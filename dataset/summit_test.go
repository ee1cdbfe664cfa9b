package dataset

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// rowsOfMembers is a table of published scores, with a row of each of these columns.
func rowsOfMembers(members string, rows ...[]model.NamedValue) *model.Report {
	r := &model.Report{Source: model.Source{Reader: "csv"}}
	for i, columns := range rows {
		a := &model.Assessment{}
		for m := range strings.FieldsSeq(members) {
			a.Scores = append(a.Scores, model.Score{Member: m})
		}
		r.Commitments = append(r.Commitments, model.Commitment{Row: i + 2, Number: i + 1, Assessment: a, Columns: columns})
	}
	return r
}

// The forum of a table is that of nearly all its members, under its first name.
func TestForumOfMembers(t *testing.T) {
	own, err := vocabulary.Default().With(strings.NewReader("forums:\n  - {name: Cove, members: [{code: AUS}, {code: NZL}, {code: CHL}]}\n  - {name: Old Cove, family: Cove, members: [{code: PER}]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ members, want, wantOwn string }{
		{"CAN FRA DEU ITA JPN GBR USA EU", "G7", "G7"},
		{"CAN FRA DEU ITA JPN RUS GBR USA EU", "G7", "G7"},
		{"BRA RUS IND CHN ZAF EGY", "BRICS", "BRICS"},
		{"ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN KOR", "G20", "G20"},
		{"AUS NZL CHL PER", "", "Cove"},
		{"AUS NZL", "", ""}, // half of them
		{"AUS NZL CHL CAN", "", ""},
		{"", "", ""},
	} {
		r := rowsOfMembers(c.members, nil)
		if got := forumOfMembers(vocabulary.Default(), r); got != c.want {
			t.Errorf("%q is %q, want %q", c.members, got, c.want)
		}
		if got := forumOfMembers(own, r); got != c.wantOwn {
			t.Errorf("%q is %q by a vocabulary of one's own, want %q", c.members, got, c.wantOwn)
		}
	}
}

func TestPublishedSummits(t *testing.T) {
	own, err := vocabulary.Default().With(strings.NewReader("column_heads: {year: [Season], summit: [Town]}\nforums: [{name: C5, family: G7}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		columns, want, wantOwn string
	}{
		{"year=2005", "g8-2005-gleneagles", "g8-2005-gleneagles"},
		{"Year of Summit=2005", "g8-2005-gleneagles", "g8-2005-gleneagles"},
		{"Forum=G8|summit-year=2005", "g8-2005-gleneagles", "g8-2005-gleneagles"},
		{"Group=BRICS|year=2014", "brics-2014-fortaleza", "brics-2014-fortaleza"},
		{"Institution=Group of Twenty|year=2014", "g20-2014-brisbane", "g20-2014-brisbane"},
		{"Institution=G20 Watch|year=2014", "g7-2014-brussels", "g7-2014-brussels"}, // near miss
		{"place=Toronto|summit=Seoul|Forum=G20|year=2010", "g20-2010-seoul", "g20-2010-seoul"},
		{"place=Toronto|Forum=G20|year=2010", "g20-2010-toronto", "g20-2010-toronto"},
		{"summit_year=2014|year=2005", "g8-2005-gleneagles", "g8-2005-gleneagles"},
		{"Season=2005", "", "g8-2005-gleneagles"},
		{"Forum=C5|year=2005", "g8-2005-gleneagles", "g8-2005-gleneagles"},
	} {
		var columns []model.NamedValue
		for cell := range strings.SplitSeq(c.columns, "|") {
			name, value, _ := strings.Cut(cell, "=")
			columns = append(columns, model.NamedValue{Name: name, Value: value})
		}
		for words, want := range map[*vocabulary.Vocabulary]string{vocabulary.Default(): c.want, own: c.wantOwn} {
			m := &rowMaker{report: rowsOfMembers("CAN FRA DEU ITA JPN GBR USA EU", columns), kind: kindTable, words: words}
			got := m.published()(0).summit.id
			if got != want {
				t.Errorf("%s: %q, want %q", c.columns, got, want)
			}
		}
	}
}

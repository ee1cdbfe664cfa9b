package across

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// promise is a commitment with scores of CAN, FRA and ITA; 9 is no score.
func promise(number int, id, text string, average string, scores ...int) model.Commitment {
	c := model.Commitment{Number: number, ID: id, Text: text, Assessment: &model.Assessment{}}
	for i, s := range scores {
		score := model.Score{Member: []string{"CAN", "FRA", "ITA"}[i]}
		if s != 9 {
			score.Score = &s
		}
		c.Assessment.Scores = append(c.Assessment.Scores, score)
	}
	if average != "" {
		d, err := model.ParseDecimal(average)
		if err != nil {
			panic(err)
		}
		c.Assessment.Average = &model.Average{Text: average, Value: &d}
	}
	return c
}

func report(stage string, list ...model.Commitment) *model.Report {
	return &model.Report{Source: model.Source{File: stage + ".pdf", SHA256: stage}, Commitments: list,
		Report: model.Info{Forum: "G7", Stage: stage, Summit: model.Summit{Name: "Pier", Year: 2031}}}
}

func table(list ...model.Commitment) *model.Report {
	r := &model.Report{Source: model.Source{File: "scores.csv", SHA256: "scores"}, Commitments: list}
	for i := range r.Commitments {
		r.Commitments[i].Row = i + 2
	}
	return r
}

// same holds where the figures are equal.
func same(d model.Decimal, v *big.Rat) bool { return d.Rat().Cmp(v) == 0 }

func told(res Result) []string {
	out := []string{}
	for _, s := range res.Scores {
		for _, d := range s.Scores {
			out = append(out, fmt.Sprintf("%s %s %d %d", s.Here.Commitment.ID, d.Member, d.Here, d.There))
		}
	}
	for _, a := range res.Averages {
		out = append(out, a.Here.Commitment.ID+" average")
	}
	for why := range res.Undecided {
		out = append(out, "undecided: "+why)
	}
	for _, e := range res.Alone {
		out = append(out, "alone "+e.Commitment.ID)
	}
	for _, e := range res.Missing {
		out = append(out, "missing "+e.Commitment.ID)
	}
	return out
}

const (
	wells = "We will drill wells in every harbour of the coast."
	ports = "We will build ports for all who ask for them."
	ships = "We will mend the ships of the whole fleet."
)

func TestCompare(t *testing.T) {
	whole := report("final", promise(1, "2031-7", wells, "0.67", 1, 1, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0))
	for _, c := range []struct {
		name string
		here *model.Report
		want []string
	}{
		{"the same", table(promise(1, "2031-7", wells, "0.67", 1, 1, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{}},
		{"a score", table(promise(1, "2031-7", wells, "0.67", 1, 0, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{"2031-7 FRA 0 1"}},
		{"an average", table(promise(1, "2031-7", wells, "0.76", 1, 1, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{"2031-7 average"}},
		{"rows without a partner", table(promise(1, "2031-7", wells, "0.67", 1, 1, 0), promise(2, "2031-12", "We will plant kelp.", "0", 0, 0, 0)), []string{"alone 2031-12", "missing 2031-8", "missing 2031-9"}},
		{"of another summit", table(promise(1, "2030-7", wells, "-1", -1, -1, -1)), []string{"missing 2031-7", "missing 2031-8", "missing 2031-9"}},
		{"without serial and year, too few words", table(promise(1, "", "We will dig wells.", "0.67", 1, 1, 0)), []string{"missing 2031-7", "missing 2031-8", "missing 2031-9"}},
		{"a serial and other words", table(promise(1, "2031-7", "We will abolish the tax on salt altogether.", "-1", -1, -1, -1), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{"undecided: the serial is the same in the other file, and the words are others", "alone 2031-7", "missing 2031-7"}},
		{"nearly all differ", table(promise(1, "2031-7", wells, "-1", -1, -1, -1), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{"undecided: " + notOne}},
		{"a cell without a score", table(promise(1, "2031-7", wells, "0.67", 1, 9, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0), promise(3, "2031-9", ships, "0", 0, 0, 0)), []string{}},
	} {
		if ok, _ := Comparable(held(c.here), held(whole)); !ok {
			t.Errorf("%s: not comparable", c.name)
		}
		if got := told(Compare(held(c.here), held(whole), same)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A table without serials and years is joined by whole texts, and by nothing less.
func TestJoinByWholeText(t *testing.T) {
	text := "We resolve to dig four thousand wells in dry districts before the end of the decade."
	whole := report("final", promise(1, "2031-7", text, "0.67", 1, 1, 0), promise(2, "2031-8", ports, "0.33", 1, 0, 0))
	for _, c := range []struct {
		name, text string
		compared   bool
	}{
		{"word for word", text, true},
		{"other signs and letters", "we resolve to dig four thousand wells in dry districts before the end of the decade", true},
		{"near miss: another number", strings.Replace(text, "four thousand", "nine hundred", 1), false},
		{"near miss: a part", "We resolve to dig wells.", false},
	} {
		res := Compare(held(table(promise(1, "", c.text, "0.67", 1, 0, 0))), held(whole), same)
		if (res.Compared > 0) != c.compared || (res.Yearless == 0) != c.compared || (len(res.Scores) == 1) != c.compared {
			t.Errorf("%s: %+v", c.name, res)
		}
	}
}

func TestComparable(t *testing.T) {
	final, interim := report("final", promise(1, "2031-7", wells, "", 1, 1, 0)), report("interim", promise(1, "2031-7", wells, "", 1, 1, 0))
	revised := report("final")
	revised.Report.Revised = "(revised)"
	elsewhere := report("final")
	elsewhere.Report.Summit.Name = "Quay"
	nameless := report("final")
	nameless.Report.Forum = ""
	rows := table(promise(1, "2031-7", wells, "", 1, 1, 0))
	for name, c := range map[string]struct {
		a, b *model.Report
		ok   bool
		why  bool
	}{
		"table and final":         {rows, final, true, false},
		"table and interim":       {rows, interim, false, false},
		"two tables":              {rows, rows, false, false},
		"two finals":              {final, report("final"), true, false},
		"final and interim":       {final, interim, false, false},
		"one revised":             {final, revised, false, true},
		"two summits of one year": {final, elsewhere, false, false},
		"a forum that is unknown": {final, nameless, false, false},
	} {
		ok, why := Comparable(held(c.a), held(c.b))
		back, _ := Comparable(held(c.b), held(c.a))
		if ok != c.ok || back != c.ok || (why != "") != c.why {
			t.Errorf("%s: %v, %v, %q", name, ok, back, why)
		}
	}
}

func TestSpeaks(t *testing.T) {
	rows, part := table(promise(1, "2031-7", wells, "", 1, 1, 0)), report("final", promise(1, "2031-7", wells, "", 1, 1, 0))
	whole := report("final", promise(1, "2031-7", wells, "", 1, 1, 0), promise(2, "2031-8", ports, "", 1, 1, 0))
	for name, pair := range map[string][2]*model.Report{"a table": {rows, whole}, "a part": {part, whole}} {
		if !Speaks(held(pair[0]), held(pair[1])) || Speaks(held(pair[1]), held(pair[0])) {
			t.Errorf("%s does not speak", name)
		}
	}
}

func TestVersionsAndPartner(t *testing.T) {
	interim := report("interim", promise(1, "2031-7", wells, "", 1, 1, 0), promise(2, "2031-8", ports, "", 1, 1, 0))
	// The final report numbers them otherwise and states no serials.
	final := report("final", promise(4, "", ports, "", 1, 1, 0), promise(5, "", wells, "", 1, 1, 0))
	if !Versions(held(interim), held(final)) || Versions(held(interim), held(report("final", promise(1, "", ships, "", 0, 0, 0)))) {
		t.Error("versions of one report are not told from others")
	}
	if e, ok := Partner(held(final), held(interim), 4); !ok || e.Commitment.Number != 2 {
		t.Errorf("partner %+v, %v", e.Commitment, ok)
	}
	if _, ok := Partner(held(final), held(interim), 1); ok {
		t.Error("a number that is not there has a partner")
	}
}

func TestSerials(t *testing.T) {
	for _, c := range []struct {
		id   string
		year int
		row  bool
		want string
	}{
		{"2031-117", 2031, false, "2031 -117"}, {"[2009P-117]", 2009, false, "2009 P-117"}, {"117", 2031, false, "2031 -117"},
		{"G7 2031-64", 0, true, "2031 -64"}, {"G7-2031–064", 0, true, "2031 -64"}, {"BRICS 2031/64", 0, true, "2031 -64"}, {"2031.64", 0, true, "2031 -64"}, {"G20 2009P-117", 0, true, "2009 P-117"},
		{"2031 64", 0, true, "2031 -64"}, {"No. 64", 0, true, "0 -64"}, {"Commitment 64", 2031, false, "2031 -64"}, {"Pledge 64", 0, true, "0 -64"}, {"#64", 0, true, "0 -64"}, {"Nr.64", 0, true, "0 -64"}, {"None 64", 0, true, "0 "}, {"2031/07/01", 0, true, "0 "}, {"AREA 51", 0, true, "0 "},
		{"2031-007", 0, true, "2031 -7"}, {"Jan-31", 0, true, "0 "}, {"117", 0, true, "0 -117"}, {"44927", 0, true, "0 "}, {"", 2031, false, "2031 "},
	} {
		year, serial := serialOf(c.id, c.year, c.row, vocabulary.Default())
		if got := fmt.Sprintf("%d %s", year, serial); got != c.want {
			t.Errorf("%q: %q, want %q", c.id, got, c.want)
		}
	}
}

// A row may name its forum, and then is of no report of another one.
func TestForumOfRows(t *testing.T) {
	row := func(id string, columns ...model.NamedValue) *model.Commitment {
		return &model.Commitment{Row: 2, ID: id, Columns: columns}
	}
	for _, c := range []struct {
		row   *model.Commitment
		forum string
		want  bool
	}{
		{row("G7 2031-64"), "G7", true}, {row("G20 2031-64"), "G7", false}, {row("2031-64"), "G7", true}, {row("G20 2031-64"), "", true},
		{row("2031-64", model.NamedValue{Name: "Forum", Value: "G 20"}), "G7", false},
		{row("2031-64", model.NamedValue{Name: "Group", Value: "Economic"}), "G7", true},
		{row("BRICS 2031-64"), "G7", false}, {row("BRIC 2031-64"), "BRICS", true}, {row("BRICK 2031-64"), "G7", true},
		{row("2031-64", model.NamedValue{Name: "Institution", Value: "Group of Twenty"}), "G7", false},
		{row("2031-64", model.NamedValue{Name: "Institution", Value: "Group of Twenty"}), "G20", true},
		{row("2031-64", model.NamedValue{Name: "Institution", Value: "G20 Watch"}), "G7", true},
		{row("G8 2031-64"), "G7", true}, {row("2031-64", model.NamedValue{Name: "forum", Value: "G-7"}), "G8", true}, {row("G9 2031-64"), "G8", false},
		{&model.Commitment{ID: "G20 2031-64"}, "G7", true},
	} {
		if got := OfForum(c.row, c.forum, nil); got != c.want {
			t.Errorf("%q of %q: %v", c.row.ID, c.forum, got)
		}
	}
}

// Forums, heads and labels of a user's vocabulary count, too.
func TestUsersWordsOfRows(t *testing.T) {
	words, err := vocabulary.Default().With(strings.NewReader("forums: [{name: COVE}]\ncolumn_heads: {year: [Season], number: [Item]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := &model.Commitment{Row: 2, ID: "COVE 2031-64", Columns: []model.NamedValue{{Name: "Season", Value: "2031"}}}
	if OfForum(c, "G7", words) || !OfForum(c, "G7", nil) {
		t.Error("a forum of a user's vocabulary")
	}
	if RowYear(c, words) != 2031 || RowYear(c, nil) != 0 {
		t.Error("a head of a user's vocabulary")
	}
	if PlainSerial("Item 64", words) != "64" || PlainSerial("Item 64", nil) != "ITEM 64" {
		t.Error("a label of a user's vocabulary")
	}
	c.Columns = append(c.Columns, model.NamedValue{Name: "Group", Value: "G20"}, model.NamedValue{Name: "note", Value: "x"})
	slim := Slim(&model.Report{Commitments: []model.Commitment{*c}}, words)
	if got := slim.Commitments[0].Columns; len(got) != 2 || got[0].Name != "Season" || got[1].Name != "Group" {
		t.Errorf("kept are %v", got)
	}
}

// A summary table's rows without a chapter are entries too, and what is kept of a
// report for others is all that is compared.
func TestEntriesOfMatrixAndSlim(t *testing.T) {
	one, none := 1, 0
	r := report("final", promise(1, "", "", "", 1, 1, 0))
	r.Commitments[0].Verdicts = []model.Verdict{{Member: "CAN"}}
	r.CommitmentsList = []model.ListedPromise{{Number: 1, ID: "2031-7", Text: wells}, {Number: 2, ID: "2031-8", Text: ports}}
	r.Matrices = []model.Matrix{{Members: []string{"CAN", "FRA"}, Rows: []model.MatrixRow{
		{Number: 1, Scores: []*int{&one, &one}}, {Number: 2, Scores: []*int{&one, &none}}, {Number: 3, Scores: []*int{&one}},
	}}}
	for _, r := range []*model.Report{r, Slim(r, nil)} {
		var got []string
		for _, e := range Entries(r, nil) {
			got = append(got, fmt.Sprintf("%d %s %d", e.Commitment.Number, e.serial, len(e.Commitment.Assessment.Scores)))
		}
		if want := []string{"1 -7 3", "2 -8 2"}; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	text := "A consignment of pumps for the wells of the coast arrived in the port on 3 March 2031."
	r.Commitments[0].Verdicts[0].Actions = []model.Action{{Text: text}, {Text: "A short one on 4 May 2031."}}
	if kept := Slim(r, nil).Commitments[0].Verdicts[0].Actions; len(kept) != 1 || len(kept[0].Text) > 24 || kept[0].DateText != "3 March 2031" {
		t.Errorf("kept of a section is %+v", kept)
	}
}

// Tables are kept with serials that lack their year and with short names in the
// place of texts; a report's year may stand in its serials only.
func TestTablesAsPeopleKeepThem(t *testing.T) {
	score := func(n int) *int { return &n }
	of := func(row int, id, title, text string, first int) model.Commitment {
		return model.Commitment{Number: row, Row: row, ID: id, Title: title, Text: text, Assessment: &model.Assessment{Scores: []model.Score{
			{Member: "CAN", Score: score(first)}, {Member: "FRA", Score: score(1)}, {Member: "JPN", Score: score(0)}}}}
	}
	inYear := func(year string, c model.Commitment) model.Commitment {
		c.Columns = []model.NamedValue{{Name: "stage", Value: "final"}, {Name: "Summit year", Value: year}}
		return c
	}
	report := &model.Report{Report: model.Info{Forum: "G7", Stage: "final"}}
	for _, c := range []model.Commitment{
		of(0, "2031-7", "Harbour Lights", "We will light every harbour by oil lamps until spring.", 1),
		of(0, "2031-12", "Grain Stores", "We will build dry stores for the grain of three islands.", 0),
	} {
		c.Number = len(report.Commitments) + 1
		report.Commitments = append(report.Commitments, c)
	}
	holds := func(d model.Decimal, r *big.Rat) bool { return d.Rat().Cmp(r) == 0 }
	for _, test := range []struct {
		name             string
		row              model.Commitment
		compared, differ int
		alone, undecided int
	}{
		{"serial and text", of(2, "2031-7", "", "We will light every harbour by oil lamps until spring.", 0), 3, 1, 0, 0},
		{"serial and short name", of(2, "2031-7", "", "Harbour Lights", 1), 3, 0, 0, 0},
		{"serial without its year, and text", of(2, "7", "", "We will light every harbour by oil lamps until spring.", 0), 3, 1, 0, 0},
		{"serial without its year, other text", of(2, "7", "", "We will mend the roads of the north by autumn.", 0), 0, 0, 0, 0},
		{"another number without a year", of(2, "9", "", "We will light every harbour by oil lamps until spring.", 0), 0, 0, 0, 0},
		{"serial, other text", of(2, "2031-7", "", "We will mend the roads of the north by autumn.", 0), 0, 0, 1, 1},
		{"the year in a column of its own, without words", inYear("2031", of(2, "7", "", "", 0)), 3, 1, 0, 0},
		{"another year in the column", inYear("2030", of(2, "7", "", "", 0)), 0, 0, 0, 0},
		{"a dash for the hyphen, noughts before the number", of(2, " 2031–007 ", "", "", 0), 3, 1, 0, 0},
		{"another year", of(2, "2030-7", "", "We will light every harbour by oil lamps until spring.", 0), 0, 0, 0, 0},
	} {
		table := &model.Report{Commitments: []model.Commitment{test.row}}
		if ok, why := Comparable(held(table), held(report)); !ok {
			t.Fatalf("not comparable: %s", why)
		}
		res := Compare(held(table), held(report), holds)
		undecided := 0
		for _, n := range res.Undecided {
			undecided += n
		}
		if res.Compared != test.compared || len(res.Scores) != test.differ || len(res.Alone) != test.alone || undecided != test.undecided {
			t.Errorf("%s: %d compared, %d differ, %d alone, %d undecided; want %d, %d, %d, %d", test.name, res.Compared, len(res.Scores), len(res.Alone), undecided,
				test.compared, test.differ, test.alone, test.undecided)
		}
	}
	report.Commitments[1].ID = "2030-12"
	table := &model.Report{Commitments: []model.Commitment{of(2, "2031-7", "", "", 1)}}
	if ok, why := Comparable(held(table), held(report)); ok || why == "" {
		t.Errorf("a report of no known year is compared: %v %q", ok, why)
	}
}

// held is a report as a source.
func held(r *model.Report) *Source {
	return new(Shelf).NewSource(r, func() (*model.Report, error) { return r, nil })
}

// Those files are looked at that may be compared, in their order, and those that are
// stand together; the file itself and its copies are none of the others.
func TestFiles(t *testing.T) {
	report := func(file, forum string, year int) *Source {
		r := &model.Report{Source: model.Source{File: file, SHA256: file}}
		r.Report.Forum, r.Report.Summit.Year = forum, year
		return held(r)
	}
	rows := held(table(promise(1, "2031-7", wells, "", 1, 1, 0)))
	rows.File, rows.SHA256 = "t", "t"
	copied := report("a", "G7", 2031)
	all := []*Source{report("a", "G7", 2031), report("b", "G20", 2031), rows, report("c", "G7", 2031), copied, report("d", "G7", 2030), report("e", "", 0), report("f", "", 0)}
	f := NewFiles(all, []*Source{report("x", "G7", 2031)})
	names := func(list []*Source) string {
		var out string
		for _, s := range list {
			out += s.File
		}
		return out
	}
	for i, want := range []string{"tcx", "tx", "abcadefx", "atax", "tcx", "tx", "tx", "tx"} {
		if got := names(f.Near(all[i])); got != want {
			t.Errorf("near %s: %s, want %s", all[i].File, got, want)
		}
	}
	// A file that is also to be held against is one file.
	if got := names(NewFiles(all[:4], []*Source{report("c", "G7", 2031)}).Near(all[0])); got != "tc" {
		t.Errorf("a file named twice: %s", got)
	}
	if got := names(f.OfYear(all[5], "G7", 2031)); got != "atcax" {
		t.Errorf("of another year: %s", got)
	}
	if got := fmt.Sprint(f.Groups()); got != "[[0 3 4] [1] [2] [5] [6 7]]" {
		t.Errorf("groups: %s", got)
	}
	if f.Few() || !NewFiles(all[:1], nil).Few() {
		t.Error("whether there is something to compare")
	}
}

// A source that is not in memory is read again, an error of reading is told of, and no
// more than some thousand commitments are in memory at a time.
func TestShelf(t *testing.T) {
	shelf, reads := new(Shelf), 0
	small, large := report("final", promise(1, "2031-7", wells, "", 1, 1, 0)), report("final")
	for i := range mostOpen {
		large.Commitments = append(large.Commitments, promise(i+1, "", "", "", 1))
	}
	source := func(r *model.Report) *Source {
		return shelf.NewSource(r, func() (*model.Report, error) { reads++; return r, nil })
	}
	a, b := source(small), source(large)
	for range 3 {
		if len(a.Entries()) != 1 || len(b.Entries()) != mostOpen {
			t.Fatal("entries are lost")
		}
	}
	if reads != 1+3 {
		t.Errorf("read %d times", reads)
	}
	shelf.Clear()
	if _ = a.Report(); reads != 5 || shelf.Err() != nil {
		t.Errorf("read %d times, %v", reads, shelf.Err())
	}
	gone := shelf.NewSource(small, func() (*model.Report, error) { return nil, errors.New("gone") })
	if len(gone.Entries()) != 0 || shelf.Err() == nil {
		t.Error("nothing is said of a source that cannot be read")
	}
}

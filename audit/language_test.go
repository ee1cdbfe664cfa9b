package audit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// languageRules are the rules on words, dates, sources and rubrics, which
// these tests are about.
var languageRules = []string{
	"citation-access-before-publication", "citation-access-missing", "citation-date-mismatch", "citation-reused", "citation-url-malformed",
	"date-impossible", "date-order", "date-outside-period", "date-repeated",
	"rubric-conflict", "rubric-gap", "rubric-level-missing", "rubric-overlap", "rubric-unsupported",
	"summit-year", "text-repeated", "text-truncated",
}

// chapterReport is an invented chapter on lighthouses, in which everything is
// in order. Its summit is one that the list of summits has, because the rules
// on years and periods rest on that list.
func chapterReport() *model.Report {
	r := &model.Report{Schema: model.SchemaReport}
	r.Report = model.Info{
		Forum: "G8", Stage: "final", Summit: model.Summit{Name: "Gleneagles", Year: 2005},
		Period: &model.Period{From: "2005-07-09", To: "2006-06-01", Text: "9 July 2005 to 1 June 2006", At: model.At{{Page: 1}}},
	}
	at := &placed{page: 3}
	c := model.Commitment{
		Number: 2, ID: "2005-77", IssueArea: "Safety at Sea", Title: "Lighthouses", Text: "We will repair, staff and electrify the lighthouses of our coasts.",
		Background: []model.Text{
			{Text: "Lighthouses have guided ships for two thousand years. At the 2002 Kananaskis Summit, G8 leaders spoke of them for the first time.", At: at.next()},
			{Text: "At the 2005 Gleneagles Summit, leaders promised to repair, staff and electrify them.", At: at.next()},
		},
		Features: []model.Text{{Text: "This commitment has three components. Members promise to 1) repair lighthouses, 2) staff the towers and 3) electrify the lamps.", At: at.next()}},
		Guidelines: []model.Level{
			{Score: ptr(1), Text: "Full compliance (+1) goes to members with strong action in all three dimensions. Examples of strong action include masonry and new stairs.", At: at.next()},
			{Score: ptr(0), Text: "Partial compliance (0) goes to members with strong action in one or two dimensions, or with weak action in two or more dimensions.", At: at.next()},
			{Score: ptr(-1), Text: "Members that take no action, that show weak action in one dimension only, or that work contrary to the promise are given −1.", At: at.next()},
		},
		Rubric: []model.Level{
			{Score: ptr(-1), Text: "The member took no action, showed only weak action in a single dimension, or worked contrary to the promise.", At: at.next()},
			{Score: ptr(0), Text: "The member shows strong action in one or two dimensions, or weak action in more than one dimension.", At: at.next()},
			{Score: ptr(1), Text: "The member shows strong action in each of the three dimensions.", At: at.next()},
		},
		At: at.next(),
	}
	note := 11
	member := func(code, name string, score int, dates []string, closing string) {
		v := model.Verdict{Member: code, Name: name, HeadingScore: ptr(score), ConcludingScore: ptr(score), At: at.next()}
		v.Opening = &model.Statement{Text: name + " has " + levelWords[score] + " with its commitment on lighthouses.", At: at.next()}
		for _, d := range dates {
			text := writtenDay(d)
			v.Actions = append(v.Actions, model.Action{
				Date: d, DateText: text,
				Text:      fmt.Sprintf("On %s, %s finished work on tower %d. The keeper thanked the masons of shift %d.", text, name, note, note),
				Footnotes: []model.Ref{{Number: note, Offset: 40}}, At: at.next(),
			})
			published := d
			r.Footnotes = append(r.Footnotes, model.Footnote{
				Number: note, Commitment: 2, Title: fmt.Sprintf("Tower %d Finished", note), Published: published, PublishedText: text,
				Accessed: "2006-06-20", AccessedText: "20 June 2006", URL: fmt.Sprintf("https://www.towers.example/news/%d", note),
				Text: fmt.Sprintf("Tower %d Finished, Coast Office (Harwick) %s. Access Date: 20 June 2006. https://www.towers.example/news/%d", note, text, note),
				At:   at.next(),
			})
			note++
		}
		v.Closing = &model.Statement{Text: name + " has " + levelWords[score] + " with its commitment on lighthouses. " + closing, At: at.next()}
		v.Concluding = &model.Text{Text: fmt.Sprintf("Thus, %s receives a score of %s.", name, reckon.SignedScore(score)), At: at.next()}
		c.Verdicts = append(c.Verdicts, v)
	}
	member("CAN", "Canada", 1, []string{"2005-07-09", "2005-11-03", "2006-06-01"},
		"Canada took strong action to repair lighthouses, to staff them and to electrify their lamps.")
	member("ITA", "Italy", 0, []string{"2005-07-07", "2005-08-20"},
		"Italy took strong action to repair lighthouses but did not do enough to staff the towers or to electrify the lamps.")
	member("JPN", "Japan", -1, []string{"2006-02-28"},
		"Japan took weak action to staff the towers but has not addressed repairs or the electrification of lamps.")
	r.Commitments = []model.Commitment{c}
	return r
}

// writtenDay writes a day as the reports do.
func writtenDay(edtf string) string {
	y, m, d, _ := calendar.SplitDate(edtf)
	months := strings.Fields("January February March April May June July August September October November December")
	return fmt.Sprintf("%d %s %d", d, months[m-1], y)
}

func action(r *model.Report, member string, i int) *model.Action {
	return &verdict(r, 1, member).Actions[i]
}

// redate gives an action another date, in its text too.
func redate(a *model.Action, edtf string) {
	text := writtenDay(edtf)
	a.Text = strings.Replace(a.Text, a.DateText, text, 1)
	a.Date, a.DateText = edtf, text
}

func notes(r *model.Report, number int) *model.Footnote {
	for i := range r.Footnotes {
		if r.Footnotes[i].Number == number {
			return &r.Footnotes[i]
		}
	}
	return nil
}

func setLevel(levels []model.Level, score int, text string) {
	for i := range levels {
		if *levels[i].Score == score {
			levels[i].Text = text
		}
	}
}

func TestChapterIsClean(t *testing.T) {
	res := run(t, chapterReport(), Options{Only: languageRules})
	for _, f := range res.Findings {
		t.Errorf("%s: %s", f.Rule, f.Message)
	}
	// What was compared, counted by hand on six actions and their notes.
	for rule, want := range map[string]int{
		"citation-access-before-publication": 6, "citation-access-missing": 6, "citation-date-mismatch": 12, "citation-url-malformed": 6,
		"date-order": 3, "date-outside-period": 6,
		"rubric-conflict": 1, "rubric-gap": 2, "rubric-overlap": 2, "rubric-level-missing": 2, "rubric-unsupported": 3,
		"summit-year": 2, "text-truncated": 14,
	} {
		if c := countOf(res, rule); c.Checked != want || c.Undecided != 0 {
			t.Errorf("%s: %d checked, %d undecided, want %d and 0: %v", rule, c.Checked, c.Undecided, want, c.Reasons)
		}
	}
	for _, rule := range languageRules {
		if countOf(res, rule).Checked == 0 && rule != "citation-reused" {
			t.Errorf("%s: nothing was looked at", rule)
		}
	}
}

// Each case changes one thing. want is everything that the audit may say
// then; a case without is a near miss. undecided names a rule that must say
// that it could not decide.
func TestLanguageMutations(t *testing.T) {
	for _, test := range []struct {
		name      string
		mutate    func(r *model.Report)
		want      []string
		undecided string
	}{
		// Dates.
		{"after the period", func(r *model.Report) { redate(action(r, "CAN", 2), "2006-06-02") },
			[]string{"date-outside-period c2 CAN"}, ""},
		{"before the summit", func(r *model.Report) { redate(action(r, "ITA", 0), "2005-07-05") },
			[]string{"date-outside-period c2 ITA"}, ""},
		{"the summit's first day", func(r *model.Report) { redate(action(r, "ITA", 0), "2005-07-06") }, nil, ""},
		{"the period's last day", func(r *model.Report) { redate(action(r, "CAN", 2), "2006-06-01") }, nil, ""},
		{"a month that reaches into the period", func(r *model.Report) {
			a := action(r, "ITA", 0)
			a.Date, a.DateText, a.Text = "2005-07", "July 2005", "In July 2005, Italy finished work on a tower."
		}, nil, ""},
		{"a summit on no list, days before the period", func(r *model.Report) {
			r.Report.Summit = model.Summit{Name: "Norport", Year: 2005}
			r.Commitments[0].Background = r.Commitments[0].Background[:1]
		}, nil, "date-outside-period"},
		{"no period printed", func(r *model.Report) { r.Report.Period = nil }, nil, "date-outside-period"},
		{"the longer of two periods counts", func(r *model.Report) {
			r.Report.Period.To = "2006-05-01"
			r.Report.Periods = []model.Period{{From: "2005-07-09", To: "2006-06-01", At: model.At{{Page: 2}}}}
		}, nil, ""},
		{"out of order", func(r *model.Report) { redate(action(r, "CAN", 1), "2005-07-08") },
			[]string{"citation-date-mismatch c2 CAN n12", "date-order c2 CAN"}, ""},
		{"two of one day", func(r *model.Report) {
			redate(action(r, "CAN", 1), "2005-07-09")
			notes(r, 12).Published = "2005-07-09"
		}, nil, ""},
		{"a month after its days", func(r *model.Report) {
			a := action(r, "CAN", 1)
			a.Date, a.DateText, a.Text = "2005-07", "July 2005", "In July 2005, Canada finished work on a tower."
			notes(r, 12).Published = "2005-07"
		}, nil, ""},
		{"no such day", func(r *model.Report) {
			a := action(r, "CAN", 1)
			a.Text = strings.Replace(a.Text, a.DateText, "31 November 2005", 1)
			a.Date, a.DateText = "2005-11-31", "31 November 2005"
		}, []string{"date-impossible c2 CAN"}, "date-outside-period"},
		{"no such day, month first", func(r *model.Report) { verdict(r, 1, "CAN").Closing.Text += " Works ended on June 31, 2006." },
			[]string{"date-impossible c2 CAN"}, ""},
		{"29 February of a leap year", func(r *model.Report) { r.Commitments[0].Background[0].Text += " A lamp failed on 29 February 2004." }, nil, ""},
		{"29 February of another year", func(r *model.Report) { r.Commitments[0].Background[0].Text += " A lamp failed on 29 February 2005." },
			[]string{"date-impossible c2"}, ""},
		{"a time of day beside a month", func(r *model.Report) { r.Commitments[0].Background[0].Text += " The lamp failed at 12:00 May 5, 2004." }, nil, ""},
		{"a number beside a month", func(r *model.Report) { r.Commitments[0].Background[0].Text += " In April 31 keepers met." }, nil, "date-impossible"},
		{"another language's month", func(r *model.Report) { r.Commitments[0].Background[0].Text += " A lamp failed on 31 Mars 2004." }, nil, ""},
		{"a note's date does not exist", func(r *model.Report) {
			f := notes(r, 11)
			f.Text = strings.Replace(f.Text, "20 June 2006", "31 June 2006", 1)
			f.Accessed, f.AccessedText = "2006-06-31", "31 June 2006"
		}, []string{"date-impossible c2 n11"}, "citation-access-before-publication"},
		{"a date twice", func(r *model.Report) { a := action(r, "CAN", 1); a.Text = "On 3 November 2005, " + a.Text },
			[]string{"date-repeated c2 CAN"}, ""},
		{"a date twice, written in two ways", func(r *model.Report) { a := action(r, "CAN", 1); a.Text = "On November 3, 2005, on " + a.Text[3:] },
			[]string{"date-repeated c2 CAN"}, ""},
		{"from a day to the same of the next year", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " The towers were dark from 4 May 2001 to 4 May 2002."
		}, nil, ""},

		// Summits.
		{"its own summit in another year", func(r *model.Report) {
			r.Commitments[0].Background[1].Text = strings.Replace(r.Commitments[0].Background[1].Text, "2005", "2003", 1)
		}, []string{"summit-year c2"}, ""},
		{"another summit in another year", func(r *model.Report) {
			r.Commitments[0].Background[0].Text = strings.Replace(r.Commitments[0].Background[0].Text, "2002", "2001", 1)
		}, []string{"summit-year c2"}, ""},
		{"a forum's place without its forum", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " A paper had gone round at the 2004 Heiligendamm Summit."
		}, []string{"summit-year c2"}, ""},
		{"a town of many summits without a forum", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " A paper had gone round at the 2004 Brussels Summit."
		}, nil, "summit-year"},
		{"year behind the name", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " The G8 Genoa Summit in July 2003 was silent on them."
		}, []string{"summit-year c2"}, ""},
		{"a place with two summits", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " The 2025 Kananaskis Summit of the G7 came later."
		}, nil, ""},
		{"a meeting of others in the same town", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " The 2011 Genoa Boat Summit was held by sailors."
		}, nil, ""},
		{"a conference on a subject", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " G8 ministers attended the 2007 London Summit on buoys."
		}, nil, "summit-year"},
		{"a year that is not the summit's", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " Since the Gleneagles Summit, 2006 lamps were lit."
		}, nil, ""},

		// Citations.
		{"no date of access", func(r *model.Report) { f := notes(r, 12); f.Accessed, f.AccessedText = "", "" },
			[]string{"citation-access-missing c2 n12"}, ""},
		{"no date of access anywhere", func(r *model.Report) {
			for i := range r.Footnotes {
				r.Footnotes[i].Accessed, r.Footnotes[i].AccessedText = "", ""
			}
		}, []string{"citation-access-missing"}, ""},
		{"a note without an address", func(r *model.Report) { f := notes(r, 12); f.Accessed, f.AccessedText, f.URL = "", "", "" }, nil, ""},
		{"read before it was published", func(r *model.Report) { f := notes(r, 12); f.Accessed, f.AccessedText = "2005-06-20", "20 June 2005" },
			[]string{"citation-access-before-publication c2 n12"}, ""},
		{"read on the day", func(r *model.Report) { notes(r, 12).Accessed = "2005-11-03" }, nil, ""},
		{"read in the month of publication", func(r *model.Report) { f := notes(r, 12); f.Published, f.Accessed = "2005-11", "2005-11-01" }, nil, ""},
		{"published a year before", func(r *model.Report) {
			f := notes(r, 12)
			f.Published, f.PublishedText = "2004-11-03", "3 November 2004"
		},
			[]string{"citation-date-mismatch c2 CAN n12"}, ""},
		{"published two weeks after", func(r *model.Report) { notes(r, 12).Published = "2005-11-17" }, nil, ""},
		{"an old law beside a report of the day", func(r *model.Report) {
			f := *notes(r, 12)
			f.Number, f.Published, f.URL, f.Title = 99, "1999-01-05", "https://www.towers.example/law/1", "Lamp Act"
			r.Footnotes = append(r.Footnotes, f)
			action(r, "CAN", 1).Footnotes = append(action(r, "CAN", 1).Footnotes, model.Ref{Number: 99})
		}, nil, ""},
		{"a letter of the scheme lost", func(r *model.Report) { notes(r, 12).URL = "ttps://www.towers.example/news/12" },
			[]string{"citation-url-malformed c2 n12"}, ""},
		{"a slash lost", func(r *model.Report) { notes(r, 12).URL = "https:/www.towers.example/news/12" },
			[]string{"citation-url-malformed c2 n12"}, ""},
		{"two schemes", func(r *model.Report) { notes(r, 12).URL = "http://https://www.towers.example/news/12" },
			[]string{"citation-url-malformed c2 n12"}, ""},
		{"a space", func(r *model.Report) { notes(r, 12).URL = "https://www.towers.example/ne ws/12" },
			[]string{"citation-url-malformed c2 n12"}, ""},
		{"no host", func(r *model.Report) { notes(r, 12).URL = "https://towers/news/12" },
			[]string{"citation-url-malformed c2 n12"}, ""},
		{"an archive's copy", func(r *model.Report) {
			notes(r, 12).URL = "https://archive.example/web/2005/https://www.towers.example/news/12"
		}, nil, ""},
		{"no scheme", func(r *model.Report) { notes(r, 12).URL = "www.towers.example/news/12?a=b" }, nil, ""},
		{"letters beyond ASCII", func(r *model.Report) { notes(r, 12).URL = "https://www.türme.example/nachricht/größe_12%20b" }, nil, ""},
		{"one address, two titles", func(r *model.Report) { notes(r, 14).URL = notes(r, 12).URL + "/" },
			[]string{"citation-reused c2 n14"}, ""},
		{"one address, two titles, and it reads like the later one", func(r *model.Report) {
			notes(r, 14).Title, notes(r, 14).URL = "Wooden Stairs Mended", "https://www.towers.example/wooden-stairs-mended"
			notes(r, 12).URL = notes(r, 14).URL
		}, []string{"citation-reused c2 n12"}, ""},
		{"one address, one title in capitals", func(r *model.Report) {
			notes(r, 14).URL, notes(r, 14).Title, notes(r, 14).Published = notes(r, 12).URL, "TOWER 12 FINISHED!", ""
		}, nil, ""},
		{"one home page", func(r *model.Report) {
			notes(r, 14).URL, notes(r, 12).URL = "https://www.towers.example/", "https://www.towers.example"
		}, nil, ""},

		// Texts.
		{"cut off", func(r *model.Report) {
			a := action(r, "ITA", 1)
			a.Text = a.Text[:len(a.Text)-len("masons of shift 15.")]
		},
			[]string{"text-truncated c2 ITA"}, ""},
		{"a full stop lost", func(r *model.Report) { a := action(r, "ITA", 1); a.Text = strings.TrimSuffix(a.Text, ".") },
			[]string{"text-truncated c2 ITA"}, ""},
		{"ends in a quotation", func(r *model.Report) { a := action(r, "ITA", 1); a.Text += " He said: “The lamp burns.”" }, nil, ""},
		{"ends before a list", func(r *model.Report) { a := action(r, "ITA", 1); a.Text += " He named three things:" }, nil, ""},
		{"ends in an address", func(r *model.Report) { a := action(r, "ITA", 1); a.Text += " See https://www.towers.example/x" }, nil, ""},
		{"two halves of one paragraph", func(r *model.Report) {
			v := verdict(r, 1, "ITA")
			v.Actions[1].Text = strings.TrimSuffix(v.Actions[1].Text, ".")
			v.Closing.Text = "and " + v.Closing.Text
		}, nil, "text-truncated"},
		{"a list's item", func(r *model.Report) {
			r.Commitments[0].Background = append(r.Commitments[0].Background, model.Text{Text: "• one lamp for every tower on the coast of the realm"})
		}, nil, ""},
		{"words twice", func(r *model.Report) {
			a := action(r, "ITA", 1)
			a.Text = strings.Replace(a.Text, "The keeper thanked", "The keeper thanked the keeper thanked", 1)
		}, []string{"text-repeated c2 ITA"}, ""},
		{"a small word twice", func(r *model.Report) {
			a := action(r, "ITA", 1)
			a.Text = strings.Replace(a.Text, "thanked the", "thanked the the", 1)
		}, []string{"text-repeated c2 ITA"}, ""},
		{"a letter and an article", func(r *model.Report) { action(r, "ITA", 1).Text += " It lit lamps of type A a day." }, nil, ""},
		{"had had", func(r *model.Report) { a := action(r, "ITA", 1); a.Text += " He had had doubts that that could be." }, nil, ""},
		{"a sentence twice", func(r *model.Report) {
			r.Commitments[0].Background[0].Text += " Lighthouses have guided ships for two thousand years."
		}, []string{"text-repeated c2"}, ""},
		{"the end of a sentence as the next one", func(r *model.Report) {
			action(r, "ITA", 1).Text += " Some green bonds of the realm will pay for new lamps in nine towers. The bonds of the realm will pay for new lamps in nine towers."
		}, []string{"text-repeated c2 ITA"}, ""},
		{"the end of a sentence, and more, as the next one", func(r *model.Report) {
			action(r, "ITA", 1).Text += " Some green bonds of the realm will pay for new lamps in nine towers. The bonds of the realm will pay for new lamps in nine towers by May. Lamps in nine towers cost more."
		}, nil, ""},
		{"letters of a list and an article", func(r *model.Report) {
			action(r, "ITA", 1).Text += " Two things count: (a) a lamp that burns, and (b) a keeper."
		}, nil, ""},
		{"a score and its opposite", func(r *model.Report) {
			action(r, "ITA", 1).Text += " The lamp was scored twice, once +1 and once −1, and then left alone."
		}, nil, ""},
		{"the same score twice", func(r *model.Report) {
			action(r, "ITA", 1).Text += " The lamp was scored twice, once −1 and once –1 and then left alone."
		}, []string{"text-repeated c2 ITA"}, ""},
		{"a subject in brackets and then its sentence", func(r *model.Report) {
			action(r, "ITA", 1).Text += " Others failed on one (lamps of glass). Lamps of glass were dear."
		}, nil, ""},
		{"words in brackets twice", func(r *model.Report) {
			action(r, "ITA", 1).Text += " Others failed on one (lamps of glass) (lamps of glass) that was dear."
		}, []string{"text-repeated c2 ITA"}, ""},
		{"an action twice", func(r *model.Report) {
			v := verdict(r, 1, "ITA")
			v.Actions = append(v.Actions, v.Actions[1])
		}, []string{"text-repeated c2 ITA"}, ""},
		{"the opening again in the closing", func(*model.Report) {}, nil, ""},

		// Rubric.
		{"a level without a guideline", func(r *model.Report) { r.Commitments[0].Guidelines = r.Commitments[0].Guidelines[:2] },
			[]string{"rubric-level-missing c2"}, "rubric-gap"},
		{"a level without a row", func(r *model.Report) { r.Commitments[0].Rubric = r.Commitments[0].Rubric[1:] },
			[]string{"rubric-level-missing c2"}, "rubric-gap"},
		{"a row whose score could not be read", func(r *model.Report) { r.Commitments[0].Rubric[0].Score = nil }, nil, "rubric-level-missing"},
		{"a preamble before the guidelines", func(r *model.Report) {
			c := &r.Commitments[0]
			c.Guidelines = append([]model.Level{{Text: "Members are judged by their acts."}}, c.Guidelines...)
		}, nil, ""},
		{"other thresholds, and a gap", func(r *model.Report) {
			setLevel(r.Commitments[0].Rubric, 0, "The member shows strong action in one or two dimensions, or weak action in all three dimensions.")
		}, []string{"rubric-conflict c2", "rubric-gap c2"}, ""},
		{"other words for the same", func(r *model.Report) {
			setLevel(r.Commitments[0].Rubric, 0, "The member shows strong action in at least one but fewer than three dimensions, or weak action in two or three dimensions.")
		}, nil, ""},
		{"a bare number is no conflict", func(r *model.Report) {
			setLevel(r.Commitments[0].Rubric, 1, "The member shows strong action in three dimensions.")
		}, nil, ""},
		{"two levels for two dimensions", func(r *model.Report) {
			for _, l := range [][]model.Level{r.Commitments[0].Guidelines, r.Commitments[0].Rubric} {
				setLevel(l, 1, "Full compliance: the member shows strong action in two or more dimensions.")
			}
		}, []string{"rubric-overlap c2", "rubric-overlap c2"}, ""},
		{"a count that nobody can count", func(r *model.Report) {
			setLevel(r.Commitments[0].Rubric, 0, "The member shows several weak actions in the dimensions that matter most.")
		}, nil, "rubric-conflict"},
		{"the conclusion denies a dimension", func(r *model.Report) {
			verdict(r, 1, "CAN").Closing.Text = "Canada has fully complied. Canada took strong action to repair lighthouses and to staff them but has not adequately electrified the lamps."
		}, []string{"rubric-unsupported c2 CAN"}, ""},
		{"the conclusion counts two of three", func(r *model.Report) {
			verdict(r, 1, "CAN").Closing.Text = "Canada has fully complied. Canada took strong action in two of the three dimensions."
		}, []string{"rubric-unsupported c2 CAN"}, ""},
		{"the conclusion is silent on a dimension", func(r *model.Report) {
			verdict(r, 1, "CAN").Closing.Text = "Canada has fully complied. Canada took strong action to repair lighthouses and to staff the towers."
		}, []string{"rubric-unsupported c2 CAN"}, ""},
		{"the conclusion shows only weak action", func(r *model.Report) {
			verdict(r, 1, "ITA").Closing.Text = "Italy has partially complied. Italy took weak action to staff the towers, and has not taken action to repair lighthouses or to electrify the lamps."
		}, []string{"rubric-unsupported c2 ITA"}, ""},
		{"the conclusion is general", func(r *model.Report) {
			verdict(r, 1, "CAN").Closing.Text = "Canada has fully complied. Canada took strong action to keep ships safe."
		}, nil, "rubric-unsupported"},
		{"the conclusion contradicts itself", func(r *model.Report) {
			verdict(r, 1, "CAN").Closing.Text = "Canada took strong action to electrify the lamps. It has not electrified any lamps."
		}, nil, "rubric-unsupported"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := chapterReport()
			test.mutate(r)
			res := run(t, r, Options{Only: languageRules})
			got := keys(res)
			want := test.want
			if want == nil {
				want = []string{}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("findings %q, want %q", got, want)
				for _, f := range res.Findings {
					t.Logf("%s: %s | %s", f.Rule, f.Message, f.Quote)
				}
			}
			for _, c := range res.Rules {
				if c.Rule == test.undecided && c.Undecided == 0 {
					t.Errorf("%s decided", c.Rule)
				}
			}
		})
	}
}

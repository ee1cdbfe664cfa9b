package audit

import (
	"fmt"
	"reflect"
	"testing"

	"recount.invalid/recount/model"
)

// titlePage makes a report that has a cover, paragraphs before the chapters,
// and n chapters and rows of its summary table.
func titlePage(info model.Info, n int, paragraphs ...string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport, Report: info}
	page := model.At{{Page: 1, Box: model.Box{72, 100, 500, 112}}}
	if info.Title != "" {
		r.Report.Cover = append(r.Report.Cover, model.Text{Text: info.Title, At: page})
	}
	if info.Period != nil {
		info.Period.At = page
		r.Report.Cover = append(r.Report.Cover, model.Text{Text: info.Period.Text, At: page})
		r.Report.Periods = append([]model.Period{*info.Period}, info.Periods...)
	}
	s := model.Section{Heading: "Introduction"}
	for i, text := range paragraphs {
		s.Paragraphs = append(s.Paragraphs, model.Text{Text: text, At: model.At{{Page: 2, Box: model.Box{72, float64(100 + 20*i), 500, float64(112 + 20*i)}}}})
	}
	r.Sections = []model.Section{s}
	if n > 0 {
		m := model.Matrix{Title: "Table A", Members: []string{"CAN", "FRA", "EU"}}
		for i := range n {
			r.Commitments = append(r.Commitments, model.Commitment{Number: i + 1, At: model.At{{Page: 3 + i}}})
			m.Rows = append(m.Rows, model.MatrixRow{Number: i + 1, Label: fmt.Sprint("Subject ", i+1), Scores: []*int{ptr(1), ptr(0), ptr(1)}})
		}
		r.Matrices = []model.Matrix{m}
	}
	return r
}

// periodOf makes a period of two days in EDTF and of the words on the page.
func periodOf(from, to, text string) *model.Period {
	return &model.Period{From: from, To: to, Text: text}
}

// The slips are those of published title pages: days, stages, years and
// numbers are theirs, the words are not. Each stands with a near miss.
func TestTitlePages(t *testing.T) {
	summit := func(name string, year int) model.Summit { return model.Summit{Name: name, Year: year} }
	in := func(p *model.Period, page int) []model.Period {
		p.At = model.At{{Page: page}}
		return []model.Period{*p}
	}
	for _, test := range []struct {
		name   string
		report *model.Report
		want   int
	}{
		{"Sea Island interim: another year in one title", titlePage(model.Info{Title: "2004 Sea Island Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: summit("Sea Island", 2004)}, 0,
			"What is said in the 2003 Sea Island Interim Compliance Report was gathered by students."), 1},
		{"near miss: two years joined", titlePage(model.Info{Title: "2004 Sea Island Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: summit("Sea Island", 2004)}, 0,
			"The 2004-2005 Sea Island Interim Compliance Scores stand below. The 2003 Evian Final Compliance Report had more."), 0},
		{"Gleneagles interim: 19 in the text, 21 chapters", titlePage(model.Info{Title: "2005 Gleneagles Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: summit("Gleneagles", 2005)}, 21,
			"Students looked at 19 priority commitments."), 1},
		{"near miss: 21 of 212", titlePage(model.Info{Title: "2005 Gleneagles Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: summit("Gleneagles", 2005)}, 21,
			"Students looked at 21 priority commitments of the 212 that were made. Of these, three selected commitments on health are new."), 0},
		{"near miss: one volume of several", titlePage(model.Info{Title: "2005 Gleneagles Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: summit("Gleneagles", 2005)}, 3,
			"Students looked at 21 priority commitments.", "This volume has three of them."), 0},
		{"L'Aquila final: to 20 and to 21 June", titlePage(model.Info{Title: "2009 L’Aquila Final Compliance Report", Forum: "G8", Stage: "final", Summit: summit("L’Aquila", 2009), Published: "2010-06-21",
			Period: periodOf("2009-07-11", "2010-06-20", "11 July 2009 to 20 June 2010"), Periods: in(periodOf("2009-07-11", "2010-06-21", "11 July 2009 to 21 June 2010"), 2)}, 0), 1},
		{"Toronto final: to 29 and to 31 October", titlePage(model.Info{Title: "Toronto G20 Final Compliance Report", Forum: "G20", Stage: "final", Summit: summit("Toronto", 2010),
			Period: periodOf("2010-06-28", "2010-10-29", "28 June 2010 to 29 October 2010"), Periods: in(periodOf("2010-06-28", "2010-10-31", "28 June to 31 October 2010"), 2)}, 0), 1},
		{"Brussels: to 31 and to 30 May", titlePage(model.Info{Title: "2014 Brussels Final Compliance Report", Forum: "G7", Stage: "final", Summit: summit("Brussels", 2014),
			Period: periodOf("2014-06-06", "2015-05-30", "6 June 2014 to 30 May 2015"), Periods: in(periodOf("2014-06-06", "2015-05-31", "6 June 2014 to 31 May 2015"), 2)}, 0), 1},
		{"Antalya final: dated before the period's end", titlePage(model.Info{Title: "2015 Antalya Final Compliance Report", Forum: "G20", Stage: "final", Summit: summit("Antalya", 2015), Published: "2016-09-03",
			Period: periodOf("2015-11-17", "2016-09-05", "17 November 2015 to 5 September 2016")}, 0), 1},
		{"near miss: dated on the period's last day", titlePage(model.Info{Title: "2015 Antalya Final Compliance Report", Forum: "G20", Stage: "final", Summit: summit("Antalya", 2015), Published: "2016-09-05",
			Period: periodOf("2015-11-17", "2016-09-05", "17 November 2015 to 5 September 2016")}, 0), 0},
		{"near miss: dated in the period's last month", titlePage(model.Info{Title: "2015 Antalya Final Compliance Report", Forum: "G20", Stage: "final", Summit: summit("Antalya", 2015), Published: "2016-09",
			Period: periodOf("2015-11-17", "2016-09-05", "17 November 2015 to 5 September 2016")}, 0), 0},
		{"Ise-Shima interim: to 19 February and to 31 January", titlePage(model.Info{Title: "2016 Ise-Shima Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Ise-Shima", 2016),
			Period: periodOf("2016-05-28", "2017-02-19", "28 May 2016 to 19 February 2017"), Periods: in(periodOf("2016-05-28", "2017-01-31", "28 May 2016 to 31 January 2017"), 2)}, 0), 1},
		{"Cornwall final: calls itself interim", titlePage(model.Info{Title: "2021 G7 Cornwall Summit Final Compliance Report", Forum: "G7", Stage: "final", Summit: summit("Cornwall", 2021)}, 0,
			"The 2021 G7 Cornwall Summit Interim Compliance Report examines what was done about 22 selected commitments, and goes on from the interim report."), 1},
		{"near miss: speaks of the interim report", titlePage(model.Info{Title: "2021 G7 Cornwall Summit Final Compliance Report", Forum: "G7", Stage: "final", Summit: summit("Cornwall", 2021)}, 0,
			"The 2021 G7 Cornwall Summit Final Compliance Report examines what was done, and builds on the interim report of 2022.",
			"The 2021 G7 Cornwall Summit Interim Compliance Report had found less. The 2020 Interim Compliance Report reviews other promises."), 0},
		{"Apulia interim: years exchanged", titlePage(model.Info{Title: "2024 G7 Apulia Summit Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 0,
			"Twenty promises of the 2024 Apulia Summit hosted by Italy on 13-15 June 2025 were looked at. A fuller report comes before the leaders meet in Kananaskis, Canada, in June 2024."), 2},
		{"near miss: years in order", titlePage(model.Info{Title: "2024 G7 Apulia Summit Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 0,
			"Twenty promises of the 2024 Apulia Summit hosted by Italy on 13-15 June 2024 were looked at. A fuller report comes before the leaders meet in Kananaskis, Canada, in June 2025."), 0},
		{"New Delhi interim: to 19 May and to 19 March", titlePage(model.Info{Title: "2023 New Delhi Interim Compliance Report", Forum: "G20", Stage: "interim", Summit: summit("New Delhi", 2023),
			Period: periodOf("2023-09-11", "2024-05-19", "11 September 2023 to 19 May 2024"), Periods: in(periodOf("2023-09-11", "2024-03-19", "11 September 2023 to 19 March 2024"), 2)}, 0), 1},
		{"Goa: days of another year, two ends of the period", titlePage(model.Info{Title: "2016 BRICS Goa Summit Final Compliance Report", Forum: "BRICS", Stage: "final", Summit: summit("Goa", 2016), Published: "2017-08-29",
			Period: periodOf("2016-10-17", "2017-08-14", "17 October 2016 to 14 August 2017"), Periods: in(periodOf("2016-10-17", "2017-08-31", "17 October 2016 to 31 August 2017"), 2)}, 0,
			"Ten promises were made at the Goa Summit hosted by India on 15-16 October 2017.", "They come from the Goa Summit on 15-16 October 2016."), 2},
		{"Johannesburg final: titled interim", titlePage(model.Info{Title: "2018 BRICS Johannesburg Summit Interim Compliance Report", Forum: "BRICS", Stage: "final", Summit: summit("Johannesburg", 2018)}, 0), 1},
		{"Brasilia final: two ends of the period", titlePage(model.Info{Title: "2019 BRICS Brasilia Final Compliance Report", Forum: "BRICS", Stage: "final", Summit: summit("Brasilia", 2019),
			Period: periodOf("2019-11-15", "2020-10-23", "15 November 2019 to 23 October 2020"), Periods: in(periodOf("2019-11-15", "2020-11-16", "15 November 2019 to 16 November 2020"), 2)}, 0,
			"Whoever knows of an action between 15 November 2019 and 16 November 2020 may write to us."), 1},
		{"near miss: the interim report's period", titlePage(model.Info{Title: "2019 BRICS Brasilia Final Compliance Report", Forum: "BRICS", Stage: "final", Summit: summit("Brasilia", 2019),
			Period: periodOf("2019-11-15", "2020-10-23", "15 November 2019 to 23 October 2020"), Periods: in(periodOf("2019-11-15", "2020-03-01", "15 November 2019 to 1 March 2020"), 2)}, 0,
			"The interim report covered what was done from 15 November 2019 to 1 March 2020."), 0},
		{"two numbers of commitments", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 0,
			"It reviews 20 selected commitments.", "It assesses 22 priority commitments of the 469 commitments made."), 1},
		{"members", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 2,
			"Across all five members the average is low."), 1},
		{"near miss: some of the members", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 2,
			"All five members that border the sea complied."), 0},
		{"near miss: published elsewhere", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 2,
			"Averages for all nine members are published in another volume and differ from those printed here.", "All nine members signed the declaration.", "A table with all nine members can be ordered from the secretariat."), 0},
		{"near miss: the commitments of another summit", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 2,
			"Tarnholm stays out of the comparison since only seven commitments were assessed.", "Aldermere is missing where nine selected commitments are compared."), 0},
		{"near miss: quoted", titlePage(model.Info{Title: "2024 Apulia Interim Compliance Report", Forum: "G7", Stage: "interim", Summit: summit("Apulia", 2024)}, 2,
			"“This final report speaks of all five members.”"), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			res := run(t, test.report, Options{Only: []string{"front-matter", "count-stated"}})
			if len(res.Findings) != test.want {
				t.Errorf("%d findings, want %d", len(res.Findings), test.want)
			}
			for _, f := range res.Findings {
				t.Log(f.Message)
			}
		})
	}
}

// Lough Erne's report names the summit of 2013 with the year before in its
// text: that is a year beside a summit's name, which has its own rule, and the
// one slip is one finding.
func TestYearBesideTheSummitIsOneFinding(t *testing.T) {
	r := titlePage(model.Info{Title: "2013 Lough Erne Interim Compliance Report", Forum: "G8", Stage: "interim", Summit: model.Summit{Name: "Lough Erne", Year: 2013}}, 0,
		"Leaders made many promises at the 2012 Lough Erne Summit.")
	got := keys(run(t, r, Options{Only: []string{"front-matter", "summit-year"}}))
	if want := []string{"summit-year"}; !reflect.DeepEqual(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

package across

import (
	"testing"

	"recount.invalid/recount/model"
)

const (
	kelpBeds = "We will plant kelp along every rocky shore of our countries by 2035."
	buoys    = "We will moor buoys that measure waves and publish what they measure each week."
)

// A chapter of its own that prints no year is joined with the one summit in whose reports
// its commitment stands word for word.
func TestFindYears(t *testing.T) {
	of := func(change func(*model.Report), list ...model.Commitment) *model.Report {
		r := report("final", list...)
		r.Source = model.Source{File: "whole.pdf", SHA256: "whole"}
		change(r)
		return r
	}
	plain := func(*model.Report) {}
	whole := func() *model.Report {
		return of(plain, promise(1, "7", kelpBeds, "", 1, 1, 0), promise(2, "8", buoys, "", 0, 0, 0))
	}
	yearless := func(r *model.Report) {
		r.Source = model.Source{File: "chapter.pdf", SHA256: "chapter"}
		r.Report.Summit = model.Summit{}
		r.Report.Forum = ""
	}
	later := func(r *model.Report) {
		r.Source = model.Source{File: "later.pdf", SHA256: "later"}
		r.Report.Summit.Year = 2032
	}
	for _, c := range []struct {
		what    string
		chapter *model.Report
		others  []*model.Report
		year    int
	}{
		{"one report has it", of(yearless, promise(1, "7", kelpBeds, "", 1, 1, 1)), []*model.Report{whole()}, 2031},
		{"without a serial, with other signs", of(yearless, promise(1, "", "“we will plant kelp along every rocky shore of our countries, by 2035”", "", 1, 1, 1)), []*model.Report{whole()}, 2031},
		{"the interim report, too", of(yearless, promise(1, "7", kelpBeds, "", 1, 1, 1)), []*model.Report{whole(), of(func(r *model.Report) { r.Source.SHA256, r.Report.Stage = "i", "interim" }, promise(1, "7", kelpBeds, "", 0, 0, 0))}, 2031},
		{"its serial says the year", of(yearless, promise(1, "2031-7", "We will plant kelp along every shore by 2036.", "", 1, 1, 1)), []*model.Report{whole()}, 2031},
		{"two summits made it", of(yearless, promise(1, "7", kelpBeds, "", 1, 1, 1)), []*model.Report{whole(), of(later, promise(1, "7", kelpBeds, "", 1, 1, 1))}, 0},
		{"the later summit's has another serial", of(yearless, promise(1, "7", kelpBeds, "", 1, 1, 1)), []*model.Report{whole(), of(later, promise(1, "9", kelpBeds, "", 1, 1, 1))}, 2031},
		{"other words", of(yearless, promise(1, "7", "We will plant kelp along every sandy shore of our countries by 2035.", "", 1, 1, 0)), []*model.Report{whole()}, 0},
		{"a short text", of(yearless, promise(1, "7", "We will drill many wells.", "", 1, 1, 0)), []*model.Report{of(plain, promise(1, "7", "We will drill many wells.", "", 1, 1, 0))}, 0},
		{"another serial", of(yearless, promise(1, "9", kelpBeds, "", 1, 1, 0)), []*model.Report{whole()}, 0},
		{"another place", of(func(r *model.Report) { yearless(r); r.Report.Summit.Name = "Quay" }, promise(1, "7", kelpBeds, "", 1, 1, 0)), []*model.Report{whole()}, 0},
		{"another forum", of(func(r *model.Report) { yearless(r); r.Report.Forum = "G20" }, promise(1, "7", kelpBeds, "", 1, 1, 0)), []*model.Report{whole()}, 0},
		{"fewer members", of(yearless, promise(1, "7", kelpBeds, "", 1)), []*model.Report{whole()}, 0},
		{"published years later", of(func(r *model.Report) { yearless(r); r.Report.Published = "2036-05-04" }, promise(1, "7", kelpBeds, "", 1, 1, 0)),
			[]*model.Report{of(func(r *model.Report) { r.Report.Published = "2032-05-04" }, promise(1, "7", kelpBeds, "", 1, 1, 0))}, 0},
		{"another period", of(func(r *model.Report) {
			yearless(r)
			r.Report.Period = &model.Period{From: "2032-05-04", To: "2033-05-04"}
		}, promise(1, "7", kelpBeds, "", 1, 1, 0)),
			[]*model.Report{of(func(r *model.Report) { r.Report.Period = &model.Period{From: "2031-05-04", To: "2032-04-30"} }, promise(1, "7", kelpBeds, "", 1, 1, 0))}, 0},
		{"a second commitment that is nowhere", of(yearless, promise(1, "7", kelpBeds, "", 1, 1, 0), promise(2, "11", "We will count the whales of all seas once in each of five years.", "", 1, 1, 0)), []*model.Report{whole()}, 0},
	} {
		here := held(c.chapter)
		all := []*Source{here}
		for _, o := range c.others {
			all = append(all, held(o))
		}
		f := NewFiles(all, nil)
		if here.Year != c.year || (here.Joined() != "") != (c.year != 0) {
			t.Errorf("%s: %d %q, want %d", c.what, here.Year, here.Joined(), c.year)
			continue
		}
		if c.year == 0 || c.chapter.Commitments[0].ID == "2031-7" {
			continue
		}
		if ok, _ := Comparable(here, all[1]); !ok || len(f.Near(here)) == 0 {
			t.Errorf("%s: not compared", c.what)
		}
		if res := Compare(here, all[1], same); res.Compared == 0 {
			t.Errorf("%s: nothing compared", c.what)
		}
	}
}

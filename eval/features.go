package eval

import (
	"fmt"
	"strings"
)

// features are what differs between the reports of a sweep, so that the
// table shows which of them the reading does not master.
var features = []struct {
	name string
	has  func(Case) bool
}{
	{"indented paragraphs without distance", func(c Case) bool { return c.Look.Indent }},
	{"justified", func(c Case) bool { return c.Look.Justify }},
	{"words broken at line ends", func(c Case) bool { return c.Look.Hyphenate }},
	{"written word by word", func(c Case) bool { return c.Look.Draw == "words" }},
	{"written a few letters at a time", func(c Case) bool { return c.Look.Draw == "pieces" }},
	{"tables with rows ruled only", func(c Case) bool { return c.Look.TableGrid == "rows" }},
	{"tables without rules", func(c Case) bool { return c.Look.TableGrid == "none" }},
	{"table heads not repeated", func(c Case) bool { return c.Look.HeadsOnce }},
	{"chapters without new pages", func(c Case) bool { return c.Options.Continuous }},
	{"chapters alone", func(c Case) bool { return c.Options.ChaptersOnly }},
	{"list of contents", func(c Case) bool { return c.Look.TOC && !c.Options.ChaptersOnly }},
	{"preface", func(c Case) bool { return c.Look.Preface && !c.Options.ChaptersOnly }},
	{"small chapter headings", func(c Case) bool { return c.Look.HeadSize > 0 && c.Look.HeadSize < 1.3 }},
	{"section headings in italics", func(c Case) bool { return c.Look.SectionItalic }},
	{"members' headings in the body's font", func(c Case) bool { return !c.Look.MemberBold }},
	{"quotations in italics", func(c Case) bool { return c.Look.Italics }},
	{"straight quotation marks", func(c Case) bool { return c.Look.Straight }},
	{"no-break spaces in dates", func(c Case) bool { return c.Look.HardSpaces }},
	{"hard texts", func(c Case) bool { return c.Look.HardText }},
	{"enumerated guidelines", func(c Case) bool { return c.Look.EnumLevels && len(c.Look.Words["guidelines"]) > 0 }},
	{"scoring table from full to none", func(c Case) bool { return c.Look.RubricDown }},
	{"other names of members", func(c Case) bool { return c.Look.Aliases }},
	{"long date phrases", func(c Case) bool { return c.Look.LongDates }},
	{"hard notes", func(c Case) bool { return c.Look.HardNotes }},
	{"underlined addresses", func(c Case) bool { return c.Look.Underline }},
	{"no rule over the notes", func(c Case) bool { return !c.Look.NoteRule }},
	{"notes wholly on the next page", func(c Case) bool { return c.Look.NotesWhole }},
	{"full-size markers", func(c Case) bool { return !c.Look.MarkerUp }},
	{"blank cells for not assessed", func(c Case) bool { return c.Look.NA == "" }},
	{"hyphen for minus", func(c Case) bool { return c.Look.Minus == "-" }},
	{"en dash for minus", func(c Case) bool { return c.Look.Minus == "\u2013" }},
	{"A4", func(c Case) bool { return c.Look.Paper == "a4" }},
}

// byFeature is a table of the reports that have a feature against those that
// do not.
func byFeature(b *strings.Builder, r *Result) {
	b.WriteString("| feature | reports with it | right | without |\n| --- | ---: | ---: | ---: |\n")
	for _, f := range features {
		n := 0
		for _, c := range r.Cases {
			if f.has(c) {
				n++
			}
		}
		with := r.Total(f.has).All()
		without := r.Total(func(c Case) bool { return !f.has(c) }).All()
		fmt.Fprintf(b, "| %s | %d | %s | %s |\n", f.name, n, percent(with), percent(without))
	}
}

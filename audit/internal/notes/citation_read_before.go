package notes

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
)

const (
	// readAhead is how many days before the action a source must have been read: one
	// is left to time zones.
	readAhead = 2
	// maxSources is how many sources of an action are looked at.
	maxSources = 20

	sourceNotCertain = "whether the sources of an action were read before it: a date of theirs is no full day, or its reading is in doubt"
	mayBeToCome      = "whether the sources of an action were read before it: the words may tell of something that was still to come"
)

// readBefore holds the day of an action against the days on which its sources were
// read. It is said of the source that was read last, and only where each was read
// before: what one source cannot tell another may.
func readBefore(p *rule.Pass, dated datedAction, notes noteIndex) {
	a := dated.a
	if !isDay(a.Date) || len(a.Footnotes) > maxSources || frontmatter.DatedOutside(p, a) {
		return
	}
	day, _ := calendar.ParseDays(a.Date)
	var last *model.Footnote
	lastRead, certain := 0, true
	var sources []*model.Footnote
	for _, r := range a.Footnotes {
		f := notes.find(dated.c, r.Number)
		if f == nil || !isDay(f.Accessed) || !isDay(f.Published) {
			certain = false
			continue
		}
		read, _ := calendar.ParseDays(f.Accessed)
		published, _ := calendar.ParseDays(f.Published)
		if day.First-read.Last < readAhead {
			p.Checked(1)
			return
		}
		if published.First-read.Last >= readAhead && p.Selected("citation-access-before-publication") {
			return // one cause, which that rule names
		}
		sources = append(sources, f)
		if last == nil || read.Last > lastRead {
			last, lastRead = f, read.Last
		}
	}
	if last == nil {
		return
	}
	for _, f := range sources {
		certain = certain && !p.Doubted(notePointer(p.Report, f), f.At)
	}
	if !certain || p.Doubted(dated.pointer, a.At) {
		p.Undecided(1, sourceNotCertain)
		return
	}
	if !action.DoneOn(p.Vocabulary, a.Text, a.Date) || slices.ContainsFunc(sources, func(f *model.Footnote) bool { return mayAnnounce(p, f) }) {
		p.Undecided(1, mayBeToCome)
		return
	}
	p.Checked(1)
	f := dated.finding(p, last)
	f.Stated = printedDate(last.AccessedText, last.Accessed)
	f.Message = fmt.Sprintf("Footnote %d was read on %s, %s before the action of %s that it supports.",
		last.Number, f.Stated, calendar.Apart(day.First-lastRead), frontmatter.DateText(*a))
	if earlier, ok := monthBefore(p, a); ok && earlier.First <= lastRead {
		f.Explanations = []string{"the action's month is off by one"}
	}
	p.Found(f)
}

// mayAnnounce reports whether a source may be an announcement by its title; one in
// another language cannot be told.
func mayAnnounce(p *rule.Pass, f *model.Footnote) bool {
	title := f.Title
	if title == "" {
		title = f.Text
	}
	return f.Translation != "" || action.MayCome(p.Vocabulary, title)
}

// monthBefore is the action's day in the month before, where there is one within the
// period.
func monthBefore(p *rule.Pass, a *model.Action) (calendar.Days, bool) {
	y, m, d, _ := calendar.SplitDate(a.Date)
	if m--; m == 0 {
		y, m = y-1, 12
	}
	other := *a
	other.Date = fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	days, ok := calendar.ParseDays(other.Date)
	return days, ok && !frontmatter.DatedOutside(p, &other)
}

// notePointer is the JSON Pointer of a note of the report.
func notePointer(r *model.Report, f *model.Footnote) string {
	return fmt.Sprintf("/footnotes/%d", slices.IndexFunc(r.Footnotes, func(n model.Footnote) bool { return n.Number == f.Number && n.Commitment == f.Commitment }))
}

// isDay reports whether a date is a full day that exists.
func isDay(edtf string) bool {
	_, ok := calendar.ParseDays(edtf)
	return ok && len(edtf) == len("2006-01-02")
}

package front

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

var (
	// reNextMeeting finds what is said of a coming summit: "before the leaders
	// meet in Norport, Canada, in June 2032". Groups: place, year.
	reNextMeeting = lazyregexp.NewWith(`\b(?:leaders|they)\s+(?:next\s+|will\s+)?(?:meet|met)\s+(?:again\s+|next\s+)?(?:in|at)\s+((?:\p{Lu}[\p{L}.'\x{2019}-]*\s?)+)(?:,\s*(?:\p{Lu}[\p{L}.'\x{2019}-]*\s?)+)?,?\s*(?:in|on)\s+(?:[0-9]{1,2}\s+)?(?:\p{Lu}\p{L}+\s+)?((?:19|20)[0-9]{2})\b`, "meet", "met")
)

// frontTitleYears compares the year of the summit in titles that name it:
// "2031 Norport Interim Compliance Report".
func frontTitleYears(p *rule.Pass, front []frontmatter.FrontText) {
	info := &p.Report.Report
	if info.Summit.Name == "" || info.Summit.Year == 0 {
		p.Undecided(1, "no name and year of the summit were found")
		return
	}
	look := func(text string, at model.At) bool {
		for _, sp := range prose.Sentences(p.Vocabulary, text) {
			s := text[sp.Start:sp.End]
			for _, y := range titleYears(p, s, info.Summit.Name) {
				if slices.ContainsFunc(SummitMentions(p, s), func(m summitMention) bool { return m.Year == y }) && p.Selected("summit-year") {
					continue
				}
				p.Checked(1)
				if y == info.Summit.Year || slices.Contains(summitYears(p.Vocabulary, info.Forum, info.Summit.Name), y) {
					continue
				}
				p.Found(rule.Finding{
					Message: fmt.Sprintf("The year of the %s summit is stated as %d and as %d.", info.Summit.Name, info.Summit.Year, y),
					Stated:  fmt.Sprint(info.Summit.Year), Computed: fmt.Sprint(y), Quote: s, At: at,
				})
				return true
			}
		}
		return false
	}
	for _, t := range front {
		if look(t.Text, t.At) {
			return
		}
	}
	for i := range p.Report.Matrices {
		if m := &p.Report.Matrices[i]; look(m.Title, m.At) {
			return
		}
	}
}

// titleYears are the years that stand in a report's title beside the name of
// its summit, with nothing but the forum, the stage and "Summit" between.
func titleYears(p *rule.Pass, s, name string) []int {
	var out []int
	for from := 0; ; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return out
		}
		start, end := from+i, from+i+len(name)
		from = end
		if behind := frontmatter.FirstWords(s[end:], 6); !p.OfForums(reportWords).MatchString(behind) {
			continue
		}
		before := strings.Fields(s[:start])
		for k := len(before) - 1; k >= 0 && k >= len(before)-3; k-- {
			w := strings.Trim(before[k], ",.:;()[]“”\"")
			if len(w) == 4 && elsewhere.ReYearAlone.MatchString(w) {
				out = append(out, rule.Atoi(w))
				break
			}
			if !elsewhere.TitleFiller[strings.ToLower(w)] && !p.NamesForum(w) {
				break
			}
		}
	}
}

// reportWords make the words behind a summit's name a report's title.
var reportWords = lazyregexp.NewTemplate(`^(?:\s+(?:{names}|Summit|Interim|Final|Preliminary|20[0-9]{2}|19[0-9]{2})){0,4}\s+Compliance\s+(?:Report|Results|Scores|Assessment)\b`)

// frontSummitDays compares the days of the summit wherever the text states
// them beside its name.
func frontSummitDays(p *rule.Pass, front []frontmatter.FrontText) {
	info := &p.Report.Report
	if info.Summit.Name == "" {
		return
	}
	var first *summitDay
	for _, t := range front {
		for _, sp := range prose.Sentences(p.Vocabulary, t.Text) {
			s := t.Text[sp.Start:sp.End]
			for _, d := range daysOfSummit(p, s, info.Summit.Name) {
				d.at = t.At
				year := calendar.YearOf(d.days.First)
				if info.Summit.Year > 0 && year != info.Summit.Year {
					p.Checked(1)
					if slices.Contains(summitYears(p.Vocabulary, info.Forum, info.Summit.Name), year) {
						continue // another meeting in the same place
					}
					p.Found(rule.Finding{
						Message: fmt.Sprintf("The %s summit of %d is said to have met on %s.", info.Summit.Name, info.Summit.Year, d.text),
						Stated:  fmt.Sprint(info.Summit.Year), Computed: d.text, Quote: s, At: t.At,
					})
					return
				}
				if first == nil {
					first = &d
					continue
				}
				p.Checked(1)
				// One of the days may be named alone.
				if d.days.First >= first.days.First && d.days.Last <= first.days.Last || first.days.First >= d.days.First && first.days.Last <= d.days.Last {
					continue
				}
				p.Found(rule.Finding{
					Message: fmt.Sprintf("The %s summit is said to have met on %s and on %s.", info.Summit.Name, first.text, d.text),
					Stated:  first.text, Computed: d.text, Quote: s, At: append(model.At(nil), first.at...).Join(t.At),
				})
				return
			}
		}
	}
}

// summitDay is a statement of a summit's days.
type summitDay struct {
	days calendar.Days
	text string
	at   model.At
}

// daysOfSummit reads the days behind the words "NAME Summit" or "met in NAME",
// before another date or clause: "the Norport Summit hosted by India on 15-16
// October 2031".
func daysOfSummit(p *rule.Pass, s, name string) []summitDay {
	var out []summitDay
	if !strings.Contains(s, name) {
		return nil
	}
	for _, m := range date.FindDates(p.Vocabulary, s) {
		days, ok := calendar.ParseDays(m.EDTF)
		if !ok || !ofDays(m.EDTF) {
			continue
		}
		start := len(string([]rune(s)[:m.Start]))
		before := s[max(0, start-90):start]
		i := strings.LastIndex(before, name)
		if i < 0 || !p.OfForums(summitLead).MatchString(before[i+len(name):]) && !(metAt.MatchString(before[:i]) && placeLead.MatchString(before[i+len(name):])) {
			continue
		}
		out = append(out, summitDay{days: days, text: m.Text})
	}
	return out
}

// ofDays reports whether a date is a day, or from one day to another: a month says
// little of a summit.
func ofDays(edtf string) bool {
	for end := range strings.SplitSeq(edtf, "/") {
		if strings.Count(end, "-") != 2 {
			return false
		}
	}
	return true
}

var (
	// summitLead leads from a summit's name to its days.
	summitLead = lazyregexp.NewTemplate(`^(?:\s+{names})?\s+[Ss]ummit(?:\s+(?:hosted|chaired)\s+by\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]*\s?)+)?,?\s*(?:held\s+)?(?:on|of|from)\s+$`)
	// metAt and placeLead do where only the place is named: "the leaders met
	// in Norport on 5 and 6 May 2031".
	metAt     = lazyregexp.New(`\b(?:leaders|members|heads)\b[^.;]{0,60}\bmet\s+(?:in|at)\s+$`)
	placeLead = lazyregexp.New(`^(?:,\s+(?:\p{Lu}[\p{L}-]*\s?)+,?)?\s+(?:on|from)\s+$`)
)

// frontNextSummit holds the year of a coming meeting against the list of
// summits: the year of the last one is easily taken over.
func frontNextSummit(p *rule.Pass, front []frontmatter.FrontText) {
	info := &p.Report.Report
	for _, t := range front {
		for _, m := range reNextMeeting.FindAllStringSubmatch(t.Text, -1) {
			name, year := strings.TrimSpace(m[1]), rule.Atoi(m[2])
			years := summitYears(p.Vocabulary, info.Forum, name)
			if len(years) == 0 {
				continue
			}
			p.Checked(1)
			if slices.Contains(years, year) {
				continue
			}
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The text has the leaders meet in %s in %d; the %s met there in %s.", name, year, info.Forum, yearList(years)),
				Stated:  m[2], Computed: yearList(years), Quote: m[0], At: t.At,
			})
		}
	}
}

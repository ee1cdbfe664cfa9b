package audit

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

var _ = register(Rule{
	ID:       "summit-year",
	Severity: Warning,
	Title:    "a summit named with another year than its own",
	Checks: "Looks for a year beside a summit's name ('the 2031 Norport Summit', 'Norport Summit in 2031') and compares it with the years in which the forum met there, " +
		"by the list of summits (audit/summits.csv) and by what the report says of its own summit.",
	Why:     "A wrong year sends the reader to another meeting's promises.",
	Example: "'At the 2003 Genoa Summit', which met in 2001. Near misses: 'the 1979 Tokyo Summit' and 'the 1986 Tokyo Summit', both held; a meeting of another organisation in the same town.",
	Convention: "A summit is taken for one of the forum's when the forum is named with it, when the sentence names the forum or its leaders, when the name is that of the report's own summit, " +
		"or when the list has the name and it is no town where others hold summits. " +
		"A summit 'on' a subject is a conference and is left alone.",
	Since: "0.1.0",
	Run:   runSummitYear,
})

func runSummitYear(p *Pass) {
	info := &p.Report.Report
	for _, h := range p.heldTexts() {
		if h.kind == kindFootnote {
			continue // titles are as their authors wrote them
		}
		for _, m := range summitMentions(h.text) {
			own := info.Summit.Name != "" && (strings.EqualFold(info.Summit.Name, m.name) || sameSummitName(info.Summit.Name, m.name))
			forum := m.forum
			if forum == "" && own {
				forum = info.Forum
			}
			if forum == "" {
				forum = forumNear(h.text, m.start, m.end)
			}
			if forum == "" {
				p.summitOfAny(h, m)
				continue
			}
			years := summitYears(forum, m.name)
			if own && len(years) == 0 && m.year != info.Summit.Year {
				p.Undecided(1, "the summit is on no list of summits, and may have met there before")
				continue
			}
			if own && info.Summit.Year > 0 {
				years = append(years, info.Summit.Year)
			}
			if len(years) == 0 {
				continue
			}
			sort.Ints(years)
			held := false
			for _, y := range years {
				held = held || y == m.year
			}
			if m.conference {
				p.Undecided(1, "a summit on a subject, which may be another meeting in the same town")
				continue
			}
			if !held && !own && len(summitYearsOfOthers(forum, m.name)) > 0 && m.forum == "" {
				p.Undecided(1, "the name is also that of another forum's summit")
				continue
			}
			p.Checked(1)
			if !held {
				p.summitFound(h, m, forum, years)
			}
		}
	}
}

// summitOfAny looks at a summit without its forum: a name that only forums of
// the list have met under is enough.
func (p *Pass) summitOfAny(h heldText, m summitMention) {
	var years []int
	forum := ""
	for _, s := range summits() {
		if s.called(m.name) {
			years = append(years, s.year)
			forum = s.forum
		}
	}
	switch {
	case len(years) == 0:
		return
	case m.conference || crowded[strings.ToLower(m.name)]:
		p.Undecided(1, "a summit without its forum, in a town where others meet too")
		return
	}
	p.Checked(1)
	for _, y := range years {
		if y == m.year {
			return
		}
	}
	sort.Ints(years)
	p.summitFound(h, m, forum, years)
}

func (p *Pass) summitFound(h heldText, m summitMention, forum string, years []int) {
	f := h.finding()
	f.Stated = h.text[m.start:m.end]
	f.Computed = fmt.Sprintf("%s: %s", m.name, yearList(years))
	f.Message = fmt.Sprintf("The text names the %s summit of %d; the %s met there in %s.", m.name, m.year, forum, yearList(years))
	f.Quote = excerpt(h.text, m.start, m.end)
	for _, s := range summits() {
		if s.year == m.year && sameForum(s.forum, forum) {
			f.Explanations = append(f.Explanations, fmt.Sprintf("the %s summit of %d was that of %s", s.forum, s.year, s.names[0]))
		}
	}
	p.Found(f)
}

// summitMention is a summit's name with a year beside it.
type summitMention struct {
	start, end int
	name       string
	forum      string // as named in the phrase itself
	year       int
	conference bool // "Summit on …"
}

// summitMentions finds names of the list of summits, or any other name, with
// a year.
func summitMentions(text string) []summitMention {
	if !summitWithYear(text) {
		return nil // most paragraphs, before any pattern is tried
	}
	var out []summitMention
	for _, re := range []struct {
		year, forum, forum2, name int
		m                         [][]int
	}{
		{1, 2, 4, 3, reYearSummit.FindAllStringSubmatchIndex(text, -1)},
		{4, 1, 3, 2, reSummitYear.FindAllStringSubmatchIndex(text, -1)},
	} {
		for _, m := range re.m {
			g := func(n int) string {
				if m[2*n] < 0 {
					return ""
				}
				return text[m[2*n]:m[2*n+1]]
			}
			year, _ := strconv.Atoi(g(re.year))
			name := strings.TrimSpace(g(re.name))
			for _, lead := range []string{"The ", "At ", "In ", "Since ", "During ", "From ", "Schloss "} {
				name = strings.TrimPrefix(name, lead)
			}
			forum := g(re.forum)
			if forum == "" {
				forum = g(re.forum2)
			}
			out = append(out, summitMention{
				start: m[0], end: m[1], name: name, forum: forum, year: year,
				conference: reSummitOn.MatchString(text[m[1]:]),
			})
		}
	}
	return out
}

// Between a year and the word "Summit" stand at most a forum, a name of four
// words, another forum and "Leaders'"; between the word and a year behind it
// "held in", a month and "of".
const (
	wordsBeforeSummit = 7
	wordsBehindSummit = 4
)

// summitWithYear reports whether a text has the word "Summit" with a year near
// enough for one of the patterns.
func summitWithYear(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], "ummit")
		if i < 0 {
			return false
		}
		i += from
		from = i + len("ummit")
		start := max(0, i-1) // the word's own first letter
		if yearWithin(text[:start], wordsBeforeSummit+1, true) || yearWithin(text[from:], wordsBehindSummit+1, false) {
			return true
		}
	}
}

// yearWithin reports whether one of the first n words of a text, or of its last
// n, has four figures in a row. A word ends at white space.
func yearWithin(text string, n int, last bool) bool {
	space, figures := true, 0
	for k := range len(text) {
		c := text[k]
		if last {
			c = text[len(text)-1-k]
		}
		if c == ' ' || c >= '\t' && c <= '\r' {
			space, figures = true, 0
			continue
		}
		if space {
			if n--; n < 0 {
				return false
			}
			space = false
		}
		if c < '0' || c > '9' {
			figures = 0
		} else if figures++; figures == 4 {
			return true
		}
	}
	return false
}

// summitYears are the years in which a forum met under that name.
func summitYears(forum, name string) []int {
	var out []int
	for _, s := range summits() {
		if sameForum(s.forum, forum) && s.called(name) {
			out = append(out, s.year)
		}
	}
	return out
}

// summitYearsOfOthers are the years in which other forums met under that
// name.
func summitYearsOfOthers(forum, name string) []int {
	var out []int
	for _, s := range summits() {
		if !sameForum(s.forum, forum) && s.called(name) {
			out = append(out, s.year)
		}
	}
	return out
}

// sameSummitName: one of the two names may be a part of the other ("Rio",
// "Porto de Mar").
func sameSummitName(a, b string) bool {
	for _, s := range summits() {
		if s.called(a) && s.called(b) {
			return true
		}
	}
	return strings.EqualFold(a, b)
}

// forumNear is the one forum that the sentence around names.
func forumNear(text string, start, end int) string {
	from := strings.LastIndexAny(text[:start], ".!?\n") + 1
	to := len(text)
	if i := strings.IndexAny(text[end:], ".!?\n"); i >= 0 {
		to = end + i
	}
	found := ""
	for _, f := range reForumName.FindAllString(text[from:to], -1) {
		if found != "" && !sameForum(found, f) {
			return ""
		}
		found = f
	}
	return found
}

func yearList(years []int) string {
	var s []string
	last := 0
	for _, y := range years {
		if y != last {
			s = append(s, strconv.Itoa(y))
		}
		last = y
	}
	return listing(s, 8, "and")
}

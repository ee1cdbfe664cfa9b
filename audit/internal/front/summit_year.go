package front

import (
	"fmt"
	"iter"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "summit-year",
	Severity: rule.Warning,
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

func runSummitYear(p *rule.Pass) {
	info := &p.Report.Report
	for _, h := range p.HeldTexts() {
		if h.Kind == rule.KindFootnote {
			continue // titles are as their authors wrote them
		}
		for _, m := range SummitMentions(p, h.Text) {
			own := info.Summit.Name != "" && (strings.EqualFold(info.Summit.Name, m.Name) || sameSummitName(info.Summit.Name, m.Name))
			forum := m.Forum
			if forum == "" && own {
				forum = info.Forum
			}
			if forum == "" {
				forum = ForumNear(p, h.Text, m.Start, m.End)
			}
			if forum == "" {
				summitOfAny(p, h, m)
				continue
			}
			years := summitYears(p.Vocabulary, forum, m.Name)
			if own && len(years) == 0 && m.Year != info.Summit.Year {
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
				held = held || y == m.Year
			}
			if m.Conference {
				p.Undecided(1, "a summit on a subject, which may be another meeting in the same town")
				continue
			}
			if !held && !own && len(summitYearsOfOthers(p.Vocabulary, forum, m.Name)) > 0 && m.Forum == "" {
				p.Undecided(1, "the name is also that of another forum's summit")
				continue
			}
			p.Checked(1)
			if !held {
				summitFound(p, h, m, forum, years)
			}
		}
	}
}

// summitOfAny looks at a summit without its forum: a name that only forums of
// the list have met under is enough.
func summitOfAny(p *rule.Pass, h rule.HeldText, m summitMention) {
	var years []int
	forum := ""
	for _, s := range calendar.Known() {
		if s.Called(m.Name) {
			years = append(years, s.Year)
			forum = s.Forum
		}
	}
	switch {
	case len(years) == 0:
		return
	case m.Conference || calendar.Crowded[strings.ToLower(m.Name)]:
		p.Undecided(1, "a summit without its forum, in a town where others meet too")
		return
	}
	p.Checked(1)
	for _, y := range years {
		if y == m.Year {
			return
		}
	}
	sort.Ints(years)
	summitFound(p, h, m, forum, years)
}

func summitFound(p *rule.Pass, h rule.HeldText, m summitMention, forum string, years []int) {
	f := h.Finding()
	f.Stated = h.Text[m.Start:m.End]
	f.Computed = fmt.Sprintf("%s: %s", m.Name, yearList(years))
	f.Message = fmt.Sprintf("The text names the %s summit of %d; the %s met there in %s.", m.Name, m.Year, forum, yearList(years))
	f.Quote = rule.Excerpt(h.Text, m.Start, m.End)
	for _, s := range calendar.Known() {
		if s.Year == m.Year && p.Vocabulary.SameForum(s.Forum, forum) {
			f.Explanations = append(f.Explanations, fmt.Sprintf("the %s summit of %d was that of %s", s.Forum, s.Year, s.Names[0]))
		}
	}
	p.Found(f)
}

// summitMention is a summit's name with a year beside it.
type summitMention struct {
	Start, End int
	Name       string
	Forum      string // as named in the phrase itself
	Year       int
	Conference bool // "Summit on …"
}

// SummitMentions finds names of the list of summits, or any other name, with
// a year.
func SummitMentions(p *rule.Pass, text string) []summitMention {
	var before, behind []summitMention
	for w := range SummitWindows(text) {
		part := text[w.Start:w.End]
		if w.yearBefore {
			before = appendMentions(p.Vocabulary, before, text, w.Start, p.OfForums(rule.ReYearSummit).FindAllStringSubmatchIndex(part, -1), 1, 2, 4, 3)
		}
		if w.yearBehind {
			behind = appendMentions(p.Vocabulary, behind, text, w.Start, p.OfForums(rule.ReSummitYear).FindAllStringSubmatchIndex(part, -1), 4, 1, 3, 2)
		}
	}
	return append(before, behind...)
}

// appendMentions appends the matches of a pattern in text[offset:] by the
// numbers of its groups.
func appendMentions(v *vocabulary.Vocabulary, out []summitMention, text string, offset int, matches [][]int, year, forum, forum2, name int) []summitMention {
	for _, m := range matches {
		g := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[offset+m[2*n] : offset+m[2*n+1]]
		}
		s := summitMention{Start: offset + m[0], End: offset + m[1], Name: strings.TrimSpace(g(name)), Forum: g(forum)}
		s.Year, _ = strconv.Atoi(g(year))
		for _, lead := range []string{"The ", "At ", "In ", "Since ", "During ", "From ", "Schloss "} {
			s.Name = strings.TrimPrefix(s.Name, lead)
		}
		if s.Forum == "" {
			s.Forum = g(forum2)
		}
		s.Forum, _ = v.Forum(s.Forum)
		s.Conference = onSubject(text[s.End:])
		out = append(out, s)
	}
	return out
}

// onSubject reports whether the words behind a summit say what it is on, or
// for or against: it is a conference.
func onSubject(behind string) bool {
	const space = " \t\n\f\r"
	words := strings.TrimLeft(behind, space)
	for _, w := range []string{"on", "for", "against"} {
		if rest, ok := strings.CutPrefix(words, w); ok && words != behind {
			subject := strings.TrimLeft(rest, space)
			r, _ := utf8.DecodeRuneInString(subject)
			return subject != rest && unicode.IsLetter(r)
		}
	}
	return false
}

// Between a year and the word "Summit" stand at most a forum, a name of four
// words, another forum and "Leaders'"; between the word and a year behind it
// "held in", a month and "of".
const (
	wordsToYearBefore = 8
	wordsToYearBehind = 5
)

// summitWindow is a stretch of a text around the word "Summit", from a word's
// beginning to a word's end, with a year before or behind it.
type summitWindow struct {
	Start, End             int
	yearBefore, yearBehind bool
}

// SummitWindows gives the stretches of a text in which the patterns can match,
// so that they are tried on few words. No match reaches over two of them:
// those that touch are one.
func SummitWindows(text string) iter.Seq[summitWindow] {
	return func(yield func(summitWindow) bool) {
		var open summitWindow
		for from := 0; ; {
			i := strings.Index(text[from:], "ummit")
			if i < 0 {
				break
			}
			i += from
			from = i + len("ummit")
			first := max(0, i-1) // the word's own first letter
			n, yearBefore := wordsBefore(text[:first], wordsToYearBefore)
			m, yearBehind := frontmatter.WordsBehind(text[from:], wordsToYearBehind)
			if !yearBefore && !yearBehind {
				continue
			}
			w := summitWindow{first - n, from + m, yearBefore, yearBehind}
			switch {
			case open.End == 0:
				open = w
			case w.Start <= open.End:
				open = summitWindow{min(open.Start, w.Start), w.End, open.yearBefore || yearBefore, open.yearBehind || yearBehind}
			default:
				if !yield(open) {
					return
				}
				open = w
			}
		}
		if open.End > 0 {
			yield(open)
		}
	}
}

// wordsBefore gives the length of the last n words of a text, and what of a
// word stands at its end, in bytes, and whether four figures stand in them in a
// row. Words end at white space.
func wordsBefore(text string, n int) (length int, figures bool) {
	return frontmatter.WordsFrom(text, n, func(i int) byte { return text[len(text)-1-i] })
}

// summitYears are the years in which a forum met under that name.
func summitYears(words *vocabulary.Vocabulary, forum, name string) []int {
	var out []int
	for _, s := range calendar.Known() {
		if words.SameForum(s.Forum, forum) && s.Called(name) {
			out = append(out, s.Year)
		}
	}
	return out
}

// summitYearsOfOthers are the years in which other forums met under that
// name.
func summitYearsOfOthers(words *vocabulary.Vocabulary, forum, name string) []int {
	var out []int
	for _, s := range calendar.Known() {
		if !words.SameForum(s.Forum, forum) && s.Called(name) {
			out = append(out, s.Year)
		}
	}
	return out
}

// sameSummitName: one of the two names may be a part of the other ("Rio",
// "Porto de Mar").
func sameSummitName(a, b string) bool {
	for _, s := range calendar.Known() {
		if s.Called(a) && s.Called(b) {
			return true
		}
	}
	return strings.EqualFold(a, b)
}

// ForumNear is the one forum that the sentence around names.
func ForumNear(p *rule.Pass, text string, start, end int) string {
	from := strings.LastIndexAny(text[:start], ".!?\n") + 1
	to := len(text)
	if i := strings.IndexAny(text[end:], ".!?\n"); i >= 0 {
		to = end + i
	}
	found := ""
	for _, name := range p.OfForums(rule.ReForumName).FindAllString(text[from:to], -1) {
		f, _ := p.Vocabulary.Forum(name)
		if found != "" && !p.Vocabulary.SameForum(found, f) {
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
	return reckon.Listing(s, 8, "and")
}

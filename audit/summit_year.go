package audit

import (
	"fmt"
	"iter"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
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
		for _, m := range p.summitMentions(h.text) {
			own := info.Summit.Name != "" && (strings.EqualFold(info.Summit.Name, m.name) || sameSummitName(info.Summit.Name, m.name))
			forum := m.forum
			if forum == "" && own {
				forum = info.Forum
			}
			if forum == "" {
				forum = p.forumNear(h.text, m.start, m.end)
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
func (p *Pass) summitMentions(text string) []summitMention {
	var before, behind []summitMention
	for w := range summitWindows(text) {
		part := text[w.start:w.end]
		if w.yearBefore {
			before = appendMentions(p.Vocabulary, before, text, w.start, p.ofForums(reYearSummit).FindAllStringSubmatchIndex(part, -1), 1, 2, 4, 3)
		}
		if w.yearBehind {
			behind = appendMentions(p.Vocabulary, behind, text, w.start, p.ofForums(reSummitYear).FindAllStringSubmatchIndex(part, -1), 4, 1, 3, 2)
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
		s := summitMention{start: offset + m[0], end: offset + m[1], name: strings.TrimSpace(g(name)), forum: g(forum)}
		s.year, _ = strconv.Atoi(g(year))
		for _, lead := range []string{"The ", "At ", "In ", "Since ", "During ", "From ", "Schloss "} {
			s.name = strings.TrimPrefix(s.name, lead)
		}
		if s.forum == "" {
			s.forum = g(forum2)
		}
		s.forum, _ = v.Forum(s.forum)
		s.conference = onSubject(text[s.end:])
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
	start, end             int
	yearBefore, yearBehind bool
}

// summitWindows gives the stretches of a text in which the patterns can match,
// so that they are tried on few words. No match reaches over two of them:
// those that touch are one.
func summitWindows(text string) iter.Seq[summitWindow] {
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
			m, yearBehind := wordsBehind(text[from:], wordsToYearBehind)
			if !yearBefore && !yearBehind {
				continue
			}
			w := summitWindow{first - n, from + m, yearBefore, yearBehind}
			switch {
			case open.end == 0:
				open = w
			case w.start <= open.end:
				open = summitWindow{min(open.start, w.start), w.end, open.yearBefore || yearBefore, open.yearBehind || yearBehind}
			default:
				if !yield(open) {
					return
				}
				open = w
			}
		}
		if open.end > 0 {
			yield(open)
		}
	}
}

// wordsBefore gives the length of the last n words of a text, and what of a
// word stands at its end, in bytes, and whether four figures stand in them in a
// row. Words end at white space.
func wordsBefore(text string, n int) (length int, figures bool) {
	return wordsFrom(text, n, func(i int) byte { return text[len(text)-1-i] })
}

// wordsBehind is wordsBefore for the first words of a text.
func wordsBehind(text string, n int) (length int, figures bool) {
	return wordsFrom(text, n, func(i int) byte { return text[i] })
}

// wordsFrom goes through a text from one of its ends.
func wordsFrom(text string, n int, at func(i int) byte) (length int, figures bool) {
	row := 0
	for i := range len(text) {
		c := at(i)
		if isSpace(c) {
			if i > 0 && !isSpace(at(i-1)) {
				if n--; n == 0 {
					return i, figures
				}
			}
			row = 0
			continue
		}
		if c < '0' || c > '9' {
			row = 0
		} else if row++; row == 4 {
			figures = true
		}
	}
	return len(text), figures
}

// isSpace is what the patterns take for white space, and one more.
func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

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
func (p *Pass) forumNear(text string, start, end int) string {
	from := strings.LastIndexAny(text[:start], ".!?\n") + 1
	to := len(text)
	if i := strings.IndexAny(text[end:], ".!?\n"); i >= 0 {
		to = end + i
	}
	found := ""
	for _, name := range p.ofForums(reForumName).FindAllString(text[from:to], -1) {
		f, _ := p.Vocabulary.Forum(name)
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
	return reckon.Listing(s, 8, "and")
}

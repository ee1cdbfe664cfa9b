package figures

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/crosstabs"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/weigh"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "count-stated",
	Severity: rule.Warning,
	Title:    "a number that is stated is not what is counted",
	Checks: "Compares numbers that a report or a table states with what can be counted: 'the 13 commitments' with the rows of the summary table, 'x of y (p%)' with its own percentage, " +
		"counts of members, commitments and scores in the text ('four members scored −1 on trade', 'all but two are above zero', 'the only member below zero', 'only Norland has a negative average', 'the members that failed it were', 'in each, three made no progress', 'full compliance on every count', 'each with two failures', 'two scores of −1 against one of +1') with the table of scores, numbers and names of sentences that no grammar reads (prose-figure says how, and of what chapters say of their own scores too), " +
		"'N = 36' in the head of a section or a column with the rows that have scores, and the total of a table of counts with its parts, a row of sums or of numbers of scores below a table with its scores, averages under heads that name a forum or its members with the scores of these, and in tables of figures without scores what most rows show of their columns: sums, differences, shares of one column in another or in all of it, the balance of counts, means of the columns beside them, each once or by the number before it, changes from one row to the next, and rows at the foot of a group that hold its sums or means.",
	Why:     "A total that was not brought up to date, or a percentage of another total, is copied with the rest of the table.",
	Example: "'22 of 53 commitments (43%)', which is 41.509…%. Near misses: '5 of 120 (4%)', '9 of 21 (43%)', '4 to 6 of 20 (25%)'.",
	Convention: "A count in the text is read only where every word of the statement is understood; where it leaves open which commitment is meant, it is right if it is right of any. " +
		"'The only other member above zero' is compared only where the paragraph names the ones before; who is alone or how somebody's scores are made up is left alone where the words before speak of a part of the members or commitments. 'Failed' may be any score but +1. " +
		"'Three members' are exactly three, 'the other three' at least three; beside a figure of the table that its own scores do not give, one more or fewer may be right. " +
		"A percentage of counts holds where it follows by rounding, half up or half to even, or by cutting off. 'N = 36' may count rows or rows that have a score in the column, with or without the rows that have no score at all. " +
		"A total is compared with its parts only where the parts of most other rows add up to it, or where one column explains all differences; a single odd row of few is not enough, unless the row is called a total, another of its columns is the exact sum of at least eight parts and this one is off by a fifth at most, or it is the one figure of a row that is called a total, says how many commitments there are and has one digit that is another. A mean of printed figures may be off by what their rounding does to it, four standard deviations at most. Among four figures or more that are rounded and not cut off, a single one that is cut off does not follow. A last row of which most does not follow holds something else. A cell that is right in any way that its column shows is not called wrong, and of cells that are wrong because another one is only that one is told.",
	Since: "0.1.0",
	Run:   runCountStated,
})

func runCountStated(p *rule.Pass) {
	for _, h := range p.HeldTexts() {
		if h.Kind == rule.KindFootnote || h.Kind == rule.KindRubric {
			continue
		}
		shareStated(p, h.Text, h.Finding)
	}
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		for r, cells := range t.Rows {
			for _, text := range cells {
				where := func() rule.Finding { return rule.Finding{Row: r + 1, SheetRow: t.SheetRow(r + 1), At: t.At} }
				shareStated(p, text, where)
				if columns.Published(p) {
					shareWritten(p, text, where)
				}
			}
		}
	}
	read := claims.Prose(p)
	for _, rd := range read.Readings {
		if rule.Quoted(rd.Text) {
			continue
		}
		for _, c := range rd.Counts {
			proseCount(p, read, rd, c)
		}
		proseCounts(p, read.Evidence, rd)
	}
	weigh.Found(p, "count-stated")
	scoreColumns(p)
	groupAverages(p)
	namedGroups(p)
	scoreShares(p)
	repeatedNumbers(p)
	summaries.LabelCounts(p)
	summaries.Sums(p)
	columns.Compare(p, "count-stated") // what is told is not told again
	columns.Totals(p)
	if columns.Published(p) {
		crosstabs.Compare(p)
	}
}

// reShare finds "22 of 53 commitments (43%)" and "22 of the 53 … , or 43%".
// Groups: part, whole, words between, percentage.
var reShare = lazyregexp.NewWith(`(?i)(?:^|[\s(\x{2014}])(`+frontmatter.NumberWords+`|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{4})\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,5}|`+frontmatter.NumberWords+`)((?:\s+[\p{L}][\p{L}'\x{2019}-]*){0,5})\s*(?:,\s*or\s+|\()\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)\s?(?:%|per\s?cent)`, "%", "cent")

// reAboutShare: words after which a share is not meant exactly, or the number
// before it is the end of a range.
var reAboutShare = lazyregexp.New(`(?i)(?:\b(?:about|around|nearly|almost|over|roughly|approximately|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|to|or|between|and)|[-\x{2013}])\s*$`)

// aboutWords is the most bytes that reAboutShare needs to see.
const aboutWords = 40

// EndOf is the last n bytes of s at most, from the start of a code point: a
// pattern that looks backwards from each of many places of one text would
// otherwise read the text as often as there are places.
func EndOf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// shareStated compares "x of y (p%)" with itself; where begins a finding at the text.
func shareStated(p *rule.Pass, text string, where func() rule.Finding) {
	if !strings.ContainsAny(text, "%") && !strings.Contains(text, "cent") {
		return
	}
	for _, m := range reShare.FindAllStringSubmatchIndex(text, -1) {
		g := func(n int) string { return text[m[2*n]:m[2*n+1]] }
		part, whole := countOfWord(g(1)), countOfWord(g(2))
		percent, err := model.ParseDecimal(g(4))
		if err != nil || whole == 0 || part > whole {
			continue
		}
		if reAboutShare.MatchString(EndOf(text[:m[2]], aboutWords)) {
			p.Undecided(1, "a share that is not meant exactly, or of which only one end is read")
			continue
		}
		compareShare(p, text, m[2], m[1], part, whole, percent, where)
	}
}

// compareShare compares a share, which stands between two places of a text, with its counts.
func compareShare(p *rule.Pass, text string, from, to, part, whole int, percent model.Decimal, where func() rule.Finding) {
	p.Checked(1)
	share := big.NewRat(int64(part)*100, int64(whole))
	if reckon.Holds(percent, share) || reckon.IsCutOff(percent, share) {
		return
	}
	f := where()
	f.Stated = strings.TrimSpace(text[from:to])
	f.Computed = fmt.Sprintf("%d/%d = %s%%", part, whole, reckon.Unsigned(share))
	f.Quote = rule.Excerpt(text, from, to)
	f.Message = fmt.Sprintf("The text gives %d of %d as %s%%; it is %s%%.", part, whole, percent, reckon.Unsigned(share))
	f.Explanations = reckon.NearShares(part, whole, percent)
	p.Found(f)
}

// countOfWord reads "1,204", "53" or "thirteen".
func countOfWord(s string) int { return frontmatter.NumberOf(strings.ReplaceAll(s, ",", "")) }

// proseCount compares "the 13 commitments" with the summary table.
func proseCount(p *rule.Pass, read *claims.RunningText, rd claims.ProseReading, c prose.Count) {
	x := read.Evidence
	switch {
	case c.Doubt != "":
		p.Undecided(1, c.Doubt)
	case x.Rows == c.N:
		p.Checked(1)
	case ofWhole(c):
		p.Undecided(1, "all commitments that were made, or those that were left out")
	case ofAnother(p, c):
		p.Undecided(1, "commitments of something else than this report")
	case !x.RowsSure:
		p.Undecided(1, "how many commitments were assessed is not certain from the tables")
	case read.Reader.SetsFrame(clauseBehind(c)):
		p.Undecided(1, "commitments of something else than this report")
	default:
		p.Checked(1)
		p.Found(rule.Finding{
			Message: fmt.Sprintf("The text counts %d commitments; the summary table has %s.", c.N, reckon.Plural(x.Rows, "row")),
			Stated:  c.Text, Computed: reckon.Plural(x.Rows, "commitment"), Quote: c.Sentence, At: rd.At,
		})
	}
}

// clauseBehind is a count of commitments with the words behind it in its clause, which may say
// whose they are: "the 21 commitments chosen by our readers".
func clauseBehind(c prose.Count) string {
	at := strings.Index(c.Sentence, c.Text)
	if at < 0 {
		return c.Text
	}
	rest := c.Sentence[at+len(c.Text):]
	if end := strings.IndexAny(rest, ",;:.(\u2013\u2014"); end >= 0 {
		rest = rest[:end]
	}
	return c.Text + rest
}

// ofWhole reports whether a number of commitments is one of which a part is taken, as in "three
// of the 213 commitments were selected", or that of those that were left out.
func ofWhole(c prose.Count) bool {
	at := strings.Index(c.Sentence, c.Text)
	if at < 0 {
		return false
	}
	between := strings.TrimSuffix(c.Text, "commitments")
	_, between, _ = strings.Cut(between, " ")
	before, behind := c.Sentence[:at], c.Sentence[at+len(c.Text):]
	return frontmatter.OfWhole(before, between, behind) || frontmatter.LeftOut(before, between, behind)
}

// ofAnother reports whether the words behind a number of commitments say whose
// they are, and neither the report's summit nor its forum is named: "the
// seventeen priority commitments of the main series".
func ofAnother(p *rule.Pass, c prose.Count) bool {
	_, behind, _ := strings.Cut(c.Sentence, c.Text)
	if !strings.HasPrefix(behind, " of ") && !strings.HasPrefix(behind, " in ") {
		return false
	}
	info := &p.Report.Report
	behind = frontmatter.FirstWords(behind, 8)
	return (info.Summit.Name == "" || !strings.Contains(behind, info.Summit.Name)) && (info.Forum == "" || !strings.Contains(behind, info.Forum)) &&
		!strings.Contains(behind, "this report") && !strings.Contains(behind, "the summit")
}

// CountsInProse reports whether some number of commitments in the text is
// compared with the summary table.
func CountsInProse(p *rule.Pass) bool {
	read := claims.Prose(p)
	for _, rd := range read.Readings {
		for _, c := range rd.Counts {
			if c.Doubt == "" && read.Evidence.RowsSure {
				return true
			}
		}
	}
	return false
}

// reWrittenShare finds "33 sur 42 engagements (79 %)" and "168 von 176 (95,5%)" in the cells of
// published tables. Groups: part, the word between, whole, percentage.
var reWrittenShare = lazyregexp.NewWith(`(?:^|[\s(:\x{2014}])([0-9]{1,6})\s+(\p{L}+)\s+([0-9]{1,6})(?:\s+\p{L}[\p{L}'\x{2019}-]*){0,5}\s*\(\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%`, "%")

// shareWritten is shareStated for what it does not read: other words than 'of' between the
// counts, and a comma before decimals.
func shareWritten(p *rule.Pass, text string, where func() rule.Finding) {
	if !strings.Contains(text, "%") {
		return
	}
	for _, m := range reWrittenShare.FindAllStringSubmatchIndex(text, -1) {
		g := func(n int) string { return text[m[2*n]:m[2*n+1]] }
		if !p.Vocabulary.Has(vocabulary.OfWords, g(2)) || strings.EqualFold(g(2), "of") && !strings.Contains(g(4), ",") {
			continue
		}
		part, err := strconv.Atoi(g(1))
		whole, also := strconv.Atoi(g(3))
		percent, read := model.ParseDecimal(strings.Replace(g(4), ",", ".", 1))
		if err != nil || also != nil || read != nil || whole == 0 || part > whole || reAboutShare.MatchString(EndOf(text[:m[2]], aboutWords)) {
			continue
		}
		compareShare(p, text, m[2], m[1], part, whole, percent, where)
	}
}

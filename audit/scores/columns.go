package scores

import (
	"math/big"
	"strings"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// The kinds of head by which averages are found in the two forms, and members of a long
// table.
var (
	averageHeads = []vocabulary.HeadKind{vocabulary.HeadAverage, vocabulary.HeadWeakAverage}
	percentHeads = []vocabulary.HeadKind{vocabulary.HeadPercent, vocabulary.HeadAveragePercent}
	// percentLabels are those of rows and columns of percentages beside averages: what they
	// are of is for the audit to see.
	percentLabels = []vocabulary.HeadKind{vocabulary.HeadPercent, vocabulary.HeadAveragePercent, vocabulary.HeadCompliancePercent}
	memberHeads   = []vocabulary.HeadKind{vocabulary.HeadMember, vocabulary.HeadWeakMember, vocabulary.HeadMemberCode}
)

// columns says what each column of a file holds.
type columns struct {
	count    int
	heads    []string
	average  int // -1 where there is none
	percent  int // the average on the scale 0 to 100
	id       int
	text     int
	area     int
	member   int // of a long table: the member, and its score
	score    int
	members  map[int]string // code by column
	unknown  map[int]bool   // columns of scores whose member is not known
	meanings map[string]int // scores by the texts of cells, where they are no numbers
	areas    []string       // the names of sections, the longest first
	// summed are the sections whose average has a record of its own.
	summed map[string]bool
	// opening are the records with an average alone that stand above their sections.
	opening map[int]bool
	// averages are the columns that may hold the average, where no head says
	// 'average' and nothing else.
	averages []int
	// apart is the column of a long table that tells the commitments of one id apart, with no
	// head that says so; -1 where there is none.
	apart int
	// twice are the columns of members that have another one, which are not counted, by
	// the one that is.
	twice map[int]int
	// again are those of them that the averages count as another member's.
	again map[int]bool
	// lines are the rows of the file that the columns of a turned table were.
	lines []int
	// counts are the labels of the records of a turned table that count scores.
	counts map[string]bool
	// above is the text alone in the record above the head; without cells where there is
	// none.
	above rawRecord
	// title is the last text alone above the head that says of how many rows the table is.
	title rawRecord
	// blocks says that heads further down begin other blocks of rows.
	blocks bool
	// onlyPercents says that average is a column of percentages by its head.
	onlyPercents bool
}

// long reports whether each record is the score of one member.
func (c *columns) long() bool { return c.member >= 0 }

// readHead reads the head of a wide table; ok is false where it does not name
// an average and at least two members.
func readHead(head []string, words *vocabulary.Vocabulary) (columns, bool) {
	c := nameColumns(head, words)
	return c, c.average >= 0 && len(c.members) >= 2
}

// readBareHead is readHead where nothing is an average.
func readBareHead(head []string, words *vocabulary.Vocabulary) (columns, bool) {
	c := nameColumns(head, words)
	return c, c.average < 0 && len(c.members) >= 2
}

// readLongHead reads the head of a long table, in which one column names the
// member and one has its score.
func readLongHead(head []string, words *vocabulary.Vocabulary) (columns, bool) {
	c := nameColumns(head, words)
	for i, h := range c.heads {
		switch {
		case c.member < 0 && words.HasHead(h, memberHeads...):
			c.member = i
		case c.score < 0 && words.HasHead(h, vocabulary.HeadScore):
			c.score = i
		}
	}
	if c.average == c.score {
		c.average = -1
	}
	c.members = map[int]string{}
	return c, c.member >= 0 && c.score >= 0
}

// nameColumns says what the columns hold by their heads.
func nameColumns(head []string, words *vocabulary.Vocabulary) columns {
	for len(head) > 0 && seen(head[len(head)-1]) == "" {
		head = head[:len(head)-1]
	}
	c := columns{count: len(head), apart: -1, average: -1, percent: -1, id: -1, text: -1, area: -1, member: -1, score: -1, members: map[int]string{}, unknown: map[int]bool{}}
	for i, h := range head {
		h = seen(h)
		c.heads = append(c.heads, h)
		if !strings.HasSuffix(h, ")") { // "Scores (n)" are as many
			h = script.CutNoteMarks(h)
		}
		// The fixed heads come first: 'id' would otherwise be a country.
		taken := false
		for _, known := range []struct {
			heads []vocabulary.HeadKind
			at    *int
		}{
			{averageHeads, &c.average},
			{percentHeads, &c.percent},
			{[]vocabulary.HeadKind{vocabulary.HeadID}, &c.id},
			{[]vocabulary.HeadKind{vocabulary.HeadText, vocabulary.HeadCommitment}, &c.text},
			{[]vocabulary.HeadKind{vocabulary.HeadArea}, &c.area},
		} {
			if *known.at < 0 && words.HasHead(h, known.heads...) {
				*known.at, taken = i, true
				break
			}
		}
		if taken {
			continue
		}
		if code, ok := memberHead(h, words); ok {
			c.members[i] = code
		}
	}
	for i, h := range c.heads {
		if (c.average < 0 || len(c.averages) > 0) && c.members[i] == "" && words.AverageLabel(spaced(h)) {
			c.averages = append(c.averages, i)
			c.average = c.averages[0]
		}
	}
	for i, h := range c.heads {
		if c.average >= 0 && c.percent < 0 && c.members[i] == "" && words.HasHead(h, percentLabels...) {
			c.percent = i
		}
	}
	c.readTwoLetterCodes(words)
	if c.average < 0 {
		c.average, c.percent = c.percent, -1
		c.onlyPercents = c.average >= 0
	}
	return c
}

// memberHead is the member that a cell names, with the mark of a note behind the name or
// without.
func memberHead(cell string, words *vocabulary.Vocabulary) (code string, ok bool) {
	if code, ok = words.MemberHead(cell); ok {
		return code, true
	}
	return words.MemberHead(script.CutNoteMarks(cell))
}

// spaced is a head with spaces where programs have other signs: 'commitment_average'.
func spaced(head string) string {
	return strings.Join(strings.FieldsFunc(head, func(r rune) bool { return r == '_' || r == '.' || r == ' ' }), " ")
}

// confirmed reports whether the cells are what the head says. A head with an
// average is believed; below another one most cells must be scores, and in a
// long table most names a known member's: a table of trade by country has
// such a head too. Counts of scores are none.
func (c *columns) confirmed(records []record, decimalComma bool, words *vocabulary.Vocabulary) bool {
	if c.long() && c.countsInRows(records, words) || !c.long() && c.countsMembers(records, words) {
		return false
	}
	if !c.long() && c.average >= 0 {
		return true
	}
	scored, others, known, unknown := 0, 0, 0, 0
	of, _ := meanings(c.memberCells(records, words), words)
	form := form{decimalComma: decimalComma, meanings: of}
	for _, r := range records {
		for i, cell := range r.cells {
			if c.members[i] == "" && i != c.score {
				continue
			}
			switch s, text := form.score(cell); {
			case s != nil && -1 <= *s && *s <= 1:
				scored++
			case text != "" && !unassessed(text, words) && !(c.long() && words.AverageLabel(r.cells[c.member])):
				others++
			}
		}
		if !c.long() || isMissing(r.cells[c.member]) || words.AverageLabel(r.cells[c.member]) {
			continue
		}
		if _, ok := c.memberOf(r.cells[c.member], words); ok {
			known++
		} else {
			unknown++
		}
	}
	return scored > 0 && scored > others && (!c.long() || known > unknown)
}

// fewestCodes is how many heads of two letters must be codes of countries
// where others are none.
const fewestCodes = 4

// readTwoLetterCodes takes heads of two letters for codes of countries where
// all of them are and there are at least two, or at least four are: 'IT' alone
// may be a word.
func (c *columns) readTwoLetterCodes(words *vocabulary.Vocabulary) {
	codes, others := map[int]string{}, 0
	for i, h := range c.heads {
		if len(h) != 2 || i == c.id || i == c.average || i == c.percent {
			continue
		}
		code, ok := words.MemberAlpha2(strings.ToUpper(h))
		switch {
		case ok:
			codes[i] = code
		case c.members[i] == "":
			others++
		}
	}
	if len(codes) < 2 || others > 0 && len(codes) < fewestCodes {
		return
	}
	for i, code := range codes {
		if known := c.members[i]; known != "" && known != code {
			// "AU", of a country and of a union: somebody's scores all the same.
			delete(c.members, i)
			c.unknown[i] = true
			continue
		}
		c.members[i] = code
	}
}

// isHead reports whether a record repeats the heads.
func (c *columns) isHead(cells []string) bool {
	for i, h := range c.heads {
		if seen(cells[i]) != h {
			return false
		}
	}
	return true
}

// summaryWord stands in a record that sums up those of its section.
const summaryWord = "group"

// isSummary reports whether a record is a summary of the rows: the first of
// its cells that is no score calls it so. In a long table the score of 'Average'
// is a commitment's average.
func (c *columns) isSummary(cells []string, words *vocabulary.Vocabulary) bool {
	for i, cell := range cells {
		cell = seen(cell)
		if cell == "" || c.members[i] != "" || i == c.average || i == c.percent {
			continue
		}
		if c.long() && i == c.member {
			return false
		}
		is := c.summaryLabel(cell, words) || c.changes(cell, cells, words)
		if is || i != c.area {
			return is
		}
		// Behind the name of a section stands what the row is.
	}
	return false
}

// summaryLabel reports whether a cell names a summary, of how many rows ever.
func (c *columns) summaryLabel(cell string, words *vocabulary.Vocabulary) bool {
	cell, _ = cutSize(strings.TrimRight(cell, ":"))
	_, other := words.SummaryLabel(cell)
	if other || c.counts[cell] || strings.EqualFold(strings.TrimRight(cell, ":"), summaryWord) || words.AverageLabel(cell) || words.HasHead(cell, percentLabels...) {
		return true
	}
	_, _, ofSection := c.summaryOfSection(cell, words)
	return ofSection || averageOfYear(cell, words)
}

// reSize finds the number of rows at the end of a name: "(N=70)", ", n = 70", "N=70".
// Groups: what stands before, and the number.
var reSize = lazyregexp.New(`^(.*?)[\s,;:\x{2013}\x{2014}]*(?:[\s,;:(\[]|^)[nN]\s*=\s*([0-9][0-9,. ]{0,12})[)\]]?$`)

// cutSize takes the number of rows off the name of a section: 'Health (N=70)'.
func cutSize(name string) (rest string, cut bool) {
	rest, _, cut = nameAndSize(name)
	return rest, cut
}

// nameAndSize divides a name from the number of rows behind it.
func nameAndSize(name string) (rest, size string, cut bool) {
	if !strings.Contains(name, "=") || len(name) > mostSizedName {
		return name, "", false
	}
	m := reSize.FindStringSubmatch(name)
	if m == nil {
		return name, "", false
	}
	if rest = strings.TrimSpace(m[1]); strings.Count(rest, "(") > strings.Count(rest, ")") {
		rest += ")" // (final, N=11)
	}
	return rest, strings.TrimSpace(m[2]), true
}

// mostSizedName bounds a name that says of how many rows it is.
const mostSizedName = 300

// mostSectionWords is how many words the name of a section has at the most.
const mostSectionWords = 8

// isSection reports whether a record is the heading of a section of the table,
// and gives its name: it says how many rows there are ('Health (N=70)', with the
// section's own averages or without), or has nothing but one name, of words and
// without a figure. An id by itself ('2020-5') is a commitment that nobody was
// assessed for.
func (c *columns) isSection(cells []string) (name string, ok bool) {
	at, filled := -1, 0
	for i, cell := range cells {
		if seen(cell) == "" {
			continue
		}
		filled++
		if at < 0 && c.members[i] == "" && i != c.average && i != c.percent && i != c.score {
			at = i
		}
	}
	if at < 0 {
		return "", false
	}
	name, sized := cutSize(strings.TrimRight(seen(cells[at]), ":"))
	if sized {
		return name, true
	}
	if filled == 1 && c.summed[name] && strings.ContainsFunc(name, unicode.IsLetter) {
		return name, true
	}
	// A row with nothing but a text may be a commitment where there are no ids.
	text := at == c.text && c.id < 0 && !c.summed[name]
	if filled > 1 || text || len(strings.Fields(name)) > mostSectionWords ||
		strings.ContainsFunc(name, unicode.IsDigit) || !strings.ContainsFunc(name, unicode.IsLetter) {
		return "", false
	}
	return name, true
}

// loneSection is isSection for a text that stands alone in a record shorter than the head,
// with other records behind it: no commitment is written so.
func loneSection(cells []string) (name string, ok bool) {
	name, _ = loneCell(cells)
	name = strings.TrimRight(name, ":")
	return name, len(strings.Fields(name)) <= mostSectionWords && !strings.ContainsFunc(name, unicode.IsDigit) && !strings.HasSuffix(name, ".")
}

// figures names the figures that stand beside the name of a section.
func (c *columns) figures(cells []string, words *vocabulary.Vocabulary) []string {
	var out []string
	for i, cell := range cells {
		cell = seen(cell)
		if i == c.id || i == c.text || i == c.area || i == c.member || !strings.ContainsFunc(cell, unicode.IsDigit) {
			continue
		}
		if _, isName := cutSize(cell); isName {
			continue
		}
		name := c.columnName(i)
		if code := c.members[i]; code != "" {
			name = words.MemberName(code)
		}
		out = append(out, name+" "+cell)
	}
	return out
}

// dividesByComma reports whether averages have a comma where others have a
// point.
func (c *columns) dividesByComma(records []record) bool {
	commas := false
	for _, r := range records {
		for _, i := range []int{c.average, c.percent} {
			if i < 0 {
				continue
			}
			number := asciiNumber(r.cells[i])
			if strings.Contains(number, ".") {
				return false
			}
			commas = commas || strings.Contains(number, ",")
		}
	}
	return commas
}

// averagesArePercents reports whether the averages are percentages without
// their sign, on the scale from 0 or from −100: no mean of scores is above 1 or
// below −1, and one or two may be slips; here most are that are not 0.
func (c *columns) averagesArePercents(records []record, decimalComma bool) bool {
	if c.onlyPercents {
		return true
	}
	if c.average < 0 {
		return false
	}
	above, all := 0, 0
	for _, r := range records {
		v, _, ok := readNumber(r.cells[c.average], decimalComma)
		if !ok {
			continue
		}
		if v.Sign() == 0 {
			continue
		}
		all++
		if v.Abs(v).Cmp(big.NewRat(1, 1)) > 0 {
			above++
		}
	}
	return above*2 > all
}

// readAverages reads the average of every record, with the percentage beside
// it.
func (c *columns) readAverages(records []record, f form) []*model.Average {
	out := make([]*model.Average, len(records))
	if c.average < 0 {
		return out
	}
	for i, r := range records {
		out[i] = readAverage(strings.TrimSpace(r.cells[c.average]), f)
		if c.percent < 0 || out[i] == nil || out[i].Percent != nil {
			continue
		}
		out[i].Percent = readPercent(r.cells[c.percent], f.decimalComma)
	}
	mixedAverages(out)
	restoreZeros(out)
	return out
}

// fewestMixed is how many averages of a column of means are beyond ±1 before they are
// percentages without their sign, and not slips.
const fewestMixed = 3

// mixedAverages reads a column in which some averages are means and others percentages
// without their sign, as in a table put together from several. What may be either (0,
// ±1) is not compared.
func mixedAverages(averages []*model.Average) {
	beyond := func(a *model.Average) int {
		if a == nil || a.Value == nil || a.Percent != nil {
			return -1
		}
		return new(big.Rat).Abs(a.Value.Rat()).Cmp(big.NewRat(1, 1))
	}
	n := 0
	for _, a := range averages {
		if beyond(a) > 0 {
			n++
		}
	}
	if n < fewestMixed {
		return
	}
	for i, a := range averages {
		switch {
		case beyond(a) > 0:
			a.Percent, a.Value = a.Value, nil
		case a != nil && a.Value != nil && a.Percent == nil && a.Value.Places == 0:
			averages[i] = nil
		}
	}
}

// commitment makes a chapter of a record.
func (c columns) commitment(r record, average *model.Average, f form, words *vocabulary.Vocabulary) model.Commitment {
	cell := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(r.cells[i])
	}
	out := model.Commitment{
		Number:    r.number - 1,
		Row:       r.number,
		SheetRow:  r.sheetRow(),
		ID:        seen(cell(c.id)),
		IssueArea: cell(c.area),
		Text:      strings.Join(strings.Fields(cell(c.text)), " "),
		Assessment: &model.Assessment{
			Scores:  []model.Score{},
			Average: average,
		},
	}
	for i := range r.cells {
		switch code, isMember := c.members[i]; {
		case r.block != nil && !r.block.has[i]: // a column of other blocks
		case c.isTwice(i):
			c.repeat(out.Assessment, i, r, f, words)
			if c.again[i] {
				out.Assessment.Scores = append(out.Assessment.Scores, c.scoreAgain(i, r, f))
			}
		case isMember || c.unknown[i]:
			score, text := f.score(cell(i))
			name := c.heads[i]
			if isMember {
				name = words.MemberName(code)
			}
			out.Assessment.Scores = append(out.Assessment.Scores, model.Score{
				Member: code, Name: name, Score: score, Text: text,
			})
		case c.heads[i] == "" && seen(r.cells[i]) == "": // an empty column of a program
		case i != c.average && i != c.percent && i != c.id && i != c.text && i != c.area && i != c.member && i != c.score:
			out.Columns = append(out.Columns, model.NamedValue{Name: c.heads[i], Value: r.cells[i]})
		}
	}
	return out
}

// Package across holds what one source states of commitments against what another
// one states: a table of published scores and the report that it was made from, a
// chapter's own PDF and the whole report, a summary over several summits and those
// summits' own reports. It says what differs and what has no partner; which of two
// sources is right it does not say.
package across

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/internal/likeness"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Entry is what a source states of one commitment: a chapter, a row of a summary
// table that has no chapter, or a row of a table of published scores.
type Entry struct {
	Commitment *model.Commitment // number, serial, words and place
	Year       int               // of the summit
	Text       string            // of the chapter or row, otherwise of the list of commitments
	serial     string
	words      map[string]int
	names      map[string]int // of its title and area
}

// Pair is one commitment in two sources.
type Pair struct{ Here, There Entry }

// Score is a score that differs.
type Score struct {
	Member, Name string
	Here, There  int
}

// Result is what came of holding a source against another.
type Result struct {
	// Compared counts scores and averages of which both sources have one.
	Compared int
	// Scores and Averages are what differs, by commitment. Where scores differ the
	// averages are left out: they follow.
	Scores   []ScoresDiffer
	Averages []Pair
	// Unscored are scores here of members to which the other source gives none, and says so.
	Unscored []UnscoredThere
	// Undecided are pairs that may not be one commitment, by the reason.
	Undecided map[string]int
	// Alone are commitments of here without a partner there, Missing those of
	// there without one here. Rows of other summits are not among them.
	Alone, Missing []Entry
	// Yearless counts rows that name no year and are no commitment there; whether
	// they should be one is not known.
	Yearless int
}

// ScoresDiffer are the scores of one commitment that differ.
type ScoresDiffer struct {
	Pair
	Scores []Score
}

// IsTable says whether a report is a table of published scores.
func IsTable(r *model.Report) bool { return len(r.Commitments) > 0 && r.Commitments[0].Row > 0 }

// Comparable says whether two sources state the same thing, and if not why;
// reason is empty where they are of different things and nobody would ask.
func Comparable(here, there *Source) (ok bool, reason string) {
	switch {
	case here.Table && there.Table:
		return false, ""
	case here.Table || there.Table:
		report := there
		if there.Table {
			report = here
		}
		if report.Stage != "" && report.Stage != "final" {
			return false, ""
		}
		if report.serialYear == 0 {
			return false, "neither a cover nor the serials of the other file say of which year it is"
		}
	case here.Forum == "" || here.Forum != there.Forum || here.Year == 0 || here.Year != there.Year:
		return false, ""
	case here.Name != "" && there.Name != "" && !strings.EqualFold(here.Name, there.Name):
		return false, "" // two summits of one year
	case here.Stage == "" || here.Stage != there.Stage:
		return false, ""
	}
	if (here.Revised == "") != (there.Revised == "") && !here.Table && !there.Table {
		return false, "one of the two files calls itself revised"
	}
	return true, ""
}

// yearOf is the year of a report's summit: what its cover says, otherwise the one
// year that its serials begin with; 0 where neither is known.
func yearOf(r *model.Report, entries []Entry) int {
	if r.Report.Summit.Year != 0 {
		return r.Report.Summit.Year
	}
	year := 0
	for _, e := range entries {
		switch {
		case e.Year == 0:
		case year == 0:
			year = e.Year
		case year != e.Year:
			return 0
		}
	}
	return year
}

// Speaks says whether a difference between two sources is told of the first: of
// a table before a report, of the one with fewer commitments, then of the one
// behind in the order of names.
func Speaks(here, there *Source) bool {
	if here.Table != there.Table {
		return here.Table
	}
	if here.entries != there.entries {
		return here.entries < there.entries
	}
	return here.File+here.SHA256 > there.File+there.SHA256
}

// Entries are the commitments of a source that have scores. words is nil for the
// built-in vocabulary.
func Entries(r *model.Report, words *vocabulary.Vocabulary) []Entry {
	return entriesOf(r, r.Report.Summit.Year, words)
}

// entriesOf are Entries of a report on the summit of a year, which it need not print.
func entriesOf(r *model.Report, year int, words *vocabulary.Vocabulary) []Entry {
	var out []Entry
	listed := map[int]model.ListedPromise{}
	for _, p := range r.CommitmentsList {
		listed[p.Number] = p
	}
	have := map[int]bool{}
	add := func(c *model.Commitment) {
		id, text := c.ID, c.Text
		if l, there := listed[c.Number]; there && c.Row == 0 {
			if id == "" {
				id = l.ID
			}
			if text == "" {
				text = l.Text
			}
		}
		e := Entry{Commitment: c, Text: text, words: likeness.Words(text), names: likeness.Words(c.IssueArea + " " + c.Title)}
		e.Year, e.serial = serialOf(id, year, c.Row > 0, words)
		if e.Year == 0 && e.serial != "" {
			e.Year = RowYear(c, words)
		}
		out = append(out, e)
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		have[c.Number] = true
		if c.Assessment != nil && len(c.Assessment.Scores) > 0 {
			add(c)
		}
	}
	if len(r.Matrices) == 0 || IsTable(r) {
		return out
	}
	m := &r.Matrices[0] // others are of other stages and summits
	for k, row := range m.Rows {
		number := row.Number
		if number == 0 {
			number = k + 1
		}
		if have[number] || len(row.Scores) != len(m.Members) {
			continue
		}
		c := &model.Commitment{Number: number, ID: row.ID, Title: row.Label, At: row.At, Assessment: &model.Assessment{Average: row.Average}}
		for col, s := range row.Scores {
			name := ""
			if col < len(m.Names) {
				name = m.Names[col]
			}
			c.Assessment.Scores = append(c.Assessment.Scores, model.Score{Member: m.Members[col], Name: name, Score: s, At: row.At})
		}
		add(c)
	}
	return out
}

// RowYear is the year that a row of a table states in a column of years; 0 where it
// states none. "2005-06" is 2005. words is nil for the built-in vocabulary.
func RowYear(c *model.Commitment, words *vocabulary.Vocabulary) int {
	for _, v := range c.Columns {
		text := strings.TrimSpace(v.Value)
		if len(text) < 4 || !orDefault(words).HasHead(v.Name, vocabulary.HeadYear) {
			continue
		}
		if y, err := strconv.Atoi(text[:4]); err == nil && y >= firstYear && y < lastYear && (len(text) == 4 || strings.ContainsAny(text[4:5], "-/. ")) {
			return y
		}
	}
	return 0
}

// orDefault is the built-in vocabulary where none is given.
func orDefault(words *vocabulary.Vocabulary) *vocabulary.Vocabulary {
	if words == nil {
		return vocabulary.Default()
	}
	return words
}

// mostPromises is more than a summit makes; a larger number of a row is a date as
// spreadsheets keep it, or a key.
const mostPromises = 1000

// serialOf reads a serial as year and the rest in one form: "2009P-117" and
// "117" of a report on 2009; a row of a table states its year itself.
func serialOf(id string, year int, row bool, words *vocabulary.Vocabulary) (int, string) {
	id = strings.ToUpper(strings.Join(strings.Fields(PlainSerial(id, words)), ""))
	head, rest, found := strings.Cut(id, "-")
	if found && len(head) >= 4 && len(head) <= 6 {
		if y, err := strconv.Atoi(head[:4]); err == nil && y >= firstYear && y < lastYear && (!row || year == 0 || y == year) {
			return y, head[4:] + "-" + strings.TrimLeft(rest, "0")
		}
		return 0, ""
	}
	if _, err := strconv.Atoi(id); err == nil && !row {
		return year, "-" + strings.TrimLeft(id, "0")
	}
	if row {
		if n, err := strconv.Atoi(id); err == nil && n > 0 && n < mostPromises {
			return 0, "-" + strconv.Itoa(n) // of a year that the row does not say
		}
		return 0, ""
	}
	return year, ""
}

// The shares of words in common from which two commitments are one: less is
// wanted where the serials are the same.
const (
	sameBySerial = 0.5
	sameByWords  = 0.8
	sameText     = 0.95
	wholeText    = 8 // different words
)

// Compare holds a source against another. holds says whether a printed figure
// follows from an exact one by rounding.
func Compare(here, there *Source, holds func(model.Decimal, *big.Rat) bool) Result {
	res := Result{Undecided: map[string]int{}}
	a, b, partner := joined(here, there)
	taken := make([]bool, len(b))
	for i, j := range partner {
		if j < 0 {
			for k := range b {
				if sameSerial(a[i], b[k]) && !alike(a[i], b[k]) {
					res.Undecided[otherWords]++
					break
				}
			}
			if a[i].Year != 0 || a[i].Commitment.Row == 0 {
				res.Alone = append(res.Alone, a[i])
			} else {
				res.Yearless++
			}
			continue
		}
		taken[j] = true
		res.pair(Pair{a[i], b[j]}, holds)
		res.unscored(Pair{a[i], b[j]}, holds, here.shelf.Words)
	}
	for j := range b {
		if !taken[j] {
			res.Missing = append(res.Missing, b[j])
		}
	}
	return res
}

// Partner is the commitment there that is the one of a number here.
func Partner(here, there *Source, number int) (Entry, bool) {
	a, b, partner := joined(here, there)
	for i, j := range partner {
		if j >= 0 && a[i].Commitment.Number == number {
			return b[j], true
		}
	}
	return Entry{}, false
}

// Versions says whether two reports are of the same commitments: half of those of
// the shorter one stand in the other, too.
func Versions(here, there *Source) bool {
	a, b, partner := joined(here, there)
	n := 0
	for _, j := range partner {
		if j >= 0 {
			n++
		}
	}
	return n > 0 && 2*n >= min(len(a), len(b))
}

// joined gives the commitments of two sources, and for each of the first the index
// of its partner, or -1.
func joined(here, there *Source) (a, b []Entry, partner []int) {
	a, b = ofOneYear(here.Entries(), there), ofOneYear(there.Entries(), here)
	partner = make([]int, len(a))
	taken := make([]bool, len(b))
	for i := range a {
		partner[i] = -1
	}
	join := func(same func(x, y Entry) bool) {
		for i := range a {
			if partner[i] >= 0 {
				continue
			}
			found := -1
			for j := range b {
				if taken[j] || !same(a[i], b[j]) {
					continue
				}
				if found >= 0 {
					found = -2 // two that fit are none
					break
				}
				found = j
			}
			if found >= 0 {
				partner[i], taken[found] = found, true
			}
		}
	}
	join(func(x, y Entry) bool {
		return sameSerial(x, y) && alike(x, y)
	})
	join(func(x, y Entry) bool {
		return x.Year == y.Year && (x.serial == "" || y.serial == "") && likeness.Dice(x.words, y.words) >= sameByWords
	})
	// A serial is copied wrong, or was mended in one of the two: the text is the same.
	join(func(x, y Entry) bool {
		return x.Year == y.Year && x.serial != "" && y.serial != "" && min(len(x.words), len(y.words)) >= wholeText && (likeness.Dice(x.words, y.words) >= sameText || begins(x, y, here.shelf.Words))
	})
	// A row that says no year belongs to the report where number and words do.
	join(func(x, y Entry) bool {
		row := x.Commitment.Row > 0 && x.Year == 0 || y.Commitment.Row > 0 && y.Year == 0
		return row && x.serial != "" && x.serial == y.serial && likest(x, y) >= sameByWords
	})
	// A row that has neither is joined by a whole text that is word for word that
	// of one commitment: a name alone may be that of every summit's.
	join(func(x, y Entry) bool {
		bare := func(e Entry) bool { return e.Commitment.Row > 0 && e.Year == 0 && e.serial == "" }
		return bare(x) != bare(y) && min(len(x.words), len(y.words)) >= wholeText && likeness.Dice(x.words, y.words) >= sameText
	})
	return a, b, partner
}

// longBeginning is how many words of a text that ends with an ellipsis tell whose it is.
const longBeginning = 12

// begins reports whether one of two texts is the beginning of the other, cut with an
// ellipsis.
func begins(x, y Entry, words *vocabulary.Vocabulary) bool {
	a, b := wordsOf(x.Text, words), wordsOf(y.Text, words)
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(a) - 1
	return n >= longBeginning && a[n].plain == gap && strings.HasPrefix(b[n-1].plain, a[n-1].plain) &&
		slices.EqualFunc(a[:n-1], b[:n-1], func(v, w word) bool { return v.plain == w.plain })
}

func sameSerial(x, y Entry) bool { return x.serial != "" && x.serial == y.serial && x.Year == y.Year }

// HasSerial reports whether a source has a commitment of the serial and year of another one.
func HasSerial(s *Source, e Entry) bool {
	return slices.ContainsFunc(s.Entries(), func(o Entry) bool { return sameSerial(o, e) })
}

// alike says of two commitments of one serial whether their words are those of one:
// the texts, or the text of one and the name of the other, as tables are kept that
// have a short name in the place of the text.
func alike(x, y Entry) bool {
	return len(x.words) == 0 || len(y.words) == 0 || likest(x, y) >= sameBySerial
}

// Alike is how many words two texts have in common, from 0 to 1.
func Alike(a, b string) float64 { return likeness.Dice(likeness.Words(a), likeness.Words(b)) }

// likest is how alike the texts of two commitments are, or the text of one and the
// name of the other.
func likest(x, y Entry) float64 {
	return max(likeness.Dice(x.words, y.words), likeness.Dice(x.words, y.names), likeness.Dice(x.names, y.words))
}

// ofOneYear leaves of a table's rows those of the report's forum and summit and those
// that say no year; of a report everything stays.
func ofOneYear(list []Entry, other *Source) []Entry {
	list = slices.DeleteFunc(slices.Clone(list), func(e Entry) bool { return !OfForum(e.Commitment, other.Forum, other.shelf.Words) })
	if other.Table || !slices.ContainsFunc(list, func(e Entry) bool { return e.Commitment.Row > 0 }) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(e Entry) bool { return e.Commitment.Row > 0 && e.Year != 0 && e.Year != other.serialYear })
}

// notOne is why a pair is left undecided.
const notOne = "so many scores differ that the two may not be the same commitment"

// otherWords is why a row is left undecided that has a serial of the other file.
const otherWords = "the serial is the same in the other file, and the words are others"

// pair compares what is stated of one commitment.
func (r *Result) pair(p Pair, holds func(model.Decimal, *big.Rat) bool) {
	x, y := p.Here.Commitment.Assessment, p.There.Commitment.Assessment
	scores := map[string]model.Score{}
	for _, s := range y.Scores {
		if s.Member != "" {
			scores[s.Member] = s
		}
	}
	differ := ScoresDiffer{Pair: p}
	common, strangers := 0, 0
	for _, s := range x.Scores {
		o, there := scores[s.Member]
		if s.Score != nil && s.Member != "" && !there {
			strangers++
		}
		if !there || s.Score == nil || o.Score == nil {
			continue
		}
		common++
		if *s.Score != *o.Score {
			differ.Scores = append(differ.Scores, Score{Member: s.Member, Name: s.Name, Here: *s.Score, There: *o.Score})
		}
	}
	if common == 0 {
		return
	}
	// Of another forum, or another commitment under the same serial.
	if 2*len(differ.Scores) > common || 2*strangers > common {
		r.Undecided[notOne]++
		return
	}
	r.Compared += common
	if len(differ.Scores) > 0 {
		r.Scores = append(r.Scores, differ)
		return
	}
	if x.Average == nil || y.Average == nil {
		return
	}
	var f, g *model.Decimal
	switch {
	case x.Average.Value != nil && y.Average.Value != nil:
		f, g = x.Average.Value, y.Average.Value
	case x.Average.Percent != nil && y.Average.Percent != nil:
		f, g = x.Average.Percent, y.Average.Percent
	default:
		return
	}
	r.Compared++
	if !holds(*f, g.Rat()) && !holds(*g, f.Rat()) && !OneMean(x, y, holds) {
		r.Averages = append(r.Averages, p)
	}
}

// OneMean reports whether the averages of two assessments, both of which state one as a value
// or both as a percentage, follow from the mean of the scores of either, each by a rounding
// of its own: 5/8 is 0.63 and 0.62.
func OneMean(x, y *model.Assessment, holds func(model.Decimal, *big.Rat) bool) bool {
	f, g, percent := x.Average.Value, y.Average.Value, false
	if f == nil || g == nil {
		f, g, percent = x.Average.Percent, y.Average.Percent, true
	}
	if f == nil || g == nil {
		return false
	}
	for _, a := range []*model.Assessment{x, y} {
		sum, n := int64(0), int64(0)
		for _, s := range a.Scores {
			if s.Score != nil {
				sum += int64(*s.Score)
				n++
			}
		}
		if n == 0 {
			continue
		}
		mean := big.NewRat(sum, n)
		if percent {
			mean = big.NewRat(50*(sum+n), n)
		}
		if holds(*f, mean) && holds(*g, mean) {
			return true
		}
	}
	return false
}

// Where names the place of a commitment in its source.
func (e Entry) Where() string {
	switch c := e.Commitment; {
	case c.Row > 0:
		return fmt.Sprintf("row %d", c.Row)
	case c.At.Page() > 0:
		return fmt.Sprintf("page %d", c.At.Page())
	case c.ID != "":
		return "commitment " + c.ID
	default:
		return fmt.Sprintf("commitment %d", c.Number)
	}
}

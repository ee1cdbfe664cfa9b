package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "percent-attainable",
	Severity: rule.Warning,
	Title:    "a percentage or average that no scores of that many cells give",
	Checks: "Where a percentage or average is stated of a member or a commitment and its scores are not given: whether any scores of −1, 0 and +1 of as many cells give it. " +
		"The number of cells is that of the table's own column ('n', 'commitments'), a row 'Commitments' or a column of numbers before each column of averages, or the number of commitments that the report says were assessed; a title may say for how many members each was scored.",
	Why:     "The test needs no score, so that figures in releases and rankings can be checked. Where a number smaller by one gives the figure, a member was likely not assessed once, which should be said beside it.",
	Example: "19 commitments, 94%, among figures that are rounded from the exact mean: 17/19 are 94.736…% and 16/19 are 92.105…%. 16 of 18 give it, and the finding asks whether one was not assessed. Near miss: 13 commitments, 93% and 89%, both by way of the mean rounded to two decimals.",
	Convention: "As average-unattainable (the GRIM test), for figures without scores. A percentage follows from the exact mean, or from the mean rounded to two decimals first, half up or half to even, on the scale 0 to 100 or −100 to +100. " +
		"Three figures or more that stand together were made in one way: the one that gives most of them, if it gives two of three. A figure that holds in another way only is asked about where one cell fewer explains it. In columns of averages only a figure is told that so many scores do not give, nor one or two fewer, rounded or cut off, where all others of its column but one in ten can be had, which by chance happens less than once in four thousand tables.",
	Since: "0.1.0",
	Run:   runPercentAttainable,
})

func runPercentAttainable(p *rule.Pass) {
	for i := range p.Report.Tables {
		if t := &p.Report.Tables[i]; !meansOfFigures(p, t) {
			attainableTable(p, t)
		}
	}
	columns.Compare(p, "percent-attainable")
	withoutCells(p)
	attainableRankings(p)
	attainableProse(p)
}

// percentWay is a way from the sum of n scores to a percentage.
type percentWay struct {
	hundred bool // the scale from −100 to +100
	rounded bool // from the mean rounded to two decimals, or as printed
	even    bool // half to even, not half up
}

// percentWays are the ways that are tried on a scale, the commonest first.
func percentWays(hundred bool) []percentWay {
	return []percentWay{{hundred, false, false}, {hundred, true, false}, {hundred, false, true}, {hundred, true, true}}
}

// text is the way in a sentence.
func (w percentWay) text() string {
	s := "from the exact mean"
	if w.rounded {
		s = "from the mean rounded to two decimals"
	}
	if w.even {
		s += ", half to even"
	} else {
		s += ", half up"
	}
	if w.hundred {
		s += ", on the scale from −100 to +100"
	}
	return s
}

// fit gives a sum of n scores that gives the figure in this way.
func (w percentWay) fit(f reckon.Figure, n int) (sum int, ok bool) {
	for k := n; k >= -n && n > 0; k-- {
		mean := big.NewRat(int64(k), int64(n))
		if f.Value != nil && !reckon.Holds(*f.Value, mean) {
			continue
		}
		if f.Percent == nil {
			return k, true
		}
		if w.rounded {
			d := tallies.RoundedTo(mean, tallies.UsualPlaces, w.even)
			if f.Value != nil {
				d = *f.Value
			}
			mean = d.Rat()
		}
		percent := reckon.Percent(mean)
		if w.hundred {
			percent = new(big.Rat).Mul(mean, big.NewRat(100, 1))
		}
		if tallies.RoundedTo(percent, f.Percent.Places, w.even).Rat().Cmp(f.Percent.Rat()) == 0 {
			return k, true
		}
	}
	return 0, false
}

// anyFit tries all ways of a scale.
func anyFit(f reckon.Figure, n int, hundred bool) (sum int, way percentWay, ok bool) {
	for _, w := range percentWays(hundred) {
		if k, ok := w.fit(f, n); ok {
			return k, w, true
		}
	}
	return 0, percentWay{hundred: hundred}, false
}

// mostCells bounds the number of cells for which the test is made: with more,
// every whole percentage can be had.
const mostCells = 200

// tells reports whether the test says anything: some percentage of as many
// decimals cannot be had of n cells.
func tells(f reckon.Figure, n int) bool {
	if n < 1 || n > mostCells {
		return false
	}
	return f.Value != nil && f.Value.Places >= 2 || f.Percent != nil && (f.Percent.Places > 0 || n < 100)
}

// unattainable makes the finding on a figure that n cells do not give. held
// says in which other way it would hold, "" for none.
func unattainable(who string, f reckon.Figure, n int, w percentWay, held string) rule.Finding {
	text := f.Text()
	if f.Value != nil && f.Percent != nil {
		text = fmt.Sprintf("%s (%s%%)", reckon.Printed(*f.Value), f.Percent)
	}
	out := rule.Finding{Stated: text, Quote: text}
	out.Message = fmt.Sprintf("%s is stated as %s; no %s of −1, 0 and +1 give it, neither from the exact mean nor from one rounded to two decimals.", who, text, reckon.Plural(n, "score"))
	if held != "" {
		out.Message = fmt.Sprintf("%s is stated as %s; %s of −1, 0 and +1 give it only %s, in which most figures beside it do not hold.", who, text, reckon.Plural(n, "score"), held)
	}
	out.Computed = nearestFor(f, n, w.hundred)
	for _, other := range []int{n - 1, n - 2, n + 1} {
		k, ok := w.fit(f, other)
		if !ok {
			continue
		}
		switch n - other {
		case 1:
			out.Message += fmt.Sprintf(" %s of %d do: was one not assessed?", reckon.SignedScore(k), other)
		case 2:
			out.Message += fmt.Sprintf(" %s of %d do: were two not assessed?", reckon.SignedScore(k), other)
		}
		out.Explanations = append(out.Explanations, fmt.Sprintf("%d cells instead of %d: %s", other, n, reckon.Fraction(k, other)))
		break
	}
	return out
}

func nearestFor(f reckon.Figure, n int, hundred bool) string {
	if hundred && f.Value == nil {
		v := new(big.Rat).Quo(f.Percent.Rat(), big.NewRat(100, 1))
		k := floorOf(new(big.Rat).Mul(v, big.NewRat(int64(n), 1)))
		return fmt.Sprintf("nearest possible: %s and %s of 1", reckon.Fraction(k, n), reckon.Fraction(k+1, n))
	}
	return reckon.NearestMeans(f, n)
}

func floorOf(r *big.Rat) int {
	return int(new(big.Int).Div(r.Num(), r.Denom()).Int64())
}

// whoHeads are the kinds of head of the column that says of whom a figure is.
var whoHeads = []vocabulary.HeadKind{vocabulary.HeadRowName, vocabulary.HeadMember, vocabulary.HeadCommitment}

// statedRow is a row of a table of figures.
type statedRow struct {
	row      int
	sheetRow int // see model.Table.SheetRow
	group    string
	who      string
	n        int
	f        reckon.Figure
	// member and at are of a figure of a report.
	member string
	at     model.At
}

// meansOfFigures reports whether the averages or percentages of a table are the means of the
// columns beside them: the mean of members' averages over N commitments is none of N scores.
func meansOfFigures(p *rule.Pass, t *model.Table) bool {
	rows, c := figureRows(t, p.Vocabulary)
	if c.cells < 0 {
		return false // nothing says of how many they are
	}
	for _, column := range []int{c.mean, c.percent} {
		if column >= 0 && columns.IsMean(t, column, p.Vocabulary) {
			p.Undecided(len(rows), "means of the figures beside them, and of no scores that the table counts")
			return true
		}
	}
	return false
}

// attainableTable tests every row of a table that has a column of percentages or
// averages and one of how many commitments they are of.
func attainableTable(p *rule.Pass, t *model.Table) {
	rows, unread := statedRows(t, p.Vocabulary)
	p.Undecided(unread, "the number of cells or the figure of a row cannot be read, or is none of scores")
	reported := map[int]bool{}
	if pairs, wrong := contradicting(t, p.Vocabulary); columns.Published(p) && p.Selected("percent-stated") && certain(pairs, wrong) {
		for _, r := range wrong {
			reported[r.row] = true
		}
	}
	groups := map[string][]statedRow{}
	var order []string
	for _, r := range rows {
		if reported[r.row] {
			p.Undecided(1, "average and percentage are not of one mean, which percent-stated reports")
			continue
		}
		if groups[r.group] == nil {
			order = append(order, r.group)
		}
		groups[r.group] = append(groups[r.group], r)
	}
	for _, name := range order {
		attainableGroup(p, t.At, groups[name])
	}
}

// attainableGroup tests the rows of one group, which were made in one way.
func attainableGroup(p *rule.Pass, at model.At, rows []statedRow) {
	rows = fewerCells(p, at, rows)
	if len(rows) == 0 {
		return
	}
	best, most := percentWay{}, -1
	for _, w := range append(percentWays(false), percentWays(true)...) {
		n := 0
		for _, r := range rows {
			if _, ok := w.fit(r.f, r.n); ok {
				n++
			}
		}
		if n > most {
			best, most = w, n
		}
	}
	prevails := len(rows) >= conventions.Fewest && most*3 >= len(rows)*2
	if len(rows) >= conventions.Fewest && !prevails {
		p.Undecided(len(rows), "most figures of a group cannot be had in one way of the cells that are stated")
		return
	}
	for _, r := range rows {
		p.Checked(1)
		held := ""
		if prevails {
			if _, ok := best.fit(r.f, r.n); ok {
				continue
			}
			if _, w, ok := anyFit(r.f, r.n, best.hundred); ok {
				// A question is asked only where a number of cells answers it.
				if _, fewer := best.fit(r.f, r.n-1); !fewer {
					continue
				}
				held = w.text()
			}
		} else {
			_, _, half := anyFit(r.f, r.n, false)
			_, _, full := anyFit(r.f, r.n, true)
			if half || full {
				continue
			}
		}
		f := unattainable(r.label(), r.f, r.n, best, held)
		f.At, f.Row, f.SheetRow, f.Member = at, r.row, r.sheetRow, r.member
		if len(r.at) > 0 {
			f.At = r.at
		}
		p.Found(f)
	}
}

// fewerCells asks one question where most figures of as many cells cannot be
// had and all can of one fewer; it gives the other rows.
func fewerCells(p *rule.Pass, at model.At, rows []statedRow) []statedRow {
	usual := percentWay{}
	bySize := map[int][]statedRow{}
	for _, r := range rows {
		bySize[r.n] = append(bySize[r.n], r)
	}
	asked := map[int]bool{}
	for _, r := range rows {
		same := bySize[r.n]
		if asked[r.n] || len(same) < conventions.Fewest {
			continue
		}
		fit, fewer := 0, 0
		for _, s := range same {
			if _, ok := usual.fit(s.f, s.n); ok {
				fit++
			}
			if _, ok := usual.fit(s.f, s.n-1); ok {
				fewer++
			}
		}
		if fit*2 >= len(same) || fewer < len(same) {
			continue
		}
		asked[r.n] = true
		p.Checked(len(same))
		f := unattainable(r.label(), r.f, r.n, usual, "")
		f.At, f.Row, f.SheetRow = at, r.row, r.sheetRow
		f.Message = fmt.Sprintf("%d of %s of %d cells in “%s” can be had of as many scores, and all %d of %d: was one commitment not assessed when they were made? The first is %s of %s.",
			fit, reckon.Plural(len(same), "figure"), r.n, r.group, len(same), r.n-1, r.f.Text(), r.who)
		p.Found(f)
	}
	var rest []statedRow
	for _, r := range rows {
		if !asked[r.n] {
			rest = append(rest, r)
		}
	}
	return rest
}

func (r statedRow) label() string {
	if r.group == "" && r.row == 0 {
		return "The average of " + r.who
	}
	if r.who == "" {
		return fmt.Sprintf("The figure of row %d", r.row)
	}
	if r.group != "" && r.group != r.who {
		return fmt.Sprintf("The figure of %s (%s)", r.who, r.group)
	}
	return "The figure of " + r.who
}

// figureHeads are the columns of a table of figures; -1 where there is none.
type figureHeads struct{ cells, percent, mean, who int }

// figureRows reads the rows of a table that has a column of percentages or averages.
// The number of their cells is not read.
func figureRows(t *model.Table, words *vocabulary.Vocabulary) (out []statedRow, c figureHeads) {
	c = figureHeads{-1, -1, -1, -1}
	if len(t.Rows) < 2 {
		return nil, c
	}
	head := t.Rows[0]
	c.mean, c.percent = columns.HeadPair(head, words)
	for i, h := range head {
		switch {
		case i == c.mean || i == c.percent:
		case c.cells < 0 && words.HasHead(h, vocabulary.HeadCells):
			c.cells = i
		case c.who < 0 && words.HasHead(h, whoHeads...):
			c.who = i
		}
	}
	if c.percent < 0 && c.mean < 0 {
		return nil, c
	}
	groups := c.cells != 0 && c.percent != 0 && c.mean != 0 && c.who != 0
	if groups && c.who < 0 && eachOnce(t.Rows[1:]) {
		groups, c.who = false, 0 // names, and no groups
	}
	for i, r := range t.Rows[1:] {
		if len(r) != len(head) {
			continue
		}
		row := statedRow{row: i + 2, sheetRow: t.SheetRow(i + 2)}
		if groups {
			row.group = strings.TrimSpace(r[0])
		}
		if c.who >= 0 {
			row.who = strings.TrimSpace(r[c.who])
		}
		number := func(c int) *model.Decimal {
			if c < 0 {
				return nil
			}
			d, err := model.ParseDecimal(strings.TrimSuffix(strings.TrimSpace(r[c]), "%"))
			if err != nil {
				return nil
			}
			return &d
		}
		row.f = reckon.Figure{Value: number(c.mean), Percent: number(c.percent)}
		if row.f != (reckon.Figure{}) {
			out = append(out, row)
		}
	}
	return out, c
}

// statedRows reads a table of figures that says of how many cells they are; unread
// counts the rows with a figure whose number of cells cannot be read.
func statedRows(t *model.Table, words *vocabulary.Vocabulary) (out []statedRow, unread int) {
	all, c := figureRows(t, words)
	if c.cells < 0 {
		return nil, 0
	}
	for _, row := range all {
		n, _, _ := strings.Cut(strings.TrimSpace(t.Rows[row.row-1][c.cells]), " ") // "16 stated"
		row.n = rule.Atoi(n)
		if n == "" || strings.Trim(n, "0123456789") != "" || !tells(row.f, row.n) {
			unread++
			continue
		}
		out = append(out, row)
	}
	if c.mean >= 0 && slices.ContainsFunc(out, func(r statedRow) bool {
		return r.f.Value != nil && r.f.Value.Rat().Num().CmpAbs(r.f.Value.Rat().Denom()) > 0
	}) {
		return nil, len(out) + unread // means of something else than scores
	}
	return out, unread
}

// eachOnce reports whether the first cells of several rows are different from each
// other.
func eachOnce(rows [][]string) bool {
	met := map[string]bool{}
	for _, r := range rows {
		if len(r) == 0 || met[r[0]] {
			return false
		}
		met[r[0]] = true
	}
	return len(rows) > 1
}

// attainableRankings tests rankings of members where no summary table gives
// their scores.
func attainableRankings(p *rule.Pass) {
	if len(p.Report.Matrices) > 0 || len(p.Report.Rankings) == 0 {
		return
	}
	n, why := assessedCount(p)
	reader := stages.NewReader(p)
	for i := range p.Report.Rankings {
		k := &p.Report.Rankings[i]
		if !reader.Own(k.Title) {
			continue
		}
		var rows []statedRow
		for _, e := range k.Entries {
			if e.Member != "" {
				rows = append(rows, statedRow{who: e.Label, n: n, f: reckon.Figure{Value: tallies.AsMean(p, e.Value, e.Text), Percent: e.Percent}, member: e.Member, at: e.At})
			}
		}
		attainableRows(p, rows, n, why)
	}
}

// rePercentOf finds what is stated of a member in a sentence.
var rePercentOf = lazyregexp.New(`^\s*[+-]?[0-9.]+\s*(?:\([0-9.]+\s?%\))?\s*$|^\s*[0-9.]+\s?%\s*$`)

// attainableProse tests what the text states of members where no table gives
// their scores.
func attainableProse(p *rule.Pass) {
	if len(p.Report.Matrices) > 0 || len(p.Report.Commitments) > 0 || len(p.Report.Rankings) > 0 {
		return
	}
	n, why := assessedCount(p)
	var rows []statedRow
	read := claims.Prose(p)
	for _, rd := range read.Readings {
		if rule.Quoted(rd.Text) {
			continue
		}
		for i := range rd.Claims {
			c := &rd.Claims[i]
			if c.Figure == nil || c.Doubt != "" || !rePercentOf.MatchString(c.Figure.Text) {
				continue
			}
			if word := read.Reader.NotUnderstood(c); word != "" {
				p.Undecided(1, mayLimit(word))
				continue
			}
			for _, s := range c.Subjects {
				if s.Kind == prose.Member && s.Member != "" {
					rows = append(rows, statedRow{who: p.Vocabulary.MemberName(s.Member), n: n, f: reckon.Figure{Value: c.Figure.Value, Percent: c.Figure.Percent}, member: s.Member, at: rd.At})
				}
			}
		}
	}
	attainableRows(p, rows, n, why)
}

// attainableRows tests the figures of a report's members, made of n scores each.
func attainableRows(p *rule.Pass, rows []statedRow, n int, why string) {
	var told []statedRow
	for _, r := range rows {
		switch {
		case r.f == (reckon.Figure{}):
		case why != "":
			p.Undecided(1, why)
		case !tells(r.f, n):
			p.Undecided(1, "of so many cells any figure can be had")
		default:
			told = append(told, r)
		}
	}
	attainableGroup(p, nil, told)
}

// assessedCount is the number of commitments that the report states, in every
// place the same.
func assessedCount(p *rule.Pass) (n int, why string) {
	stated, why := frontmatter.SelectedCommitments(p, frontmatter.FrontTexts(p.Report))
	if why != "" {
		return 0, why
	}
	for _, s := range stated {
		if n > 0 && s.N != n {
			return 0, "the number of commitments is stated in two ways (front-matter)"
		}
		n = s.N
	}
	if n == 0 {
		return 0, "how many commitments were assessed was not found"
	}
	return n, ""
}

package dataset

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// The tables of this file are made of all reports together, when the last one
// has been written.
type (
	summitValue struct {
		summitRef
		listed       *audit.Summit // nil where the list of summits has it not
		from, to     string
		host, letter string
		reports      int
	}
	promiseValue struct {
		p      *promise
		first  *commitmentInfo
		counts string // the commitment that counts
		stages string
	}
	memberValue struct {
		forum, code, name string
		codes             vocabulary.Codes
		from, to          int
		belongs           bool
	}
	panelValue struct {
		*commitmentInfo
		id      string
		summit  summitValue
		cell    *cellInfo
		codes   vocabulary.Codes
		mean    *big.Rat
		sum, n  *int
		stated  statedInfo
		interim Cell
	}
	conflictValue struct {
		id, promise, member, what string
		counts, other             *commitmentInfo
		countsCell, otherCell     *cellInfo
	}
)

var summitsTable = define("summits", "One row per summit: those that the program knows, with or without a report, and those that only a report names.",
	col("summit_id", String, "Id of the summit, made of forum, year and place.", func(v summitValue) Cell { return text(v.id) }).required(),
	col("forum", String, "Forum, as it was called then.", func(v summitValue) Cell { return text(v.forum) }),
	col("year", Integer, "Year.", func(v summitValue) Cell { return positive(v.year) }),
	col("summit_letter", String, "Letter that tells it from the other summit of its year, as in 2010T; mostly empty.", func(v summitValue) Cell { return text(v.letter) }),
	col("summit", String, "Its place, which is its name.", func(v summitValue) Cell { return text(v.place) }),
	col("also", String, "Other names of the place; several divided by '; '.", func(v summitValue) Cell {
		if v.listed == nil {
			return Cell{}
		}
		return text(strings.Join(v.listed.Names[1:], "; "))
	}),
	col("host", String, "Who held it: ISO 3166-1 alpha-3 code, or EU.", func(v summitValue) Cell { return text(v.host) }),
	col("summit_from", Date, "Its first day; empty where it is not known or was still to come.", func(v summitValue) Cell { return day(v.from) }),
	col("summit_to", Date, "Its last day.", func(v summitValue) Cell { return day(v.to) }),
	col("reports", Integer, "Reports and tables in this data set that assess it.", func(v summitValue) Cell { return integer(v.reports) }).required(),
)

var promisesTable = searched(define("promises", "One row per promise that some source names, whichever and however many they are.",
	col("promise_id", String, "Id of the promise, made of the summit and its serial, or its heading where it has none. Nothing in it comes from a file.", func(v promiseValue) Cell { return text(v.p.id) }).required(),
	col("summit_id", String, "Summit at which it was made.", func(v promiseValue) Cell { return text(v.p.summit.id) }).refers("summits"),
	col("forum", String, "Forum of that summit.", func(v promiseValue) Cell { return text(v.p.summit.forum) }),
	col("year", Integer, "Year of that summit.", func(v promiseValue) Cell { return positive(v.p.summit.year) }),
	col("issue_area", String, "Issue area as printed.", func(v promiseValue) Cell { return text(v.first.area) }),
	col("title", String, "Title as printed.", func(v promiseValue) Cell { return text(v.first.title) }),
	col("area", String, "Issue area under the name that counts areas together; empty where it is not known.", func(v promiseValue) Cell { return text(v.first.normalArea) }),
	col("topic", String, "Title without blanks and marks around it.", func(v promiseValue) Cell { return text(v.first.topic) }),
	col("text", String, "Its words.", func(v promiseValue) Cell { return text(v.first.text) }),
	col("sources", Integer, "Sources that name it: rows of table commitments.", func(v promiseValue) Cell { return integer(len(v.p.sources)) }).required(),
	col("stages", String, "Stages of those that assess it, divided by '; '; 'none' where none was found.", func(v promiseValue) Cell { return text(v.stages) }),
	col("commitment_id", String, "The row of table commitments that counts.", func(v promiseValue) Cell { return text(v.counts) }),
), "text")

var membersTable = define("members", "One row per forum and member: who belongs to it and since when, and who else has a score.",
	col("member_id", String, "Id of the row: forum and member.", func(v memberValue) Cell { return text(v.forum + "." + v.code) }).required(),
	col("forum", String, "Forum.", func(v memberValue) Cell { return text(v.forum) }).required(),
	col("member", String, "Member: ISO 3166-1 alpha-3 code, EU or AU.", func(v memberValue) Cell { return text(v.code) }).required(),
	col("member_name", String, "Usual English name.", func(v memberValue) Cell { return text(v.name) }).required(),
	col("alpha2", String, "ISO 3166-1 alpha-2 code; empty for the unions.", func(v memberValue) Cell { return text(v.codes.Alpha2) }),
	col("alpha3", String, "ISO 3166-1 alpha-3 code; empty for the unions.", func(v memberValue) Cell { return text(v.codes.Alpha3) }),
	col("cow", Integer, "Number in the Correlates of War list of states today; table panel has the one of the year.", func(v memberValue) Cell { return positive(v.codes.Cow) }),
	col("belongs", Integer, "1 for a member of the forum, 0 for others that have a score (guests, hosts).", func(v memberValue) Cell { return flag(v.belongs) }).required(),
	col("member_from", Integer, "Year of the first summit as a member; empty: from the beginning.", func(v memberValue) Cell { return positive(v.from) }),
	col("member_to", Integer, "Year of the last summit as a member; empty: still, or as long as the forum was called so.", func(v memberValue) Cell { return positive(v.to) }),
)

// fromCell takes a column of a place over from the score's row.
func fromCell(name string) func(panelValue) Cell {
	return func(v panelValue) Cell {
		c := v.cell.place.cell(name)
		if c.Set || name != "doubted" && name != "corrected" {
			return c
		}
		return integer(0)
	}
}

var panelTable = define("panel", "One row per summit, promise and member: the score that counts, or why none was found. Everything a panel needs, without a join.",
	col("panel_id", String, "Id of the row: promise and member.", func(v panelValue) Cell { return text(v.id) }).required(),
	col("promise_id", String, "Promise.", func(v panelValue) Cell { return text(v.promise) }).required().refers("promises"),
	col("forum", String, "Forum, as it was called then.", func(v panelValue) Cell { return text(v.forum) }),
	col("year", Integer, "Year of the summit.", func(v panelValue) Cell { return positive(v.year) }),
	col("summit_id", String, "Summit.", func(v panelValue) Cell { return text(v.summit.id) }).refers("summits"),
	col("summit", String, "Its place.", func(v panelValue) Cell { return text(v.summit.place) }),
	col("summit_letter", String, "Letter that tells it from the other summit of its year; mostly empty.", func(v panelValue) Cell { return text(v.summit.letter) }),
	col("host", String, "Who held it: ISO 3166-1 alpha-3 code, or EU.", func(v panelValue) Cell { return text(v.summit.host) }),
	col("summit_from", Date, "Its first day.", func(v panelValue) Cell { return day(v.summit.from) }),
	col("summit_to", Date, "Its last day.", func(v panelValue) Cell { return day(v.summit.to) }),
	col("stage", String, "Stage of the assessment that counts; empty where none was found.", func(v panelValue) Cell { return text(v.stage) }),
	col("period_from", Date, "First day of the compliance period.", func(v panelValue) Cell { return day(v.report.periodFrom) }),
	col("period_to", Date, "Last day of the compliance period.", func(v panelValue) Cell { return day(v.report.periodTo) }),
	col("serial", String, "Serial as printed. A spreadsheet may take it for a date: import the column as text.", func(v panelValue) Cell { return text(v.serial) }),
	col("serial_normal", String, "Serial in the form year-number; empty where none is certain.", func(v panelValue) Cell { return text(v.normal) }),
	col("serial_reason", String, "Why serial_normal is another than serial, or why it is empty.", func(v panelValue) Cell { return text(v.reason) }),
	col("issue_area", String, "Issue area as printed.", func(v panelValue) Cell { return text(v.area) }),
	col("title", String, "Title as printed.", func(v panelValue) Cell { return text(v.title) }),
	col("area", String, "Issue area under the name that counts areas together; empty where it is not known.", func(v panelValue) Cell { return text(v.normalArea) }),
	col("topic", String, "Title without blanks and marks around it.", func(v panelValue) Cell { return text(v.topic) }),
	col("member", String, "Member: ISO 3166-1 alpha-3 code, EU or AU; empty where the name is not known.", func(v panelValue) Cell { return text(v.cell.member) }),
	col("member_name", String, "Usual English name; as printed where the member is not known.", func(v panelValue) Cell { return text(v.cell.name) }),
	col("alpha2", String, "ISO 3166-1 alpha-2 code; empty for the unions.", func(v panelValue) Cell { return text(v.codes.Alpha2) }),
	col("alpha3", String, "ISO 3166-1 alpha-3 code; empty for the unions.", func(v panelValue) Cell { return text(v.codes.Alpha3) }),
	col("cow", Integer, "Number in the Correlates of War list of states in the summit's year; empty for the unions.", func(v panelValue) Cell { return positive(v.codes.Cow) }),
	col("score", Score, "−1, 0 or +1; empty where status is another than scored.", func(v panelValue) Cell { return v.cell.score }),
	col("status", String, statusDoc, func(v panelValue) Cell { return text(v.cell.status) }).required().values(statuses...),
	col("interim_score", Score, "Score of the member in the interim report, where another report counts.", func(v panelValue) Cell { return v.interim }),
	col("printed", String, "What is printed in the cell.", func(v panelValue) Cell { return v.cell.printed }),
	col("stated_in", String, "Place where the score is stated; empty where the source says nothing of the member.", func(v panelValue) Cell { return v.cell.where }).values("table", "heading", "closing", "matrix", "published"),
	col("stated_text", String, "The commitment's average as printed.", func(v panelValue) Cell { return v.stated.text }),
	col("stated_value", Number, "Stated mean on the scale −1 to +1.", func(v panelValue) Cell { return v.stated.value }),
	col("stated_percent", Number, "Stated percentage.", func(v panelValue) Cell { return v.stated.percent }),
	col("score_sum", Integer, "Sum of the commitment's scores in this table; with score_count it is the exact mean.", func(v panelValue) Cell { return optional(v.sum) }),
	col("score_count", Integer, "How many scores those are.", func(v panelValue) Cell { return optional(v.n) }),
	col("recomputed_value", Number, "Mean of those scores, rounded to nine decimals.", func(v panelValue) Cell {
		if v.mean == nil {
			return Cell{}
		}
		return text(nineDecimals(v.mean))
	}),
	col("verdict", String, "Whether the stated average follows from the scores; see table averages.", func(v panelValue) Cell { return v.stated.verdict }).values("agrees", "differs", "undecided"),
	col("kind", String, "Where the row comes from: a report, or a table of published scores.", func(v panelValue) Cell { return text(v.report.kind) }).required().values(kindReport, kindTable),
	col("commitment_id", String, "The commitment's row in table commitments.", func(v panelValue) Cell { return text(v.commitmentInfo.id) }).required().refers("commitments"),
	col("report_id", String, "The report's row in table reports.", func(v panelValue) Cell { return text(v.report.id) }).required().refers("reports"),
	col("file", String, "The file that the row comes from, as named in table files.", func(v panelValue) Cell { return words(v.report.file) }).required(),
	col("page", Integer, "Page of the file, counted from 1.", fromCell("page")),
	col("x0", Number, "Left edge on that page, in points from the page's left edge.", fromCell("x0")),
	col("top", Number, "Upper edge on that page, in points from the page's top.", fromCell("top")),
	col("x1", Number, "Right edge, in points from the page's left edge.", fromCell("x1")),
	col("bottom", Number, "Lower edge, in points from the page's top.", fromCell("bottom")),
	col("row", Integer, "Record of a table of published scores, the head being 1; empty for a PDF.", fromCell("row")),
	col("path", String, "JSON Pointer of the score in what recount extract prints of the file; corrections name it so.", fromCell("path")),
	col("review_page", String, "Where the score is beside its page, with its box: an address within the folder that recount review --export writes of the same files. Empty for a table of published scores.", func(v panelValue) Cell {
		page, path := fromCell("page")(v), fromCell("path")(v)
		if !page.Set || !path.Set {
			return Cell{}
		}
		return text(fmt.Sprintf("%s/page-%d.html#%s", v.report.id, page.Int, path.Text))
	}),
	col("doubted", Integer, "1 where a warning says that the score may be misread, otherwise 0.", fromCell("doubted")).required(),
	col("corrected", Integer, "1 where a correction changed the score, otherwise 0.", fromCell("corrected")).required(),
)

// What two sources may differ in.
const (
	conflictScore    = "score"
	conflictPresence = "presence"
)

var conflictsTable = define("conflicts", "One row per score of which two sources that are not of different stages say different things.",
	col("conflict_id", String, "Id of the row.", func(v conflictValue) Cell { return text(v.id) }).required(),
	col("promise_id", String, "Promise.", func(v conflictValue) Cell { return text(v.promise) }).required().refers("promises"),
	col("member", String, "Member: ISO 3166-1 alpha-3 code, EU or AU; the name where it is not known.", func(v conflictValue) Cell { return text(v.member) }).required(),
	col("what", String, "What differs: the scores, or whether there is one.", func(v conflictValue) Cell { return text(v.what) }).required().values(conflictScore, conflictPresence),
	col("counts_score", Score, "Score in the source that counts.", func(v conflictValue) Cell { return v.countsCell.score }),
	col("counts_status", String, "Its status there.", func(v conflictValue) Cell { return text(v.countsCell.status) }).required().values(statuses...),
	col("counts_commitment_id", String, "The commitment there.", func(v conflictValue) Cell { return text(v.counts.id) }).required().refers("commitments"),
	col("counts_file", String, "File of that source.", func(v conflictValue) Cell { return words(v.counts.report.file) }).required(),
	col("counts_page", Integer, "Page there.", func(v conflictValue) Cell { return v.countsCell.place.cell("page") }),
	col("other_score", Score, "Score in the other source.", func(v conflictValue) Cell { return v.otherCell.score }),
	col("other_status", String, "Its status there.", func(v conflictValue) Cell { return text(v.otherCell.status) }).required().values(statuses...),
	col("other_commitment_id", String, "The commitment there.", func(v conflictValue) Cell { return text(v.other.id) }).required().refers("commitments"),
	col("other_file", String, "File of the other source.", func(v conflictValue) Cell { return words(v.other.report.file) }).required(),
	col("other_page", Integer, "Page there.", func(v conflictValue) Cell { return v.otherCell.place.cell("page") }),
	col("other_row", Integer, "Record there, of a table of published scores.", func(v conflictValue) Cell { return v.otherCell.place.cell("row") }),
)

// derive writes the tables that are made of all reports.
func (w *Writer) derive() error {
	w.versions.decide()
	words := vocabulary.Default()
	summits := w.summits()
	byID := map[string]summitValue{}
	for _, s := range summits {
		byID[s.id] = s
		if err := w.add(tableSummits, summitsTable.row(s)); err != nil {
			return err
		}
	}
	members, err := w.seen.memberValues(words)
	if err != nil {
		return err
	}
	for _, m := range members {
		if err := w.add(tableMembers, membersTable.row(m)); err != nil {
			return err
		}
	}
	for i := range w.versions.list {
		if err := w.promise(&w.versions.list[i], byID, words); err != nil {
			return err
		}
	}
	return w.panel.end()
}

// summits are those of the list, then others that reports name.
func (w *Writer) summits() []summitValue {
	var out []summitValue
	index := map[string]int{}
	for _, s := range audit.Summits() {
		ref := listedSummit(s)
		index[ref.id] = len(out)
		out = append(out, summitValue{summitRef: ref, listed: &s, from: s.From, to: s.To, host: s.Host, letter: s.Letter})
	}
	for _, a := range w.versions.assessing {
		i, there := index[a.id]
		if !there {
			i = len(out)
			index[a.id] = i
			out = append(out, summitValue{summitRef: a.summitRef})
		}
		out[i].reports += a.reports
	}
	return out
}

// memberValues are the members of the forums, and others with a score.
func (c *collector) memberValues(words *vocabulary.Vocabulary) ([]memberValue, error) {
	var out []memberValue
	there := map[[2]string]bool{}
	for _, f := range words.Memberships() {
		for _, m := range f.Members {
			if there[[2]string{f.Name, m.Code}] {
				continue
			}
			there[[2]string{f.Name, m.Code}] = true
			out = append(out, memberValue{f.Name, m.Code, words.MemberName(m.Code), words.MemberCodes(m.Code, 0), m.From, m.To, true})
		}
	}
	guests := map[[2]string]memberValue{}
	err := c.eachCommitment(func(info *commitmentInfo) error {
		for _, cell := range info.cells {
			key := [2]string{info.forum, cell.member}
			if cell.member != "" && info.forum != "" && !there[key] {
				guests[key] = memberValue{info.forum, cell.member, words.MemberName(cell.member), words.MemberCodes(cell.member, 0), 0, 0, false}
			}
		}
		return nil
	})
	more := slices.SortedFunc(maps.Values(guests), func(a, b memberValue) int {
		return cmp.Or(cmp.Compare(a.forum, b.forum), cmp.Compare(a.code, b.code))
	})
	return append(out, more...), err
}

// promise writes a promise, its rows of the panel and what its sources
// contradict each other in.
func (w *Writer) promise(p *promise, summits map[string]summitValue, words *vocabulary.Vocabulary) error {
	var first, counts, interim *commitmentInfo
	for i, c := range p.sources {
		is, maybe := w.versions.counts[c.id], c.stage == "interim" && interim == nil
		if i > 0 && !is && !maybe {
			continue
		}
		info, err := w.seen.commitment(c.id)
		if err != nil {
			return err
		}
		switch {
		case info == nil:
			continue
		case is:
			counts = info
		case maybe && len(info.cells) > 0:
			interim = info
		}
		if i == 0 {
			first = info
		}
	}
	if first == nil {
		first = &commitmentInfo{} // of no report: the foreign keys are checked when the tables are closed
	}
	v := promiseValue{p: p, first: first, stages: stagesOf(p)}
	if counts != nil {
		v.counts = counts.id
	}
	if err := w.add(tablePromises, promisesTable.row(v)); err != nil {
		return err
	}
	if counts == nil || len(counts.cells) == 0 {
		return nil
	}
	for _, row := range panelRows(counts, interim, summits, words) {
		if err := w.add(tablePanel, panelTable.row(row)); err != nil {
			return err
		}
		if err := w.keep(row); err != nil {
			return err
		}
	}
	return w.conflicts(p, counts)
}

// conflicts writes what the source that counts and the others of a promise differ in.
// There may be any number of these: one is in memory at a time.
func (w *Writer) conflicts(p *promise, counts *commitmentInfo) error {
	ids := distinct{}
	for _, c := range p.sources {
		if w.versions.counts[c.id] {
			continue
		}
		other, err := w.seen.commitment(c.id)
		if err != nil {
			return err
		}
		if other == nil {
			continue
		}
		for _, row := range conflictsOf(counts, other, ids) {
			if err := w.add(tableConflicts, conflictsTable.row(row)); err != nil {
				return err
			}
		}
	}
	return nil
}

// stagesOf are the stages of those that assess a promise.
func stagesOf(p *promise) string {
	var stages []string
	for _, c := range p.sources {
		if s := orElse(c.stage, "none"); c.scored && !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	return strings.Join(stages, "; ")
}

// panelRows are the rows of a commitment: the forum's members of that year,
// whether the source names them or not, then others that it names.
func panelRows(counts, interim *commitmentInfo, summits map[string]summitValue, words *vocabulary.Vocabulary) []panelValue {
	order := words.ForumMembers(counts.forum, counts.year)
	for _, member := range slices.Sorted(maps.Keys(counts.cells)) {
		if !slices.Contains(order, member) {
			order = append(order, member)
		}
	}
	v := panelValue{commitmentInfo: counts, summit: summits[counts.summit]}
	var scores []int
	for _, member := range order {
		if cell := counts.cells[member]; cell != nil && cell.score.Set {
			scores = append(scores, int(cell.score.Int))
		}
	}
	if mean, ok := reckon.Mean(scores); ok {
		sum, n := 0, len(scores)
		for _, s := range scores {
			sum += s
		}
		v.mean, v.sum, v.n = mean, &sum, &n
	}
	if counts.stated != nil {
		v.stated = *counts.stated
	}
	var out []panelValue
	ids := distinct{}
	for _, member := range order {
		v.cell = counts.cells[member]
		if v.cell == nil {
			v.cell = &cellInfo{member: member, status: statusNotAssessed}
		}
		row := *v.cell
		if row.member != "" {
			row.name = words.MemberName(row.member)
		}
		v.cell = &row
		v.codes = words.MemberCodes(row.member, counts.year)
		v.interim = Cell{}
		if interim != nil && interim.cells[member] != nil {
			v.interim = interim.cells[member].score
		}
		v.id = ids.id(counts.promise + "." + memberPart(row.member, row.name))
		out = append(out, v)
	}
	return out
}

// distinct tells ids apart that would be the same: two members whose names are
// not known may be called alike.
type distinct map[string]int

func (d distinct) id(id string) string {
	d[id]++
	if n := d[id]; n > 1 {
		return d.id(id + ".no" + strconv.Itoa(n))
	}
	return id
}

// conflictsOf holds the source that counts against another that is not of another
// stage; ids tells the rows of a promise apart.
func conflictsOf(counts, other *commitmentInfo, ids distinct) []conflictValue {
	if counts.stage != "" && other.stage != "" && counts.stage != other.stage {
		return nil
	}
	var out []conflictValue
	for _, member := range slices.Sorted(maps.Keys(counts.cells)) {
		a, b := counts.cells[member], other.cells[member]
		if b == nil || a.score == b.score {
			continue
		}
		what := conflictScore
		if a.score.Set != b.score.Set {
			what = conflictPresence
		}
		out = append(out, conflictValue{
			id: ids.id("conflict." + other.id + "." + memberPart(a.member, a.name)), promise: counts.promise, member: member, what: what,
			counts: counts, other: other, countsCell: a, otherCell: b,
		})
	}
	return out
}

package dataset

import (
	"cmp"
	"slices"
	"strings"
)

// collector keeps of the rows that pass by what the wide table, the summary,
// the overview and the cautions need: some numbers per commitment and member,
// no texts beyond the commitments' own.
type collector struct {
	reports     []*reportInfo
	reportByID  map[string]*reportInfo
	commitments []*commitmentInfo
	byID        map[string]*commitmentInfo
	members     map[string]string // code or name → name as printed
	rows        []int             // rows per table
	verdicts    map[string]int
	findings    map[[2]string]int // cases by severity and rule
	found       int               // findings, those that are waived too
	waived      int
	corrections map[string]string // what they did, by the report's id and the path
	problems    map[string]int    // kind, files aside
	unseen      []unseenText
	refused     []refusedFile
	duplicates  [][2]string       // path and the path that it repeats
	places      map[string]string // of the summits
	texts       map[string]string // short texts that many rows have
}

type reportInfo struct {
	id, kind, sha256, file, title, forum, summit, stage string
	periodFrom, periodTo, summitID                      string
	published                                           string
	preparedBy                                          []string
	year                                                int
	fields, doubted                                     int
	disagreeing                                         string // checks, divided by commas
}

type commitmentInfo struct {
	id                        string
	report                    *reportInfo
	number                    int
	serial, area, title, text string
	counts                    bool
	scores                    map[string]*int // by member; nil where there is no score
	// For the panel:
	promise, summit, forum, stage, known string
	year                                 int
	normal, reason                       string // of the serial
	normalArea, topic                    string
	cells                                map[string]*cellInfo // by member
	stated                               *statedInfo
}

// cellInfo is the score of a member that counts for its commitment, and where
// it stands.
type cellInfo struct {
	member, name   string
	score          Cell
	status         string
	printed, where Cell
	place          packedPlace
}

// statedInfo is the average that a report states for a commitment.
type statedInfo struct {
	scope                         string
	text, value, percent, verdict Cell
}

// unseenText is a report with text that is not print, and what was said of it.
type unseenText struct{ reportID, reason string }

type refusedFile struct{ path, reason, advice string }

func newCollector() *collector {
	return &collector{
		reportByID: map[string]*reportInfo{}, byID: map[string]*commitmentInfo{},
		members: map[string]string{}, rows: make([]int, len(tables)),
		verdicts: map[string]int{}, findings: map[[2]string]int{}, corrections: map[string]string{}, problems: map[string]int{}, places: map[string]string{},
		texts: map[string]string{},
	}
}

// rowReader reads a row by column names.
type rowReader struct {
	table *Table
	row   Row
}

func (r rowReader) text(column string) string { return r.row[r.table.Column(column)].Text }

func (r rowReader) cell(column string) Cell { return r.row[r.table.Column(column)] }

func (r rowReader) int(column string) int { return int(r.row[r.table.Column(column)].Int) }

// collectors is what is kept of each table's rows.
var collectors = map[int]func(*collector, rowReader){
	tableSummits: func(c *collector, r rowReader) { c.places[r.text("summit_id")] = r.text("summit") },
	tableReports: func(c *collector, r rowReader) {
		info := &reportInfo{
			id: r.text("report_id"), kind: r.text("kind"), sha256: r.text("sha256"), file: r.text("file"), summitID: r.text("summit_id"),
			periodFrom: r.text("period_from"), periodTo: r.text("period_to"), title: r.text("title"), forum: r.text("forum"),
			summit: r.text("summit"), stage: r.text("stage"), year: r.int("year"),
			published: r.text("published"),
			fields:    r.int("fields"), doubted: r.int("objects_doubted"), disagreeing: r.text("checks_disagreeing"),
		}
		if names := r.text("prepared_by"); names != "" {
			info.preparedBy = strings.Split(names, "; ")
		}
		c.reports = append(c.reports, info)
		c.reportByID[info.id] = info
	},
	tableCommitments: func(c *collector, r rowReader) {
		info := &commitmentInfo{
			id: r.text("commitment_id"), report: c.reportByID[r.text("report_id")], number: r.int("number"),
			serial: r.text("serial"), area: r.text("issue_area"), title: r.text("title"), text: r.text("text"),
			counts: r.int("counts") == 1, scores: map[string]*int{}, cells: map[string]*cellInfo{},
			promise: r.text("promise_id"), summit: r.text("summit_id"), forum: r.text("forum"), year: r.int("year"),
			stage: r.text("stage"), known: r.text("known_from"), normal: r.text("serial_normal"), reason: r.text("serial_reason"),
			normalArea: r.text("area"), topic: r.text("topic"),
		}
		if info.report == nil {
			return // the foreign keys are checked when the tables are closed
		}
		c.commitments = append(c.commitments, info)
		c.byID[info.id] = info
	},
	tableScores: func(c *collector, r rowReader) {
		member := orElse(r.text("member"), r.text("member_name"))
		if _, there := c.members[member]; !there {
			c.members[member] = orElse(r.text("member_name"), member)
		}
		info := c.byID[r.text("commitment_id")]
		if info == nil {
			return
		}
		member = c.same(member)
		info.scores[member] = nil
		info.cells[member] = &cellInfo{
			member: c.same(r.text("member")), name: c.same(r.text("member_name")), score: r.cell("score"), status: c.same(r.text("status")),
			printed: c.sameCell(r.cell("printed")), where: c.sameCell(r.cell("stated_in")), place: packPlace(r),
		}
		if cell := r.row[r.table.Column("score")]; cell.Set {
			n := int(cell.Int)
			info.scores[member] = &n
		}
	},
	tableAverages: func(c *collector, r rowReader) {
		c.verdicts[r.text("verdict")]++
		// The chapter's own average before the summary table's.
		info, scope := c.byID[r.text("commitment_id")], r.text("scope")
		if info != nil && (info.stated == nil || scope == scopeCommitment && info.stated.scope != scope) {
			info.stated = &statedInfo{scope, r.cell("stated_text"), r.cell("stated_value"), r.cell("stated_percent"), r.cell("verdict")}
		}
	},
	tableFindings: func(c *collector, r rowReader) {
		c.findings[[2]string{r.text("severity"), r.text("rule")}] += r.int("cases")
		if r.text("severity") != severityUndecided {
			c.found++
		}
		if r.text("waived") != "" {
			c.waived++
		}
	},
	tableCorrections: func(c *collector, r rowReader) {
		c.corrections[r.text("report_id")+r.text("path")] = correctionText(r.text("was"), r.text("now"), r.text("why"))
	},
	tableFiles: func(c *collector, r rowReader) {
		if r.text("status") == StatusDuplicate {
			c.duplicates = append(c.duplicates, [2]string{r.text("file"), r.text("duplicate_of")})
		}
	},
	tableProblems: func(c *collector, r rowReader) {
		if r.text("kind") == problemFile {
			c.refused = append(c.refused, refusedFile{r.text("file"), r.text("reason"), r.text("advice")})
			return
		}
		c.problems[r.text("kind")]++
		if unseenKinds[r.text("kind")] {
			c.unseen = append(c.unseen, unseenText{r.text("report_id"), r.text("reason")})
		}
	},
}

// unseenKinds are the kinds of warnings on text that the page does not show, or
// not so (package extract).
var unseenKinds = map[string]bool{"unseen": true, "recognised": true, "drawn-sign": true, "glyph-text": true}

// problemFile is the kind of problem that a file is as a whole.
const problemFile = "file"

// take keeps what is needed of a row; of the scores it is given only the one
// of each commitment and member.
func (c *collector) take(table int, row Row) {
	if f := collectors[table]; f != nil {
		f(c, rowReader{tables[table], row})
	}
}

// summitName is how a commitment's summit is called.
func (c *collector) summitName(i *commitmentInfo) string {
	name := strings.Join(strings.Fields(i.forum+" "+yearText(i.year)+" "+c.place(i)), " ")
	return orElse(name, i.report.file)
}

// place is the place of a commitment's summit.
func (c *collector) place(i *commitmentInfo) string {
	return orElse(c.places[i.summit], i.report.summit)
}

// mean is a sum of scores and how many there are.
type mean struct{ sum, n int }

func (m *mean) add(score int) { m.sum += score; m.n++ }

func (m mean) value() float64 { return float64(m.sum) / float64(m.n) }

func (m mean) percent() float64 { return (m.value() + 1) * 50 }

// group is a mean of the scores that have something in common.
type group struct {
	name  string
	forum string
	year  int
	mean
}

// groupsBy sums the scores up that count; key gives the group that a score
// belongs to, "" for none.
func (c *collector) groupsBy(key func(*commitmentInfo, string) group) []group {
	all := map[string]*group{}
	for _, info := range c.commitments {
		if !info.counts {
			continue
		}
		for member, score := range info.scores {
			if score == nil {
				continue
			}
			g := key(info, member)
			id := g.forum + "\x00" + g.name
			if all[id] == nil {
				all[id] = &g
			}
			all[id].add(*score)
		}
	}
	out := make([]group, 0, len(all))
	for _, g := range all {
		out = append(out, *g)
	}
	return out
}

// bySummit are the averages of the summits in the order of time.
func (c *collector) bySummit() []group {
	out := c.groupsBy(func(i *commitmentInfo, _ string) group {
		return group{name: c.summitName(i), forum: i.forum, year: i.year}
	})
	slices.SortFunc(out, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.forum, b.forum), cmp.Compare(a.year, b.year), cmp.Compare(a.name, b.name))
	})
	return out
}

// byMember are the averages of the members over all reports of a forum.
func (c *collector) byMember() []group {
	return byMean(c.groupsBy(func(i *commitmentInfo, member string) group {
		return group{name: c.members[member], forum: i.forum}
	}))
}

// byArea are the averages of the issue areas.
func (c *collector) byArea() []group {
	return byMean(c.groupsBy(func(i *commitmentInfo, _ string) group {
		return group{name: orElse(orElse(i.normalArea, i.area), "(no issue area)"), forum: i.forum}
	}))
}

// byMean orders groups by forum and falling mean.
func byMean(groups []group) []group {
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(
			cmp.Compare(a.forum, b.forum),
			cmp.Compare(b.sum*a.n, a.sum*b.n), // falling mean, exactly
			cmp.Compare(a.name, b.name),
		)
	})
	return groups
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

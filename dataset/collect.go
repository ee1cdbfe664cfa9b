package dataset

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// collector keeps of the rows that pass by what the wide table, the summary,
// the overview and the cautions need. What there is of each report and commitment waits
// on disk; in memory are those of the file whose rows pass by, and sums.
type collector struct {
	reports     *list[*reportInfo]
	commitments *list[*commitmentInfo] // of a report one behind the other
	places      map[string]int64       // of the commitments in the list, by id
	last        *reportInfo            // the one that was read last, at lastAt
	lastAt      int64
	doubts      []doubtInfo // of the reports of which something is in doubt
	// The file whose rows pass by:
	openReports []*reportInfo
	open        []*commitmentInfo
	reportByID  map[string]*reportInfo
	byID        map[string]*commitmentInfo

	members     map[string]string // code or name → name as printed
	rows        []int             // rows per table
	verdicts    map[string]int
	findings    map[[2]string]int // cases by severity and rule
	found       int               // findings, those that are waived too
	waived      int
	corrections map[string]string // what they did, by the report's id and the path
	problems    map[string]int    // kind, files aside
	unseen      *list[[3]string]  // file of a report with text that is not print, and what was said of it
	refused     *list[[3]string]  // path, reason, advice
	duplicates  *list[[3]string]  // path and the path that it repeats
	summits     map[string]string // their places
}

type reportInfo struct {
	id, kind, sha256, file, title, summit, stage string
	periodFrom, periodTo                         string
	published                                    string
	preparedBy                                   []string
	fields, doubted                              int
	disagreeing                                  string // checks, divided by commas
}

// doubtInfo is a report of which something is in doubt, by its place.
type doubtInfo struct {
	at              int64
	fields, doubted int
}

type commitmentInfo struct {
	id                        string
	report                    *reportInfo
	reportAt                  int64
	number                    int
	serial, area, title, text string
	counts                    bool
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

// newCollector gives a collector of which what waits on disk lies in dir.
func newCollector(dir string) *collector {
	return &collector{
		reports: newList(dir, packReport, unpackReport), commitments: newList(dir, packCommitment, unpackCommitment), places: map[string]int64{}, lastAt: -1,
		unseen: newList(dir, packTexts, unpackTexts), refused: newList(dir, packTexts, unpackTexts), duplicates: newList(dir, packTexts, unpackTexts),
		reportByID: map[string]*reportInfo{}, byID: map[string]*commitmentInfo{},
		members: map[string]string{}, rows: make([]int, len(tables)),
		verdicts: map[string]int{}, findings: map[[2]string]int{}, corrections: map[string]string{}, problems: map[string]int{}, summits: map[string]string{},
	}
}

// close lets go of what waits on disk.
func (c *collector) close() error {
	return errors.Join(c.reports.records.Close(), c.commitments.records.Close(), c.unseen.records.Close(), c.refused.records.Close(), c.duplicates.records.Close())
}

// passed takes the reports of a file, all of whose rows have passed by, out of memory;
// keep is false where nothing is made of all files together.
func (c *collector) passed(keep bool) error {
	reports, commitments := c.openReports, c.open
	c.openReports, c.open = nil, nil
	clear(c.reportByID)
	clear(c.byID)
	if !keep {
		return nil
	}
	at := make(map[*reportInfo]int64, len(reports))
	for _, r := range reports {
		var err error
		if at[r], err = c.reports.add(r); err != nil {
			return err
		}
		if r.doubted != 0 || r.disagreeing != "" {
			c.doubts = append(c.doubts, doubtInfo{at[r], r.fields, r.doubted})
		}
	}
	for _, info := range commitments {
		info.reportAt = at[info.report]
		place, err := c.commitments.add(info)
		if err != nil {
			return err
		}
		c.places[info.id] = place
	}
	return nil
}

// eachCommitment gives the commitments in their order.
func (c *collector) eachCommitment(do func(*commitmentInfo) error) error {
	return c.commitments.each(func(info *commitmentInfo) error {
		if err := c.complete(info); err != nil {
			return err
		}
		return do(info)
	})
}

// commitment gives one by its id; nil where there is none.
func (c *collector) commitment(id string) (*commitmentInfo, error) {
	at, there := c.places[id]
	if !there {
		return nil, nil
	}
	info, err := c.commitments.at(at)
	if err != nil {
		return nil, err
	}
	return info, c.complete(info)
}

// complete gives a commitment its report. The commitments of a report stand one behind
// the other, so that it is mostly the last one.
func (c *collector) complete(info *commitmentInfo) error {
	if c.lastAt != info.reportAt {
		var err error
		if c.last, err = c.reports.at(info.reportAt); err != nil {
			return err
		}
		c.lastAt = info.reportAt
	}
	info.report = c.last
	return nil
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
	tableSummits: func(c *collector, r rowReader) { c.summits[r.text("summit_id")] = r.text("summit") },
	tableReports: func(c *collector, r rowReader) {
		info := &reportInfo{
			id: r.text("report_id"), kind: r.text("kind"), sha256: r.text("sha256"), file: r.text("file"),
			periodFrom: r.text("period_from"), periodTo: r.text("period_to"), title: r.text("title"),
			summit: r.text("summit"), stage: r.text("stage"),
			published: r.text("published"),
			fields:    r.int("fields"), doubted: r.int("objects_doubted"), disagreeing: r.text("checks_disagreeing"),
		}
		if names := r.text("prepared_by"); names != "" {
			info.preparedBy = strings.Split(names, "; ")
		}
		c.openReports = append(c.openReports, info)
		c.reportByID[info.id] = info
	},
	tableCommitments: func(c *collector, r rowReader) {
		info := &commitmentInfo{
			id: r.text("commitment_id"), report: c.reportByID[r.text("report_id")], number: r.int("number"),
			serial: r.text("serial"), area: r.text("issue_area"), title: r.text("title"), text: r.text("text"),
			counts: r.int("counts") == 1, cells: map[string]*cellInfo{},
			promise: r.text("promise_id"), summit: r.text("summit_id"), forum: r.text("forum"), year: r.int("year"),
			stage: r.text("stage"), known: r.text("known_from"), normal: r.text("serial_normal"), reason: r.text("serial_reason"),
			normalArea: r.text("area"), topic: r.text("topic"),
		}
		if info.report == nil {
			return // the foreign keys are checked when the tables are closed
		}
		c.open = append(c.open, info)
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
		info.cells[member] = &cellInfo{
			member: r.text("member"), name: r.text("member_name"), score: r.cell("score"), status: r.text("status"),
			printed: r.cell("printed"), where: r.cell("stated_in"), place: packPlace(r),
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
			c.note(c.duplicates, r.text("file"), r.text("duplicate_of"), "")
		}
	},
	tableProblems: func(c *collector, r rowReader) {
		if r.text("kind") == problemFile {
			c.note(c.refused, r.text("file"), r.text("reason"), r.text("advice"))
			return
		}
		c.problems[r.text("kind")]++
		if unseenKinds[r.text("kind")] {
			file := r.text("report_id")
			if report := c.reportByID[file]; report != nil {
				file = report.file
			}
			c.note(c.unseen, file, r.text("reason"), "")
		}
	},
}

// unseenKinds are the kinds of warnings on text that the page does not show, or
// not so (package extract).
var unseenKinds = map[string]bool{"unseen": true, "recognised": true, "drawn-sign": true, "glyph-text": true}

// problemFile is the kind of problem that a file is as a whole.
const problemFile = "file"

// note adds texts to a list, which keeps an error until the list is read.
func (c *collector) note(to *list[[3]string], a, b, other string) {
	_, _ = to.add([3]string{a, b, other})
}

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
	return orElse(c.summits[i.summit], i.report.summit)
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

// groups sums the scores up that count; key gives the group that a score belongs to.
type groups struct {
	key func(*commitmentInfo, string) group
	all map[string]*group
}

func newGroups(key func(*commitmentInfo, string) group) *groups {
	return &groups{key, map[string]*group{}}
}

func (g *groups) add(info *commitmentInfo) {
	if !info.counts {
		return
	}
	for member, cell := range info.cells {
		if !cell.score.Set {
			continue
		}
		one := g.key(info, member)
		id := one.forum + "\x00" + one.name
		if g.all[id] == nil {
			g.all[id] = &one
		}
		g.all[id].add(int(cell.score.Int))
	}
}

func (g *groups) list() []group {
	out := make([]group, 0, len(g.all))
	for _, one := range g.all {
		out = append(out, *one)
	}
	return out
}

// averages are those of the scores that count: of the summits in the order of time, of
// the members over all reports of a forum, and of the issue areas.
type averages struct{ bySummit, byMember, byArea []group }

func (c *collector) averages() (averages, error) {
	summits := newGroups(func(i *commitmentInfo, _ string) group {
		return group{name: c.summitName(i), forum: i.forum, year: i.year}
	})
	members := newGroups(func(i *commitmentInfo, member string) group {
		return group{name: c.members[member], forum: i.forum}
	})
	areas := newGroups(func(i *commitmentInfo, _ string) group {
		return group{name: orElse(orElse(i.normalArea, i.area), "(no issue area)"), forum: i.forum}
	})
	err := c.eachCommitment(func(info *commitmentInfo) error {
		for _, g := range []*groups{summits, members, areas} {
			g.add(info)
		}
		return nil
	})
	inTime := summits.list()
	slices.SortFunc(inTime, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.forum, b.forum), cmp.Compare(a.year, b.year), cmp.Compare(a.name, b.name))
	})
	return averages{inTime, byMean(members.list()), byMean(areas.list())}, err
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

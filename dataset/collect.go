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
	findings    map[[2]string]int // severity and rule
	problems    map[string]int    // kind, files aside
	refused     []refusedFile
	duplicates  [][2]string // path and the path that it repeats
	firstFile   map[string]string
}

type reportInfo struct {
	id, file, title, forum, summit, stage, revised string
	published                                      string
	preparedBy                                     []string
	year                                           int
}

type commitmentInfo struct {
	id                        string
	report                    *reportInfo
	number                    int
	serial, area, title, text string
	scores                    map[string]memberChoice
}

// memberChoice is the score chosen for a member of a commitment.
type memberChoice struct {
	score *int
	rank  int
}

type refusedFile struct{ path, reason, advice string }

func newCollector() *collector {
	return &collector{
		reportByID: map[string]*reportInfo{}, byID: map[string]*commitmentInfo{},
		members: map[string]string{}, rows: make([]int, len(tables)),
		verdicts: map[string]int{}, findings: map[[2]string]int{}, problems: map[string]int{},
		firstFile: map[string]string{},
	}
}

// scoreRank orders the places where a score is stated: the smallest counts
// (the same order as the SQLite view compliance).
var scoreRank = map[string]int{"table": 1, "matrix": 2, "heading": 3, "closing": 4}

// reader reads a row by column names.
type rowReader struct {
	table *Table
	row   Row
}

func (r rowReader) text(column string) string { return r.row[r.table.Column(column)].Text }

func (r rowReader) int(column string) int { return int(r.row[r.table.Column(column)].Int) }

// collectors is what is kept of each table's rows.
var collectors = map[int]func(*collector, rowReader){
	tableReports: func(c *collector, r rowReader) {
		info := &reportInfo{
			id: r.text("report_id"), file: r.text("file"), title: r.text("title"), forum: r.text("forum"),
			summit: r.text("summit"), stage: r.text("stage"), revised: r.text("revised"), year: r.int("year"),
			published: r.text("published"), preparedBy: []string{"unknown"},
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
			scores: map[string]memberChoice{},
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
		rank := scoreRank[r.text("stated_in")]
		if old, there := info.scores[member]; there && old.rank <= rank {
			return
		}
		choice := memberChoice{rank: rank}
		if cell := r.row[r.table.Column("score")]; cell.Set {
			n := int(cell.Int)
			choice.score = &n
		}
		info.scores[member] = choice
	},
	tableAverages: func(c *collector, r rowReader) { c.verdicts[r.text("verdict")]++ },
	tableFindings: func(c *collector, r rowReader) { c.findings[[2]string{r.text("severity"), r.text("rule")}]++ },
	tableFiles: func(c *collector, r rowReader) {
		if r.text("status") == StatusDuplicate {
			c.duplicates = append(c.duplicates, [2]string{r.text("file"), c.firstFile[r.text("sha256")]})
			return
		}
		c.firstFile[r.text("sha256")] = r.text("file")
	},
	tableProblems: func(c *collector, r rowReader) {
		if r.text("kind") == problemFile {
			c.refused = append(c.refused, refusedFile{r.text("file"), r.text("reason"), r.text("advice")})
			return
		}
		c.problems[r.text("kind")]++
	},
}

// problemFile is the kind of problem that a file is as a whole.
const problemFile = "file"

func (c *collector) add(table int, row Row) {
	c.rows[table]++
	if f := collectors[table]; f != nil {
		f(c, rowReader{tables[table], row})
	}
}

// stageRank orders the versions of one assessment: the final report counts
// rather than the interim one, a report of no stated stage between them.
func (r *reportInfo) stageRank() int {
	rank := map[string]int{"final": 6, "": 4}[r.stage]
	if rank == 0 {
		rank = 2
	}
	if r.revised != "" {
		rank++
	}
	return rank
}

// summitName is how a report's summit is called.
func (r *reportInfo) summitName() string {
	name := strings.Join(strings.Fields(r.forum+" "+yearText(r.year)+" "+r.summit), " ")
	return orElse(name, r.file)
}

// current are the commitments that the summary counts: where a commitment is
// assessed by an interim and a final report, the final one's. They are in the
// order of the data set.
func (c *collector) current() []*commitmentInfo {
	type key struct {
		summit string
		serial string
		number int
		title  string
	}
	best := map[key]*commitmentInfo{}
	keys := make([]key, len(c.commitments))
	for i, info := range c.commitments {
		k := key{summit: info.report.summitName(), serial: info.serial}
		if info.serial == "" {
			k.number, k.title = info.number, strings.ToLower(info.area)
		}
		keys[i] = k
		if old := best[k]; old == nil || info.report.stageRank() > old.report.stageRank() && len(info.scores) > 0 {
			best[k] = info
		}
	}
	var out []*commitmentInfo
	for i, info := range c.commitments {
		// Two commitments of one report never stand for each other.
		if b := best[keys[i]]; b == info || b.report == info.report {
			out = append(out, info)
		}
	}
	return out
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

// groupsBy sums the current scores up; key gives the group that a score
// belongs to, "" for none.
func (c *collector) groupsBy(key func(*commitmentInfo, string) group) []group {
	all := map[string]*group{}
	for _, info := range c.current() {
		for member, choice := range info.scores {
			if choice.score == nil {
				continue
			}
			g := key(info, member)
			id := g.forum + "\x00" + g.name
			if all[id] == nil {
				all[id] = &g
			}
			all[id].add(*choice.score)
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
		return group{name: i.report.summitName(), forum: i.report.forum, year: i.report.year}
	})
	slices.SortFunc(out, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.forum, b.forum), cmp.Compare(a.year, b.year), cmp.Compare(a.name, b.name))
	})
	return out
}

// byMember are the averages of the members over all reports of a forum.
func (c *collector) byMember() []group {
	return byMean(c.groupsBy(func(i *commitmentInfo, member string) group {
		return group{name: c.members[member], forum: i.report.forum}
	}))
}

// byArea are the averages of the issue areas.
func (c *collector) byArea() []group {
	return byMean(c.groupsBy(func(i *commitmentInfo, _ string) group {
		return group{name: orElse(i.area, "(no issue area)"), forum: i.report.forum}
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

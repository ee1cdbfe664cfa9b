package dataset

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"

	"recount.invalid/recount/dataset/internal/normal"
)

// versionRule says which of several versions of an assessment counts. It
// stands in the codebook and in CAUTIONS.md; versions.decide does it.
const versionRule = "Several sources may assess the same promise. One of them counts: the final report before one whose stage was not found,\n" +
	"that before a table of published scores of which none was found, that before the interim and the preliminary report; of one stage a PDF\n" +
	"before a table, one PDF only, one that calls itself revised before one that does not, then the one published last, then the\n" +
	"one that states more scores, then the one of which less is in doubt, then the first by its path. A PDF of a single assessed chapter counts only where no whole\n" +
	"report of its stage was found (where its stage was not: none of any stage). A promise that the version before does not\n" +
	"assess counts in the next one. Commitments of two sources are the same promise where their words or their serials in the\n" +
	"normal form are, or, in two reports where of one no serial was found, their numbers and issue areas. Of the places where a\n" +
	"version states a member's score the chapter's table counts, then a summary matrix, the heading, the concluding sentence.\n"

// versionUse says how to use the column.
const versionUse = "What counts has 1 in the column `counts` of the tables scores, averages and commitments. Take rows with 0 along only to\n" +
	"compare versions or places with each other: a mean over all rows pools interim and final reports.\n"

// versions knows all reports of a data set before its rows are written and
// decides which of their commitments count, and which are one promise.
type versions struct {
	decisions
	list      []promise
	assessing []assessing // the summits that are assessed
	decided   bool
	// Until it is decided:
	reports []*version // in the order of their paths; a table once for each of its summits
	byID    map[string][]*version
	taken   distinct          // the promises' ids
	texts   map[string]string // short texts that many rows have
}

// assessing is a summit and how many reports and tables assess it.
type assessing struct {
	summitRef
	reports int
}

// version is what of a source and a summit decides whether it counts.
type version struct {
	report, stage, published string
	title                    string
	table                    bool
	summit                   summitRef
	revised                  bool
	commitments              []*assessed
	scores                   int // rows
	doubted                  int // objects
	usable                   bool
	whole                    bool // it assesses more than one commitment
}

// assessed is what is in memory of a commitment of a version, some hundred bytes,
// whatever the length of its texts.
type assessed struct {
	of              *version
	id              string
	serial, printed string         // serial in the normal form; as printed where there is none
	area            string         // reduced by plain
	words           [wordsSum]byte // of its words reduced by plain; zeros for none
	name            string         // what it is called where no serial was found
	number, scores  int
	heading, table  bool // name is its heading, not its words
}

// wordsSum is how many bytes of the SHA-256 of a commitment's words are kept.
const wordsSum = 16

// said says whether there are words.
func (c *assessed) said() bool { return c.words != [wordsSum]byte{} }

// promise is one promise and what the versions say of it.
type promise struct {
	id      string
	source  string // title of the source that names it first
	summit  summitRef
	members []*assessed // until it is decided
	sources []source    // the first is the one that counts, where one does
}

// source is what is kept of a commitment that is a promise when that is decided.
type source struct {
	id, stage string
	scored    bool
}

func newVersions() *versions {
	return &versions{decisions: newDecisions(), byID: map[string][]*version{}, taken: distinct{}, texts: map[string]string{}}
}

// stageOrder puts the stage that counts first.
var stageOrder = map[string]int{"final": 1, "": 2, "interim": 3, "preliminary": 4}

// add takes note of a report; reports come in the order of their paths.
func (vs *versions) add(rows []TableRow) {
	reports := map[string]rowReader{}
	places := map[string]string{} // the reports' own summits' places
	find := map[string]*assessed{}
	for _, r := range rows {
		row := rowReader{tables[r.Table], r.Row}
		switch r.Table {
		case tableReports:
			id := row.text("report_id")
			reports[id], places[row.text("summit_id")] = row, row.text("summit")
			if row.text("kind") == kindReport {
				vs.version(row, summitRef{row.text("summit_id"), row.text("forum"), row.int("year"), row.text("summit")}, row.text("stage"))
			}
		case tableCommitments:
			report, there := reports[row.text("report_id")]
			if !there {
				continue // the foreign keys are checked when the tables are closed
			}
			summit := summitRef{row.text("summit_id"), row.text("forum"), row.int("year"), places[row.text("summit_id")]}
			v := vs.version(report, summit, row.text("stage"))
			c := &assessed{
				of: v, id: strings.Clone(row.text("commitment_id")), serial: vs.same(row.text("serial_normal")), printed: vs.same(normal.Words(row.text("serial"))),
				area: vs.same(normal.Words(row.text("issue_area"))), number: row.int("number"), table: v.table,
			}
			words := normal.Words(row.text("text"))
			if words != "" {
				sum := sha256.Sum256([]byte(words))
				c.words = [wordsSum]byte(sum[:])
			}
			// A name is only asked for where no serial is printed.
			if c.printed == "" {
				c.name = vs.same(normal.Slug(row.text("issue_area") + " " + row.text("title")))
				c.heading = c.name != ""
			}
			if c.printed == "" && !c.heading {
				c.name = vs.same(normal.Slug(words))
			}
			if c.serial == "" && !v.table {
				c.serial = c.printed
			}
			v.commitments = append(v.commitments, c)
			find[c.id] = c
		case tableScores:
			if c := find[row.text("commitment_id")]; c != nil {
				c.scores++
			}
			if of := vs.byID[row.text("report_id")]; len(of) > 0 {
				of[0].scores++
			}
		}
	}
}

// version finds or makes the version that a report has of a summit and stage.
func (vs *versions) version(report rowReader, summit summitRef, stage string) *version {
	id := report.text("report_id")
	for _, v := range vs.byID[id] {
		if v.summit.id == summit.id && v.stage == stage {
			return v
		}
	}
	summit = summitRef{vs.same(summit.id), vs.same(summit.forum), summit.year, vs.same(summit.place)}
	v := &version{
		report: strings.Clone(id), stage: vs.same(stage), published: vs.same(report.text("published")), title: vs.same(report.text("title")),
		doubted: report.int("objects_doubted"), table: report.text("kind") == kindTable, summit: summit, revised: report.text("revised") != "",
	}
	vs.reports = append(vs.reports, v)
	vs.byID[v.report] = append(vs.byID[v.report], v)
	return v
}

const (
	// longestSame is how long a text may be that is looked for among those that many
	// rows have, in bytes; mostSame is how many there are of these.
	longestSame = 64
	mostSame    = 1 << 14
)

// same is the text, one copy for all rows that have it.
func (vs *versions) same(text string) string {
	if text == "" || len(text) > longestSame {
		return text
	}
	if kept, there := vs.texts[text]; there {
		return kept
	}
	text = strings.Clone(text)
	if len(vs.texts) < mostSame {
		vs.texts[text] = text
	}
	return text
}

// decide says of every commitment whether it counts (see versionRule) and
// which promise it is.
func (vs *versions) decide() {
	if vs.decided {
		return
	}
	vs.decided = true
	for _, v := range vs.reports {
		n := 0
		for _, c := range v.commitments {
			n += min(c.scores, 1)
		}
		v.whole = n > 1
	}
	for _, summit := range vs.bySummit() {
		slices.SortStableFunc(summit, before)
		use(summit)
		vs.tie(summit)
		taken := map[string]string{} // by the promise: the source of the commitment that counts
		take := func(scored bool) {
			for _, v := range summit {
				if !v.usable {
					continue
				}
				for _, c := range v.commitments {
					by, there := taken[vs.promises[c.id]]
					// Two commitments of one source never stand for each other.
					if (c.scores > 0) == scored && (!there || by == v.report) {
						vs.counts[c.id] = true
						taken[vs.promises[c.id]] = v.report
					}
				}
			}
		}
		take(true)
		take(false) // what nobody assesses: once too, and never instead of a score
	}
	slices.SortFunc(vs.list, func(a, b promise) int { return cmp.Compare(a.id, b.id) })
	for id := range vs.byID {
		vs.whole[id] = vs.wholeCounts(id)
	}
	vs.assessing = vs.summitsAssessed()
	vs.forget()
}

// summitsAssessed are the summits of the reports, in the order in which these name them.
func (vs *versions) summitsAssessed() []assessing {
	var out []assessing
	index := map[string]int{}
	for _, v := range vs.reports {
		ref := v.summit
		if id := vs.summits[ref.id]; id != "" {
			ref.id = id
		}
		if ref.id == "" {
			continue
		}
		i, there := index[ref.id]
		if !there {
			i = len(out)
			index[ref.id] = i
			out = append(out, assessing{summitRef: ref})
		}
		out[i].reports++
	}
	return out
}

// forget lets go of what deciding alone needed, before the rows are written: a data set
// may have tens of thousands of reports.
func (vs *versions) forget() {
	vs.reports, vs.byID, vs.taken, vs.texts = nil, map[string][]*version{}, distinct{}, map[string]string{}
	for i := range vs.list {
		vs.list[i].members = nil
	}
}

// bySummit puts the versions of a summit together. A source that does not
// name its summit's place belongs to the only one of its forum and year.
func (vs *versions) bySummit() [][]*version {
	type year struct {
		forum string
		year  int
	}
	named := map[year][]string{}
	for _, v := range vs.reports {
		y := year{normal.Words(v.summit.forum), v.summit.year}
		if v.summit.place != "" && !slices.Contains(named[y], v.summit.id) {
			named[y] = append(named[y], v.summit.id)
		}
	}
	var out [][]*version
	index := map[string]int{}
	for _, v := range vs.reports {
		key := v.summit.id
		only := named[year{normal.Words(v.summit.forum), v.summit.year}]
		switch {
		case key == "":
			key = v.report // of no summit that is known: it stands alone
		case v.summit.place == "" && len(only) == 1:
			vs.summits[key] = only[0]
			key = only[0]
		}
		i, there := index[key]
		if !there {
			i = len(out)
			index[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], v)
	}
	return out
}

// before orders the versions of a summit: the one that counts first.
func before(a, b *version) int {
	return cmp.Or(
		cmp.Compare(a.rank(), b.rank()),
		compareBool(a.table, b.table),
		-compareBool(a.whole, b.whole),
		-compareBool(a.revised, b.revised),
		-cmp.Compare(a.published, b.published),
		-cmp.Compare(a.scores, b.scores),
		cmp.Compare(a.doubted, b.doubted),
	)
}

// rank is the place of the version's stage; a chapter of no stated stage
// comes behind everything that states one.
func (v *version) rank() int {
	if v.stage == "" && !v.whole && !v.table {
		return len(stageOrder) + 1
	}
	return stageOrder[v.stage]
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// use marks the versions of a summit, in their order, that may count: one
// whole report of each stage, chapters where there is none, and every table.
func use(summit []*version) {
	wholes := map[string]bool{}
	for _, v := range summit {
		if v.table {
			v.usable = true
		} else if v.whole {
			v.usable = !wholes[v.stage]
			wholes[v.stage] = true
		}
	}
	for _, v := range summit {
		if !v.whole && !v.table {
			v.usable = !wholes[v.stage] && (v.stage != "" || len(wholes) == 0)
		}
	}
}

// same says whether two versions' commitments are one. The words come first:
// a serial may be printed wrong in one of the versions.
func (c *assessed) same(o *assessed) bool {
	if c.said() && c.words == o.words {
		return true
	}
	if c.serial != "" && o.serial != "" {
		return c.serial == o.serial
	}
	if c.table || o.table {
		return false // a row's number is only its place in the table
	}
	return c.number == o.number && (c.area == "" || o.area == "" || c.area == o.area)
}

// wholeCounts says whether all that a report assesses counts: then its
// averages over several commitments do.
func (vs *versions) wholeCounts(report string) bool {
	of := vs.byID[report]
	return len(of) > 0 && !slices.ContainsFunc(of, func(v *version) bool {
		return !v.usable || slices.ContainsFunc(v.commitments, func(c *assessed) bool { return c.scores > 0 && !vs.counts[c.id] })
	})
}

// scoreOrder orders the places where a score is stated: the smallest counts.
var scoreOrder = map[string]int{"table": 1, "matrix": 2, "heading": 3, "closing": 4}

// chosenScores gives the indexes of the scores among a report's rows that are
// chosen for their commitment and member.
func chosenScores(rows []TableRow) map[int]bool {
	type key struct{ commitment, member string }
	type choice struct{ index, order int }
	best := map[key]choice{}
	for i, r := range rows {
		if r.Table != tableScores {
			continue
		}
		row := rowReader{&scoresTable.Table, r.Row}
		k := key{row.text("commitment_id"), orElse(row.text("member"), row.text("member_name"))}
		order := scoreOrder[row.text("stated_in")]
		if old, there := best[k]; !there || order < old.order {
			best[k] = choice{i, order}
		}
	}
	out := make(map[int]bool, len(best))
	for _, c := range best {
		out[c.index] = true
	}
	return out
}

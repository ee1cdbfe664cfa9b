package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// versionRule says which of several versions of an assessment counts. It
// stands in the codebook and in CAUTIONS.md; versions.decide does it.
const versionRule = "Several PDFs may assess the same commitment of a summit. One of them counts: the final report before one that states\n" +
	"no stage, that before the interim and the preliminary one; of one stage one PDF only, one that calls itself revised before\n" +
	"one that does not, then the one published last, then the one that states more scores, then the first by its path. A PDF of\n" +
	"a single assessed chapter counts only where no whole report of its stage is there (where it states no stage: none of any\n" +
	"stage). A commitment that the version before does not assess counts in the next one. Commitments of two PDFs are the same\n" +
	"where their words or their serials are, or, where one has no serial, their numbers and issue areas. Of the places where a\n" +
	"version states a member's score the chapter's table counts, then a summary matrix, the heading, the concluding sentence.\n"

// versionUse says how to use the column.
const versionUse = "What counts has 1 in the column `counts` of the tables scores, averages and commitments. Take rows with 0 along only to\n" +
	"compare versions or places with each other: a mean over all rows pools interim and final reports.\n"

// versions knows all reports of a data set before its rows are written and
// decides which of their commitments count.
type versions struct {
	reports []*version
	byID    map[string]*version
	counts  map[string]bool // by the commitment's id
	decided bool
}

// version is what of a report decides whether it counts.
type version struct {
	id, forum, name  string // forum and name of the summit reduced by plain
	year             int
	stage, published string
	revised          bool
	commitments      []*assessed
	byID             map[string]*assessed
	scores           int // rows
	usable           bool
	whole            bool // it assesses more than one commitment
}

// assessed is a commitment of a version.
type assessed struct {
	id, serial, area, words string
	number                  int
	scores                  int
}

func newVersions() *versions {
	return &versions{byID: map[string]*version{}, counts: map[string]bool{}}
}

// stageOrder puts the stage that counts first.
var stageOrder = map[string]int{"final": 1, "": 2, "interim": 3, "preliminary": 4}

// add takes note of a report; reports come in the order of their paths.
func (vs *versions) add(rows []TableRow) {
	for _, r := range rows {
		row := rowReader{tables[r.Table], r.Row}
		v := vs.byID[row.text("report_id")]
		if v == nil && r.Table != tableReports {
			continue // the foreign keys are checked when the tables are closed
		}
		switch r.Table {
		case tableReports:
			v = &version{
				id: row.text("report_id"), forum: plain(row.text("forum")), year: row.int("year"),
				name:  plain(row.text("summit"), row.text("forum"), strconv.Itoa(row.int("year")), "summit", "the"),
				stage: row.text("stage"), revised: row.text("revised") != "", published: row.text("published"),
				byID: map[string]*assessed{},
			}
			vs.reports = append(vs.reports, v)
			vs.byID[v.id] = v
		case tableCommitments:
			c := &assessed{
				id: row.text("commitment_id"), serial: plain(row.text("serial")), area: plain(row.text("issue_area")),
				words: plain(row.text("text")), number: row.int("number"),
			}
			v.commitments = append(v.commitments, c)
			v.byID[c.id] = c
		case tableScores:
			v.scores++
			if c := v.byID[row.text("commitment_id")]; c != nil {
				c.scores++
			}
		}
	}
}

// plain reduces words to what does not change between two versions of a
// report: lower case letters and digits, the given words left out.
func plain(s string, without ...string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(word string) bool {
		return slices.ContainsFunc(without, func(w string) bool { return strings.EqualFold(w, word) })
	})
	return strings.Join(words, " ")
}

// decide says of every commitment whether it counts (see versionRule).
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
		var taken []*assessed
		take := func(scored bool) {
			for _, v := range summit {
				if !v.usable {
					continue
				}
				for _, c := range v.commitments {
					// Two commitments of one report never stand for each other.
					same := func(o *assessed) bool { return v.byID[o.id] == nil && o.same(c) }
					if (c.scores > 0) == scored && !slices.ContainsFunc(taken, same) {
						vs.counts[c.id] = true
						taken = append(taken, c)
					}
				}
			}
		}
		take(true)
		take(false) // what nobody assesses: once too, and never instead of a score
	}
}

// bySummit puts the versions of a summit together. A report that does not
// name its summit belongs to the only one of its forum and year.
func (vs *versions) bySummit() [][]*version {
	type year struct {
		forum string
		year  int
	}
	names := map[year][]string{}
	for _, v := range vs.reports {
		y := year{v.forum, v.year}
		if v.name != "" && !slices.Contains(names[y], v.name) {
			names[y] = append(names[y], v.name)
		}
	}
	type key struct {
		year
		name, report string
	}
	var out [][]*version
	index := map[key]int{}
	for _, v := range vs.reports {
		k := key{year: year{v.forum, v.year}, name: v.name}
		switch only := names[k.year]; {
		case v.year == 0 && v.name == "":
			k.report = v.id // of no summit that is known: it stands alone
		case v.name == "" && len(only) == 1:
			k.name = only[0]
		}
		i, there := index[k]
		if !there {
			i = len(out)
			index[k] = i
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
		-compareBool(a.whole, b.whole),
		-compareBool(a.revised, b.revised),
		-cmp.Compare(a.published, b.published),
		-cmp.Compare(a.scores, b.scores),
	)
}

// rank is the place of the version's stage; a chapter of no stated stage
// comes behind everything that states one.
func (v *version) rank() int {
	if v.stage == "" && !v.whole {
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
// whole report of each stage, and chapters where there is none.
func use(summit []*version) {
	wholes := map[string]bool{}
	for _, v := range summit {
		if v.whole {
			v.usable = !wholes[v.stage]
			wholes[v.stage] = true
		}
	}
	for _, v := range summit {
		if !v.whole {
			v.usable = !wholes[v.stage] && (v.stage != "" || len(wholes) == 0)
		}
	}
}

// same says whether two versions' commitments are one. The words come first:
// a serial may be printed wrong in one of the versions.
func (c *assessed) same(o *assessed) bool {
	if c.words != "" && c.words == o.words {
		return true
	}
	if c.serial != "" && o.serial != "" {
		return c.serial == o.serial
	}
	return c.number == o.number && (c.area == "" || o.area == "" || c.area == o.area)
}

// wholeCounts says whether all that a report assesses counts: then its
// averages over several commitments do.
func (vs *versions) wholeCounts(report string) bool {
	v := vs.byID[report]
	if v == nil || !v.usable {
		return false
	}
	return !slices.ContainsFunc(v.commitments, func(c *assessed) bool { return c.scores > 0 && !vs.counts[c.id] })
}

// mark fills the column `counts` of a report's row; chosen says of a score
// that it is the one of its commitment and member.
func (vs *versions) mark(r TableRow, chosen bool) {
	i := tables[r.Table].Column("counts")
	if i < 0 {
		return
	}
	row := rowReader{tables[r.Table], r.Row}
	counts := vs.counts[row.text("commitment_id")]
	switch {
	case r.Table == tableScores:
		counts = counts && chosen
	case r.Table == tableAverages && row.text("commitment_id") == "":
		counts = vs.wholeCounts(row.text("report_id"))
	}
	r.Row[i] = integer(0)
	if counts {
		r.Row[i] = integer(1)
	}
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

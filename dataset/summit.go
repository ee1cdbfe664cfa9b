package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset/internal/normal"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// The kinds of report.
const (
	kindReport = "report"
	kindTable  = "table"
)

// isScores says whether a report is a table of published scores.
func isScores(r *model.Report) bool { return r.Source.Reader == "csv" || r.Source.Reader == "xlsx" }

// summitRef names a summit.
type summitRef struct {
	id    string // empty where nothing is known of it
	forum string
	year  int
	place string
}

// summitOf finds a summit by what is known of it: in the list of summits,
// otherwise under a name that is made of what is known.
func summitOf(forum string, year int, name, letter string) summitRef {
	if year == 0 && name == "" {
		return summitRef{forum: forum}
	}
	if s, ok := audit.FindSummit(forum, year, name, letter); ok {
		return listedSummit(s)
	}
	s := summitRef{forum: forum, year: year, place: name}
	parts := []string{cmp.Or(forum, "forum")}
	if year > 0 {
		parts = append(parts, strconv.Itoa(year))
	}
	// A name that repeats the forum or the year says nothing more.
	s.id = normal.Slug(strings.Join(append(parts, normal.Words(name, forum, strconv.Itoa(year), "summit", "the")), " "))
	return s
}

func listedSummit(s audit.Summit) summitRef {
	return summitRef{
		id: normal.Slug(s.Forum + " " + strconv.Itoa(s.Year) + " " + s.Names[0]), forum: s.Forum, year: s.Year, place: s.Names[0],
	}
}

// Heads of the further columns of a table of published scores that say of
// which summit and stage a row is.
var (
	yearHeads   = []string{"year", "summit_year", "summityear"}
	forumHeads  = []string{"forum", "group"}
	summitHeads = []string{"summit", "summit_name", "place"}
	letterHeads = []string{"letter", "summit_letter", "code"}
	stageHeads  = []string{"stage", "report_stage"}
)

// published gives what a table says of the summit of each of its rows; for a
// report it is the report's own.
func (m *rowMaker) published() func(i int) assessment {
	if m.kind == kindReport {
		own := assessment{m.summit, m.report.Report.Stage}
		return func(int) assessment { return own }
	}
	forum := m.report.Report.Forum
	if forum == "" {
		forum = forumOfMembers(m.words, m.report)
	}
	return func(i int) assessment {
		c := &m.report.Commitments[i]
		year := yearOf(c)
		stage, _ := m.words.Stage(columnOf(c, stageHeads))
		if stage == "" {
			stage = m.report.Report.Stage
		}
		rowForum := forum
		if named, ok := m.words.Forum(columnOf(c, forumHeads)); ok {
			rowForum = named
		}
		letter := columnOf(c, letterHeads)
		if len(letter) != 1 {
			letter = normal.Serial(c.ID, year).Letter
		}
		return assessment{summitOf(rowForum, year, columnOf(c, summitHeads), letter), stage}
	}
}

// columnOf is a row's cell in the first column with one of the heads.
func columnOf(c *model.Commitment, heads []string) string {
	for _, head := range heads {
		for _, v := range c.Columns {
			if strings.EqualFold(strings.Join(strings.Fields(strings.ReplaceAll(v.Name, ".", "_")), "_"), head) {
				return strings.TrimSpace(v.Value)
			}
		}
	}
	return ""
}

// yearOf is the year of a row: its column's, otherwise its serial's.
func yearOf(c *model.Commitment) int {
	year, err := strconv.Atoi(columnOf(c, yearHeads))
	if err != nil {
		before, _, _ := strings.Cut(normal.Serial(c.ID, 0).Normal, "-")
		if year, err = strconv.Atoi(before); err != nil {
			return 0
		}
	}
	const first, last = 1975, 2100 // no summit of these forums was before
	if year < first || year > last {
		return 0
	}
	return year
}

// families are forums that are one under several names.
var families = [][]string{{"BRICS"}, {"G7", "G8"}, {"G20"}}

// forumOfMembers tells of which forum a table is by its columns: the
// smallest one to which nearly all of its members belonged at some time, and
// most of whose members it has. A table of other members is of no forum.
func forumOfMembers(words *vocabulary.Vocabulary, r *model.Report) string {
	members := map[string]bool{}
	for i := range r.Commitments {
		a := r.Commitments[i].Assessment
		if a == nil {
			continue // JSON that was written by hand
		}
		for _, s := range a.Scores {
			if s.Member != "" {
				members[s.Member] = true
			}
		}
	}
	for _, family := range families {
		var belong []string
		for _, f := range words.Memberships() {
			if !slices.Contains(family, f.Name) {
				continue
			}
			for _, m := range f.Members {
				if !slices.Contains(belong, m.Code) {
					belong = append(belong, m.Code)
				}
			}
		}
		there := 0
		for _, code := range belong {
			if members[code] {
				there++
			}
		}
		outside := len(members) - there
		if 2*there > len(belong) && 10*outside <= len(members) {
			return family[0]
		}
	}
	return ""
}

// normalArea brings an issue area to the name that counts it together with
// others of its kind, and the title to a topic.
func normalArea(words *vocabulary.Vocabulary, printed, title string) (area, topic string) {
	topic = strings.Trim(strings.Join(strings.Fields(title), " "), " .:;,")
	if area, ok := words.Area(printed); ok {
		return area, topic
	}
	before, behind := splitLabel(printed)
	if area, ok := words.Area(before); ok && behind != "" {
		if topic == "" {
			topic = strings.Trim(strings.Join(strings.Fields(behind), " "), " .:;,")
		}
		return area, topic
	}
	return "", topic
}

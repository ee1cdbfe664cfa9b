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
func summitOf(words *vocabulary.Vocabulary, forum string, year int, name, letter string) summitRef {
	if year == 0 && name == "" {
		return summitRef{forum: forum}
	}
	if s, ok := audit.FindSummit(words.ForumFamily(forum), year, name, letter); ok {
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
		year := yearOf(m.words, c)
		stage, _ := m.words.Stage(columnOf(m.words, c, vocabulary.HeadStage))
		if stage == "" {
			stage = m.report.Report.Stage
		}
		rowForum := forum
		if named, ok := m.words.Forum(columnOf(m.words, c, vocabulary.HeadForum)); ok {
			rowForum = named
		} else if named, ok := m.words.ForumNamed(columnOf(m.words, c, vocabulary.HeadInstitution)); ok {
			rowForum = named // not 'G20 Watch', who may have written of another one
		}
		letter := columnOf(m.words, c, vocabulary.HeadLetter)
		if len(letter) != 1 {
			letter = normal.Serial(c.ID, year).Letter
		}
		return assessment{summitOf(m.words, rowForum, year, columnOf(m.words, c, vocabulary.HeadSummit, vocabulary.HeadPlace), letter), stage}
	}
}

// columnOf is a row's cell in the column whose head is of the first of these kinds, the
// one that the vocabulary believes first.
func columnOf(words *vocabulary.Vocabulary, c *model.Commitment, kinds ...vocabulary.HeadKind) string {
	for _, kind := range kinds {
		cell, best, found := "", 0, false
		for _, v := range c.Columns {
			if rank, ok := words.HeadRank(v.Name, kind); ok && (!found || rank < best) {
				cell, best, found = strings.TrimSpace(v.Value), rank, true
			}
		}
		if found {
			return cell
		}
	}
	return ""
}

// yearOf is the year of a row: its column's, otherwise its serial's.
func yearOf(words *vocabulary.Vocabulary, c *model.Commitment) int {
	year, err := strconv.Atoi(columnOf(words, c, vocabulary.HeadYear))
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

// family is those who belonged at some time to a forum, under any of its names.
type family struct {
	name   string
	belong []string
}

// familiesOf gives the families of the vocabulary's forums, the smallest first.
func familiesOf(words *vocabulary.Vocabulary) []family {
	var out []family
	for _, f := range words.Memberships() {
		name := words.ForumFamily(f.Name)
		at := slices.IndexFunc(out, func(known family) bool { return known.name == name })
		if at < 0 {
			at = len(out)
			out = append(out, family{name: name})
		}
		for _, m := range f.Members {
			if !slices.Contains(out[at].belong, m.Code) {
				out[at].belong = append(out[at].belong, m.Code)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b family) int { return len(a.belong) - len(b.belong) })
	return out
}

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
	for _, f := range familiesOf(words) {
		there := 0
		for _, code := range f.belong {
			if members[code] {
				there++
			}
		}
		outside := len(members) - there
		if 2*there > len(f.belong) && 10*outside <= len(members) {
			return f.name
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

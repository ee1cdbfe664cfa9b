package vocabulary

import (
	"math"
	"strings"
	"unicode/utf8"
)

// HeadKind is a kind of column of a published table (a CSV, a sheet of a workbook, a
// table of figures), as HasHead knows it by its head. A head may be of several kinds:
// below 'Group' may stand issue areas or forums. The kinds of columns of the tables
// that are printed in reports are others (Column): there the cells say more.
type HeadKind string

// Kinds of column of published tables, named as in the files. The weak ones hold what
// they are named for only where something else says so.
const (
	HeadAverage           HeadKind = "average"
	HeadWeakAverage       HeadKind = "weak_average"
	HeadPercent           HeadKind = "percent"
	HeadAveragePercent    HeadKind = "average_percent"
	HeadCompliancePercent HeadKind = "compliance_percent"
	HeadScore             HeadKind = "score" // of one member
	HeadMember            HeadKind = "member"
	HeadWeakMember        HeadKind = "weak_member"
	HeadMemberCode        HeadKind = "member_code"
	HeadRowName           HeadKind = "row_name"
	HeadCommitment        HeadKind = "commitment"
	HeadText              HeadKind = "text" // of the commitment
	HeadID                HeadKind = "id"   // of the commitment
	HeadNumber            HeadKind = "number"
	HeadRank              HeadKind = "rank"
	HeadPage              HeadKind = "page"
	HeadArea              HeadKind = "area"
	HeadForum             HeadKind = "forum"
	HeadInstitution       HeadKind = "institution" // a forum perhaps
	HeadYear              HeadKind = "year"        // of the summit
	HeadSummit            HeadKind = "summit"      // its name
	HeadPlace             HeadKind = "place"       // of the summit, or a rank
	HeadLetter            HeadKind = "letter"      // of one of two summits of a year
	HeadStage             HeadKind = "stage"
	HeadReport            HeadKind = "report"
	HeadTotal             HeadKind = "total"
	HeadWeakTotal         HeadKind = "weak_total"
	HeadCells             HeadKind = "cells" // of how many scores a figure is
)

var headKinds = []string{
	string(HeadAverage), string(HeadWeakAverage), string(HeadPercent), string(HeadAveragePercent), string(HeadCompliancePercent),
	string(HeadScore), string(HeadMember), string(HeadWeakMember), string(HeadMemberCode), string(HeadRowName),
	string(HeadCommitment), string(HeadText), string(HeadID), string(HeadNumber), string(HeadRank), string(HeadPage),
	string(HeadArea), string(HeadForum), string(HeadInstitution), string(HeadYear), string(HeadSummit), string(HeadPlace), string(HeadLetter),
	string(HeadStage), string(HeadReport), string(HeadTotal), string(HeadWeakTotal), string(HeadCells),
}

// columnHeads are the heads of published tables, by kind: the place of each in its
// list, by the form in which heads are compared.
type columnHeads map[HeadKind]map[string]int

func newColumnHeads(t Tables) columnHeads {
	x := make(columnHeads, len(t.ColumnHeads))
	for kind, names := range t.ColumnHeads {
		of := make(map[string]int, len(names))
		for i, name := range names {
			key := columnHeadKey(name)
			if _, there := of[key]; !there && key != "" {
				of[key] = i
			}
		}
		x[HeadKind(kind)] = of
	}
	return x
}

// HasHead reports whether the head of a column of a published table names one of
// several kinds. Heads are compared without regard to case, and words may be run
// together or divided by spaces, underscores, full stops or hyphens, as programs write
// them ('Summit_Year', 'summit.year', 'SummitYear'). Before a head of members may stand
// the name of a forum ('G7 member').
func (v *Vocabulary) HasHead(head string, kinds ...HeadKind) bool {
	if len(head) > maxLabel {
		return false
	}
	key := columnHeadKey(head)
	for _, kind := range kinds {
		if _, ok := v.heads[kind][key]; ok {
			return true
		}
		if kind != HeadMember && kind != HeadWeakMember {
			continue
		}
		for forum := range v.forumKeys {
			rest, found := strings.CutPrefix(key, forum)
			if _, ok := v.heads[kind][rest]; ok && found {
				return true
			}
		}
	}
	return false
}

// HeadRank is HasHead for one kind, for tables of which several columns may be of it:
// the lowest rank is that of the head that stands first in the vocabulary, and is
// believed before the others.
func (v *Vocabulary) HeadRank(head string, kind HeadKind) (rank int, ok bool) {
	if len(head) > maxLabel {
		return math.MaxInt, false
	}
	rank, ok = v.heads[kind][columnHeadKey(head)]
	if !ok {
		return math.MaxInt, false
	}
	return rank, true
}

// columnHeadKey is the form in which heads of published tables are compared: folded,
// without what programs put between words. Other signs stay: '(+)' behind a total makes
// it one of something else, and so does a sign at the end.
func columnHeadKey(head string) string {
	f := Fold(head)
	if !strings.ContainsAny(f, " _.-") {
		return f
	}
	var b strings.Builder
	last := rune(0)
	for i, r := range f {
		switch r {
		case ' ', '_', '.':
			continue
		case '-':
			if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(f[i+1:], " _.-")); wordRune(last) && wordRune(next) {
				continue
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

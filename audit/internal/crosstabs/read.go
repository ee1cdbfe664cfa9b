package crosstabs

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

const (
	// mostKinds is how many rows a cell stands in at most, and fewestGroups how many groups of
	// such rows there are at least, that of the totals among them.
	mostKinds    = 4
	fewestGroups = 3
	// fewestColumns is how many columns a table has, that of the totals among them.
	fewestColumns = 3
	// labels is how many columns stand before the numbers: the group, and the kind of the row.
	labels = 2
	// mostCells bounds a table.
	mostCells = 1 << 16
)

// totalHeads are the kinds of head and label of totals.
var totalHeads = []vocabulary.HeadKind{vocabulary.HeadTotal, vocabulary.HeadWeakTotal}

// crosstab is such a table: the last group is that of the totals, and so is the last column.
type crosstab struct {
	heads  []string
	groups []string
	kinds  []string
	counts int // which kind is of counts
	rows   [][]*model.Decimal
	texts  [][]string
	first  int // row of the table, from 1, that the first of rows is
}

// row is the row of a group that is of a kind.
func (x *crosstab) row(group, kind int) int { return group*len(x.kinds) + kind }

// read reads a table; nil where it is none of this form.
func read(t *model.Table, words *vocabulary.Vocabulary) *crosstab {
	if len(t.Rows) < 1+2*fewestGroups || len(t.Rows)*len(t.Rows[0]) > mostCells {
		return nil
	}
	width := len(t.Rows[0])
	if width < labels+fewestColumns || !words.HasHead(t.Rows[0][width-1], totalHeads...) {
		return nil
	}
	x := &crosstab{heads: t.Rows[0][labels:], first: 2}
	var named []string
	for _, r := range t.Rows[1:] {
		if len(r) != width || strings.TrimSpace(r[1]) == "" {
			break // notes
		}
		var line []*model.Decimal
		for _, text := range r[labels:] {
			line = append(line, number(text))
		}
		if slices.ContainsFunc(line, func(d *model.Decimal) bool { return d == nil }) {
			return nil
		}
		x.rows, x.texts = append(x.rows, line), append(x.texts, r[labels:])
		named, x.kinds = append(named, strings.TrimSpace(r[0])), append(x.kinds, strings.TrimSpace(r[1]))
	}
	if !x.foldKinds() || len(x.rows) < fewestGroups*len(x.kinds) {
		return nil
	}
	for at := 0; at < len(x.rows); at += len(x.kinds) {
		for _, other := range named[at+1 : at+len(x.kinds)] {
			if named[at] == "" || other != "" && other != named[at] {
				return nil
			}
		}
		x.groups = append(x.groups, named[at])
	}
	if !words.HasHead(x.groups[len(x.groups)-1], totalHeads...) {
		return nil
	}
	x.counts = slices.IndexFunc(x.kinds, func(kind string) bool { return x.whole(slices.Index(x.kinds, kind)) })
	if x.counts < 0 {
		return nil
	}
	return x
}

// foldKinds finds after how many rows their kinds come again.
func (x *crosstab) foldKinds() bool {
	for k := 2; k <= mostKinds && k < len(x.kinds); k++ {
		again := len(x.kinds)%k == 0
		for i := range x.kinds {
			again = again && x.kinds[i] == x.kinds[i%k] && (i == 0 || x.kinds[i] != x.kinds[i-1])
		}
		if again {
			x.kinds = x.kinds[:k]
			return true
		}
	}
	return false
}

// whole reports whether all rows of a kind are counts.
func (x *crosstab) whole(kind int) bool {
	for g := range x.groups {
		r := x.row(g, kind)
		for c, d := range x.rows[r] {
			if d.Places > 0 || d.Units < 0 || strings.Contains(x.texts[r][c], "%") {
				return false
			}
		}
	}
	return true
}

// number reads a count or a percentage, with a point or a comma before its decimals.
func number(text string) *model.Decimal {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	if d, err := model.ParseDecimal(text); err == nil {
		return &d
	}
	return nil
}

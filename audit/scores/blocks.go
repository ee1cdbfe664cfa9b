package scores

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A table over several summits or subjects often has its head again above each block of
// rows, and the blocks need not have the same members, nor in the same order. A column
// that is read by the head of another block gives one member's scores to another, so that
// each head rules the rows below it, up to the next. The blocks are put together in one
// set of columns, one for each member of any block.

const (
	// fewestBlockMembers is how many members a head above a block names.
	fewestBlockMembers = 3
	// mostUnited bounds the columns that blocks are put together in.
	mostUnited = 1024
)

// block is the rows below one head.
type block struct {
	width int          // columns that its head names
	at    []int        // where each of them stands in the united table
	has   map[int]bool // those places
}

// headKind says what the record of a head begins.
type headKind int

const (
	noHead        headKind = iota
	headOfScores           // one more block
	headOfFigures          // another table, which has no scores
)

// mostTried is how many rows below a head tell what it is of.
const mostTried = 4

// blockHead reads a record that names columns anew: several cells name members, and the
// rows below hold scores there, or figures. rest are the records behind it.
func blockHead(cells []string, rest []rawRecord, words *vocabulary.Vocabulary) (columns, headKind) {
	worded := 0
	for _, cell := range cells {
		if first := strings.TrimSpace(cell); first != "" && !strings.ContainsRune("+-0123456789.,\u2212\u2013", []rune(first)[0]) {
			worded++
		}
	}
	if worded < fewestBlockMembers {
		return columns{}, noHead
	}
	c := nameColumns(cells, words)
	if len(c.members) < fewestBlockMembers || 2*len(c.members) < worded {
		return columns{}, noHead
	}
	form := form{}
	scored, figures, others, tried := 0, 0, 0, 0
	for _, r := range rest {
		if _, alone := loneCell(r.cells); alone {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		for i := range c.members {
			if i >= len(r.cells) {
				continue
			}
			switch s, text := form.score(r.cells[i]); {
			case s != nil && -1 <= *s && *s <= 1 || s == nil && unassessed(text, words):
				scored++
			case text == "":
			case kindOfNumber(text) == numberFraction || s != nil:
				figures++
			default:
				others++
			}
		}
	}
	switch {
	case scored > figures+others:
		return c, headOfScores
	case figures > scored+others:
		return c, headOfFigures
	}
	return columns{}, noHead
}

// figuresHead reports whether a record apart from those before it is the head of another table,
// of figures and without members: words alone, and figures below them.
func figuresHead(all []rawRecord, k int, words *vocabulary.Vocabulary) bool {
	apart := false
	for at := k - 1; at >= 0 && !apart; at-- {
		if apart = all[at].shown+1 < all[at+1].shown; apart {
			break // empty lines, which a reader of CSV passes over
		}
		if _, alone := loneCell(all[at].cells); !alone {
			break // a title may stand between
		}
		apart = blankRecord(all[at].cells)
	}
	cells := all[k].cells
	worded := map[int]bool{}
	for i, cell := range cells {
		switch text := strings.TrimSpace(cell); {
		case text == "":
		case !unicode.IsLetter([]rune(text)[0]) || unassessed(text, words):
			return false
		default:
			worded[i] = true
		}
	}
	if !apart || len(worded) < fewestBlockMembers || len(nameColumns(cells, words).members) > 0 {
		return false
	}
	form := form{}
	figures, others, tried := 0, 0, 0
	for _, r := range all[k+1:] {
		if _, alone := loneCell(r.cells); alone {
			break
		}
		if tried++; tried > mostTried {
			break
		}
		for i := range worded {
			if i == 0 || i >= len(r.cells) || strings.TrimSpace(r.cells[i]) == "" {
				continue
			}
			// "1.00" is an average here, "1" may be a score.
			if s, text := form.score(r.cells[i]); s == nil && kindOfNumber(text) == numberFraction || s != nil && strings.ContainsAny(r.cells[i], ".,%") {
				figures++
			} else {
				others++
			}
		}
	}
	return figures > others
}

// uniteBlocks puts the blocks of a table together in the columns of its first head and
// those that later heads add; records are then read by them. sheet says that a record
// ends with its last filled cell.
func (c *columns) uniteBlocks(all []rawRecord, sheet bool, words *vocabulary.Vocabulary) (out []rawRecord, warnings []model.Warning) {
	if c.long() {
		return all, nil
	}
	heads, others := map[int]columns{}, map[int]bool{}
	for k, r := range all {
		switch found, kind := blockHead(r.cells, all[k+1:], words); {
		case kind == headOfScores && c.count < mostUnited:
			heads[k] = found
		case kind == headOfFigures, figuresHead(all, k, words):
			others[k] = true
		}
	}
	all, heads, warnings = withoutOthers(all, heads, others, words)
	if len(heads) == 0 {
		return all, warnings
	}
	c.blocks = true
	titles := c.blockTitles(all, heads, words)
	b := c.firstBlock()
	if c.above.cells != nil {
		first := rawRecord{cells: c.titleCells(c.above.cells), number: 1, shown: c.above.shown, title: true, block: b}
		out = append(out, first)
	}
	for k, r := range all {
		if head, ok := heads[k]; ok {
			var named string
			b, named = c.unite(&head)
			switch {
			case named != "":
				out = append(out, rawRecord{cells: c.titleCells([]string{named}), number: r.number, shown: r.shown, title: true, block: b})
			case !titles[k-1] && !titles[k+1] && !c.sameHead(r.cells):
				out = append(out, rawRecord{number: r.number, shown: r.shown, title: true, block: b})
			}
			continue
		}
		r.block, r.title = b, titles[k]
		if r.title {
			r.cells = c.titleCells(r.cells)
		} else {
			b.place(&r, sheet)
		}
		out = append(out, r)
	}
	for k := range out {
		for len(out[k].cells) < c.count && out[k].misfit == 0 {
			out[k].cells = append(out[k].cells, "")
		}
	}
	return out, warnings
}

// KindOther is the kind of the warning on another table below the one that is read.
const KindOther = "other-table"

// withoutOthers takes out the rows below heads of other tables, up to the next head.
func withoutOthers(all []rawRecord, heads map[int]columns, others map[int]bool, words *vocabulary.Vocabulary) (out []rawRecord, moved map[int]columns, warnings []model.Warning) {
	if len(others) == 0 {
		return all, heads, nil
	}
	moved = map[int]columns{}
	var first, last rawRecord
	within := false
	end := func() {
		if within {
			warnings = append(warnings, model.Warning{Kind: KindOther, Text: fmt.Sprintf(
				"%s is the head of another table, of figures and not of scores: it is not read, down to %s",
				record{number: first.number, shown: first.shown}.name(), record{number: last.number, shown: last.shown}.name())})
		}
		within = false
	}
	for k, r := range all {
		head, is := heads[k]
		if is {
			end()
			moved[len(out)] = head
		} else if others[k] {
			end()
			within, first = true, r
			out = withoutTitle(out, r.shown, words)
		}
		if within {
			last = r
			continue
		}
		out = append(out, r)
	}
	end()
	return out, moved, warnings
}

// withoutTitle takes the title of another table off the end of the rows: a text alone that
// stands apart from them.
func withoutTitle(all []rawRecord, shown int, words *vocabulary.Vocabulary) []rawRecord {
	n := len(all)
	for n > 0 && blankRecord(all[n-1].cells) {
		n--
	}
	if n < 2 {
		return all
	}
	text, alone := loneCell(all[n-1].cells)
	apart := blankRecord(all[n-2].cells) || all[n-2].shown+1 < all[n-1].shown
	if _, isShare := readShare(text, words); !alone || !apart || isShare || shown-all[n-1].shown > 2 {
		return all
	}
	return all[:n-1]
}

// blockTitles gives the indexes of the records that name a block: a text alone above its
// head, or below every one of them. Above the first head a title stands that the
// reading of the head has passed over.
func (c *columns) blockTitles(all []rawRecord, heads map[int]columns, words *vocabulary.Vocabulary) map[int]bool {
	out := map[int]bool{}
	below := c.above.cells == nil
	for k := range heads {
		text, alone := "", false
		if k+1 < len(all) {
			text, alone = loneCell(all[k+1].cells)
		}
		// A head that names its block itself has the first of several sections below it.
		first := seen(all[k].cells[0])
		below = below && alone && text != "" && (first == "" || first == c.heads[0])
	}
	below = below && !sectionsBelow(all, heads, words)
	for k := range heads {
		at := k - 1
		for at >= 0 && blankRecord(all[at].cells) {
			at--
		}
		if at >= 0 {
			text, alone := loneCell(all[at].cells)
			_, sized := cutSize(strings.TrimRight(text, ":"))
			apart := at == 0 || blankRecord(all[at-1].cells) || all[at-1].shown+1 < all[at].shown
			if _, isShare := readShare(text, words); alone && !isShare && !noteLead(text, words) && (sized || apart || c.above.cells != nil) && strings.ContainsFunc(text, unicode.IsLetter) {
				out[at] = true
				continue
			}
		}
		if below {
			out[k+1] = true
		}
	}
	return out
}

// sectionsBelow reports whether the texts below the heads of blocks are sections, and no
// names of the blocks: the same one stands below two heads, the first included, and blocks
// have others.
func sectionsBelow(all []rawRecord, heads map[int]columns, words *vocabulary.Vocabulary) bool {
	firsts := map[string]bool{}
	again, texts := false, 0
	for k := range all {
		text, alone := loneCell(all[k].cells)
		if _, isShare := readShare(text, words); !alone || text == "" || isShare {
			continue
		}
		texts++
		if _, is := heads[k-1]; is || k == 0 {
			name, _ := cutSize(strings.TrimRight(text, ":"))
			again = again || firsts[name]
			firsts[name] = true
		}
	}
	return again && texts > len(heads)+1
}

// firstBlock is the block below the table's first head.
func (c *columns) firstBlock() *block {
	b := &block{width: c.count, has: map[int]bool{}}
	for i := range c.count {
		b.at, b.has[i] = append(b.at, i), true
	}
	return b
}

// sameHead reports whether a record is the table's own head once more, as on every page.
func (c *columns) sameHead(cells []string) bool {
	for i, cell := range cells {
		if i >= len(c.heads) && seen(cell) != "" || i < len(c.heads) && seen(cell) != c.heads[i] {
			return false
		}
	}
	return true
}

// unite adds the columns of a block's head to those of the table. named is what stands in
// the head where others say that commitments stand below: the name of the block.
func (c *columns) unite(head *columns) (b *block, named string) {
	b = &block{width: head.count, has: map[int]bool{}}
	first := head.count // the first member's column
	for i := range head.members {
		first = min(first, i)
	}
	for i := range head.count {
		at := c.columnFor(head, i)
		if at < 0 && i < first && i < c.count && c.members[i] == "" && i != c.average && i != c.percent {
			at = i // the column of the rows' names, by its place
			if name := head.heads[i]; name != c.heads[i] && name != "" && named == "" && i == 0 {
				named = name
			}
		}
		if at < 0 || b.has[at] {
			at = c.addColumn(head, i)
		}
		b.at, b.has[at] = append(b.at, at), true
	}
	return b, named
}

// columnFor is the table's column for one of a block's head, −1 where it has none.
func (c *columns) columnFor(head *columns, i int) int {
	if code := head.members[i]; code != "" {
		for at := range c.count {
			if c.members[at] == code {
				return at
			}
		}
		return -1
	}
	for _, role := range [][2]int{{head.average, c.average}, {head.percent, c.percent}, {head.id, c.id}, {head.text, c.text}, {head.area, c.area}} {
		if i == role[0] {
			return role[1]
		}
	}
	if head.heads[i] == "" {
		return -1
	}
	return slices.IndexFunc(c.heads, func(h string) bool { return strings.EqualFold(h, head.heads[i]) })
}

// addColumn adds a column of a block's head to the table.
func (c *columns) addColumn(head *columns, i int) int {
	at := c.count
	c.count++
	c.heads = append(c.heads, head.heads[i])
	if code := head.members[i]; code != "" {
		c.members[at] = code
	}
	for _, role := range []struct {
		of int
		at *int
	}{{head.average, &c.average}, {head.percent, &c.percent}, {head.id, &c.id}, {head.text, &c.text}, {head.area, &c.area}} {
		if i == role.of && *role.at < 0 {
			*role.at = at
		}
	}
	return at
}

// titleCells is the name of a block, in the column of the rows' names.
func (c *columns) titleCells(cells []string) []string {
	text, _ := loneCell(cells)
	at := max(c.text, 0)
	for c.members[at] != "" || at == c.average || at == c.percent {
		at++
	}
	out := make([]string, max(c.count, at+1))
	out[at] = text
	return out
}

// place puts the cells of a block's row where the united table has their columns. Where
// their number is not that of the head nothing is moved.
func (b *block) place(r *rawRecord, sheet bool) {
	cells := r.cells
	for len(cells) > b.width && seen(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	_, alone := loneCell(cells)
	switch {
	case blankRecord(cells):
		r.cells = nil
		return
	case sheet:
		r.behind = len(cells) > b.width
		cells = cells[:min(len(cells), b.width)]
	case len(cells) != b.width && !(alone && len(cells) < b.width):
		r.misfit = b.width
		return
	}
	width := 0
	for _, at := range b.at {
		width = max(width, at+1)
	}
	r.cells = make([]string, width)
	for i, cell := range cells {
		r.cells[b.at[i]] = cell
	}
}

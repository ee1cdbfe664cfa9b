package scores

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/vocabulary"
)

// The serials of commitments are known by their form ("2031-7") where the head does not say
// that they are ids: 'Commitment', 'N°', or nothing.

// reSerial is a serial: the year of the summit and a number.
var reSerial = lazyregexp.New(`^(?:19|20)[0-9]{2}\s?[-\x{2010}-\x{2015}]\s?[0-9]{1,4}[a-z]?$`)

const (
	// fewestSerials is how many cells of a column must be serials.
	fewestSerials = 3
	// mostlySerials is how many in ten of its cells are, and are different.
	mostlySerials = 8
)

// findIDs finds the column of serials where no head names it.
func (c *columns) findIDs(all []rawRecord, words *vocabulary.Vocabulary) {
	if c.id >= 0 && !c.long() && c.scoresAsIDs(all, words) {
		head := c.heads[c.id]
		if code, ok := words.MemberAlpha2(strings.ToUpper(head)); ok && len(head) == codeLength && c.twoLetterMembers() >= fewestCodes {
			c.members[c.id] = code
		}
		c.id = -1
	}
	if c.id >= 0 {
		return
	}
	for i := range c.count {
		named := i == c.text || words.HasHead(c.heads[i], vocabulary.HeadNumber)
		if c.members[i] != "" || i == c.average || i == c.percent || i == c.area || i == c.member || i == c.score ||
			!named && (c.long() || i > 1 || words.HasHead(c.heads[i], keyHeads...)) {
			continue
		}
		serials, cells, different := 0, 0, map[string]bool{}
		for _, r := range all {
			if _, alone := loneCell(r.cells); alone || i >= len(r.cells) || seen(r.cells[i]) == "" || r.title {
				continue
			}
			cells++
			if s := seen(r.cells[i]); reSerial.MatchString(s) {
				serials++
				different[s] = true
			}
		}
		if len(different) < fewestSerials || 10*serials < mostlySerials*cells || !c.long() && 10*len(different) < mostlySerials*serials {
			continue
		}
		if c.id = i; c.text == i {
			c.text = -1
		}
		return
	}
}

// codeLength is how many letters the codes of countries have that may be words too: 'ID'
// is Indonesia's.
const codeLength = 2

// twoLetterMembers is how many columns of members are called by such codes.
func (c *columns) twoLetterMembers() (n int) {
	for i := range c.members {
		if len(c.heads[i]) == codeLength {
			n++
		}
	}
	return n
}

// scoresAsIDs reports whether what stands in the column of ids are scores: several
// different ones, more than once. Averages among them tell nothing.
func (c *columns) scoresAsIDs(all []rawRecord, words *vocabulary.Vocabulary) bool {
	scores, others, different := 0, 0, map[int]bool{}
	for _, r := range all {
		if _, alone := loneCell(r.cells); alone || c.id >= len(r.cells) || r.title {
			continue
		}
		cell := seen(r.cells[c.id])
		switch s, _ := readScore(cell, false); {
		case s != nil && -1 <= *s && *s <= 1:
			scores++
			different[*s] = true
		case unassessed(cell, words), kindOfNumber(cell) == numberFraction:
		default:
			others++
		}
	}
	return len(different) >= 2 && scores > len(different) && 10*scores >= mostlySerials*(scores+others)
}

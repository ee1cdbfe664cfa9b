package scores

import (
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

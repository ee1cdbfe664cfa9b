package dataset

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Something is kept of every score of a data set until the panel is written. It is
// kept short: as one text for the ten cells of a place, and each member's name once.

// placeColumns are the columns of a place that the panel takes over from the
// scores.
var placeColumns = [...]string{"page", "x0", "top", "x1", "bottom", "last_page", "row", "path", "doubted", "corrected"}

// packedPlace is the cells of these columns: for each, 0 for an absent one, otherwise 1,
// the number, the length of the text and the text; all numbers are varints.
type packedPlace string

// packPlace packs the place of a row.
func packPlace(r rowReader) packedPlace {
	out := make([]byte, 0, 96)
	for _, column := range placeColumns {
		c := r.cell(column)
		if !c.Set {
			out = append(out, 0)
			continue
		}
		out = binary.AppendVarint(append(out, 1), c.Int)
		out = append(binary.AppendUvarint(out, uint64(len(c.Text))), c.Text...)
	}
	return packedPlace(out)
}

// cell is one of a place's cells; an absent one for a score that has no place.
func (p packedPlace) cell(column string) Cell {
	want := slices.Index(placeColumns[:], column)
	rest := []byte(p)
	for i := 0; len(rest) > 0; i++ {
		c := Cell{Set: rest[0] == 1}
		rest = rest[1:]
		if c.Set {
			number, length := binary.Varint(rest)
			rest = rest[length:]
			text, length := binary.Uvarint(rest)
			rest = rest[length:]
			c.Int, c.Text = number, string(rest[:text])
			rest = rest[text:]
		}
		if i == want {
			return c
		}
	}
	return Cell{}
}

const (
	// longestSame is how long a text may be that is looked for among those that many
	// rows have, in bytes; mostSame is how many there are of these.
	longestSame = 64
	mostSame    = 1 << 14
)

// same is the text, one copy for all rows that have it.
func (c *collector) same(text string) string {
	if len(text) > longestSame {
		return text
	}
	if kept, there := c.texts[text]; there {
		return kept
	}
	text = strings.Clone(text)
	if len(c.texts) < mostSame {
		c.texts[text] = text
	}
	return text
}

// sameCell is the cell with such a text.
func (c *collector) sameCell(cell Cell) Cell {
	cell.Text = c.same(cell.Text)
	return cell
}

// share gives a commitment's row the texts that the versions keep of it, so that there
// is one copy of them.
func (vs *versions) share(r TableRow) {
	if r.Table != tableCommitments {
		return
	}
	row := rowReader{tables[r.Table], r.Row}
	for _, v := range vs.byID[row.text("report_id")] {
		c := v.byID[row.text("commitment_id")]
		if c == nil {
			continue
		}
		for column, kept := range map[string]string{"text": c.text, "issue_area": c.issueArea, "title": c.title} {
			if cell := &r.Row[row.table.Column(column)]; cell.Text == kept {
				cell.Text = kept
			}
		}
	}
}

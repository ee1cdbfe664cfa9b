package scores

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// KindNote is the kind of the warning on what stands below a table as a note: it is
// read, and is no row of scores.
const KindNote = "note"

// fewestNoteWords is how many words a note has that does not begin with a word for
// one ("Note: ...", "Source: ...").
const fewestNoteWords = 3

// notesBelow gives where the notes below a table begin: behind the last row with
// more than one cell stand only texts, each alone in its row, and either they begin
// as notes do or an empty row divides them from the table. A text alone directly
// below the rows may be one more commitment, or one that was cut off.
func (c *columns) notesBelow(all []rawRecord, words *vocabulary.Vocabulary) int {
	end := len(all)
	for end > 0 {
		text, alone := noteCells(all[end-1].cells)
		if !alone || text != "" && !strings.ContainsFunc(text, unicode.IsLetter) {
			break
		}
		end--
	}
	divided := false
	for k := end; k < len(all); k++ {
		text, _ := noteCells(all[k].cells)
		if text == "" {
			divided = true
			continue
		}
		if _, lone := loneCell(all[k].cells); !lone {
			return k
		}
		gap := divided || k > 0 && all[k].shown > all[k-1].shown+1
		if noteLead(text, words) || c.closes(all, k, words) || gap && len(strings.Fields(text)) >= fewestNoteWords && !c.mayBePromise(all[k].cells) {
			return k
		}
		divided = false
	}
	return len(all)
}

// closes reports whether the record before one sums up those above, and behind it stand
// texts alone: no commitment follows a table's last row. The number of a commitment, or of
// rows, says that one does.
func (c *columns) closes(all []rawRecord, k int, words *vocabulary.Vocabulary) bool {
	if c.long() || k == 0 || len(all[k-1].cells) > c.count {
		return false
	}
	text, _ := loneCell(all[k].cells)
	if _, sized := sizeOf(text); sized > 0 || len(strings.Fields(text)) < fewestNoteWords {
		return false
	}
	return c.averageRows(all[:k], words)[k-1] || c.isSummary(all[k-1].cells, words) ||
		c.sizedFigures(all[k-1].cells, words) && !c.mayBePromise(all[k].cells)
}

// sizedFigures reports whether a record has figures and says of how many rows they are. With
// rows below it is the head of their section; behind the last of them it is of those above.
func (c *columns) sizedFigures(cells []string, words *vocabulary.Vocabulary) bool {
	if c.long() || len(cells) != c.count || len(c.figures(cells, words)) == 0 {
		return false
	}
	name, ok := c.isSection(cells)
	return ok && name != "" && slices.ContainsFunc(cells, func(cell string) bool {
		label, n := sizeOf(seen(cell))
		return n > 0 && label == name
	})
}

// fillLone gives the only text of a record that is shorter than the head the cells that it
// lacks: the head of a section, a title or a note, which editors of text write without
// separators. A record that ends the file may be one that was cut off, unless it says of
// how many rows it is.
func (c *columns) fillLone(all []rawRecord, words *vocabulary.Vocabulary) {
	last := len(all) - 1
	for last >= 0 && blankRecord(all[last].cells) {
		last--
	}
	for k := range all[:last+1] {
		r := &all[k]
		text, alone := loneCell(r.cells)
		if !alone || text == "" || len(r.cells) >= c.count || r.misfit > 0 || !strings.ContainsFunc(text, unicode.IsLetter) {
			continue
		}
		if _, sized := sizeOf(text); k == last && sized == 0 && !explainsMark(text, words) {
			continue
		}
		r.lone = true
		r.cells = append(slices.Clone(r.cells), make([]string, c.count-len(r.cells))...)
	}
}

// mayBePromise reports whether the only cell of a record stands in the column of the
// commitments' texts, where no id says which of them are commitments.
func (c *columns) mayBePromise(cells []string) bool {
	return c.id < 0 && c.text >= 0 && c.text < len(cells) && seen(cells[c.text]) != "" && len(cells) == c.count
}

// noteLead reports whether a text begins as a note below a table does: with a word
// for one and a colon or point ("Source: ..."), or with a mark ("* not assessed").
func noteLead(text string, words *vocabulary.Vocabulary) bool {
	if rest := strings.TrimLeft(text, "*†‡§"); rest != text && strings.ContainsFunc(rest, unicode.IsLetter) {
		return true
	}
	if explainsMark(text, words) {
		return true
	}
	end := strings.IndexAny(text, ":.")
	return end > 0 && words.Has(vocabulary.TableNotes, vocabulary.Fold(strings.TrimSpace(text[:end])))
}

// explainsMark reports whether a text says what stands for no score in the cells above:
// "n/a = not assessed".
func explainsMark(text string, words *vocabulary.Vocabulary) bool {
	mark, meaning, found := strings.Cut(text, "=")
	return found && seen(mark) != "" && unassessed(seen(mark), words) && strings.ContainsFunc(meaning, unicode.IsLetter)
}

// noteCells is loneCell, and the text of a note whose mark stands in a cell of its own
// before it.
func noteCells(cells []string) (text string, alone bool) {
	if text, alone = loneCell(cells); alone {
		return text, true
	}
	for i, cell := range cells {
		if mark := seen(cell); mark != "" {
			text, alone = loneCell(cells[i+1:])
			const figure = "0"
			if !alone || text == "" || script.CutNoteMarks(figure+mark) != figure {
				return "", false
			}
			return mark + " " + text, true
		}
	}
	return "", false
}

// loneCell is the only cell of a record that is not empty; alone is false where
// there are several.
func loneCell(cells []string) (text string, alone bool) {
	for _, cell := range cells {
		s := seen(cell)
		switch {
		case s == "":
		case text != "":
			return "", false
		default:
			text = s
		}
	}
	return text, true
}

// rawRecord is a record as it stands in the file.
type rawRecord struct {
	cells  []string
	number int // the head being 1
	shown  int // see record
	// Of a table in blocks (see uniteBlocks): the block; whether the record names it; of
	// how many columns its head is where the record has another number; and whether cells
	// stand behind the last of them.
	block  *block
	title  bool
	misfit int
	behind bool
	// lone says that the record is one text and was shorter than the head.
	lone bool
}

// noteWarning keeps the words of a note below the table.
func noteWarning(r rawRecord) model.Warning {
	text, _ := noteCells(r.cells)
	return model.Warning{Kind: KindNote, Text: fmt.Sprintf("%s is a note below the table: “%s”", record{number: r.number, shown: r.shown}.name(), text)}
}

// readRaw reads the records behind the head. Cells without a head that are all empty
// are a program's and are left out.
func (c *columns) readRaw(from rows) ([]rawRecord, error) {
	var out []rawRecord
	for number := 2; ; number++ {
		cells, err := from.Read()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, &Error{Record: number, Err: quotes(err)}
		case number > maxRecords:
			return nil, &Error{Record: number, Err: ErrTooLarge}
		}
		unguard(cells)
		full := len(cells)
		for len(cells) > c.count && seen(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) < full {
			cells = slices.Clone(cells) // thousands of empty cells are not kept
		}
		out = append(out, rawRecord{cells: cells, number: number, shown: from.Shown()})
	}
}

package citation

import "recount.invalid/recount/model"

// Note is a note with what is doubtful in it.
type Note struct {
	model.Footnote
	Slot    *PlaceSlot
	Hyphens []string // as join.Lines gives them
	Dates   []string // readings of the day of publication
}

package citation

import "recount.invalid/recount/model"

// Note is a note with what is doubtful in it.
type Note struct {
	model.Footnote
	Slots   []*PlaceSlot // what may be its place, none where one was read
	Hyphens []string     // as join.Lines gives them
	Dates   []string     // readings of the day of publication
}

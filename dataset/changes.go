package dataset

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// maxChanges is how many changes of one cause are listed one by one; more are
// counted.
const maxChanges = 1000

// cellState is what is kept of a row of the panel, so that the next data set can
// say what changed and why.
type cellState struct {
	ID         string `json:"id"`
	Promise    string `json:"promise"`
	Score      string `json:"score"`
	Status     string `json:"status"`
	Stated     string `json:"stated,omitempty"` // average of the promise
	File       string `json:"file"`
	SHA256     string `json:"sha256"`
	Correction string `json:"correction,omitempty"` // of the score: what was read, what stands there, why
}

// State is the panel of a data set as a later one needs it for CHANGES.md.
type State struct{ cells []cellState }

// Write writes the state, a line of JSON for each cell.
func (s *State) Write(out io.Writer) error {
	b := bufio.NewWriter(out)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for _, c := range s.cells {
		if err := enc.Encode(c); err != nil {
			return err
		}
	}
	return b.Flush()
}

// ReadState reads what Write wrote.
func ReadState(in io.Reader) (*State, error) {
	s := &State{}
	dec := json.NewDecoder(bufio.NewReader(in))
	for {
		var c cellState
		switch err := dec.Decode(&c); {
		case errors.Is(err, io.EOF):
			return s, nil
		case err != nil:
			return nil, err
		}
		s.cells = append(s.cells, c)
	}
}

// keep takes a row of the panel into the state.
func (w *Writer) keep(v panelValue) {
	c := cellState{
		ID: v.id, Promise: v.promise, Score: v.cell.score.String(Score), Status: v.cell.status, Stated: v.stated.text.Text,
		File: v.report.file, SHA256: v.report.sha256,
	}
	if c.Stated == "" {
		c.Stated = v.stated.value.Text
	}
	if path := v.cell.place.cell("path").Text; path != "" {
		// The path is that of the score, or of the object that has it.
		c.Correction = orElse(w.seen.corrections[v.report.id+path], w.seen.corrections[v.report.id+path+"/score"])
	}
	w.state.cells = append(w.state.cells, c)
}

// State is the panel as it was written; it is whole when the Writer is closed.
func (w *Writer) State() *State { return &w.state }

// change is a value of the panel that is another than before.
type change struct{ cause, text string }

// writeChangedCells writes the values of the panel that are others than in the
// data set before, by their causes.
func (w *Writer) writeChangedCells(b *strings.Builder) {
	before := make(map[string]cellState, len(w.options.Before.cells))
	for _, c := range w.options.Before.cells {
		before[c.ID] = c
	}
	var changes []change
	added := map[string]int{}
	stated := map[string]bool{}
	for _, is := range w.state.cells {
		was, there := before[is.ID]
		if !there {
			added[is.File]++
			continue
		}
		delete(before, is.ID)
		cause := w.cause(was, is)
		if was.Score != is.Score || was.Status != is.Status {
			changes = append(changes, change{cause, fmt.Sprintf("%s: %s, was %s", is.ID, cellText(is), cellText(was))})
		}
		if was.Stated != is.Stated && !stated[is.Promise] {
			stated[is.Promise] = true
			changes = append(changes, change{cause, fmt.Sprintf("%s: stated average %s, was %s", is.Promise, orElse(is.Stated, "none"), orElse(was.Stated, "none"))})
		}
	}
	gone := map[string]int{}
	for _, c := range before {
		gone[c.File]++
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.cause, b.cause) })
	for i := 0; i < len(changes); {
		end := i
		for end < len(changes) && changes[end].cause == changes[i].cause {
			end++
		}
		fmt.Fprintf(b, "## Cells that changed: %s\n\n", changes[i].cause)
		for _, c := range changes[i:min(end, i+maxChanges)] {
			fmt.Fprintf(b, "- %s\n", c.text)
		}
		if more := end - i - maxChanges; more > 0 {
			fmt.Fprintf(b, "- and %d more\n", more)
		}
		b.WriteString("\n")
		i = end
	}
	writeCells(b, "Cells that are new", added)
	writeCells(b, "Cells that are gone", gone)
}

func writeCells(b *strings.Builder, title string, byFile map[string]int) {
	if len(byFile) == 0 {
		return
	}
	fmt.Fprintf(b, "## %s\n\n", title)
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		fmt.Fprintf(b, "- %d of %s\n", byFile[file], Code(file))
	}
	b.WriteString("\n")
}

func cellText(c cellState) string { return orElse(c.Score, strings.ReplaceAll(c.Status, "_", " ")) }

// cause says why a cell is another than before.
func (w *Writer) cause(was, is cellState) string {
	switch {
	case was.SHA256 != is.SHA256 && was.File == is.File:
		return "another file under the name " + Code(is.File)
	case was.SHA256 != is.SHA256:
		return fmt.Sprintf("%s counts, and %s did", Code(is.File), Code(was.File))
	case was.Correction != is.Correction && is.Correction != "":
		return "corrected in " + Code(is.File) + ", " + is.Correction
	case was.Correction != is.Correction:
		return "no longer corrected in " + Code(is.File) + ", " + was.Correction
	case w.options.OtherReading:
		return "another reading of " + Code(is.File) + ", by another version of the program or with other options"
	}
	return "other sources beside " + Code(is.File)
}

// correctionText says what a correction did, on one line.
func correctionText(was, now, why string) string {
	s := fmt.Sprintf("%s was read, %s stands there", orElse(was, "nothing"), orElse(now, "nothing"))
	if why != "" {
		s += " (" + strings.Join(strings.Fields(why), " ") + ")"
	}
	return s
}

// Changes is the text of CHANGES.md without its title; it is whole when the
// Writer is closed.
func (w *Writer) Changes() string {
	switch {
	case w.options.Again != "":
		return w.options.Again
	case w.options.Before == nil:
		return fmt.Sprintf("This is the first data set in this folder: %d reports, %d commitments.\n",
			len(w.seen.reports), len(w.seen.commitments))
	}
	var b strings.Builder
	b.WriteString(w.options.Files)
	if w.options.OtherReading {
		b.WriteString("The data set before was made by another version of the program, or with other options.\n\n")
	}
	w.writeChangedCells(&b)
	if b.Len() == 0 {
		return "Nothing but the form of the data set, or what is said of it.\n"
	}
	return b.String()
}

// writeChanges writes what differs from the data set that stood there.
func (w *Writer) writeChanges(out io.Writer) error {
	_, err := io.WriteString(out, "# Changes\n\n"+w.Changes())
	return err
}

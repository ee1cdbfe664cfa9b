package dataset

import (
	"bufio"
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

// CheckPanel reads what a Writer wrote to Options.Panel, and says whether it is sound:
// rows of a panel, those of a promise one behind the other.
func CheckPanel(in io.Reader) error {
	p := panelReader{in: json.NewDecoder(bufio.NewReader(in))}
	for p.next() {
	}
	return p.err
}

// errPanel says that the panel of a data set before is not as it was written.
var errPanel = errors.New("the rows of the panel are not in order")

// panelReader reads a panel row by row.
type panelReader struct {
	in  *json.Decoder
	row cellState
	err error // nil at the end
}

// next reads the next row, and says whether there is one.
func (p *panelReader) next() bool {
	before := p.row.Promise
	p.row = cellState{}
	err := p.in.Decode(&p.row)
	switch {
	case errors.Is(err, io.EOF):
		return false
	case err == nil && p.row.Promise < before:
		err = errPanel
	}
	p.err = err
	return err == nil
}

// panelChanges writes the panel for the next data set and holds it against that of the
// data set before. Both have the promises in the order of their ids, so that the rows
// of one are in memory at a time.
type panelChanges struct {
	out     *json.Encoder // nil where nobody wants it
	before  *panelReader  // nil where there was no data set
	more    bool          // before has a row that was not looked at
	promise string        // whose rows pass by
	was     map[string]cellState
	stated  bool // its stated average is told of
	changes map[string]*causeChanges
	added   map[string]int // rows by file
	gone    map[string]int
}

// causeChanges are the values of the panel that are others than before for one cause.
type causeChanges struct {
	texts []string
	more  int // beyond maxChanges
}

func newPanelChanges(o Options) *panelChanges {
	p := &panelChanges{changes: map[string]*causeChanges{}, added: map[string]int{}, gone: map[string]int{}}
	if o.Panel != nil {
		p.out = json.NewEncoder(o.Panel)
		p.out.SetEscapeHTML(false)
	}
	if o.Before != nil {
		p.before = &panelReader{in: json.NewDecoder(bufio.NewReader(o.Before))}
		p.more = p.before.next()
	}
	return p
}

// keep takes a row of the panel.
func (w *Writer) keep(v panelValue) error {
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
	if w.panel.out != nil {
		if err := w.panel.out.Encode(c); err != nil {
			return err
		}
	}
	return w.panel.hold(c, w.options.OtherReading)
}

// hold holds a row against that of the data set before.
func (p *panelChanges) hold(is cellState, otherReading bool) error {
	if p.before == nil {
		return nil
	}
	if is.Promise != p.promise || p.was == nil {
		p.advance(is.Promise)
	}
	was, there := p.was[is.ID]
	if !there {
		p.added[is.File]++
		return p.before.err
	}
	delete(p.was, is.ID)
	cause := causeOf(was, is, otherReading)
	if was.Score != is.Score || was.Status != is.Status {
		p.tell(cause, fmt.Sprintf("%s: %s, was %s", is.ID, cellText(is), cellText(was)))
	}
	if was.Stated != is.Stated && !p.stated {
		p.stated = true
		p.tell(cause, fmt.Sprintf("%s: stated average %s, was %s", is.Promise, orElse(is.Stated, "none"), orElse(was.Stated, "none")))
	}
	return p.before.err
}

// advance leaves the promise whose rows passed by and reads the rows that the data set
// before had of another; those of promises between them are gone.
func (p *panelChanges) advance(promise string) {
	for _, c := range p.was {
		p.gone[c.File]++
	}
	p.promise, p.stated, p.was = promise, false, map[string]cellState{}
	for ; p.more && p.before.row.Promise <= promise; p.more = p.before.next() {
		if c := p.before.row; c.Promise == promise {
			p.was[c.ID] = c
		} else {
			p.gone[c.File]++
		}
	}
}

// end is called when all rows have passed by.
func (p *panelChanges) end() error {
	if p.before == nil {
		return nil
	}
	for _, c := range p.was {
		p.gone[c.File]++
	}
	p.was = nil
	for ; p.more; p.more = p.before.next() {
		p.gone[p.before.row.File]++
	}
	return p.before.err
}

func (p *panelChanges) tell(cause, text string) {
	c := p.changes[cause]
	if c == nil {
		c = &causeChanges{}
		p.changes[cause] = c
	}
	if len(c.texts) < maxChanges {
		c.texts = append(c.texts, text)
	} else {
		c.more++
	}
}

// write writes the values of the panel that are others than in the data set before,
// by their causes.
func (p *panelChanges) write(b *strings.Builder) {
	for _, cause := range slices.Sorted(maps.Keys(p.changes)) {
		c := p.changes[cause]
		fmt.Fprintf(b, "## Cells that changed: %s\n\n", cause)
		for _, text := range c.texts {
			fmt.Fprintf(b, "- %s\n", text)
		}
		if c.more > 0 {
			fmt.Fprintf(b, "- and %d more\n", c.more)
		}
		b.WriteString("\n")
	}
	writeCells(b, "Cells that are new", p.added)
	writeCells(b, "Cells that are gone", p.gone)
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

// causeOf says why a cell is another than before.
func causeOf(was, is cellState, otherReading bool) string {
	switch {
	case was.SHA256 != is.SHA256 && was.File == is.File:
		return "another file under the name " + Code(is.File)
	case was.SHA256 != is.SHA256:
		return fmt.Sprintf("%s counts, and %s did", Code(is.File), Code(was.File))
	case was.Correction != is.Correction && is.Correction != "":
		return "corrected in " + Code(is.File) + ", " + is.Correction
	case was.Correction != is.Correction:
		return "no longer corrected in " + Code(is.File) + ", " + was.Correction
	case otherReading:
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
func (w *Writer) Changes() string { return w.changes }

func (w *Writer) changesText() string {
	switch {
	case w.options.Again != "":
		return w.options.Again
	case w.options.Before == nil:
		return fmt.Sprintf("This is the first data set in this folder: %d reports, %d commitments.\n",
			w.seen.reports.n, w.seen.commitments.n)
	}
	var b strings.Builder
	b.WriteString(w.options.Files)
	if w.options.OtherReading {
		b.WriteString("The data set before was made by another version of the program, or with other options.\n\n")
	}
	w.panel.write(&b)
	if b.Len() == 0 {
		return "Nothing but the form of the data set, or what is said of it.\n"
	}
	return b.String()
}

// writeChanges writes what differs from the data set that stood there.
func (w *Writer) writeChanges(out io.Writer) error {
	_, err := io.WriteString(out, "# Changes\n\n"+w.changes)
	return err
}

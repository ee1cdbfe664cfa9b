package witness

import (
	"recount.invalid/recount/model"
)

// The document is its own witness: it says several things twice, and a reading
// in which the two do not agree is in doubt, wherever it went wrong. These
// checks look at structure only (counts, order, names, numbers of notes),
// never at scores and averages, which the audit judges: a slip of the report
// is not to look like a slip of the reading.

// selfCheck holds one statement of the document against what was read. It adds
// to the report's checks and warns of what does not agree.
type selfCheck struct {
	name string
	run  func(*Reader, string)
}

// selfChecks are run in this order; each has a file of its own.
var selfChecks = []selfCheck{
	{"cover", (*Reader).checkCover},
	{"contents", (*Reader).checkContents},
	{"list", (*Reader).checkList},
	{"matrix", (*Reader).checkMatrix},
	{"members", (*Reader).checkMembers},
	{"sections", (*Reader).checkSections},
	{"notes", (*Reader).checkNotes},
	{"dates", (*Reader).checkDates},
	{"captions", (*Reader).checkCaptions},
}

// CheckItself runs the checks; it comes when everything is read.
func (r *Reader) CheckItself() error {
	for _, c := range selfChecks {
		c.run(r, c.name)
	}
	return nil
}

// said keeps the outcome of a check.
func (r *Reader) said(check string, agrees bool, expected, found string, about ...string) {
	r.Rep.Checks = append(r.Rep.Checks, model.Check{Check: check, Agrees: &agrees, Expected: expected, Found: found, About: about})
}

// unsaid keeps that the document does not say what a check needs.
func (r *Reader) unsaid(check, found string) {
	r.Rep.Checks = append(r.Rep.Checks, model.Check{Check: check, Found: found})
}

package parse

import "recount.invalid/recount/model"

// The document is its own witness: it says several things twice, and a reading
// in which the two do not agree is in doubt, wherever it went wrong. These
// checks look at structure only (counts, order, names, numbers of notes),
// never at scores and averages, which the audit judges: a slip of the report
// is not to look like a slip of the reading.

// selfCheck holds one statement of the document against what was read. It adds
// to the report's checks and warns of what does not agree.
type selfCheck struct {
	name string
	run  func(*reading, string)
}

// selfChecks are run in this order; each has a file of its own.
var selfChecks = []selfCheck{
	{"cover", (*reading).checkCover},
	{"contents", (*reading).checkContents},
	{"list", (*reading).checkList},
	{"matrix", (*reading).checkMatrix},
	{"members", (*reading).checkMembers},
	{"sections", (*reading).checkSections},
	{"notes", (*reading).checkNotes},
	{"dates", (*reading).checkDates},
}

// checkItself runs the checks; it comes when everything is read.
func (r *reading) checkItself() error {
	for _, c := range selfChecks {
		c.run(r, c.name)
	}
	return nil
}

// said keeps the outcome of a check.
func (r *reading) said(check string, agrees bool, expected, found string, about ...string) {
	r.rep.Checks = append(r.rep.Checks, model.Check{Check: check, Agrees: &agrees, Expected: expected, Found: found, About: about})
}

// unsaid keeps that the document does not say what a check needs.
func (r *reading) unsaid(check, found string) {
	r.rep.Checks = append(r.rep.Checks, model.Check{Check: check, Found: found})
}

// doubt warns of objects by their pointers.
func (r *reading) doubt(kind, text string, at model.At, about ...string) {
	r.rep.Warnings = append(r.rep.Warnings, model.Warning{Kind: kind, Text: text, About: about, At: at})
}

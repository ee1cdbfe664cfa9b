package parse

// A line that names who led the work on a chapter may stand right below its
// heading, above its first part.

// headsPeople reports whether a line with people stands right below the heading
// at block j.
func (r *reading) headsPeople(j int) bool {
	if j+1 >= len(r.blocks) || r.blocks[j+1].table != nil {
		return false
	}
	_, _, _, ok := r.roleLine(r.content(r.blocks[j+1]).Text)
	return ok
}

// leadingSize is how much larger than the heading of a part the heading of a
// chapter is at least, where nothing else tells them apart.
const leadingSize = 1.1

// ledBy gives the chapter's lead analyst where a report calls the one who led its
// work by another name and names no lead analyst beside.
func (c *chapter) ledBy() {
	if c.rep.LeadAnalyst != "" {
		return
	}
	for _, p := range c.leaders {
		if c.rep.LeadAnalyst == "" {
			c.rep.LeadAnalyst = p
		} else {
			c.rep.LeadAnalyst += "; " + p
		}
	}
}

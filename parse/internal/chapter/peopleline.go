package chapter

// A line that names who led the work on a chapter may stand right below its
// heading, above its first part.

// headsPeople reports whether a line with people stands right below the heading
// at block j.
func (r *Reader) headsPeople(j int) bool {
	if j+1 >= len(r.Blocks) || r.Blocks[j+1].Table != nil {
		return false
	}
	_, _, _, ok := r.RoleLine(r.Content(r.Blocks[j+1]).Text)
	return ok
}

// leadingSize is how much larger than the heading of a part the heading of a
// chapter is at least, where nothing else tells them apart.
const leadingSize = 1.1

// ledBy gives the chapter's lead analyst where a report calls the one who led its
// work by another name and names no lead analyst beside.
func (c *Chapter) ledBy() {
	if c.Rep.LeadAnalyst != "" {
		return
	}
	for _, p := range c.leaders {
		if c.Rep.LeadAnalyst == "" {
			c.Rep.LeadAnalyst = p
		} else {
			c.Rep.LeadAnalyst += "; " + p
		}
	}
}

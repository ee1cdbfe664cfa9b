package dataset

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/dataset/internal/normal"
)

// tie says which commitments of a summit's versions are one promise, and gives
// every promise its id. The versions stand in their order, so that the id comes
// from the one that counts.
func (vs *versions) tie(summit []*version) {
	var found []promise
	for _, v := range summit {
		for _, c := range v.commitments {
			i := findPromise(found, v, c)
			if i < 0 {
				i = len(found)
				found = append(found, promise{summit: v.summit, source: v.title})
			}
			found[i].members = append(found[i].members, c)
			// The summit's place may be known from another version only.
			if found[i].summit.place == "" {
				found[i].summit = v.summit
			}
		}
	}
	for i := range found {
		p := &found[i]
		if id := vs.summits[p.summit.id]; id != "" {
			p.summit.id = id
		}
		id := p.name()
		// Two promises of one serial, or of two reports that are called alike: the
		// second is counted.
		id = vs.taken.id(id)
		p.id = id
		p.sources = make([]source, len(p.members))
		for j, c := range p.members {
			vs.promises[c.id] = id
			p.sources[j] = source{c.id, c.of.stage, c.scores > 0}
		}
	}
	vs.list = append(vs.list, found...)
}

// findPromise finds the promise that a commitment is: by its words before by
// anything else, because a serial may be printed wrong. Two commitments of one
// source are never one.
func findPromise(found []promise, v *version, c *assessed) int {
	best := -1
	for i := range found {
		of := found[i].members
		if slices.ContainsFunc(of, func(o *assessed) bool { return o.of == v }) {
			continue
		}
		if c.said() && slices.ContainsFunc(of, func(o *assessed) bool { return o.words == c.words }) {
			return i
		}
		if best < 0 && slices.ContainsFunc(of, c.same) {
			best = i
		}
	}
	return best
}

// name is the id of a promise: its summit and its serial, otherwise its
// heading, its words or its number. Nothing in it comes from a file.
func (p *promise) name() string {
	summit := p.summit.id
	if summit == "" {
		// Of no summit that is known: the source's title tells it from others.
		summit = "unknown." + orElse(normal.Slug(p.source), "report")
	}
	for _, c := range p.members {
		if year, number, ok := strings.Cut(c.serial, "-"); ok && year == strconv.Itoa(p.summit.year) {
			return summit + ".s" + number
		}
	}
	for _, c := range p.members {
		if c.printed != "" {
			return summit + ".s-" + normal.Slug(c.printed)
		}
	}
	for _, c := range p.members {
		if c.heading {
			return summit + "." + c.name
		}
	}
	for _, c := range p.members {
		if c.name != "" {
			return summit + "." + c.name
		}
	}
	return summit + ".c" + strconv.Itoa(p.members[0].number)
}

package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// What makes a report one that is arranged by member: so many members with a
// chapter each, in which so many commitments recur.
const (
	minCountryMembers     = 3
	minCountryCommitments = 2
)

// memberPart is a commitment's section in a member's chapter.
type memberPart struct {
	key    string // by which the commitment is known again
	score  *int
	blocks []*paragraph.Block // the heading first
}

// memberChapter is the chapter of a member.
type memberChapter struct {
	code, name string
	from, to   int // its blocks, the heading first
	parts      []memberPart
}

// byCountry reads a report that has a chapter for each member with the
// commitments as sections, and gives its commitments with the members' sections
// put together. The evidence: members' names as headings without a score, each
// once, under which the same headings recur whose sections end with a score or
// carry one. Nothing is given where there is less of it.
func (r *Reader) byCountry() []*Chapter {
	members := r.memberChapters()
	if len(members) < minCountryMembers {
		return nil
	}
	in := map[string]int{} // members that have the commitment
	for i := range members {
		r.splitMember(&members[i])
		seen := map[string]bool{}
		for _, p := range members[i].parts {
			if !seen[p.key] {
				in[p.key]++
			}
			seen[p.key] = true
		}
	}
	var chapters []*Chapter
	byKey := map[string]*Chapter{}
	full, scored, parts := 0, 0, 0
	for _, m := range members {
		recurring := 0
		for _, p := range m.parts {
			if in[p.key] < minCountryMembers {
				continue
			}
			recurring++
			parts++
			if p.score != nil || r.partAwards(p) {
				scored++
			}
			c := byKey[p.key]
			if c == nil {
				c = &Chapter{headings: p.blocks[:1]}
				byKey[p.key] = c
				chapters = append(chapters, c)
			}
			c.byMember = append(c.byMember, &verdictBlocks{code: m.code, name: m.name, score: p.score, heading: p.blocks[0], blocks: p.blocks[1:]})
		}
		if recurring >= minCountryCommitments {
			full++
		}
	}
	if full < minCountryMembers || 5*full < 4*len(members) || 5*scored < 4*parts {
		return nil
	}
	// What stands in a member's chapter and in no section, and what is
	// before and behind the chapters, is front matter.
	placed := map[*paragraph.Block]bool{}
	for _, c := range chapters {
		for _, v := range c.byMember {
			placed[v.heading] = true
			for _, b := range v.blocks {
				placed[b] = true
			}
		}
	}
	r.Front = nil
	for _, b := range r.Blocks {
		if !placed[b] {
			r.Front = append(r.Front, b)
		}
	}
	r.Warn("arranged-by-member", "the report has a chapter for each member; the commitments are put together from their sections", r.Content(r.Blocks[members[0].from]).At)
	return chapters
}

// memberChapters finds the chapters of members: headings of members' names
// without a score, no member twice, no table of scores among them.
func (r *Reader) memberChapters() []memberChapter {
	var out []memberChapter
	seen := map[string]bool{}
	size := 0.0
	for i, b := range r.Blocks {
		if b.Table != nil {
			if len(out) > 0 && out[len(out)-1].to == 0 && r.IsAssessment(b.Table) {
				return nil
			}
			continue
		}
		code, name, score, ok := r.MemberHeading(b)
		if ok && r.HeadingLike(b) && score == nil && !strings.Contains(r.Content(b).Text, ":") {
			if seen[code] {
				return nil
			}
			seen[code] = true
			if n := len(out); n > 0 && out[n-1].to == 0 {
				out[n-1].to = i
			}
			size = b.Size
			out = append(out, memberChapter{code: code, name: name, from: i})
			continue
		}
		// A heading as large that names no member ends the last chapter.
		if n := len(out); n > 0 && out[n-1].to == 0 && r.HeadingLike(b) && b.Size > 1.03*r.Blocks[out[n-1].from+1].Size && b.Size >= 0.98*size {
			out[n-1].to = i
		}
	}
	if n := len(out); n > 0 && out[n-1].to == 0 {
		out[n-1].to = len(r.Blocks)
	}
	return out
}

// splitMember cuts a member's chapter at the headings of its commitments.
func (r *Reader) splitMember(m *memberChapter) {
	for _, b := range r.Blocks[m.from+1 : m.to] {
		if b.Table == nil && r.HeadingLike(b) {
			if _, section := r.SectionKind(b); !section {
				label, score := r.trailingScore(r.Content(b).Text)
				m.parts = append(m.parts, memberPart{key: vocabulary.Fold(label), score: score, blocks: []*paragraph.Block{b}})
				continue
			}
		}
		if n := len(m.parts); n > 0 {
			m.parts[n-1].blocks = append(m.parts[n-1].blocks, b)
		}
	}
}

// trailingScore takes the score off the end of a commitment's heading: "Trade:
// +1", "Trade (+1)".
func (r *Reader) trailingScore(s string) (label string, score *int) {
	i := strings.LastIndexAny(s, " (")
	if i <= 0 {
		return s, nil
	}
	v, ok, na := scoretext.ParseScore(r.Vocab, strings.Trim(s[i:], " ()[]"))
	if !ok && (!na || !sheet.HasLetter(s[i:])) || ok && !script.BeginsSigned(strings.Trim(s[i:], " ()[]")) && v != 0 {
		return s, nil
	}
	label = strings.TrimRight(s[:i], " (:–—-")
	if !ok {
		return label, nil
	}
	return label, &v
}

// partAwards reports whether a section ends with a sentence that gives a score.
func (r *Reader) partAwards(p memberPart) bool {
	for k := len(p.blocks) - 1; k > 0 && k >= len(p.blocks)-3; k-- {
		if p.blocks[k].Table != nil {
			continue
		}
		if _, score, ok := scoretext.ConcludingScore(r.Vocab, r.Content(p.blocks[k]).Text); ok && score != nil {
			return true
		}
	}
	return false
}

// readByMember reads a commitment whose sections stand in the chapters of the
// members.
func (r *Reader) readByMember(c *Chapter) {
	heading := c.headings[0]
	label, _ := r.trailingScore(r.Content(heading).Text)
	if n, rest, ok := sheet.LeadingFigure(label); ok && n > 0 {
		c.Number, c.printed, label = n, true, rest
	} else if name, rest, ok := strings.Cut(label, ":"); ok {
		if l, named := r.promiseName(name); named && l.number > 0 {
			c.Number, c.printed, label = l.number, true, strings.TrimSpace(rest)
			c.claimSerial(l.serial, r.Content(heading).At)
		}
	} else if l, named := r.promiseName(label); named && l.number > 0 {
		c.Number, c.printed, label = l.number, true, ""
	}
	label, serial := scoring.TakeSerial(label)
	c.claimSerial(serial, r.Content(heading).At)
	area, title, _ := strings.Cut(label, ": ")
	c.Rep.IssueArea, c.Rep.Title = strings.TrimSpace(area), strings.TrimSpace(title)
	for _, v := range c.byMember {
		c.span(v.heading)
		v.heading.Used = true
		kept := v.blocks[:0:0]
		for _, b := range v.blocks {
			c.span(b)
			b.Used = true
			if b.Table != nil {
				r.KeepTable(b.Table, "", false)
				continue
			}
			text := r.Content(b)
			if kind, role, name, ok := r.RoleLine(text.Text); ok {
				r.addPerson(c, v, kind, role, name, text.At)
				continue
			}
			kept = append(kept, b)
		}
		v.blocks = kept
		c.Rep.Verdicts = append(c.Rep.Verdicts, r.readVerdict(v, c))
	}
	if len(c.Rep.Verdicts) > 0 {
		c.Rep.At = append(model.At{}, c.Rep.Verdicts[0].Heading.At...)
	}
}

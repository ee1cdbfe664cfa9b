package parse

import (
	"sort"
	"strings"

	"recount/model"
)

// coverPages bounds where a cover is looked for.
const coverPages = 3

// coverLines is the most lines that a cover has; a page of text has more.
const coverLines = 40

// readCover reads what the report says of itself: from the cover where there
// is one, otherwise from the running heads and the document's own title.
func (r *reading) readCover() {
	info := &r.rep.Report
	cover := r.findCover()
	var title []string
	preparedBy := false
	for _, b := range cover {
		t := r.content(b)
		b.used = true
		info.At = info.At.Join(t.At)
		if p, ok := parsePeriod(r.vocab, t.Text); ok {
			p.At = t.At
			if info.Period == nil {
				info.Period = &p
			}
			info.Periods = append(info.Periods, p)
			preparedBy = false
			continue
		}
		if ds := findDates(r.vocab, t.Text); len(ds) == 1 && mostly(ds[0], t.Text) {
			if info.Published == "" {
				info.Published = ds[0].EDTF
			}
			preparedBy = false
			continue
		}
		if r.vocab.Revised(t.Text) && info.Revised == "" {
			info.Revised = t.Text
		}
		if names, ok := r.preparedBy(t.Text); ok {
			preparedBy = true
			info.PreparedBy = append(info.PreparedBy, names...)
			continue
		}
		if r.isTitle(t.Text) && !preparedBy && info.Period == nil {
			title = append(title, t.Text)
			continue
		}
		if preparedBy && !strings.ContainsAny(t.Text, "@•|") {
			info.PreparedBy = append(info.PreparedBy, splitNames(t.Text)...)
			continue
		}
		preparedBy = false
		if len(title) == 0 && len(t.Text) < 60 && r.nameOnly(t.Text) {
			title = append(title, t.Text)
			continue
		}
		r.rep.Sections = append(r.rep.Sections, model.Section{Paragraphs: []model.Text{t}, At: t.At})
	}
	info.Title = strings.Join(title, " ")
	r.readTitle(info.Title)
	for _, b := range cover {
		// A stage below the period: "Final Report".
		if s := r.content(b).Text; info.Stage == "" && len(b.lines) == 1 && r.isTitle(s) {
			info.Stage, _ = r.vocab.Stage(s)
		}
	}
	heads := append([]model.RunningHead{}, r.rep.RunningHeads...)
	sort.SliceStable(heads, func(i, j int) bool { return len(heads[i].Pages) > len(heads[j].Pages) })
	for _, h := range heads {
		text := r.printedHead(h)
		if !r.isTitle(text) {
			continue
		}
		if info.Title == "" {
			info.Title = text
		}
		r.readTitle(text)
	}
	for _, h := range heads {
		// "Version of 15 November 2014" in the foot, where the cover is
		// missing.
		if info.Published != "" || len(cover) > 0 {
			break
		}
		if ds := findDates(r.vocab, r.printedHead(h)); len(ds) == 1 {
			info.Published = ds[0].EDTF
		}
	}
	if info.Summit.Year == 0 && info.Period != nil && len(info.Period.From) >= 4 {
		// The period begins with the summit.
		info.Summit.Year = yearWord(info.Period.From[:4])
	}
	if info.Summit.Name == "" || info.Forum == "" {
		for _, b := range r.front {
			if b.table == nil && r.isTitle(r.content(b).Text) && len(b.lines) <= 3 {
				r.readTitle(r.content(b).Text)
			}
		}
	}
}

// findCover gives the blocks of the page, among the first, that looks like a
// cover: few lines, and a title among them.
func (r *reading) findCover() []*block {
	for page := 1; page <= coverPages; page++ {
		var bs []*block
		lines := 0
		title, table := false, false
		for _, b := range r.front {
			if b.page.Number != page {
				continue
			}
			bs = append(bs, b)
			lines += len(b.lines)
			table = table || b.table != nil
			if b.table == nil && len(b.lines) <= 4 && r.isTitle(r.content(b).Text) {
				title = true
			}
		}
		if title && !table && lines <= coverLines {
			return bs
		}
	}
	return nil
}

// isTitle reports whether a text is, or is part of, a report's title.
func (r *reading) isTitle(s string) bool {
	if len(s) > 160 || endsSentence(s) {
		return false
	}
	low := strings.ToLower(s)
	return strings.Contains(low, "compliance") || strings.Contains(low, "report") && hasStage(r, s) || strings.Contains(low, "summit") && hasForum(r, s)
}

func hasStage(r *reading, s string) bool { _, ok := r.vocab.Stage(s); return ok }
func hasForum(r *reading, s string) bool { _, ok := r.vocab.Forum(s); return ok }

// nameOnly reports whether a line of the cover can be part of the title
// because it names a forum or a stage.
func (r *reading) nameOnly(s string) bool { return hasStage(r, s) || hasForum(r, s) }

// readTitle fills what is still missing from a title: year, forum, stage and
// what is left, the summit's name.
func (r *reading) readTitle(s string) {
	if s == "" {
		return
	}
	info := &r.rep.Report
	if info.Forum == "" {
		info.Forum, _ = r.vocab.Forum(s)
	}
	if info.Stage == "" {
		info.Stage, _ = r.vocab.Stage(s)
	}
	if info.Revised == "" && r.vocab.Revised(s) {
		info.Revised = s
	}
	var name []string
	for _, w := range strings.Fields(s) {
		bare := strings.Trim(w, ",.:;()[]“”\"–—")
		low := strings.ToLower(bare)
		if y := yearWord(bare); y > 0 {
			if info.Summit.Year == 0 {
				info.Summit.Year = y
			}
			if len(name) > 0 {
				break
			}
			continue
		}
		if low == "summit" || low == "compliance" || titleWord[low] || hasStage(r, bare) || r.vocab.Revised(bare) {
			if len(name) > 0 {
				break
			}
			continue
		}
		if forum, ok := r.vocab.Forum(bare); ok && forum != "" {
			if len(name) > 0 {
				break
			}
			continue
		}
		name = append(name, strings.Trim(w, ",:;()[]"))
	}
	if info.Summit.Name == "" && len(name) > 0 && len(name) <= 5 {
		info.Summit.Name = strings.Join(name, " ")
	}
}

// titleWord are the words of a title that are not the summit's name.
var titleWord = map[string]bool{
	"report": true, "results": true, "assessment": true, "study": true, "the": true, "leaders": true, "leaders’": true,
	"leaders'": true, "scores": true, "on": true, "of": true, "": true, "research": true, "group": true, "&": true,
}

func yearWord(s string) int {
	if len(s) != 4 || s < "1975" || s > "2099" {
		return 0
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// printedHead is a running head as one page prints it: with its figures.
func (r *reading) printedHead(h model.RunningHead) string {
	for i := range r.doc.Pages {
		p := &r.doc.Pages[i]
		if p.Number != h.Pages[0] {
			continue
		}
		for j := range p.Lines {
			if s := p.Lines[j].Text(); headKey(s) == h.Text {
				return s
			}
		}
	}
	return h.Text
}

// preparedBy reads "Prepared by …"; the names may follow on the next lines.
func (r *reading) preparedBy(s string) ([]string, bool) {
	low := strings.ToLower(s)
	for _, p := range []string{"prepared by", "compiled by", "written by", "edited by"} {
		if strings.HasPrefix(low, p) {
			return splitNames(strings.TrimLeft(s[len(p):], ": ")), true
		}
	}
	return nil, false
}

// splitNames cuts a list of names at commas and 'and'.
func splitNames(s string) []string {
	s = strings.ReplaceAll(s, " and ", ", ")
	s = strings.TrimPrefix(s, "and ")
	var out []string
	for _, n := range strings.Split(s, ",") {
		n = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(n), "the "))
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// mostly reports whether a date makes up most of a text, so that the text is
// a date and not a sentence with one.
func mostly(d dateMention, s string) bool {
	return (d.End-d.Start)*10 >= len([]rune(s))*6
}

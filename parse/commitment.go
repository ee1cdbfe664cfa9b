package parse

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// readChapters reads the chapters, each for itself, and puts what they give
// together in the order in which they stand.
func (r *reading) readChapters() error {
	found := make([]*model.Report, len(r.chapters))
	r.signed = r.signsInBrackets()
	parallel.Each(r.jobs, len(r.chapters), func(i int) {
		if r.stopped() {
			return
		}
		own := *r
		own.rep = &model.Report{Report: r.rep.Report}
		own.readChapter(i, r.chapters[i])
		found[i] = own.rep
	})
	if r.stopped() {
		return nil // some chapters are not read
	}
	for i, c := range r.chapters {
		rep := found[i]
		r.rep.Commitments = append(r.rep.Commitments, *c.rep)
		r.rep.Sections = append(r.rep.Sections, rep.Sections...)
		r.rep.Matrices = append(r.rep.Matrices, rep.Matrices...)
		r.rep.Tables = append(r.rep.Tables, rep.Tables...)
		r.rep.Warnings = append(r.rep.Warnings, rep.Warnings...)
	}
	return r.judgeReport()
}

// readChapter reads one chapter, the i-th. Other chapters may be read at the
// same time: of the reading it changes promiseBlocks and what rep holds of
// sections, matrices, tables and warnings, nothing else.
func (r *reading) readChapter(i int, c *chapter) {
	c.rep = &model.Commitment{}
	if c.byMember != nil {
		r.readByMember(c)
		if !c.printed {
			c.number = i + 1
		}
		c.rep.Number = c.number
		return
	}
	r.readHeading(i, c)
	if !c.printed {
		c.number = i + 1
	}
	c.rep.Number = c.number
	r.readParts(c)
}

// readParts walks a chapter's blocks: section headings switch the part that
// is read, member headings open verdicts, tables are read by what is in them.
func (r *reading) readParts(c *chapter) {
	mode := vocabulary.HeadingCommitment
	var promise []model.Text
	var verdict *verdictBlocks
	var verdicts []*verdictBlocks
	var other *model.Section
	var back *model.Section
	headSize := 0.0 // of the known section headings
	listed := 0     // blocks of a list of scores that are still to come
	for i, b := range c.blocks {
		c.span(b)
		if listed == 0 && mode == vocabulary.HeadingAssessment && c.rep.Assessment == nil {
			c.rep.Assessment, listed = r.scoreList(c.blocks[i:])
		}
		if listed > 0 {
			listed--
			b.used = true
			continue
		}
		if b.table != nil {
			r.readChapterTable(c, b, mode)
			continue
		}
		text := r.content(b)
		kind, isSection := r.sectionKind(b)
		if isSection && verdict != nil && !r.endsVerdicts(kind, b, headSize) {
			isSection = false
		}
		if isSection {
			b.used = true
			verdict, other = nil, nil
			back = nil
			headSize = max(headSize, b.size)
			mode = kind
			c.rep.Headings = append(c.rep.Headings, model.Heading{Kind: kind, Text: text.Text, At: text.At})
			if !chapterKinds[kind] {
				s := model.Section{Heading: text.Text, At: text.At, Paragraphs: []model.Text{}}
				c.rep.Other = append(c.rep.Other, s)
				other = &c.rep.Other[len(c.rep.Other)-1]
			}
			continue
		}
		if code, name, score, ok := r.memberHeading(b); ok && (mode != vocabulary.HeadingCommitment || c.rep.Assessment != nil || c.headless || c.partless) {
			b.used = true
			verdict = &verdictBlocks{code: code, name: name, score: score, heading: b}
			verdicts = append(verdicts, verdict)
			back = nil
			continue
		}
		if kind, label, name, ok := r.roleLine(text.Text); ok {
			r.addPerson(c, verdict, kind, label, name, text.At)
			b.used = true
			continue
		}
		if verdict != nil {
			if back == nil && verdict.finished(r) && r.headingLike(b) {
				r.rep.Sections = append(r.rep.Sections, model.Section{Heading: text.Text, At: text.At})
				back = &r.rep.Sections[len(r.rep.Sections)-1]
				b.used = true
				continue
			}
			if back != nil {
				back.Paragraphs = append(back.Paragraphs, text)
				back.At = back.At.Join(text.At)
				b.used = true
				continue
			}
			verdict.blocks = append(verdict.blocks, b)
			b.used = true
			continue
		}
		if r.headingLike(b) && headSize > 0 && b.size >= headSize*0.97 && b.bold && mode != vocabulary.HeadingCommitment {
			c.rep.Other = append(c.rep.Other, model.Section{Heading: text.Text, At: text.At})
			other = &c.rep.Other[len(c.rep.Other)-1]
			mode = ""
			b.used = true
			continue
		}
		b.used = true
		if (mode == vocabulary.HeadingGuidelines || mode == vocabulary.HeadingScoring) && r.awardsScore(text.Text) {
			// A member's section whose heading was not recognised has begun.
			r.warn("section-without-heading", "a sentence awards a score, but no member's section was recognised: "+clip(text.Text, 80), text.At)
			mode = ""
		}
		if (mode == vocabulary.HeadingGuidelines || mode == vocabulary.HeadingBackground) && r.opensTerms(c.blocks, i) {
			mode = vocabulary.HeadingDefinitions
		}
		switch mode {
		case vocabulary.HeadingCommitment:
			promise = append(promise, text)
			r.promiseBlocks = append(r.promiseBlocks, c.blocks[i])
		case vocabulary.HeadingAssessment, vocabulary.HeadingBackground:
			c.rep.Background = append(c.rep.Background, text)
		case vocabulary.HeadingFeatures:
			c.rep.Features = append(c.rep.Features, text)
		case vocabulary.HeadingDefinitions:
			for _, part := range r.termParts(b) {
				c.rep.Definitions = r.addDefinition(c.rep.Definitions, r.content(part), part)
			}
		case vocabulary.HeadingGuidelines:
			c.rep.Guidelines = r.addLevel(c.rep.Guidelines, text)
		case vocabulary.HeadingScoring:
			c.rep.Rubric = r.addLevel(c.rep.Rubric, text)
		default:
			if other == nil {
				c.rep.Other = append(c.rep.Other, model.Section{At: text.At})
				other = &c.rep.Other[len(c.rep.Other)-1]
			}
			other.Paragraphs = append(other.Paragraphs, text)
			other.At = other.At.Join(text.At)
		}
	}
	c.takeUnlevelled()
	r.readPromise(c, promise)
	c.takeClosingPeople(verdicts)
	for _, v := range verdicts {
		c.rep.Verdicts = append(c.rep.Verdicts, r.readVerdict(v, c))
	}
	c.ledBy()
	r.checkChapter(c)
}

// minSectionsSigned is how many sections a chapter must have before people who
// are named behind the last of them alone are the chapter's.
const minSectionsSigned = 3

// takeClosingPeople gives those who are named at the end of a chapter, and in
// none of its sections but the last, to the chapter.
func (c *chapter) takeClosingPeople(verdicts []*verdictBlocks) {
	n := len(verdicts)
	if n < minSectionsSigned {
		return
	}
	for _, v := range verdicts[:n-1] {
		if len(v.people) > 0 {
			return
		}
	}
	c.rep.People = append(c.rep.People, verdicts[n-1].people...)
	verdicts[n-1].people = nil
}

// takeUnlevelled moves what stands in the scoring table without a level, such
// as the heads of its columns, to the other sections: the scoring table is
// levels and nothing else.
func (c *chapter) takeUnlevelled() {
	var levels []model.Level
	var rest model.Section
	for _, l := range c.rep.Rubric {
		if l.Score != nil {
			levels = append(levels, l)
			continue
		}
		rest.Paragraphs = append(rest.Paragraphs, levelText(l))
		rest.At = rest.At.Join(l.At)
	}
	if len(levels) == 0 || len(rest.Paragraphs) == 0 {
		return // without any level the text stays where it was found
	}
	for _, h := range c.rep.Headings {
		if h.Kind == vocabulary.HeadingScoring {
			rest.Heading = h.Text
		}
	}
	c.rep.Rubric = levels
	c.rep.Other = append(c.rep.Other, rest)
}

// awardsScore reports whether a paragraph is the conclusion of a member's
// section, and so no level of a rubric.
func (r *reading) awardsScore(s string) bool {
	if len(s) > 400 {
		return false
	}
	name, score, ok := notation.ConcludingScore(r.vocab, s)
	if !ok || score == nil {
		return false
	}
	_, known := r.vocab.Member(name)
	return known
}

// endsVerdicts reports whether a section heading inside a member's section
// really ends it: it is set as a heading.
func (r *reading) endsVerdicts(kind string, b *block, headSize float64) bool {
	return r.headingLike(b) && (headSize == 0 || b.size >= headSize*0.97 || !chapterKinds[kind])
}

// span widens the chapter's page range by a block.
func (c *chapter) span(b *block) {
	first, last := b.page.Number, b.page.Number
	if n := len(b.lines); n > 0 {
		last = b.lines[n-1].Page
	}
	if c.pages[0] == 0 {
		c.pages[0] = first
	}
	c.pages[1] = max(c.pages[1], last)
}

func (r *reading) readChapterTable(c *chapter, b *block, mode string) {
	b.used = true
	t := b.table
	if c.rep.Assessment == nil {
		if scores := r.assessmentTable(t); scores != nil {
			c.rep.Assessment = r.readAssessment(scores)
			return
		}
		if scores := r.levelMembers(t); scores != nil {
			c.rep.Assessment = scores
			return
		}
	}
	switch {
	case r.isRubric(t):
		levels := r.readRubric(t)
		if mode == vocabulary.HeadingGuidelines && len(c.rep.Guidelines) == 0 {
			c.rep.Guidelines = levels
		} else {
			c.rep.Rubric = append(c.rep.Rubric, levels...)
		}
	case r.isMatrix(t):
		r.rep.Matrices = append(r.rep.Matrices, r.readMatrix(t, ""))
	default:
		r.keepTable(t, "", false)
	}
}

// checkChapter says what a chapter lacks, so that a section that was lost
// does not go unnoticed.
func (r *reading) checkChapter(c *chapter) {
	at := c.rep.At
	if len(at) == 0 && c.pages[0] > 0 {
		at = model.At{{Page: c.pages[0]}}
	}
	if len(c.headings) == 0 {
		r.warn("chapter-without-heading", "a chapter begins without a heading that was recognised", at)
	}
	if c.rep.Assessment == nil {
		r.warn("chapter-without-table", "no table of scores was found in the chapter "+chapterName(c.rep), at)
	} else if c.rep.Assessment.Average == nil {
		r.warn("table-without-average", "no average was found in the table of scores of the chapter "+chapterName(c.rep), c.rep.Assessment.At)
	}
	if len(c.rep.Verdicts) == 0 {
		r.warn("chapter-without-verdicts", "no member's section was found in the chapter "+chapterName(c.rep), at)
	}
}

func chapterName(c *model.Commitment) string {
	if c.Heading != nil {
		return "'" + clip(c.Heading.Text, 60) + "'"
	}
	return "whose heading was not found"
}

// The kinds of roles that have a field of their own in the model.
const (
	roleDirector = "compliance_director"
	roleLead     = "lead_analyst"
	roleTeam     = "team_leader" // the lead analyst where no other is named
)

func (r *reading) addPerson(c *chapter, v *verdictBlocks, kind, label, name string, at model.At) {
	name, next := r.untilRole(name)
	if next != "" {
		// "Compliance Director: … Lead Analyst: …" on one line.
		defer func() {
			if kind, label, name, ok := r.roleLine(next); ok {
				r.addPerson(c, v, kind, label, name, at)
			}
		}()
	}
	p := model.Person{Role: label, Name: name, At: at}
	if v != nil {
		v.people = append(v.people, p)
		return
	}
	c.rep.People = append(c.rep.People, p)
	switch kind {
	case roleDirector:
		if c.rep.Director == "" {
			c.rep.Director = name
		}
	case roleLead:
		if c.rep.LeadAnalyst == "" {
			c.rep.LeadAnalyst = name
		}
	case roleTeam:
		c.leaders = append(c.leaders, name)
	}
}

// maxRoleWords bounds the words of a role.
const maxRoleWords = 4

// untilRole cuts names before the next role among them; next is empty where
// there is none.
func (r *reading) untilRole(s string) (name, next string) {
	colon := strings.IndexByte(s, ':')
	if colon < 0 {
		return s, ""
	}
	words := strings.Fields(s[:colon])
	for n := min(maxRoleWords, len(words)-1); n > 0; n-- {
		label := strings.Join(words[len(words)-n:], " ")
		if _, ok := r.vocab.Role(label); ok {
			return strings.TrimRight(strings.Join(words[:len(words)-n], " "), ",;|– "), label + s[colon:]
		}
	}
	return s, ""
}

// readPromise tells the promise's words from the line that names its source:
// the source stands behind the words, at the right margin, in italics, with a
// dash before it, or as a title behind a closed quotation.
func (r *reading) readPromise(c *chapter, texts []model.Text) {
	blocks := r.promiseBlocks
	r.promiseBlocks = nil
	texts, labels := r.takePromiseLabels(c, texts)
	blocks = blocks[len(blocks)-len(texts):]
	c.labelPromise(labels)
	n := len(texts)
	if n > 1 {
		b := blocks[n-1]
		s, serial := leadingSerial(texts[n-1].Text)
		if len(b.lines) <= 3 && (b.align == alignRight || b.italic && !blocks[0].italic || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || standsBehindQuote(texts)) {
			c.claimSerial(serial, texts[n-1].At)
			c.rep.SourceDocument = strings.TrimSpace(strings.TrimLeft(s, "—–- "))
			c.rep.Footnotes = append(c.rep.Footnotes, texts[n-1].Footnotes...)
			c.rep.At = c.rep.At.Join(texts[n-1].At)
			texts = texts[:n-1]
		}
	}
	var all model.Text
	for _, t := range texts {
		all = appendText(all, t, "\n")
	}
	all, label := r.takeReferenceBehind(all)
	c.labelPromise(label)
	if c.rep.SourceDocument == "" {
		all = r.sourceBehindQuote(c, all)
	}
	text, serial := takeSerial(all.Text)
	if serial != "" && (len(c.serials) == 0 || c.ownSerial(serial) || strings.HasSuffix(text, "”")) {
		c.claimSerial(serial, all.At)
	} else {
		text = all.Text
	}
	c.rep.Text = unquote(text)
	// The markers' offsets count in the text without its quotation mark.
	shift := utf8.RuneCountInString(text[:strings.Index(text, c.rep.Text)])
	length := utf8.RuneCountInString(c.rep.Text)
	refs := make([]model.Ref, 0, len(all.Footnotes)+len(c.rep.Footnotes))
	for _, f := range all.Footnotes {
		f.Offset = min(max(f.Offset-shift, 0), length)
		refs = append(refs, f)
	}
	c.rep.Footnotes = append(refs, c.rep.Footnotes...)
	c.rep.At = c.rep.At.Join(all.At)
}

// maxSource is the longest source that may stand behind a quotation, in bytes.
const maxSource = 160

// standsBehindQuote reports whether the last of several paragraphs is a title
// and no sentence, and all before it one quotation that is closed.
func standsBehindQuote(texts []model.Text) bool {
	last := len(texts) - 1
	source, _ := leadingSerial(texts[last].Text)
	if len(source) < 8 || len(source) > maxSource || !beginsAnew(source) || endsSentence(source) || strings.ContainsAny(string([]rune(source)[:1]), "“\"«") {
		return false
	}
	first, end := texts[0].Text, strings.TrimRight(texts[last-1].Text, " .")
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if strings.HasPrefix(first, q[0]) && strings.HasSuffix(end, q[1]) {
			return true
		}
	}
	return false
}

// sourceBehindQuote takes the source that stands in one paragraph with the
// promise, behind the closing quotation mark.
func (r *reading) sourceBehindQuote(c *chapter, all model.Text) model.Text {
	for _, q := range [][2]string{{"“", "”"}, {"«", "»"}} {
		if !strings.HasPrefix(all.Text, q[0]) || strings.Contains(all.Text, "\n") {
			continue
		}
		i := strings.LastIndex(all.Text, q[1])
		if i < 0 {
			continue
		}
		end := i + len(q[1])
		serialEnd := r.serialBehind(c, all, end)
		source := strings.Trim(all.Text[serialEnd:], " —–-()[]")
		if _, serial := takeSerial(all.Text[serialEnd:]); serial != "" || len(source) < 8 || len(source) > maxSource || !beginsAnew(source) || endsSentence(source) {
			return all
		}
		cut := utf8.RuneCountInString(all.Text[:end])
		c.rep.SourceDocument = source
		c.rep.Footnotes = append(c.rep.Footnotes, cutText(all, cut+1, -1).Footnotes...)
		return cutText(all, 0, cut)
	}
	return all
}

// serialBehind claims the serial that stands in brackets right behind byte end,
// where more follows it ('…” (2031-5) Declaration of the Harbours'), and gives
// the byte behind it.
func (r *reading) serialBehind(c *chapter, all model.Text, end int) int {
	behind := all.Text[end:]
	open := len(behind) - len(strings.TrimLeft(behind, " "))
	closing := strings.IndexAny(behind, ")]")
	if closing < 0 || open+1 >= closing || behind[open] != '(' && behind[open] != '[' || strings.TrimSpace(behind[closing+1:]) == "" {
		return end
	}
	_, serial := takeSerial(behind[open : closing+1])
	if serial == "" {
		return end
	}
	c.claimSerial(serial, all.At)
	return end + closing + 1
}

// unquote takes off quotation marks that enclose the whole text.
func unquote(s string) string {
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"«", "»"}} {
		if strings.HasPrefix(s, q[0]) && strings.HasSuffix(s, q[1]) && len(s) > len(q[0])+len(q[1]) {
			in := s[len(q[0]) : len(s)-len(q[1])]
			if !strings.Contains(in, q[0]) {
				return strings.TrimSpace(in)
			}
		}
	}
	return s
}

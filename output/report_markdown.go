package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// ReportMarkdown writes a report as Markdown to be read or published: a
// heading per commitment and member, the score tables as tables, and the
// footnotes as footnotes ("[^12]", the form that GitHub, pandoc and Quarto
// read). Running heads are left out; warnings stand at the end.
func ReportMarkdown(w io.Writer, r *model.Report) error {
	m := &markdown{out: bufio.NewWriterSize(w, writtenAtOnce), perChapter: footnotesRestart(r)}
	m.front(r)
	for i := range r.Commitments {
		m.commitment(&r.Commitments[i])
	}
	m.back(r)
	return m.out.Flush()
}

type markdown struct {
	out *bufio.Writer
	// perChapter: numbers repeat, so that a label needs the chapter's too.
	perChapter bool
}

// footnotesRestart says whether one number stands for two notes.
func footnotesRestart(r *model.Report) bool {
	seen := map[int]bool{}
	for _, n := range r.Footnotes {
		if seen[n.Number] {
			return true
		}
		seen[n.Number] = true
	}
	return false
}

func (m *markdown) front(r *model.Report) {
	title := r.Report.Title
	if title == "" {
		title = model.Visible(r.Source.File)
	}
	m.heading(1, title)
	if p := r.Report.Period; p != nil && p.Text != "" {
		m.paragraph(escapeMarkdown(p.Text))
	}
	if len(r.Report.PreparedBy) > 0 {
		m.paragraph("Prepared by " + escapeMarkdown(strings.Join(r.Report.PreparedBy, "; ")))
	}
	for _, s := range r.Sections {
		m.section(2, s, 0)
	}
	if len(r.CommitmentsList) > 0 {
		m.heading(2, "List of commitments")
		m.row("No.", "Id", "Issue area", "Commitment")
		m.out.WriteString("|---:|---|---|---|\n")
		for _, c := range r.CommitmentsList {
			m.row(strconv.Itoa(c.Number), c.ID, c.IssueArea, c.Text)
		}
		m.out.WriteByte('\n')
	}
	for i := range r.Matrices {
		m.matrix(&r.Matrices[i])
	}
	for _, k := range r.Rankings {
		m.heading(2, orElse(k.Title, "Ranking"))
		m.row("Rank", "", "Average", "Percentage")
		m.out.WriteString("|---:|---|---:|---:|\n")
		for _, e := range k.Entries {
			rank := ""
			if e.Rank != 0 {
				rank = strconv.Itoa(e.Rank)
			}
			m.row(rank, e.Label, decimalText(e.Value), percentText(e.Percent))
		}
		m.out.WriteByte('\n')
	}
	for _, t := range r.Tables {
		m.table(t)
	}
}

func (m *markdown) commitment(c *model.Commitment) {
	m.heading(2, chapterTitle(c))
	if c.Text != "" {
		m.out.WriteString("> ")
		m.out.WriteString(strings.ReplaceAll(m.withMarkers(c.Text, c.Footnotes, c.Number), "\n", "\n> "))
		m.out.WriteString("\n\n")
	}
	if c.SourceDocument != "" {
		m.paragraph(escapeMarkdown(c.SourceDocument))
	}
	if a := c.Assessment; a != nil {
		m.heading(3, "Assessment")
		m.row("Member", "Score")
		m.out.WriteString("|---|---:|\n")
		for _, s := range a.Scores {
			m.row(s.Name, scoreText(s.Score, s.Text))
		}
		if a.Average != nil {
			m.row("Average", orElse(a.Average.Text, strings.TrimSpace(decimalText(a.Average.Value)+" "+percentText(a.Average.Percent))))
		}
		m.out.WriteByte('\n')
	}
	m.texts("Background", c.Background, c.Number)
	m.texts("Commitment features", c.Features, c.Number)
	if len(c.Definitions) > 0 {
		m.heading(3, "Definitions and concepts")
		for _, d := range c.Definitions {
			m.paragraph(m.withMarkers(d.Text, d.Footnotes, c.Number))
		}
	}
	m.levels("Interpretive guidelines", c.Guidelines, c.Number)
	m.levels("Scoring guidelines", c.Rubric, c.Number)
	for _, p := range c.People {
		m.paragraph("*" + escapeMarkdown(p.Role) + ": " + escapeMarkdown(p.Name) + "*")
	}
	for _, s := range c.Other {
		m.section(3, s, c.Number)
	}
	for i := range c.Verdicts {
		m.verdict(&c.Verdicts[i], c.Number)
	}
}

func (m *markdown) verdict(v *model.Verdict, chapter int) {
	title := orElse(v.Name, v.Member)
	if v.HeadingScore != nil {
		title += ": " + scoreText(v.HeadingScore, "")
	}
	m.heading(3, title)
	if v.Opening != nil {
		m.paragraph(m.withMarkers(v.Opening.Text, v.Opening.Footnotes, chapter))
	}
	for _, a := range v.Actions {
		m.paragraph(m.withMarkers(a.Text, a.Footnotes, chapter))
	}
	if v.Closing != nil {
		m.paragraph(m.withMarkers(v.Closing.Text, v.Closing.Footnotes, chapter))
	}
	if v.Concluding != nil && (v.Closing == nil || !strings.Contains(v.Closing.Text, v.Concluding.Text)) {
		m.paragraph(m.withMarkers(v.Concluding.Text, v.Concluding.Footnotes, chapter))
	}
	if v.Analyst != "" {
		m.paragraph("*Analyst: " + escapeMarkdown(v.Analyst) + "*")
	}
}

func (m *markdown) back(r *model.Report) {
	if len(r.Footnotes) > 0 {
		m.heading(2, "Footnotes")
	}
	for _, n := range r.Footnotes {
		fmt.Fprintf(m.out, "[^%s]: %s\n\n", m.label(n.Number, n.Commitment), escapeMarkdown(n.Text))
	}
	if len(r.Warnings) > 0 {
		m.heading(2, "What could not be placed")
	}
	for _, w := range r.Warnings {
		place := ""
		if page := w.At.Page(); page > 0 {
			place = fmt.Sprintf("page %d: ", page)
		}
		fmt.Fprintf(m.out, "- %s%s: %s\n", place, escapeMarkdown(w.Kind), escapeMarkdown(w.Text))
	}
}

func (m *markdown) matrix(x *model.Matrix) {
	m.heading(2, orElse(x.Title, "Summary of scores"))
	head := []string{"No.", "Commitment"}
	for i, code := range x.Members {
		name := ""
		if i < len(x.Names) {
			name = x.Names[i]
		}
		head = append(head, orElse(code, name))
	}
	m.row(append(head, "Average")...)
	m.out.WriteString("|---:|---|" + strings.Repeat("---:|", len(x.Members)+1) + "\n")
	for _, r := range x.Rows {
		cells := []string{strconv.Itoa(r.Number), r.Label}
		for i := range x.Members {
			cell := ""
			if i < len(r.Cells) {
				cell = r.Cells[i]
			}
			if i < len(r.Scores) {
				cell = scoreText(r.Scores[i], cell)
			}
			cells = append(cells, cell)
		}
		m.row(append(cells, averageText(r.Average))...)
	}
	if len(x.ColumnAverages) > 0 {
		byMember := map[string]model.ColumnAverage{}
		for _, a := range x.ColumnAverages {
			byMember[a.Member] = a
		}
		values, percents := []string{"", "Average"}, []string{"", "Percentage"}
		for _, code := range x.Members {
			values = append(values, decimalText(byMember[code].Value))
			percents = append(percents, percentText(byMember[code].Percent))
		}
		overallValue, overallPercent := "", ""
		if x.Overall != nil {
			overallValue, overallPercent = decimalText(x.Overall.Value), percentText(x.Overall.Percent)
		}
		m.row(append(values, overallValue)...)
		m.row(append(percents, overallPercent)...)
	}
	m.out.WriteByte('\n')
	for _, n := range x.Notes {
		m.paragraph(m.withMarkers(n.Text, n.Footnotes, 0))
	}
}

func (m *markdown) table(t model.Table) {
	if t.Title != "" {
		m.heading(2, t.Title)
	}
	columns := 0
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	for i, row := range t.Rows {
		cells := make([]string, columns)
		copy(cells, row)
		m.row(cells...)
		if i == 0 {
			m.out.WriteString("|" + strings.Repeat("---|", columns) + "\n")
		}
	}
	m.out.WriteByte('\n')
}

func (m *markdown) section(level int, s model.Section, chapter int) {
	if s.Heading != "" {
		m.heading(level, s.Heading)
	}
	for _, p := range s.Paragraphs {
		m.paragraph(m.withMarkers(p.Text, p.Footnotes, chapter))
	}
}

func (m *markdown) texts(title string, texts []model.Text, chapter int) {
	if len(texts) > 0 {
		m.heading(3, title)
	}
	for _, t := range texts {
		m.paragraph(m.withMarkers(t.Text, t.Footnotes, chapter))
	}
}

func (m *markdown) levels(title string, levels []model.Level, chapter int) {
	if len(levels) == 0 {
		return
	}
	m.heading(3, title)
	for _, l := range levels {
		text := m.withMarkers(l.Text, l.Footnotes, chapter)
		if l.Score == nil {
			m.paragraph(text)
			continue
		}
		m.paragraph("**" + scoreText(l.Score, "") + "** " + text)
	}
}

func (m *markdown) heading(level int, text string) {
	fmt.Fprintf(m.out, "%s %s\n\n", strings.Repeat("#", level), escapeMarkdown(oneLine(text)))
}

func (m *markdown) paragraph(text string) {
	m.out.WriteString(text)
	m.out.WriteString("\n\n")
}

func (m *markdown) row(cells ...string) {
	for _, c := range cells {
		m.out.WriteString("| ")
		m.out.WriteString(escapeMarkdown(oneLine(c)))
		m.out.WriteByte(' ')
	}
	m.out.WriteString("|\n")
}

// withMarkers puts the markers of a text back where they stood.
func (m *markdown) withMarkers(text string, refs []model.Ref, chapter int) string {
	var b strings.Builder
	runes := []rune(text)
	from := 0
	for _, r := range refs {
		to := min(max(r.Offset, from), len(runes))
		b.WriteString(escapeMarkdown(string(runes[from:to])))
		b.WriteString("[^" + m.label(r.Number, chapter) + "]")
		from = to
	}
	b.WriteString(escapeMarkdown(string(runes[from:])))
	return b.String()
}

func (m *markdown) label(number, chapter int) string {
	if m.perChapter && chapter > 0 {
		return strconv.Itoa(chapter) + "-" + strconv.Itoa(number)
	}
	return strconv.Itoa(number)
}

// chapterTitle is a commitment's heading as it is printed, or made of its
// parts.
func chapterTitle(c *model.Commitment) string {
	if c.Heading != nil && c.Heading.Text != "" {
		return c.Heading.Text
	}
	title := strings.TrimSuffix(strconv.Itoa(c.Number)+". "+c.IssueArea+": "+c.Title, ": ")
	return strings.Replace(title, ". : ", ". ", 1)
}

// scoreText writes a score with its sign; what stood in the cell where there
// is no score.
func scoreText(score *int, printed string) string {
	if score == nil {
		return orElse(printed, "n/a")
	}
	if *score > 0 {
		return "+" + strconv.Itoa(*score)
	}
	return strings.Replace(strconv.Itoa(*score), "-", "−", 1)
}

func averageText(a *model.Average) string {
	if a == nil {
		return ""
	}
	return orElse(a.Text, strings.TrimSpace(decimalText(a.Value)+" "+percentText(a.Percent)))
}

func decimalText(d *model.Decimal) string {
	if d == nil {
		return ""
	}
	s := strings.Replace(d.String(), "-", "−", 1)
	if d.Units > 0 {
		s = "+" + s
	}
	return s
}

func percentText(d *model.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String() + "%"
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// markdownSpecial are the characters that Markdown would take as markup
// inside a line. A hyphen, plus or number at a line's start is left alone:
// every line that is written starts with markup of ours or with a letter.
var markdownSpecial = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`,
)

func escapeMarkdown(s string) string { return markdownSpecial.Replace(s) }

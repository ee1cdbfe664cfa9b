package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

const (
	// textWidth is how many characters a line of an audit takes at most.
	textWidth = 92
	// quoteLimit is how many characters of a printed passage are quoted in
	// the text form; JSON and HTML have it whole.
	quoteLimit = 300
)

// AuditText writes an audit for people: for each report its findings by
// commitment, with page, printed words, arithmetic and explanations, then
// what every rule compared.
func AuditText(w io.Writer, a Audit) error {
	out := bufio.NewWriter(w)
	for i, r := range a.Reports {
		if i > 0 {
			fmt.Fprintln(out)
		}
		auditReport(out, r)
	}
	for i, s := range a.StaleWaivers {
		if i == 0 {
			fmt.Fprint(out, "\nWaivers that match no finding (take them out, or correct them)\n")
		}
		wrapped(out, "  ", "  ", s.String())
	}
	// A bufio.Writer keeps its first error, so that it is enough to look here.
	return out.Flush()
}

func auditReport(out *bufio.Writer, r audit.Result) {
	fmt.Fprintf(out, "%s\n%s\n", shownName(r), headline(r))
	for _, g := range groups(r.Findings) {
		fmt.Fprintf(out, "\n%s\n", g.title)
		for _, f := range g.findings {
			finding(out, f)
		}
	}
	for i, line := range notices(r) {
		if i == 0 {
			fmt.Fprint(out, "\nThe file\n")
		}
		wrapped(out, "  ", "    ", line)
	}
	fmt.Fprintln(out)
	rubricText(out, r)
	ruleTable(out, r)
}

// rubricText says in short whether the conclusions reach the levels awarded;
// the words that each answer rests on are in JSON and HTML.
func rubricText(out *bufio.Writer, r audit.Result) {
	const indent = "  "
	for i, g := range rubricReadings(r) {
		if i == 0 {
			fmt.Fprintln(out, "Does each conclusion reach the level awarded? (the words: --format json or html)")
		}
		fmt.Fprintln(out, indent+g.Title)
		for _, answer := range answers {
			if names := g.withAnswer(answer); len(names) > 0 {
				wrapped(out, fmt.Sprintf("    %s, %d: ", answer, len(names)), "      ", strings.Join(names, ", "))
			}
		}
		for _, t := range g.Texts {
			wrapped(out, "    ", "      ", t)
		}
	}
	if len(r.Rubrics)+len(r.Readings) > 0 {
		fmt.Fprintln(out)
	}
}

// shownName is the name of an audited file, with that of the sheet where it has several
// tables.
func shownName(r audit.Result) string {
	name := model.Visible(r.Source.File)
	if r.Source.Sheet != "" {
		name += fmt.Sprintf(" (sheet “%s”)", model.Visible(r.Source.Sheet))
	}
	return name
}

// headline counts findings by severity and says how much was looked at.
func headline(r audit.Result) string {
	n := map[audit.Severity]int{}
	for _, f := range r.Findings {
		n[f.Severity]++
	}
	checked, undecided, waived := 0, 0, 0
	for _, c := range r.Rules {
		checked += c.Checked
		undecided += c.Undecided
		waived += c.Waived
	}
	s := fmt.Sprintf("%s, %s, %s; %s compared by %s, %d undecided",
		count(n[audit.Error], "error"), count(n[audit.Warning], "warning"), count(n[audit.Note], "note"),
		count(checked, "case"), count(len(r.Rules), "rule"), undecided)
	if waived > 0 {
		s += fmt.Sprintf(", %d waived", waived)
	}
	return s
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// group is the findings on one commitment, or on none.
type group struct {
	title    string
	findings []audit.Finding
}

// groups puts findings together by what they are about, in the order of their
// first finding, those on the report as a whole first.
func groups(fs []audit.Finding) []group {
	out := []group{{title: wholeReport}}
	index := map[string]int{out[0].title: 0}
	for _, f := range fs {
		title := groupTitle(f)
		i, ok := index[title]
		if !ok {
			i = len(out)
			index[title] = i
			out = append(out, group{title: title})
		}
		out[i].findings = append(out[i].findings, f)
	}
	if len(out[0].findings) == 0 {
		out = out[1:]
	}
	return out
}

// wholeReport is the title of the findings that are about no commitment.
const wholeReport = "The report as a whole"

func groupTitle(f audit.Finding) string {
	switch {
	case f.Row > 0 && f.CommitmentID != "":
		return fmt.Sprintf("Row %d (%s)", f.Row, f.CommitmentID)
	case f.Row > 0:
		return fmt.Sprintf("Row %d", f.Row)
	case f.Commitment > 0 && f.CommitmentID != "":
		return fmt.Sprintf("Commitment %d (%s)", f.Commitment, f.CommitmentID)
	case f.Commitment > 0:
		return fmt.Sprintf("Commitment %d", f.Commitment)
	case f.CommitmentID != "":
		return "Commitment " + f.CommitmentID
	}
	return wholeReport
}

// finding writes one finding: severity, rule and place on the first line,
// then the message and what it rests on.
func finding(out *bufio.Writer, f audit.Finding) {
	fmt.Fprintf(out, "  %s  %s%s\n", f.Severity, f.Rule, pages(f.At))
	const indent = "      "
	wrapped(out, indent, indent, f.Message)
	part := func(head, text string) {
		if text != "" {
			wrapped(out, indent+head, indent+strings.Repeat(" ", utf8.RuneCountInString(head)), text)
		}
	}
	if f.Quote != "" {
		part("printed  ", "“"+shorten(f.Quote, quoteLimit)+"”")
	}
	part("counted  ", f.Computed)
	for i, e := range f.Explanations {
		head := "perhaps  "
		if i > 0 {
			head = "or       "
		}
		part(head, e)
	}
}

// pages names the pages on which places lie: "  page 3", "  pages 3, 7".
func pages(at model.At) string {
	var names []string
	seen := map[int]bool{}
	for _, p := range at {
		if !seen[p.Page] {
			seen[p.Page] = true
			names = append(names, fmt.Sprint(p.Page))
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "  page " + names[0]
	}
	const most = 6
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return "  pages " + strings.Join(names, ", ")
}

// ruleTable writes what the rules compared, those that found nothing to
// compare on one line at the end.
func ruleTable(out *bufio.Writer, r audit.Result) {
	var idle []string
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "checked\tfailed\tundecided\t  rule\n")
	for _, c := range r.Rules {
		if c.Checked == 0 && c.Failed == 0 && c.Undecided == 0 && c.Waived == 0 {
			idle = append(idle, c.Rule)
			continue
		}
		name := c.Rule
		if c.Waived > 0 {
			name += fmt.Sprintf(" (%d waived)", c.Waived)
		}
		fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", c.Checked, c.Failed, c.Undecided, name)
	}
	// It writes into a bufio.Writer, which keeps its error for Flush.
	_ = table.Flush()
	if len(idle) > 0 {
		wrapped(out, "nothing to compare for: ", "  ", strings.Join(idle, ", "))
	}
	first := true
	for _, c := range r.Rules {
		for _, why := range c.Reasons {
			if first {
				fmt.Fprint(out, "undecided because\n")
				first = false
			}
			head := fmt.Sprintf("  %s, %d: ", c.Rule, why.Count)
			wrapped(out, head, "      ", why.Text)
		}
	}
}

// shorten cuts a text at a word's end to at most limit characters.
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	end := limit
	for end > limit/2 && runes[end] != ' ' {
		end--
	}
	return strings.TrimRight(string(runes[:end]), " ") + " …"
}

// wrapped writes a text after head, broken at spaces to textWidth; further
// lines begin with indent. Line feeds of the text become spaces.
func wrapped(out *bufio.Writer, head, indent, text string) {
	line, used := head, utf8.RuneCountInString(head)
	start := true
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if !start && used+1+n > textWidth {
			fmt.Fprintln(out, line)
			line, used, start = indent, utf8.RuneCountInString(indent), true
		}
		if !start {
			line += " "
			used++
		}
		line += word
		used += n
		start = false
	}
	fmt.Fprintln(out, line)
}

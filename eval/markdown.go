package eval

import (
	"fmt"
	"sort"
	"strings"

	"recount.invalid/recount/fixtures"
)

// worst is how many misses the table shows of each field.
const worst = 3

// ownReports is the heading under which docs/accuracy.md has what is measured
// here. What stands above it is written by hand.
const ownReports = "## Reports by the program's own authors\n"

// Page puts what was measured anew into docs/accuracy.md and keeps what is
// written above it.
func Page(page, measured string) (string, error) {
	above, _, ok := strings.Cut(page, ownReports)
	if !ok {
		return "", fmt.Errorf("the page has no heading %q to write under", strings.TrimSpace(ownReports))
	}
	return above + measured, nil
}

// Markdown writes the part of docs/accuracy.md about our own reports. The
// sweep is of seeds that no test holds anybody to.
func Markdown(r, sweep *Result) string {
	var b strings.Builder
	all := r.Total(func(Case) bool { return true })
	t := all.All()
	b.WriteString(ownReports + "\nWritten by `make eval` from here on; do not edit. Every report here is invented by package `fixtures`, which knows what it printed and was written by the authors of what reads it: recount reads the PDF, and each field is held against that truth. The figures say whether something was lost from one day to the next, and not how reports by others are read. A test fails when a figure falls.\n\n")
	fmt.Fprintf(&b, "%d reports, %d of %d fields right (%s).\n\n", len(r.Cases), t.Right, t.Total, percent(t))

	for _, u := range r.Unread {
		fmt.Fprintf(&b, "- not read: %s\n", cellText(u))
	}
	b.WriteString("### By group of fields\n\n| group | right | of | |\n| --- | ---: | ---: | ---: |\n")
	for _, g := range Groups() {
		t := all.Group(g)
		fmt.Fprintf(&b, "| %s | %d | %d | %s |\n", g, t.Right, t.Total, percent(t))
	}

	b.WriteString("\n### By style, reports written by Go\n\nEach style in four variants: all members; six members with the seed's fonts and sizes; near misses; chapters alone. Three styles also in a report of 25 chapters.\n\n")
	matrix(&b, r, fixtures.Styles(), func(c Case, name string) bool {
		return c.Producer == ProducerGo && c.Style == name && c.Name != sampleName
	})
	b.WriteString("\n### By producer\n\n")
	matrix(&b, r, producersOf(r), func(c Case, name string) bool { return c.Producer == name })

	b.WriteString("\n### Fields that are not all right\n\n")
	fields(&b, all)

	b.WriteString("\n### Other seeds\n\nThe same styles with seeds that neither the baseline nor any test uses, to see what the figures above are worth. `go run ./eval/cmd/eval -sweep 20 -show 5` measures more of them.\n\n")
	for _, u := range sweep.Unread {
		fmt.Fprintf(&b, "- not read: %s\n", cellText(u))
	}
	matrix(&b, sweep, fixtures.Styles(), func(c Case, name string) bool { return c.Style == name })
	b.WriteString("\nWhat differs between them, and what it does:\n\n")
	byFeature(&b, sweep)
	b.WriteString("\nReports with the most fields wrong:\n\n")
	lowest(&b, sweep)
	b.WriteString("\n")
	fields(&b, sweep.Total(func(Case) bool { return true }))
	if n := len(sweep.Audit.Falses); n > 0 {
		fmt.Fprintf(&b, "\nFindings in these reports, all false: %d, of severity error %d.\n\n", n, sweep.Audit.Errors)
		for _, f := range sweep.Audit.Falses[:min(n, 20)] {
			fmt.Fprintf(&b, "- %s\n", cellText(f))
		}
	}

	a := r.Audit
	b.WriteString("\n### The audit\n\nOne defect is planted in each of some reports for every rule. *Other* means that only another rule reported it, from its side; *on truth* is what the audit finds where the reading makes no mistake; *false* counts findings in all reports that no planted defect explains.\n\n")
	b.WriteString("| rule | planted | found | other | missed | false | on truth | checked | undecided |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	var sum RuleScore
	for _, n := range a.Names() {
		x := a.Rules[n]
		fmt.Fprintf(&b, "| `%s` | %d | %d | %d | %d | %d | %d | %d | %d |\n", n, x.Planted, x.Found, x.Other, x.Missed, x.False, x.OnTruth, x.Checked, x.Undecided)
		sum.Planted += x.Planted
		sum.Found += x.Found
		sum.Other += x.Other
		sum.Missed += x.Missed
		sum.False += x.False
		sum.OnTruth += x.OnTruth
		sum.Checked += x.Checked
		sum.Undecided += x.Undecided
	}
	fmt.Fprintf(&b, "| **all** | %d | %d | %d | %d | %d | %d | %d | %d |\n", sum.Planted, sum.Found, sum.Other, sum.Missed, sum.False, sum.OnTruth, sum.Checked, sum.Undecided)
	fmt.Fprintf(&b, "\nFalse findings of severity error: %d.\n", a.Errors)
	b.WriteString("\n### Versions\n\nTwo versions of one report in every style, interim and final or first and revised, with one change of each kind.\n\n| change | made | found | missed | false |\n| --- | ---: | ---: | ---: | ---: |\n")
	for _, n := range r.Diff.Names() {
		c := r.Diff.Kinds[n]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d |\n", n, c.Made, c.Found, c.Missed, c.False)
	}
	list := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n#### %s\n\n", title)
		for i, l := range lines {
			if i == 40 {
				fmt.Fprintf(&b, "- and %d more\n", len(lines)-i)
				break
			}
			fmt.Fprintf(&b, "- %s\n", cellText(l))
		}
	}
	list("Changes not found", r.Diff.Misses)
	list("Changes that were not made", r.Diff.Falses)
	list("Defects not found", a.Misses)
	list("False findings", a.Falses)
	return b.String()
}

// lowest lists the ten reports with the lowest share.
func lowest(b *strings.Builder, r *Result) {
	order := make([]int, len(r.Cases))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		return r.PerCase[order[i]].All().Percent() < r.PerCase[order[j]].All().Percent()
	})
	for _, i := range order[:min(10, len(order))] {
		t := r.PerCase[i].All()
		if t.Right == t.Total {
			break
		}
		var fs []string
		for _, f := range features {
			if f.has(r.Cases[i]) {
				fs = append(fs, f.name)
			}
		}
		o := r.Cases[i].Options
		fmt.Fprintf(b, "- %s: %d of %d; `go run ./fixtures/cmd/fixture -o NAME -style %s -seed %d -commitments %d -members %d -actions %d%s`; %s\n", r.Cases[i].Name, t.Right, t.Total,
			o.Style, o.Seed, o.Commitments, o.Members, o.Actions, flags(o), strings.Join(fs, ", "))
	}
}

// flags are the switches of the command that writes fixtures.
func flags(o fixtures.Options) string {
	s := ""
	if o.NearMisses {
		s += " -near"
	}
	if o.Continuous {
		s += " -continuous"
	}
	if o.ChaptersOnly {
		s += " -chapters-only"
	}
	return s
}

// fields is a table of the fields that are not all right.
func fields(b *strings.Builder, all *Scores) {
	b.WriteString("| field | right | of | | for example |\n| --- | ---: | ---: | ---: | --- |\n")
	for _, n := range all.Names() {
		t := all.Fields[n]
		if t.Right == t.Total {
			continue
		}
		var ex []string
		for _, m := range all.Misses {
			if m.Field == n && len(ex) < worst {
				ex = append(ex, cellText(fmt.Sprintf("%s %s: want %s, got %s", m.Case, m.Where, m.Want, m.Got)))
			}
		}
		fmt.Fprintf(b, "| %s | %d | %d | %s | %s |\n", n, t.Right, t.Total, percent(t), strings.Join(ex, "<br>"))
	}
}

// matrix is a table with a row for each name and a column for each group.
func matrix(b *strings.Builder, r *Result, names []string, keep func(Case, string) bool) {
	b.WriteString("| | reports | warnings |")
	for _, g := range Groups() {
		b.WriteString(" " + g + " |")
	}
	b.WriteString(" all |\n| --- | ---: | ---: |" + strings.Repeat(" ---: |", len(Groups())+1) + "\n")
	for _, n := range names {
		s := r.Total(func(c Case) bool { return keep(c, n) })
		reports, warnings := 0, 0
		for i, c := range r.Cases {
			if keep(c, n) {
				reports++
				warnings += r.Warnings[i]
			}
		}
		fmt.Fprintf(b, "| %s | %d | %d |", n, reports, warnings)
		for _, g := range Groups() {
			b.WriteString(" " + percent(s.Group(g)) + " |")
		}
		b.WriteString(" " + percent(s.All()) + " |\n")
	}
}

func producersOf(r *Result) []string {
	seen := map[string]bool{}
	var out []string
	for _, c := range r.Cases {
		if !seen[c.Producer] {
			seen[c.Producer] = true
			out = append(out, c.Producer)
		}
	}
	sort.Strings(out)
	return out
}

// percent never rounds up to 100.
func percent(t Tally) string {
	if t.Total == 0 {
		return "–"
	}
	if t.Right == t.Total {
		return "100 %"
	}
	p := t.Percent()
	if p > 99.99 {
		p = 99.99
	}
	return fmt.Sprintf("%.2f %%", p)
}

// cellText keeps a text from breaking the table.
func cellText(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "<", "&lt;", "*", "\\*").Replace(s)
}

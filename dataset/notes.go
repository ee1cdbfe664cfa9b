package dataset

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// writeCitation writes how to cite the data set (Citation File Format 1.2.0),
// with the reports that it is made from as references. Who publishes the data
// set is not known here; the file says where to put the name.
func (w *Writer) writeCitation(out io.Writer) error {
	b := bufio.NewWriter(out)
	b.WriteString("cff-version: 1.2.0\nmessage: If you use this data set, please cite it and the reports that it is made from.\n")
	b.WriteString("type: dataset\ntitle: Compliance reports as data\nauthors:\n  - name: PUT YOUR NAME HERE\n")
	if len(w.seen.reports) > 0 {
		b.WriteString("references:\n")
	}
	for _, r := range w.seen.reports {
		fmt.Fprintf(b, "  - type: report\n    title: %s\n", yamlText(orElse(r.title, r.file)))
		b.WriteString("    authors:\n")
		for _, name := range r.preparedBy {
			fmt.Fprintf(b, "      - name: %s\n", yamlText(name))
		}
		if r.published != "" {
			fmt.Fprintf(b, "    date-released: %s\n", r.published)
		}
	}
	return b.Flush()
}

// yamlText quotes a text for YAML: a JSON string is a YAML string.
func yamlText(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""` // a string always has a JSON form
	}
	return string(b)
}

// writeChanges writes what differs from the data set that stood there.
func (w *Writer) writeChanges(out io.Writer) error {
	text := w.options.Changes
	if text == "" {
		text = fmt.Sprintf("This is the first data set in this folder: %d reports, %d commitments.\n",
			len(w.seen.reports), len(w.seen.commitments))
	}
	_, err := io.WriteString(out, "# Changes\n\n"+text)
	return err
}

// writeCautions writes what a user must know before trusting a number: what
// was not read, not placed, not decided, and what the audit found.
func (w *Writer) writeCautions(out io.Writer) error {
	c := w.seen
	b := bufio.NewWriter(out)
	b.WriteString("# Cautions\n\nRead this before you use the numbers.\n\n## Files that were not read\n\n")
	if len(c.refused) == 0 {
		b.WriteString("None.\n")
	}
	for _, f := range c.refused {
		fmt.Fprintf(b, "- %s: %s; %s\n", Code(f.path), f.reason, f.advice)
	}
	if len(c.duplicates) > 0 {
		b.WriteString("\n## The same file under two names\n\nImported once.\n\n")
	}
	for _, d := range c.duplicates {
		fmt.Fprintf(b, "- %s is %s\n", Code(d[0]), Code(d[1]))
	}
	b.WriteString("\n## The version that counts\n\n" + versionRule + "\n" + versionUse + "\n")
	c.writeVersions(b)
	c.writeDoubted(b)
	c.writeUnseen(b)
	b.WriteString("\n## What could not be placed or decided\n\nThe pages are in table `problems`.\n\n")
	writeCounts(b, c.problems)
	b.WriteString("\n## Stated averages against the scores\n\n")
	writeCounts(b, c.verdicts)
	b.WriteString("\n## What the audit found\n\nA finding says that two printed things do not fit together, not who erred.\n\n")
	writeFindings(b, c.findings)
	b.WriteString("\n## Scores that were not found\n\n")
	missing, all := 0, 0
	for _, info := range c.commitments {
		for _, s := range info.scores {
			all++
			if s == nil {
				missing++
			}
		}
	}
	fmt.Fprintf(b, "In %d of %d cells (commitment and member) no score was found: not assessed, or not legible.\n", missing, all)
	noScores := 0
	for _, info := range c.commitments {
		if len(info.scores) == 0 {
			noScores++
		}
	}
	fmt.Fprintf(b, "For %d of %d commitments no cell was found at all.\n", noScores, len(c.commitments))
	return b.Flush()
}

// writeVersions lists the reports of which not everything counts.
func (c *collector) writeVersions(b *bufio.Writer) {
	all, counting := map[*reportInfo]int{}, map[*reportInfo]int{}
	for _, info := range c.commitments {
		all[info.report]++
		if info.counts {
			counting[info.report]++
		}
	}
	everything := true
	for _, r := range c.reports {
		if counting[r] == all[r] {
			continue
		}
		everything = false
		fmt.Fprintf(b, "- %s (%s): %d of %d commitments count\n", Code(r.file), orElse(r.stage, "no stage found"), counting[r], all[r])
	}
	if everything {
		b.WriteString("In this data set every commitment counts.\n")
	}
}

// writeDoubted lists the reports by the share of what was read that is in
// doubt, the largest first: those to be looked at before their numbers are used.
func (c *collector) writeDoubted(b *bufio.Writer) {
	b.WriteString("\n## Which reports to look at first\n\nObjects that may be misread, against the values that were read, and what a report says of itself that was not found so. The objects are in table `problems`.\n\n")
	doubted := slices.Clone(c.reports)
	doubted = slices.DeleteFunc(doubted, func(r *reportInfo) bool { return r.doubted == 0 && r.disagreeing == "" })
	if len(doubted) == 0 {
		b.WriteString("None is in doubt.\n")
	}
	slices.SortStableFunc(doubted, func(x, y *reportInfo) int {
		// x.doubted/x.fields against y.doubted/y.fields, without dividing
		return cmp.Compare(y.doubted*max(x.fields, 1), x.doubted*max(y.fields, 1))
	})
	for _, r := range doubted {
		fmt.Fprintf(b, "- %s: %d in doubt, %d values", Code(r.file), r.doubted, r.fields)
		if r.disagreeing != "" {
			fmt.Fprintf(b, "; not as it says of itself: %s", r.disagreeing)
		}
		b.WriteString("\n")
	}
}

// writeUnseen lists the reports of which not all text is print that is seen; a
// data set without any says nothing of it.
func (c *collector) writeUnseen(b *bufio.Writer) {
	if len(c.unseen) == 0 {
		return
	}
	b.WriteString("\n## Text that is not print\n\nRecognised text, and text that a page does not show. Nothing in these reports is called wrong.\n\n")
	for _, u := range c.unseen {
		file := u.reportID
		if r := c.reportByID[u.reportID]; r != nil {
			file = r.file
		}
		fmt.Fprintf(b, "- `%s`: %s\n", file, u.reason)
	}
}

func writeCounts(b *bufio.Writer, counts map[string]int) {
	if len(counts) == 0 {
		b.WriteString("None.\n")
	}
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(b, "- %s: %d\n", k, counts[k])
	}
}

// severityOrder puts the gravest first.
var severityOrder = map[string]int{"error": 0, "warning": 1, "note": 2}

func writeFindings(b *bufio.Writer, counts map[[2]string]int) {
	if len(counts) == 0 {
		b.WriteString("Nothing.\n")
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(x, y [2]string) int {
		return cmp.Or(cmp.Compare(severityOrder[x[0]], severityOrder[y[0]]), cmp.Compare(x[1], y[1]))
	})
	for _, k := range keys {
		fmt.Fprintf(b, "- %s %s: %d\n", k[0], k[1], counts[k])
	}
}

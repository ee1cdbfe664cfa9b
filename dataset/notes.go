package dataset

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
)

// writeCautions writes what a user must know before trusting a number: what
// was not read, not placed, not decided, and what the audit found.
func (w *Writer) writeCautions(out io.Writer) error {
	c := w.seen
	b := bufio.NewWriter(out)
	b.WriteString("# Cautions\n\nRead this before you use the numbers.\n\n")
	if d := w.options.Description; len(d.Authors) == 0 || d.Licence == "" {
		b.WriteString("Who made this data set, or under which licence, is not said: `recount.yaml` is the place.\n\n")
	}
	b.WriteString("## Files that were not read\n\n")
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
	b.WriteString("\n## What could not be placed\n\nThe pages are in table `problems`.\n\n")
	writeCounts(b, c.problems)
	b.WriteString("\n## Stated averages against the scores\n\n")
	writeCounts(b, c.verdicts)
	b.WriteString("\n## What the audit found\n\nA finding says that two printed things do not fit together, not who erred. Undecided\ncases are counted by rule; table `findings` has the reasons.\n\n")
	writeFindings(b, c.findings)
	if n := c.waived; n > 0 {
		fmt.Fprintf(b, "\nThe makers of the data set accept %d of these findings; column `waived` says why.\n", n)
	}
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
var severityOrder = map[string]int{"error": 0, "warning": 1, "note": 2, severityUndecided: 3}

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

package dataset

import (
	"bufio"
	"cmp"
	"errors"
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
	if c.refused.n == 0 {
		b.WriteString("None.\n")
	}
	if err := c.refused.each(func(f [3]string) error {
		_, err := fmt.Fprintf(b, "- %s: %s; %s\n", Code(f[0]), f[1], f[2])
		return err
	}); err != nil {
		return err
	}
	if c.duplicates.n > 0 {
		b.WriteString("\n## The same file under two names\n\nImported once.\n\n")
	}
	if err := c.duplicates.each(func(d [3]string) error {
		_, err := fmt.Fprintf(b, "- %s is %s\n", Code(d[0]), Code(d[1]))
		return err
	}); err != nil {
		return err
	}
	b.WriteString("\n## The version that counts\n\n" + versionRule + "\n" + versionUse + "\n")
	if err := errors.Join(c.writeVersions(b), c.writeDoubted(b), c.writeUnseen(b)); err != nil {
		return err
	}
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
	missing, all, noScores := 0, 0, 0
	if err := c.eachCommitment(func(info *commitmentInfo) error {
		for _, cell := range info.cells {
			all++
			if !cell.score.Set {
				missing++
			}
		}
		if len(info.cells) == 0 {
			noScores++
		}
		return nil
	}); err != nil {
		return err
	}
	fmt.Fprintf(b, "In %d of %d cells (commitment and member) no score was found: not assessed, or not legible.\n", missing, all)
	fmt.Fprintf(b, "For %d of %d commitments no cell was found at all.\n", noScores, c.commitments.n)
	return b.Flush()
}

// writeVersions lists the reports of which not everything counts.
func (c *collector) writeVersions(b *bufio.Writer) error {
	everything := true
	all, counting := 0, 0
	var report *reportInfo
	ended := func() {
		if report != nil && counting != all {
			everything = false
			fmt.Fprintf(b, "- %s (%s): %d of %d commitments count\n", Code(report.file), orElse(report.stage, "no stage found"), counting, all)
		}
		all, counting = 0, 0
	}
	err := c.eachCommitment(func(info *commitmentInfo) error {
		if info.report != report {
			ended()
			report = info.report
		}
		all++
		if info.counts {
			counting++
		}
		return nil
	})
	ended()
	if everything {
		b.WriteString("In this data set every commitment counts.\n")
	}
	return err
}

// writeDoubted lists the reports by the share of what was read that is in
// doubt, the largest first: those to be looked at before their numbers are used.
func (c *collector) writeDoubted(b *bufio.Writer) error {
	b.WriteString("\n## Which reports to look at first\n\nObjects that may be misread, against the values that were read, and what a report says of itself that was not found so. The objects are in table `problems`.\n\n")
	if len(c.doubts) == 0 {
		b.WriteString("None is in doubt.\n")
	}
	slices.SortStableFunc(c.doubts, func(x, y doubtInfo) int {
		// x.doubted/x.fields against y.doubted/y.fields, without dividing
		return cmp.Compare(y.doubted*max(x.fields, 1), x.doubted*max(y.fields, 1))
	})
	for _, d := range c.doubts {
		r, err := c.reports.at(d.at)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "- %s: %d in doubt, %d values", Code(r.file), r.doubted, r.fields)
		if r.disagreeing != "" {
			fmt.Fprintf(b, "; not as it says of itself: %s", r.disagreeing)
		}
		b.WriteString("\n")
	}
	return nil
}

// writeUnseen lists the reports of which not all text is print that is seen; a
// data set without any says nothing of it.
func (c *collector) writeUnseen(b *bufio.Writer) error {
	if c.unseen.n == 0 {
		return nil
	}
	b.WriteString("\n## Text that is not print\n\nRecognised text, and text that a page does not show. Nothing in these reports is called wrong.\n\n")
	return c.unseen.each(func(u [3]string) error {
		_, err := fmt.Fprintf(b, "- `%s`: %s\n", u[0], u[1])
		return err
	})
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

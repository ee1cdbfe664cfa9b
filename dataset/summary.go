package dataset

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"
)

// WriteSummary writes the averages by summit and by member as plain text, for
// the end of an import: of the scores that count (see versionRule).
func (w *Writer) WriteSummary(out io.Writer) error {
	c := w.seen
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%d reports, %d commitments, %d scores, %d actions, %d citations, %d findings, %d files not read\n",
		c.rows[tableReports], c.rows[tableCommitments], c.rows[tableScores], c.rows[tableActions],
		c.rows[tableCitations], c.found, len(c.refused))
	writeGroups(b, "Average by summit", c.bySummit())
	writeGroups(b, "Average by member", c.byMember())
	return b.Flush()
}

func writeGroups(b *bufio.Writer, title string, groups []group) {
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", title)
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, g := range groups {
		name := g.name
		if g.forum != "" && title == "Average by member" {
			name = g.forum + " " + name
		}
		fmt.Fprintf(t, "  %s\t%+.2f\t%s%%\t%d scores\n", name, g.value(), percentOf(g.mean), g.n)
	}
	// Its errors are the buffer's, which the caller asks for.
	_ = t.Flush()
}

package dataset

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"
)

// WriteSummary writes the averages by summit and by member as plain text, for
// the end of an import: of the scores that count (see versionRule). It is whole when
// the Writer is closed.
func (w *Writer) WriteSummary(out io.Writer) error {
	_, err := io.WriteString(out, w.summary)
	return err
}

func (c *collector) writeSummary(out io.Writer) error {
	averages, err := c.averages()
	if err != nil {
		return err
	}
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%d reports, %d commitments, %d scores, %d actions, %d citations, %d findings, %d files not read\n",
		c.rows[tableReports], c.rows[tableCommitments], c.rows[tableScores], c.rows[tableActions],
		c.rows[tableCitations], c.found, c.refused.n)
	writeGroups(b, "Average by summit", averages.bySummit)
	writeGroups(b, "Average by member", averages.byMember)
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
